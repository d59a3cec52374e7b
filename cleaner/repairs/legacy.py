"""Text of one eight-bit or double-byte charset that was read as another, told by how much likelier it becomes.

Goes word by word, within one pair of charsets: what the text was read as, and what it should have been. Words that
such a reading would spoil stay. A cheap look first: letters and signs that clean text has nowhere, or seldom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaner.repairs import judging
from cleaner.repairs.changes import Change
from cleaner.repairs.charsets import DOUBLE, back, read, upper
from cleaner.repairs.lookalikes import TO_LATIN

_CENTRAL: Final = (
    "\u0102-\u0107\u010c-\u0111\u0118-\u011b\u0139-\u013e\u0141-\u0148\u0150\u0151\u0154-\u015b\u015e-\u0165\u016e-\u0171"
    "\u0179-\u017e"
)
_SIGNS: Final = (
    "\u0080-\u009f\u00a1-\u00b4\u00b6\u00b8-\u00bf\u00d7\u00f7\u2018\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039"
    "\u20ac\u2122\u02c6\u02dc\u02c7\u02d8-\u02dd\u2202-\u2265\u2500-\u25ff"
)
HINT: Final = re.compile(
    "[a-z\u00df-\u00ff][\u00c0-\u00d6\u00d8-\u00de\u0152\u0160\u0178\u017d]"  # a capital behind a small letter
    f"|[^\\W\\d_][{_SIGNS}][^\\W\\d_]"  # a sign within a word
    "|[\u00e5\u00e6\u00f0\u00f5\u00f8\u00fd\u00fe\u00ff\u0178\u00dd\u00de\u00d0]|[\u00ec\u00f2\u00f9](?=[a-z])|\u00e8(?=[aeiou])"
    "|[\u00c0-\u00ff]{3}|[\u00c0-\u00de]{2}[a-z]|\u201a\u201a|[\u00b9\u00b3\u00be\u00ba\u00b5]\\b|\\b[\u00b9\u00b3\u00be\u00ba\u00b5\u00a9\u00ae\u0161\u009e]"
    f"|[{_CENTRAL}]"
    "|[A-Za-z][\u0370-\u05ff\u2500-\u25ff\u0600-\u06ff]|[\u0370-\u05ff\u2500-\u25ff\u0600-\u06ff][A-Za-z]"
    "|[\u0430-\u045f][\u0401-\u042f]|[\u0401-\u042f]{2}[\u0430-\u045f]|[\u0080-\u009f]|[\u2500-\u25ff]{2}"
    "|[a-z][\u00aa\u2020\u2021\u02c6-\u02dd\u2030\u0131\u00b4\u00b8\u00af\u00a8]|[\u03ac-\u03ce][\u0391-\u03a9]|[a-z][\u3400-\u9fff]|[\u00c0-\u00ff][a-z]?[\u02c6-\u02dd]"
)
"""What might be damage. Clean text of some languages has it too: then the model is asked."""

_FOREIGN: Final = re.compile("[^\x00-\x7f]+")
_STRONG: Final = re.compile(
    f"[A-Za-z\u00c0-\u04ff](?![\u00b7\u00ad\u00d7\u2026])[{_SIGNS}]+[A-Za-z\u00c0-\u04ff]|[A-Za-z][\u0370-\u03ff\u0401-\u045f]|[\u0370-\u03ff\u0401-\u045f][A-Za-z]"
)
"""What no clean word has: a sign between its letters, or letters of two alphabets."""
_BONUS: Final = 3.0
"""Each such place speaks so much for a reading without it, in nats; five at most."""

_LATIN: Final = (
    "cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "iso8859-13", "mac_roman", "cp850", "cp437", "cp852",
)  # fmt: skip
_CYRILLIC: Final = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac_cyrillic")
_OTHERS: Final = ("cp1253", "iso8859-7", "cp1255", "iso8859-8", "cp1256", "iso8859-6", "cp874")
PAIRS: Final[dict[str, tuple[str, ...]]] = {
    "latin-1": ("cp1252",),
    "cp1252": (*_CYRILLIC, *_LATIN[1:], *_OTHERS, *DOUBLE),
    "cp1251": (*_CYRILLIC[1:], "cp1252", "cp1250", "cp1253"),
    "koi8-r": ("cp1251", "cp866", "iso8859-5", "cp1252"),
    "cp866": ("cp1251", "koi8-r", "cp1252"),
    "iso8859-5": ("cp1251", "koi8-r"),
    "mac_cyrillic": ("cp1251",),
    "mac_roman": ("cp1252", "cp1250", "cp1251", "cp1254", "cp1253"),
    "cp1250": ("cp1252", "iso8859-2", "cp852", "cp1254", "cp1251", "mac_roman"),
    "iso8859-2": ("cp1250", "cp1252", "cp1251"),
    "cp1254": ("cp1252", "cp1250", "cp1251"),
    "cp850": ("cp1252", "cp1250", "cp1254"),
    "cp437": ("cp1252", "cp850", "cp1251"),
    "cp852": ("cp1250", "cp1252"),
    "cp1253": ("cp1252", "cp1251"),
    "cp1256": ("cp1252",),
    "cp1255": ("cp1252",),
    "gbk": ("cp1252",),
}
"""By what a text was read as, what it may have been."""
_FREQUENT: Final = frozenset((
    ("latin-1", "cp1252"),
    ("cp1252", "cp1251"), ("cp1252", "koi8-r"), ("cp1252", "cp1253"), ("cp1252", "cp1256"), ("cp1252", "cp1255"),
    ("cp1252", "cp1250"), ("cp1252", "iso8859-2"), ("cp1252", "cp1254"), ("cp1251", "koi8-r"), ("koi8-r", "cp1251"),
    ("cp1252", "gbk"), ("cp1252", "cp932"), ("cp1252", "cp949"), ("cp1252", "big5hkscs"), ("cp1251", "cp1252"),
    ("cp1252", "mac_roman"), ("cp1252", "cp850"), ("cp1252", "cp437"), ("cp1250", "cp1252"), ("mac_roman", "cp1252"),
    ("cp850", "cp1252"), ("cp1250", "iso8859-2"), ("iso8859-2", "cp1250"),
))  # fmt: skip
_LEAST: Final = 8.0
_RARE: Final = 3.0
"""A text must become so much likelier, in nats, and more where the pair is rare. Measured on clean lines."""
_PER_CHAR: Final = 0.3
"""And so much for each character of its changed words."""
_QUOTES: Final = "‘’“”„–—…"
_MARKS: Final = f"{_QUOTES}•"
_USUAL: Final = ("latin-1", "cp1252")
_OPENED: Final = re.compile("[A-Za-z\u00c0-\u04ff][‘“”„«»][A-Za-z\u00c0-\u04ff]")
"""A quotation mark within a word."""
_DOUBLED: Final = 6
"""Fewer characters say nothing of a charset with two bytes a character."""
_OTHER: Final = 8
"""Fewer letters of another alphabet, among words that are ASCII, are no text of it."""
_STILL_ODD: Final = 26.0
_DEAREST: Final = 4.8
"""Words of another alphabet that cost more for a character are none."""
_PLAIN: Final = frozenset("£§ª«°±²³µ¶¹º»¼½¾¿¡¢¥÷†‡€“”")
"""Signs that clean text has before and behind words, but not amid their small letters."""
_BEHIND: Final = frozenset("ª°²³¹º»†‡€£“”¼½¾§")
"""Those of them that may stand right behind a word."""
_ANYWHERE: Final = frozenset("\u00a0\u00ad\u2009\u202f©®™·×•‘’–—…")
"""Signs that clean text has amid words as well: they say nothing of a charset."""
_BYTES: Final = "\u00c2\u00c3"
"""What is left of misread UTF-8 whose other bytes are gone."""
_ASKED: Final = 1000
"""So many different words are judged; of a longer text the others follow."""
_SPOILED: Final = -4.0
"""A word that loses more than this stays as it is."""
_SAMPLE: Final = 60
_CONTEXT: Final = 300
_ODD: Final = 15.5
"""Words of which no two steps from letter to letter cost more than this are taken for clean."""
_APART: Final = re.compile(r"([^\x00-\x7f])\1{3}|://|[^\W\d_]@|[^\W\d_]\.[a-z]{2,4}(?![^\W\d_])")
"""What is no word: a sign four times over draws a line; an address is written as somebody chose to."""
_TOKEN: Final = re.compile(r"[^ \t\n\r]+")
_GARBLED_HAN: Final = re.compile("[A-Za-z]?[\u3400-\u9fff]")


class _Word(NamedTuple):
    start: int
    end: int
    before: str
    after: str


def hinted(text: str) -> bool:
    """Return whether HINT finds anything; it is asked of what is not ASCII and two characters around, which is faster.

    >>> hinted("Ïðåçèäåíò"), hinted("Le président — élu")
    (True, False)
    """
    near = (text[max(0, m.start() - 2) : m.end() + 2] for m in _FOREIGN.finditer(text))
    return bool(HINT.search("\n".join(near)))


def reading(text: str) -> tuple[list[Change], float]:
    """Return what would read the text with its own charset, and by how much likelier that makes it.

    >>> [c.after for c in reading("Ïðåçèäåíò Ðîññèè çàÿâèë")[0]]
    ['Президент', 'России', 'заявил']
    """
    if text.isascii() or not hinted(text):
        return [], 0.0
    tokens = [m for m in _TOKEN.finditer(text) if not (m[0].isascii() or len(m[0]) > 2000 or _APART.search(m[0]))]
    sample = [m[0] for m in tokens[:_SAMPLE]]
    context = _context(text)
    if not sample or not (_STRONG.search(text) or not _fine(sample, context)):
        return [], 0.0
    best: tuple[float, str, str] = (0.0, "", "")
    usual = 0.0
    for was, meant in _candidates(sample):
        value = _value(sample, was, meant, context)
        if value > best[0]:
            best = (value, was, meant)
        if (was, meant) == _USUAL:
            usual = value
    if usual and best[1:] != _USUAL and _as_usual(sample, best[1], best[2], context):
        best = (usual, *_USUAL)
    value, was, meant = best
    return (list(_changes(tokens, was, meant, context)), value) if was else ([], 0.0)


def _as_usual(sample: Sequence[str], was: str, meant: str, context: str) -> bool:
    """Return whether controls are rather the quotation marks and dashes of Windows-1252, as on most pages: its reading
    fits the language around no worse than another."""
    usual = [_reread(word, *_USUAL) or word for word in sample]
    marks = {b for one, other in zip(sample, usual, strict=True) for a, b in zip(one, other, strict=False) if a != b}
    if not marks <= set(_MARKS):
        return False
    other = " ".join(_reread(word, was, meant) or word for word in sample)
    return judging.within(" ".join(usual), context) <= judging.within(other, context)


def _context(text: str) -> str:
    """Return the words that no reading changes: they say what language it is."""
    out: list[str] = []
    size = 0
    for match in _TOKEN.finditer(text, 0, 4000):
        if match[0].isascii() and match[0].isalpha():
            out.append(match[0])
            size += len(match[0]) + 1
            if size > _CONTEXT:
                break
    return " ".join(out)


def _fine(sample: Sequence[str], context: str) -> bool:
    """Return whether no place in the words is odd in their language."""
    return judging.oddest(" ".join(sample), context) < _ODD


def _candidates(sample: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of charsets that the text could have gone through."""
    chars = {c for word in sample for c in word if c >= "\x80"}
    for was, targets in PAIRS.items():
        if was == "gbk":
            if any(_GARBLED_HAN.search(word) for word in sample):
                yield was, "cp1252"
            continue
        known = set(upper(was))
        inside = sum(c in known or "\x80" <= c < "\xa0" for c in chars)
        if inside >= 0.6 * len(chars):
            for meant in targets:
                yield was, meant


