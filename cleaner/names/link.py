"""Which listed person a name means, with how sure that is: listed spellings first, then what is written much alike.

Says nobody where two people are within reach. Decides by the name alone; sees no text around it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import JaroWinkler

from cleaner.names.fold import plain, sound, tokens
from cleaner.names.letters import script
from cleaner.names.listed import in_use, index
from cleaner.names.match import ALIKE, apart
from cleaner.names.people import canonical
from cleaner.names.person import Person

SURE: Final = 0.9
"""From this probability on a name is linked."""
NEAR: Final = 0.5
"""From this probability on somebody is a candidate; two of them, and the name is linked to none."""
_ALONE: Final = 0.95
"""How sure a surname alone is that only one listed person bears."""
_ASKED: Final = 12
"""So many people at most are compared with a name."""
_COMPARED: Final = 2
"""So many spellings of each at most."""
_ALIKE: Final = 0.8
"""Spellings that look less alike are not compared: the look costs little, the model much."""
_WORD_ALIKE: Final = 0.65
"""Nor are spellings in one script where nothing in the longer is as much like the longest word of the shorter, which is
no nickname: of 485 pairs of listed spellings that the model takes for one person, none is below .7."""
_ACROSS: Final = {"cyrillic": 0.74, "greek": 0.74}
"""The same where a spelling is compared with one in another script, by the script: these two write all vowels."""
_FAR: Final = 0.64
"""The same for the other scripts."""
_KEY: Final = 3
"""Letters of a word's sound by which people are looked up."""


class Candidate(NamedTuple):
    """One listed person within reach of a name."""

    person: Person
    probability: float


class Link(NamedTuple):
    """Whom a name means: nobody (None) where nobody listed or more than one is within reach.

    `candidates` are all within reach, the likeliest first; more than one where the name is ambiguous.
    """

    person: Person | None
    probability: float
    candidates: tuple[Candidate, ...]

    @property
    def id(self) -> str | None:
        """Return the person's id."""
        return self.person.id if self.person else None

    @property
    def ambiguous(self) -> bool:
        """Return whether more than one is within reach, so that nobody is chosen."""
        return self.person is None and len(self.candidates) > 1


_NOBODY: Final = Link(None, 0.0, ())


def link(name: str, language: str | None = None, day: str = "") -> Link:
    """Return the listed person a name means, in whatever language and script it is written.

    `day`, ISO as precise as known, tells apart those of the user's own people who bear one name at different times.

    >>> link("Emmanuel Macron").id, link("Эммануэль Макрон").id, link("Wladimir Putin", "de").id
    ('emmanuel-macron', 'emmanuel-macron', 'vladimir-putin')
    >>> link("Bush").person, [candidate.person.id for candidate in link("Kaczyński").candidates]
    (None, ['jaroslaw-kaczynski', 'lech-kaczynski'])
    """
    files = in_use()
    return _link(name, language, files, day if files else "")


@lru_cache(maxsize=1 << 12)
def _link(name: str, language: str | None, _files: tuple[str, ...], day: str) -> Link:
    key = tokens(name)
    if not key:
        return _NOBODY
    if person := canonical(name, language, day):
        sure = ALIKE if len(key) > 1 else _ALONE
        return Link(person, sure, (Candidate(person, sure),))
    joined = " ".join(key)
    if several := _several(joined, len(key)):
        each = round(1 / len(several), 3)
        return Link(None, each, tuple(Candidate(person, each) for person in several))
    near = [Candidate(person, _likely(name, person, joined)) for person in _within_reach(key, _files)]
    near = sorted((c for c in near if c.probability >= NEAR), key=lambda c: (-c.probability, c.person.id))
    if len(near) == 1 and near[0].probability >= SURE and not (len(key) == 1 and near[0].person.common):
        return Link(near[0].person, near[0].probability, tuple(near))
    return Link(None, near[0].probability, tuple(near)) if near else _NOBODY


def _several(joined: str, words: int) -> tuple[Person, ...]:
    """Return the people who all bear a name, as it is listed; nobody where one alone does or none."""
    by = index()
    found = by.full.get(joined, ()) if words > 1 else by.bearers.get(joined, ())
    return found if len(found) > 1 else ()


def _likely(name: str, person: Person, written: str) -> float:
    """Return the probability that a name is a person's: by the spellings in its script that look most alike."""
    of = script(name)
    spellings = [spelling for spelling in person.spellings() if script(spelling) == of] or [person.name]
    if script(spellings[0]) == of:
        spellings = [spelling for spelling in spellings if _longest_alike(written.split(), tokens(spelling))]
    alike = sorted(((_alike(written, spelling), spelling) for spelling in spellings), reverse=True)
    close = [spelling for much, spelling in alike[:_COMPARED]
             if much >= (_ALIKE if script(spelling) == of else _ACROSS.get(of, _FAR))]  # fmt: skip
    return round(max((apart(name, spelling) for spelling in close), default=0.0), 3)


def _longest_alike(x: Sequence[str], y: Sequence[str]) -> bool:
    """Return whether the longest word of the name with fewer words looks or sounds like one of the other."""
    few, many = sorted((x, y), key=len)
    longest = max(few, key=len, default="")
    heard = sound(longest)
    return any(JaroWinkler.similarity(longest, word) >= _WORD_ALIKE
               or JaroWinkler.similarity(heard, sound(word)) >= _WORD_ALIKE for word in many)  # fmt: skip


def _alike(written: str, spelling: str) -> float:
    words = tokens(spelling)
    other = " ".join(words)
    heard = JaroWinkler.similarity(" ".join(map(sound, written.split())), " ".join(map(sound, words)))
    return max(JaroWinkler.similarity(written, other), heard,
               JaroWinkler.similarity(" ".join(sorted(written.split())), " ".join(sorted(words))))  # fmt: skip


def _within_reach(key: tuple[str, ...], files: tuple[str, ...]) -> list[Person]:
    """Return who shares the sound of a word's beginning: most shared first, then most alike; never everyone."""
    by = _by_sound(files)
    shared: Counter[str] = Counter()
    people: dict[str, Person] = {}
    for start in dict.fromkeys(_starts(key)):
        for person in by.get(start, ()):
            shared[person.id] += 1
            people[person.id] = person
    written = " ".join(key)
    ranked = sorted((-count, -JaroWinkler.similarity(written, plain(people[id_].name)), id_)
                    for id_, count in shared.items())  # fmt: skip
    return [people[id_] for *_, id_ in ranked[:_ASKED]]


def _starts(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        heard = sound(word)
        if len(heard) >= 2:
            yield heard[:_KEY]


@lru_cache(maxsize=8)
def _by_sound(_files: tuple[str, ...]) -> Mapping[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in index().people:
        for spelling in person.spellings():
            for start in _starts(tokens(spelling)):
                found[start][person.id] = person
    return {start: tuple(people.values()) for start, people in found.items()}
