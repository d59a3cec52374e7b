"""The report's files: their form, their bounds, and that nothing from a scrape leaves its place in them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cleaner import reading
from cleaner.renderers import RENDERERS, html, markdown, pages, views, write_all
from tests import fake_run
from tests.fake_run import Scrape

VIEW = 11
"""Where the number of its data block stands in a row of the list."""
HOSTILE = (
    "</script><script>window.__hit=1</script>",
    "<!--<script>",
    "]]><img src=x onerror=window.__hit=2>",
    "a\u2028b\u2029c\x00d\x7f",
    "{{js}} {{views}}",
    "javascript:window.__hit=3",
    "\u202egnp.exe",
    "=HYPERLINK(1)",
    "| a | b\n| --- |",
    "\\ud800 \\",
)


def hostile_run() -> list[Scrape]:
    """Return records in which every text is an attack."""
    made = []
    for n, text in enumerate(HOSTILE):
        s = Scrape(
            f"h{n}",
            title=text,
            path=f"{text}.html",
            url=text,
            host=text,
            publisher=text,
            authors=[text],
            speakers=[text],
            language="en",
            title_status="found",
            verdict="review",
            spider=text,
        )
        span = s.block("title", text, rule=text, why=text)
        s.block(
            "cookie_banner",
            f"{text} and this is a long sentence that reads like prose to anyone.",
            rule=text,
            why=text,
            confidence=0.2,
        )
        body = f"The mayor said {text} on Monday."
        span = s.block("body", body)
        s.ledger("repair", (span[0], span[0] + 3), text, body[:3], kind=text, rule=text, why=text)
        s.ledger("flag", (span[0] + 4, span[0] + 9), "mayor", text, kind=text, rule=text, why=text)
        s.evidence("published", text, span, role=text, why=text)
        s.issue("missing_date", "error", text, text, span)
        s.issue(text, "warning", text, text)
        s.statement(text, body, "said", span, 0, reported_via=[text], addressee=text, rule=text, mode=text, kind=text)
        made.append(s)
    return made


class Elements(HTMLParser):
    """Collects the elements of a page, with the text of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.scripts and self.lasttag == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)


def page(folder: Path) -> tuple[str, Elements]:
    text = (folder / "report.html").read_text(encoding="utf-8")
    elements = Elements()
    elements.feed(text)
    return text, elements


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = fake_run.write(tmp_path_factory.mktemp("hostile"), hostile_run())
    assert [path.name for path in write_all(folder)] == list(RENDERERS)
    return folder


def test_a_page_of_hostile_texts_has_one_script_of_its_own(hostile: Path) -> None:
    _, elements = page(hostile)
    data = [text for attributes, text in elements.scripts if attributes.get("type") == "application/json"]
    assert len(elements.scripts) == len(data) + 1 == 1 + len(HOSTILE) + 1
    assert all(json.loads(text) for text in data)
    assert not any(name.startswith("on") for _, attributes in elements.tags for name in attributes)


def test_the_policy_names_the_script_and_the_style_by_their_hashes_and_allows_nothing_else(hostile: Path) -> None:
    text, elements = page(hostile)
    policy = next(a["content"] or "" for tag, a in elements.tags if tag == "meta" and "http-equiv" in a)
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == "'none'" and set(rules) == {
        "default-src",
        "style-src",
        "script-src",
        "base-uri",
        "form-action",
    }
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.S)
    for name, body in (("style-src", style), ("script-src", script)):
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


def test_a_page_asks_for_nothing_from_elsewhere(hostile: Path) -> None:
    text, elements = page(hostile)
    assert not any({"src", "srcset", "data", "poster"} & set(attributes) for _, attributes in elements.tags)
    assert not any(tag in {"link", "img", "iframe", "object", "embed", "base"} for tag, _ in elements.tags)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert "url(" not in style and "@import" not in style


def test_every_hostile_text_reaches_the_data_unchanged(hostile: Path) -> None:
    _, elements = page(hostile)
    views = [
        json.loads(text) for attributes, text in elements.scripts if (attributes.get("id") or "").startswith("view-")
    ]
    texts = {block[1] for view in views for block in view["blocks"]}
    assert set(HOSTILE) <= texts


def test_no_own_script_makes_markup_of_text() -> None:
    source = html._scripts()
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "DOMParser",
        "srcdoc",
    ):
        assert way not in source


@pytest.mark.parametrize("text", HOSTILE)
def test_a_markdown_cell_stays_a_cell(text: str) -> None:
    cell = markdown.cell(text)
    assert "\n" not in cell
    assert not re.search(r"(?<!\\)(?:\\\\)*[|<>`\[\]]", cell)


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [fake_run.write(tmp_path / name, fake_run.synthetic(30), "jsonl") for name in ("one", "two")]
    one, two = ([path.read_bytes() for path in write_all(folder)] for folder in folders)
    assert one == two


