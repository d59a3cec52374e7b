"""Who speaks as the layout of paragraphs shows: labels of a transcript, and a colon that hands on the next."""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who, judge
from cleaner.attribution.people.shown import is_person, named_so

_SPOKEN: Final = tuple('.!?…"”»)')
"""A paragraph of a transcript ends as a sentence does."""
MAX_LEAD: Final = 8
"""A paragraph of so few words that ends with a colon is hardly more than who speaks next."""


def lead_in(line: Line, number: int, found: list[Claim], cast: Cast) -> Who | None:
    """Return who is about to speak when a paragraph ends with a colon."""
    if number != len(line.spans) - 1 or not line.text.rstrip().endswith(":"):
        return None
    if found and found[-1].who.name:
        return found[-1].who
    first, last = line.spans[number]
    who = judge(line, first, last, cast) if last - first <= MAX_LEAD else None
    return who if who and (who.institution or who.noun or is_person(who.name, cast)) else None


def label_of(line: Line) -> str:
    """Return the words before the colon that a paragraph begins with, as in a transcript; empty if there is none."""
    for i in range(1, min(6, len(line.low))):
        if line.gap[i] == ":" and line.quoted[i - 1] < 0:
            return line.slice(0, i)
        if line.gap[i] in ",;.–":
            break
    return ""


def exchange(lines: list[Line], cast: Cast) -> frozenset[str]:
    """Return the labels of a document in which people take turns: those in capitals, and those that mostly ask.

    One of the labels shows that it is somebody's: it names a person, is a noun for one, or asks questions.
    """
    turns: dict[str, list[Line]] = {}
    for line in lines:
        if line.role == "body" and (label := label_of(line)):
            turns.setdefault(label, []).append(line)
    shouted = {label for label in turns if label.isupper() and label.replace(" ", "").isalpha()}
    asking = {label for label, told in turns.items() if _asks(told)}
    people = {label for label in turns if _is_person(label, turns[label][0], cast)}
    found = shouted if len(shouted) > 1 and shouted & (asking | people) else set()
    return frozenset(found | asking if people - asking else found)


def _asks(told: list[Line]) -> bool:
    """Return whether most paragraphs behind a label are questions."""
    return len(told) > 1 and 2 * sum(line.text.rstrip().endswith("?") for line in told) > len(told)


def _is_person(label: str, line: Line, cast: Cast) -> bool:
    """Return whether a label names a person or is a noun for one: Anna White, the judge."""
    person, end = cast.named(label.title() if label.isupper() else label), line.word_at(len(label))
    noun = cast.lexicon.nouns.at(line.folded, end - 1, end)
    return (person is not None and named_so(person)) or (label.isupper() and noun is not None and noun[1] == "person")


def spoken_by_label(line: Line, label: str, in_exchange: bool, cast: Cast) -> Claim | None:
    """Return the claim of a paragraph of a transcript: a known person's name, or a label in capitals among such ones.

    A label that nothing shows to be a person's is a heading or a column: Pet Safety: nontoxic to cats.
    """
    i = line.word_at(len(label))
    if not line.capital(0) or any(w in cast.lexicon.speech.lead_words for w in line.low[:i]):
        return None
    who = judge(line, 0, i, cast)
    known = cast.named(who.name) if who and who.name else cast.named(label.title())
    if known and (in_exchange or named_so(known)):
        who = Who(0, i, known.name.title() if known.name.isupper() else known.name, "person")
    elif in_exchange and len(label) > 2 and line.text.rstrip()[-1:] in _SPOKEN:
        plain = " ".join(label.split())
        who = Who(0, i, plain.title() if plain.isupper() else plain, "person")
    else:
        return None
    end = len(line.text.rstrip())
    return Claim(who, None, line.start[0], end, "statement", "transcript", 0.85, [(line.start[i], end)])
