"""Phrases of a pack as folded words, and which words keep their accents since only these part them from others."""

from __future__ import annotations

from collections.abc import Collection

from cleaner.attribution.words.speech import Speech, Words
from cleaner.text import WORD, fold_word


def split(phrase: str, kept: Collection[str] = ()) -> Words:
    """Return the folded words of a phrase, those of `kept` with their accents.

    >>> split("chef de l'État")
    ('chef', 'de', 'l', 'etat')
    """
    return tuple(low if (low := w.lower()) in kept else fold_word(w) for w in WORD.findall(phrase))


def twins(speech: Speech) -> frozenset[str]:
    """Return the words that only an accent parts from a speaker of another kind: la secretaria, la Secretaría."""
    told: dict[Words, tuple[str, str]] = {}
    out: set[str] = set()
    for kind, word in ((k, w.lower()) for k, ws in speech.nouns.items() for w in ws if not speech.noun_groups):
        other, before = told.setdefault(split(word), (kind, word))
        if other != kind and before != word:
            out.update(w for w in set(WORD.findall(word)) ^ set(WORD.findall(before)) if fold_word(w) != w)
    return frozenset(out)
