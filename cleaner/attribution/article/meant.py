"""Whom a definite phrase means that points at somebody told of before: the latter, the other, the diplomat.

The phrase's `hint` says in which manner it points. Reads the words before it and who spoke last.
"""

from __future__ import annotations

from cleaner.attribution.article.state import MAX_BACK, Reference
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.describing import kind, shares_word
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.heads import written
from cleaner.attribution.people.judging import BARE, DESCRIBED, LATTER, OTHER, PEER, RECENT, Who

MAX_WORDS_BACK = 200


def meant(asked: Reference) -> Who:
    """Return the speaker whom a definite phrase means, as the words before it tell; unresolved where they do not."""
    who, spoke = asked.who, asked.spoke
    if who.hint == LATTER:
        return _latter(asked)
    if who.hint == DESCRIBED:
        return who._replace(name=_brought_up(asked) or who.name)
    if who.hint == BARE:
        return _bare_office(asked)
    if who.hint.startswith(PEER) and spoke and spoke.name:
        return who._replace(name=_peer(spoke.name, who.hint.removeprefix(PEER).strip(), asked.cast) or who.name)
    if who.hint == OTHER:
        rest = [name for name in _named(asked) if spoke is None or name != spoke.name]
        return who._replace(name=rest[0] if len(rest) == 1 else None)
    return _recent(asked) if who.hint == RECENT else who


def _named(asked: Reference) -> list[str]:
    """Return the people named in the words before whom the phrase may mean, the last one at the end."""
    who, line, cast = asked.who, asked.line, asked.cast
    named: dict[str, None] = {}
    for i in range(max(0, who.first - MAX_WORDS_BACK), who.first):
        mention = line.name_at.get(i)
        person = cast.person(mention) if mention else None
        if person and line.quoted[i] < 0 and (who.hint != RECENT or person.kinds or person.roles):
            named.pop(person.name, None)
            if _may_hold(person, who, cast) and _agrees(asked, person.name):
                named[person.name] = None
    return list(named)


def _may_hold(person: Person, who: Who, cast: Cast) -> bool:
    """Return whether a person of whom an office is known may be meant by another noun: no delegate by the director."""
    if not cast.lexicon.speech.roles_recur or who.hint != RECENT or not (person.offices or person.roles):
        return True
    same = shares_word(person, who.noun)
    if same or not person.roles or not cast.lexicon.speech.subjects_stated:
        return same or bool(person.roles)
    role = cast.lexicon.roles.get(who.noun, "")
    return not role or any(held == role for _, held in person.roles)


def _recent(asked: Reference) -> Who:
    """Return the only one named before whom a role fits, else who spoke or stood in front last: the diplomat."""
    who, state, named = asked.who, asked.state, _named(asked)
    if named:
        return who._replace(name=named[0]) if len(named) == 1 else who
    if (spoke := _spoke_so(asked)) and _agrees(asked, spoke.name or ""):
        return who._replace(name=spoke.name)
    if state.subjects and asked.near(state.subjects[-1][0]) and _agrees(asked, state.subjects[-1][1]):
        return who._replace(name=state.subjects[-1][1])
    return who._replace(name=written(asked.line, who.first, who.last, asked.cast.lexicon))


def _agrees(asked: Reference, name: str) -> bool:
    """Return whether a role may be that of a man, or of a woman, as its article or noun tells: la ministre."""
    who, cast = asked.who, asked.cast
    if not who.noun or not cast.lexicon.speech.gendered_determiners:
        return True
    head = who.noun.split()[0 if cast.lexicon.speech.head == "first" else -1]
    return may_be(name, kind(head, cast, asked.line.low[who.first]), cast)


def _spoke_so(asked: Reference) -> Who | None:
    """Return the person who spoke last, if a role may be his and nobody stood in front of a sentence since."""
    spoke, cast = asked.spoke, asked.cast
    if spoke is None or spoke.type != "person" or spoke.joint or asked.state.subjects:
        return None
    known = cast.named(spoke.name) if spoke.name else None
    if known:
        return spoke if _may_hold(known, asked.who, cast) else None
    return None if cast.lexicon.speech.roles_recur or cast.lexicon.speech.verb_endings else spoke


def _bare_office(asked: Reference) -> Who:
    """Return who holds an office told alone; nobody if another person without any office spoke in this paragraph."""
    who, spoke = asked.who, asked.spoke
    here = spoke is not None and asked.state.line == asked.position and spoke.type == "person"
    last = asked.cast.named(spoke.name) if here and spoke and spoke.name else None
    other = last is not None and not last.offices and not last.roles and last.name != who.name
    return who._replace(name=None if other else who.name)


def _peer(name: str, country: str, cast: Cast) -> str | None:
    """Return who holds the office of a person in another country."""
    person = cast.named(name)
    stated = {cast.lexicon.roles.get(n, "") for _, n in person.offices} if person else set()
    roles = sorted(r for r in stated | ({r for _, r in person.roles} if person else set()) if r)
    names = list(dict.fromkeys(n for role in roles for n in cast.register.holders(country, role)))
    return names[0] if len(names) == 1 else None


