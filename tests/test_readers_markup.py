"""What the readers make of plain text, Markdown and HTML: kinds, texts, links, hints."""

from __future__ import annotations

import time

import pytest

from cleaner.document import Format
from cleaner.readers import document
from cleaner.readers.lines import wrapped
from cleaner.readers.sniff import sniff


def blocks(source: str, format_: Format) -> list[tuple[str, str]]:
    return [(block.element, block.text) for block in document(source, format=format_).blocks]


# --- plain text ------------------------------------------------------------------------------------------------------

WRAPPED = """The President of Russia also underscored that Kiev has
continued its destructive policy of sabotaging the
Minsk agreements, and that drones had been used there."""


@pytest.mark.parametrize(("source", "texts"), [
    ("One\nTwo\n\nThree", ["One", "Two", "Three"]),
    ("One\r\nTwo\rThree\x0bFour\x0cFive\x85Six\u2028Seven", ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]),
    ("\u00a0One\u00a0 \n\u3000Two", ["One", "Two"]),
    (WRAPPED, [WRAPPED]),
    (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n")]),
    ("Home\nWorld\nPolitics\nSport", ["Home", "World", "Politics", "Sport"]),
    ("A headline about Putin and Macron in Paris\nAnother headline of about that very length\nThird headline too",
     ["A headline about Putin and Macron in Paris", "Another headline of about that very length",
      "Third headline too"]),
    ("— Oui, dit-il.\n– Non.", ["— Oui, dit-il.", "– Non."]),
    ("1. One\n12. März 2020", ["1. One", "12. März 2020"]),
    ("", []),
    (" \n\t\r\n", []),
])  # fmt: skip
def test_plain_text_is_cut_into_lines_or_wrapped_paragraphs(source: str, texts: list[str]) -> None:
    assert [text for _, text in blocks(source, "text")] == texts


@pytest.mark.parametrize(("source", "expected"), [
    ("- With AFP", ("list_item", "With AFP")),
    ("\u2022\tItem", ("list_item", "Item")),
    ("* * *", ("separator", "* * *")),
    ("-----", ("separator", "-----")),
    ("-5 degrees", ("paragraph", "-5 degrees")),
    ("*Emphasis* here", ("paragraph", "*Emphasis* here")),
])  # fmt: skip
def test_bullets_are_left_out_and_rules_are_separators(source: str, expected: tuple[str, str]) -> None:
    assert blocks(source, "text") == [expected]


def test_written_out_addresses_are_links() -> None:
    (block,) = document("See https://a.b/c.", format="text").blocks
    assert [link.href for link in block.links] == ["https://a.b/c"] and 0.7 < block.link_share < 0.8


def test_lines_that_end_as_sentences_are_not_one_paragraph() -> None:
    assert not wrapped(["It is a sentence that has about forty marks.", "it is a sentence that has about forty marks.",
                        "it is a sentence that has about forty too."])  # fmt: skip


# --- format ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "name", "expected"), [
    ("# Title\n\ntext", "a.txt", "markdown"),
    ("By [AFP](#)", None, "markdown"),
    ("**Bold** and **more**.", None, "markdown"),
    ("See\n\n<https://a.b/c>\n\n> quoted", None, "markdown"),
    ("---\ntitle: x\n---\ntext", None, "markdown"),
    ("Title\n=====\n\n<https://a.b>", None, "markdown"),
    ("Two * three * four is 24.", None, "text"),
    ("#Hashtag and #Other\n* a footnote", None, "text"),
    ("> quoted mail line", None, "text"),
    ("- one\n- two", None, "text"),
    ("a < b and c > d, 5 <p> 6", None, "text"),
    ("snake_case and __init__.py [sic] (x)", None, "text"),
    ("<!DOCTYPE html><p>x", "a.txt", "html"),
    ("\ufeff \n<html lang=fr>", None, "html"),
    ("<p>One</p>", None, "html"),
    ("<div>x<div>y<div>", None, "html"),
    ("One<br>\ntwo <b>three</b> <i>four</i>", None, "html"),
    ("<?xml version='1.0'?>\n<html>", None, "html"),
    ("plain", "a.html", "text"),
    ("plain &amp; more", "a.htm.gz", "html"),
    ("plain", "a.md", "markdown"),
    ("<html><p>x", "a.md", "html"),
    ("", None, "text"),
])  # fmt: skip
def test_the_format_is_told_by_name_or_content(source: str, name: str | None, expected: str) -> None:
    assert sniff(source, name) == expected


