"""Blocks that say again what stands elsewhere on the page: the copy for small screens, the variant behind a gate.

A page that holds the same blocks twice, in the same order, means one of them. Names nothing; touches no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.document import Document
from cleaner.text import count_words

_LEAST_WORDS: Final = 8
_MOST_COPIES: Final = 4
"""What stands more often is meant so: the terms of each offer, the cells of a plan."""
_LONG_RUN: Final = 5
_MEANT: Final = frozenset({"table_cell", "preformatted", "definition", "caption"})
_MEANT_ALONE: Final = frozenset({"list_item", *_MEANT})
"""Kinds that repeat a text on purpose, always or where few of them stand together. On the labelled pages 0.86 of the
words of all other repeats were meant once only, 0.5 of those of lone list items, 0.3 of those in cells and code."""


def duplicates(document: Document) -> set[int]:
    """Return the numbers of the blocks that repeat others: the keys of `repeats`."""
    return set(repeats(document))


def repeats(document: Document) -> dict[int, int]:
    """Return for each block that repeats another, alone if it has 8 words, else beside such, the one that stays.

    Of two copies the visible one stays, of two visible ones the first. Where that one is no article, its copy may
    still be: drop a copy only where the other is kept.

    >>> from cleaner.readers import document as read
    >>> line = "<p>The bridge will be mended before the winter comes.<h2>Why</h2>"
    >>> repeats(read(line + "<p>Now." + line, format="html"))
    {3: 0, 4: 1}
    """
    blocks = document.blocks
    keys = [" ".join(block.text.split()) for block in blocks]
    seen: dict[str, int] = {}
    again: dict[str, list[int]] = {}
    if len(set(keys)) < len(keys):
        for number, key in enumerate(keys):
            if (first := seen.setdefault(key, number)) != number:
                again.setdefault(key, [first]).append(number)
    twin = _twins(document, again)
    if not twin:
        return {}
    _extend(twin, keys)
    hidden = [element.hidden for element in document.elements]
    out: dict[int, int] = {}
    for run in _runs(twin):
        long = len(run) >= _LONG_RUN
        if long or any(blocks[number].element not in _MEANT_ALONE for number in run):
            out.update((n, twin[n]) for n in run if long or (at := blocks[n].parent) < 0 or not hidden[at])
    return {number: stays for number, stays in out.items() if stays not in out}


def _twins(document: Document, again: dict[str, list[int]]) -> dict[int, int]:
    """Return for each copy of a block that is long enough to tell the block that stays."""
    twin: dict[int, int] = {}
    for key, numbers in again.items():
        if len(numbers) <= _MOST_COPIES and count_words(key) >= _LEAST_WORDS:
            stays = next((number for number in numbers if not _is_hidden(document, number)), numbers[0])
            twin.update(
                (number, stays)
                for number in numbers
                if number != stays and document.blocks[number].element not in _MEANT
            )
    return twin


def _is_hidden(document: Document, number: int) -> bool:
    parent = document.blocks[number].parent
    return parent >= 0 and document.elements[parent].hidden


def _extend(twin: dict[int, int], keys: Sequence[str]) -> None:
    """Add the short blocks that stand beside copies as they stand beside what those repeat."""
    for step, numbers in ((1, range(len(keys) - 1)), (-1, range(len(keys) - 1, 0, -1))):
        for number in numbers:
            stays = twin.get(number)
            near = number + step
            if stays is None or near in twin or not 0 <= (other := stays + step) < len(keys):
                continue
            if other != near and other not in twin and keys[other] == keys[near]:
                twin[near] = other


def _runs(twin: dict[int, int]) -> Iterator[list[int]]:
    """Yield the copies that stand one after another as their originals do."""
    run: list[int] = []
    for number in sorted(twin):
        if run and (number != run[-1] + 1 or twin[number] != twin[run[-1]] + 1):
            yield run
            run = []
        run.append(number)
    if run:
        yield run
