"""The labels a block can bear, and the group that decides what becomes of it. Knows nothing of text."""

from typing import Final, Literal

Group = Literal["article", "metadata", "media", "noise", "residue"]

LABELS: Final[dict[str, tuple[Group, str]]] = {
    "title": ("article", "headline of this article; extracted into the record"),
    "kicker": ("article", "short line above the title; extracted into the record"),
    "lead": ("article", "standfirst, or the first paragraph that answers who, what, when"),
    "subheading": ("article", "section heading inside the article"),
    "body": ("article", "paragraph, list, table, quotation or code of the article"),
    "dateline": ("metadata", "place, date and agency before the lead"),
    "byline": ("metadata", "author line"),
    "agency_credit": ("metadata", "agency named as a source of the text"),
    "published_date": ("metadata", "publication stamp of this article"),
    "updated_date": ("metadata", "stamp of the last change; never the publication date"),
    "date_prefix": ("metadata", "machine label and date glued before the lead"),
    "liveblog_timestamp": ("metadata", "time of one entry of a live blog"),
    "reading_time": ("metadata", "estimated minutes to read"),
    "source_url_label": ("metadata", "label before the address of the original"),
    "source_url": ("metadata", "address of the original article"),
    "breadcrumb": ("metadata", "section path"),
    "tags": ("metadata", "topic list"),
    "correction_note": ("metadata", "note of the editor on a correction"),
    "media_alt_text": ("media", "alternative text of a picture, often the title again"),
    "caption": ("media", "picture caption; its dates and claims are about the picture"),
    "photo_credit": ("media", "author or agency of a picture; never the source of the text"),
    "related_link": ("noise", "pointer to another article inside the text"),
    "related_list_heading": ("noise", "heading over a list of other articles"),
    "related_list_item": ("noise", "headline of another article"),
    "related_list_date": ("noise", "date of another article; never the publication date"),
    "cookie_banner": ("noise", "consent text"),
    "cookie_button": ("noise", "label of a consent button"),
    "share": ("noise", "social buttons, print, e-mail"),
    "nav": ("noise", "menus, skip links, back to top, player controls"),
    "subscription": ("noise", "newsletter, app and follow-us calls"),
    "paywall": ("noise", "subscriber-only notice; the text may be truncated"),
    "comment": ("noise", "a reader's comment on the article"),
    "comment_disclaimer": ("noise", "comment rules; may be the only trace of the publisher"),
    "comment_count": ("noise", "number of comments"),
    "ad_label": ("noise", "advertisement label"),
    "site_slogan": ("noise", "tagline of the site"),
    "footer": ("noise", "copyright, legal, address; may be the only trace of the publisher"),
    "markup": ("residue", "separator or markup residue without content"),
}

TEXT_LABELS: Final = ("lead", "subheading", "body")
"""These blocks, in order, make the text of an article."""

REMOVED_GROUPS: Final = ("metadata", "media", "noise", "residue")
"""Blocks of these groups leave the text; each has a row in the ledger."""


def group(label: str) -> Group:
    """Return the group of a label.

    >>> group("cookie_banner")
    'noise'
    """
    return LABELS[label][0]
