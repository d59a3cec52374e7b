"""A subject far behind its verb, asides between them: a soufflé, un bras en écharpe, le capitaine Jane Doe.

Owns the search over commas. Whether the phrase that is found speaks is judged where the verb is.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.words.pack import Lexicon

MAX_ASIDES = 30
"""Asides between a verb and the subject behind it take up so many words at most."""


def stressed(line: Line, who: Who, last: int, lexicon: Lexicon) -> bool:
    """Return whether a pronoun between commas only stresses the subject behind it: répond, elle, la présidente."""
    end = who.last
    stressed = bool(who.pronoun) and line.low[who.first] in lexicon.speech.object_pronouns
    return stressed and line.gap[who.first] == "," and end < last and line.gap[end] == ","


def asides(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return the subject behind the asides in commas that follow a verb: a soufflé, un bras en écharpe, Jane Doe."""
    for i in range(at, min(last, at + MAX_ASIDES)):
        if line.quoted[i] >= 0 and not _in_title(line, i, last):
            return None
        if i > at and line.gap[i] in ";:.(–":
            return None
        if line.gap[i] != "," or line.quoted[i] >= 0 or (i == at and line.quoted[i - 1] >= 0):
            continue
        who = phrases.after(line, i, last, cast)
        if who and who.name and _aged(line, who, last, cast.lexicon):
            return who._replace(type="person")
        if who and not who.pronoun and (known(who, cast) or who.institution or (
                who.noun and who.type == "person" and line.folded[i] in cast.lexicon.determiners)):  # fmt: skip
            return who
    return None


def _aged(line: Line, who: Who, last: int, lexicon: Lexicon) -> bool:
    """Return whether a name alone and an age stand between commas: confie, à la terrasse, Lisandru, 58 ans."""
    at = who.last
    alone = not who.noun and all(map(line.capital, range(who.first, at)))
    return alone and at + 1 < last and line.gap[at] == "," and line.low[at].isdigit() and (
        line.low[at + 1] in lexicon.speech.ages)  # fmt: skip


def _in_title(line: Line, i: int, last: int) -> bool:
    """Return whether word i stands in the name of a paper in quotation marks: dans un entretien au « Monde »."""
    start, end = i, i
    while start > 0 and line.quoted[start - 1] == line.quoted[i]:
        start -= 1
    while end < last and line.quoted[end] == line.quoted[i]:
        end += 1
    return end - start <= phrases.MAX_QUOTED_NAME and line.capital(start) and line.gap[start] == " "
