"""Text that no visible block holds: what a page keeps for a script to draw, read where the visible page is a shell.

A forum's posts in an attribute, the body of an article in the page's data, the fallback for browsers without scripts:
each becomes blocks whose spans point into the source. A page that shows its text keeps the blocks it has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from cleaner.document import Block, Element
from cleaner.language import section
from cleaner.readers import Read
from cleaner.readers.jsontext import Text, texts
from cleaner.readers.layered import Layer
from cleaner.tables.rows import Evidence

SHELL_CHARS: Final = 2000
"""A page that shows more prose outside links than this (300 words) is no shell."""
_TIMES: Final = 3
"""Hidden text counts where it is so many times as long as the prose that is shown."""
_PROSE_CHARS: Final = 50
_LEAST: Final = 400
_LEAST_JSON: Final = 200
_LONGEST_SOURCE: Final = 20_000_000
_MOST_VALUES: Final = 60
_MOST_BODIES: Final = 1000
_DEEPEST: Final = 3

_NOSCRIPT: Final = re.compile(r"<noscript\b([^<>]{0,500})>")
_SCRIPT: Final = re.compile(r"<script\b([^<>]{0,1000})>")
_STATE: Final = re.compile(r"\b__[A-Za-z][A-Za-z_]{1,60}\"?\]?\s{0,9}=\s{0,9}(?=[{\[])")
_ATTRIBUTE: Final = re.compile(r"=([\"'])(?=[{\[](?:(&quot;|&#34;)|[\"{\[]))")
_MARKED_UP: Final = re.compile(r"</?(?:p|br|div|li|[uo]l|h[1-6]|span|a|b|em|strong|blockquote)\b", re.IGNORECASE)
_REFERENCED: Final = re.compile(r"&lt;/?(?:p|br|div|li|ul|ol|h[1-6])\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Keys:
    """The keys of the data that pages keep: see `languages/und/embedded.yaml`."""

    bodies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _keys() -> _Keys:
    return section("und", "embedded", _Keys)


def completed(source: str, read: Read) -> Read:
    """Return what was read of a page; where it shows next to no prose, with the text that it keeps for scripts.

    >>> from cleaner.readers.html import read
    >>> page = "<div data-p='{\\"posts\\": [{\\"cooked\\": \\"<p>" + "So it goes. " * 20 + "</p>\\"}]}'></div>"
    >>> [block.text[:11] for block in read(page).blocks]
    ['So it goes.']
    """
    shown = prose(read.blocks, SHELL_CHARS)
    if shown > SHELL_CHARS or len(source) > _LONGEST_SOURCE:
        return read
    for made in (_posts(source), _fallback(source)):
        if made.blocks and prose(made.blocks, _TIMES * SHELL_CHARS) >= max(_TIMES * shown, 1):
            return _together(read, made)
    return read


def prose(blocks: Iterable[Block], enough: int) -> int:
    """Return how many characters outside links stand in blocks that are long enough to say something.

    Counts no further than a little beyond `enough`.
    """
    total = 0.0
    for block in blocks:
        if len(block.text) >= _PROSE_CHARS:
            total += len(block.text) * (1.0 - block.link_share)
            if total > enough:
                break
    return int(total)


# --- the fallback for browsers without scripts -----------------------------------------------------------------------


def _fallback(source: str) -> Read:
    """Return what the <noscript> elements of a page hold."""
    from cleaner.readers.html import markup

    made = _Made()
    at = 0
    for _ in range(_MOST_VALUES):
        found = _NOSCRIPT.search(source, at)
        if found is None:
            break
        start, at = found.end(), source.find("</noscript", found.end())
        if at < 0:
            break
        if at - start >= _LEAST:
            made.join(markup(source[start:at]), Layer.of(source, start, at), "noscript", "")
    return made.read()


# --- bodies in data --------------------------------------------------------------------------------------------------


class _Value(NamedTuple):
    """A JSON value: [start, end) of a layer, and how its quotation marks are written there."""

    layer: Layer
    start: int
    end: int
    quote: str = '"'

    def inside(self, text: Text) -> Layer:
        """Return what a text of the value says."""
        if self.quote != '"':
            return self.layer.unreferenced(text.start, text.end).unescaped()
        return self.layer.unescaped(text.start, text.end)


@dataclass(slots=True)
class _Group:
    """Texts that stand in the same place of the items of one JSON value."""

    value: _Value
    found: Sequence[Text]
    bodies: list[Text] = field(default_factory=list)
    length: int = 0


def _posts(source: str) -> Read:
    """Return the bodies of posts or of an article in the data of a page: those of the place that holds most."""
    keys = _keys()
    if not any(key in source for key in keys.bodies):
        return Read(())
    groups: list[_Group] = []
    for value in _values(source, keys.bodies):
        groups += _groups(value, keys.bodies, _DEEPEST)
    if not groups:
        return Read(())
    return _items(max(groups, key=lambda group: group.length), keys)


def _values(source: str, keys: Sequence[str]) -> Iterator[_Value]:
    """Yield the JSON values of a page that hold one of the keys: in attributes, in scripts of data, in assignments."""
    whole = Layer.of(source, 0, len(source))
    for found in islice(_ATTRIBUTE.finditer(source), _MOST_VALUES):
        start, end = found.end(), source.find(found[1], found.end())
        if end < 0:
            break
        if _any(keys, source, start, end):
            yield _Value(whole, start, end, found[2] or '"')
    at = 0
    for _ in range(10 * _MOST_VALUES):
        script = _SCRIPT.search(source, at)
        if script is None:
            break
        start, at = script.end(), source.find("</script", script.end())
        if at < 0:
            break
        if at - start >= _LEAST_JSON and _any(keys, source, start, at):
            state = None if "json" in script[1].lower() else _STATE.search(source, start, at)
            if state is not None or "json" in script[1].lower():
                yield _Value(whole, state.end() if state is not None else start, at)


def _any(keys: Sequence[str], source: str, start: int, end: int) -> bool:
    return any(source.find(key, start, end) >= 0 for key in keys)


def _groups(value: _Value, keys: Sequence[str], deeper: int) -> Iterator[_Group]:
    """Yield the bodies in a JSON value by their place; a text that is JSON itself is looked into."""
    source = value.layer.text
    found = texts(source, value.start, value.end, value.quote)
    by_path: dict[int, _Group] = {}
    for text in found:
        if text.name in keys:
            group = by_path.setdefault(text.path, _Group(value, found))
            if len(group.bodies) < _MOST_BODIES:
                group.bodies.append(text)
                group.length += text.end - text.start
        elif deeper and _is_json(source, text) and _any(keys, source, text.start, text.end):
            layer = value.inside(text)
            yield from _groups(_Value(layer, 0, len(layer.text)), keys, deeper - 1)
    yield from by_path.values()


def _is_json(source: str, text: Text) -> bool:
    return text.end - text.start >= _LEAST_JSON and source[text.start] in "{["


def _items(group: _Group, keys: _Keys) -> Read:
    """Return the bodies of a group as blocks, each after the author and the time that stand beside it."""
    made = _Made()
    beside: dict[int, dict[str, Text]] = {}
    wanted = {body.holder for body in group.bodies} - {0}
    for text in group.found:
        if text.holder in wanted:
            beside.setdefault(text.holder, {}).setdefault(text.name, text)
    for body in group.bodies:
        own = beside.get(body.holder, {})
        for names, what, element in ((keys.authors, "authors", "citation"), (keys.times, "published", "time")):
            known = next((own[name] for name in names if name in own and own[name].end > own[name].start), None)
            if known is not None:
                made.beside(group.value.inside(known), known.name, what, element)
        layer = group.value.inside(body)
        if _REFERENCED.search(layer.text) or not _MARKED_UP.search(layer.text):
            layer = layer.unreferenced()
        made.join(_read_text(layer.text), layer, "article", body.name)
    return made.read()


def _read_text(text: str) -> Read:
    from cleaner.readers.html import markup
    from cleaner.readers.plain import read as plain

    return markup(text) if _MARKED_UP.search(text) else plain(text)


# --- putting together ------------------------------------------------------------------------------------------------


class _Made:
    """The blocks, elements and hints of one hidden text after another."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.hints: list[Evidence] = []

    def read(self) -> Read:
        return Read(tuple(self.blocks), tuple(self.elements), tuple(self.hints))

    def join(self, inner: Read, layer: Layer, tag: str, key: str) -> None:
        """Add what was read from a layer, under an element of its own."""
        if not inner.blocks:
            return
        base = len(self.elements)
        self.elements.append(Element(tag, -1, f"embedded {key}".strip()))
        self.elements += (
            e._replace(parent=base if e.parent < 0 else e.parent + base + 1) for e in inner.elements
        )
        self.blocks += (layer.placed(b, base if b.parent < 0 else b.parent + base + 1) for b in inner.blocks)
        for hint in inner.hints:
            if hint.source_start is not None and hint.source_end is not None:
                start, end = layer.span(hint.source_start, hint.source_end)
                self.hints.append(replace(hint, source_start=start, source_end=end))

    def beside(self, layer: Layer, key: str, what: str, element: str) -> None:
        """Add a short text that stands beside a body, who wrote it or when; the first speaks for the page."""
        text = layer.text
        if not text or text != text.strip():
            return
        start, end = layer.span(0, len(text))
        tag, names = ("time", "embedded") if element == "time" else ("span", "embedded author")
        self.elements.append(Element(tag, -1, names))
        self.blocks.append(layer.placed(Block(text, 0, len(text), element), len(self.elements) - 1))
        if all(hint.field != what for hint in self.hints):
            self.hints.append(Evidence(what, text, "meta", start, end, f"data of the page: {key}", 0.85))


def _together(read: Read, made: Read) -> Read:
    """Return both as one, in the order of the source; a hidden block within a shown one stays away."""
    base = len(read.elements)
    root = next((number for number, element in enumerate(read.elements) if element.tag == "body"), -1)
    elements = (e._replace(parent=root if e.parent < 0 else e.parent + base) for e in made.elements)
    ends = [block.end for block in read.blocks]
    blocks: list[Block] = []
    shown, at = 0, 0
    for block in sorted(made.blocks, key=lambda block: block.start):
        if block.start < at:
            continue
        following = bisect_left(ends, block.start + 1)
        if following < len(ends) and read.blocks[following].start < block.end:
            continue
        blocks += read.blocks[shown:following]
        blocks.append(replace(block, parent=root if block.parent < 0 else block.parent + base))
        shown, at = following, block.end
    blocks += read.blocks[shown:]
    return Read(tuple(blocks), (*read.elements, *elements), (*read.hints, *made.hints))
