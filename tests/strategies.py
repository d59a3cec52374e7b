"""What the laws are tried on: arbitrary text, and text, Markdown and HTML built from the pieces scrapes are made of."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

IN_CI = os.environ.get("HYPOTHESIS_PROFILE") == "ci"
promise = settings(max_examples=2000 if IN_CI else 60)
"""For a law of docs/promises.md."""
promise_in_each_format = settings(max_examples=700 if IN_CI else 30)
"""For a law tried on text, Markdown and HTML apart: 2,100 examples in all."""

SEEDS = Path(__file__).parent.parent / "seeds"
SEED_TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]

_PARAGRAPHS = sorted({line for text in SEED_TEXTS for line in text.split("\n") if line.strip()})
_FURNITURE = [
    "Accept all", "OK", "Home", "Most read", "Advertisement", "Tags: Russia, France", "12 comments", "---", "* * *",
    "Read also: Talks resume in Geneva", "Lire aussi : Les pourparlers reprennent", "Subscribe to our newsletter",
    "Ce site utilise des cookies.", "We use cookies to improve your experience.", "Published on 3 May 2021", "14:05",
    "By Jane Doe", "Par Jeanne Martin", "©AFP", "(AFP)", "- Avec AFP", "Photo: Reuters", "FrÃ©dÃ©ric a dit oui.",
    "He said. . yes", "Emmanuel Mácron",
]  # fmt: skip
_ODD = [
    "\u00a0", "\u200b", "\u00ad", "\ufeff", "\r\n", "\r", "\u2028", "\x00", "\x85", "\ud800", "\ufffd", "\u202e",
    "e\u0301", "ﬁ", "&amp;", "&nbsp;", "\\u00e9", "=C3=A9", "“", "”", "«", "»", "'", '"', "…", "  ", "\t", "日本語。",
    "العربية",
]  # fmt: skip

any_text = st.text(st.characters(exclude_categories=()), max_size=300)
"""Any Python string: lone surrogates, controls and all."""

_piece = st.one_of(
    st.sampled_from(_PARAGRAPHS), st.sampled_from(_FURNITURE), st.text(max_size=40), st.sampled_from(_ODD)
)
_mixed = st.lists(_piece, min_size=1, max_size=3).map("".join)

scrapes = st.lists(_mixed, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]).map(lambda sep: sep.join(lines))
)
"""Plain text as scrapes have it: paragraphs, furniture, damage, in any order."""

_WRAPS = ["# {}", "**{}**", "- {}", "> {}", "[{}](#)", "![{}](a.png)", "<{}>"]
_MARKS = [
    "---", "```", "***", "===", "\\*", "| a | b |", "|---|---|", "    code", "[x]: /y",
    "<https://example.org/2020/10/01/a>",
]  # fmt: skip
_marked = st.one_of(
    _mixed,
    st.tuples(st.sampled_from(_WRAPS), _mixed).map(lambda p: p[0].format(p[1])),
    st.sampled_from(_MARKS),
)
markdown = st.lists(_marked, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda sep: sep.join(lines))
)
"""Markdown, well formed and not."""

_TAGS = [
    "p", "div", "h1", "h2", "ul", "li", "a", "b", "table", "tr", "td", "nav", "footer", "aside", "article", "section",
    "blockquote", "figure", "figcaption", "button", "form", "script", "style", "template", "pre", "time", "span",
    "title",
]  # fmt: skip
_FRAGMENTS = [
    "<br>", "<br/>", "<!-- c -->", "<![CDATA[x]]>", "<", "<p", "&", "&eacute;", "<a href='#'>x</a>",
    "<img alt='a' src=x>", "<meta property='og:title' content='T'>", "<html lang=fr>", "<script>alert(1)</script>",
]  # fmt: skip
_tag = st.sampled_from(_TAGS)
_html_piece = st.one_of(
    _mixed,
    st.tuples(_tag, _mixed).map(lambda p: f"<{p[0]}>{p[1]}</{p[0]}>"),
    st.tuples(_tag, _mixed).map(lambda p: f'<{p[0]} class="cookie related" hidden>{p[1]}'),
    _tag.map(lambda t: f"<{t}>"),
    _tag.map(lambda t: f"</{t}>"),
    st.sampled_from(_FRAGMENTS),
)
html = st.lists(_html_piece, max_size=14).map("".join)
"""HTML, well formed and not."""
