"""Who signs, where no rule of wording says so: a name that stands alone under the title or below the text, a link to
the page of an author, the box that tells about the author, the initials of an agency's desk.

A name signs only where the article never speaks of it; a box is known by the name that signs above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from cleaner import agencies, mentions
from cleaner.dates import stamp
from cleaner.label.article import amid, telegrams
from cleaner.label.furniture.sections import name
from cleaner.label.views import View
from cleaner.language import section
from cleaner.rule_index import RuleIndex
from cleaner.text import fold, spell_kept, unspaced

_BYLINE_PREFIX: Final = 5
_SIGNING: Final = " /|·•,–—-*_"
_NAME_WORDS: Final = (2, 5)
_LINE_CHARS: Final = 90
_LINE_WORDS: Final = 12
_SMALL: Final = 3
_OF_PICTURES: Final = ("photo_credit", "caption")
_OF_NAMES: Final = ("byline", "photo_credit", "caption")
_HEAD: Final = 30
"""A byline stands among so many first blocks."""
_BOX_WORDS: Final = (5, 70)
_ADDRESS: Final = re.compile(r"\S+@\S+\.\S+")
_INITIALS: Final = re.compile(r"\(?[^\W\d_]{2,5}\.?(?: ?/{1,2} ?[^\W\d_]{2,5}\.?){0,3} ?/{0,2}\)?")
_INITIALS_CHARS: Final = 24
MARK: Final = re.compile(r" [|·•/–—] (?=\S)")
"""What parts a name from the rest of its line."""
_SPACE: Final = re.compile(r" (?=\S)")
_DIGIT: Final = re.compile(r"\d")
_SCORE: Final = re.compile(r"(?<![\d./–-])\d{1,2}[–-]\d{1,2}(?![\d./–-])|(?<![\d.:])\d{1,2}:\d(?![\d.:])")
_JOINED: Final = re.compile(r" (?:[^\W\d_]{1,3}|&) ")
"""A small word that joins two names; it is asked about where the line is no single name."""
_PLACED: Final = re.compile(r"\s*[:–—-]\s+|\s+[–—-]\s*")
_CALLS: Final = 3.0
_TOLD_WORDS: Final = 5
_LEAST_ABOVE: Final = 3
_PLACED_WORDS: Final = 5
_COMMA: Final = re.compile(r"[,،;] ")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_HALF: Final = 3
_HOUSE: Final = re.compile(r"[，,、／/]")
_TITLE_WORDS: Final = 3
_TOGETHER: Final = (3, 8)


@dataclass(frozen=True)
class Paths:
    """The signing topic of a pack."""

    author_paths: tuple[str, ...] = ()


def is_name(view: View) -> bool:
    """Return whether a line is a person's name or several with commas between, an address of mail aside."""
    text = _ADDRESS.sub("", view.block.text)
    if len(text) > _LINE_CHARS:
        return False
    parts = [part for part in _COMMA.split(text) if part.strip()]
    if len(view.block.links) > max(1, len(parts)) or ("@" not in view.block.text and amid.calls(view, _CALLS)):
        return False
    return bool(parts) and all(_names_people(part, view.block.language) for part in parts)


def _names_people(text: str, language: str) -> bool:
    """Return whether a text is a person's name, or two that a small word joins."""
    return names_person(text, language) or all(names_person(one, language) for one in _JOINED.split(text))


def is_caseless_name(view: View, seen: Sequence[View]) -> bool:
    """Return whether a line may be a name in a script without capitals, a place before or behind it: two words or
    three that no rule knows and nothing else on the page says."""
    text = view.block.text.strip()
    if view.hits or view.ends or len(text) > _LINE_CHARS or any(map(str.isdigit, text)) or amid.calls(view, _CALLS):
        return False
    if any(c.islower() or c.isupper() or unspaced(c) for c in text if c.isalpha()):
        return False
    parts = sorted((part.split() for part in _PLACED.split(text)), key=len)
    if len(parts) > 2 or not 2 <= len(parts[-1]) <= 3 or (len(parts) > 1 and len(parts[0]) > 2):
        return False
    others = {word for v in seen if v is not view and v.label not in _OF_NAMES for word in v.said}
    return not any(len(word) > _SMALL and word in others for word in fold(" ".join(parts[-1])).split())


def is_written_together(view: View) -> bool:
    """Return whether a line may be a name in a script that parts no words: as many signs as names have, no katakana
    alone, which writes words from abroad."""
    bare = view.block.text.strip().replace("\u3000", "").replace(" ", "")
    if not _TOGETHER[0] <= len(bare) <= _TOGETHER[1] or view.hits:
        return False
    return all(map(unspaced, bare)) and any("\u3400" <= sign <= "\u9fff" for sign in bare)


