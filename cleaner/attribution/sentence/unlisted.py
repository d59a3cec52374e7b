"""Verbs that nobody lists, where their place shows what they are: “…”, despistou; X ripostou que “…”.

Owns verbs without a subject behind a whole quotation, and those before a conjunction and a quotation.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.words.pack import Lexicon

MIN_SAID: Final = 3
"""A quotation of fewer words may be a name or a word set apart."""


def opens_quoted(line: Line, at: int, first: int) -> bool:
    """Return whether a sentence is one quotation of a clause up to word `at`: “Não há dinheiro”, criticou."""
    depth = line.quoted[first]
    if depth < 0 or at - first < MIN_SAID or not line.capital(first) or not line.breaks(at):
        return False
    return line.quoted[at - 1] == depth and line.quoted[at] < 0


def subjectless(line: Line, i: int, first: int, last: int, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution of a verb alone behind a whole quotation, where pronouns are left out: “…”, despistou."""
    after = i + 1
    shut = lexicon.adverbs | lexicon.prepositions
    if not lexicon.speech.pro_drop or not opens_quoted(line, i, first) or not (
            after >= last or line.breaks(after) or line.folded[after] in shut - lexicon.determiners):  # fmt: skip
        return None
    who = Who(i, after, None, "person", pronoun="someone")
    return Attribution(who, verb_cue(i, after, i), TAIL, i, after, "no-subject", 0.75, "statement")


def before_conjunction(line: Line, i: int, first: int, cast: Cast) -> Attribution | None:
    """Return the attribution of a verb between a name and a conjunction with a quotation: X ripostou que “…”."""
    lexicon, verb = cast.lexicon, i - 2
    if not lexicon.speech.pro_drop or verb <= first or line.low[i - 1] not in lexicon.speech.complementizers or (
            line.gap[i - 1] != " " or line.low[verb] in lexicon.forms or line.breaks(verb)):  # fmt: skip
        return None
    who = phrases.before(line, first, verb, cast)
    if who is None or who.last != verb or not (known(who, cast) or who.pronoun in ("man", "woman")):
        return None
    return Attribution(who, verb_cue(verb, i, verb), HEAD, who.first, i, "subject-verb", 0.75, "statement")


def verb_cue(first: int, last: int, group: int) -> Cue:
    """Return a cue whose verb is words [first, last), with its auxiliary at word `group`."""
    return Cue(first, last, group, last, "say", False, False, -1, False, "")
