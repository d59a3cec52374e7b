"""Who stands in front of the verb of a sentence: its first phrase, with adjuncts and asides passed over.

Reads one sentence. Whether the phrase speaks, or is spoken of later, is judged elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import apposition, extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.people.smallwords import aged
from cleaner.attribution.words.pack import Lexicon

MAX_COMPLEMENT: Final = 8
"""What a phrase carries behind its noun has fewer words."""


def front(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return who stands in front of the verb of a sentence: its first phrase, adjuncts before a comma passed over."""
    key = line.number, first, last
    if key not in cast.fronts:
        cast.fronts[key] = _front(line, first, last, cast)
    return cast.fronts[key]


def _front(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    lexicon = cast.lexicon
    at = line.behind_bracket(first)
    for _ in range(3):
        while at < last and line.folded[at] in lexicon.openers and at not in line.name_at and (
                line.folded[at] not in lexicon.prepositions | lexicon.clause_words):  # fmt: skip
            at += 1
        if at >= last or line.quoted[at] >= 0:
            return None
        word = line.folded[at]
        if lexicon.speech.pro_drop and (then := _past_time(line, at, last, lexicon)):
            at = then
            continue
        adjunct = (word in lexicon.prepositions or (word in lexicon.clause_words and word not in lexicon.pronouns)
                   or any(f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[at], ())))  # fmt: skip
        if lexicon.speech.bare_quotes and (then := _fronted(line, at, last, lexicon)):
            at = then
            break
        if not adjunct or at in line.name_at or word in lexicon.determiners:
            break
        comma = next((i for i in range(at + 1, min(last, at + 30)) if line.gap[i] == "," and line.quoted[i] < 0), last)
        at = comma if comma < last else _behind_adjunct(line, at, last, lexicon)
    if lexicon.speech.declensions and at < last and at not in line.covered and line.low[at] in lexicon.forms:
        return None
    if lexicon.speech.pro_drop and at < last and _only_describes(line, at, last, lexicon):
        return None
    more = lexicon.quantities.at(line.folded, at, last)
    outset, at = at, more[0] if more else at
    end = extent.core(line, at, last, cast)
    who = phrases.after(line, at, end, cast) if at < end < last else None
    if who and who.type == "organisation" and any(line.low[i] in lexicon.speech.place_nouns
                                                  for i in range(who.first, who.last - 1)):  # fmt: skip
        return None  # o bairro Bom Jardim acordou
    if end == at < last and line.capital(at) and aged(line, at + 1, lexicon):
        return Who(at, at + 1, line.slice(at, at + 1), "person")
    who = who._replace(first=outset) if who and more else who
    if lexicon.speech.far_subjects and who and who.noun and not known(who, cast):
        stop = end
        while (
            stop < last
            and stop - end < MAX_COMPLEMENT
            and not line.breaks(stop)
            and line.low[stop] not in lexicon.forms
        ):
            stop += 1
        end = stop if stop < last and line.gap[stop] == "," else end
    return apposition.with_aside(line, who, end, last, cast)


def _past_time(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind an aside that opens a sentence and is no subject: Minutos después la mujer; else 0."""
    if at in line.name_at:
        return 0
    if hit := lexicon.asides.at(line.folded, at, last):
        return hit[0] if hit[0] < last else 0
    then = at
    while then < min(last - 1, at + 4) and line.folded[then] in lexicon.adverbs and not line.breaks(then + 1):
        then += 1
    return then if then > at + 1 and (line.folded[then] in lexicon.determiners or then in line.name_at) else 0


def _only_describes(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a noun without an article, and a verb behind its comma, leave the subject out: Maestra, diede …"""
    hit = lexicon.nouns.at(line.folded, at, last)
    if at in line.name_at or hit is None or hit[1] != "person":
        return False
    comma = next((i for i in range(at + 1, min(last, at + MAX_COMPLEMENT + 4)) if line.breaks(i)), last)
    if comma >= last or line.gap[comma] != "," or line.quoted[comma] >= 0 or comma in line.name_at:
        return False
    word = line.folded[comma]
    shut = word in lexicon.determiners or word in lexicon.conjunctions or (
        word in lexicon.clause_words and word not in lexicon.prepositions)  # fmt: skip
    return not (shut or line.capital(comma)) and lexicon.nouns.at(line.folded, comma, last) is None


def _fronted(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the pronoun behind a comma that a noun without an article describes: Coiffeuse à X, elle; 0 if none."""
    if lexicon.nouns.at(line.folded, at, last) is None or at in line.name_at:
        return 0
    for _ in range(3):
        comma = next((i for i in range(at + 1, min(last, at + MAX_COMPLEMENT + 4)) if line.breaks(i)), last)
        if comma >= last or line.gap[comma] != "," or line.quoted[comma] >= 0:
            return 0
        if lexicon.pronouns.get(line.folded[comma]) in ("man", "woman") or comma in line.name_at:
            return comma
        at = comma
        if line.folded[at] not in lexicon.prepositions | lexicon.openers and not any(
                "participle" in f.slots for f in lexicon.forms.get(line.low[at], ())) and (
                not line.low[at].rstrip("es").endswith(lexicon.speech.strange_participles or "\n")):  # fmt: skip
            return 0
    return 0


def _behind_adjunct(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word of the phrase behind an adjunct without a comma: Within an hour the governor; else `last`."""
    near = bool(lexicon.speech.clause_starts or lexicon.speech.pro_drop)
    for i in range(at + 2, min(last, at + MAX_COMPLEMENT) if near else at):
        opens = line.folded[i] in lexicon.determiners or i in line.name_at
        if line.breaks(i) or line.low[i] in lexicon.forms:
            return last
        if opens and line.folded[i - 1] not in lexicon.prepositions | lexicon.inner | lexicon.determiners:
            return i
    return last
