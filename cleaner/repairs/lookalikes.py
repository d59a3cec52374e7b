"""Characters that stand for others because they look like them, or were made for another width, place or language.

A Cyrillic or Greek letter in a Latin word and the other way round, an accent typed behind its letter, full-width Latin
in Latin text, ligatures and presentation forms, the cedilla for Romanian's comma, Arabic letters for Persian ones.
Keeps what a language writes so: full width in Chinese, Japanese and Korean, Greek letters of formulas, Turkish ş.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from cleaner.repairs import judging
from cleaner.repairs.changes import Change

_CYRILLIC: Final = "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝё"
_AS_CYRILLIC: Final = "ABESIJKMHOPCTYXaesijopcyxhdqwë"
_GREEK: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ"
_AS_GREEK: Final = "ABEZHIKMNOPTYXaikvoptux"
TO_LATIN: Final = dict(zip(_CYRILLIC + _GREEK, _AS_CYRILLIC + _AS_GREEK, strict=True))
_TO_CYRILLIC: Final = dict(zip(_AS_CYRILLIC, _CYRILLIC, strict=True))
_TO_GREEK: Final = dict(zip("ABEZHIKMNOPTYXoivu", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυ", strict=True))
MIXED: Final = re.compile("[A-Za-z\u00c0-\u024f][\u0370-\u052f]|[\u0370-\u052f][A-Za-z\u00c0-\u024f]")
_WORD: Final = re.compile(r"[^\W\d_]{3,80}")
_SHORT: Final = 5
"""A word of capitals up to this length may be a name that is written so."""

_MARKS: Final = "´`¨ˆ˜¸ˇ˚˘˙˝˛"
_COMBINING: Final = "\u0301\u0300\u0308\u0302\u0303\u0327\u030c\u030a\u0306\u0307\u030b\u0328"
_ACCENTS: Final = dict(zip(_MARKS, _COMBINING, strict=True))
_BASES: Final = "A-Za-z\u00e2\u00ea\u00f4\u0103\u01a1\u01b0\u00c2\u00ca\u00d4\u0102\u01a0\u01af"
_TYPED: Final = re.compile(f"[{_BASES}]([{_MARKS}])(?![{_MARKS}])")
_VOWELS: Final = "aeiouyAEIOUY"
_ASKED: Final = 2000
"""So many accents of one text are judged; what has more is no prose."""
_SURE: Final = 2.0
_ENDING: Final = 4.0
"""What it speaks for an accent that it stands behind a vowel that ends its word."""
_LIKELY: Final = -2.5
"""The accented word must be so much likelier than the same with an apostrophe, in nats; where one word of the text is,
less suffices for the others."""

_WIDE: Final = re.compile("[\uff01-\uff5e](?:[\uff01-\uff5e\u3000]{0,400}[\uff01-\uff5e])?")
_EAST_ASIAN: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fff\u3001-\ud7ff\uf900-\ufaff\uff61-\uffdc\U00020000-\U0003ffff]"
)
_FORMS: Final = re.compile("[\ufb00-\ufb06]+|[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufdf3-\ufdf9\ufe70-\ufefc]+")
_CEDILLA: Final = re.compile("[\u015e\u015f\u0162\u0163]")
_COMMA: Final = str.maketrans("\u015e\u015f\u0162\u0163", "\u0218\u0219\u021a\u021b")
_ROMANIAN: Final = re.compile("[\u0162\u0163\u0218-\u021b\u0102\u0103]")
_TURKIC: Final = re.compile("[\u0131\u0130\u011e\u011f\u00f6\u00d6\u00fc\u00dc\u00e7\u00c7\u0259\u018f]")
_ARABIC_YEH: Final = re.compile("[\u064a\u0643]")
_PERSIAN: Final = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")
_NOT_PERSIAN: Final = re.compile(
    "[\u0629\u0649\u0625\u0671-\u067d\u067f-\u0685\u0687-\u0697\u0699-\u06a8\u06aa-\u06ae\u06b0-\u06bf"
    "\u06c1-\u06cb\u06cd-\u06d3\u06d5]"
)
"""Letters of Arabic, and of Urdu, Kurdish, Pashto, Uyghur, which have letters of their own."""
_ARABIC_WORD: Final = re.compile("[\u0620-\u06ff\u200c]+")
_MARGIN: Final = 6.0

HINT: Final = re.compile(
    f"{MIXED.pattern}|[´¨ˆ˜¸ˇ˚˘˙˝˛]|[A-Za-z]`|[\uff01-\uff5e\ufb00-\ufb06\ufb50-\ufdf9\ufe70-\ufefc\u015e\u015f\u0162\u0163"
    "\u064a\u0643]"
)


def changes(text: str) -> list[Change]:
    """Return what would put the characters that are meant.

    >>> [(c.start, c.after) for c in changes("Рutin met Маcron, who was nаmed")]
    [(0, 'P'), (10, 'Ma'), (27, 'a')]
    """
    if text.isascii() or not HINT.search(text):
        return []
    out: list[Change] = []
    if MIXED.search(text):
        out += letters(text)
    out += _forms(text)
    if _CEDILLA.search(text):
        out += _romanian(text)
    if _ARABIC_YEH.search(text):
        out += _persian(text)
    return _apart(sorted(out))


def _apart(found: list[Change]) -> list[Change]:
    out: list[Change] = []
    for change in found:
        if not out or change.start >= out[-1].end:
            out.append(change)
    return out


def _script(char: str) -> str:
    if char < "\u0250" or "\u1e00" <= char <= "\u1eff":
        return "Latin"
    return "Greek" if "\u0370" <= char <= "\u03ff" else "Cyrillic" if "\u0400" <= char <= "\u052f" else "other"


def letters(text: str) -> Iterator[Change]:
    """Yield the letters of another alphabet that look like one of their word's own."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or not MIXED.search(word):
            continue
        scripts = [_script(c) for c in word]
        counts = {s: scripts.count(s) for s in ("Latin", "Greek", "Cyrillic", "other")}
        if counts["other"] or sum(n > 0 for n in counts.values()) != 2:
            continue
        own = max(counts, key=lambda s: counts[s])
        if 2 * counts[own] <= len(word):
            own = _around(text, *match.span())
            if not counts.get(own):
                continue
        table = TO_LATIN if own == "Latin" else _TO_CYRILLIC if own == "Cyrillic" else _TO_GREEK
        meant = "".join(c if s == own else table.get(c, "\x00") for c, s in zip(word, scripts, strict=True))
        if "\x00" in meant or not _cased(meant) or (word.isupper() and len(word) <= _SHORT):
            continue
        if own == "Latin" and _inflected(text, match, scripts):
            continue
        at = match.start()
        start = None
        for number, script in enumerate([*scripts, own]):
            if script != own and start is None:
                start = number
            elif script == own and start is not None:
                yield Change(at + start, at + number, meant[start:number], "look_alike", "letter-of-another-alphabet",
                             f"{word!r} is in two alphabets; {meant!r} looks the same in one.", 0.93)  # fmt: skip
                start = None


