"""A second opinion on title, authors, dates and publisher of a page, from trafilatura; asked only when ours found none.

It costs as much as reading the page many times over, so nobody calls it by default. It never fails.
"""

from __future__ import annotations

from typing import Any, Final

from cleaner.tables.rows import Evidence

_FIELDS: Final = {"title": "title", "author": "authors", "date": "published", "sitename": "publisher", "url": "url"}
_CONFIDENCE: Final = 0.4
"""On 1,497 labelled pages its date is right on 84 % of the dated ones, but it names one on 95 % of the undated."""
_LONGEST: Final = 5_000_000


def voter_hints(source: str) -> tuple[Evidence, ...]:
    """Return what trafilatura makes of a page's metadata, as hints of role `trafilatura` with low confidence.

    >>> page = "<html><head><meta name=author content='Ann Lee'></head><p>x</p></html>"
    >>> [(h.field, h.value) for h in voter_hints(page)]
    [('authors', 'Ann Lee')]
    """
    if len(source) > _LONGEST:
        return ()
    try:
        from trafilatura import extract_metadata

        found: Any = extract_metadata(source)
    except Exception:  # whatever a foreign parser raises on a broken page, there is no second opinion then
        return ()
    out = []
    for name, field in _FIELDS.items():
        value = getattr(found, name, None)
        if isinstance(value, str) and value.strip():
            text = value.strip()
            at = source.find(text)
            first, last = (at, at + len(text)) if at >= 0 else (None, None)
            why = f"trafilatura reads it as the {name}"
            out.append(Evidence(field, text, "trafilatura", first, last, why, _CONFIDENCE))
    return tuple(out)
