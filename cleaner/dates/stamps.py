"""Is a short text nothing but a date stamp, and does a text begin with one? For the labeller; changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cleaner.dates.atoms import Reader
from cleaner.dates.reader import read_tokens
from cleaner.dates.reading import Reading
from cleaner.dates.vocabulary import ANNOUNCING, COMBINING, Token, Vocabulary, tokens, vocabulary
from cleaner.text import fold_word, spell

LONGEST: Final = 160
_MOST_WORDS: Final = 30
_PLACE_WORDS: Final = 3
_OPENERS: Final = "\"'“‘«„¿¡([—–"
_DIGIT: Final = re.compile(r"\d")
_NUMERIC: Final = re.compile(r"\d([-/.／．－])\s*\d{1,2}\s*\1|\d{8}[tT]")
"""What a date written in numbers alone shows: a sign that parts three of them, or a compact stamp."""
_FIRST: Final = re.compile(r"[^\W_]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMBINED: Final = re.compile(f"[{COMBINING}]")
"""Signs at which other readers of words part a word; where one stands, the words are split here."""
_DASHES: Final = frozenset("-–—|:•·")
_LONGEST_CLOCK: Final = 24
_SHORTEST_GLUED: Final = 20
_HEAD: Final = 110
"""A glued prefix is looked for in this many first characters."""


def stamp(text: str, language: str | None = None) -> Reading | None:
    """Return the reading if a whole block is a date stamp: a date, perhaps with time, weekday, place, "Published".

    Of several dates the one called published comes first, then the one that nothing calls updated.

    >>> stamp("Published: Thursday, October 1, 2020 4:05 PM ET", "en").value
    '2020-10-01T16:05-04:00'
    >>> stamp("PARIS, le 1er octobre 2020", "fr").value, stamp("2 hours ago", "en").kind
    ('2020-10-01', 'relative')
    >>> stamp("Putin met Macron on October 1, 2020", "en") is None
    True
    """
    found = stamps(text, language)
    return min(found, key=_rank) if found else None


def _rank(reading: Reading) -> tuple[int, int]:
    return {"published": 0, "updated": 2}.get(reading.role, 1), reading.span[0]


def may_be_dated(text: str, language: str | None = None, folded: Sequence[str] | None = None) -> bool:
    """Return whether a date can stand in a text at all; quick, for most lines of a page have none.

    `folded` spares splitting the text again.

    >>> may_be_dated("Top 10 recipes for two", "en"), may_be_dated("10 May", "en"), may_be_dated("1/10/2020", "en")
    (False, True, True)
    """
    words = vocabulary(language)
    if not text.isascii() and _COMBINED.search(text):
        split = [token.folded for token in tokens(text)]
        dated = bool(_DIGIT.search(text)) or not words.hopeful.isdisjoint(split)
        return dated and (not words.telling.isdisjoint(split) or bool(_NUMERIC.search(text)))
    if not _DIGIT.search(text):
        found = spell(text).folded if folded is None else folded
        return not words.hopeful.isdisjoint(found) and not words.telling.isdisjoint(found)
    if _NUMERIC.search(text):
        return True
    if text.isascii():
        return not words.telling.isdisjoint(_WORD.findall(text.lower()))
    return not words.telling.isdisjoint(spell(_DIGIT.sub(" ", text)).folded)


def stamps(text: str, language: str | None = None) -> list[Reading]:
    """Return every date of a block that is nothing but stamps, each with its role; empty for any other block."""
    if not text or len(text) > LONGEST or not may_be_dated(text, language):
        return []
    found = tokens(text)
    if len(found) > 2 * _MOST_WORDS:
        return []
    words = vocabulary(language)
    readings = read_tokens(text, found, language)
    if not readings:
        return []
    out: list[Reading] = []
    at = 0
    role = ""
    for reading in readings:
        start = _token_at(found, reading.span[0], at)
        rest = _unroled(found, words, at, start)
        if rest is None:
            return []
        spoken, loose = rest
        if loose and (out or not _place(found, words, loose, start)):
            return []
        role = spoken or ("" if out else role)
        out.append(replace(reading, role=role) if role else reading)
        at = _token_at(found, reading.span[1], start)
    rest = _unroled(found, words, at, len(found))
    if rest is None or (rest[1] and not _trailing_place(found, rest[1], at)):
        return []
    if rest[0] and not out[-1].role:
        out[-1] = replace(out[-1], role=rest[0])
    return out


_BEFORE: Final = 8
"""So many tokens before a date the words that announce it may begin."""


def announced(text: str, language: str | None = None) -> list[Reading]:
    """Return the dates of a text that "published" or "updated" stands right before, each with that role.

    >>> [(r.value, r.role) for r in announced("Par Ana Díaz Publié le 25/05/2012 à 18:20", "fr")]
    [('2012-05-25T18:20', 'published')]
    >>> announced("The report published by NATO in May names October 1, 2020", "en")
    []
    """
    found, words = tokens(text), vocabulary(language)
    out = []
    at = 0
    for reading in read_tokens(text, found, language):
        at = _token_at(found, reading.span[0], at)
        for first in range(max(0, at - _BEFORE), at):
            hit = _role_at(found, words, first, at)
            rest = _unroled(found, words, hit[0], at) if hit else None
            if hit and hit[1] != "label" and rest is not None and not rest[0] and not rest[1]:
                out.append(replace(reading, role=hit[1]))
                break
    return out


def _token_at(found: list[Token], offset: int, at: int) -> int:
    while at < len(found) and found[at].start < offset:
        at += 1
    return at


_ROLES: Final = ANNOUNCING
_JOINING: Final = ("joiners", "at", "zones", "hours")


def _unroled(found: list[Token], words: Vocabulary, start: int, end: int) -> tuple[str, list[int]] | None:
    """Return the role spoken in tokens [start, end) and those left when marks, articles and role words are gone.

    None when more is left than a place name could be.
    """
    role, loose, at = "", [], start
    while at < end:
        best = _role_at(found, words, at, end)
        if best:
            at, spoken = best
            role = spoken
            continue
        token = found[at]
        if token.number < 0 and not token.folded[:1].isalnum():
            at += 1
            continue
        hits = (words.match(kind, found, at) for kind in _JOINING)
        if (hit := next((h for h in hits if h and h[0] <= end), None)) is not None:
            at = hit[0]
            continue
        loose.append(at)
        if len(loose) > _PLACE_WORDS:
            return None
        at += 1
    return role, loose


def _role_at(found: list[Token], words: Vocabulary, at: int, end: int) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for role in _ROLES:
        hit = words.match(role, found, at)
        if hit and hit[0] <= end and (best is None or hit[0] > best[0]):
            best = hit[0], "label" if role == "labels" else role
    return best


def _place(found: list[Token], words: Vocabulary, loose: list[int], start: int) -> bool:
    """Return whether the loose tokens before a date are a place: capitalised words, then a comma or a dash."""
    if words.match("by", found, loose[0]) or loose[-1] - loose[0] >= len(loose) + 2:
        return False
    if not all(found[n].upper for n in loose):
        return False
    return any(found[n].folded in ",،、-–—|•·:;(/" for n in range(loose[-1] + 1, start))


def _trailing_place(found: list[Token], loose: list[int], at: int) -> bool:
    """Return whether the loose tokens after a date are a place: a mark, then capitalised words."""
    return loose[0] > at and found[at].folded in ",،、-–—|•·(/" and all(found[n].upper for n in loose)


# --- glued prefixes --------------------------------------------------------------------------------------------------


def prefix(text: str, language: str | None = None) -> int:
    """Return where a machine's date ends that is glued before a sentence, 0 when the text begins with none.

    >>> prefix(" date 2020-10-01 Russian President Vladimir Putin told", "en")
    16
    >>> prefix("Oct 1, 2020 - The talks were held in Paris.", "en")
    13
    >>> prefix("October 1, 2020 was a Thursday in every calendar.", "en")
    0
    """
    head = text[:_HEAD]
    if not _DIGIT.search(head):  # dates without a digit are relative ones, and those are no machine's
        return 0
    words = vocabulary(language)
    if len(text) <= _SHORTEST_GLUED or not _opens(head, words) or not may_be_dated(head, language):
        return 0
    found = tokens(head)
    role, at = "", 0
    while at < len(found) and at < 8:
        hit = _role_at(found, words, at, len(found))
        if hit:
            at, role = hit
        elif found[at].number < 0 and not found[at].folded[:1].isalnum() and found[at].folded not in "\"'“«":
            at += 1
        else:
            break
    lead = at
    while (hit_ := words.match("joiners", found, lead)) and role:
        lead = hit_[0]
    if lead >= len(found):
        return 0
    if not any(token.number >= 0 or token.folded in words.openers for token in found[at : lead + 1]):
        return 0
    reading = next(iter(read_tokens(head, found, language)), None)
    if reading is None or reading.kind == "relative" or not found[at].start <= reading.span[0] <= found[lead].start:
        return 0
    return _end(text, head, reading, role)


def _opens(head: str, words: Vocabulary) -> bool:
    """Return whether the first word can open a prefix: a number, a part of a date, or one that announces a date."""
    first = _FIRST.search(head)
    if first is None or first[0].isdecimal():
        return first is not None
    word = _WORD.match(head, first.start())
    if word is None:
        return False
    return (fold_word(word[0]) if word[0].isascii() else tokens(word[0])[0].folded) in words.announcers


def _end(text: str, head: str, reading: Reading, role: str) -> int:
    """Return the end of the prefix if what follows its date is a sentence of its own."""
    end = reading.span[1]
    after = end
    while after < len(head) and head[after].isspace():
        after += 1
    separated = after < len(head) and head[after] in _DASHES
    if separated:
        end = after + 1
        after = end
        while after < len(head) and head[after].isspace():
            after += 1
    if after == end and not separated and text[after : after + 1].isascii():
        return 0
    begins = text[after : after + 1]
    if not begins or not (begins in _OPENERS or (begins.isalpha() and not begins.islower())):
        return 0
    if len(text) - after < _SHORTEST_GLUED or len(tokens(text, after, after + 80)) < 4:
        return 0
    full = reading.kind == "absolute" and reading.precision in ("day", "minute")
    machine = head[reading.span[0] : reading.span[0] + 4].isdigit() and full
    if role or machine or (separated and (full or reading.time)) or (full and reading.time):
        return end
    # written out, nothing between: "October 1, 2020 Russian President …"; a leading article would make it a sentence
    return end if full and fold_word(head[: reading.span[0]].strip()) == "" and begins not in _OPENERS else 0


def clock(text: str, language: str | None = None) -> str | None:
    """Return the time of day if a whole block is only that, as the stamps of a live blog are.

    >>> clock("10:40", "en"), clock("16h05", "fr"), clock("10:40, 1 October", "en")
    ('10:40', '16:05', None)
    """
    if not text or len(text) > _LONGEST_CLOCK or not _DIGIT.search(text):
        return None
    found = tokens(text)
    words = vocabulary(language)
    reader = Reader(found, words, ("dmy", False))
    at = 0
    while at < len(found) and (not found[at].folded[:1].isalnum() or words.match("at", found, at)):
        at += 1
    hit = reader.time(at) if at < len(found) else None
    return hit[1].time if hit and not any(t.folded[:1].isalnum() for t in found[hit[0] :]) else None
