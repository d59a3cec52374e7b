"""report.html in a real browser: contrast, axe, both themes, paper, a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.visiting import CONTRAST, WIDTHS, Visit, serious

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground_and_fits(
    run: Path, visit: Callable[..., Visit], width: str, scheme: str
) -> None:
    page = visit(run, "a story", width, scheme).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    low = page.evaluate(CONTRAST)
    assert low == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(run: Path, visit: Callable[..., Visit], width: str, scheme: str) -> None:
    page = visit(run, "a story", width, scheme).page
    assert serious(page) == []
    for opener in page.locator("details > summary, #view aside [aria-expanded=false]").element_handles():
        opener.click()
    assert serious(page) == []


def test_the_theme_can_be_switched(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("#theme").click()
    assert page.evaluate(ground) != light
    page.locator("#theme").click()
    assert page.evaluate(ground) == light


def test_paper_shows_the_report_without_its_controls(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run, "a story").page
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden() and page.locator("#list").is_hidden()
    assert page.locator("#overview").is_visible() and page.locator("#view-title").is_visible()


def test_a_phone_shows_the_list_or_the_record(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run, width="phone").page
    assert page.locator("#view").is_hidden()
    page.locator("#rows a").first.click()
    assert page.locator("#view").is_visible() and page.locator("#list").is_hidden()
    page.locator(".back").click()
    assert page.locator("#view").is_hidden() and page.locator("#list").is_visible()
