"""A whole document's claims: sentences read in order, pronouns resolved, quotations carried from one to the next.

Owns what needs more than one sentence. Writes no record.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cleaner.attribution.article import (
    carried,
    continuing,
    dialogue,
    echoes,
    headed,
    interviews,
    lede,
    quiet,
    recalled,
    signed,
    within,
)
from cleaner.attribution.article.resolving import apart, client, other_of_two, resolve
from cleaner.attribution.article.state import State, seen
from cleaner.attribution.article.torn import cut_off, joined
from cleaner.attribution.article.transcripts import exchange, label_of, lead_in, spoken_by_label
from cleaner.attribution.cues import agreeing
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import relaying
from cleaner.attribution.nesting.found import LEAD_IN, Claim
from cleaner.attribution.people import introduced
from cleaner.attribution.people.anaphora import in_full, taken_up
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.describing import tell_gender
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.genders import body_gender, learn
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import PART, Who, span
from cleaner.attribution.people.mentioned import at_length, nameless
from cleaner.attribution.people.shown import shown
from cleaner.attribution.sentence import claims
from cleaner.attribution.voice import choosing as voice
from cleaner.tables.rows import Span


@dataclass
class Reading:
    """Claims with the line they stand in; spans of broken attributions, ambiguous speakers, lonely quotations."""

    claims: list[tuple[Line, Claim]] = field(default_factory=list)
    ambiguous: list[tuple[Line, Span]] = field(default_factory=list)
    lonely: list[tuple[Line, Span]] = field(default_factory=list)

    def add_voice(self, lines: list[Line], cast: Cast) -> None:
        """Have the trained voice name speakers where the rules leave them open, or leave a quotation out."""
        ruled = [(claim, claim.who, claim.confidence) for _, claim in self.claims if claim.via]
        self.claims = voice.speak(lines, self.claims, cast)
        for claim, who, confidence in ruled:
            if claim.who.name in claim.via:  # nobody passes on his own words
                claim.who, claim.confidence = who, confidence
        for line, claim in self.claims:
            claim.who = in_full(line, claim.who, cast)
        lede.settle(self.claims, lines, cast)
        told = [(line, claim) for line, claim in self.claims if claim.rule == voice.RULE]
        self.claims = echoes.echoed(within.told(self.claims, lines, cast), lines, cast)
        self.ambiguous = [(line, span(line, claim.who)) for line, claim in self.claims if claim.who.name is None]
        self.lonely = [(line, (start, end)) for line, (start, end) in self.lonely
                       if not any(held is line and claim.start <= start and end <= claim.end for held, claim in told)]


def read(lines: list[Line], cast: Cast) -> Reading:
    """Return every claim of the lines, in order."""
    learn(lines, cast)
    reader = _Reader(lines, cast)
    for position in range(len(lines)):
        reader.line(position)
    reader.out.claims = headed.supported(reader.out.claims, cast)
    return reader.out


class _Reader:
    """Reads a document line by line; remembers in `state` who was read of last."""

    def __init__(self, lines: list[Line], cast: Cast) -> None:
        self.lines, self.cast = lines, cast
        self.out, self.state = Reading(), State()
        self._exchange = exchange(lines, cast)
        self._answers, self._minutes = interviews.answers(lines, cast), interviews.minuted(lines, cast)
        self._signed = signed.claims(lines, cast)

    def line(self, position: int) -> None:
        """Read one line: by its layout if that shows who speaks, else sentence by sentence."""
        self.state.pending = None
        if not self._by_layout(position):
            for number in range(len(self.lines[position].spans)):
                self._sentence(position, number)

    def _by_layout(self, position: int) -> bool:
        """Read a line of minutes, of a transcript, of an interview or a signed quotation; return whether it is one."""
        line = self.lines[position]
        if position in self._signed:
            told = self._signed[position]
            self.out.claims += [(line, told)] if told else []
            return True
        said = self._minutes.get(position)
        if said is None and line.role == "body" and (label := label_of(line)):
            said = spoken_by_label(line, label, label in self._exchange, self.cast)
        if said is not None:
            self.out.claims.append((line, said))
            self.state.speaker, self.state.line, self.state.subjects = said.who, position, []
            return True
        if position not in self._answers:
            return False
        who = self._answers[position]
        self.out.claims += [(line, interviews.answer(line, who))] if who else []
        return True

    def _sentence(self, position: int, number: int) -> None:
        """Read one sentence: its claims, or else what it carries on; remember whom it begins with."""
        line, cast, state, out = self.lines[position], self.cast, self.state, self.out
        found = claims.read(line, number, cast)
        if line.role == "body":
            found = joined(line, number, found, out.claims, cast)
            found = cut_off(line, number, carried.resumed(line, number, found, out.claims), cast)
        for claim in found:
            self._resolve(line, claim, position, number, found)
            if not (claim.doubtful and _is_thing(claim.who, cast)):
                self._enter(line, claim, position)
        if cast.lexicon.anaphors:
            state.memory.learn(line, number, cast)
        near = state.speaker if position - state.line <= 1 else None
        if not found and not carried.carries_on(line, number, near, cast, out.claims) and not (
                carried.speaks_on(line, number, near, cast, out.claims)):  # fmt: skip
            quiet.read(line, number, position, state, cast, out.claims, out.lonely)
        if line.role == "body":
            self._remember(line, number, position, found)
        quiet.settle(line, number, found, state, position, cast, out.claims, out.lonely)
        state.lead = lead_in(line, number, found, cast)

    def _resolve(self, line: Line, claim: Claim, position: int, number: int, found: list[Claim]) -> None:
        """Lead the speaker of a claim, and who passes it on, back to whom the sentences before tell."""
        state, cast, before = self.state, self.cast, self.out.claims
        state.trail.asker = dialogue.asker(line, claim, before, cast.lexicon)
        state.trail.written = claim.rule == "subject-verb"
        told = nameless(self.lines, line, position, claim.who, cast)
        if told:
            claim.who = claim.who._replace(name=told, hint="", pronoun="")
        who = resolve(line, claim, position, state, cast)
        above: Who | None = None
        if claim.channel is not None:
            above = resolve(line, replace(claim, who=claim.channel), position, state, cast)
            above = taken_up(line, above, position, state.memory, state.trail, cast)
            above = apart(above, who, position, state, cast)
            claim.channel = above
            state.memory.add(above, (), cast)
            over = claim.via or relaying.chain(who, above, before)
            claim.via = [*([above.name] if above.name and above.name != who.name else []), *over]
        if claim.reported and not claim.via and state.speaker and state.line == position and (
                state.speaker.name and state.speaker.name != who.name and before):  # fmt: skip
            claim.via = [state.speaker.name]
        role = who.noun and not who.pronoun
        gender = agreeing.told(line.low[line.word_at(claim.cue[0])], cast.lexicon) if claim.cue else ""
        paper = at_length(self.lines, line, position, who, cast) if who.type == "document" else who
        if paper.name != who.name:
            who = paper
        elif not told:
            who = taken_up(line, who, position, state.memory, state.trail, cast, claim.rule == "inverted", gender)
        who = client(line, other_of_two(line, who, position, state, cast), state, cast)
        if cast.lexicon.stands_for:
            who = at_length(self.lines, line, position, who, cast)
        if cast.lexicon.sources and (again := relaying.source(line, replace(claim, who=who), before, cast)):
            who, claim.via = who._replace(name=again[0], hint=""), again[1]
        just = above.name if above else before[-1][1].who.name if before else None
        who = relaying.another(line, who, claim, just, cast)
        claim.who = who = recalled.another(line, who, claim, [above.name or ""] if above else claim.via, cast)
        if above and above.name and above.name != who.name and above.name not in claim.via:
            claim.via = [above.name, *claim.via]
        opens = number == 0 and position - state.line <= 1
        claim.via = claim.via or relaying.passed_on(line, claim, before[-1:], opens, cast)
        claim.via = claim.via or relaying.read_in(line, claim, state.trail.paper(position), cast)
        if role and who.name and claim.rule.endswith("nested") and _is_outer(who.name, found):
            claim.who = who._replace(name=trimmed(line, who.first, who.last))

    def _enter(self, line: Line, claim: Claim, position: int) -> None:
        """Take in a claim, and remember who spoke."""
        state, cast, who = self.state, self.cast, claim.who
        told = line.role == "body" and claim.kind != "non_statement"
        tell_gender(line, who, cast)
        if who.type == "group" and who.name and who.pronoun != PART and line.role == "body":
            state.trail.group = position, who.name
        if told:
            state.memory.add(who, claim.via, cast)
            cast.body = state.memory.body
        if claim.rule == LEAD_IN or relaying.passes_on(line, claim, self.out.claims, self.cast):
            return
        self.out.claims.append((line, claim))
        if who.name is None:
            self.out.ambiguous.append((line, span(line, who)))
        elif told:
            inner = cast.lexicon.speech.pro_drop and claim.via and state.speaker and state.line == position and (
                state.speaker.name == claim.via[0])  # fmt: skip
            above = claim.channel if cast.lexicon.speech.pro_drop else None
            if above and above.name and above.type == "person" and claim.via[:1] == [above.name]:
                state.speaker, state.line, state.subjects = above, position, []  # Alguien, cuenta, le preguntó
            elif not inner:
                state.speaker, state.line, state.subjects = who, position, []
            state.joint = (position, who.joint) if who.joint else state.joint
            to = cast.named(claim.addressee.name) if claim.addressee and claim.addressee.name else None
            state.addressed = to.name if to else _told_role(claim, cast)

    def _remember(self, line: Line, number: int, position: int, found: list[Claim]) -> None:
        """Note whom a sentence that was read begins with, and who spoke in it."""
        state, cast = self.state, self.cast
        subject = front(line, *line.spans[number], cast)
        state.memory.led(line, subject, cast)
        if subject and (cast.lexicon.speech.roles_recur or cast.lexicon.speech.nouns_capitalised):
            subject = taken_up(line, subject, position, state.memory, state.trail, cast)
        if subject:
            tell_gender(line, subject, cast)
        subject = continuing.subject_of(line, number, subject, found, position, state, cast)
        spoke = continuing.speakers(subject, found, cast)
        state.told = continuing.told(line, number, subject, found, position, state, cast)
        new = introduced.met(line, number, cast)
        state.memory.met = [*state.memory.met[-15:], *((one.noun, one.name) for one in new)]
        state.trail.add(line, number, position, spoke, cast, subject, [(one.name, one.kind) for one in new])
        seen(state, position, subject, found)
        last = found[-1].who if found else None
        state.trail.body = body_gender(line, last, cast) if last and last.type == "organisation" else ""


def _is_outer(name: str, found: list[Claim]) -> bool:
    """Return whether somebody says another of the claims of a sentence: she said the secretary had told aides."""
    return any(not claim.rule.endswith("nested") and claim.who.name == name for claim in found)


def _told_role(claim: Claim, cast: Cast) -> str:
    """Return the role of whom something was told, where no name is known and a verb may go without its subject."""
    to = claim.addressee
    return (to.name or "") if to and cast.lexicon.speech.pro_drop and to.type == "person" and to.noun else ""


def _is_thing(who: Who, cast: Cast) -> bool:
    """Return whether nothing shows that whom a pronoun means is a person: nobody, a body, a product."""
    if who.name is None or who.type != "person":
        return True
    person = cast.named(who.name)
    return person is not None and not shown(person, cast)
