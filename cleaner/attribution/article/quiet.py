"""Sentences without a cue: a quotation alone that carries on what was said, or prose that brings up another person.

Owns whom such a quotation is given to. Finds no cues.
"""

from __future__ import annotations

from cleaner.attribution.article import dialogue
from cleaner.attribution.article.state import State
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people import extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import Who, judge
from cleaner.attribution.people.trail import MAX_LINES
from cleaner.quotes import Quote
from cleaner.tables.rows import Span

MIN_QUOTE = 12
"""A quotation with fewer characters is carried on only right behind another."""
MIN_LONELY = 24
"""A shorter quotation that nobody says may be a word set apart."""


def read(line: Line, number: int, position: int, state: State, cast: Cast, before: list[tuple[Line, Claim]],
         lonely: list[tuple[Line, Span]]) -> None:  # fmt: skip
    """Read a sentence without a cue: a quotation that carries on, or prose that may bring up another person.

    A claim goes to those `before`, a quotation that nobody says to the `lonely` ones.
    """
    start, end = line.sentences[number]
    quote = next(iter(line.quotes_in(start, end)), None)
    if quote is not None and line.role == "body" and _whole(line, quote, start, end):
        who = _carrier(line, number, position, state, cast, before)
        goes_on = bool(cast.lexicon.speech.clause_starts) and _just(line, number, before)
        turns = bool(cast.lexicon.speech.bare_quotes or cast.lexicon.speech.fragments) and not goes_on
        if who and turns and state.lead is None:
            who = dialogue.next_speaker(line, dialogue.asks(line, quote.end), before) or who
        if who and number == 0 and state.lead is None and _introduces(line, who, cast, before):
            who = None
        if who:
            just = _just(line, number, before)
            if just or quote.end - quote.start > MIN_QUOTE:
                _carry(line, number, position, quote, who, state, before)
                return
        if cast.lexicon.speech.strangers and number + 1 < len(line.spans):
            state.pending = number, quote
        elif quote.end - quote.start > MIN_LONELY:
            lonely.append((line, (quote.start, quote.end)))
        return
    first, last = line.spans[number]
    if name := _subject(line, first, last, cast):
        state.subjects = [*state.subjects[-7:], (position, name)]


def settle(line: Line, number: int, found: list[Claim], state: State, position: int, cast: Cast,
           before: list[tuple[Line, Claim]], lonely: list[tuple[Line, Span]]) -> None:  # fmt: skip
    """Give a quotation that opened a paragraph alone to whom the next sentence brings up."""
    if state.pending is None or state.pending[0] == number:
        return
    opening, quote = state.pending
    state.pending = None
    start, end = line.sentences[opening]
    if any(c.start <= start for c in found):
        return
    spoke = next((c.who for c in found if c.who.name and c.kind == "statement"), None)
    who = spoke or _first_person(line, number, cast)
    if who is None:
        lonely.append((line, (quote.start, quote.end)))
        return
    before.append((line, Claim(who, None, start, end, "statement", "quote-continued", 0.7,
                               [(quote.inner_start, quote.inner_end)], sentence=opening)))  # fmt: skip
    state.speaker, state.line = who, position


def _whole(line: Line, quote: Quote, start: int, end: int) -> bool:
    """Return whether a sentence is a quotation and hardly more, or a heading in capitals and a quotation."""
    most = (quote.end - quote.start) * 10 >= (end - start) * 9
    return most or (quote.end >= end - 2 and line.text[start : quote.start].strip().isupper())


def _just(line: Line, number: int, before: list[tuple[Line, Claim]]) -> bool:
    """Return whether the last claim stands in the sentence before this one."""
    return bool(before) and before[-1][0] is line and before[-1][1].sentence == number - 1


def _carrier(line: Line, number: int, position: int, state: State, cast: Cast,
             before: list[tuple[Line, Claim]]) -> Who | None:  # fmt: skip
    """Return who goes on speaking in a quotation alone: whom a colon led in, whom prose brought up, who spoke last."""
    led = state.lead if number == 0 else None
    opens = number == 0 and bool(cast.lexicon.speech.bare_quotes)
    if not state.lead and cast.lexicon.anaphors and not _just(line, number, before) and (
            name := state.trail.brought_up(position, opens)):  # fmt: skip
        return Who(*line.spans[number], name, "person")
    return led or (state.speaker if position - state.line <= MAX_LINES else None)


def _carry(line: Line, number: int, position: int, quote: Quote, who: Who, state: State,
           before: list[tuple[Line, Claim]]) -> None:  # fmt: skip
    """Add a quotation to the claim right before it, or enter it as one of its own."""
    start, end = line.sentences[number]
    last = before[-1][1] if before else None
    if last and _just(line, number, before) and who.key == last.who.key and last.kind == "statement":
        last.sentence_end = last.end
        last.end, last.sentence = end, number
        last.content = [*last.content, (quote.start, quote.end)]
        return
    confidence = 0.85 if state.line == position or state.lead else 0.7 if position - state.line == 1 else 0.5
    rule = "colon-lead-in" if state.lead and number == 0 else "quote-continued"
    before.append((line, Claim(who, None, start, end, "statement", rule, confidence,
                               [(quote.inner_start, quote.inner_end)], sentence=number)))  # fmt: skip
    state.speaker, state.line = who, position


def _introduces(line: Line, who: Who, cast: Cast, before: list[tuple[Line, Claim]]) -> bool:
    """Return whether the sentence behind an opening quotation brings up somebody by name who has not spoken yet."""
    if not cast.lexicon.speech.subjects_stated or len(line.spans) < 2:
        return False
    new = _first_person(line, 1, cast)
    name = new.name if new and new.name and cast.named(new.name) else None
    return name is not None and name != who.name and not any(claim.who.name == name for _, claim in before)


def _first_person(line: Line, number: int, cast: Cast) -> Who | None:
    """Return the person whom a sentence speaks of first, small words before him passed over."""
    first, last = line.spans[number]
    light = cast.lexicon.openers | cast.lexicon.adverbs
    while first < last and line.folded[first] in light and first not in line.name_at:
        first += 1
    stop = extent.core(line, first, last, cast) if first < last else last
    who = phrases.after(line, first, stop if stop > first else last, cast) if first < last else None
    if cast.lexicon.speech.subjects_stated and not (who and who.name and who.type == "person"):
        who = front(line, *line.spans[number], cast)
    return who if who and who.name and who.type == "person" else None


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
