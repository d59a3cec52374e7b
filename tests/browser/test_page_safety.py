"""report.html in a real browser: nothing from a scrape runs, and nothing leads anywhere it should not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.visiting import Visit
from tests.test_report_files import HOSTILE

pytestmark = pytest.mark.browser


def read_everything(made: Visit) -> None:
    """Open every record, unfold what is folded, and press whatever can be pressed in it."""
    for record in made.page.locator("#rows a").all():
        record.click()
        for button in made.page.locator("#view button:visible:not(.back)").all():
            if button.is_visible():
                button.click()
        for reason in made.page.locator("#view .has-reason:visible").all():
            reason.focus()


def test_nothing_from_hostile_tables_runs(hostile: Path, visit: Callable[..., Visit]) -> None:
    made = visit(hostile)
    read_everything(made)
    assert made.page.evaluate("window.__hit") is None
    assert made.page.locator("main script, main img, main iframe, main svg, main style").count() == 0
    links = made.page.locator("a[href]").evaluate_all("all => all.map(a => a.protocol)")
    assert set(links) <= {"file:", "http:", "https:"}


def test_nothing_from_hostile_scrapes_runs_after_cleaning_them(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    scrapes = tmp_path / "in"
    scrapes.mkdir()
    for path in (Path(__file__).parents[1] / "data" / "hostile").iterdir():
        (scrapes / path.name).write_bytes(path.read_bytes())
    (scrapes / "<img src=x onerror=window.__hit=41>.txt").write_text(
        "A quiet day at the harbour, said Nora Lind.\n", encoding="utf-8"
    )
    out = tmp_path / "out"
    subprocess.run(
        [sys.executable, "-m", "cleaner", "clean", str(scrapes), "-o", str(out), "--format", "jsonl"], check=True
    )
    made = visit(out)
    assert len(made.all("#rows a")) >= 5
    read_everything(made)
    assert made.page.evaluate("window.__hit") is None
    assert made.page.locator("main script, main img, main iframe, main svg, main style").count() == 0


def test_hostile_text_is_shown_as_text(hostile: Path, visit: Callable[..., Visit]) -> None:
    made = visit(hostile, "h0")
    assert HOSTILE[0] in made.page.locator("#view-title").inner_text()


def test_a_link_leads_to_the_web_only_and_tells_it_nothing(run: Path, visit: Callable[..., Visit]) -> None:
    link = visit(run, "a story").page.locator("#view a.address")
    assert link.get_attribute("href") == "https://daily.example/1"
    assert set((link.get_attribute("rel") or "").split()) == {"noopener", "noreferrer"}
