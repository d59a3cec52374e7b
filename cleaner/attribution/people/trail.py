"""Whom a pronoun goes back to: who spoke or stood in front of the sentences before it, the nearest one first.

Owns the resolution of he and she. Chooses nobody where two fit equally.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import apposition, extent, phrases
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import RECENT, Who, known
from cleaner.attribution.people.smallwords import aged
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import gender as given_gender
from cleaner.text import fold, fold_word

_GENDERS: Final = {"f": "woman", "m": "man"}
THEREIN: Final = "therein"
"""The document told of last is meant: darin heißt es."""
MAX_SENTENCES: Final = 8
MIN_SURNAME: Final = 4
MAX_COMPLEMENT: Final = 8
MAX_LINES: Final = 3
"""A pronoun looks back this many sentences and paragraphs at most."""


@dataclass
class Step:
    """One sentence: its paragraph, who spoke in it, whom it begins with, and who else is named in it.

    `body`: the organisation or document that it begins with, its gender, where things have one, and its type; `alone`:
    the one person named where subjects may stand behind their verbs and none stands in front; `met`: whom it brings up
    without a name, with man, woman or someone.
    """

    position: int
    speakers: list[str] = field(default_factory=list)
    subject: str | None = None
    others: list[str] = field(default_factory=list)
    paper: str = ""
    stranger: str = ""
    body: tuple[str, str, str] | None = None
    alone: str = ""
    met: tuple[tuple[str, str], ...] = ()

    def just_met(self, pronoun: str) -> str | None:
        """Return the one without a name whom the sentence brings up and a pronoun fits: a woman stood there … she."""
        fits = [name for name, kind in self.met if pronoun not in ("man", "woman") or kind in (pronoun, "someone")]
        return fits[0] if len(fits) == 1 else None


@dataclass
class Trail:
    """The sentences read so far, the last ones at the end.

    `body`: an organisation spoke in the last one, by its gender where it has one; `group`: which group was
    named last, and in which paragraph; `asker`: who has just asked what is answered now; `written`: a document too may
    be meant.
    """

    steps: list[Step] = field(default_factory=list)
    body: str = ""
    group: tuple[int, str] | None = None
    asker: str = ""
    written: bool = False

    def add(
        self, line: Line, number: int, position: int, speakers: Sequence[str], cast: Cast, subject: Who | None,
        met: Sequence[tuple[str, str]] = (),
    ) -> None:  # fmt: skip
        """Take in a sentence that has been read, and who stands in front of it."""
        first, last = line.spans[number]
        others = [p.name for i in range(first, min(last, first + 200))
                  if i in line.name_at and line.quoted[i] < 0 and (p := cast.person(line.name_at[i]))
                  and (p.gender or p.offices or p.roles or len(p.seen) > 1)]  # fmt: skip
        if subject and subject.type == "group" and subject.name:
            self.group = position, subject.name
        kin = subject and cast.lexicon.speech.verb_second and line.low[subject.first] in cast.lexicon.speech.possessives
        named = subject.name if subject and subject.type == "person" and not subject.joint and not kin else None
        vague = subject is not None and (subject.hint == RECENT or subject.pronoun == "role") and not named
        if subject and vague and cast.lexicon.speech.roles_recur:
            near = bool(self.steps) and self.steps[-1].position == position
            named = (
                (self.resolve("someone", position, cast, 1) if near else None)
                or trimmed(line, subject.first + 1, subject.last)
                or None
            )
        body = None
        things = ("organisation", "document") if cast.lexicon.speech.subjects_stated else ("organisation",)
        if cast.lexicon.speech.roles_recur and subject and subject.type in things and subject.name:
            body = subject.name, body_gender(line, subject, cast), subject.type
        people = list(dict.fromkeys(others))
        behind = cast.lexicon.speech.verb_second or cast.lexicon.speech.declensions
        alone = people[0] if behind and len(people) == 1 and not (subject and subject.name) else ""
        self.steps = [*self.steps[1 - MAX_SENTENCES :],
                      Step(position, list(dict.fromkeys(speakers)), named, people, _paper(line, first, last, cast),
                           "" if subject else _stranger(line, first, last, cast), body, alone, tuple(met))]  # fmt: skip

    def paper(self, position: int) -> str:
        """Return the paper that the last sentence of this paragraph or the one before speaks of."""
        near = (s for s in reversed(self.steps[-2:]) if position - s.position <= 1)
        return next((step.paper for step in near if step.paper), "")

    def brought_up(self, position: int, opening: bool = False) -> str | None:
        """Return the person whom a paragraph has brought up since anybody spoke in it.

        `opening`: the last sentence of the paragraph before will do.
        """
        for step in reversed(self.steps):
            if step.speakers or (step.position != position and not (opening and step is self.steps[-1])):
                return None
            if step.subject or step.alone:
                return step.subject or step.alone
        return None

    def resolve(
        self, pronoun: str, position: int, cast: Cast, most: int = MAX_SENTENCES, things: bool = True,
        barred: Callable[[str], bool] | None = None,
    ) -> str | None:  # fmt: skip
        """Return the name a pronoun goes back to within `most` sentences, None where nobody or several fit.

        `things`: it may be an organisation that a sentence begins with; `barred` tells who is not meant.
        """
        for back, step in enumerate(reversed(self.steps)):
            if position - step.position > MAX_LINES or back >= most:
                break
            told = [n for n in (step.subject, *step.others) if n and _sure(n, cast)]
            fits = [n for n in (*step.speakers, *told) if may_be(n, pronoun, cast) and not (
                n == self.asker or (barred and barred(n)))]  # fmt: skip
            quiet = not any(s.speakers for s in self.steps if s.position == position)
            told_by_form = pronoun in ("man", "woman") or (back == 0 and not step.subject and quiet)
            if told_by_form and (new := step.just_met(pronoun)) and step.subject not in fits and not any(
                    n in fits for n in step.speakers) and not (barred and barred(new)):  # fmt: skip
                return new
            if (
                things
                and step.body
                and not fits
                and step.body[1] in (pronoun, "someone")
                and (step.body[2] == "organisation" or (back == 0 and self.written))
                and position - step.position <= 1
            ):
                return step.body[0]
            spoke = [n for n in step.speakers if n in fits]
            if len(spoke) == 1 or (spoke and back == 0):
                return spoke[-1]
            names = list(dict.fromkeys(fits))
            if len(names) == 1:
                return names[0]
            if names:
                near = back == 0 or bool(cast.lexicon.speech.strangers)
                return step.subject if step.subject in names and near else None
        return None


def _stranger(line: Line, first: int, last: int, cast: Cast) -> str:
    """Return the definite phrase that a sentence begins with behind its source, whoever it is: selon X, le cerveau."""
    lexicon = cast.lexicon
    at = next((i for i in range(first + 1, min(last, first + MAX_COMPLEMENT)) if line.gap[i] == ","), last)
    if not lexicon.speech.roles_recur or lexicon.according.at(line.folded, first, last) is None or at >= last or (
            line.low[at] not in lexicon.speech.gendered_determiners):  # fmt: skip
        return ""
    end = at + 1
    while end < last and end - at < MAX_COMPLEMENT and not line.breaks(end) and line.low[end] not in lexicon.forms and (
            line.low[end] not in lexicon.speech.auxiliaries and line.folded[end] not in lexicon.passive):  # fmt: skip
        end += 1
    return trimmed(line, at + 1, end) if end > at + 1 else ""


def _paper(line: Line, first: int, last: int, cast: Cast) -> str:
    """Return the last document that a sentence speaks of, where a pack lets a place stand for it (on y lit)."""
    lexicon = cast.lexicon
    if not (lexicon.places or lexicon.speech.pro_drop or lexicon.speech.therein):
        return ""
    for i in range(min(last, first + 200) - 1, first - 1, -1):
        hit = lexicon.nouns.at(line.folded, i, last) if line.quoted[i] < 0 else None
        if hit and hit[1] == "document":
            who = phrases.after(line, i, last, cast) if lexicon.speech.therein else None
            return who.name or "" if who and who.type == "document" else trimmed(line, i, hit[0])
    return ""


def body_gender(line: Line, who: Who, cast: Cast) -> str:
    """Return man or woman as the determiner of a body tells, "someone" where it does not."""
    return cast.lexicon.speech.gendered_determiners.get(line.low[who.first], "someone")


def front(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return who stands in front of the verb of a sentence: its first phrase, adjuncts before a comma passed over."""
    key = line.number, first, last
    if key not in cast.fronts:
        cast.fronts[key] = _front(line, first, last, cast)
    return cast.fronts[key]