# --- Markdown --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "expected"), [
    ("# One ##", [("heading", "One")]),
    ("One\n===\nTwo\n---", [("heading", "One"), ("heading", "Two")]),
    ("A long sentence that ends as sentences do, and a rule.\n---",
     [("paragraph", "A long sentence that ends as sentences do, and a rule."), ("separator", "---")]),
    ("text\n***\n**", [("paragraph", "text"), ("separator", "***"), ("separator", "**")]),
    ("- one\n* two\n+ three", [("list_item", "one"), ("list_item", "two"), ("list_item", "three")]),
    ("1. one\n2. two", [("list_item", "one"), ("list_item", "two")]),
    ("12. März 2020", [("paragraph", "12. März 2020")]),
    ("> one\n> > two", [("quotation", "one"), ("quotation", "two")]),
    (">\tset wide apart", [("quotation", "set wide apart")]),
    ("```\na\n\nb\n```\nc", [("preformatted", "a\n\nb"), ("paragraph", "c")]),
    ("~~~ ADVERT ~~~\n\nb", [("paragraph", "~~~ ADVERT ~~~"), ("paragraph", "b")]),
    ("| a | b |\n|---|---|\n| c\\|d |", [("table_cell", "a"), ("table_cell", "b"), ("table_cell", "c|d")]),
    ("![Alt text](x.png) *Photo: AFP*", [("image", "Alt text"), ("paragraph", "Photo: AFP")]),
    ("![](x.png)", []),
    ("[![Alt](i.png)](http://a.b)", [("image", "Alt")]),
    ("**bold** _it_ ***both*** `code *x*` ~~gone~~", [("paragraph", "bold it both code *x* gone")]),
    ("snake_case_word 5 * 3 * 2", [("paragraph", "snake_case_word 5 * 3 * 2")]),
    ("** loose ** marks", [("paragraph", "loose  marks")]),
    ("an **unclosed mark", [("paragraph", "an **unclosed mark")]),
    ("\\*not\\* &amp; &eacute; <b>b</b>", [("paragraph", "*not* & é b")]),
    ("<https://a.b/c>", [("paragraph", "https://a.b/c")]),
    ("Short\nitems\nstay", [("paragraph", "Short"), ("paragraph", "items"), ("paragraph", "stay")]),
    ("Short\nItems\nStay", [("paragraph", "Short"), ("paragraph", "Items"), ("paragraph", "Stay")]),
    ("One  \ntwo\\\nthree", [("paragraph", "One"), ("paragraph", "two"), ("paragraph", "three")]),
    (WRAPPED, [("paragraph", WRAPPED)]),
    ("<!-- no\nno -->\nyes", [("paragraph", "yes")]),
    ("Note[^1]\n\n[^1]: The note", [("paragraph", "Note"), ("footnote", "The note")]),
    ("[a][1] [b]\n\n[1]: http://x.y\n[b]: /z", [("paragraph", "a b")]),
    ("[not] a (link)", [("paragraph", "[not] a (link)")]),
    ("#Hashtag", [("paragraph", "#Hashtag")]),
])  # fmt: skip
def test_markdown_is_read(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source, "markdown") == expected


def test_markdown_links_have_spans_and_shares() -> None:
    source = "**Related:** [A *b* c](http://x.y \"t\")"
    (block,) = document(source, format="markdown").blocks
    (link,) = block.links
    assert (source[link.start : link.end], link.href) == ("A *b* c", "http://x.y")
    assert block.link_share == pytest.approx(5 / len("Related: A b c"))
    assert source[slice(*block.source_span(0, 7))] == "Related"


def test_front_matter_gives_hints_and_blocks() -> None:
    source = "---\ntitle: \"One: two\"\ndate: 2020-10-01\nlayout: post\n---\ntext"
    read = document(source, format="markdown")
    assert [(b.element, b.text) for b in read.blocks][-1] == ("paragraph", "text")
    assert [b.element for b in read.blocks[:3]] == ["front_matter"] * 3
    assert [(h.field, h.value, source[h.source_start : h.source_end]) for h in read.hints] == [
        ("title", "One: two", "One: two"), ("published", "2020-10-01", "2020-10-01")]  # fmt: skip


