"""report.html: one page that works offline. Nothing from a scrape can run in it.

Every value from a scrape stands in a JSON data block with `<` and `>` escaped, and reaches the page through text nodes
alone; the policy of the page lets only its own script and style run, named by their hashes, and fetches nothing.

The page is bounded: records that need a person come first, and it says what it left out and which table holds it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import IO, Any, Final

from cleaner import reading
from cleaner.errors import UsageError
from cleaner.findings import Finding
from cleaner.renderers.about import About
from cleaner.renderers.json import counts
from cleaner.report import FIELDS, VERDICTS, Entry, Report, build
from cleaner.tables import Article, columns
from cleaner.taxonomy import LABELS

PAGE_BYTES: Final = 15_000_000
"""About the size of a page at most; articles beyond it stand in the tables alone."""
VIEW_BYTES: Final = 400_000
ROWS: Final = 10_000
CAUSES: Final = 200
SOURCES: Final = 200
_POLICY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"
_STYLES: Final = ("page.css", "plots.css", "article.css")
_SCRIPTS: Final = ("dom.js", "overview.js", "plots.js", "article.js", "page.js")
_FACTS: Final = (
    *("url", "published", "modified", "publisher", "agencies", "authors", "photo_sources", "speakers", "truncated"),
    *(f"{name}_status" for name in FIELDS),
)
_SHAPES: Final[dict[str, tuple[str, ...]]] = {
    "blocks": ("#label", "text", "#rule", "#why", "confidence", "article", "#element", "#language"),
    "repairs": ("before", "after", "#kind", "#rule", "#why", "confidence"),
    "flags": ("#kind", "after", "#rule", "#why", "confidence"),
    "evidence": ("#field", "value", "chosen", "#role", "#why", "confidence"),
    "statements": ("speaker", "co_speakers", "reported_via", "addressee", "text", "#mode", "#kind", "confidence",
                   "#rule", "#in"),
    "issues": ("#code", "#field", "#severity", "message", "line"),
}  # fmt: skip
"""The columns of each list of a view, in the order article.js takes them; `#` marks those put as numbers of strings."""
_HOLE: Final = re.compile(r"\{\{(\w+)\}\}")


class _Strings:
    """Numbers strings that recur (rules, reasons), so that each stands in the page once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str | None) -> int:
        return self.numbers.setdefault(text or "", len(self.numbers))


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
    order = {verdict: number for number, verdict in enumerate(VERDICTS)}
    entries = sorted(report.articles, key=lambda e: (order.get(e.verdict, 9), e.path or "", e.article_id))
    strings = _Strings()
    views = _views(report, [(e.article_id, e.chars) for e in entries], strings)
    codes = {finding.code: number for number, finding in enumerate(report.findings)}
    labels = {kind.name: number for number, kind in enumerate(report.removals)}
    shown = entries[:ROWS]
    run = counts(report)
    run["riskiest_removals"] = [{**r, "text": _cut(r["text"], 700)} for r in run["riskiest_removals"]]
    run["causes_left_out"] = max(0, len(run["causes"]) - CAUSES)
    run["causes"] = run["causes"][:CAUSES]
    run["sources_left_out"] = max(0, len(report.sources) - SOURCES)
    run["sources"] = run["sources"][:SOURCES]
    run["rows_left_out"] = len(entries) - len(shown)
    run["views_left_out"] = len(entries) - len(views)
    run["labels"] = {label: [group, what] for label, (group, what) in LABELS.items()}
    run["mark_kinds"] = reading.MARKS
    nowhere = (-1, "")
    run["articles"] = [_entry(e, codes, labels, views.get(e.article_id, nowhere)[0]) for e in shown]
    run["strings"] = list(strings.numbers)
    blocks = [f'<script type="application/json" id="view-{number}">{text}</script>' for number, text in views.values()]
    css, js = _asset("\n".join(_piece(name) for name in _STYLES)), _asset(_scripts())
    return _fill(_piece("page.html"), {
        "policy": f"{_POLICY}; style-src '{css[1]}'; script-src '{js[1]}'",
        "css": css[0], "js": js[0], "run": embed(run), "views": "\n".join(blocks),
    })  # fmt: skip


def _entry(entry: Entry, codes: Mapping[str, int], labels: Mapping[str, int], view: int) -> list[Any]:
    """Return one record as page.js lists it; `view` is the number of its data block, -1 when it was left out."""
    e = entry
    return [e.article_id, e.path, _cut(e.title or "", 200), e.host, e.verdict, e.language, e.published, e.publisher,
            e.duplicate_of, [codes[code] for code in e.codes], [labels[label] for label in e.labels], view]  # fmt: skip


def embed(value: object) -> str:
    r"""Return a value as JSON that can stand in a script element: nothing in it ends the element or opens another.

    >>> embed("</script><!--<script>\u2028")
    '"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\\u2028"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>\u2028\u2029\x7f":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _views(report: Report, wanted: list[tuple[str, int]], strings: _Strings) -> dict[str, tuple[int, str]]:
    """Return number and JSON of each article view that fits, by article id, in the order wanted."""
    fetch, estimate = [], 0
    for article_id, chars in wanted:
        if chars <= VIEW_BYTES:
            fetch.append(article_id)
            estimate += chars + 2_000
        if estimate > PAGE_BYTES:
            break
    found = reading.readings(report.folder, fetch)
    views: dict[str, tuple[int, str]] = {}
    left = PAGE_BYTES - 250 * min(len(wanted), ROWS)
    for article_id in fetch:
        if article_id not in found:
            continue
        text = embed(_view(found[article_id], strings))
        size = len(text.encode("utf-8", "backslashreplace"))
        if size > VIEW_BYTES:
            continue
        if size > left:
            break
        left -= size
        views[article_id] = (len(views), text)
    return views


def _view(article: reading.Reading, strings: _Strings) -> dict[str, Any]:
    """Return one article as article.js reads it: rows as lists in the order of `_SHAPES`."""
    known, row = set(columns(Article)), article.article
    kinds = reading.MARKS
    view: dict[str, Any] = {name: _rows(getattr(article, name), shape, strings) for name, shape in _SHAPES.items()}
    for block, marks in zip(view["blocks"], article.marks, strict=True):
        block.append([[mark.start, mark.end, kinds.index(mark.kind), mark.item] for mark in marks])
    view["facts"] = {name: row[name] for name in _FACTS if row.get(name) not in (None, [], False, "")}
    view["kept"] = [[name, str(value)] for name, value in row.items() if name not in known and value is not None]
    return view


def _rows(rows: Iterable[Mapping[str, Any]], shape: tuple[str, ...], strings: _Strings) -> list[list[Any]]:
    return [[strings(row[name[1:]]) if name[0] == "#" else row[name] for name in shape] for row in rows]


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
