"""A whole document's claims: sentences read in order, pronouns resolved, quotations carried from one to the next.

Owns what needs more than one sentence. Writes no record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from cleaner.attribution import carried, claims, phrases
from cleaner.attribution.anaphora import Memory, taken_up
from cleaner.attribution.cast import Cast
from cleaner.attribution.found import LEAD_IN, Claim
from cleaner.attribution.judging import (
    BARE,
    DESCRIBED,
    LATTER,
    OTHER,
    PART,
    PEER,
    RECENT,
    Who,
    judge,
    singular,
    span,
    trimmed,
)
from cleaner.attribution.lines import Line
from cleaner.attribution.orders import AGAIN
from cleaner.attribution.torn import cut_off
from cleaner.attribution.trail import MAX_LINES, Trail, body_gender, front, learn, may_be
from cleaner.quotes import Quote
from cleaner.tables import Span

_SPOKEN = tuple(".!?…\"”»)")
"""A paragraph of a transcript ends as a sentence does."""
MAX_WORDS_BACK = 200
MAX_ADJUNCT = 12
"""What follows the verb of a sentence that only attributes has so many words at most: Macron asked on Monday."""
MAX_BACK = 2
"""A pronoun looks back this many paragraphs at most."""


@dataclass
class Reading:
    """Claims with the line they stand in; spans of broken attributions, ambiguous speakers, lonely quotations."""

    claims: list[tuple[Line, Claim]] = field(default_factory=list)
    ambiguous: list[tuple[Line, Span]] = field(default_factory=list)
    lonely: list[tuple[Line, Span]] = field(default_factory=list)


@dataclass
class _State:
    """Who spoke last and where, and the persons who stood in front of a sentence since."""

    speaker: Who | None = None
    line: int = -9
    subjects: list[tuple[int, str]] = field(default_factory=list)
    lead: Who | None = None
    addressed: str = ""
    trail: Trail = field(default_factory=Trail)
    memory: Memory = field(default_factory=Memory)
    pending: tuple[int, Quote] | None = None


def read(lines: list[Line], cast: Cast) -> Reading:
    """Return every claim of the lines, in order."""
    out = Reading()
    state = _State()
    learn(lines, cast)
    labels = Counter(label for line in lines if (label := _label(line)))
    for position, line in enumerate(lines):
        state.pending = None
        if line.role == "body" and (label := _label(line)) and (
                spoken := _transcript(line, label, labels[label] > 1, cast)):  # fmt: skip
            out.claims.append((line, spoken))
            state.speaker, state.line, state.subjects = spoken.who, position, []
            continue
        for number in range(len(line.spans)):
            found = claims.read(line, number, cast)
            if line.role == "body":
                found = _tail_sentence(line, number, found, out, cast)
                found = cut_off(line, number, carried.resumed(line, number, found, out.claims), cast)
            for claim in found:
                who = _resolve(line, claim, position, state, cast)
                if claim.channel is not None:
                    above = _resolve(line, replace(claim, who=claim.channel), position, state, cast)
                    above = taken_up(line, above, position, state.memory, state.trail, cast)
                    state.memory.add(above, (), cast)
                    claim.via = [*([above.name] if above.name and above.name != who.name else []), *claim.via]
                if claim.reported and not claim.via and state.speaker and state.line == position and (
                        state.speaker.name and state.speaker.name != who.name and out.claims):  # fmt: skip
                    claim.via = [state.speaker.name]
                claim.who = who = taken_up(line, who, position, state.memory, state.trail, cast)
                if who.type == "group" and who.name and who.pronoun != PART and line.role == "body":
                    state.trail.group = position, who.name
                if claim.kind != "non_statement":
                    state.memory.add(who, claim.via, cast)
                    cast.body = state.memory.body
                if claim.rule == LEAD_IN:
                    continue
                out.claims.append((line, claim))
                if claim.who.name is None:
                    out.ambiguous.append((line, span(line, claim.who)))
                elif claim.kind != "non_statement" and line.role == "body":
                    state.speaker, state.line, state.subjects = claim.who, position, []
                    to = cast.named(claim.addressee.name) if claim.addressee and claim.addressee.name else None
                    state.addressed = to.name if to else ""
            if cast.lexicon.anaphors:
                state.memory.learn(line, number, cast)
            near = state.speaker if position - state.line <= 1 else None
            if not found and not carried.carries_on(line, number, near, cast, out.claims):
                _quiet(line, number, position, state, cast, out)
            if line.role == "body":
                spoke = [c.who.name for c in found if c.who.name and c.who.type == "person" and not c.who.joint]
                state.trail.add(line, number, position, spoke, cast)
                last = found[-1].who if found else None
                state.trail.body = body_gender(line, last, cast) if last and last.type == "organisation" else ""
            _settle(line, number, found, state, position, cast, out)
            state.lead = _lead_in(line, number, found, cast)
    return out


def _quiet(line: Line, number: int, position: int, state: _State, cast: Cast, out: Reading) -> None:
    """Read a sentence without a cue: a quotation that carries on, or prose that may bring up another person."""
    start, end = line.sentences[number]
    quote = next(iter(line.quotes_in(start, end)), None)
    whole = quote is not None and (quote.end - quote.start) * 10 >= (end - start) * 9
    if whole and quote is not None and line.role == "body":
        who = state.lead if state.lead and number == 0 else state.speaker
        near = position - state.line <= MAX_LINES or (state.lead is not None and number == 0)
        just = bool(out.claims) and out.claims[-1][0] is line and out.claims[-1][1].sentence == number - 1
        if not just and not state.lead and cast.lexicon.anaphors and (name := state.trail.brought_up(position)):
            who = Who(line.spans[number][0], line.spans[number][1], name, "person")
            near = True
        if who is not None and near and (just or quote.end - quote.start > 12):
            if just and who.key == out.claims[-1][1].who.key and out.claims[-1][1].kind == "statement":
                before = out.claims[-1][1]
                before.sentence_end = before.end
                before.end, before.sentence = end, number
                before.content = [*before.content, (quote.start, quote.end)]
                return
            confidence = 0.85 if state.line == position or state.lead else 0.7 if position - state.line == 1 else 0.5
            rule = "colon-lead-in" if state.lead and number == 0 else "quote-continued"
            out.claims.append((line, Claim(who, None, start, end, "statement", rule, confidence,
                                           [(quote.inner_start, quote.inner_end)], sentence=number)))  # fmt: skip
            state.line = position
        elif cast.lexicon.speech.strangers and number + 1 < len(line.spans):
            state.pending = number, quote
        elif quote.end - quote.start > 24:
            out.lonely.append((line, (quote.start, quote.end)))
        return
    first, last = line.spans[number]
    name = _subject(line, first, last, cast)
    if name:
        state.subjects = [*state.subjects[-7:], (position, name)]


def _settle(line: Line, number: int, found: list[Claim], state: _State, position: int, cast: Cast,
            out: Reading) -> None:  # fmt: skip
    """Give a quotation that opened a paragraph alone to whom the next sentence brings up."""
    if state.pending is None or state.pending[0] == number:
        return
    before, quote = state.pending
    state.pending = None
    start, end = line.sentences[before]
    if any(c.start <= start for c in found):
        return
    who = next((c.who for c in found if c.who.name and c.kind == "statement"), None)
    if who is None and (subject := front(line, *line.spans[number], cast)) and subject.name and subject.type == "person":
        who = subject
    if who is None:
        out.lonely.append((line, (quote.start, quote.end)))
        return
    out.claims.append((line, Claim(who, None, start, end, "statement", "quote-continued", 0.7,
                                   [(quote.inner_start, quote.inner_end)], sentence=before)))  # fmt: skip
    state.speaker, state.line = who, position


def _subject(line: Line, first: int, last: int, cast: Cast) -> str | None:
    """Return the person whom a sentence begins with."""
    for i in range(first, min(first + 8, last)):
        mention = line.name_at.get(i)
        person = cast.person(mention) if mention and line.quoted[i] < 0 else None
        if person:
            return person.name
        if (hit := cast.lexicon.nouns.at(line.folded, i, last)) and hit[1] in ("leader", "person"):
            who = judge(line, first, hit[0], cast)
            if who and who.type == "person" and not who.joint and not _more(line, hit[0], last, cast):
                return who.name
    return None


def _more(line: Line, i: int, last: int, cast: Cast) -> bool:
    """Return whether a phrase goes on at word i: with a name, another noun, or what it is of."""
    if i >= last or line.breaks(i):
        return False
    lexicon = cast.lexicon
    return i in line.name_at or line.folded[i] in lexicon.inner or lexicon.nouns.at(line.folded, i, last) is not None


def _resolve(line: Line, claim: Claim, position: int, state: _State, cast: Cast) -> Who:
    """Return the speaker with pronouns and bare roles resolved where one candidate fits."""
    who = claim.who
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
    if who.pronoun == AGAIN:
        return who._replace(name=speaker.name, type=speaker.type) if speaker and not speaker.joint else who
    if who.pronoun == "plural":
        if speaker and (speaker.joint or speaker.type == "group"):
            return who._replace(name=speaker.name, joint=speaker.joint, type=speaker.type)
        group = state.trail.group
        if cast.lexicon.speech.roles_recur and group and position - group[0] <= 1:
            return who._replace(name=group[1], type="group")
        return who
    if who.pronoun == "thing":
        if speaker and speaker.type in ("organisation", "document"):
            return who._replace(name=speaker.name, type=speaker.type)
        return who
    body = speaker and state.line == position and speaker.type == "organisation" and not speaker.joint and (
        cast.lexicon.speech.gendered_things or not speaker.institution)  # fmt: skip
    if speaker and body and state.trail.body in (who.pronoun, "someone"):
        return who._replace(name=speaker.name, type=speaker.type)
    answers = claim.cue is not None and line.text[claim.cue[0] : claim.cue[1]].lower() in cast.lexicon.speech.replies
    if answers and state.addressed and position - state.line <= 1 and may_be(state.addressed, who.pronoun, cast):
        return who._replace(name=state.addressed)
    first, _ = line.spans[claim.sentence]
    if (own := _own_subject(line, first, who.first, cast)) and may_be(own, who.pronoun, cast):
        return who._replace(name=own)
    beside = (line.name_at[i] for i in range(first, who.first) if i in line.name_at and line.quoted[i] < 0)
    people = (cast.person(mention) for mention in beside)
    fits = list(dict.fromkeys(p.name for p in people if p and may_be(p.name, who.pronoun, cast)))
    name = state.trail.resolve(who.pronoun, position, cast)
    here = bool(state.trail.steps) and state.trail.steps[-1].position == position
    if fits and (name is None or (not here and name not in fits)):
        return who._replace(name=fits[0] if len(fits) == 1 else None)
    if name:
        return who._replace(name=name)
    if speaker and body:
        return who._replace(name=speaker.name, type=speaker.type)
    everyone = [p.name for p in cast.people.values() if may_be(p.name, who.pronoun, cast)]
    return who._replace(name=everyone[0]) if len(everyone) == 1 else who


def _part(line: Line, who: Who, position: int, state: _State, cast: Cast) -> Who:
    """Return one of the group that was named last, as its own words put it: one of the drivers, another driver."""
    speech, group, spoke = cast.lexicon.speech, state.trail.group, state.speaker
    word = next((w for w in line.low[who.first : who.last] if w in speech.partitives), "")
    if speech.roles_recur:
        return who._replace(name=trimmed(line, who.first, who.last))
    if spoke and spoke.noun and spoke.name and spoke.name.split()[0] in (*speech.indefinite, *speech.partitives) and (
            position - state.line <= 1 and (group is None or group[0] < state.line)):  # fmt: skip
        return who._replace(name=f"{word} {' '.join(spoke.name.split()[1:])}")
    if group is None or position - group[0] > MAX_LINES or not word:
        return who
    if word in speech.ordinals:
        return who._replace(name=f"{line.slice(who.first, who.last).lower()} {singular(group[1], cast.lexicon)}")
    return who._replace(name=f"{speech.partitives[word]} {group[1]}".strip())


def _peer(name: str, country: str, cast: Cast) -> str | None:
    """Return who holds the office of a person in another country."""
    person = cast.named(name)
    stated = {cast.lexicon.roles.get(n, "") for _, n in person.offices} if person else set()
    roles = sorted(r for r in stated | ({r for _, r in person.roles} if person else set()) if r)
    names = list(dict.fromkeys(n for role in roles for n in cast.register.holders(country, role)))
    return names[0] if len(names) == 1 else None


def _own_subject(line: Line, first: int, last: int, cast: Cast) -> str | None:
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
    return who.name if who and who.type == "person" and who.name and cast.named(who.name) else None


def _meant(line: Line, claim: Claim, position: int, state: _State, cast: Cast) -> Who:
    """Return the speaker whom a definite phrase means, as the words before it tell; unresolved where they do not."""
    who = claim.who
    named: list[str] = []
    for i in range(max(0, who.first - MAX_WORDS_BACK), who.first):
        mention = line.name_at.get(i)
        person = cast.person(mention) if mention else None
        if person and line.quoted[i] < 0 and (who.hint != RECENT or person.kinds or person.roles):
            named = [*(n for n in named if n != person.name), person.name]
    if who.hint == LATTER:
        return who._replace(name=named[-1] if named else None)
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
    if not named and spoke and spoke.type == "person" and not spoke.joint and not state.subjects:
        return who._replace(name=spoke.name)
    if not named and state.subjects and position - state.subjects[-1][0] <= 1:
        return who._replace(name=state.subjects[-1][1])
    return who if named else who._replace(name=trimmed(line, who.first + 1, who.last))


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


def _tail_sentence(line: Line, number: int, found: list[Claim], out: Reading, cast: Cast) -> list[Claim]:
    """Join a short sentence that only attributes (Macron asked on Monday.) to the quotation before it."""
    if len(found) != 1 or number == 0 or found[0].rule != "subject-verb" or found[0].cue is None:
        return found
    claim = found[0]
    first, last = line.spans[number]
    before = line.sentences[number - 1]
    quote = next((q for q in line.quotes_in(*before) if q.end == before[1]), None)
    after = line.word_at(claim.cue[1]) if claim.cue else last
    lexicon = cast.lexicon
    light = after >= last or (not line.breaks(after) and last - after <= MAX_ADJUNCT and (
        line.folded[after] in lexicon.prepositions | lexicon.adverbs | lexicon.times))  # fmt: skip
    clause = any(line.low[i] in lexicon.speech.complementizers or line.quoted[i] >= 0 for i in range(after, last))
    if quote is None or clause or not light or (claim.content and after - first > 6):
        return found
    old = out.claims[-1][1] if out.claims and out.claims[-1][0] is line else None
    if old is not None and old.end >= before[1]:
        if old.rule == "quote-continued":
            out.claims.pop()
        elif len(old.content) > 1 and old.content[-1] == (quote.start, quote.end):
            old.content.pop()
            old.end = old.sentence_end
        else:
            return found
    claim.start = before[0]
    claim.content = [before]
    return found


def _lead_in(line: Line, number: int, found: list[Claim], cast: Cast) -> Who | None:
    """Return who is about to speak when a paragraph ends with a colon."""
    if number != len(line.spans) - 1 or not line.text.rstrip().endswith(":"):
        return None
    if found and found[-1].who.name:
        return found[-1].who
    first, last = line.spans[number]
    return judge(line, first, last, cast) if last - first <= 8 else None


def _label(line: Line) -> str:
    """Return the words before the colon that a paragraph begins with, as in a transcript; empty if there is none."""
    for i in range(1, min(6, len(line.low))):
        if line.gap[i] == ":" and line.quoted[i - 1] < 0:
            return line.slice(0, i)
        if line.gap[i] in ",;.–":
            break
    return ""


def _transcript(line: Line, label: str, repeated: bool, cast: Cast) -> Claim | None:
    """Return the claim of a paragraph of a transcript: a known person's name, or a label in capitals that returns."""
    i = line.word_at(len(label))
    letters = [c for c in label if c.isalpha()]
    shouted = len(letters) > 2 and all(c.isupper() for c in letters)
    if not line.capital(0) or any(w in cast.lexicon.speech.lead_words for w in line.low[:i]):
        return None
    who = judge(line, 0, i, cast)
    known = cast.named(who.name) if who and who.name else cast.named(label.title())
    if known:
        who = Who(0, i, known.name.title() if known.name.isupper() else known.name, "person")
    elif shouted and repeated and line.text.rstrip()[-1:] in _SPOKEN:
        who = Who(0, i, " ".join(label.split()).title(), "person")
    else:
        return None
    end = len(line.text.rstrip())
    return Claim(who, None, line.start[0], end, "statement", "transcript", 0.85, [(line.start[i], end)])
