"""A run of any size as a folder of pages: a small index.html with the overview, and pages with the articles themselves.

`--format html=report/` asks for it. Pages hold the articles in the order of the tables, each page a few megabytes; the
index lists the records that need a person first, and leads to the page of each. All of it works from a disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from cleaner import reading
from cleaner.renderers import html
from cleaner.renderers.views import Strings, block
from cleaner.report import Entry, Report, build
from cleaner.tables.writing import write_text

PART_BYTES: Final = 6_000_000
"""About the size of a page: it is there in a second."""
PART_RECORDS: Final = 2_000


def write(tables: Path, out: Path) -> Path:
    """Write the pages of a run into `out` and return the index.

    Pages of an earlier report in the folder that are no longer needed are taken away.
    """
    report = build(tables)
    out.mkdir(parents=True, exist_ok=True)
    parts: list[dict[str, Any]] = []
    part_of: dict[str, int] = {}
    for listed, views, strings in _parts(report):
        number = len(parts) + 1
        part_of |= {entry.article_id: number for entry, view, _ in listed if view >= 0}
        parts.append({"number": number, "file": name(number), "records": len(listed),
                      "verdicts": Counter(entry.verdict for entry, _, _ in listed),
                      "first": listed[0][0].path, "last": listed[-1][0].path})  # fmt: skip
        run = {**_of_part(report, listed), **html.ground(report, listed, strings), "part": number}
        _write(out / name(number), html.page(run, views))
    for stale in sorted(out.glob("part-*.html"))[len(parts) :]:
        stale.unlink()
    entries = html.in_order(report)
    listed = [(entry, -1, part_of.get(entry.article_id, 0)) for entry in entries[: html.ROWS]]
    index = html.overview(report, listed, Strings())
    left = len(entries) - len(part_of)
    _write(out / "index.html", html.page({**index, "views_left_out": left, "parts": parts}, ()))
    return out / "index.html"


def _write(path: Path, text: str) -> None:
    write_text(path, text.encode("utf-8", "backslashreplace").decode())


def name(number: int) -> str:
    """Return the file name of a page.

    >>> name(7)
    'part-00007.html'
    """
    return f"part-{number:05}.html"


def _parts(report: Report) -> Iterator[tuple[list[html.Listed], list[str], Strings]]:
    """Yield the records of each page, their data blocks, and the strings that these number."""
    by_id = {entry.article_id: entry for entry in report.articles}
    listed: list[html.Listed] = []
    views: list[str] = []
    strings, size = Strings(), 0
    for article in reading.each(report.folder):
        entry = by_id[article.article["article_id"]]
        text = block(article, strings)
        listed.append((entry, -1 if text is None else len(views), 0))
        if text is not None:
            views.append(text)
            size += len(text)
        if size > PART_BYTES or len(listed) == PART_RECORDS:
            yield listed, views, strings
            listed, views, strings, size = [], [], Strings(), 0
    if listed:
        yield listed, views, strings


def _of_part(report: Report, listed: list[html.Listed]) -> Mapping[str, Any]:
    """Return what a page with records alone tells of itself."""
    entries: list[Entry] = [entry for entry, _, _ in listed]
    verdicts = Counter(entry.verdict for entry in entries)
    hosts = Counter(entry.host or "" for entry in entries)
    return {
        "cleaner_version": report.version,
        "profile": report.profile,
        "records": {"in": len(entries), **verdicts},
        "hosts": dict(sorted(hosts.items(), key=lambda item: (-item[1], item[0]))),
        "issues": [{"code": one.code, "severity": one.severity, "what": one.what,
                    "records": sum(one.code in entry.codes for entry in entries)} for one in report.findings],
        "removals": [{"name": kind.name, "group": kind.group,
                      "records": sum(kind.name in entry.labels for entry in entries)} for kind in report.removals],
        "tables": report.tables,
        "rows_left_out": 0,
        "views_left_out": 0,
    }  # fmt: skip
