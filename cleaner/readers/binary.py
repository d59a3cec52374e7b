"""What bytes are before any charset is asked: no text at all, or text in characters of two or four bytes."""

from __future__ import annotations

import codecs
from typing import Final

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a zip archive or office file"), (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"), (b"\x1f\x8b\x08", "gzip data"), (b"BZh", "bzip2 data"), (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!\x1a\x07", "a RAR archive"), (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"), (b"\x7fELF", "a program"), (b"OggS", "Ogg media"),
    (b"\x1aE\xdf\xa3", "Matroska media"), (b"ID3", "an MP3 file"), (b"wOFF", "a font"), (b"wOF2", "a font"),
    (b"PAR1", "a Parquet file"), (b"SQLite format 3\x00", "an SQLite database"), (b"\x00asm", "WebAssembly"),
)  # fmt: skip
_CONTROLS: Final = [bytes([c]) for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b"]
_HEAD: Final = 4096
_FEWEST: Final = 16
_SPACED: Final = 15
"""Text of one byte a character has more spaces than one in so many bytes."""


def is_binary(raw: bytes) -> str | None:
    """Return why the bytes are no text, None if they may be.

    >>> is_binary(b"%PDF-1.7 ..."), is_binary("Élysée".encode("utf-16-le"))
    ('a PDF file, not text', None)
    """
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            if magic.isalnum() and not has_controls(raw):
                continue  # "ID3 of us" is a text
            return f"{what}, not text"
    head = raw[: 2 * _HEAD]
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a media file, not text"
    if head[4:8] == b"ftyp":
        return "a media file, not text"
    if any(head.startswith(mark) for mark, _ in BOMS) or not any(c in head for c in _CONTROLS):
        return None
    if wide(raw):
        return None
    controls = sum(map(head.count, _CONTROLS))
    if controls > 0.05 * len(head):
        return "binary data, not text"
    return None


def has_controls(raw: bytes) -> bool:
    """Return whether bytes begin with control characters among them, which no 8-bit text has."""
    head = raw[:_HEAD]
    return any(c in head for c in _CONTROLS)


def looks_wide(raw: bytes) -> bool:
    """Return whether bytes have zeros, or one control at nearly every other place, as the upper half of characters.

    >>> looks_wide("ตำรวจกล่าวว่า".encode("utf-16-le")), looks_wide(b"\\x0e text"), looks_wide(b"\\x0e" * 40)
    (True, False, False)
    """
    head = raw[:_HEAD]
    if b"\x00" in head:
        return True
    if len(head) < _FEWEST or 5 * (len(head) - len(head.translate(None, b"".join(_CONTROLS)))) < len(head):
        return False
    even, odd = head[::2], head[1::2]
    return any(10 * max(even.count(c), odd.count(c)) > 9 * len(odd) > 18 * min(even.count(c), odd.count(c))
               for c in _CONTROLS)  # fmt: skip


def wide(raw: bytes) -> str | None:
    """Return which of UTF-16 and UTF-32 without a mark the bytes are in, None if neither.

    >>> wide("Élysée".encode("utf-16-be")), wide(b"a\\x00page of bytes"), wide("Élysée".encode("utf-16-le")[:-1])
    ('utf-16-be', None, 'utf-16-le')
    """
    head = raw[: _HEAD - len(raw[:_HEAD]) % 4]
    if len(raw) % 4 == 0 and head:
        for charset in ("utf-32-le", "utf-32-be"):
            if _reads(head, charset):
                return charset
    head = raw[:_HEAD]
    head = head[: len(head) - len(head) % 2]
    if (len(head) < 4 and len(raw) != 2) or _spaced(head):
        return None
    # the upper halves of characters come from few pages of Unicode, the lower halves from everywhere
    spread = {"utf-16-le": len(set(head[1::2])), "utf-16-be": len(set(head[::2]))}
    charset = min(spread, key=lambda name: spread[name])
    return charset if _reads(head, charset) else None


def _spaced(head: bytes) -> bool:
    """Return whether bytes have spaces as text of one byte a character has: many, at even and at odd places alike."""
    even, odd = head[::2].count(b" "), head[1::2].count(b" ")
    return (even + odd) * _SPACED > len(head) and min(even, odd) * 4 > max(even, odd)


def _reads(head: bytes, charset: str) -> bool:
    """Return whether bytes are text in a wide charset: decodable, nearly all of it printable."""
    text = head.decode(charset, "replace")
    odd = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in text)
    return bool(text) and odd <= 0.02 * len(text) + (text[-1:] == "\ufffd")
