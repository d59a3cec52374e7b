"""One article as the data block of a page: what reading placed, in lists that article.js reads. Decides nothing.

Every value from a scrape stands in JSON with `<` and `>` escaped, so that nothing in it ends its element.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cleaner import reading
from cleaner.report import FIELDS
from cleaner.tables.rows import Article, columns

VIEW_BYTES: Final = 400_000
"""An article beyond it stands in the tables alone."""
_FACTS: Final = (
    *("url", "published", "modified", "publisher", "agencies", "authors", "photo_sources", "speakers", "truncated"),
    *(f"{name}_status" for name in FIELDS),
)
_SHAPES: Final[dict[str, tuple[str, ...]]] = {
    "blocks": ("#label", "text", "#rule", "#why", "confidence", "article", "#element", "#language"),
    "repairs": ("before", "after", "#kind", "#rule", "#why", "confidence"),
    "flags": ("#kind", "after", "#rule", "#why", "confidence"),
    "evidence": ("#field", "value", "chosen", "#role", "#why", "confidence"),
    "statements": ("speaker", "co_speakers", "reported_via", "addressee", "text", "#mode", "#kind", "confidence",
                   "#rule", "#in"),
    "issues": ("#code", "#field", "#severity", "message", "line"),
}  # fmt: skip
"""The columns of each list of a view, in the order article.js takes them; `#` marks those put as numbers of strings."""


class Strings:
    """Numbers strings that recur (rules, reasons), so that each stands in the page once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str | None) -> int:
        return self.numbers.setdefault(text or "", len(self.numbers))


def block(article: reading.Reading, strings: Strings) -> str | None:
    """Return an article's data block; None for one that is too large to show."""
    text = embed(_view(article, strings))
    return None if len(text.encode("utf-8", "backslashreplace")) > VIEW_BYTES else text


def embed(value: object) -> str:
    r"""Return a value as JSON that can stand in a script element: nothing in it ends the element or opens another.

    >>> embed("</script><!--<script>\u2028")
    '"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\\u2028"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>\u2028\u2029\x7f":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _view(article: reading.Reading, strings: Strings) -> dict[str, Any]:
    """Return one article as article.js reads it: rows as lists in the order of `_SHAPES`."""
    known, row = set(columns(Article)), article.article
    kinds = reading.MARKS
    view: dict[str, Any] = {name: _rows(getattr(article, name), shape, strings) for name, shape in _SHAPES.items()}
    for block, marks in zip(view["blocks"], article.marks, strict=True):
        block.append([[mark.start, mark.end, kinds.index(mark.kind), mark.item] for mark in marks])
    view["facts"] = {name: row[name] for name in _FACTS if row.get(name) not in (None, [], False, "")}
    view["kept"] = [[name, str(value)] for name, value in row.items() if name not in known and value is not None]
    return view


def _rows(rows: Iterable[Mapping[str, Any]], shape: tuple[str, ...], strings: Strings) -> list[list[Any]]:
    return [[strings(row[name[1:]]) if name[0] == "#" else row[name] for name in shape] for row in rows]
