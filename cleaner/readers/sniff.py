"""What format a text is in, by its name where that says, else by its content. Reads; never changes."""

from __future__ import annotations

import re
from typing import Final

from cleaner.document import Format

_SUFFIXES: Final[dict[str, Format]] = {
    "html": "html", "htm": "html", "xhtml": "html", "shtml": "html", "mhtml": "html",
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mkd": "markdown",
}  # fmt: skip
_LOOKED_AT: Final = 100_000
_HTML_START: Final = re.compile(r"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE)
_TAG: Final = re.compile(
    r"<(/?)(?:html|head|body|title|meta|link|script|style|div|p|span|a|br|img|ul|ol|li|h[1-6]|table|tr|td|th|article"
    r"|section|header|footer|nav|main|aside|figure|figcaption|blockquote|strong|em|b|i|u|time|button|form|iframe)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_MARKS: Final[tuple[tuple[re.Pattern[str], int, tuple[str, ...]], ...]] = tuple(
    (re.compile(pattern, re.MULTILINE), points, needed)
    for pattern, points, needed in (
        (r"^ {0,3}#{1,6}[ \t]+\S", 2, ("#",)),  # a heading
        (r"\]\((?:https?:|mailto:|/|#|\.|www\.|<)[^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)", 2, ("](",)),  # a link
        (r"!\[[^\]\n]{0,500}\]\([^()\s]{1,2000}\)", 2, ("![",)),  # an image
        (r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]+\S", 2, ("]:",)),  # where a link leads
        (r"^ {0,3}(?:```|~~~)", 2, ("```", "~~~")),  # code
        (r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$", 2, ("---",)),  # the rule below the head of a table
        (r"(?<![*\w])\*\*(?=\S)[^*\n]{1,300}(?<=\S)\*\*(?![*\w])", 1, ("**",)),
        (r"(?<![_\w])__(?=\S)[^_\n]{1,300}(?<=\S)__(?![_\w])", 1, ("__",)),
        (r"<(?:https?|mailto):[^\s<>]{1,2000}>", 1, ("<",)),
        (r"^ {0,3}>[ \t]\S", 1, (">",)),
        (r"^\S[^\n]{0,100}\n(?:={3,}|-{3,})[ \t]*$", 1, ("===", "---")),
        (r"\\[*_#\[\]]", 1, ("\\",)),
    )
)  # fmt: skip
"""Marks of Markdown: pattern, points, and what a text has that matches (asked first, for it costs nothing)."""

_FRONT_MATTER: Final = re.compile(r"\s{0,20}(?:---[ \t]*\r?\n[\w-]{1,40}[ \t]*:|\+\+\+[ \t]*\r?\n[\w-]{1,40}[ \t]*=)")


def sniff(source: str, name: str | None = None) -> Format:
    """Return the format of a text: by the suffix of its name, else by what it looks like.

    >>> sniff("# A title\\n\\nBy [AFP](#)"), sniff("Two * three is six."), sniff("<p>One</p><p>Two</p>")
    ('markdown', 'text', 'html')
    """
    stated = _SUFFIXES.get(_suffix(name)) if name else None
    head = source[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if stated == "html":
        return "html" if "<" in source or "&" in source else "text"
    if stated:
        return "html" if _HTML_START.match(head) else stated
    if _is_html(head):
        return "html"
    return "markdown" if _is_markdown(head.replace("\r\n", "\n").replace("\r", "\n")) else "text"


def _suffix(name: str) -> str:
    bare = name.lower()
    for packed in (".gz", ".zst", ".bz2"):
        bare = bare.removesuffix(packed)
    return bare.rpartition(".")[2]


def _is_html(head: str) -> bool:
    """Return whether a text is a page or a piece of one: it opens with a tag, or tags outweigh its lines."""
    if "<" not in head:
        return False
    if _HTML_START.match(head) or (head.startswith(("<?xml", "<!--")) and "<html" in head):
        return True
    opened = closed = 0
    for found in _TAG.finditer(head):
        if found[1]:
            closed += 1
        else:
            opened += 1
        if opened + closed > 400:
            break
    if not opened:
        return False
    if _TAG.match(head):
        return closed > 0 or opened > 2
    return closed > 0 and opened + closed >= max(4, 0.5 * head.count("\n"))


def _is_markdown(head: str) -> bool:
    if _FRONT_MATTER.match(head):
        return True
    points = 0
    for pattern, worth, needed in _MARKS:
        if not any(mark in head for mark in needed):
            continue
        for number, _ in enumerate(pattern.finditer(head)):
            points += worth
            if points >= 2:
                return True
            if number:
                break
    return False
