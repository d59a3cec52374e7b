"""The charsets that pages are written in: by which names, how common, of which languages. Decodes nothing.

Sources: labels as in the Encoding Standard of WHATWG; how common, from what crawls of the web report; languages, from
what each charset was made for.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Final

_LABELS: Final = {  # as browsers read them: each is a subset of what is really meant
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "iso8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    "cp950": "big5hkscs", "x-mac-cyrillic": "mac-cyrillic", "macintosh": "mac-roman", "x-mac-roman": "mac-roman",
    "utf8": "utf-8", "unicode": "utf-16-le", "utf-16": "utf-16-le", "iso-8859-8-i": "iso8859-8",
    "windows-874": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
COMMON: Final[Mapping[str, float]] = {
    "cp1252": 0.0, "cp1251": 1.5, "cp932": 1.5, "gb18030": 1.5, "cp949": 2.0, "big5hkscs": 2.0, "euc_jp": 2.0,
    "cp1250": 1.5, "iso8859-2": 2.0, "cp1254": 2.0, "cp1253": 2.0, "iso8859-7": 2.5, "cp1255": 2.5, "cp1256": 2.0,
    "cp1257": 2.5, "cp1258": 3.0, "cp874": 2.5, "koi8-r": 2.0, "koi8-u": 2.5, "iso8859-15": 2.0, "iso8859-5": 3.0,
    "cp866": 3.5, "mac-roman": 3.5, "mac-cyrillic": 6.0,
}  # fmt: skip
"""What a charset costs before the bytes are looked at: natural logarithms of how rare it is among pages."""
RARE: Final[Mapping[str, float]] = {
    "iso8859-13": 8.0, "iso8859-6": 8.0, "iso8859-8": 8.0, "iso8859-16": 8.0, "kz1048": 8.0, "cp850": 10.0,
    "cp852": 10.0, "cp437": 11.0, "cp1125": 11.0, "cp737": 11.0, "cp775": 11.0, "cp857": 11.0, "cp862": 11.0,
    "mac-latin2": 11.0, "iso8859-3": 11.0, "iso8859-4": 11.0, "iso8859-10": 11.0, "iso8859-14": 11.0, "cp855": 12.0,
    "cp861": 12.0, "cp863": 12.0, "cp865": 12.0, "mac-croatian": 12.0, "mac-greek": 12.0, "mac-iceland": 12.0,
    "mac-romanian": 12.0, "mac-turkish": 12.0, "johab": 12.0, "koi8-t": 12.0, "ptcp154": 12.0,
}  # fmt: skip
"""Asked only where they are declared, or none of the common ones reads well."""
LATIN: Final = frozenset({
    "cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-15", "mac-roman", "iso8859-13",
    "iso8859-16", "iso8859-3", "iso8859-4", "iso8859-10", "iso8859-14", "mac-croatian", "mac-iceland", "mac-latin2",
    "mac-romanian", "mac-turkish", "cp437", "cp850", "cp852", "cp775", "cp857", "cp861", "cp863", "cp865",
})  # fmt: skip
"""Charsets of Latin letters: in their text two or three bytes that are a Latin letter of UTF-8 are nothing else."""
MULTIBYTE: Final = frozenset({"cp932", "gb18030", "cp949", "big5hkscs", "euc_jp", "johab"})
_WRITES: Final[Mapping[str, str]] = {
    "cp1252": "en fr de es it pt nl sv da nb fi is ca gl eu ga af id", "cp1250": "pl cs sk hu ro hr sl sq",
    "cp1251": "ru uk bg sr mk be kk mn", "cp1254": "tr az", "cp1257": "lt lv et", "cp1258": "vi", "cp1253": "el",
    "cp1255": "he", "cp1256": "ar fa ur", "cp874": "th", "cp932": "ja", "cp949": "ko", "big5hkscs": "zh-Hant",
    "gb18030": "zh-Hans zh-Hant", "koi8-r": "ru bg", "koi8-u": "uk ru be", "iso8859-3": "eo", "iso8859-14": "cy ga",
}  # fmt: skip
_ALIKE: Final[Mapping[str, str]] = {
    "iso8859-15": "cp1252", "mac-roman": "cp1252", "cp850": "cp1252", "cp437": "cp1252", "cp861": "cp1252",
    "cp863": "cp1252", "cp865": "cp1252", "mac-iceland": "cp1252", "iso8859-10": "cp1252", "iso8859-2": "cp1250",
    "cp852": "cp1250", "iso8859-16": "cp1250", "mac-latin2": "cp1250", "mac-croatian": "cp1250",
    "mac-romanian": "cp1250", "iso8859-5": "cp1251", "cp866": "cp1251", "mac-cyrillic": "cp1251", "cp855": "cp1251",
    "cp1125": "cp1251", "kz1048": "cp1251", "iso8859-7": "cp1253", "cp737": "cp1253", "mac-greek": "cp1253",
    "iso8859-8": "cp1255", "cp862": "cp1255", "iso8859-6": "cp1256", "iso8859-13": "cp1257", "iso8859-4": "cp1257",
    "cp775": "cp1257", "cp857": "cp1254", "mac-turkish": "cp1254", "euc_jp": "cp932", "johab": "cp949",
}  # fmt: skip
"""Charsets of the same languages."""


def codec(name: str) -> str | None:
    """Return the name of Python's codec that reads what is labelled so, as browsers do; None for no charset.

    >>> codec("ISO-8859-1"), codec("gb2312"), codec("windows-1251"), codec("base64")
    ('cp1252', 'gb18030', 'cp1251', None)
    """
    label = name.strip().lower()
    try:
        found = codecs.lookup(_LABELS.get(label, label))
    except (LookupError, ValueError):
        return None
    return _LABELS.get(found.name, found.name) if found._is_text_encoding else None


def languages(charset: str) -> frozenset[str]:
    """Return the languages a charset was made for; another language in it is mostly a coincidence, as its letters are.

    >>> sorted(languages("koi8-u"))
    ['be', 'ru', 'uk']
    """
    return frozenset(_WRITES.get(_ALIKE.get(charset, charset), "").split())
