"""Quotations that no verb of saying goes with: Bercy « suit le dossier »; “…” (a fireman of Leeds); “…” : Jane Doe.

Owns what subject, brackets, a colon or a name with @ show. Looks only where nothing else has found a speaker.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import wordless
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, RESUMING, TAIL, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.words.pack import Lexicon

MIN_GLUED: Final = 3
MIN_QUOTED: Final = 4
"""Fewer words in marks are a name or the writer's distance: glued to their subject, and with another verb between."""
_CLOSED: Final = ("refuse", "stance", "topic", "agree")
MAX_LEAD: Final = 8
"""What leads to the speaker behind a colon has fewer words: “…” : dans son abri, Jane Doe …"""


def bare(line: Line, first: int, last: int, cast: Cast) -> list[Attribution]:
    """Return the attribution of a sentence in which nothing else shows who speaks."""
    if not cast.lexicon.speech.bare_quotes:
        return []
    start = next((i for i in range(first, last) if line.quoted[i] >= 0), last)
    if start == last:
        found = _these_words(line, first, last, cast)
    else:
        end = next((i for i in range(start, last) if line.quoted[i] != line.quoted[start]), last)
        found = _bracketed(line, first, end, last, cast) or _handle(line, first, start, last)
        while end < last and line.gap[end] == "," and line.quoted[end] >= 0:  # « Une honte », « un scandale » : X
            end = next((i for i in range(end, last) if line.quoted[i] != line.quoted[end]), last)
        found = found or (_introduced(line, start, end, last, cast) if start == first else None)
        found = found or (_paper(line, start, end, last, cast) if start == first else None)
        found = found or (_predicate(line, first, start, end, last, cast) if start > first else None)
    return [found] if found else []