def _cased(word: str) -> bool:
    return word.islower() or word.isupper() or word[1:].islower()


def _around(text: str, start: int, end: int) -> str:
    """Return the alphabet of what stands around a word."""
    near = text[max(0, start - 60) : start] + text[end : end + 60]
    scripts = [_script(c) for c in near if c.isalpha()]
    return max(("Latin", "Greek", "Cyrillic"), key=scripts.count)


def _inflected(text: str, match: re.Match[str], scripts: list[str]) -> bool:
    """Return whether a Latin word merely bears the ending that a Cyrillic or Greek text gives it."""
    first = next(n for n, s in enumerate(scripts) if s != "Latin")
    return all(s != "Latin" for s in scripts[first:]) and _around(text, *match.span()) != "Latin"


def accents(text: str) -> list[Change]:
    """Return what would put the accents on their letters that stand behind them.

    >>> [(c.start, c.after) for c in accents("Le cafe´ a ouvert à Besanc¸on. I don´t know ´why´.")]
    [(6, 'é'), (25, 'ç')]
    """
    if not _TYPED.search(text):
        return []
    found = [c for m in islice(_TYPED.finditer(text), _ASKED) if (c := _accent(text, m))]
    sure = any(won > _SURE for won, _ in found)
    return [change for won, change in found if won > (_LIKELY if sure else _SURE)]


