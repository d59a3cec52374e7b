"""What belongs to a statement beyond its own sentence, as the pack of a language tells it.

A verb of reported speech carries on what was said (Das sei falsch.); a sentence may attribute the one before it
(Das teilte die Polizei mit.). Owns no speaker of its own.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import RESUMING, Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon

MOOD = "mood-continued"
CLAUSE = "clause-continued"
MAX_WORDS = 60
MAX_BEFORE = 6
MIN_FRAGMENT = 4
"""A quotation inside a sentence without a cue, behind a statement, has so many words to be more of it."""


def resumed(line: Line, number: int, found: list[Claim], before: list[tuple[Line, Claim]]) -> list[Claim]:
    """Return the claims of a sentence; one that attributes the sentence before takes that as what is said."""
    for claim in found:
        if not claim.rule.startswith(RESUMING) or number == 0 or len(found) > 1:
            continue
        start, end = line.sentences[number - 1]
        held, old = before[-1] if before else (None, None)
        if held is line and old and old.rule == "quote-continued" and (old.start, old.end) == (start, end):
            before.pop()
        if not any(held is line and old.end >= end for held, old in before[-3:]):
            claim.start = start
            claim.content = [(start, end)]
    return found


def carries_on(line: Line, number: int, who: Who | None, cast: Cast, before: list[tuple[Line, Claim]]) -> bool:
    """Take a sentence in reported speech into the statement before it, or as one more of the same speaker."""
    first, last = line.spans[number]
    if cast.lexicon.speech.clause_leads and _clause_alone(line, first, last, cast.lexicon):
        return _as_clause(line, number, before)
    if not cast.lexicon.moods or line.role != "body" or last - first > MAX_WORDS or not any(
            line.quoted[i] < 0 and _mood(line, i, first, last, cast.lexicon) for i in range(first, last)):  # fmt: skip
        return False
    start, end = line.sentences[number]
    if not before:
        return False
    held, old = before[-1]
    near = held is line and old.sentence == number - 1 and old.kind == "statement"
    if near and not _quoted_only(line, old):
        old.end, old.sentence = end, number
        old.content = [*old.content, (start, end)]
        return True
    if not cast.lexicon.speech.mood_endings or who is None or not who.name or not (near or number == 0):
        return False
    before.append((line, Claim(who, None, start, end, "statement", MOOD, 0.7, [(start, end)], sentence=number)))
    return True


def speaks_on(line: Line, number: int, who: Who | None, cast: Cast, before: list[tuple[Line, Claim]]) -> bool:
    """Take a sentence about who just spoke, with more of his words in marks, as one more of his statements.

    He has « nothing to hide » and … Then, with a wink: “…”
    """
    held, old = before[-1] if before else (None, None)
    near = held is line and old is not None and old.sentence == number - 1 and old.kind == "statement"
    speech = cast.lexicon.speech
    if not (speech.bare_quotes or speech.fragments) or not near or who is None or not who.name or line.role != "body":
        return False
    first, last = line.spans[number]
    quoted = next((i for i in range(first, last) if line.quoted[i] >= 0), last)
    at = first
    while at < quoted and line.folded[at] in cast.lexicon.openers and line.folded[at] not in cast.lexicon.pronouns:
        at += 1
    start, end = line.sentences[number]
    if at >= quoted or quoted >= last:
        return False
    kind = cast.lexicon.pronouns.get(line.folded[at], "")
    words = sum(line.quoted[i] == line.quoted[quoted] for i in range(quoted, last))
    own = kind in ("man", "woman") and who.type == "person" and may_be(who.name, kind, cast)
    small = not line.capital(quoted) and line.low[quoted - 1] not in cast.lexicon.definite
    more = speech.fragments and words >= MIN_FRAGMENT and line.gap[quoted] == " "
    if small and ((own and words > 1) or more):
        content = (start, end)
    elif line.gap[quoted] == ":" and _leads_on(line, first, quoted, cast.lexicon):
        quote = line.outer[line.quoted[quoted]]
        content = (quote.start, quote.end)
    else:
        return False
    before.append((line, Claim(who, None, start, end, "statement", "quote-continued", 0.7, [content], sentence=number)))
    return True


def _leads_on(line: Line, first: int, quoted: int, lexicon: Lexicon) -> bool:
    """Return whether what stands before a colon names nobody and holds no verb: Puis, avec un clin d'œil : « … »"""
    return quoted - first <= MAX_BEFORE + 2 and line.folded[first] in lexicon.openers and not any(
        i in line.name_at or line.folded[i] in lexicon.pronouns or lexicon.nouns.at(line.folded, i, quoted)
        or line.folded[i] in lexicon.auxiliaries | lexicon.passive for i in range(first, quoted))  # fmt: skip


def _clause_alone(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a sentence is nothing but the clause of a verb of speech before it: Que nadie los escuchó."""
    at = first
    while at < last - 1 and line.folded[at] in lexicon.conjunctions:
        at += 1
    return at < last - 1 and line.quoted[at] < 0 and line.low[at] in lexicon.speech.clause_leads and (
        line.low[at + 1] not in lexicon.speech.clause_leads)  # fmt: skip


def _as_clause(line: Line, number: int, before: list[tuple[Line, Claim]]) -> bool:
    """Take a clause that stands alone as one more of what the widest statement of the sentence before it says."""
    told = [c for held, c in before[-MAX_BEFORE:] if held is line and c.sentence == number - 1]
    old = max(told, key=lambda c: c.end - c.start, default=None)
    if old is None or old.kind != "statement" or not old.who.name:
        return False
    start, end = line.sentences[number]
    before.append((line, Claim(old.who, None, start, end, "statement", CLAUSE, 0.75, [(start, end)], sentence=number)))
    return True


def _mood(line: Line, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether word i is a verb of reported speech: by the list, or by its ending beside a pronoun."""
    word, speech = line.low[i], lexicon.speech
    if word in lexicon.moods:
        return True
    if len(word) < 4 or not word.endswith(speech.mood_endings) or word.endswith(speech.mood_bars) or line.capital(i):
        return False
    beside = [j for j in (i - 1, i + 1) if first <= j < last and not line.breaks(max(i, j))]
    return any(lexicon.pronouns.get(line.folded[j], "") in ("man", "nobody") for j in beside)


def _quoted_only(line: Line, claim: Claim) -> bool:
    """Return whether what is said is nothing but quotations."""
    said = sum(b - a for a, b in claim.content)
    inside = sum(q.end - q.start for a, b in claim.content for q in line.quotes_in(a, b + 1))
    return inside * 10 >= said * 8
