"""Labelled pages from a folder, one at a time: the page as it came, and what of it is main content.

Two layouts are known:

    DIR/html/ID.html.gz  DIR/ground-truth/ID.json    {"url", "ground_truth": {"main_content", "with", "without"}, …}
    DIR/html/ID.html.gz  DIR/ground-truth.json       {ID: {"url", "articleBody"}}

The pages may be plain (ID.html) or gzipped. The type of a page is `_internal.page_type.primary` or `page_type`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SAME_TYPE = {"category": "collection"}
"""Older labels of WCXB, and what they are called now."""


@dataclass(frozen=True)
class Page:
    """One labelled page: `truth` is its main content, `required` and `forbidden` are snippets that must (not) occur."""

    id: str
    path: Path
    url: str | None
    type: str
    truth: str
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    date: str | None = None

    def html(self) -> bytes:
        """Return the page as bytes, unpacked."""
        raw = self.path.read_bytes()
        return gzip.decompress(raw) if self.path.suffix == ".gz" else raw


def arguments(parser: argparse.ArgumentParser) -> None:
    """Give a command the options that choose pages."""
    parser.add_argument("folder", type=Path, help="labelled pages: html/ID.html.gz and ground-truth/ID.json")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N pages")
    parser.add_argument("--type", action="append", metavar="A,B", help="pages of these types only")
    parser.add_argument("--folds", type=Path, metavar="FILE",
                        help="pages of these hosts only: one a line, a JSON list, or {host: fold}")  # fmt: skip
    parser.add_argument("--fold", metavar="NAME", help="of {host: fold}, the fold that was held out")


def chosen(options: argparse.Namespace) -> list[Page]:
    """Return the pages that a command was asked for; leaves with a message where there are none."""
    try:
        pages = load(options.folder)
        if options.folds:
            pages = of_hosts(pages, hosts(options.folds, options.fold))
    except (OSError, ValueError) as error:
        raise SystemExit(f"{options.folder}: {error}") from None
    if options.type:
        types = {name for given in options.type for name in given.split(",")}
        if strange := types - {page.type for page in pages}:
            known = ", ".join(sorted({page.type for page in pages}))
            raise SystemExit(f"{options.folder}: no page of type {min(strange)!r}. Its types: {known}.")
        pages = [page for page in pages if page.type in types]
    pages = pages[:: max(options.every, 1)][: options.limit]
    if not pages:
        raise SystemExit(f"{options.folder}: no page is left after --type, --folds, --every and --limit.")
    return pages


def load(folder: Path) -> list[Page]:
    """Return every labelled page of a folder, in the order of their ids.

    Raises: FileNotFoundError where there is no truth, or a page of it is missing.
    """
    whole, single = folder / "ground-truth.json", folder / "ground-truth"
    if whole.is_file():
        stated = json.loads(whole.read_text(encoding="utf-8"))
        return [
            Page(id, _file(folder, id), entry.get("url"), "article", entry.get("articleBody") or "")
            for id, entry in sorted(stated.items())
        ]
    if not single.is_dir():
        raise FileNotFoundError("neither ground-truth/ nor ground-truth.json is there. See benchmarks/pages.py.")
    pages = (_page(folder, path) for path in sorted(single.glob("*.json")))
    return [page for page in pages if page is not None]


def _page(folder: Path, path: Path) -> Page | None:
    stated: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    truth = stated.get("ground_truth")
    if not isinstance(truth, dict):
        return None
    told: Any = (stated.get("_internal") or {}).get("page_type") or stated.get("page_type")
    name = told.get("primary") if isinstance(told, dict) else told
    return Page(
        id=path.stem,
        path=_file(folder, path.stem),
        url=stated.get("url"),
        type=SAME_TYPE.get(str(name), str(name)) if name else "article",
        truth=truth.get("main_content") or "",
        required=tuple(truth.get("with") or ()),
        forbidden=tuple(truth.get("without") or ()),
        title=truth.get("title") or None,
        author=truth.get("author") or None,
        date=truth.get("publish_date") or None,
    )


def _file(folder: Path, id: str) -> Path:
    for ending in (".html.gz", ".html"):
        if (path := folder / "html" / f"{id}{ending}").is_file():
            return path
    raise FileNotFoundError(f"page {id} has a truth but no html/{id}.html.gz.")


def hosts(path: Path, fold: str | None = None) -> set[str]:
    """Return the hosts a file names: one a line, a JSON list, or those of one fold of {host: fold}."""
    told = path.read_text(encoding="utf-8")
    if told.lstrip()[:1] not in ("[", "{"):
        return {line.strip() for line in told.splitlines() if line.strip()}
    stated = json.loads(told)
    if isinstance(stated, list):
        return {str(host) for host in stated}
    folds = sorted({str(name) for name in stated.values()})
    if fold not in folds:
        raise ValueError(f"{path.name}: --fold must be one of {', '.join(folds)}.")
    return {host for host, name in stated.items() if str(name) == fold}


def of_hosts(pages: Iterable[Page], wanted: set[str]) -> list[Page]:
    """Return the pages of these hosts or of their sub-domains."""
    return [page for page in pages if any(name in wanted for name in _names(page.url))]


def _names(url: str | None) -> Sequence[str]:
    """Return a page's host and every domain above it.

    >>> _names("https://www.news.example.org/a")
    ['www.news.example.org', 'news.example.org', 'example.org', 'org']
    """
    parts = (urlsplit(url).hostname or "").split(".") if url else []
    return [".".join(parts[at:]) for at in range(len(parts))]
