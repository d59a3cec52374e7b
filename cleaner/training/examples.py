"""Labelled pages to learn from: what was scraped, and what of it is main content. Reads files; measures nothing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

_SILVER_WORDS: Final = 25


@dataclass(frozen=True)
class Example:
    """One page: its content, its main content as people (or another extractor) see it, its host and type."""

    name: str
    host: str
    content: bytes | str
    truth: str
    type: str = ""


def pages(folder: Path, *, silver: bool = False, limit: int | None = None) -> Iterator[Example]:
    """Yield the labelled pages of a folder: `html/NAME.html.gz` beside `ground-truth/NAME.json`.

    With `silver` a page needs no ground truth: trafilatura's reading of it is taken for true.
    """
    for number, path in enumerate(sorted(folder.glob("html/*.html*"))):
        if limit is not None and number >= limit:
            return
        raw = path.read_bytes()
        raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
        name = path.name.split(".")[0]
        stated = folder / "ground-truth" / f"{name}.json"
        if silver:
            truth = _silver(raw)
            if truth is not None:
                yield Example(name, name, raw, truth)
        elif stated.is_file():
            known: dict[str, Any] = json.loads(stated.read_text(encoding="utf-8"))
            told = known.get("ground_truth") or {}
            kind = (known.get("_internal") or {}).get("page_type") or ""
            kind = kind.get("primary", "") if isinstance(kind, dict) else kind
            yield Example(name, host(known.get("url") or "") or name, raw, told.get("main_content") or "", kind)


def texts(path: Path, limit: int | None = None) -> Iterator[Example]:
    """Yield the labelled texts of JSON lines with the keys `name`, `host`, `text`, `truth` and `type`."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            row = json.loads(line)
            yield Example(row["name"], row["host"], row["text"], row["truth"], row.get("type", ""))


def host(url: str) -> str:
    """Return the registrable part of an address's host, near enough to keep one site's pages together.

    >>> host("https://www.news.example.co.uk/a"), host("https://blog.example.org")
    ('example.co.uk', 'example.org')
    """
    parts = (urlsplit(url).hostname or "").split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short else parts[-2:])


def _silver(raw: bytes) -> str | None:
    import trafilatura

    text = trafilatura.extract(raw, include_comments=False, include_tables=True) or ""
    return text if len(text.split()) >= _SILVER_WORDS else None
