"""How much of an article's structure the Markdown keeps, beside peers, where the main content is given as Markdown.

    python benchmarks/structure.py FOLDER [--every 3] [--systems cleaner,oracle,trafilatura]

FOLDER holds labelled pages (html/ID.html.gz and ground-truth/ID.json with `main_content_markdown`). Every system's
Markdown is parsed by one parser, markdown-it-py, and its elements are compared with those of the truth by their words:
headings, list items, cells and rows of tables, quotations, code, links.

Structure is judged on the text that both have: an element of the truth counts when the system gave its words at all, in
whatever shape, and an element of the system counts when its words stand in the truth. So a table given as paragraphs
is lost, a table that was left out is not asked about. Precision is asked where the truth marks such elements at all:
many truths give lists as plain lines. `oracle` is our Markdown of the blocks that the truth holds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

import pages as labelled
from markdown_it import MarkdownIt
from markdown_it.token import Token

KINDS = ("heading", "heading, level", "item", "item, ordered", "item, depth", "cell", "row", "quotation", "code",
         "link", "link, target")  # fmt: skip
WORD = re.compile(r"[^\W_]+")
LONG = 4
"""A block of so many words is the truth's when they stand there in a row; a shorter one must be a whole line of it."""

System = Callable[[bytes, str, str], str]
"""Page, address and truth (for the oracle alone) to Markdown."""


class Parsed(NamedTuple):
    """The elements of a Markdown text by kind, and all its words in a row."""

    elements: dict[str, Counter[tuple[str, str]]]
    words: str
    lines: frozenset[str]


