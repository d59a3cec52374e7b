"""report.html in a real browser: a folder of pages, and two thousand records in one file, are quick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner.renderers import pages, write_all
from tests import fake_run
from tests.browser.visiting import READY, Visit, serious

pytestmark = pytest.mark.browser


def test_an_index_leads_to_the_page_of_a_record_and_back(
    tmp_path: Path, chromium: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PART_RECORDS", 20)
    index = pages.write(fake_run.write(tmp_path / "out", fake_run.synthetic(60)), tmp_path / "report")
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(index.as_uri())
    page.wait_for_selector(READY, state="attached")
    assert page.locator("#parts tbody tr").count() == 3 and serious(page) == []
    page.locator("#rows a").nth(5).click()
    title = page.locator("#view-title").text_content()
    page.locator("#view .notice a").click()
    page.wait_for_selector(READY, state="attached")
    assert page.locator("#view-title").text_content() == title and page.locator("#view .text .block").count() > 5
    assert page.locator("#overview").count() == 0 and serious(page) == []
    page.locator(".top nav a", has_text="Whole report").click()
    page.wait_for_selector("#worst .worst")
    assert said == []
    page.close()


def test_two_thousand_records_open_soon_in_one_bounded_file(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    folder = fake_run.write(tmp_path, fake_run.synthetic(2_000))
    write_all(folder)
    assert (folder / "report.html").stat().st_size < 15_000_000
    page = visit(folder).page
    assert page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive") < 2_000
    assert page.locator("#rows a").count() < 400
    page.locator("#list").evaluate("list => { list.scrollTop = list.scrollHeight }")
    page.wait_for_function("() => document.querySelectorAll('#rows a').length > 100")
    spent = page.evaluate("""() => {
        const start = performance.now();
        for (let n = 0; n < 20; n++) dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
        return (performance.now() - start) / 20;
    }""")
    assert spent < 150
