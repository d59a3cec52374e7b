"""Bytes or text to a `Document` as read: one lazy table of formats. Readers never label and never repair.

A reader is a module with `read(source: str) -> Read`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Final, cast

from cleaner.document import Block, Document, Element, Format
from cleaner.tables import Evidence

READERS: Final[dict[Format, str]] = {
    "text": "cleaner.readers.plain",
    "markdown": "cleaner.readers.markdown",
    "html": "cleaner.readers.html",
}


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a source: blocks in source order, the elements they stand in, hints of the head."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...] = ()
    hints: tuple[Evidence, ...] = field(default=())


def document(content: str | bytes, *, name: str | None = None, format: Format | None = None,
             declared: str | None = None, given: Mapping[str, str] | None = None) -> Document:  # fmt: skip
    """Return the content as blocks. `given` is what the user knows (url, published, publisher …), as hints of role given."""
    from cleaner.readers.charset import decode
    from cleaner.readers.sniff import sniff

    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    source = content if isinstance(content, str) else decode(content, declared).text
    kind = format or sniff(source, name)
    made = cast(Read, import_module(READERS[kind]).read(source))
    hints = tuple(
        Evidence(key, value, "given", None, None, "given by the user", 1.0) for key, value in sorted((given or {}).items())
    )
    return Document(source, made.blocks, kind, made.elements, hints + made.hints, name=name,
                    sha256=hashlib.sha256(raw).hexdigest())  # fmt: skip
