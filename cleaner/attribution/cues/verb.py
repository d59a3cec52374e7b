"""A form of a reporting verb where it stands in a line: what every step that reads a cue looks at."""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import BASE, Form, Lexicon

FINITE: Final = frozenset({BASE, "present", "past"})
"""The slots of forms that need no auxiliary."""


class Verb(NamedTuple):
    """A form of a verb where it stands: words [i, end), in a stretch of words [least, last) that holds its clause."""

    line: Line
    i: int
    end: int
    least: int
    last: int
    form: Form
    lexicon: Lexicon
