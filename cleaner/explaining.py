"""Why a rule that stands in code rather than in a pack does what it does: one table of all of them."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Final

_STATED_IN: Final = ("cleaner.label.reasons", "cleaner.label.segment", "cleaner.repairs", "cleaner.fields")
"""Modules with a table `REASONS`: rule id to its reason, or to something with a `why`."""


@lru_cache
def reasons() -> dict[str, str]:
    """Return the reason of every rule of structure and repair, by rule id."""
    out: dict[str, str] = {}
    for name in _STATED_IN:
        for rule, reason in getattr(import_module(name), "REASONS", {}).items():
            out[rule] = reason if isinstance(reason, str) else reason.why
    return dict(sorted(out.items()))
