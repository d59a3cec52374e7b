"""Every publisher, agency and address points at itself in the source; and how many pages are read right."""

from __future__ import annotations

import json
from html import unescape

import pytest

from cleaner import agencies
from cleaner.fields import addresses, hosts
from cleaner.fields.sourcing import houses
from cleaner.tables.rows import Evidence
from cleaner.text import fold
from tests.source_pages import Case, cases, read, score

PAGES = [*cases("seen"), *cases("unseen")]


def says(piece: str, row: Evidence) -> bool:
    """Return whether a piece of the source says the value of a row."""
    written = unescape(piece)
    if "\\u" in written:
        written = str(json.loads(f'"{written}"'))
    if row.field == "url":
        return row.value in (written, addresses.plain(written))
    if row.field == "agencies":
        return any(name == row.value for _, _, name in agencies.find(written, weak=True))
    if row.field == "photo_sources":
        return fold(written) == fold(row.value)
    squashed, value = fold(written).replace(" ", ""), fold(row.value).replace(" ", "")
    called = hosts.house(written)
    return (
        houses.same(written, row.value)
        or value in squashed
        or squashed in value
        or (called is not None and called[1] == row.value)
        or houses.company(written) == row.value
        or row.value in written
    )


@pytest.mark.parametrize("case", PAGES, ids=[case["id"] for case in PAGES])
def test_every_value_points_at_itself_in_the_source(case: Case) -> None:
    found = read(case)
    for row in found.evidence:
        if row.source_start is None or row.source_end is None:
            assert row.role in ("given", "url", "site"), row  # what the user gave stands outside
            continue
        assert says(found.source[row.source_start : row.source_end], row), (
            row,
            found.source[row.source_start : row.source_end],
        )


@pytest.mark.parametrize(
    ("name", "publisher", "wrong", "channels", "links", "originals"),
    [("seen", 0.94, 0.04, 0.98, 0.95, 0.95), ("unseen", 0.70, 0.13, 0.92, 0.85, 0.6)],
)
def test_pages_are_read_no_worse_than_they_were(
    name: str, publisher: float, wrong: float, channels: float, links: float, originals: float
) -> None:
    figures = score(name)
    assert figures["publisher right"] >= publisher and figures["publisher wrong"] <= wrong, figures
    assert figures["agencies F1"] >= channels and figures["pictures taken"] <= 1, figures
    assert figures["link right"] >= links and figures["original right"] >= originals, figures