# --- HTML ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "expected"), [
    ("<p>One<p>Two", [("paragraph", "One"), ("paragraph", "Two")]),
    ("a<div>b</div>c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
    ("<p>a \n <b> b</b>\tc</p>", [("paragraph", "a b c")]),
    ("<p><b>F</b>irst &eacute;t&#233; &lt;</p>", [("paragraph", "First été <")]),
    ("<p>a<br>b<br><br>c</p>", [("paragraph", "a\nb"), ("paragraph", "c")]),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", [("list_item", "a"), ("list_item", "b"), ("list_item", "c")]),
    ("<li><p>a</p>", [("list_item", "a")]),
    ("<table><tr><td>a<td>b<tr><th>c</table>", [("table_cell", "a"), ("table_cell", "b"), ("table_cell", "c")]),
    ("<blockquote><p>a", [("quotation", "a")]),
    ("<dl><dt>a<dd>b</dl>", [("term", "a"), ("definition", "b")]),
    ("<pre>\n  a\n   b\n</pre>", [("preformatted", "  a\n   b")]),
    ("<figure><img alt='A \"b\"'><figcaption>c</figcaption></figure>", [("image", 'A "b"'), ("caption", "c")]),
    ("<p>smile <img alt='😀'> now", [("paragraph", "smile 😀 now")]),
    ("<p>in <img alt='no'> text", [("paragraph", "in text")]),
    ("<p>end <img alt='of it'>", [("paragraph", "end"), ("image", "of it")]),
    ("<div><span>By Ann</span><time>May 1</time></div>", [("paragraph", "By Ann"), ("time", "May 1")]),
    ("<p><span>one</span><span>word</span></p>", [("paragraph", "oneword")]),
    ("<li><a href=a>Live</a><a href=b>World</a>", [("list_item", "Live"), ("list_item", "World")]),
    ("<p><a href=a>one</a><a href=a>word</a>", [("paragraph", "oneword")]),
    ("<div><a href=x>Menu</a></div>", [("link", "Menu")]),
    ("<button>OK</button><input type=submit value=Go>", [("button", "OK"), ("button", "Go")]),
    ("<h2><a href=x>T</a></h2>", [("heading", "T")]),
    ("<p>&nbsp;</p><p>\u200b</p>", []),
    ("<p hidden>a</p><p style='color:red; display : none'>b</p><p>c", [("paragraph", "c")]),
    ("<script>a</script><style>b</style><template>c</template><!-- e --><p>f", [("paragraph", "f")]),
    ("<noscript><p>a</noscript><iframe>b</iframe><textarea>c</textarea><p>d", [("paragraph", "d")]),
    ("<svg><title>a</title><text>b</text></svg><p>c", [("paragraph", "c")]),
    ("<svg><p>unclosed", [("paragraph", "unclosed")]),
    ("<p data-a='a>b'>x", [("paragraph", "x")]),
    ("<p>a</div></span></table>b", [("paragraph", "ab")]),
    ("<p>x < y && z", [("paragraph", "x < y && z")]),
    ("<![CDATA[no]]><p>x", [("paragraph", "x")]),
    ("<!-- never closed <p>x", []),
    ("<body style='display:none'><p>x", [("paragraph", "x")]),
])  # fmt: skip
def test_html_is_read(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source, "html") == expected


def test_html_blocks_know_their_elements_and_links() -> None:
    source = "<main class='Story x' id=m><div itemprop=articleBody><p>By <a href='/a&amp;b'>Ann <b>Lee</b></a>."
    read = document(source, format="html")
    (block,) = read.blocks
    chain, number = [], block.parent
    while number >= 0:
        element = read.elements[number]
        chain.append((element.tag, element.names))
        number = element.parent
    assert chain == [("p", ""), ("div", "articleBody"), ("main", "Story x m")]
    (link,) = block.links
    assert (source[link.start : link.end], link.href) == ("Ann <b>Lee", "/a&b")
    assert block.link_share == pytest.approx(7 / 11)


def test_a_block_wholly_inside_an_inline_element_has_it_as_parent() -> None:
    read = document("<div>  <span class=byline>By <b>Ann</b></span> </div>", format="html")
    assert read.elements[read.blocks[0].parent].names == "byline"


def test_text_that_a_script_shows_later_is_read_when_it_is_most_of_the_page() -> None:
    story = "".join(f"<p>Sentence {n} of a story that a script shows when it is loaded.</p>" for n in range(20))
    assert len(document(f"<p>Loading</p><div style='display:none'>{story}</div>", format="html").blocks) == 21
    assert len(document(f"{story}<div hidden><p>Do you accept?</p></div>", format="html").blocks) == 20


