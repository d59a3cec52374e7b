"""What the labeller looks at: each block with its measured shape, neighbours and rule hits. Names nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner.config import Config
from cleaner.dates import Reading, clock, may_be_dated, stamp
from cleaner.document import Block, Document
from cleaner.language import builtin_filing, builtin_rules, user_rules
from cleaner.rule_index import Hit, RuleIndex
from cleaner.taxonomy import group
from cleaner.text import count_words, ends_sentence, spell, spell_kept, unspaced

PROSE_WORDS: Final = 12
"""A block of as many words that ends as a sentence is prose: shorter sentences occur in teasers and banners too."""
_UNSPACED: Final = ("zh", "ja")
"""Languages without spaces: two of their characters are as much as a word."""
_STAMP_CHARS: Final = 90
_CLOCK_CHARS: Final = 12
_ROUND_STAMPS: Final = " \u00a0|()[]·•–—-"
_LONG_CHARS: Final = 140
_LONG_WORDS: Final = 25
_CASELESS_CHARS: Final = 100
_CASELESS_WORDS: Final = 16
"""Arabic, which has no capitals, writes articles, pronouns and small prepositions into its words: they are fewer."""
_LINKED: Final = 0.3
_PAUSES: Final = ",،;؛.؟«"
_PAUSE_WORDS: Final = 3
"""In prose a comma or stop stands after so many words at the least; in a list of names, after one or two."""
_LABEL_WORDS: Final = 2
_FIGURE_WORDS: Final = 5
_LABEL_CHARACTERS: Final = 6
"""Before the colon of a stamp stand so many words at most, or characters of a script without spaces."""
_UNSPACED_CHARS: Final = 50
_UNSPACED_PAUSES: Final = "，。、；！？"
_UNSPACED_PAUSE: Final = 6
"""So many characters of a script without spaces stand before a comma or stop, on the average, in prose."""
_EMPHASIS: Final = ("**", "__", "*", "_")


@dataclass(slots=True)
class View:
    """One block as the labeller sees it. `group` counts the groups between blank lines; `rule` is its best rule hit."""

    number: int
    block: Block
    words: int
    ends: bool
    stamp: bool
    dated: str
    clock: bool
    hits: Sequence[Hit]
    group: int
    emphasised: bool
    label: str = ""
    rule: str = ""
    why: str = ""
    confidence: float = 0.0
    article: float | None = None
    folded: str = field(default="", repr=False)
    said: tuple[str, ...] = field(default=(), repr=False)
    """The words of `folded`."""
    flows: bool = False
    """Long, and mostly in small letters: sentences, though the last one does not end."""

    @property
    def prose(self) -> bool:
        """Return whether it reads as running prose, whatever it says; a long text cut short is prose too."""
        return self.words >= PROSE_WORDS and (self.ends or self.flows)

    @property
    def headline(self) -> bool:
        """Return whether it has the shape of a headline: a few words up to a long line, no sentence's end."""
        return (
            3 <= self.words <= 40 and not self.stamp and (not self.ends or self.block.text.rstrip()[-1:] in "?!？！…")
        )

    @property
    def noise(self) -> bool:
        """Return whether it was named as something that is not the article."""
        return bool(self.label) and group(self.label) == "noise"


def index(config: Config, host: str | None) -> RuleIndex:
    """Return the rules of all packs and of the user's, for a host."""
    return _index(config.packs, host if config.packs else None)


@lru_cache(maxsize=64)
def _index(packs: tuple[str, ...], host: str | None) -> RuleIndex:
    return RuleIndex(user_rules(packs), host, base=_builtin()) if packs else _builtin()


@lru_cache(maxsize=1)
def _builtin() -> RuleIndex:
    return RuleIndex(builtin_rules(), filing=builtin_filing())


def views(document: Document, rules: RuleIndex) -> list[View]:
    """Return a view of every block, in order."""
    out: list[View] = []
    group, last_end, html = 0, 0, document.format == "html"
    for number, block in enumerate(document.blocks):
        if html or _parted(document.source, last_end, block.start):
            group += 1
        last_end = block.end
        text = block.text
        shape = _line if len(text) <= _STAMP_CHARS else _prose
        line = shape(text, block.element, block.language, rules)
        view = View(number, block, line.words, ends_sentence(text), line.stamp is not None,
                    line.stamp.value if line.stamp is not None else "", line.clock, line.hits, group,
                    _emphasised(document.source, block), "", "", "", 0.0, None,
                    line.folded, line.said)  # fmt: skip
        if block.language in _UNSPACED:
            view.words -= sum(map(unspaced, line.said)) // 2
        view.flows = len(text) >= _UNSPACED_CHARS and block.link_share < _LINKED and _flows(text)
        out.append(view)
    return out


