"""Text that a page keeps for scripts: found where the visible page is a shell, with spans that point at its source."""

from __future__ import annotations

import json
import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.readers import document
from cleaner.readers.jsontext import texts
from cleaner.readers.layered import Layer
from tests.strategies import promise
from tests.test_readers_law import _check

POST = "<p>It was “cold” &amp; wet, so we stayed in — all day.</p>\n"
POST += "<ul><li>Tea</li><li>A <a href=\"/c\">cake</a></li></ul>"
PROSE = "The council met on Tuesday and agreed to mend the bridge before winter comes. "


def topic(*posts: str) -> str:
    """Return the state of a forum as it stands in an attribute: JSON in JSON in HTML."""
    made = [{"id": n, "username": f"user{n}", "created_at": f"2024-11-0{n}T10:00:00Z", "cooked": post}
            for n, post in enumerate(posts, 1)]  # fmt: skip
    state = {"site": json.dumps({"name": "x", "cooked": ""}), "topic_12": json.dumps({"post_stream": {"posts": made}})}
    return f"<div class=hidden data-preloaded=\"{escape(json.dumps(state))}\"></div>"


def html(source: str) -> Document:
    read = document(source, format="html")
    _check(read)
    return read


def shown(read: Document) -> list[tuple[str, str]]:
    return [(block.element, block.text) for block in read.blocks]


def test_posts_in_an_attribute_become_blocks() -> None:
    read = html(f"<body><h1>Forum</h1>{topic(POST, '<p>' + PROSE + '</p>')}<p>Powered by</p></body>")
    assert shown(read) == [
        ("heading", "Forum"),
        ("citation", "user1"), ("time", "2024-11-01T10:00:00Z"),
        ("paragraph", "It was “cold” & wet, so we stayed in — all day."),
        ("list_item", "Tea"), ("list_item", "A cake"),
        ("citation", "user2"), ("time", "2024-11-02T10:00:00Z"), ("paragraph", PROSE.strip()),
        ("paragraph", "Powered by"),
    ]  # fmt: skip


def test_spans_of_a_post_point_at_its_characters_in_the_attribute() -> None:
    read = html(topic(POST + f"<p>{PROSE}</p>"))
    first = next(block for block in read.blocks if block.text.startswith("It was"))
    at = first.text.index("&")
    assert read.source[slice(*first.source_span(0, 6))] == "It was"
    assert read.source[slice(*first.source_span(at, at + 1))] == "&amp;amp;"
    assert read.source[slice(*first.source_span(7, 8))] == "\\\\u201c"
    (link,) = next(block.links for block in read.blocks if block.text == "A cake")
    assert read.source[link.start : link.end] == "cake"


def test_author_and_time_of_the_first_post_are_hints() -> None:
    read = html(topic("<p>" + PROSE, "<p>" + PROSE))
    assert [(h.field, h.value, read.source[h.source_start : h.source_end]) for h in read.hints] == [
        ("authors", "user1", "user1"), ("published", "2024-11-01T10:00:00Z", "2024-11-01T10:00:00Z")]  # fmt: skip


def test_posts_stand_under_elements_of_their_own_within_the_body() -> None:
    read = html(f"<html><body>{topic('<p>' + PROSE)}")
    block = read.blocks[-1]
    paragraph = read.elements[block.parent]
    holder = read.elements[paragraph.parent]
    assert (paragraph.tag, holder.tag, holder.names) == ("p", "article", "embedded cooked")
    assert read.elements[holder.parent].tag == "body"