HEAD = """<html lang=fr><title>T &amp; U | Site</title><meta property="og:title" content="T &amp; U">
<meta name="AUTHOR" content="Ann Lee"><meta property='article:published_time' content='2020-10-01T10:00Z'>
<link rel="canonical" href="https://a.b/c"><meta property="og:site_name" content="Site"><body><p>x
<span itemprop="author"><b>Bob</b> Ray</span><time itemprop="dateModified" datetime="2020-10-02">yesterday</time>
<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "T \\u0026 U",
"datePublished": "2020-10-01", "author": {"name": "Ann Lee"}, "inLanguage": "fr",
"image": {"@type": "CreativeWork", "datePublished": "1999"}}, {"@type": "ItemList", "itemListElement": [
{"@type": "NewsArticle", "headline": "Another"}]}]}</script>"""


@pytest.mark.parametrize(("field", "value", "written"), [
    ("language", "fr", "fr"), ("title", "T & U | Site", "T &amp; U | Site"), ("title", "T & U", "T &amp; U"),
    ("authors", "Ann Lee", "Ann Lee"), ("published", "2020-10-01T10:00Z", "2020-10-01T10:00Z"),
    ("url", "https://a.b/c", "https://a.b/c"), ("publisher", "Site", "Site"), ("authors", "Bob Ray", "<b>Bob</b> Ray"),
    ("modified", "2020-10-02", "2020-10-02"), ("title", "T & U", "T \\u0026 U"),
    ("published", "2020-10-01", "2020-10-01"),
])  # fmt: skip
def test_what_the_head_declares_is_a_hint_with_its_span(field: str, value: str, written: str) -> None:
    hints = document(HEAD, format="html").hints
    found = [(h.field, h.value, HEAD[h.source_start or 0 : h.source_end or 0]) for h in hints]
    assert (field, value, written) in found


def test_other_things_of_the_page_give_no_hints() -> None:
    values = [hint.value for hint in document(HEAD, format="html").hints]
    assert "1999" not in values and "Another" not in values


@pytest.mark.parametrize("script", [
    "{broken", "[" * 100_000, "", "5", '{"@type": 5}', '{"@type": "Article", "author": [[1]]}',
])  # fmt: skip
def test_a_broken_declaration_declares_nothing(script: str) -> None:
    assert document(f'<script type="application/ld+json">{script}</script><p>x', format="html").hints == ()


# --- hostile input ---------------------------------------------------------------------------------------------------

MANY = 20_000
HOSTILE = [
    "<div>", "<span>", "</div>", "<p><b>", "<a href=x>", "<li><ul>", "<table><tr><td>", "<p><button>", "<svg>",
    "<!--", "<![CDATA[", "<script>", "<script type='application/ld+json'>[", "<p a='", "&", "&amp;", "<br>",
    "<img alt='a b'>", "<h1><div itemprop=author>", "[", "![", "](", "[a](", "[a](b \"", "*a", "a**", "***", "_",
    "`", "``a`", "> ", "- ", "# ", "<!-- \n", "<script>\n", "|a\n|-\n", "[a]: http://x\n", "```\n", "1. a\n",
    "a\n---\n", "\r", "\\", "http://", "  \n", "~~", "\x00", "\ud800", "| ", "<https:",
]  # fmt: skip


@pytest.mark.parametrize("format_", ["text", "markdown", "html", None])
def test_hostile_repetition_is_read_in_linear_time(format_: Format | None) -> None:
    for piece in HOSTILE:
        before = time.process_time()
        document(piece * MANY, format=format_)
        assert time.process_time() - before < 4.0, f"{piece!r} repeated"


@pytest.mark.parametrize(("named", "field"), [
    ("entry-date", "published"), ("entry-date updated", "modified"), ("aktualisiert", "modified"),
])  # fmt: skip
def test_the_name_of_a_time_element_tells_a_change_from_a_publication(named: str, field: str) -> None:
    source = f'<p>One</p><time class="{named}" datetime="2023-07-13">13 July</time>'
    assert [(h.field, h.value) for h in document(source, format="html").hints] == [(field, "2023-07-13")]


@pytest.mark.parametrize(("source", "text"), [
    ("a `` ` `` b", "a ` b"), ("1`` ` ``", "1`"), ("`a` b", "a b"), ("x` `y", "x y"), ("`` b`c ``", "b`c"),
])  # fmt: skip
def test_the_spaces_inside_the_marks_of_code_are_none_of_it(source: str, text: str) -> None:
    assert blocks(source, "markdown") == [("paragraph", text)]
