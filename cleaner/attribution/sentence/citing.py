"""Verbs of citing: “…”, the Post cites X; “…”, wird X in der Mitteilung zitiert.

Owns who is cited and who cites, where the words of one are passed on by the other.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.people import cases, phrases
from cleaner.attribution.people.judging import Who
from cleaner.attribution.sentence.speaking import Speaking
from cleaner.attribution.speaker import lending, subjects


class _Parties(NamedTuple):
    """Who cites, who is cited, and the word where a phrase of either may stand next."""

    by: Who | None
    who: Who | None
    at: int


def cited(verb: Speaking) -> Attribution | None:
    """Return whom a verb of citing names, with who cites as the channel: “…”, the Post cites X."""
    line, cue, first, last, cast = verb.line, verb.cue, verb.first, verb.last, verb.cast
    if held := _held(verb):
        return quoted(verb.told(cue._replace(group=held)))
    if verb.lexicon.speech.drawn_from and (found := lending.drawn(line, cue, last, cast)):
        return _drawn(verb, *found)
    parties = _beside(verb, subjects.subject(line, verb.number, cue, first, first, cast))
    by, who, at = _following(verb, _agency(verb, parties))
    if by is None or not by.name or by.pronoun:
        return None
    if who is None:
        return verb.told(cue._replace(kind="say")).placed(by, _side(verb), "cited")
    said = cue._replace(kind="say", after=max(who.last, at, cue.after if who.last <= cue.last else 0))
    made = verb.told(said).placed(who, TAIL if _behind(verb, by) else HEAD, "cited")
    return made._replace(channel=by.name, begin=min(made.begin, by.first), end=max(made.end, by.last)) if made else None


def quoted(verb: Speaking) -> Attribution | None:
    """Return whom a passive of citing quotes: “…”, wird X in der Mitteilung zitiert; y est citée X."""
    line, cue, first, last, cast = verb.line, verb.cue, verb.first, verb.last, verb.cast
    who = phrases.after(line, cue.group + 1, cue.first, cast) if cue.first - cue.group > 1 else None
    who = who or subjects.subject(line, verb.number, cue, first, first, cast) or (
        phrases.after(line, cue.last, last, cast))  # fmt: skip
    if who is None or who.type == "document" or not (who.name or who.pronoun):
        return None
    behind = cue.group > first and line.quoted[cue.group - 1] >= 0
    said = cue._replace(kind="say", passive=False, after=max(cue.after, who.last))
    return verb.told(said).placed(who, TAIL if behind else HEAD, "cited")


def _held(verb: Speaking) -> int:
    """Return the auxiliary of a passive whose participle ends the clause, where they stand apart; 0 if none."""
    line, cue, lexicon = verb.line, verb.cue, verb.lexicon
    if not lexicon.speech.verb_second or (cue.last < verb.last and not line.breaks(cue.last)):
        return 0
    for i in range(cue.first - 1, verb.first, -1):
        if line.folded[i] in lexicon.passive:
            return i
        if line.breaks(i):
            break
    return 0


def _drawn(verb: Speaking, who: Who, reader: Who) -> Attribution | None:
    """Return whose words somebody quotes from a document: zitierte X aus dem Brief eines Lehrers."""
    said = verb.cue._replace(kind="say", after=max(who.last, verb.cue.after))
    made = verb.told(said).placed(who, _side(verb), "cited")
    return made._replace(channel=reader.name or "", end=max(made.end, who.last)) if made else None


def _beside(verb: Speaking, by: Who | None) -> _Parties:
    """Return who is cited in the group of the verb, or as a pronoun right behind it: l'a cité; приводит слова X ТАСС.

    What stands in the group may be who cites, as its case shows: приводит агентство слова X.
    """
    line, cue, cast = verb.line, verb.cue, verb.cast
    pronouns = verb.lexicon.speech.object_pronouns
    inside = next((i for i in range(cue.first + 1, cue.last) if line.low[i] in pronouns), -1)
    if inside >= 0:
        return _Parties(by, Who(inside, inside + 1, None, "person", pronoun=pronouns[line.low[inside]]), cue.last)
    if cue.last - cue.first > 2 and (who := phrases.after(line, cue.first + 1, cue.last, cast)):
        oblique = cases.oblique(line, who.first, who.last, verb.lexicon)
        if verb.lexicon.speech.declensions and by is None and not oblique:
            return _Parties(phrases.after(line, cue.first + 1, cue.last - 1, cast), None, cue.last)
        return _Parties(by, who, cue.last)
    if by is None and cue.last < verb.last and (kind := pronouns.get(line.low[cue.last])):
        return _Parties(None, Who(cue.last, cue.last + 1, None, "person", pronoun=kind), cue.last + 1)
    return _Parties(by, None, cue.last)


def _agency(verb: Speaking, parties: _Parties) -> _Parties:
    """Return a listed institution right in front of whom it cites as who cites: „…“, zitierte AFP Jane Doe."""
    by, who, at = parties
    paper = verb.lexicon.institutions.at(verb.line.folded, at, verb.last) if by is None and who is None else None
    if paper and paper[0] in verb.line.name_at:
        return _Parties(Who(at, paper[0], str(paper[1]), "organisation", institution=True), None, paper[0])
    return parties


def _following(verb: Speaking, parties: _Parties) -> _Parties:
    """Return who is still open from the phrases behind the verb, who cites first: “…”, cites the Post X.

    A phrase in a case that no subject has is who is cited.
    """
    line, last, cast = verb.line, verb.last, verb.cast
    by, who, at = parties
    if by is None and (by := phrases.after(line, at, last, cast)):
        at = by.last
        if who is None and cases.oblique(line, by.first, by.last, verb.lexicon) and not by.pronoun:
            who, by = by, phrases.after(line, at, last, cast)
    return _Parties(by, who or phrases.after(line, at, last, cast), at)


def _side(verb: Speaking) -> str:
    """Return where a verb stands whose only party is who cites: behind the words where a break parts it from them."""
    return TAIL if verb.line.breaks(verb.cue.group) else HEAD


def _behind(verb: Speaking, by: Who) -> bool:
    """Return whether verb and parties follow what is said: “…”, cites the Post X; “…” the Post cites X as saying."""
    line, cue, first = verb.line, verb.cue, verb.first
    if line.breaks(cue.group) and cue.group > first:
        return True
    ended = by.first > first and by.last <= cue.group and (cue.last >= verb.last or line.breaks(cue.last))
    return ended and line.quoted[by.first - 1] >= 0
