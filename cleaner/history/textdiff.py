"""Two values of a field side by side, word by word, as short as can be. Bounded, whatever the size of the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, Final, Literal, NamedTuple

_WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")
_MOST: Final = 600
"""What differs and is longer than this in words is shown as a whole."""
_WORD: Final = 60
CONTEXT: Final = 5


class Piece(NamedTuple):
    """A piece of text: in both, only in the old value, only in the new, or left out between."""

    kind: Literal["same", "old", "new", "cut"]
    text: str


def pieces(old: Any, new: Any, most: int = 2_000) -> list[Piece]:
    """Return how one value became another, in at most about `most` characters.

    >>> pieces("Talks went on in Geneva today", "Talks went on in Minsk today")
    [Piece(kind='same', text='Talks went on in '), Piece(kind='old', text='Geneva'), Piece(kind='new', text='Minsk'), \
Piece(kind='same', text=' today')]
    """
    before, after = _text(old), _text(new)
    head, tail = _shared(before, after)
    out = [Piece("same", before[:head])] if head else []
    out += _between(before[head : len(before) - tail], after[head : len(after) - tail])
    if tail:
        out.append(Piece("same", before[len(before) - tail :]))
    return list(_cut(out, most))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _shared(one: str, other: str) -> tuple[int, int]:
    """Return how many characters both begin and end with alike, to whole words."""
    head = _to_word(one, other, _alike(one, other))
    one, other = one[head:][::-1], other[head:][::-1]
    return head, _to_word(one, other, _alike(one, other))


def _to_word(one: str, other: str, at: int) -> int:
    """Return a place a little before `at` that is in the middle of no word; `at` where the word is endless."""
    for place in range(at, max(0, at - _WORD), -1):
        if not one[place - 1].isalnum() or not (one[place : place + 1] + other[place : place + 1]).isalnum():
            return place
    return 0 if at <= _WORD else at


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _between(old: str, new: str) -> Iterator[Piece]:
    """Yield what differs, word by word where it is short enough."""
    a, b = _WORDS.findall(old[: 20 * _MOST]), _WORDS.findall(new[: 20 * _MOST])
    if len(a) > _MOST or len(b) > _MOST or len(old) > 20 * _MOST or len(new) > 20 * _MOST:
        yield from (Piece(kind, text) for kind, text in (("old", old), ("new", new)) if text)  # type: ignore[arg-type]
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(a[i:j]))
            continue
        if i < j:
            yield Piece("old", "".join(a[i:j]))
        if k < m:
            yield Piece("new", "".join(b[k:m]))


def _cut(found: list[Piece], most: int) -> Iterator[Piece]:
    """Yield the pieces, what is the same cut to a few words about each difference, all cut to `most` characters."""
    left = most
    for number, piece in enumerate(found):
        text = piece.text
        if piece.kind == "same":
            words = text.split(" ")
            first, last = number == 0, number == len(found) - 1
            if len(words) > 2 * CONTEXT + 2 and len(found) > 1:
                head = [] if first else words[:CONTEXT]
                tail = [] if last else words[-CONTEXT:]
                text = " ".join([*head, "…", *tail])
        if len(text) > left:
            yield Piece(piece.kind, text[:left])
            yield Piece("cut", "…")
            return
        left -= len(text)
        yield Piece(piece.kind, text)