def _accent(text: str, match: re.Match[str]) -> tuple[float, Change] | None:
    """Return an accent put on its letter, and by how much likelier that is than an apostrophe."""
    at, end = match.span()
    whole = unicodedata.normalize("NFC", text[at] + _ACCENTS[match[1]])
    if len(whole) != 1:
        return None
    left, right = at, end
    while left > max(0, at - 40) and text[left - 1].isalpha():
        left -= 1
    while right < min(len(text), end + 40) and text[right].isalpha():
        right += 1
    if text[left - 1 : left] == match[1] or (right - left < 3 and text[at] not in _VOWELS):
        return None  # an accent for a quotation mark, or behind a letter that takes none alone
    head, tail = text[left:at], text[end:right]
    context = f"{text[max(0, left - 80) : left]} {text[right : right + 80]}"
    mark = "'" if match[1] in "´`" else match[1]
    tail = f"{tail} "  # what stands behind it in any case
    won = 0.0 if tail.strip() or text[at] not in _VOWELS or _opened(text, at, match[1]) else _ENDING
    won += judging.cost(f"{head}{text[at]}{mark}{tail}", context) - judging.cost(f"{head}{whole}{tail}", context)
    return won, Change(at, end, whole, "look_alike", "accent-behind-letter",
                       f"{match[0]!r} is {whole!r} typed as two characters.", 0.9)  # fmt: skip


def _opened(text: str, at: int, mark: str) -> bool:
    """Return whether an accent before this place may open a quotation."""
    start = text.rfind(mark, max(0, at - 300), at)
    other = text.rfind("`" if mark == "´" else "´", max(0, at - 300), at)
    return any(p >= 0 and (p == 0 or not text[p - 1].isalnum()) for p in (start, other))


def _forms(text: str) -> Iterator[Change]:
    """Yield full-width Latin outside of East Asian text, ligatures, and the forms that Arabic letters take in print."""
    if _WIDE.search(text) and not _EAST_ASIAN.search(text):
        for match in _WIDE.finditer(text):
            after = "".join(" " if c == "\u3000" else chr(ord(c) - 0xFEE0) for c in match[0])
            yield Change(*match.span(), after, "compatibility_form", "full-width",
                         f"{after!r} in the width of Chinese characters, in a text that has none.", 0.95)  # fmt: skip
    for match in _FORMS.finditer(text):
        after = unicodedata.normalize("NFKC", match[0])
        if after != match[0] and not unicodedata.combining(after[0]) and after[0] != " ":
            yield Change(*match.span(), after, "compatibility_form", "printed-form",
                         f"{after!r} as it looks in print, which a search would miss.", 0.96)  # fmt: skip


def _romanian(text: str) -> Iterator[Change]:
    """Yield s and t with a cedilla in Romanian, which writes a comma; Turkish writes the cedilla."""
    if not _ROMANIAN.search(text):
        return
    for match in re.finditer(r"[^\W\d_]+", text):
        word = match[0]
        if len(word) > 1 and _CEDILLA.search(word) and not _TURKIC.search(word):
            for letter in _CEDILLA.finditer(word):
                at = match.start() + letter.start()
                yield Change(at, at + 1, letter[0].translate(_COMMA), "look_alike", "cedilla-for-comma",
                             "Romanian writes a comma below, not a cedilla.", 0.95)  # fmt: skip


def _persian(text: str) -> Iterator[Change]:
    """Yield Arabic yeh and kaf in Persian text."""
    if _NOT_PERSIAN.search(text):
        return
    if not _PERSIAN.search(text) and not _reads_persian(text):
        return
    for match in _ARABIC_YEH.finditer(text):
        after = "\u06cc" if match[0] == "\u064a" else "\u06a9"
        yield Change(*match.span(), after, "look_alike", "arabic-letter-in-persian",
                     "Persian has a letter of its own for it; a search would miss the other.", 0.93)  # fmt: skip


def _reads_persian(text: str) -> bool:
    """Return whether the words fit Persian clearly better than Arabic."""
    from cleaner.charmodel import STEP, model

    words = " ".join(_ARABIC_WORD.findall(text)[:60])
    costs = judging.costs(words)
    languages = model().languages
    own, other = costs[languages.index("fa")], costs[languages.index("ar")]
    return float(other - own) / STEP > _MARGIN
