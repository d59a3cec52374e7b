"""What somebody tells of another's words inside his own: “The vice president told me, ‘Sit down,’” she said.

Reads a quotation, or the answer of an interview, once more as a text of its own. Owns no quotation, and never changes
who speaks outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.attribution.article import unnamed
from cleaner.attribution.article.interviews import ANSWER
from cleaner.attribution.article.recalled import Setting, speaker
from cleaner.attribution.lines import line as reading_lines
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import contents
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.sentence import claims as sentences
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
_NOBODY: Final = ("nobody", "thing")
MIN_TOLD: Final = 3
"""What somebody else plainly said has so many words."""


def told(claims: Sequence[tuple[Line, Claim]], lines: Sequence[Line], cast: Cast) -> list[tuple[Line, Claim]]:
    """Return the claims, and behind each one those of the words that its speaker passes on in his own."""
    out: list[tuple[Line, Claim]] = []
    count = 0
    before = {line.number: lines[i - 1] for i, line in enumerate(lines) if i and lines[i - 1].role == "body"}
    spoke: dict[int, dict[int, str]] = {}
    for line, claim in claims:
        if claim.who.name:
            spoke.setdefault(line.number, {})[claim.who.first] = claim.who.name
    for line, claim in claims:
        out.append((line, claim))
        if line.role != "body" or claim.kind != "statement" or not claim.who.name or count >= MAX_HELD:
            continue
        for start, end in list(_spoken(line, claim)):
            if _tells(line, start, end, cast.lexicon):
                count += 1
                own = claim.who.joint or (claim.who.name,)
                question = before.get(line.number) if claim.rule in _WHOLE else None
                setting = Setting(line, start, own, spoke.get(line.number, {}), question)
                inner = list(_inside(claim, end, -1 - count, setting, cast))
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
    """Return whether a verb of saying stands in [start, end), and may tell what another said."""
    if end - start > MAX_SPOKEN:
        return False
    first, last = line.word_at(start), line.word_at(end)
    return any(form.kind in _KINDS for i in range(first, last) for form in lexicon.forms.get(line.low[i], ()))


def _to_me(line: Line, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    near = range(max(first, i - NEAR), min(last, i + NEAR + 1))
    return any(line.low[j] in lexicon.speech.first_objects for j in near)


def _inside(outer: Claim, end: int, number: int, setting: Setting, cast: Cast) -> Iterator[Claim]:
    """Yield the claims that stand in own words up to `end`, as of whom the outer one tells."""
    line, start = setting.line, setting.start
    held = _read(line, start, end, number, cast)
    for n in range(len(held.spans)):
        nobody = unnamed.told(held, n, cast)
        found = sentences.read(held, n, cast)
        for claim in [*found, *([nobody] if nobody else [])]:
            if not _may_pass_on(claim):
                continue
            name = speaker(held, n, claim.who, setting, cast)
            if name != outer.who.name and (_passed_on(held, claim, cast) or _plainly(held, claim, name, cast)):
                who = claim.who
                first = line.word_at(held.start[who.first] + start)
                last = line.word_at(held.end[max(who.first, who.last - 1)] + start)
                yield Claim(who._replace(first=first, last=last, name=name),
                            (claim.cue[0] + start, claim.cue[1] + start) if claim.cue else None,
                            claim.start + start, claim.end + start, "statement", claim.rule + WITHIN,
                            min(claim.confidence, 0.8), [(a + start, b + start) for a, b in claim.content],
                            [*claim.via, *setting.own], sentence=outer.sentence)  # fmt: skip


def _read(line: Line, start: int, end: int, number: int, cast: Cast) -> Line:
    """Return [start, end) of a line as a line of its own, with the names in it."""
    held = reading_lines.read(number, line.text[start:end], "body", cast.lexicon)
    held.names = [m._replace(start=m.start - start, end=m.end - start, title_start=max(0, m.title_start - start))
                  for m in line.names if start <= m.start and m.end <= end]  # fmt: skip
    held.name_at = {held.word_at(m.start): m for m in held.names}
    held.covered = set(held.offices) | held.bodies
    for at, mention in held.name_at.items():
        held.covered.update(range(at, held.word_at(mention.end)))
    shift = line.word_at(start)
    held.cases |= {i - shift for i in line.cases if 0 <= i - shift < len(held.low)}
    return held


def _may_pass_on(claim: Claim) -> bool:
    """Return whether a claim in own words may tell what somebody else said."""
    return claim.kind == "statement" and claim.cue is not None and bool(claim.content) and (
        claim.rule == unnamed.RULE or claim.who.pronoun not in _NOBODY)  # fmt: skip


def _passed_on(held: Line, claim: Claim, cast: Cast) -> bool:
    """Return whether a claim tells what was said to the speaker himself, or gives its words in marks."""
    if claim.cue is None or any(held.quotes_in(a, b + 1) for a, b in claim.content):
        return True
    first, last = held.word_at(claim.cue[0]), held.word_at(claim.cue[1])
    return any(_to_me(held, i, 0, len(held.low), cast.lexicon) for i in range(first, last))


def _plainly(held: Line, claim: Claim, name: str | None, cast: Cast) -> bool:
    """Return whether a claim tells what somebody known said: Mamma always said it would pass; the WHO writes that."""
    lexicon, who = cast.lexicon, claim.who
    if claim.cue is None or not name or who.joint or who.type == "group":
        return False
    said = any(form.kind in _KINDS[:3] for form in lexicon.forms.get(held.low[held.word_at(claim.cue[1]) - 1], ()))
    words = sum(held.word_at(b) - held.word_at(a) for a, b in claim.content)
    kin = any(held.folded[i] in lexicon.kin for i in range(who.first, who.last))
    return said and words >= MIN_TOLD and (who.institution or kin or cast.named(name) is not None)
