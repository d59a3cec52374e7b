"""Two names laid word on word: what fits, what is left over, what speaks against it, as numbers for the model.

Knows no people and no probabilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from cleaner.mentions import name_pack
from cleaner.names import letters
from cleaner.names.compare import ALWAYS, NEVER, Likeness, likeness
from cleaner.names.fold import plain, sound
from cleaner.names.forms import Form, Word

FEATURES: Final = (
    "fewer", "more", "left_over", "lowest", "middle", "next_lowest", "last", "first", "highest", "initials",
    "initials_apart", "crossed", "marks", "feminine", "genders", "nicknames", "scripts", "same_script", "joined",
    "joined_price", "letters", "shortest", "written", "heard", "exact", "unfit", "left_initials", "left_letters",
    "particles", "alone", "solid", "ends",
    "edits", "known", "sound_only", "begins", "dearest", "skipped", "odd_letters", "odd_surname", "odd_words",
    "ahead", "one_known", "swapped",
)  # fmt: skip
_UNSPACED: Final = frozenset(("han", "hangul", "kana"))
_SCRIPTS: Final = ("latin", "other", "greek", "cyrillic", "kana", "hangul", "arabic", "hebrew", "han")
_SOFT: Final = tuple(map(frozenset, ("jyi", "ckqx", "wvfu", "szc", "gh", "ea")))
"""First letters that one name may have in two scripts."""
_FITS: Final = 0.0
_NO_PRICE: Final = 9.0


class Pairing(NamedTuple):
    """Words of the two names that were laid on each other."""

    left: int
    right: int
    like: Likeness
    initial: bool


def features(a: Form, b: Form) -> tuple[float, ...]:
    """Return the numbers in the order of FEATURES, the same whichever name comes first."""
    if (len(a.words), a) > (len(b.words), b):
        a, b = b, a
    x, y = _merged(_with_particles(a, b), _with_particles(b, a))
    x, y = _together(x, y)
    if len(x) > len(y):
        x, y = y, x
    pairs = paired(x, y)
    full = [pair for pair in pairs if not pair.initial]
    odds = sorted(pair.like.odds for pair in full) or [0.0]
    by_left = {pair.left: pair for pair in pairs}
    surname, given = by_left.get(len(x) - 1), by_left.get(0)
    taken = {pair.right for pair in pairs}
    over = [y[at] for at in range(len(y)) if at not in taken]
    loose = [x[at] for at in range(len(x)) if at not in by_left]
    order = [pair.right for pair in pairs]
    initials = sum(pair.initial for pair in pairs)
    joined, cost = _joined(x, y)
    scripts = sorted((_SCRIPTS.index(x[0].script), _SCRIPTS.index(y[0].script)))
    odd = [p for p in full if p.like.edits]
    short = [min(len(x[p.left].roman), len(y[p.right].roman)) for p in full] or [0]
    return (
        len(x), len(y), len(over), odds[0], sum(odds) / len(odds), odds[1] if len(odds) > 1 else odds[0],
        _odds(surname), _odds(given), odds[-1], initials,
        sum(word.initial for word in loose) + sum(word.initial for word in over) if loose else _apart(x, y, pairs),
        float(order != sorted(order)), _marks(a, b), max((_feminine(x[p.left], y[p.right]) for p in full), default=0.0),
        float(_genders_differ(x, y)), sum(pair.like.nickname for pair in pairs), scripts[1] * 10 + scripts[0],
        float(scripts[0] == scripts[1]), joined, cost, sum(short), min(short),
        min((p.like.written for p in full), default=1.0), min((p.like.heard for p in full), default=1.0),
        sum(p.like.odds >= ALWAYS for p in full) / max(len(full), 1), len(loose), sum(word.initial for word in over),
        sum(len(word.roman) for word in over if not word.initial), float(bool(a.particles) != bool(b.particles)),
        float(len(full) == 1), float(_solid(x) or _solid(y)), float(bool(pairs) and y[-1] is y[pairs[-1].right]),
        sum(p.like.edits for p in full), sum(p.like.known for p in full),
        float(all(p.like.vowels for p in full)), sum(not p.like.begin for p in full),
        max((p.like.price for p in full), default=0.0), _skipped(pairs),
        min((min(len(x[p.left].roman), len(y[p.right].roman)) for p in odd), default=20),
        float(surname is not None and surname.like.edits > 0), len(odd),
        float(min(order) if order and not initials else 0), sum(p.like.odd for p in full),
        sum(p.like.swapped for p in full),
    )  # fmt: skip


def paired(x: Sequence[Word], y: Sequence[Word]) -> list[Pairing]:
    """Return which word of the shorter name is laid on which of the longer, in the order of the shorter."""
    found = []
    for i, one in enumerate(x):
        for j, other in enumerate(y):
            if one.initial or other.initial:
                if fits := _initial(one, other):
                    found.append((fits, i, j, Likeness(fits), True))
            else:
                like = likeness(one, other)
                found.append((like.odds, i, j, like, False))
    # whole words first, initials with what is left
    found.sort(key=lambda f: (f[4], -f[0], abs((len(x) - f[1]) - (len(y) - f[2])), f[1], f[2]))
    left: set[int] = set()
    right: set[int] = set()
    out = []
    waiting = []
    for odds, i, j, like, initial in found:
        if i in left or j in right:
            continue
        if not initial and odds < _FITS:
            waiting.append((i, j, like))
            continue
        left.add(i)
        right.add(j)
        out.append(Pairing(i, j, like, initial))
    for i, j, like in waiting:  # what fits nothing is laid on what is left, and speaks against it
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append(Pairing(i, j, like, False))
    return sorted(out)


def _skipped(pairs: Sequence[Pairing]) -> float:
    """Return how many words of the longer name stand before the first, where that is an initial alone."""
    return float(pairs[0].right) if pairs and pairs[0].initial and pairs[0].left == 0 else 0.0


def _initial(a: Word, b: Word) -> float:
    """Return the log odds that an initial stands for a word (or another initial); 0 where it can't."""
    x, y = a.roman[:1], b.roman[:1]
    if x == y:
        return 2.0
    if a.initial and b.initial and a.script == b.script:
        return 0.0
    if a.script != b.script and any(x in group and y in group for group in _SOFT):
        return 1.0
    return 0.0


