"""Whom a pronoun goes back to: who spoke or stood in front of the sentences before it, the nearest one first.

Owns the resolution of he and she. Chooses nobody where two fit equally.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import MAX_COMPLEMENT
from cleaner.attribution.people.genders import body_gender, may_be
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import RECENT, Who
from cleaner.mentions import gender as given_gender
from cleaner.text import fold

THEREIN: Final = "therein"
"""The document told of last is meant: darin heißt es."""
MAX_SENTENCES: Final = 8
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


def _sure(name: str, cast: Cast) -> bool:
    """Return whether a name is surely a person's; where every noun has a capital, two nouns look like one."""
    person = cast.people.get(fold(name))
    if person is None or not cast.lexicon.speech.nouns_capitalised:
        return True
    return bool(person.offices or given_gender(name) or len(person.seen) > 1)
