"""What is nested in what: the attributions of one sentence as claims with their spans, contents and channels."""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import PART, Who, judge
from cleaner.attribution.people.trail import may_be
from cleaner.attribution.sentence import clauses, contents, parted, relaying
from cleaner.attribution.sentence.found import HEAD, TAIL, Attribution, Claim
from cleaner.attribution.words.pack import Lexicon
from cleaner.tables.rows import Span

_ASIDES = frozenset({"quoted-by", "passive-agent", "topic-by"})
MAX_ASIDE = 24
"""What is said goes on behind an aside within so many words."""
_MARKS = " \u00a0\u202f\t\n,;:–—-."


def combine(line: Line, number: int, found: list[Attribution], cast: Cast) -> list[Claim]:
    """Return the claims of one sentence from its attributions, which stand in order."""
    out: list[Claim] = []
    for first, last, mine in parted.halves(line, number, found, cast.lexicon) if found else ():
        start, end = line.sentences[number]
        start = start if first == line.spans[number][0] else line.start[first]
        end = end if last == line.spans[number][1] else _until(line, last)
        out += _combined(line, number, (first, last), (start, end), mine, cast)
    return out


def _until(line: Line, last: int) -> int:
    """Return the offset of the semicolon or comma before word `last`, else where the word before it ends."""
    at = line.end[last - 1]
    return next((i for i in range(at, line.start[last]) if line.text[i] in ";,"), at)