def _reread(word: str, was: str, meant: str) -> str | None:
    """Return a word as its own charset has it; None where it can't be."""
    if was == "gbk":
        try:
            return word.encode("gbk").decode("cp1252")
        except UnicodeError:
            return None
    raw = back(word, was)
    if raw is None:
        return None
    after = read(raw, meant)
    if after is None or any("\x80" <= c < "\xa0" for c in after):
        return None
    return after


def _value(sample: Sequence[str], was: str, meant: str, context: str) -> float:
    """Return how much likelier a pair makes the text, less what it must; 0 where that is not enough."""
    before, after = [], []
    lost = 0
    if meant in DOUBLE and sum(c > "\x7f" for word in sample for c in word) < _DOUBLED:
        return 0.0
    for word in sample:
        now = _reread(word, was, meant)
        if now is None:
            lost += 1
        elif now != word:
            before.append(word)
            after.append(now)
    if not before or lost > 0.3 * len(sample):
        return 0.0
    if not _tells(before, after):
        return 0.0
    changed = {pair for one, other in zip(before, after, strict=True) for pair in _differences(one, other)}
    strong = sum(len(_STRONG.findall(w)) for w in before) - sum(len(_STRONG.findall(w)) for w in after)
    if len(changed) == 1 and not _single(*next(iter(changed)), strong):
        return 0.0
    if any(_OPENED.search(word) for word in after) or _capitals(before, after):
        return 0.0
    if not _enough(before, after, changed, context) or _is_left(before, after, changed, context):
        return 0.0
    one, other = " ".join(before), " ".join(after)
    won = judging.gain(one, other, context)
    won += _BONUS * max(-5, min(5, strong))
    least = _LEAST + (0.0 if (was, meant) in _FREQUENT else _RARE) + 4.0 * lost
    return won - least if won > max(least, _PER_CHAR * len(one)) else 0.0