def voiced(line: Line, made: Attribution, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return the subject whose words his own mouthpiece passes on: X « ne souhaite pas parler », selon son conseil."""
    who, lexicon = made.who, cast.lexicon
    own = bool(lexicon.speech.bare_quotes) and line.low[who.first] in lexicon.speech.possessives and (
        made.place == TAIL and who.last - who.first <= 3 and any(
            line.folded[i] in lexicon.mouthpieces for i in range(who.first, who.last)))  # fmt: skip
    start = next((i for i in range(first, made.begin) if line.quoted[i] >= 0), last)
    if not own or start >= made.begin or start == first:
        return None
    end = next((i for i in range(start, last) if line.quoted[i] != line.quoted[start]), last)
    found = _predicate(line, first, start, end, last, cast)
    return found if found and known(found.who, cast) else None


def _these_words(line: Line, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return whose the words before the sentence are, as it tells: C'est par ces mots que X a ouvert la séance."""
    hit = cast.lexicon.these_words.at(line.folded, first, last)
    who = phrases.after(line, hit[0], last, cast) if hit and hit[0] < last else None
    if hit is None or who is None or not (who.name or who.pronoun) or first == 0 or line.quoted[first - 1] < 0:
        return None
    return Attribution(who, wordless(first, hit[0]), TAIL, first, last, RESUMING, 0.85, "statement")


def _bracketed(line: Line, first: int, end: int, last: int, cast: Cast) -> Attribution | None:
    """Return who is named in brackets behind a quotation: « Je reste » (Jane Doe, maire de X)."""
    if end >= last or line.gap[end] != "(" or line.quoted[end] >= 0:
        return None
    stop = next((i for i in range(end + 1, last) if line.gap[i] == "("), last)
    who = phrases.after(line, end, stop, cast) or stranger(line, end, stop, cast)
    if who is None or not who.name or who.first != end or who.type == "document":
        return None
    person = known(who, cast) or who.type == "person" or line.low[end] in cast.lexicon.speech.indefinite
    more = who.last < stop and line.gap[who.last] != ","
    if not person or (more and line.folded[who.last] not in cast.lexicon.inner):
        return None
    if more and not known(who, cast):
        comma = next((i for i in range(who.last, stop) if line.gap[i] == ","), stop)
        who = who._replace(last=comma, name=trimmed(line, end, comma))
    return Attribution(who, wordless(end, end), TAIL, end, stop, "bracketed", 0.85, "statement")


def _handle(line: Line, first: int, start: int, last: int) -> Attribution | None:
    """Return the account whose words stand behind a colon: @MairieX : « … »"""
    at = start - 1
    while at > first and line.text[line.start[at] - 1] == "_":
        at -= 1
    if line.gap[start] != ":" or at < first or line.text[line.start[at] - 1 : line.start[at]] != "@":
        return None
    who = Who(at, start, "@" + line.slice(at, start), "organisation")
    return Attribution(who, wordless(start, start), HEAD, at, start, "colon-quote", 0.85, "statement")


def _introduced(line: Line, start: int, end: int, last: int, cast: Cast) -> Attribution | None:
    """Return whom the writer turns to behind a quotation and a colon: « On tiendra » : dans son abri, Jane Doe …"""
    lexicon = cast.lexicon
    if end >= last or line.gap[end] not in ":–" or end - start < MIN_GLUED:
        return None
    at = end
    if line.folded[at] in lexicon.prepositions:
        at = next((i for i in range(end + 1, min(last, end + MAX_LEAD)) if line.gap[i] == ","), end)
    who = phrases.after(line, at, last, cast) if at == end or line.gap[at] == "," else None
    if who is None or not (known(who, cast) or (who.institution and at == end)):
        return None
    return Attribution(who, wordless(end, end), TAIL, end, last, "headline-dash", 0.8, "statement")


def _paper(line: Line, start: int, end: int, last: int, cast: Cast) -> Attribution | None:
    """Return the paper whose name in marks opens a sentence that quotes it: « Variety » parle d'« un somnifère »."""
    if not (end - start <= phrases.MAX_QUOTED_NAME and end < last and line.gap[end] == " " and line.capital(start)):
        return None
    if not any("present" in f.slots or "past" in f.slots or "base" in f.slots for f in
               cast.lexicon.forms.get(line.low[end], ())):  # fmt: skip
        return None
    quoted = next((i for i in range(end, last) if line.quoted[i] >= 0), last)
    if quoted == last or line.capital(quoted):
        return None
    who = Who(start, end, line.slice(start, end), "organisation")
    return Attribution(who, wordless(end, end + 1), HEAD, start, end + 1, "predicate", 0.7, "statement")


def _predicate(line: Line, first: int, start: int, end: int, last: int, cast: Cast) -> Attribution | None:
    """Return the subject whose own words the sentence goes on with: le Conseil d'Etat « suit la situation »."""
    lexicon = cast.lexicon
    who = front(line, first, last, cast)
    if who is None or not who.name or who.pronoun or who.last > start or who.type not in ("person", "organisation"):
        return None
    if line.gap[start] == "–" and known(who, cast) and who.last == start and end - start >= MIN_GLUED:
        return Attribution(who, wordless(who.last, who.last), HEAD, who.first, who.last, "predicate", 0.7, "statement")
    spoken = known(who, cast) or who.institution or (bool(who.noun) and (
        line.low[who.first] in lexicon.determiners or line.capital(who.first)))
    if not spoken or line.capital(start) or line.gap[start] not in " '," or _declines(line, start, end, lexicon):
        return None
    light = lexicon.clitics | lexicon.negations | lexicon.auxiliaries | lexicon.passive | lexicon.adverbs
    glued = all(line.folded[i] in light or line.low[i] in lexicon.speech.object_pronouns
                for i in range(who.last, start))  # fmt: skip
    led = line.folded[start - 1]
    shut = led in lexicon.definite or led in lexicon.bars or led in lexicon.clause_words - lexicon.inner
    if end - start < (MIN_GLUED if glued else MIN_QUOTED) or (not glued and shut):
        return None
    named = lexicon.nouns.at(line.folded, start - 1, start) and line.gap[start] != ","
    shut = any(line.folded[i] in lexicon.negations for i in range(who.last, start))
    if not glued and (named or shut or any(f.kind in _CLOSED for i in range(who.last, start)
                                           for f in lexicon.forms.get(line.low[i], ()))):  # fmt: skip
        return None
    return Attribution(who, wordless(who.last, who.last), HEAD, who.first, who.last, "predicate", 0.8 if glued else 0.6,
                       "statement")  # fmt: skip


def _declines(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether the words in marks only say that nothing is said: ne « confirme ni n'infirme »."""
    return any(lexicon.declining.at(line.folded, i, end) for i in range(start, end))