def _combined(line: Line, number: int, words: Span, span: Span, found: list[Attribution], cast: Cast) -> list[Claim]:
    """Return the claims of one half of a sentence, which are those of the whole in most."""
    (first, last), (start, end) = words, span
    found = _cited(found)
    channels = [name for a in found if (name := a.channel or (a.who.name if a.rule == "quoted-by" else None))]
    main = [a for a in found if a.rule not in _ASIDES]
    out: list[Claim] = []
    if broken := _broken(line, main, first, last, cast):
        main = [a for a in main if a is not broken[0]]
        main.append(broken[1])
    tails = [a for a in main if a.place == TAIL]
    heads, joined = _merged(line, [a for a in main if a.place == HEAD and not _carries(a, tails)], cast)
    carried = [a for a in main if a.place == HEAD and _carries(a, tails)]
    cover = tails[0] if tails else None
    later = [a.who.name for a in tails[1:] if a.who.name and cover and a.who.key != cover.who.key]
    if cover is not None:
        heads = [h for h in heads if not _deed(line, h, cover, cast)]
        heads = [h for h in heads if h.kind != "non_statement" or h.begin > cover.begin or h.who.key == cover.who.key]
    top = [h for h in heads if not _subordinate(line, h, first, cast)]
    inner = [h for h in heads if h not in top]
    top, nested = _nest(line, top, first, cast)
    inner += nested
    channel: Who | None = None
    if cover is not None:
        after = [h for h in top if h.begin > cover.begin]
        amid = contents.parenthesis(line, cover, last, cast.lexicon)
        covered = [h for h in top if h.begin < cover.begin or cover.begin == first or cover.rule == "according-to"
                   or (amid and h.begin < cover.end + MAX_ASIDE)]  # fmt: skip
        same = [
            h
            for h in covered
            if h.who.key == cover.who.key
            or (cover.who.pronoun in ("man", "woman", "thing", "plural") and h.begin < cover.begin
                and not relaying.hears(line, h.cue, cast.lexicon) and _may_mean(cover.who.pronoun, h.who, cast)
                and not (h.who.last == cover.begin and cover.end <= h.cue.group))
        ]
        contrasted = covered and cover.cue.kind == "mark" and cover.begin > covered[0].cue.last and (
            line.low[first] in (*cast.lexicon.speech.sibling_words, *cast.lexicon.speech.apart))  # fmt: skip
        if contrasted:
            cover = None
        elif cover.rule != "broken" and same:
            cover = None if len(same) == len(covered) else cover
        if cover is not None and not covered:
            claim = _claim(line, cover, start, end, number)
            claim.via = [*later, *channels]
            stop = line.start[carried[0].begin] if carried else end
            stop = min(stop, *(line.start[h.begin] for h in (*after, *inner)
                               if h.begin > cover.begin and h.who.key != cover.who.key), stop)  # fmt: skip
            claim.content = contents.around(line, cover, start, stop, cast.lexicon)
            for more, then in zip(carried, [*carried[1:], None], strict=False):
                stop = line.start[then.begin] if then else end
                claim.content += contents.trim(line, line.end[more.end - 1], stop) if more.kind == cover.kind else []
            out.append(claim)
            top = []
            inner += [h for h in after if h.who.key != cover.who.key and h.who.pronoun in ("", PART)]
        elif cover is not None:
            name = cover.who.name if _is_channel(cover.who) else None
            if cover.who.pronoun or cover.who.hint or (cover.who.noun and not cover.who.institution):
                name, channel = None, cover.who
            if cover.rule == "stands" and cover.who.type == "document" and cast.body:
                name = cast.body
            if cover.who.type == "document" and (by := _issuer(line, cover.who.last, last, cast)):
                name, channel = by, None
            later = [*(cover.who.joint or ([name] if name else [])), *later]
    if cover is not None and top and (apart := _after_colon(line, cover, top, first)) is not None:
        claim = _claim(line, cover, line.start[apart] - 1, end, number)
        claim.start = line.outer[line.quoted[apart]].start
        claim.content, claim.via = contents.around(line, cover, claim.start, end, cast.lexicon), [*later[1:], *channels]
        out.append(claim)
        later, end, cover = later[1:], line.end[apart - 1], None
    cuts = _cuts(line, top, first, start, end, cast)
    for head, (a, b) in zip(top, cuts, strict=True):
        claim = _claim(line, head, a, b, number)
        claim.via, claim.channel = [*later, *channels], channel
        stop = line.start[cover.begin] if cover and cover.begin >= max(head.cue.last, head.end) else b
        if cover is not None and _amid(line, head, cover, last):
            head, stop = head._replace(end=cover.end), b
        claim.content = contents.pieces(line, head, joined.get(head.begin, []), min(b, stop), cast.lexicon)
        if cast.lexicon.speech.far_subjects and head.cue.kind == "label" and len(claim.content) == 1:
            claim.content = contents.to_quote(line, *claim.content[0])
        if cover is not None and cover.rule == "broken":
            claim.broken, claim.confidence = True, 0.8
        out.append(claim)
    outer = top[0] if top else cover
    for head in inner:
        following = [a.begin for a in found if a.begin > head.cue.last]
        claim = _inner(line, head, min(following, default=last), start, end, number, cast)
        anybody = head.who.type == "group" and (head.who.name or "").islower() and not head.who.joint
        plain = line.low[head.cue.last - 1] in cast.lexicon.speech.plain and bool(cast.lexicon.speech.clause_starts)
        bare = (head.cue.kind == "act" or (anybody and not plain)) and not line.quotes_in(claim.start, claim.end)
        if (claim.kind == "statement" or claim.kind == "topic_raised") and not bare:
            beside = outer is not None and _apart(line, head, outer, cast.lexicon, outer is cover)
            beside = beside or head.rule == "verb-final"
            within = outer is not None and not beside and (outer is cover or (
                outer.cue.kind in ("say", "tell", "report", "mark", "cite") and head.begin >= outer.end))  # fmt: skip
            claim.via = [n for n in (outer.who.name if outer and within else None, *later, *channels) if n]
            if outer and within and not outer.who.name and outer.who.pronoun:
                claim.channel = outer.who
            if outer and outer.who.key == head.who.key:
                continue
            if outer and top and _fills(line, outer, head) and (outer.who.institution or outer.rule == "colon"):
                out = [c for c in out if c.who is not outer.who]
            out.append(claim)
    for aside in found:
        if aside.rule == "quoted-by" and cast.lexicon.speech.clause_starts and not (
                clauses.has_verb(line, first + 1, aside.begin, cast.lexicon)):  # fmt: skip
            continue
        if aside.rule in _ASIDES and (aside.rule != "quoted-by" or not out) and aside.who.name:
            a = line.start[aside.begin] if aside.rule == "passive-agent" else start
            b = line.end[aside.end - 1] if aside.rule == "passive-agent" else end
            claim = _claim(line, aside, a, b, number)
            claim.content = contents.trim(line, a, line.start[aside.cue.first])
            out.append(claim)
    return out


