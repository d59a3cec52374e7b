"""From probabilities to labels: what is kept becomes the article, what is left gets the name of what it is.

The trained model says what is article; rules and shape say what kind a block is. A rule of wording outweighs the model;
the place alone does not outweigh a sure judgement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cleaner.document import DUMP_BLOCKS, Document
from cleaner.label import page
from cleaner.label.article import amid, head
from cleaner.label.furniture import marked, sections
from cleaner.label.furniture.duplicates import repeats
from cleaner.label.furniture.overlays import consent
from cleaner.label.furniture.shell import shell
from cleaner.label.learned import kinds
from cleaner.label.learned.model import Judgement, decide
from cleaner.label.reasons import REASONS
from cleaner.label.second import is_linked, kind_outside
from cleaner.label.views import View
from cleaner.taxonomy import TEXT_LABELS, group

SURE: Final = 0.5
"""From this probability on a block is article whatever its place in the page suggests."""
_SURE_OF_READERS: Final = 0.8
"""What readers write has the words of prose: behind the count of their comments the model must be surer."""
_TOLD_BY_MARKS: Final = (
    "und/arrow-pointer", "und/shouted-pointer", "und/linked-pointer", "und/player-clock", "und/heads-links",
    "und/listed-date",
)  # fmt: skip
"""What the model is not asked about: marks say it plainly."""
_OUTSIDE_TEXT: Final = ("image", "caption", "front_matter", "separator")
_LINKED_LITTLE: Final = 0.1
_SPEAKS: Final = -1.0
_NAMED: Final = -1.5
_SHORT: Final = 18
_OF_PAGES: Final = frozenset({"html", "body", "nav", "header", "footer", "aside", "main"})
_CLEAN_NOISE: Final = 0.02
_CLEAN_UNBROKEN: Final = 0.005
_CLEAN_LINE: Final = 0.05
"""Of 26 clean articles nine in ten had less than 0.002 of their blocks named as noise by a rule, of the dumps of whole
pages half had 0.09 and more. Below the line a clean text's block is left out all the same: it costs 0.2 % of the words
of clean articles, and gains as much on texts that an extractor gave."""
_PAGE_CHARS: Final = 3000
"""A shorter source is a piece of a page, not the frame of one."""


def decides(seen: Sequence[View], document: Document) -> bool:
    """Return whether the model decides what is article: of pages, of dumps of pages, of text without line breaks.

    A short text, or the body of an article as feeds carry it, says little beside its words, and those the model knows
    in few languages.
    """
    page = any(element.tag in _OF_PAGES for element in document.elements)
    return page or len(seen) >= DUMP_BLOCKS or _is_unbroken(seen)


class Choice(NamedTuple):
    """Which blocks are article, which are copies of others, and whether the text was clean already."""

    kept: Sequence[bool]
    copies: Mapping[int, int]
    clean: bool

    @property
    def span(self) -> tuple[int, int]:
        """Return the numbers of the first and the last block kept; where none is, a number past all blocks."""
        inside = [number for number, is_kept in enumerate(self.kept) if is_kept]
        return (inside[0], inside[-1]) if inside else (len(self.kept), len(self.kept))


def choose(seen: Sequence[View], document: Document, judgement: Judgement) -> Choice:
    """Return which blocks are article as far as the model can tell: copies and consent overlays are not."""
    copies = repeats(document) if document.format == "html" else {}
    judged = judgement.article.copy()
    over = consent(document)
    laid_over = [0 <= view.block.parent < len(over) and over[view.block.parent] for view in seen]
    judged[[v.block.element in _OUTSIDE_TEXT or over for v, over in zip(seen, laid_over, strict=True)]] = 0.0
    clean = _is_clean(seen, document)
    kept: list[bool] = (judged >= _CLEAN_LINE if clean else decide(judged, [v.words for v in seen])).tolist()
    if document.format == "html" and len(document.source) >= _PAGE_CHARS and shell(document, over):
        kept = [False] * len(kept)
    _join(seen, document, kept)
    if document.format != "html":
        amid.fill(seen, kept)
    for copy, stays in copies.items():
        if kept[stays]:
            kept[copy] = False
    for view, is_over in zip(seen, laid_over, strict=True):
        if is_over and not view.label:
            sections.rename(view, "cookie_banner", "und/consent-overlay")
    return Choice(kept, copies, clean)


def _join(seen: Sequence[View], document: Document, kept: list[bool]) -> None:
    """Keep a paragraph beside one that is kept, where the page makes no difference between the two."""
    for view in seen:
        if not kept[view.number] and view.prose and not view.label and view.block.link_share < _LINKED_LITTLE:
            beside = seen[max(0, view.number - 1) : view.number + 2]
            kept[view.number] = any(
                kept[v.number] and v.prose and not v.label and _is_alike(v, view, document) for v in beside
            )


def _is_alike(one: View, other: View, document: Document) -> bool:
    """Return whether two blocks stand in elements of one name, in the same element."""
    if one.block.element != other.block.element or min(one.block.parent, other.block.parent) < 0:
        return False
    a, b = document.elements[one.block.parent], document.elements[other.block.parent]
    return (a.tag, a.parent, a.names) == (b.tag, b.parent, b.names)


def _is_clean(seen: Sequence[View], document: Document) -> bool:
    """Return whether a text was cleaned before: next to nothing in it reads as furniture."""
    if document.format == "html":
        return False
    named = sum(view.noise for view in seen)
    return named <= (_CLEAN_UNBROKEN if _is_unbroken(seen) else _CLEAN_NOISE) * len(seen)


def _is_unbroken(seen: Sequence[View]) -> bool:
    return bool(seen) and seen[0].block.element == "sentence"


def by_model(seen: Sequence[View], document: Document, choice: Choice, judgement: Judgement) -> None:
    """Name every block that no rule of wording named."""
    kept, copies, clean = choice
    inside = [v.number for v in seen if kept[v.number] and not v.label]
    first = next((n for n in inside if seen[n].prose), inside[0]) if inside else len(seen)
    head.pictures(seen, first, inside[-1] if inside else len(seen), document)
    found = head.title(seen, first, document) or _main_heading(seen, kept)
    if found is not None:
        first = next((n for n in inside if n > found.number and not seen[n].stamp), first)
        head.captions(seen, first, inside[-1] if inside else first, found)
    head.around(seen, first, found, kept)
    sections.comments(seen, inside[-1] if inside else len(seen))
    if document.format != "html":
        marked.voices(seen, inside[-1] if inside else len(seen))
    sections.handles(seen)
    sections.live_times(seen)
    _restore(seen, kept, _CLEAN_LINE if clean else SURE, document.format != "html")
    cues = page.cues(seen, document) if document.format == "html" else []
    left = [view for view in seen if not view.label and not kept[view.number]]
    unnamed = [view for view in left if view.number not in copies and not page.cue_of(view, cues)]
    learned = kinds.load().tell(unnamed, document, choice.span) if unnamed else {}
    for view in left:
        guess = learned.get(view.number)
        if guess is None:
            _outside(view, page.cue_of(view, cues), judgement, view.number in copies)
        else:
            sections.rename(view, guess.kind, "und/kind-learned")
            view.why = guess.why
        view.confidence = 1.0 - (view.article or 0.0)
    _inside(seen, found)


def _main_heading(seen: Sequence[View], kept: Sequence[bool]) -> View | None:
    """Name and return the first main heading of a page without prose below it."""
    found = next((v for v in seen if not v.label and v.block.element == "heading" and v.block.level == 1), None)
    if found is not None and any(k and v is not found for k, v in zip(kept, seen, strict=True)):
        sections.name(found, "und/title-heading")
        return found
    return None


def _restore(seen: Sequence[View], kept: Sequence[bool], sure: float, is_text: bool) -> None:
    """Take back what place alone made of a block that the model is sure of."""
    for view in seen:
        if not kept[view.number] or (view.article or 0.0) < sure:
            continue
        if view.rule == "und/reader-comment" and (view.article or 0.0) < _SURE_OF_READERS:
            continue
        if view.rule in _TOLD_BY_MARKS or (is_text and _is_surely_listed(seen, view)):
            continue
        if view.rule in REASONS and group(view.label) == "noise":
            view.label = view.rule = ""


def _is_surely_listed(seen: Sequence[View], view: View) -> bool:
    """Return whether a line in a list of other articles is no sentence, and has a date or another such line beside it.
    """
    if view.rule != "und/listed-headline" or view.prose or amid.is_row(view) or amid.is_sentence(view):
        return False
    beside = seen[max(0, view.number - 1) : view.number + 2]
    return any(v is not view and v.rule in ("und/listed-date", "und/listed-headline") and not v.prose for v in beside)


def _outside(view: View, cue: str, judgement: Judgement, copied: bool) -> None:
    """Name one block that is no article: by the elements around it, else by its links and its length."""
    if copied:
        reason = "und/said-again"
    elif cue:
        reason = "und/marked-place"
    elif is_linked(view):
        reason = "und/nothing-but-links"
    elif judgement.said(view.number, "odds") <= _SPEAKS:
        reason = "und/words-of-furniture"
    elif judgement.said(view.number, "near") <= _NAMED:
        reason = "und/names-of-furniture"
    else:
        reason = "und/apart-from-article"
    sections.rename(view, cue or kind_outside(view), reason)


def _inside(seen: Sequence[View], found: View | None) -> None:
    """Name the blocks that are article."""
    opened = False
    for at, view in enumerate(seen):
        if view.label:
            opened = opened or view.label in TEXT_LABELS
            continue
        short = view.words <= _SHORT and not view.ends and not view.stamp and view.block.element == "paragraph"
        if view.block.element == "heading" or (short and opened and _heads(seen, at)):
            sections.name(view, "und/subheading")
        elif not opened and view.prose:
            sections.name(view, "und/lead")
            opened = True
        else:
            sections.name(view, "und/paragraph")
        view.confidence = view.article or 0.0


def _heads(seen: Sequence[View], at: int) -> bool:
    """Return whether the next unnamed block is prose, so that a short line above it heads it."""
    following = next((v for v in seen[at + 1 : at + 3] if not v.label), None)
    return following is not None and following.prose