def _parted(source: str, start: int, end: int) -> bool:
    """Return whether a blank line stands between two blocks."""
    return end - start > 1 and (source.count("\n", start, end) > 1 or source.count("\r", start, end) > 1)


class _Shape(NamedTuple):
    """What follows from the text of a block alone."""

    words: int
    folded: str
    said: tuple[str, ...]
    hits: Sequence[Hit]
    stamp: Reading | None
    clock: bool


@lru_cache(maxsize=1 << 12)
def _line(text: str, element: str, language: str, rules: RuleIndex) -> _Shape:
    """Return the shape of a short block; kept, for the lines of menus and banners stand on every page of a site."""
    spelled = spell(text)
    reading = _stamp(text, language) if may_be_dated(text, language, spelled.folded) else None
    hour = len(text) <= _CLOCK_CHARS and clock(text, language) is not None
    hits = rules.hits(text, element, spelled=spelled) or ()
    return _Shape(len(spelled.folded), *_said(spelled.folded), hits, reading, hour)


def _prose(text: str, element: str, language: str, rules: RuleIndex) -> _Shape:
    """Return the shape of a long block, which is no date whatever it says."""
    spelled = spell_kept(text)
    hits = rules.hits(text, element, spelled=spelled) or ()
    return _Shape(len(spelled.folded), *_said(spelled.folded), hits, None, False)


def _said(folded: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return folded words as a text, and the words of that: one sign may be folded to several words."""
    joined = " ".join(folded)
    return joined, tuple(folded if joined.count(" ") < max(1, len(folded)) else joined.split(" "))


def _stamp(text: str, language: str) -> Reading | None:
    """Return the date a block states: alone, between brackets, or behind a word or two and a colon. A day without any
    number that ends in a full stop is an answer: "Yesterday."."""
    bare = text.strip(_ROUND_STAMPS)
    if ends_sentence(bare) and not any(map(str.isdigit, bare)):
        return None
    reading = stamp(bare, language)
    colon = bare.replace("：", ":").find(":") if reading is None else 0
    least = _LABEL_CHARACTERS if unspaced(bare[:1]) else _LABEL_WORDS
    if colon > 0 and count_words(bare[:colon]) <= least and bare[:colon].strip().isalpha():
        reading = stamp(bare[colon + 1 :].strip(_ROUND_STAMPS), language)
    return reading


def _flows(text: str) -> bool:
    """Return whether a long text is one of many words and mostly in small letters, as sentences are, not menus; in a
    script without small letters or spaces, whether commas and stops part it, each many words from the next."""
    start = text[: _LONG_CHARS * 4]
    if sum(map(unspaced, start)) * 2 > len(start):
        stops, pauses = start.count("。"), sum(map(start.count, _UNSPACED_PAUSES))
        return stops > 0 and 1 < pauses * _UNSPACED_PAUSE <= len(start)
    first = [part[0] for part in start.split()]
    if 2 * sum(map(str.islower, first)) > len(first):
        return len(text) >= _LONG_CHARS and len(first) >= _LONG_WORDS
    if len(text) < _CASELESS_CHARS or len(first) < _CASELESS_WORDS:
        return False
    if 2 * sum(c.isalpha() and not c.isupper() for c in first) <= len(first):
        return False
    return 0 < sum(map(start.count, _PAUSES)) * _PAUSE_WORDS <= len(first)


def _emphasised(source: str, block: Block) -> bool:
    """Return whether emphasis marks enclose the whole block in the source."""
    first, last = (block.runs[0].source_start, block.runs[-1].source_end) if block.runs else (block.start, block.end)
    return any(source.endswith(m, 0, first) and source.startswith(m, last) for m in _EMPHASIS)


def host_of(document: Document) -> str | None:
    """Return the host of the page where its address is known."""
    from urllib.parse import urlsplit

    for hint in document.hints:
        if hint.field == "url":
            try:
                host = urlsplit(hint.value).hostname
            except ValueError:
                continue
            if host:
                return host
    return None


def gives_figure(text: str) -> bool:
    """Return whether a line is a label of a few words, a colon, and what has a number in it.

    >>> gives_figure("Goals: 12. Peters, 67. Kim"), gives_figure("He said: no")
    (True, False)
    """
    label, colon, value = text.partition(": ")
    return bool(colon) and len(label.split()) <= _FIGURE_WORDS and any(map(str.isdigit, value))


def neighbours(seen: Sequence[View], at: int) -> tuple[View | None, View | None]:
    """Return the views before and after."""
    return (seen[at - 1] if at else None), (seen[at + 1] if at + 1 < len(seen) else None)
