"""Names of listed people that stand as another language writes them. Never touches what the house writes each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cleaner.mentions import Mention
from cleaner.names import Person, canonical, foreign_form
from cleaner.repairs.slips import Slip
from cleaner.repairs.spellings import Lower, Repair, Spelling
from cleaner.text import fold_word

_HOUSE: Final = 3
"""A listed person's name written so often in one way is the house's."""
_TWO: Final = 2


def foreign_forms(
    spellings: Mapping[str, Spelling], found: Sequence[Mention], lower: Lower, language: str, inflects: bool
) -> Iterator[Repair]:
    """Yield the words of listed people's names that stand as another language writes them."""
    people: dict[str, tuple[Person, list[Mention]]] = {}
    for mention in found:
        person = foreign_form(mention.name, language)
        if person is not None:
            people.setdefault(person.name, (person, []))[1].append(mention)
    yield from _against_the_house(spellings, found, lower, inflects)
    for person, odd in people.values():
        own = [m for m in found if _written_so(m.name, person) and foreign_form(m.name, language) is None]
        full = [m for m in odd if " " in m.name]
        if not own and (not full or len(odd) > 1 or full[0].name == person.name):
            continue  # only here, and so each time: a house's style, or a word that happens to be a name
        if own and len(own) < len(odd):
            continue
        for mention in odd:
            if not own and mention is not full[0]:
                continue
            made = list(_word_by_word(mention, person, own, spellings, lower, language))
            if not (inflects and all(_is_ending(repair.spelling.word, repair.right) for repair in made)):
                yield from made


def _against_the_house(
    spellings: Mapping[str, Spelling], found: Sequence[Mention], lower: Lower, inflects: bool
) -> Iterator[Repair]:
    """Yield a listed spelling of a surname that stands once, where the house writes that person's otherwise."""
    houses: dict[str, dict[str, list[Mention]]] = {}
    named = [person for m in found if (" " in m.name or m.title) and (person := canonical(m.name)) is not None]
    for mention in found:
        person = canonical(mention.name)
        if person is not None and _written_so(mention.name, person) and (not person.common or person in named):
            houses.setdefault(person.id, {}).setdefault(mention.name.split()[-1], []).append(mention)
    for forms in houses.values():
        word, own = max(forms.items(), key=lambda item: len(item[1]))
        if len(forms) != _TWO or len(own) < _HOUSE:
            continue
        odd = next(form for form in forms if form != word)
        alike = fold_word(odd) == fold_word(word) or (inflects and _is_ending(odd, word)) or odd.lower() in lower
        if len(forms[odd]) == 1 and not alike and odd in spellings and spellings[odd].count == 1:
            why = f"{word!r} stands {len(own)} times elsewhere; {odd!r} is another way to write that name."
            yield Repair(spellings[odd], word, Slip("name_variant", "", 0.92), why)


def _written_so(name: str, person: Person) -> bool:
    """Return whether a name is one of the person's listed spellings, or its surname, and no slip of them."""
    forms = (person.name, *person.forms.values(), *person.also)
    written = name.casefold()
    return any(form.casefold().endswith(written) for form in forms) and canonical(name) is person


def _is_ending(odd: str, right: str) -> bool:
    """Return whether two words differ at their ends alone, as the cases of one name do."""
    return odd[-1] != right[-1] and odd[: min(len(odd), len(right)) - 2] == right[: min(len(odd), len(right)) - 2]


def _word_by_word(
    mention: Mention,
    person: Person,
    own: Sequence[Mention],
    spellings: Mapping[str, Spelling],
    lower: Lower,
    language: str,
) -> Iterator[Repair]:
    words = mention.name.split()
    right = person.form(language).split() if len(words) > 1 else person.surname_in(language).split()
    witness = next((m for m in own if len(m.name.split()) == len(words)), None)
    last = next((m for m in own), None)
    if witness is not None:
        right = witness.name.split()
    elif last is not None and len(words) > 1:
        right = [*right[:-1], last.name.split()[-1]]
    if len(right) != len(words):
        return
    differing = [(odd, word) for odd, word in zip(words, right, strict=True) if odd != word]
    if own and not any(word in spellings for _, word in differing):
        return  # what stands elsewhere is the same in both languages: no house style is shown
    if all(word.isascii() and fold_word(odd) == fold_word(word) for odd, word in differing):
        return  # an accent that a language drops belongs to the name all the same
    for odd, word in differing:
        spelling = spellings.get(odd)
        if spelling is None or odd.lower() in lower:
            continue
        n = spellings[word].count if word in spellings else 0
        stands = f"stands {n} time{'s' if n > 1 else ''} elsewhere" if n else "is usual in this language"
        why = f"{word!r} {stands}; {odd!r} is how another language writes it."
        yield Repair(spelling, word, Slip("name_variant", "", 0.97 if n else 0.9), why)
