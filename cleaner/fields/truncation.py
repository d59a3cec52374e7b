"""Whether an article goes on where its text ends: at a paywall, or where a teaser breaks off.

One sign is enough only if it says so in words; names of elements, declarations and endings need each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner.document import Block, Document
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known
from cleaner.language import section
from cleaner.tables.rows import Evidence, Span
from cleaner.text import CLOSERS, ends_sentence, has_words

_MOST_OF_PAGE: Final = 0.2
"""A wall holds no more of the page's text than this: the name may also stand on the article that is behind it."""
_MOST_AFTER: Final = 0.1
"""No more of the article's text than this follows a wall."""
_NEAR: Final = 6
_NOTICE_WORDS: Final = 5
"""A shorter notice is a button ("Free trial"): of 791 labelled articles 91 hold a paywall's words somewhere, 5 of them
are cut short."""
_CLOSERS: Final = CLOSERS.translate({ord("]"): None, ord(")"): None})
_BY_MARKUP: Final = "und/marked-place"
"""The rule that names a block by the element around it, whatever it says."""
_RUNNING: Final = ("paragraph", "quotation", "list_item")


@dataclass(frozen=True)
class _Access:
    """The access topic of a pack."""

    walls: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


class _Sign(NamedTuple):
    """What says that a text stops short: why, where, how sure."""

    why: str
    span: Span
    confidence: float


@lru_cache(maxsize=1)
def _access() -> _Access:
    return section("und", "access", _Access)


def find(document: Document, known: Known) -> Found[bool]:
    """Return whether the text stops short, with the signs that say so.

    >>> from cleaner import clean
    >>> clean("The talks went on all night in Geneva, where envoys of four states met and […]").record.truncated
    True
    """
    out = Found(False)
    signs = list(_signs(document, known))
    if signs:
        sure = max(signs, key=lambda sign: sign.confidence)
        out.value, out.status = True, "inferred"
        out.evidence = [Evidence("truncated", "true", "found", span[0], span[1], why, confidence, chosen=sign is sure)
                        for sign in signs for why, span, confidence in [sign]]  # fmt: skip
        out.notes.append(Note("text_truncated", *sure))
    return out


def _signs(document: Document, known: Known) -> Iterator[_Sign]:
    """Yield what says that the text stops short: why, where, how sure."""
    numbers = list(document.offsets)
    stated = _access()
    if not numbers:
        yield from _notices(document, 0, sure=True)
        return
    last = document.blocks[numbers[-1]]
    ending = f"the text breaks off: {last.text[-40:]!r}"
    bare = last.text.rstrip().rstrip(_CLOSERS).rstrip()
    cut = bare.endswith(stated.cuts)
    open_ = cut or _is_open(last)
    closed = next((h for h in known.declared("truncated") if h.value.strip().lower() in stated.closed), None)
    if bare.endswith(stated.teasers):
        yield _Sign(ending, (last.start, last.end), 0.8)
    elif cut and closed is not None:
        yield _Sign(f"{closed.why}, and {ending}", (last.start, last.end), 0.8)
    elif cut and any(b.label == "subscription" for b in _after(document, numbers[-1])):
        yield _Sign(f"{ending}, and a call to subscribe follows", (last.start, last.end), 0.7)
    elif cut and any(_is_notice(b, 3) for b in document.blocks[max(0, numbers[0] - _NEAR) : numbers[0]]):
        yield _Sign(f"a paywall notice above, and {ending}", (last.start, last.end), 0.8)
    yield from _notices(document, numbers[-1], sure=open_ or closed is not None)
    wall = _wall(document, numbers, stated.walls)
    if wall is not None and (open_ or closed is not None):
        reason = ending if open_ or closed is None else closed.why
        yield _Sign(f"{reason}, and a wall follows: {wall.text[:80]!r}", (wall.start, wall.end), 0.8)


def _notices(document: Document, last: int, sure: bool) -> Iterator[_Sign]:
    """Yield the first notice of a paywall after the text: right after it, or anywhere if other signs agree."""
    until = len(document.blocks) if sure else last + 1 + _NEAR
    for block in document.blocks[last:until]:
        if _is_notice(block, _NOTICE_WORDS):
            yield _Sign(f"a paywall notice: {block.text[:80]!r}", (block.start, block.end), block.confidence)
            return


def _is_notice(block: Block, words: int) -> bool:
    return block.label == "paywall" and block.rule != _BY_MARKUP and has_words(block.text, words)


def _after(document: Document, number: int) -> tuple[Block, ...]:
    return document.blocks[number + 1 : number + 1 + _NEAR]


def _is_open(block: Block) -> bool:
    """Return whether running text ends without the end of a sentence, or promises what does not follow."""
    text = block.text.rstrip()
    return block.element in _RUNNING and (not ends_sentence(text) or text[-1:] in ":;,")


def _wall(document: Document, numbers: list[int], walls: tuple[str, ...]) -> Block | None:
    """Return the first block of an element that is named as a wall and stands where the article's text ends."""
    named = _walled(document, walls)
    if not any(named):
        return None
    total = sum(len(block.text) for block in document.blocks)
    inside = [b for b in document.blocks if b.parent >= 0 and named[b.parent]]
    if not inside or sum(len(block.text) for block in inside) > _MOST_OF_PAGE * total:
        return None
    text = sum(len(document.blocks[number].text) for number in numbers)
    after = 0
    for at in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[at]
        walled = block.parent >= 0 and named[block.parent]
        if block.in_text and not walled:
            after += len(block.text)
            if after > _MOST_AFTER * text:
                return None
        elif walled:
            while at and (parent := document.blocks[at - 1].parent) >= 0 and named[parent]:
                at -= 1
            return document.blocks[at]
    return None


def _walled(document: Document, walls: tuple[str, ...]) -> list[bool]:
    """Return for each element whether it stands in a visible one that is named as a wall."""
    named: list[bool] = []
    for element in document.elements:
        own = bool(element.names) and not element.hidden and element.tag not in ("html", "body") and any(
            name in walls for name in element.names.lower().split()
        )  # fmt: skip
        named.append(own or (element.parent >= 0 and named[element.parent]))
    return named
