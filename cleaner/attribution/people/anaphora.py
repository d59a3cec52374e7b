"""Whom a definite phrase takes up again: the spokeswoman, the 45-year-old, the company.

Chooses only among what was said before, as `memory` and the trail keep it.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.covering import covered
from cleaner.attribution.people.describing import (
    describes,
    holds_other,
    kind,
    may_describe,
    of_another,
    only_holder,
    only_one,
    opposed,
    shares_word,
)
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.memory import Memory
from cleaner.attribution.people.smallwords import definite
from cleaner.attribution.people.trail import Trail
from cleaner.text import fold, plain_spaces

MAX_PHRASE = 5
MAX_RECURRING = 5
"""A role looks back this many sentences at most for the person whom it describes."""


class Phrase(NamedTuple):
    """A speaker's noun phrase in its line, and what was read before it.

    `same`: it says itself that it takes up somebody (the same source); `bare`: it is a noun without its article, in a
    language that has none (представитель заявил).
    """

    line: Line
    who: Who
    position: int
    memory: Memory
    trail: Trail
    cast: Cast
    same: bool
    bare: bool

    @property
    def head(self) -> str:
        """Return the word that heads the noun: minister in health minister, ministre in ministre de la santé."""
        return self.who.noun.split()[0 if self.cast.lexicon.speech.head == "first" else -1]

    @property
    def words(self) -> int:
        """Return how many words the phrase has."""
        return self.who.last - self.who.first

    @property
    def opening(self) -> str:
        """Return its first word, which may be its article."""
        return self.line.low[self.who.first]


def taken_up(
    line: Line, who: Who, position: int, memory: Memory, trail: Trail, cast: Cast, behind: bool = False, told: str = ""
) -> Who:
    """Return a speaker with the name that a definite phrase takes up again; unchanged where it takes up nothing.

    `behind`: it stands behind its verb; `told`: man or woman as the verb tells.
    """
    if (led := of_body(line, who, memory, cast)) is not who:
        return led
    if who.type == "organisation" and not who.institution and who.name in cast.short:
        return who._replace(name=cast.short[who.name])
    same = any(line.folded[i] in cast.lexicon.same for i in range(who.first, who.last))
    phrase = Phrase(line, who, position, memory, trail, cast, same, _bare(line, who, cast))
    if not _definite(phrase) or _is_named(phrase):
        return who
    if again := _spoke_before(phrase) or _met_before(phrase):
        return again
    if who.type == "person" and cast.lexicon.speech.roles_recur:
        return _role(phrase, behind, told)
    if _of_something(line, who, cast) or not (phrase.bare or phrase.opening in cast.lexicon.determiners):
        return who
    if who.type == "document":
        return _paper(phrase)
    if who.type == "organisation":
        return _body(phrase)
    return _person(phrase) if who.type == "person" else who


def _bare(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a phrase is a noun that no article can make definite, with no name behind it."""
    lexicon = cast.lexicon
    if not lexicon.speech.declensions or who.noun not in lexicon.anaphors or line.folded[who.first] != who.noun:
        return False
    return not any(i in line.name_at and line.name_at[i].kind in ("person", "name")
                   for i in range(who.first + 1, who.last))  # fmt: skip


def _definite(phrase: Phrase) -> bool:
    """Return whether a phrase may take up somebody by its form: the spokeswoman, but not a spokeswoman, his aide."""
    line, who, lexicon = phrase.line, phrase.who, phrase.cast.lexicon
    if not who.noun or not lexicon.anaphors or phrase.opening in lexicon.speech.possessives:
        return False
    return definite(line, who.first, lexicon) or phrase.same or phrase.bare


def _is_named(phrase: Phrase) -> bool:
    """Return whether a phrase says by itself who it is: by a name, or by more words than one takes up again."""
    line, who, lexicon = phrase.line, phrase.who, phrase.cast.lexicon
    if lexicon.speech.pro_drop and who.type == "person" and who.name and who.name[:1].isupper() and (
            who.noun not in fold(who.name) and line.capital(who.last - 1)):  # fmt: skip
        return True  # l'allenatore Palladino
    longest = 2 * MAX_PHRASE if lexicon.speech.roles_recur else MAX_PHRASE
    return phrase.words > longest or bool(who.name and phrase.cast.named(who.name))


def _spoke_before(phrase: Phrase) -> Who | None:
    """Return whoever spoke last under the same noun: a spokeswoman for the city … the spokeswoman."""
    who, lexicon = phrase.who, phrase.cast.lexicon
    words = set(fold(who.name).split()) - lexicon.same if who.name else set()
    for old in reversed(phrase.memory.spoken):
        if old.noun == who.noun and (len(words) < 2 or words <= set(fold(old.name).split())):
            return who._replace(name=old.name, type=old.type, hint="")
    return None


def _met_before(phrase: Phrase) -> Who | None:
    """Return whoever was brought up without a name under the same noun: a man of 33 … the man."""
    who = phrase.who
    if who.type != "person" or phrase.words > 2:
        return None
    names = (name for noun, name in reversed(phrase.memory.met) if noun == who.noun)
    name = next(names, None)
    return who._replace(name=name, hint="") if name else None


