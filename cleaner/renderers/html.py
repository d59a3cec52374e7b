"""report.html: one page that works offline. Nothing from a scrape can run in it.

Every value from a scrape stands in a JSON data block with `<` and `>` escaped, and reaches the page through text nodes
alone; the policy of the page lets only its own script and style run, named by their hashes, and fetches nothing.

The page is bounded: records that need a person come first, and it says what it left out and which table holds it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import IO, Any, Final

from cleaner import reading
from cleaner.errors import UsageError
from cleaner.renderers.about import About
from cleaner.renderers.json import counts
from cleaner.renderers.views import VIEW_BYTES, Strings, block, embed
from cleaner.report import VERDICTS, Entry, Report, build
from cleaner.taxonomy import LABELS
from cleaner.validation.findings import Finding

PAGE_BYTES: Final = 15_000_000
"""About the size of a page at most; articles beyond it stand in the tables alone."""
ROWS: Final = 10_000
CAUSES: Final = 200
SOURCES: Final = 200
_POLICY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"
_STYLES: Final = ("page.css", "plots.css", "article.css")
_SCRIPTS: Final = ("dom.js", "overview.js", "plots.js", "article.js", "page.js")
Listed = tuple[Entry, int, int]
"""A record of a list, the number of its data block on this page (-1: none), and of the page that has it (0: none)."""
_HOLE: Final = re.compile(r"\{\{(\w+)\}\}")


def write(_findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write the page of the run that the findings are of, as `--format html` asks for it.

    Raises UsageError where there is no run: the page shows articles, and a table alone has none of their blocks.
    """
    if about.folder is None:
        raise UsageError(
            "--format html shows the articles of a run, and this is none. Give the folder that `cleaner clean -o` "
            "wrote, or ask for --format markdown."
        )
    out.write(render(build(about.folder)))


def render(report: Report) -> str:
    """Return the page."""
    entries = in_order(report)
    strings = Strings()
    views = _views(report, entries, strings)
    numbers = {article_id: number for number, article_id in enumerate(views)}
    listed = [(entry, numbers.get(entry.article_id, -1), 0) for entry in entries[:ROWS]]
    return page({**overview(report, listed, strings), "views_left_out": len(entries) - len(views)}, views.values())


def in_order(report: Report) -> list[Entry]:
    """Return the records as a list shows them: those that need a person first."""
    order = {verdict: number for number, verdict in enumerate(VERDICTS)}
    return sorted(report.articles, key=lambda e: (order.get(e.verdict, 9), e.path or "", e.article_id))


def overview(report: Report, listed: Sequence[Listed], strings: Strings) -> dict[str, Any]:
    """Return what the page tells of the run, and the records it lists."""
    run = counts(report)
    run["riskiest_removals"] = [{**r, "text": _cut(r["text"], 700)} for r in run["riskiest_removals"]]
    for told, one in zip(run["who_speaks"], report.voices, strict=True):
        told["passages"] = [list(passage) for passage in one.passages]
    run["causes_left_out"] = max(0, len(run["causes"]) - CAUSES)
    run["causes"] = run["causes"][:CAUSES]
    run["sources_left_out"] = max(0, len(report.sources) - SOURCES)
    run["sources"] = run["sources"][:SOURCES]
    run["rows_left_out"] = len(report.articles) - len(listed)
    return {**run, **ground(report, listed, strings)}


def ground(report: Report, listed: Sequence[Listed], strings: Strings) -> dict[str, Any]:
    """Return what every page needs to show records: the records themselves, and what their numbers stand for."""
    codes = {finding.code: number for number, finding in enumerate(report.findings)}
    labels = {kind.name: number for number, kind in enumerate(report.removals)}
    return {
        "labels": {label: [group, what] for label, (group, what) in LABELS.items()},
        "mark_kinds": reading.MARKS,
        "articles": [_entry(entry, codes, labels, view, part) for entry, view, part in listed],
        "strings": list(strings.numbers),
    }


def page(run: Mapping[str, Any], views: Iterable[str]) -> str:
    """Return the HTML of a page with this data; the views are numbered in their order."""
    blocks = [f'<script type="application/json" id="view-{at}">{text}</script>' for at, text in enumerate(views)]
    css, js = _asset("\n".join(_piece(name) for name in _STYLES)), _asset(_scripts())
    return _fill(_piece("page.html"), {
        "policy": f"{_POLICY}; style-src '{css[1]}'; script-src '{js[1]}'",
        "css": css[0], "js": js[0], "run": embed(run), "views": "\n".join(blocks),
    })  # fmt: skip


def _entry(entry: Entry, codes: Mapping[str, int], labels: Mapping[str, int], view: int, part: int) -> list[Any]:
    """Return one record as page.js lists it; `view` is the number of its data block, -1 when it is not on this page.

    `part` is the number of the page of a folder that has it, 0 when there is none.
    """
    e = entry
    return [e.article_id, e.path, _cut(e.title or "", 200), e.host, e.verdict, e.language, e.published, e.publisher,
            e.duplicate_of, [codes[code] for code in e.codes], [labels[label] for label in e.labels],
            view, part]  # fmt: skip


def _views(report: Report, entries: Sequence[Entry], strings: Strings) -> dict[str, str]:
    """Return the data block of each article that fits, by article id, in the order of the entries."""
    fetch, estimate = [], 0
    for entry in entries:
        if entry.chars <= VIEW_BYTES:
            fetch.append(entry.article_id)
            estimate += entry.chars + 2_000
        if estimate > PAGE_BYTES:
            break
    found = reading.readings(report.folder, fetch)
    views: dict[str, str] = {}
    left = PAGE_BYTES - 250 * min(len(entries), ROWS)
    for article_id in fetch:
        text = block(found[article_id], strings) if article_id in found else None
        if text is None:
            continue
        left -= len(text.encode("utf-8", "backslashreplace"))
        if left < 0:
            break
        views[article_id] = text
    return views


# --- the page --------------------------------------------------------------------------------------------------------


@cache
def _piece(name: str) -> str:
    text = files("cleaner.renderers").joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _scripts() -> str:
    return '"use strict";\n{\n' + "\n".join(_piece(name) for name in _SCRIPTS) + "}\n"


def _asset(text: str) -> tuple[str, str]:
    """Return a style or script with its hash, as the page's policy names it."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return text, f"sha256-{digest}"


def _fill(template: str, values: Mapping[str, str]) -> str:
    """Return the template with its holes filled in one pass, so that no value is read as a hole."""
    return _HOLE.sub(lambda hole: values[hole[1]], template)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rstrip() + " …"
