"""A page cut into text and markup by one expression, and what its tags say, read once for each spelling.

The cuts are those of the HTML tokenizer, to the character: an attribute may hold ">", a script "</p>", and what is
never closed reaches to the end. `split` makes no object for each token, and most tags of a page are written like one
before, so most of the work is done once for many. What a reference stands for, and odd attributes, turbohtml knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from turbohtml import TokenType, tokenize

from cleaner.readers.tags import BLOCKS, CLOSES_P, FENCES, HEADINGS, RAW_TEXT, SEAMS, SIBLINGS, UNSEEN, VOID
from cleaner.tables.rows import Span

_NAME: Final = re.compile(r"<(/?)([a-zA-Z][^ \t\n\f\r/>]*)")
_BEFORE_VALUE: Final = re.compile(r"(?:<[a-zA-Z][\w:-]*)?[ \t\n\f/]+([\w:@.-]+)=", re.ASCII)
_TAG_ENDS: Final = frozenset({">", "/>", " >", " />"})
_NAMING: Final = frozenset({"class", "id", "role", "itemprop"})
_MEANINGFUL: Final = frozenset({"style", "hidden", "aria-hidden", "open", "rel", "datetime", "lang"})
_NAMES_LENGTH: Final = 300
_INVISIBLE: Final = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_TELLING: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})
"""Void elements that show or declare something, or end something."""

# --- where text ends and markup begins -------------------------------------------------------------------------------

_W: Final = r" \t\n\f\r"
_ATTRIBUTES: Final = (
    rf"[{_W}/]*+"
    rf"(?:[^{_W}/>][^{_W}/>=]*+"  # a name
    r"(?:=\"[^\"]*+\""  # nearly every value
    rf"|[{_W}]*+=[{_W}]*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_W}>\"'][^{_W}>]*+)?)?"
    rf"[{_W}/]*+)*+"
)
_COMMENT: Final = r"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
_SCRIPT_END: Final = rf"/(?i:script)[{_W}/>]"
_SCRIPT: Final = (
    rf"(?:[^<]++|<(?!{_SCRIPT_END}|!--)"
    rf"|<!(?=--)(?:[^-<]++|-(?!->)|<(?!/?(?i:script)[{_W}/>])"  # in a comment of a script ...
    rf"|<(?i:script)[{_W}/>](?:[^-<]++|-(?!->)|<(?!{_SCRIPT_END}))*+(?:<{_SCRIPT_END})?"  # ... a script may stand
    r")*+(?:-->)?)*+"
)


def _raw(name: str, group: str = "?:") -> str:
    """Return the expression of an element whose content is no markup, the content a group of its own if wanted."""
    body = rf"(?:[^<]++|<(?!/(?i:{name})[{_W}/>]))*+"
    if name in ("script", "plaintext"):
        body = _SCRIPT if name == "script" else r"(?s:.*+)"
    return (
        rf"[{name[0]}{name[0].upper()}](?i:{name[1:]})(?=[{_W}/>]){_ATTRIBUTES}"
        rf"(?:>({group}{body})(?:</(?i:{name}){_ATTRIBUTES}(?:>|\Z))?|\Z)"
    )


_CUTS: Final = re.compile(
    "(<(?:"
    + "|".join((
        r"/[a-zA-Z]++[1-6]?>",  # nearly every end tag
        _COMMENT,
        *map(_raw, sorted(RAW_TEXT)),
        rf"/?[a-zA-Z][^{_W}/>]*+{_ATTRIBUTES}(?:>|\Z)",
        r"(?:[!?]|/(?=[^a-zA-Z]))[^>]*+(?:>|\Z)",  # <!doctype>, <?xml?>, <![CDATA[, </3>, </>
    ))
    + "))"
)  # fmt: skip


def cut(source: str) -> list[str]:
    """Return text and markup in turn, text first; together they are the source. A <script> is one piece of markup.

    >>> cut("One<b title='>'>two</b>")
    ['One', "<b title='>'>", 'two', '</b>', '', '']
    """
    return [*_CUTS.split(source), ""]


def is_unfinished(pieces: list[str]) -> bool:
    """Return whether a page ends in the middle of a tag: it is none, then, and no text either."""
    return len(pieces) > 2 and not pieces[-2] and next(tokenize(pieces[-3]), None) is None


def opening(markup: str) -> str:
    """Return the start tag of an element.

    >>> opening("<script async>a > b</script>")
    '<script async>'
    """
    found = _OPENING.match(markup)
    return found[0] if found else ""


_OPENING: Final = re.compile(rf"<[a-zA-Z]+{_ATTRIBUTES}>")


def content(markup: str, name: str) -> Span:
    """Return where the content of a raw element stands in its markup.

    >>> content("<title>T</title>", "title")
    (7, 8)
    """
    found = _CONTENTS[name].match(markup)
    return found.span(1) if found and found[1] is not None else (len(markup), len(markup))


_CONTENTS: Final = {name: re.compile("<" + _raw(name, "")) for name in RAW_TEXT}


def references(text: str) -> Iterator[tuple[str | None, int, int]]:
    """Yield the pieces of a text: the character and the span of each reference in it, None for what is between.

    >>> list(references("1 &lt; 2"))
    [(None, 0, 2), ('<', 2, 6), (None, 6, 8)]
    """
    character, at = None, 0
    flat = text.replace("\n", " ").replace("\r", " ")  # on one line a column is an offset
    for token in tokenize(flat, resolve_references=False):
        if token.col > at:
            yield character, at, token.col
        character, at = (token.data if token.type is _REFERENCE else None), token.col
    yield character, at, len(text)


_REFERENCE: Final = TokenType.CHARACTER_REFERENCE


# --- what tags say ---------------------------------------------------------------------------------------------------


Sort = Literal["nothing", "start", "end", "void", "raw"]


class Kind:
    """What HTML says of the elements of one name, and how deep the innermost stands that is open in one page."""

    __slots__ = (
        "block", "closes_p", "depth", "ended", "fence", "implies", "name", "raw", "seam", "sort", "unseen", "walls",
    )  # fmt: skip

    def __init__(self, name: str) -> None:
        self.name = name
        self.depth = 0
        """0 if none is open."""
        self.sort: Sort = "start"
        """What its start tag is."""
        if name in VOID:
            self.sort = "void" if name in _TELLING else "nothing"
        elif name in RAW_TEXT:
            self.sort = "raw"
        self.block = name in BLOCKS
        self.fence = name in FENCES
        self.raw = name in RAW_TEXT
        self.seam = name in SEAMS
        self.unseen = name in UNSEEN
        self.closes_p = name in CLOSES_P
        self.implies = name in SIBLINGS or name in HEADINGS or name in ("html", "body", "button")
        """Whether its start tag may end other elements than a paragraph, or be none at all."""
        self.ended: list[Kind] = []
        """What its start tag ends, as far as no `walls` are in between."""
        self.walls: list[Kind] = []


class Kinds(dict[str, Kind]):
    """The kinds of the elements met in one page."""

    def __missing__(self, name: str) -> Kind:
        kind = self[name] = Kind(name)
        if name in SIBLINGS:
            kind.ended, kind.walls = ([self[other] for other in sorted(names)] for names in SIBLINGS[name])
        return kind


class Tag:
    """One spelling of a tag. What its attributes say is read when the first element of it is opened that counts."""

    __slots__ = ("href", "kind", "markup", "names", "plain", "shaded", "sort", "styled", "telling")

    names: str | None
    """The words of class, id, role and itemprop; None as long as nothing is read."""
    href: str | None
    plain: bool
    """Whether none of the following is true, and somebody sees such an element."""
    styled: bool
    """Whether a style hides the element."""
    shaded: bool
    """Whether it is marked as hidden from those who listen to the page."""
    telling: bool
    """Whether it says something that is a hint."""

    def __init__(self, kind: Kind, sort: Sort, markup: str) -> None:
        self.kind = kind
        self.sort = sort
        self.markup = markup
        self.names = None

    def read(self) -> None:
        """Read the attributes."""
        name = self.kind.name
        attrs = attributes_of(self.markup) if len(self.markup) > len(name) + 2 else {}
        names = ""
        self.href = None
        styled, shaded, telling = name == "dialog", False, False
        for key, value in attrs.items():
            if key in _NAMING:
                names = f"{names} {value}" if names else value
                telling = telling or key == "itemprop"
            elif key == "href":
                self.href = value
            elif key in _MEANINGFUL:
                if key == "style":
                    styled = styled or _INVISIBLE.search(value) is not None
                elif key == "hidden":
                    styled = True
                elif key == "aria-hidden":
                    shaded = value == "true"
                elif key == "open":
                    styled = styled and name != "dialog"
                elif key == "rel":
                    telling = telling or "author" in value.lower().split()
                else:
                    telling = telling or (key, name) in (("datetime", "time"), ("lang", "html"))
        self.names = names[:_NAMES_LENGTH]
        self.styled, self.shaded, self.telling = styled, shaded, telling
        self.plain = not (styled or shaded or telling or self.kind.unseen)


def attributes_of(markup: str) -> dict[str, str]:
    """Return the attributes of a start tag, references resolved, the first of each name.

    >>> attributes_of('<a href="/x" class="b c">'), attributes_of("<a href=/x?a&amp;b hidden>")
    ({'href': '/x', 'class': 'b c'}, {'href': '/x?a&b', 'hidden': ''})
    """
    # nearly every tag is written name="value" all along: then every other piece between the quotes is a value
    pieces = markup.split('"')
    if pieces.pop() in _TAG_ENDS and "&" not in markup and "\r" not in markup and "\x00" not in markup:
        attrs = dict(zip(map(_attribute_name, pieces[::2]), pieces[1::2], strict=False))
        if len(attrs) * 2 == len(pieces) and "" not in attrs:
            return attrs
    token = next(tokenize(markup), None)
    return dict(token.attrs or ()) if token else {}


@lru_cache(maxsize=4096)
def _attribute_name(piece: str) -> str:
    """Return the name of the attribute whose value follows after a piece of a tag, "" if the piece is another."""
    found = _BEFORE_VALUE.fullmatch(piece)
    return found[1].lower() if found else ""


def learn(markup: str, kinds: Kinds) -> Tag:
    """Return what a piece of markup is."""
    kind = kinds.get(markup[1:-1].split(" ", 1)[0])  # a tag as nearly all are written
    if kind is not None and kind.name:
        return Tag(kind, kind.sort, markup)
    found = _NAME.match(markup)
    if found is None:
        return Tag(kinds[""], "nothing", markup)
    closes, name = found.groups()
    name = name.lower() if name.isascii() and "\x00" not in name else str(next(tokenize(markup)).tag)
    kind = kinds[name]
    if closes:
        return Tag(kind, "nothing" if name in ("html", "body") else "end", markup)
    return Tag(kind, kind.sort, markup)


class Cuts:
    """A page cut into text and markup, and what its tags are."""

    def __init__(self, source: str) -> None:
        self.pieces = cut(source)
        self.kinds = Kinds()
        self.known = {"": Tag(self.kinds[""], "nothing", "")}
        if is_unfinished(self.pieces):
            self.known[self.pieces[-3]] = self.known[""]

    def tags(self, markups: list[str]) -> Iterator[Tag]:
        """Return what each piece of markup is. Most are written like one before."""
        known = self.known
        for markup in dict.fromkeys(markups):
            if markup not in known:
                known[markup] = learn(markup, self.kinds)
        return map(known.__getitem__, markups)
