"""What holds for every field of any document: spans inside the source, confidences in bounds, at most one value."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields import title, url
from cleaner.fields.authorship import authors
from cleaner.fields.dating import published
from cleaner.fields.found import Found
from cleaner.fields.known import Known
from cleaner.fields.sourcing import sources
from cleaner.taxonomy import LABELS
from tests.labelled import document

WORDS = st.sampled_from(
    [
        "AFP",
        "(Reuters)",
        "-",
        "By",
        "Par",
        "avec",
        "and",
        "1 October 2020",
        "09:28",
        "16 November",
        "03/04/2020",
        "Published",
        "updated",
        "il y a 3 jours",
        "©",
        "2020",
        "RT France",
        "and its partners",
        "imputés à",
        "The",
        "https://www.rt.com/2020/10/01/x",
        "told",
        "selon l'",
        "@",
        "Photo:",
        "\u00a0",
        "\ud800",
        "\x00",
        "新华社",
        "电",
        "a",
    ]
)
TEXT = st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=80))
BLOCKS = st.lists(st.tuples(st.sampled_from(sorted(LABELS)), TEXT), max_size=8)
HINTS = st.dictionaries(
    st.sampled_from(["url", "title", "published", "publisher", "authors", "crawled", "modified"]), TEXT
)


def all_found(made: Document) -> list[Found]:  # type: ignore[type-arg]
    known, config = Known.of(made), Config()
    address = url.find(made, config, known)
    source = sources.find(made, config, known, address.value)
    date = published.find(made, config, known, address.value)
    writers = authors.find(made, config, known, source.agencies.value)
    return [
        address,
        title.find(made, config, known),
        date,
        source.publisher,
        source.agencies,
        source.photo_sources,
        writers,
    ]


@given(BLOCKS, HINTS, st.sampled_from(["en", "fr", "ru", "zh", "und", "xx"]))
def test_evidence_lies_in_the_source_and_one_candidate_is_chosen(
    blocks: list[tuple[str, str]], hints: dict[str, str], language: str
) -> None:
    made = document(*blocks, language=language, given=hints)
    for found in all_found(made):
        for row in found.evidence:
            assert 0 <= row.confidence <= 1
            if row.source_start is not None:
                assert row.source_end is not None
                assert 0 <= row.source_start <= row.source_end <= len(made.source)
        single = [
            row for row in found.evidence if row.chosen and row.field in ("url", "title", "published", "publisher")
        ]
        assert len(single) <= 1
        assert (found.status == "absent") == (not found.value or getattr(found.value, "published", "") is None)


@given(BLOCKS, st.sampled_from(["en", "fr"]))
def test_the_same_document_gives_the_same_findings(blocks: list[tuple[str, str]], language: str) -> None:
    assert all_found(document(*blocks, language=language)) == all_found(document(*blocks, language=language))


@pytest.mark.parametrize(
    "piece", ["AFP, ", "(AFP) - ", "told AFP ", "1 October 2020, ", "© Times ", "By A B and ", "a.b.c/d ", "http://a"]
)
def test_hostile_blocks_take_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        made = document(
            *((label, text) for label in ("lead", "body", "footer", "byline", "caption", "published_date", "title"))
        )
        started = time.process_time()
        all_found(made)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.5


def test_ten_thousand_blocks_take_linear_time() -> None:
    made = document(
        *[("footer", "© 2020 Daily Bugle"), ("body", "He told AFP."), ("published_date", "1 October")] * 700
    )
    started = time.process_time()
    all_found(made)
    assert time.process_time() - started < 5
