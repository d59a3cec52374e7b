"""A whole document's claims: sentences read in order, pronouns resolved, quotations carried from one to the next.

Owns what needs more than one sentence. Writes no record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from cleaner.attribution.article import carried, echoes, interviews, lede, within
from cleaner.attribution.article.resolving import State, resolve
from cleaner.attribution.article.torn import cut_off
from cleaner.attribution.article.transcripts import label_of, lead_in, spoken_by_label
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import extent, phrases
from cleaner.attribution.people.anaphora import taken_up
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import (
    PART,
    Who,
    judge,
    span,
)
from cleaner.attribution.people.trail import MAX_LINES, body_gender, front, learn
from cleaner.attribution.sentence import claims, relaying
from cleaner.attribution.sentence.found import LEAD_IN, Claim
from cleaner.attribution.voice import choosing as voice
from cleaner.tables.rows import Span

MAX_ADJUNCT = 12
"""What follows the verb of a sentence that only attributes has so many words at most: Macron asked on Monday."""


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
        lede.settle(self.claims, lines, cast)
        told = [(line, claim) for line, claim in self.claims if claim.rule == voice.RULE]
        self.claims = echoes.echoed(within.told(self.claims, cast), lines, cast)
        self.ambiguous = [(line, span(line, claim.who)) for line, claim in self.claims if claim.who.name is None]
        self.lonely = [(line, (start, end)) for line, (start, end) in self.lonely
                       if not any(held is line and claim.start <= start and end <= claim.end for held, claim in told)]


def read(lines: list[Line], cast: Cast) -> Reading:
    """Return every claim of the lines, in order."""
    out = Reading()
    state = State()
    learn(lines, cast)
    labels = Counter(label for line in lines if (label := label_of(line)))
    answered, minutes = interviews.answers(lines, cast), interviews.minuted(lines, cast)
    for position, line in enumerate(lines):
        state.pending = None
        if position in minutes and (said := minutes[position]):
            out.claims.append((line, said))
            state.speaker, state.line, state.subjects = said.who, position, []
            continue
        if line.role == "body" and (label := label_of(line)) and (
                spoken := spoken_by_label(line, label, labels[label] > 1, cast)):  # fmt: skip
            out.claims.append((line, spoken))
            state.speaker, state.line, state.subjects = spoken.who, position, []
            continue
        if position in answered:
            who_ = answered[position]
            out.claims += [(line, interviews.answer(line, who_))] if who_ else []
            continue
        for number in range(len(line.spans)):
            found = claims.read(line, number, cast)
            if line.role == "body":
                found = _tail_sentence(line, number, found, out, cast)
                found = cut_off(line, number, carried.resumed(line, number, found, out.claims), cast)
            for claim in found:
                who = resolve(line, claim, position, state, cast)
                above: Who | None = None
                if claim.channel is not None:
                    above = resolve(line, replace(claim, who=claim.channel), position, state, cast)
                    above = taken_up(line, above, position, state.memory, state.trail, cast)
                    state.memory.add(above, (), cast)
                    claim.via = [*([above.name] if above.name and above.name != who.name else []), *claim.via]
                if claim.reported and not claim.via and state.speaker and state.line == position and (
                        state.speaker.name and state.speaker.name != who.name and out.claims):  # fmt: skip
                    claim.via = [state.speaker.name]
                role = who.noun and not who.pronoun
                behind = claim.rule == "inverted"
                claim.who = who = taken_up(line, who, position, state.memory, state.trail, cast, behind)
                just = above.name if above else out.claims[-1][1].who.name if out.claims else None
                claim.who = who = relaying.another(line, who, claim, just, cast)
                if above and above.name and above.name != who.name and above.name not in claim.via:
                    claim.via = [above.name, *claim.via]
                opens = number == 0 and position - state.line <= 1
                claim.via = claim.via or relaying.passed_on(line, claim, out.claims[-1:], opens, cast)
                if role and who.name and claim.rule.endswith("nested") and _is_outer(who.name, found):
                    claim.who = who = who._replace(name=trimmed(line, who.first, who.last))
                if who.type == "group" and who.name and who.pronoun != PART and line.role == "body":
                    state.trail.group = position, who.name
                if claim.kind != "non_statement" and line.role == "body":
                    state.memory.add(who, claim.via, cast)
                    cast.body = state.memory.body
                if claim.rule == LEAD_IN:
                    continue
                out.claims.append((line, claim))
                if claim.who.name is None:
                    out.ambiguous.append((line, span(line, claim.who)))
                elif claim.kind != "non_statement" and line.role == "body":
                    state.speaker, state.line, state.subjects = claim.who, position, []
                    state.joint = (position, claim.who.joint) if claim.who.joint else state.joint
                    to = cast.named(claim.addressee.name) if claim.addressee and claim.addressee.name else None
                    state.addressed = to.name if to else ""
            if cast.lexicon.anaphors:
                state.memory.learn(line, number, cast)
            near = state.speaker if position - state.line <= 1 else None
            if not found and not carried.carries_on(line, number, near, cast, out.claims) and not (
                    carried.speaks_on(line, number, near, cast, out.claims)):  # fmt: skip
                _quiet(line, number, position, state, cast, out)
            if line.role == "body":
                state.memory.led(front(line, *line.spans[number], cast), cast)
                spoke = [c.who.name for c in found if c.who.name and c.who.type == "person" and not c.who.joint]
                subject = front(line, *line.spans[number], cast)
                if subject and (cast.lexicon.speech.roles_recur or cast.lexicon.speech.nouns_capitalised):
                    subject = taken_up(line, subject, position, state.memory, state.trail, cast)
                state.trail.add(line, number, position, spoke, cast, subject)
                last = found[-1].who if found else None
                state.trail.body = body_gender(line, last, cast) if last and last.type == "organisation" else ""
            _settle(line, number, found, state, position, cast, out)
            state.lead = lead_in(line, number, found, cast)
    return out


def _is_outer(name: str, found: list[Claim]) -> bool:
    """Return whether somebody says another of the claims of a sentence: she said the secretary had told aides."""
    return any(not claim.rule.endswith("nested") and claim.who.name == name for claim in found)


def _quiet(line: Line, number: int, position: int, state: State, cast: Cast, out: Reading) -> None:
    """Read a sentence without a cue: a quotation that carries on, or prose that may bring up another person."""
    start, end = line.sentences[number]
    quote = next(iter(line.quotes_in(start, end)), None)
    whole = quote is not None and (quote.end - quote.start) * 10 >= (end - start) * 9
    whole = whole or (quote is not None and quote.end >= end - 2 and line.text[start : quote.start].strip().isupper())
    if whole and quote is not None and line.role == "body":
        who = state.lead if state.lead and number == 0 else state.speaker
        near = position - state.line <= MAX_LINES or (state.lead is not None and number == 0)
        just = bool(out.claims) and out.claims[-1][0] is line and out.claims[-1][1].sentence == number - 1
        if not just and not state.lead and cast.lexicon.anaphors and (
                name := state.trail.brought_up(position, number == 0 and bool(cast.lexicon.speech.bare_quotes))):
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
            state.speaker, state.line = who, position
        elif cast.lexicon.speech.strangers and number + 1 < len(line.spans):
            state.pending = number, quote
        elif quote.end - quote.start > 24:
            out.lonely.append((line, (quote.start, quote.end)))
        return
    first, last = line.spans[number]
    name = _subject(line, first, last, cast)
    if name:
        state.subjects = [*state.subjects[-7:], (position, name)]


def _settle(line: Line, number: int, found: list[Claim], state: State, position: int, cast: Cast,
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
    first, last = line.spans[number]
    light = cast.lexicon.openers | cast.lexicon.adverbs
    while first < last and line.folded[first] in light and first not in line.name_at:
        first += 1
    stop = extent.core(line, first, last, cast) if first < last else last
    subject = phrases.after(line, first, stop if stop > first else last, cast) if first < last else None
    if who is None and subject and subject.name and subject.type == "person":
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
