"""Odd spellings of people's names, repaired to how the same document spells them, or to the language's own spelling.

Every repair has witnesses: the same name spelled right elsewhere in the document, or a listed person. Never merges
people who only look alike: another given name, a woman's form, a generation, a listed namesake all forbid it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from cleaner import language as packs
from cleaner import mentions
from cleaner.ledger import Flag
from cleaner.mentions import Mention, gender, name_pack
from cleaner.names import Person, canonical, foreign_form, same_surname
from cleaner.names.fold import plain, unmixed
from cleaner.repairs.changes import Change
from cleaner.repairs.slips import ACCENT, SPELLING, Slip, clear, no_word, slip
from cleaner.text import WORD, fold_word

_PIECE: Final = re.compile(r"[^\s\u00a0\u202f]+")
_SIC: Final = re.compile(r"\W{0,3}[(\[]\s?sic\b", re.IGNORECASE)
_DIGIT: Final = re.compile("[0-9]")
_NO_BREAK: Final = re.compile("[\u00a0\u202f]")
_FAR: Final = 4
"""Spellings further apart than so many letters are no spellings of one name."""
_AROUND: Final = 160
_MOST_WORDS: Final = 300
_CLOSED: Final = frozenset("\"“”«»„\n")


class Spot(NamedTuple):
    """One place where a word of a name stands: offsets in the joined texts, its mention, the name's words."""

    start: int
    end: int
    mention: Mention
    words: tuple[str, ...]


@dataclass(slots=True)
class Spelling:
    """One written word of names and everywhere it stands. `givens` stand before it, `surnames` behind.

    `personal` says that something shows it to be a person's: a title, an initial, a known given name, the list.
    """

    word: str
    key: str
    spots: list[Spot] = field(default_factory=list)
    personal: bool = False
    givens: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)

    @property
    def opens(self) -> bool:
        """Return whether it only ever opens sentences, alone, and so may be any word."""
        return all(spot.mention.initial and len(spot.words) == 1 for spot in self.spots)

    @property
    def count(self) -> int:
        return len(self.spots)


class Lower:
    """The words that a text writes in lower case too, listed when somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(WORD.findall(self._text))
        return word in self._words


class Repair(NamedTuple):
    """What one spelling should be, and why."""

    spelling: Spelling
    right: str
    slip: Slip
    why: str


def changes(texts: Mapping[int, str], language: str) -> tuple[dict[int, list[Change]], list[Flag]]:
    """Return the repairs of names in the texts by number, and what to flag. Spans are those of the texts.

    >>> texts = {0: "Emmanuel Macron met Olaf Scholz. Macron left. Emmanuel Mácron said so."}
    >>> [c[:4] for c in changes(texts, "en")[0][0]]
    [(55, 61, 'Macron', 'name_misspelling')]
    """
    numbers = list(texts)
    starts: list[int] = []
    at = 0
    for number in numbers:
        starts.append(at)
        at += len(texts[number]) + 1
    joined = "\n".join(texts[number] for number in numbers)
    found = [m for m in mentions.find(joined, language, openers=True) if m.kind in ("person", "name")]
    if not found:
        return {}, []
    spellings = _spellings(found)
    repairs = list(_repairs(spellings, found, joined, language))
    out: dict[int, list[Change]] = defaultdict(list)
    flags = list(_no_break_flag(found))
    done: set[tuple[int, int]] = set()
    for repair in repairs:
        noted = False
        kind, sure = repair.slip.kind, repair.slip.confidence
        rule = "odd-name" if kind == "name_misspelling" else "foreign-name"
        for spot in repair.spelling.spots:
            if (spot.start, spot.end) in done or _guarded(joined, spot, language):
                continue
            done.add((spot.start, spot.end))
            block = bisect_right(starts, spot.start) - 1
            by = starts[block]
            change = Change(spot.start - by, spot.end - by, repair.right, kind, rule, repair.why, sure)
            out[numbers[block]].append(change)
            if not noted:
                noted = True
                flags.append((spot.mention.start, spot.mention.end, "name_variants_in_text", "name-variants",
                              f"{repair.spelling.word!r} and {repair.right!r} are one person here.", sure))  # fmt: skip
    return {n: sorted(c) for n, c in out.items()}, [_flag(f, numbers, starts) for f in flags]


_Note = tuple[int, int, str, str, str, float]


def _flag(note: _Note, numbers: Sequence[int], starts: Sequence[int]) -> Flag:
    start, end, code, rule, why, confidence = note
    block = bisect_right(starts, start) - 1
    return Flag(numbers[block], start - starts[block], end - starts[block], code, rule, why, confidence)


def _no_break_flag(found: Sequence[Mention]) -> Iterator[_Note]:
    """Yield the first name of several words that a no-break space holds together."""
    for mention in found:
        if _NO_BREAK.search(mention.text):
            yield (mention.start, mention.end, "nbsp_inside_person_name", "nbsp-in-name",
                   f"U+00A0 stands inside {mention.name!r}.", 0.95)  # fmt: skip
            return


def _spellings(found: Sequence[Mention]) -> dict[str, Spelling]:
    """Return every written word of the names, in order of appearance."""
    out: dict[str, Spelling] = {}
    for mention in found:
        pieces = [m for m in _PIECE.finditer(mention.text) if not m[0].islower()]
        words = tuple(m[0] for m in pieces)
        personal = bool(mention.title) or (len(words) > 1 and _is_person(words, mention))
        for i, piece in enumerate(pieces):
            word = piece[0]
            spelling = out.get(word)
            if spelling is None:
                spelling = out[word] = Spelling(word, plain(unmixed(word)))
            start = mention.start + piece.start()
            spelling.spots.append(Spot(start, start + len(word), mention, words))
            spelling.personal = spelling.personal or personal
            if len(words) > 1:
                if i == len(words) - 1:
                    spelling.givens.add(fold_word(words[0]))
                elif i == 0:
                    spelling.surnames.add(fold_word(words[-1]))
    return out


def _is_person(words: Sequence[str], mention: Mention) -> bool:
    """Return whether a name of several words is a person's: by its given name, an initial, or the list."""
    first = words[0]
    return gender(f"{first} x") != "" or len(first.rstrip(".")) == 1 or canonical(mention.name) is not None


