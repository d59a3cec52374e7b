"""The people of one document: their full names, offices and countries, and who a noun phrase stands for.

Resolves only what the document says or an office settles; where two persons fit, nobody is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cleaner.attribution.lines import BREAKS, Line
from cleaner.attribution.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.text import fold

Office = tuple[str | None, str]
"""Country (ISO 3166 or None) and the folded noun of an office."""
MAX_PEOPLE = 400


@dataclass
class Person:
    """One person: the name to report, surfaces seen, offices, gender as far as titles tell."""

    name: str
    offices: set[Office] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    gender: str = ""
    first: tuple[int, int] = (0, 0)


@dataclass
class Cast:
    """The people of a document, filed by the folded words they may be called by."""

    lexicon: Lexicon
    people: dict[str, Person] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    principals: tuple[str, ...] = ()
    canonical: Callable[[str], str] = str
    holders: Callable[[str, str], tuple[str, ...]] = lambda country, role: ()

    def person(self, mention: Mention) -> Person | None:
        """Return the one person a mention names, None if none or several fit."""
        return self.named(mention.name)

    def named(self, name: str) -> Person | None:
        """Return the one person of that name, full or last."""
        key = fold(name)
        if key in self.people:
            return self.people[key]
        names = self.by_surname.get(key, ())
        return self.people[names[0]] if len(names) == 1 else None

    def holder(self, country: str | None, noun: str, kind: str) -> Person | None:
        """Return the one person who holds an office, None if the document and the tables do not settle it."""
        people = list(self.people.values())
        if country is None:
            fits = [p for p in people if any(n == noun for _, n in p.offices)]
            if not fits and kind == "leader":
                fits = [p for p in people if "leader" in p.kinds]
            return fits[0] if len(fits) == 1 else None
        fits = [p for p in people if (country, noun) in p.offices]
        if len(fits) != 1 and kind == "leader":
            fits = [p for p in people if country in p.countries and "leader" in p.kinds]
        if not fits and kind == "leader":
            fits = [p for p in people if country in p.countries and "counterpart" in p.kinds]
        if len(fits) == 1:
            return fits[0]
        if fits:
            return None
        names = self.holders(country, noun)
        if len(names) == 1:
            return self.people.get(fold(names[0])) or Person(names[0])
        if kind == "leader" and len(self.principals) == 2:
            pair = [self.people[fold(n)] for n in self.principals if fold(n) in self.people]
            others = [p for p in pair if p.countries and country not in p.countries]
            open_ = [p for p in pair if not p.countries]
            if len(others) == 1 and len(open_) == 1:
                return open_[0]
        return None

    def pair(self, noun_kind: str) -> tuple[str, ...]:
        """Return the two persons a joint phrase (the two leaders) stands for, none if not exactly two fit."""
        if len(self.principals) == 2:
            return self.principals
        fits = [p.name for p in self.people.values() if noun_kind in p.kinds]
        return tuple(fits) if len(fits) == 2 else ()


def build(lines: Iterable[Line], lexicon: Lexicon, canonical: Callable[[str], str],
          holders: Callable[[str, str], tuple[str, ...]]) -> Cast:  # fmt: skip
    """Return the people named in the lines."""
    cast = Cast(lexicon, canonical=canonical, holders=holders)
    lines = list(lines)
    short: list[tuple[Line, Mention]] = []
    for line in lines:
        for mention in line.names:
            if _may_be_person(mention, lexicon):
                if len(mention.name.split()) > 1:
                    _enter(cast, line, mention)
                else:
                    short.append((line, mention))
    for line, mention in short:
        person = cast.person(mention)
        if person is None and mention.kind == "person" and not cast.by_surname.get(fold(mention.name)):
            _enter(cast, line, mention)
        elif person is not None:
            _offices(person, line, mention, cast)
    cast.principals = _principals(lines, cast)
    return cast


def _may_be_person(mention: Mention, lexicon: Lexicon) -> bool:
    if mention.kind in ("organisation", "place"):
        return False
    words = fold(mention.name).split()
    if any(w in lexicon.name_bodies for w in words):
        return False
    return lexicon.institutions.at(words, 0, len(words)) is None and lexicon.countries.at(words, 0, len(words)) is None


def _enter(cast: Cast, line: Line, mention: Mention) -> None:
    name = cast.canonical(mention.name)
    key = fold(name)
    person = cast.people.get(key)
    if person is None:
        if len(cast.people) >= MAX_PEOPLE:
            return
        person = cast.people[key] = Person(name, first=(line.number, mention.start))
    written = fold(mention.name)
    for form in {written, key}:
        words = form.split()
        for last in {words[-1], " ".join(words[-2:]), " ".join(words[1:]), form}:
            names = cast.by_surname.setdefault(last, [])
            if key not in names:
                names.append(key)
    _offices(person, line, mention, cast)


def _offices(person: Person, line: Line, mention: Mention, cast: Cast) -> None:
    """Enter the offices and the country that stand beside a name: the Russian president X; X, the Russian president."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    lexicon = cast.lexicon
    title = fold(mention.title).split()
    if any(w in lexicon.speech.women_titles for w in title):
        person.gender = person.gender or "woman"
    elif any(w in lexicon.speech.men_titles for w in title):
        person.gender = person.gender or "man"
    at = first
    while at > 0 and first - at < 8 and line.gap[at] not in BREAKS and line.quoted[at - 1] == line.quoted[first]:
        if line.folded[at - 1] in lexicon.clause_words or line.folded[at - 1] in lexicon.conjunctions or line.low[at - 1] in lexicon.forms:
            break
        if at < first and _named_at(line, at - 1):
            break
        at -= 1
    _learn(person, line, at, first, cast)
    if last < len(line.low) and line.gap[last] in ",(":
        end = last
        while end < len(line.low) and end - last < 8 and (end == last or line.gap[end] not in BREAKS):
            if line.folded[end] in lexicon.clause_words:
                return
            end += 1
        if end < len(line.low) and line.gap[end] in BREAKS and line.folded[last] in lexicon.determiners:
            _learn(person, line, last, end, cast)


