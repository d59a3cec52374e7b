"""What reading one field gives: its value, how it was come by, every candidate, and what a person should know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cleaner.tables.rows import Evidence, Note, Status

__all__ = ["Found", "Note"]

T = TypeVar("T")


@dataclass(slots=True)
class Found(Generic[T]):
    """One field's value with its status, evidence (the chosen marked) and notes."""

    value: T
    status: Status = "absent"
    evidence: list[Evidence] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