def _role(phrase: Phrase, behind: bool, told: str) -> Who:
    """Return whose role is varied, in a language that does so, of the gender its verb, article or noun tells."""
    cast, head, speech = phrase.cast, phrase.head, phrase.cast.lexicon.speech
    varied = behind or head in cast.lexicon.describing or (
        head.endswith((*speech.anaphor_endings, *speech.demonym_endings)))  # fmt: skip
    gender = told if phrase.bare and told in ("man", "woman") else kind(head, cast, phrase.opening)
    if name := covered(phrase.line, phrase.who, gender, phrase.trail, cast):
        return phrase.who._replace(name=name, hint="", type="person")
    varied = bool(speech.anaphor_endings) and varied
    return _recurring(phrase.line, phrase.who, gender, phrase.position, phrase.trail, cast, varied)


def _paper(phrase: Phrase) -> Who:
    """Return the document that spoke last, under another noun: the report of the council … the study."""
    who, lexicon = phrase.who, phrase.cast.lexicon
    papers = [old.name for old in phrase.memory.spoken if old.type == "document"]
    other = (lexicon.speech.roles_recur or lexicon.speech.anaphors_only) and who.noun not in lexicon.anaphors
    return who._replace(name=papers[-1]) if papers and not other and phrase.opening in lexicon.definite else who


def _body(phrase: Phrase) -> Who:
    """Return the body that was named last, which a noun takes up: Lumenta Corp. … the company."""
    line, who, memory, lexicon = phrase.line, phrase.who, phrase.memory, phrase.cast.lexicon
    if who.noun not in lexicon.anaphors and phrase.head not in lexicon.anaphors:
        return who
    if phrase.words > 2 and (lexicon.speech.anaphors_only or (
            lexicon.speech.bare_quotes and line.capital(who.first + 1))):  # fmt: skip
        return who
    body = memory.body or ("" if any(map(line.capital, range(who.first, who.last))) else memory.loose)
    body = body or (memory.main if phrase.words == 2 else "")
    return who._replace(name=body, hint="") if body else who


def _person(phrase: Phrase) -> Who:
    """Return the person spoken of last whom a noun may describe: Jane Doe … the 45-year-old, the senator."""
    who, cast, head = phrase.who, phrase.cast, phrase.head
    varies = bool({who.noun, head} & cast.lexicon.anaphors)
    if cast.lexicon.speech.anaphors_only and not varies and not _held(phrase):
        return who
    name = phrase.trail.resolve(kind(head, cast), phrase.position, cast, barred=lambda one: opposed(head, one, cast))
    person = cast.named(name) if name else None
    if person is None or (not varies and (_holds_other(person, phrase) or _is_other_office(person, phrase))):
        return who
    return who._replace(name=person.name, hint="", type="person")


def _held(phrase: Phrase) -> bool:
    """Return whether a noun is an office that somebody holds, told of no body: the senator, the Texas senator."""
    line, who, lexicon = phrase.line, phrase.who, phrase.cast.lexicon
    return phrase.head in lexicon.held and all(line.capital(i) or line.folded[i] in lexicon.past
                                               for i in range(who.first + 1, who.last - 1))  # fmt: skip


def _holds_other(person: Person, phrase: Phrase) -> bool:
    """Return whether a person holds an office of that sort, but another one: Senator Jane Doe is not the governor."""
    lexicon = phrase.cast.lexicon
    nouns = {word for _, noun in person.offices for word in noun.split()} & lexicon.held
    return bool(lexicon.speech.anaphors_only and nouns) and phrase.head not in nouns


def _is_other_office(person: Person, phrase: Phrase) -> bool:
    """Return whether a noun is an office, and the person is known for another: the minister is not Jane Doe, baker."""
    lexicon, head = phrase.cast.lexicon, phrase.head
    if not lexicon.opposed or not (person.offices or person.roles) or shares_word(person, phrase.who.noun):
        return False
    kinds = lexicon.nouns.at([head], 0, 1)
    return head in lexicon.opposed or head in lexicon.heads or (kinds is not None and kinds[1] == "leader")


def of_body(line: Line, who: Who, memory: Memory, cast: Cast) -> Who:
    """Return who speaks for a body that its noun alone names under the name of that body: fuentes de la formación."""
    lexicon, at = cast.lexicon, who.last - 1
    if not memory.body or not lexicon.speech.pro_drop or who.joint or not who.noun or who.type == "document" or (
            not who.name or at - 2 < who.first or line.folded[at] not in lexicon.anaphors or line.capital(at)):
        return who
    hit = lexicon.nouns.at(line.folded, at, who.last)
    link = at - 1 if line.folded[at - 1] in lexicon.linking else at - 2
    if (hit and hit[1] != "body") or line.folded[at] not in lexicon.own_bodies or cast.named(who.name) or (
            line.folded[link] not in lexicon.linking or link <= who.first or not definite(line, at, lexicon)):
        return who
    first = who.first + (line.low[who.first] in lexicon.definite and link - who.first > 1)
    head = " ".join(plain_spaces(line.slice(first, link)).split())
    return who._replace(name=f"{head} {lexicon.speech.linking[0]} {memory.body}", hint="")


