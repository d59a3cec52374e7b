"""Attributions that a stray stop has torn in two: “…, he said. Jane Doe, who heads the ministry.”

Owns what belongs to the sentence before although a full stop stands between.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who

MAX_ADJUNCT: Final = 12
"""What follows the verb of a sentence that only attributes has so many words at most: Macron asked on Monday."""


def joined(
    line: Line, number: int, found: list[Claim], before: list[tuple[Line, Claim]], cast: Cast
) -> list[Claim]:
    """Join a short sentence that only attributes (Macron asked on Monday.) to the quotation before it."""
    if len(found) != 1 or number == 0 or found[0].rule != "subject-verb" or found[0].cue is None:
        return found
    claim = found[0]
    first, last = line.spans[number]
    ahead = line.sentences[number - 1]
    quote = next((q for q in line.quotes_in(*ahead) if q.end == ahead[1]), None)
    after = line.word_at(claim.cue[1]) if claim.cue else last
    lexicon = cast.lexicon
    light = after >= last or (not line.breaks(after) and last - after <= MAX_ADJUNCT and (
        line.folded[after] in lexicon.prepositions | lexicon.adverbs | lexicon.times))  # fmt: skip
    clause = any(line.low[i] in lexicon.speech.complementizers or line.quoted[i] >= 0 for i in range(after, last))
    if quote is None or clause or not light or (claim.content and after - first > 6):
        return found
    old = before[-1][1] if before and before[-1][0] is line else None
    if old is not None and old.end >= ahead[1]:
        if old.rule == "quote-continued":
            before.pop()
        elif len(old.content) > 1 and old.content[-1] == (quote.start, quote.end):
            old.content.pop()
            old.end = old.sentence_end
        else:
            return found
    claim.start = ahead[0]
    claim.content = [ahead]
    return found


def cut_off(line: Line, number: int, found: list[Claim], cast: Cast) -> list[Claim]:
    """Return the claims of a sentence with the speaker whom only the fragment behind it names."""
    first, last = line.spans[number]
    if number + 1 >= len(line.spans) or last - first < 3:
        return found
    end = line.end[last - 1]
    torn = next((c for c in found if c.cue and c.cue[1] == end and c.who.pronoun in ("man", "woman")), None)
    bare = not found and _bare_verb(line, first, last, cast)
    if torn is None and not bare:
        return found
    who = _fragment(line, *line.spans[number + 1], cast)
    if who is None:
        return found
    start, stop = line.sentences[number]
    if torn is None:
        cue = (line.start[last - 1], end)
        said = (line.start[first], line.end[last - 2])
        found = [torn := Claim(who, cue, start, stop, "statement", "broken", 0.8, [said], sentence=number)]
    torn.who, torn.rule, torn.broken, torn.confidence = who, "broken", True, 0.8
    torn.end = line.end[who.last - 1]
    return found


def _bare_verb(line: Line, first: int, last: int, cast: Cast) -> bool:
    """Return whether a sentence ends with a verb of speech that has no subject: …, said."""
    forms = cast.lexicon.forms.get(line.low[last - 1], ())
    return line.gap[last - 1] == "," and line.quoted[last - 1] < 0 and any(f.kind == "say" for f in forms)


def _fragment(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return the person whom a sentence names with a relative clause and nothing more."""
    if last - first < 4 or first not in line.name_at:
        return None
    who = phrases.after(line, first, last, cast)
    if who is None or who.type != "person" or not who.name or who.last >= last:
        return None
    alone = all(line.gap[i] != "," for i in range(who.last + 1, last))
    return who if alone and line.gap[who.last] == "," and line.folded[who.last] in cast.lexicon.relatives else None
