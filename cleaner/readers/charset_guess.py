"""Which charset bytes are in that are not UTF-8: the decoding that reads most like text, declarations counting as odds.

Every charset that pages were ever written in decodes a sample of the prose; the model of characters says how likely
each text is; what was declared, and how common a charset is, shift the odds. Never decides by a declaration alone.
All costs are natural logarithms of odds.
"""

from __future__ import annotations

import codecs
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.charmodel import STEP, model
from cleaner.readers.charset_sample import Sample
from cleaner.readers.charset_signs import broken, neutral, oddities
from cleaner.readers.charset_stray import within
from cleaner.readers.charsets import COMMON, MULTIBYTE, RARE, languages

_DECLARED: Final = 6.0
_DEFAULT: Final = 2.0
"""What a declaration speaks for: that of Windows-1252 or Latin-1 little, for servers and templates name it unasked."""
_AGAIN: Final = 1.0
_OTHER_LANGUAGE: Final = 4.0
_AMID_LATIN: Final = 4.0
"""What letters of another script cost where nearly all letters are Latin; thrice that where there are hardly any."""
_ODD: Final = 4.0
_LITTLE_KNOWN: Final = 1.5
"""How common a charset is counts so many times more where one sign must tell: it may look right in several of them."""
_FINALISTS: Final = 5
_WITHIN: Final = 40.0
"""So far behind the best, a charset is out after the short sample."""
_MORE_BROKEN: Final = 2
_BYTES_TO_BREAK: Final = 25
"""A reading that leaves so many more bytes undecoded than another is not weighed at all."""
_READS_WELL: Final = 4.0
"""What a byte of words that are not ASCII costs at most in the charset they were written in (four times of five).
Scripts of many letters cost one more."""
_GARBLED: Final = 8.0
_GARBLED_SURE: Final = 0.5
"""No charset makes a text of the bytes when each costs so much; then none is sure."""
_SURE: Final = 3.0
"""So far apart, two readings are as two to one, or three to one ..."""
_COMPARED: Final = 450


@dataclass(frozen=True, slots=True)
class Guess:
    """A charset and how sure it is, 0 to 1."""

    charset: str
    confidence: float


class _Reading(NamedTuple):
    """A sample read in one charset, what that costs in all, and what a byte of words that are not ASCII costs."""

    cost: float
    charset: str
    text: str
    each: float


def guess(raw: bytes, declared: Mapping[str, int]) -> Guess:
    """Return the charset in which the bytes read most like text. `declared` are charsets, with how often each is.

    >>> guess("Le coût s’élève à 5 €".encode("mac-roman"), {"cp1252": 1}).charset
    'mac-roman'
    """
    odds = {
        charset: (_DEFAULT if charset == "cp1252" else _DECLARED + RARE.get(charset, 0.0)) + _AGAIN * (times > 1)
        for charset, times in declared.items()
        if charset in COMMON or charset in RARE
    }
    sample = Sample(raw)
    if sample.little and not sample.letters and not odds:
        return Guess("cp1252", 0.5)
    scale = _LITTLE_KNOWN if sample.little else 1.0
    asked = {charset: scale * cost for charset, cost in COMMON.items()}
    asked |= {charset: RARE[charset] for charset in odds if charset not in COMMON}
    ranked = _ranked(sample, asked, odds)
    many = ranked[0].charset in MULTIBYTE or ranked[0].charset == "cp874"
    if ranked[0].each > _READS_WELL + many and not sample.little:
        ranked = sorted({r.charset: r for r in (*_ranked(sample, RARE, odds), *ranked)}.values())
    best = ranked[0]
    margin = min((r.cost - best.cost for r in ranked if r.text != best.text), default=20.0)
    most = _GARBLED_SURE if best.each > _GARBLED else 0.99
    return Guess(best.charset, round(min(most, 1 / (1 + math.exp(-margin / _SURE))), 3))


def likelier(one: str, other: str) -> bool:
    """Return whether the first of two readings of the same bytes is more like text than the second."""
    return float(model().costs(one[:_COMPARED]).min()) <= float(model().costs(other[:_COMPARED]).min())


def _ranked(sample: Sample, asked: Mapping[str, float], odds: Mapping[str, float]) -> list[_Reading]:
    """Return the readings of a sample in the charsets asked, the likeliest first."""
    costs = {charset: cost - odds.get(charset, 0.0) for charset, cost in asked.items()}
    strange = 0.0
    if sample.high == 1 or (sample.little and sample.mostly_latin):
        strange = 3 * _AMID_LATIN
    elif sample.little or sample.mostly_latin:
        strange = _AMID_LATIN
    first = _readings(sample.short, costs, strange)
    if sample.short == sample.long:
        return first
    each = {r.charset: r.each for r in first}
    texts = [*dict.fromkeys(r.text for r in first if r.cost <= first[0].cost + _WITHIN)][:_FINALISTS]
    final = {r.charset: costs[r.charset] for r in first if r.text in texts or r.charset in ("cp1252", *odds)}
    return [r._replace(each=each[r.charset]) for r in _readings(sample.long, final, strange)]


def _readings(sample: bytes, costs: Mapping[str, float], strange: float) -> list[_Reading]:
    """Return a sample read in every charset that leaves little of it undecoded, the likeliest first."""
    texts = {charset: _decoded(sample, charset) for charset in costs}
    lost = {charset: broken(text) for charset, text in texts.items()}
    limit = min(lost.values()) + _MORE_BROKEN + len(sample) // _BYTES_TO_BREAK
    seen: dict[str, NDArray[np.float64]] = {}
    out = []
    for charset, text in texts.items():
        if lost[charset] > limit:
            continue
        if text not in seen:
            whole = text if charset != "cp1258" else unicodedata.normalize("NFC", text)
            seen[text] = model().costs(neutral(whole)) / STEP + _ODD * oddities(text)
            if strange and not all(map(_latin, text)):
                seen[text] += strange
        cost = float((seen[text] + _by_language(charset)).min())
        out.append(_Reading(cost + costs[charset], charset, text, cost / len(sample)))
    return sorted(out)


def _latin(char: str) -> bool:
    """Return whether a character is no letter of another script."""
    return char < "\u0370" or "\u1e00" <= char < "\u2c00" or not char.isalpha()


@lru_cache
def _by_language(charset: str) -> NDArray[np.float64]:
    """Return what a language costs in a charset, for each language of the model."""
    own = languages(charset)
    return np.array([0.0 if tag in own else _OTHER_LANGUAGE for tag in model().languages])


def _decoded(sample: bytes, charset: str) -> str:
    """Return a sample as text; a character that its end cuts is left out."""
    if charset in MULTIBYTE:
        return codecs.getincrementaldecoder(charset)("replace").decode(sample, sample.endswith(b" "))
    return within(sample, charset)
