"""Who is named in an aside between commas behind a phrase: the mayor, Jane Doe; both authors, X (A) and Y (B).

Owns which of a phrase and its apposition is the speaker, and over which words. Never looks for cues.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import PART, Who, given_alone, judge, known

MAX_CHAIN: Final = 4
"""So many offices in a row stand before a name at most."""
MAX_NAMES: Final = 6
MAX_TITLE: Final = 5
"""A title before a name in a list has fewer words: le sénateur X et la députée écologiste Y."""


def with_aside(line: Line, who: Who | None, end: int, most: int, cast: Cast, chain: int = 0) -> Who | None:
    """Return the person of the document whom the aside between commas behind word `end` names, else `who`."""
    if (
        end < most
        and line.gap[end] == ","
        and (who is None or who.name is None or who.type != "organisation" or not who.institution)
    ):
        if who and who.type == "group" and (pair := listed(line, end, most, cast)):
            return pair._replace(first=who.first)
        extra = _apposition(line, end, most, cast)
        if (
            extra is not None
            and extra.name
            and cast.named(extra.name)
            and _same_kind(who, extra)
            and not known(who, cast)
        ):
            return extra._replace(first=who.first if who else extra.first)
        chained = extra is not None and extra.noun and cast.lexicon.speech.far_subjects and not known(who, cast)
        if extra and chained and not known(extra, cast) and chain < MAX_CHAIN:
            # le ministre d'Etat, ministre de X, Jane Doe
            named = with_aside(line, extra, extra.last, most, cast, chain + 1)
            if named and known(named, cast) and _same_kind(who, named):
                return named._replace(first=who.first if who else extra.first)
        if extra and who and known(who, cast) and extra.name == who.name:
            return who._replace(last=extra.last, hint="")
        if extra and who and who.type == "person" and who.noun and not known(who, cast) and given_alone(extra) and (
                not cast.lexicon.speech.nouns_capitalised or extra.first in line.name_at):  # fmt: skip
            return who._replace(name=extra.name, noun="", hint="")
    return who


def listed(line: Line, at: int, most: int, cast: Cast) -> Who | None:
    """Return the persons of a list that begins at word `at`, what stands in brackets aside: X (LR), Y (PS) et Z."""
    lexicon = cast.lexicon
    names: list[str] = []
    end, joined = at, False
    while len(names) < MAX_NAMES:
        held = next((line.name_at[i] for i in range(end, min(most, end + MAX_TITLE)) if i in line.name_at and not any(
            line.breaks(j) for j in range(end + 1, i + 1))), None)  # fmt: skip
        person = cast.person(held) if held else None
        if held is None or person is None or any(line.quoted[i] >= 0 for i in range(end, line.word_at(held.start))):
            break
        names.append(person.name)
        end = line.behind_bracket(line.word_at(held.end))
        if end >= most or joined:
            break
        if line.folded[end] in lexicon.conjunctions:
            end, joined = end + 1, True
        elif line.gap[end] != "," or end + 1 >= most:
            break
    if len(set(names)) < 2 or not joined:
        return None
    return Who(at, end, " & ".join(names), "person", tuple(names))


def _apposition(line: Line, end: int, most: int, cast: Cast) -> Who | None:
    """Return who is named in the aside between commas that begins at word `end`."""
    lexicon = cast.lexicon
    stop = end + 1
    while stop < most and stop - end < 12 and not line.breaks(stop):
        if line.folded[stop] in lexicon.clause_words:
            return None
        stop += 1
    if line.folded[end] in lexicon.clause_words or line.folded[end] in lexicon.prepositions:
        return None
    named = bool(lexicon.speech.declensions) and _ends_named(line, end, stop)
    office = lexicon.speech.far_subjects and (lexicon.nouns.at(line.folded, end, stop) or named)
    if not (office or end in line.name_at or line.capital(end) or line.folded[end] in lexicon.determiners):
        return None
    return judge(line, end, stop, cast)


def _ends_named(line: Line, end: int, stop: int) -> bool:
    """Return whether the aside of words [end, stop) ends in a name in the first case: …, кандидат наук Олег Ким."""
    near = (line.name_at.get(i) for i in range(max(end, stop - 4), stop))
    return any(m.kind == "person" and line.word_at(m.end) == stop and line.word_at(m.start) not in line.cases
               for m in near if m)  # fmt: skip


def bearer(line: Line, who: Who, least: int, cast: Cast) -> Who | None:
    """Return the person named before a comma of whom a noun without an article only says what he is: X, medico, disse.

    `who` is what that noun alone stands for.
    """
    at = who.first
    bare = who.type == "person" and bool(who.noun) and at > least and not known(who, cast)
    if not bare or line.gap[at] != "," or line.quoted[at] >= 0 or (
            line.folded[at] in cast.lexicon.determiners or line.low[at] in cast.lexicon.speech.indefinite):  # fmt: skip
        return None
    held = next((line.name_at[i] for i in range(at - 1, max(least, at - 5) - 1, -1) if i in line.name_at), None)
    person = cast.person(held) if held and line.word_at(held.end) == at else None
    return Who(line.word_at(held.title_start), who.last, person.name, "person") if held and person else None


def _same_kind(who: Who | None, extra: Who) -> bool:
    return (
        extra.type == "person"
        and extra.name is not None
        and (who is None or (who.type == "person" and who.pronoun in ("", "role", PART)) or _bare_noun(who))
    )


def _bare_noun(who: Who) -> bool:
    """Return whether a phrase is a noun alone that may be a body or whoever holds an office: le syndic, le conseil."""
    return who.type == "organisation" and bool(who.noun) and who.name == who.noun.lower() and not who.institution
