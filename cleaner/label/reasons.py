"""The labels that structure gives: each with its id, what it names, how sure it is, and the reason a person accepts.

Rules of wording stand in the language packs; here is what place, shape and markup say in any language.
Confidences rank the rules against each other; they were set by hand and are no measured probabilities yet.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Reason(NamedTuple):
    """A structural rule: the label it gives, why, and how sure (0 to 1)."""

    label: str
    why: str
    confidence: float


REASONS: Final[dict[str, Reason]] = {
    # --- the head of a page
    "und/title-heading": Reason("title", "The main heading above the article.", 0.97),
    "und/title-first-line": Reason("title", "A headline-like line right above the article's prose.", 0.9),
    "und/kicker-above-title": Reason("kicker", "A short line right above the title names the section.", 0.8),
    "und/title-repeated": Reason("media_alt_text", "The title again, beside a picture.", 0.9),
    "und/stamp-in-head": Reason("published_date", "A date on its own above the article's prose.", 0.9),
    "und/stamp-after-article": Reason("published_date", "A date on its own right below the article.", 0.75),
    "und/stamp-second": Reason("updated_date", "A second date on its own above the prose is the last change.", 0.7),
    "und/name-beside-stamp": Reason("byline", "A person's name on its own beside the date.", 0.8),
    "und/name-alone": Reason("byline", "A person's name on its own, of whom the article does not speak.", 0.75),
    "und/name-beside-name": Reason("byline", "A person's name right below a byline.", 0.8),
    "und/name-beside-address": Reason("byline", "A person's name with the address of mail made of it.", 0.9),
    "und/author-link": Reason("byline", "It links to the page of an author.", 0.9),
    "und/author-box": Reason("byline", "It begins with the name of who signs, below the article.", 0.85),
    "und/desk-initials": Reason("byline", "The initials of who wrote and edited an agency's report.", 0.85),
    "und/table-of-contents": Reason("nav", "It leads to a place of the same page, beside others that do.", 0.95),
    "und/signature": Reason("byline", "Who wrote or edited the text stands in brackets behind its last sentence.", 0.9),
    "und/date-prefix": Reason("date_prefix", "A machine's date stands before the first sentence.", 0.9),
    "und/dateline-prefix": Reason("dateline", "Place and agency stand before the first sentence.", 0.9),
    "und/menu-above-title": Reason("nav", "Short lines above the title are the site's menu.", 0.85),
    "und/agency-in-head": Reason("agency_credit", "A line above the prose that opens with an agency's name.", 0.85),
    "und/line-under-title": Reason("nav", "A few words between title and prose that are no sentence.", 0.7),
    "und/counter-in-head": Reason("share", "A bare number above the prose counts shares or views.", 0.75),
    # --- pictures
    "und/credit-mark": Reason("photo_credit", "A credit mark names who made the picture.", 0.95),
    "und/copyright-line": Reason("footer", "A copyright mark below the article speaks of the site.", 0.9),
    "und/credit-after-caption": Reason("photo_credit", "A short emphasised end of a picture line is its credit.", 0.9),
    "und/credit-beside-credit": Reason("photo_credit", "It shares its line with a picture credit.", 0.9),
    "und/caption-beside-credit": Reason("caption", "It shares its place with a picture credit.", 0.9),
    "und/caption-element": Reason("caption", "The page marks it as a figure's caption.", 0.97),
    "und/caption-under-picture": Reason("caption", "An emphasised line right under a picture is its caption.", 0.9),
    "und/alternative-text": Reason("media_alt_text", "It is the alternative text of a picture.", 0.97),
    # --- lists and sections
    "und/breadcrumb-path": Reason("breadcrumb", "Section names joined by path marks.", 0.9),
    "und/pointer-target": Reason("related_link", "The headline that the pointer before it leads to.", 0.9),
    "und/bare-address": Reason("source_url", "An address on a line of its own.", 0.85),
    "und/listed-pointer": Reason(
        "related_link", "A bulleted headline between paragraphs that no colon announces.", 0.75
    ),
    "und/arrow-pointer": Reason("related_link", "An arrow points at the headline of another article.", 0.8),
    "und/shouted-pointer": Reason("related_link", "A pointer's words in capitals, and the headline behind them.", 0.85),
    "und/linked-pointer": Reason("related_link", "A headline among paragraphs that is nothing but a link.", 0.8),
    "und/player-clock": Reason("nav", "How far a player has come, and how long it plays.", 0.9),
    "und/heads-links": Reason("related_list_heading", "It heads a list of nothing but links.", 0.85),
    "und/listed-headline": Reason(
        "related_list_item", "A headline under the heading of a list of other articles.", 0.95
    ),
    "und/listed-teaser": Reason("related_list_item", "A teaser between headlines of other articles.", 0.85),
    "und/listed-date": Reason("related_list_date", "A date beside the headline of another article.", 0.95),
    "und/headlines-in-a-row": Reason("related_list_item", "Headlines in a row after the article's end.", 0.85),
    "und/linked-headline": Reason("related_list_item", "Nothing but a link to another page.", 0.8),
    "und/handle-speaks": Reason("comment", "It opens with a reader's handle and a colon.", 0.85),
    "und/reader-comment": Reason("comment", "It stands in the readers' comments.", 0.85),
    "und/entry-time": Reason("liveblog_timestamp", "A time on its own between the entries of a live blog.", 0.85),
    # --- what is left
    "und/separator": Reason("markup", "A separator without words.", 0.99),
    "und/front-matter": Reason("markup", "The machine-readable head of a Markdown file.", 0.99),
    "und/slogan-after-article": Reason(
        "site_slogan", "A short line among the site's furniture below the article.", 0.75
    ),
    "und/menu-below-article": Reason("nav", "Short lines among the site's furniture below the article.", 0.8),
    "und/furniture-above": Reason("nav", "It stands apart from the article's prose, among the site's furniture.", 0.7),
    "und/furniture-below": Reason(
        "footer", "It stands apart from the article's prose, among the site's furniture.", 0.7
    ),
    "und/marked-place": Reason("nav", "The page marks its place as one of furniture; the label says which.", 0.85),
    "und/outside-main-content": Reason("nav", "The page keeps it outside its main content.", 0.8),
    "und/kind-beside-kinds": Reason("nav", "Words, place and neighbours are those of this kind of furniture.", 0.8),
    # --- what the trained labeller leaves out; how sure it is stands in its place of the confidence given here
    "und/consent-overlay": Reason("cookie_banner", "It stands in an overlay of a consent platform.", 0.97),
    "und/said-again": Reason("nav", "It says again what stands elsewhere on the page.", 0.8),
    "und/nothing-but-links": Reason("nav", "Links, where the article is not.", 0.8),
    "und/words-of-furniture": Reason("footer", "Its words are those that stand outside articles.", 0.8),
    "und/names-of-furniture": Reason("footer", "It stands in elements named like those outside articles.", 0.8),
    "und/kind-learned": Reason("nav", "Words, names and shape are like those of this kind on other pages.", 0.8),
    "und/apart-from-article": Reason("footer", "Its shape and its neighbours are not those of the article.", 0.8),
    # --- the article
    "und/lead": Reason("lead", "The first paragraph of the article.", 0.9),
    "und/standfirst": Reason("lead", "A line between title and prose that sums the article up.", 0.8),
    "und/subheading": Reason("subheading", "A short line between paragraphs, without a sentence's end.", 0.85),
    "und/paragraph": Reason("body", "Running prose, or an unmarked line among it.", 0.9),
    "und/row-of-results": Reason("body", "It is, or heads, a row of the table that the text ends in.", 0.7),
    "und/appended": Reason("body", "It stands right below the text, in the shape of what articles append.", 0.7),
    "und/announced": Reason("body", "It stands in the list that the article's last sentence announces.", 0.7),
    "und/second-voice": Reason("body", "The second voice reads it as main content, and was asked to decide.", 0.8),
    "und/kept-in-doubt": Reason("body", "Nothing says that it is no part of the article; in doubt it stays.", 0.5),
}
