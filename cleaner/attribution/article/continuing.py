"""Whom a sentence goes on about that begins with a pronoun: Jane Doe came. She read a letter. “It is over,” she said.

Owns who stands in front of such a sentence, and who of its speakers stands behind him. Finds no cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.attribution.article.state import State, Told
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.genders import gender
from cleaner.attribution.people.judging import Who

MIN_ADJUNCT: Final = 3
MAX_ADJUNCT: Final = 40
"""What a sentence opens with, before its subject, has so many words."""
PASSIVE: Final = "passive-agent"
_SINGLE: Final = ("man", "woman")


def subject_of(
    line: Line, number: int, subject: Who | None, found: Sequence[Claim], position: int, state: State, cast: Cast
) -> Who | None:
    """Return who stands in front of a sentence, a pronoun under the name of the person it goes on about."""
    if subject is None or (subject.type != "person" and not subject.pronoun):
        subject = _behind_adjunct(line, number, cast) or subject
    speech = cast.lexicon.speech
    sure = speech.clause_starts or speech.pro_drop or speech.declensions  # elle may be a thing, sie several
    if subject is None or subject.pronoun not in _SINGLE or subject.name or not sure:
        return subject
    spoke = next((claim.who.name for claim in found if claim.who.first == subject.first), None)
    state.trail.asker = ""
    name = spoke or state.trail.resolve(subject.pronoun, position, cast, things=False)
    return subject._replace(name=name, type="person") if name else subject


def _behind_adjunct(line: Line, number: int, cast: Cast) -> Who | None:
    """Return the pronoun behind the comma that ends what a sentence opens with: Born in Ennis, one of nine, she …"""
    lexicon = cast.lexicon
    first, last = line.spans[number]
    if not lexicon.speech.clause_starts or last - first < MIN_ADJUNCT:
        return None
    for i in range(first + MIN_ADJUNCT - 1, min(last, first + MAX_ADJUNCT)):
        if line.gap[i] == "," and lexicon.pronouns.get(line.folded[i]) in _SINGLE and line.quoted[i] < 0:
            quoted = any(line.quoted[j] >= 0 for j in range(first, i))
            return None if quoted else Who(i, i + 1, None, "person", pronoun=lexicon.pronouns[line.folded[i]])
    return None


def speakers(subject: Who | None, found: Sequence[Claim], cast: Cast) -> list[str]:
    """Return who speaks in a sentence, but nobody without a name beside the pronoun that it goes on about.

    When a student asked her why, she laughed; she read an email in which an analyst complained.
    """
    stated = bool(cast.lexicon.speech.clause_starts)
    ahead = stated and subject is not None and subject.type == "person" and subject.name
    spoke = [c.who for c in found if c.who.name and c.who.type == "person" and not c.who.joint and not (
        ahead and c.rule == PASSIVE)]  # fmt: skip
    carried = subject if subject and subject.pronoun in _SINGLE and subject.name else None
    if carried is None or not stated:
        return [who.name for who in spoke if who.name]
    return [who.name for who in spoke if who.name and (
        who.name == carried.name or (cast.named(who.name) and who.first > carried.first))]  # fmt: skip


def told(
    line: Line, number: int, subject: Who | None, found: Sequence[Claim], position: int, state: State, cast: Cast
) -> Told | None:
    """Return whom a sentence says that something was told to or done to, and who did: Her adviser told her so."""
    speech = cast.lexicon.speech
    last = found[-1] if found else None
    by = last.who.name if last else subject.name if subject and subject.type == "person" else None
    if not speech.asks or not by or line.role != "body":
        return None
    to = last.addressee if last else None
    name = to.name if to and to.type == "person" and not to.joint else None
    kind = speech.told_pronouns.get(name or "") or ("" if name else _object(line, number, cast))
    if kind and subject and subject.name and subject.name != by and subject.type == "person" and (
            gender(subject.name, cast.named(subject.name), cast) == kind):  # fmt: skip
        name = subject.name
    elif kind:
        name = state.trail.resolve(kind, position, cast, things=False, barred=lambda one: one == by)
    asks = last is not None and last.cue is not None and any(
        line.low[i] in speech.asks for i in range(line.word_at(last.cue[0]), line.word_at(last.cue[1])))  # fmt: skip
    return Told(name, by, asks) if name and name != by else None


def _object(line: Line, number: int, cast: Cast) -> str:
    """Return man or woman as the first pronoun of a sentence tells that is an object: One caller advised her to go."""
    lexicon, (first, last) = cast.lexicon, line.spans[number]
    shut = lexicon.determiners | lexicon.prepositions | lexicon.clause_words | lexicon.adverbs | lexicon.conjunctions
    for i in range(first + 1, min(last, first + MAX_ADJUNCT)):
        if line.low[i] in lexicon.speech.told_pronouns and line.quoted[i] < 0:
            ends = i + 1 >= last or line.breaks(i + 1) or line.folded[i + 1] in shut
            return lexicon.speech.told_pronouns[line.low[i]] if ends and not line.breaks(i) else ""
    return ""
