"""Quotations on real pages, beside who is quoted as annotators noted it: is the speaker right, wrong or missing?

    python -m benchmarks.quotations PAGES [--part seen|unseen] [--verbose]

PAGES is WCXB's development part (benchmarks/pages.py tells its layout). quotations.tsv holds what two annotators noted
of the quotations of six words and more on 144 of its pages: page, part, the digest of the quotation's letters, who says
it; `-` where nobody does (a title, a slogan, an example), `?` where the page leaves it open, `|` between names that
would do. Pages of the part `seen` were read while rules were written, those of `unseen` were not. Of the pages' text
nothing is kept here.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import cleaner
from benchmarks import pages
from cleaner import quotes
from cleaner.config import Config
from cleaner.document import Document
from cleaner.tables.rows import Statement
from cleaner.text import fold
from cleaner.training.annotated import same_name

NOTES = Path(__file__).with_name("quotations.tsv")
MIN_WORDS = 6
PARTS = ("seen", "unseen")


def main() -> int:
    """Print a line a part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pages.arguments(parser)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--verbose", action="store_true", help="name every quotation that is not right")
    options = parser.parse_args()
    notes = noted()
    wanted = {page for part, page, _ in notes if options.part in (None, part)}
    counts: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
    for page in pages.chosen(options):
        if page.id in wanted:
            document = cleaner.clean(page.html(), url=page.url, config=Config(profile="statements"))
            for part, verdict, line in compare(page.id, document, notes):
                counts[part][verdict] += 1
                if options.verbose and verdict != "right":
                    print(f"{page.id} {verdict}: {line}")
    for part, count in counts.items():
        if due := count["right"] + count["wrong"] + count["missing"]:
            print(f"{part:7} right {count['right'] / due:.3f} ({count['right']} of {due}), wrong {count['wrong']}, "
                  f"missing {count['missing']}; nobody's: {count['silent'] + count['false']}, "
                  f"given to somebody {count['false']}")  # fmt: skip
    return 0


def noted() -> dict[tuple[str, str, str], str]:
    """Return who says a quotation by part, page and digest."""
    rows = (line.split("\t") for line in NOTES.read_text(encoding="utf-8").splitlines()[1:])
    return {(part, page, digest): who for page, part, digest, who in rows}


def digest(text: str) -> str:
    """Return the digest of the letters and digits of a text, whatever its marks, spaces and case."""
    letters = "".join(c for c in fold(text) if c.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:12]


def compare(page: str, document: Document, notes: dict[tuple[str, str, str], str]) -> Iterator[tuple[str, str, str]]:
    """Yield part, verdict and a line that tells it, for each noted quotation of a page that is found in its text."""
    text = document.text
    said = [s for s in document.statements if s.in_ == "text" and s.kind != "non_statement"]
    for quote in quotes.outermost(quotes.find(text)):
        written = text[quote.start : quote.end]
        key = next((k for part in PARTS if (k := (part, page, digest(written))) in notes), None)
        if not quote.closed or len(written.split()) < MIN_WORDS or key is None or notes[key] == "?":
            continue
        who, due = speaker(said, quote.start, quote.end), notes[key]
        if due == "-":
            verdict = "false" if who else "silent"
        elif not who:
            verdict = "missing"
        else:
            verdict = "right" if any(same_name(name, who) for name in due.split("|")) else "wrong"
        yield key[0], verdict, f"{who or 'nobody'} for {due}: {written[:80]!r}"


def speaker(said: list[Statement], start: int, end: int) -> str | None:
    """Return who says most of [start, end): of the shortest statement that holds half of it, the first speaker."""
    held = [s for s in said if any(2 * (min(end, b) - max(start, a)) > end - start
                                   for a, b in s.content or ((s.text_start, s.text_end),))]  # fmt: skip
    held.sort(key=lambda s: s.text_end - s.text_start)
    return next((name for s in held for name in s.co_speakers or ((s.speaker,) if s.speaker else ())), None)


if __name__ == "__main__":
    sys.exit(main())
