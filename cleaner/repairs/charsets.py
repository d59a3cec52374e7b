"""What the upper 128 bytes are in the charsets that texts are misread with, and the way back. Tables only.

A byte that a charset does not know stands for the control of the same number, as browsers read it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

DOUBLE: Final = ("cp932", "euc_jp", "gbk", "cp949", "big5hkscs")


@lru_cache(maxsize=64)
def upper(charset: str) -> str:
    """Return the characters of the bytes 0x80 to 0xFF.

    >>> upper("cp1252")[0x69], upper("cp1252")[0x01], len(upper("cp866"))
    ('é', '\\x81', 128)
    """
    out = []
    for byte in range(128, 256):
        try:
            out.append(bytes((byte,)).decode(charset))
        except UnicodeDecodeError:
            out.append(chr(byte))
    return "".join(out)


@lru_cache(maxsize=64)
def numbers(charset: str) -> dict[str, int]:
    """Return the byte of each character above ASCII; the charsets of Windows have the controls of Latin-1 too."""
    table = {chr(byte): byte for byte in range(128, 160)} if charset.startswith("cp125") else {}
    table |= {char: 128 + at for at, char in enumerate(upper(charset))}
    return table


def back(text: str, charset: str) -> bytes | None:
    """Return the bytes that read as the text in a charset; None where it has a character that the charset has not.

    >>> back("Ã©\\x81", "cp1252"), back("я", "cp1252")
    (b'\\xc3\\xa9\\x81', None)
    """
    known = numbers(charset)
    out = bytearray()
    for char in text:
        if char < "\x80":
            out.append(ord(char))
        elif char in known:
            out.append(known[char])
        else:
            return None
    return bytes(out)


def read(raw: bytes, charset: str) -> str | None:
    """Return bytes as a charset has them; None where it does not know one."""
    try:
        return raw.decode(charset)
    except (UnicodeDecodeError, ValueError):
        return None
