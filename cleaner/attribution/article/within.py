"""What somebody tells of another's words inside his own: “The vice president told me, ‘Sit down,’” she said.

Reads a quotation, or the answer of an interview, once more as a text of its own. Owns no quotation, and never changes
who speaks outside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.attribution.article.interviews import ANSWER
from cleaner.attribution.lines import line as reading_lines
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import written
from cleaner.attribution.people.trail import front, may_be
from cleaner.attribution.sentence import claims as sentences
from cleaner.attribution.sentence import contents
from cleaner.attribution.sentence.found import Claim
from cleaner.attribution.words.pack import Lexicon
from cleaner.tables.rows import Span

WITHIN: Final = "-within"
NEAR: Final = 4
"""Whom a verb of saying tells in the first person stands within so many words of it: Mon mari m'a dit un soir."""
MAX_HELD: Final = 200
"""So many quotations of one document are read again at most."""
MAX_SPOKEN: Final = 6000
"""A longer quotation is not read again, in characters."""
_WHOLE: Final = (ANSWER, "transcript")
_KINDS: Final = ("say", "tell", "mark", "call")


def told(claims: Sequence[tuple[Line, Claim]], cast: Cast) -> list[tuple[Line, Claim]]:
    """Return the claims, and behind each one those of the words that its speaker passes on in his own."""
    out: list[tuple[Line, Claim]] = []
    count = 0
    asked: Line | None = None
    for line, claim in claims:
        asked = out[-1][0] if out and out[-1][0] is not line else asked
        out.append((line, claim))
        if line.role != "body" or claim.kind != "statement" or not claim.who.name or count >= MAX_HELD:
            continue
        for start, end in list(_spoken(line, claim)):
            if _tells(line, start, end, cast.lexicon):
                count += 1
                question = asked if asked is not None and asked.number == line.number - 1 else None
                inner = list(_inside(line, claim, start, end, -1 - count, cast, question))
                out += [(line, one) for one in inner]
                if claim.rule in _WHOLE:
                    claim.content = _without(line, claim.content, [(one.start, one.end) for one in inner])
    return out


def _without(line: Line, spans: Sequence[Span], cut: Sequence[Span]) -> list[Span]:
    """Return spans without those that stand in them."""
    out = list(spans)
    for start, end in cut:
        out = [piece for a, b in out for piece in (
            [(a, b)] if end <= a or b <= start else [*contents.trim(line, a, start), *contents.trim(line, end, b)])]
    return out


def _spoken(line: Line, claim: Claim) -> Iterator[Span]:
    """Yield what of a claim stands in its speaker's own words, marks aside."""
    for start, end in claim.content:
        if claim.rule in _WHOLE:
            yield start, end
            continue
        for quote in line.quotes_in(start, end + 1):
            yield quote.inner_start, quote.inner_end


def _tells(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a verb of saying stands in [start, end) beside the first person, or before marks of its own."""
    if end - start > MAX_SPOKEN:
        return False
    first, last = line.word_at(start), line.word_at(end)
    at = bisect_right(line.quotes, start, key=lambda q: q.start)
    marked = at < len(line.quotes) and line.quotes[at].end <= end
    for i in range(first, last):
        if any(form.kind in _KINDS for form in lexicon.forms.get(line.low[i], ())) and (
                marked or _to_me(line, i, first, last, lexicon)):  # fmt: skip
            return True
    return False


def _to_me(line: Line, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    near = range(max(first, i - NEAR), min(last, i + NEAR + 1))
    return any(line.low[j] in lexicon.speech.first_objects for j in near)


def _inside(line: Line, outer: Claim, start: int, end: int, number: int, cast: Cast,
            asked: Line | None) -> Iterator[Claim]:  # fmt: skip
    """Yield the claims that stand in [start, end), as of whom the outer one tells; `asked`: the question's line."""
    held = reading_lines.read(number, line.text[start:end], "body", cast.lexicon)
    held.names = [m._replace(start=m.start - start, end=m.end - start, title_start=max(0, m.title_start - start))
                  for m in line.names if start <= m.start and m.end <= end]  # fmt: skip
    held.name_at = {held.word_at(m.start): m for m in held.names}
    held.covered = set(held.offices) | held.bodies
    for at, mention in held.name_at.items():
        held.covered.update(range(at, held.word_at(mention.end)))
    shift, above = line.word_at(start), outer.who.joint or (outer.who.name or "",)
    held.cases |= {i - shift for i in line.cases if 0 <= i - shift < len(held.low)}
    for n in range(len(held.spans)):
        for claim in sentences.read(held, n, cast):
            name = _speaker(held, n, claim, cast)
            name = name or (_asked_of(asked, outer, claim, cast) if asked and outer.rule in _WHOLE else None)
            if name and name != outer.who.name and _passed_on(held, claim, cast):
                who = claim.who
                first = line.word_at(held.start[who.first] + start)
                last = line.word_at(held.end[max(who.first, who.last - 1)] + start)
                yield Claim(who._replace(first=first, last=last, name=name),
                            (claim.cue[0] + start, claim.cue[1] + start) if claim.cue else None,
                            claim.start + start, claim.end + start, "statement", claim.rule + WITHIN,
                            min(claim.confidence, 0.8), [(a + start, b + start) for a, b in claim.content],
                            [*claim.via, *above], sentence=outer.sentence)  # fmt: skip


def _passed_on(held: Line, claim: Claim, cast: Cast) -> bool:
    """Return whether a claim tells what was said to the speaker himself, or gives its words in marks."""
    if claim.kind != "statement" or claim.cue is None or not claim.content:
        return False
    if any(held.quotes_in(a, b + 1) for a, b in claim.content):
        return True
    first, last = held.word_at(claim.cue[0]), held.word_at(claim.cue[1])
    return any(_to_me(held, i, 0, len(held.low), cast.lexicon) for i in range(first, last))


def _speaker(held: Line, number: int, claim: Claim, cast: Cast) -> str | None:
    """Return who is said to have said it; for a pronoun, the nearest before it whom it may mean."""
    who = claim.who
    if who.name or who.pronoun not in ("man", "woman", "someone"):
        return who.name
    for n in range(number - 1, -1, -1):
        subject = front(held, *held.spans[n], cast)
        if subject and subject.name and subject.type == "person" and may_be(subject.name, who.pronoun, cast):
            return subject.name
        if subject and subject.pronoun == "role" and cast.lexicon.speech.roles_recur:
            return written(held, subject.first, subject.last, cast.lexicon)
    near = [m for m in held.names if m.end <= held.start[who.first]]
    people = (cast.person(m) for m in reversed(near))
    return next((p.name for p in people if p and may_be(p.name, who.pronoun, cast)), None)


def _asked_of(line: Line, outer: Claim, claim: Claim, cast: Cast) -> str | None:
    """Return whom a question names last and a pronoun of the answer may mean: Did you see Jane Doe? She told me."""
    if claim.who.pronoun not in ("man", "woman"):
        return None
    for held in reversed(line.names):
        person = cast.person(held)
        name = person.name if person else f"{held.title} {held.name}".strip() if held.title else None
        if name and name != outer.who.name and may_be(name, claim.who.pronoun, cast):
            return name
    return None
