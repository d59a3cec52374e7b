"""UTF-8 that was read as something else, once or several times over: found span by span, undone where it reads better.

Which charset it was read with is what makes most of the text likelier; every word must gain by itself. Bytes that got
lost on the way stay lost: only a no-break space that became a plain one, and the end of a closing quotation mark, are
certain enough to be put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner.repairs import judging
from cleaner.repairs.changes import Change
from cleaner.repairs.charsets import back, numbers

CHARSETS: Final = (
    "cp1252", "cp1250", "cp1251", "mac-roman", "cp1254", "cp1256", "cp437", "cp850", "cp1253", "cp1257", "iso8859-2",
    "koi8-r", "cp866", "cp852", "cp1255",
)  # fmt: skip
"""What UTF-8 is read as, the commonest first: of two that explain as much the first is taken."""
_LEAST: Final = 3.0
"""A word must become so much likelier, in nats; measured on clean lines of wcxb and ftfy's negative cases."""
_TOTAL: Final = 5.0
_CLEARER: Final = 2.0
"""A rarer charset must explain so much more."""
_AGREE: Final = 3
_UNHARMED: Final = -1.0
"""Where so many words were read with one charset, another follows that loses no more than this."""
_MIX: Final = 8.0
"""What it speaks against a reading that a Latin letter and one of another script touch in it."""
_MIXED: Final = re.compile(
    "[A-Za-z\u00c0-\u024f](?=[\u0400-\u1cff\u3040-\ud7ff])|[\u0400-\u1cff\u3040-\ud7ff](?=[A-Za-z\u00c0-\u024f])"
)
_CONTEXT: Final = 90
_SPACES: Final = " \t\n\r"
_BEFORE_BLANK: Final = b"\xc2\xc3\xc5\xc6\xce\xd0\xd7\xd9"
"""What a lost no-break space belongs to: another one, à, Š, Ơ, Π, Р, נ, ٠; behind other first bytes it
makes letters that nobody writes."""
_NATURAL: Final = "\u00a0\u2018\u2019\u201c\u201d\u201e\u2026\u2013\u2014\u00ab\u00bb"
"""Marks that stand behind a letter in clean text as well."""
_OPEN: Final = "\"'“‘«‹„("
_CLOSE: Final = "\"'”’»›“)"
_CUT_QUOTE: Final = re.compile(r"(?<=\S)â€(?: (?=[.,;:!?]))?(?=[\s.,;:!?)\]]|$)|(?:(?<=\s)|(?<![\s\S]))â€(?=[^\W\d_])")
"""U+201D ends in a byte that Windows-1252 does not know, so that it is often dropped."""
_OPENING: Final = re.compile("[“„]|â€[^â]{1,2000}â€")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_RUN: Final = re.compile("[^\x00-\x7f]+")
_BESIDE: Final = 3
"""So many ASCII characters behind a run may have been taken for the second half of a double byte."""


class _Classes(NamedTuple):
    two: str
    three: str
    four: str
    rest: str
    odd: str
    signs: str
    capitals: str


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
            elif (byte < 0xE0 and not char.islower() and char not in _NATURAL) or char == "\u0192":
                signs += "" if char.isalpha() and char > "\u0400" else char
        elif 0x80 <= byte < 0xC0:
            rest += char
            if not (char.islower() or char.isupper() or char in _NATURAL or "\u05d0" <= char <= "\u06ff"):
                odd += char
    return _Classes(*map(re.escape, (lead[2], lead[3], lead[4], rest, odd, signs or "\x00", capitals or "\x00")))


def _hint() -> re.Pattern[str]:
    """Return what looks for a beginning and an odd continuation of any charset."""
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
    more += "|[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]|\u0110[\u0104-\u017e]|\u201a\u00c4"
    more += "|\u221a[^\x00-\x7f]|[\u00e3-\u00e9\u00ce-\u00d1\u00d7-\u00d9\u0398]\u0192?[\u2500-\u257f]"
    return re.compile("|".join([more, *parts]))


HINT: Final = _hint()
_LEADS: Final = "".join(sorted({c for name in CHARSETS for c, byte in numbers(name).items() if 0xC2 <= byte < 0xF5}))
_LEAD: Final = re.compile(f"[{re.escape(_LEADS)}](?:[^\x00-\x7f]|(?<=[\u00c2\u00c3\u00d0\u00d1]) )")
"""A faster look for what HINT finds and more: a character that begins something, another behind it."""


def hinted(text: str) -> bool:
    """Return whether something looks like UTF-8 read as another charset, in a look.

    >>> hinted("Le prÃ©sident"), hinted("Le président — élu")
    (True, False)
    """
    return bool(_LEAD.search(text) and HINT.search(text)) or bool(_HAN.search(text) and next(_double(text), None))


