"""The words of dates, from the `dates` section of the language packs, filed by what they mean. Reads no text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner import language
from cleaner.dates.calendars import BUDDHIST
from cleaner.text import fold_word

_UNSPACED: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER: Final = rf"[^\W\d_{_UNSPACED}]"
COMBINING: Final = "".join(chr(c) for c in range(0x300, 0x1100) if unicodedata.category(chr(c)) in ("Mn", "Mc"))
"""Signs that belong to the letter before them: accents apart, vowels of Thai and Hindi, points of Hebrew and Arabic."""
_UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD: Final = rf"{_LETTER}+(?:[{COMBINING}]+{_LETTER}*)*"
_TOKEN: Final = re.compile(rf"\d+|[{_UNSPACED}]|{_WORD}|[{_UNSEEN}]{{0,3}}([^\w\s{_UNSEEN}]|_)[{_UNSEEN}]{{0,3}}")
"""Marks of direction and joints are no tokens: they go with the sign beside them, or are passed over."""
_SIGNS: Final = {
    "’": "'", "ʼ": "'", "`": "'", "´": "'", "׳": "'", "״": '"', "‐": "-", "‑": "-",
    "／": "/", "．": ".", "－": "-", "：": ":", "，": ",", "（": "(", "）": ")",
}  # fmt: skip
"""Signs that mean another: apostrophes, hyphens, full width."""
LONGEST_NUMBER: Final = 14


class Token(NamedTuple):
    """A number, a word or a mark. `number` is -1 for what is none, or too long to be part of a date."""

    folded: str
    start: int
    end: int
    number: int
    upper: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of text [start, end): runs of digits, runs of letters, single marks; spaces are left out.

    >>> [t.folded for t in tokens("1er Févr. 2020")]
    ['1', 'er', 'fevr', '.', '2020']
    """
    out = []
    for m in _TOKEN.finditer(text, start, len(text) if end is None else end):
        piece, at, stop = m[0], m.start(), m.end()
        first = piece[0]
        if first.isalpha():
            out.append(Token(fold_word(piece), at, stop, -1, not first.islower()))
        elif first.isdecimal():
            number = int(piece) if stop - at <= LONGEST_NUMBER else -1
            out.append(Token(str(number) if number >= 0 else "", at, stop, number, False))
        else:
            sign = m[1] or first  # "²" and its like are neither letter nor digit nor mark
            out.append(Token(_SIGNS.get(sign, sign), at, stop, -1, False))
    return out


@dataclass(frozen=True)
class DateWords:
    """The shape of a pack's `dates` section. Keys of `months` are 1 to 12, of `weekdays` 1 (Monday) to 7, of `days` the
    days from today; `ago` holds phrases with {n}, {unit} and {passed}, a unit that says "ago" itself; the unit "2 hour"
    has words for two hours. `capitalised` says that months are never written small, `calendar` in which one years count
    besides the common one, `dotted_times` that 12.30 behind a date is a time. Names in `with_year` are months only with
    a year, those in `beside_dates` weekdays only beside a date: they are common words too. `also` names the tags of
    languages that this pack serves as well."""

    also: tuple[str, ...] = ()
    calendar: str = ""
    dotted_times: str = ""
    order: str = "dmy"
    ambiguous: str = ""
    capitalised: str = ""
    months: dict[str, tuple[str, ...]] = field(default_factory=dict)
    solar_months: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weekdays: dict[str, tuple[str, ...]] = field(default_factory=dict)
    with_year: tuple[str, ...] = ()
    beside_dates: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    year_marks: tuple[str, ...] = ()
    month_marks: tuple[str, ...] = ()
    day_marks: tuple[str, ...] = ()
    hour_marks: tuple[str, ...] = ()
    minute_marks: tuple[str, ...] = ()
    eras: dict[str, str] = field(default_factory=dict)
    first_years: tuple[str, ...] = ()
    days: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ago: tuple[str, ...] = ()
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    passed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    one: tuple[str, ...] = ()
    counts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    now: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    countries: dict[str, tuple[str, ...]] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)


_LISTS: Final = ("ordinals", "joiners", "at", "am", "pm", "hours", "year_marks", "month_marks", "day_marks",
                 "hour_marks", "minute_marks", "first_years", "one", "now", "published", "updated", "labels",
                 "by", "with_year", "beside_dates")  # fmt: skip
