"""Which paper, body or nameless person a noun takes up: a report of the agency … the document; a baker … the baker.

Owns the way back to the last phrase with a noun that the general one may stand for (`stands_for`, `covers`). Meant for
few phrases of a document: it looks at the words before them again.
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


def nameless(lines: Sequence[Line], line: Line, position: int, who: Who, cast: Cast) -> str | None:
    """Return whom an indefinite phrase introduced under the noun that a definite one takes up: a baker … the baker.

    Nobody where the document says of a person with a name that he is just that.
    """
    lexicon = cast.lexicon
    if not lexicon.covers or not who.noun or who.type != "person" or who.joint or who.last - who.first > MAX_WORDS or (
            line.low[who.first] not in lexicon.definite or line.low[who.first] in lexicon.speech.possessives
            or (who.name and cast.named(who.name)) or cast.told(who.noun)):  # fmt: skip
        return None
    nouns = {who.noun.split()[0]} | {w for w in lexicon.covers.get(who.noun, ()) if " " not in w}
    end = who.first
    for back in range(position, max(-1, position - MAX_LINES), -1):
        held = lines[back]
        last = min(end, len(held.low)) - 1
        for i in range(last, max(0, last - MAX_BACK), -1):
            if held.folded[i] in nouns and held.quoted[i] < 0 and (name := _indefinite(held, i, who.noun, cast)):
                return name
        end = len(lines[back - 1].low) if back else 0
    return None


def _indefinite(line: Line, i: int, noun: str, cast: Cast) -> str | None:
    """Return the name of the person whom the phrase around the noun at word i introduces: un ancien directeur."""
    first = next((j for j in (i - 1, i - 2) if j >= 0 and line.low[j] in cast.lexicon.speech.indefinite), -1)
    if first < 0 or any(map(line.breaks, range(first + 1, i + 1))):
        return None
    stop = next((j for j in range(i + 1, len(line.low)) if line.breaks(j)), len(line.low))
    found = phrases.after(line, first, stop, cast)
    if found is None or found.type != "person" or not found.name or found.joint:
        return None
    return found.name if found.noun == noun or noun in cast.lexicon.covers else None


def _phrase(line: Line, i: int, cast: Cast) -> str | None:
    """Return the name of the phrase that begins with the noun at word i, None where nothing follows the noun in it."""
    stop = next((j for j in range(i + 1, len(line.low)) if line.breaks(j)), len(line.low))
    found = phrases.after(line, i, stop, cast)
    if found is None or not found.name or found.first != i or found.type not in ("document", "organisation"):
        return None
    return found.name if " " in found.name else None
