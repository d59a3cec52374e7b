"""Words written as a reporting verb that are none where they stand: nouns, prepositions, parts of a set phrase.

Owns what shows so in the words around them: the readers' comments, contre l'avis du maire, autrement dit.
"""

from __future__ import annotations

from cleaner.attribution.cues.verb import Verb
from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.words.pack import BASE, Lexicon, Words


def excluded(line: Line, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a form begins or ends a phrase that says nothing, or is a noun: autrement dit, la denuncia."""
    exclude = lexicon.exclude
    if _preposition(line, i, first, lexicon):
        return True
    if exclude.at(line.folded, i, last) is not None or exclude.before(line.folded, i + 1, first) is not None:
        return True
    around = exclude.at(line.folded, i - 1, last) if i > first else None
    if around is not None and around[0] > i:
        return True  # si dice che
    if line.low[i] not in lexicon.speech.noun_forms or i == first or line.breaks(i):
        return False
    before = line.folded[i - 1]
    return before in lexicon.determiners or (before in lexicon.prepositions and before not in lexicon.as_words)


def noun(verb: Verb) -> bool:
    """Return whether a form without a verb group is a noun: the report, the readers' comments, in brief remarks."""
    line, i, _, least, last, form, lexicon = verb
    clauses = bool(lexicon.speech.clause_starts)
    may_be = clauses or form.slots & {BASE, "present"}
    if may_be and i > least and line.low[i - 1] in lexicon.speech.articles and not line.breaks(i):
        return True
    if not clauses or "present" not in form.slots:
        return False
    return _owned(line, i, least, lexicon.speech.plural_endings) or _led(line, i, least, last, lexicon)


def _preposition(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a form is a preposition where it stands: contre l'avis du maire, but « Non », contre le maire."""
    if not lexicon.speech.subjects_stated or line.low[i] not in lexicon.speech.prepositions:
        return False
    return i == first or line.quoted[i - 1] < 0


def _owned(line: Line, i: int, least: int, endings: Words) -> bool:
    """Return whether the mark of an owner stands before word i, which is a noun then: the readers' comments."""
    behind = line.text[line.end[i - 1] : line.start[i]] if i > least else ""
    several = behind in ("' ", "’ ") and line.quoted[i - 1] == line.quoted[i] and line.low[i - 1].endswith(endings)
    return several or (i - 1 > least and line.gap[i - 1] == APOSTROPHE and line.low[i - 1] in endings and behind == " ")


def _led(line: Line, i: int, least: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a form is a noun that a preposition leads, an adjective between: in brief remarks on the lawn."""
    if i - 2 < least or line.breaks(i) or line.breaks(i - 1) or line.capital(i - 1):
        return False
    before = line.folded[i - 1]
    if before in lexicon.determiners or before in lexicon.pronouns or before in lexicon.speech.object_pronouns or (
            line.low[i - 1].endswith(lexicon.speech.plural_endings)):  # fmt: skip
        return False
    behind = i + 1 < last and line.folded[i + 1] in lexicon.linking and not line.breaks(i + 1)
    joined = before in lexicon.conjunctions or before in lexicon.prepositions
    if behind and (joined or line.low[i - 1] in lexicon.speech.complementizers):
        return True  # that reports of a rift
    led = line.folded[i - 2] in lexicon.prepositions and line.low[i - 2] not in lexicon.speech.bars
    return led and (i + 1 >= last or line.breaks(i + 1) or line.folded[i + 1] in lexicon.prepositions)
