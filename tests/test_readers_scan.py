"""A page is cut where the HTML tokenizer cuts it, and its tags say what the tokenizer reads in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turbohtml import TokenType, tokenize

from cleaner.readers import document
from cleaner.readers.scan import attributes_of, cut, references
from tests.strategies import any_text, html, promise_in_each_format

TEXTS = (TokenType.TEXT, TokenType.CHARACTER_REFERENCE)
ODD = [
    "<p title='a > b'>x", '<p title="it\'s > that">x', "<p a=it's>b it's > c", "<p 'a>b'>c", "<p a=>b", "<p a = >b",
    "<p =a='x>y'>b", "<p a'='x>y'>b", "<p/a/='x>y'>b", "<p a=b=\"x>y\">z", "<p a=\"1\"b='>'>c", "<p\x0ba='>'>x",
    "<p\u00a0a='>'>x", "<P CLASS=A>x</P\n>", "</p x='a>b'>c", "<p/>x", "< p>x", "<1>x", "a<", "a</", "a<!", "x < y > z",
    "a <!-- b -- > c --!> d <!--> e <!---> f <!-- x --> g <!---!> h", "<!-- never closed <p>", "<!DOCTYPE a '>' b>c",
    "<![CDATA[a > b]]> c", "<?php a > b ?>c", "</ d>e</3>f", "<script>if (a<b && c>d) '<p>'</script>x",
    "<script/>a<b></script>x", "<script>a</scriptx></SCRIPT  b='>'>c", "<scripty>a<b>", "<script>a</script",
    "<script><!-- <script> b </script> c --> d</script>x", "<script><!--<script ></script>z",
    "<script><!--></script>x", "<script><!-- a </script>x", "<title>a<b></titlex></title/ >x", "<xmp><b></xmp><i>",
    "<noscript><b></noscript><i>", "<plaintext><b></plaintext>", "<style>a{}</style \n x='>'>c",
    "<textarea><p></textarea><iframe><p></iframe><noembed><p></noembed><noframes><p></noframes>x",
    "<svg><title><b></title></svg>", "a\r\nb\rc<b>d\x0c<p\x00q>", "\ufeffa<b>",
]  # fmt: skip

shreds = st.lists(st.sampled_from([*ODD, "<", ">", "'", '"', "=", " ", "/", "!--", "</script>"])).map("".join)


def by_the_tokenizer(source: str) -> list[int]:
    """Return where the tokens begin that are no text, as the tokenizer counts lines and columns."""
    starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", source))]
    tokens = tokenize(source, resolve_references=False)
    return [starts[token.line - 1] + token.col for token in tokens if token.type not in TEXTS]


def by_the_cuts(source: str) -> list[int]:
    """Return where the markup begins; in a script or title the end tag, too."""
    starts, at = [], 0
    for number, piece in enumerate(cut(source)):
        if number % 2:
            starts += [at + start for start in by_the_tokenizer(piece)]
        at += len(piece)
    return starts


@pytest.mark.parametrize("source", ODD)
def test_odd_markup_is_cut_as_the_tokenizer_cuts_it(source: str) -> None:
    assert "".join(cut(source)) == source
    assert by_the_cuts(source) == by_the_tokenizer(source)


@promise_in_each_format
@given(st.one_of(html, any_text, shreds))
def test_any_page_is_cut_as_the_tokenizer_cuts_it(source: str) -> None:
    assert "".join(cut(source)) == source
    assert by_the_cuts(source) == by_the_tokenizer(source)


@pytest.mark.parametrize("markup", [
    "<p>", "<p >", "<p/>", '<p class="a b">', "<p class=\"a\" id='b'>", '<p\n class="a"\tid="b" />', '<p CLASS="A">',
    '<p class="a" class="b">', '<p class="a"id="b">', '<p hidden class="a">', '<p class = "a">', '<p class="&lt;a">',
    '<a href="/x?a=1&copy=2">', '<p ="a">', '<p a="1\r\n2">', '<p a="\x00">', '<p a=b"c" d="e">', "<p a='\"' b='\"'>",
    '<svg:a xlink:href="#b">', '<p data-é="1">', '<p a="1" / b="2">', '<p "a="b">', '<p a="b" c>',
])  # fmt: skip
def test_attributes_are_read_as_the_tokenizer_reads_them(markup: str) -> None:
    assert attributes_of(markup) == dict(next(tokenize(markup)).attrs or ())


def test_references_lie_where_they_are_written() -> None:
    text = "a\r\n&eacute;\n&ampx; &am &#8364;&lt"
    assert [(character, text[a:b]) for character, a, b in references(text) if character] == [
        ("é", "&eacute;"), ("&x", "&ampx"), ("€", "&#8364;"), ("<", "&lt")]  # fmt: skip


@pytest.mark.parametrize(("source", "texts"), [
    ("<p>One</>two", ["Onetwo"]), ("<p>One<p class='", ["One"]), ("One<a", ["One"]), ("One <", ["One <"]),
])  # fmt: skip
def test_what_is_no_tag_to_its_end_is_no_text(source: str, texts: list[str]) -> None:
    assert [block.text for block in document(source, format="html").blocks] == texts