class Reading(NamedTuple):
    """What would undo one wrong decoding, by how much likelier it makes the text, and how much of what is not ASCII
    in the words it leaves as it is (0 to 1)."""

    changes: list[Change]
    gain: float
    left: float


NONE: Final = Reading([], 0.0, 0.0)


def reading(text: str) -> Reading:
    """Return what would undo one wrong decoding, by the charset that explains most.

    >>> [(c.start, c.end, c.after) for c in reading("Le prÃ©sident est arrivÃ©.").changes]
    [(5, 7, 'é'), (23, 25, 'é')]
    """
    best = 0.0
    words: list[_Word] = []
    charset = ""
    if _LEAD.search(text) and HINT.search(text):
        read = {name: found for name in CHARSETS if (found := list(_words(text, name)))}
        shown = [word for found in read.values() for word in found if _shown(text, word, text[word.start : word.end])]
        for name, found in read.items():
            if meant := [w for w in found if not any(s.start < w.end and w.start < s.end for s in shown)]:
                whole, kept = _judged(text, meant)
                if kept and whole > best + _CLEARER:
                    best, words, charset = whole, kept, name
        if not words and "â€" in text and _OPENING.search(text):
            cut = [
                Change(*m.span(), "”", "mojibake", "cut-quote", "Half of a pair of quotation marks, read with the "
                       "wrong charset, its last byte lost.", 0.9)
                for m in _CUT_QUOTE.finditer(text)
            ]  # fmt: skip
            return Reading(cut, _TOTAL if cut else 0.0, 0.0)
    if not words and _HAN.search(text) and (found := list(_double(text))):
        best, words = _judged(text, found)
        charset = "gbk"
    odd = sum(c > "\x7f" and c not in _NATURAL for c in text) if words else 0
    used = sum(end - start for word in words for start, end, _ in word.pieces)
    return Reading(_changes(text, words, charset), best, max(0.0, 1 - used / odd) if odd else 0.0)


class _Word(NamedTuple):
    """Characters [start, end) that would read `after`; `pieces` are the sequences in it."""

    start: int
    end: int
    after: str
    pieces: tuple[tuple[int, int, str], ...]


@lru_cache(maxsize=len(CHARSETS))
def _sequence(charset: str) -> re.Pattern[str]:
    c = _classes(charset)
    rest, blank = f"[{c.rest}]", f"[{c.rest} ]"
    return re.compile(
        f"[{c.four}]{rest}{{3}}|[{c.three}]{rest}{rest}|[{c.two}]{rest}"
        f"|[{c.three}]{blank}{blank}|[{c.two}] "
    )


def _words(text: str, charset: str) -> Iterator[_Word]:
    """Yield the words that hold sequences of UTF-8, and what they would read."""
    return _grouped(text, _sequences(text, charset))


def _sequences(text: str, charset: str) -> Iterator[tuple[int, int, str]]:
    for match in _sequence(charset).finditer(text):
        after = _read(match[0], charset)
        if after is None or (" " in match[0] and after.isupper() and text[match.start() - 1 : match.start()].islower()):
            continue  # a capital behind a small letter: the byte is lost, it was no no-break space
        yield (*match.span(), after)


def _double(text: str) -> Iterator[_Word]:
    """Yield the words that hold runs of UTF-8 read two bytes at a time."""
    return _grouped(text, _runs(text))


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _RUN.finditer(text):
        run = match[0][:4000]
        if _HAN.search(run):
            try:
                yield match.start(), match.start() + len(run), run.encode("gbk").decode("utf-8")
            except UnicodeError:
                continue


def _grouped(text: str, found: Iterable[tuple[int, int, str]]) -> Iterator[_Word]:
    pieces: list[tuple[int, int, str]] = []
    for start, end, after in found:
        if pieces and _apart(text, pieces[-1][1], start):
            yield _word(text, pieces)
            pieces = []
        pieces.append((start, end, after))
    if pieces:
        yield _word(text, pieces)


def _apart(text: str, end: int, start: int) -> bool:
    return start - end > 40 or any(c in _SPACES for c in text[end:start])


def _word(text: str, pieces: list[tuple[int, int, str]]) -> _Word:
    first, last = pieces[0][0], pieces[-1][1]
    start, end = first, last
    while start > max(0, first - 40) and text[start - 1] not in _SPACES:
        start -= 1
    while end < min(len(text), last + 40) and text[end] not in _SPACES:
        end += 1
    own = _blanks(text, start, end, pieces)
    return _Word(start, end, _put(text, start, end, own), tuple(own))


