"""Names in the first case, where a language declines them: Владимира Путина is Владимир Путин.

Owns the cases of names as speech.yaml states them. Chooses what the document or the given names settle, else nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention, name_pack
from cleaner.text import fold_word

MIN_STEM = 2
NEAR = 7
"""The verb of a name behind it stands within so many words."""


class Case(NamedTuple):
    """One ending of a case: the gender, the ending of the first case, and this one."""

    gender: str
    first: str
    ending: str


class Reading(NamedTuple):
    """One word as it may stand in the first case; `first_long`: its ending of more than two letters tells for sure."""

    word: str
    gender: str
    changed: bool
    first_long: bool = False


Cases = Mapping[str, tuple[Case, ...]]
"""The endings by their last letter, the longest first."""


@lru_cache
def _cases(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> Cases:
    out: dict[str, list[Case]] = {}
    for gender, patterns in rows:
        for pattern in patterns:
            first, *others = (e.replace("-", "") for e in pattern.split())
            for ending in filter(None, others):
                out.setdefault(ending[-1], []).append(Case(gender, first, ending))
    return {last: tuple(sorted(cases, key=lambda c: -len(c.ending))) for last, cases in out.items()}


@lru_cache
def _given(tag: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for pack in (name_pack("und"), name_pack(tag)):
        out |= {fold_word(w): "woman" for w in pack.women} | {fold_word(w): "man" for w in pack.men}
    return out


def nominate(lines: Sequence[Line], lexicon: Lexicon) -> None:
    """Give the names of the lines their first case; the offsets stay."""
    cases = _cases(tuple(lexicon.speech.declensions.items()))
    given = _given(lexicon.tag)
    last = _last_words(lines, cases, given)
    for line in lines:
        line.names = [part for m in line.names for part in _parted(m, last, cases, given)]
    names = [(line, mention) for line in lines for mention in line.names if mention.kind in ("person", "name")]
    seen = {fold_word(w) for line, mention in names for w in mention.name.split()}
    seen |= {word for line in lines for word in line.folded}
    framing = {fold_word(phrase.split()[-1]) for phrase in lexicon.speech.according}
    surnames: dict[str, str] = {}
    full: dict[tuple[int, int], str] = {}
    for line, mention in names:
        words = mention.name.split()
        if len(words) > 1 and line.text[mention.start : mention.end] != mention.text:
            full[line.number, mention.start] = mention.name
            surnames.setdefault(fold_word(words[-1]), words[-1])
        elif len(words) > 1:
            at = line.word_at(mention.start)
            before = _oblique_before(line, at, framing, lexicon)
            her = not before and _her_verb(line, at, line.word_at(mention.end), lexicon)
            whole = mention.name if her else _full(words, cases, given, seen, before)
            full[line.number, mention.start] = whole
            surnames.setdefault(fold_word(whole.split()[-1]), whole.split()[-1])
    for line in lines:
        changed = []
        for mention in line.names:
            name: str | None = full.get((line.number, mention.start))
            if name is None and mention.kind in ("person", "name") and len(mention.name.split()) == 1:
                name = _short(mention.name, cases, surnames, seen)
            changed.append(mention if name is None or name == mention.name else _renamed(line, mention, name))
        line.names = changed
        line.name_at = {line.word_at(m.start): m for m in changed}


def _last_words(lines: Sequence[Line], cases: Cases, given: dict[str, str]) -> set[str]:
    """Return the words, in every case they may stand for, that end a name whose first word is a given name."""
    out: set[str] = set()
    for mention in (m for line in lines for m in line.names if " " in m.name):
        first, *_, surname = mention.name.split()
        if any(fold_word(reading.word) in given for reading in readings(first, cases)):
            out.update(fold_word(reading.word) for reading in readings(surname, cases))
    return out


def _parted(mention: Mention, surnames: set[str], cases: Cases, given: dict[str, str]) -> list[Mention]:
    """Return a run of two surnames as two names, one the subject and one the object: сообщил Макрон Путину."""
    words = mention.text.split(" ")
    if len(words) != 2 or mention.kind not in ("person", "name"):
        return [mention]
    for word in words:
        forms = [fold_word(reading.word) for reading in readings(word, cases)]
        if any(form in given for form in forms) or not any(form in surnames for form in forms):
            return [mention]
    cut = mention.start + len(words[0])
    one = mention._replace(end=cut, text=words[0])
    return [one, mention._replace(start=cut + 1, end=mention.end, text=words[1], title="", title_start=cut + 1)]


def _oblique_before(line: Line, at: int, framing: set[str], lexicon: Lexicon) -> bool:
    """Return whether the noun that heads the phrase of word `at` stands in another case than the first, or a frame."""
    head = -1
    for i in range(at - 1, max(-1, at - 8), -1):
        if line.folded[i] in framing:
            return True
        if line.low[i] in lexicon.forms:
            break
        if i in line.cases or line.folded[i] in lexicon.nouns.firsts:
            head = i
        if line.breaks(i):
            break
    return head in line.cases


def _her_verb(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a verb or a participle beside a name shows that a woman is its subject: сказала Тася Ершова."""
    women = tuple(ending for ending, kind in lexicon.speech.gendered_verbs.items() if kind == "woman")
    if last < len(line.low) and line.low[last].endswith(women if line.gap[last] == " " else
                                                        lexicon.speech.feminine_participles or "\n"):  # fmt: skip
        return line.gap[last] == "," or line.low[last] in lexicon.forms
    for i in range(first - 1, max(-1, first - NEAR), -1):
        if line.low[i] in lexicon.forms:
            return line.low[i].endswith(women)
        if line.breaks(i):
            break
    return False


