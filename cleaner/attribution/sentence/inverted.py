"""Attributions whose speaker stands behind the verb: “…”, said Jane Doe; dit-il; L'Italia, scrive X, non paga.

Owns whether a verb turns to what stands behind it, and where its words stand then. Which phrase it is: inverting.py.
"""

from __future__ import annotations

from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.sentence import inverting, orders
from cleaner.attribution.sentence.placing import may_invert
from cleaner.attribution.sentence.speaking import Answer, Speaking
from cleaner.attribution.speaker import adjuncts, lending, places, stated, subjects

MAX_BEHIND = 6
"""So many words stand between a speaker set between commas and the comma that ends it at most."""


def by_pronoun(verb: Speaking) -> Attribution | None:
    """Return the verb with the pronoun joined to it: dit-il; with the place that speaks where it is “one”."""
    line, cue, last, cast = verb.line, verb.cue, verb.last, verb.cast
    end = max(cue.last, cue.pronoun + 1)
    who: Who | None
    if verb.lexicon.pronouns[line.folded[cue.pronoun]] != "nobody":
        who = phrases.after(line, cue.pronoun, cue.pronoun + 1, cast)
    elif verb.lexicon.places:
        who = places.behind(line, cue, end, verb.first, last, cast)
    else:
        who = subjects.somewhere(line, end, last, cast)
    return verb.placed(who, TAIL, "inverted-pronoun") if who else None


def in_stated(verb: Speaking, _: Who | None) -> Answer | None:
    """Answer for a language that states each subject, where a whole clause stands before the verb: X perd, dit Y."""
    who = stated.subject(verb.line, verb.cue, verb.first, verb.last, verb.cast) if verb.separate else None
    return Answer(verb.placed(who, TAIL, "inverted")) if who else None


def turned(verb: Speaking, who: Who | None) -> Answer | None:
    """Answer for a verb behind a break whose subject stands behind it: “…”, said Jane Doe; …, a réagi le maire."""
    cue = verb.cue
    denied = cue.negated and bool(verb.lexicon.speech.subjects_stated)  # La vidéo, coupée, ne montre pas la scène
    if not verb.separate or cue.group <= verb.first or cue.gerund or denied or _clause_next(verb):
        return None
    framed = _framed(verb, who)
    if who and (_leads(verb, who, framed) or _is_subject(verb, who)):
        return None
    behind = _several(verb) or inverting.behind(verb.line, cue, who, verb.first, verb.last, verb.cast, framed)
    if behind is None or not may_invert(verb.line, cue, behind, verb.last, verb.lexicon):
        return None
    if _second(verb):
        said = verb.told(cue._replace(after=max(cue.after, behind.last)))
        return Answer(said.placed(behind, HEAD, "verb-second"))
    found = verb.placed(behind, TAIL, "inverted")
    voice = lending.caused(verb.line, cue, behind, verb.cast) if found and verb.lexicon.speech.causatives else ""
    return Answer(found._replace(channel=voice) if found and voice else found)


def _clause_next(verb: Speaking) -> bool:
    """Return whether what is said begins right behind a verb: El diario, que cita a X, informó de que Y se quejó."""
    line, at = verb.line, verb.cue.last
    at += at < verb.last and line.folded[at] in verb.lexicon.prepositions and not line.breaks(at)
    return at < verb.last and line.low[at] in verb.lexicon.speech.complementizers and not line.breaks(at)


def _framed(verb: Speaking, who: Who | None) -> bool:
    """Return whether verb and subject stand between commas, in free order: L'Italia, scrive la Commissione, non paga.

    Not so where the first comma opens an apposition of `who`: X, la ministra, scrive Y.
    """
    line, cue = verb.line, verb.cue
    if not verb.lexicon.speech.free_order or not _between_commas(verb):
        return False
    before = who is not None and who.last < cue.group and line.gap[who.last] == ","
    return not (who and before and subjects.apposed(line, who, cue, verb.cast))


def _between_commas(verb: Speaking) -> bool:
    """Return whether a name stands alone between the verb and a break: …, scrive la Commissione, …"""
    line, cue, last, cast = verb.line, verb.cue, verb.last, verb.cast
    if cue.kind not in ("say", "report", "mark") or line.gap[cue.group] not in ",–" or cue.after >= last:
        return False
    who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
    if who is None or not who.name or not orders.may_be_subject(line, who, cast):
        return False
    end = who.last
    while end < last and end - who.last < MAX_BEHIND and not line.breaks(end):
        if line.low[end] in verb.lexicon.speech.complementizers or line.low[end] in verb.lexicon.forms:
            return False
        end += 1
    named = who.institution or known(who, cast) or who.noun
    return bool(named) and (end >= last or line.breaks(end))


def _leads(verb: Speaking, who: Who, framed: bool) -> bool:
    """Return whether a phrase opens the sentence and stays the subject: The mayor, a lawyer, told the council."""
    return not framed and subjects.opens(verb.line, who, verb.first, verb.lexicon) and (
        inverting.keeps(verb.line, verb.cue, who, verb.last, verb.cast))  # fmt: skip


def _is_subject(verb: Speaking, who: Who) -> bool:
    """Return whether a phrase is the subject for where it stands, in a language whose clauses have clear beginnings."""
    return bool(verb.lexicon.speech.clause_starts) and (_beside_quote(verb, who) or _takes_object(verb))


def _beside_quote(verb: Speaking, who: Who) -> bool:
    """Return whether a speaker stands right behind a quotation, and so is the subject: “…,” Mr. X, his aide, said."""
    line, at = verb.line, who.first
    behind = at > verb.first and line.quoted[at - 1] >= 0 and line.quoted[at] < 0 and line.gap[at] == ","
    return behind and (who.institution or bool(who.pronoun) or known(who, verb.cast))


def _takes_object(verb: Speaking) -> bool:
    """Return whether who stands behind a verb is its object where no quotation goes before: called X “…”."""
    line, cue = verb.line, verb.cue
    plain = line.low[cue.last - 1] in verb.lexicon.speech.plain
    return line.quoted[cue.group - 1] < 0 and not cue.marks and not plain and (
        cue.kind in ("label", "call", "act", "agree", "tell"))  # fmt: skip


def _several(verb: Speaking) -> Who | None:
    """Return whose people speak in a plural verb with nothing but their place behind it: …, spiegano dal ministero."""
    line, cue, lexicon = verb.line, verb.cue, verb.lexicon
    plural = line.low[cue.last - 1].endswith(lexicon.speech.plural_verb_endings or "\n")
    if not plural or not lexicon.somewhere_plural or cue.last >= verb.last or (
            line.folded[cue.last] not in lexicon.somewhere_plural):  # fmt: skip
        return None
    return subjects.somewhere(line, cue.last, verb.last, verb.cast, several=True)


def _second(verb: Speaking) -> bool:
    """Return whether a clause with “as” opens the sentence, and the verb comes second: Wie die Zeitung meldet, sagte X.

    What is said comes after then.
    """
    if not verb.lexicon.speech.verb_second or not verb.made:
        return False
    before = verb.made[-1]
    return before.rule == orders.AS and before.begin <= verb.first + 1 and before.end == verb.cue.group
