"""Who a pronoun, a bare office or one of a group stands for, as the sentences before tell; nobody where two fit.

Chooses which question to ask; `pronouns` and `meant` answer the longer ones. Finds no cues.
"""

from __future__ import annotations

from cleaner.attribution.article import bearers
from cleaner.attribution.article.meant import meant
from cleaner.attribution.article.parts import part
from cleaner.attribution.article.pronouns import meant_by
from cleaner.attribution.article.state import Reference, State
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.describing import kind
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.judging import PART, Who
from cleaner.attribution.people.trail import THEREIN
from cleaner.text import fold

MAX_APART = 8
"""Who spoke together is remembered for so many paragraphs."""


def resolve(line: Line, claim: Claim, position: int, state: State, cast: Cast) -> Who:
    """Return the speaker with pronouns and bare roles resolved where one candidate fits."""
    who, asked = claim.who, Reference(line, claim, position, state, cast)
    if who.hint == THEREIN:
        return _therein(asked)
    if apart_from := bearers.other(line, who, cast):
        return apart_from
    if who.hint:
        return meant(asked)
    if issuer := _issuer(asked):
        return who._replace(name=issuer.name)
    if who.pronoun == PART:
        return part(asked)
    if who.pronoun:
        return meant_by(asked)
    return bearers.writer(asked) or bearers.namesake(asked) or who


def _therein(asked: Reference) -> Who:
    """Return the document told of last: darin heißt es."""
    papers = (step.paper for step in reversed(asked.state.trail.steps[-3:]) if step.paper and asked.near(step.position))
    return asked.who._replace(name=next(papers, None), hint="")


def _issuer(asked: Reference) -> Who | None:
    """Return who spoke last where a paper speaks that people issue: The ministry denied it. The statement said …"""
    who, spoke = asked.who, asked.state.speaker
    issued = who.type == "document" and who.noun in asked.cast.lexicon.issued and who.last - who.first <= 2
    return spoke if issued and spoke and asked.near(asked.state.line) and spoke.type != "document" else None


def client(line: Line, who: Who, state: State, cast: Cast) -> Who:
    """Return whom a lawyer speaks for, where a phrase calls somebody his client: the one named with him, or before."""
    lexicon = cast.lexicon
    if who.noun not in lexicon.clients or line.low[who.first] not in lexicon.speech.possessives or who.joint:
        return who
    gender = kind(who.noun, cast)
    fits = [p for p in cast.people.values() if may_be(p.name, gender, cast) and not _is_counsel(p, cast)]
    counsel = cast.named(state.speaker.name) if state.speaker and state.speaker.name else None
    told = [p.name for p in fits if counsel and fold(p.name.split()[-1]) in counsel.words]
    if len(told) == 1:
        return who._replace(name=told[0], noun="", hint="")
    names = {p.name for p in fits}
    for step in reversed(state.trail.steps):
        near = [n for n in (*step.speakers, step.subject, *step.others) if n in names]
        if near:
            return who._replace(name=near[0], noun="", hint="")
    return who


def _is_counsel(person: Person, cast: Cast) -> bool:
    """Return whether a person is known to speak for another."""
    return any(word in cast.lexicon.mouthpieces for _, noun in person.offices for word in noun.split())


def apart(above: Who, who: Who, position: int, state: State, cast: Cast) -> Who:
    """Return who passes on the words of another; a pronoun for that one means who spoke before."""
    spoke = state.speaker
    if above.name != who.name or above.pronoun not in ("man", "woman"):
        return above
    if spoke is None or spoke.name in (None, who.name):
        return above
    near = position - state.line <= 1 and spoke.type == "person" and not spoke.joint
    return above._replace(name=spoke.name) if near and may_be(spoke.name or "", above.pronoun, cast) else above


def other_of_two(line: Line, who: Who, position: int, state: State, cast: Cast) -> Who:
    """Return the other one of two who spoke together, where a phrase calls somebody the speaker's colleague."""
    speech, two = cast.lexicon.speech, state.joint[1]
    own = who.type == "person" and line.low[who.first] in speech.possessives and not (who.name and cast.named(who.name))
    if not own or len(two) != 2 or position - state.joint[0] > MAX_APART or not state.speaker or not any(
            line.folded[i] in speech.colleagues for i in range(who.first + 1, who.last)):  # fmt: skip
        return who
    other = [name for name in two if name != state.speaker.name]
    return who._replace(name=other[0], noun="", hint="") if len(other) == 1 else who
