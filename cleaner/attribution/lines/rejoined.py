"""Sentences that a closing mark has parted from their quotation: “Is that so?” Smith asked.

Owns which sentences belong together again. Looks at words only; whether somebody speaks is judged elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cleaner.attribution.words.pack import Lexicon
from cleaner.tables.rows import Span
from cleaner.text import CLOSERS

if TYPE_CHECKING:
    from cleaner.attribution.lines.line import Line

MAX_SUBJECT: Final = 12
"""The verb follows within so many words."""
MAX_REST: Final = 14
"""So many words follow the verb at most."""
_ENDS: Final = frozenset("?!….")


def rejoin(line: Line, lexicon: Lexicon) -> None:
    """Join each sentence that only says who speaks to the quotation before it, where subjects stand before verbs."""
    if not lexicon.speech.clause_starts:
        return
    sentences, spans = line.sentences[:1], line.spans[:1]
    for (start, end), (first, last) in zip(line.sentences[1:], line.spans[1:], strict=True):
        before = sentences[-1]
        between = line.text[before[1] : start]
        mark = _mark(line, before) if "\n" not in between else ""
        if mark and _attributes(line, first, last, lexicon, mark == "."):
            sentences[-1], spans[-1] = (before[0], end), (spans[-1][0], last)
            line.gap[first] = ","
        else:
            sentences.append((start, end))
            spans.append((first, last))
    line.sentences, line.spans = sentences, spans


def _mark(line: Line, sentence: Span) -> str:
    """Return the mark that ends a sentence before its closing quotation mark (…?”), an empty string for none."""
    start, end = sentence
    text = line.text
    closed = end > 1 and text[end - 1] in CLOSERS and text[end - 1] not in ")]" and text[end - 2] in _ENDS
    if closed and text[end - 1] in "’'":
        closed = any(quote.end == end for quote in line.quotes_in(start, end)[-1:])
    return text[end - 2] if closed else ""


def _attributes(line: Line, first: int, last: int, lexicon: Lexicon, alone: bool) -> bool:
    """Return whether words [first, last) are a subject, a verb of speech and little more; `alone`: nothing more."""
    named = False
    for i in range(first, min(last, first + MAX_SUBJECT)):
        if line.quoted[i] >= 0 or (i > first and line.gap[i] in ";:."):
            return False
        word = line.folded[i]
        pronoun = word in lexicon.pronouns
        forms = lexicon.forms.get(line.low[i], ())
        if i > first and any(f.kind in ("say", "tell", "mark") and f.slots & {"past", "present"} and not f.tails
                             for f in forms):  # fmt: skip
            apart = line.breaks(i) and line.gap[i] != ","
            return named and not apart and (i + 1 == last if alone else _closes(line, i + 1, last, lexicon))
        if word in lexicon.clause_words - lexicon.inner and not pronoun and line.low[i] not in lexicon.relatives:
            return False
        named = named or pronoun or line.capital(i) or word in lexicon.determiners
    return False


def _closes(line: Line, after: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether nothing that could be said follows word `after` up to the end of the sentence or a comma."""
    for i in range(after, last):
        if line.quoted[i] >= 0 or i - after > MAX_REST or line.gap[i] == ":":
            return False
        if line.gap[i] in ",–":
            return not any(w in lexicon.speech.complementizers for w in line.low[i : min(last, i + MAX_REST)])
        word = line.folded[i]
        if line.low[i] in lexicon.speech.complementizers or (
                word in lexicon.clause_words - lexicon.inner and word not in lexicon.speech.apart):  # fmt: skip
            return False
        light = word in lexicon.prepositions | lexicon.adverbs | lexicon.times
        if i == after and not light and all(f.kind != "tell" for f in lexicon.forms.get(line.low[after - 1], ())):
            return False
    return True
