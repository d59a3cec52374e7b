"""Lists of other articles, readers' comments and pointers: what a heading or a pointer announces, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile
from typing import Final

from cleaner import sentences
from cleaner.label.reasons import REASONS
from cleaner.label.views import View, gives_figure
from cleaner.text import CLOSERS

_INLINE_ITEMS: Final = 4
_HEADLINE_MARKS: Final = (": ", "?", " : ", " – ")
_TEASER_WORDS: Final = 45
_TEASER_SENTENCES: Final = 2
"""A teaser says no more; a paragraph of more short sentences tells."""
_FIGURES: Final = 3
"""So many lines in a row that give a figure are the article's: Workers: 340 of 1,120."""
_WHOLLY: Final = 0.9
_POINTER_SPARE: Final = 2
_INSIDE_LISTS: Final = (
    "published_date",
    "caption",
    "photo_credit",
    "media_alt_text",
    "byline",
    "reading_time",
    "ad_label",
    "share",
)
_MOST_PROSE: Final = 0.6
_HEAD_WORDS: Final = 6
_ITEMS: Final = 20
_ITEM_WORDS: Final = 4
"""Fewer words make no headline."""
_DATE_CHARS: Final = 20
_DATE_DIGITS: Final = 2
_HANDLE_CHARS: Final = 40
_COMMENT_MARKS: Final = ("comment", "comment_count")


def name(view: View, reason: str) -> None:
    """Give a view the label of a structural rule, keeping a label that it has."""
    if not view.label:
        rename(view, REASONS[reason].label, reason)


def rename(view: View, label: str, reason: str) -> None:
    """Give a view a label for the reason of a structural rule, whatever it was called before."""
    found = REASONS[reason]
    view.label, view.rule, view.why, view.confidence = label, reason, found.why, found.confidence


def addresses(seen: Sequence[View]) -> None:
    """Name a bare address: that of the original where a label announces it or nothing else is on its line."""
    for view in seen:
        text = view.block.text.strip()
        if not view.label and text.startswith(("http://", "https://", "www.")) and not any(c.isspace() for c in text):
            name(view, "und/bare-address")


def contents(seen: Sequence[View]) -> None:
    """Name the items of a table of contents: two or more in a row that link to places of their own page alone."""
    for view, following in pairwise(seen):
        if _to_anchor(view) and _to_anchor(following):
            name(view, "und/table-of-contents")
            name(following, "und/table-of-contents")


def _to_anchor(view: View) -> bool:
    links = view.block.links
    return view.block.element == "list_item" and view.block.link_share >= _WHOLLY and all(
        len(link.href) > 1 and link.href.startswith("#") for link in links
    )


def pointers(seen: Sequence[View]) -> None:
    """Name the headline after a pointer that stands alone on its line ("Read also:", then the headline)."""
    for view, following in pairwise(seen):
        if view.label != "related_link" or following.label or not following.headline:
            continue
        hit = next((h for h in view.hits if h.rule.id == view.rule), None)
        spare = view.words - (len(hit.rule.phrases[0].split()) if hit else view.words)
        covered = hit is not None and hit.end - hit.start >= len(view.block.text.strip(" :•-–—>»")) - _POINTER_SPARE
        if (covered or spare <= 0) and view.block.text.rstrip()[-1:] in ":›>→":
            name(following, "und/pointer-target")


def related_lists(seen: Sequence[View]) -> None:
    """Name what follows the heading of a list of other articles, until the article goes on."""
    told = False
    for at, view in enumerate(seen):
        told = told or (view.prose and not view.label)
        if view.label == "related_list_heading":
            if not told and _in_menu(seen, at):
                rename(view, "nav", "und/menu-above-title")
            else:
                _name_list(seen, at + 1)


def _in_menu(seen: Sequence[View], at: int) -> bool:
    """Return whether a heading of lists above all prose is the entry of a menu: an entry follows, no headline; or it is
    the last of them, and one headline alone follows."""
    before, following = [v for v in seen[max(0, at - 1) : at] if _is_entry(v)], seen[at + 1 : at + 4]
    if not following or following[0].stamp:
        return False
    if _is_entry(following[0]):
        return True
    behind = next((v for v in following[1:] if not v.stamp), None)
    alone = behind is not None and (behind.prose or bool(behind.label) or behind.words < _ITEM_WORDS)
    return bool(before and alone and following[0].headline and not following[0].label)


def _is_entry(view: View) -> bool:
    """Return whether a line is as short as the entries of a menu."""
    named = view.label not in ("", "nav", "related_list_heading", "ad_label")
    return not named and not view.stamp and not view.clock and not view.ends and 0 < view.words < _ITEM_WORDS


def _name_list(seen: Sequence[View], at: int) -> None:
    while at < len(seen):
        view = seen[at]
        if view.label in ("related_list_item", "related_link", "related_list_date"):
            at += 1
        elif view.label:
            if view.label not in _INSIDE_LISTS:
                return
            if view.label == "published_date":
                view.label = ""
                name(view, "und/listed-date")
            at += 1
        elif view.stamp or _is_short_date(view):
            name(view, "und/listed-date")
            at += 1
        elif _goes_on(seen, at):
            return
        elif _is_listed_headline(view) or _heads_an_item(seen, at):
            name(view, "und/listed-headline")
            at += 1
        elif _is_teaser(seen, at):
            name(view, "und/listed-teaser")
            at += 1
        else:
            return


def _is_listed_headline(view: View) -> bool:
    return not view.prose and not _full_sentence(view) and view.block.element != "heading" and view.words <= 40


def _is_short_date(view: View) -> bool:
    """Return whether a line in a list is next to nothing but numbers, as dates without a year are: "16.11., 09:15"."""
    text = view.block.text.strip()
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    return len(text) <= _DATE_CHARS and digits > max(_DATE_DIGITS, letters) and any(c in ".:/" for c in text)


