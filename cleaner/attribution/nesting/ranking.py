"""How the attributions of a sentence stand to each other: behind the words, side by side, one inside another.

Owns their ranks, and the repairs they need before. Makes no claim, and knows of no content.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import clauses, relaying
from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.nesting.half import Half
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.judging import PART, Who, judge

ASIDES: Final = frozenset({"quoted-by", "passive-agent", "topic-by"})
"""The rules of those who are named beside what another tells."""
TELLING: Final = ("say", "tell", "report", "mark")
"""The kinds of verbs whose words go on with clauses that tell of what others said."""
_DEEDS: Final = ("act", "agree", "mark", "label", "call", "topic")
_COVERING: Final = ("inverted", "subject-verb", "inverted-pronoun", "headline-dash")
MAX_STRAY: Final = 6
"""Behind a stray stop stand so many words at most."""


class Ranks(NamedTuple):
    """The attributions of half a sentence by where they stand.

    `cover` stands behind its words or between them, `carried` go on with these, `later` are the names of who else
    stands behind them. `top` stand side by side before their words, `inner` inside what others say; `joined` are
    those that go on with one of `top`, by the word where that one begins.
    """

    cover: Attribution | None
    carried: list[Attribution]
    later: list[str]
    top: list[Attribution]
    inner: list[Attribution]
    joined: dict[int, list[Attribution]]


def ranked(half: Half, found: list[Attribution]) -> Ranks:
    """Return how the attributions of half a sentence stand to each other, asides left out."""
    main = _mended(half, [a for a in found if a.rule not in ASIDES])
    tails = [a for a in main if a.place == TAIL]
    carried = [a for a in main if a.place == HEAD and _carries(a, tails)]
    heads, joined = _merged(half.line, [a for a in main if a.place == HEAD and not _carries(a, tails)], half.cast)
    cover = tails[0] if tails else None
    later: list[str] = []
    if cover is not None:
        later = [a.who.name for a in tails[1:] if a.who.name and a.who.key != cover.who.key]
        heads = [h for h in heads if not _only_acts(half, h, cover) and not _says_nothing(h, cover)]
    top, nested = _nest(half, [h for h in heads if not _is_subordinate(half, h)])
    inner = [h for h in heads if _is_subordinate(half, h)]
    return Ranks(cover, carried, later, top, inner + nested, joined)


def cited(found: list[Attribution]) -> list[Attribution]:
    """Return the attributions with those whose words another passes on: the Post reported, citing officials."""
    citing = [a for a in found if a.rule == "citing"]
    out = [m for m in found if m.rule != "cited" or not any(a.begin <= m.begin < a.end for a in citing)]
    for a in citing:
        mains = [m for m in out if m.rule not in ASIDES and m is not a and m.rule != "citing"]
        if not mains:
            continue
        main = min(mains, key=lambda m: abs(m.begin - a.begin))
        if main.who.type != "organisation" or a.who.type == "document":
            out = [m for m in out if m is not a]
            continue
        out = [m for m in out if m is not a and m is not main]
        out += [main._replace(who=a.who), main._replace(rule="quoted-by")]
    return sorted(out, key=lambda a: a.begin)


def _mended(half: Half, main: list[Attribution]) -> list[Attribution]:
    """Return the attributions, one that a stray stop cuts off made whole: he said. the Kremlin."""
    line, last = half.line, half.last
    for a in main:
        after = a.cue.last
        if a.place == TAIL and after < last and line.gap[after] == "." and line.text[line.start[after]].islower() and (
                last - after <= MAX_STRAY and a.who.pronoun):  # fmt: skip
            who = judge(line, after, last, half.cast)
            if who and who.name and who.type == "organisation":
                whole = a._replace(who=who, rule="broken", confidence=0.8, end=last)
                return [*(m for m in main if m is not a), whole]
    return main


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
        if out and _is_same(line, head, out[-1], cast):
            if _of_himself(line, head, out[-1], cast) or _only_feels(head, out[-1]):
                continue
            if out[-1].kind != "non_statement" or head.kind == "non_statement":
                joined.setdefault(out[-1].begin, []).append(head)
                continue
        out.append(head)
    return out, joined


def _is_same(line: Line, head: Attribution, before: Attribution, cast: Cast) -> bool:
    """Return whether a head has the speaker of the one before: X said that …, and he added that …"""
    if _tells_of_another(line, head, cast):
        return False
    return head.who.key == before.who.key or (
        head.who.pronoun not in ("", "role", PART) and may_mean(head.who.pronoun, before.who, cast))  # fmt: skip


def _tells_of_another(line: Line, head: Attribution, cast: Cast) -> bool:
    """Return whether a pronoun behind a colon tells what its listener heard: Un altro ricorda: lei gli ha detto."""
    if line.gap[head.begin] != ":" or head.who.pronoun not in ("man", "woman"):
        return False
    speech = cast.lexicon.speech
    return any(line.low[i] in speech.hearsay for i in range(head.cue.group, head.cue.last)) or bool(
        relaying.told_back(line, head.cue.group, head.cue.last, cast.lexicon))


def may_mean(pronoun: str, who: Who, cast: Cast) -> bool:
    """Return whether a pronoun may stand for a speaker: no “she” for Mr. Smith."""
    if not who.name and {pronoun, who.pronoun} == {"man", "woman"}:
        return False
    return not who.name or bool(who.joint) or may_be(who.name, pronoun, cast)


def _of_himself(line: Line, head: Attribution, outer: Attribution, cast: Cast) -> bool:
    """Return whether a verb stands inside what its speaker says: X said he had asked Y to leave and had told Z so."""
    if outer.cue.kind not in TELLING or head.begin < outer.end or head.who.pronoun == "plural":
        return False
    lexicon = cast.lexicon
    past = line.low[head.cue.group] in lexicon.speech.before_past and line.low[outer.cue.group] not in (
        lexicon.speech.before_past)  # fmt: skip
    if head.rule == "carried":
        within = past or line.low[head.cue.group] in lexicon.moods
        return within and not head.cue.gerund and clauses.has_verb(line, outer.end, head.begin, lexicon)
    opens = head.begin == outer.end or line.low[head.begin - 1] in lexicon.speech.complementizers
    return bool(lexicon.speech.before_past) and (opens or past)


def _only_feels(head: Attribution, before: Attribution) -> bool:
    """Return whether a speaker's stance or deed is no claim beside what he said before: X said he opposed the plan."""
    return bool(head.who.pronoun) and head.kind in ("non_statement", "stance") and (
        head.begin <= before.end or (head.kind == "stance" and before.kind != "stance"))  # fmt: skip