def _brought_up(asked: Reference) -> str | None:
    """Return the last person of the sentence before, if that one has no office of his own."""
    who, line, cast = asked.who, asked.line, asked.cast
    if asked.claim.sentence == 0 or who.first > asked.opening:
        return None
    first, last = line.spans[asked.claim.sentence - 1]
    people = [cast.person(line.name_at[i]) for i in range(max(first, last - MAX_WORDS_BACK), last)
              if i in line.name_at and line.quoted[i] < 0]  # fmt: skip
    person = people[-1] if people else None
    if person is None or person.offices or person.roles or person.kinds:
        return None
    noun = line.folded[who.first + 1]
    fits = person.gender != "man" if noun in cast.lexicon.women else person.gender != "woman"
    return person.name if fits and not cast.named(who.name or "") else None


def _latter(asked: Reference) -> Who:
    """Return whom the words before name last: … met John Smith. The latter said; ce dernier."""
    who, cast, speech = asked.who, asked.cast, asked.cast.lexicon.speech
    if named := _named_behind(asked):
        return who._replace(name=named, type="person", hint="", noun="")
    points = asked.line.low[who.first] in (*speech.pointing, *speech.demonstratives)
    if points and speech.subjects_stated and (last := _named_last(asked)):
        return who._replace(name=last.name, type=last.type, hint="", noun="")
    if who.pronoun == "plural":
        return who._replace(name=None)
    if fits := [name for name in _named(asked) if may_be(name, who.pronoun, cast)]:
        return who._replace(name=fits[-1])
    back = who.pronoun if who.pronoun in ("man", "woman") else "someone"
    return who._replace(name=asked.state.trail.resolve(back, asked.position, cast, MAX_BACK, things=False))


def _named_behind(asked: Reference) -> str:
    """Return the name in commas right behind a pointing word: celle-ci, Noor, a salué."""
    line, at = asked.line, asked.who.last
    held = line.name_at.get(at)
    end = line.word_at(held.end) if held else 0
    if held is None or line.gap[at] != "," or held.kind == "place" or end >= len(line.low) or line.gap[end] != ",":
        return ""
    person = asked.cast.person(held)
    return person.name if person else held.name


def _named_last(asked: Reference) -> Who | None:
    """Return whom the words before "the latter" name last: a person, who holds an office, a body, several people."""
    who, line, cast = asked.who, asked.line, asked.cast
    start = line.spans[max(asked.claim.sentence - 1, 0)][0]
    for i in range(who.first - 1, start - 1, -1):
        if line.quoted[i] >= 0:
            continue
        held = line.name_at.get(i)
        person = cast.person(held) if held else None
        if person is None or who.pronoun == "plural":
            found = _noun_at(asked, i, start)
            if found:
                return found
        elif may_be(person.name, who.pronoun, cast):
            return who._replace(name=person.name, type="person")
    return None


def _noun_at(asked: Reference, i: int, start: int) -> Who | None:
    """Return whom a phrase with its noun at word `i` names, no further back than word `start`: le gouvernement."""
    who, line, lexicon = asked.who, asked.line, asked.cast.lexicon
    if not _is_anyone(asked, i) or not _has_article(asked, i, start):
        return None
    led = line.folded[i - 1] in lexicon.prepositions - lexicon.determiners
    whose = lexicon.nouns.at(line.folded, i - 2, who.first) if led and i - 2 >= start else None
    if whose and whose[1] in ("person", "leader"):
        return None  # le chef du gouvernement
    stop = next((j for j in range(i + 1, who.first) if line.low[j] in lexicon.speech.clitics), who.first)
    found = phrases.after(line, i if led else i - 1, stop, asked.cast)
    told = found and found.name and found.type in ("person", "organisation", "group") and found.hint in ("", BARE)
    return found if told else None


def _is_anyone(asked: Reference, i: int) -> bool:
    """Return whether the noun at word `i` is one for people or bodies that speak, of the number of the pronoun."""
    who, line, lexicon = asked.who, asked.line, asked.cast.lexicon
    hit = lexicon.nouns.at(line.folded, i, who.first)
    if who.pronoun == "plural":
        return hit is not None and hit[1] == "group"
    return (hit is not None and hit[1] in ("leader", "person", "body")) or (
        lexicon.institutions.at(line.folded, i, who.first) is not None)


def _has_article(asked: Reference, i: int, start: int) -> bool:
    """Return whether an article stands before word `i`, of the gender of the pronoun if that has one: la … celle-ci."""
    who, line, lexicon = asked.who, asked.line, asked.cast.lexicon
    opens = i > start and (line.folded[i - 1] in lexicon.determiners or line.low[i - 1] in (
        *lexicon.speech.gendered_determiners, *lexicon.speech.articles_plural))  # fmt: skip
    told = lexicon.speech.gendered_determiners.get(line.low[i - 1], "")
    return opens and not (told and told != who.pronoun and who.pronoun in ("man", "woman"))
