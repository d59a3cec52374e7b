"""Man or woman: what titles, given names, endings and the pronouns beside a name tell of people and bodies.

Says nothing where they differ. Whom a pronoun means is judged elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.judging import Who
from cleaner.mentions import gender as given_gender
from cleaner.text import fold, fold_word

_GENDERS: Final = {"f": "woman", "m": "man"}
MIN_SURNAME: Final = 4
"""A surname has more letters where its ending tells."""


def body_gender(line: Line, who: Who, cast: Cast) -> str:
    """Return man or woman as the determiner of a body tells, "someone" where it does not."""
    return cast.lexicon.speech.gendered_determiners.get(line.low[who.first], "someone")


def may_be(name: str, pronoun: str, cast: Cast) -> bool:
    """Return whether a pronoun may stand for a name."""
    if pronoun not in ("man", "woman"):
        return True
    person = cast.people.get(fold(name))
    return gender(name, person, cast) in ("", pronoun)


def gender(name: str, person: Person | None, cast: Cast) -> str:
    """Return man or woman where the document or the words of a name tell, else an empty string."""
    if person is not None:
        return person.gender
    given = "" if " " in name else given_gender(f"{name} {name}", cast.lexicon.tag)
    if told := cast.genders.get(name) or _GENDERS.get(given, ""):
        return told
    words = set()
    for word in map(fold_word, name.split()):
        if word in cast.lexicon.inner:
            break
        words.add(word)
    if words & cast.lexicon.women:
        return "woman"
    lexicon = cast.lexicon
    if words & lexicon.men or any(lexicon.nouns.at([w], 0, 1) and lexicon.has_feminine(w) for w in words):
        return "man"
    endings = cast.lexicon.speech.feminine_endings
    feminine = cast.lexicon.speech.roles_recur and endings and any(w.endswith(endings) for w in words)
    return "woman" if feminine else ""


def _by_name(name: str, ends: Mapping[str, tuple[str, ...]], cast: Cast) -> str:
    return _by_given(name, cast) or _by_surname(name, ends) or _by_ending(name, cast)


def _by_given(name: str, cast: Cast) -> str:
    """Return f or m where the given name tells, one that stands alone if no surname is spelled so: Sohn Matthias."""
    alone = " " not in name and not any(key.endswith(f" {fold(name)}") for key in cast.people)
    return given_gender(f"{name} {name}" if alone else name, cast.lexicon.tag)


def _by_ending(name: str, cast: Cast) -> str:
    """Return f or m as the ending of a given name that nobody lists tells: Quirino Conti, Nunzia Conti, Эльмира."""
    first = name.split()[0].lower() if " " in name else ""
    ends = cast.lexicon.speech.given_endings.items()
    kinds = [kind for ending, kind in ends if len(first) > len(ending) + 1 and first.endswith(ending)]
    return next((letter for letter, kind in _GENDERS.items() if kinds[:1] == [kind]), "")


def _by_surname(name: str, ends: Mapping[str, tuple[str, ...]]) -> str:
    """Return f or m where only one of both ends a surname so: Слепцова, Слепцов."""
    surname = name.split()[-1].lower() if " " in name else ""
    fits = [kind for kind, firsts in ends.items() if len(surname) > MIN_SURNAME and surname.endswith(firsts)]
    return next((letter for letter, kind in _GENDERS.items() if fits == [kind]), "")


def learn(lines: Sequence[Line], cast: Cast) -> None:
    """Give people their gender where their given names tell, or the pronouns beside their names agree."""
    votes = _votes(lines, cast)
    ends = {kind: tuple({end for row in rows if len(end := row.split()[0]) > 1})
            for kind, rows in cast.lexicon.speech.declensions.items()}  # fmt: skip
    for key, person in cast.people.items():
        if person.gender:
            continue
        either = fold(person.name.split()[0]) in cast.lexicon.speech.either_gender
        told = "" if either else _by_name(person.name, ends, cast)
        (best, count), (_, second) = [*votes.get(key, Counter()).most_common(2), ("", 0), ("", 0)][:2]
        if told and not (count > 3 and not second and best != _GENDERS[told]):
            person.gender = _GENDERS[told]
        elif count >= 2 * second:
            person.gender = best


def _votes(lines: Sequence[Line], cast: Cast) -> dict[str, Counter[str]]:
    """Return for each person how many sentences have pronouns of one gender beside that name alone."""
    gendered = cast.lexicon.gendered
    votes: dict[str, Counter[str]] = {}
    for line in lines:
        alone: Person | None = None
        for first, last in line.spans:
            people: dict[str, Person] = {}
            told: list[str] = []
            for i in range(first, min(last, first + 120)):
                if line.quoted[i] >= 0:
                    continue
                if (mention := line.name_at.get(i)) and (person := cast.person(mention)):
                    people[person.name] = person
                elif (kind := gendered.get(line.folded[i])) and len(people) < 2:
                    told.append(kind)
            one = next(iter(people.values())) if len(people) == 1 else None if people else alone
            if one is not None and told and len(set(told)) == 1:
                votes.setdefault(fold(one.name), Counter())[told[0]] += 1
            alone = one
    return votes
