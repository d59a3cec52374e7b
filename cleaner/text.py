"""Primitives from str to str: words, folding, sentence shape. Knows no language and no document.

A word is a run of letters or digits; a character of a script without spaces (Han, kana) is a word of its own,
so that phrases match the same way in every language; short vowels and tatweel do not part an Arabic word. The marks
© @ % # are words too: they carry meaning in credits, handles and counters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

_UNSPACED: Final = "\u3040-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ARABIC_MARKS: Final = "\u0610-\u061a\u064b-\u065f\u0670"
"""Short vowels and other marks on Arabic letters: they part no word."""
_STRETCH: Final = "\u0640"
"""The tatweel, which stretches an Arabic word; alone it is a dash."""
_LETTERS: Final = rf"[^\W_{_UNSPACED}{_STRETCH}]"
WORD: Final = re.compile(rf"[{_UNSPACED}]|{_LETTERS}+(?:[{_ARABIC_MARKS}{_STRETCH}]+{_LETTERS}*)*|[©@%#٪]")
"""Matches one word; at most one alternative can match at a place, so it never backtracks."""

_VOICED: Final = "\u3099\u309a"
"""The marks of kana that make another sound, and so another word."""

SENTENCE_END: Final = ".!?…。！？؟۔।:;؛"
CLOSERS: Final = "\"'”’»“›)]}）」』"
_END_CHARS: Final = 400
_ASIDE_CHARS: Final = 20
_KEPT_CHARS: Final = 1500
_NAME_CHARS: Final = 60
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u200a\u3000\t\n\r\f\v"), " ")
_ARABIC_FORMS: Final = str.maketrans(
    "\u0649\u06cc\u06d0\u06a9\u0629\u06c1\u06d5\u0671\u066a",
    "\u064a\u064a\u064a\u0643\u0647\u0647\u0647\u0627%",
    _STRETCH,
)
"""Letters of one word that Cairo, Beirut and Tehran write otherwise (alef maqsura and yeh, teh marbuta and heh, kaf),
the percent sign, and the tatweel, which is no letter."""


class Word(NamedTuple):
    """One word of a text: folded form, span, and how it is written."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return a word without case, accents and width; the dotless i of Turkish is an i, as its capital is; an Arabic
    word is without short vowels, hamza, tatweel and the dots that its last letter may lack.

    >>> fold_word("Élysée"), fold_word("ＡＦＰ"), fold_word("STRASSE") == fold_word("Straße")
    ('elysee', 'afp', True)
    >>> fold_word("が"), fold_word("か")
    ('が', 'か')
    >>> fold_word("tıklayın") == fold_word("TIKLAYIN") == fold_word("TİKLAYİN")
    True
    >>> fold_word("إِقـــرأ") == fold_word("اقرا"), fold_word("ﻓﻲ") == fold_word("فى")
    (True, True)
    """
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    bare = "".join(c for c in folded if not unicodedata.combining(c) or c in _VOICED)
    return unicodedata.normalize("NFC", bare.translate(_ARABIC_FORMS))


def unspaced(word: str) -> bool:
    """Return whether a word is a character of a script without spaces.

    >>> unspaced("社"), unspaced("afp")
    (True, False)
    """
    return word[:1] != "・" and ("\u3040" <= word[:1] <= "\u9fff" or "\uf900" <= word[:1] <= "\ufaff")


def hiragana(character: str) -> bool:
    """Return whether a character is one of the Japanese syllables that particles and endings are written in.

    >>> hiragana("の"), hiragana("ノ")
    (True, False)
    """
    return "\u3041" <= character <= "\u309f"


def words(text: str) -> list[Word]:
    """Return the words of a text with their spans.

    >>> [w.folded for w in words("L’Élysée © AFP")]
    ['l', 'elysee', '©', 'afp']
    """
    return [Word(fold_word(m[0]), m.start(), m.end()) for m in WORD.finditer(text)]


class Spelled(NamedTuple):
    """The words of a text without their places: as written, and folded."""

    written: list[str]
    folded: list[str]


_WORDS_OF_ASCII: Final = {
    code: chr(code) if chr(code).isalnum() else f" {chr(code)} " if chr(code) in "@%#" else " " for code in range(128)
}
"""ASCII text as its words with white space between, which `split` finishes."""
_TYPOGRAPHY: Final = "\u2019\u201c\u201d\u2018\u2013\u2014\u2026\u00a0"
"""Signs of good typography, no part of a word; many texts have no other letter or sign beyond ASCII."""


def spell(text: str) -> Spelled:
    """Return the words of a text as written and folded, at a tenth of what their spans cost.

    >>> spell("L’Élysée © AFP").folded
    ['l', 'elysee', '©', 'afp']
    """
    plain = _plain(text)
    if plain.isascii():
        plain = plain.translate(_WORDS_OF_ASCII)
        return Spelled(plain.split(), plain.lower().split())
    written = WORD.findall(text)
    return Spelled(written, [*map(fold_word, written)])


def spell_kept(text: str) -> Spelled:
    """Return what `spell` does, kept for a moment: a page's language, rules and labels ask for the same blocks.

    Whoever asks must not change the lists. Long texts are not kept.
    """
    return _kept(text) if len(text) <= _KEPT_CHARS else spell(text)


@lru_cache(maxsize=1 << 10)
def _kept(text: str) -> Spelled:
    return spell(text)


def _plain(text: str) -> str:
    """Return the text with the usual typographic signs as spaces, where that may leave it ASCII."""
    if not text.isascii():
        for sign in _TYPOGRAPHY:
            text = text.replace(sign, " ")
    return text


def fold(text: str) -> str:
    """Return a text as its folded words, one space between; that of names and short phrases is kept for a moment.

    >>> fold("  Read Also: Élysée ")
    'read also elysee'
    """
    return _folded(text) if len(text) <= _NAME_CHARS else " ".join(spell(text).folded)


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> str:
    return " ".join(spell(text).folded)


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(WORD.findall(text))


def has_words(text: str, least: int) -> bool:
    """Return whether a text has so many words, reading no further than it must.

    >>> has_words("one two", 2), has_words("one two", 3)
    (True, False)
    """
    return next(islice(WORD.finditer(text), least - 1, None), None) is not None


def plain_spaces(text: str) -> str:
    """Return the text with every horizontal or vertical space character as one plain space each, length unchanged.

    >>> plain_spaces("a\\u00a0b\\nc")
    'a b c'
    """
    return text.translate(_SPACES)


def squeeze(text: str) -> str:
    """Return the text with runs of white space as one space, ends trimmed."""
    return " ".join(text.split())


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, closing quotation marks and a signature in brackets left out.

    >>> ends_sentence("He left.”"), ends_sentence("A headline"), ends_sentence("He left. (AFP)")
    (True, False, True)
    >>> ends_sentence("他走了。（新华社）"), ends_sentence("هل عاد؟»")
    (True, True)
    """
    if text[-1:].isalnum():
        return False
    end = text[-_END_CHARS:].rstrip()
    bare = end.rstrip(CLOSERS).rstrip()
    if bare and bare[-1] in SENTENCE_END:
        return True
    opened = max(end.rfind("("), end.rfind("（"))
    aside = end[opened + 1 : -1]
    closed = opened > 0 and end.endswith((")", "）"))
    if not closed or len(aside) > _ASIDE_CHARS or not aside.replace(" ", "").isalpha():
        return False  # a signature is letters alone; a date or a credit in brackets is another thing
    ahead = end[:opened].rstrip().rstrip(CLOSERS)
    return bool(ahead) and ahead[-1] in SENTENCE_END
