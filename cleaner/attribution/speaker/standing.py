"""Bodies and documents in front of a verb without a subject: В полиции сообщили; Auf dem Schild stand; in the letter.

Owns what stands in front of words that are written or told somewhere. Chooses no order of words.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.speaker import adjuncts
from cleaner.attribution.words.pack import Lexicon

MAX_TITLE: Final = 4
"""The name of a paper in quotation marks has fewer words."""
MAX_OBJECT: Final = 9
"""What a body speaks of has so many words at most where it stands between the body and its verb."""


def fronted(line: Line, cue: Cue, first: int, cast: Cast, far: bool = False) -> Who | None:
    """Return the body that opens the clause of a verb for several: В полиции сообщили.

    `far`: what the verb speaks of may stand between: В полиции эти сведения опровергли.
    """
    lexicon = cast.lexicon
    at = _past_light(line, clause_start(line, cue.group, first), cue.group, lexicon.somewhere_plural, lexicon)
    if at + 1 >= cue.group or line.folded[at] not in lexicon.somewhere_plural:
        return None
    titles = (i for i in range(at + 2, cue.group) if i in line.title_at)
    most = next((i for i in titles if adjuncts.told_paper(line, i, lexicon)), cue.group)
    who = phrases.after(line, at + 1, most, cast) or phrases.quoted_name(line, at + 1, most, cast, bare=True)
    if (who is None or not who.name or who.type in ("person", "document")) and line.capital(at + 1):
        stop = at + 2
        while stop < cue.group and line.capital(stop) and not line.breaks(stop) and (
                lexicon.institutions.at(line.folded, stop, cue.group) is None):  # fmt: skip
            stop += 1
        who = Who(at + 1, stop, line.slice(at + 1, stop), "organisation")
    if who is None or not who.name or who.type not in ("organisation", "group"):
        return None
    light = lexicon.adverbs | lexicon.times
    between = [i for i in range(who.last, cue.group) if line.folded[i] not in light and not line.capital(i)
               and not line.low[i].endswith(lexicon.speech.dative_endings or "\n")]  # fmt: skip
    if (far and (len(between) > MAX_OBJECT or any(line.quoted[i] >= 0 for i in between))) or (
            not far and any(line.quoted[i] < 0 for i in between)):  # fmt: skip
        return None
    return who._replace(name=_first_case(line, who, lexicon))


def stood(line: Line, cue: Cue, first: int, cast: Cast) -> Who | None:
    """Return the document or body that opens the clause of words that stand written: В отчете говорится."""
    lexicon = cast.lexicon
    start = clause_start(line, cue.group, first)
    stop = cue.group
    before = clause_start(line, start - 1, first) if start > first and line.gap[start] == "," else start
    if before < start and (_hangs(line, before, start, lexicon) or any(
            line.folded[i] in lexicon.relatives for i in range(before, min(before + 3, start)))):  # fmt: skip
        stop, start = before, clause_start(line, before - 1, first)  # в акте, копию которого показал X, указано
    elif before < start == stop and lexicon.speech.pro_drop:
        start = before  # No PS, admite-se
    at = _past_light(line, start, stop, lexicon.prepositions, lexicon)
    if at + 1 >= stop or line.folded[at] not in lexicon.prepositions:
        return None
    who = phrases.after(line, at + 1, stop, cast)
    if who is None or not who.name or who.type not in ("document", "organisation", "group"):
        return None
    if who.last < stop and _hangs(line, who.last, stop, lexicon):
        return who
    if any(line.folded[i] not in lexicon.adverbs | lexicon.times for i in range(who.last, stop)):
        return None
    return who._replace(name=_first_case(line, who, lexicon))


def signed(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return who wrote the document that ends at word `at`: no ofício que X enviou; in una lettera firmata da X."""
    lexicon, verbs = cast.lexicon, cast.lexicon.speech.signed
    if not verbs or at + 2 >= last:
        return None
    if line.low[at].startswith(verbs) and line.low[at + 1] in lexicon.speech.passive_agent:
        who = phrases.after(line, at + 2, last, cast)
    elif line.folded[at] in lexicon.relatives and not line.breaks(at + 1):
        who = phrases.after(line, at + 1, last, cast)
        near = range(who.last, min(last, who.last + 4)) if who else ()
        who = who if any(line.low[i].startswith(verbs) for i in near) else None
    else:
        return None
    return who if who and who.name and who.type != "document" else None


def _hangs(line: Line, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether an aside tells more of a document: en el correo, fechado en mayo, se advierte; al que tuvo …"""
    if not lexicon.speech.pro_drop or stop <= start:
        return False
    word = line.low[start]
    listed = any("participle" in f.slots for f in lexicon.forms.get(word, ()))
    return listed or (len(word) > 4 and word.endswith(lexicon.speech.strange_participles or "\n"))


def _past_light(line: Line, at: int, end: int, stops: frozenset[str], lexicon: Lexicon) -> int:
    """Return the first word from `at` on that is one of `stops` or no opener, adverb, time or aside."""
    while at < end and line.folded[at] not in stops:
        if hit := lexicon.asides.at(line.folded, at, end):
            at = hit[0]
        elif line.folded[at] in lexicon.openers or line.folded[at] in lexicon.adverbs:
            at += 1
        else:
            break
    return at


def _first_case(line: Line, who: Who, lexicon: Lexicon) -> str:
    """Return the name of a body in the first case, where a language has an ending for where something is."""
    name = who.name or ""
    if who.institution or (who.noun and who.last not in line.titled) or " " in name:
        return name
    for pair in lexicon.speech.locatives:
        ending, _, own = pair.partition("/")
        if name.endswith(ending) and len(name) > len(ending) + 3:
            return name[: -len(ending)] + own
    return name


def written(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a quotation, a clause or a colon follows, not far from the verb."""
    near = range(at, min(last, at + MAX_OBJECT))
    return any(line.quoted[i] >= 0 or line.gap[i] == ":" or line.low[i] in lexicon.speech.complementizers for i in near)


def clause_start(line: Line, at: int, first: int) -> int:
    while at > first and (not line.breaks(at) or _behind_title(line, at, first)):
        at -= 1
    return at


def _behind_title(line: Line, at: int, first: int) -> bool:
    """Return whether only the marks of a short name stand before word `at`: Wie der „Spiegel“ berichtet."""
    if line.gap[at] != " " or line.quoted[at] == line.quoted[at - 1]:
        return False
    quoted = max(line.quoted[at], line.quoted[at - 1])
    words = sum(line.quoted[i] == quoted for i in range(max(first, at - MAX_TITLE), min(len(line.low), at + MAX_TITLE)))
    return words < MAX_TITLE
