"""Markdown inside a paragraph: which characters are markup, which stand for others, what is linked, which are pictures.

Works on the paragraph's own text in one pass; what opens and never closes stays in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final, NamedTuple

from cleaner.readers.plain import URL
from cleaner.readers.tags import HTML_TAGS, attributes

_TOKEN: Final = re.compile(
    r"\\[!-/:-@\[-`{-~\n]|`+|\*+|_+|~~+|!?\[|\]|<|(?:https?://|www\.)[^\s<>\"«»“”|\[\]`*\\]+"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
)
_DESTINATION: Final = re.compile(
    r"\([ \t]{0,9}(?:<([^<>\n]{0,4000})>|([^\s()]{0,4000}(?:\([^\s()]{0,1000}\)[^\s()]{0,1000}){0,9}))"
    r"(?:\s{1,9}(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?[ \t]{0,9}\)"
)
_REFERENCE: Final = re.compile(r"\[([^\[\]]{0,200})\]")
_AUTOLINK: Final = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]{1,4000}|[\w.+-]{1,64}@[\w.-]{1,255})>")
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])[^<>]{0,4000}>")
_ADDRESS_END: Final = re.compile(r"[\[\]`*\\]")


class Cut(NamedTuple):
    """Markup at [start, end) of the paragraph; `text` is what stands in its place."""

    start: int
    end: int
    text: str = ""


class Linked(NamedTuple):
    """A link whose text is [start, end) of the paragraph."""

    start: int
    end: int
    href: str


class Picture(NamedTuple):
    """A picture at [start, end) of the paragraph, its alternative text at [alt_start, alt_end)."""

    start: int
    end: int
    alt_start: int
    alt_end: int
    href: str


@dataclass(slots=True)
class Inline:
    """What the marks of one paragraph mean."""

    cuts: list[Cut] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


class _Opener(NamedTuple):
    """An emphasis run that may still be closed: where it stands and how many marks are left of it."""

    start: int
    length: int


def scan(text: str, references: Mapping[str, str]) -> Inline:
    """Return what the marks of a paragraph mean. `references` are the link targets named elsewhere, keys in lower case.

    >>> found = scan("By [AFP](#), **now**", {})
    >>> [text for text in ["By [AFP](#), **now**"] for cut in found.cuts][:0], found.links
    ([], [Linked(start=4, end=7, href='#')])
    """
    return _Scanner(text, references).run()


class _Scanner:
    """One pass over one paragraph."""

    def __init__(self, text: str, references: Mapping[str, str]) -> None:
        self.text = text
        self.references = references
        self.found = Inline()
        self.brackets: list[tuple[int, int]] = []
        self.anchors: list[tuple[int, str]] = []
        self.openers: dict[str, list[_Opener]] = {"*": [], "_": [], "~": []}
        self.loose: list[_Opener] = []
        self.ticks: dict[int, list[int]] | None = None
        self.comments = True

    def run(self) -> Inline:
        at = 0
        text = self.text
        while (token := _TOKEN.search(text, at)) is not None:
            start, mark = token.start(), token[0]
            first = mark[0]
            if first in "*_~":
                at = self._emphasis(start, mark)
            elif first == "\\":
                self.found.cuts.append(Cut(start, start + 1))
                at = start + 2
            elif first == "`":
                at = self._code(start, len(mark))
            elif first in "![":
                self.brackets.append((start, token.end()))
                at = token.end()
            elif first == "]":
                at = self._close_bracket(start)
            elif first == "<":
                at = self._angle(start)
            elif first == "&":
                self.found.cuts.append(Cut(start, token.end(), unescape(mark)))
                at = token.end()
            else:
                at = self._address(start)
        self._pair_loose()
        self.found.cuts.sort()
        self.found.links.sort()
        return self.found

    def _code(self, start: int, length: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in re.finditer("`+", self.text):
                self.ticks.setdefault(len(run[0]), []).append(run.start())
        places = self.ticks.get(length, [])
        nearest = bisect_right(places, start)
        if nearest == len(places):
            return start + length
        close = places[nearest]
        inside = self.text[start + length : close]
        # a space on both sides keeps a backtick of the code from the marks around it, and is none of the code
        pad = int(inside[:1] == " " == inside[-1:] and not inside.isspace())
        self.found.cuts += Cut(start, start + length + pad), Cut(close - pad, close + length)
        return close + length

    def _address(self, start: int) -> int:
        found = URL.match(self.text, start)
        assert found is not None
        address = _ADDRESS_END.split(found[0], maxsplit=1)[0]
        end = start + len(address.rstrip(".,;:!?)}'’_"))
        if not self.brackets:
            self.found.links.append(Linked(start, end, self.text[start:end]))
        return max(end, start + 1)

    def _close_bracket(self, at: int) -> int:
        """Carry out what a closing bracket means, and return where to go on."""
        if not self.brackets:
            return at + 1
        opened, inner = self.brackets.pop()
        picture = inner - opened == 2
        target = _DESTINATION.match(self.text, at + 1)
        if target is not None:
            end, href = target.end(), target[1] or target[2] or ""
        else:
            named = _REFERENCE.match(self.text, at + 1)
            name = named[1] if named and named[1] else self.text[inner:at] if at - inner <= 200 else ""
            if name[:1] == "^" and name.lower() in self.references:
                self.found.cuts.append(Cut(opened, at + 1))
                return at + 1
            known = self.references.get(" ".join(name.lower().split()))
            if known is None:
                return at + 1
            end, href = named.end() if named else at + 1, known
        if picture:
            self.found.pictures.append(Picture(opened, end, inner, at, href))
            self.found.cuts.append(Cut(opened, end))
        else:
            self.found.cuts += Cut(opened, inner), Cut(at, end)
            self.found.links.append(Linked(inner, at, href))
        return end

    def _angle(self, start: int) -> int:
        """Carry out an autolink, a comment or an HTML tag."""
        text, cuts = self.text, self.found.cuts
        if auto := _AUTOLINK.match(text, start):
            cuts += Cut(start, start + 1), Cut(auto.end() - 1, auto.end())
            href = auto[1] if ":" in auto[1] else f"mailto:{auto[1]}"
            self.found.links.append(Linked(start + 1, auto.end() - 1, href))
            return auto.end()
        if text.startswith("<!--", start):
            close = text.find("-->", start + 4) if self.comments else -1
            if close < 0:
                self.comments = False
                return start + 4
            cuts.append(Cut(start, close + 3))
            return close + 3
        tag = _TAG.match(text, start)
        if tag is None or (name := tag[1].lower()) not in HTML_TAGS:
            return start + 1
        cuts.append(Cut(start, tag.end(), "\n" if name == "br" else ""))
        if name == "img" and (alt := attributes(text, start, tag.end()).get("alt")):
            self.found.pictures.append(Picture(start, tag.end(), *alt, ""))
        elif name == "a" and text[start + 1] == "/":
            if self.anchors:
                opened, href = self.anchors.pop()
                self.found.links.append(Linked(opened, start, href))
        elif name == "a" and (target := attributes(text, start, tag.end()).get("href")):
            self.anchors.append((tag.end(), unescape(text[slice(*target)])))
        return tag.end()

    def _emphasis(self, start: int, mark: str) -> int:
        """Pair a run of emphasis marks with those before it."""
        kind, end = mark[0], start + len(mark)
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        opens = not after.isspace() and (after.isalnum() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or not after.isalnum())
        if kind == "_":
            opens, closes = opens and not (closes and before.isalnum()), closes and not (opens and after.isalnum())
        at, left = start, len(mark)
        openers = self.openers[kind]
        while closes and left and openers:
            opener = openers.pop()
            taken = min(opener.length, left)
            if kind == "~" and taken < 2:
                break
            self.found.cuts.append(Cut(opener.start + opener.length - taken, opener.start + opener.length))
            self.found.cuts.append(Cut(at, at + taken))
            at, left = at + taken, left - taken
            if opener.length > taken:
                openers.append(_Opener(opener.start, opener.length - taken))
        if left and opens:
            openers.append(_Opener(at, left))
        elif left > 1 and kind == "*":
            self.loose.append(_Opener(at, left))
        return end

    def _pair_loose(self) -> None:
        """Take out doubled asterisks that no rule pairs ("** bold **"), if they come in pairs after all."""
        loose = self.loose + [o for o in self.openers["*"] if o.length > 1]
        if loose and len(loose) % 2 == 0:
            self.found.cuts += [Cut(o.start, o.start + o.length) for o in loose]
