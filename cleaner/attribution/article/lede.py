"""Who the lead of an article speaks of: Georgia's prime minister has rejected … in the first paragraph, and in the
second a name that nobody introduces has the word. Owns that one step; names nobody whom the text itself introduces.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast

MAX_BODIES: Final = 3
"""The name stands within so many paragraphs of the lead."""


def settle(claims: list[tuple[Line, Claim]], lines: list[Line], cast: Cast) -> None:
    """Give the speaker whom title and lead only describe the name that speaks next, where nobody introduces it."""
    bodies = [line.number for line in lines if line.role == "body"][: MAX_BODIES + 1]
    if not cast.lexicon.speech.clause_starts or len(bodies) < 2:
        return
    for line, claim in claims:
        if (line.role == "title" or line.number in bodies) and _described(claim, cast) and (
                name := _holder(line, claim, bodies[-1] + MAX_BODIES, cast)):  # fmt: skip
            claim.who = claim.who._replace(name=name, hint="")
    held = [claim for line, claim in claims if line.role == "title" or line.number == bodies[0]]
    described = [c for c in held if _described(c, cast)]
    leads = [c for line, c in claims if line.number == bodies[0] and c in described]
    if not leads or len({c.who.noun.split()[-1] for c in leads}) > 1 or any(_named(c, cast) for c in held):
        return
    for line, claim in claims:
        if line.number not in bodies[1:] or claim.who.type != "person" or claim.who.joint:
            continue
        if not _named(claim, cast):
            return
        if _bare(line, claim, cast):
            for old in described:
                old.who = old.who._replace(name=claim.who.name, hint="")
        return


def _holder(line: Line, claim: Claim, last: int, cast: Cast) -> str | None:
    """Return the one person of the document who holds an office that the lead names before him: a federal judge.

    He is named in a later paragraph, no further than the line `last`.
    """
    who, head = claim.who, claim.who.noun.split()[-1]
    vague = line.low[who.first] in cast.lexicon.speech.indefinite
    if vague and head not in cast.lexicon.held:
        return None
    held = [p for p in cast.people.values() if any(noun == who.noun or (vague and noun.split()[-1] == head)
                                                   for _, noun in p.offices)]  # fmt: skip
    later = held[0] if len(held) == 1 else None
    return later.name if later and " " in later.name and line.number < later.first[0] <= last else None


def _named(claim: Claim, cast: Cast) -> bool:
    return bool(claim.who.name and claim.who.type == "person" and cast.named(claim.who.name))


def _described(claim: Claim, cast: Cast) -> bool:
    """Return whether a speaker is one person known by a noun alone."""
    who = claim.who
    alone = who.type == "person" and bool(who.noun) and not who.joint and who.pronoun in ("", "role")
    return alone and not (who.name and cast.named(who.name)) and who.noun not in cast.lexicon.mouthpieces


def _bare(line: Line, claim: Claim, cast: Cast) -> bool:
    """Return whether a claim holds the first mention of a full name, without an office, an apposition or an age."""
    who = claim.who
    person = cast.named(who.name or "")
    if person is None or " " not in person.name or person.first[0] != line.number or person.kinds or person.roles:
        return False
    if person.offices or who.noun or who.pronoun:
        return False
    last = who.last
    aside = last < len(line.low) and line.gap[last] == "," and (
        line.low[last][0].isdigit() or line.folded[last] in cast.lexicon.determiners
        or cast.lexicon.nouns.at(line.folded, last, len(line.low)) is not None)  # fmt: skip
    return not aside