def names_person(text: str, language: str) -> bool:
    """Return whether a text is a person's name: two to five capitalised words, a short word ("by") before them."""
    text = text.strip(_SIGNING)
    words = text.split("(")[0].split()
    if len(words) > 2 and len(words[0]) <= _BYLINE_PREFIX:
        words = words[1:]
    least, most = _NAME_WORDS
    shaped = least <= len(words) <= most and all(w[0].isupper() or len(w) <= 3 for w in words) and words[0][0].isupper()
    shaped = shaped and len({_CYRILLIC.search(w) is None for w in words if len(w) > 1}) == 1  # "Подписка PRO"
    shaped = shaped and not agencies.find(text, weak=True)
    return shaped and any(m.kind == "person" for m in mentions.find(text, language))


def behind(text: str, first: int, language: str) -> int:
    """Return where a date, an agency or another piece begins behind a name that stands at `first`, 0 where none does.

    >>> behind("Ann Lee | Berlin", 0, "en"), behind("Berlin | London", 0, "en")
    (10, 0)
    """
    if len(text) > _LINE_CHARS or _SCORE.search(text):  # two teams and their score are no name and its place
        return 0
    first = len(text) - len(text[first:].lstrip(_SIGNING))
    marks = {m.end() for m in MARK.finditer(text)}
    marks |= {start for start, _, _ in agencies.find(text) if start}
    spaces = {m.end() for m in _SPACE.finditer(text)} if _DIGIT.search(text) else set()
    for offset in sorted(marks | spaces):
        cut = offset in marks or stamp(text[offset:].strip(_SIGNING), language) is not None
        named = text[first:offset]
        if cut and not named.isupper() and names_person(named, language):
            return offset
    return 0


def below(text: str, rules: RuleIndex) -> int:
    """Return where the last line of a block begins that is a byline, joined to the one above for its small "by"."""
    last = text.rfind("\n") + 1
    if not last or len(text) - last > _LINE_CHARS or not rules.may_name("byline", spell_kept(text[last:])):
        return 0
    return last if any(h.rule.label == "byline" for h in rules.hits(text[last:].strip())) else 0


def signs(view: View, seen: Sequence[View], named: str = "") -> bool:
    """Return whether a line of a text is a name of which nothing else in it speaks, a box about who signs aside;
    `named` is the name where a place stands behind it."""
    if view.block.parent >= 0 or len(view.block.text) > _LINE_CHARS or view.prose or view.ends:
        return False
    if not is_name(view) and not (named and names_person(named, view.block.language) and not amid.calls(view, _CALLS)):
        return False
    if view.block.text.isupper() or any(h.rule.label in _OF_PICTURES for h in view.hits):
        return False
    others = (v for v in seen if v is not view and v.label not in _OF_NAMES and v.said[: len(view.said)] != view.said)
    spoken = {w for v in others for w in v.said}
    return not any(len(w) > _SMALL and w in spoken for w in view.said)


def links_author(view: View) -> bool:
    """Return whether a short line links to an author's page ("/author/ann-lee"): nobody else is linked so."""
    if len(view.block.text) > _LINE_CHARS or view.words > _LINE_WORDS or view.prose:
        return False
    return _to_author(view)


def _to_author(view: View) -> bool:
    return any(part in _author_paths() for link in view.block.links for part in link.href.lower().split("/")[:-1])


def around(seen: Sequence[View]) -> None:
    """Name who signs above a text and what tells of them below."""
    _by_link(seen)
    _by_mail(seen)
    _in_brackets(seen)
    _beside_dates(seen)
    _at_the_end(seen)
    _boxes(seen)
    _initials(seen)


def _by_link(seen: Sequence[View]) -> None:
    """Name the lines above the prose that link to an author's page, and the names joined to them."""
    first = next((v.number for v in seen if v.prose and not v.label), 0)
    for view in seen[: min(first, _HEAD)]:
        before = seen[view.number - 1] if view.number else None
        if not view.label and links_author(view):
            name(view, "und/author-link")
        elif before is not None and before.label == "byline" and not view.label and signs(view, seen):
            name(view, "und/name-beside-name")


def _by_mail(seen: Sequence[View]) -> None:
    """Name the lines that hold a name and the address of mail that is made of it, or the one below the other."""
    for view in seen:
        if view.label or view.prose or len(view.block.text) > _LINE_CHARS or "@" not in view.block.text:
            continue
        address = _ADDRESS.search(view.block.text)
        if address is None:
            continue
        before = seen[view.number - 1] if view.number and view.block.text.strip() == address[0] else None
        named = view if before is None else before
        if before is not None and before.label not in ("", "byline"):
            continue
        local = fold(address[0].partition("@")[0]).split()
        own = [w for w in fold(_ADDRESS.sub("", named.block.text)).split() if len(w) > 1]
        if is_name(named) and any(w in part for w in own for part in local):
            name(named, "und/name-beside-address")
            name(view, "und/name-beside-address")