def ld(body: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'


@pytest.mark.parametrize(("body", "expected"), [
    (PROSE * 8 + "\n\nIt&#39;s done.", [(PROSE * 8).strip(), "It's done."]),
    (f"<p>{PROSE * 8}</p><p>Done.</p>", [(PROSE * 8).strip(), "Done."]),
    (f"&lt;p&gt;{PROSE * 8}&lt;/p&gt;&lt;p&gt;Done &amp;amp; dusted.&lt;/p&gt;",
     [(PROSE * 8).strip(), "Done & dusted."]),
])  # fmt: skip
def test_the_body_of_an_article_in_its_data_is_read_where_the_page_is_a_shell(body: str, expected: list[str]) -> None:
    read = html(f"<title>T</title><div id=root></div>{ld(body)}")
    assert [block.text for block in read.blocks] == expected


@pytest.mark.parametrize("page", [
    f"<article><p>{PROSE * 8}</p></article>{ld(PROSE * 8)}",
    f"<article><p>{PROSE * 4}</p></article>{ld(PROSE * 8)}",
    f"<p>{PROSE * 3}</p>{topic('<p>' + PROSE)}",
    f"<p>{PROSE * 30}</p>{topic(*['<p>' + PROSE * 20] * 10)}",
])  # fmt: skip
def test_a_page_that_shows_its_text_keeps_the_blocks_it_has(page: str) -> None:
    assert all(block.text.startswith("The council") for block in html(page).blocks)
    assert len(html(page).blocks) == 1


def test_what_stands_in_noscript_is_read_where_scripts_draw_the_page() -> None:
    fallback = f"<h1>Title</h1><p>{PROSE * 3}</p><p>{PROSE * 4}</p>"
    read = html(f"<div id=app></div><noscript>Enable it.</noscript><noscript id=content>{fallback}</noscript>")
    assert shown(read) == [("heading", "Title"), ("paragraph", (PROSE * 3).strip()), ("paragraph", (PROSE * 4).strip())]


@pytest.mark.parametrize("page", [
    "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
    '<div data-x="{&quot;cooked&quot;: &quot;<p>short</p>&quot;}"></div>',
    "<p>x</p>",
    "",
])  # fmt: skip
def test_an_empty_page_stays_empty(page: str) -> None:
    assert len(html(page).blocks) == page.count("<p>x</p>")


_PIECES = st.lists(st.sampled_from([
    '"cooked":', '"articleBody":', '"', "{", "}", "[", "]", ",", ":", "\\", '\\"', "\\u00e9", "\\ud83d\\ude00",
    "\\ud83d", "\\u", "\\n", "<p>", "</p>", "&amp;", "&quot;", "&lt;p&gt;", "&nvlt;", "<noscript>",
    "</noscript>", "<script>", "</script>", "<!--", "-->", PROSE, PROSE * 6, "é", "\ud800", "\x00", "\r\n",
    "<a href='x'>", "</a>", '"username": "A"',
    '{"cooked": "<p>' + PROSE + '"}', "'", "<div data-a='{\"", '<div data-a="{&quot;', "<p>" + PROSE + "</p>", "&#34;",
    topic(POST, "<p>" + PROSE * 4), ld(PROSE * 8),
]), max_size=14).map("".join)  # fmt: skip


@promise
@given(source=_PIECES)
def test_embedded_text_obeys_the_reader_law(source: str) -> None:
    html(source)
    html(f'<script type="application/json">{source}</script>')
    html(f"<div data-a='{source}'></div>")
    html(f'<div data-a="{escape(json.dumps([{"cooked": source}]))}"></div>')


@promise
@given(text=st.text(max_size=200))
def test_layers_undo_json_in_json_in_html_exactly(text: str) -> None:
    source = escape(json.dumps(json.dumps(text)))
    written = Layer.of(source, len("&quot;"), len(source) - len("&quot;")).unreferenced().unescaped()
    layer = written.unescaped(1, len(written.text) - 1)
    assert layer.text == text
    at = 0
    for run in layer.runs:
        assert run.text_start == at and run.source_start < run.source_end <= len(source)
        at = run.text_end


@pytest.mark.parametrize("hostile", [
    "[" * 300_000, '{"a":' * 100_000, '"' + '\\"' * 300_000, '{"cooked":"' + "\\" * 300_000, '"cooked",' * 60_000,
    '{"cooked":"x"},' * 30_000, '<script type=json>"cooked"' * 10_000, "<noscript>" * 50_000, "<script " * 50_000,
    '="{&quot;' * 50_000, "='{\"" * 50_000, "cooked __a = " * 30_000, "__" * 200_000 + "cooked",
])  # fmt: skip
def test_hostile_data_costs_no_more_than_its_length(hostile: str) -> None:
    began = time.process_time()
    document(f"<script type='application/json'>{hostile}</script>", format="html")
    document(f"<div data-a='{hostile}", format="html")
    document("cooked" + hostile, format="html")
    assert time.process_time() - began < 6


def test_texts_of_one_place_share_a_path() -> None:
    found = texts('{"p1": {"a": ["x", "y"], "b": {"c": "z"}}, "p22": {"a": ["w"]}}')
    by_path: dict[int, list[str]] = {}
    for text in found:
        by_path.setdefault(text.path, []).append(text.name)
    assert sorted(by_path.values()) == [["a", "a", "a"], ["c"]]
