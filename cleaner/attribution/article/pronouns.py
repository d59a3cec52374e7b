"""Whom a pronoun stands for: he and she, they, it; nobody where two fit.

Looks at the sentence itself first, then at those before it, as the state keeps them. Finds no cues.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cleaner.attribution.article.state import Reference
from cleaner.attribution.people import phrases
from cleaner.attribution.people.describing import holds_other
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.genders import gender, may_be
from cleaner.attribution.people.heads import written
from cleaner.attribution.people.judging import AGAIN, Who
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.sentence.orders import AS


def meant_by(asked: Reference) -> Who:
    """Return the speaker whom a pronoun means, as it stands where nobody or several fit."""
    if met := _just_met(asked):
        return met
    if asked.who.pronoun == AGAIN:
        return _again(asked)
    if asked.who.pronoun == "plural":
        return _they(asked)
    if asked.who.pronoun == "thing":
        return _it(asked)
    found = next((who for step in _HE_OR_SHE if (who := step(asked))), asked.who)
    return _in_office(asked, found) if asked.who.pronoun == "role" and asked.cast.lexicon.speech.pro_drop else found


def _in_office(asked: Reference, found: Who) -> Who:
    """Return who leads a country by office; the office itself where nobody is named who may: il capo dello Stato."""
    person = asked.cast.named(found.name) if found.name else None
    noun = found.noun or " ".join(asked.line.folded[found.first + 1 : found.last])
    other = person is not None and (bool(person.heads) or holds_other(noun, person, asked.cast.lexicon))
    if found.name and not other:
        return found
    return asked.who._replace(name=written(asked.line, found.first, found.last, asked.cast.lexicon))


def _just_met(asked: Reference) -> Who | None:
    """Return whom the sentence before begins with, where the verb reports speech: Sie habe nichts gewusst."""
    who, before = asked.who, asked.before
    met = before.subject or before.stranger if before else None
    fits = asked.claim.reported and met and who.pronoun in ("man", "woman") and may_be(met, who.pronoun, asked.cast)
    return who._replace(name=met) if fits else None


def _again(asked: Reference) -> Who:
    """Return the paper told of before, the body that the sentence before begins with, or whoever spoke last."""
    who, before, spoke = asked.who, asked.before, asked.spoke
    paper = before.paper if before and asked.claim.rule.startswith("stands") else ""
    if before and paper and asked.near(before.position) and (asked.cast.lexicon.places or _pointed(asked)):
        return who._replace(name=paper, type="document")
    if body := _newer_body(asked):
        return body
    return who._replace(name=spoke.name, type=spoke.type) if spoke and not spoke.joint else who


def _pointed(asked: Reference) -> bool:
    """Return whether a sentence begins with a pronoun behind a preposition, for what was named before: En él se lee."""
    line, lexicon = asked.line, asked.cast.lexicon
    first, last = line.spans[asked.claim.sentence]
    near = range(first, min(last - 1, first + 4))
    return any(line.low[i] in lexicon.speech.in_them or (line.folded[i] in lexicon.prepositions and (
        line.low[i + 1] in lexicon.speech.object_pronouns)) for i in near)  # fmt: skip


def _newer_body(asked: Reference) -> Who | None:
    """Return the body that the sentence before begins with, if nobody spoke since: La empresa crece. «…», añade."""
    step, state = asked.before, asked.state
    if step is None or asked.claim.rule != "inverted-pronoun" or step.speakers or not asked.near(step.position):
        return None
    newer = step.position > state.line - (state.line == asked.position)
    if not newer or not step.body or step.body[2] != "organisation":
        return None
    return asked.who._replace(name=step.body[0], type=step.body[2])


def _they(asked: Reference) -> Who:
    """Return those who spoke together, or the group or the papers named last: The nurses … they said."""
    who, spoke, group, speech = asked.who, asked.spoke, asked.state.trail.group, asked.cast.lexicon.speech
    if spoke and (spoke.joint or spoke.type == "group"):
        return who._replace(name=spoke.name, joint=spoke.joint, type=spoke.type)
    if (speech.roles_recur or speech.clause_starts) and group and asked.near(group[0]):
        return who._replace(name=group[1], type="group", joint=())
    return who if who.joint else _in_front(asked) or who


def _in_front(asked: Reference) -> Who | None:
    """Return the papers or people, whatever they are, that the sentence before “they” begins with: the certificates."""
    line, claim = asked.line, asked.claim
    if claim.sentence == 0 or not asked.cast.lexicon.speech.clause_starts:
        return None
    who = stranger(line, *line.spans[claim.sentence - 1], asked.cast)
    several = who is not None and who.type == "group" and " " not in (who.name or " ")
    return who._replace(first=claim.who.first, last=claim.who.last, noun="") if who and several else None


def _it(asked: Reference) -> Who:
    """Return the body or paper that the sentence begins with, or that was named or spoke last: it said in a report."""
    who, first, thing, spoke = asked.who, asked.opening, asked.state.thing, asked.spoke
    ahead = front(asked.line, first, who.first, asked.cast) if who.first > first else None
    if ahead and ahead.name and ahead.last <= who.first and ahead.type in ("organisation", "document"):
        return who._replace(name=ahead.name, type=ahead.type)
    if thing and asked.near(thing[0]):
        return who._replace(name=thing[1], type=thing[2])
    if spoke and spoke.type in ("organisation", "document"):
        return who._replace(name=spoke.name, type=spoke.type)
    return who


def _body_agreeing(asked: Reference) -> Who | None:
    """Return the body that spoke in the sentence before, where the pronoun has its gender: la compagnie … elle."""
    spoke, speech = asked.spoke, asked.cast.lexicon.speech
    named = speech.gendered_things or (spoke and not spoke.noun)
    agrees = named and asked.state.trail.body in (asked.who.pronoun, "someone")
    return _body_here(asked) if agrees else None


def _body_here(asked: Reference) -> Who | None:
    """Return the body that spoke in this very paragraph."""
    spoke = asked.spoke
    if spoke is None or asked.state.line != asked.position or spoke.type != "organisation" or spoke.joint:
        return None
    if spoke.institution and not asked.cast.lexicon.speech.gendered_things:
        return None
    return asked.who._replace(name=spoke.name, type=spoke.type)


def _as_said(asked: Reference) -> Who | None:
    """Return whom the sentence begins with, where its end says that he said so: la ministra lo leyó, según dijo."""
    who, line = asked.who, asked.line
    if asked.claim.rule != AS or who.pronoun != "someone":
        return None
    ahead = front(line, *line.spans[asked.claim.sentence], asked.cast)
    fits = ahead and ahead.last <= who.first and ahead.name and ahead.type != "document"
    return ahead._replace(first=who.first, last=who.last) if ahead and fits else None


def _answering(asked: Reference) -> Who | None:
    """Return to whom something was said just before, where the verb is one of answering: he replied."""
    who, line, claim, speech = asked.who, asked.line, asked.claim, asked.cast.lexicon.speech
    answers = claim.cue is not None and line.text[claim.cue[0] : claim.cue[1]].lower() in speech.replies
    answers = answers or (
        bool(speech.pro_drop) and who.pronoun in ("man", "woman") and claim.rule.startswith("colon-quote"))
    to = asked.state.addressed
    fits = answers and to and asked.near(asked.state.line) and may_be(to, who.pronoun, asked.cast)
    return who._replace(name=to) if fits else None


def _addressed(asked: Reference) -> Who | None:
    """Return whom the sentence before asks, or tells by somebody of whom little is known: Her adviser told her so."""
    told, before, cast, who = asked.state.told, asked.before, asked.cast, asked.who
    if told is None or before is None or not asked.near(before.position):
        return None
    stranger = cast.named(told.by) is None and gender(told.by, None, cast) != who.pronoun
    person = cast.named(told.name)
    fits = gender(told.name, person, cast) == who.pronoun and (told.asks or stranger)
    return who._replace(name=told.name) if fits and _own_subject(asked) is None else None


def _here_or_before(asked: Reference) -> Who | None:
    """Return the person whom the sentence is about, whom else it names, or whom those before tell of; the nearest.

    Several whom the sentence names leave it open.
    """
    who, about = asked.who, _own_subject(asked)
    parted = about is not None and about.last == who.first and asked.line.gap[who.first] == "," and (
        bool(asked.cast.lexicon.speech.clause_starts))  # fmt: skip
    if about and about.name and not parted and may_be(about.name, who.pronoun, asked.cast):
        return who._replace(name=about.name, type=about.type)
    fits = _beside(asked, about.name if about and parted else None)
    name = asked.state.trail.resolve(who.pronoun, asked.position, asked.cast)
    here = asked.before is not None and asked.before.position == asked.position
    if fits and (name is None or (not here and name not in fits)):
        return who._replace(name=fits[0] if len(fits) == 1 else None)
    return who._replace(name=name) if name else None


def _own_subject(asked: Reference) -> Who | None:
    """Return the person whom the sentence of a pronoun itself is about: X has come, but he said; as for X, he said."""
    line, lexicon, last = asked.line, asked.cast.lexicon, asked.who.first
    hit = lexicon.as_for.at(line.folded, asked.opening, last)
    at = hit[0] if hit else asked.opening
    while at < last and not hit and line.folded[at] in lexicon.openers and line.folded[at] not in lexicon.clause_words:
        at += 1
    if at >= last or (not hit and line.folded[at] in lexicon.prepositions - lexicon.determiners):
        return None
    if line.folded[at] in lexicon.clause_words or any(
            f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[at], ())):  # fmt: skip
        return None
    who = phrases.after(line, at, last, asked.cast)
    if hit and who and who.name and not who.pronoun and lexicon.speech.subjects_stated:
        return who
    return who if who and who.type == "person" and who.name and asked.cast.named(who.name) else None


def _beside(asked: Reference, but: str | None) -> list[str]:
    """Return the people, `but` one, named in the sentence ahead of the pronoun: Despite Jane Doe's doubts, he said."""
    line, cast = asked.line, asked.cast
    mentions = (line.name_at[i] for i in range(asked.opening, asked.who.first)
                if i in line.name_at and line.quoted[i] < 0)  # fmt: skip
    people = (cast.person(mention) for mention in mentions)
    fits = dict.fromkeys(p.name for p in people if p and may_be(p.name, asked.who.pronoun, cast))
    return [name for name in fits if name != but]


def _only_one(asked: Reference) -> Who | None:
    """Return the one person named so far in the whole document whom the pronoun fits."""
    who, line, cast = asked.who, asked.line, asked.cast
    until = (line.number, line.start[who.first] if cast.lexicon.speech.clause_starts else len(line.text))
    fits = [p.name for p in cast.people.values() if may_be(p.name, who.pronoun, cast) and p.first < until]
    return who._replace(name=fits[0]) if len(fits) == 1 else None


_HE_OR_SHE: Final[tuple[Callable[[Reference], Who | None], ...]] = (
    _body_agreeing, _as_said, _answering, _addressed, _here_or_before, _body_here, _only_one)  # fmt: skip
"""Who he or she may be, the nearest first."""
