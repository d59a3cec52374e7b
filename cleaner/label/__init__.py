"""Name every block. Reads rules of the packs and the shape of the page; never touches text.

Rules of wording (packs) speak first. Then, of a page or a dump of one, the trained model says what is article and place
and markup say what the rest is; of a short text, lists that a heading announces, the run of prose that is the article,
and what stands above, inside and below it. A block that an earlier voice named keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cleaner.config import Config
from cleaner.document import Document
from cleaner.label import chain, judged, page, second, segment
from cleaner.label.article import amid, appended, head, results, signing, tail
from cleaner.label.article.quoted import is_quoted
from cleaner.label.article.span import article_span
from cleaner.label.furniture import marked, sections
from cleaner.label.learned import model
from cleaner.label.reasons import REASONS
from cleaner.label.views import View, host_of, index, views
from cleaner.language import builtin_rules
from cleaner.ledger import Label
from cleaner.rule_index import Hit

__all__ = ["REASONS", "propose", "segment"]

_ZONED: Final = ("head", "tail", "edge")
_HARDLY_SURER: Final = 0.1
_SURE_ABROAD: Final = 0.94
_SURE_BUTTON: Final = 0.9
_BANNER_LABELS: Final = ("cookie_button", "cookie_banner")
_WORDS_ABROAD: Final = 3


def propose(document: Document, config: Config) -> Iterator[Label]:
    """Yield a label for every block that has none."""
    if not document.blocks or all(block.label for block in document.blocks):
        return
    seen = named(document, config)
    chain.rename(seen, document)
    if document.format != "html":
        results.take_back(seen)
        appended.take_back(seen)
    for view, block in zip(seen, document.blocks, strict=True):
        if not block.label:
            yield Label(view.number, view.label, view.rule, view.why, round(view.confidence, 3), view.article)


def named(document: Document, config: Config) -> list[View]:
    """Return the views of all blocks, each named by wording, by the model, or by shape and place."""
    seen = prepared(document, config)
    kind: model.Kind = "html" if document.format == "html" else "text"
    if config.engine == "trafilatura" and kind == "html":
        _by_shape(seen, document, second.second(document.source, 0))
    else:
        judgement = model.load(kind).judge(seen, document)
        for view, article in zip(seen, judgement.article.tolist(), strict=True):
            view.article = article
        if judged.decides(seen, document):
            _by_model(seen, document, judgement)
        else:
            _by_shape(seen, document)
    return seen


def _by_model(seen: Sequence[View], document: Document, judgement: model.Judgement) -> None:
    """Name blocks by what the trained labeller makes of them."""
    choice = judged.choose(seen, document, judgement)
    if document.format != "html":
        signing.around(seen)
        _by_marks(seen)
    sections.addresses(seen)
    sections.contents(seen)
    sections.pointers(seen)
    sections.related_lists(seen)
    sections.comments_behind_count(seen)
    if any(choice.kept):
        _by_wording(seen, zoned=True, span=choice.span)
    judged.by_model(seen, document, choice, judgement)


def _by_marks(seen: Sequence[View]) -> None:
    """Name what marks alone tell of a text without elements."""
    marked.playing(seen)
    marked.linked_lists(seen)
    marked.pointing(seen)
    marked.linked(seen)


def _by_shape(seen: Sequence[View], document: Document, main: second.Reading | None = None) -> None:
    """Name blocks by shape and place, as a short text shows them; `main` decides where a second voice is to."""
    if document.format == "html":
        page.by_markup(seen, document, main)
    else:
        signing.around(seen)
        _by_marks(seen)
    sections.addresses(seen)
    sections.contents(seen)
    sections.pointers(seen)
    sections.related_lists(seen)
    sections.inline_lists(seen)
    sections.comments_behind_count(seen)
    span = article_span(seen)
    if span is not None:
        _by_wording(seen, zoned=True, span=span)
        span = article_span(seen) or span
        span = span[0], amid.last(seen, span[1])
    _by_place(seen, span, document)
    if main is not None:
        second.alone(seen, main)


def prepared(document: Document, config: Config) -> list[View]:
    """Return the views of all blocks, named as far as rules of wording name them wherever they stand."""
    rules = index(config, host_of(document))
    seen = views(document, rules)
    _residue(seen)
    head.prefixes(seen, document)
    _by_wording(seen, zoned=False)
    marked.shouted(seen, rules)
    if document.format != "html":
        amid.give_back(seen)
    return seen


def _residue(seen: Sequence[View]) -> None:
    for view in seen:
        if view.block.element == "front_matter":
            sections.name(view, "und/front-matter")
        elif not view.words:
            sections.name(view, "und/separator")


def _by_wording(seen: Sequence[View], zoned: bool, span: tuple[int, int] | None = None) -> None:
    """Name blocks by their best rule; rules bound to a zone come second, when the zones are known."""
    for view in seen:
        if view.label:
            continue
        heard = [
            h
            for h in view.hits
            if (h.rule.zone in _ZONED) == zoned
            and _stands(h, view, span)
            and _speaks(h, view)
            and not is_quoted(h, view)
        ]
        hit = _own(heard, view) if heard else None
        if hit is not None:
            view.label, view.rule, view.why, view.confidence = (
                hit.rule.label,
                hit.rule.id,
                hit.rule.why,
                hit.rule.confidence,
            )


def _own(heard: Sequence[Hit], view: View) -> Hit:
    """Return the most trusted hit; one in the block's own language before another that is hardly surer."""
    own = next((h for h in heard if h.rule.language in ("und", view.block.language)), None)
    return own if own is not None and own.rule.confidence >= heard[0].rule.confidence - _HARDLY_SURER else heard[0]


