"""Cues in a sentence: reporting verbs with their auxiliaries, and phrases such as "according to".

Owns the grammar of the verb group as far as words show it (auxiliary, passive, negation, inversion). Whether a cue
has a speaker is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cleaner.attribution.cues import auxiliaries, homographs, tails, verbgroup
from cleaner.attribution.cues.tails import Tail
from cleaner.attribution.cues.verb import FINITE as FINITE
from cleaner.attribution.cues.verb import Verb
from cleaner.attribution.cues.verbgroup import Group
from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import BASE, Form, Lexicon

_REFLEXIVE: Final = {"reflexive": "say", "reflexive_mark": "mark"}
"""The classes of verbs that say something only with a reflexive pronoun (se plaindre), and what they are with it."""
_MARKING: Final = ("say", "call", "act", "tell")
"""The classes of verbs that only mark a quotation where they stand in the infinitive."""


class Cue(NamedTuple):
    """One cue: words [first, last) show it, the verb group begins at `group`, what is said begins at `after`.

    `particle` is the word that ends a parted verb (teilte … mit), -1 if there is none. `kind` is the class of
    speech.yaml; `pronoun` the word of an inverted pronoun (dit-il), -1 if there is none.
    """

    first: int
    last: int
    group: int
    after: int
    kind: str
    gerund: bool
    negated: bool
    pronoun: int
    passive: bool
    lemma: str
    base: bool = False
    particle: int = -1
    marks: bool = False
    auxiliary: bool = True
    lead: bool = False


def wordless(first: int, last: int) -> Cue:
    """Return the cue that words [first, last) are without a reporting verb: a colon, a dash, a noun."""
    return Cue(first, last, first, last, "say", False, False, -1, False, "")


def among(lemma: str, verbs: tuple[str, ...]) -> bool:
    """Return whether a verb is one of those stated, as its row is written or by the first form in it alone."""
    return lemma in verbs or lemma.partition(" ")[0] in verbs


def find(line: Line, first: int, last: int, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the verb cues among words [first, last), those inside quotations aside."""
    i = first
    while i < last:
        forms = lexicon.forms.get(line.low[i]) if line.quoted[i] < 0 else None
        noun = lexicon.speech.nouns_capitalised and line.capital(i) and i > first
        if forms and not noun and i not in line.covered and not homographs.excluded(line, i, first, last, lexicon):
            cue = next((c for c in (_cue(line, i, f, first, last, lexicon) for f in forms) if c), None)
            if cue is not None:
                yield cue._replace(marks=any(f.kind == "mark" and not f.tails for f in forms))
                i = max(cue.last, i + 1)
                continue
        i += 1


def _cue(line: Line, i: int, form: Form, least: int, last: int, lexicon: Lexicon) -> Cue | None:
    """Return the cue that a form at word i is the verb of, None if it is none there."""
    end = tails.end_of(line, i, last, form, lexicon)
    if not end:
        return None
    verb = Verb(line, i, end, least, last, form, lexicon)
    tail = tails.read(verb)
    if tail is None:
        return None
    group = _group(verb)
    if group is None:
        return None
    if form.kind == "quoted":
        return _quoting(verb, tail, group)
    if form.kind != "refuse" and (form.kind in _REFLEXIVE) != (group.auxiliary == "reflexive"):
        return None  # il plaint sa mère
    group = _complete(verb, group)
    return None if group is None else _made(verb, tail, group)


def _group(verb: Verb) -> Group | None:
    """Return the verb group with the pronouns behind the verb (dit-il, äußerte sich), None if the form is a noun."""
    group = verbgroup.read(verb)
    if group.start < 0 or (group.start == verb.i and homographs.noun(verb)):
        return None
    if not group.auxiliary and tails.reflexive(verb):
        group = group._replace(auxiliary="reflexive")
    return group if group.pronoun >= 0 else group._replace(pronoun=tails.inverted_pronoun(verb))


def _quoting(verb: Verb, tail: Tail, group: Group) -> Cue | None:
    """Return the cue of one who is quoted (was quoted as saying), None if he quotes another: Reuters quoted her as."""
    if not group.passive and verb.line.folded[verb.end] not in {words[0] for words in verb.form.tails}:
        return None
    return Cue(verb.i, verb.end, group.start, tail.after, "say", False, group.negated, -1, False, verb.form.lemma)


def _complete(verb: Verb, group: Group) -> Group | None:
    """Return the group with an auxiliary told before: a reconnu et affirmé. None for a participle that has none."""
    line, i, _, least, _, form, lexicon = verb
    if group.auxiliary or group.passive:
        return group
    if lexicon.speech.far_subjects and auxiliaries.shared(line, i, least, form, lexicon):
        return group._replace(auxiliary="active")
    return group if form.slots & FINITE or "gerund" in form.slots else None


def _made(verb: Verb, tail: Tail, group: Group) -> Cue:
    """Return the cue that a verb with all that belongs to it makes."""
    form, speech = verb.form, verb.lexicon.speech
    start = verbgroup.with_adverbs(verb, group.start) if speech.declensions else group.start
    lead = group.auxiliary == "infinitive"
    agreed = form.kind == "agree" and bool(speech.agree_with_be)  # è d'accordo
    passive = group.passive and not agreed
    return Cue(
        first=_shown(verb, start),
        last=tail.after,
        group=start,
        after=tail.after,
        kind="mark" if lead and form.kind in _MARKING else _REFLEXIVE.get(form.kind, form.kind),
        gerund=lead or (form.slots == {"gerund"} and not group.auxiliary),
        negated=group.negated,
        pronoun=group.pronoun,
        passive=passive or _by_agent(verb, group),
        lemma=form.lemma,
        base=form.slots == {BASE} and not group.auxiliary and not group.negated,
        particle=tail.particle,
        auxiliary=bool(group.auxiliary) or passive or not form.slots & FINITE,
        lead=lead,
    )


def _shown(verb: Verb, start: int) -> int:
    """Return the word that a cue is shown from: its auxiliary or its verb, as the language has it, no negation."""
    if not verb.lexicon.speech.cue_with_auxiliary or start >= verb.i:
        return verb.i
    return start + (verb.line.folded[start] in verb.lexicon.negations)


def _by_agent(verb: Verb, group: Group) -> bool:
    """Return whether a participle is a passive for the agent behind it: les propos dénoncés par le maire."""
    line, _, end, _, last, form, lexicon = verb
    if end >= last or line.low[end] not in lexicon.speech.passive_agent:
        return False
    return group.auxiliary != "active" and "participle" in form.slots
