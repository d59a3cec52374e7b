"""Words that dashes set apart: —No —dijo él—. Nunca. — Нет, — сказал он. «No – ha detto – mai».

Owns the pieces that are spoken where a dash, not a quotation mark, stands between them and the cue. Never touches text.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.attribution.words.pack import Lexicon
from cleaner.quotes import Quote
from cleaner.text import CLOSERS, WORD

_DASH: Final = re.compile(r"[—–―]|(?<=\s)--?(?=\s)|^-(?=\s)|(?<=[\s,])-(?=\s)")
_OPENS: Final = re.compile(r"(?:\A|(?<=[.!?…»”\"] )|(?<=\n))[ \t\u00a0]*[—–―-](?=[ \u00a0]?[\w¡¿«“\"'])")
_EDGES: Final = " \u00a0\u202f\t\n,"
MAX_DASHES: Final = 40


def spoken(text: str, outer: list[Quote], lexicon: Lexicon) -> list[Quote]:
    """Return the quotations with those parted that hold their own cue, and with what dashes alone set apart."""
    marks = [m.span() for m in _DASH.finditer(text)]
    if not marks or len(marks) > MAX_DASHES:
        return outer
    out: list[Quote] = []
    for quote in outer:
        pieces = _pieces(text, quote.inner_start, quote.inner_end, marks, lexicon) if quote.closed else []
        if len(pieces) < 2 and not _ends_before(pieces, quote):
            out.append(quote)
            continue
        for a, b in pieces:
            start = quote.start if a == quote.inner_start else a
            end = quote.end if b == quote.inner_end else b
            out.append(Quote(start, end, a, b, quote.depth, True))
    for match in _OPENS.finditer(text):
        start = match.end()
        behind = text[: match.start()][-3:].rstrip()[-1:]
        cue = behind in CLOSERS and text[start : start + 2].lstrip().islower()  # “Is it?” — asked the judge
        if cue or any(q.start < start < q.end for q in out):
            continue
        pieces = _pieces(text, start, len(text), marks, lexicon)
        if pieces and (len(pieces) > 1 or pieces[0][1] < len(text.rstrip()) - 1):
            out = [q for q in out if not any(a <= q.start < b for a, b in pieces)]
            out += [Quote(a, b, a, b, 0, True) for a, b in pieces]
        break
    return sorted(out, key=lambda q: q.start)


def _ends_before(pieces: list[tuple[int, int]], quote: Quote) -> bool:
    return len(pieces) == 1 and pieces[0][1] < quote.inner_end


def _pieces(text: str, start: int, end: int, marks: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return what is spoken in [start, end), the asides that begin with a verb of speech left out; none without one."""
    inside = [(a, b) for a, b in marks if start < a and b < end]
    out: list[tuple[int, int]] = []
    at, aside, found = start, False, False
    for a, b in inside:
        if aside:
            aside, at = False, b
        elif _attributes(text, b, end, lexicon) or _strange(text, a, b, end, lexicon):
            _add(text, at, a, out)
            aside = found = True
    if not aside:
        _add(text, at, end, out)
    return out if found else []


def _add(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    while start < end and text[start] in _EDGES + ".":
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        out.append((start, end))


def _strange(text: str, before: int, at: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a verb that no list holds may stand first behind a dash: ? — переспросила судья."""
    if text[max(0, before - 6) : before].rstrip()[-1:] not in ("?", "!", ",", "…"):
        return False
    words = [m[0] for m, _ in zip(WORD.finditer(text, at, min(end, at + 60)), range(2), strict=False)]
    return (
        len(words) == 2
        and words[0].islower()
        and len(words[0]) > 4
        and (words[0].endswith(lexicon.speech.strange_endings) and words[0] not in lexicon.clause_words)
    )


def _attributes(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a verb of speech stands first behind a dash: — сказал он, – ha detto, —se quejó."""
    words = [m[0] for m, _ in zip(WORD.finditer(text, at, min(end, at + 60)), range(3), strict=False)]
    if not words or words[0] != words[0].lower():
        return False
    for i, word in enumerate(words):
        if any(f.kind != "refuse" for f in lexicon.forms.get(word, ())):
            return True
        light = lexicon.clitics | lexicon.auxiliaries | lexicon.passive | lexicon.as_words | lexicon.adverbs
        if word not in light or i == 2:
            return False
    return False
