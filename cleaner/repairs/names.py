"""Odd spellings of people's names, repaired to how the same document spells them, or to the language's own spelling.

Every repair has witnesses: the same name spelled right elsewhere in the document, or a listed person. Never merges
people who only look alike: another given name, a woman's form, a generation, a listed namesake all forbid it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from cleaner import language as packs
from cleaner import mentions
from cleaner.ledger import Flag
from cleaner.mentions import Mention, NameWords, gender, name_pack
from cleaner.names import canonical, foreign_words
from cleaner.names.fold import unmixed
from cleaner.namewords import lexicon
from cleaner.repairs.changes import Change
from cleaner.repairs.foreign import foreign_forms
from cleaner.repairs.glance import near_names, suspects
from cleaner.repairs.listed import listed_slips
from cleaner.repairs.slips import flat
from cleaner.repairs.spellings import PIECE, Lower, Repair, Spelling, Spot, spellings_of, without_openers
from cleaner.repairs.witnesses import NOWHERE, Clues, misspellings
from cleaner.text import WORD, fold, fold_word

_SIC: Final = re.compile(r"\W{0,3}[(\[]\s?sic\b", re.IGNORECASE)
_NO_BREAK: Final = re.compile("[\u00a0\u202f]")
_ALIEN: Final = re.compile(
    r"(?<=[^\W\d_])(?:[01568]|I(?=-))|[01568](?=[^\W\d_])|[\u0370-\u052f](?=[A-Za-z])|(?<=[A-Za-z])[\u0370-\u052f]"
)
"""A digit beside a letter, a capital I before a hyphen, a Greek or Cyrillic letter beside a Latin one."""
_HANGING: Final = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST: Final = 30
_AROUND: Final = 160
_PHRASE: Final = 30
_QUOTES: Final = frozenset("\"'“”‘’«»„‹›")
_OPENING: Final = frozenset("\"“«„‹”»")
_CLOSED: Final = frozenset("\"“”«»„\n")


def changes(
    texts: Mapping[int, str], language: str, elsewhere: Mapping[str, int] = NOWHERE
) -> tuple[dict[int, list[Change]], list[Flag]]:
    """Return the repairs of names in the texts by number, and what to flag. Spans are those of the texts.

    `elsewhere` says how often names stand in other documents.

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
    inflects = name_pack(language).inflects == "yes" or name_pack(language) == NameWords() or language == "und"
    suspect = suspects(joined, language, inflects)
    if suspect is None:
        return {}, []
    every = mentions.find(joined, language, _foreign_words(joined, language), openers=True)
    if lexicon(language).nouns_capitalised and (also := near_names(suspect, every, inflects)):
        every = mentions.find(joined, language, _foreign_words(joined, language) | also, openers=True)
    found = without_openers([m for m in every if m.kind in ("person", "name") and not _is_cited(joined, m)])
    found += _with_aliens(joined, found)
    if not found:
        return {}, []
    others = {fold_word(word) for m in every if m.kind not in ("person", "name") for word in m.name.split()}
    spellings = spellings_of(found, joined, _articles(language))
    clues = Clues(Lower(joined), language, inflects, elsewhere)
    repairs = list(_repairs(spellings, found, others, suspect, clues))
    out: dict[int, list[Change]] = defaultdict(list)
    flags = list(_no_break_flag(found))
    done: set[tuple[int, int]] = set()
    for repair in repairs:
        noted = False
        kind, sure = repair.slip.kind, repair.slip.confidence
        rule = "odd-name" if kind == "name_misspelling" else "foreign-name"
        for spot in repair.spelling.spots:
            if (spot.start, spot.end) in done or _guarded(joined, spot, language, rule == "foreign-name"):
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


