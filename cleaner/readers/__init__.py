"""Bytes or text to a `Document` as read: one lazy table of formats. Readers never label and never repair.

A reader is a module with `read(source: str) -> Read`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from cleaner.document import Block, Document, Element, Format
from cleaner.errors import UsageError
from cleaner.tables.rows import Evidence

if TYPE_CHECKING:
    from cleaner.readers.charset import Decoded

READERS: Final[dict[Format, str]] = {
    "text": "cleaner.readers.plain",
    "markdown": "cleaner.readers.markdown",
    "html": "cleaner.readers.html",
}


_DECLARED: Final = {"sent": "declared with the bytes", "page": "declared in the page"}


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a source: blocks in source order, the elements they stand in, hints of the head."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...] = ()
    hints: tuple[Evidence, ...] = field(default=())


def document(content: str | bytes, *, name: str | None = None, format: Format | None = None,
             declared: str | None = None, given: Mapping[str, str] | None = None) -> Document:  # fmt: skip
    """Return the content as blocks. `given` is what the user knows: hints of role given.

    Raises UsageError for content that is neither text nor bytes.
    """
    from cleaner.readers.charset import decode
    from cleaner.readers.sniff import sniff

    if not isinstance(content, str | bytes):
        raise UsageError(f"expected a str or bytes to read, found {type(content).__name__}.")
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    decoded = decode(content, declared) if isinstance(content, bytes) else None
    source = decoded.text if decoded is not None else cast(str, content)
    kind = format or sniff(source, name)
    made = cast(Read, import_module(READERS[kind]).read(source))
    hints = given_hints(given or {}) + (_charset_hints(decoded) if decoded else ())
    return Document(source, made.blocks, kind, made.elements, hints + made.hints, name=name,
                    sha256=hashlib.sha256(raw).hexdigest())  # fmt: skip


def given_hints(given: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Return what the user knows as hints."""
    return tuple(Evidence(field, value, "given", None, None, "given by the user", 1.0)
                 for field, value in sorted(given.items()))  # fmt: skip


def _charset_hints(decoded: Decoded) -> tuple[Evidence, ...]:
    """Return the charset as a hint where it is not plain UTF-8, or another was declared, with all declarations."""
    stated = decoded.declarations
    conflict = any(d.charset != decoded.charset for d in stated) and not decoded.text.isascii()
    if decoded.charset == "utf-8" and decoded.confidence == 1.0 and not conflict:
        return ()
    out = [Evidence("charset", decoded.charset, "found", None, None, "read from the bytes", decoded.confidence)]
    for charset, count in decoded.others:
        out.append(Evidence("charset", charset, "part", None, None, f"{count} passages or characters", 0.9))
    for where, charset in stated:
        sure = 0.9 if charset == decoded.charset else 0.1
        out.append(Evidence("charset", charset, "declared", None, None, _DECLARED[where], sure))
    return tuple(out)


def rebuild(document: Document) -> str:
    """Return the source put together again from the texts of the blocks as read, their maps, and the gaps between them.

    An exact run gives its text; an inexact one (an entity) and the gaps give what the source has there. Equal to the
    source when blocks rise and never overlap, and every exact run says what stands there.

    >>> source = "# A &amp; B\\n\\nBy [AFP](#)"
    >>> rebuild(document(source)) == source
    True
    """
    source, parts, at = document.source, [], 0
    for block in document.blocks:
        for run in block.map:
            parts.append(source[at : run.source_start])
            text = block.text[run.text_start : run.text_end]
            parts.append(text if run.exact else source[run.source_start : run.source_end])
            at = run.source_end
    return "".join((*parts, source[at:]))
