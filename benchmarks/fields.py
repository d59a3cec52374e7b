"""How often dates, titles and authors of labelled pages are right, and how often a date is named where there is none.

    python benchmarks/fields.py PAGES [--every N] [--type A,B] [--text] [--peers] [--wrong date|title|author]

Date: the day must be the labelled one; `answered` is the share of undated pages that get a date all the same. Title:
equal but for white space. Author: F1 over words, pages with an author alone. `--text` gives the text of the page alone
(inscriptis, its first 20,000 characters). CPU time is that of a whole `cleaner.clean`, peers read the fields alone.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import pages

TEXT_CHARS = 20_000
WORD = re.compile(r"\w+")
FIELDS = ("date", "title", "author")


class Read(NamedTuple):
    """What one system read of one page; None where it says nothing."""

    date: str | None = None
    title: str | None = None
    author: str | None = None


System = Callable[[bytes | str, str | None], Read]


def ours(content: bytes | str, url: str | None) -> Read:
    import cleaner

    record = cleaner.clean(content, url=url).record
    return Read(record.published_date, record.title, "; ".join(record.authors) or None)


def by_htmldate(content: bytes | str, url: str | None, thorough: bool = True) -> Read:
    from htmldate import find_date

    page = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return Read(date=find_date(page, extensive_search=thorough))


def by_trafilatura(content: bytes | str, url: str | None) -> Read:
    from trafilatura.metadata import extract_metadata

    told = extract_metadata(content, default_url=url)
    return Read(told.date, told.title, told.author) if told else Read()


PEERS: dict[str, System] = {
    "htmldate": by_htmldate, "htmldate, fast": partial(by_htmldate, thorough=False), "trafilatura": by_trafilatura,
}  # fmt: skip


def plain(page: pages.Page) -> str:
    """Return the text of a page alone."""
    from inscriptis import get_text

    return str(get_text(page.html().decode("utf-8", "replace")))[:TEXT_CHARS]


def squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def token_f1(told: str | None, truth: str) -> float:
    """Return the F1 of two texts' words, lower case, as multisets.

    >>> token_f1("Ann Lee, Reuters", "Ann Lee")
    0.8
    """
    one, other = (Counter(WORD.findall(text.lower())) for text in (told or "", truth))
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def score(page: pages.Page, read: Read) -> Iterator[tuple[str, float]]:
    """Yield what one page adds to each figure."""
    if page.date:
        right = (read.date or "").startswith(page.date)
        yield "date", right
        if read.date:
            yield "precision", right
    else:
        yield "answered", bool(read.date)
    if page.title:
        yield "title", squeezed(read.title) == squeezed(page.title)
    if page.author:
        yield "author", token_f1(read.author, page.author)
    else:
        yield "author?", bool(read.author)


COLUMNS = {
    "date": "date exact", "precision": "date precision", "answered": "undated answered", "title": "title exact",
    "author": "author F1", "author?": "unsigned answered", "ms": "ms",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pages.arguments(parser)
    parser.add_argument("--text", action="store_true", help="of the text of each page alone")
    parser.add_argument("--peers", action="store_true", help="htmldate and trafilatura beside ours")
    parser.add_argument("--wrong", choices=FIELDS, help="print the pages on which ours is wrong")
    options = parser.parse_args()
    systems = {"cleaner": ours, **(PEERS if options.peers else {})}
    figures: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in systems}
    for page in pages.chosen(options):
        content = plain(page) if options.text else page.html()
        for name, system in systems.items():
            started = time.process_time()
            read = system(content, page.url)
            figures[name]["ms"].append(1000 * (time.process_time() - started))
            for figure, value in score(page, read):
                figures[name][figure].append(value)
            if name == "cleaner" and options.wrong:
                tell(page, options.wrong, read)
    print("| system | " + " | ".join(COLUMNS.values()) + " |\n|---|" + "---|" * len(COLUMNS))
    for name, told in figures.items():
        shown = (f"{fmean(told[c]):.1f}" if c == "ms" else f"{fmean(told[c]):.3f}" if told[c] else "-" for c in COLUMNS)
        print(f"| {name} | " + " | ".join(shown) + " |")


def tell(page: pages.Page, field: str, read: Read) -> None:
    """Print one page that ours reads otherwise than its labels."""
    truth, told = getattr(page, field), getattr(read, field)
    same = squeezed(told) == squeezed(truth) or (field == "date" and truth and (told or "").startswith(truth))
    if not same:
        print(f"{page.id} {page.type:14} {truth!r}\n{'':20}{told!r}")


if __name__ == "__main__":
    main()
