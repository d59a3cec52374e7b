"""An article's blocks as Markdown: headings, lists, tables, quotations, code and links as they stood in the source.

Reads blocks and what the reader kept of the page; changes nothing, and leaves `text` and every span into it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from cleaner.block import Block, Element
from cleaner.structured import elements, inline, lines
from cleaner.structured.spots import Spot
from cleaner.structured.typed import with_lists
from cleaner.structured.write import Piece, written

__all__ = ["markdown"]


def markdown(
    source: str, blocks: Sequence[Block], tree: Sequence[Element], format_: Literal["text", "markdown", "html"]
) -> str:
    """Return blocks as Markdown; what would be read as a mark is escaped.

    `tree` are the elements that a page's blocks stand in; Markdown and plain text say it in their lines.

    >>> print(markdown("", [Block("Of C#", 0, 0, "heading", 2), Block("5 * 3 *is* 15", 0, 0)], (), "text"))
    ## Of C\\#
    <BLANKLINE>
    5 * 3 \\*is\\* 15
    """
    codes = inline.code_finder(source, tree, format_)
    if format_ == "html":
        return written(with_lists(_pieces(blocks, elements.spots(blocks, tree), codes, hard=True)))
    return written(_pieces(blocks, lines.spots(source, blocks, marked=format_ == "markdown"), codes, hard=False))


def _pieces(
    blocks: Sequence[Block], spots: Sequence[Spot], codes: inline.CodeFinder, hard: bool
) -> Iterable[Piece]:
    for block, spot in zip(blocks, spots, strict=True):
        if spot.kind == "code":
            yield Piece(spot, block.text)
            continue
        joint = "<br>" if spot.kind == "cell" and hard else "\\\n" if spot.kind == "paragraph" and hard else " "
        yield Piece(spot, inline.render(block, codes(block), joint, spot.kind))
