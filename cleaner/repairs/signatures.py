"""What UTF-8 looks like in the charsets that it is misread with: first bytes, bytes that continue, and where to look.

Patterns only, made from the tables of `charsets`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner.repairs.charsets import numbers

CHARSETS: Final = (
    "cp1252", "cp1250", "cp1251", "mac_roman", "cp1254", "cp1256", "cp437", "cp850", "cp1253", "cp1257", "iso8859-2",
    "koi8-r", "cp866", "cp852", "cp1255",
)  # fmt: skip
"""What UTF-8 is read as, the commonest first: of two that explain as much the first is taken."""
NATURAL: Final = "\u00a0\u2018\u2019\u201c\u201d\u201e\u2026\u2013\u2014\u00ab\u00bb"
"""Marks that stand behind a letter in clean text as well."""


class _Classes(NamedTuple):
    two: str
    three: str
    four: str
    rest: str
    odd: str
    signs: str
    capitals: str
    cesu: str


@lru_cache(maxsize=len(CHARSETS))
def _classes(charset: str) -> _Classes:
    """Return the characters that begin two, three and four bytes of UTF-8, those that continue, the odd of these;
    of the first, the signs and the capitals."""
    lead: dict[int, str] = {2: "", 3: "", 4: ""}
    rest = odd = signs = capitals = ""
    for char, byte in numbers(charset).items():
        if 0xC2 <= byte < 0xF5 and not char.isspace():
            lead[2 if byte < 0xE0 else 3 if byte < 0xF0 else 4] += char
            if byte < 0xE0 and char.isupper():
                capitals += char
            elif (byte < 0xE0 and not char.islower() and char not in NATURAL) or char == "\u0192":
                signs += "" if char.isalpha() and char > "\u0400" else char
        elif 0x80 <= byte < 0xC0:
            rest += char
            if not (char.islower() or char.isupper() or char in NATURAL or "\u05d0" <= char <= "\u06ff"):
                odd += char
    third = next((char for char, byte in numbers(charset).items() if byte == 0xED), "\x00")
    parts = (lead[2], lead[3], lead[4], rest, odd, signs or "\x00", capitals or "\x00", third)
    return _Classes(*map(re.escape, parts))


@lru_cache(maxsize=1)
def hint() -> re.Pattern[str]:
    """Return what looks for a beginning and an odd continuation of any charset; made when first asked for."""
    parts = []
    for charset in CHARSETS:
        c = _classes(charset)
        own = f"[{c.two}][{c.odd}]|[{c.three}][{c.rest}][{c.odd}]|[{c.three}][{c.odd}][{c.rest}]"
        own += f"|[{c.four}][{c.rest}]{{3}}"
        own += f"|[{c.signs}][{c.rest}]|(?<=[a-z])[{c.capitals}][{c.rest}]"
        parts.append(own)
    more = "[\u00c2-\u00c5\u00ce-\u00d1\u00d7-\u00d9][\u00a0-\u00bf\u2013-\u203a\u20ac\u2122\u0152-\u0192\u02c6\u02dc]"
    more += "|[\u0102\u0139][^\\W\\da-zA-Z]|\u00bb[\u00e0-\u00ff]|[\u00c2\u00c3] |\u00e2\u20ac"
    more += "|[\u0413\u0414\u0415][\u0402-\u040f\u0452-\u045f\u0490\u0491]"
    more += "|[\u0420\u0421][\u0402-\u040b\u040e\u040f\u0452-\u0455\u0457-\u045f\u0490\u0491]|\u0432\u0402"
    more += "|\u00e2[\u0152-\u2122]|[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]|\u0110[\u0104-\u017e]|\u201a\u00c4"
    more += "|\u221a[^\x00-\x7f]|[\u00e3-\u00e9\u00ce-\u00d1\u00d7-\u00d9\u0398]\u0192?[\u2500-\u257f]"
    return re.compile("|".join([more, *parts]))


_LEADS: Final = "".join(sorted({c for name in CHARSETS for c, byte in numbers(name).items() if 0xC2 <= byte < 0xF5}))
LEAD: Final = re.compile(f"[{re.escape(_LEADS)}](?:[^\x00-\x7f]|(?<=[\u00c2\u00c3\u00d0\u00d1]) )")
"""A faster look for what `hint` finds and more: a character that begins something, another behind it."""


@lru_cache(maxsize=len(CHARSETS))
def sequence(charset: str) -> re.Pattern[str]:
    """Return what one character of UTF-8 looks like in a charset; last, with a plain space for a no-break space."""
    c = _classes(charset)
    rest, blank = f"[{c.rest}]", f"[{c.rest} ]"
    pair = f"{c.cesu}{rest}{rest}"  # half of a character beyond U+FFFF, as some databases write it
    return re.compile(
        f"{c.cesu}{rest}{blank}{pair}|{c.cesu}{blank}{rest}{pair}|[{c.four}]{rest}{{3}}|[{c.three}]{rest}{rest}"
        f"|[{c.two}]{rest}|[{c.three}]{blank}{blank}|[{c.two}] "
    )
