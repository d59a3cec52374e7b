"""Ledger and blocks without text, for privacy or copyright: what was removed or changed has its span and a hash.

The article itself stays as it is. A hash tells whether two removals are the same, and lets whoever holds the source
check what stood there.
"""

from __future__ import annotations

import hashlib

from cleaner.running.work import Result
from cleaner.taxonomy import LABELS

PREFIX = "sha256:"


def hide(result: Result) -> None:
    """Put hashes in the place of texts in a record's ledger, and in its blocks outside the article."""
    for row in result.ledger:
        row.before, row.after = hashed(row.before), hashed(row.after)
    for block in result.blocks:
        if block.label is None or block.label not in LABELS or LABELS[block.label][0] != "article":
            block.text = hashed(block.text)


def is_hash(text: str) -> bool:
    """Return whether a text is such a hash."""
    return text.startswith(PREFIX) and len(text) == len(PREFIX) + 16


def hashed(text: str) -> str:
    """Return a text's hash, nothing for nothing; a hash stays as it is.

    >>> hashed("Accept all"), hashed(""), hashed(hashed("a")) == hashed("a")
    ('sha256:f55ee86234087579', '', True)
    """
    if not text or is_hash(text):
        return text
    return PREFIX + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
