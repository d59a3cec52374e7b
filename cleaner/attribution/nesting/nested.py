"""What is nested in what: the attributions of one sentence as claims with their spans, contents and channels.

Makes the claims once it is known how the attributions stand to each other. Chooses no speaker.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import clauses, contents, parted, relaying, retelling
from cleaner.attribution.nesting.found import Attribution, Claim
from cleaner.attribution.nesting.half import Half
from cleaner.attribution.nesting.ranking import ASIDES, TELLING, Ranks, cited, may_mean, ranked
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import PART, Who
from cleaner.tables.rows import Span

MAX_ASIDE: Final = 24
"""What is said goes on behind an aside within so many words."""
_BROKEN: Final = 0.8
"""How sure a claim is whose source a stray stop cuts off."""
_NESTED: Final = 0.85
"""How sure a claim inside another is at most."""
_MARKS: Final = " \u00a0\u202f\t\n,;:–—-."


def combine(line: Line, number: int, found: list[Attribution], cast: Cast) -> list[Claim]:
    """Return the claims of one sentence from its attributions, which stand in order."""
    out: list[Claim] = []
    for first, last, mine in parted.halves(line, number, found, cast.lexicon) if found else ():
        start, end = line.sentences[number]
        start = start if first == line.spans[number][0] else line.start[first]
        end = end if last == line.spans[number][1] else _until(line, last)
        half, mine = Half(line, number, first, last, start, end, cast), cited(mine)
        out += _Nesting(half, mine, ranked(half, mine)).claims()
    return out


def _until(line: Line, last: int) -> int:
    """Return the offset of the semicolon or comma before word `last`, else where the word before it ends."""
    at = line.end[last - 1]
    return next((i for i in range(at, line.start[last]) if line.text[i] in ";,"), at)


class _Nesting:
    """Makes the claims of half a sentence, from the attributions that stand over the others to those inside them.

    `cover` stands behind the words of `top`, which stand side by side; `inner` stand inside what others say.
    `above` names who passes on what all of them say, from inner to outer, `channel` is the innermost of these where
    it has no name yet, `aside` names who is only mentioned beside them.
    """

    def __init__(self, half: Half, found: list[Attribution], ranks: Ranks) -> None:
        self.half, self.found, self.ranks = half, found, ranks
        self.cover, self.top, self.inner, self.above = ranks.cover, ranks.top, ranks.inner, ranks.later
        self.channel: Who | None = None
        self.aside = [n for a in found if (n := a.channel or (a.who.name if a.rule == "quoted-by" else None))]
        self.out: list[Claim] = []

    def claims(self) -> list[Claim]:
        """Return the claims: who stands behind the words, the heads before them, what is inside, who is beside."""
        if self.cover is not None:
            self._take_cover(self.cover)
        if self.cover is not None and self.top:
            self._cut_at_colon(self.cover)
        for head, (start, end) in zip(self.top, _cuts(self.half, self.top), strict=True):
            self.out.append(self._side_by_side(head, start, end))
        outer = self.top[0] if self.top else self.cover
        for head in self.inner:
            self._inside(head, outer)
        for a in self.found:
            self._beside(a)
        return self.out

    def _take_cover(self, cover: Attribution) -> None:
        """Decide what an attribution behind the words is: one more of a head's, a claim of its own, or a channel."""
        covered = _covered(self.half, cover, self.top)
        if covered and (_weighed(self.half, cover, covered) or _all_say_it(self.half, cover, covered)):
            self.cover = None
        elif covered:
            self._pass_on(cover)
        else:
            self._stand_alone(cover)

    def _stand_alone(self, cover: Attribution) -> None:
        """Add the claim of an attribution that covers no other: “It works,” X said, adding that …, while Y doubts it.

        What stands behind it with a speaker of its own is inside what it says.
        """
        after = [h for h in self.top if h.begin > cover.begin and h.who.key != cover.who.key]
        claim = self.half.claim(cover, self.half.start, self.half.end)
        claim.via, claim.content = [*self.above, *self.aside], self._around(cover, after)
        self.out.append(claim)
        self.top = []
        self.inner = self.inner + [h for h in after if h.who.pronoun in ("", PART)]

    def _around(self, cover: Attribution, after: list[Attribution]) -> list[Span]:
        """Return what is said around an attribution, up to the next speaker, and by the verbs that carry it on."""
        half, line, carried = self.half, self.half.line, self.ranks.carried
        others = [h for h in self.inner if h.begin > cover.begin and h.who.key != cover.who.key]
        stop = min([half.end, *(line.start[h.begin] for h in (*carried[:1], *after, *others))])
        out = contents.around(line, cover, half.start, stop, half.lexicon)
        ends = [*(line.start[more.begin] for more in carried[1:]), half.end]
        for more, stop in zip(carried, ends, strict=False):
            out += contents.trim(line, line.end[more.end - 1], stop) if more.kind == cover.kind else []
        return out

    def _pass_on(self, cover: Attribution) -> None:
        """Set an attribution above the heads, as who passes on their words: Y denied it, according to X."""
        name, who = cover.who.name, cover.who
        if who.pronoun or who.hint or (who.noun and not who.institution):
            name, self.channel = None, who
        if cover.rule == "stands" and who.type == "document" and self.half.cast.body:
            name = self.half.cast.body
        if who.type == "document" and (issuer := _issuer(self.half, who.last)):
            name, self.channel = issuer, None
        self.above = [*(who.joint or ([name] if name else [])), *self.above]

    def _cut_at_colon(self, cover: Attribution) -> None:
        """Add the claim of an attribution whose quotation stands apart behind a colon: X praised it: “…”, Y said."""
        half, line = self.half, self.half.line
        at = _behind_colon(half, cover, self.top)
        if at is None:
            return
        self.above, self.cover = self.above[1:], None
        claim = half.claim(cover, line.outer[line.quoted[at]].start, half.end)
        claim.content = contents.around(line, cover, claim.start, half.end, half.lexicon)
        claim.via = [*self.above, *self.aside]
        self.out.append(claim)
        self.half = half._replace(end=line.end[at - 1])

    def _side_by_side(self, head: Attribution, start: int, end: int) -> Claim:
        """Return the claim of a head on its part [start, end) of the half: X said that … and Y denied that …"""
        claim, cover = self.half.claim(head, start, end), self.cover
        claim.via, claim.channel = [*self.above, *self.aside], self.channel
        if head is self.top[0] and cover is None and retelling.leads(self.half, head):
            self._pass_through(claim, retelling.teller(self.half, head))
        claim.content = self._said(head, end)
        if cover is not None and cover.rule == "broken":
            claim.broken, claim.confidence = True, _BROKEN
        return claim

    def _said(self, head: Attribution, stop: int) -> list[Span]:
        """Return what a head says up to `stop`: no further than who stands behind its words, unless amid them."""
        line, lexicon, cover = self.half.line, self.half.lexicon, self.cover
        joined = self.ranks.joined.get(head.begin, [])
        if cover is not None and _is_amid(self.half, head, cover):
            head = head._replace(end=cover.end)
        elif cover is not None and cover.begin >= max(head.cue.last, head.end):
            stop = min(stop, line.start[cover.begin])
        out = contents.pieces(line, head, joined, stop, lexicon)
        if lexicon.speech.far_subjects and head.cue.kind == "label" and len(out) == 1:
            return contents.to_quote(line, *out[0])
        return out

    def _inside(self, head: Attribution, outer: Attribution | None) -> None:
        """Add the claim of a head inside what another says: X said that Y had denied it.

        One that is all that the other says stands for it where that is an institution: the ministry said: Y denied it.
        """
        claim = _inner(self.half, head, self.found)
        if claim.kind not in ("statement", "topic_raised") or _tells_nothing(self.half, head, claim):
            return
        if outer is not None and outer.who.key == head.who.key:
            return
        over = outer if outer is not None and self._is_within(head, outer) else None
        claim.via = [name for name in (over.who.name if over else None, *self.above, *self.aside) if name]
        if over and not over.who.name and over.who.pronoun:
            claim.channel = over.who
        if outer is None:
            self._pass_through(claim, retelling.teller(self.half, head))
        if outer and self.top and _fills(outer, head) and (outer.who.institution or outer.rule == "colon"):
            self.out = [c for c in self.out if c.who is not outer.who]
        self.out.append(claim)

    def _pass_through(self, claim: Claim, teller: Who | None) -> None:
        """Set who tells in the main clause of what is said in a clause of its own as its channel."""
        if teller is not None and teller.name:
            claim.via = [*([teller.name] if teller.name not in claim.via else []), *claim.via]
        elif teller is not None:
            claim.channel = teller

    def _is_within(self, head: Attribution, outer: Attribution) -> bool:
        """Return whether a head tells in the words of another, rather than in a clause beside them."""
        if head.rule == "verb-final" or _goes_on(self.half, head, outer, outer is self.cover):
            return False
        return outer is self.cover or (outer.cue.kind in (*TELLING, "cite") and head.begin >= outer.end)

    def _beside(self, a: Attribution) -> None:
        """Add the claim of who is named beside what is told: by a passive, or as the one quoted where no other is."""
        half, line = self.half, self.half.line
        if a.rule not in ASIDES or not a.who.name:
            return
        if a.rule == "quoted-by" and (self.out or (half.lexicon.speech.clause_starts and not (
                clauses.has_verb(line, half.first + 1, a.begin, half.lexicon)))):  # fmt: skip
            return
        passive = a.rule == "passive-agent"
        start, end = (line.start[a.begin], line.end[a.end - 1]) if passive else (half.start, half.end)
        claim = half.claim(a, start, end)
        claim.content = contents.trim(line, start, line.start[a.cue.first])
        self.out.append(claim)


