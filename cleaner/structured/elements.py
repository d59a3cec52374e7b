"""Where the blocks of a page stand, told from the elements around them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cleaner.block import Block, Element
from cleaner.structured.spots import DEEPEST, Cell, Holder, Spot, has_word

_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_CODE: Final = frozenset({"pre", "listing", "xmp", "plaintext"})
_CELLS: Final = frozenset({"td", "th"})
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_STRUCTURAL: Final = _LISTS | _CODE | _CELLS | {*_HEADINGS, "blockquote", "li", "table", "tr"}
_LANGUAGE: Final = re.compile(r"(?:^|[\s-])(?:lang(?:uage)?-|highlight-(?:source-)?|brush:\s?)([a-z][\w+#]{0,19})")
_HEADING_CHARS: Final = 300
_CELL_BLOCKS: Final = 8
"""A cell with more blocks than this is a column of a page that was laid out with a table."""


class _Around(NamedTuple):
    """What stands around an element: numbers of elements, -1 for none; quotations and items from the outside in."""

    holders: tuple[int, ...] = ()
    list: int = -1
    table: int = -1
    row: int = -1
    cell: int = -1
    code: int = -1
    heading: int = -1


@dataclass(slots=True)
class _Table:
    """One table with what the article has of it."""

    around: _Around
    header: bool = False
    cells: Counter[int] = field(default_factory=Counter)
    rows: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    laid_out: bool = False
    """Whether it only sets a page in columns."""

    def holds_data(self) -> bool:
        wide = max(map(len, self.rows.values()), default=0) > 1
        return wide and not self.laid_out and (len(self.rows) > 1 or self.header)


def spots(blocks: Sequence[Block], tree: Sequence[Element]) -> list[Spot]:
    """Return what each block is and stands in.

    >>> tree = [Element("ol", -1), Element("li", 0), Element("li", 0)]
    >>> [spot.holders[0].ordinal for spot in spots([Block("Two", 0, 3, "list_item", parent=2)], tree)]
    [2]
    """
    page = _Page(tree)
    outside = _Around()
    around = [page.around[block.parent] if block.parent >= 0 else outside for block in blocks]
    page.look_at_tables(around)
    levels = page.look_at_headings(blocks, around)
    items = _Items(page, around, levels)
    return [page.spot(block, place, level, items) for block, place, level in zip(blocks, around, levels, strict=True)]


class _Page:
    """The elements of a page, each with what stands around it."""

    def __init__(self, tree: Sequence[Element]) -> None:
        self.tree = tree
        self.around: list[_Around] = []
        self.count: dict[int, int] = {}
        """Which item of its list an item is, from 1; which cell of its row a cell is, from 0."""
        self.tables: dict[int, _Table] = {}
        self.data: dict[int, _Table] = {}
        """Those that hold data."""
        counts: Counter[int] = Counter()
        outside = _Around()
        for number, element in enumerate(tree):
            place = self.around[element.parent] if element.parent >= 0 else outside
            if element.tag in _STRUCTURAL:
                place = self._enter(number, element, place, counts)
            self.around.append(place)

    def _enter(self, number: int, element: Element, place: _Around, counts: Counter[int]) -> _Around:
        tag = element.tag
        if tag in _LISTS:
            return place._replace(list=number)
        if tag == "li":
            of = place.list if place.list >= 0 else element.parent
            counts[of] += 1
            self.count[number] = counts[of]
            return place._replace(holders=(*place.holders, number)) if len(place.holders) < DEEPEST else place
        if tag == "blockquote":
            return place._replace(holders=(*place.holders, number)) if len(place.holders) < DEEPEST else place
        if tag == "table":
            if place.table >= 0:
                self.tables[place.table].laid_out = True
            self.tables[number] = _Table(place)
            return place._replace(table=number, row=-1, cell=-1)
        if tag == "tr":
            return place._replace(row=number, cell=-1)
        if tag in _CELLS:
            self.count[number] = counts[place.row]
            counts[place.row] += 1
            if tag == "th" and place.table >= 0:
                self.tables[place.table].header = True
            return place._replace(cell=number)
        if tag in _HEADINGS:
            return place._replace(heading=number)
        if tag in _CODE and place.code < 0:
            return place._replace(code=number)
        return place

    def look_at_tables(self, around: Sequence[_Around]) -> None:
        """Count what the article has of each table."""
        for place in around:
            if place.cell < 0 or place.row < 0 or place.table < 0:
                continue
            table = self.tables[place.table]
            table.rows[place.row].add(place.cell)
            table.cells[place.cell] += 1
            if place.code >= 0 or table.cells[place.cell] > _CELL_BLOCKS:
                table.laid_out = True
        self.data = {number: table for number, table in self.tables.items() if table.holds_data()}

    def look_at_headings(self, blocks: Sequence[Block], around: Sequence[_Around]) -> list[int]:
        """Return the level of the heading that each block is (part of), 0 for others.

        A heading that was never closed holds what follows it too: of one with much text only the first block counts.
        """
        held: Counter[int] = Counter()
        levels: list[int] = []
        for block, place in zip(blocks, around, strict=True):
            level = _HEADINGS[self.tree[place.heading].tag] if place.heading >= 0 else 0
            levels.append(level if place.heading not in held else -level)
            if level:
                held[place.heading] += len(block.text)
        return [
            level if level >= 0 else -level * (held[place.heading] <= _HEADING_CHARS)
            for level, place in zip(levels, around, strict=True)
        ]

    def data_table(self, place: _Around) -> _Table | None:
        """Return the table around a block, if it holds data."""
        return self.data.get(place.table)

    def spot(self, block: Block, place: _Around, level: int, items: _Items) -> Spot:
        table = self.data_table(place)
        if table is not None:
            held = items.holders(table.around)
            if place.cell < 0:
                return Spot("paragraph", held)
            return Spot("cell", held, cell=Cell(place.table, place.row, self.count[place.cell]))
        held = items.holders(place)
        if place.code >= 0:
            return Spot("code", held, code=place.code, language=self._language(place.code))
        if has_word(block.text) and (level or (block.label == "subheading" and not held)):
            return Spot("heading", held, level or 2)
        return Spot("paragraph", held)

    def _language(self, code: int) -> str:
        """Return what a listing is written in, as the classes of the elements next to it name it."""
        near = [code, self.tree[code].parent]
        near += [n for n in range(code + 1, min(code + 4, len(self.tree))) if self.tree[n].tag == "code"]
        near.append(self.tree[near[1]].parent if near[1] >= 0 else -1)
        for number in near:
            if number >= 0 and (found := _LANGUAGE.search(self.tree[number].names.lower())):
                return found[1]
        return ""


class _Items:
    """Which list items are written as such: those that begin with a plain paragraph, in lists without headings.

    A list whose items have headings is a row of cards, and an item that begins with a listing or a quotation has
    nothing to put its mark before.
    """

    def __init__(self, page: _Page, around: Sequence[_Around], levels: Sequence[int]) -> None:
        self._page = page
        self._cards: set[int] = set()
        self._first: dict[int, bool] = {}
        for place, level in zip(around, levels, strict=True):
            table = page.data_table(place)
            inside = table.around if table is not None else place
            for holder in inside.holders:
                if page.tree[holder].tag != "li":
                    continue
                plain = table is None and place.code < 0 and not level
                self._first.setdefault(holder, plain and inside.holders[-1] == holder)
                if level and table is None:
                    self._cards.add(self._list(holder))

    def _list(self, item: int) -> int:
        parent = self._page.tree[item].parent
        return self._page.around[parent].list if parent >= 0 and self._page.around[parent].list >= 0 else parent

    def holders(self, place: _Around) -> tuple[Holder, ...]:
        """Return the quotations and items around a block that are written as such."""
        tree, out = self._page.tree, []
        for number in place.holders:
            if tree[number].tag == "blockquote":
                out.append(Holder("quotation", number))
            elif self._first.get(number) and (of := self._list(number)) not in self._cards:
                ordered = of >= 0 and tree[of].tag == "ol"
                out.append(Holder("item", number, of, self._page.count[number] if ordered else None))
        return tuple(out)