_OPENING: Final = ("months", "solar_months", "weekdays", "eras", "am", "pm", "at")
ANNOUNCING: Final = ("updated", "published", "labels")
_HOPEFUL: Final = ("days", "now", "one", "counts")
_TELLING: Final = ("months", "solar_months", "month_marks", "year_marks", "eras", "days", "now", "units", "passed")
_FILLING: Final = {"{n}": ("one", "counts"), "{unit}": ("units",), "{passed}": ("passed",)}
"""The roles whose words fill a slot of a relative phrase."""
_NUMBERED: Final = ("months", "solar_months", "weekdays", "days", "counts")
_NAMED: Final = ("units", "passed")
_WANTING_LENGTH: Final = frozenset(("weekdays", "days", "am", "pm", "hours"))
_SHORT: Final = 2
"""Words of these roles that are no longer than this are too common elsewhere to be read in a language not told."""
_NEVER_GUESSED: Final = frozenset(("units", "passed", "weekdays", "days"))
_READ_ALWAYS: Final = ("en", "und")
Entry = tuple[tuple[str, ...], str]


class Vocabulary:
    """What the words of one language, of English and of every language mean beside a date, by role."""

    def __init__(self, tags: Iterable[str], merged: bool = False) -> None:
        self._roles: dict[str, dict[str, list[Entry]]] = {}
        self.capitalised: set[str] = set()
        self._free: set[str] = set()
        self._templates = 0
        self.dotted_times = False
        """Whether 12.30 behind a date is a time of day."""
        self.ago = Template()
        self.merged = merged
        """Whether these are the words of every language, because nobody knows which."""
        self.calendars: set[str] = set()
        """The calendars other than the common one in which a bare number may be a year."""
        self.contested: dict[tuple[str, ...], list[int]] = {}
        """Names of months that mean another month in another language, with the other months."""
        self._settled: set[tuple[str, ...]] = set()
        for tag in tags:
            self._add(language.section(tag, "dates", DateWords), merged and tag not in _READ_ALWAYS)
            if tag == "en":  # what English says holds, whatever the word means elsewhere
                self._settled.update((role, word) for role, by_word in self._roles.items() for word in by_word)
        self.capitalised -= self._free
        self.openers = frozenset(word for role in _OPENING for word in self._roles.get(role, ()))
        """The words with which a part of a stamp can begin; no other word needs a second look."""
        self.announcers = self.openers.union(*(self._roles.get(role, ()) for role in ANNOUNCING))
        """The words with which a stamp that is announced or not can begin."""
        self.relative_openers = self._first_words()
        """The words with which a relative phrase can begin, numbers aside."""
        self.hopeful = frozenset(word for role in _HOPEFUL for word in self._roles.get(role, ()))
        """The words that make a text without a digit worth reading."""
        self.telling = frozenset(word for role in _TELLING for word in self._roles.get(role, ()))
        """The words one of which every date has, those written in numbers alone aside."""
        for by_word in self._roles.values():
            for entries in by_word.values():
                entries.sort(key=lambda e: -len(e[0]))

    def _add(self, pack: DateWords, foreign: bool) -> None:
        """Enter the words of a pack; of a `foreign` one not those too short to be told from other words."""
        if pack.calendar and (not self.merged or pack.calendar == BUDDHIST):
            self.calendars.add(pack.calendar)
        self.dotted_times |= bool(pack.dotted_times) and not self.merged
        for role in _LISTS:
            for phrase in getattr(pack, role):
                if not (foreign and _too_short(role, phrase)):
                    self._file(role, phrase, phrase)
        for role in _NUMBERED:
            for number, phrases in getattr(pack, role).items():
                for phrase in phrases:
                    if not (foreign and _too_short(role, phrase)):
                        self._file(role, phrase, number)
        for role in _NAMED:
            for unit, phrases in getattr(pack, role).items():
                for phrase in phrases:
                    self._file(role, phrase, unit)
        for role in ("zones", "eras"):
            for phrase, value in getattr(pack, role).items():
                self._file(role, phrase, value)
        months = {fold_word(w) for words in pack.months.values() for w in words}
        (self.capitalised if pack.capitalised else self._free).update(months)
        for phrase in pack.ago:
            self._templates += 1
            self.ago.file(_template(phrase), self._templates)

    def _file(self, role: str, phrase: str, value: str) -> None:
        first, *rest = (t.folded for t in tokens(phrase))
        entries = self._roles.setdefault(role, {}).setdefault(first, [])
        parts = tuple(rest)
        known = next((told for words, told in entries if words == parts), None)
        if known is None:
            entries.append((parts, value))
        elif self.merged and known != value:
            self._contest(role, (first, *parts), known, value)

    def _contest(self, role: str, words: tuple[str, ...], known: str, value: str) -> None:
        """Note what a phrase means in another language; a unit or a weekday that two languages differ on is neither."""
        if role == "months":
            others = self.contested.setdefault(words, [])
            others += [int(value)] if int(value) not in others else []
        elif role in _NEVER_GUESSED and known and (role, words[0]) not in self._settled:
            entries = self._roles[role][words[0]]
            entries[entries.index((words[1:], known))] = words[1:], ""

    def _first_words(self) -> frozenset[str]:
        filling = [role for slot in self.ago.slots for role in _FILLING[slot]]
        roles = ("now", "days", "weekdays", *filling)
        return frozenset(self.ago.words).union(*(self._roles.get(role, ()) for role in roles))

    def match(self, role: str, found: list[Token], at: int) -> tuple[int, str] | None:
        """Return where the longest phrase of a role that stands at a token ends, and its value."""
        by_word = self._roles.get(role)
        if by_word is None or at >= len(found):
            return None
        for rest, value in by_word.get(found[at].folded, ()):
            end = at + 1 + len(rest)
            if value and (not rest or rest == tuple(t.folded for t in found[at + 1 : end])):
                return end, value
        return None

    def weekday(self, found: list[Token], at: int) -> tuple[int, str] | None:
        """Return where the weekday at a token ends, and which it is, if its name means nothing else."""
        hit = self.match("weekdays", found, at)
        other = self.match("beside_dates", found, at) if hit else None
        return None if hit is None or (other and other[0] >= hit[0]) else hit

    def month(self, found: list[Token], at: int) -> tuple[int, int] | None:
        """Return where the month name at a token ends (its full stop taken in) and which month it is."""
        hit = self.match("months", found, at)
        if hit is None:
            return None
        end, value = hit
        if not found[at].upper and found[at].folded in self.capitalised:
            return None
        if end < len(found) and found[end].folded == "." and found[end].start == found[end - 1].end:
            end += 1
        return end, int(value)


