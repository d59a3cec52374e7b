"""Times of day before the words of a line: the entries of a live blog, and the programme of a day, which is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from cleaner.dates import clock
from cleaner.document import Block
from cleaner.text import ends_sentence, has_words

_CLOCK_CHARS: Final = 14
_DIGIT: Final = re.compile(r"\d")
_AFTER_CLOCK: Final = re.compile(r" ?[:|\u2013\u2014-]\s|\s(?=[^\s\d])")
_COLONS: Final = (":", "：")
_ENTRIES: Final = 3
"""So many lines with times, each later than the one before, are a programme; lists of news begin with the latest."""
_ENTRY_WORDS: Final = 12
_EVENING, _MORNING = "18", "06"
"""Behind the evening's times those of the morning after go on rising."""


def is_timed(block: Block) -> bool:
    """Return whether a time of day stands before the words of a block, or is all of it."""
    if not _DIGIT.search(block.text, 0, _CLOCK_CHARS):
        return False
    if len(block.text) < _CLOCK_CHARS and clock(block.text, block.language) is not None:
        return True
    return behind(block.text, block.language) > 0


def behind(text: str, language: str) -> int:
    """Return where the words begin behind a time of day at the start, 0 where none stands.

    >>> behind("10:40 The ferry opens", "en"), behind("40 people came", "en")
    (6, 0)
    """
    found = _opening(text, language)
    return found[0] if found else 0


def _opening(text: str, language: str) -> tuple[int, str] | None:
    """Return where the words begin behind a time of day at the start, and the time."""
    if not text[:1].isdigit():
        return None
    for found in _AFTER_CLOCK.finditer(text, 0, _CLOCK_CHARS):
        if found.end() < len(text) and (hour := clock(text[: found.start()].strip(), language)):
            return found.end(), hour
    return None


def is_live(blocks: Sequence[Block], listed: frozenset[int]) -> bool:
    """Return whether times of day stand before the entries of a text, as in a live blog: a programme has none."""
    clocks = (n for n, block in enumerate(blocks) if not block.label and n not in listed and is_timed(block))
    return len(list(islice(clocks, 2))) > 1


def programme(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the blocks that make up programmes: short lines one below another, their times rising,
    past midnight too; two are enough below a line that announces them."""
    out: list[int] = []
    run: list[int] = []
    latest = ""
    for number, block in enumerate(blocks):
        found = None if block.label else _entry(block)
        if found and (found > latest or (found < _MORNING and latest >= _EVENING)):
            run.append(number)
        else:
            out += run if _is_programme(blocks, run) else []
            run = [number] if found else []
        latest = found or ""
    out += run if _is_programme(blocks, run) else []
    return frozenset(out)


def _is_programme(blocks: Sequence[Block], run: Sequence[int]) -> bool:
    """Return whether lines with times are enough for a programme: one fewer where a colon announces them."""
    announced = bool(run and run[0]) and blocks[run[0] - 1].text.rstrip()[-1:] in _COLONS
    return len(run) >= _ENTRIES - announced


def _entry(block: Block) -> str:
    """Return the time before the words of a line that is no sentence, '' where none stands."""
    found = _opening(block.text, block.language)
    if found is None or ends_sentence(block.text) or has_words(block.text, _ENTRY_WORDS + 1):
        return ""
    return found[1].zfill(5)
