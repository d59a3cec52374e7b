"""Pages that show no main content: frames for a script to fill, menus around nothing; never a short text."""

from __future__ import annotations

import pytest

from cleaner.document import Format
from cleaner.label.furniture.shell import shell
from cleaner.readers import document

MENU = "<nav>" + "".join(f"<a href=/{n}>Department {n}</a> " for n in range(60)) + "</nav>"
FOOT = "<footer><p>All prices include tax; delivery is free from 40 euros on.</p></footer>"
ASK = "<div id=onetrust-banner-sdk><p>" + "We and our partners store data on your device. " * 20 + "</p></div>"
NEWS = "<p>The bridge is open again, the mayor of the town said on Monday.</p>"


@pytest.mark.parametrize(("page", "format_", "expected"), [
    ("<div id=root></div>", "html", True),
    (MENU + "<div id=root></div>" + FOOT, "html", True),
    (MENU + "<h1>Loading</h1><button>Buy</button>" + ASK, "html", True),
    (MENU + NEWS + FOOT + ASK, "html", False),
    (NEWS, "html", False),
    (MENU + "".join(f"<p><a href=/{n}>Headline number {n} of the day</a>" for n in range(20)), "html", False),
    (f"<form>{NEWS * 12}</form>", "html", False),
    ("Bridge open again", "text", False),
    ("", "text", True),
    (" \n", "markdown", True),
])  # fmt: skip
def test_a_shell_shows_nothing_outside_its_frame(page: str, format_: Format, expected: bool) -> None:
    assert shell(document(page, format=format_)) is expected


def test_a_shell_that_keeps_its_text_for_scripts_is_none() -> None:
    data = '{"@type": "Article", "articleBody": "' + "It rained all day. " * 30 + '"}'
    assert not shell(document(f"{MENU}<script type='application/ld+json'>{data}</script>", format="html"))
