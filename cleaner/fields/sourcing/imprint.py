"""The house that opens the page's last line ("The Post © 2023 – …"), gives its postal address there, or goes by its
address on the web in several lines: a paper, a ministry, an institution. Chooses none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleaner.document import Block, Document
from cleaner.fields import hosts
from cleaner.fields.sourcing import houses, wording
from cleaner.fields.sourcing.houses import Candidate
from cleaner.tables.rows import Span
from cleaner.text import fold, words

_TAIL: Final = 10
_LONGEST: Final = 240
_MOST_WORDS: Final = 9
_CUTS: Final = re.compile(r"[,|·•;\n\r]| [–—-] ")
_POSTCODE: Final = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,2}-)?(?!19\d\d\b|20\d\d\b)\d{4,5}(?![\w/.-])|\b[A-Z]{1,2}\d\w? \d[A-Z]{2}\b"
)
"""A postcode of four or five digits that is no year, or a British one."""
_YEAR: Final = r"(?:19|20)\d\d"
_OPENS: Final = re.compile(
    rf"[^©|·•;:\n]{{2,80}}?(?= ?©|[, ]{{1,2}}{_YEAR}(?:\s?[–—-]\s?(?:{_YEAR})?)?\s?(?:[.,©|–—]|$))"
)
"""What stands at the start of a line before the sign of rights, or before years that a stop or a dash closes."""
_MOST_OPENING: Final = 5
_OPENING: Final = 0.94
"""More than a name behind such a sign, where a motto or the next sentence may stand as well."""
_ALONE: Final = 0.7
_COMPANY: Final = 0.78
_ABBREVIATED: Final = 0.8
_LEAST_INITIALS: Final = 3
_NEVER: Final = frozenset(("comment", "caption", "photo_credit", "media_alt_text", "byline", "dateline", "source_url"))
_QUOTED: Final = re.compile(r"«([^«»]{2,60})»")
_FEET: Final = frozenset(("footer", "nav"))
_CALLING: Final = frozenset(
    ("footer", "nav", "cookie_banner", "breadcrumb", "related_list_item", "comment_disclaimer", "subscription", "share",
     "site_slogan", "byline")
)  # fmt: skip
"""Labels of lines in which a house may go by its address."""
_LONGEST_CALLING: Final = 3_000
_BESIDE: Final = 12
_OWNED_DOMAIN: Final = 0.86
_CALLED_DOMAIN: Final = 0.72
_DOMAIN: Final = re.compile(
    r"(?<![\w@./:-])[A-Za-z][A-Za-z0-9-]{2,40}(?:\.(?:com|co|org|net))?\.[a-z]{2,6}(?![\w/@.-])"
)
"""An address of a house that stands as a name: no page of it, no mail box."""
_HOUSES: Final = frozenset(("footer", "site_slogan", "nav", "subscription", "comment_disclaimer"))
"""Labels in which an address alone is enough; a headline may have a number too."""


def by_line(document: Document) -> Iterator[Candidate]:
    """Yield the name that opens a line of the page's foot, before the sign of rights or the years of the house."""
    for block in document.blocks[-_TAIL:]:
        if block.label not in _FEET or len(block.text) > _LONGEST:
            continue
        opening = _OPENS.match(block.text)
        if opening is None:
            continue
        start, end = houses.trimmed(block.text, opening.span())
        quoted = _QUOTED.search(block.text, start, end)
        if quoted is not None and not block.text[quoted.end() : end].strip():
            start, end = quoted.span(1)  # the words before it say what kind of house it is
        name = block.text[start:end]
        if not name or name[0].islower() or any(map(str.isdigit, name)) or len(words(name)) > _MOST_OPENING:
            continue
        if houses.is_name(name) and fold(name) not in houses.owners() and not houses.is_company(name):
            why = f"opens the line {block.text[: opening.end() + 6]!r:.100}"
            yield Candidate(" ".join(name.split()), "copyright", why, _OPENING, block.source_span(start, end))