def _speaks(hit: Hit, view: View) -> bool:
    """Return whether a rule may speak about a block in this language.

    A page carries banners of other languages, so a sure phrase of several words is heard in any; a short or doubtful
    one only in its own language, or where the block's language has no rules of its own.
    """
    if hit.rule.language in ("und", view.block.language) or hit.rule.hosts or view.block.language not in _with_rules():
        return True
    if hit.rule.label in _BANNER_LABELS and hit.rule.at in ("whole", "only") and hit.rule.confidence >= _SURE_BUTTON:
        return True
    return hit.rule.confidence >= _SURE_ABROAD and len(view.block.text[hit.start : hit.end].split()) >= _WORDS_ABROAD


@lru_cache(maxsize=1)
def _with_rules() -> frozenset[str]:
    return frozenset(rule.language for rule in builtin_rules())


def _stands(hit: Hit, view: View, span: tuple[int, int] | None) -> bool:
    if span is None or hit.rule.zone == "any":
        return hit.rule.zone == "any"
    above, below = view.number < span[0], view.number > span[1]
    return {"head": above, "tail": below}.get(hit.rule.zone, above or below)


def _by_place(seen: Sequence[View], span: tuple[int, int] | None, document: Document) -> None:
    if span is None:
        _without_prose(seen, document)
        return
    first, last = span
    if not _is_scrape(seen, document):
        _clean_text(seen, first, last, document)
        return
    begin = head.masthead(seen, first, last)
    head.pictures(seen, begin, last, document)
    found = head.title(seen, begin, document)
    if found is not None:
        first = next((v.number for v in seen[found.number + 1 : begin + 1] if v.prose and not v.label), begin)
    head.captions(seen, first, last, found)
    while first < last and (seen[first].label or not seen[first].prose):
        first += 1
    sections.comments(seen, last)
    marked.voices(seen, last)
    sections.handles(seen)
    sections.live_times(seen)
    head.head(seen, first, begin, found)
    head.lead(seen, first)
    tail.inside(seen, first, last)
    tail.below(seen, last)


def _is_scrape(seen: Sequence[View], document: Document) -> bool:
    """Return whether anything but prose shows: a rule's block, a date on its own, a link, markup of a page."""
    return document.format == "html" or any(v.label or v.stamp or v.block.link_share > 0 for v in seen)


def _clean_text(seen: Sequence[View], first: int, last: int, document: Document) -> None:
    """Name the blocks of a text that shows no trace of a page: place and shape alone take nothing from it."""
    opening = min(first, 1) if seen[0].block.element != "heading" else first
    head.title(seen, opening, document)
    head.lead(seen, first)
    tail.inside(seen, first, last)
    for view in seen:
        sections.name(view, "und/paragraph" if view.prose else "und/kept-in-doubt")


def _without_prose(seen: Sequence[View], document: Document) -> None:
    """Name a page without running prose: a title if one is marked as such, the rest stays in doubt."""
    head.pictures(seen, len(seen), len(seen), document)
    first = next((v for v in seen if not v.label and v.block.element == "heading" and v.block.level == 1), None)
    if first is not None and any(not v.label for v in seen if v is not first):
        sections.name(first, "und/title-heading")
    for view in seen:
        sections.name(view, "und/kept-in-doubt")