def _covered(half: Half, cover: Attribution, top: list[Attribution]) -> list[Attribution]:
    """Return the heads in the words that an attribution stands behind, or between: Y, X said, denied that …"""
    if cover.begin == half.first or cover.rule == "according-to":
        return top
    amid = contents.parenthesis(half.line, cover, half.last, half.lexicon)
    return [h for h in top if h.begin < cover.begin or (amid and h.begin < cover.end + MAX_ASIDE)]


def _weighed(half: Half, cover: Attribution, covered: list[Attribution]) -> bool:
    """Return whether the first word sets two clauses side by side: While X said that …, Y noted."""
    speech = half.lexicon.speech
    return cover.cue.kind == "mark" and cover.begin > covered[0].cue.last and (
        half.line.low[half.first] in (*speech.sibling_words, *speech.apart))  # fmt: skip


def _all_say_it(half: Half, cover: Attribution, covered: list[Attribution]) -> bool:
    """Return whether all heads have the speaker of who stands behind them: X thinks it will rain, he said."""
    return cover.rule != "broken" and all(_says_it(half, cover, head) for head in covered)


def _says_it(half: Half, cover: Attribution, head: Attribution) -> bool:
    """Return whether a head has the speaker of who stands behind its words, or he is a pronoun that may mean him.

    Not if the head tells what he heard, Renner had told him, he said, nor where the head's verb follows him at once.
    """
    who = cover.who
    if head.who.key == who.key:
        return True
    if who.pronoun not in ("man", "woman", "thing", "plural") or head.begin >= cover.begin:
        return False
    if head.who.last == cover.begin and cover.end <= head.cue.group:
        return False
    return not relaying.hears(half.line, head.cue, half.lexicon) and may_mean(who.pronoun, head.who, half.cast)