def _front(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    lexicon = cast.lexicon
    at = line.behind_bracket(first)
    for _ in range(3):
        while at < last and line.folded[at] in lexicon.openers and at not in line.name_at and (
                line.folded[at] not in lexicon.prepositions | lexicon.clause_words):  # fmt: skip
            at += 1
        if at >= last or line.quoted[at] >= 0:
            return None
        word = line.folded[at]
        if lexicon.speech.pro_drop and (then := _past_time(line, at, last, lexicon)):
            at = then
            continue
        adjunct = (word in lexicon.prepositions or (word in lexicon.clause_words and word not in lexicon.pronouns)
                   or any(f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[at], ())))  # fmt: skip
        if lexicon.speech.bare_quotes and (then := _fronted(line, at, last, lexicon)):
            at = then
            break
        if not adjunct or at in line.name_at or word in lexicon.determiners:
            break
        comma = next((i for i in range(at + 1, min(last, at + 30)) if line.gap[i] == "," and line.quoted[i] < 0), last)
        at = comma if comma < last else _behind_adjunct(line, at, last, lexicon)
    if lexicon.speech.declensions and at < last and at not in line.covered and line.low[at] in lexicon.forms:
        return None
    if lexicon.speech.pro_drop and at < last and _only_describes(line, at, last, lexicon):
        return None
    more = lexicon.quantities.at(line.folded, at, last)
    outset, at = at, more[0] if more else at
    end = extent.core(line, at, last, cast)
    who = phrases.after(line, at, end, cast) if at < end < last else None
    if who and who.type == "organisation" and any(line.low[i] in lexicon.speech.place_nouns
                                                  for i in range(who.first, who.last - 1)):  # fmt: skip
        return None  # o bairro Bom Jardim acordou
    if end == at < last and line.capital(at) and aged(line, at + 1, lexicon):
        return Who(at, at + 1, line.slice(at, at + 1), "person")
    who = who._replace(first=outset) if who and more else who
    if lexicon.speech.far_subjects and who and who.noun and not known(who, cast):
        stop = end
        while (
            stop < last
            and stop - end < MAX_COMPLEMENT
            and not line.breaks(stop)
            and line.low[stop] not in lexicon.forms
        ):
            stop += 1
        end = stop if stop < last and line.gap[stop] == "," else end
    return apposition.with_aside(line, who, end, last, cast)


