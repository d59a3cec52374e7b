"""What is remembered from one sentence of a document to the next, and a speaker that is to be led back by it.

Only remembers; who is meant is chosen in `resolving`, `pronouns` and `meant`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.memory import Memory
from cleaner.attribution.people.trail import Step, Trail
from cleaner.quotes import Quote

MAX_BACK: Final = 2
"""A pronoun looks back this many paragraphs at most."""


class Told(NamedTuple):
    """Whom the last claim was told to, by whom, and whether it asked: A reporter asked her why."""

    name: str
    by: str
    asks: bool


@dataclass
class State:
    """Who spoke last and where, and the persons who stood in front of a sentence since.

    `thing` is what “it” may stand for: the body or the document that spoke or stood in front last, and where.
    """

    speaker: Who | None = None
    line: int = -9
    subjects: list[tuple[int, str]] = field(default_factory=list)
    joint: tuple[int, tuple[str, ...]] = (0, ())
    lead: Who | None = None
    addressed: str = ""
    told: Told | None = None
    trail: Trail = field(default_factory=Trail)
    memory: Memory = field(default_factory=Memory)
    pending: tuple[int, Quote] | None = None
    thing: tuple[int, str, str] | None = None


class Reference(NamedTuple):
    """A speaker who is told of by a pronoun or a phrase: his claim and its paragraph, and what was read before."""

    line: Line
    claim: Claim
    position: int
    state: State
    cast: Cast

    @property
    def who(self) -> Who:
        """Return the speaker as the sentence tells him."""
        return self.claim.who

    @property
    def opening(self) -> int:
        """Return the first word of the sentence."""
        return self.line.spans[self.claim.sentence][0]

    @property
    def spoke(self) -> Who | None:
        """Return who spoke last, as far back as a pronoun looks."""
        return self.state.speaker if self.position - self.state.line <= MAX_BACK else None

    @property
    def before(self) -> Step | None:
        """Return the sentence before."""
        return self.state.trail.steps[-1] if self.state.trail.steps else None

    def near(self, position: int) -> bool:
        """Return whether a paragraph is this one or the one before it."""
        return self.position - position <= 1


def seen(state: State, position: int, subject: Who | None, found: list[Claim]) -> None:
    """Take in the body or the document that a sentence begins with, or that speaks in it."""
    for who in (subject, *(claim.who for claim in found)):
        if who and who.name and not who.joint and not who.pronoun and (who.type in ("organisation", "document") or (
                who.type == "group" and not who.noun and who.name[0].isupper())):  # fmt: skip
            state.thing = position, who.name, "organisation" if who.type == "group" else who.type
