"""Who a pronoun, a bare office or one of a group stands for, as the sentences before tell; nobody where two fit.

Holds what is remembered from one sentence to the next. Finds no cues.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.heads import trimmed, written
from cleaner.attribution.people.judging import AGAIN, BARE, DESCRIBED, LATTER, OTHER, PART, PEER, RECENT, SEVERAL, Who
from cleaner.attribution.people.memory import Memory
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.people.trail import MAX_LINES, THEREIN, Trail, front, may_be
from cleaner.attribution.sentence.found import Claim
from cleaner.attribution.sentence.orders import AS
from cleaner.quotes import Quote

MAX_WORDS_BACK = 200
MAX_APART = 8
"""Who spoke together is remembered for so many paragraphs."""
MAX_BACK = 2
"""A pronoun looks back this many paragraphs at most."""


@dataclass
class State:
    """Who spoke last and where, and the persons who stood in front of a sentence since.

    `thing` is what “it” may stand for: the body or the document that spoke or stood in front last, and where.
    """

    speaker: Who | None = None
    line: int = -9
    subjects: list[tuple[int, str]] = field(default_factory=list)
    joint: tuple[int, tuple[str, ...]] = (0, ())
    lead: Who | None = None
    addressed: str = ""
    trail: Trail = field(default_factory=Trail)
    memory: Memory = field(default_factory=Memory)
    pending: tuple[int, Quote] | None = None
    thing: tuple[int, str, str] | None = None


def apart(above: Who, who: Who, position: int, state: State, cast: Cast) -> Who:
    """Return who passes on the words of another; a pronoun for that one means who spoke before."""
    spoke = state.speaker
    if above.name != who.name or above.pronoun not in ("man", "woman"):
        return above
    if spoke is None or spoke.name in (None, who.name):
        return above
    near = position - state.line <= 1 and spoke.type == "person" and not spoke.joint
    return above._replace(name=spoke.name) if near and may_be(spoke.name or "", above.pronoun, cast) else above


def seen(state: State, position: int, subject: Who | None, found: list[Claim]) -> None:
    """Take in the body or the document that a sentence begins with, or that speaks in it."""
    for who in (subject, *(claim.who for claim in found)):
        if who and who.name and not who.joint and not who.pronoun and (who.type in ("organisation", "document") or (
                who.type == "group" and not who.noun and who.name[0].isupper())):  # fmt: skip
            state.thing = position, who.name, "organisation" if who.type == "group" else who.type


def resolve(line: Line, claim: Claim, position: int, state: State, cast: Cast) -> Who:
    """Return the speaker with pronouns and bare roles resolved where one candidate fits."""
    who = claim.who
    if who.hint == THEREIN:
        papers = (s.paper for s in reversed(state.trail.steps[-3:]) if s.paper and position - s.position <= 1)
        return who._replace(name=next(papers, None), hint="")
    if who.hint:
        return _meant(line, claim, position, state, cast)
    if who.type == "document" and who.noun in cast.lexicon.issued and who.last - who.first <= 2 and state.speaker and (
            position - state.line <= 1 and state.speaker.type != "document"):  # fmt: skip
        return who._replace(name=state.speaker.name)
    if not who.pronoun:
        return who
    if who.pronoun == PART:
        return _part(line, who, position, state, cast)
    speaker = state.speaker if position - state.line <= MAX_BACK else None
    before = state.trail.steps[-1] if state.trail.steps else None
    met = before.subject or before.stranger if before else None
    if claim.reported and met and who.pronoun in ("man", "woman") and may_be(met, who.pronoun, cast):
        return who._replace(name=met)
    if who.pronoun == AGAIN:
        paper = state.trail.steps[-1].paper if state.trail.steps and claim.rule.startswith("stands") else ""
        paper = paper if cast.lexicon.places or _pointed(line, claim, cast) else ""
        if paper and position - state.trail.steps[-1].position <= 1:
            return who._replace(name=paper, type="document")
        step = state.trail.steps[-1] if state.trail.steps and claim.rule == "inverted-pronoun" else None
        newer = step is not None and step.position > state.line - (state.line == position)
        if step and newer and not step.speakers and position - step.position <= 1 and (
                step.body and step.body[2] == "organisation"):  # fmt: skip
            return who._replace(name=step.body[0], type=step.body[2])
        return who._replace(name=speaker.name, type=speaker.type) if speaker and not speaker.joint else who
    if who.pronoun == "plural":
        if speaker and (speaker.joint or speaker.type == "group"):
            return who._replace(name=speaker.name, joint=speaker.joint, type=speaker.type)
        group = state.trail.group
        recurs = cast.lexicon.speech.roles_recur or cast.lexicon.speech.clause_starts
        if recurs and group and position - group[0] <= 1:
            return who._replace(name=group[1], type="group", joint=())
        return who if who.joint else _in_front(line, claim, cast) or who
    if who.pronoun == "thing":
        first, _ = line.spans[claim.sentence]
        ahead = front(line, first, who.first, cast) if who.first > first else None
        if ahead and ahead.name and ahead.last <= who.first and ahead.type in ("organisation", "document"):
            return who._replace(name=ahead.name, type=ahead.type)
        if state.thing and position - state.thing[0] <= 1:
            return who._replace(name=state.thing[1], type=state.thing[2])
        if speaker and speaker.type in ("organisation", "document"):
            return who._replace(name=speaker.name, type=speaker.type)
        return who
    body = speaker and state.line == position and speaker.type == "organisation" and not speaker.joint and (
        cast.lexicon.speech.gendered_things or not speaker.institution)  # fmt: skip
    spoken = cast.lexicon.speech.gendered_things or (speaker and not speaker.noun)
    if speaker and body and spoken and state.trail.body in (who.pronoun, "someone"):
        return who._replace(name=speaker.name, type=speaker.type)
    if claim.rule == AS and who.pronoun == "someone":  # la ministra lo leyó, según dijo
        opening = front(line, *line.spans[claim.sentence], cast)
        if opening and opening.last <= who.first and opening.name and opening.type != "document":
            return opening._replace(first=who.first, last=who.last)
    answers = claim.cue is not None and line.text[claim.cue[0] : claim.cue[1]].lower() in cast.lexicon.speech.replies
    answers = answers or (bool(cast.lexicon.speech.pro_drop) and who.pronoun in ("man", "woman") and (
        claim.rule.startswith("colon-quote")))  # fmt: skip
    if answers and state.addressed and position - state.line <= 1 and may_be(state.addressed, who.pronoun, cast):
        return who._replace(name=state.addressed)
    first, _ = line.spans[claim.sentence]
    about = _own_subject(line, first, who.first, cast)
    own = about.name if about else None
    parted = about is not None and about.last == who.first and line.gap[who.first] == "," and (
        bool(cast.lexicon.speech.clause_starts))  # fmt: skip
    if about and own and not parted and may_be(own, who.pronoun, cast):
        return who._replace(name=own, type=about.type)
    beside = (line.name_at[i] for i in range(first, who.first) if i in line.name_at and line.quoted[i] < 0)
    people = (cast.person(mention) for mention in beside)
    fits = list(dict.fromkeys(p.name for p in people if p and may_be(p.name, who.pronoun, cast)))
    fits = [name for name in fits if name != own] if parted else fits
    name = state.trail.resolve(who.pronoun, position, cast)
    here = bool(state.trail.steps) and state.trail.steps[-1].position == position
    if fits and (name is None or (not here and name not in fits)):
        return who._replace(name=fits[0] if len(fits) == 1 else None)
    if name:
        return who._replace(name=name)
    if speaker and body:
        return who._replace(name=speaker.name, type=speaker.type)
    until = (line.number, line.start[who.first] if cast.lexicon.speech.clause_starts else len(line.text))
    everyone = [p.name for p in cast.people.values() if may_be(p.name, who.pronoun, cast) and p.first < until]
    return who._replace(name=everyone[0]) if len(everyone) == 1 else who


def _pointed(line: Line, claim: Claim, cast: Cast) -> bool:
    """Return whether a sentence begins with a pronoun behind a preposition, for what was named before: En él se lee."""
    first, last = line.spans[claim.sentence]
    speech = cast.lexicon.speech
    near = range(first, min(last - 1, first + 4))
    return any(line.low[i] in speech.in_them or (line.folded[i] in cast.lexicon.prepositions and (
        line.low[i + 1] in speech.object_pronouns)) for i in near)  # fmt: skip


def _in_front(line: Line, claim: Claim, cast: Cast) -> Who | None:
    """Return the papers or people, whatever they are, that the sentence before “they” begins with: the certificates."""
    if claim.sentence == 0 or not cast.lexicon.speech.clause_starts:
        return None
    first, last = line.spans[claim.sentence - 1]
    who = stranger(line, first, last, cast)
    several = who is not None and who.type == "group" and " " not in (who.name or " ")
    return who._replace(first=claim.who.first, last=claim.who.last, noun="") if who and several else None


def _part(line: Line, who: Who, position: int, state: State, cast: Cast) -> Who:
    """Return one of those who were named last under the words of the text: one of the drivers, another, two of them.

    Where two spoke together a rank tells which one is meant: the first, the second.
    """
    speech = cast.lexicon.speech
    word = next((w for w in line.low[who.first : who.last] if w in speech.partitives), "")
    rank = int(speech.ranks.get(word, "0"))
    if 0 < rank <= len(state.joint[1]) and position - state.joint[0] <= MAX_LINES:
        return who._replace(name=state.joint[1][rank - 1])
    several = speech.partitives.get(word) == SEVERAL
    return who._replace(name=trimmed(line, who.first, who.last), type="group" if several else who.type)


def other_of_two(line: Line, who: Who, position: int, state: State, cast: Cast) -> Who:
    """Return the other one of two who spoke together, where a phrase calls somebody the speaker's colleague."""
    speech, two = cast.lexicon.speech, state.joint[1]
    own = who.type == "person" and line.low[who.first] in speech.possessives and not (who.name and cast.named(who.name))
    if not own or len(two) != 2 or position - state.joint[0] > MAX_APART or not state.speaker or not any(
            line.folded[i] in speech.colleagues for i in range(who.first + 1, who.last)):  # fmt: skip
        return who
    other = [name for name in two if name != state.speaker.name]
    return who._replace(name=other[0], noun="", hint="") if len(other) == 1 else who


