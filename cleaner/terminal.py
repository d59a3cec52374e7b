"""Text on a terminal: colours when one is there, and nothing from a scrape that a terminal would obey."""

from __future__ import annotations

import os
import re
import sys
from typing import Final, TextIO

_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, changes a colour, turns the direction of writing, or cannot be written."""

COLOURS: Final = {
    "article": "", "metadata": "36", "media": "35", "noise": "2", "residue": "2", "title": "1", "error": "31",
    "warning": "33", "info": "34", "added": "32", "taken": "31", "quiet": "2", "strong": "1",
}  # fmt: skip


def shown(text: str, longest: int | None = None) -> str:
    r"""Return a text safe to print: controls written out, one line if it is to be shortened.

    >>> print(shown("a\x1b[31mb"), shown("one\ntwo three", 9))
    a\x1b[31mb one two …
    """
    if longest is not None:
        text = " ".join(text.split())
        if len(text) > longest:
            text = text[: longest - 1].rstrip() + " …"
    return _CONTROLS.sub(
        lambda match: f"\\x{ord(match[0]):02x}" if match[0] < "\x80" else f"\\u{ord(match[0]):04x}", text
    )


class Paint:
    """Colours for one stream; none unless it is a terminal, and never when NO_COLOR is set."""

    def __init__(self, stream: TextIO | None = None, wanted: bool | None = None) -> None:
        stream = stream or sys.stdout
        if wanted is None:
            wanted = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self.on = wanted

    def __call__(self, text: str, name: str) -> str:
        """Return the text in the colour of a label's group, a severity, or a role."""
        code = COLOURS.get(name, "")
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and code and text else text
