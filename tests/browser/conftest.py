"""One Chromium for all browser tests, and the runs they look at.

A missing browser is an error and not a skip: a test that never ran proves nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from cleaner.renderers import write_all
from tests import fake_run
from tests.browser.visiting import READY, WIDTHS, Visit
from tests.fake_run import Scrape
from tests.test_report_files import hostile_run

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Yield the browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail("playwright is not installed; run these tests with `make browser`.")
    if not os.path.exists(CHROMIUM):
        pytest.fail(f"no browser at {CHROMIUM}; `make browser` installs Chromium, or set CHROMIUM to its path.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Visit]]:
    """Open report.html of a folder; whatever it logs, throws or asks for is kept, and must be nothing in the end."""
    contexts, visits = [], []

    def opened(folder: Path, record: str = "", width: str = "desktop", scheme: str = "light") -> Visit:
        size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
        context = chromium.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        made = Visit(page)
        visits.append(made)
        page.on("console", lambda message: made.said.append(message.text))
        page.on("pageerror", lambda error: made.said.append(str(error)))
        page.on("dialog", lambda dialog: (made.said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: made.said.append(f"popup {popup.url}"))
        page.on("request", lambda request: made.asked.append(request.url))
        page.goto((folder / "report.html").as_uri() + (f"#{quote(record)}" if record else ""))
        page.wait_for_selector(READY, state="attached")
        return made

    yield opened
    for made in visits:
        assert made.said == []
        assert [address for address in made.asked if not address.split("#")[0].endswith("/report.html")] == []
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    s = Scrape("a story", title="Talks in Vilnius", title_status="found", host="daily.example", verdict="review",
               url="https://daily.example/1", published="2026-03-04", published_status="found")  # fmt: skip
    s.evidence("title", "Talks in Vilnius", s.block("title", "Talks in Vilnius"))
    s.evidence("published", "2026-03-04", s.block("published_date", "4 March 2026"))
    span = s.block(
        "body", "Vladimir Putin met the mayor, Nora Lind said.", raw="Vladimir Poutine met the mayor, Nora Lind said."
    )
    s.ledger("repair", (span[0] + 9, span[0] + 16), "Poutine", "Putin", kind="name", why="Putin elsewhere in this text")
    s.statement("Nora Lind", s.text, "said", span, 0, reported_via=["AFP"])
    for n in range(9):
        s.block("related_list_item", f"Headline number {n} of another article", why="stands in a list of links")
    rtl = Scrape("b rtl", title="الجسر مفتوح للجميع", host="daily.example", language="ar")
    rtl.block("body", "قال المتحدث عمر حداد يوم الأربعاء إن الجسر مفتوح للجميع.")
    rtl.block("body", "AFP: الجسر الجديد مفتوح أمام الشاحنات، لا يزال الخط B12 مغلقاً.")
    rtl.block("body", "The sign above the bridge said مفتوح للجميع, in red letters.")
    rtl.issue("odd_title", "warning", "الجسر مفتوح للجميع is no title", "title")
    for scrape in (s, rtl):
        scrape.issue("missing_author", "info", "no byline", "author")
    s.issue("missing_publisher", "error", "no publisher", "publisher")
    folder = fake_run.write(tmp_path_factory.mktemp("run"), [s, rtl, *fake_run.synthetic(150)])
    write_all(folder)
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = fake_run.write(tmp_path_factory.mktemp("hostile"), hostile_run())
    write_all(folder)
    return folder
