"""Quotations set apart with the name of who said them behind or below: “Saved my knee.” ~ Ann Lee; the name in a line.

Reads the layout of whole documents, as pages of reviews, mottos and pull quotes have it. A dash or the like shows a
signature; without one it has to come again, or to be the name of somebody who is shown to be a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, SPACE, Line
from cleaner.attribution.nesting.found import SIGNED_BELOW, Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.shown import is_person

MIN_WORDS: Final = 4
"""A quotation of fewer words is a name or a heading."""
MAX_SIGNATURE: Final = 16
MAX_NAME: Final = 5
MAX_PARTICLE: Final = 3
"""A small word inside a name has so few letters: van, de la."""
_MARKS: Final = tuple("—–―~‒-•*")
_GLUE: Final = (SPACE, HYPHEN, APOSTROPHE)
_ENDS: Final = tuple('!?…:;”"»')


class Pair(NamedTuple):
    """Quotations in lines [first, last), the name of who signs them, the line it stands in, whether a mark leads it."""

    first: int
    last: int
    name: str
    at: int
    marked: bool


def claims(lines: list[Line], cast: Cast) -> dict[int, Claim | None]:
    """Return the claim of each line that is a signed quotation, None for the lines that only sign one."""
    whole = [_words_before(line) for line in lines]
    found = list(_pairs(lines, whole))
    above = _named_above(lines, whole, cast)
    unmarked = sum(not pair.marked for pair in found)
    out: dict[int, Claim | None] = {}
    for pair in found:
        if pair.marked or (not above and (unmarked > 1 or is_person(pair.name, cast))):
            for i in range(pair.first, pair.last):
                out[i] = _claim(lines[i], pair.name, cast)
            if pair.at >= pair.last:
                out[pair.at] = None
    return out


def _pairs(lines: list[Line], whole: list[int]) -> Iterator[Pair]:
    """Yield the quotations, one line or several in a row, that a signature follows."""
    first = 0
    for i, line in enumerate(lines):
        if not whole[i]:
            first = i + 1
            continue
        rest = line.text[line.outer[-1].end :].strip()
        if rest:
            if signature := _signature(line, whole[i], rest):
                yield Pair(first, i + 1, *signature[:1], i, signature[1])
            first = i + 1
        elif i + 1 < len(lines) and not whole[i + 1] and not lines[i + 1].outer:
            below = lines[i + 1]
            signature = _signature(below, 0, below.text.strip()) if below.low else None
            if signature and (signature[1] or below.role == "body"):
                yield Pair(first, i + 1, *signature[:1], i + 1, signature[1])
            first = i + 1


def _words_before(line: Line) -> int:
    """Return the number of words in the quotations that a line opens with, 0 if it does not, or goes on at length."""
    if not line.outer or not line.low or line.role == "title" or line.quoted[0] < 0 or not line.outer[-1].closed:
        return 0
    count = next((i for i, quoted in enumerate(line.quoted) if quoted < 0), len(line.quoted))
    if count < MIN_WORDS or len(line.low) - count > MAX_SIGNATURE or any(q >= 0 for q in line.quoted[count:]):
        return 0
    return count


def _signature(line: Line, at: int, text: str) -> tuple[str, bool] | None:
    """Return the name that a text from word `at` of a line begins with, and whether a mark leads it; None without."""
    marked = text.startswith(_MARKS)
    last = len(line.low)
    if at >= last or last - at > MAX_SIGNATURE or text.rstrip(")").endswith(_ENDS) or not line.capital(at):
        return None
    stop = at + 1
    while stop < last and stop - at < MAX_NAME and line.gap[stop] in _GLUE:
        particle = len(line.low[stop]) <= MAX_PARTICLE and stop + 1 < last and line.capital(stop + 1)
        if not (line.capital(stop) or particle):
            break
        stop += 1
    if text.endswith(".") and stop - at < last - at:
        return None  # a sentence
    if stop < last and line.gap[stop] == SPACE and not marked:
        return None  # a clause goes on behind the name
    return line.slice(at, stop), marked


def _named_above(lines: list[Line], whole: list[int], cast: Cast) -> bool:
    """Return whether each name stands above its quotation: the first quotation follows a name, the last one none."""
    rows = [i for i, count in enumerate(whole) if count and i and lines[i].role == "body"]
    if len(rows) < 2:
        return False
    before, behind = lines[rows[0] - 1], lines[rows[-1] + 1] if rows[-1] + 1 < len(lines) else None
    named = bool(before.low) and not before.outer and _signature(before, 0, before.text.strip()) is not None
    return named and (behind is None or not behind.low or _signature(behind, 0, behind.text.strip()) is None)


def _claim(line: Line, name: str, cast: Cast) -> Claim:
    person = cast.named(name)
    known = person is not None and bool(person.seen)  # Kerry, a customer, is not the one of the tables
    who = Who(0, 1, person.name if person and known else name, "organisation" if name.isupper() else "person")
    content = [(q.inner_start, q.inner_end) for q in line.outer]
    return Claim(who, None, line.outer[0].start, line.outer[-1].end, "statement", SIGNED_BELOW, 0.8, content)
