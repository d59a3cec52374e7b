"""The texts of a JSON value and where each stands, from one pass over its marks: no tree is built, nothing is decoded.

Forgiving: what is no JSON in between (a script's own words) is passed over, what breaks off ends the pass.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MARKS: Final = {
    '"': re.compile(r'[^"{}\[\]:,]*+(?:([{}\[\]:,])|"((?:[^"\\]++|\\.)*+)")', re.DOTALL),
    "&quot;": re.compile(r"[^&{}\[\]:,]*+(?:([{}\[\]:,])|&quot;((?:[^&\\]++|\\.|&(?!quot;))*+)&quot;)", re.DOTALL),
    "&#34;": re.compile(r"[^&{}\[\]:,]*+(?:([{}\[\]:,])|&#34;((?:[^&\\]++|\\.|&(?!#34;))*+)&#34;)", re.DOTALL),
}
"""What a quotation mark is written as, and the next mark of structure or the next text."""
_DIGITS: Final = re.compile(r"\d+")
_MOST_MARKS: Final = 400_000
_DEEPEST: Final = 500
_LONGEST_KEY: Final = 80


class Text(NamedTuple):
    """A text in a JSON value, as written between its quotation marks at [start, end).

    `path` is the number of its place: texts that stand in the same place of the items of a list have the same, keys
    that differ in their digits alone count as one. `holder` is the number of the object that it belongs to.
    """

    name: str
    path: int
    holder: int
    start: int
    end: int


def texts(value: str, start: int = 0, end: int | None = None, quote: str = '"') -> list[Text]:
    r"""Return the texts of the JSON value at `start`; `quote` is how its quotation marks are written.

    >>> found = texts('{"posts": [{"by": "Ann", "text": "a \\"b\\""}, {"text": "c"}]}')
    >>> [(t.name, t.path, t.holder) for t in found]
    [('by', 4, 2), ('text', 5, 2), ('text', 5, 3)]
    """
    out: list[Text] = []
    paths: dict[tuple[int, str], int] = {}
    holders, frames = 0, [(False, 0, 0, "")]
    in_list, path, holder, key = frames[0]
    pending: tuple[int, int] | None = None
    """A text that is a key if a colon follows."""
    name, at = "", start
    scan, end = _MARKS[quote].match, len(value) if end is None else end
    for _ in range(_MOST_MARKS):
        found = scan(value, at, end)
        if found is None:
            break
        at = found.end()
        mark = found[1]
        if mark is None:
            pending = found.span(2)
            continue
        if mark == ":":
            if pending is not None:
                name, pending = value[pending[0] : min(pending[1], pending[0] + _LONGEST_KEY)], None
            continue
        if pending is not None:
            own = key if in_list else name
            out.append(Text(own, _path(paths, path, "" if in_list else name), holder, *pending))
            pending = None
        if mark == ",":
            name = ""
        elif mark in "{[":
            if len(frames) >= _DEEPEST:
                break
            frames.append((in_list, path, holder, key))
            key = key if in_list else name
            path = _path(paths, path, "" if in_list else name)
            in_list, name = mark == "[", ""
            if not in_list:
                holders += 1
                holder = holders
        else:
            in_list, path, holder, key = frames.pop()
            name = ""
            if len(frames) <= 1:
                break
    return out


def _path(paths: dict[tuple[int, str], int], path: int, name: str) -> int:
    """Return the number of the place `name` within the place `path`."""
    if not name.isalpha():
        name = _DIGITS.sub("0", name)
    return paths.setdefault((path, name), len(paths) + 1)
