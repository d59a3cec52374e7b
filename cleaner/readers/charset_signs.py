"""What signs say about a decoding, which no model of letters knows: some tell nothing, some stand where none can."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = r"(?:[^\w\s\x00-\x9f\ufffd]|[\xb2\xb3\xb9\xbc-\xbe])"
_SIGN: Final = re.compile(rf"(?<=[0-9]){_MARK}|{_MARK}(?=[0-9])|[\xa9\xae\u2122]|(?<=\s){_MARK}(?=\s)")
_ANY_MARK: Final = re.compile(_MARK)
_SPACES: Final = re.compile("[ \t\r\n\xa0]+")
_BROKEN: Final = re.compile("[\x80-\x9f\ufffd]")
_FRAMED: Final = re.compile(r"(?<=[^\W\d_])[\u201e\u201a\u2320-\u259f]|[\u2320-\u259f](?=[^\W\d_])")
_CLOSES: Final = re.compile(r"(?<=[^\W\d_])\u201c")
_NEVER: Final = re.compile("[\xa4\xa8\xb8]")
"""The sign of any currency, and accents without a letter: they stand in charsets, hardly ever in a text."""
_ODD_SOMEWHERE: Final = re.compile("[\xa4\xa8\xb8\u201a\u201c\u201e\u2320-\u259f\u0300-\u0323\xbb]")
_VOWELS: Final = "aeiouyAEIOUY\u0103\xe2\xea\xf4\u01a1\u01b0\u0102\xc2\xca\xd4\u01a0\u01af"
_NO_TONE: Final = re.compile(f"(?<![{_VOWELS}])[\u0300\u0301\u0303\u0309\u0323]")
_MOST: Final = 12


def neutral(text: str) -> str:
    """Return a text whose signs beside a digit, or alone, or for trade marks, are like any mark; its spaces are single.

    Which sign stands there tells nothing of the language, and the model has seen few of them.

    >>> neutral("30 °C  in ½ hour®")
    '30 °C in , hour,'
    """
    text = _SPACES.sub(" ", text)
    return _SIGN.sub(",", text) if _ANY_MARK.search(text) else text


def broken(text: str) -> int:
    """Return how many characters stand for bytes that are none of the charset."""
    return len(_BROKEN.findall(text))


def oddities(text: str) -> int:
    """Return how many signs can't stand where they do: frames and opening quotation marks after a letter, others that
    close what was never opened, Vietnamese tones on consonants, accents alone, what could not be decoded.

    >>> oddities("luned\u201c"), oddities("\u201eja\u201c"), oddities("po\u253cng")
    (1, 0, 1)
    """
    found = broken(text)
    if not _ODD_SOMEWHERE.search(text):
        return min(found, _MOST)
    found += len(_FRAMED.findall(text)) + 3 * len(_NO_TONE.findall(text)) + len(_NEVER.findall(text))
    if not ("\u201e" in text or "\u201a" in text):
        found += len(_CLOSES.findall(text))
    return min(found + ("\xbb" in text and "\xab" not in text), _MOST)
