"""The written words of a document's names, each with everywhere it stands and what stands beside it. Judges nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cleaner.mentions import Mention, gender
from cleaner.names import canonical
from cleaner.names.fold import plain, unmixed
from cleaner.repairs.slips import Slip, near
from cleaner.text import WORD, fold_word

SMALL: Final = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{2,}")
"""A word that does not begin with a plain capital."""
PIECE: Final = re.compile(r"[^\s\u00a0\u202f]+")
_MOST: Final = 50


class Spot(NamedTuple):
    """One place where a word of a name stands: offsets in the joined texts, its mention, the name's words."""

    start: int
    end: int
    mention: Mention
    words: tuple[str, ...]


@dataclass(slots=True)
class Spelling:
    """One written word of names and everywhere it stands. `givens` stand before it, `surnames` behind.

    `personal` says that something shows it to be a person's: a title, an initial, a known given name, the list.
    `frames` are the full names it stands in, itself left out: its place and the other words, folded. `lone` says that
    it also stands by itself in a sentence, without an article.
    """

    word: str
    key: str
    spots: list[Spot] = field(default_factory=list)
    personal: bool = False
    givens: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    frames: set[tuple[str, ...]] = field(default_factory=set)
    lone: bool = False

    @property
    def opens(self) -> bool:
        """Return whether it only ever opens sentences, alone, and so may be any word."""
        return all(spot.mention.initial and len(spot.words) == 1 for spot in self.spots)

    @property
    def count(self) -> int:
        return len(self.spots)


class Lower:
    """The words that a text writes in lower case too, listed when somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(WORD.findall(self.text))
        return word in self._words


class Repair(NamedTuple):
    """What one spelling should be, and why."""

    spelling: Spelling
    right: str
    slip: Slip
    why: str


def without_openers(found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, a sentence's opening word taken off where what follows is a name by itself.

    It must be a listed name, or end as another name of so many words does, or nearly so.
    """
    full: dict[int, list[str]] = {}
    for mention in found:
        words = mention.name.split()
        if len(words) > 1:
            full.setdefault(len(words), []).append(plain(words[-1]))
    return [_without_opener(m, full) if m.initial and m.name.count(" ") > 1 and not m.title else m for m in found]


def _without_opener(mention: Mention, full: Mapping[int, Sequence[str]]) -> Mention:
    words = mention.name.split()
    last = plain(words[-1])
    if gender(mention.name) or words[1].islower() or canonical(mention.name) is not None:
        return mention
    others = full.get(len(words) - 1, ())
    if not any(near(last, other) for other in others[:_MOST]) and canonical(" ".join(words[1:])) is None:
        return mention
    at = len(mention.text) - len(mention.text.split(None, 1)[1])
    start = mention.start + at
    return mention._replace(start=start, text=mention.text[at:], title_start=start, initial=False)


def spellings_of(found: Sequence[Mention], text: str, articles: Collection[str]) -> dict[str, Spelling]:
    """Return every written word of the names, in order of appearance; `text` is what they were found in."""
    out: dict[str, Spelling] = {}
    for mention in found:
        pieces = [m for m in PIECE.finditer(mention.text) if not m[0].islower() or m[0][0].isdigit()]
        words = tuple(m[0] for m in pieces)
        personal = bool(mention.title) or (len(words) > 1 and _is_person(words, mention))
        for i, piece in enumerate(pieces):
            word = piece[0]
            spelling = out.get(word)
            if spelling is None:
                spelling = out[word] = Spelling(word, plain(unmixed(word)))
            start = mention.start + piece.start()
            spelling.spots.append(Spot(start, start + len(word), mention, words))
            spelling.personal = spelling.personal or personal
            if len(words) > 1:
                folded = [*map(fold_word, words)]
                spelling.frames.add((*folded[:i], "", *folded[i + 1 :]))
                if i == len(words) - 1:
                    spelling.givens.add(fold_word(_given(words)))
                elif i == 0:
                    spelling.surnames.add(folded[-1])
            elif not spelling.lone:
                before = _before(text, mention.title_start)
                spelling.lone = fold_word(before) not in articles and _in_prose(before, text, mention.end)
    for spelling in out.values():
        if spelling.givens and spelling.lone:
            spelling.personal = True  # "Aino Virtanen ... Virtanen said": so people are called
    return out


def _before(text: str, at: int) -> str:
    """Return the word before a place where one space parts them."""
    if at < 2 or not text[at - 1].isspace():
        return ""
    start = text.rfind(" ", max(0, at - 24), at - 1) + 1
    return text[start : at - 1].strip("(\"'“‘«„")


def _in_prose(before: str, text: str, end: int) -> bool:
    """Return whether a word in small letters stands before or behind a name, as in a sentence and not in a list."""
    if before.islower():
        return True
    after = text[end : end + 40].replace("\n", " . ").split()
    return any(word[0].islower() for word in after[:2])


def _given(words: Sequence[str]) -> str:
    """Return the given name of a full name: the first word known to be one, else the first."""
    return next((word for word in words[:-1] if gender(f"{word} x")), words[0])


def _is_person(words: Sequence[str], mention: Mention) -> bool:
    """Return whether a name of several words is a person's: by its given name, an initial, or the list."""
    first = words[0]
    return gender(f"{first} x") != "" or len(first.rstrip(".")) == 1 or canonical(mention.name) is not None
