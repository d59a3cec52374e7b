"""Which of two spellings is odd, and whether both are one person's. Reads names; changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from cleaner.mentions import gender
from cleaner.names import canonical, same_surname
from cleaner.names.fold import unmixed
from cleaner.repairs.slips import ACCENT, HALF, SPELLING, UMLAUT, Slip, clear, no_word, slip
from cleaner.repairs.spellings import Lower, Repair, Spelling
from cleaner.text import fold_word

_FAR: Final = 4
"""Spellings further apart than so many letters are no spellings of one name."""
_MOST_WORDS: Final = 300


def misspellings(
    spellings: Mapping[str, Spelling], taken: set[str], others: Collection[str], lower: Lower, language: str,
    inflects: bool,
) -> Iterator[Repair]:
    """Yield what each odd spelling should be, by how the document spells it elsewhere; `taken` words are settled.

    `others` are words of organisations and places.
    """  # fmt: skip
    named = [s for s in spellings.values() if len(s.word) > 3 and _may_witness(s, others)]
    named = sorted(named, key=lambda s: -s.count)[:_MOST_WORDS]
    people = [s for s in named if s.personal or not (s.givens or s.surnames)]
    for odd in spellings.values():
        if odd.word in taken or len(odd.word) < 4:
            continue
        damaged = (not odd.word.isascii() and unmixed(odd.word) != odd.word) or any(c.isdigit() for c in odd.word)
        best = _best(odd, named if damaged else people, lower, language, inflects)
        if best is not None and best.right not in taken:
            taken.add(odd.word)
            yield best


def _may_witness(spelling: Spelling, others: Collection[str]) -> bool:
    """Return whether a spelling can show how a name is written: part of a full name, or a name that stands alone."""
    if spelling.opens and spelling.count == 1:
        return False
    if spelling.givens or spelling.surnames:
        return True
    if fold_word(spelling.word) in others:
        return False
    return spelling.count > 1 or not spelling.word.isascii() or canonical(spelling.word) is not None


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
    if known_spelling(odd, language) or (made.confidence < 0.95 and odd.word.lower() in lower):
        return False
    listed = _listed(right)
    if not right.givens and not odd.surnames:
        return _alone_elsewhere(odd, right, made)
    if odd.givens or (right.givens and not odd.surnames):
        if not all(fits(given, right.givens) for given in odd.givens):
            return False
        alone = not odd.givens
    elif odd.surnames and odd.surnames & right.surnames:
        if made.kind != "name_misspelling" or (made.confidence < 0.95 and not listed):
            return False
        if right.count <= odd.count and not (right.word.isascii() and _usual_given(odd, right, language)):
            return False
        if made.confidence < 0.95 and gender(f"{odd.word} x") and gender(f"{right.word} x"):
            return False
        alone = False
    else:
        return False
    if made is ACCENT and not listed and (right.count < 2 or (_earlier(odd, right) and not _once(odd))):
        return False
    if made is HALF:
        return True
    if made is UMLAUT:
        return right.count >= 2 * odd.count
    if made.confidence >= 0.95:
        return right.count > odd.count or listed
    if alone:
        if odd.count > 1 or made is SPELLING or len(odd.word) < 6:
            return False
        if right.count < 2:
            return canonical(right.word) is not None and no_word(odd.word, right.word)
        if odd.opens:
            return no_word(odd.word, right.word)
        return clear(odd.word, right.word) or canonical(right.word) is not None
    return right.count >= 2 * odd.count or listed


def _earlier(odd: Spelling, right: Spelling) -> bool:
    return odd.spots[0].start < right.spots[0].start


def _once(odd: Spelling) -> bool:
    """Return whether an accent may be the stray one though it comes first: a surname's only one, written once."""
    return odd.count == 1 and not odd.surnames and sum(not c.isascii() for c in odd.word) == 1


def _alone_elsewhere(odd: Spelling, right: Spelling, made: Slip) -> bool:
    """Return whether a surname that stands right without any given name shows the odd one to be a slip.

    The odd one stands once, with one given name or none; a listed person's given name must be that one.
    """
    if right.surnames or odd.count > 1 or len(odd.givens) > 1:
        return False
    sure = made.confidence >= 0.95
    person = canonical(right.word)
    if made is SPELLING and (person is None or not odd.givens):
        return False
    if person is not None:
        forms = (person.name, *person.forms.values(), *person.also)
        givens = {fold_word(form.split()[0]) for form in forms if " " in form}
        if not all(fits(given, givens) for given in odd.givens):
            return False
        return sure or bool(odd.givens) or clear(odd.word, right.word)
    if made is HALF:
        return bool(odd.givens) or right.count > 1
    if right.count < 2 or not (odd.personal or right.personal):
        return False
    if made is ACCENT and _earlier(odd, right) and not _once(odd):
        return False
    return sure or (bool(odd.givens) and clear(odd.word, right.word))


def fits(given: str, givens: set[str]) -> bool:
    """Return whether a given name is one of those, or an initial of one."""
    short = len(given.rstrip(".")) == 1
    return given in givens or any(g[0] == given[0] for g in givens if short or len(g.rstrip(".")) == 1)


def _listed(right: Spelling) -> bool:
    """Return whether the right spelling is a listed person's."""
    return any(len(s.words) > 1 and canonical(" ".join(s.words)) for s in right.spots) or bool(canonical(right.word))


def _usual_given(odd: Spelling, right: Spelling, language: str) -> bool:
    """Return whether the list writes a given name so in this language, and not in the odd way."""
    people = (canonical(" ".join(s.words)) for s in right.spots if len(s.words) > 1)
    forms = [form.split() for p in people if p for form in (p.form(language), p.name)]
    return any(right.word in form for form in forms) and not any(odd.word in form for form in forms)


def known_spelling(odd: Spelling, language: str) -> bool:
    """Return whether the odd spelling is how the language, or English, writes a listed person's surname."""
    word = odd.word.casefold()
    return any(
        word in (part.casefold() for form in (p.name, p.surname, p.form(language), *p.also) for part in form.split())
        for p in same_surname(odd.word)
    )  # fmt: skip
