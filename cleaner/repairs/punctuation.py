"""Marks that stand twice where they can only be meant once. Keeps ellipses, "?!", and whatever could be meant.

Never adds a mark, never changes one into another. A stop behind an abbreviation may be its own, so two of them stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner.language import section
from cleaner.repairs.changes import Change

HINT: Final = re.compile("[.,;?][ \u00a0]{0,2}[.,;]|[。、，]。|，，|、、|،،|؛؛|\"\"|([「」『』（）【】《》])\\1")
_STOPS: Final = re.compile(r"[.…](?:[ \u00a0]{0,2}[.…])+")
"""A whole run of full stops, so that an ellipsis is seen as one."""
_COMMAS: Final = re.compile(r",(?:[ \u00a0]{0,2},)+(?=[ \u00a0]|$)")
_SEMICOLONS: Final = re.compile(r";(?:[ \u00a0]{0,2};)+(?=[ \u00a0]|$)")
_MIXED: Final = re.compile(r"(?<=\w\w)(?:[ \u00a0\u202f]?\?( ?\.)|(,)\.|(,) ?;|(;) ?,|(;)\.)(?=[ \u00a0]|$)")
"""Two marks of which only one can stand: the group is the one too many."""
_WIDE: Final = re.compile("(?<![。、，…])([。、，])。(?![。、，…])")
"""Two full stops of Chinese or Japanese, or a comma before one: exactly two, for three trail off."""
_SAME: Final = re.compile(r"(?<=\w)([，、،؛])\1(?=[ \u00a0]?[\w「『“‘《（«])")
"""Two commas of another script, between words, or before a quotation."""
_BRACKETS: Final = ("「」", "『』", "（）", "【】", "《》")
_QUOTED: Final = re.compile(r'(?<![^\s(«])""(?=\w)|(?<=[\w.!?…])""(?=[\s,.;:)]|$)')
"""Two straight quotation marks where one opens or closes; only where the others of the text then come in pairs."""
_YEAR: Final = re.compile(r"(?<!\d)\d{4}$")
_LETTER_LOST: Final = re.compile(r"[^\W\d_]\?[a-z]|(?<![^\s(\"'“„«])\?{1,9}[a-z]|[^\W\d_]\? [a-z]")
"""Question marks for letters: one before a full stop may be a letter too."""
_ENTITY_END: Final = re.compile(r"&#?\w{2,8};$")
_CLAUSE: Final = 4
"""Two stops behind fewer words are somebody trailing off."""
_OPENING: Final = "\"'“‘«„‹([ \u00a0\n"
_NEAR: Final = 400
"""Two stops again within so many characters are a writer's habit."""
_CLOSING: Final = "\"'”’»)]"


@dataclass(frozen=True)
class Abbreviations:
    """What und/abbreviations.yaml says: `closing` words bear a full stop of their own."""

    closing: tuple[str, ...] = ()


def changes(text: str) -> list[Change]:
    """Return what would leave one mark where two stand.

    >>> [(c.start, c.end, c.after) for c in changes("quoted by AFP. .")]
    [(14, 16, '')]
    >>> changes("Wait . . . what?! And so on...")
    []
    """
    if not HINT.search(text):
        return []
    out = [_change(m.start() + 1, m.end(), ".", m[0]) for m in _STOPS.finditer(text) if _twice(m, text)]
    for pattern, mark in ((_COMMAS, ","), (_SEMICOLONS, ";")):
        for m in pattern.finditer(text):
            if m.start() and (text[m.start() - 1].isalnum() or text[m.start() - 1] in _CLOSING):
                out.append(_change(m.start() + 1, m.end(), mark, m[0]))
    for m in _MIXED.finditer(text):
        group = m.lastindex or 0
        if group == 1 and _LETTER_LOST.search(text):
            continue
        if m[0][:1] == ";" and _ENTITY_END.search(text, max(0, m.start() - 9), m.start() + 1):
            continue
        if "." not in text[m.end() : m.end() + 2]:
            out.append(_change(*m.span(group), m[0].replace(m[group], "", 1), m[0]))
    wide = list(_WIDE.finditer(text))
    if len(wide) == 1:
        out.append(_change(wide[0].start(), wide[0].start() + 1, "。", wide[0][0]))
    out += [_change(m.start(), m.start() + 1, m[1], m[0]) for m in _SAME.finditer(text)]
    out += _brackets(text)
    quoted = list(_QUOTED.finditer(text))
    if len(quoted) == 1 and text.count('"') % 2:
        out.append(_change(quoted[0].start(), quoted[0].start() + 1, '"', '""'))
    return sorted(out)


def _brackets(text: str) -> list[Change]:
    """Return what would leave one wide bracket or quotation mark where two stand and only one has its fellow.

    >>> [(c.start, c.after) for c in _brackets("彼は「「行く」と話した。")], _brackets("「「秋」を読む」と話した。")
    ([(2, '')], [])
    """
    out = []
    for opening, closing in _BRACKETS:
        surplus = text.count(opening) - text.count(closing)
        mark = {1: opening, -1: closing}.get(surplus, "")
        at = text.find(mark * 2) if mark else -1
        if at >= 0 and text.count(mark * 2) == 1 and text[at + 2 : at + 3] != mark:
            out.append(_change(at, at + 1, mark, mark * 2))
    return out


def _twice(match: re.Match[str], text: str) -> bool:
    """Return whether a run of stops is one full stop too many: exactly two, behind a word, at the end of a sentence."""
    run = match[0]
    start, end = match.span()
    if run.count(".") != 2 or "…" in run or start == 0:
        return False
    before = text[start - 1]
    if not (before.isalpha() or before in _CLOSING or before in "%€$" or before.isdigit()):
        return False
    rest = text[end : end + 4]
    closed = rest.lstrip("\"'”’»)] \u00a0\n")
    if rest and not (rest[0].isspace() or rest[0] in _CLOSING):
        return False
    if len(run) == 2:
        line = text[max(text.rfind("\n", 0, start), start - 80, 0) : start]
        ends = not rest.strip() or rest.lstrip(_CLOSING + _OPENING)[:1].isupper() or _opens(rest)
        if _abbreviated(line) or text.count("..", max(0, start - _NEAR), end + _NEAR) > 1:
            return False
        return ends and (not before.isdigit() or _YEAR.search(line) is not None) and line.count(" ") >= _CLAUSE
    return not closed or not closed[0].islower()


def _opens(rest: str) -> bool:
    """Return whether a quotation opens behind the run and its space: the next sentence."""
    bare = rest.lstrip(_CLOSING)
    return bare[:1].isspace() and bare.lstrip()[:1] in tuple("\"“«„‹‘")


def _abbreviated(line: str) -> bool:
    """Return whether a line's last word may end in a stop of its own: etc., U.S., Corp."""
    word = line.rpartition(" ")[2].lstrip(_OPENING)
    return "." in word or len(word) == 1 or word.casefold() in _abbreviations()


@lru_cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.casefold() for word in section("und", "abbreviations", Abbreviations).closing)


def _change(start: int, end: int, mark: str, run: str) -> Change:
    return Change(start, end, "", "doubled_punctuation", "doubled-punctuation",
                  f"{mark!r} stands twice ({run!r}); one ends the clause.", 0.98)  # fmt: skip
