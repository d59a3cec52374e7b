"""What an article appends to its text: figures, programmes, ingredients, line-ups, questions and answers, notes.

Right below the last sentence place and shape alone take such short lines for menus or for lists of other articles.
They are the article's where many in a row have one shape (a label and its value, a measure, a rising hour), where a
line with a colon announces them, and where they go on speaking. Names what is taken back, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaner.label.article import amid, timed
from cleaner.label.article.quoted import is_said
from cleaner.label.furniture.sections import rename
from cleaner.label.views import View
from cleaner.taxonomy import TEXT_LABELS, group

_LINKED: Final = 0.1
_ROWS: Final = 3
"""So many lines of the shape of a table at least make one."""
_MOST_CALLS: Final = 3
_HEADS: Final = 2
"""So many short lines may head a table, or stand between its parts."""
_HEAD_WORDS: Final = 6
_CALLS: Final = 5.0
"""From these points on the words of a short line are those of furniture: a word that furniture shares has fewer."""
_PAIR_WORDS: Final = 14
_LABEL_WORDS: Final = 4
_MEASURE_WORDS: Final = 6
_MATCH_WORDS: Final = 10
_LISTED_WORDS: Final = 5
_MOST_LISTED: Final = 20
_LEAST_LISTED: Final = 2
_MOSTLY: Final = 0.7
_TOLD_WORDS: Final = 4
_LEAST_WORDS: Final = 3
_BETWEEN: Final = ("subscription", "ad_label", "related_link")
_MOST_BETWEEN: Final = 3
"""So many lines of furniture at most interrupt a text."""
_COLONS: Final = (":", "：")
_GOES_ON: Final = (",", ";", "，", "；", "،", "؛", "、")
_ASKS: Final = ("?", "？", "؟")
_DASHES: Final = ("–", "—", "―", "- ")
_OPENS_NOTE: Final = ("▽", "△", "◇", "※", "＊", "*", "†", "＜", "【", *"①②③④⑤⑥⑦⑧⑨⑩")
_PAIR: Final = re.compile(r"([^:：]{1,40})[:：]\s?(?=\S)")
_MEASURE: Final = re.compile(
    r"[•·・▽]?\s?(?:\d[\d.,/½¼]*\s?[^\W\d_].*|.*[^\W\d_]\s?(?:[-–—:：]\s)?\d[\d.,]*\s?[^\W\d_]{0,8}\.?)"
)
_SCORE: Final = re.compile(r"\b\d{1,3}\s?[-–—－:：]\s?\d{1,3}\b")
_BRACKETED: Final = re.compile(r"[^（(）)]{2,40}[（(][^（(）)\d]{1,20}[）)]")
_NOTE: Final = re.compile(r"[（(][^（(）)]{7,200}[）)]")
_RANK: Final = re.compile(r"\d{1,3}")
_HOUR: Final = re.compile(r"\d{1,2}[:.]\d\d")
_NUMBER: Final = re.compile(r"\d[\d.:]*")
_SERIES: Final = 3
_BULLETS: Final = "•·・▽◇- "
_READERS: Final = ("und/reader-comment", "und/handle-speaks")


def take_back(seen: Sequence[View]) -> None:
    """Give the article the lines below its text that place and shape alone had named something else."""
    at = 1
    while at < len(seen):
        end = at
        interrupted = _is_interrupted(seen, at)
        if seen[at - 1].label in TEXT_LABELS or interrupted:
            while end < len(seen) and _is_loose(seen[end]):
                end += 1
            for view in seen[at : at + (_resumed(seen, at, end) if interrupted else _own(seen, at, end))]:
                if view.label not in TEXT_LABELS:
                    rename(view, "body", "und/appended")
        at = max(end, at) + 1


def _is_interrupted(seen: Sequence[View], at: int) -> bool:
    """Return whether a text is interrupted right above a line by a call or two, a pointer, an advertisement."""
    above = at - 1
    while above >= max(0, at - _MOST_BETWEEN) and seen[above].label in _BETWEEN and _by_wording(seen[above]):
        above -= 1
    return 0 <= above < at - 1 and seen[above].label in TEXT_LABELS


def _by_wording(view: View) -> bool:
    return not view.rule.startswith("und/")


def _resumed(seen: Sequence[View], first: int, end: int) -> int:
    """Return how many lines go on with a text that was interrupted: sentences, and what one with a colon announces."""
    at = first
    while at < end:
        view = seen[at]
        listed = _announced(seen, at, end) if view.block.text.rstrip().endswith(_COLONS) else 0
        if not listed and not (amid.is_stopped(view) and view.words >= _LEAST_WORDS and not amid.calls(view, _CALLS)):
            break
        at += listed or 1
    return at - first


def _is_loose(view: View) -> bool:
    """Return whether no rule of wording has named a line, and it is no link."""
    if not view.rule.startswith("und/") or view.rule in _READERS or view.stamp or view.block.link_share >= _LINKED:
        return False
    return not view.prose and (view.label in (*TEXT_LABELS, "tags") or group(view.label) == "noise")


def _own(seen: Sequence[View], first: int, end: int) -> int:
    """Return how many of the loose lines from `first` to `end` are the article's."""
    at = first
    while at < end:
        taken = max(_announced(seen, at, end), _table(seen, at, end), _spoken(seen, at, end))
        if not taken and seen[at].label not in TEXT_LABELS:
            break
        at += max(taken, 1)
    return at - first


# --- lists that a line with a colon announces ------------------------------------------------------------------------