def by_company(document: Document) -> Iterator[Candidate]:
    """Yield the name before the form or the trade of a company at the page's foot, where another line says it too."""
    forms = houses.legal_forms() | houses.trades()
    for block in document.blocks[-_TAIL:]:
        if block.in_text or block.label in _NEVER or len(block.text) > _LONGEST:
            continue
        found = words(block.text)
        for n, word in enumerate(found):
            if not n or word.folded not in forms or len(word.folded) < 2 or block.text[word.start].islower():
                continue
            first, last = wording.reach_left(block.text, found, n)
            if first == last or found[first].folded in forms or not wording.joined(block.text, found[n - 1], word):
                continue
            span = found[first].start, found[last - 1].end
            name = block.text[slice(*span)]
            elsewhere = any(name in b.text for b in document.blocks if b is not block and b.label not in _NEVER)
            if elsewhere and last - first <= _MOST_OPENING and houses.is_name(name) \
                    and fold(name) not in houses.owners():
                why = f"a company of the name, in a {block.label} block"
                yield Candidate(" ".join(name.split()), "copyright", why, _COMPANY, block.source_span(*span))
                break


def by_domain(document: Document) -> Iterator[Candidate]:
    """Yield the address on the web by which lines around the article call their house: beside the sign of rights, or in
    lines of several kinds."""
    seen: dict[str, tuple[str, Span, set[str]]] = {}
    for block in document.blocks:
        if block.in_text or block.label not in _CALLING or len(block.text) > _LONGEST_CALLING:
            continue
        for match in _DOMAIN.finditer(block.text):
            name = match[0]
            if hosts.registrable_domain(f"https://{name.lower()}/") != name.lower() or hosts.is_anybodys(name.lower()):
                continue
            behind = block.text[match.end() : match.end() + _BESIDE].split("\n")[0]
            owned = "©" in block.text[max(0, match.start() - _BESIDE) : match.start()] or "©" in behind
            *_, kinds = seen.setdefault(name.lower(), (name, block.source_span(*match.span()), set()))
            kinds |= {block.label, "rights"} if owned else {block.label}
    for name, span, kinds in seen.values():
        if len(kinds) > 1:
            trust = _OWNED_DOMAIN if "rights" in kinds else _CALLED_DOMAIN
            why = "called by its address in the lines around the article: " + ", ".join(sorted(kinds))
            yield Candidate(name, "copyright" if "rights" in kinds else "recurring", why, trust, span)


def by_address(document: Document) -> Iterator[Candidate]:
    """Yield the name before a postal address near the end; trusted further when its initials stand in the document."""
    for block in document.blocks[-_TAIL:]:
        if block.in_text or block.label in _NEVER or len(block.text) > _LONGEST:
            continue
        span = _named(block)
        if span is not None:
            name = block.text[slice(*span)]
            short = _initials(name)
            known = len(short) >= _LEAST_INITIALS and re.search(rf"\b{re.escape(short)}\b", document.source)
            if not known and block.label not in _HOUSES:
                continue
            why = f"a postal address in a {block.label} block" + (f", called {short} elsewhere" if known else "")
            trust = _ABBREVIATED if known else _ALONE
            yield Candidate(" ".join(name.split()), "address", why, trust, block.source_span(*span))


def _named(block: Block) -> Span | None:
    """Return the span of the name that begins a block, if a postcode follows in another part of its line."""
    cut = _CUTS.search(block.text)
    if cut is None or _POSTCODE.search(block.text, cut.end()) is None:
        return None
    if any(c.isdigit() for c in block.text[: cut.start()]):
        return None
    start, end = houses.trimmed(block.text, (0, cut.start()))
    name = block.text[start:end]
    found = words(name)
    if not 2 <= len(found) <= _MOST_WORDS or name[0].islower():
        return None
    return (start, end) if houses.is_name(name) else None


def _initials(name: str) -> str:
    """Return the initials of a name's words in capitals, small words and endings of cases aside."""
    return "".join(w.folded[0].upper() for w in words(name) if w.folded not in wording.vocabulary("inside"))
