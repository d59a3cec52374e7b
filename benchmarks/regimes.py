"""Naive text dumps of a page: what a scraper without a main-content step would hand over. Keeps them in a cache.

| regime | how the text was made |
|---|---|
| soup | every text node on a line of its own (Beautiful Soup) |
| inscriptis | the page laid out as text |
| md | Markdown by html2text, links kept |
| mdify | Markdown by markdownify, links kept, scripts dropped |
| crop | the largest article element, else main, else body, laid out, the page's title above |
| recall | trafilatura asked for recall, with comments and tables |
| newspaper | newspaper4k's title and text |
| flat | soup with its line ends turned into spaces |
| clean | the truth itself: nothing should change |
"""

from __future__ import annotations

import gzip
import hashlib
import json
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.pages import Page

UNREAD = ("script", "style", "noscript", "template", "svg")
CONTAINERS = ("//article", "//main|//*[@role='main']", "//body")


def _soup(html: str) -> str:
    soup: Any = import_module("bs4").BeautifulSoup
    return str(soup(html, "lxml").get_text("\n", strip=True))


def _laid_out(html: str) -> str:
    return str(import_module("inscriptis").get_text(html))


def _md(html: str) -> str:
    writer: Any = import_module("html2text").HTML2Text(bodywidth=0)
    return str(writer.handle(html))


def _mdify(html: str) -> str:
    tree: Any = import_module("bs4").BeautifulSoup(html, "lxml")
    for element in tree(list(UNREAD)):
        element.decompose()
    return str(import_module("markdownify").markdownify(str(tree.body or tree)))


def _crop(html: str) -> str:
    lxml: Any = import_module("lxml.html")
    raw = html.encode("utf-8", "replace")
    page = lxml.document_fromstring(raw, parser=lxml.HTMLParser(encoding="utf-8"))
    found = next((there for path in CONTAINERS if (there := page.xpath(path))), [page])
    largest = max(found, key=lambda element: len(element.text_content()))
    title = (page.findtext(".//title") or "").strip()
    return f"{title}\n\n{_laid_out(lxml.tostring(largest, encoding='unicode'))}"


def _recall(html: str) -> str:
    extract: Any = import_module("trafilatura").extract
    return extract(html, favor_recall=True, include_comments=True, include_tables=True) or ""


def _newspaper(html: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses a library of language processing, which nothing here needs
        library: Any = import_module("newspaper")
    article = library.Article("https://example.org/", language="en", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return f"{article.title}\n\n{article.text}"


def _flat(html: str) -> str:
    return _soup(html).replace("\n", " ")


RENDERERS: dict[str, Callable[[str], str]] = {
    "soup": _soup, "inscriptis": _laid_out, "md": _md, "mdify": _mdify, "crop": _crop, "recall": _recall,
    "newspaper": _newspaper, "flat": _flat,
}  # fmt: skip
REGIMES = (*RENDERERS, "clean")


def dumps(page: Page, regimes: Sequence[str], cache: Path | None = None) -> dict[str, str]:
    """Return the dumps of a page by regime; one whose library is missing or fails is not among them.

    A cache is a folder of ID.json.gz; a page that has changed since is rendered again.
    """
    html = page.html()
    made_from = hashlib.sha256(html).hexdigest()
    path = cache / f"{page.id}.json.gz" if cache else None
    known: dict[str, str] = {}
    if path and path.is_file():
        kept = json.loads(gzip.decompress(path.read_bytes()))
        known = kept["dumps"] if kept["made_from"] == made_from else {}
    text, new = html.decode("utf-8", "replace"), {}
    for name in regimes:
        if name in RENDERERS and name not in known:
            try:
                new[name] = RENDERERS[name](text)
            except Exception:  # not installed, or a library stumbled over the page: nobody is scored on it
                continue
    if path and new:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {"made_from": made_from, "dumps": {**known, **new}}
        path.write_bytes(gzip.compress(json.dumps(kept, sort_keys=True).encode("utf-8"), compresslevel=5, mtime=0))
    known |= new
    if "clean" in regimes:
        known["clean"] = page.truth
    return {name: known[name] for name in regimes if name in known}