def _tells(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether anything that a reading changes is odd where it stands: a letter, a control, a sign amid letters;
    and whether few letters amid letters would become signs.

    >>> _tells(["Acme®", "©"], ["Acme«", "®"]), _tells(["pr‚vu"], ["prévu"]), _tells(["sûre"], ["s–re"])
    (False, True, False)
    """
    telling = torn = others = 0
    for one, other in zip(before, after, strict=True):
        if len(one) != len(other):
            telling += any(c > "\x7f" and c not in _ANYWHERE and c not in _PLAIN for c in one)
            continue
        for at, (was, now) in enumerate(zip(one, other, strict=True)):
            if was == now:
                continue
            amid = one[max(0, at - 1) : at].islower() and one[at + 1 : at + 2].islower()
            telling += _is_odd(one, at, was, now, amid)
            alone = len(one) == 1 and now not in "–—"
            torn += (amid or alone) and was.isalpha() and not now.isalpha() and now not in "'’"
            others += 1
    return telling > 0 and (2 * torn < others or not torn)


def _is_odd(word: str, at: int, was: str, now: str, amid: bool) -> bool:
    """Return whether one character of a word is odd where it stands, so that it tells of a charset."""
    if was in _ANYWHERE:
        return amid and was in "©®™" and now.isalpha()
    if was in "øØ" and word[at + 1 : at + 2].isdigit():
        return False  # a diameter
    behind = word[at - 1 : at].islower()
    if was in _PLAIN:
        beside = behind or (was in "¢¥±" and word[at + 1 : at + 2].islower())
        return now.isalpha() and (amid or (beside and was not in _BEHIND))
    if "\u0370" <= was <= "\u03ff":  # a sign of formulas and units, unless it ends or goes on a Latin word
        within = word[at - 1 : at].isalpha() and word[at + 1 : at + 3].islower()
        return amid or within or (behind and word[max(0, at - 3 + was.islower()) : at].islower() and at > 1)
    return True


def _is_left(before: Sequence[str], after: Sequence[str], changed: set[tuple[str, str]], context: str) -> bool:
    """Return whether what a reading changes is rather left of UTF-8: its words read better without it."""
    if any(a not in _BYTES for a, _ in changed):
        return False
    bare = " ".join(word.rstrip(_BYTES) for word in before)
    return judging.gain(" ".join(after), bare, context) > 0


def _capitals(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether a reading mostly puts capitals behind small letters: so do first bytes whose others are lost."""
    inner = others = 0
    for one, other in zip(before, after, strict=True):
        if len(one) == len(other):
            for at, (was, now) in enumerate(zip(one, other, strict=True)):
                if was != now:
                    inner += now.isupper() and other[at - 1 : at].islower()
                    others += 1
    return 2 * inner > others


def _enough(before: Sequence[str], after: Sequence[str], changed: set[tuple[str, str]], context: str) -> bool:
    """Return whether there is enough to tell: of another alphabet several letters, and no oddity left in its words."""
    letters = [c for word in after for c in word if c.isalpha() and not c.isascii()]
    foreign = any(c > "\u024f" and not "\u1e00" <= c <= "\u1eff" for c in letters)
    if foreign and len(letters) < (_OTHER if context else 4):
        return False
    if len(changed) == 1 and next(iter(changed))[0] in TO_LATIN and not any(map(str.islower, before)):
        return False  # capitals that look the same in two alphabets
    if all(a < "\u00a0" for a, _ in changed):
        return True  # controls are no text in any case
    if len(before) == 1 and sum(map(str.isalpha, after[0])) < 3:
        return False
    if len(changed) == 1 and not any(c.isascii() and c.isalpha() for word in before for c in word):
        return False
    whole = " ".join(after)
    if sum("\u3040" <= c <= "\ud7ff" for c in letters) > len(letters) / 2:
        return True
    if foreign and judging.cost(whole) > _DEAREST * len(whole):
        return False
    return len(before) > 8 or judging.oddest(whole, context) < _STILL_ODD


def _single(before: str, after: str, strong: int) -> bool:
    """Return whether one character alone may say that a text was misread: a letter for a letter, or for a sign within
    a word; never the signs that stand behind names."""
    if before == "\u00b4":
        return False
    if after in _QUOTES or (before < "\u00a0" and after == "\u2022"):
        return True
    if not after.isalpha() or before in "\u00ad\u00d7\u00f7\u00b0\u00a9\u00ae\u2122\u2026":
        return False
    return before.isalpha() or before < "\u00a0" or strong > 0 or before in "\u00b1\u00b6\u00a6"


def _differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the characters that one word has in place of the other's; of words of two lengths, both as wholes."""
    if len(before) != len(after):
        yield before, after
        yield after, before
    else:
        yield from ((a, b) for a, b in zip(before, after, strict=True) if a != b)


def _changes(tokens: Sequence[re.Match[str]], was: str, meant: str, context: str) -> Iterator[Change]:
    words = [_Word(*m.span(), m[0], after) for m in tokens if (after := _reread(m[0], was, meant)) not in (None, m[0])]
    whole = " ".join(w.after for w in words[:40])[:_CONTEXT]
    judged: dict[str, bool] = {}
    for word in words:
        if word.before not in judged:
            won = 0.0 if len(judged) >= _ASKED else judging.gain(word.before, word.after, f"{context} {whole}")
            judged[word.before] = won > _SPOILED and not _capitals([word.before], [word.after])
        if judged[word.before]:
            yield Change(word.start, word.end, word.after, "mojibake", "legacy-charset",
                         f"{word.before!r} is {word.after!r} in {meant}, read as {was}.", 0.9)  # fmt: skip
