"""One half of a sentence, the whole of it in most: its words, its offsets, and the claims that are made in it.

Holds what every step needs to know that relates attributions to each other. Decides nothing about them.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Attribution, Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.words.pack import Lexicon


class Half(NamedTuple):
    """Words [first, last) and offsets [start, end) in sentence `number` of a line, and the people known."""

    line: Line
    number: int
    first: int
    last: int
    start: int
    end: int
    cast: Cast

    @property
    def lexicon(self) -> Lexicon:
        """The words of the language."""
        return self.cast.lexicon

    def claim(self, a: Attribution, start: int, end: int) -> Claim:
        """Return the claim of an attribution on offsets [start, end), which says nothing yet."""
        line = self.line
        wordless = a.rule == "headline-dash" or a.cue.first >= a.cue.last  # a dash or a colon alone
        cue = None if wordless else (line.start[a.cue.first], line.end[a.cue.last - 1])
        return Claim(a.who, cue, start, end, a.kind, a.rule, a.confidence, addressee=a.addressee, sentence=self.number,
                     broken=a.rule == "broken", reported=a.reported, doubtful=a.doubtful)  # fmt: skip
