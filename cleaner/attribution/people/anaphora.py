"""Whom a definite phrase takes up again: the spokeswoman, the 45-year-old, the company.

Owns the memory of the phrases that spoke in a document. Chooses only among what was said before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.smallwords import definite
from cleaner.attribution.people.trail import Trail, may_be
from cleaner.mentions import Mention
from cleaner.mentions import gender as given_gender
from cleaner.text import fold, plain_spaces

MAX_PHRASE = 5
MAX_RECURRING = 5
"""A role looks back this many sentences at most for the person whom it describes."""


class Spoken(NamedTuple):
    """A phrase that spoke: the noun that heads it, and who it was."""

    noun: str
    name: str
    type: str


@dataclass
class Memory:
    """The phrases that spoke so far, the last ones at the end, and the last organisation that has a name.

    `loose`: one that was only named, which a noun in small letters may take up where nobody else fits.
    """

    spoken: list[Spoken] = field(default_factory=list)
    body: str = ""
    loose: str = ""
    firms: Counter[str] = field(default_factory=Counter)

    @property
    def main(self) -> str:
        """Return the one firm or body that is named more than once so far, and most; an empty string if none is."""
        best = [*self.firms.most_common(2), ("", 0), ("", 0)]
        return best[0][0] if best[0][1] > max(best[1][1], 1) else ""

    def add(self, who: Who, via: Sequence[str], cast: Cast) -> None:
        """Take in who has spoken, and through whom."""
        if via and via[-1][:1].isupper() and not cast.named(via[-1]):
            self.body = via[-1]
        if not who.name or who.joint:
            return
        if who.noun and not cast.named(who.name):
            self.spoken = [*self.spoken[-15:], Spoken(who.noun, who.name, who.type)]
        if who.type == "organisation" and not who.noun and who.name[:1].isupper():
            self.body = who.name

    def led(self, line: Line, subject: Who | None, cast: Cast) -> None:
        """Take in the body that a sentence begins with, where its nouns alone are taken up: the F.B.I. … the bureau."""
        named = subject and subject.type == "organisation" and subject.name and subject.name[:1].isupper()
        sure = subject and (subject.institution or any(
            line.name_at[i].kind == "organisation" for i in range(subject.first, subject.last) if i in line.name_at))
        listed = cast.lexicon.speech.anaphors_only or (cast.lexicon.speech.pro_drop and sure)
        if subject and named and listed and (subject.institution or not subject.noun):
            self.body = subject.name or ""

    def learn(self, line: Line, number: int, cast: Cast) -> None:
        """Take in the bodies of a sentence that are named behind their noun: the chip maker Lumenta."""
        lexicon = cast.lexicon
        first, last = line.spans[number]
        for i in range(first, last) if lexicon.speech.bare_quotes else ():
            named = line.name_at.get(i)
            if named and line.quoted[i] < 0 and _may_be_firm(line, i, named, cast):
                self.firms[named.name] += 1
        for i in range(first, last - 1):
            if line.folded[i] not in lexicon.nouns.firsts:
                continue
            hit = lexicon.nouns.at(line.folded, i, last)
            at = hit[0] if hit else last
            if hit and hit[1] == "body" and at < last and line.gap[at] == " " and line.capital(at) and (
                    line.quoted[at] < 0 and lexicon.nouns.at(line.folded, at, last) is None
                    and line.folded[at] not in lexicon.determiners):  # fmt: skip
                mention = line.name_at.get(at)
                if mention is None or cast.person(mention) is None:
                    self.body = mention.name if mention else line.slice(at, at + 1)
        if not self.body and lexicon.speech.roles_recur:
            held = (line.name_at[i] for i in range(first, last) if i in line.name_at and line.quoted[i] < 0)
            several = (m for m in held if m.kind == "organisation" and " " in m.name)
            self.loose = next((m.name for m in several if lexicon.institutions.at(
                line.folded, line.word_at(m.start), last) is None), self.loose)  # fmt: skip


def _may_be_firm(line: Line, i: int, mention: Mention, cast: Cast) -> bool:
    """Return whether a name is neither a person's nor a place's, as far as what stands before it tells."""
    if mention.kind not in ("name", "organisation") or cast.person(mention) is not None:
        return False
    lexicon = cast.lexicon
    governed = i > 0 and not line.breaks(i) and (
        line.folded[i - 1] in lexicon.prepositions or line.low[i - 1] in lexicon.speech.articles_plural)  # fmt: skip
    return not governed and not lexicon.countries.at(line.folded, i, len(line.low)) and (
        lexicon.institutions.at(line.folded, i, len(line.low)) is None)  # fmt: skip


def taken_up(
    line: Line, who: Who, position: int, memory: Memory, trail: Trail, cast: Cast, behind: bool = False, told: str = ""
) -> Who:
    """Return a speaker with the name that a definite phrase takes up again; unchanged where it takes up nothing.

    `told`: man or woman as the verb tells.
    """
    lexicon = cast.lexicon
    if (led := of_body(line, who, memory, cast)) is not who:
        return led
    if who.type == "organisation" and not who.institution and who.name in cast.short:
        return who._replace(name=cast.short[who.name])
    same = any(line.folded[i] in lexicon.same for i in range(who.first, who.last))
    bare = bool(lexicon.speech.declensions) and who.noun in lexicon.anaphors and line.folded[who.first] == who.noun
    bare = bare and not any(i in line.name_at and line.name_at[i].kind in ("person", "name")
                            for i in range(who.first + 1, who.last))  # fmt: skip
    if not who.noun or not lexicon.anaphors or not (definite(line, who.first, lexicon) or same or bare):
        return who
    if line.low[who.first] in lexicon.speech.possessives:
        return who
    if lexicon.speech.pro_drop and who.type == "person" and who.name and who.name[:1].isupper() and (
            who.noun not in fold(who.name) and line.capital(who.last - 1)):  # fmt: skip
        return who  # l'allenatore Palladino
    longest = 2 * MAX_PHRASE if lexicon.speech.roles_recur else MAX_PHRASE
    if who.last - who.first > longest or (who.name and cast.named(who.name)):
        return who
    words = set(fold(who.name).split()) - lexicon.same if who.name else set()
    for old in reversed(memory.spoken):
        if old.noun == who.noun and (len(words) < 2 or words <= set(fold(old.name).split())):
            return who._replace(name=old.name, type=old.type, hint="")
    head = who.noun.split()[0 if lexicon.speech.head == "first" else -1]
    if who.type == "person" and lexicon.speech.roles_recur:
        behind = bool(lexicon.speech.anaphor_endings) and (behind or head in lexicon.describing or (
            head.endswith((*lexicon.speech.anaphor_endings, *lexicon.speech.demonym_endings))))  # fmt: skip
        told = told if bare and told in ("man", "woman") else kind(head, cast, line.low[who.first])
        return _recurring(line, who, told, position, trail, cast, behind)
    if _of_something(line, who, cast) or not (bare or line.low[who.first] in lexicon.determiners):
        return who
    if who.type == "document" and not _of_something(line, who, cast):
        papers = [old.name for old in memory.spoken if old.type == "document"]
        named = (lexicon.speech.roles_recur or lexicon.speech.anaphors_only) and who.noun not in lexicon.anaphors
        return (
            who._replace(name=papers[-1]) if papers and not named and line.low[who.first] in lexicon.definite else who
        )
    if who.type == "organisation":
        short = who.last - who.first <= 2 or not lexicon.speech.anaphors_only
        body = memory.body or ("" if any(map(line.capital, range(who.first, who.last))) else memory.loose)
        body = body or (memory.main if who.last - who.first == 2 else "")
        own = bool(lexicon.speech.bare_quotes) and who.last - who.first > 2 and line.capital(who.first + 1)
        known = body and short and not own and (who.noun in lexicon.anaphors or head in lexicon.anaphors)
        return who._replace(name=body, hint="") if known else who
    loose = bool({who.noun, head} & lexicon.anaphors)
    held = head in lexicon.held and all(line.capital(i) or line.folded[i] in lexicon.past
                                        for i in range(who.first + 1, who.last - 1))  # fmt: skip
    if who.type != "person" or (lexicon.speech.anaphors_only and not loose and not held):
        return who
    name = trail.resolve(kind(head, cast), position, cast, barred=lambda one: _opposed(head, one, cast))
    person = cast.named(name) if name else None
    if person and not loose and lexicon.speech.anaphors_only:
        nouns = {word for _, noun in person.offices for word in noun.split()} & lexicon.held
        if nouns and head not in nouns:
            return who
    held_ = person and any(set(who.noun.split()) & set(noun.split()) for _, noun in person.offices)
    kinds = lexicon.nouns.at([head], 0, 1) if lexicon.opposed else None
    office = head in lexicon.opposed or head in lexicon.heads or (kinds is not None and kinds[1] == "leader")
    if person and lexicon.opposed and office and not loose and not held_ and (person.offices or person.roles):
        return who  # the minister is not Jane Doe, the baker
    if person:
        return who._replace(name=person.name, hint="", type="person")
    return who


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
    name = trail.resolve(kind_, position, cast, 2 if of else MAX_RECURRING, things=False,
                         barred=lambda one: _opposed(who.noun, one, cast))  # fmt: skip
    person = cast.named(name) if name else None
    if name and line.low[who.first] in cast.lexicon.speech.pointing:
        return who._replace(name=name, hint="", type="person")
    if name and person is None and who.noun in cast.lexicon.latter:
        return who._replace(name=name, hint="")
    loose = _loose(who.noun, cast)
    if person is None:
        one = _only(line, who, kind_, cast) if loose and not of and behind else None
        return who._replace(name=one, hint="") if one else who
    held = any(set(who.noun.split()) & set(noun.split()) for _, noun in person.offices)
    if who.noun in cast.lexicon.kin and not held:
        return who
    leads = cast.lexicon.nouns.at([who.noun.split()[0]], 0, 1) if cast.lexicon.speech.pro_drop else None
    if leads and leads[1] == "leader" and person.offices and not held and "leader" not in person.kinds:
        return who  # el presidente is no deputy
    if not loose and (person.offices or person.roles) and not (held and not of):
        return who
    return who._replace(name=person.name, hint="", type="person")


def _opposed(noun: str, name: str, cast: Cast) -> bool:
    """Return whether a noun names another side than the office of a person: the witness is not Judge Jane Doe."""
    sides = cast.lexicon.opposed
    mine = next((sides[word] for word in noun.split() if word in sides), None) if sides else None
    person = cast.named(name) if mine else None
    held = {sides[w] for _, words in person.offices for w in words.split() if w in sides} if person else set()
    return mine is not None and bool(held) and mine not in held and any(group == mine[0] for group, _ in held)


def _loose(noun: str, cast: Cast) -> bool:
    """Return whether a noun only describes somebody, by the list or by its ending: la bioacousticienne."""
    endings = (*cast.lexicon.speech.anaphor_endings, *cast.lexicon.speech.demonym_endings)
    return noun in cast.lexicon.anaphors or noun.endswith(endings or "\n")


def _only(line: Line, who: Who, kind_: str, cast: Cast) -> str | None:
    """Return the one person named so far whom a noun may describe, one of whom no office is known before others.

    A noun that describes anybody fits whoever has another office too.
    """
    sure, here = who.noun in cast.lexicon.describing, (line.number, line.start[who.first])
    near = [p for p in cast.people.values() if p.seen and (p.seen[0] < line.number or p.first < here)
            and may_be(p.name, kind_, cast) and " " in p.name and (
                p.offices or p.gender or given_gender(p.name)) and not _opposed(who.noun, p.name, cast)]  # fmt: skip
    free = [p.name for p in near if not p.offices and not p.roles]
    return free[0] if len(free) == 1 else near[0].name if len(near) == 1 and sure else None


def kind(noun: str, cast: Cast, determiner: str = "") -> str:
    """Return man or woman as a noun or its determiner tells, "someone" where they do not."""
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


def _of_something(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a phrase says of what it is the head: the spokeswoman of the city."""
    return any((line.folded[i] in cast.lexicon.inner | cast.lexicon.prepositions and not line.capital(i)) or (
        line.gap[i] == APOSTROPHE and len(line.low[i]) == 1) for i in range(who.first + 1, who.last))  # fmt: skip
