"""Which lines among the paragraphs carry the article on, though shape alone says little: short sentences, rows, heads.

A sentence between two paragraphs is the article's own, unless its words are those of furniture; so is the row of a
table of results. Names nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.detect import small_words
from cleaner.label.furniture import lexicon
from cleaner.label.views import View, gives_figure
from cleaner.taxonomy import TEXT_LABELS, group
from cleaner.text import CLOSERS, unspaced

_PASSED: Final = (
    "liveblog_timestamp", "ad_label", "related_link", "photo_credit", "caption", "media_alt_text", "markup",
    "date_prefix", "dateline",
)  # fmt: skip
"""What stands among paragraphs without ending them."""
_STOPS: Final = ".。…"
_PLAIN: Final = 3.0
"""Up to these points the words of a line speak for no kind of furniture."""
_LEAST_WORDS: Final = 2
_SURE: Final = 0.9
_TOLD_WORDS: Final = 5
_DOUBTED: Final = 0.1
_DOUBTED_HEAD: Final = 0.25
_MOST_WORDS: Final = 60
_ROW_NUMBERS: Final = 2
_ROW_WORDS: Final = 12
_LINKED: Final = 0.1
_CUT_WORDS: Final = 10
_LINES_OF_A_LIST: Final = 4
"""So many lines without a full stop may stand before the last sentence of an article: a list, a table, a subheading."""


def is_plain(view: View) -> bool:
    """Return whether the words of a line are those of no kind of furniture, small words aside."""
    small = small_words(view.block.language)
    own = tuple(word for word in view.said[:_MOST_WORDS] if word not in small)
    said = lexicon.scores(own, view.block.language)
    return max(said.values(), default=0.0) <= _PLAIN


def calls(view: View, most: float) -> bool:
    """Return whether the words of a line speak for furniture by more points; numbers say nothing, tables have many."""
    said = lexicon.scores(tuple(word for word in view.said[:_MOST_WORDS] if not word.isdigit()), view.block.language)
    return max((points for kind, points in said.items() if group(kind) == "noise"), default=0.0) > most


def is_sentence(view: View) -> bool:
    """Return whether a line is a sentence with its full stop, however short, in words of its own."""
    return is_stopped(view) and is_plain(view)


def is_stopped(view: View) -> bool:
    """Return whether a line of two words or more ends in a full stop and links to nothing."""
    return _stops(view) and view.words >= _LEAST_WORDS and view.block.link_share < _LINKED


def _stops(view: View) -> bool:
    """Return whether a line ends with a full stop, closing signs aside."""
    return view.ends and view.block.text.rstrip().rstrip(CLOSERS)[-1:] in _STOPS


def is_row(view: View) -> bool:
    """Return whether a line is the row of a table: a name among numbers, the last of which closes it.

    >>> from cleaner.label.views import views, index
    >>> from cleaner.config import Config
    >>> from cleaner.readers import document as read
    >>> seen = views(read("8. Falcon Town 19 28\\n\\n3. What judges earn"), index(Config(), None))
    >>> [is_row(view) for view in seen]
    [True, False]
    """
    words = view.block.text.split()
    ranked = len(words) == _ROW_NUMBERS and words[0].strip("(（[")[:1].isdigit() and not _is_number(words[0])
    if len(words) > _ROW_WORDS or len(words) < _ROW_NUMBERS or view.stamp:
        return False
    numbers = list(map(_is_number, words))
    return numbers[-1] and (sum(numbers) >= _ROW_NUMBERS or ranked) and not all(numbers)


def _is_number(word: str) -> bool:
    """Return whether a word is a number, a score or a time, also with the signs of its units: 3:2, 5時間20分."""
    bare = word.strip("+-–−.:,;()%")
    digits = sum(map(str.isdigit, bare))
    if unspaced(bare[-1:]) and digits and bare[:1].isdigit():
        return 2 * digits >= len(bare)
    return bare.replace(":", "").replace("-", "").replace(",", "").isdigit()


def give_back(seen: Sequence[View]) -> None:
    """Take back what an unsure rule of wording made of a lone sentence between two paragraphs: furniture stands there
    with its heading or its button, or is told by a rule that is sure."""
    for before, view, after in zip(seen, seen[1:], seen[2:], strict=False):
        if not view.noise or view.confidence >= _SURE or view.rule.startswith("und/") or not _stops(view):
            continue
        if _is_told(before) and _is_told(after):
            view.label = view.rule = view.why = ""
            view.confidence = 0.0


def _is_told(view: View) -> bool:
    """Return whether a line reads as a paragraph, and no rule names it."""
    return not view.label and (view.prose or (_stops(view) and view.words >= _TOLD_WORDS))


def fill(seen: Sequence[View], kept: list[bool]) -> None:
    """Keep what carries the article on between blocks that are kept."""
    waiting: list[int] = []
    is_open = False
    for at, view in enumerate(seen):
        if kept[at] and not view.label:
            for number in waiting:
                kept[number] = True
            waiting, is_open = [], True
        elif view.label in _PASSED or view.clock:
            continue
        elif is_open and not view.label and _carries_on(seen, kept, at):
            waiting.append(at)
            if view.prose and (view.article or 0.0) >= _DOUBTED_HEAD:
                for number in waiting:
                    kept[number] = True
                waiting = []
        else:
            waiting, is_open = [], False


def _carries_on(seen: Sequence[View], kept: Sequence[bool], at: int) -> bool:
    """Return whether a line may carry the article on, by its own shape and words."""
    view = seen[at]
    if view.stamp or view.block.link_share >= _LINKED or (view.article or 0.0) < _DOUBTED:
        return False
    if is_sentence(view) or is_row(view) or gives_figure(view.block.text):
        return True
    beside = at + 1 < len(seen) and all(kept[n] and seen[n].prose and not seen[n].label for n in (at - 1, at + 1))
    return beside and (view.article or 0.0) >= _DOUBTED_HEAD and is_plain(view)


def _is_cut(seen: Sequence[View], view: View) -> bool:
    """Return whether a paragraph breaks off where a paywall stands."""
    following = seen[view.number + 1 : view.number + 2]
    return view.words >= _CUT_WORDS and any(v.label == "paywall" for v in following)


def last(seen: Sequence[View], at: int) -> int:
    """Return the number of the article's last sentence where short ones follow the one at `at`."""
    short = 0
    for view in seen[at + 1 :]:
        if view.label and view.label not in TEXT_LABELS:
            if view.label not in _PASSED:
                break
        elif view.prose or is_sentence(view) or _is_cut(seen, view):
            if view.prose and short:
                break
            at, short = view.number, 0
        elif view.stamp or view.block.link_share >= _LINKED or short == _LINES_OF_A_LIST:
            break
        else:
            short += 1
    return at
