"""Two charsets inside one passage: UTF-8 with stray bytes of another, or another with stray letters of UTF-8.

What was cut inside a character is lost and becomes U+FFFD; half a character is never read as one of another charset.
"""

from __future__ import annotations

import codecs
import re
from functools import partial
from typing import Final

from cleaner.readers.charsets import LATIN, MULTIBYTE

SEQUENCE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]"
    rb"|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
"""One character of UTF-8; also one written as two halves, as some databases do."""
CUT: Final = re.compile(
    rb"[\xe0-\xef][\x80-\xbf](?![\x80-\xbf])|[\xf0-\xf4][\x80-\xbf]{1,2}(?![\x80-\xbf])|[\xc2-\xf4]\Z"
)
"""A character of UTF-8 that lost its end, but not so much that it could be a letter of another charset."""
_HALVES: Final = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_LATIN_LETTER: Final = re.compile(
    rb"(\xc2[\xa0-\xbf]|\xc3[\x80-\xbf]|[\xc4\xc5](?:[\x80-\x83\x86-\x90\x98-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf]"
    rb"|[\x80-\xbf](?=[A-Za-z]))|\xc8[\x98-\x9b]|\xe1[\xb8-\xbb][\x80-\xbf]|\xe2\x80[\x90-\xba]|\xe2\x82\xac|\xe2\x84\xa2)"
)
"""A Latin letter or a sign of UTF-8. A quotation mark or space may truly follow a capital that begins one."""
_NEAR: Final = 1000
_CP1252: Final = "cp1252"


def within(piece: bytes, charset: str) -> str:
    """Return bytes of a charset as text, Latin letters of UTF-8 among its own Latin letters read as what they are.

    >>> within("déjà ".encode("cp1252") + "été".encode(), "cp1252")
    'déjà été'
    """
    if charset not in LATIN or not _LATIN_LETTER.search(piece):
        return piece.decode(charset, "replace")
    parts = _LATIN_LETTER.split(piece)
    return "".join(part.decode("utf-8" if at % 2 else charset, "replace") for at, part in enumerate(parts))


def almost(piece: bytes, other: str) -> str:
    """Return bytes as UTF-8, their stray bytes read in another charset, or as lost where a character was cut.

    >>> almost("déjà ".encode() + b"\\x93vu\\x94 " + "l’".encode()[:-1], "cp1252")
    'déjà “vu” l\ufffd'
    """
    name = f"stray-as-{_CP1252 if other in MULTIBYTE else other}"
    try:
        codecs.lookup_error(name)
    except LookupError:
        codecs.register_error(name, partial(_stray, name.removeprefix("stray-as-")))
    return piece.decode("utf-8", name)


def _stray(other: str, error: UnicodeError) -> tuple[str, int]:
    """Return what stands for bytes that are no UTF-8, and where reading goes on."""
    assert isinstance(error, UnicodeDecodeError)
    raw, at = error.object, error.start
    if halves := _HALVES.match(raw, at):
        wide = halves[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return wide.decode("utf-16"), halves.end()
    if error.end - at > 1:
        return "\ufffd", error.end
    byte, after = raw[at : at + 1], raw[at + 1 : at + 2]
    if byte < b"\xc0":
        lost = at == 0  # the text was cut inside its first character
    elif byte == b"\xc3" and other == _CP1252:
        lost = not (raw[at - 1 : at].isupper() and after.isupper())  # half of an accented letter, but for SÃO
    else:
        lost = _among_strange(raw[max(0, at - 4) : at]) or (
            not after.isalpha() and _begins_others(byte, raw[max(0, at - _NEAR) : at + _NEAR])
        )
    return "\ufffd" if lost else byte.decode(other, "replace"), at + 1


def _begins_others(lead: bytes, near: bytes) -> bool:
    """Return whether a byte begins other characters of UTF-8 nearby, so that here too it began one that was cut."""
    return re.search(re.escape(lead) + rb"[\x80-\xbf]", near) is not None


def _among_strange(before: bytes) -> bool:
    """Return whether a letter of another script stands right before, so that no Latin letter follows."""
    last = before.decode("utf-8", "ignore")[-1:]
    return before[-1:] >= b"\x80" and last >= "\u0370" and last.isalpha()
