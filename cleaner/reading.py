"""One article as a person reads it: its blocks in source order, and where in them repairs, values and statements stand.

Spans of the tables point into the source; a page shows the blocks' text as it stands. This places the one in the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from cleaner.tables import stored
from cleaner.tables.stored import Row

MarkKind = Literal["repair", "flag", "evidence", "statement", "cue", "speaker", "quote", "issue"]
_TABLES: Final = ("blocks", "ledger", "evidence", "statements", "issues")
MARKS: Final = ("repair", "flag", "evidence", "statement", "cue", "speaker", "quote", "issue")


class Mark(NamedTuple):
    """A span of a block's text that item number `item` of its kind is about."""

    start: int
    end: int
    kind: MarkKind
    item: int


@dataclass(slots=True)
class Reading:
    """One article's rows, and for each block (in source order) the marks on its text."""

    article: Row
    blocks: list[Row] = field(default_factory=list)
    repairs: list[Row] = field(default_factory=list)
    flags: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    marks: list[list[Mark]] = field(default_factory=list)


def each(folder: Path) -> Iterator[Reading]:
    """Yield every article of a run, ready to be read, in the order of the articles table; one is held at a time.

    The rows of the other tables follow their article, as a run writes them; those of a table in another order are left.
    """
    tables = {table: _by_article(folder, table) for table in _TABLES}
    ahead = {table: next(groups, None) for table, groups in tables.items()}
    for row in stored.rows(folder, "articles"):
        grouped: dict[str, list[Row]] = {}
        for table, group in ahead.items():
            if group is not None and group[0] == row["article_id"]:
                grouped[table] = group[1]
                ahead[table] = next(tables[table], None)
        yield _filled(Reading({**row, "text": None}), grouped)


def _by_article(folder: Path, table: str) -> Iterator[tuple[str, list[Row]]]:
    return ((own, list(rows)) for own, rows in groupby(stored.rows(folder, table), key=itemgetter("article_id")))


def readings(folder: Path, wanted: Collection[str]) -> dict[str, Reading]:
    """Return the articles named in `wanted`, each ready to be read."""
    chosen = frozenset(wanted)
    found = {row["article_id"]: Reading({**row, "text": None}) for row in _of(folder, "articles", chosen)}
    grouped: defaultdict[str, dict[str, list[Row]]] = defaultdict(dict)
    for table in _TABLES:
        for row in _of(folder, table, chosen):
            grouped[row["article_id"]].setdefault(table, []).append(row)
    for article_id, reading in found.items():
        _filled(reading, grouped[article_id])
    return found


def _filled(reading: Reading, grouped: Mapping[str, list[Row]]) -> Reading:
    """Return a reading with its rows of the other tables, and the marks they make on its blocks."""
    reading.blocks = sorted(grouped.get("blocks", ()), key=lambda row: row["source_start"])
    ledger = sorted(grouped.get("ledger", ()), key=lambda row: row["seq"])
    reading.repairs = [row for row in ledger if row["action"] == "repair"]
    reading.flags = [row for row in ledger if row["action"] == "flag"]
    reading.evidence = list(grouped.get("evidence", ()))
    reading.statements = sorted(grouped.get("statements", ()), key=lambda row: row["source_start"] or 0)
    reading.issues = list(grouped.get("issues", ()))
    reading.marks = _place(reading)
    return reading


def _of(folder: Path, table: str, chosen: Collection[str]) -> Iterator[Row]:
    return (row for row in stored.rows(folder, table) if row["article_id"] in chosen)


# --- placing ---------------------------------------------------------------------------------------------------------


class _Piece(NamedTuple):
    """Text [start, end) of a block stands for source [source_start, source_end); a repair, or what lies between two."""

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool


def _place(reading: Reading) -> list[list[Mark]]:
    """Return the marks of each block, in the order of their start."""
    marks: list[list[Mark]] = [[] for _ in reading.blocks]
    starts = [block["source_start"] for block in reading.blocks]
    pieces = [_pieces(block, []) for block in reading.blocks]
    by_block: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(reading.repairs):
        for block in _blocks_at(reading.blocks, starts, row["source_start"], row["source_end"])[:1]:
            by_block[block].append(number)
    for block, numbers in by_block.items():
        placed = _place_repairs(reading.blocks[block], [(n, reading.repairs[n]) for n in numbers])
        marks[block] += [Mark(start, end, "repair", n) for n, start, end in placed]
        pieces[block] = _pieces(reading.blocks[block], [(reading.repairs[n], a, b) for n, a, b in placed])
    spanned: tuple[tuple[MarkKind, Sequence[Row], str], ...] = (
        ("flag", reading.flags, "before"),
        ("evidence", reading.evidence, "value"),
        ("issue", reading.issues, ""),
    )
    for kind, rows, surface in spanned:
        for number, row in enumerate(rows):
            start, end = row["source_start"], row["source_end"]
            if start is None or end is None or start >= end:
                continue
            for block in _blocks_at(reading.blocks, starts, start, end):
                a, b = _span(
                    reading.blocks[block], pieces[block], start, end, str(row[surface] or "") if surface else ""
                )
                if a < b:
                    marks[block].append(Mark(a, b, kind, number))
    _place_statements(reading, starts, pieces, marks)
    return [sorted(found) for found in marks]


