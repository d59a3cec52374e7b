"""Slips in a listed person's surname that the given name beside it gives away: the list says which spelling is right.

Needs no second spelling in the document. A name that languages write in different ways has no one right spelling, so
only what is surely damage is repaired there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from cleaner.mentions import Mention
from cleaner.names import Person, canonical, everyone
from cleaner.names.fold import plain
from cleaner.names.listed import in_use
from cleaner.repairs.slips import ACCENT, HALF, LETTER, SPELLING, clear, no_word, slip
from cleaner.repairs.spellings import PIECE, Repair, Spelling
from cleaner.repairs.witnesses import known_spelling
from cleaner.text import fold_word

_MOST: Final = 2
"""A surname written oddly more often than this is no slip of the hand."""


def listed_slips(
    spellings: Mapping[str, Spelling], found: Sequence[Mention], language: str, inflects: bool
) -> Iterator[Repair]:
    """Yield the odd surnames that stand behind a listed person's given name."""
    people = beside(language)
    for mention in found:
        words = [w for w in PIECE.findall(mention.text) if not w.islower()]
        if len(words) < 2 or len(words[-1]) < 4:
            continue
        first = next((i for i, word in enumerate(words[:-1]) if fold_word(word) in people), len(words) - 1)
        odd, words = spellings[words[-1]], words[first:]
        for person, right in people.get(fold_word(words[0]), ()):
            if _is_slip(odd, right, person, words, spellings, language, inflects):
                made = slip(odd.word, right, inflects)
                assert made is not None
                why = f"{right!r} is how {person.form(language)} is written; {odd.word!r} has {made.how}."
                yield Repair(odd, right, made._replace(kind="name_misspelling"), why)
                break


def _is_slip(
    odd: Spelling, right: str, person: Person, words: Sequence[str], written: Collection[str], language: str,
    inflects: bool,
) -> bool:  # fmt: skip
    """Return whether an odd word behind a given name is this person's surname damaged, and nobody else's name."""
    made = slip(odd.word, right, inflects)
    if made is None or odd.count > _MOST or len(odd.givens) > 1:
        return False
    if known_spelling(odd, language) or canonical(" ".join(words)) not in (None, person):
        return False
    seen = right in written
    if person.common and (odd.count > 1 or not (seen or no_word(odd.word, right) or _whole(words, person))):
        return False
    if not _one_spelling(person):
        return made not in (LETTER, HALF, SPELLING) and (made is not ACCENT or right.isascii())
    return made not in (LETTER, SPELLING) or seen or clear(odd.word, right) or _single(odd.word) == _single(right)


def _whole(words: Sequence[str], person: Person) -> bool:
    """Return whether two names before the surname are the person's: Anders Fogh."""
    return len(words) > 2 and [*map(plain, words[:-1])] == [*map(plain, person.name.split()[:-1])]


def _single(word: str) -> str:
    """Return a word folded, its double letters single."""
    return "".join(char for char, _ in groupby(fold_word(word)))


def _one_spelling(person: Person) -> bool:
    """Return whether every language with Latin letters writes the surname alike, accents aside."""
    forms = (person.surname_in(tag) for tag in person.forms)
    return len({plain(form) for form in (person.surname, *forms) if form[-1] < "\u0250"}) == 1


def beside(language: str) -> Mapping[str, Sequence[tuple[Person, str]]]:
    """Return who bears a folded given name, each with the last word of the surname as the language writes it."""
    return _beside(language, in_use())


@lru_cache(maxsize=32)
def _beside(language: str, files: tuple[str, ...]) -> Mapping[str, Sequence[tuple[Person, str]]]:
    """Return what `beside` does; `files`, the user's people that count, tell one list from another."""
    out: dict[str, list[tuple[Person, str]]] = defaultdict(list)
    for person in everyone():
        form = person.form(language).split()
        surname = person.surname_in(language).split()
        if len(form) < 2 or form[: len(surname)] == surname or form[-1] != surname[-1] or form[-1][-1] > "\u024f":
            continue
        for given in dict.fromkeys((fold_word(form[0]), fold_word(person.name.split()[0]))):
            out[given].append((person, form[-1]))
    return dict(out)