def _apart(x: Sequence[Word], y: Sequence[Word], pairs: Sequence[Pairing]) -> float:
    """Return how many initials of both names stand against each other: W. in one, H. W. in the other."""
    one = {w.roman[0] for w in x if w.initial}
    other = {w.roman[0] for w in y if w.initial}
    if one and other and len(pairs) == len(x) < len(y) and one < other:
        return 0.5
    return 0.0


def _odds(pair: Pairing | None) -> float:
    return pair.like.odds if pair else NEVER


def _marks(a: Form, b: Form) -> float:
    if a.marks == b.marks:
        return 1.0 if a.marks else 0.0
    return 3.0 if a.marks and b.marks else 2.0


# --- words that hang together in one name and apart in the other -----------------------------------------------------


def _merged(x: Sequence[Word], y: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return both with neighbours joined that the other name writes as one word: Abdel Fattah, Abdelfattah."""
    if len(x) == len(y) == 1 or x[0].script in _UNSPACED or y[0].script in _UNSPACED:
        return x, y
    return _merge(x, y), _merge(y, x)


def _with_particles(a: Form, b: Form) -> Sequence[Word]:
    """Return the words of a name, a particle joined to its word where the other name writes both as one: LePen."""
    if not a.particles or b.particles:
        return a.words
    other = {sound(w.roman) for w in b.words}
    out = list(a.words)
    for at, word in enumerate(out):
        whole = next((p + word.roman for p in a.particles if sound(p + word.roman) in other), None)
        if whole:
            out[at] = Word(whole, whole, word.script, False)
    return out


def _merge(words: Sequence[Word], other: Sequence[Word]) -> Sequence[Word]:
    if len(words) < 2:
        return words
    at = 0
    out = list(words)
    long = [w for w in other if len(w.roman) > 4]
    while long and at < len(out) - 1:
        one, two = out[at], out[at + 1]
        size = len(one.roman) + len(two.roman)
        if not (one.initial or two.initial) and any(abs(len(w.roman) - size) < 3 for w in long):
            both = Word(one.native + two.native, one.roman + two.roman, one.script, False)
            heard = sound(both.roman)
            if any(w.roman == both.roman or (size > 6 and _near(sound(w.roman), heard)) for w in long):
                out[at : at + 2] = [both]
        at += 1
    return out


def _near(a: str, b: str) -> bool:
    return a == b or DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def _solid(words: Sequence[Word]) -> bool:
    return len(words) == 1 and words[0].script in _UNSPACED and len(words[0].native) < 5


def _together(x: Sequence[Word], y: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return both as one word each, where one is written without spaces and the whole of the other fits better."""
    for one, other in ((x, y), (y, x)):
        if len(one) == 1 and one[0].script in _UNSPACED and 1 < len(other) < 5:
            word = one[0]
            whole = [(likeness(word, w).odds, w) for w in _wholes(other)]
            best = max(whole, key=lambda found: (found[0], found[1].native))
            apart = max(likeness(word, w).odds for w in other if not w.initial) if not all(
                w.initial for w in other) else NEVER  # fmt: skip
            if best[0] >= apart:
                return ([word], [best[1]]) if one is x else ([best[1]], [word])
    return x, y


def _wholes(words: Sequence[Word]) -> list[Word]:
    """Return the words written as one, as they stand and with the first or the last moved to the other end."""
    orders = {tuple(words), (*words[1:], words[0]), (words[-1], *words[:-1])}
    return sorted(
        Word("".join(w.native for w in order), "".join(w.roman for w in order), order[0].script, False)
        for order in orders
    )


def _joined(x: Sequence[Word], y: Sequence[Word]) -> tuple[float, float]:
    """Return how alike the names are written in one, words in order of the alphabet; and the price across scripts."""
    one, other = ("".join(sorted(w.roman for w in words)) for words in (x, y))
    alike = 1 - DamerauLevenshtein.distance(one, other) / max(len(one), len(other), 1)
    a, b = (x, y) if x[0].script == "latin" else (y, x)
    if a[0].script != "latin" or b[0].script not in letters.LEARNED or len(b) > 1:
        return alike, _NO_PRICE
    read = letters.units(b[0].native, b[0].script)
    latin = "".join(w.roman for w in a)
    return alike, letters.price(read, latin, letters.table(b[0].script)) / (len(latin) + len(read)) / 10


# --- men and women ---------------------------------------------------------------------------------------------------


@lru_cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Return the pairs of endings by which a man's surname differs from a woman's."""
    pairs = (ending.split("/") for ending in name_pack("und").feminine)
    return tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2)


@lru_cache(maxsize=1 << 12)
def feminine_pair(a: str, b: str) -> bool:
    """Return whether two surnames are a man's and a woman's form of one.

    >>> feminine_pair("tikhanovsky", "tikhanovskaya"), feminine_pair("putin", "poutine")
    (True, False)
    """
    for man, woman in _endings():
        for x, y in ((a, b), (b, a)):
            if x.endswith(man) and y.endswith(woman):
                stem = x[: len(x) - len(man)]
                if len(stem) >= 3 and stem == y[: len(y) - len(woman)]:
                    return True
    return False


def _feminine(a: Word, b: Word) -> float:
    if a.roman == b.roman:
        return 0.0
    if feminine_pair(a.roman, b.roman):
        return 1.0
    one, other = a.roman[-1:] in "ae", b.roman[-1:] in "ae"  # across spellings: Tikhanovski, Tsikhanouskaya
    return 0.5 if one != other and min(len(a.roman), len(b.roman)) > 4 else 0.0


def _genders_differ(x: Sequence[Word], y: Sequence[Word]) -> bool:
    women, men = _given()
    one, other = ({word.roman for word in words} for words in (x, y))
    if one & women and other & men:
        return not other & women
    return bool(one & men and other & women)


@lru_cache
def _given() -> tuple[frozenset[str], frozenset[str]]:
    pack = name_pack("und")
    women, men = (frozenset(plain(name) for name in names) for names in (pack.women, pack.men))
    return women - men, men - women
