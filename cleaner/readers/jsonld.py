"""JSON-LD (schema.org) of a page: what its main objects say of title, dates, publisher, authors and language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from cleaner.tables.rows import Evidence, Span

_KEYS: Final = {
    "datePublished": "published", "dateCreated": "published", "uploadDate": "published", "dateModified": "modified",
    "headline": "title", "author": "authors", "creator": "authors", "publisher": "publisher",
    "sourceOrganization": "publisher", "isPartOf": "publisher", "provider": "provider", "isBasedOn": "original",
    "inLanguage": "language", "articleSection": "section", "url": "url",
    "mainEntityOfPage": "url",
}  # fmt: skip
_WEAKER: Final = {"dateCreated": 0.8, "uploadDate": 0.6, "url": 0.9, "mainEntityOfPage": 0.9, "creator": 0.9,
                  "sourceOrganization": 0.9, "isPartOf": 0.8}
_INTO: Final = frozenset({"@graph", "mainEntity", "mainEntityOfPage"})
"""Keys whose objects speak of this page; all others (lists of items, comments, pictures) speak of something else."""
_HOUSES: Final = {"WebSite": 0.75, "NewsMediaOrganization": 0.75, "Newspaper": 0.75, "Organization": 0.6}
"""Objects that are the house itself, and how far their names are to be trusted."""
_ARTICLE: Final = re.compile(r"Article|Posting|Report$|Review$|LiveBlog")
_PAGE: Final = re.compile(r"Page$|CreativeWork$|Recipe$|Event$|Dataset$")
_WRAPPING: Final = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_STRING: Final = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_COLON: Final = re.compile(r"\s*:")
_LONGEST: Final = 500_000
_MOST: Final = 1000


def hints(source: str, start: int, end: int) -> Iterator[Evidence]:
    """Yield what the script at source [start, end) declares; a broken one declares nothing.

    >>> page = '{"@type": "NewsArticle", "headline": "One", "author": [{"name": "Ann"}]}'
    >>> [(h.field, h.value, page[h.source_start:h.source_end]) for h in hints(page, 0, len(page))]
    [('title', 'One', 'One'), ('authors', 'Ann', 'Ann')]
    """
    raw = source[start:end]
    if len(raw) > _LONGEST:
        return
    bare = _WRAPPING.sub("", raw)
    try:
        top = json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return
    places = _places(raw, start)
    things = list(_objects(top))
    known = {thing["@id"]: thing for thing in reversed(things) if isinstance(thing.get("@id"), str)}
    for thing in things:
        yield from _of_object(thing, places, known)


def _objects(top: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects that speak of this page, the outer ones first."""
    todo: list[Any] = [top]
    for _ in range(_MOST):
        if not todo:
            break
        thing = todo.pop()
        if isinstance(thing, list):
            todo += reversed(thing[:_MOST])
        elif isinstance(thing, dict):
            yield thing
            todo += [thing[key] for key in _INTO if isinstance(thing.get(key), dict | list)]


def _of_object(
    thing: dict[str, Any], places: dict[tuple[str, str], Span], known: dict[str, dict[str, Any]]
) -> Iterator[Evidence]:
    kinds = thing.get("@type")
    names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
    if any(map(_ARTICLE.search, names)):
        trust = 0.95
        if str(thing.get("isAccessibleForFree")).lower() == "false":
            yield Evidence("truncated", "false", "meta", None, None, f"JSON-LD {names[0]} isAccessibleForFree", 0.5)
    elif any(map(_PAGE.search, names)):
        trust = 0.75
    elif "VideoObject" in names:
        trust = 0.4
    elif house := next((kind for kind in names if kind in _HOUSES), None):
        name = thing.get("name")
        if isinstance(name, str) and 0 < len(name.strip()) <= 200:
            first, last = places.get(("name", name.strip())) or (None, None)
            yield Evidence("publisher", name.strip(), "meta", first, last, f"JSON-LD {house} name", _HOUSES[house])
        return
    else:
        return
    for key, field in _KEYS.items():
        for name, value in _values(key, _meant(key, thing.get(key), known)):
            if value and len(value) <= 2000:
                first, last = places.get((name, value)) or places.get(("", value)) or (None, None)
                yield Evidence(field, value, "meta", first, last, f"JSON-LD {names[0]} {key}",
                               round(trust * _WEAKER.get(key, 1.0), 3))  # fmt: skip


def _meant(key: str, value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """Return the object that a publisher's bare "@id" stands for; of what a page is part of, only a house."""
    if key not in ("publisher", "sourceOrganization", "isPartOf", "provider"):
        return value
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        value = known.get(value["@id"], value)
    if key == "isPartOf":
        kinds = value.get("@type") if isinstance(value, dict) else None
        stated = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        return value if any(kind in _HOUSES for kind in stated) else None
    return value


def _values(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the plain values of a property with the key they stand at: texts, the names of objects, their addresses."""
    for item in value[:50] if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield key, item.strip()
        elif isinstance(item, dict):
            inner = "@id" if key == "mainEntityOfPage" else "alternateName" if key == "inLanguage" else "name"
            found = item.get(inner)
            for name in found if isinstance(found, list) else [found]:
                if isinstance(name, str):
                    yield inner, name.strip()


def _places(raw: str, start: int) -> dict[tuple[str, str], Span]:
    """Return the source spans of the texts in a script, by key and value, and by value alone."""
    places: dict[tuple[str, str], Span] = {}
    key = ""
    for found in _STRING.finditer(raw):
        written = found[1]
        try:
            text = json.loads(found[0], strict=False).strip() if "\\" in written else written.strip()
        except ValueError:
            continue
        if _COLON.match(raw, found.end()):
            key = text
            continue
        first = start + found.start(1) + len(written) - len(written.lstrip())
        span = first, start + found.start(1) + len(written.rstrip())
        places.setdefault((key, text), span)
        places.setdefault(("", text), span)
    return places