def _past_time(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind an aside that opens a sentence and is no subject: Minutos después la mujer; else 0."""
    if at in line.name_at:
        return 0
    if hit := lexicon.asides.at(line.folded, at, last):
        return hit[0] if hit[0] < last else 0
    then = at
    while then < min(last - 1, at + 4) and line.folded[then] in lexicon.adverbs and not line.breaks(then + 1):
        then += 1
    return then if then > at + 1 and (line.folded[then] in lexicon.determiners or then in line.name_at) else 0


def _only_describes(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a noun without an article, and a verb behind its comma, leave the subject out: Maestra, diede …"""
    hit = lexicon.nouns.at(line.folded, at, last)
    if at in line.name_at or hit is None or hit[1] != "person":
        return False
    comma = next((i for i in range(at + 1, min(last, at + MAX_COMPLEMENT + 4)) if line.breaks(i)), last)
    if comma >= last or line.gap[comma] != "," or line.quoted[comma] >= 0 or comma in line.name_at:
        return False
    word = line.folded[comma]
    shut = word in lexicon.determiners or word in lexicon.conjunctions or (
        word in lexicon.clause_words and word not in lexicon.prepositions)  # fmt: skip
    return not (shut or line.capital(comma)) and lexicon.nouns.at(line.folded, comma, last) is None


def _fronted(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the pronoun behind a comma that a noun without an article describes: Coiffeuse à X, elle; 0 if none."""
    if lexicon.nouns.at(line.folded, at, last) is None or at in line.name_at:
        return 0
    for _ in range(3):
        comma = next((i for i in range(at + 1, min(last, at + MAX_COMPLEMENT + 4)) if line.breaks(i)), last)
        if comma >= last or line.gap[comma] != "," or line.quoted[comma] >= 0:
            return 0
        if lexicon.pronouns.get(line.folded[comma]) in ("man", "woman") or comma in line.name_at:
            return comma
        at = comma
        if line.folded[at] not in lexicon.prepositions | lexicon.openers and not any(
                "participle" in f.slots for f in lexicon.forms.get(line.low[at], ())) and (
                not line.low[at].rstrip("es").endswith(lexicon.speech.strange_participles or "\n")):  # fmt: skip
            return 0
    return 0


def _behind_adjunct(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word of the phrase behind an adjunct without a comma: Within an hour the governor; else `last`."""
    near = bool(lexicon.speech.clause_starts or lexicon.speech.pro_drop)
    for i in range(at + 2, min(last, at + MAX_COMPLEMENT) if near else at):
        opens = line.folded[i] in lexicon.determiners or i in line.name_at
        if line.breaks(i) or line.low[i] in lexicon.forms:
            return last
        if opens and line.folded[i - 1] not in lexicon.prepositions | lexicon.inner | lexicon.determiners:
            return i
    return last


def _sure(name: str, cast: Cast) -> bool:
    """Return whether a name is surely a person's; where every noun has a capital, two nouns look like one."""
    person = cast.people.get(fold(name))
    if person is None or not cast.lexicon.speech.nouns_capitalised:
        return True
    return bool(person.offices or given_gender(name) or len(person.seen) > 1)


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
    ends = {kind: tuple({end for row in rows if len(end := row.split()[0]) > 1})
            for kind, rows in cast.lexicon.speech.declensions.items()}  # fmt: skip
    for key, person in cast.people.items():
        if person.gender:
            continue
        either = fold(person.name.split()[0]) in cast.lexicon.speech.either_gender
        by_name = "" if either else (
            _by_given(person.name, cast)
            or _by_surname(person.name, ends)
            or _by_ending(person.name, cast)
        )
        (best, count), (_, second) = [*votes.get(key, Counter()).most_common(2), ("", 0), ("", 0)][:2]
        if by_name and not (count > 3 and not second and best != _GENDERS[by_name]):
            person.gender = _GENDERS[by_name]
        elif count >= 2 * second:
            person.gender = best
