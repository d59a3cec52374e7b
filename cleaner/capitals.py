"""The capitalised words of a text, each with what hangs on it, and whether a sentence opens there.

Reads the words of languages/<tag>/names.yaml. Joins nothing: which of them make a name stands in `cleaner.mentions`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cleaner.namewords import Lexicon
from cleaner.text import fold_word

_CASED: Final = (*range(0x41, 0x590), *range(0x1E00, 0x2000))
_UPPER: Final = "".join(c for c in map(chr, _CASED) if c.isupper() or c.istitle())
_MARKS: Final = "\u0300-\u036f"
_TAIL: Final = rf"(?:[\w{_MARKS}]|['’‘ʼ‑-](?=\w))*"
_TOKEN: Final = re.compile(rf"[{_UPPER}](?<![\w@#/.].)(?:(?:\.[{_UPPER}])+(?!\w)|{_TAIL})")
"""A capitalised word with what hangs on it: Jean-Luc, O'Brien, L’Élysée, Macron's, U.S. The capital comes first, so
that the search skips everything else."""
_OPENERS: Final = frozenset("\"'“”‘’«»‹›„([{ \u00a0\u202f\t*_–—-•")
_OPENING: Final = frozenset("“«„([{")
_ENDS: Final = frozenset(".!?…:;\n\r")
APOSTROPHES: Final = "'’ʼ"
_ARTICLES: Final = frozenset(("al", "el"))
"""The Arabic article, which hangs on a name in lower case: al-Assad."""


class Token(NamedTuple):
    """One capitalised word. `end` leaves out a possessive 's (`cut`); `dot` says that a full stop belongs to it."""

    start: int
    end: int
    folded: str
    dot: bool
    initial: bool
    cut: bool


def tokens(text: str, lex: Lexicon) -> list[Token]:
    """Return the capitalised words of a text, in order."""
    out: list[Token] = []
    previous: Token | None = None
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        if start and text[start - 1] in "-‑":
            if text[start - 3 : start - 1] not in _ARTICLES or (start > 3 and text[start - 4].isalnum()):
                continue
            start -= 3
            word = text[start:end]
        cut = initial = False
        if len(word) > 2 and word[-2] in APOSTROPHES and word[-1] in "sS":
            word, cut, end = word[:-2], True, end - 2
        if not word.isalpha():
            elided = 0 if word[0].isupper() and _goes_on(start, previous, lex) else _elided(word, lex)
            if elided < 0 and _opens_sentence(text, start, previous):
                continue
            if elided > 0:
                start += elided
                word = word[elided:]
            if "-" in word and word.rpartition("-")[2] in lex.tails:
                word, cut = word.rpartition("-")[0], True
                end = start + len(word)
        folded = fold_word(word)
        if start <= match.start():
            initial = _opens_sentence(text, start, previous)
        dot = not cut and text[end : end + 1] == "." and (len(word) == 1 or folded in lex.dotted or "." in word)
        previous = Token(start, end, folded, dot, initial, cut)
        out.append(previous)
    return out


def _elided(word: str, lex: Lexicon) -> int:
    """Return the length of an elided article at the head of a word (L'Élysée), 0 for none, -1 if no name follows it."""
    for i, c in enumerate(word[:-1]):
        if c in APOSTROPHES:
            if fold_word(word[:i]) not in lex.elisions:
                return 0
            return i + 1 if word[i + 1].isupper() else -1
    return 0


def _goes_on(start: int, last: Token | None, lex: Lexicon) -> bool:
    """Return whether a capital with an apostrophe is in a name: Bruno N'Diaye, Luc L'Herminier, but not À L'Équipe."""
    if last is None or last.end + 1 + last.dot != start or any(last.folded in w for w in (lex.ordinary, lex.places)):
        return False
    return not last.initial or last.folded in lex.given or last.folded in lex.titles


def _opens_sentence(text: str, at: int, previous: Token | None) -> bool:
    """Return whether what stands before `at`, quotation marks and brackets aside, ends a sentence or is nothing."""
    i = at - 1
    least = max(-1, at - 8)
    while i > least and (c := text[i]) in _OPENERS:
        if c in _OPENING or (c in "\"'‘" and (i == 0 or text[i - 1].isspace())):
            return True
        i -= 1
    if i < 0:
        return True
    if text[i] not in _ENDS:
        return False
    return not (text[i] == "." and previous is not None and previous.dot and previous.end == i)
