"""Code amid prose stays as it was set: what would be a slip in a sentence is right in a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from cleaner.document import Block, Document
from cleaner.ledger import Flag
from cleaner.repairs.changes import Change
from cleaner.structured.inline import CodeFinder, code_finder

_BESIDE: Final = frozenset(("doubled-punctuation", "space-before-comma"))
"""Rules for marks: what merely touches code stays as well, for a full stop behind it may be its own."""
_WITHIN: Final = frozenset(("entity", "escape", "look_alike", "compatibility_form", "name_misspelling", "name_variant"))


class Code:
    """What of a document is code; looked for when a repair or a flag asks."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _find(self) -> CodeFinder:
        return code_finder(self._document.source, self._document.elements, self._document.format)

    def spared(self, block: Block, changes: Sequence[Change]) -> Sequence[Change]:
        """Return the changes of a block but those that would alter code."""
        if not any(change.rule in _BESIDE or change.kind in _WITHIN for change in changes):
            return changes
        codes = self._find(block)
        return [change for change in changes if not any(_alters(change, *code) for code in codes)] if codes else changes

    def outside(self, block: Block, flags: Iterable[Flag]) -> Iterator[Flag]:
        """Yield the flags of a block that do not point into code, where a question mark means something else."""
        for flag in flags:
            asks = block.text[flag.start : flag.end].strip("?") == ""
            if asks and block.element == "preformatted":
                continue
            if not asks or not any(flag.start < end and flag.end > start for start, end in self._find(block)):
                yield flag


def _alters(change: Change, start: int, end: int) -> bool:
    if change.rule in _BESIDE:
        return change.start <= end and change.end >= start
    return change.kind in _WITHIN and change.start < end and change.end > start
