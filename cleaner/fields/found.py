"""What reading one field gives: its value, how it was come by, every candidate, and what a person should know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cleaner.tables import Evidence, Span, Status

T = TypeVar("T")


@dataclass(slots=True)
class Note:
    """An issue raised while reading: code, the facts of this case, where in the source, how sure (0 to 1)."""

    code: str
    message: str
    span: Span | None = None
    confidence: float | None = None


@dataclass(slots=True)
class Found(Generic[T]):
    """One field's value with its status, evidence (the chosen marked) and notes."""

    value: T
    status: Status = "absent"
    evidence: list[Evidence] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
