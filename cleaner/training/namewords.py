"""What pairs of words of names teach: how much each trait weighs, by the scripts the two are in."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Any

import numpy as np
from rapidfuzz.distance import JaroWinkler

from cleaner.names import compare
from cleaner.names.fold import plain
from cleaner.names.forms import Word, form
from cleaner.names.person import Person
from cleaner.training import variants

Traits = dict[str, list[tuple[tuple[float, ...], bool]]]


def words(seen: dict[str, list[tuple[str, str]]], people: Sequence[Person], random: Random) -> Traits:
    """Return the traits of pairs of words, one name's or two names', by the scripts they are in."""
    found: defaultdict[str, list[tuple[tuple[float, ...], bool]]] = defaultdict(list)

    def add(one: Word | None, other: Word | None, same: bool) -> None:
        if one and other and one.native != other.native:
            found[compare.pair_of(one, other)].append((compare.traits(one, other), same))

    for of, lines in seen.items():
        pairs = [(word_of(a), word_of(b)) for a, b in random.sample(lines, min(3500, len(lines)))]
        latin = [(a, b) for a, b in pairs if a and b]
        pool, natives = [a for a, _ in latin], [b for _, b in latin]
        for one, other in latin:
            add(one, other, True)
            for near in _near(one, pool, random):
                add(near, other, False)
        for _, native in latin[:1500]:
            if len(native.native) > 2:
                add(word_of(variants.typo(native.native, random)), native, of not in ("han", "hangul"))
                for near in _near(native, natives, random)[:2]:
                    add(near, native, False)
    for one, same, others in _spelled(seen["cyrillic"], random):
        add(one, same, True)
        for other in others:
            add(other, same, False)
    shared: defaultdict[str, list[Word]] = defaultdict(list)
    for lines in seen.values():
        for written, native_form in lines:
            if word := word_of(native_form):
                shared[plain(written)].append(word)
    several = [forms for forms in shared.values() if len(forms) > 1]
    for forms in several[:6000]:
        add(forms[0], forms[1], True)
        drawn = random.choice(several)
        add(forms[0], drawn[1], drawn is forms)
    for person in people:
        for first, second in pairwise(person.spellings()):
            x, y = form(first).words, form(second).words
            if len(x) == len(y) == 2 and person.name.split()[-1] == person.surname:
                add(x[1], y[1], True)
                add(x[0], y[0], True)
    found["other-latin"] = [*found["cyrillic-latin"], *found["latin-same"]]
    found["greek-latin"] = found["other-latin"]
    found["other-same"] = found["latin-same"]
    found["greek-same"] = found["latin-same"]
    return found

def _spelled(lines: Sequence[tuple[str, str]], random: Random) -> Iterator[tuple[Word, Word, list[Word]]]:
    """Yield words as two languages or a slip spell them, each pair with other words that look alike."""
    chosen = random.sample([(a, b) for a, b in lines if a.isascii()], 5000)
    pool = [word for word in (word_of(a) for a, _ in chosen) if word]
    for latin, cyrillic in chosen:
        languages = random.sample(variants.transliterations(), 2)
        first, second = (variants.transliterated(cyrillic, language) for language in languages)
        kind = random.random()
        if kind < 0.55:
            one, same = word_of(first), word_of(second)
        elif kind < 0.7:
            one, same = word_of(latin), word_of(first)
        else:
            damage = random.choice((variants.typo, variants.scanned, variants.heard, variants.arabic_spelling))
            one, same = word_of(latin), word_of(damage(latin, random))
        if one and same:
            near = [word for word in _near(same, pool, random) if word.roman not in (plain(latin), first, second)]
            yield one, same, near


def word_of(name: str) -> Word | None:
    words = form(name).words
    return words[0] if len(words) == 1 and len(words[0].roman) > 1 else None


def _near(word: Word, pool: Sequence[Word], random: Random) -> list[Word]:
    """Return other words: two that look much alike, one at random."""
    drawn = [w for w in random.sample(pool, min(60, len(pool))) if w.roman != word.roman]
    drawn.sort(key=lambda w: (-JaroWinkler.similarity(w.roman, word.roman), w.native))
    return [*drawn[:2], drawn[-1]]


def weigh(words: Traits) -> str:
    """Return the weights of words by scripts, in hundredths, as JSON."""
    rows = {}
    for pair in sorted(words):
        x = np.array([[*traits, 1.0] for traits, _ in words[pair]])
        y = np.array([same for _, same in words[pair]], dtype=float)
        rows[pair] = [round(100 * float(w)) for w in _logistic(x, y)]
        odds = x @ np.array(rows[pair]) / 100
        right = float(((odds > 0) == (y > 0.5)).mean())
        print(f"words {pair}: {len(y)} pairs, {right:.3f} right", file=sys.stderr, flush=True)
    return "{" + ",\n".join(f"{json.dumps(pair)}: {row}" for pair, row in rows.items()) + "}\n"


def _logistic(x: Any, y: Any) -> Any:
    """Return the weights of a logistic regression, by Newton's method, both answers of equal weight."""
    weights = np.zeros(x.shape[1])
    worth = np.where(y > 0.5, 0.5 / max(y.mean(), 1e-9), 0.5 / max(1 - y.mean(), 1e-9))
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (worth * (p - y)) + 0.5 * weights
        curve = (x * (worth * p * (1 - p))[:, None]).T @ x + 0.5 * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return weights