def _goes_on(seen: Sequence[View], at: int) -> bool:
    """Return whether a line below a list heads the text that goes on: much shorter than the list's, above prose, or as
    short as no headline is, above figures."""
    view, before, behind = seen[at], seen[at - 1], seen[at + 1 : at + 1 + _FIGURES]
    if view.words > _HEAD_WORDS or before.label != "related_list_item" or at + 2 >= len(seen):
        return False
    figures = sum(not v.label and gives_figure(v.block.text) for v in behind)
    if view.words < _ITEM_WORDS and figures == _FIGURES:
        return True
    return 2 * view.words <= _longest_item(seen, at) and all(v.prose and not v.label for v in behind[:2])


def _longest_item(seen: Sequence[View], at: int) -> int:
    """Return how many words the longest of the items right above a line has."""
    above = takewhile(lambda v: v.label == "related_list_item", (seen[n] for n in range(at - 1, -1, -1)))
    return max((v.words for v in islice(above, _ITEMS)), default=0)


def _full_sentence(view: View) -> bool:
    """Return whether it ends with a full stop, as headlines don't."""
    return view.words >= 5 and view.ends and view.block.text.rstrip().rstrip(CLOSERS)[-1:] in ".。"


def _heads_an_item(seen: Sequence[View], at: int) -> bool:
    """Return whether a heading inside a list is an item of it: links, or more of its kind around it."""
    view = seen[at]
    if view.block.element != "heading" or view.prose:
        return False
    return view.block.link_share >= 0.5 or (at + 1 < len(seen) and (seen[at + 1].stamp or not seen[at + 1].prose))


def _is_teaser(seen: Sequence[View], at: int) -> bool:
    """Return whether prose in a list is a teaser: short, under an item, and the list goes on behind it; where the item
    above had none, this one has none."""
    view, before, above = seen[at], seen[at - 1], seen[at - 2]
    if view.words > _TEASER_WORDS or before.label != "related_list_item":
        return False
    if above.label == "related_list_item" and above.words >= _ITEM_WORDS and _is_listed_headline(above):
        return False
    if view.block.link_share >= 0.5:
        return True
    if len(sentences.find(view.block.text)) > _TEASER_SENTENCES:
        return False
    following = seen[at + 1] if at + 1 < len(seen) else None
    if following is not None and not following.label and _goes_on_with(following, before, seen[at + 2 : at + 3]):
        return False
    return following is not None and (following.stamp or following.noise or (following.headline and not following.prose
                                      and at + 2 < len(seen) and seen[at + 2].words <= _TEASER_WORDS))  # fmt: skip


def _goes_on_with(view: View, item: View, behind: Sequence[View]) -> bool:
    """Return whether a line between prose heads the text that goes on, and no item of a list: much shorter than one."""
    heads = view.words <= _HEAD_WORDS and 2 * view.words <= item.words and not view.prose and not view.stamp
    return heads and bool(behind) and all(v.prose and not v.label for v in behind)


def inline_lists(seen: Sequence[View]) -> None:
    """Name short bulleted lists of headlines between paragraphs that no colon announces: pointers to other articles."""
    at = 0
    while at < len(seen):
        end = at
        while end < len(seen) and seen[end].block.element == "list_item" and not seen[end].label:
            end += 1
        items = seen[at:end]
        announced = at > 0 and seen[at - 1].block.text.rstrip()[-1:] in ":："
        if (
            0 < len(items) <= _INLINE_ITEMS
            and not announced
            and all(_points(v) for v in items)
            and any(mark in v.block.text for v in items for mark in _HEADLINE_MARKS)
        ):
            for view in items:
                name(view, "und/listed-pointer")
        at = max(end, at + 1)


def _points(view: View) -> bool:
    text = view.block.text
    return view.headline and view.words >= 4 and text[:1].isupper() and text.rstrip()[-1:] not in ";,"


def comments(seen: Sequence[View], prose_end: int) -> None:
    """Name readers' comments: what stands below the article from the first comment mark to the last."""
    marks = [v.number for v in seen[prose_end + 1 :] if v.label in _COMMENT_MARKS]
    for view in seen[marks[0] : marks[-1] + 1] if marks else ():
        if view.label == "published_date":
            view.label = ""
        name(view, "und/reader-comment")


def comments_behind_count(seen: Sequence[View]) -> None:
    """Name what follows a count of comments below most of the prose, up to other furniture: it may read as prose."""
    total = sum(v.words for v in seen if v.prose and not v.label)
    above = 0
    for at, view in enumerate(seen):
        above += view.words if view.prose and not view.label else 0
        counted = view.label == "comment_count" and any(c.isdigit() and c != "0" for c in view.block.text)
        if counted and above >= _MOST_PROSE * total > 0:
            for following in seen[at + 1 :]:
                if following.label and following.label not in ("comment", "comment_count", "published_date"):
                    return
                if following.label == "published_date":
                    following.label = ""
                name(following, "und/reader-comment")
            return


def handles(seen: Sequence[View]) -> None:
    """Name a reader's words: a line that opens with a handle and a colon, as live blogs print them."""
    for view in seen:
        opening, colon, _ = view.block.text[:_HANDLE_CHARS].partition(":")
        if colon and not view.label and opening.startswith("@") and len(opening.split()) == 1:
            name(view, "und/handle-speaks")


def live_times(seen: Sequence[View]) -> None:
    """Name clock times on their own between paragraphs, where there are several: the entries of a live blog."""
    clocks = [v for v in seen if v.clock and not v.label]
    if len(clocks) >= 2 or any(v.rule == "und/entry-time" for v in seen):
        for view in clocks:
            name(view, "und/entry-time")