# --- which spelling is odd -------------------------------------------------------------------------------------------


def _repairs(
    spellings: Mapping[str, Spelling], found: Sequence[Mention], joined: str, language: str
) -> Iterator[Repair]:
    """Yield what each odd spelling should be; one repair a spelling, foreign forms of listed people first."""
    taken: set[str] = set()
    lower = Lower(joined)
    inflects = name_pack(language).inflects == "yes" or name_pack(language) == mentions.NameWords() or language == "und"
    if not inflects:
        for repair in _foreign(spellings, found, lower, language):
            if repair.spelling.word not in taken:
                taken.add(repair.spelling.word)
                yield repair
    named = [s for s in spellings.values() if (s.givens or s.surnames) and len(s.word) > 3 and not s.opens]
    named = sorted(named, key=lambda s: -s.count)[:_MOST_WORDS]
    people = [s for s in named if s.personal]
    for odd in spellings.values():
        if odd.word in taken or len(odd.word) < 4:
            continue
        damaged = (not odd.word.isascii() and unmixed(odd.word) != odd.word) or _DIGIT.search(odd.word)
        best = _best(odd, named if damaged else people, lower, language, inflects)
        if best is not None and best.right not in taken:
            taken.add(odd.word)
            yield best


def _best(odd: Spelling, targets: Sequence[Spelling], lower: Lower, language: str, inflects: bool) -> Repair | None:
    for right in targets:
        if right.count < odd.count or right is odd:
            continue
        if DamerauLevenshtein.distance(odd.key, right.key, score_cutoff=_FAR) > _FAR:
            continue
        made = slip(odd.word, right.word, inflects)
        if made and (made is not SPELLING or not inflects) and _same_person(odd, right, made, lower, language):
            n = right.count
            why = f"{right.word!r} stands {n} time{'s' if n > 1 else ''} elsewhere; {odd.word!r} has {made.how}."
            return Repair(odd, right.word, made, why)
    return None


def _same_person(odd: Spelling, right: Spelling, made: Slip, lower: Lower, language: str) -> bool:
    """Return whether the witnesses say that both spellings are one person's, and which is the odd one."""
    if _known_spelling(odd, language) or (made.confidence < 0.95 and odd.word.lower() in lower):
        return False
    if odd.givens or (right.givens and not odd.surnames):
        if not right.givens or not all(_fits(given, right.givens) for given in odd.givens):
            return False
        alone = not odd.givens
    elif odd.surnames and odd.surnames & right.surnames:
        if made.kind != "name_misspelling" or (made.confidence < 0.95 and not _listed(right)):
            return False
        alone = False
    else:
        return False
    listed = _listed(right)
    if made is ACCENT and not listed and (right.count < 2 or odd.spots[0].start < right.spots[0].start):
        return False
    if made.confidence >= 0.95:
        return right.count > odd.count or listed
    if alone:
        if odd.count > 1 or right.count < 2 or made is SPELLING or len(odd.word) < 6:
            return False
        if odd.opens:
            return no_word(odd.word, right.word)
        return clear(odd.word, right.word) or canonical(right.word) is not None
    return right.count >= 2 * odd.count or listed