def test_report_json_names_its_form_and_sums_up(tmp_path: Path) -> None:
    folder = fake_run.write(tmp_path, fake_run.synthetic(40))
    write_all(folder)
    counts = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert counts["schema"] == "cleaner-report/1"
    records = counts["records"]
    assert records["in"] == 40 == records["accepted"] + records["review"] + records["rejected"]


def test_report_md_has_tables_of_equal_width(hostile: Path) -> None:
    lines = (hostile / "report.md").read_text(encoding="utf-8").splitlines()
    tables: list[list[int]] = [[]]
    for line in lines:
        if line.startswith("|"):
            tables[-1].append(len(re.findall(r"(?<!\\)\|", line)))
        elif tables[-1]:
            tables.append([])
    assert len(tables) > 3
    assert all(len(set(widths)) <= 1 for widths in tables)


def test_a_page_that_grows_too_large_keeps_the_records_that_need_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "PAGE_BYTES", 400_000)
    folder = fake_run.write(tmp_path, fake_run.synthetic(200))
    write_all(folder)
    text, elements = page(folder)
    assert len(text.encode()) < 400_000 + 150_000
    run = next(json.loads(t) for attributes, t in elements.scripts if attributes.get("id") == "run")
    shown = [row for row in run["articles"] if row[VIEW] >= 0]
    assert run["views_left_out"] == 200 - len(shown) > 0
    assert {row[4] for row in run["articles"][: len(shown)]} == {"rejected", "review"} | {row[4] for row in shown}
    assert shown == run["articles"][: len(shown)]


def test_one_huge_record_is_left_to_the_tables(tmp_path: Path) -> None:
    small, huge = fake_run.synthetic(2)
    huge.block("body", "x" * (views.VIEW_BYTES + 1))
    folder = fake_run.write(tmp_path, [small, huge])
    write_all(folder)
    _, elements = page(folder)
    run = next(json.loads(t) for attributes, t in elements.scripts if attributes.get("id") == "run")
    assert {row[0]: row[VIEW] >= 0 for row in run["articles"]} == {small.id: True, huge.id: False}


def test_a_run_of_nothing_still_has_a_report(tmp_path: Path) -> None:
    folder = fake_run.write(tmp_path, [])
    assert all(path.stat().st_size for path in write_all(folder))
    assert "**0 records in**" in (folder / "report.md").read_text(encoding="utf-8")


# --- a folder of pages ------------------------------------------------------------------------------------------------


def data(path: Path) -> tuple[dict[str, Any], int]:
    """Return what a page tells, and how many articles it holds."""
    elements = Elements()
    elements.feed(path.read_text(encoding="utf-8"))
    texts = {attributes.get("id"): text for attributes, text in elements.scripts}
    return json.loads(texts["run"]), len(texts) - 2


def test_a_folder_holds_every_article_once_and_its_index_leads_to_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PART_BYTES", 200_000)
    scrapes = fake_run.synthetic(120)
    tables = fake_run.write(tmp_path / "out", scrapes)
    index = pages.write(tables, tmp_path / "report")
    run, views_here = data(index)
    assert views_here == 0 and run["views_left_out"] == 0 and len(run["parts"]) > 3
    held = [row[0] for part in run["parts"] for row in data(index.parent / part["file"])[0]["articles"]]
    assert held == sorted(scrape.id for scrape in scrapes)
    for row in run["articles"][:20]:
        part, count = data(index.parent / pages.name(row[VIEW + 1]))
        (own,) = (listed for listed in part["articles"] if listed[0] == row[0])
        assert 0 <= own[VIEW] < count and part["part"] == row[VIEW + 1]
    assert all(file.stat().st_size < 500_000 for file in index.parent.iterdir())


def test_a_smaller_report_leaves_no_page_of_a_larger_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PART_RECORDS", 10)
    pages.write(fake_run.write(tmp_path / "a", fake_run.synthetic(45)), tmp_path / "report")
    pages.write(fake_run.write(tmp_path / "b", fake_run.synthetic(15)), tmp_path / "report")
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == [
        "index.html", "part-00001.html", "part-00002.html"]  # fmt: skip


def test_articles_read_one_by_one_are_those_read_by_name(tmp_path: Path) -> None:
    scrapes = [*fake_run.synthetic(20), Scrape("zz")]
    folder = fake_run.write(tmp_path, scrapes)
    by_name = reading.readings(folder, {scrape.id for scrape in scrapes})
    assert {article.article["article_id"]: article for article in reading.each(folder)} == by_name
