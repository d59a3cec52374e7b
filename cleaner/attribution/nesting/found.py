"""What attribution hands on: an attribution in a sentence, and the claim it becomes. Holds data; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.people.judging import Who
from cleaner.tables.rows import Span

HEAD: Final = "head"
RESUMING: Final = "resuming"
"""The rule of a sentence that attributes the one before it."""
TAIL: Final = "tail"
LEAD_IN: Final = "lead-in"
"""The rule of an attribution that ends a paragraph with a colon: what is said stands in the next one."""

SIGNED_BELOW: Final = "signed-below"
"""The rule of a quotation that a name behind or below it signs."""


@dataclass
class Claim:
    """One attribution, offsets of the block's text. `via` are the channels from inner to outer, as names.

    `reported`: its verb is one of reported speech, so that it stands in what another says. `doubtful`: nothing is said
    unless its speaker turns out to be a person.
    """

    who: Who
    cue: Span | None
    start: int
    end: int
    kind: str
    rule: str
    confidence: float
    content: list[Span] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    addressee: Who | None = None
    channel: Who | None = None
    broken: bool = False
    sentence: int = 0
    sentence_end: int = 0
    reported: bool = False
    doubtful: bool = False


class Attribution(NamedTuple):
    """A cue with its speaker. `begin` is the word where the clause begins, `end` the one where what is said begins.

    `channel` names who passes on the words; `stop` is the word where what is said ends, 0 where the sentence tells.
    `place` is HEAD where the words said come after, TAIL where before.
    """

    who: Who
    cue: Cue
    place: str
    begin: int
    end: int
    rule: str
    confidence: float
    kind: str
    addressee: Who | None = None
    channel: str = ""
    reported: bool = False
    stop: int = 0
    doubtful: bool = False
