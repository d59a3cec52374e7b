"""A verb of speech and its speaker: the forms that tell him by themselves, the subject, what speaks without one.

Owns the order in which the ways of an attribution are asked; the first that answers decides. What stands in each of
them: citing.py, inverted.py, carrying.py, orders.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cleaner.attribution.cues.agreeing import agrees
from cleaner.attribution.cues.conjunction import to_clause
from cleaner.attribution.lines.line import HYPHEN
from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.strangers import unknown
from cleaner.attribution.sentence import carrying, citing, hanging, inverted, inverting, orders
from cleaner.attribution.sentence.frames import by_agent, felt, told_by
from cleaner.attribution.sentence.placing import is_tail
from cleaner.attribution.sentence.speaking import Answer, Speaking
from cleaner.attribution.speaker import lending, places, subjects

_SUBJECT_VERB: Final = "subject-verb"


def attribute(verb: Speaking) -> Attribution | None:
    """Return a verb with its speaker, None if it has none that counts.

    First the forms that show by themselves who speaks: a passive, dit-il, as X said, X is cited. Then the subject.
    """
    if verb.cue.passive:
        if answer := _passive(verb):
            return answer.found
        verb = verb.told(verb.cue._replace(passive=False))
    verb = _with_pronoun(verb)
    if verb.cue.pronoun >= 0:
        return inverted.by_pronoun(verb)
    verb = _without_object(verb)
    if answer := _ordered(verb):
        return answer.found
    if verb.cue.kind == "cite":
        if not verb.cue.lead:
            return citing.cited(verb)
        verb = verb.told(verb.cue._replace(kind="say"))  # Et de citer les chiffres
    return _by_subject(verb)


# --- forms that show who speaks --------------------------------------------------------------------------------------


def _passive(verb: Speaking) -> Answer | None:
    """Answer for a passive: X was told by Y, a law was called a farce by X; none where the form may be no passive."""
    line, cue, last, cast = verb.line, verb.cue, verb.last, verb.cast
    found = told_by(line, cue, verb.first, last, cast) or by_agent(line, cue, verb.first, last, cast)
    found = found or felt(line, cue, verb.first, cast)
    if found is None and cue.kind == "cite":
        found = citing.quoted(verb)
    if found or cue.auxiliary or (line.breaks(cue.group) and phrases.after(line, cue.last + 1, last, cast)):
        return Answer(found)
    return None


def _with_pronoun(verb: Speaking) -> Speaking:
    """Return a verb with the “one” that is joined into its group: fait-on savoir."""
    line, cue, lexicon = verb.line, verb.cue, verb.lexicon
    if not lexicon.places or cue.pronoun >= 0 or cue.kind == "stands":
        return verb
    at = next((i for i in range(cue.first + 1, cue.last) if line.gap[i] == HYPHEN and
               lexicon.pronouns.get(line.folded[i]) == "nobody"), -1)  # fmt: skip
    return verb.told(cue._replace(pronoun=at))


def _without_object(verb: Speaking) -> Speaking:
    """Return a verb of refusing as one of saying, where its object begins a clause: said nothing had been promised."""
    line, cue, lexicon = verb.line, verb.cue, verb.lexicon
    if cue.kind != "refuse" or not lexicon.speech.clause_starts or cue.last - cue.first < 2 or cue.last >= verb.last:
        return verb
    if line.low[cue.last - 1] in lexicon.bars or (
            line.folded[cue.last] not in lexicon.auxiliaries | lexicon.passive | lexicon.bars):  # fmt: skip
        return verb
    return verb.told(cue._replace(kind="say", last=cue.first + 1, after=cue.first + 1))


def _ordered(verb: Speaking) -> Answer | None:
    """Answer for an order that the words show: as X said; it says in the report; wo Fans „…“ riefen."""
    line, cue, first, last, cast = verb.line, verb.cue, verb.first, verb.last, verb.cast
    if order := orders.told(line, cue, first, last, cast):
        return Answer(verb.ordered(order))
    if cue.kind in ("stands", "follows"):
        return Answer(None)
    ended = inverting.final(line, cue, first, last, cast) if verb.lexicon.speech.verb_second else None
    return Answer(ended) if ended else None


# --- the subject -----------------------------------------------------------------------------------------------------


def _by_subject(verb: Speaking) -> Attribution | None:
    """Return a verb with its subject, or with what speaks in its place."""
    who = subjects.subject(verb.line, verb.number, verb.cue, verb.first, verb.previous, verb.cast)
    for carries in (carrying.behind_relative, carrying.in_relative):
        if answer := carries(verb, who):
            return answer.found
    who = who if who and _may_be_subject(verb, who) else None
    for against in _AGAINST:
        if answer := against(verb, who):
            return answer.found
    rule = _SUBJECT_VERB
    if who is None:
        for instead in _INSTEAD:
            if answer := instead(verb):
                return answer.found
        who, rule = _unusual(verb)
    if who is None and (order := orders.dropped(verb.line, verb.cue, verb.first, verb.last, verb.cast)):
        return verb.ordered(order)
    if verb.cue.gerund and not (who and _behind_preposition(verb, who)):
        return carrying.issued(verb, who)
    return _said(verb, who, rule) if who else None


def _may_be_subject(verb: Speaking, who: Who) -> bool:
    """Return whether a phrase before the verb agrees with it, stands in its clause and in the case of a subject."""
    return agrees(verb.line, verb.cue, who, verb.cast) and orders.may_be_subject(verb.line, who, verb.cast) and not (
        _parted(verb, who) or _in_aside(verb, who) or _framed(verb, who))  # fmt: skip


def _in_aside(verb: Speaking, who: Who) -> bool:
    """Return whether a phrase tells who speaks in an aside before the verb: El presidente, contó X, aseguró que."""
    line, made = verb.line, verb.made[-1] if verb.made else None
    if made is None or made.rule != "inverted" or line.gap[made.begin] != "," or line.gap[verb.cue.group] != ",":
        return False
    return who.key == made.who.key and made.begin <= who.first < verb.cue.group and line.quoted[made.begin - 1] < 0


def _framed(verb: Speaking, who: Who) -> bool:
    """Return whether a phrase stands in a frame behind which the verb comes at once: Laut Protokoll sagte X."""
    line, lexicon = verb.line, verb.lexicon
    if not lexicon.speech.verb_second or who.last != verb.cue.group:
        return False
    starts = range(max(verb.first, who.first - 4), who.first)
    return any((hit := lexicon.according.at(line.folded, i, who.first)) and hit[0] == who.first for i in starts)


def _parted(verb: Speaking, who: Who) -> bool:
    """Return whether one comma alone parts a phrase from a verb whose subject it cannot be then: X lost, said Y."""
    line, cue = verb.line, verb.cue
    if not verb.lexicon.speech.free_order or line.gap[cue.group] != "," or who.last > cue.group:
        return False
    return line.gap[who.first] != "," and not any(line.breaks(i) for i in range(who.first + 1, cue.group))


def _in_apposition(verb: Speaking, who: Who | None) -> Answer | None:
    """Answer for a participle in an apposition, which tells nothing: Lynde, a former trader confirmed in March."""
    apposed = who is not None and hanging.apposed(verb.line, verb.cue, who, verb.first, verb.last, verb.cast)
    return Answer(None) if apposed else None


def _told_of(verb: Speaking, who: Who | None) -> Answer | None:
    """Answer for a verb whose subject is the object of the one before it: blamed X confirmed in March."""
    if who is None or not verb.made or not verb.lexicon.speech.verb_endings:
        return None
    before = verb.made[-1]
    object_of = who.first == before.cue.last and before.place == HEAD and (
        before.cue.kind in ("act", "call", "label", "agree", "topic"))  # fmt: skip
    return Answer(None) if object_of else None


_AGAINST: Final[tuple[Callable[[Speaking, Who | None], Answer | None], ...]] = (
    _in_apposition, inverted.in_stated, inverted.turned, _told_of)  # fmt: skip
"""What may stand against the phrase before a verb as its subject, in order."""


def _behind_preposition(verb: Speaking, who: Who) -> bool:
    """Return whether a preposition leads to the subject of a gerund: after X warning that."""
    return who.first > verb.first and verb.line.folded[who.first - 1] in verb.lexicon.prepositions


# --- no subject before the verb --------------------------------------------------------------------------------------


def _behind(verb: Speaking) -> Answer | None:
    """Answer for a verb whose subject stands behind it or in its bracket, or is nobody: Gestern sagte X; es heißt."""
    order = orders.turned(verb.line, verb.cue, verb.first, verb.last, verb.cast)
    return Answer(verb.ordered(order)) if order else None


def _at_place(verb: Speaking) -> Answer | None:
    """Answer for a place that speaks, where “one” alone is the subject: À Matignon, on assure que."""
    line, cue, first, cast = verb.line, verb.cue, verb.first, verb.cast
    who = places.one(line, cue, first, cast, verb.made) if verb.lexicon.places and not cue.gerund else None
    if who is None:
        return None
    made = verb.placed(who, HEAD, "place")
    return Answer(made._replace(begin=places.begins(line, who, cue, first, cast), addressee=None) if made else None)


def _behind_object(verb: Speaking) -> Answer | None:
    """Answer for a subject that opens a sentence whose object stands before the verb: ГИБДД, впрочем, это отрицает."""
    who = None if verb.separate else inverting.ahead(verb.line, verb.cue, verb.first, verb.cast)
    return Answer(verb.placed(who, HEAD, _SUBJECT_VERB)) if who else None


_INSTEAD: Final[tuple[Callable[[Speaking], Answer | None], ...]] = (
    carrying.resumed, _behind, carrying.absolute, carrying.carried_on, _at_place, carrying.opening, carrying.astray,
    _behind_object)  # fmt: skip
"""What may speak where no subject stands before a verb, in order."""


def _unusual(verb: Speaking) -> tuple[Who | None, str]:
    """Return the subject that stands between a quotation and the verb, or one that no list knows, with its rule."""
    line, cue, speech = verb.line, verb.cue, verb.lexicon.speech
    who = None
    if subjects.after_quote(line, cue.group, verb.previous if speech.clause_starts else verb.first):
        who = subjects.between(line, cue.group, verb.first, verb.cast)
    plural = cue.base and speech.base_is_plural
    if who is None and cue.kind in ("say", "tell", "mark") and not cue.gerund and not plural:
        return _unlisted(verb), "unlisted-subject"
    return who, "quote-subject"


def _unlisted(verb: Speaking) -> Who | None:
    """Return a subject that no list knows, where a clause or a quotation shows that it speaks: The hut said that."""
    line, cue, last, speech = verb.line, verb.cue, verb.last, verb.lexicon.speech
    plain = cue.kind in ("say", "tell") and line.low[cue.last - 1] in speech.plain
    if not _clause_follows(verb) and not plain and (
            not subjects.near_quote(line, cue.last, min(last, cue.last + 5), verb.lexicon)):  # fmt: skip
        return None
    if speech.pro_drop and line.breaks(cue.group):
        return None
    return unknown(line, verb.first, cue.group, verb.cast)


def _clause_follows(verb: Speaking) -> bool:
    """Return whether a clause of what is said or a colon stands behind the verb: warned them that; said:"""
    line, cue, last, speech = verb.line, verb.cue, verb.last, verb.lexicon.speech
    then = to_clause(line, cue.after, last, cue, verb.lexicon)
    if cue.kind == "tell":
        near = range(cue.after, min(last, cue.after + 4))
        then = next((i for i in near if line.low[i] in speech.complementizers), then)
    if then < last and line.low[then] in speech.complementizers:
        return True
    return cue.after < last and line.gap[cue.after] == ":"


# --- what the subject says -------------------------------------------------------------------------------------------


def _said(verb: Speaking, who: Who, rule: str) -> Attribution | None:
    """Return a verb with its subject, the words before it or behind it, and who passes them on."""
    line, cue, speech = verb.line, verb.cue, verb.lexicon.speech
    ahead = _contrasts(verb, who) or _opens_words(verb, who)
    tail = not ahead and is_tail(line, who, cue, verb.first, verb.last, verb.lexicon)
    said = verb.placed(who, TAIL if tail else HEAD, rule)
    if said is None:
        return None
    if speech.causatives and (voice := lending.caused(line, cue, who, verb.cast)):
        return said._replace(channel=voice)
    by = _agent(verb)
    if by is None and not tail:
        by = hanging.relayed(line, who, cue, verb.cast)
    return said._replace(channel=by.name) if by and by.name else said


def _opens_words(verb: Speaking, who: Who) -> bool:
    """Return whether a reported verb begins what another says: Roe sagte, der Arzt habe ihr gesagt, sie solle gehen."""
    if not verb.made or verb.line.low[verb.cue.group] not in verb.lexicon.moods:
        return False
    return verb.made[-1].place == HEAD and verb.made[-1].end == who.first


def _contrasts(verb: Speaking, who: Who) -> bool:
    """Return whether a second speaker begins words of his own behind those of the first: X dit « … », Y dit « … »."""
    if not verb.lexicon.speech.subjects_stated or not verb.made:
        return False
    before = verb.made[-1]
    return before.place == HEAD and before.end < who.first and verb.cue.after < verb.last and (
        subjects.near_quote(verb.line, verb.cue.after, verb.last, verb.lexicon))  # fmt: skip


def _agent(verb: Speaking) -> Who | None:
    """Return by whom a speaker is told to say so, in the phrase of the verb itself: Y was quoted by X as saying."""
    line, cue = verb.line, verb.cue
    if cue.after <= cue.last + 1 or line.low[cue.last] not in verb.lexicon.speech.passive_agent:
        return None
    return phrases.after(line, cue.last + 1, cue.after, verb.cast)
