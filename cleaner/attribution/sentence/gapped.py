"""Speakers of clauses whose verb stands only in the clause before: X asked for “calm” and Y, “a price”.

Owns the shape of such a clause: a speaker, at most a comma, and what is said as it is said before. Looks behind
attributions that others have found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, LEAD_IN, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon

MAX_CLAUSE: Final = 60
"""The clause with the verb has fewer words behind it."""
_KINDS: Final = ("say", "tell", "mark", "label", "call", "act", "stance")
_RULE: Final = "gapped"


def gapped(line: Line, first: int, last: int, cast: Cast, made: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions of clauses that share the verb of one already found."""
    if not cast.lexicon.speech.pro_drop:
        return []
    out: list[Attribution] = []
    for a in made:
        if a.place != HEAD or a.rule == LEAD_IN or a.cue.kind not in _KINDS or a.kind == "non_statement":
            continue
        for i in range(a.cue.last + 1, min(last - 2, a.cue.last + MAX_CLAUSE)):
            if any(a.cue.last < b.cue.first <= i for b in made):
                break
            if start := _opens(line, i, cast.lexicon):
                found = _clause(line, start, last, a, cast)
                others = [b for b in (*made, *out) if b is not a]
                if found and not any(found.begin < b.cue.last and b.begin < found.end for b in others):
                    out.append(found)
    return out


def _opens(line: Line, i: int, lexicon: Lexicon) -> int:
    """Return the word where a clause may begin behind a semicolon, or behind a conjunction; 0 if none does."""
    joins = line.folded[i] in lexicon.conjunctions or line.low[i] in lexicon.speech.sibling_words
    if line.gap[i] == ";" and line.quoted[i] < 0:
        return i + joins
    return i + 1 if joins and line.quoted[i] < 0 else 0


def _clause(line: Line, start: int, last: int, a: Attribution, cast: Cast) -> Attribution | None:
    """Return the attribution of a clause without a verb that begins at word `start`."""
    lexicon = cast.lexicon
    who = phrases.after(line, start, last, cast)
    if who is None or not who.name or who.pronoun or who.last >= last or who.key == a.who.key:
        return None
    at = who.last
    comma = line.gap[at] == ","
    definite = line.folded[start] in lexicon.definite or start in line.name_at or line.capital(start)
    if not definite or (who.type == "document" and not comma):
        return None
    if line.quoted[at] >= 0:
        told = comma or (line.gap[at] == " " and line.quoted[start - 2] >= 0 and line.gap[start - 1] != ",")
        begin = at
    elif comma and _like(line, at, a, lexicon):
        told, begin = True, at + (line.low[at] in lexicon.speech.complementizers)
    else:
        return None
    if not told or not _short(who):
        return None
    cue = Cue(at, at, at, at, a.cue.kind, False, False, -1, False, a.cue.lemma)
    return Attribution(who, cue, HEAD, start, max(begin, at), _RULE, 0.8, a.kind)


def _like(line: Line, at: int, a: Attribution, lexicon: Lexicon) -> bool:
    """Return whether what is said begins as in the clause before: que … que; de «…», de «…»."""
    word, near = line.low[at], line.low[a.cue.last - 1 : a.end + 1]
    if word not in near:
        return False
    quoted = at + 1 < len(line.low) and line.quoted[at + 1] >= 0
    return word in lexicon.speech.complementizers or (line.folded[at] in lexicon.prepositions and quoted)


def _short(who: Who) -> bool:
    return who.last - who.first <= 14
