"""Bytes to text: which charset, how sure, what was lost on the way. Never drops a byte without a trace.

In this order: a byte order mark; UTF-16 or 32 without one; strict UTF-8; then `charset_mixed`, for bytes of which all,
some or none are UTF-8. Declarations are evidence: they shift the odds between charsets that read alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cleaner.readers.binary import BOMS, has_controls, is_binary, looks_wide, wide
from cleaner.readers.charsets import codec as codec_of
from cleaner.tables.rows import Span

__all__ = ["Declaration", "Decoded", "decode", "is_binary"]


class Declaration(NamedTuple):
    """A charset that was declared: with the bytes (`sent`, as by HTTP), or in the page itself (`page`)."""

    where: Literal["sent", "page"]
    charset: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text.

    `lossy` are the spans of U+FFFD in it: what could not be read, or was lost before. `others` are the charsets of
    pieces that are not in `charset`, with the number of pieces.
    """

    text: str
    charset: str
    confidence: float
    declarations: tuple[Declaration, ...] = ()
    lossy: tuple[Span, ...] = ()
    others: tuple[tuple[str, int], ...] = ()

    @property
    def declared(self) -> str | None:
        """Return the charset declared: what came with the bytes, else what the page says itself."""
        return self.declarations[0].charset if self.declarations else None


_META: Final = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_PARAMETER: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_SWITCH: Final = re.compile(rb"\x1b(?:\$[@AB(]|\$\)C|\([IJ])")
_HEAD: Final = 4096


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Return the bytes as text. `declared` is what came with them: a charset, or a whole Content-Type.

    >>> decode("Élysée".encode("utf-16")).text, decode("Élysée — ".encode("cp1252"), "iso-8859-1").charset
    ('Élysée', 'cp1252')
    """
    stated = _declarations(raw, declared)
    for mark, charset in BOMS:
        if raw.startswith(mark):
            return _done(raw[len(mark) :].decode(charset, "replace"), charset, 1.0, stated)
    if looks_wide(raw) and (charset := wide(raw) or ""):
        return _wide(raw, charset, 0.95, declared)
    try:
        if raw.isascii() and (charset := _seven_bit(raw, stated)):
            return _done(raw.decode(charset, "replace"), charset, 0.95, stated)
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _done(text, "utf-8", 1.0, stated)
    if has_controls(raw) and (charset := wide(raw) or ""):
        return _wide(raw, charset, 0.9, declared)
    from cleaner.readers import charset_mixed

    found = charset_mixed.read(raw, {d.charset: sum(d.charset == o.charset for o in stated) for d in stated})
    return _done(found.text, found.charset, found.confidence, stated, found.others)


def _wide(raw: bytes, charset: str, confidence: float, declared: str | None) -> Decoded:
    stated = _declarations(raw[: 2 * _HEAD].replace(b"\x00", b""), declared)
    return _done(raw.decode(charset, "replace"), charset, confidence, stated)


def _seven_bit(raw: bytes, stated: tuple[Declaration, ...]) -> str:
    """Return the charset of bytes that are ASCII to the eye, but switch to another alphabet by escapes, or nothing."""
    if b"\x1b" in raw and _SWITCH.search(raw):
        return "iso2022_kr" if b"\x1b$)C" in raw else "iso2022_jp_ext" if b"\x1b(I" in raw else "iso2022_jp_2"
    return next((d.charset for d in stated if d.charset in ("hz", "utf-7")), "")


def _done(text: str, charset: str, confidence: float, stated: tuple[Declaration, ...],
          others: tuple[tuple[str, int], ...] = ()) -> Decoded:  # fmt: skip
    lossy = tuple(m.span() for m in re.finditer("\ufffd+", text)) if "\ufffd" in text else ()
    return Decoded(text, charset, confidence, stated, lossy, others)


def _declarations(raw: bytes, declared: str | None) -> tuple[Declaration, ...]:
    """Return what charsets are declared, by the names of Python's codecs: with the bytes first, then in the page."""
    out = []
    if declared:
        found = _PARAMETER.search(declared)
        if codec := codec_of(found[1] if found else declared):
            out.append(Declaration("sent", codec))
    head = raw[:_HEAD]
    for match in (_XML.match(head), _META.search(head)):
        if match and (codec := codec_of(match[1].decode("ascii", "replace"))):
            out.append(Declaration("page", codec))
    return tuple(dict.fromkeys(out))
