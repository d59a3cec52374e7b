"""Bytes to text: which charset, how sure, what was lost on the way. Never drops a byte without a trace.

In this order: a byte order mark; UTF-16 or 32 without one; strict UTF-8; UTF-8 with a few stray bytes, which are read
as Windows-1252; the declared charset against a detector's guess, whichever reads more like text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from cleaner.tables import Span


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text. `lossy` are the spans of U+FFFD in it: what could not be read, or was lost before."""

    text: str
    charset: str
    confidence: float
    declared: str | None = None
    lossy: tuple[Span, ...] = ()


_BOMS: Final = (
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
_META: Final = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_LATIN: Final = re.compile(rb"[a-z]", re.IGNORECASE)
_PARAMETER: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_MARKUP: Final = re.compile(rb"<[^<>]{0,5000}>|&[#\w]{1,31};")
_CODE: Final = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_CODE_END: Final = re.compile(rb"</(?:script|style)", re.IGNORECASE)
_LABELS: Final = {  # as browsers read them: each is a subset of what is really meant
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs", "x-mac-cyrillic": "mac_cyrillic", "macintosh": "mac_roman", "utf8": "utf-8",
    "unicode": "utf-16-le", "utf-16": "utf-16-le", "iso-8859-8-i": "iso8859-8", "windows-874": "cp874",
}  # fmt: skip
_DETECTED_FROM: Final = 100_000
_LITTLE: Final = 3
"""So few bytes above ASCII tell a detector nothing; among Latin letters they are most likely Windows-1252."""
_STRAY: Final = 0.02
"""Text is still UTF-8 when at most this share of its non-ASCII sequences is broken (or a handful of them)."""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Return the bytes as text. `declared` is what came with them: a charset, or a whole Content-Type.

    >>> decode("Élysée".encode("utf-16")).text, decode("Élysée — ".encode("cp1252"), "iso-8859-1").charset
    ('Élysée', 'cp1252')
    """
    stated = _declaration(raw, declared)
    for mark, charset in _BOMS:
        if raw.startswith(mark):
            return _done(raw[len(mark) :].decode(charset, "replace"), charset, 1.0, stated)
    if b"\x00" in raw[:4096] and (wide := _wide(raw)):
        return _done(raw.decode(wide, "replace"), wide, 0.95, stated)
    try:
        if raw.isascii() and (seven := _seven_bit(raw, stated)):
            return _done(raw.decode(seven), seven, 0.95, stated)
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _done(text, "utf-8", 1.0, stated)
    if _has_controls(raw[:4096]) and (wide := _wide(raw)):
        return _done(raw.decode(wide, "replace"), wide, 0.9, stated)
    almost = _almost_utf8(raw)
    if almost is not None:
        return _done(almost, "utf-8", 0.9, stated)
    text, charset, confidence = _eight_bit(raw, stated)
    return _done(text, charset, confidence, stated)


def _seven_bit(raw: bytes, stated: str | None) -> str | None:
    """Return the charset of bytes that are ASCII to the eye, but switch to another alphabet by escapes."""
    if b"\x1b$" in raw or b"\x1b(" in raw:
        return "iso2022_kr" if b"\x1b$)C" in raw else "iso2022_jp_2"
    return stated if stated in ("hz", "utf-7") else None


def is_binary(raw: bytes) -> str | None:
    """Return why the bytes are no text, None if they may be.

    >>> is_binary(b"%PDF-1.7 ..."), is_binary("Élysée".encode("utf-16-le"))
    ('a PDF file, not text', None)
    """
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            if magic.isalnum() and not _has_controls(raw[:4096]):
                continue  # "ID3 of us" is a text
            return f"{what}, not text"
    head = raw[:8192]
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a media file, not text"
    if head[4:8] == b"ftyp":
        return "a media file, not text"
    if any(head.startswith(mark) for mark, _ in _BOMS) or not _has_controls(head):
        return None
    if _wide(raw):
        return None
    controls = sum(map(head.count, _CONTROLS))
    if controls > 0.05 * len(head):
        return "binary data, not text"
    return None


_CONTROLS: Final = [bytes([c]) for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b"]


def _has_controls(head: bytes) -> bool:
    return any(c in head for c in _CONTROLS)


def _done(text: str, charset: str, confidence: float, declared: str | None) -> Decoded:
    lossy = tuple(m.span() for m in re.finditer("\ufffd+", text)) if "\ufffd" in text else ()
    return Decoded(text, charset, confidence, declared, lossy)


def _declaration(raw: bytes, declared: str | None) -> str | None:
    """Return the Python codec of the declared charset: what came with the bytes, else what the page says itself."""
    head = raw[:4096]
    stated = [m[1] for p in (_XML, _META) if (m := p.search(head))]
    names = [name.decode("ascii", "replace") for name in stated]
    if declared:
        found = _PARAMETER.search(declared)
        names.insert(0, found[1] if found else declared)
    for name in names:
        if codec := _codec(name):
            return codec
    return None


def _codec(name: str) -> str | None:
    label = name.strip().lower()
    label = _LABELS.get(label, label)
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding else None


def _wide(raw: bytes) -> str | None:
    """Return which of UTF-16 and UTF-32 without a mark the bytes are in, None if neither."""
    head = raw[: 4096 - len(raw[:4096]) % 4]
    if len(raw) % 4 == 0 and head:
        for charset in ("utf-32-le", "utf-32-be"):
            if _reads(head, charset):
                return charset
    head = raw[:4096]
    head = head[: len(head) - len(head) % 2]
    if len(head) < 2 or len(raw) % 2:
        return None
    # the upper halves of characters come from few pages of Unicode, the lower halves from everywhere
    spread = {"utf-16-le": len(set(head[1::2])), "utf-16-be": len(set(head[::2]))}
    charset = min(spread, key=lambda name: spread[name])
    return charset if _reads(head, charset) else None


def _reads(head: bytes, charset: str) -> bool:
    """Return whether bytes are text in a wide charset: decodable, nearly all of it printable."""
    text = head.decode(charset, "replace")
    odd = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in text)
    return bool(text) and odd <= 0.02 * len(text) + (text[-1:] == "\ufffd")


_SEQUENCE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)


def _almost_utf8(raw: bytes) -> str | None:
    """Return the bytes as UTF-8 with its few stray bytes read as Windows-1252; None if they are too many."""
    good = sum(1 for _ in _SEQUENCE.finditer(raw))
    bad = len(_SEQUENCE.sub(b"", raw).translate(None, bytes(range(128))))
    if bad > max(_STRAY * good, 3 if good >= 9 else min(good, 1)):
        return None
    return raw.decode("utf-8", "stray-as-windows-1252")


def _stray(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        return "\ufffd", error.end  # the text was cut in the middle of a character
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error("stray-as-windows-1252", _stray)


def _eight_bit(raw: bytes, declared: str | None) -> tuple[str, str, float]:
    """Return text, charset and confidence of bytes that are not UTF-8."""
    import chardet

    prose = _prose(raw[: 4 * _DETECTED_FROM])
    if prose.isascii():
        prose = raw
    found = chardet.detect_all(_dense(prose), ignore_threshold=True)
    guesses: list[tuple[str, float]] = []
    for guess in found:
        codec = _codec(str(guess["encoding"] or "cp1252"))
        if codec and not codec.startswith(("utf-16", "utf-32", "utf-7", "utf-8")) and codec not in dict(guesses):
            guesses.append((codec, float(guess["confidence"])))
    if not guesses:
        guesses = [("cp1252", 0.1)]
    best = guesses[0][1]
    high = prose.translate(None, bytes(range(128)))
    if declared and not declared.startswith("utf"):
        likely = len(high) <= _LITTLE or dict(guesses).get(declared, 0.0) >= 0.6 * best
        if likely and _fits(raw, declared):
            return raw.decode(declared, "replace"), declared, max(0.9, best)
    if len(high) <= _LITTLE and (len(high) < 3 or _LATIN.search(prose)) and _fits(raw, "cp1252"):
        return raw.decode("cp1252"), "cp1252", 0.6
    for codec, confidence in guesses[:8]:
        if confidence >= 0.8 * best and _fits(raw, codec):
            return raw.decode(codec, "replace"), codec, round(min(0.99, 0.5 + confidence / 2), 3)
    codec = guesses[0][0]
    return raw.decode(codec, "replace"), codec, round(best / 2, 3)


def _prose(raw: bytes) -> bytes:
    """Return the bytes without tags, entities, scripts and styles, which are all English."""
    if b"<" not in raw:
        return raw
    parts, at = [], 0
    while (opened := _CODE.search(raw, at)) is not None:
        parts.append(raw[at : opened.start()])
        closed = _CODE_END.search(raw, opened.end())
        at = closed.end() if closed else len(raw)
    parts.append(raw[at:])
    return _MARKUP.sub(b" ", b" ".join(parts))


def _fits(raw: bytes, codec: str) -> bool:
    """Return whether bytes decode without loss and without control characters of the upper half."""
    try:
        text = raw.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return False
    return not any(0x80 <= ord(c) < 0xA0 for c in set(text))


def _dense(raw: bytes) -> bytes:
    """Return a window of the bytes from shortly before the first that is not ASCII."""
    if len(raw) <= _DETECTED_FROM:
        return raw
    first = re.search(rb"[\x80-\xff]", raw)
    start = max(0, first.start() - 2000) if first else 0
    return raw[start : start + _DETECTED_FROM]