def in_full(line: Line, who: Who, cast: Cast) -> Who:
    """Return a speaker whose words name a person by a title, with the full name: le cabinet de Mme X."""
    name = who.name
    if not name or who.joint or who.first + 2 >= who.last or cast.named(name):
        return who
    for i in range(who.first + 2, who.last):
        held = line.name_at.get(i)
        person = cast.person(held) if held and line.quoted[i] < 0 else None
        if held is None or person is None or person.name == held.name:
            continue
        at = line.word_at(held.title_start)
        at -= line.folded[at - 1] in cast.lexicon.linking and line.low[at - 2] in cast.lexicon.abbreviations
        at -= line.low[at - 1] in cast.lexicon.abbreviations and line.folded[at - 1] in (
            cast.lexicon.women | cast.lexicon.men)  # fmt: skip
        if at <= who.first or line.folded[at - 1] not in cast.lexicon.linking:
            continue
        written = " ".join(plain_spaces(line.slice(at, line.word_at(held.end))).split())
        name = name.replace(written, person.name)
    return who._replace(name=name)


def _recurring(line: Line, who: Who, kind_: str, position: int, trail: Trail, cast: Cast, behind: bool) -> Who:
    """Return a role with the name of the person just spoken of whom it may describe: the author of the book.

    A noun that only describes (`anaphors`) fits anybody; an office fits who has none that is known. `behind`: the role
    stands behind a quotation and its verb, where writers vary the name.
    """
    if line.low[who.first] in cast.lexicon.speech.joint_determiners:
        return who
    of = _of_something(line, who, cast)
    if _restricted(line, who, cast):
        return who
    name = trail.resolve(kind_, position, cast, 2 if of else MAX_RECURRING, things=False,
                         barred=lambda one: opposed(who.noun, one, cast))  # fmt: skip
    person = cast.named(name) if name else None
    if name and line.low[who.first] in cast.lexicon.speech.pointing:
        return who._replace(name=name, hint="", type="person")
    if name and person is None and who.noun in cast.lexicon.latter:
        return who._replace(name=name, hint="")
    if name and person is None and not of and cast.genders.get(name) == kind_ and _only_describes(who.noun, cast):
        return who._replace(name=name, hint="")
    if person is None:
        one = only_one(line, who, kind_, cast) if describes(who.noun, cast) and not of and behind else None
        return who._replace(name=one, hint="") if one else who
    if not of and _goes_on(line, who, person, position, trail, cast):
        return who._replace(name=person.name, hint="", type="person")
    if not of and holds_other(who.noun, person, cast.lexicon) and (holder := only_holder(who.noun, cast)):
        return who._replace(name=holder, hint="", type="person")
    if not may_describe(who.noun, person, of, cast) or of_another(line, who, person, cast.lexicon) or (
            of and _is_newcomer(who, person, trail, cast)):  # fmt: skip
        return who
    return who._replace(name=person.name, hint="", type="person")


def _goes_on(line: Line, who: Who, person: Person, position: int, trail: Trail, cast: Cast) -> bool:
    """Return whether a sentence goes on with whoever spoke in the one before it, under an office that nobody holds."""
    lexicon, last = cast.lexicon, trail.steps[-1]
    if not lexicon.covers or not any(who.first == first for first, _ in line.spans) or who.noun in lexicon.heads or (
            last.position != position or last.speakers != [person.name]):  # fmt: skip
        return False
    hit = lexicon.nouns.at(who.noun.split(), 0, len(who.noun.split()))
    return hit is not None and hit[1] == "person" and who.noun not in lexicon.kin and not cast.told(who.noun)


def _only_describes(noun: str, cast: Cast) -> bool:
    """Return whether a noun takes up whoever was told of, even without a name: une voisine … la sexagénaire."""
    return noun in cast.lexicon.anyone or noun.endswith(cast.lexicon.speech.age_endings or "\n")


def _restricted(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a clause that no comma parts from a phrase says which one is meant: l'ingénieur qui l'a écrite."""
    last, speech = who.last, cast.lexicon.speech
    return bool(speech.subjects_stated) and last < len(line.low) and line.gap[last] == " " and (
        line.low[last] in speech.subject_relatives or line.folded[last] in cast.lexicon.relatives)  # fmt: skip


def _is_newcomer(who: Who, person: Person, trail: Trail, cast: Cast) -> bool:
    """Return whether an office told of a body is new where the sentence before is not about the one named before."""
    if person.offices or person.roles or not cast.lexicon.speech.subjects_stated or who.noun not in cast.lexicon.heads:
        return False
    return person.name != trail.steps[-1].subject and not any(person.name in s.speakers for s in trail.steps[-2:])


def _of_something(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a phrase says of what it is the head: the spokeswoman of the city."""
    return any((line.folded[i] in cast.lexicon.inner | cast.lexicon.prepositions and not line.capital(i)) or (
        line.gap[i] == APOSTROPHE and len(line.low[i]) == 1) for i in range(who.first + 1, who.last))  # fmt: skip
