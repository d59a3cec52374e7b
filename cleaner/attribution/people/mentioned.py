"""Which paper or body a noun that fits many takes up: a report of the agency … the document; the court … the bench.

Owns the way back to the last phrase with a noun that the general one may stand for (`stands_for`). Meant for few
phrases of a document: it looks at the words before them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who

MAX_LINES: Final = 12
MAX_BACK: Final = 600
"""So many words of each paragraph before are looked at, at most."""
MAX_WORDS: Final = 3
"""A phrase with more words says itself what it means."""


def at_length(lines: Sequence[Line], line: Line, position: int, who: Who, cast: Cast) -> Who:
    """Return a speaker with the name of the paper or body that its general noun takes up, unchanged if none was named.

    Le document, cette juridiction: the words before tell which one.
    """
    nouns = cast.lexicon.stands_for.get(who.noun)
    plain = who.name is not None and " " not in who.name and who.name == who.name.lower() and not who.pronoun
    if not nouns or not plain or who.type not in ("document", "organisation") or who.last - who.first > MAX_WORDS or (
            line.folded[who.first] not in cast.lexicon.definite):  # fmt: skip
        return who
    end = who.first
    for back in range(position, max(-1, position - MAX_LINES), -1):
        held = lines[back]
        last = min(end, len(held.low)) - 1
        for i in range(last, max(-1, last - MAX_BACK), -1):
            if held.folded[i] in nouns and held.quoted[i] < 0 and (name := _phrase(held, i, cast)):
                return who._replace(name=name, hint="")
        end = len(lines[back - 1].low) if back else 0
    return who


def _phrase(line: Line, i: int, cast: Cast) -> str | None:
    """Return the name of the phrase that begins with the noun at word i, None where nothing follows the noun in it."""
    stop = next((j for j in range(i + 1, len(line.low)) if line.breaks(j)), len(line.low))
    found = phrases.after(line, i, stop, cast)
    if found is None or not found.name or found.first != i or found.type not in ("document", "organisation"):
        return None
    return found.name if " " in found.name else None
