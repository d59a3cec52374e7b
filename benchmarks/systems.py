"""What takes the main content out of a page: ours, and every peer that can be installed. Loads each only when asked.

A system is a function that loads its library and returns `extract(html, url) -> text`. Each is used as its manual says,
with the output set to plain text; decoding, where an interface wants a string, is part of its time.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from inspect import signature
from typing import Any

Extract = Callable[[bytes, "str | None"], "str | None"]
Make = Callable[[], Extract]

REFERENCE = "trafilatura"
"""Whose CPU time is 1."""
SOMEWHERE = "https://example.org/"
"""Stands in for an address where an interface insists on one."""


def _decoded(html: bytes) -> str:
    return html.decode("utf-8", "replace")


def _text_of(html: str | None) -> str:
    """Return the visible text of a piece of HTML that a peer gives back."""
    return str(import_module("html_text").extract_text(html)) if html else ""


def cleaner() -> Extract:
    """Reading, labelling and text alone, where the package has that path; else the same as `cleaner_full`."""
    ours: Any = import_module("cleaner")
    lean: Any = getattr(ours, "extract", None)
    return cleaner_full() if lean is None else lambda html, url: str(lean(html, url=url))


def cleaner_full(**settings: Any) -> Extract:
    """The whole pipeline: repairs, fields, statements and issues too."""
    ours: Any = import_module("cleaner")
    config = ours.Config(**settings)
    return lambda html, url: str(ours.clean(html, url=url, config=config).text)


def cleaner_engine_trafilatura() -> Extract:
    """Ours, with the choice of main content left to trafilatura."""
    return cleaner_full(engine="trafilatura")


def trafilatura(**settings: Any) -> Extract:
    extract: Any = import_module("trafilatura").extract
    return lambda html, url: extract(_decoded(html), url=url, **settings)


def trafilatura_no_comments() -> Extract:
    return trafilatura(include_comments=False)


def trafilatura_fast() -> Extract:
    return trafilatura(fast=True)


def trafilatura_precision() -> Extract:
    return trafilatura(favor_precision=True)


def trafilatura_recall() -> Extract:
    return trafilatura(favor_recall=True)


def rs_trafilatura() -> Extract:
    extract: Any = import_module("rs_trafilatura").extract
    return lambda html, url: str(extract(_decoded(html), url=url).main_content)


def resiliparse() -> Extract:
    extract: Any = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda html, url: str(extract(_decoded(html), main_content=True))


def readability_lxml() -> Extract:
    document: Any = import_module("readability").Document
    _text_of("<p>")
    return lambda html, url: _text_of(document(_decoded(html)).summary())


def justext() -> Extract:
    library: Any = import_module("justext")
    stop = library.get_stoplist("English")

    def extract(html: bytes, url: str | None) -> str:
        parts = library.justext(html, stop, encoding="utf-8")
        return "\n".join(part.text for part in parts if not part.is_boilerplate)

    return extract


def newspaper4k() -> Extract:
    library: Any = import_module("newspaper")

    def extract(html: bytes, url: str | None) -> str:
        article = library.Article(url or SOMEWHERE, fetch_images=False, language="en")
        article.download(input_html=_decoded(html))
        article.parse()
        return str(article.text)

    return extract


def goose3() -> Extract:
    goose: Any = import_module("goose3").Goose({"enable_image_fetching": False})
    return lambda html, url: str(goose.extract(raw_html=_decoded(html)).cleaned_text)


def boilerpy3() -> Extract:
    extractor: Any = import_module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False)
    return lambda html, url: str(extractor.get_content(_decoded(html)))


def magic_html() -> Extract:
    extractor: Any = import_module("magic_html").GeneralExtractor()
    _text_of("<p>")
    return lambda html, url: _text_of(extractor.extract(_decoded(html), base_url=url or SOMEWHERE)["html"])


def pydefuddle() -> Extract:
    library: Any = import_module("pydefuddle")
    _text_of("<p>")
    return lambda html, url: _text_of(library.defuddle(_decoded(html), url=url or "").content)


def html_to_markdown() -> Extract:
    library: Any = import_module("html_to_markdown")
    cut = library.PreprocessingOptions(enabled=True, preset="aggressive")
    options = library.ConversionOptions(output_format="plain", preprocessing=cut)
    return lambda html, url: str(library.convert(_decoded(html), options).content)


def everything_inscriptis() -> Extract:
    """All visible text, chosen by nobody: the floor."""
    get_text: Any = import_module("inscriptis").get_text
    return lambda html, url: str(get_text(_decoded(html)))


SYSTEMS: dict[str, Make] = {
    make.__name__: make
    for make in (
        cleaner, cleaner_full, cleaner_engine_trafilatura, trafilatura, trafilatura_no_comments, trafilatura_fast,
        trafilatura_precision, trafilatura_recall, rs_trafilatura, resiliparse, readability_lxml, justext, newspaper4k,
        goose3, boilerpy3, magic_html, pydefuddle, html_to_markdown, everything_inscriptis,
    )
}  # fmt: skip


def system(name: str) -> Make:
    """Return a system by its name, or a function of yours by `module:function`, with (html) or (html, url)."""
    if name in SYSTEMS:
        return SYSTEMS[name]
    module, colon, function = name.partition(":")
    if not colon:
        raise KeyError(f"{name}: no such system. There are {', '.join(SYSTEMS)}; or give module:function.")

    def make() -> Extract:
        extract: Any = getattr(import_module(module), function)
        if "url" in signature(extract).parameters:
            return lambda html, url: str(extract(html, url=url) or "")
        return lambda html, url: str(extract(html) or "")

    return make
