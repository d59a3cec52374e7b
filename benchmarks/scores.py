"""How like the truth a text is: words, snippets, lines. Pure functions; a word is a run of letters and digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean, stdev
from typing import NamedTuple

WORD = re.compile(r"\w+")
GRAM = 5
MAIN_SHARE = 0.6
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\s]*\)")
_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)")
_ADDRESS = re.compile(r"<?https?://[^\s>)]+>?")


class Score(NamedTuple):
    """Shares of 0 to 1: of the text that is right, of the truth that is there, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case."""
    return WORD.findall(text.lower())


def overlap(text: str, truth: str) -> Score:
    """Return how many words of a text and of the truth they share, as multisets; two empty texts agree.

    >>> overlap("a b c d", "A b"), overlap("", " ").f1
    (Score(precision=0.5, recall=1.0, f1=0.6666666666666666), 1.0)
    """
    got, due = Counter(words(text)), Counter(words(truth))
    if not got or not due:
        return Score(1.0, 1.0, 1.0) if not got and not due else Score(0.0, 0.0, 0.0)
    return harmonic((got & due).total(), got.total(), due.total())


def harmonic(both: float, got: float, due: float) -> Score:
    """Return precision, recall and F1 of three counts."""
    precision, recall = both / got if got else 0.0, both / due if due else 0.0
    return Score(precision, recall, 2 * both / (got + due) if got + due else 0.0)


def found(text: str, snippets: Sequence[str]) -> float | None:
    """Return the share of snippets that stand in a text, None where there are none to look for."""
    lower = text.lower()
    return fmean(snippet.lower() in lower for snippet in snippets) if snippets else None


def shingles(text: str, truth: str, size: int = 4) -> tuple[float, float, float]:
    """Return a page's shares of right, needless and missing shingles: case counts, repeats count."""
    got, due = _repeated(text, size), _repeated(truth, size)
    right = (got & due).total()
    needless, missing = got.total() - right, due.total() - right
    total = right + needless + missing or 1
    return right / total, needless / total, missing / total


def by_shingles(rows: Sequence[tuple[float, float, float]]) -> Score:
    """Return the shingle score of many pages as the article-extraction benchmark of Zyte states it.

    Precision and recall are means over the pages where they are defined; F1 is the harmonic mean of the two means.
    """
    precisions = [right / (right + needless) for right, needless, _ in rows if right + needless]
    recalls = [right / (right + missing) for right, _, missing in rows if right + missing]
    precision, recall = fmean(precisions or [0.0]), fmean(recalls or [0.0])
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _repeated(text: str, size: int) -> Counter[tuple[str, ...]]:
    found = WORD.findall(text)
    if not found:
        return Counter()
    return Counter(tuple(found[at : at + size]) for at in range(max(1, len(found) - size + 1)))


def plain(line: str) -> str:
    """Return a line without pictures, link targets and bare addresses.

    >>> plain("Read [the text](https://example.org/a_(b)) now ![x](y.png) https://example.org")
    'Read [the text] now    '
    """
    return _ADDRESS.sub(" ", _TARGET.sub("]", _PICTURE.sub(" ", line)))


class Grams:
    """The runs of one to five words of a text, to ask of any line whether it stands there."""

    def __init__(self, text: str) -> None:
        found = words(text)
        self._known = {size: set(_runs(found, size)) for size in range(1, GRAM + 1)}

    def holds(self, line: str) -> bool | None:
        """Return whether 60 % of a line's runs of five words (a short line: all its words in a row) stand in the text.

        None for a line without words.
        """
        own = words(plain(line))
        if not own:
            return None
        size = min(GRAM, len(own))
        runs = _runs(own, size)
        return sum(run in self._known[size] for run in runs) >= MAIN_SHARE * len(runs)


def _runs(found: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(found[at : at + size]) for at in range(len(found) - size + 1)]


def lines(dump: str, text: str, truth: str) -> tuple[int, int, int]:
    """Return how many lines of a dump are main content and kept, kept at all, and main content at all."""
    due, got = Grams(truth), Grams("\n".join(map(plain, text.split("\n"))))
    pairs = [(due.holds(line), got.holds(line)) for line in dump.split("\n")]
    return sum(bool(a and b) for a, b in pairs), sum(bool(b) for _, b in pairs), sum(bool(a) for a, _ in pairs)


def lost(text: str, truth: str) -> tuple[int, int]:
    """Return how many words of the truth a text has lost, and how many there were.

    >>> lost("the cat sat", "The cat sat and sat")
    (2, 5)
    """
    due = Counter(words(truth))
    return (due - Counter(words(text))).total(), due.total()


def error(values: Sequence[float]) -> float:
    """Return the standard error of a mean, 0 for fewer than two values."""
    return stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0.0


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of the values that are there."""
    there = [value for value in values if value is not None]
    return fmean(there) if there else None