def _issuer(half: Half, at: int) -> str | None:
    """Return who issued the document that ends at word `at`: le compte rendu diffusé par Astana."""
    line, last, cast = half.line, half.last, half.cast
    speech = cast.lexicon.speech
    if not speech.bare_quotes or speech.pro_drop or at + 2 >= last or line.breaks(at) or (
            line.low[at + 1] not in speech.passive_agent):  # fmt: skip
        return None
    stop = next((i for i in range(at + 3, last) if line.folded[i] in cast.lexicon.conjunctions), last)
    who = phrases.after(line, at + 2, stop, cast) if line.low[at].endswith(speech.strange_participles) else None
    return who.name if who and who.type == "organisation" else None


def _behind_colon(half: Half, cover: Attribution, top: list[Attribution]) -> int | None:
    """Return the first word of a quotation behind a colon that has a speaker of its own, None if there is none."""
    line, first, at = half.line, half.first, cover.begin
    if at <= first or line.quoted[at - 1] < 0 or cover.rule == "broken":
        return None
    at -= 1
    while at > first and line.quoted[at - 1] == line.quoted[at]:
        at -= 1
    return at if line.gap[at] == ":" and all(h.cue.last <= at for h in top) else None


def _cuts(half: Half, top: list[Attribution]) -> list[Span]:
    """Return the span of each head that stands side by side: cut where the next one's clause begins."""
    line, lexicon = half.line, half.lexicon
    bounds = [half.start]
    for head in top[1:]:
        at = head.begin
        light = lexicon.openers | set(lexicon.speech.sibling_words)
        while at > half.first + 1 and line.folded[at - 1] in light and line.gap[at] != ";":
            at -= 1
        bounds.append(line.start[at])
    bounds.append(half.end)
    return [_stripped(line, a, b, head is not top[-1]) for head, a, b in zip(top, bounds, bounds[1:], strict=False)]


