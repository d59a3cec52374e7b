"""Who is meant by words that fit several: the other official, Mr Roe where two are called so; his letter said.

Asks what the words themselves tell, and who spoke or stood in front last. Finds no cues.
"""

from __future__ import annotations

from dataclasses import replace

from cleaner.attribution.article.pronouns import meant_by
from cleaner.attribution.article.state import Reference
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who
from cleaner.text import fold

_ONE = "one"


def other(line: Line, who: Who, cast: Cast) -> Who | None:
    """Return who is not the one that spoke, under his own words: “A mess,” said one aide. “No,” said the other aide."""
    lexicon, at = cast.lexicon, who.first + 1
    if not lexicon.speech.singulars or who.pronoun or who.joint or who.last - at < 2 or (
            line.low[who.first] not in lexicon.definite or line.low[at] not in lexicon.determiners
            or lexicon.speech.partitives.get(line.low[at]) != _ONE or who.type != "person"):  # fmt: skip
        return None
    return who._replace(name=trimmed(line, who.first, who.last).lower(), noun="", hint="")


def writer(asked: Reference) -> Who | None:
    """Return who wrote what speaks, where a pronoun says whose it is: The chairman resigned. His letter said …"""
    line, who, speech = asked.line, asked.who, asked.cast.lexicon.speech
    if who.type != "document" or who.noun not in speech.letters or who.last - who.first > 2:
        return None
    kind = speech.gendered.get(line.low[who.first]) or ("plural" if line.low[who.first] in speech.plural_owners else "")
    if not kind:
        return None
    owner = who._replace(name=None, type="person", pronoun=kind, noun="", hint="")
    found = meant_by(asked._replace(claim=replace(asked.claim, who=owner)))
    return found._replace(pronoun="") if found.name else None


def namesake(asked: Reference) -> Who | None:
    """Return which of those who share a last name is meant: who spoke or stood in front last, if the other never did.

    Idris Salim was found dead. His brother, Omar Salim, rang twice. “Nobody came,” Mr Salim said.
    """
    who, cast = asked.who, asked.cast
    person = cast.named(who.name) if who.name and who.type == "person" and not who.pronoun else None
    names = cast.by_surname.get(fold(person.name).split()[-1], []) if person else []
    if person is None or len(names) < 2 or asked.line.name_at.get(who.last - 1) is None or (
            fold(asked.line.name_at[who.last - 1].name) == fold(person.name)):  # fmt: skip
        return None
    bearers = {cast.people[key].name for key in names}
    told = {name for step in asked.state.trail.steps for name in step.speakers}
    if person.name in told:
        return None
    for step in asked.state.trail.steps[::-1]:
        last = [name for name in (*step.speakers, step.subject) if name in bearers]
        if last:
            same = cast.people[fold(last[0])].gender in ("", person.gender) or not person.gender
            return who._replace(name=last[0]) if same and last[0] != person.name else None
    return None
