"""Whether a page shows no main content at all: an empty frame that a script fills, menus and nothing between them.

Looks at what stands outside menus, footers, forms and consent overlays. Names no block.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.document import Document
from cleaner.label.furniture.overlays import consent
from cleaner.text import count_words, ends_sentence

_FRAME: Final = frozenset({"nav", "header", "footer", "dialog", "form", "button", "select"})
_CONTROLS: Final = frozenset({"button", "option", "image"})
_MOST_WORDS: Final = 40
_MOST_UNLINKED: Final = 100
"""On the labelled pages 11 of 21 without main content show no more than this, and of 1,470 with main content only
those whose text is nowhere in the page."""
_SENTENCE_WORDS: Final = 10


def shell(document: Document, overlaid: Sequence[bool] | None = None) -> bool:
    """Return whether a page shows no main content; text that is no page never does, unless it is empty.

    `overlaid` is what `consent` says of the document, where it is known already.

    >>> from cleaner.readers import document as read
    >>> shell(read("<nav><a href=/>Home</a></nav><div id=root></div>", format="html"))
    True
    >>> shell(read("<nav><a href=/>Home</a></nav><p>The old bridge is open again, so she and he said.", format="html"))
    False
    """
    if document.format != "html" or not document.blocks:
        return not document.blocks
    if overlaid is None:
        overlaid = consent(document)
    frame: list[bool] = []
    for tag, parent, _, _ in document.elements:
        frame.append(tag in _FRAME or (parent >= 0 and frame[parent]))
    shown, unlinked = 0, 0.0
    for block in document.blocks:
        if block.parent >= 0 and overlaid[block.parent]:
            continue
        words = count_words(block.text)
        unlinked += words * (1.0 - block.link_share)
        if unlinked > _MOST_UNLINKED:
            return False
        if block.element not in _CONTROLS and not (block.parent >= 0 and frame[block.parent]):
            shown += words
            if words >= _SENTENCE_WORDS and block.link_share < 0.5 and ends_sentence(block.text):
                return False
            if shown > _MOST_WORDS:
                return False
    return True
