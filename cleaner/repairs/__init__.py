"""What is mended in a text, in order, and the one way in for a text that is no document. Never labels, never removes.

`propose` is the stage `repair_text`: names, spaces and doubled punctuation of article blocks; `encoding.propose` is
the stage before it, for every block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from cleaner.config import Config
from cleaner.detect import detect
from cleaner.document import Block, Document
from cleaner.ledger import Edit, Flag, Proposal
from cleaner.repairs import encoding, lost, names, punctuation, spaces
from cleaner.repairs.changes import ROUNDS, Change, Pass, carry_out, chain, edits, settle
from cleaner.repairs.incode import Code
from cleaner.repairs.witnesses import NOWHERE


def propose(document: Document, config: Config) -> Iterator[Proposal]:
    """Yield the repairs of the article's own blocks, each with its reason.

    Names, spaces and punctuation take turns until none has anything more to change, so the repaired document needs
    no further repair; one that never settles is left alone. Characters stood before them, for a garbled name can't be
    compared. What was set as preformatted stays as it was set.
    """
    blocks = {
        number: block
        for number, block in enumerate(document.blocks)
        if (block.in_text or block.label in ("title", "kicker")) and block.element != "preformatted"
    }
    texts = {n: b.text for n, b in blocks.items()}
    quiet = _quiet(texts)
    steps = {n: () if quiet else
             _passes(b, document.format != "html", b.language if b.language != "und" else document.language)
             for n, b in blocks.items()}  # fmt: skip
    total, flags = mend(texts, steps, document.language)
    code = Code(document)
    for number, found in total.items():
        changes = code.spared(blocks[number], found)
        yield from edits(number, texts[number], changes)
        # a repair may lay open what was lost
        yield from code.outside(blocks[number], lost.flags(number, texts[number], changes))
    yield from flags
    for number, block in blocks.items():
        yield from lost.stripped(number, block.text, _prose(block, document))


def _prose(block: Block, document: Document) -> str:
    """Return the language of a block if there is no doubt of it: the document's own, or the one of the two known."""
    if document.language == "und":
        return block.language
    return document.language if block.language in ("und", document.language) else "und"


def _quiet(texts: dict[int, str]) -> bool:
    """Return whether a look at all texts at once finds no space, mark or character that a pass could change."""
    joined = "\n".join(texts.values())
    if joined.count("\n") >= max(1, len(texts)) or spaces.HINT.search(joined) or punctuation.HINT.search(joined):
        return False
    return joined[:1] != " " and joined[-1:] != " " and encoding.readable(joined)


def _passes(block: Block, entities: bool, language: str) -> tuple[Pass, ...]:
    return (*encoding.passes(entities, block), partial(spaces.changes, language=language), punctuation.changes)


def mend(
    texts: dict[int, str], steps: dict[int, tuple[Pass, ...]], language: str, elsewhere: Mapping[str, int] = NOWHERE
) -> tuple[dict[int, list[Change]], list[Flag]]:
    """Return the changes of each text, and flags on the texts as given.

    Names are compared across all texts, the other passes look at one. Empty where the texts don't settle.
    `elsewhere` says how often names stand in other documents.
    """
    now = dict(texts)
    total: dict[int, list[Change]] = {}
    flags: list[Flag] = []
    for turn in range(ROUNDS):
        renamed, noted = names.changes(now, language, elsewhere)
        if turn == 0:
            flags = noted
        quiet = not renamed
        for number, changes in renamed.items():
            total[number] = chain(texts[number], total.get(number, []), now[number], changes)
            now[number] = carry_out(now[number], changes)
        for number, text in now.items():
            if turn and text == texts[number] and number not in renamed:
                continue
            if steps[number] and (changes := settle(text, steps[number])):
                total[number] = chain(texts[number], total.get(number, []), text, changes)
                now[number] = carry_out(text, changes)
                quiet = False
        if quiet:
            return total, flags
    return {}, []


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired text and what was changed in it, offsets in the text as given."""

    text: str
    ledger: tuple[Edit, ...]


def fix(text: str, language: str | None = None, elsewhere: Mapping[str, int] = NOWHERE) -> Fixed:
    """Return the text with its repairs made, paragraph by paragraph (a line is a paragraph), and each change explained.

    The language is told from the text where it is not given. What is returned needs no further repair; a text that
    never settles comes back as it was. `elsewhere` may hold how often names (full, or the surname alone) stand in other
    documents: one more witness of which spelling is odd, never a spelling by itself.

    >>> fix("Le pr\u00c3\u00a9sident, a-t-il dit. .").text
    'Le président, a-t-il dit.'
    >>> [edit.kind for edit in fix("quoted by AFP. .").ledger]
    ['doubled_punctuation']
    """
    characters = encoding.passes(True)
    total = settle(text, characters)  # before names are compared, and before anybody asks for the language
    now = carry_out(text, total)
    for _ in range(ROUNDS):
        tag = language or detect(now)
        steps: tuple[Pass, ...] = (*characters, partial(spaces.changes, language=tag, lines=True))
        steps += (punctuation.changes,)
        changes = mend({0: now}, {0: steps}, tag, elsewhere)[0].get(0, [])
        if not changes:
            return Fixed(now, tuple(edits(0, text, total)))
        total = chain(text, total, now, changes)
        now = carry_out(now, changes)
    return Fixed(text, ())
