"""A noun that nobody lists as a speaker, where a language has no articles: сказала кассирша; Жильцы сказали, что.

Owns what shows such a noun beside a verb. Finds no verbs.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who


def noun(line: Line, first: int, most: int, cast: Cast) -> Who | None:
    """Return a noun that nobody lists, where a language has no articles: сказала кассирша."""
    lexicon = cast.lexicon
    end = first
    while end < most and end - first < 3 and not line.breaks(end) and line.quoted[end] < 0 and not line.capital(end):
        word = line.folded[end]
        if (word in lexicon.prepositions or word in lexicon.clause_words or word in lexicon.adverbs
                or word in lexicon.pronouns or line.low[end] in lexicon.forms or len(word) < 3):  # fmt: skip
            break
        end += 1
    if first < end < most and end in line.name_at and end not in line.cases and not line.breaks(end) and (
            named := phrases.after(line, end, most, cast)):  # fmt: skip
        return named
    return Who(first, end, trimmed(line, first, end), "person", noun=line.folded[end - 1]) if end > first else None


def before_verb(line: Line, least: int, end: int, cast: Cast) -> Who | None:
    """Return a noun that nobody lists before its verb, where a language has no articles: Жильцы сказали, что."""
    lexicon = cast.lexicon
    while least < end and (line.folded[least] in lexicon.openers or line.folded[least] in lexicon.adverbs):
        least += 1
    who = noun(line, least + 1, end, cast) if least < end and line.capital(least) else None
    who = who._replace(first=least) if who else None
    if who is None:
        who = noun(line, least, end, cast)
    if least + 1 == end and line.capital(least) and len(line.low[least]) > 3:
        who = Who(least, end, line.slice(least, end).lower(), "person", noun=line.folded[least])
    odd = lexicon.clause_words | lexicon.prepositions | lexicon.clitics | frozenset(lexicon.speech.object_pronouns)
    if who is None or who.last != end or any(i in line.cases or line.folded[i] in odd for i in range(who.first, end)):
        return None
    led = line.folded[who.first - 1] in lexicon.prepositions - lexicon.adverbs if who.first else False
    if led and not line.breaks(who.first):
        return None
    return who._replace(name=trimmed(line, who.first, end), type="group" if who.type == "group" else "person")