def _cited(found: list[Attribution]) -> list[Attribution]:
    """Return the attributions with those whose words another passes on: the Post reported, citing officials."""
    out = list(found)
    for a in found:
        mains = [m for m in out if m.rule not in _ASIDES and m is not a and m.rule != "citing"]
        if a.rule != "citing" or not mains:
            continue
        main = min(mains, key=lambda m: abs(m.begin - a.begin))
        if main.who.type != "organisation" or a.who.type == "document":
            out = [m for m in out if m is not a]
            continue
        out = [m for m in out if m is not a and m is not main]
        out += [main._replace(who=a.who), main._replace(rule="quoted-by")]
    return sorted(out, key=lambda a: a.begin)


def _claim(line: Line, a: Attribution, start: int, end: int, number: int) -> Claim:
    wordless = a.rule == "headline-dash" or a.cue.first >= a.cue.last  # a dash or a colon alone
    cue = None if wordless else (line.start[a.cue.first], line.end[a.cue.last - 1])
    return Claim(a.who, cue, start, end, a.kind, a.rule, a.confidence, addressee=a.addressee, sentence=number,
                 broken=a.rule == "broken", reported=a.reported)  # fmt: skip


def _broken(
    line: Line, main: list[Attribution], first: int, last: int, cast: Cast
) -> tuple[Attribution, Attribution] | None:
    """Return an attribution cut off by a stray stop (he said. the Kremlin.), and what it must have been."""
    for a in main:
        after = a.cue.last
        if a.place == TAIL and after < last and line.gap[after] == "." and line.text[line.start[after]].islower() and (
                last - after <= 6 and a.who.pronoun):  # fmt: skip
            who = judge(line, after, last, cast)
            if who and who.name and who.type == "organisation":
                return a, a._replace(who=who, rule="broken", confidence=0.8, end=last)
    return None


def _deed(line: Line, head: Attribution, cover: Attribution, cast: Cast) -> bool:
    """Return whether a group or a place only acts in what another says: dockers reject an offer, the union said."""
    if head.cue.kind not in ("act", "agree", "mark", "label", "call", "topic") or head.who.key == cover.who.key:
        return False
    if head.cue.kind == "mark" and line.low[head.end - 1] in cast.lexicon.speech.complementizers:
        return False
    if relaying.told_back(line, head.cue.group, head.cue.last, cast.lexicon):
        return False
    if cover.rule not in ("inverted", "subject-verb", "inverted-pronoun", "headline-dash"):
        return False
    return head.who.type != "person" and not head.who.institution and not head.who.joint and head.begin < cover.begin


def _carries(a: Attribution, tails: list[Attribution]) -> bool:
    """Return whether a verb carries on what an attribution behind its words says: “…,” X said, adding that."""
    return bool(tails) and a.cue.first >= tails[0].cue.last and a.who.key == tails[0].who.key and (
        a.rule == "carried" or a.begin > tails[0].begin)  # fmt: skip


def _merged(
    line: Line, heads: list[Attribution], cast: Cast
) -> tuple[list[Attribution], dict[int, list[Attribution]]]:
    """Return the heads without those that carry on the one before, and the latter by where that one begins.

    What carries on has the same speaker, or a pronoun for him; what he says of his own words he only says.
    """
    out: list[Attribution] = []
    joined: dict[int, list[Attribution]] = {}
    for head in heads:
        same = out and (head.who.key == out[-1].who.key or (
            head.who.pronoun not in ("", "role", PART) and _may_mean(head.who.pronoun, out[-1].who, cast)))  # fmt: skip
        if same and _of_himself(line, head, out[-1], cast.lexicon):
            continue
        if same and head.who.pronoun and head.kind in ("non_statement", "stance") and (
                head.begin <= out[-1].end or (head.kind == "stance" and out[-1].kind != "stance")):  # fmt: skip
            continue
        if same and not (out[-1].kind == "non_statement" != head.kind):
            joined.setdefault(out[-1].begin, []).append(head)
            continue
        out.append(head)
    return out, joined


