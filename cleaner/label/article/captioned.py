"""Captions whose credit is a bare name: an agency's or a picture house's, glued to their end or on the line below.

"The mill in winter / Reuters" has no word for a picture; what tells is that such a name closes a short line that is no
paragraph. Below an article the same name says where its text is from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaner import agencies
from cleaner.label.furniture.sections import name, rename
from cleaner.label.views import View
from cleaner.rule import Rule
from cleaner.rule_index import RuleIndex
from cleaner.text import count_words, ends_sentence, unspaced

_CAPTION_CHARS: Final = 240
_PARTED: Final = re.compile(r" [/|•·] ?|[／｜]|、|＝| ?[(（]|[.!?。！？][»”\"]? ?")
"""What may stand between a caption and the name that closes it; the last such sign counts."""
_ENDS: Final = (".", "!", "?", "。", "！", "？")
_BRACKETS: Final = " ()（）[]"
_LEAST_WORDS: Final = 4
_LEAST_SIGNS: Final = 8
_NAME_CHARS: Final = 40
_MOST_WORDS: Final = 34
_SHOUTED: Final = re.compile(r"[^\W\d_a-zà-ÿ]\.|[^\W\d_a-zà-ÿ](?:[^\W\d_a-zà-ÿ]|['’-]){1,20}")
_NAME_WORDS: Final = 3
_NAME_LETTERS: Final = 4
_PICTURED: Final = ("caption", "media_alt_text")
_BEHIND: Final = ("photo_credit", "agency_credit")


def glued(text: str, rules: RuleIndex) -> int:
    """Return where the name begins that closes a caption on the same line, 0 where none does."""
    if len(text) > _CAPTION_CHARS or "\n" in text:
        return 0
    signs = [m for m in _PARTED.finditer(text, max(0, len(text) - _NAME_CHARS - 4)) if m.end() < len(text)]
    if not signs:
        return 0
    sign = signs[-1]
    said, who = text[: sign.start()], text[sign.end() :].strip(_BRACKETS)
    stopped = sign[0].strip()[:1] in _ENDS
    if not who or not _is_caption(said) or (not stopped and ends_sentence(said)):
        return 0
    pictured = bool(rules.hits(who, among=_of_pictures))
    if pictured or (not stopped and agencies.is_agency(who) is not None):
        return sign.end() if stopped or sign[0].strip() in ("、", "＝") else sign.start()
    return 0


def shouted(text: str) -> int:
    """Return where a name in capitals begins that closes a caption, 0 where none does: "The mill in winter. ANN LEE".

    >>> shouted("The mill in winter / A. LEEWARD"), shouted("The unions meet UNESCO and UNICEF in May")
    (21, 0)
    """
    words = text.split()
    if len(text) > _CAPTION_CHARS or "\n" in text or not words or not words[-1].isupper():
        return 0
    size = next((n for n, word in enumerate(reversed(words)) if not _SHOUTED.fullmatch(word)), len(words))
    named = words[len(words) - size :]
    if not 2 <= size <= _NAME_WORDS or not named[-1].isalpha() or len(named[-1]) < _NAME_LETTERS:
        return 0
    start = text.rfind(" ".join(named))
    said = text[:start].rstrip(" /|–-")
    return start if start > 0 and _is_caption(said) and agencies.is_agency(" ".join(named)) is None else 0


def _is_caption(text: str) -> bool:
    """Return whether a piece may be a caption: several words, some in small letters, and no list of names."""
    words = text.split()
    dated = any(map(str.isdigit, text))  # a place and a day are a dateline
    if any(unspaced(c) for c in text[:_LEAST_SIGNS]):
        return len(text) >= (2 * _LEAST_SIGNS if dated else _LEAST_SIGNS)
    if dated and len(words) <= 2 * _LEAST_WORDS:
        return False
    small = sum(word[:1].isalpha() and not word[:1].isupper() for word in words)
    return _LEAST_WORDS <= len(words) <= _MOST_WORDS and small >= 2


def _of_pictures(rule: Rule) -> bool:
    return rule.label == "photo_credit" and rule.at in ("whole", "only")


def below(seen: Sequence[View], first: int, last: int, found: View | None) -> None:
    """Name a caption and the bare name below it: between title and text, or among paragraphs, never at the end."""
    for before, view in pairwise(seen):
        if view.number > last or (found is not None and view.number <= found.number + 1):
            continue
        if view.label and view.label not in _BEHIND:
            continue
        if not _is_bare_name(view):
            continue
        pictured = before.label in _PICTURED and before.group == view.group
        if not pictured and not _stands_over(seen, before, view, first, found):
            continue
        if view.label != "photo_credit":
            rename(view, "photo_credit", "und/credit-after-caption")
        name(before, "und/caption-beside-credit")


def _is_bare_name(view: View) -> bool:
    text = view.block.text.strip(_BRACKETS)
    return len(text) <= _NAME_CHARS and agencies.is_agency(text) is not None


def _stands_over(seen: Sequence[View], before: View, view: View, first: int, found: View | None) -> bool:
    """Return whether the line above is a caption: of the same group, no paragraph, and not what stands under a title.
    """
    if before.label or before.stamp or before.group != view.group or before.block.element == "heading":
        return False
    if before is found or (found is not None and before.number == found.number + 1):
        return False
    behind = seen[view.number + 1] if view.number + 1 < len(seen) else None
    parted = behind is None or behind.group != view.group or behind.prose or bool(behind.label)
    above = seen[before.number - 1] if before.number else None
    lone = above is None or before.number < first or above.group != before.group or bool(above.label)
    return parted and lone and _is_caption(before.block.text) and count_words(before.block.text) <= _MOST_WORDS
