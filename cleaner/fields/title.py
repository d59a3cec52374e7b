"""The headline: the visible one, else given or declared without the site's name. Never the first sentence."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from typing import Final

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known, row, span_of
from cleaner.fields.url import host, registrable_domain
from cleaner.tables.rows import Evidence
from cleaner.text import count_words, fold, squeeze

_BARS: Final = (" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / ", " : ")
_SITE_WORDS: Final = 5
_LEAST_WORDS: Final = 3
_LONGEST: Final = 600
_OF_ITSELF: Final = ("og:title", "<title>")
_ALIKE: Final = 0.2
_SETS_APART: Final = "|-–—·•:»/([{<"
"""What stands between a headline and a column, a site or a count that a heading adds to it."""
_ANCHORS: Final = " ¶→🔗\u00a0"
"""Signs of links to a heading, which stand in it."""


def find(document: Document, config: Config, known: Known) -> Found[str | None]:
    """Return the title: the visible one, else the one the user gave, else a declared one; a conflict is told.

    Where the visible one is another thing than what the page says of itself, or only adds to it, the latter is taken.
    """
    found: Found[str | None] = Found(None)
    sites = {fold(h.value) for h in known.hints.get("publisher", ())}
    for hint in known.hints.get("url", ()):
        if name := host(hint.value):
            sites |= {fold(name), fold((registrable_domain(hint.value) or name).split(".")[0])}
    declared = [row(h, "title") for h in known.declared("title") if len(h.value) <= _LONGEST]
    for candidate in declared:
        candidate.value = without_site(squeeze(unescape(candidate.value)), sites)
    declared = [c for c in declared if c.value and fold(c.value) not in sites]
    given, number = known.given("title"), document.title_block
    if number is not None and not document.blocks[number].text.strip():
        number = None
    if number is not None:
        block = document.blocks[number]
        span = block.source_span(0, len(block.text))
        agreeing = any(_agree(block.text, c.value) for c in declared)
        sure = max(block.confidence, 0.98 if agreeing else 0.0)
        visible = Evidence("title", block.text, "visible", *span, block.why or "a block labelled title", sure)
        found.evidence.append(visible)
    if given is not None:
        found.evidence.insert(0, row(given, "title"))
    found.evidence += declared
    if not found.evidence:
        found.notes.append(Note("missing_title", "no title in the scrape; the first sentence is not promoted to one"))
        return found
    chosen = found.evidence[0]
    is_main = number is not None and (document.blocks[number].element, document.blocks[number].level) == ("heading", 1)
    if chosen.role == "given" and number is not None:
        shown = document.blocks[number].text
        if not _agree(chosen.value, shown):
            # spans of statements point into the title as shown: it stays, and what was given is evidence
            why = f"given {chosen.value!r:.120}, but the page shows {shown!r:.120}"
            found.notes.append(Note("title_conflict", why, document.blocks[number].source_span(0, len(shown)), 0.9))
            chosen = found.evidence[1]
        found.value = shown
    elif chosen.role == "visible" and (better := _meant(chosen.value, declared, is_main)) is not None:
        why = f"the page shows {chosen.value!r:.120}, but calls itself {better.value!r:.120}"
        found.notes.append(Note("title_conflict", why, span_of(chosen), 0.8))
        chosen = better
        found.value = chosen.value
    else:
        found.value = chosen.value.strip(_ANCHORS) or chosen.value
    chosen.chosen = True
    found.status = "given" if chosen.role == "given" else "found"
    return found


def _meant(shown: str, declared: Sequence[Evidence], is_main: bool) -> Evidence | None:
    """Return the declared title that stands for the page better than the heading shown; None where the heading does.

    On 497 labelled pages, headings that share next to no word with og:title (a section's or a teaser's, a slogan)
    were the title 5 times and og:title 37 times; headings that hold og:title and more 6 times and 14 times. Of these a
    main heading (`is_main`) that goes on where the declared title stops, without a bar or a bracket, is the fuller
    headline: 2 times to none on 753 labelled pages, 3 times to 2 on the 738 that were kept apart (articles: 2 to none).
    """
    said = [next((c for c in declared if name in c.why), None) for name in _OF_ITSELF]
    stated = next((c for c in said if c is not None), None)
    folded = fold(shown)
    if stated is None or any(fold(c.value) == folded for c in declared):
        return None
    own, other = set(folded.split()), set(fold(stated.value).split())
    if not other or not own:
        return None
    if len(own & other) < _ALIKE * len(own | other):
        return stated
    held = f" {fold(stated.value)} " in f" {folded} "
    if not held or len(other) <= 1 or (is_main and _goes_on(shown, stated.value)):
        return None
    return stated


def _goes_on(shown: str, stated: str) -> bool:
    """Return whether a heading says what is declared and then more of the same sentence.

    >>> _goes_on("Five tips to keep pipes from freezing", "Five tips"), _goes_on("Five tips | Opinion", "Five tips")
    (True, False)
    """
    more = shown[len(stated) :].lstrip() if shown.casefold().startswith(stated.casefold()) else ""
    return bool(more) and more[0] not in _SETS_APART


def _agree(one: str, other: str) -> bool:
    """Return whether two titles are the same but for case, accents, punctuation and a part left out at an end."""
    a, b = fold(one), fold(other)
    return bool(a and b) and (a == b or (min(len(a), len(b)) >= 12 and (a.startswith(b) or b.startswith(a))))


def without_site(title: str, sites: set[str]) -> str:
    """Return a title without the site's name before or after it.

    >>> without_site("Putin and Macron talk | The Example", set()), without_site("Talks - a start", {"the example"})
    ('Putin and Macron talk', 'Talks - a start')
    """
    for bar in _BARS:
        left, _, last = title.rpartition(bar)
        if left and (_is_site(last, sites) or (bar == _BARS[0] and count_words(left) and _short(last))):
            return without_site(left.strip(), sites)
        first, _, right = title.partition(bar)
        if right and _is_site(first, sites) and count_words(right) >= _LEAST_WORDS:
            return right.strip()
    return title


def _is_site(part: str, sites: set[str]) -> bool:
    folded = fold(part)
    squeezed = folded.replace(" ", "")
    return any(folded == s or (len(squeezed) > 3 and s.replace(" ", "").startswith(squeezed)) for s in sites)


def _short(part: str) -> bool:
    return count_words(part) <= _SITE_WORDS
