"""Who tells in the main clause of what another said in the clause behind it: the minutes record that X warned Y.

Owns the source whose own verb makes no statement: A third recalled it differently, saying that X had only asked; Un
altro ricorda la scena diversamente: X avrebbe promesso. Chooses no speaker of the clause itself.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.nesting.found import Attribution
from cleaner.attribution.nesting.half import Half
from cleaner.attribution.nesting.overheard import RULE
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import AGAIN, Who
from cleaner.attribution.people.phrases import before

MAX_LEAD: Final = 30
"""The main clause has so many words at most."""
MAX_NEAR: Final = 5
"""A verb of telling stands before “that” within so many words."""
_TELLING: Final = ("say", "tell", "report", "mark", "cite")


def teller(half: Half, head: Attribution) -> Who | None:
    """Return who tells what the clause of a head says, None where the main clause tells nothing."""
    line, cast, first = half.line, half.cast, half.first
    if not first < head.begin <= first + MAX_LEAD or head.who.pronoun == AGAIN or any(
            line.quoted[i] >= 0 for i in range(first, head.begin)):  # fmt: skip
        return None
    who = front(line, first, half.last, cast)
    if who is None or who.last > head.begin:
        verb = next((i for i in range(first + 1, head.begin) if line.low[i] in cast.lexicon.speech.retells), first)
        who = before(line, first, verb, cast) if verb > first else None
    if who is None or who.last >= head.begin or who.key == head.who.key or not (who.name or who.pronoun):
        return None
    return who if _leads(half, who, head) else None


def leads(half: Half, head: Attribution) -> bool:
    """Return whether a clause leads to that of a head by a colon, or as heard: Ann Roe remembers it differently: X …"""
    return half.line.gap[head.begin] == ":" or head.rule == RULE


def _leads(half: Half, who: Who, head: Attribution) -> bool:
    """Return whether a subject's verb leads to the clause of a head: behind “that”, “saying”, or a colon; or heard it.

    What stands between them holds a verb of telling or recalling, close to “that”; a paper tells by any verb.
    """
    line, lexicon, at = half.line, half.lexicon, head.begin
    that = line.low[at - 1] in lexicon.speech.complementizers
    saying = any("gerund" in f.slots and f.kind == "say" for f in lexicon.forms.get(line.low[at - 1], ()))
    if head.rule == RULE:
        return True
    if not (that or saying or line.gap[at] == ":"):
        return False
    more = that and at - 2 > who.last and line.folded[at - 2] in lexicon.conjunctions
    near = max(who.last, at - MAX_NEAR) if that and not more else who.last
    for i in range(near, at - saying):
        if line.low[i] in lexicon.speech.retells or any(f.kind in _TELLING for f in lexicon.forms.get(line.low[i], ())):
            return not any(line.folded[j] in lexicon.negations for j in range(who.last, i))
    return who.type == "document" and that and at - 2 - who.last < MAX_NEAR
