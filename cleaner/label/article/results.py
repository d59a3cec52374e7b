"""Tables of results in an article's text dump: rows one below another, right below its text, and what heads them.

Shape alone takes them for lists of other articles or for menus. Names what is taken back, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.label.article import amid
from cleaner.label.furniture.sections import rename
from cleaner.label.views import View
from cleaner.taxonomy import TEXT_LABELS

_ROWS: Final = 3
"""So many rows at least make a table."""
_HEADS: Final = 3
"""So many short lines at most stand between the text and its table."""
_HEAD_WORDS: Final = 6
_LINKED: Final = 0.5


def take_back(seen: Sequence[View]) -> None:
    """Give the article its tables that place and shape alone had named something else."""
    for first, end in _tables(seen):
        heads = _heads(seen, first)
        if heads is not None:
            for view in seen[heads:end]:
                if view.label not in TEXT_LABELS:
                    rename(view, "body", "und/row-of-results")


def _tables(seen: Sequence[View]) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows."""
    first = 0
    for at in range(len(seen) + 1):
        if at < len(seen) and _is_loose(seen[at]) and amid.is_row(seen[at]):
            continue
        if at - first >= _ROWS:
            yield first, at
        first = at + 1


def _heads(seen: Sequence[View], first: int) -> int | None:
    """Return where the lines begin that head a table below a text; None where no text stands so near above."""
    for at in range(first - 1, max(-1, first - 2 - _HEADS), -1):
        view = seen[at]
        if view.label in TEXT_LABELS:
            return at + 1 if view.prose or at < first - 1 or seen[max(0, at - 1)].label in TEXT_LABELS else None
        if not _is_loose(view) or view.words > _HEAD_WORDS:
            return None
    return None


def _is_loose(view: View) -> bool:
    """Return whether no rule of wording has named a line, and it is no link."""
    return view.rule.startswith("und/") and view.block.link_share < _LINKED and not view.stamp
