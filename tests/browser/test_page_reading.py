"""report.html in a real browser: a person finds their way to a record, its reasons, its evidence, its speakers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.renderers import write_all
from tests import fake_run
from tests.browser.visiting import Visit
from tests.fake_run import Scrape

pytestmark = pytest.mark.browser


def test_a_deep_link_opens_its_record(run: Path, visit: Callable[..., Visit]) -> None:
    made = visit(run, "a story")
    assert made.page.locator("#view-title").inner_text() == "Talks in Vilnius"
    assert made.page.locator("#rows a[aria-current]").get_attribute("data-id") == "a story"


def test_a_repair_shows_before_and_after_and_its_reason_on_focus(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run, "a story").page
    assert (page.locator(".repair del").inner_text(), page.locator(".repair ins").inner_text()) == ("Poutine", "Putin")
    assert page.locator("#tip").is_hidden()
    page.locator(".repair").focus()
    assert "Putin elsewhere in this text" in page.locator("#tip").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()


def test_a_removed_block_has_its_colour_its_name_and_its_reason_on_hover(
    run: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(run, "a story").page
    block = page.locator(".block.out", has_text="Headline number 0")
    kept = page.locator(".block.kept", has_text="met the mayor")
    colour = "node => getComputedStyle(node).backgroundColor"
    assert block.evaluate(colour) != kept.evaluate(colour)
    assert block.locator(".tag").inner_text() == "related list item"
    block.hover()
    assert "stands in a list of links" in page.locator("#tip").inner_text()


def test_many_removed_blocks_in_a_row_fold(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run, "a story").page
    last = page.locator(".block.out", has_text="Headline number 8")
    assert last.is_hidden()
    page.locator(".fold").click()
    assert last.is_visible()


def test_a_field_leads_to_its_evidence(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run, "a story").page
    page.locator("button.field", has_text="published").click()
    assert page.locator(".lit").inner_text() == "4 March 2026"
    assert "a stamp under the title" in page.locator(".evidence:visible").inner_text()


def test_a_statement_names_its_speaker_and_channel_and_leads_to_its_place(
    run: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(run, "a story").page
    statement = page.locator("button.statement")
    assert "Nora Lind" in statement.inner_text() and "via AFP" in statement.inner_text()
    statement.click()
    assert page.locator(".lit-strong").inner_text() == "said"
    assert statement.get_attribute("aria-pressed") == "true"


def test_the_keyboard_goes_through_the_records(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    titles = [page.locator("#rows a b").nth(n).text_content() for n in range(3)]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("#view-title").inner_text() == titles[2]
    page.keyboard.press("k")
    assert page.locator("#view-title").inner_text() == titles[1]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "view-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.id") == page.evaluate(
        "decodeURIComponent(location.hash.slice(1))"
    )
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


@pytest.mark.parametrize(
    ("control", "value"),
    [("by-verdict", "rejected"), ("by-host", "h:wire.example"), ("by-issue", "missing_date"), ("by-label", "footer")],
)
def test_a_filter_leaves_fewer_records_and_clears(
    run: Path, visit: Callable[..., Visit], control: str, value: str
) -> None:
    page = visit(run).page
    page.locator(f"#{control}").select_option(value)
    told = page.locator("#count").inner_text()
    assert told.endswith("of 152") and 0 < int(told.split()[0]) < 152
    page.locator("#clear").click()
    page.wait_for_selector("#clear", state="hidden")
    assert page.locator("#count").inner_text() == "152 records"


def test_search_finds_words_of_the_text(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    page.locator("#search").fill("met the MAYOR, nora")
    page.wait_for_selector("#clear", state="visible")
    assert page.locator("#count").inner_text() == "1 of 152"


def test_a_cause_leads_to_its_records(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    page.locator(".causes tr", has_text="missing_publisher").get_by_role("button", name="Show").click()
    assert page.locator("#count").inner_text() == "1 of 152"
    assert page.locator("#view-title").inner_text() == "Talks in Vilnius"


def test_text_from_right_to_left_runs_so(run: Path, visit: Callable[..., Visit]) -> None:
    words = visit(run, "b rtl").page.locator(".block .words")
    ways = [one.evaluate("node => getComputedStyle(node).direction") for one in words.all()]
    assert ways == ["rtl", "rtl", "ltr"]
    assert words.first.get_attribute("lang") == "ar"


def test_what_we_say_of_a_text_from_right_to_left_runs_from_left_to_right(
    run: Path, visit: Callable[..., Visit]
) -> None:
    message = visit(run, "b rtl").page.locator("aside .item span", has_text="is no title").last
    assert message.evaluate("node => getComputedStyle(node).direction") == "ltr"


def test_the_worst_records_say_why_and_lead_to_themselves(run: Path, visit: Callable[..., Visit]) -> None:
    made = visit(run)
    reasons = made.all("#worst .worst > li:first-child .reasons li")
    assert made.page.locator("#worst .worst > li").count() == 10 and reasons[0].strip() == "no publication date"
    made.page.locator("#worst .worst a").nth(3).click()
    title = made.page.locator("#worst .worst a").nth(3).text_content()
    assert made.page.locator("#view-title").text_content() == title


def test_a_number_in_the_grid_leads_to_its_records(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    cell = page.locator(".matrix .cell button").first
    count = cell.text_content()
    cell.click()
    assert page.locator("#count").text_content().startswith(f"{count} of ")


def test_a_gap_between_days_is_told(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    days = [*range(1, 11), *range(20, 29)]
    scrapes = [Scrape(f"a{n}", published=f"2026-03-{day:02}") for n, day in enumerate(days)]
    write_all(fake_run.write(tmp_path, [*scrapes, Scrape("none")]))
    made = visit(tmp_path)
    assert made.all(".days figcaption") == ["1 gap: 11 March 2026 to 19 March 2026"]
    assert "1 record has no date" in made.all("#days .lede")[0]
    assert made.page.locator(".columns-plot .column").count() == 28
    assert "at most 1 in one day" in made.page.locator(".columns-plot").get_attribute("aria-label")


def test_one_day_far_off_does_not_squeeze_the_others(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    scrapes = [Scrape(f"a{n:03}", published=f"2026-03-{n % 28 + 1:02}") for n in range(200)]
    write_all(fake_run.write(tmp_path, [*scrapes, Scrape("old", published="0070-01-01")]))
    made = visit(tmp_path)
    assert "1 record lies earlier" in made.all("#days .lede")[0]
    assert made.page.locator(".columns-plot .column").count() == 28


def test_a_speaker_leads_to_the_records_that_quote_them(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    first = page.locator(".speakers tbody").first
    name = first.locator("th span").text_content()
    first.get_by_role("button", name="Show").click()
    assert page.locator("#search").input_value() == name and page.locator("#rows a").count() > 0


def test_a_speaker_shows_how_they_are_quoted_by_whom_and_where(run: Path, visit: Callable[..., Visit]) -> None:
    page = visit(run).page
    first = page.locator(".speakers tbody").first
    toggle = first.get_by_role("button", name="Passages")
    assert first.locator(".passages").is_hidden() and toggle.get_attribute("aria-expanded") == "false"
    assert "quoted" in (first.locator(".bar").get_attribute("aria-label") or "")
    toggle.click()
    assert first.locator("blockquote").count() > 0 and toggle.get_attribute("aria-expanded") == "true"
    first.locator("a.record").first.click()
    assert page.locator("#view-title").is_visible()