def _only_acts(half: Half, head: Attribution, cover: Attribution) -> bool:
    """Return whether a group or a place only acts in what another says: dockers reject an offer, the union said."""
    line, lexicon = half.line, half.lexicon
    if head.cue.kind not in _DEEDS or head.who.key == cover.who.key or cover.rule not in _COVERING:
        return False
    if head.who.type == "person" or head.who.institution or head.who.joint or head.begin >= cover.begin:
        return False
    if head.cue.kind == "mark" and line.low[head.end - 1] in lexicon.speech.complementizers:
        return False
    return not relaying.told_back(line, head.cue.group, head.cue.last, lexicon)


def _says_nothing(head: Attribution, cover: Attribution) -> bool:
    """Return whether somebody says nothing in what another tells behind it: X did not answer, Y said."""
    return head.kind == "non_statement" and head.begin <= cover.begin and head.who.key != cover.who.key


def _is_subordinate(half: Half, a: Attribution) -> bool:
    """Return whether the clause of an attribution hangs on another: when X demanded, that X said."""
    line, lexicon, at = half.line, half.lexicon, a.begin
    siblings = lexicon.speech.sibling_words
    if at <= half.first or (line.breaks(at) and line.gap[at] != " "):
        return False
    word, before = line.low[at - 1], line.folded[at - 1]
    if word in lexicon.speech.complementizers and at - 1 > half.first and line.low[at - 2] in siblings:
        return _and_that(half, a)
    return before in lexicon.clause_words and before not in lexicon.pronouns and word not in siblings


