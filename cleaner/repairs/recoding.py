"""What a text is when the wrong charset is undone: UTF-8 read as something else, or one old charset read as another.

Two readings compete for the same text; the likelier wins, again and again until none makes it likelier.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cleaner.repairs import judging, legacy, lookalikes, mojibake
from cleaner.repairs.changes import Change, carry_out, chain

_LAYERS: Final = 6
_LEFT: Final = 0.1
"""UTF-8 that was misread uses up nearly all that is not ASCII; where more is left, another charset may be meant."""

_SURER: Final = 1.5
"""UTF-8 that is no accident is surer than a charset that fits."""


@lru_cache(maxsize=16)
def changes(text: str) -> Sequence[Change]:
    """Return what would undo wrong decodings. A text that settles is asked about twice: the answer is kept.

    >>> [(c.start, c.end, c.after) for c in changes("L'Ã‰lysÃ©e, FranÃƒÂ§aise")]
    [(2, 4, 'É'), (7, 9, 'é'), (16, 20, 'ç')]
    """
    total: list[Change] = []
    now = text
    for _ in range(_LAYERS):
        if now.isascii() or not (found := _layer(now)):
            break
        total = chain(text, total, now, found)
        now = carry_out(now, found)
    return tuple(total)


def hinted(text: str) -> bool:
    """Return whether a cheap look finds what one of the two readings might change."""
    return legacy.hinted(text) or mojibake.hinted(text)


def _layer(text: str) -> list[Change]:
    found = mojibake.reading(text) if mojibake.hinted(text) else mojibake.NONE
    if found.changes and found.left <= _LEFT:
        return found.changes
    other, gain = legacy.reading(text)
    if other and _look_alike(text, other):
        return found.changes
    return found.changes if found.gain * _SURER >= gain else other


def _look_alike(text: str, other: list[Change]) -> bool:
    """Return whether a text rather has another alphabet's letters that look like its own, or accents beside letters."""
    alike = lookalikes.accents(text) or list(lookalikes.letters(text))
    if not alike or lookalikes.MIXED.search(carry_out(text, alike)):
        return False
    return judging.cost(carry_out(text, alike)) <= judging.cost(carry_out(text, other))