def _announced(seen: Sequence[View], first: int, end: int) -> int:
    """Return how many lines make up a list that the line above, or the first of them, announces."""
    heads = 0 if seen[first - 1].block.text.rstrip().endswith(_COLONS) else 1
    if heads and not (seen[first].block.text.rstrip().endswith(_COLONS) and seen[first].words <= 2 * _HEAD_WORDS):
        return 0
    if heads and amid.calls(seen[first], _CALLS):
        return 0
    items = list(seen[first + heads : min(end, first + heads + _MOST_LISTED)])
    items = items[: next((n for n, v in enumerate(items) if v.block.text.rstrip().endswith(_COLONS)), len(items))]
    while items and not _is_listy(items[-1]):
        items.pop()
    listy = sum(_is_listy(view) and not amid.calls(view, _CALLS) for view in items)
    return heads + len(items) if listy >= max(_LEAST_LISTED, _MOSTLY * len(items)) else 0


def _is_listy(view: View) -> bool:
    """Return whether a line is as short as an item is, states a number, or ends as items and sentences do."""
    text = view.block.text.rstrip()
    return view.words <= _LISTED_WORDS or _is_tabular(view) or text.endswith((*_GOES_ON, ".", "。"))


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(seen: Sequence[View], first: int, end: int) -> int:
    """Return how many lines make up a table, with the few short ones that head it; 0 where they are too few."""
    at, rows, short, last = first, 0, 0, first
    while at < end:
        view = seen[at]
        if _is_tabular(view):
            rows, short, last = rows + 1, 0, at + 1
        elif short == _HEADS or view.words > _HEAD_WORDS or view.ends:
            break
        else:
            short += 1
        at += 1
    own = seen[first:last]
    calls = sum(amid.calls(view, _CALLS) for view in own)
    if rows < _ROWS or _MOST_CALLS * calls > rows or _is_ranked(own) or _falls(own):
        return 0
    return last - first


def _is_tabular(view: View) -> bool:
    """Return whether a line is the row of a table: a label and its value, a measure, an hour with what begins then."""
    return amid.is_row(view) or _is_pair(view) or _is_measure(view) or _is_entry(view) or _is_of_sport(view)


def _is_of_sport(view: View) -> bool:
    """Return whether a short line has a score, or a name with its house between brackets: "North 3-1 South"."""
    text = view.block.text.strip(_BULLETS)
    small = sum(word[:1].islower() for word in text.split())
    if view.ends or small > 1 or view.words > (_MATCH_WORDS if small or text[:1].isupper() else _MEASURE_WORDS):
        return False
    return bool(_SCORE.search(text[:80]) or _BRACKETED.fullmatch(text[:80]))


def _is_pair(view: View) -> bool:
    """Return whether a line is a label and its value: "Length: 32 metres"."""
    found = _PAIR.match(view.block.text)
    return found is not None and view.words <= _PAIR_WORDS and len(found[1].split()) <= _LABEL_WORDS


def _is_measure(view: View) -> bool:
    """Return whether a short line opens or closes with a number and its unit: "400 ml milk", "Butter 50 g"."""
    text = view.block.text.strip(_BULLETS)
    return view.words <= _MEASURE_WORDS and not view.ends and bool(_MEASURE.fullmatch(text[:80]))


def _is_entry(view: View) -> bool:
    return not view.ends and view.words <= _PAIR_WORDS and timed.behind(view.block.text, view.block.language) > 0


def _is_ranked(own: Sequence[View]) -> bool:
    """Return whether lines are ranked 1, 2, 3: those of a list of what is read most."""
    values = [int(found[0]) for view in own if (found := _RANK.match(view.block.text))]
    return len(values) >= _ROWS and values == list(range(values[0], values[0] + len(values)))


def _falls(own: Sequence[View]) -> bool:
    """Return whether the hours before lines go back: lists of news begin with the latest."""
    hours = [found[0].zfill(5) for view in own if (found := _HOUR.match(view.block.text))]
    return len(hours) > 1 and hours[0] > hours[1]


# --- what goes on speaking -------------------------------------------------------------------------------------------


def _spoken(seen: Sequence[View], at: int, end: int) -> int:
    """Return how many lines go on as the text did: a sentence, a question with its answer, a line of a dialogue, a
    verse, a note with its mark."""
    view = seen[at]
    text = view.block.text.strip()
    following = seen[at + 1] if at + 1 < end else None
    if text.endswith(_ASKS) and view.words >= _LEAST_WORDS and amid.is_plain(view):
        return 1
    if (text.startswith(_OPENS_NOTE) and len(text) > 1) or _is_series(view):
        return 1
    if amid.calls(view, _CALLS):
        return 0
    if _NOTE.fullmatch(text) or is_said(text):
        return 1
    if (text.startswith(_DASHES) and view.ends) or (amid.is_sentence(view) and view.words >= _TOLD_WORDS):
        return 1
    if following is not None and text.endswith((*_ASKS, *_GOES_ON)) and (
        following.ends or is_said(following.block.text)
    ):
        return 2
    heads = following is not None and view.words <= _HEAD_WORDS and not view.ends
    return 1 if heads and following is not None and following.label in TEXT_LABELS else 0


def _is_series(view: View) -> bool:
    """Return whether a line is a label and a series of numbers, as hours of departure are, and no telephone's."""
    text = view.block.text
    return _is_pair(view) and len(_NUMBER.findall(text)) >= _SERIES and not any(sign in text for sign in "+()-/")