def _place_statements(
    reading: Reading, starts: Sequence[int], pieces: Sequence[Sequence[_Piece]], marks: list[list[Mark]]
) -> None:
    """Mark statements by their own text coordinates, which are exact; those outside the text by their source span."""
    numbers = [n for n, block in enumerate(reading.blocks) if block["text_start"] is not None]
    text_starts = [reading.blocks[n]["text_start"] for n in numbers]
    title = next((n for n, block in enumerate(reading.blocks) if block["label"] == "title"), None)
    for number, row in enumerate(reading.statements):
        spans: list[tuple[MarkKind, Any, Any]] = [
            ("statement", row["text_start"], row["text_end"]),
            ("cue", row["cue_start"], row["cue_end"]),
            ("speaker", row["speaker_start"], row["speaker_end"]),
            *(("quote", a, b) for a, b in row["quotes"] or ()),
        ]
        for kind, start, end in spans:
            if start is None or end is None:
                continue
            if row["in"] == "text":
                at = max(0, bisect_right(text_starts, start) - 1)
                for text_start, block in zip(text_starts[at:], numbers[at:], strict=True):
                    if text_start >= end:
                        break
                    length = len(reading.blocks[block]["text"] or "")
                    a, b = max(0, start - text_start), min(length, end - text_start)
                    if a < b:
                        marks[block].append(Mark(a, b, kind, number))
            elif row["in"] == "title" and title is not None:
                marks[title].append(Mark(start, min(end, len(reading.blocks[title]["text"] or "")), kind, number))
            elif kind == "statement" and row["source_start"] is not None:
                for block in _blocks_at(reading.blocks, starts, row["source_start"], row["source_end"]):
                    a, b = _span(
                        reading.blocks[block], pieces[block], row["source_start"], row["source_end"], row["text"] or ""
                    )
                    marks[block].append(Mark(a, b, kind, number))


def _blocks_at(blocks: Sequence[Row], starts: Sequence[int], start: int, end: int) -> list[int]:
    """Return the numbers of the blocks that share a character with source [start, end); blocks never overlap."""
    found = []
    for number in range(max(0, bisect_right(starts, start) - 1), len(blocks)):
        if starts[number] >= max(end, start + 1):
            break
        if blocks[number]["source_end"] > start or starts[number] == start:
            found.append(number)
    return found


def _place_repairs(block: Mapping[str, Any], repairs: Sequence[tuple[int, Row]]) -> list[tuple[int, int, int]]:
    """Return (number, start, end) of each repair's `after` in the block's text as it stands.

    A later repair of the same place widens to the whole of it, so only the last of such a chain is placed by its own
    `after`; the earlier ones share its span.
    """
    text = block["text"] or ""
    chains: list[list[tuple[int, Row]]] = []
    reach = -1
    for number, row in sorted(
        repairs, key=lambda item: (item[1]["source_start"], item[1]["source_end"], item[1]["seq"])
    ):
        if chains and row["source_start"] < reach:
            chains[-1].append((number, row))
        else:
            chains.append([(number, row)])
        reach = max(reach, row["source_end"])
    out = []
    drift = cursor = 0
    for chain in chains:
        first, last = chain[0][1], max(chain, key=lambda item: item[1]["seq"])[1]
        after = last["after"] or ""
        guess = first["source_start"] - block["source_start"] + drift
        start = _nearest(text, after, max(guess, cursor), cursor)
        end = min(len(text), start + len(after))
        out += [(number, start, end) for number, _ in chain]
        drift += len(after) - (last["source_end"] - first["source_start"])
        cursor = end
    return out


def _nearest(text: str, wanted: str, guess: int, cursor: int) -> int:
    """Return where `wanted` stands: at the guess, else nearest to it after the cursor, else the guess."""
    guess = min(guess, len(text))
    if not wanted or text.startswith(wanted, guess):
        return guess
    before, behind = text.rfind(wanted, cursor, guess + len(wanted)), text.find(wanted, guess)
    places = [place for place in (before, behind) if place >= 0]
    return min(places, key=lambda place: abs(place - guess)) if places else guess


def _pieces(block: Row, repairs: Sequence[tuple[Row, int, int]]) -> list[_Piece]:
    """Return the map between the block's text and the source, exact between repairs when the lengths agree."""
    pieces: list[_Piece] = []
    at, source_at = 0, block["source_start"]
    for row, start, end in sorted(repairs, key=lambda item: item[1]):
        if start > at or row["source_start"] > source_at:
            exact = start - at == row["source_start"] - source_at
            pieces.append(_Piece(at, start, source_at, row["source_start"], exact))
        pieces.append(_Piece(start, end, row["source_start"], row["source_end"], False))
        at, source_at = max(at, end), max(source_at, row["source_end"])
    length = len(block["text"] or "")
    pieces.append(_Piece(at, length, source_at, block["source_end"], length - at == block["source_end"] - source_at))
    return pieces


def _span(block: Row, pieces: Sequence[_Piece], start: int, end: int, surface: str) -> tuple[int, int]:
    """Return the text span of source [start, end): exact where the map is, else where the surface stands, else all."""
    text = block["text"] or ""
    touched = [p for p in pieces if p.source_start < end and p.source_end > start]
    if not touched or (start <= block["source_start"] and end >= block["source_end"]):
        return 0, len(text)
    first, last = touched[0], touched[-1]
    inside = surface in text[first.start : last.end] if surface else False
    if all(piece.exact or len(touched) > 1 for piece in touched) and (first.exact or last.exact or not inside):
        a = first.start + max(0, start - first.source_start) if first.exact else first.start
        b = last.end - max(0, last.source_end - end) if last.exact else last.end
        if a < b:
            return a, b
    if inside:
        at = text.find(surface, first.start)
        return at, at + len(surface)
    return first.start, last.end
