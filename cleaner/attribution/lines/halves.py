"""Halves of a sentence that a semicolon parts, each with its own quotation and speaker: “…”, said X; “…”, said Y.

Owns where such a sentence is cut in two. Looks at marks only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cleaner.attribution.lines.line import Line

MIN_REST: Final = 2
"""So many words behind the second quotation say whose it is."""


def cut(line: Line) -> None:
    """Cut each sentence at the semicolons before a quotation that is attributed by itself, headlines at each one."""
    if ";" not in line.gap:
        return
    sentences, spans = [], []
    for (start, end), (first, last) in zip(line.sentences, line.spans, strict=True):
        begin, at = start, first
        for i in range(first + 1, last):
            if line.gap[i] == ";" and (line.role == "title" or _own(line, i, at, last)):
                stop = line.text.rfind(";", line.end[i - 1], line.start[i])
                if stop < 0:
                    continue
                sentences.append((begin, stop))
                spans.append((at, i))
                begin, at = _opening(line, i), i
        sentences.append((begin, end))
        spans.append((at, last))
    line.sentences, line.spans = sentences, spans


def _own(line: Line, i: int, first: int, last: int) -> bool:
    """Return whether word i begins a quotation, one stands before it, and words behind it tell whose it is."""
    if line.quoted[i] < 0 or line.quoted[i - 1] == line.quoted[i] or all(q < 0 for q in line.quoted[first:i]):
        return False
    stop = next((j for j in range(i, last) if line.gap[j] == ";" and j > i and line.quoted[j] < 0), last)
    return sum(q < 0 for q in line.quoted[i:stop]) >= MIN_REST


def _opening(line: Line, i: int) -> int:
    """Return where a half begins: with the mark of its quotation, else with its first word."""
    quote = line.outer[line.quoted[i]] if line.quoted[i] >= 0 else None
    return quote.start if quote and quote.start <= line.start[i] else line.start[i]