def _stripped(line: Line, start: int, end: int, cut: bool) -> Span:
    """Return [start, end), where it is cut without the marks and spaces at its end."""
    while cut and end > start and line.text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _is_amid(half: Half, head: Attribution, cover: Attribution) -> bool:
    """Return whether a source stands between a verb and what is said: sagte nach Angaben des Kreml, Jane Doe komme."""
    if not cover.rule.startswith("according") or not head.cue.last <= cover.begin or cover.end >= half.last - 1:
        return False
    return not any(half.line.breaks(i) for i in range(head.cue.last, cover.begin + 1))


def _inner(half: Half, head: Attribution, found: list[Attribution]) -> Claim:
    """Return the claim of a head inside another, up to the attribution behind it: X said that Y had denied it."""
    line, lexicon, at = half.line, half.lexicon, head.begin
    first, last = line.spans[half.number]
    if at > first and line.folded[at - 1] in lexicon.clause_words and (
            line.low[at - 1] not in lexicon.speech.complementizers):  # fmt: skip
        at -= 1
    following = min((a.begin for a in found if a.begin > head.cue.last), default=half.last)
    stop = half.end if following >= last else line.start[following]
    start, end = _stripped(line, line.start[at], stop, following < last)
    claim = half.claim(head, start, end)
    claim.confidence = min(claim.confidence, _NESTED)
    claim.rule += "-nested"
    after = line.end[head.end - 1]
    claim.content = contents.trim(line, after, clauses.ends(line, after, end, lexicon))
    return claim


def _tells_nothing(half: Half, head: Attribution, claim: Claim) -> bool:
    """Return whether a head inside another is only a deed, or what nobody known says: X said critics warn of it.

    A quotation in it shows that its words are told, a clause that a deed is one in words: had promised that nobody
    would leave; so does a plain verb of saying where a group speaks.
    """
    line, speech, who = half.line, half.lexicon.speech, head.who
    anybody = who.type == "group" and (who.name or "").islower() and not who.joint
    plain = line.low[head.cue.last - 1] in speech.plain and bool(speech.clause_starts)
    deed = head.cue.kind == "act" and line.low[head.end - 1] not in speech.complementizers
    idle = deed or (anybody and not plain)
    return idle and not line.quotes_in(claim.start, claim.end)


def _goes_on(half: Half, head: Attribution, outer: Attribution, is_cover: bool) -> bool:
    """Return whether a head goes on behind an attribution as its own clause: “…,” X said, while Y insisted that."""
    line, speech, at = half.line, half.lexicon.speech, head.begin
    if at <= outer.end or not (speech.clause_starts or speech.subjects_stated):
        return False
    if at > 1 and line.low[at - 1] in speech.apart and line.quoted[at - 2] >= 0:
        return True
    joined = line.low[at - 1] in speech.sibling_words and line.breaks(at - 1)
    return is_cover and (joined or line.gap[at] == ";")


def _fills(outer: Attribution, head: Attribution) -> bool:
    """Return whether the inner claim is all that the outer one says."""
    return head.begin - outer.end <= 1
