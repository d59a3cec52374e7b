"""The people of a document as its lines name them: entered, respelled, their offices learned, who it is about.

Builds the cast; who a noun phrase then stands for is asked of the cast.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from cleaner import namewords
from cleaner.attribution.lines.line import BREAKS, Line
from cleaner.attribution.people import acronyms, bodies
from cleaner.attribution.people.cast import Cast, Person, Register
from cleaner.attribution.people.smallwords import aged, copula
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.mentions import gender as given_gender
from cleaner.text import fold

MAX_PEOPLE: Final = 400
MIN_RESPELLED: Final = 6
"""A shorter last name that is one letter off is another name."""


def build(lines: Iterable[Line], lexicon: Lexicon, register: Register) -> Cast:
    """Return the people named in the lines."""
    cast = Cast(lexicon, register)
    lines = list(lines)
    short: list[tuple[Line, Mention]] = []
    things = cast.things = bodies.named(lines, lexicon)
    for line in sorted(lines, key=lambda line: line.role == "title"):
        for mention in line.names:
            if mention.name not in things and bodies.may_be_person(mention, lexicon):
                if len(mention.name.split()) > 1:
                    _enter(cast, line, mention)
                else:
                    short.append((line, mention))
    for line, mention in short:
        if any(cast.people[n].first > (line.number, mention.start) for n in cast.by_given.get(fold(mention.name), ())):
            del cast.by_given[fold(mention.name)]
    if lexicon.speech.strangers:
        _enter_short(cast, short)
    _enter_known(cast, short)
    _respell(cast, short)
    if lexicon.speech.given_alone:
        _by_given(cast, short)
    for line, mention in short:
        person = cast.person(mention)
        if person is not None:
            person.seen.append(line.number)
        if person is None and mention.kind == "person" and not cast.by_surname.get(fold(mention.name)):
            _enter(cast, line, mention)
        elif person is not None:
            _offices(person, line, mention, cast)
    for known in cast.people.values():
        known.seen.sort()
    cast.principals = _principals(lines, cast)
    cast.settled = {}
    cast.short = acronyms.explained(lines, lexicon)
    return cast


def _enter_short(cast: Cast, short: list[tuple[Line, Mention]]) -> None:
    """Enter the people of whom a document gives one name only: it comes again, and never behind a preposition."""
    counts = Counter(fold(mention.name) for _, mention in short)
    barred = set()
    for line, mention in short:
        at = line.word_at(mention.start)
        definite = at > 0 and line.folded[at - 1] in cast.lexicon.definite and not line.breaks(at)
        if definite and line.low[at].endswith(cast.lexicon.speech.demonym_endings or "\n"):
            barred.add(fold(mention.name))  # le Limbourgeois
        at -= at > 1 and definite
        if at and line.folded[at - 1] in cast.lexicon.prepositions and not line.breaks(at):
            barred.add(fold(mention.name))
    for line, mention in short:
        key = fold(mention.name)
        known = counts[key] > 1 or _apposed(line, mention, cast.lexicon)
        known = known or aged(line, line.word_at(mention.end), cast.lexicon)
        if known and key not in barred and cast.person(mention) is None and not cast.by_surname.get(key):
            _enter(cast, line, mention)


def _by_given(cast: Cast, short: list[tuple[Line, Mention]]) -> None:
    """Lead the given names that stand alone to the one person who bears each with a last name."""
    bearers: dict[str, list[str]] = {}
    for key in cast.people:
        if " " in key:
            bearers.setdefault(key.split()[0], []).append(key)
    for _, mention in short:
        key = fold(mention.name)
        if mention.kind == "person" and len(bearers.get(key, ())) == 1 and key not in cast.people:
            cast.by_surname.setdefault(key, bearers[key])


def _enter_known(cast: Cast, short: list[tuple[Line, Mention]]) -> None:
    """Enter a listed person whom one name calls before another of that name is named: Trump, then Ivanka Trump."""
    for line, mention in short:
        key = fold(mention.name)
        if line.role != "body" or not (names := cast.by_surname.get(key)) or key in cast.people:
            continue
        if all(cast.people[n].first > (line.number, mention.start) for n in names):
            known = cast.register.person(mention.name)
            leads = known and any(role in cast.lexicon.leading for _, role in known.roles)
            if known and leads and fold(known.name) not in names:
                _enter(cast, line, mention)


def _apposed(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether a name stands between commas behind what one person is: sua moglie, Resi, lo sgrida."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    if first < 2 or line.gap[first] != "," or (last < len(line.low) and line.gap[last] not in ",("):
        return False
    at = first - 1
    while at > 0 and first - at < 8 and line.gap[at] not in BREAKS:
        at -= 1
    hit = next((h for i in range(at, first) if (h := lexicon.nouns.at(line.folded, i, first))), None)
    return hit is not None and hit[1] == "person" and line.folded[at] in lexicon.determiners


def _respell(cast: Cast, short: list[tuple[Line, Mention]]) -> None:
    """Give people whose last name is written in two ways, one letter apart, the form that is used more often.

    Of two forms used as often, the one with more letters beyond ASCII is right: accents get lost, not made.
    """
    people = list(cast.people.values())
    initials: dict[str, list[tuple[str, Person]]] = {}
    for person in people:
        last = fold(person.name.split()[-1])
        initials.setdefault(last[:1], []).append((last, person))
    counts: dict[str, Counter[str]] = {}
    for _, mention in short[:MAX_PEOPLE]:
        word = mention.name
        if len(word) < MIN_RESPELLED:
            continue
        key = fold(word)
        fits = [p for last, p in initials.get(key[:1], ()) if one_apart(key, last)]
        exact = cast.by_surname.get(key, [])
        if len(fits) == 1 and not exact:
            counts.setdefault(fits[0].name, Counter())[word] += 1
        elif len(exact) == 1:
            counts.setdefault(cast.people[exact[0]].name, Counter())[word] += 1
    for person in people:
        forms = counts.get(person.name, Counter())
        last = person.name.split()[-1]
        forms = Counter({form: n for form, n in forms.items()
                         if fold(form) == fold(last) or one_apart(fold(form), fold(last))})  # fmt: skip
        if all(fold(form) == fold(last) for form in forms):
            continue
        forms[last] += 1
        best = max(forms, key=lambda f: (forms[f], sum(c > "\x7f" for c in f), f == last))
        name = " ".join([*person.name.split()[:-1], best])
        known = cast.register.person(name)
        old, name = fold(person.name), known.name if known else name
        if known:
            person.gender, person.roles = known.gender, known.roles
        cast.people[fold(name)] = cast.people.pop(old)
        person.name = name
        for names in (*cast.by_surname.values(), *cast.by_given.values()):
            names[:] = [fold(name) if n == old else n for n in names]
        for form in (*forms, name):
            cast.by_surname.setdefault(fold(form), [fold(name)])


def one_apart(a: str, b: str) -> bool:
    """Return whether two words differ by one letter changed, left out or added, the first one aside.

    >>> one_apart("rasmusen", "rasmussen"), one_apart("akıncı", "akınci"), one_apart("bush", "bush")
    (True, True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1 or a[:1] != b[:1]:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def _enter(cast: Cast, line: Line, mention: Mention) -> None:
    known = cast.register.person(mention.name)
    name = known.name if known else mention.name
    key = fold(name)
    if not key:
        return
    person = cast.people.get(key)
    if person is None:
        if len(cast.people) >= MAX_PEOPLE:
            return
        person = cast.people[key] = Person(name, first=(line.number, mention.start))
        if known:
            person.gender, person.roles = known.gender, known.roles
            leading = [country for country, role in known.roles if role in cast.lexicon.leading]
            person.countries.update(leading)
            person.kinds.update(["leader"] if leading else [])
    person.seen.append(line.number)
    written = fold(mention.name)
    for form in dict.fromkeys((written, key)):
        words = form.split()
        while len(words) > 2 and words[-1].strip(".,") in namewords.lexicon(cast.lexicon.tag).suffixes:
            words.pop()
        words[-1:] = [words[-1].rstrip(",")]
        cut = next((i for i in range(2, len(words) - 1) if words[i] in cast.lexicon.inner), len(words))
        held = [" ".join(words[1:cut]), words[cut - 1]] if cut < len(words) else []
        named = mention.kind == "person" and bool(cast.lexicon.speech.strangers)
        if len(words) > 1 and (named or words[0] in namewords.lexicon(cast.lexicon.tag).given):
            called = cast.by_given.setdefault(words[0], [])
            called += [] if key in called else [key]
        for last in dict.fromkeys((*words[-1:], " ".join(words[-2:]), " ".join(words[1:]), form, *held)):
            names = cast.by_surname.setdefault(last, [])
            if key not in names:
                names.append(key)
    _offices(person, line, mention, cast)


def _offices(person: Person, line: Line, mention: Mention, cast: Cast) -> None:
    """Enter the offices and the country that stand beside a name: the Russian president X; X, the Russian president."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    lexicon = cast.lexicon
    title = fold(mention.title).split()
    for word in title:
        for noun in lexicon.speech.title_nouns.get(word.strip("."), ()):
            person.offices.add((None, noun))
            person.kinds.add("person")
    if any(w in lexicon.speech.women_titles for w in title):
        person.gender = person.gender or "woman"
    elif any(w in lexicon.speech.men_titles for w in title):
        person.gender = person.gender or "man"
    at = first
    head = line.word_at(mention.title_start)
    owner = lexicon.speech.head == "first" and head > 0 and line.folded[head - 1] in lexicon.linking  # avocat de X
    while not owner and at > 0 and first - at < 8 and line.gap[at] not in BREAKS and (
            line.quoted[at - 1] == line.quoted[first]):  # fmt: skip
        if (
            line.folded[at - 1] in lexicon.clause_words
            or line.folded[at - 1] in lexicon.conjunctions
            or line.low[at - 1] in lexicon.forms
        ):
            break
        if at < first and _named_at(line, at - 1):
            break
        if line.low[at - 1] in lexicon.speech.addressee_prepositions and lexicon.nouns.at(line.folded, at, first):
            break
        at -= 1
    _learn(person, line, at, first, cast)
    _tell_gender(person, line, at, first, lexicon)
    if head > 1 and line.gap[head] == "," and (last >= len(line.low) or line.gap[last] in BREAKS):
        at = head - 1
        while at > 0 and head - at < 10 and line.gap[at] not in BREAKS and not _begins_phrase(line, at, lexicon):
            at -= 1
        office = lexicon.speech.far_subjects and line.gap[at] == "," and lexicon.nouns.at(line.folded, at, head)
        if office or line.folded[at] in lexicon.determiners or any(line.start[at] == a for a, _ in line.sentences):
            _learn(person, line, at, head, cast)
            if lexicon.nouns.at(line.folded, at + 1, head):
                _tell_gender(person, line, at, head, lexicon)
    _learn_copula(person, line, first, last, cast)
    if last < len(line.low) and line.gap[last] in ",(":
        end = last = _past_age(line, last, lexicon)
        while end < len(line.low) and end - last < 8 and (end == last or line.gap[end] not in BREAKS):
            if line.folded[end] in lexicon.clause_words or (line.low[end] in lexicon.forms and end not in line.covered):
                return
            end += 1
        if end < len(line.low) and line.gap[end] in BREAKS and (line.folded[last] in lexicon.determiners or (
                lexicon.speech.far_subjects and line.gap[last] == "," and lexicon.nouns.at(line.folded, last, end))):
            _learn(person, line, last, end, cast)


def _tell_gender(person: Person, line: Line, first: int, last: int, lexicon: Lexicon) -> None:
    """Enter whether a person is a man or a woman, as the article of an office tells: la porte-parole, Sascha Marne."""
    told = lexicon.speech.gendered_determiners.get(line.low[first], "") if first < last else ""
    if told and not person.gender and not given_gender(person.name) and line.folded[first + 1] not in lexicon.epicene:
        person.gender = told


def _learn_copula(person: Person, line: Line, first: int, last: int, cast: Cast) -> None:
    """Enter the office that a copula states: X es el alcalde de Lorca; il sindaco è X."""
    lexicon = cast.lexicon
    if not lexicon.speech.copulas:
        return
    if last < len(line.low) and (at := copula(line, last, len(line.low), lexicon)) and at < len(line.low) and (
            line.folded[at] in lexicon.determiners and line.gap[at] == " "):  # fmt: skip
        end = at + 1
        while end < len(line.low) and end - at < 8 and line.gap[end] not in BREAKS and (
                line.folded[end] not in lexicon.clause_words - lexicon.inner):  # fmt: skip
            end += 1
        _learn(person, line, at, end, cast)
    start = next((a for a, b in line.spans if a < first <= b), first)
    if first - start > 12 or line.low[start] not in lexicon.definite or any(
            line.gap[i] in BREAKS for i in range(start + 1, first)):  # fmt: skip
        return
    for cut in (first - 1, first - 2):
        if cut > start and copula(line, cut, first, lexicon) == first:
            _learn(person, line, start, cut, cast)


def _past_age(line: Line, at: int, lexicon: Lexicon) -> int:
    """Return the word behind an age between commas at word `at`: Jane Doe, 54 ans, boulangère à Nice; else `at`."""
    aged = lexicon.speech.far_subjects and at + 2 < len(line.low) and line.low[at].isdigit()
    return at + 2 if aged and line.gap[at + 1] == " " and line.gap[at + 2] == "," else at


def _begins_phrase(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Return whether word `at` is the determiner that a phrase begins with, not one inside of it."""
    before = line.folded[at - 1]
    return line.low[at] in (*lexicon.speech.definite, *lexicon.speech.indefinite) and before not in lexicon.linking


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
            if part != "capitals":  # type: ignore[has-type]
                countries.append(code)  # type: ignore[has-type]
            i = hit[0]
        elif hit := lexicon.nouns.at(line.folded, i, last):
            nouns.append(office(line, i, hit[0], str(hit[1]), first, last, lexicon))
            i = hit[0]
            person.heads.update(_led(line, i, last, lexicon) if hit[1] == "leader" else ())
        else:
            i += 1
    country = countries[-1] if len(set(countries)) == 1 else None
    personal = [n for n in nouns if n[1] in ("leader", "person")]
    if not personal or not line.text:
        return
    person.words.update(line.folded[first:last])
    if not person.gender and personal[-1][0].endswith(lexicon.speech.feminine_endings or "\n"):
        person.gender = "woman"
    elif not person.gender and lexicon.speech.nouns_tell_gender and len({n for n, _ in personal}) == 1:
        told = personal[0][0]
        person.gender = "man" if told in lexicon.men else "woman" if told in lexicon.women else ""
    for noun, kind in personal:
        person.offices.add((country, noun))
        counterpart = noun in lexicon.speech.counterparts
        person.kinds.add("counterpart" if counterpart else kind)
        if counterpart and country:
            person.countries.add(country)
        if kind == "leader" and country:
            person.countries.add(country)


def office(line: Line, first: int, end: int, kind: str, least: int, last: int, lexicon: Lexicon) -> tuple[str, str]:
    """Return the noun of an office and its kind; the leader of a party or of protesters is no head of state."""
    noun = " ".join(line.folded[first:end])
    if kind != "leader":
        return noun, kind
    if first > least and _lesser(line, first - 1, first, lexicon):
        return f"{line.folded[first - 1]} {noun}", "person"
    at = end
    while at < last and at - end < 3 and line.folded[at] in lexicon.inner | lexicon.determiners:
        at += 1
    if end < at < last and _lesser(line, at, last, lexicon):
        return f"{noun} {line.folded[at]}", "person"
    return noun, kind


def _led(line: Line, at: int, last: int, lexicon: Lexicon) -> list[str]:
    """Return the name, unless it is a country's, of what a leader leads: presidente do Chega, del Sevilla."""
    if not lexicon.speech.pro_drop or at + 1 >= last or line.folded[at] not in lexicon.inner | lexicon.linking:
        return []
    at += 1 + (line.folded[at + 1] in lexicon.determiners)
    known = at >= last or not line.capital(at) or lexicon.countries.at(line.folded, at, last)
    return [] if known else [line.folded[at]]


def _lesser(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    hit = lexicon.nouns.at(line.folded, i, last)
    return hit is not None and hit[1] in ("group", "body")


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
        cast.titled = True
        return tuple(seen)
    leaders = [p.name for p in cast.people.values() if "leader" in p.kinds]
    return tuple(leaders) if len(leaders) == 2 else ()
