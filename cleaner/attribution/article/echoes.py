"""Words quoted in a headline that the text quotes again: whoever says them there says them here.

Owns that one comparison. Finds no speaker of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.attribution.article.interviews import ANSWER
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.quotes import Quote
from cleaner.tables.rows import Span

RULE: Final = "quote-continued"
MIN_WORDS: Final = 3
"""Fewer words may come again by chance."""
MIN_ANSWERS: Final = 3
MAX_HEADLINES: Final = 40
_WHOLE: Final = ("answer", "transcript", "colon-lead-in", RULE)


def echoed(claims: list[tuple[Line, Claim]], lines: Sequence[Line], cast: Cast) -> list[tuple[Line, Claim]]:
    """Return the claims, quotations of headlines with the speaker who says their words in the text."""
    headlines = [line for line in lines if line.role != "body" and line.outer][:MAX_HEADLINES]
    if not headlines:
        return claims
    said = [(_key(line, a, b), claim) for line, claim in claims if line.role == "body" and claim.who.name
            and claim.kind == "statement" for a, b in _spoken(line, claim)]  # fmt: skip
    out = list(claims)
    for line in headlines:
        for quote in line.outer:
            key = _key(line, quote.inner_start, quote.inner_end)
            if key.count(" ") <= MIN_WORDS:
                continue
            body = next((claim for words, claim in said if key in words), None) or _interviewed(line, quote, claims)
            if body is not None:
                _give(line, quote, body, out, cast)
    return out


def _interviewed(line: Line, quote: Quote, claims: list[tuple[Line, Claim]]) -> Claim | None:
    """Return an answer of the one interviewed, where a headline is nothing but a quotation: «Me enseñó a perder»."""
    if (quote.end - quote.start) * 10 < len(line.text.strip()) * 9:
        return None
    answers = [claim for held, claim in claims if held.role == "body" and claim.rule == ANSWER and claim.who.name]
    return answers[0] if len({claim.who.name for claim in answers}) == 1 and len(answers) >= MIN_ANSWERS else None


def _key(line: Line, start: int, end: int) -> str:
    """Return the folded words of [start, end), a space around each."""
    return " " + " ".join(line.folded[line.word_at(start) : line.word_at(end)]) + " "


def _spoken(line: Line, claim: Claim) -> Iterator[Span]:
    """Yield what of a claim stands in its speaker's own words."""
    for start, end in claim.content:
        if claim.rule in _WHOLE:
            yield start, end
        else:
            held = (q for q in line.quotes_in(start, end + 1) if not _titles(line, q, start))
            yield from ((q.inner_start, q.inner_end) for q in held)


def _titles(line: Line, quote: Quote, start: int) -> bool:
    """Return whether a quotation in what is said from `start` on may be the name of a work: dans « Le Bal perdu »."""
    before = line.text[max(start, quote.start - 3) : quote.start].strip()
    return line.text[quote.inner_start : quote.inner_start + 1].isupper() and before != "" and before[-1].isalnum()


def _give(line: Line, quote: Quote, body: Claim, claims: list[tuple[Line, Claim]], cast: Cast) -> None:
    """Give a quotation of a headline the speaker of the text, unless a name or a body speaks there already."""
    named = cast.named(body.who.name or "") is not None
    for held, claim in claims:
        if held is line and claim.start < quote.end and quote.start < claim.end and claim.kind == "statement":
            who = claim.who
            open_ = not who.name or (named and who.type == "person" and cast.named(who.name) is None)
            if open_ and not who.joint:
                claim.who = who._replace(name=body.who.name, type=body.who.type, joint=body.who.joint, hint="")
            return
    claims.append((line, Claim(body.who, None, quote.start, quote.end, "statement", RULE, 0.75,
                               [(quote.start, quote.end)])))  # fmt: skip
