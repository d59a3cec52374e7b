"""Documents built by hand, already labelled, for tests of what comes after labelling."""

from __future__ import annotations

from cleaner.document import Block, Document, Link
from cleaner.ledger import Label
from cleaner.tables.rows import Evidence


def document(
    *labelled: tuple[str, str],
    language: str = "en",
    given: dict[str, str] | None = None,
    links: dict[int, str] | None = None,
) -> Document:
    """Return a document of blocks with these labels and texts, each on a line of its own.

    `given` are hints of role given; `links` puts a link over the whole of a block, by its number.
    """
    source, blocks = "", []
    for number, (_, text) in enumerate(labelled):
        start, end = len(source), len(source) + len(text)
        over = (Link(start, end, links[number]),) if links and number in links else ()
        blocks.append(Block(text, start, end, links=over, language=language))
        source += text + "\n\n"
    hints = tuple(Evidence(k, v, "given", None, None, "given by the user", 1.0) for k, v in (given or {}).items())
    made = Document(source, tuple(blocks), hints=hints, language=language)
    return made.apply(
        "label", [Label(n, label, "test/label", "said by the test", 0.95) for n, (label, _) in enumerate(labelled)]
    )


def codes(notes: object) -> set[str]:
    """Return the codes of the notes of a finding."""
    return {note.code for note in notes.notes}  # type: ignore[attr-defined]