def _and_that(half: Half, a: Attribution) -> bool:
    """Return whether a clause goes on with “and that” in what another says: X said it was late and that Y had told him.

    Its own verb of telling tells then what X heard.
    """
    line, at = half.line, a.begin
    lexicon = half.lexicon
    return at - 2 > half.first and line.folded[at - 2] in lexicon.conjunctions and line.gap[at - 1] == " " and bool(
        relaying.told_back(line, a.cue.group, a.cue.last, lexicon)or a.who.pronoun == "")  # fmt: skip


def _nest(half: Half, heads: list[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """Return the heads that stand side by side, and those inside what the one before says: X said Y had agreed."""
    beside = heads[:1]
    nested: list[Attribution] = []
    for head in heads[1:]:
        outer = beside[-1]
        inside = outer.cue.kind in TELLING or _in_clause(half, head)
        if inside and not any(is_beside(half, head, outer) for is_beside in _BESIDE):
            nested.append(head)
        else:
            beside.append(head)
    return beside, nested


def _in_clause(half: Half, head: Attribution) -> bool:
    """Return whether a head stands in a clause right behind its first word: announced a plan that X rejects."""
    line, speech = half.line, half.lexicon.speech
    return bool(speech.clause_starts) and not line.breaks(head.begin) and (
        line.low[head.begin - 1] in (*speech.complementizers, *half.lexicon.relatives))  # fmt: skip


def _starts_anew(half: Half, head: Attribution, _outer: Attribution) -> bool:
    """Return whether a head begins behind a semicolon or a word that sets clauses side by side: …, but Y said that."""
    line, lexicon = half.line, half.lexicon
    if head.rule == "carried" or line.gap[head.begin] == ";":
        return True
    at = head.begin - 1
    at -= at > half.first and line.low[at] in lexicon.speech.complementizers
    word = line.folded[at] if at >= half.first else ""
    return word in lexicon.speech.sibling_words or word in lexicon.openers


def _is_weighed(half: Half, head: Attribution, outer: Attribution) -> bool:
    """Return whether the first word sets the clause of the one before beside this one: While X said that …, Y said."""
    line, speech = half.line, half.lexicon.speech
    return line.low[half.first] in speech.sibling_words and outer.begin == half.first + 1 and (
        bool(speech.clause_starts) and line.gap[head.begin] == ",")  # fmt: skip


def _points_back(half: Half, head: Attribution, _outer: Attribution) -> bool:
    """Return whether a head takes up all that was said before it: X a tout nié, ce que conteste Y."""
    line, lexicon = half.line, half.lexicon
    return bool(lexicon.speech.subjects_stated) and line.gap[head.begin] == "," and (
        lexicon.pronouns.get(line.folded[head.begin]) == "thing")  # fmt: skip


def _quotes_anew(half: Half, head: Attribution, _outer: Attribution) -> bool:
    """Return whether a head stands between a quotation with a comma and one of its own: “…”, Y estime que “…”."""
    line, at = half.line, head.begin
    return bool(half.lexicon.speech.subjects_stated) and line.quoted[at - 1] >= 0 and (
        "," in line.text[line.end[at - 1] : line.start[at]]
        and any(line.quoted[i] >= 0 for i in range(head.end, len(line.low))))  # fmt: skip


def _is_behind(_half: Half, head: Attribution, outer: Attribution) -> bool:
    """Return whether what the one before says has ended: X’s claim that it works has been rejected, as Y said."""
    return 0 < outer.stop <= head.begin


_BESIDE: Final[tuple[Callable[[Half, Attribution, Attribution], bool], ...]] = (
    _starts_anew, _is_weighed, _points_back, _quotes_anew, _is_behind)  # fmt: skip
"""What sets a head beside the one before, any of them."""