def _renamed(line: Line, mention: Mention, name: str) -> Mention:
    line.cases.update(range(line.word_at(mention.start), line.word_at(mention.end)))
    return mention._replace(text=name)


def readings(word: str, cases: Cases) -> list[Reading]:
    """Return what a word may be in the first case, itself first."""
    out = [Reading(word, "", False)]
    low = word.lower()
    for case in cases.get(low[-1:], ()):
        if low.endswith(case.ending) and len(word) - len(case.ending) >= MIN_STEM:
            stem = word[: len(word) - len(case.ending)]
            out.append(Reading(stem + case.first, case.gender, True, len(case.ending) > 2))
    return out


def _full(
    words: list[str], cases: Cases, given: dict[str, str], seen: set[str], oblique_before: bool
) -> str:
    """Return a name of several words in the first case."""
    first = fold_word(words[0])
    here = given.get(first, "")
    oblique = [r for r in readings(words[0], cases) if r.changed and given.get(fold_word(r.word)) == r.gender]
    if here and not oblique:
        return " ".join(words)
    if oblique and here:
        told = [r for r in oblique if fold_word(r.word) in seen]
        surname = _surname(words[-1], oblique[0].gender, cases, seen)
        if not told and fold_word(surname) not in seen:
            return " ".join(words)
    if oblique:
        gender = oblique[0].gender
        middle = [_surname(w, gender, cases, seen) if w[:1].isupper() else w for w in words[1:-1]]
        return " ".join([oblique[0].word, *middle, _surname(words[-1], gender, cases, seen)])
    fits = [r for r in readings(words[-1], cases) if r.changed]
    last = next((r for r in fits if fold_word(r.word) in seen), None)
    if last is None and oblique_before and fits:
        plain = [r for r in fits if r.gender == "man"]
        last = fits[0] if fits[0].gender == "woman" and fits[0].first_long else (plain or fits)[0]
    if last is None:
        return " ".join(words)
    firsts = [r.word for r in readings(words[0], cases) if r.changed and r.gender == last.gender]
    told_first = [w for w in firsts if fold_word(w) in seen]
    return " ".join([*(told_first or firsts or words)[:1], *words[1:-1], last.word])


def _surname(word: str, gender: str, cases: Cases, seen: set[str]) -> str:
    """Return a surname in the first case: as the document writes it, else by its longest ending."""
    fits = [r for r in readings(word, cases) if r.changed and r.gender == gender]
    told = next((r.word for r in fits if fold_word(r.word) in seen), None)
    if told:
        return told
    return fits[0].word if fits else word


def _short(word: str, cases: Cases, surnames: dict[str, str], seen: set[str]) -> str | None:
    """Return the surname of somebody in the document that a word is a case of; an acronym without its ending."""
    if fold_word(word) in surnames:
        return None
    head = len(word) - len(word.lstrip("".join(c for c in word if c.isupper())))
    if head >= 2 and 0 < len(word) - head <= 2:
        return word[:head]
    for reading in readings(word, cases):
        if reading.changed and fold_word(reading.word) in surnames:
            return surnames[fold_word(reading.word)]
    return None
