"""Says in the ledger how the bytes became text, where they were not plain UTF-8. Changes nothing.

Reads the hints of field `charset` that the readers leave; one row a document, at its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.config import Config
from cleaner.document import Document
from cleaner.ledger import Flag, Proposal
from cleaner.tables.rows import Evidence

RULE: Final = "charset-of-bytes"
_DOUBTFUL: Final = 0.75
"""Of pages decoded with less confidence, half were decoded wrongly; of the others hardly one (docs/benchmarks.md)."""


def propose(document: Document, config: Config) -> Iterator[Proposal]:
    """Yield one flag that names the charset, what was declared and whether that was overruled, and how sure it is."""
    hints = [hint for hint in document.hints if hint.field == "charset"]
    found = next((hint for hint in hints if hint.role == "found"), None)
    if found is None or not document.blocks or any(entry.rule == RULE for entry in document.entries):
        return
    yield Flag(0, 0, 0, _code(found, hints), RULE, _why(found, hints), found.confidence)


def _code(found: Evidence, hints: Sequence[Evidence]) -> str:
    if found.confidence < _DOUBTFUL:
        return "charset_uncertain"
    if any(hint.role == "part" for hint in hints):
        return "mixed_charsets"
    declared = [hint.value for hint in hints if hint.role == "declared"]
    return "charset_conflict" if any(value != found.value for value in declared) else "charset"


def _why(found: Evidence, hints: Sequence[Evidence]) -> str:
    """Return the decision as a sentence."""
    parts = [f"Read as {found.value} (confidence {found.confidence:g})"]
    parts += [f"{hint.why} as {hint.value}" for hint in hints if hint.role == "part"]
    declared = [hint for hint in hints if hint.role == "declared"]
    for hint in declared:
        parts.append(f"{hint.value} {hint.why}" + (", overruled" if hint.value != found.value else ", followed"))
    return "; ".join(parts if declared else [*parts, "nothing was declared"]) + "."
