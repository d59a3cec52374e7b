"""The article as Markdown: what it keeps, that it loses no word, and that our own reader reads it back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cleaner
from cleaner.cli import call
from cleaner.config import Config
from cleaner.document import Document, Format
from cleaner.errors import UsageError
from cleaner.readers import document
from cleaner.text import spell
from tests import strategies
from tests.strategies import promise


def as_markdown(source: str, format_: Format = "html") -> str:
    return document(source, format=format_).markdown


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>A</h1><p>b<h3>C#</h3>", "# A\n\nb\n\n### C\\#"),
        ("<h2>1. A</h2><p>1. a", "## 1. A\n\n1\\. a"),
        ("<h3><button>A</button></h3><p>b<h2>C<p>" + "d" * 300, "### A\n\nb\n\n## C\n\n" + "d" * 300),
        ("<ul><li>a<ul><li>b<li>c</ul><li>d</ul><p>e", "- a\n  - b\n  - c\n- d\n\ne"),
        ("<ol><li>a<ol><li>b</ol><li>c<p>more</ol>", "1. a\n   1. b\n2. c\n\n   more"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ul><li><h3>A</h3><p>b</ul>", "### A\n\nb"),
        ("<ul><li><ul><li>a</ul></ul>", "- a"),
        ("<blockquote><p>a<p>b<blockquote>c</blockquote></blockquote>d", "> a\n>\n> b\n>\n> > c\n\nd"),
        ("<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b"),
        ("<table><tr><th>a|b<th>c<tr><td><td>d<br>e</table>", "| a\\|b | c |\n| --- | --- |\n|  | d<br>e |"),
        ("<table><tr><td>a<tr><td>b</table>", "a\n\nb"),
        ("<table><tr><td>a<td><table><tr><td>b</table></table>", "a\n\nb"),
        ("<pre class=language-py>a\n  ```b</pre>", "````py\na\n  ```b\n````"),
        ("<ul><li>a<pre>b</pre></ul>", "- a\n\n  ```\n  b\n  ```"),
        ("<p>a <a href='/x?a=1&amp;b'>b</a>", "a [b](/x?a=1&b)"),
        ("<p><a href='#x'>a</a> <a href='javascript:b()'>b</a> <a>c</a>", "a b c"),
        ("<p>so!<a href='/(x) y'>a [b]</a>", "so\\![a \\[b\\]](</(x)%20y>)"),
        ("<p>a <code>b_c`d</code> e", "a ``b_c`d`` e"),
        ("<p><code>a|b</code>", "`a|b`"),
        ("<p>a:<br>- b<br>- c<p>d", "a:\n\n- b\n- c\n\nd"),
        ("<p>• a<p>•&nbsp;b<br>c", "- a\n- b\n\nc"),
        ("<p>- Who is there?", "\\- Who is there?"),
        ("<p>a<br># b<br>1. c<br>- d", "a\\\n\\# b\\\n1\\. c\\\n\\- d"),
        ("<p>[1]: http://a.b", "\\[1\\]: http://a.b"),
        ("<p>a * b snake_case _c_ [sic]", "a * b snake_case \\_c\\_ [sic]"),
        ("<p>a < b &lt;b> &amp;amp; c\\d", "a < b \\<b> \\&amp; c\\\\d"),
        ("<p>https://a.b/_c and http://a.b.", "<https://a.b/_c> and http://a.b."),
    ],
)  # fmt: skip
def test_a_page_keeps_its_structure(page: str, expected: str) -> None:
    assert as_markdown(page) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nb\n\n### C\\#", "- a\n  - b\n  - c\n- d\n\ne", "1. a\n   1. b\n   2. c\n2. d\n\n   more\n\n3. e",
        "> a\n>\n> b\n>\n> > c\n\nd", "| a\\|b | c |\n| --- | --- |\n|  | d |", "```py\na\n  b\n```",
        "- a\n\n  ```\n  b\n    c\n  ```\n\n- d", "a [b](/x?a=1&b) `c_d` [`e` f](/(g))".replace("(/(g))", "(</(g)>)"),
        "> - a\n>   - b\n>\n> ```\n> c\n> ```", "> | a | b |\n> | --- | --- |\n> | c | d |", "1. a\n\n   > b\n\n2. c",
    ],
)  # fmt: skip
def test_markdown_comes_back_as_it_is_written(text: str) -> None:
    assert as_markdown(text, "markdown") == text


def test_plain_text_has_paragraphs_and_lists() -> None:
    assert as_markdown("A text\nof #lines\n\n* one\n* two\n", "text") == "A text\n\nof #lines\n\n- one\n- two"


_LINE = st.one_of(
    st.text(st.sampled_from("ab 1.)#*_~`[]()!<>&|\\=-+:•\"'é漢\u00a0/"), min_size=1, max_size=14),
    st.sampled_from([
        "one two", "snake_case", "1. a", "2) b", "# c", "- d", "> e", "```", "~~~", "[x]: http://a.b", "[ ] f", "<b>",
        "&amp;", "a | b", "|---|", "---", "===", "https://a.b/_c_*d", "www.e.f/g", "![h](i)", "[j](k)", "**l**",
        "<!-- m", "\\", "a\\", "\x0b", "\u2028", "\ud800", "\x00",
    ]),
)  # fmt: skip
_TAG = st.sampled_from([
    "p", "h2", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th", "div", "code", "b", "caption", "dl",
    "dd", "a href='/x y(z'", "a href=q", "br",
])  # fmt: skip
_PAGE = st.lists(
    st.one_of(
        _LINE.map(lambda text: text.replace("<", "&lt;")),
        _TAG.map(lambda tag: f"<{tag}>"), _TAG.map(lambda tag: f"</{tag.split()[0]}>"),
    ), max_size=30,
).map("".join)  # fmt: skip


def _words(text: str) -> list[str]:
    return [word for word in spell(text).written if not word.isdecimal()]


def _check(read: Document) -> None:
    """The words of the Markdown, read back, are those of the text, apart from the numbers of lists."""
    again = document(read.markdown, format="markdown")
    assert _words("\n".join(block.text for block in again.blocks)) == _words(read.text)


@promise
@given(source=st.one_of(_PAGE, strategies.html))
@example(source="<h2>|---|")
def test_no_word_of_a_page_is_lost_or_gained(source: str) -> None:
    _check(document(source, format="html"))


@promise
@given(source=strategies.markdown)
def test_no_word_of_markdown_is_lost_or_gained(source: str) -> None:
    _check(document(source, format="markdown"))


@promise
@given(source=st.one_of(strategies.scrapes, strategies.any_text, st.lists(_LINE, max_size=9).map("\n".join)))
def test_no_word_of_a_text_is_lost_or_gained(source: str) -> None:
    _check(document(source, format="text"))


@promise
@given(source=st.one_of(_PAGE, strategies.html))
def test_markdown_read_and_written_again_is_the_same(source: str) -> None:
    once = document(document(source, format="html").markdown, format="markdown").markdown
    assert document(once, format="markdown").markdown == once


@promise
@given(lines=st.lists(_LINE, min_size=1, max_size=6))
def test_paragraphs_of_any_characters_are_read_back_as_they_were(lines: list[str]) -> None:
    page = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in lines)
    read = document(page, format="html")
    again = document(read.markdown, format="markdown")
    assert [_plain(block.text) for block in again.blocks] == [_plain(block.text) for block in read.blocks]


def _plain(text: str) -> str:
    """Return a text without white space and the bullets that only our reader takes for marks of a list."""
    return re.sub(r"\s+", "", re.sub(r"^[•]\s+(?=\S)", "", text))


def test_the_text_and_its_spans_are_the_same_in_both_formats() -> None:
    page = "<article><h1>Talks resume</h1><p>By <a href='/a'>Ann Lee</a></p><p>“We are <a href='/x'>ready for every " \
           "outcome</a>,” President Emmanuel Macron said on Monday in Geneva.</p><ul><li>One point that was made</li>" \
           "</ul></article>"  # fmt: skip
    plain, marked = cleaner.clean(page), cleaner.clean(page, config=Config(text_format="markdown"))
    assert plain.record.markdown is None
    assert marked.record.markdown == marked.markdown == plain.markdown
    assert "[ready for every outcome](/x)" in marked.markdown
    marked.record.markdown = None
    assert (marked.record, marked.statements, marked.ledger) == (plain.record, plain.statements, plain.ledger)
    for said in marked.statements:
        if said.in_ == "text":
            assert marked.text[said.text_start : said.text_end] == said.text


def test_a_format_that_is_not_known_is_told() -> None:
    with pytest.raises(UsageError, match="text_format 'md'; expected one of text, markdown"):
        Config(text_format="md")  # type: ignore[arg-type]


def test_a_run_writes_markdown_and_reads_it_again(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Talks resume in Geneva</h1><p>The ministers met on Monday and spoke for three hours.</p>"
                    "<h2>What they said</h2><ul><li>The first point they agreed on</li></ul>")  # fmt: skip
    for source, out in ((page, "one"), (tmp_path / "one" / "articles.jsonl", "two")):
        folder = str(tmp_path / out)
        assert call(["clean", str(source), "-o", folder, "--format", "jsonl", "--text-format", "markdown"]) == 0
    first, second = (json.loads((tmp_path / out / "articles.jsonl").read_text()) for out in ("one", "two"))
    assert "## What they said" in first["markdown"]
    assert (second["text"], second["markdown"]) == (first["text"], first["markdown"])