def _put(text: str, start: int, end: int, pieces: list[tuple[int, int, str]]) -> str:
    out: list[str] = []
    at = start
    for first, last, after in pieces:
        out += text[at:first], after
        at = last
    return "".join((*out, text[at:end]))


def _blanks(text: str, start: int, end: int, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the pieces, each that ends in a plain space with the space kept behind it where that reads better."""
    own = list(pieces)
    for number, (first, last, after) in enumerate(own):
        if text[last - 1] == " " and text[last : last + 1].isalpha() and after.isalpha():
            right = min(len(text), last + 20)
            stop = text.find(" ", last, right)
            right = stop if stop > 0 else right
            left = max(0, start - _CONTEXT)
            head = text[left:start] + _put(text, start, first, own[:number])
            joined, parted = f"{head}{after}{text[last:right]}", f"{head}{after} {text[last:right]}"
            around = text[right : right + _CONTEXT]
            if judging.gain(joined, parted, around) > 0:
                own[number] = (first, last, after + " ")
    return own


def _read(piece: str, charset: str) -> str | None:
    """Return what a piece is as UTF-8; None where it is none, or no visible character."""
    raw = back(piece, charset)
    if raw is None:
        return None
    if raw == b"\xe2\x80 ":
        return None  # rather a quotation mark with its last byte lost than a dagger with a space for it
    if len(raw) == 2 and raw[1] == 32 and raw[0] not in _BEFORE_BLANK:
        return None
    if b" " in raw:
        raw = raw.replace(b" ", b"\xa0")
    try:
        after = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return after if after.isprintable() or after in "\u00a0\u00ad\u200b\u200c\u200d\u202f\ufeff\u2009" or (
        "\x80" <= after < "\xa0"
    ) else None


def _judged(text: str, words: list[_Word]) -> tuple[float, list[_Word]]:
    """Return how much likelier the words make the text, and those of them that gain by themselves."""
    kept: list[_Word] = []
    doubtful: list[_Word] = []
    whole = 0.0
    evident = any(not _blank_alone(text, word) for word in words)
    now, places = _reading(text, words)
    for word, (start, end) in zip(words, places, strict=True):
        before = text[word.start : word.end]
        if not evident and _blank_alone(text, word):
            continue
        context = f"{now[max(0, start - _CONTEXT) : start]} {now[end : end + _CONTEXT]}"
        bare = before.replace("\u00ad", "")  # a soft hyphen is unseen in clean text as well
        won = judging.gain(bare, word.after, context) - _MIX * len(_MIXED.findall(word.after))
        if won > _LEAST:
            whole += won
            kept.append(word)
        elif won > _UNHARMED:
            doubtful.append(word)
    if len(kept) >= _AGREE:
        kept = sorted([*kept, *doubtful])
    return (whole, kept) if whole > _TOTAL else (0.0, [])


def _reading(text: str, words: list[_Word]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text as the words would make it, and where they stand in it."""
    out: list[str] = []
    places = []
    at = size = 0
    for word in words:
        out += text[at : word.start], word.after
        start = size + word.start - at
        size = start + len(word.after)
        places.append((start, size))
        at = word.end
    return "".join((*out, text[at:])), places


def _changes(text: str, words: list[_Word], charset: str) -> list[Change]:
    out = []
    for word in words:
        was = text[word.start : word.end]
        for start, end, after in word.pieces:
            out.append(Change(start, end, after, "mojibake", "wrong-charset",
                              f"{was!r} is {word.after!r} read as {charset}.", 0.97))  # fmt: skip
    return out


def _blank_alone(text: str, word: _Word) -> bool:
    """Return whether a word is one letter and a space: a letter by itself, unless more of the text is garbled."""
    start, end, _ = word.pieces[0]
    return len(word.pieces) == 1 and text[start + 1 : end] == " " and text[start - 1 : start] in ("", " ", "\n")


def _shown(text: str, word: _Word, was: str) -> bool:
    """Return whether the garbled piece is shown on purpose: quoted, with no word around it or beside its own repair."""
    bare = was.strip(_OPEN + _CLOSE + ".,;:!?")
    left = text[word.start - 1 : word.start] if was[:1] not in _OPEN else was[0]
    right = text[word.end : word.end + 1] if was[-1:] not in _CLOSE + ".,;:!?" else was.rstrip(".,;:!?")[-1:]
    if not (left and left in _OPEN and right and right in _CLOSE):
        return False
    meant = word.after.strip(_OPEN + _CLOSE + ".,;:!?")
    return not re.search(r"[A-Za-z0-9]", bare) or (len(meant) > 2 and meant in text)
