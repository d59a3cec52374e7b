"""Lines whose marks alone say what they are, in any language: arrows before a headline, a player's clock, lists of
links under a heading, readers' handles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaner.label.furniture.sections import name
from cleaner.label.views import View
from cleaner.rule_index import RuleIndex

_ARROWS: Final = ("►", "▶", "➡", "👉", "→", "☞", "⇒", "➤", "❯", "»»", ">>", "⏩", "🔴", "📺", "▸", "➔")
_POINTER_WORDS: Final = (4, 25)
_SHOUTED_WORDS: Final = 4
_SHOUTED_CHARS: Final = 5
_WHOLLY: Final = 0.95
_PLAYED: Final = re.compile(r"\d{1,3}:\d{2}(?::\d{2})? ?[/|-] ?-?\d{1,3}:\d{2}(?::\d{2})?")
_LINKED: Final = 0.8
_LEAST_LINKS: Final = 2
_HEADING_WORDS: Final = 12
VOICE: Final = re.compile(r"(?=\S{0,29}[^\W\d_])[^\s:–—]{2,30}(?: [^\W\d_][\w.]{0,20}){0,2}(?:: | ?[–—] )\S")
_HANDLE: Final = re.compile(r"[a-z]+[A-Z]|[\d_]")
_MARKS: Final = ("comment", "comment_count", "comment_disclaimer")
_NEAR: Final = 3
_MOSTVOICES: Final = 60


def pointing(seen: Sequence[View]) -> None:
    """Name a headline behind an arrow: alone among its neighbours, for several in a row are a list of the text's own.
    """
    pointed = [_arrow(view) for view in seen]
    for view in seen:
        at = view.number
        beside = (pointed[n] for n in (at - 1, at + 1) if 0 <= n < len(seen))
        if pointed[at] and not view.label and view.headline and pointed[at] not in beside:
            least, most = _POINTER_WORDS
            if least <= view.words <= most and view.block.text.rstrip()[-1:] not in ":;,":
                name(view, "und/arrow-pointer")


def shouted(seen: Sequence[View], rules: RuleIndex) -> None:
    """Name a headline behind a pointer's words in capitals ("READ ALSO The mill is sold"), where a colon should stand.
    """
    least, most = _POINTER_WORDS
    for view in seen:
        if view.label or not view.headline or not least < view.words <= most:
            continue
        words = view.block.text.split()
        count = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
        for head in range(min(count, _SHOUTED_WORDS), 0, -1) if count < len(words) else ():
            called, rest = " ".join(words[:head]), " ".join(words[head:])
            if len(called) < _SHOUTED_CHARS:
                break
            hits = rules.hits(f"{called}: {rest}")
            if any(h.rule.label == "related_link" and h.rule.mark and h.end <= len(called) for h in hits):
                name(view, "und/shouted-pointer")
                break


def linked(seen: Sequence[View]) -> None:
    """Name a headline among paragraphs that is nothing but a link."""
    least, most = _POINTER_WORDS
    for before, view, after in zip(seen, seen[1:], seen[2:], strict=False):
        alone = view.block.element in ("paragraph", "quotation") and view.block.link_share >= _WHOLLY
        if alone and not view.label and view.headline and least <= view.words <= most and before.prose and after.prose:
            name(view, "und/linked-pointer")


def _arrow(view: View) -> str:
    text = view.block.text.lstrip()
    return next((mark for mark in _ARROWS if text.startswith(mark)), "")


def playing(seen: Sequence[View]) -> None:
    """Name how far a player has come: two clocks and a stroke between them, nothing else."""
    for view in seen:
        if not view.label and _PLAYED.fullmatch(view.block.text.strip()):
            name(view, "und/player-clock")


def linked_lists(seen: Sequence[View]) -> None:
    """Name lists of nothing but links, and the heading right above them, whatever it says."""
    for at, view in enumerate(seen):
        if view.label or view.block.element != "heading" or view.words > _HEADING_WORDS or view.block.level == 1:
            continue
        items: list[View] = []
        for following in seen[at + 1 :]:
            if following.stamp and items:
                continue
            if following.label or following.block.element != "list_item" or following.block.link_share < _LINKED:
                break
            items.append(following)
        if len(items) >= _LEAST_LINKS and all(v.words >= _NEAR for v in items):
            name(view, "und/heads-links")
            for item in items:
                name(item, "und/listed-headline")


def voices(seen: Sequence[View], last: int) -> None:
    """Name lines that open with who speaks, below the article and beside what belongs to readers' comments: two in a
    row, or one whose speaker bears a handle."""
    speaks = [v.number > last and not v.label and bool(VOICE.match(v.block.text)) for v in seen]
    for view, following in pairwise(seen):
        if speaks[view.number] and speaks[following.number] and _among_comments(seen, view.number, speaks):
            name(view, "und/reader-comment")
            name(following, "und/reader-comment")
    for view in seen:
        if speaks[view.number] and not view.label and _among_comments(seen, view.number, speaks):
            opening = view.block.text.partition(":")[0].partition(" ")[0]
            if _HANDLE.search(opening):
                name(view, "und/reader-comment")


def _among_comments(seen: Sequence[View], at: int, speaks: Sequence[bool]) -> bool:
    """Return whether a mark of comments stands near, other voices between aside."""
    for step in (-1, 1):
        left = _NEAR
        for number in range(at + step, at + step * _MOSTVOICES, step):
            if not 0 <= number < len(seen) or not left:
                break
            if seen[number].label in _MARKS:
                return True
            left -= not speaks[number]
    return False