def _may_mean(pronoun: str, who: Who, cast: Cast) -> bool:
    """Return whether a pronoun may stand for a speaker: no “she” for Mr. Smith."""
    if not who.name and {pronoun, who.pronoun} == {"man", "woman"}:
        return False
    return not who.name or bool(who.joint) or may_be(who.name, pronoun, cast)


def _of_himself(line: Line, head: Attribution, outer: Attribution, lexicon: Lexicon) -> bool:
    """Return whether a verb stands inside what its speaker says: X said he had asked Y to leave and had told Z so."""
    if outer.cue.kind not in ("say", "tell", "report", "mark") or head.begin < outer.end:
        return False
    if head.who.pronoun == "plural":
        return False
    past = line.low[head.cue.group] in lexicon.speech.before_past and line.low[outer.cue.group] not in (
        lexicon.speech.before_past)  # fmt: skip
    if head.rule == "carried":
        within = past or line.low[head.cue.group] in lexicon.moods
        return within and not head.cue.gerund and clauses.has_verb(line, outer.end, head.begin, lexicon)
    opens = head.begin == outer.end or line.low[head.begin - 1] in lexicon.speech.complementizers
    return bool(lexicon.speech.before_past) and (opens or past)


def _subordinate(line: Line, a: Attribution, first: int, cast: Cast) -> bool:
    """Return whether the clause of an attribution hangs on another: when X demanded, that X said."""
    at = a.begin
    if at <= first:
        return False
    lexicon = cast.lexicon
    before = line.folded[at - 1]
    if line.low[at - 1] in lexicon.speech.complementizers and at - 1 > first and (
            line.low[at - 2] in lexicon.speech.sibling_words):  # fmt: skip
        return False
    if line.breaks(at) and line.gap[at] != " ":
        return False
    return before in lexicon.clause_words and before not in lexicon.pronouns and (
        line.low[at - 1] not in lexicon.speech.sibling_words)  # fmt: skip


def _nest(line: Line, top: list[Attribution], first: int, cast: Cast) -> tuple[list[Attribution], list[Attribution]]:
    """Return the heads that stand side by side, and those inside what the first one says."""
    if len(top) < 2:
        return top, []
    lexicon = cast.lexicon
    beside, nested = [top[0]], []
    for head in top[1:]:
        outer = beside[-1]
        at = head.begin - 1
        at -= at > first and line.low[at] in lexicon.speech.complementizers
        word = line.folded[at] if at >= first else ""
        sibling = (
            head.rule == "carried"
            or line.gap[head.begin] == ";"
            or word in lexicon.speech.sibling_words
            or word in lexicon.openers
        )
        sibling = sibling or (line.low[first] in lexicon.speech.sibling_words and outer.begin == first + 1
                              and bool(lexicon.speech.clause_starts) and line.gap[head.begin] == ",")  # fmt: skip
        apart = bool(lexicon.speech.subjects_stated) and line.quoted[head.begin - 1] >= 0 and "," in line.text[
            line.end[head.begin - 1] : line.start[head.begin]]  # fmt: skip
        points = line.gap[head.begin] == "," and lexicon.pronouns.get(line.folded[head.begin]) == "thing"
        sibling = sibling or (points and bool(lexicon.speech.subjects_stated))  # …, ce que conteste X
        sibling = sibling or (apart and any(line.quoted[i] >= 0 for i in range(head.end, len(line.low))))
        clause = line.low[head.begin - 1] in (*lexicon.speech.complementizers, *lexicon.relatives) and (
            bool(lexicon.speech.clause_starts) and not line.breaks(head.begin))  # fmt: skip
        sibling = sibling or 0 < outer.stop <= head.begin
        if not sibling and (clause or outer.cue.kind in ("say", "tell", "report", "mark")):
            nested.append(head)
        else:
            beside.append(head)
    return beside, nested


