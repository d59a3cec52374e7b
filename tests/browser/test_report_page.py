"""report.html in a real browser: nothing from a scrape runs, a person finds their way, and 2,000 records are quick."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from cleaner.renderers import pages, write_all
from tests import fake_run
from tests.fake_run import Scrape
from tests.test_report_files import HOSTILE, hostile_run

pytestmark = pytest.mark.browser

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
READY = "html[data-ready=yes]"


@dataclass
class Visit:
    """A page that is open, and all it said, asked and opened."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def all(self, selector: str) -> list[str]:
        return list(self.page.locator(selector).all_text_contents())


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


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = fake_run.write(tmp_path_factory.mktemp("hostile"), hostile_run())
    write_all(folder)
    return folder


def read_everything(made: Visit) -> None:
    """Open every record, unfold what is folded, and press whatever can be pressed in it."""
    for record in made.page.locator("#rows a").all():
        record.click()
        for button in made.page.locator("#view button:visible:not(.back)").all():
            if button.is_visible():
                button.click()
        for reason in made.page.locator("#view .has-reason:visible").all():
            reason.focus()


# --- nothing from a scrape runs --------------------------------------------------------------------------------------


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


# --- finding one's way -----------------------------------------------------------------------------------------------


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


# --- what is seen at a glance ----------------------------------------------------------------------------------------


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
    name = page.locator(".speakers th").first.text_content()
    page.locator(".speakers button").first.click()
    assert page.locator("#search").input_value() == name and page.locator("#rows a").count() > 0


# --- how it looks ----------------------------------------------------------------------------------------------------


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


def serious(page: Any) -> list[tuple[str, list[str]]]:
    """Return what axe calls serious or critical on the page as it stands, with the first elements."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(f"() => {{ if (!window.axe) {{ {script} }} }}")
    found = page.evaluate("async () => { const run = await axe.run(); return [run.passes.length, run.violations]; }")
    assert found[0] > 20
    grave = [one for one in found[1] if one["impact"] in ("serious", "critical")]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in grave]


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


# --- a folder of pages -----------------------------------------------------------------------------------------------


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


# --- size ------------------------------------------------------------------------------------------------------------


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


CONTRAST = """() => {
  const channel = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255);
  };
  const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return rgba(getComputedStyle(document.body).backgroundColor);
  };
  const low = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    if (node.closest("script, style, .hidden, .skip, option")) continue;
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) low.push(`${contrast.toFixed(2)} ${node.className} ${walk.currentNode.data.slice(0, 30)}`);
  }
  return [...new Set(low)];
}"""
