"""Cues inside the marks of a quotation: « Nous irons, a-t-il lancé, jusqu'au bout. » “We go, said Smith, to the end.”

Owns where such an aside begins and ends. Parts the quotation around it; never touches text.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.attribution.words.pack import Lexicon
from cleaner.quotes import Quote
from cleaner.text import fold_word

_START: Final = re.compile(r"[,!?…][ \u00a0\u202f]+(?=[^\W\d_])")
_WORDS: Final = re.compile(r"[^\W\d_]+|-")
_STOP: Final = re.compile(r"[,.;:!?…»”\"“«(]")
MAX_ASIDE: Final = 120
MAX_ASIDES: Final = 20
_SPOKEN: Final = frozenset({"say", "mark", "report", "call", "tell"})


def parted(text: str, outer: list[Quote], lexicon: Lexicon) -> list[Quote]:
    """Return the quotations with those parted that hold their own cue."""
    out: list[Quote] = []
    for quote in outer:
        pieces = _pieces(text, quote, lexicon) if quote.inner_end - quote.inner_start > 20 else []
        out += pieces or [quote]
    return out


def _pieces(text: str, quote: Quote, lexicon: Lexicon) -> list[Quote]:
    """Return the pieces of a quotation around the asides that attribute it, none where it holds no aside."""
    out: list[Quote] = []
    at, inner = quote.start, quote.inner_start
    asides = 0
    for match in _START.finditer(text, quote.inner_start, quote.inner_end):
        if match.end() < inner or asides >= MAX_ASIDES:
            continue
        if not _attributes(text, match.end(), quote.inner_end, lexicon, quote.closed):
            continue
        stop = _STOP.search(text, match.end(), quote.inner_end)
        end = stop.start() if stop else quote.inner_end
        if "-" not in text[match.end() : end]:
            end = _whole(text, end, quote.inner_end, lexicon)
        if end - match.end() > MAX_ASIDE:
            continue
        asides += 1
        cut = match.start() + (text[match.start()] != ",")
        out.append(Quote(at, cut, inner, cut, quote.depth, True))
        at = inner = _spoken_from(text, end, quote.inner_end)
        if not quote.closed and text[end : end + 1] in ".!?":
            return out
    if not out:
        return []
    if at < quote.inner_end:
        out.append(Quote(at, quote.end, inner, quote.inner_end, quote.depth, quote.closed))
    return [q for q in out if q.inner_end > q.inner_start]


def _whole(text: str, end: int, last: int, lexicon: Lexicon) -> int:
    """Return where an aside ends whose speaker goes on behind a comma: his deputy, Jane Doe, on Monday."""
    for step in range(2):
        start = end + 1
        stop = _STOP.search(text, start, last) if text[end : end + 1] == "," else None
        words = _WORDS.findall(text, start, stop.start()) if stop else []
        if not words or len(words) > 6 or stop is None:
            break
        named = words[0][0].isupper() and step == 0 and text[stop.start()] in ",."
        when = fold_word(words[0]) in lexicon.adverbs | lexicon.prepositions and text[stop.start()] == "." and step
        if not named and not when:
            break
        end = stop.start()
    return end


def _spoken_from(text: str, at: int, end: int) -> int:
    while at < end and text[at] in ",.;:!?… \u00a0\u202f\n":
        at += 1
    return at


def _attributes(text: str, at: int, end: int, lexicon: Lexicon, closed: bool) -> bool:
    """Return whether a verb of speech with its subject behind it stands at an offset: a-t-il dit, dit-elle, dit X."""
    words = _WORDS.findall(text, at, min(end, at + 60))[:7]
    if not words or not words[0][0].islower():
        return False
    while len(words) > 1 and words[0].lower() in lexicon.speech.clitics and words[1] != "-":
        words = words[1:]
    first, rest = words[0].lower(), words[1:]
    if rest[:1] == ["-"]:
        euphonic = rest[1:2] and rest[1] in lexicon.speech.euphonic and rest[2:3] == ["-"]
        behind = rest[3:] if euphonic else rest[1:]
        if not behind or lexicon.pronouns.get(behind[0]) not in ("man", "woman", "plural"):
            return False
        if first in lexicon.auxiliaries or first in lexicon.passive:
            return any(_speaks(w, lexicon) for w in behind[1:4])
        alone = len(behind) < 2 or text[text.find(behind[0], at) + len(behind[0])] in ",."
        return _speaks(first, lexicon) or (alone and len(first) > 4 and first.endswith(lexicon.speech.strange_endings))
    if first in lexicon.auxiliaries:
        return len(rest) > 1 and _speaks(rest[0].lower(), lexicon) and (
            _opens(rest[1], lexicon, closed) or rest[1] in lexicon.definite)  # fmt: skip
    return bool(rest) and _speaks(first, lexicon) and _opens(rest[0], lexicon, closed)


def _opens(word: str, lexicon: Lexicon, closed: bool) -> bool:
    """Return whether a word may begin the subject of an aside: a name; a determiner too where no mark closes."""
    return word[0].isupper() or (not closed and fold_word(word) in lexicon.determiners)


def _speaks(word: str, lexicon: Lexicon) -> bool:
    return any(f.kind in _SPOKEN and len(f.words) == 1 for f in lexicon.forms.get(word, ()))
