"""The reader law: blocks lie in the source, rise, never overlap; maps are exact; nothing between blocks is text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document, Format
from cleaner.mapping import canonical
from cleaner.readers import document, rebuild
from cleaner.readers.plain import BULLET
from tests.strategies import promise

_LETTERS = st.sampled_from("ab Éß\u00a0\u200b\ufeff漢\U0001f600\ud800\x00\x1f\x85\u2028\n\r\t\x0b\x0c.,!")
_TEXT = st.one_of(st.text(max_size=200), st.text(_LETTERS, max_size=80))

_MARKDOWN = st.lists(st.one_of(_TEXT, st.sampled_from([
    "# ", "\n## ", "\n\n", "\n", "\r\n", "  \n", "* ", "\n- ", "\n1. ", "\n2. ", "> ", "\n> > ", "```", "\n```\n",
    "~~~", "    ", "\t", "**", "*", "_", "__", "~~", "`", "``", "[", "](", ")", "![", "]", "](http://a.b/c_d)",
    "[1]: http://x.y\n", "[1]", "[^1]", "[^1]: note", "<https://a.b>", "<b>", "</b>", "<br>", "<img alt='x y'>",
    "<!--", "-->", "&amp;", "&#65;", "&nosuch;", "\\", "\\*", "|", "\n| a | b |\n|---|---|\n| c |", "\n---\n",
    "---\ntitle: x\n---\n", "\n===\n", "***", "https://a.b/c",
])), max_size=25).map("".join)  # fmt: skip

_HTML = st.lists(st.one_of(_TEXT, st.sampled_from([
    "<p>", "</p>", "<p class='a b' id=c>", "<div>", "</div>", "<div hidden>", "<span style='display:none'>",
    "<b>", "</b>", "<a>", "<a href='x'>", "</a>", "<br>", "<br/>", "</br>", "<li>", "<ul>", "</ul>", "<table>",
    "<tr>", "<td>", "</td>", "</table>", "<h1>", "</h2>", "<pre>", "</pre>", "<script>", "</script>", "<style>",
    "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<title>", "</title>", "<img alt='a b'>",
    "<img alt='😀'>", "<img alt='", "<meta property='og:title' content='T &amp; U'>", "<noscript>", "</noscript>",
    "<svg>", "</svg>", "<template>", "</template>", "<textarea>", "&amp;", "&nbsp;", "&eacute", "&#0;",
    "&#x1F600;", "&lt", "<", ">", "</", "<time datetime='2020'>", "</time>", "<span>", "</span>", "<button>",
    "<input type=submit value=Go>",
    "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"x\"}</script>", "<body>",
    "<html lang=fr>", "<blockquote>", "<dl><dt>", "<dd>", "<option>", "<select>", "<dialog>", "<hr>",
    "<plaintext>", "<frameset>", "\r\n", " ",
])), max_size=30).map("".join)  # fmt: skip


def _check(read: Document) -> None:
    source, at = read.source, 0
    for number, block in enumerate(read.blocks):
        assert block.text.strip(), f"block {number} is empty"
        assert at <= block.start < block.end <= len(source), f"block {number} does not rise"
        at = block.end
        assert -1 <= block.parent < len(read.elements)
        assert 0.0 <= block.link_share <= 1.0
        offset, before = 0, block.start
        for run in block.map:
            assert run.text_start == offset < run.text_end
            assert before <= run.source_start < run.source_end <= block.end
            offset, before = run.text_end, run.source_end
            if run.exact:
                assert block.text[run.text_start : run.text_end] == source[run.source_start : run.source_end]
        assert offset == len(block.text)
        assert block.runs is None or canonical(block.runs) == block.runs
        assert block.runs is not None or block.text == source[block.start : block.end]
        for link in block.links:
            assert 0 <= link.start < link.end <= len(source)
    for number, element in enumerate(read.elements):
        assert element.parent < number
    for hint in read.hints:
        if hint.source_start is not None and hint.source_end is not None:
            assert 0 <= hint.source_start < hint.source_end <= len(source)
    assert rebuild(read) == source


@pytest.mark.parametrize("format_", ["text", "markdown", "html", None])
@promise
@given(source=_TEXT)
def test_any_text_in_any_format_obeys_the_reader_law(format_: Format | None, source: str) -> None:
    _check(document(source, format=format_))


@promise
@given(source=_MARKDOWN)
def test_markdown_obeys_the_reader_law(source: str) -> None:
    _check(document(source, format="markdown"))


@promise
@given(source=_HTML)
def test_html_obeys_the_reader_law(source: str) -> None:
    _check(document(source, format="html"))


@promise
@given(source=_TEXT)
def test_between_the_blocks_of_plain_text_stand_only_spaces_and_bullets(source: str) -> None:
    at = 0
    read = document(source, format="text")
    for block in (*read.blocks, None):
        gap = source[at : block.start if block else len(source)]
        assert not BULLET.sub("", gap + "x").removesuffix("x").strip()
        at = block.end if block else at


@promise
@given(source=st.text(st.sampled_from("ab. \n\tÉ漢,;?«»“”-"), max_size=120))
def test_markdown_without_marks_loses_no_letter(source: str) -> None:
    read = document(source, format="markdown")
    assert re.findall(r"\w", "".join(b.text for b in read.blocks)) == re.findall(r"\w", source)


@promise
@given(words=st.lists(st.sampled_from(["one", "two & 3", "É", "x < y", "漢"]), min_size=1, max_size=8),
       tag=st.sampled_from(["p", "li", "h2", "blockquote", "figcaption", "div", "td", "pre", "aside"]))  # fmt: skip
def test_no_visible_word_of_html_is_lost(words: list[str], tag: str) -> None:
    from html import escape

    page = "".join(f"<{tag}><span>{escape(word)}</span></{tag}>" for word in words)
    assert [b.text for b in document(page, format="html").blocks] == words
