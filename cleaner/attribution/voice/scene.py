"""What an article offers to somebody who asks who said it: the sayings that ask, and who is on stage around them.

A saying is a claim of the rules, or a quotation that no claim covers. Names are those of the cast, of organisations,
and of the phrases that spoke or stand at the head of a sentence near by. Weighs nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import SIGNED_BELOW, Claim
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.genders import gender
from cleaner.attribution.people.heads import written
from cleaner.attribution.people.judging import Who
from cleaner.quotes import Quote
from cleaner.tables.rows import Span

OPEN: Final = ("loose", "cont", "pron", "plural", "role")
"""Kinds of sayings that the rules leave open, or may be wrong about."""
ELSEWHERE: Final = ("quote-continued", "colon-lead-in", "mood-continued", "answer", "voice", SIGNED_BELOW)
"""Rules whose claims have no words for the speaker beside them."""
MIN_LOOSE: Final = 3
"""A quotation of fewer words that nobody claims is a term, not a saying."""
_SPOKE, _NEXT, _MENTIONED, _AFTER = 6, 2, 10, 3
"""So many who spoke before and next, who were named before and just behind, are asked about."""
_AROUND: Final = 6
"""What a saying stands in is so many sayings away at most."""
_PRONOUNS: Final = ("man", "woman", "someone")
_STEM: Final = 6
"""Two words that begin with so many letters alike are forms of one: chercheur, chercheuse."""
PARAGRAPH: Final = 3
"""A paragraph counts as so many sentences of distance."""
FAR: Final = 40


class Saying(NamedTuple):
    """What was said and by whom the rules think: `position` is the line's place in the article, [start, end) the words.

    `name` is whom they name; `kind` says what the rules have to go by: a name, an office that settles who is meant, any
    other role, a pronoun (`pron`, `plural`), a thing, several (`joint`), nothing but what came before (`cont`), or
    nothing at all (`loose`).
    """

    position: int
    line: Line
    start: int
    end: int
    kind: str
    claim: Claim | None
    quote: Quote | None
    name: str | None

    @property
    def who(self) -> Who | None:
        """Return whom the rules name."""
        return self.claim.who if self.claim else None


class Named(NamedTuple):
    """A name where it stands: line, span, word, and whether inside a quotation."""

    position: int
    start: int
    end: int
    name: str
    word: int
    quoted: bool


class Spoke(NamedTuple):
    """Who has been found to say something, where, and to whom."""

    position: int
    start: int
    name: str
    to: str | None


class Phrase(NamedTuple):
    """A phrase near a saying that may be its speaker, and how it stands there."""

    name: str
    place: str
    who: Who


class Scene:
    """The lines of an article with their sayings and everybody named in them."""

    def __init__(self, lines: Sequence[Line], claims: Sequence[tuple[Line, Claim]], cast: Cast) -> None:
        self.lines, self.cast = lines, cast
        self.sayings = _sayings(lines, claims, cast)
        self.named = _named(lines, cast)
        self._claimed = [(saying.position, saying.claim) for saying in self.sayings if saying.claim is not None]
        self._number = {id(claim): number for number, (_, claim) in enumerate(self._claimed)}
        self.counts = Counter(one.name for one in self.named)
        self.speaks = Counter(n for s in self.sayings if s.who for n in (s.who.joint or (s.who.name,)) if n)
        self.in_title = {one.name for one in self.named if lines[one.position].role == "title"}
        self._genders: dict[str, str] = {}
        self._starts = [(one.position, one.start) for one in self.named]
        self._of: dict[str, list[int]] = {}
        for at, one in enumerate(self.named):
            self._of.setdefault(one.name, []).append(at)

    @cached_property
    def quoted(self) -> set[str]:
        """Return who is found to speak in quotation marks, by name and not by a pronoun, which may mean a thing."""
        claims = [(s.line, s.claim) for s in self.sayings if s.claim and not s.claim.who.pronoun]
        return {name for line, claim in claims if line.quotes_in(claim.start, claim.end)
                for name in (claim.who.joint or (claim.who.name,)) if name}  # fmt: skip

    @cached_property
    def most(self) -> int:
        """Return how often the one is named who is named most often."""
        return max(self.counts.values(), default=1)

    def told(self, name: str) -> list[Named]:
        """Return where somebody is named outside quotations."""
        return [one for number in self._of.get(name, ()) if not (one := self.named[number]).quoted]

    def gender(self, name: str) -> str:
        """Return man or woman where the document or a name tells, else an empty string."""
        if name not in self._genders:
            self._genders[name] = gender(name, self.cast.named(name), self.cast)
        return self._genders[name]

    def before(self, saying: Saying, name: str) -> Named | None:
        """Return where a name stands last outside quotations before a saying."""
        found = self._of.get(name, ())
        at = bisect_left(found, bisect_left(self._starts, (saying.position, saying.start)))
        for number in reversed(found[max(0, at - 3) : at]):
            if not self.named[number].quoted:
                return self.named[number]
        return None

    def after(self, saying: Saying, name: str) -> Named | None:
        """Return where a name stands first outside quotations behind a saying, at most one line on."""
        found = self._of.get(name, ())
        at = bisect_left(found, bisect_left(self._starts, (saying.position, saying.end)))
        for number in found[at : at + 3]:
            one = self.named[number]
            if one.position > saying.position + 1:
                return None
            if not one.quoted:
                return one
        return None

    def inside(self, saying: Saying, name: str) -> bool:
        """Return whether a saying names somebody itself."""
        low = bisect_left(self._starts, (saying.position, saying.start))
        high = bisect_left(self._starts, (saying.position, saying.end))
        return any(self.named[i].name == name and self.named[i].quoted for i in range(low, min(high, low + 50)))

    def around(self, saying: Saying) -> set[str]:
        """Return who says what a saying stands in: she said the minister had told aides."""
        if saying.claim is None:
            return set()
        inner = saying.claim
        number = self._number[id(inner)]
        near = self._claimed[max(0, number - _AROUND) : number + _AROUND]
        outer = (claim for position, claim in near if claim is not inner and position == saying.position and any(
            a <= inner.start and inner.end <= b + 1 for a, b in claim.content))  # fmt: skip
        return {name for claim in outer for name in (claim.who.joint or (claim.who.name,)) if name}

    def recent(self, saying: Saying, most: int) -> list[str]:
        """Return who was named last before a saying ends, the nearest first."""
        out: dict[str, None] = {}
        at = bisect_left(self._starts, (saying.position, saying.end))
        for i in range(at - 1, max(-1, at - 60), -1):
            if not self.named[i].quoted:
                out.setdefault(self.named[i].name)
                if len(out) == most:
                    break
        return list(out)

    def near(self, saying: Saying, history: Sequence[Spoke]) -> dict[str, int]:
        """Return how many sentences back each one was last named, or spoke."""
        out: dict[str, int] = {}
        at = bisect_left(self._starts, (saying.position, saying.start))
        for i in range(max(0, at - 60), at):
            one = self.named[i]
            if not one.quoted:
                out[one.name] = self.back(saying, one.position, one.start)
        for spoke in history[-12:]:
            back = self.back(saying, spoke.position, spoke.start)
            out[spoke.name] = min(out.get(spoke.name, FAR), back)
        return out

    def back(self, saying: Saying, position: int, offset: int) -> int:
        """Return how many sentences a place stands before a saying; less than nothing where behind."""
        number = sentence(saying.line, saying.start)
        if position == saying.position:
            return number - sentence(saying.line, offset)
        if position < saying.position:
            return min(FAR, number + PARAGRAPH * (saying.position - position))
        return max(-FAR, PARAGRAPH * (saying.position - position))

    @cached_property
    def _stems(self) -> dict[str, list[tuple[int, int]]]:
        """Return the sentences (line and number) in which each stem stands outside quotations, in order."""
        out: dict[str, list[tuple[int, int]]] = {}
        for position, line in enumerate(self.lines):
            for number, (first, last) in enumerate(line.spans):
                for i in range(first, last):
                    if len(line.folded[i]) > 3 and line.quoted[i] < 0:
                        found = out.setdefault(line.folded[i][:_STEM], [])
                        if not found or found[-1] != (position, number):
                            found.append((position, number))
        return out

    @cached_property
    def _sentences(self) -> dict[str, set[tuple[int, int]]]:
        out: dict[str, set[tuple[int, int]]] = {}
        for one in self.named:
            if not one.quoted:
                place = one.position, sentence(self.lines[one.position], one.start)
                out.setdefault(one.name, set()).add(place)
        return out

    def told_of(self, noun: str, name: str) -> int:
        """Return in how many sentences a noun and a name stand together."""
        places = self._sentences.get(name, set())
        return sum(place in places for place in self._stems.get(noun[:_STEM], ())[:50]) if places else 0

    def seen_before(self, saying: Saying, noun: str) -> int:
        """Return in how many sentences before a saying's own a noun stands."""
        here = saying.position, sentence(saying.line, saying.start)
        return bisect_left(self._stems.get(noun[:_STEM], ()), here)

    def lately(self, saying: Saying, name: str, most: int) -> int:
        """Return how often somebody is named in the last sentences before a saying."""
        found = self._of.get(name, ())
        at = bisect_left(found, bisect_left(self._starts, (saying.position, saying.start)))
        near = (self.named[number] for number in found[max(0, at - 9) : at])
        return sum(not one.quoted and self.back(saying, one.position, one.start) <= most for one in near)

    def phrases(self, saying: Saying) -> list[Phrase]:
        """Return the phrases that stand beside a quotation, or at the head of its sentence and of those around."""
        line, out = saying.line, []
        number = sentence(line, saying.start)
        first, last = line.spans[number] if line.spans else (0, 0)
        if saying.quote is not None and saying.kind in ("loose", "cont"):
            behind = line.word_at(saying.quote.end)
            for skip in range(3):
                if behind + skip < last and (not skip or not line.breaks(behind + skip)):
                    out.append(("behind", phrases.after(line, behind + skip, last, self.cast)))
            ahead = line.word_at(saying.quote.start)
            if first < ahead < len(line.low):
                out.append(("ahead", phrases.before(line, first, ahead, self.cast)))
        out.append(("front", self._front(saying.position, number)))
        if number:
            out.append(("last", self._front(saying.position, number - 1)))
        elif saying.position and self.lines[saying.position - 1].spans:
            above = self.lines[saying.position - 1]
            out.append(("last", self._front(saying.position - 1, len(above.spans) - 1)))
        if number + 1 < len(line.spans):
            out.append(("next", self._front(saying.position, number + 1)))
        found: dict[str, Phrase] = {}
        for place, who in out:
            if who is None or who.joint or who.pronoun in ("plural", "thing", *_PRONOUNS):
                continue
            where = self.lines[saying.position - 1] if place == "last" and not number else line
            name = who.name or (written(where, who.first, who.last, self.cast.lexicon) if who.noun else None)
            if name:
                found.setdefault(name, Phrase(name, place, who))
        return list(found.values())

    def _front(self, position: int, number: int) -> Who | None:
        line = self.lines[position]
        first, last = line.spans[number]
        return front(line, first, last, self.cast) if first < last else None

    def candidates(self, saying: Saying, history: Sequence[Spoke], upcoming: Sequence[Spoke],
                   near: Sequence[Phrase]) -> list[str]:  # fmt: skip
        """Return who may have said it: whom the rules name, who spoke, who is named, whose phrase stands near."""
        out: dict[str, None] = {}
        if saying.name:
            out.setdefault(saying.name)
        elif saying.kind == "role" and saying.who:
            out.setdefault(written(saying.line, saying.who.first, saying.who.last, self.cast.lexicon))
        for spoke in [*reversed(history[-_SPOKE:]), *upcoming[:_NEXT]]:
            out.setdefault(spoke.name)
        for phrase in near:
            out.setdefault(phrase.name)
        for name in self.recent(saying, _MENTIONED):
            out.setdefault(name)
        at = bisect_left(self._starts, (saying.position, saying.end))
        for one in self.named[at : at + _AFTER]:
            if one.position <= saying.position + 1:
                out.setdefault(one.name)
        return list(out)


