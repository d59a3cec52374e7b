"""What a stage may propose, and what the document writes down when it carries a proposal out.

A stage never changes a document. It yields `Label`, `Split`, `Edit` and `Flag`; `Document.apply`
turns those that change something into an `Entry` each. Block numbers and text offsets of a proposal
refer to the document the stage was given; those of an entry to the moment it was carried out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Action = Literal["label", "split", "repair", "flag"]


class Run(NamedTuple):
    """One piece of the map between a block's text and the source.

    Text [text_start, text_end) came from source [source_start, source_end). In an `exact` run the two
    agree character by character; otherwise (an entity, a repair) a span inside widens to the whole run.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int
    exact: bool


class Label(NamedTuple):
    """Name block number `block`. `article` is the second voice: the probability of being article, 0 to 1."""

    block: int
    label: str
    rule: str
    why: str
    confidence: float
    article: float | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Cut block number `block`, whose text holds only white space (or nothing) in [start, end)."""

    block: int
    start: int
    end: int
    rule: str
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `after` for `before`, which stands at `start` in the text of block number `block`."""

    block: int
    start: int
    before: str
    after: str
    kind: str
    rule: str
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Flag:
    """Point at text that looks wrong and is left alone. `code` is an issue code; `suggestion` is never applied."""

    block: int
    start: int
    end: int
    code: str
    rule: str
    why: str
    confidence: float
    suggestion: str = ""


Proposal = Label | Split | Edit | Flag


class Entry(NamedTuple):
    """One proposal carried out. `block` and `start` hold at the moment of the change, so entries undo backwards.

    `turn` counts the calls of `apply` that changed something; edits of one turn on one block never overlap.
    `pieces` is the part of the source map that an edit or a split took out, `previous` the naming that a
    label replaced: what undoing needs beyond `before`, and nothing more.
    """

    action: Action
    turn: int
    stage: str
    block: int
    start: int
    before: str
    after: str
    rule: str
    why: str
    confidence: float
    source_start: int
    source_end: int
    kind: str = ""
    pieces: tuple[Run, ...] = ()
    previous: tuple[str, str, str, float, float | None] | None = None