def _named_at(line: Line, i: int) -> bool:
    mention = next((line.name_at[j] for j in (i, i - 1, i - 2) if j in line.name_at), None)
    return mention is not None and mention.kind in ("person", "name") and mention.end >= line.end[i]


def _learn(person: Person, line: Line, first: int, last: int, cast: Cast) -> None:
    """Take in the offices that words [first, last) state of a person."""
    lexicon = cast.lexicon
    nouns: list[tuple[str, str]] = []
    countries: list[str] = []
    i = first
    while i < last:
        if hit := lexicon.countries.at(line.folded, i, last):
            code, part = hit[1]  # type: ignore[misc]
            if part != "capitals":
                countries.append(code)
            i = hit[0]
        elif hit := lexicon.nouns.at(line.folded, i, last):
            nouns.append((" ".join(line.folded[i : hit[0]]), str(hit[1])))
            i = hit[0]
        else:
            i += 1
    country = countries[-1] if len(set(countries)) == 1 else None
    personal = [n for n in nouns if n[1] in ("leader", "person")]
    if not personal or not line.text:
        return
    for noun, kind in personal:
        person.offices.add((country, noun))
        counterpart = noun in lexicon.speech.counterparts
        person.kinds.add("counterpart" if counterpart else kind)
        if counterpart and country:
            person.countries.add(country)
        if kind == "leader" and country:
            person.countries.add(country)


def _principals(lines: list[Line], cast: Cast) -> tuple[str, ...]:
    """Return the two persons the document is about, as its title or its first sentences name them; else none."""
    seen: list[str] = []
    for line in lines[:3]:
        for mention in line.names:
            person = cast.person(mention)
            if person and person.name not in seen:
                seen.append(person.name)
        if seen:
            break
    if len(seen) == 2:
        return tuple(seen)
    leaders = [p.name for p in cast.people.values() if "leader" in p.kinds]
    return tuple(leaders) if len(leaders) == 2 else ()
