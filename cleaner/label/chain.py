"""The kinds of the furniture around an article, told line by line from words, shape, place and neighbours.

A text dump has no markup: a headline under "Most read" is one of another article, the same words under "27 comments" a
reader's. So the lines are read as a chain: each has points for each kind from its own signs, each pair of neighbours
has points for standing one behind the other, and the sequence of kinds with the most points is taken. Lines that a rule
of wording named are fixed and pull their neighbours along. Learned from scrapes with gold: `cleaner.training.chain`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner import agencies
from cleaner.document import Document
from cleaner.forest import stored
from cleaner.label.article import amid
from cleaner.label.furniture import lexicon, sections
from cleaner.label.furniture.marked import VOICE
from cleaner.label.views import View
from cleaner.taxonomy import TEXT_LABELS, group

KINDS: Final = (
    "related_link", "related_list_heading", "related_list_item", "related_list_date", "cookie_banner", "cookie_button",
    "share", "nav", "subscription", "paywall", "comment", "comment_disclaimer", "comment_count", "ad_label",
    "site_slogan", "footer", "tags",
)  # fmt: skip
"""What a line may be called. The record is filled from other kinds (bylines, dates, credits), which are never said."""
OTHER: Final = ("article", "metadata", "media")
"""What else a line may be beside: it keeps the name that it has."""
STATES: Final = (*KINDS, *OTHER)
WEAK: Final = frozenset(
    f"und/{name}"
    for name in (
        "slogan-after-article", "menu-below-article", "menu-above-title", "furniture-above", "furniture-below",
        "headlines-in-a-row", "linked-headline", "listed-headline", "listed-teaser", "reader-comment",
        "line-under-title", "counter-in-head", "entry-time", "apart-from-article", "words-of-furniture",
        "nothing-but-links", "kind-learned",
    )
)  # fmt: skip
"""The reasons of place and shape that say little of the kind: what they named is asked about again."""
DOUBTED: Final = frozenset(f"und/{name}" for name in ("kept-in-doubt", "subheading", "paragraph", "standfirst", "lead"))
"""The reasons for which a line is kept that may be furniture after all: asked about where it is no running prose, and
taken out only where much more speaks for that than for the article."""
KEEPS: Final = 12.0
"""By how many points furniture must lead before a kept line is taken for it."""
_INSIDE: Final = ("related_link", "ad_label", "subscription", "paywall", "share", "cookie_banner")
"""What stands between paragraphs; of a kept line there, its words must say so."""
_PLAINLY: Final = 4.5
_LEAST_LINES: Final = 12
"""Fewer lines are no dump of a page; nothing learned from such holds for them."""
Weights = NDArray[np.float32]
_LENGTHS: Final = (1, 2, 3, 4, 6, 9, 13, 21, 41)
_LINKED: Final = (0.05, 0.5, 0.9)
_EDGE: Final = 4
_SEEN: Final = 12
_CREDIT_WORDS: Final = 30
_MOST_CHARS: Final = 400
_MOST_LINES: Final = 5000
_MOST_WORDS: Final = 60
_DOUBTED_WORDS: Final = 40
_LIKE: Final = 3
_LIKELY: Final = (0.02, 0.1, 0.3, 0.6, 0.85)
_SPEAKS: Final = (0.0, 1.5, 3.0, 5.0, 8.0)
_RANKED: Final = re.compile(r"#?\d{1,2}[.)]?\s+\D")
_COUNTED: Final = re.compile(r"\(\d[\d .,]*\)\s*$")
_HANDLE: Final = re.compile(r"[\w.\- ]{2,30}(?: ?[:–—|·] ?|:\*\* ?)\S")
_MARKS: Final = {"|": " | ", "·": " · ", "•": " • ", "/": " / ", "gap": "  ", "tab": "\t", "©": "©", "#": "#",
                 "@": "@", "▶": "▶", "»": "»", "→": "→", "+": "+", "full line": "｜",
                 "full gap": "\u3000", "arrow": "›"}  # fmt: skip


class Line(NamedTuple):
    """One line as the chain sees it: its signs, how far its words speak for each kind, its state where it has one, and
    whether it is kept so far."""

    signs: tuple[str, ...]
    said: tuple[float, ...]
    fixed: str
    kept: bool = False


class Chain:
    """What was learned: `weights` of a sign (row) for a state (column), `steps` from one state to the next, and how
    much the points of the words weigh for the kind itself."""

    def __init__(self, signs: Sequence[str], weights: Weights, steps: Weights, words: float) -> None:
        self.signs = tuple(signs)
        self.rows = {sign: row for row, sign in enumerate(self.signs)}
        self.weights, self.steps, self.words = weights, steps, words

    def points(self, line: Line, keeps: float = 0.0) -> Weights:
        """Return the points of each state for one line."""
        found = [self.rows[sign] for sign in line.signs if sign in self.rows]
        own: Weights = self.weights[found].sum(0) if found else np.zeros(len(STATES), np.float32)
        own[: len(KINDS)] += self.words * np.array(line.said, np.float32)
        if line.kept:
            own[STATES.index("article")] += keeps
        return own

    def best(self, lines: Sequence[Line], keeps: float = 0.0) -> list[str]:
        """Return the states of the best sequence; a fixed line has its own (Viterbi)."""
        back = np.zeros((len(lines), len(STATES)), np.int32)
        total = np.zeros(len(STATES), np.float32)
        for at, line in enumerate(lines):
            if at:
                reached = total[:, None] + self.steps
                back[at] = reached.argmax(0)
                total = reached.max(0)
            if line.fixed:
                kept = total[STATES.index(line.fixed)]
                total = np.full(len(STATES), -1e9, np.float32)
                total[STATES.index(line.fixed)] = kept
            else:
                total = total + self.points(line, keeps)
        state = int(total.argmax())
        out = [state]
        for at in range(len(lines) - 1, 0, -1):
            state = int(back[at][state])
            out.append(state)
        return [STATES[state] for state in reversed(out)]


def rename(seen: Sequence[View], document: Document) -> None:
    """Give the lines that place and shape alone named the kinds that the chain tells."""
    if document.format == "html" or not _LEAST_LINES <= len(seen) <= _MOST_LINES:
        return
    if not any(view.rule in WEAK for view in seen):
        return
    lines = lines_of(seen)
    kinds = load().best(lines, KEEPS)
    for view, line, kind in zip(seen, lines, kinds, strict=True):
        if line.fixed or kind not in KINDS or kind == view.label or (kind != "footer" and _credits(view)):
            continue
        if not line.kept or _may_go(view, line, kinds):
            sections.rename(view, kind, "und/kind-beside-kinds")


def _may_go(view: View, line: Line, kinds: Sequence[str]) -> bool:
    """Return whether a kept line may be taken out: its words speak for the kind, or it stands apart from the article;
    among paragraphs only what stands there, and only on its words. A sentence with its stop is kept."""
    at, kind = view.number, kinds[view.number]
    if amid.is_row(view) or amid.is_stopped(view):
        return False
    said = f"is said {kind}" in line.signs
    if "inside" in line.signs or view.rule == "und/subheading":
        # a list between paragraphs is the article's own: opening hours have the words of calls
        own = said and kind in _INSIDE and view.block.element != "list_item"
        return own and _says(view, kind)
    return said or "article" not in kinds[max(0, at - 1) : at + 2]


def _says(view: View, kind: str) -> bool:
    """Return whether the words of a kept line say plainly that it is of a kind: small words alone add up to less."""
    return lexicon.scores(view.said[:_MOST_WORDS], view.block.language).get(kind, 0.0) > _PLAINLY


def _credits(view: View) -> bool:
    """Return whether a line may say where the text is from: one that names an agency keeps its name."""
    return view.words <= _CREDIT_WORDS and bool(agencies.find(view.block.text))


def lines_of(seen: Sequence[View]) -> list[Line]:
    """Return the blocks as lines of a chain; those that were named surely are fixed."""
    inside = [view.number for view in seen if view.label in TEXT_LABELS and view.prose]
    span = (inside[0], amid.last(seen, inside[-1])) if inside else (len(seen), len(seen))
    free = [view.rule in WEAK or is_doubted(view) for view in seen]
    near = [_heard(view) if is_free else "" for view, is_free in zip(seen, free, strict=True)]
    out = []
    for view, is_free in zip(seen, free, strict=True):
        if not is_free:
            out.append(Line((), (), state_of(view.label)))
            continue
        at = view.number
        signs = shape(view, span, len(seen))
        signs += [f"{side} is said {near[n]}" for side, n in (("before", at - 1), ("behind", at + 1))
                  if 0 <= n < len(seen) and near[n]]  # fmt: skip
        signs += _beside(seen, at)
        signs += _under(seen, free, at)
        if near[at]:
            signs.append(f"is said {near[at]}")
        out.append(Line(tuple(signs), spoken(view), "", view.rule not in WEAK))
    return out


def is_doubted(view: View) -> bool:
    """Return whether a line is kept for a slight reason, and is no running prose."""
    return view.rule in DOUBTED and not view.flows and view.words <= _DOUBTED_WORDS


def state_of(label: str) -> str:
    """Return the state of a label."""
    if label in KINDS:
        return label
    kind = group(label) if label else "article"
    return kind if kind in OTHER else "metadata"


def spoken(view: View) -> tuple[float, ...]:
    """Return the points of the words for each kind, relative to the best and bounded."""
    said = lexicon.scores(view.said[:_MOST_WORDS], view.block.language)
    points = [said.get(kind, -9.0) for kind in KINDS]
    best = max(points)
    return tuple(max(point - best, -9.0) for point in points)


def _heard(view: View) -> str:
    """Return the kind that the words speak for, '' where they speak for none."""
    said = lexicon.scores(view.said[:_MOST_WORDS], view.block.language)
    kind = max(KINDS, key=lambda k: said.get(k, -9.0))
    return kind if said.get(kind, 0.0) > 1.0 else ""


def shape(view: View, span: tuple[int, int], count: int) -> list[str]:
    """Return the signs in the shape and place of a line."""
    text, at = view.block.text[:_MOST_CHARS].strip(), view.number
    long = bisect_left(_LENGTHS, view.words)
    place = "above" if at < span[0] else "below" if at > span[1] else "inside"
    out = ["", place, f"words {long}", f"{place} words {long}", f"is {view.block.element}",
           f"linked {bisect_left(_LINKED, view.block.link_share)}"]  # fmt: skip
    for sign, is_so in (
        ("ends", view.ends), ("prose", view.prose), ("stamp", view.stamp), ("clock", view.clock),
        ("asks", text.endswith(("?", "？", "؟"))), ("calls", text.endswith(("!", "！"))),
        ("colon", text.endswith((":", "："))),
        ("emphasised", view.emphasised), ("capitals", text.isupper()), ("first", at < _EDGE),
        ("last", at >= count - _EDGE), ("very first", at == 0), ("ranked", bool(_RANKED.match(text))),
        ("counted", bool(_COUNTED.search(text))), ("number", text.replace(" ", "").isdigit()),
        ("handle", bool(_HANDLE.match(text))), ("small", text[:1].islower()), ("sign first", not text[:1].isalnum()),
        ("digits", any(map(str.isdigit, text))), ("names", _named(text)), ("speaks", bool(VOICE.match(text))),
        ("listed", text.count(", ") >= 2 and not view.ends),
    ):  # fmt: skip
        if is_so:
            out.append(sign)
            if sign in ("stamp", "clock", "ends", "asks", "number", "ranked"):
                out.append(f"{place} {sign}")
    if view.article is not None:
        out.append(f"model {bisect_left(_LIKELY, view.article)}")
    if view.rule in WEAK:
        out.append(f"was {view.rule}")
    else:
        out += [f"kept by {view.rule}", f"{place} kept", f"kept {long}"]
    out += [f"has {name}" for name, mark in _MARKS.items() if mark in text]
    return out


def _named(text: str) -> bool:
    """Return whether every word but short ones begins with a capital, as names and titles in menus do."""
    found = text.split()
    return 2 <= len(found) <= 6 and all(w[:1].isupper() or len(w) <= 2 for w in found)


def _beside(seen: Sequence[View], at: int) -> list[str]:
    """Return what shows in the neighbours' shape: lists are lines of one shape."""
    out = []
    for side, n in (("before", at - 1), ("behind", at + 1)):
        if not 0 <= n < len(seen):
            out.append(f"nothing {side}")
            continue
        other = seen[n]
        if other.stamp or other.clock:
            out.append(f"date {side}")
        if other.group != seen[at].group:
            out.append(f"gap {side}")
        if abs(other.words - seen[at].words) <= _LIKE and other.ends == seen[at].ends:
            out.append(f"alike {side}")
        if other.block.element == "heading":
            out.append(f"heading {side}")
        if other.prose:
            out.append(f"prose {side}")
    return out