def spell(text: str) -> str:
    """Return the words of a text in lower case, with a space at either end and between."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def parse(text: str, url: str) -> Parsed:
    """Return the elements of a Markdown text: of each its words, and what else of it must be right."""
    tokens = _PARSER.parse(text)
    elements: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    told: list[str] = []
    lines: set[str] = set()
    open_: list[Token] = []
    row: list[str] = []

    def add(kind: str, words: str, more: str = "") -> None:
        if words.strip():
            elements[kind][words, more] += 1

    for token in tokens:
        if token.nesting == 1:
            open_.append(token)
        elif token.nesting == -1:
            open_.pop()
            if token.type == "tr_close":
                add("row", " | ".join(row) if any(row) else "")
                row = []
        elif token.type in ("fence", "code_block"):
            add("code", spell(token.content))
            told.append(token.content)
        elif token.type == "html_block":
            told.append(re.sub(r"<[^>]*>", " ", token.content))
        elif token.type == "inline":
            words = spell(_told(token))
            told.append(words)
            lines.add(words)
            kinds = [parent.type.removesuffix("_open") for parent in open_]
            if "heading" in kinds:
                add("heading", words)
                add("heading, level", words, open_[kinds.index("heading")].tag)
            elif "th" in kinds or "td" in kinds:
                add("cell", words)
                row.append(words.strip())
            elif "list_item" in kinds and kinds[-2:] == ["list_item", "paragraph"]:
                lists = [kind for kind in kinds if kind.endswith("_list")]
                add("item", words)
                add("item, depth", words, str(len(lists)))
                if lists[-1] == "ordered_list":
                    add("item, ordered", words)
            if "blockquote" in kinds:
                add("quotation", words)
            for label, href in _links(token):
                add("link", spell(label))
                add("link, target", spell(label), _address(href, url))
            for child in token.children or ():
                if child.type == "code_inline":
                    add("code", spell(child.content))
    return Parsed(elements, spell(" ".join(told)), frozenset(lines))


def _told(token: Token) -> str:
    return "".join(
        child.content if child.type in ("text", "code_inline") else " " if child.type.endswith("break") or
        child.type == "html_inline" else ""
        for child in token.children or ()
    )  # fmt: skip


def _links(token: Token) -> Iterator[tuple[str, str]]:
    href, label = "", ""
    for child in token.children or ():
        if child.type == "link_open":
            href, label = str(child.attrs.get("href", "")), ""
        elif child.type == "link_close":
            yield label, href
        else:
            label += child.content if child.type in ("text", "code_inline") else ""


def _address(href: str, url: str) -> str:
    try:
        parts = urlsplit(urljoin(url, unquote(href)))
    except ValueError:
        return href
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


class Tally:
    """What one system got right, by kind."""

    def __init__(self) -> None:
        self.precision: defaultdict[str, list[float]] = defaultdict(list)
        self.recall: defaultdict[str, list[float]] = defaultdict(list)
        self.f1: defaultdict[str, list[float]] = defaultdict(list)
        self.seconds = 0.0

    def add(self, found: Parsed, truth: Parsed) -> None:
        for kind in KINDS:
            due = _also(truth.elements.get(kind, Counter()), found.words)
            given = _also(found.elements.get(kind, Counter()), truth.words)
            if not truth.elements.get(kind):
                continue
            right = (due & given).total()
            if given:
                self.precision[kind].append(right / given.total())
            if due:
                self.recall[kind].append(right / due.total())
            if due or given:
                self.f1[kind].append(2 * right / (due.total() + given.total()))

    def line(self, kind: str) -> str:
        rows = (self.precision[kind], self.recall[kind], self.f1[kind])
        return " ".join(f"{sum(row) / len(row):.3f}" if row else "  -  " for row in rows)


def _also(elements: Counter[tuple[str, str]], words: str) -> Counter[tuple[str, str]]:
    """Return the elements all of whose words the other text has in a row; a row of a table cell by cell."""
    return Counter({
        element: count for element, count in elements.items()
        if all(f" {part.strip()} " in words for part in element[0].split("|"))
    })  # fmt: skip


# --- systems ---------------------------------------------------------------------------------------------------------


def _cleaner() -> System:
    import cleaner

    return lambda html, url, truth: cleaner.clean(html, url=url).markdown


def _oracle() -> System:
    from cleaner.readers import document

    def markdown(html: bytes, url: str, truth: str) -> str:
        known = parse(truth, url)
        read = document(html, format="html")

        def label(text: str) -> str:
            words = spell(text)
            held = words in known.lines or (words.count(" ") > LONG and words in known.words)
            return "body" if held else "nav"

        labels = ("nav" if block.element == "image" else label(block.text) for block in read.blocks)
        blocks = tuple(map(lambda block, said: replace(block, label=said), read.blocks, labels))
        return replace(read, blocks=blocks).markdown

    return markdown


def _trafilatura() -> System:
    import trafilatura

    return lambda html, url, truth: trafilatura.extract(
        html, url=url, output_format="markdown", include_links=True, include_tables=True, include_formatting=True
    ) or ""  # fmt: skip


def _html2text() -> System:
    import html2text

    def markdown(html: bytes, url: str, truth: str) -> str:
        maker = html2text.HTML2Text(bodywidth=0)
        maker.ignore_images = True
        return maker.handle(html.decode("utf-8", "replace"))

    return markdown


def _markdownify() -> System:
    import markdownify

    return lambda html, url, truth: markdownify.markdownify(
        html.decode("utf-8", "replace"), heading_style="ATX", strip=["script", "style", "img"]
    )


SYSTEMS: dict[str, Callable[[], System]] = {
    "cleaner": _cleaner, "oracle": _oracle, "trafilatura": _trafilatura, "html2text": _html2text,
    "markdownify": _markdownify,
}  # fmt: skip
_PARSER = MarkdownIt("commonmark").enable("table")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    labelled.arguments(parser)
    parser.add_argument("--systems", default=",".join(SYSTEMS), help="comma-separated; all that are installed")
    options = parser.parse_args()
    made: dict[str, System] = {}
    for name in options.systems.split(","):
        try:
            made[name] = SYSTEMS[name]()
        except ImportError as error:
            print(f"{name}: left out, {error}", file=sys.stderr)
    tallies = run(labelled.chosen(options), options.folder, made)
    show(tallies)


def run(pages: Sequence[labelled.Page], folder: Path, systems: dict[str, System]) -> dict[str, Tally]:
    """Return how each system did on the pages whose truth is given as Markdown."""
    tallies = {name: Tally() for name in systems}
    for page in pages:
        said = json.loads((folder / "ground-truth" / f"{page.id}.json").read_text(encoding="utf-8"))
        markdown = said["ground_truth"].get("main_content_markdown")
        if not markdown:
            continue
        url, html = page.url or "", page.html()
        truth = parse(markdown, url)
        for name, system in systems.items():
            started = time.process_time()
            try:
                text = system(html, url, markdown)
            except Exception as error:  # a peer that fails on a page gives nothing
                print(f"{name}, {page.id}: {type(error).__name__}", file=sys.stderr)
                text = ""
            tallies[name].seconds += time.process_time() - started
            tallies[name].add(parse(text, url), truth)
    return tallies


def show(tallies: dict[str, Tally]) -> None:
    """Print precision, recall and F1 of every kind of element, each the mean of the pages on which it is asked."""
    print(f"{'precision recall F1':16}" + "".join(f"{name:^22}" for name in tallies))
    for kind in KINDS:
        print(f"{kind:16}" + "".join(f"{tally.line(kind):^22}" for tally in tallies.values())
              + f"{max(len(tally.recall[kind]) for tally in tallies.values()):5} pages")  # fmt: skip
    print(f"{'CPU seconds':16}" + "".join(f"{tally.seconds:^22.1f}" for tally in tallies.values()))


if __name__ == "__main__":
    main()
