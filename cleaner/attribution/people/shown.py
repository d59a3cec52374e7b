"""Whether more than its capitals shows a name to be a person's: a given name, a title, an office, an initial.

In prose that reports, two words with capitals are somebody; in lists, headings and labels they are a product, a heading
or a column: Container Image, Pet Safety. Owns that one question.
"""

from __future__ import annotations

from cleaner.attribution.people.cast import Cast, Person
from cleaner.mentions import gender as given_gender


def shown(person: Person, cast: Cast) -> bool:
    """Return whether a document or a given name shows that somebody is a person at all.

    Where things have a gender too, what an article or a pronoun tells of it shows nothing: “a Quadra” may be a firm,
    and Kärnholm, of which “elle” tells, a product.
    """
    if person.offices or person.kinds or person.roles or given_gender(person.name) or named_so(person):
        return True
    if cast.lexicon.speech.gendered_things:
        return bool(given_gender(f"{person.name} {person.name}", cast.lexicon.tag))
    return bool(person.gender) and not cast.lexicon.speech.given_endings


def named_so(person: Person) -> bool:
    """Return whether a name alone, of several words, is a person's: a given name or an initial begins it.

    What stands in a label proves less than in prose: Customer Support holds no office.
    """
    words = person.name.split()
    initial = any(len(word) == 2 and word[1] == "." for word in words)
    return len(words) > 1 and bool(given_gender(person.name) or person.roles or initial)


def is_person(name: str | None, cast: Cast) -> bool:
    """Return whether a name, full or last, is shown to be that of a person of the document."""
    person = cast.named(name) if name else None
    return person is not None and shown(person, cast)