def _apart(line: Line, head: Attribution, cover: Attribution, lexicon: Lexicon, tail: bool) -> bool:
    """Return whether a head goes on behind an attribution as its own clause: “…,” X said, while Y insisted that."""
    at = head.begin
    joined = line.low[at - 1] in lexicon.speech.sibling_words and line.breaks(at - 1)
    amid = at > 1 and line.low[at - 1] in lexicon.speech.apart and line.quoted[at - 2] >= 0
    return bool(lexicon.speech.clause_starts or lexicon.speech.subjects_stated) and at > cover.end and (
        amid or (tail and (joined or line.gap[at] == ";")))  # fmt: skip


def _cuts(line: Line, top: list[Attribution], first: int, start: int, end: int, cast: Cast) -> list[Span]:
    """Return the span of each head that stands side by side: cut where the next one's clause begins."""
    bounds = [start]
    for head in top[1:]:
        at = head.begin
        light = cast.lexicon.openers | set(cast.lexicon.speech.sibling_words)
        while at > first + 1 and line.folded[at - 1] in light and line.gap[at] != ";":
            at -= 1
        bounds.append(line.start[at])
    bounds.append(end)
    return [_stripped(line, a, b, head is not top[-1]) for head, a, b in zip(top, bounds, bounds[1:], strict=False)]


def _stripped(line: Line, start: int, end: int, cut: bool) -> Span:
    while cut and end > start and line.text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _inner(line: Line, head: Attribution, following: int, start: int, end: int, number: int, cast: Cast) -> Claim:
    at = head.begin
    speech = cast.lexicon.speech
    first, last = line.spans[number]
    if (
        at > first
        and line.folded[at - 1] in cast.lexicon.clause_words
        and line.low[at - 1] not in speech.complementizers
    ):
        at -= 1
    stop = end if following >= last else line.start[following]
    a, b = _stripped(line, line.start[at], stop, following < last)
    claim = _claim(line, head, a, b, number)
    claim.confidence = min(claim.confidence, 0.85)
    claim.rule += "-nested"
    after = line.end[head.end - 1]
    claim.content = contents.trim(line, after, clauses.ends(line, after, b, cast.lexicon))
    return claim


def _fills(line: Line, outer: Attribution, head: Attribution) -> bool:
    """Return whether the inner claim is all that the outer one says."""
    return head.begin - outer.end <= 1


def _after_colon(line: Line, cover: Attribution, top: list[Attribution], first: int) -> int | None:
    """Return the first word of a quotation behind a colon that has a speaker of its own, None if there is none."""
    at = cover.begin
    if at <= first or line.quoted[at - 1] < 0 or cover.rule == "broken":
        return None
    at -= 1
    while at > first and line.quoted[at - 1] == line.quoted[at]:
        at -= 1
    return at if line.gap[at] == ":" and all(h.cue.last <= at for h in top) else None


def _issuer(line: Line, at: int, last: int, cast: Cast) -> str | None:
    """Return who issued the document that ends at word `at`: le compte rendu diffusé par Astana."""
    speech = cast.lexicon.speech
    if not speech.bare_quotes or speech.pro_drop or at + 2 >= last or line.breaks(at) or (
            line.low[at + 1] not in speech.passive_agent):  # fmt: skip
        return None
    stop = next((i for i in range(at + 3, last) if line.folded[i] in cast.lexicon.conjunctions), last)
    who = phrases.after(line, at + 2, stop, cast) if line.low[at].endswith(speech.strange_participles) else None
    return who.name if who and who.type == "organisation" else None


def _amid(line: Line, head: Attribution, cover: Attribution, last: int) -> bool:
    """Return whether a source stands between a verb and what is said: sagte nach Angaben des Kreml, Jane Doe komme."""
    if not cover.rule.startswith("according") or not head.cue.last <= cover.begin or cover.end >= last - 1:
        return False
    return not any(line.breaks(i) for i in range(head.cue.last, cover.begin + 1))


def _is_channel(who: Who) -> bool:
    """Return whether a speaker is named well enough to stand as a channel."""
    return bool(who.name)
