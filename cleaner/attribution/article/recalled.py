"""Whom a speaker means in his own words by a word that names nobody: “He told us there was no money,” said a guest.

Looks at what the speaker said before it, then at what the writer told before the quotation, then at the question that
is answered. Knows nothing of what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.heads import written
from cleaner.attribution.people.judging import Who

MAX_BACK: Final = 3
"""What the writer told is looked at for so many sentences before the quotation."""
MAX_NAMED: Final = 120
"""Names in a sentence are looked for among so many words."""
_SINGLE: Final = ("man", "woman", "someone")


class Setting(NamedTuple):
    """Where own words stand: in a line from offset `start` on, whose they are, and the question they answer.

    `spoke` are the speakers of the line's claims by the word where their phrases begin.
    """

    line: Line
    start: int
    own: tuple[str, ...]
    spoke: Mapping[int, str]
    question: Line | None = None


def speaker(held: Line, number: int, who: Who, setting: Setting, cast: Cast) -> str | None:
    """Return who speaks in sentence `number` of own words, read as a text of their own; None where nobody can tell."""
    if who.name and who.pronoun != "role":
        return who.name
    if who.pronoun == "role":
        return who.name or _holder(who.noun, setting.own, cast) or written(held, who.first, who.last, cast.lexicon)
    kind = who.pronoun
    if kind not in _SINGLE:
        return None
    for found in (_before(held, number, who, kind, setting, cast), narrated(kind, setting, cast),
                  _asked(kind, setting, cast)):  # fmt: skip
        if found:
            return found
    return None


def _before(held: Line, number: int, who: Who, kind: str, setting: Setting, cast: Cast) -> str | None:
    """Return whom own words told of before: “The head came by, and he told me …”; the nearest whom it may mean."""
    for n in range(number, -1, -1):
        subject = front(held, *held.spans[n], cast)
        if subject and (n < number or subject.last <= who.first) and (
                name := _told(held, subject, kind, setting.own, cast)):  # fmt: skip
            return name
    near = [m for m in held.names if m.end <= held.start[who.first]]
    people = (cast.person(m) for m in reversed(near))
    return next((p.name for p in people if p and p.name not in setting.own and _sure(p) and (
        may_be(p.name, kind, cast))), None)  # fmt: skip


def _holder(noun: str, own: tuple[str, ...], cast: Cast) -> str | None:
    """Return the one person of the document who holds an office, but who speaks: The director told me so."""
    if cast.lexicon.nouns.at([noun], 0, 1) and noun in cast.generic:
        return None
    held = [p.name for p in cast.people.values() if any(noun == office for _, office in p.offices)]
    return held[0] if noun and len(held) == 1 and held[0] not in own else None


def _sure(person: Person) -> bool:
    """Return whether a name is surely a person's: of a known gender or office, or told more than once."""
    return bool(person.gender or person.offices or person.roles or len(person.seen) > 1)


def _told(line: Line, subject: Who, kind: str, own: tuple[str, ...], cast: Cast) -> str | None:
    """Return the name of a sentence's subject, or his role as it is written, if the pronoun may mean him."""
    if subject.type != "person" or subject.joint or subject.pronoun not in ("", "role"):
        return None
    name = subject.name
    if not name or subject.pronoun == "role":
        name = name or _holder(subject.noun, own, cast) or (
            written(line, subject.first, subject.last, cast.lexicon) if subject.noun else None)  # fmt: skip
    return name if name and name not in own and may_be(name, kind, cast) else None


def another(line: Line, who: Who, claim: Claim, above: Sequence[str], cast: Cast) -> Who:
    """Return a pronoun inside what somebody tells as another person: He said he had seen Jo Roe and that she …"""
    if who.name not in above or who.pronoun not in _SINGLE or not claim.rule.endswith("nested"):
        return who
    setting = Setting(line, line.start[who.first], tuple(above), {})
    name = narrated(who.pronoun, setting, cast)
    return who._replace(name=name, hint="") if name else who


def narrated(kind: str, setting: Setting, cast: Cast) -> str | None:
    """Return whom the writer told of last before own words: The mayor met them. “He told us so,” said a guest."""
    line, own = setting.line, setting.own
    at = line.word_at(setting.start)
    for first, last in _sentences(line, at):
        subject = front(line, first, last, cast)
        spoke = setting.spoke.get(subject.first) if subject and subject.last <= last else None
        if subject and spoke:
            subject = subject._replace(name=spoke, pronoun="")
        name = _told(line, subject, kind, own, cast) if subject and subject.last <= last else None
        if name is None and kind in ("man", "woman"):
            name = _only(line, first, last, kind, own, cast)
        if name:
            return name
    return None


def _sentences(line: Line, at: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences before word `at`, the nearest first, that of the word up to it."""
    held = [span for span in line.spans if span[0] < at]
    for first, last in reversed(held[-MAX_BACK:]):
        yield first, min(last, at)


def _only(line: Line, first: int, last: int, kind: str, own: tuple[str, ...], cast: Cast) -> str | None:
    """Return the one person named among words, outside quotations, whom a pronoun may mean."""
    named = (line.name_at[i] for i in range(first, min(last, first + MAX_NAMED))
             if i in line.name_at and line.quoted[i] < 0)  # fmt: skip
    people = {p.name: p for mention in named if (p := cast.person(mention)) and _sure(p)}
    fits = [name for name in people if name not in own and may_be(name, kind, cast)]
    return fits[0] if len(fits) == 1 else None


def _asked(kind: str, setting: Setting, cast: Cast) -> str | None:
    """Return whom a question names last and a pronoun of the answer may mean: Did you see Jane Doe? She told me."""
    if setting.question is None or kind not in _SINGLE:
        return None
    for mention in reversed(setting.question.names):
        person = cast.person(mention)
        name = person.name if person else f"{mention.title} {mention.name}".strip() if mention.title else None
        if name and name not in setting.own and may_be(name, kind, cast):
            return name
    return None
