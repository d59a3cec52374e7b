"""Days of publication in the data that a page keeps for its scripts, by the keys that content systems give them.

Asked only where a page declares no day of its own: the same data may hold other articles, so a day here is one voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner.language import section
from cleaner.tables import Evidence, Span

_TRUST: Final = 0.7
_MOST_CHARS: Final = 1_000_000
_MOST: Final = 12
_VALUE: Final = r"""\\?["']\s{0,3}[:=]\s{0,3}\\?["'](\d{4}-\d\d-\d\d[T \dZ:.+-]{0,24})\\?["']"""


@dataclass(frozen=True)
class _Keys:
    """The keys and what the day beside them is of: see `languages/und/state.yaml`."""

    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    keys = section("und", "state", _Keys)
    fields = {**dict.fromkeys(map(str.lower, keys.published), "published"),
              **dict.fromkeys(map(str.lower, keys.modified), "modified")}  # fmt: skip
    names = "|".join(re.escape(key) for key in sorted(fields, key=lambda k: (-len(k), k)))
    return re.compile(rf"""["']({names}){_VALUE}""", re.IGNORECASE), fields


def hints(source: str, scripts: Sequence[Span]) -> Iterator[Evidence]:
    """Yield the days that the scripts at these spans of the source name, in order.

    >>> page = 'x = {"id": 7, "publishDate": "2025-05-27T08:00:00Z", "expires": "2026-01-01"}'
    >>> [(h.field, h.value, page[h.source_start:h.source_end]) for h in hints(page, [(0, len(page))])]
    [('published', '2025-05-27T08:00:00Z', '2025-05-27T08:00:00Z')]
    """
    pattern, fields = _pattern()
    left, told = _MOST_CHARS, 0
    for start, end in scripts:
        for found in pattern.finditer(source, start, min(end, start + left)):
            field = fields[found[1].lower()]
            yield Evidence(field, found[2], "meta", *found.span(2), f'script "{found[1]}"', _TRUST)
            told += 1
            if told == _MOST:
                return
        left -= min(end - start, left)