def _fits(given: str, givens: set[str]) -> bool:
    """Return whether a given name is one of those, or an initial of one."""
    short = len(given.rstrip(".")) == 1
    return given in givens or any(g[0] == given[0] for g in givens if short or len(g.rstrip(".")) == 1)


def _listed(right: Spelling) -> bool:
    """Return whether the right spelling is a listed person's."""
    return any(len(s.words) > 1 and canonical(" ".join(s.words)) for s in right.spots) or bool(canonical(right.word))


def _known_spelling(odd: Spelling, language: str) -> bool:
    """Return whether the odd spelling is how the language, or English, writes a listed person's surname."""
    word = odd.word.casefold()
    return any(
        word in (part.casefold() for form in (p.name, p.surname, p.form(language), *p.also) for part in form.split())
        for p in same_surname(odd.word)
    )  # fmt: skip


# --- the spelling of another language --------------------------------------------------------------------------------


def _foreign(
    spellings: Mapping[str, Spelling], found: Sequence[Mention], lower: Lower, language: str
) -> Iterator[Repair]:
    """Yield the words of listed people's names that stand as another language writes them."""
    people: dict[str, tuple[Person, list[Mention]]] = {}
    for mention in found:
        person = foreign_form(mention.name, language)
        if person is not None:
            people.setdefault(person.name, (person, []))[1].append(mention)
    for person, odd in people.values():
        own = [m for m in found if canonical(m.name) is person and foreign_form(m.name, language) is None]
        full = [m for m in odd if " " in m.name]
        if not own and (not full or len(odd) > 1 or full[0].name == person.name):
            continue  # only here, and so each time: a house's style, or a word that happens to be a name
        if own and len(own) < len(odd):
            continue
        for mention in odd:
            if not own and mention is not full[0]:
                continue
            yield from _word_by_word(mention, person, own, spellings, lower, language)


def _word_by_word(
    mention: Mention,
    person: Person,
    own: Sequence[Mention],
    spellings: Mapping[str, Spelling],
    lower: Lower,
    language: str,
) -> Iterator[Repair]:
    words = mention.name.split()
    right = person.form(language).split() if len(words) > 1 else person.surname_in(language).split()
    witness = next((m for m in own if len(m.name.split()) == len(words)), None)
    last = next((m for m in own), None)
    if witness is not None:
        right = witness.name.split()
    elif last is not None and len(words) > 1:
        right = [*right[:-1], last.name.split()[-1]]
    if len(right) != len(words):
        return
    for odd, word in zip(words, right, strict=True):
        spelling = spellings.get(odd)
        if spelling is None or odd == word or odd.lower() in lower:
            continue
        n = spellings[word].count if word in spellings else 0
        stands = f"stands {n} time{'s' if n > 1 else ''} elsewhere" if n else "is usual in this language"
        why = f"{word!r} {stands}; {odd!r} is how another language writes it."
        yield Repair(spelling, word, Slip("name_variant", "", 0.97 if n else 0.9), why)


# --- what must stay --------------------------------------------------------------------------------------------------


def _guarded(joined: str, spot: Spot, language: str) -> bool:
    """Return whether this very place must stay: an address, a (sic), words quoted in another language."""
    least = max(0, spot.start - 200)
    left = max(joined.rfind(" ", least, spot.start), joined.rfind("\n", least, spot.start))
    right = _PIECE.match(joined, spot.start)
    chunk = joined[left + 1 : min(right.end() if right else spot.end, spot.end + 200)]
    if "@" in chunk or "/" in chunk or "www." in chunk or "_" in chunk or "#" in chunk:
        return True
    if _SIC.match(joined, spot.mention.end) or _SIC.match(joined, spot.end):
        return True
    return _quoted_elsewhere(joined, spot, language)


def _quoted_elsewhere(joined: str, spot: Spot, language: str) -> bool:
    """Return whether the words around speak another language, counted by their small words."""
    start = spot.start
    while start > 0 and spot.start - start < _AROUND and joined[start - 1] not in _CLOSED:
        start -= 1
    end = spot.end
    while end < len(joined) and end - spot.end < _AROUND and joined[end] not in _CLOSED:
        end += 1
    words = [m[0].lower() for m in WORD.finditer(joined, start, end) if m[0].islower()]
    own = language.split("-")[0]
    counts = {tag: sum(w in small for w in words) for tag, small in _small_words()}
    mine = counts.pop(own, 0)
    other = max(counts.values(), default=0)
    return other >= 2 and other > mine


@lru_cache
def _small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the small words of every language that lists them."""
    out = []
    for tag in packs.available():
        pack = name_pack(tag)
        small = frozenset(w.lower() for w in (*pack.ordinary, *pack.prepositions, *pack.of))
        if tag != "und" and small:
            out.append((tag, small))
    return tuple(out)
