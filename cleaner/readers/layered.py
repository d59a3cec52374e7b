"""Text that stands in a source in disguise (references in an attribute, escapes in JSON), with the way back to it.

Each layer undoes one disguise and keeps a map onto the source itself, so that what a reader finds in the text of the
innermost layer can be told in spans of the source. Knows no format beyond the two disguises.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import unescape
from typing import Final

from cleaner.document import Block, Link
from cleaner.ledger import Run
from cleaner.mapping import canonical
from cleaner.tables.rows import Span

_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])", re.DOTALL
)
_SHORT: Final = {r"\n": "\n", r"\t": "\t", r"\r": "\r", r"\b": "\b", r"\f": "\f"}


class Layer:
    """A text and its map onto the source: runs that tile the text and rise in the source."""

    __slots__ = ("_starts", "runs", "text")

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self.text = text
        self.runs = runs
        self._starts = [run.text_start for run in runs]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Layer:
        """Return source [start, end) as it stands."""
        return cls(source[start:end], (Run(0, end - start, start, end, True),) if start < end else ())

    def unreferenced(self, start: int = 0, end: int | None = None) -> Layer:
        """Return [start, end) of the text with its character references resolved, as in an attribute of HTML.

        >>> layer = Layer.of("x=a &quot; b", 2, 12).unreferenced()
        >>> layer.text, layer.span(2, 3)
        ('a " b', (4, 10))
        """
        return self._resolved(_REFERENCE, _reference, start, len(self.text) if end is None else end)

    def unescaped(self, start: int = 0, end: int | None = None) -> Layer:
        r"""Return [start, end) of the text, the inside of a JSON string, with its escapes resolved.

        >>> Layer.of(r'd\u00e9j\u00e0 \"vu\"', 0, 22).unescaped().text
        'déjà "vu"'
        """
        return self._resolved(_ESCAPE, _escape, start, len(self.text) if end is None else end)

    def _resolved(self, disguise: re.Pattern[str], resolve: Callable[[str], str], start: int, end: int) -> Layer:
        text, parts, pieces, at, length = self.text, [], [], start, 0
        for found in disguise.finditer(text, start, end):
            written = found[0]
            meant = resolve(written)
            if meant == written or not meant:
                continue
            first, last = found.span()
            if first > at:
                parts.append(text[at:first])
                pieces.append(Run(length, length + first - at, at, first, True))
                length += first - at
            parts.append(meant)
            pieces.append(Run(length, length + len(meant), first, last, False))
            length += len(meant)
            at = last
        if end > at:
            parts.append(text[at:end])
            pieces.append(Run(length, length + end - at, at, end, True))
        return Layer("".join(parts), self.through(pieces))

    def through(self, pieces: Iterable[Run]) -> list[Run]:
        """Return pieces that point into this text, in rising order, pointing into the source."""
        runs, out = self.runs, []
        number = -1
        for text_start, text_end, start, end, exact in pieces:
            if number < 0:
                number = max(0, bisect_right(self._starts, start) - 1)
            while runs[number].text_end <= start:
                number += 1
            if not exact:
                first = _at(runs[number], start)
                while runs[number].text_end < end:
                    number += 1
                out.append(Run(text_start, text_end, first, _until(runs[number], end), False))
                continue
            shift = text_start - start
            while True:
                run = runs[number]
                low, high = max(start, run.text_start), min(end, run.text_end)
                if run.exact:
                    by = run.source_start - run.text_start
                    out.append(Run(low + shift, high + shift, low + by, high + by, True))
                else:
                    out.append(Run(low + shift, high + shift, run.source_start, run.source_end, False))
                if run.text_end >= end:
                    break
                number += 1
        return out

    def span(self, start: int, end: int) -> Span:
        """Return the source span of text [start, end), which is not empty."""
        first = self.runs[bisect_right(self._starts, start) - 1]
        last = self.runs[bisect_right(self._starts, end - 1) - 1]
        return _at(first, start), _until(last, end)

    def placed(self, block: Block, parent: int) -> Block:
        """Return a block that was read from this text with its spans in the source."""
        runs = canonical(self.through(block.map))
        links = tuple(Link(*self.span(link.start, link.end), link.href) for link in block.links)
        plain = len(runs) == 1 and runs[0].exact
        return replace(block, start=runs[0].source_start, end=runs[-1].source_end, links=links, parent=parent,
                       runs=None if plain else runs)  # fmt: skip


def _at(run: Run, start: int) -> int:
    """Return where in the source a piece begins that begins at `start` in a run."""
    return run.source_start + start - run.text_start if run.exact else run.source_start


def _until(run: Run, end: int) -> int:
    """Return where in the source a piece ends that ends at `end` in a run."""
    return run.source_start + end - run.text_start if run.exact else run.source_end


def _reference(written: str) -> str:
    return '"' if written == "&quot;" else unescape(written)


def _escape(written: str) -> str:
    if written[1] != "u":
        return _SHORT.get(written, written[1])
    meant: str = json.loads(f'"{written}"')
    return meant
