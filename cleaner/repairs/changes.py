"""Changes to one text: carrying them out, chaining several rounds into one, and settling a text for good.

Knows nothing of what is repaired. A text is settled when no pass has anything left to say; one that never settles is
left as it was, so that repairing twice is always repairing once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from cleaner.ledger import Edit

ROUNDS: Final = 6
"""Real damage settles in two or three rounds; hostile text that takes more is left alone."""


class Change(NamedTuple):
    """Put `after` for text [start, end), which is never empty."""

    start: int
    end: int
    after: str
    kind: str
    rule: str
    why: str
    confidence: float


Pass = Callable[[str], Sequence[Change]]
"""What one kind of repair would change in a text: changes in order that do not overlap."""


def carry_out(text: str, changes: Iterable[Change]) -> str:
    """Return the text with the changes made.

    >>> carry_out("a  b", [Change(1, 3, " ", "spaces", "r", "w", 1.0)])
    'a b'
    """
    out: list[str] = []
    at = 0
    for change in changes:
        out += text[at : change.start], change.after
        at = change.end
    return "".join((*out, text[at:]))


def settle(text: str, passes: Sequence[Pass]) -> list[Change]:
    """Return the changes after which no pass has anything to change; none if there is no such end within ROUNDS.

    So `settle` of its own result is always empty: either every pass was asked last and said nothing, or the text
    is untouched.
    """
    total: list[Change] = []
    now = text
    for _ in range(ROUNDS):
        quiet = True
        for step in passes:
            if changes := list(step(now)):
                total = chain(text, total, now, changes)
                now = carry_out(now, changes)
                quiet = False
        if quiet:
            return total
    return []


class _Piece(NamedTuple):
    """A change as it stands in the text between two rounds."""

    start: int
    end: int
    round: int
    change: Change


def chain(before: str, first: Sequence[Change], between: str, second: Sequence[Change]) -> list[Change]:
    """Return one round of changes to `before` that does what `first` (giving `between`) and then `second` do.

    Changes that touch the same characters become one, named as the first of them.

    >>> one = [Change(1, 7, "\\xa0", "entity", "r", "w", 0.9)]
    >>> [c[:4] for c in chain("a&nbsp;b", one, "a\\xa0b", [Change(1, 2, " ", "nbsp", "r", "w", 0.95)])]
    [(1, 7, ' ', 'entity')]
    """
    if not first:
        return list(second)
    pieces: list[_Piece] = []
    grown = 0
    for change in first:
        start = change.start + grown
        pieces.append(_Piece(start, start + len(change.after), 0, change))
        grown += len(change.after) - (change.end - change.start)
    pieces += [_Piece(change.start, change.end, 1, change) for change in second]
    pieces.sort(key=lambda p: (p.start, p.end, p.round))
    out: list[Change] = []
    grown = 0
    group: list[_Piece] = []
    end = 0
    for piece in (*pieces, None):
        if piece is not None and group and piece.start < end:
            group.append(piece)
            end = max(end, piece.end)
            continue
        if group:
            merged, grown = _merge(group, end, between, grown)
            if before[merged.start : merged.end] != merged.after:
                out.append(merged)
        if piece is not None:
            group, end = [piece], piece.end
    return out


def _merge(group: Sequence[_Piece], end: int, between: str, grown: int) -> tuple[Change, int]:
    """Return a group that touches as one change to the first text, and by how much the text has grown behind it."""
    start = group[0].start
    own = [p.change for p in group if p.round == 0]
    shifted = [p.change._replace(start=p.start - start, end=p.end - start) for p in group if p.round == 1]
    after = carry_out(between[start:end], shifted)
    widened = sum(len(c.after) - (c.end - c.start) for c in own)
    first_start = start - grown
    first_end = end - grown - widened
    lead = own[0] if own else group[0].change
    least = min(p.change.confidence for p in group)
    return lead._replace(start=first_start, end=first_end, after=after, confidence=least), grown + widened


def edits(block: int, text: str, changes: Iterable[Change]) -> list[Edit]:
    """Return the changes to a block's text as proposals."""
    return [
        Edit(block, c.start, text[c.start : c.end], c.after, c.kind, c.rule, c.why, c.confidence)
        for c in changes if text[c.start : c.end] != c.after
    ]  # fmt: skip