def _peer(name: str, country: str, cast: Cast) -> str | None:
    """Return who holds the office of a person in another country."""
    person = cast.named(name)
    stated = {cast.lexicon.roles.get(n, "") for _, n in person.offices} if person else set()
    roles = sorted(r for r in stated | ({r for _, r in person.roles} if person else set()) if r)
    names = list(dict.fromkeys(n for role in roles for n in cast.register.holders(country, role)))
    return names[0] if len(names) == 1 else None


def _own_subject(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return the person whom the sentence of a pronoun itself is about: X has come, but he said; as for X, he said."""
    lexicon = cast.lexicon
    hit = lexicon.as_for.at(line.folded, first, last)
    at = hit[0] if hit else first
    while at < last and not hit and line.folded[at] in lexicon.openers and line.folded[at] not in lexicon.clause_words:
        at += 1
    if at >= last or (not hit and line.folded[at] in lexicon.prepositions - lexicon.determiners):
        return None
    if line.folded[at] in lexicon.clause_words or any(
            f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[at], ())):  # fmt: skip
        return None
    who = phrases.after(line, at, last, cast)
    if hit and who and who.name and not who.pronoun and lexicon.speech.subjects_stated:
        return who
    return who if who and who.type == "person" and who.name and cast.named(who.name) else None


def _may_hold(person: Person, who: Who, cast: Cast) -> bool:
    """Return whether a person of whom an office is known may be meant by another noun: no delegate by the director."""
    if not cast.lexicon.speech.roles_recur or who.hint != RECENT or not (person.offices or person.roles):
        return True
    same = any(set(who.noun.split()) & set(noun.split()) for _, noun in person.offices)
    if same or not person.roles or not cast.lexicon.speech.subjects_stated:
        return same or bool(person.roles)
    role = cast.lexicon.roles.get(who.noun, "")
    return not role or any(held == role for _, held in person.roles)


def _meant(line: Line, claim: Claim, position: int, state: State, cast: Cast) -> Who:
    """Return the speaker whom a definite phrase means, as the words before it tell; unresolved where they do not."""
    who = claim.who
    named: list[str] = []
    for i in range(max(0, who.first - MAX_WORDS_BACK), who.first):
        mention = line.name_at.get(i)
        person = cast.person(mention) if mention else None
        if person and line.quoted[i] < 0 and (who.hint != RECENT or person.kinds or person.roles):
            named = [*(n for n in named if n != person.name), *([person.name] if _may_hold(person, who, cast) else [])]
    if who.hint == LATTER:
        points = line.low[who.first] in (*cast.lexicon.speech.pointing, *cast.lexicon.speech.demonstratives)
        if points and cast.lexicon.speech.subjects_stated and (last_ := _named_last(line, claim, who, cast)):
            return who._replace(name=last_.name, type=last_.type, hint="")
        fits = [n for n in named if may_be(n, who.pronoun, cast)]
        back = who.pronoun if who.pronoun in ("man", "woman") else "someone"
        meant = fits[-1] if fits else state.trail.resolve(back, position, cast, MAX_BACK, things=False)
        return who._replace(name=None if who.pronoun == "plural" else meant)
    if who.hint == DESCRIBED:
        return who._replace(name=_brought_up(line, claim, who, cast) or who.name)
    spoke = state.speaker if state.speaker and position - state.line <= MAX_BACK else None
    if who.hint == BARE:
        last = cast.named(spoke.name) if spoke and spoke.name and state.line == position else None
        stranger = last and not last.offices and not last.roles and spoke and spoke.type == "person"
        return who._replace(name=None if stranger and last and last.name != who.name else who.name)
    if who.hint.startswith(PEER) and spoke and spoke.name:
        return who._replace(name=_peer(spoke.name, who.hint.removeprefix(PEER).strip(), cast) or who.name)
    if who.hint != RECENT and who.hint != OTHER:
        return who
    if who.hint == OTHER:
        rest = [n for n in named if spoke is None or n != spoke.name]
        return who._replace(name=rest[0] if len(rest) == 1 else None)
    if len(named) == 1:
        return who._replace(name=named[0])
    known = cast.named(spoke.name) if spoke and spoke.name else None
    if not named and spoke and spoke.type == "person" and not spoke.joint and not state.subjects and (
            _may_hold(known, who, cast) if known else not (
                cast.lexicon.speech.roles_recur or cast.lexicon.speech.verb_endings)):  # fmt: skip
        return who._replace(name=spoke.name)
    if not named and state.subjects and position - state.subjects[-1][0] <= 1:
        return who._replace(name=state.subjects[-1][1])
    return who if named else who._replace(name=written(line, who.first, who.last, cast.lexicon))


def _named_last(line: Line, claim: Claim, who: Who, cast: Cast) -> Who | None:
    """Return whom the words before "the latter" name last: a person, who holds an office, a body, several people."""
    lexicon = cast.lexicon
    start = line.spans[max(claim.sentence - 1, 0)][0]
    kinds = ("group",) if who.pronoun == "plural" else ("leader", "person", "body")
    for i in range(who.first - 1, start - 1, -1):
        if line.quoted[i] >= 0:
            continue
        held = line.name_at.get(i)
        person = cast.person(held) if held else None
        if person and who.pronoun != "plural":
            if may_be(person.name, who.pronoun, cast):
                return who._replace(name=person.name, type="person")
            continue
        hit = lexicon.nouns.at(line.folded, i, who.first)
        body = lexicon.institutions.at(line.folded, i, who.first) if who.pronoun != "plural" else None
        if (hit is None or hit[1] not in kinds) and body is None:
            continue
        opens = i > start and (line.folded[i - 1] in lexicon.determiners or line.low[i - 1] in (
            *lexicon.speech.gendered_determiners, *lexicon.speech.articles_plural))  # fmt: skip
        told = lexicon.speech.gendered_determiners.get(line.low[i - 1], "")
        if not opens or (told and told != who.pronoun and who.pronoun in ("man", "woman")):
            continue
        led = line.folded[i - 1] in lexicon.prepositions - lexicon.determiners
        whose = lexicon.nouns.at(line.folded, i - 2, who.first) if led and i - 2 >= start else None
        if whose and whose[1] in ("person", "leader"):
            continue  # le chef du gouvernement
        stop = next((j for j in range(i + 1, who.first) if line.low[j] in lexicon.speech.clitics), who.first)
        found = phrases.after(line, i if led else i - 1, stop, cast)
        if found and found.name and found.type in ("person", "organisation", "group") and found.hint in ("", BARE):
            return found
    return None


def _brought_up(line: Line, claim: Claim, who: Who, cast: Cast) -> str | None:
    """Return the last person of the sentence before, if that one has no office of his own."""
    if claim.sentence == 0 or who.first > line.spans[claim.sentence][0]:
        return None
    first, last = line.spans[claim.sentence - 1]
    people = [cast.person(line.name_at[i]) for i in range(max(first, last - MAX_WORDS_BACK), last)
              if i in line.name_at and line.quoted[i] < 0]  # fmt: skip
    person = people[-1] if people else None
    if person is None or person.offices or person.roles or person.kinds:
        return None
    noun = line.folded[who.first + 1]
    fits = person.gender != "man" if noun in cast.lexicon.women else person.gender != "woman"
    return person.name if fits and not cast.named(who.name or "") else None
