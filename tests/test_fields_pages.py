"""Dates, authors and titles of whole pages: many days and names stand on one, and few of them are the article's."""

from __future__ import annotations

import numpy as np
import pytest

import cleaner
from cleaner import pipeline, readers
from cleaner.config import Config
from cleaner.fields.dating import published, weighing
from cleaner.fields.dating.datemarks import setting
from cleaner.fields.known import Known

PROSE = "".join(f"<p>The ministers spoke about the harvest for an hour, and the talks of part {n} went on.</p>"
                for n in range(12))  # fmt: skip


def page(head: str = "", above: str = "", below: str = "", title: str = "Ministers speak about the harvest") -> str:
    return (f"<html><head><title>{title}</title>{head}</head><body><main><article><h1>{title}</h1>{above}{PROSE}"
            f"</article></main>{below}<footer>All rights reserved</footer></body></html>")  # fmt: skip


# --- dates -----------------------------------------------------------------------------------------------------------

STATED = '<meta property="article:published_time" content="2023-05-03T08:00:00+00:00">'
SHOWN = '<div class="meta"><span class="date">May 3, 2023</span></div>'
THREAD = "".join(
    f'<div class="post"><p>Member since Nov {n + 1}, 2011</p><time datetime="2023-05-0{n + 3}T10:00:00Z">May {n + 3}'
    f"</time><p>I have seen the harvest too, and it was better than the one of last year, I think.</p></div>"
    for n in range(4)
)


@pytest.mark.parametrize(("html", "day"), [
    (page(STATED), "2023-05-03"),
    (page(STATED, SHOWN), "2023-05-03"),
    (page(above=SHOWN), "2023-05-03"),
    (page(STATED, below='<aside><a href="/o">Another piece</a> <span>June 9, 2021</span></aside>'), "2023-05-03"),
    (page(), None),
    (page(below="<p>© 2019-2024 The Example. The shop opened in May.</p>"), None),
])  # fmt: skip
def test_the_day_of_a_page_is_the_one_its_witnesses_agree_on(html: str, day: str | None) -> None:
    assert cleaner.clean(html).record.published_date == day


CHANGED = '<p class="updated">Updated: May 3, 2023</p><time class="updated" datetime="2023-05-03">May 3, 2023</time>'


def test_a_date_of_change_that_stands_for_the_publication_is_marked_as_inferred() -> None:
    found = cleaner.clean(page(above=CHANGED))
    assert (found.record.published_date, found.record.published_status) == ("2023-05-03", "inferred")
    assert found.record.modified == "2023-05-03"
    assert "date_inferred" in {issue.code for issue in found.issues}


def weighed(html: str) -> tuple[list[str], np.ndarray]:  # type: ignore[type-arg]
    document = pipeline.run_stages(readers.document(html), Config())
    known = Known.of(document)
    marks = published.seen(document, known, None, setting(document, known, None))
    days, rows = weighing.columns(document, known, None, marks)
    return [str(day) for day in days], rows


def test_every_day_has_a_row_and_every_column_a_name() -> None:
    days, rows = weighed(page(STATED, SHOWN, THREAD))
    assert "2023-05-03" in days
    assert days == sorted(set(days))
    assert rows.shape == (len(days), len(weighing.names()))
    assert len(set(weighing.names())) == len(weighing.names())
    assert np.isfinite(rows).all()


def test_witnesses_of_a_day_are_counted_by_kind() -> None:
    days, rows = weighed(page(STATED, SHOWN))
    told = dict(zip(weighing.names(), rows[days.index("2023-05-03")].tolist(), strict=True))
    assert (told["meta"], told["kinds"] >= 2, told["from_machine"], told["days"]) == (1, True, 0, 1)


def test_a_day_in_a_line_of_a_menu_contradicts_no_stamp() -> None:
    found = cleaner.clean(page(STATED, f'{SHOWN}<nav><ul><li><a href="/a">Fair</a> June 9, 2021</li></ul></nav>'))
    assert found.record.published_date == "2023-05-03"
    assert "date_conflict" not in {issue.code for issue in found.issues}


# --- authors ---------------------------------------------------------------------------------------------------------

DECLARED = '<meta name="author" content="{}">'
OTHERS = '<div class="more"><p class="byline">By Peter Other</p><p class="byline">By Mary Third</p></div>'


LINKED = "".join(
    f'<div><h3><a href="/{n}">Harvest number {n}</a></h3><a rel="author" href="/u{n}">{name}</a><p>{"A word. " * 200}'
    "</p></div>" for n, name in enumerate(("Peter Other", "Mary Third", "Ben Fourth", "Eve Fifth", "Sam Sixth"))
)