def _with_aliens(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield words that no capital begins and that are a name with letters misread or of another alphabet: a1-Assad."""
    names = {flat(word) for m in found for word in m.name.split() if len(word) > 3}
    taken = {m.start for m in found}
    end = 0
    for match in _ALIEN.finditer(text):
        if match.start() < end:
            continue
        start, end = match.span()
        while start > 0 and match.start() - start < _LONGEST and (text[start - 1].isalnum() or text[start - 1] == "-"):
            start -= 1
        while end < len(text) and end - match.end() < _LONGEST and (text[end].isalnum() or text[end] == "-"):
            end += 1
        word = text[start:end]
        if len(word) > 3 and not word[0].isupper() and start not in taken and flat(unmixed(word)) in names:
            yield Mention(start, end, word, "name", "", start, False)


def _foreign_words(text: str, language: str) -> frozenset[str]:
    """Return the folded words of a text that only other languages write so: names where every noun has a capital."""
    foreign = foreign_words(language)
    found = (w.rstrip("'’-") for w in _HANGING.findall(text) if w[0].isupper())
    return frozenset(fold_word(w) for w in found if w.casefold().replace("’", "'") in foreign)


_Note = tuple[int, int, str, str, str, float]


def _flag(note: _Note, numbers: Sequence[int], starts: Sequence[int]) -> Flag:
    start, end, code, rule, why, confidence = note
    block = bisect_right(starts, start) - 1
    return Flag(numbers[block], start - starts[block], end - starts[block], code, rule, why, confidence)


def _no_break_flag(found: Sequence[Mention]) -> Iterator[_Note]:
    """Yield the first name of several words that a no-break space holds together."""
    for mention in found:
        if _NO_BREAK.search(mention.text) and _is_persons(mention):
            yield (mention.start, mention.end, "nbsp_inside_person_name", "nbsp-in-name",
                   f"U+00A0 stands inside {mention.name!r}.", 0.95)  # fmt: skip
            return


def _is_persons(mention: Mention) -> bool:
    """Return whether a title, the list or a known given name shows that a name is a person's."""
    return bool(mention.title or gender(mention.name) or canonical(mention.name))


def _repairs(
    spellings: Mapping[str, Spelling], found: Sequence[Mention], others: Collection[str], suspect: Collection[str],
    clues: Clues,
) -> Iterator[Repair]:
    """Yield what each odd spelling should be; one repair a spelling, foreign forms of listed people first."""
    taken: set[str] = set()
    language, inflects = clues.language, clues.inflects
    known: Iterable[Repair] = ()
    if name_pack(language) != NameWords():
        known = list(foreign_forms(spellings, found, clues.lower, language, inflects))
    for repair in (*known, *listed_slips(spellings, found, language, inflects)):
        if repair.spelling.word not in taken:
            taken.add(repair.spelling.word)
            yield repair
    yield from misspellings(spellings, taken, others, suspect, clues)


# --- what must stay --------------------------------------------------------------------------------------------------


def _guarded(joined: str, spot: Spot, language: str, foreign: bool) -> bool:
    """Return whether this very place must stay: an address, a (sic), words quoted in another language.

    A `foreign` form in quotation marks stays unless the words beside it speak the text's own language.
    """
    least = max(0, spot.start - 200)
    left = max(joined.rfind(" ", least, spot.start), joined.rfind("\n", least, spot.start))
    right = PIECE.match(joined, spot.start)
    chunk = joined[left + 1 : min(right.end() if right else spot.end, spot.end + 200)]
    if "@" in chunk or "/" in chunk or "www." in chunk or "_" in chunk or "#" in chunk:
        return True
    if _SIC.match(joined, spot.end) or _about_spelling(joined, spot):
        return True
    return _quoted_elsewhere(joined, spot, language, foreign)


def _is_cited(joined: str, mention: Mention) -> bool:
    """Return whether a name stands alone in quotation marks, or before a (sic): it is neither mended nor a witness."""
    before, after = joined[max(0, mention.title_start - 1) : mention.title_start], joined[mention.end : mention.end + 1]
    if before != "" and before in _QUOTES and after in _QUOTES and after != "":
        return True
    return bool(_SIC.match(joined, mention.end)) or _in_phrase(joined, mention)


def _in_phrase(joined: str, mention: Mention) -> bool:
    """Return whether a name stands in quotation marks with no more than two other words, as a word that is cited."""
    around = joined[max(0, mention.title_start - _PHRASE) : mention.end + _PHRASE]
    at = min(mention.title_start, _PHRASE)
    opening = max(around.rfind(mark, 0, at) for mark in _QUOTES - {"'", "’"})
    stops = [around.find(mark, at + mention.end - mention.title_start) for mark in _QUOTES - {"'", "’"}]
    closing = min((stop for stop in stops if stop >= 0), default=-1)
    if opening < 0 or closing < 0 or around[opening] not in _OPENING or "\n" in around[opening:closing]:
        return False
    phrase = around[opening + 1 : closing]
    return phrase[-1:] not in ".,!?" and len(phrase.split()) <= len(mention.name.split()) + 2


def _about_spelling(joined: str, spot: Spot) -> bool:
    """Return whether the name stands in a sentence about how it is written."""
    start, end = max(0, spot.start - _AROUND), spot.end + _AROUND
    start = max(start, joined.rfind(". ", start, spot.start), joined.rfind("\n", start, spot.start))
    stops = [at for at in (joined.find(". ", spot.end, end), joined.find("\n", spot.end, end)) if at >= 0]
    around = f" {fold(joined[start : min((*stops, end))])} "
    return any(phrase in around for phrase in _misspelled())


@lru_cache
def _misspelled() -> tuple[str, ...]:
    """Return the words of a sentence about spelling in every language, folded, a space on either side."""
    return tuple(f" {fold(phrase)} " for tag in packs.available() for phrase in name_pack(tag).misspelled)


def _quoted_elsewhere(joined: str, spot: Spot, language: str, foreign: bool) -> bool:
    """Return whether the words around speak another language, counted by their small words."""
    start = spot.start
    while start > 0 and spot.start - start < _AROUND and joined[start - 1] not in _CLOSED:
        start -= 1
    end = spot.end
    while end < len(joined) and end - spot.end < _AROUND and joined[end] not in _CLOSED:
        end += 1
    words = [m[0] for m in WORD.finditer(joined, start, end) if m[0].islower() and not _in_name(joined, m, spot)]
    own = language.split("-")[0]
    counts = {tag: sum(w in small for w in words) for tag, small in _small_words()}
    mine = counts.pop(own, 0)
    other = max(counts.values(), default=0)
    if foreign and joined[start - 1 : start] in _OPENING and joined[end : end + 1] in _QUOTES:
        return mine == 0 or other > mine
    return other >= 2 and other > mine


def _in_name(joined: str, word: re.Match[str], spot: Spot) -> bool:
    """Return whether a small word belongs to a name: inside the one in question, or hung on another by a hyphen."""
    if spot.mention.start <= word.start() < spot.mention.end:
        return True
    return joined[word.end() : word.end() + 1] == "-" or joined[word.start() - 1 : word.start()] == "-"


@lru_cache
def _articles(language: str) -> frozenset[str]:
    """Return the folded articles of a language, of all where it is not known."""
    tags = packs.available() if name_pack(language) == NameWords() else (language,)
    return frozenset(fold_word(word) for tag in tags for word in name_pack(tag).articles)


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