def _in_brackets(seen: Sequence[View]) -> None:
    """Name the line below a paragraph that is a name between brackets alone, where spaces part no words."""
    for before, view in pairwise(seen):
        told = before.prose or (before.ends and before.words >= _TOLD_WORDS)
        if told and not view.label and telegrams.signature(view.block.text[:_LINE_CHARS]):
            name(view, "und/signature")


def _beside_dates(seen: Sequence[View]) -> None:
    """Name the names right above or below a date where capitals tell no names: a headline must stand above them."""
    opening = [v.number for v in seen if v.prose and not v.label][:2]  # the lead may stand above who signs
    headed = False
    for view in seen[: min(opening[-1], _HEAD)] if opening else ():
        free = headed and not view.label and _by_date(seen, view)
        if free and (is_caseless_name(view, seen) or is_parted(view)):
            name(view, "und/name-beside-stamp")
        headed = headed or (view.headline and view.words > _TITLE_WORDS and not view.label)


def is_parted(view: View) -> bool:
    """Return whether a line is a name in a script that parts no words, by a space between its halves or by the square
    brackets around it and its house: 大槻 沙耶, ［若狭透子，庭の新聞］."""
    text = view.block.text.strip()
    halves = text.replace("\u3000", " ").split(" ")
    if len(halves) == 2 and not view.hits and all(_is_half(half) for half in halves):
        return True
    inside = text[1:-1] if text[:1] in "［[" and text[-1:] in "］]" else ""
    named = _HOUSE.split(inside)[0].replace("\u3000", " ").replace(" ", "")
    return _TOGETHER[0] <= len(named) <= _TOGETHER[1] and all(map(unspaced, named)) and len(inside) <= _LINE_CHARS


def _is_half(half: str) -> bool:
    """Return whether a word may be the family's or the given name: a few signs, the first of them Chinese."""
    return 1 <= len(half) <= _HALF and "\u3400" <= half[0] <= "\u9fff" and all(map(unspaced, half))


def _at_the_end(seen: Sequence[View]) -> None:
    """Name the name, with its place at most, that stands alone below the last of the prose."""
    last = next((v.number for v in reversed(seen) if v.prose and not v.label), len(seen))
    if last < _LEAST_ABOVE:
        return
    while last + 1 < len(seen) and not seen[last + 1].label and amid.is_stopped(seen[last + 1]):
        last += 1
    for view in seen[last + 1 : last + 2]:
        named = view.block.text.split(", ")[0]
        placed = view.words <= _PLACED_WORDS and signs(view, seen, named)
        if not view.label and not view.hits and not view.block.links and placed:
            name(view, "und/name-alone")


def _boxes(seen: Sequence[View]) -> None:
    """Name the boxes about those who sign, near the end: paragraphs that begin with their names."""
    named = _signing(seen)
    if not named:
        return
    total = sum(v.words for v in seen if v.prose)
    above = 0
    least, most = _BOX_WORDS
    for view in seen:
        above += view.words if view.prose else 0
        closed = view.prose or view.ends or _to_author(view)
        if view.label or not closed or not least <= view.words <= most or 2 * above < total:
            continue
        if _begins_with(view, named):
            name(view, "und/author-box")


def _initials(seen: Sequence[View]) -> None:
    """Name the initials of an agency's desk below a paragraph ("szk/ zan/")."""
    for before, view in pairwise(seen):
        text = view.block.text.strip()
        if view.label or not (before.ends or before.label) or "/" not in text or len(text) > _INITIALS_CHARS:
            continue
        letters = "".join(c for c in text if c.isalpha())
        if _INITIALS.fullmatch(text) and (letters.islower() or letters.isupper()):
            name(view, "und/desk-initials")


def _signing(seen: Sequence[View]) -> list[str]:
    """Return the folded bylines, and the folded lines that are names beside a date."""
    short = [v for v in seen if len(v.block.text) <= 2 * _LINE_CHARS]
    return [f" {v.folded} " for v in short if v.label == "byline" or (
        v.number < _HEAD and not v.label and _by_date(seen, v) and is_name(v))]  # fmt: skip


def _begins_with(view: View, lines: Sequence[str]) -> bool:
    """Return whether a block begins with two words of a name in one of the lines."""
    opening = view.block.text.split(None, 2)[:2]
    own = f" {' '.join(view.said[:2])} "
    return len(opening) > 1 and all(w[:1].isupper() for w in opening) and any(own in line for line in lines)


def _by_date(seen: Sequence[View], view: View) -> bool:
    """Return whether a date stands right above or below a line."""
    beside = seen[max(0, view.number - 1) : view.number + 2]
    return any(v.stamp or v.label in ("published_date", "updated_date") for v in beside if v is not view)


@lru_cache(maxsize=1)
def _author_paths() -> frozenset[str]:
    return frozenset(section("und", "signing", Paths).author_paths)
