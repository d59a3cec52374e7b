"""What HTML says of its tags, and where the attributes of one tag stand. Tables and one scanner, no policy.

Source: the HTML Living Standard (implied end tags, void elements, scopes) and its default style sheet.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.tables.rows import Span


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
UNSEEN: Final = _names(
    "script style template noscript title iframe noembed noframes object video audio canvas datalist svg math"
    " textarea rp"
)
"""Elements whose text no reader of the page sees (or only when something fails to load)."""

RAW_TEXT: Final = _names("script style title textarea iframe noembed noframes noscript xmp plaintext")
"""Elements whose content is no markup."""

BLOCKS: Final = _names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main"
    " menu nav ol optgroup option p plaintext pre search section select summary table tbody td tfoot th thead tr"
    " ul xmp button"
)
"""Elements that begin and end a line of their own."""

CLOSES_P: Final = BLOCKS - _names(
    "body html head caption col colgroup tbody td tfoot th thead tr option optgroup select button legend"
)
"""Start tags that end an open paragraph."""

HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}

FENCES: Final = _names(
    "html table td th caption object template marquee applet noscript svg math video audio canvas"
)
"""An end tag does not reach beyond these, nor does an implied end."""

SIBLINGS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select", "optgroup"})),
    "optgroup": (frozenset({"optgroup", "option"}), frozenset({"select"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), frozenset({"table", "tbody", "thead", "tfoot"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot", "tr", "caption"}), frozenset({"table"})),
    "thead": (frozenset({"tbody", "thead", "tfoot", "tr", "caption"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot", "tr", "caption"}), frozenset({"table"})),
}
"""A start tag, the open elements that it ends, and the elements that it does not look beyond."""

TABLE_PARTS: Final = _names("caption tbody thead tfoot tr td th")
"""End tags that reach out of cells, but not out of their table."""

BREAKOUT: Final = _names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu"
    " meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Start tags that end an open drawing or formula."""

RIGID: Final = _names("p h1 h2 h3 h4 h5 h6 li td th pre blockquote dd dt listing plaintext xmp")
"""Elements of running text: inline elements that touch in them are one word."""

SEAMS: Final = _names("span a time label cite small address data strong b em i")
"""Inline elements that style sheets set apart by a margin."""

KINDS: Final = {
    **dict.fromkeys(HEADINGS, "heading"), "p": "paragraph", "li": "list_item", "blockquote": "quotation",
    "td": "table_cell", "th": "table_cell", "caption": "caption", "figcaption": "caption", "pre": "preformatted",
    "listing": "preformatted", "xmp": "preformatted", "plaintext": "preformatted", "button": "button", "dt": "term",
    "dd": "definition", "option": "option", "optgroup": "option", "summary": "summary", "legend": "label",
    "label": "label", "address": "address",
}  # fmt: skip
"""The kind of a block by the element that it stands in."""

NEAR_KINDS: Final = _names("li dd dt summary h1 h2 h3 h4 h5 h6")
"""Elements that give their kind to a paragraph or division right inside them."""

INLINE_KINDS: Final = {"time": "time", "a": "link", "label": "label", "cite": "citation", "button": "button"}

INLINE: Final = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby s samp"
    " small span strike strong sub sup time tt u var wbr"
)
HTML_TAGS: Final = BLOCKS | INLINE | VOID | UNSEEN

_ATTRIBUTE: Final = re.compile(r"[\s/]*([^\s>/][^\s=>/]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?")
_NAME: Final = re.compile(r"<[^\s/>]*")


def attributes(source: str, start: int, end: int) -> dict[str, Span]:
    """Return where the values of a start tag's attributes stand; a tag stands at source [start, end).

    >>> source = '<img alt="A > B" src=x.png>'
    >>> [source[a:b] for a, b in attributes(source, 0, len(source)).values()]
    ['A > B', 'x.png']
    """
    name = _NAME.match(source, start, end)
    out: dict[str, Span] = {}
    for found in _ATTRIBUTE.finditer(source, name.end() if name else start, end):
        if found.lastindex and found.lastindex > 1:
            out.setdefault(found[1].lower(), found.span(found.lastindex))
        else:
            out.setdefault(found[1].lower(), (found.end(), found.end()))
    return out