def sentence(line: Line, offset: int) -> int:
    """Return the number of the sentence of a line that an offset stands in."""
    return max(0, min(bisect_left(line.sentences, offset + 1, key=lambda s: s[1]), len(line.sentences) - 1))


def surface(saying: Saying) -> Span | None:
    """Return where the words for the speaker stand, None where there are none."""
    claim, line = saying.claim, saying.line
    if claim is None or claim.rule in ELSEWHERE or not line.start:
        return None
    return line.start[claim.who.first], line.end[claim.who.last - 1]


def _named(lines: Sequence[Line], cast: Cast) -> list[Named]:
    out = []
    for position, line in enumerate(lines):
        for word, mention in sorted(line.name_at.items()):
            person = cast.person(mention)
            if person or mention.kind == "organisation":
                name = person.name if person else mention.name
                quoted = word < len(line.quoted) and line.quoted[word] >= 0
                out.append(Named(position, mention.start, mention.end, name, word, quoted))
    out.sort()
    return out


def _sayings(lines: Sequence[Line], claims: Sequence[tuple[Line, Claim]], cast: Cast) -> list[Saying]:
    """Return the claims that are statements, and the quotations that none of them covers, in order."""
    position = {id(line): number for number, line in enumerate(lines)}
    covered: dict[int, list[Span]] = {}
    out = []
    for line, claim in claims:
        number = position[id(line)]
        covered.setdefault(number, []).extend(claim.content)
        if claim.kind == "non_statement":
            continue
        start, end = (claim.content[0][0], claim.content[-1][1]) if claim.content else (claim.start, claim.end)
        quote = next((q for a, b in claim.content for q in line.quotes_in(max(0, a - 2), b + 3)), None)
        out.append(Saying(number, line, start, end, _kind(line, claim, cast), claim, quote, claim.who.name))
    for number, line in enumerate(lines):
        spans = _apart(covered.get(number, []))
        for quote in line.outer:
            if line.text.count(" ", quote.inner_start, quote.inner_end) + 1 < MIN_LOOSE:
                continue
            if 2 * _shared(spans, quote.inner_start, quote.inner_end) < quote.inner_end - quote.inner_start:
                out.append(Saying(number, line, quote.start, quote.end, "loose", None, quote, None))
    out.sort(key=lambda s: (s.position, s.start, s.end))
    return out


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans in order, those that meet made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _shared(spans: list[Span], start: int, end: int) -> int:
    """Return how many characters of [start, end) lie in spans that stand apart and in order."""
    total, at = 0, bisect_right(spans, start, key=lambda span: span[1])
    while at < len(spans) and spans[at][0] < end:
        total += min(spans[at][1], end) - max(spans[at][0], start)
        at += 1
    return total


def _kind(line: Line, claim: Claim, cast: Cast) -> str:
    who = claim.who
    if claim.rule == SIGNED_BELOW:
        return "name"
    if claim.rule in ELSEWHERE:
        return "cont"
    if who.joint:
        return "joint"
    if who.pronoun in _PRONOUNS:
        return "pron"
    if who.pronoun and not who.noun:
        return "plural"
    if who.type != "person":
        return "thing"
    person = cast.named(who.name or "")
    if who.name and any(i in line.name_at for i in range(who.first, who.last)):
        return "name"
    if who.noun:
        held = person is not None and (person.roles or any(who.noun in noun.split() for _, noun in person.offices))
        return "office" if held else "role"
    return "name" if person else "role"
