"""Old ids of statements to new ones: after an upgrade or a new crawl, annotations find their statements again.

Statements of a record that stands in both runs are matched by id, else by what was said and by whom, else by what was
said, else by the place in the source. Nothing is guessed beyond that: what is left over is gone, or new.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from cleaner.tables import stored
from cleaner.text import fold

How = Literal["same id", "same words and speaker", "same words", "same place", "gone", "new"]
_COLUMNS: Final = ("statement_id", "article_id", "speaker", "text", "source_start", "source_end")
_OVERLAP: Final = 0.5
"""Two spans are of one statement when they share more than this of the longer."""


class Match(NamedTuple):
    """An old statement, the new one that it became, how that is known, and whether its speaker changed."""

    old: str | None
    new: str | None
    how: How
    speaker_changed: bool = False


class _Said(NamedTuple):
    id: str
    words: bytes
    speaker: str
    start: int
    end: int


def matches(old: Path, new: Path, pairs: Mapping[str, str]) -> Iterator[Match]:
    """Yield what became of each statement of the records in both runs; `pairs` maps new ids of records to old."""
    before: defaultdict[str, list[_Said]] = defaultdict(list)
    wanted = set(pairs.values())
    for row in stored.rows(old, "statements", _COLUMNS):
        if row["article_id"] in wanted:
            before[row["article_id"]].append(_said(row))
    article, here = None, list[_Said]()
    for row in stored.rows(new, "statements", _COLUMNS):
        if row["article_id"] not in pairs:
            continue
        if row["article_id"] != article:
            if article is not None:
                yield from _of_record(before.pop(pairs[article], []), here, article == pairs[article])
            article, here = row["article_id"], []
        here.append(_said(row))
    if article is not None:
        yield from _of_record(before.pop(pairs[article], []), here, article == pairs[article])
    for left in before.values():
        yield from (Match(one.id, None, "gone") for one in left)


def counted(found: Iterator[Match]) -> dict[str, int]:
    """Return how many statements were matched in which way, and how many of them have another speaker."""
    counts: Counter[str] = Counter()
    for match in found:
        counts[match.how] += 1
        counts["other speaker"] += match.speaker_changed
    return {name: count for name, count in counts.items() if count}


def _said(row: Mapping[str, Any]) -> _Said:
    words = hashlib.blake2b(fold(row["text"] or "").encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return _Said(row["statement_id"], words, row["speaker"] or "", row["source_start"] or 0, row["source_end"] or 0)


def _of_record(before: list[_Said], after: list[_Said], same_source: bool) -> Iterator[Match]:
    """Yield the matches of one record; places are compared only where the bytes are the same."""
    left = {one.id: one for one in before}
    open_ = list(after)
    for how, key in (("same id", lambda s: s.id), ("same words and speaker", lambda s: (s.words, s.speaker)),
                     ("same words", lambda s: s.words)):  # fmt: skip
        by_key: defaultdict[Any, list[_Said]] = defaultdict(list)
        for one in left.values():
            by_key[key(one)].append(one)
        waiting = []
        for one in open_:
            found = by_key.get(key(one))
            if found:
                old = found.pop(0)
                del left[old.id]
                yield Match(old.id, one.id, how, old.speaker != one.speaker)  # type: ignore[arg-type]
            else:
                waiting.append(one)
        open_ = waiting
    for one in open_:
        near = next((old for old in left.values() if same_source and _overlap(old, one) > _OVERLAP), None)
        if near is None:
            yield Match(None, one.id, "new")
        else:
            del left[near.id]
            yield Match(near.id, one.id, "same place", near.speaker != one.speaker)
    yield from (Match(one.id, None, "gone") for one in left.values())


def _overlap(one: _Said, other: _Said) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(1, one.end - one.start, other.end - other.start)
