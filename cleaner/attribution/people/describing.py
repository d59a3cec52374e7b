"""Whom a noun may describe: by its gender, by the offices a person holds, by the side it takes.

Judges one noun and one person of the document at a time. Looks at no sentence before.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import gender as given_gender


def kind(noun: str, cast: Cast, determiner: str = "") -> str:
    """Return man or woman as a noun or its determiner tells, "someone" where they do not."""
    if noun in cast.lexicon.epicene:
        return "someone"
    if told := cast.lexicon.speech.gendered_determiners.get(determiner):
        return told
    endings = cast.lexicon.speech.feminine_endings
    if cast.lexicon.has_feminine(noun):
        return "man"
    if noun in cast.lexicon.women or (endings and noun.endswith(endings)):
        return "woman"
    if noun in cast.lexicon.men:
        return "man"
    ends = (kind_ for ending, kind_ in cast.lexicon.speech.gendered_endings.items() if noun.endswith(ending))
    return next(ends, "someone")


def tell_gender(line: Line, who: Who, cast: Cast) -> None:
    """Remember whether one who is told of without a name is a man or a woman: la ministre de la santé."""
    if not who.name or who.type != "person" or not who.noun or who.joint or not cast.lexicon.speech.roles_recur or (
            who.name in cast.people or cast.named(who.name)):  # fmt: skip
        return
    told = kind(who.noun.split()[0 if cast.lexicon.speech.head == "first" else -1], cast, line.low[who.first])
    if told in ("man", "woman"):
        cast.genders[who.name] = told


def shares_word(person: Person, noun: str) -> bool:
    """Return whether an office of a person has a word of the noun: the minister, Jane Doe, the health minister."""
    return any(set(noun.split()) & set(held.split()) for _, held in person.offices)


def of_another(line: Line, who: Who, person: Person, lexicon: Lexicon) -> bool:
    """Return whether a phrase says of what it is the head, and the person is the head of another such thing.

    El presidente del Betis is not José Castro, the president of Sevilla.
    """
    noun = set(who.noun.split())
    if not who.noun or not any(noun & set(held.split()) for _, held in person.offices):
        return False
    small = lexicon.inner | lexicon.prepositions | lexicon.determiners
    told = {line.folded[i] for i in range(who.first + 1, who.last) if line.folded[i] not in small | noun and (
        line.capital(i) or lexicon.speech.declensions)}  # fmt: skip
    return bool(told and person.words - small - noun) and told.isdisjoint(person.words)


def holds_other(noun: str, person: Person, lexicon: Lexicon) -> bool:
    """Return whether a noun is a public office and the person is known by a calling that is none: Jane Doe, baker.

    A word for anybody who heads something leaves it open: the head of the ministry … the minister.
    """
    words = noun.split()
    if not (lexicon.held and person.offices) or not ({noun, words[0], words[-1]} & lexicon.held):
        return False
    public = any(held in lexicon.heads or set(held.split()) & (lexicon.held | set(words)) or (
        held.endswith(words[0])) for _, held in person.offices)  # el exgobernador … el gobernador; fmt: skip
    return not public and not person.roles and "leader" not in person.kinds


def only_holder(noun: str, cast: Cast) -> str | None:
    """Return the one person of the document who holds an office of that noun, or held it: el exalcalde, el alcalde."""
    last = noun.split()[0]
    fits = [p.name for p in cast.people.values() if any(
        word.endswith(last) for _, held in p.offices for word in held.split())]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def may_describe(noun: str, person: Person, of: bool, cast: Cast) -> bool:
    """Return whether a noun may vary what a person is known for; the president is no deputy.

    `of`: it tells of what it is the head.
    """
    held, known = shares_word(person, noun), bool(person.offices or person.roles)
    if holds_other(noun, person, cast.lexicon):
        return False
    if noun in cast.lexicon.kin and not held:
        return False
    leads = cast.lexicon.nouns.at([noun.split()[0]], 0, 1) if cast.lexicon.speech.pro_drop else None
    if leads and leads[1] == "leader" and person.offices and not held and "leader" not in person.kinds:
        return False
    return describes(noun, cast) or not known or (held and not of)


def opposed(noun: str, name: str, cast: Cast) -> bool:
    """Return whether a noun names another side than the office of a person: the witness is not Judge Jane Doe."""
    sides = cast.lexicon.opposed
    mine = next((sides[word] for word in noun.split() if word in sides), None) if sides else None
    person = cast.named(name) if mine else None
    held = {sides[w] for _, words in person.offices for w in words.split() if w in sides} if person else set()
    return mine is not None and bool(held) and mine not in held and any(group == mine[0] for group, _ in held)


def describes(noun: str, cast: Cast) -> bool:
    """Return whether a noun only describes somebody, by the list or by its ending: la bioacousticienne."""
    endings = (*cast.lexicon.speech.anaphor_endings, *cast.lexicon.speech.demonym_endings)
    return noun in cast.lexicon.anaphors or noun.endswith(endings or "\n")


def only_one(line: Line, who: Who, kind_: str, cast: Cast) -> str | None:
    """Return the one person named so far whom a noun may describe, one of whom no office is known before others.

    A noun that describes anybody fits whoever has another office too.
    """
    sure, here = who.noun in cast.lexicon.describing, (line.number, line.start[who.first])
    near = [p for p in cast.people.values() if p.seen and (p.seen[0] < line.number or p.first < here)
            and may_be(p.name, kind_, cast) and " " in p.name and (
                p.offices or p.gender or given_gender(p.name)) and not opposed(who.noun, p.name, cast)]  # fmt: skip
    free = [p.name for p in near if not p.offices and not p.roles]
    return free[0] if len(free) == 1 else near[0].name if len(near) == 1 and sure else None
