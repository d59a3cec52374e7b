"""What stands inside and below the article's prose: subheadings, paragraphs, and the furniture under the last one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.label.article import amid
from cleaner.label.furniture.sections import name
from cleaner.label.views import View
from cleaner.taxonomy import group

_LOOSE_LINES: Final = 3
_LOOSE_SHARE: Final = 0.25
_LOOSE_WORDS: Final = 6
_SUBHEADING_WORDS: Final = 18
_CUT_WORDS: Final = 10
_ARTICLE_ELEMENTS: Final = ("list_item", "table_cell", "table_row", "quotation", "preformatted", "term", "definition")
_GOES_ON: Final = (",", ";", "，", "；", "،")
"""A line that ends so is an item of a sentence that goes on."""
_ANNOUNCES: Final = ":："
_MOST_LISTED: Final = 20
"""So many short lines at most make up the list that an article's last sentence announces."""
_AFTER_DATE: Final = (
    "published_date", "date_prefix", "related_list_heading", "related_list_item", "comment_count", "comment",
)  # fmt: skip
"""Below one of these a date is not the article's: it has one, or the list of other articles has begun."""


def inside(seen: Sequence[View], first: int, last: int) -> None:
    """Name what stands between the first and the last paragraph."""
    for at in range(first, last + 1):
        view = seen[at]
        if view.label:
            continue
        following = next((seen[n] for n in range(at + 1, last + 1) if not seen[n].label), None)
        if view.block.element == "heading" or (_is_short(view) and _leads(following)):
            name(view, "und/subheading")
        elif view.block.link_share >= 0.95 and view.headline and view.block.element in ("paragraph", "link"):
            name(view, "und/linked-headline")
        else:
            name(view, "und/paragraph")


def _is_short(view: View) -> bool:
    """Return whether it is a paragraph as short as a subheading is, with no full stop and no date."""
    short = view.words <= _SUBHEADING_WORDS and not view.ends and not view.stamp
    return short and view.block.element == "paragraph"


def _leads(following: View | None) -> bool:
    """Return whether what follows is the article's own, so that a short line above it heads it."""
    return following is not None and (following.prose or following.block.element in _ARTICLE_ELEMENTS)


def below(seen: Sequence[View], last: int) -> None:
    """Name what stands below the last paragraph of the article."""
    rest = seen[last + 1 :]
    furnished = any(v.noise for v in rest) or _is_loose(seen, last)
    listed = furnished or any(v.stamp for v in rest)
    article_goes_on = True
    announced = last >= 0 and seen[last].block.text.rstrip()[-1:] in _ANNOUNCES
    known = any(v.label in _AFTER_DATE for v in seen[: last + 1])
    for at, view in enumerate(rest):
        known = known or (at > 0 and rest[at - 1].label in _AFTER_DATE)
        if view.label == "published_date" and known:
            view.label = ""
        if view.label:
            article_goes_on = article_goes_on and group(view.label) not in ("noise", "metadata")
            continue
        if view.stamp:
            name(view, "und/listed-date" if known else "und/stamp-after-article")
        elif article_goes_on and announced and at < _MOST_LISTED and not view.prose and view.block.link_share < 0.5:
            name(view, "und/announced")
        elif article_goes_on and (_continues(view) or _is_cut(rest, at) or (not at and amid.is_stopped(view))):
            name(view, "und/paragraph")
        elif view.block.link_share >= 0.8 and view.headline:
            name(view, "und/linked-headline")
        elif listed and _in_row(rest, at):
            name(view, "und/headlines-in-a-row")
        elif furnished and not view.prose:
            few = view.words <= 8 and not (at and rest[at - 1].rule == "und/menu-below-article")
            name(view, "und/slogan-after-article" if few and view.words >= 2 else "und/menu-below-article")
        elif furnished and view.prose and not article_goes_on:
            name(view, "und/furniture-below")
        else:
            name(view, "und/paragraph" if view.prose else "und/kept-in-doubt")


def _is_loose(seen: Sequence[View], last: int) -> bool:
    """Return whether short lines without end stand below the last sentence, more than a list that it announces."""
    loose = [v for v in seen[last + 1 :] if not v.label and not v.ends and v.block.element not in _ARTICLE_ELEMENTS]
    announced = seen[last].block.text.rstrip()[-1:] in _ANNOUNCES
    article = sum(v.words for v in seen[: last + 1] if v.prose or v.ends)
    few = sum(v.words for v in loose) <= _LOOSE_SHARE * article + _LOOSE_WORDS
    return len(loose) >= _LOOSE_LINES and not announced and few


def _continues(view: View) -> bool:
    """Return whether it reads as more of the article: its elements, or a sentence, and not mostly links."""
    sentence = (view.ends and view.words >= 4) or view.block.text.rstrip()[-1:] in _GOES_ON
    sentence = sentence or amid.is_sentence(view) or amid.is_row(view)
    return view.block.link_share < 0.5 and (view.block.element in _ARTICLE_ELEMENTS or sentence)


def _is_cut(rest: Sequence[View], at: int) -> bool:
    """Return whether a paragraph breaks off where the paywall stands."""
    view, behind = rest[at], rest[at + 1 : at + 2]
    long = view.words >= _CUT_WORDS and view.block.link_share < 0.5 and not view.stamp
    return long and any(v.label == "paywall" for v in behind)


def _in_row(rest: Sequence[View], at: int) -> bool:
    """Return whether a headline has another beside it, dates aside."""
    if not rest[at].headline or rest[at].words < 4:
        return False
    before = next((rest[n] for n in range(at - 1, -1, -1) if not rest[n].stamp), None)
    after = next((rest[n] for n in range(at + 1, len(rest)) if not rest[n].stamp), None)
    return any(
        v is not None and v.headline and v.words >= 4 and v.label in ("", "related_list_item") for v in (before, after)
    )