@pytest.mark.parametrize(("html", "names"), [
    (page(DECLARED.format("Ann Lee"), '<p class="byline">By Ann Lee</p>', OTHERS), ["Ann Lee"]),
    (page("", '<p class="byline">By Ann Lee and Bob Ray</p>', OTHERS), ["Ann Lee", "Bob Ray"]),
    (page(DECLARED.format("Ann Lee"), '<p class="byline">By Ann Lee and Bob Ray</p>'), ["Ann Lee", "Bob Ray"]),
    (page(DECLARED.format("Krystyna")), ["Krystyna"]),
    (page(DECLARED.format("Example"), '<p class="byline">By Ann Lee</p>'), ["Ann Lee"]),
    (page(DECLARED.format("https://a.example/ann")), []),
    (page('<meta name="twitter:creator" content="@ann">'), []),
    (page("", '<p class="byline">By Ann Lee, Marketing Director and Co-Founder</p>'), ["Ann Lee"]),
    (page(DECLARED.format("Mary &amp;amp; Jane")), ["Mary & Jane"]),
    (page(DECLARED.format("Ann Lee Ann Lee")), ["Ann Lee"]),
    (page("", '<p class="byline">Ann Lee</p>', title="Gifts by Famous Old Houses"), ["Ann Lee"]),
    (page(DECLARED.format("undefined")), []),
    (page(DECLARED.format("262500213")), []),
    (page("", "<nav><p>Harvest Machines: Step by Step Guide</p></nav>"), []),
    (page("", "<nav><p>Wide Old Plough by Peter Other, 1721</p></nav>"), []),
    (page("", '<nav><a href="/w">Commuter Refine by Recommended Use</a></nav>'), []),
    (page("", "<nav><span>Author stats</span></nav>" * 4), []),
    (page(below='<div><p class="byline">By Collection</p></div>'), []),
    (page(below=LINKED), []),
])  # fmt: skip
def test_who_signs_a_page(html: str, names: list[str]) -> None:
    assert list(cleaner.clean(html).record.authors) == names


def test_of_a_thread_the_one_who_opened_it_is_the_author() -> None:
    posts = "".join(f'<div itemprop="comment"><span itemprop="author">{name}</span><p>A word on it.</p></div>'
                    for name in ("sean_g", "rick", "mary_l"))  # fmt: skip
    assert list(cleaner.clean(page(below=posts)).record.authors) == ["sean_g"]


def test_names_that_do_not_sign_stay_as_evidence() -> None:
    found = cleaner.clean(page(DECLARED.format("Example"), '<p class="byline">By Ann Lee</p>'))
    rows = {(row.value, row.chosen) for row in found.evidence if row.field == "authors"}
    assert {("Ann Lee", True), ("Example", False)} <= rows


# --- addresses -------------------------------------------------------------------------------------------------------


def test_a_page_that_says_its_address_has_no_other() -> None:
    own = '<link rel="canonical" href="https://harvest.example/talks/ministers">'
    printed = "<p>URL: https://ropes.example/shop/blue-rope</p><p>Source: https://other.example/harvest/2023</p>"
    found = cleaner.clean(page(own, printed))
    assert found.record.url == "https://harvest.example/talks/ministers"
    assert "republished_copy" not in {issue.code for issue in found.issues}


def test_buttons_of_a_menu_are_no_lost_links() -> None:
    menu = '<nav><ul><li><a href="#">Open</a></li><li><a href="javascript:void(0)">Close</a></li></ul></nav>'
    assert "placeholder_links" not in {issue.code for issue in cleaner.clean(page(above=menu)).issues}
    lost = '<p>The ministers spoke of <a href="#">the treaty of the harvest</a> and of nothing else that day.</p>'
    assert "placeholder_links" in {issue.code for issue in cleaner.clean(page(above=lost)).issues}


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("shown", "og", "title", "conflict"), [
    ("Ministers speak about the harvest", "Ministers speak about the harvest | The Example",
     "Ministers speak about the harvest", False),
    ("Your fastest path to production", "Harvest machines for builders", "Harvest machines for builders", True),
    ("Ministers speak about the harvest", "Ministers about the harvest: what we know",
     "Ministers speak about the harvest", False),
    ("Ministers speak about the harvest¶", "Ministers speak about the harvest",
     "Ministers speak about the harvest", False),
])  # fmt: skip
def test_a_page_is_called_what_it_calls_itself(shown: str, og: str, title: str, conflict: bool) -> None:
    html = page(f'<meta property="og:title" content="{og}">', title=shown).replace(f"<title>{shown}", f"<title>{og}")
    found = cleaner.clean(html)
    assert found.record.title == title
    assert ("title_conflict" in {issue.code for issue in found.issues}) == conflict
