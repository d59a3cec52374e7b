"""Which speakers of headings stand: a dash or a colon names one there, but also a product, a column or a part.

“… – Kremlin” is somebody's word, “Galaxy Tab – Black Edition” is nobody's. Owns that one question; finds no speaker.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.able import mute
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.shown import is_person

_WORDLESS: Final = ("headline-dash", "colon")
"""The rules of headings that need no verb of saying."""


def supported(claims: list[tuple[Line, Claim]], cast: Cast) -> list[tuple[Line, Claim]]:
    """Return the claims without those of headings whose speaker nothing but a mark shows to be one.

    He is shown to be a person or quoted there; in the title an institution, a noun (police, a report) and whoever
    speaks in the text do.
    """
    speaks = {name for line, claim in claims if line.role == "body" for name in (claim.who.joint or (claim.who.name,))}
    return [
        (line, claim)
        for line, claim in claims
        if not _labels(line, claim, cast) and (not _doubtful(line, claim) or _stands(line, claim, speaks, cast))
    ]


def _doubtful(line: Line, claim: Claim) -> bool:
    wordless = line.role != "body" and claim.rule in _WORDLESS
    return wordless and not any(line.quotes_in(start - 1, end + 1) for start, end in claim.content)


def _labels(line: Line, claim: Claim, cast: Cast) -> bool:
    """Return whether a thing before a mark tells what the words in marks are: Reseña: «La casa de los relojes»."""
    return line.role != "body" and claim.rule in _WORDLESS and mute(line, claim.who, cast.lexicon)


def _stands(line: Line, claim: Claim, speaks: set[str | None], cast: Cast) -> bool:
    who = claim.who
    titled = line.role == "title" and (who.institution or bool(who.noun) or who.name in speaks)
    return titled or all(is_person(name, cast) for name in who.joint or (who.name,))