def _under(seen: Sequence[View], free: Sequence[bool], at: int) -> list[str]:
    """Return which surely named lines are next above and below, over those that are asked about: what a list's heading
    or a count of comments opens goes on for many lines."""
    out = []
    for side, step in (("under", -1), ("over", 1)):
        n = at + step
        while 0 <= n < len(seen) and free[n] and abs(n - at) <= _SEEN:
            n += step
        if 0 <= n < len(seen) and not free[n]:
            out.append(f"{side} {state_of(seen[n].label)}")
    return out


@lru_cache(maxsize=1)
def load() -> Chain:
    """Return the shipped weights."""
    return unpack(stored("cleaner.label", "chain"))


def pack(chain: Chain) -> dict[str, NDArray[np.generic]]:
    """Return what was learned as arrays to be stored."""
    signs = np.frombuffer("\n".join(chain.signs).encode(), np.uint8)
    return {"signs": signs, "weights": chain.weights, "steps": chain.steps, "words": np.array(chain.words, np.float32)}


def unpack(arrays: Mapping[str, NDArray[np.generic]]) -> Chain:
    """Return what `pack` made arrays of."""
    signs = arrays["signs"].tobytes().decode().split("\n")
    weights, steps = arrays["weights"].astype(np.float32), arrays["steps"].astype(np.float32)
    return Chain(signs, weights, steps, float(arrays["words"]))