class Template:
    """Phrases of time passed, as a tree of their parts: what may come next, and the number of one that ends here."""

    def __init__(self) -> None:
        self.number = 0
        self.words: dict[str, Template] = {}
        self.slots: dict[str, Template] = {}

    def file(self, parts: tuple[str, ...], number: int) -> None:
        """Enter a phrase; of two alike the first keeps its number."""
        if not parts:
            self.number = self.number or number
            return
        following = self.slots if parts[0] in _FILLING else self.words
        following.setdefault(parts[0], Template()).file(parts[1:], number)


def _too_short(role: str, phrase: str) -> bool:
    return role in _WANTING_LENGTH and len(phrase) <= _SHORT and fold_word(phrase).isascii()


def _template(phrase: str) -> tuple[str, ...]:
    """Return a phrase of time passed as folded words, its slots kept."""
    parts: list[str] = []
    for piece in phrase.replace("{", " {").replace("}", "} ").split():
        parts += [piece] if piece.startswith("{") else [t.folded for t in tokens(piece)]
    return tuple(parts)


@lru_cache(maxsize=256)
def vocabulary(tag: str | None) -> Vocabulary:
    """Return the words for a language tag: its pack, English and `und`; those of every pack when it has none."""
    known = _pack(tag)
    if known is None:
        return _vocabulary(("en", *(p for p in language.available() if p not in _READ_ALWAYS), "und"), merged=True)
    return _vocabulary(tuple(dict.fromkeys((known, "en", "und"))))


@lru_cache(maxsize=64)
def _vocabulary(tags: tuple[str, ...], merged: bool = False) -> Vocabulary:
    return Vocabulary(tags, merged)


@lru_cache(maxsize=256)
def _pack(tag: str | None) -> str | None:
    """Return the pack that serves a language tag, None where none does.

    >>> _pack("fr-CA"), _pack("no"), _pack("xx"), _pack(None)
    ('fr', 'nb', None, None)
    """
    known = (tag or "und").split("-")[0]
    if known == "und":
        return None
    return known if known in language.available() else _served().get(known)


@lru_cache
def _served() -> dict[str, str]:
    """Return the tags that packs of another tag serve."""
    return {also: tag for tag in language.available() for also in language.section(tag, "dates", DateWords).also}


@lru_cache(maxsize=256)
def order(tag: str | None, country: str | None) -> tuple[str, bool]:
    """Return the order of a numeric date, and whether it is only the likeliest.

    >>> order("fr", None), order("en", None), order("en", "GB")
    (('dmy', False), ('mdy', True), ('dmy', False))
    """
    if country:
        for stated, countries in language.section("und", "dates", DateWords).countries.items():
            if country.upper() in countries:
                return stated, False
    known = _pack(tag)
    if known is None:
        return "dmy", True
    pack = language.section(known, "dates", DateWords)
    return pack.order, bool(pack.ambiguous)
