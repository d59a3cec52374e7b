"""Verbs that carry on a speaker of their sentence: X said … and warned, …, adding that; said X, his aide, who argued.

Owns whom a verb without a subject of its own takes over from what stands before it.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.nesting.found import HEAD, LEAD_IN, TAIL, Attribution
from cleaner.attribution.people import extent, phrases
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import AGAIN, Who
from cleaner.attribution.sentence import hanging
from cleaner.attribution.sentence.speaking import Answer, Speaking

MAX_APPOSITION: Final = 16
"""An apposition that parts a speaker from a relative clause about him has fewer words."""


def behind_relative(verb: Speaking, _: Who | None) -> Answer | None:
    """Answer for a verb behind a relative clause with a quotation: X, who called it “a mess,” said he won."""
    if verb.made and hanging.behind_relative(verb.line, verb.cue, verb.made[-1], verb.lexicon):
        return Answer(verb.carried(verb.made[-1].who, verb.cue.group))
    return None


def in_relative(verb: Speaking, who: Who | None) -> Answer | None:
    """Answer for a relative clause about who spoke just before it: said X, his aide, who argued; said X of Y, who."""
    at = _related(verb, verb.made[-1]) if verb.made else 0
    if at and (who is None or _led(verb, verb.made[-1].end, at)):
        return Answer(verb.carried(verb.made[-1].who, at))
    return None


def resumed(verb: Speaking) -> Answer | None:
    """Answer for a verb that an attribution in commas parts from its subject: X, Y said, told the court."""
    line, cue, first, made = verb.line, verb.cue, verb.first, verb.made
    if not made or made[-1].place != TAIL or cue.gerund or not _resumes(verb, made[-1]):
        return None
    begin = min(made[-1].begin, made[-1].who.first)
    who = phrases.before(line, first, begin, verb.cast) if line.gap[begin] == "," else None
    return Answer(verb.placed(who, HEAD, "subject-verb") if who else None)


def absolute(verb: Speaking) -> Answer | None:
    """Answer for a gerund that an aside parts from its subject: …, with Bo Ray, a senator, calling it a farce."""
    who = hanging.absolute(verb.line, verb.cue, verb.first, verb.cast) if verb.cue.gerund else None
    if who is None:
        return None
    said = verb.placed(who, HEAD, "subject-verb")
    return Answer(said._replace(begin=who.first - 1) if said else None)


def carried_on(verb: Speaking) -> Answer | None:
    """Answer for a verb that goes on with the speaker before it: X said … and warned that; X said …, adding that."""
    begin = _joined(verb)
    if begin is None:
        return None
    who = _carrier(verb, begin)
    return Answer(verb.carried(who, begin)) if who else None


def opening(verb: Speaking) -> Answer | None:
    """Answer for a gerund that opens the sentence, and goes on with the one before: Et d'ajouter que."""
    cue = verb.cue
    if not (cue.gerund and cue.group == verb.first and cue.lead):
        return None
    who = Who(cue.first, cue.last, None, "person", pronoun=AGAIN)
    return Answer(verb.placed(who, HEAD, "carried"))


def astray(verb: Speaking) -> Answer | None:
    """Answer for a gerund apart from all speakers before it: it attributes nothing."""
    return Answer(None) if verb.cue.gerund and verb.made and verb.separate else None


def issued(verb: Speaking, who: Who | None) -> Attribution | None:
    """Return who issued the paper that a gerund hangs on: X sent a letter urging them to stay."""
    author = hanging.author(verb.line, verb.cue, who, verb.first, verb.cast)
    return verb.carried(author, verb.cue.group) if author else None


def _related(verb: Speaking, cover: Attribution) -> int:
    """Return the word of a relative clause about who spoke just before it, 0 if none: said X, his aide, who argued."""
    line, lexicon = verb.line, verb.lexicon
    at = extent.skip_back(line, cover.end, verb.cue.group, lexicon) - 1
    if cover.place != TAIL or not cover.end <= at < cover.end + MAX_APPOSITION or line.gap[at] != "," or (
            line.low[at] not in lexicon.speech.subject_relatives):  # fmt: skip
        return 0
    between = range(cover.end, at)
    return 0 if any(line.quoted[i] >= 0 or line.low[i] in lexicon.forms or (
        line.folded[i] in lexicon.clause_words - lexicon.inner) for i in between) else at  # fmt: skip


def _led(verb: Speaking, at: int, relative: int) -> bool:
    """Return whether a preposition leads from a speaker to his place, up to the comma of a relative: X of Y, who."""
    line = verb.line
    return at < relative and line.folded[at] in verb.lexicon.inner and not line.breaks(at) and not any(
        line.breaks(i) for i in range(at + 1, relative))  # fmt: skip


def _resumes(verb: Speaking, cover: Attribution) -> bool:
    """Return whether a verb goes on behind an attribution in commas that parts it from its subject: X, Y said, told."""
    line, group = verb.line, verb.cue.group
    at = extent.skip_back(line, cover.end, group, verb.lexicon) if cover.end < group else group
    return at == cover.end and line.gap[at] == ","


def _joined(verb: Speaking) -> int | None:
    """Return where a clause begins that is joined to what stands before it: and warned; …, adding; by saying."""
    line, cue, lexicon = verb.line, verb.cue, verb.lexicon
    at = extent.skip_back(line, verb.first, cue.group, lexicon)
    joins = line.folded[at - 1] in lexicon.conjunctions or line.folded[at - 1] in lexicon.speech.sibling_words
    if at > verb.first + 1 and joins and line.quoted[at - 1] < 0:
        return at - 1
    return cue.group if cue.gerund and (line.gap[cue.group] == "," or _prepositional(verb, at)) else None


def _prepositional(verb: Speaking, at: int) -> bool:
    """Return whether a preposition leads to the gerund whose group begins at word `at`: opened the day by saying."""
    line = verb.line
    return at > verb.first and line.low[at - 1] in verb.lexicon.speech.gerund_prepositions and not line.breaks(at)


def _carrier(verb: Speaking, begin: int) -> Who | None:
    """Return whom a clause that begins at word `begin` goes on with: who spoke before it, or the subject in front."""
    line, cue, made = verb.line, verb.cue, verb.made
    heads = [a for a in made if a.place == HEAD and a.rule != LEAD_IN]
    if heads:
        return heads[-1].who
    if made and made[-1].place == TAIL and cue.gerund and line.gap[cue.group] == ",":
        return made[-1].who
    if any(a.place == TAIL for a in made):
        return None
    who = front(line, verb.first, begin, verb.cast)
    if who is None or (who.name is None and not who.pronoun) or who.last >= begin:
        return None
    return None if _in_other_clause(verb, who, begin) else who


def _in_other_clause(verb: Speaking, who: Who, begin: int) -> bool:
    """Return whether a relative clause stands between a subject and a gerund behind a preposition: X, who … by saying.

    The gerund may be a part of that clause then.
    """
    line, cue = verb.line, verb.cue
    at = extent.skip_back(line, verb.first, cue.group, verb.lexicon)
    relatives = verb.lexicon.speech.subject_relatives
    return line.gap[cue.group] != "," and _prepositional(verb, at) and (
        any(line.low[i] in relatives for i in range(who.last, begin)))  # fmt: skip
