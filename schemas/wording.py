"""Whether a text has words of the language it is said to be in: the function words of its pack, or its script.

A quick question for tables of any size. Telling which language a text is in is the work of `cleaner.detect`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import pyarrow.compute as pc

from cleaner.detect import Words
from cleaner.language import available, section
from cleaner.schemas.asking import Holds, Rows, everywhere, texts, yes
from cleaner.text import unspaced

_SCRIPTS: Final = {"zh": r"\p{Han}", "ja": r"[\p{Hiragana}\p{Katakana}]", "ko": r"\p{Hangul}", "th": r"\p{Thai}",
                   "ar": r"\p{Arabic}", "fa": r"\p{Arabic}", "he": r"\p{Hebrew}", "el": r"\p{Greek}",
                   "hi": r"\p{Devanagari}", "bg": r"\p{Cyrillic}", "uk": r"\p{Cyrillic}",
                   "ru": r"\p{Cyrillic}"}  # fmt: skip
"""Languages whose script alone tells a text of another from them; letters of it stand in every text of theirs."""
LEAST: Final = 3
"""So many function words. On 400 characters of the clean lines of ten languages none had fewer of its own, and nine in
ten had fewer of a language that is no neighbour."""


def language_agrees(rows: Rows, least: int) -> Holds:
    """Return where a text of `least` characters or more has a few words, or a letter, of its language.

    What has no pack, or no words in it, is not asked.
    """
    bodies, tags = texts(rows, "text"), pc.utf8_lower(texts(rows, "language"))
    roots = pc.replace_substring_regex(tags, r"-.*\z", "")
    holds = everywhere(rows)
    for root in sorted(filter(None, pc.unique(roots).to_pylist())):
        pattern = _pattern(root)
        if not pattern:
            continue
        own = pc.fill_null(pc.equal(roots, root), False)
        chosen = bodies.filter(own)
        found = pc.or_(pc.match_substring_regex(chosen, pattern), pc.less(pc.utf8_length(chosen), least))
        holds[yes(own)] = yes(found)
    return holds


@lru_cache
def _pattern(root: str) -> str:
    """Return what every text of a language matches, nothing where that is not known."""
    words = section(root, "words", Words).function_words if root in available() else ()
    if not words or (root in _SCRIPTS and unspaced(words[0])):
        return _SCRIPTS.get(root, "")  # words of a script without spaces have no letter before them that parts them
    alternatives = "|".join(re.escape(word).replace(r"\ ", " ") for word in words)
    return rf"(?is)(?:(?:\A|[^\p{{L}}])(?:{alternatives})(?:[^\p{{L}}]|\z).*?){{{LEAST}}}"
