"""Whom something was said to: told reporters, wrote in a letter to lawmakers, said in an interview with the BBC.

Owns the place of the one addressed around a cue. Who speaks is found elsewhere.
"""

from __future__ import annotations

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who, judge

MAX_FRAME = 12
"""The letter or interview that names the one addressed stands within so many words of the verb."""


def told(line: Line, at: int, last: int, cue: Cue, cast: Cast, place: str) -> tuple[Who | None, int]:
    """Return to whom it was said, as the words at `at` tell, and where what is said begins."""
    speech = cast.lexicon.speech
    if at >= last or line.breaks(at) or line.low[at] in speech.complementizers:
        return None, at
    if speech.clause_starts and line.low[at] in speech.addressee_stops:
        return None, at
    if cue.kind != "tell" and line.low[cue.last - 1] in speech.addressing:
        then = next((i for i in range(at + 1, min(last, at + MAX_FRAME // 2)) if line.breaks(i)
                     or line.low[i] in speech.complementizers or line.low[i] in speech.prepositions), last)  # fmt: skip
        if then < last and line.low[then] in speech.complementizers and not line.breaks(then) and (
                line.folded[at] not in cast.lexicon.prepositions):  # fmt: skip
            return _named(line, at, then, cast), then
    if speech.addressee_prepositions:
        for step in range(3):
            i = at + step
            if (
                i + 1 < last
                and not line.breaks(i)
                and line.low[i] in speech.addressee_prepositions
                and cue.kind in ("say", "tell", *(("mark",) if speech.pro_drop else ()))
            ):
                told = i + 1 + (line.folded[i + 1] in cast.lexicon.determiners)
                if (hit := cast.lexicon.institutions.at(line.folded, told, last)) and speech.far_subjects:
                    return Who(i + 1, hit[0], str(hit[1]), "organisation", institution=True), hit[0]
                who = phrases.after(line, i + 1, last, cast)
                if who and who.type == "group" and speech.far_subjects:
                    return who, who.last
                return (who, who.last) if who and who.type == "person" else (None, at)
        return None, at
    if cue.kind != "tell":
        to = cue.kind == "say" and line.low[at] in speech.addressee_linking
        who = _named(line, at + 1, last, cast) if to and at + 1 < last else None
        return who, who.last if who else at
    if speech.addressee_pronouns and line.folded[at] in cast.lexicon.prepositions:
        return None, at
    if line.low[at] in speech.addressee_pronouns:
        return Who(at, at + 1, line.low[at], "person"), at + 1
    end = at
    while (
        end < last
        and end - at < 10
        and not (
            line.breaks(end)
            or (
                end > at
                and (
                    line.low[end] in speech.addressee_stops
                    or (speech.clause_starts and _clause(line, end, at, cast))
                    or (line.folded[end] in cast.lexicon.prepositions - cast.lexicon.inner)
                )
            )
        )
    ):
        end += 1
    named = line.word_at(line.name_at[at].end) if at in line.name_at else end
    if named < end and not (speech.clause_starts and cast.lexicon.nouns.at(line.folded, named, last)):
        end = named
        end += speech.clause_starts != () and end < last and line.low[end].isdigit() and not line.breaks(end)
    named = end
    if speech.clause_starts and end < last and _possessive(line, end):
        behind = end + (line.gap[end] == APOSTROPHE and len(line.low[end]) == 1)
        end = _past_show(line, behind, last, cast)
        host = cast.person(line.name_at[behind]) if behind in line.name_at else None
        if host:
            return Who(behind, line.word_at(line.name_at[behind].end), host.name, "person"), end
    who = judge(line, at, named, cast) if named > at else None
    if who and who.type == "person" and end - at > 4 and not cast.named(who.name or ""):
        who = None
    if who is None and speech.addressee_pronouns and end - at <= 6:
        who = _named(line, at, end, cast)
    while end < last and end - at < 16 and line.low[end] not in speech.complementizers and not line.breaks(end) and (
            line.folded[end] in cast.lexicon.adverbs):  # fmt: skip
        end += 1
    while end > at + 1 and line.folded[end - 1] in cast.lexicon.prepositions:
        end -= 1
    return who, end


def _clause(line: Line, i: int, at: int, cast: Cast) -> bool:
    """Return whether what is said begins with word i, behind whom it was said to: told voters the plan, told police X.

    A determiner opens it, or a capital behind the noun for several.
    """
    lexicon, before = cast.lexicon, line.folded[i - 1]
    light = lexicon.determiners | lexicon.inner | lexicon.prepositions | lexicon.adverbs
    if i <= at or before in light or line.gap[i] != " " or line.gap[i - 1] == APOSTROPHE:
        return False
    if line.folded[i] in lexicon.determiners - lexicon.inner and not (line.capital(i) and line.capital(i - 1)):
        return True
    hit = lexicon.nouns.at(line.folded, i - 1, i)
    several = (hit is not None and hit[1] == "group") or line.low[i - 1].endswith(lexicon.speech.plural_endings)
    return several and line.capital(i) and not line.capital(i - 1) and line.folded[i] not in lexicon.times


def _possessive(line: Line, i: int) -> bool:
    """Return whether the word before word i is a possessor: NBC's, CBS'."""
    return line.gap[i] == APOSTROPHE or line.text[line.end[i - 1] : line.end[i - 1] + 1] in ("'", "’")


def _past_show(line: Line, at: int, last: int, cast: Cast) -> int:
    """Return the word behind what belongs to the one addressed: NBC's “Meet the Press”, the BBC's Newsnight."""
    end = at
    while end < min(last, at + MAX_FRAME) and line.low[end] not in cast.lexicon.speech.complementizers and (
            line.quoted[end] >= 0 or line.capital(end) or line.folded[end] in cast.lexicon.inner
            or line.folded[end] in cast.lexicon.name_bodies) and (
            line.low[end] not in cast.lexicon.speech.clause_starts):  # fmt: skip
        end += 1
    return end


def _named(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return the phrase at word `at` as one addressed, whatever its noun: the jury, a news conference, lawmakers."""
    lexicon = cast.lexicon
    who = phrases.after(line, at, last, cast)
    if who is not None and (who.name or who.pronoun):
        return who
    end = at
    while end < last and end - at < 6 and not line.breaks(end) and line.low[end] not in lexicon.speech.addressee_stops:
        end += 1
    start = at + (at < end and line.folded[at] in lexicon.determiners)
    return Who(at, end, trimmed(line, start, end), "group") if start < end else None


def framed(line: Line, cue: Cue, who: Who, first: int, last: int, cast: Cast) -> Who | None:
    """Return the one addressed whom a letter, a note or an interview beside the verb names."""
    table = cast.lexicon.addressed
    near = (*range(cue.last, min(last, cue.last + MAX_FRAME)), *range(max(first, who.first - MAX_FRAME), who.first))
    for i in near:
        if line.quoted[i] < 0 and (hit := table.at(line.folded, i, last)) and hit[0] < last:
            return _named(line, hit[0], last, cast)
    return None
