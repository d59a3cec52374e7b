"""Tell the language of a document and of each of its blocks. Changes no text.

Function words of the packs decide where they are plain to see; a small statistical model (py3langid) is asked
otherwise, and loads only then. Below about twenty letters nobody can tell: such a text is `und`, such a block
takes its document's language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from cleaner.document import Block, Document
from cleaner.language import available, section
from cleaner.text import fold_word, spell_kept

_SAMPLE_CHARS: Final = 6000
_PIECE_CHARS: Final = 1500
_PROSE_WORDS: Final = 10
# Share of function words in running prose of the seeds and of the project's clean lines: .32 to .48 in its own
# language, at most .12 in the other; neighbours without a pack (Catalan against French) stay under .22.
_SURE_SHARE: Final = 0.24
_DECLARED_SHARE: Final = 0.15
"""On 1,491 pages no language came out otherwise for it, and the model was asked on 79 of them instead of 309."""
_SURE_RATIO: Final = 2.0
_LEAST_LETTERS: Final = 20
_LEAST_WORDS: Final = 8
_BLOCK_WORDS: Final = 12
_LEAST_DISTINCT: Final = 8
"""A text with fewer different words, each of them said twice and more on average, is no prose to judge by."""
_LEAST_REPEATED: Final = 2
"""So many different function words of a language settle even such a text, as the chorus of a song."""
_LEAST_SHARE: Final = 0.4
"""So many letters of a text are of its language's script, names and addresses in Latin letters aside."""


@dataclass(frozen=True)
class Words:
    """The words topic of a pack."""

    function_words: tuple[str, ...] = ()
    no_near_neighbour: str = ""
    """`yes` where no other written language shares many of these words: fewer settle it on a page that declares it."""
    letters: str = ""
    """The letters of a language whose neighbours in the same script cannot do with them: with no others, it is this."""


@lru_cache
def _function_words() -> dict[str, list[str]]:
    """Return the languages each function word belongs to."""
    table: dict[str, list[str]] = {}
    for tag in available():
        for word in section(tag, "words", Words).function_words:
            table.setdefault(fold_word(word), []).append(tag)
    return table


@lru_cache
def small_words(language: str) -> frozenset[str]:
    """Return the function words of a language, folded: they say nothing of what a text is about.

    >>> "the" in small_words("en"), small_words("und")
    (True, frozenset())
    """
    return frozenset(map(fold_word, section(language, "words", Words).function_words))


def detect(text: str, hint: str | None = None) -> str:
    """Return the BCP 47 tag of a text's language, `und` where it can't be told. `hint` settles what stays open.

    >>> detect("The ministers said that they would meet again after the summit of the leaders.")
    'en'
    >>> detect("Les ministres ont dit qu'ils se retrouveraient après le sommet, selon la présidence.")
    'fr'
    >>> detect("OK"), detect("总统星期三表示，谈判将继续进行。")
    ('und', 'zh')
    """
    return _detect([text[:_SAMPLE_CHARS]], hint)


def _detect(pieces: Sequence[str], hint: str | None) -> str:
    """Return the language of the pieces of one text, which are not longer than a sample together."""
    sure = _by_function_words(pieces, hint)
    if sure:
        return _among_neighbours("\n".join(pieces), sure) if sure in _neighbours() else sure
    sample = "\n".join(pieces)
    if not _has_letters(sample):
        return hint or "und"
    plain = _by_script(sample) or _by_letters(sample)
    return plain or (None if _repeats(pieces) else _by_model(sample)) or hint or "und"


def _counted(piece: str) -> tuple[int, list[str]]:
    """Return how many words a piece has, and the languages of each function word among them."""
    found, table = spell_kept(piece).folded, _function_words()
    return len(found), [*chain.from_iterable(filter(None, map(table.get, found)))]


def _by_function_words(pieces: Sequence[str], declared: str | None = None) -> str | None:
    """Return the language whose function words are plain to see; of a declared one that stands apart, fewer do."""
    least = _DECLARED_SHARE if declared is not None and declared in _apart() else _SURE_SHARE
    size, tags = 0, []
    for words, found in map(_counted, pieces):
        size += words
        tags += found
    if size < _LEAST_WORDS or len(tags) < least * size:
        return None
    counts = Counter(tags)
    first = max(counts, key=counts.__getitem__)
    most = counts.pop(first)
    share = least if first == declared else _SURE_SHARE
    sure = most >= share * size and most >= _SURE_RATIO * max(counts.values(), default=0)
    if sure and _repeats(pieces):
        table = _function_words()
        own = {word for piece in pieces for word in spell_kept(piece).folded if first in table.get(word, ())}
        sure = len(own) >= _LEAST_REPEATED
    return first if sure else None


def _repeats(pieces: Sequence[str]) -> bool:
    """Return whether a text says a few words again and again: each of them is a word of many languages by chance."""
    size, distinct = 0, set[str]()
    for piece in pieces:
        folded = spell_kept(piece).folded
        size += len(folded)
        distinct.update(folded)
        if len(distinct) >= _LEAST_DISTINCT:
            return False
    return size >= 2 * len(distinct)


@lru_cache
def _apart() -> frozenset[str]:
    """Return the languages whose function words no near neighbour shares."""
    return frozenset(tag for tag in available() if section(tag, "words", Words).no_near_neighbour == "yes")


def _has_letters(text: str) -> bool:
    """Return whether a text has letters enough to tell a language by; those of unspaced scripts say more."""
    weight = 0
    for char in text:
        if char.isalpha():
            weight += 3 if char > "\u3000" else 1
            if weight >= _LEAST_LETTERS:
                return True
    return False


_SCRIPTS: Final = (
    ("ja", "\u3040", "\u30ff", 0.08),  # kana beside Han; the order matters
    ("ko", "\uac00", "\ud7a3", 0.3),
    ("zh", "\u3400", "\u9fff", 0.3),
    ("el", "\u0370", "\u03ff", 0.4),
    ("he", "\u0590", "\u05ff", 0.4),
    ("th", "\u0e00", "\u0e7f", 0.4),
    ("ka", "\u10a0", "\u10ff", 0.4),
    ("hy", "\u0530", "\u058f", 0.4),
)
"""Scripts that one language of news writes: tag, range, least share of the letters."""
_SHARED: Final = frozenset(("zh", "ja", "ko"))
"""They share a script: a line in Han alone is Japanese on a Japanese page."""
_SCRIPTED: Final = re.compile("[" + "".join(f"{first}-{last}" for _, first, last, _ in _SCRIPTS) + "]")


def _by_script(text: str) -> str | None:
    if not _SCRIPTED.search(text):
        return None
    letters = [c for c in text if c.isalpha()]
    for tag, first, last, share in _SCRIPTS:
        if sum(first <= c <= last for c in letters) >= share * len(letters) > 0:
            return tag
    return None


@lru_cache
def _alphabets() -> dict[str, frozenset[str]]:
    """Return the letters of the languages that state them."""
    stated = {tag: section(tag, "words", Words).letters for tag in available()}
    return {tag: frozenset(letters) for tag, letters in stated.items() if letters}


def _by_letters(text: str) -> str | None:
    """Return the language whose letters alone a text has, those of ASCII aside."""
    if text.isascii():
        return None
    letters = Counter(c for c in text if not c.isascii() and c.isalpha())
    for tag, own in _alphabets().items():
        if letters.total() >= _LEAST_LETTERS and own.issuperset(letters):
            return tag if letters.total() >= _LEAST_SHARE * sum(c.isalpha() for c in text) else None
    return None


@lru_cache(maxsize=1)
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


_WRITTEN: Final = re.compile(r"[^\W\d_]+")
_ALIKE: Final = (("nb", "nn", "no"), ("hr", "bs", "sr"), ("id", "ms"))
"""Written languages so near to each other that the model halves its odds between them: they stand or fall together."""
_EITHER: Final = ("no", "nb")
"""The model's word for Norwegian, and the form that nine in ten texts are written in."""
_LEAST_ODDS: Final = 0.6
_LEAST_ODDS_AGREED: Final = 0.3
"""The odds that do where most function words of a text are of the same language, as among the headlines of a list."""
_LEAST_AGREED: Final = 3


def _by_model(text: str) -> str | None:
    ranked = _model().rank(text.encode("utf-8", "replace").decode("utf-8"))
    tag = str(ranked[0][0])
    near = next((family for family in _ALIKE if tag in family), (tag,))
    odds = sum(share for other, share in ranked if other in near)
    if odds < _LEAST_ODDS and not (odds >= _LEAST_ODDS_AGREED and _mostly(text, tag)):
        return None
    return _among_neighbours(text, _EITHER[1] if tag == _EITHER[0] else tag)


def _mostly(text: str, tag: str) -> bool:
    """Return whether more function words of a text are of this language than of any other."""
    counts = Counter(_counted(text)[1])
    own = counts.pop(tag, 0)
    return own >= _LEAST_AGREED and own > max(counts.values(), default=0)


@dataclass(frozen=True)
class Neighbours:
    """The neighbours topic: families of languages that a model mixes up, and the words of each that part them."""

    families: tuple[tuple[str, ...], ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache
def _neighbours() -> dict[str, dict[str, frozenset[str]]]:
    """Return the words of the whole family of each language that has near neighbours."""
    topic = section("und", "neighbours", Neighbours)
    families = [{tag: frozenset(topic.words[tag]) for tag in family} for family in topic.families]
    return {tag: family for family in families for tag in family}


def _among_neighbours(text: str, tag: str) -> str:
    """Return the language of a family that most words of a text belong to, as written; this one where several do."""
    family = _neighbours().get(tag)
    if family is None:
        return tag
    found = _WRITTEN.findall(unicodedata.normalize("NFC", text).lower())
    counts = {other: sum(word in own for word in found) for other, own in family.items()}
    return max(counts, key=lambda other: (counts[other], other == tag))


def assign(document: Document) -> Document:
    """Return the document with its language and each block's set, told from the text as read. What the user gave wins.

    A document that has entries was told before: a repair may tip the scales between two languages, and then its names
    would be repaired anew.
    """
    if document.entries:
        return document
    given = next((h.value for h in document.hints if h.field == "language" and h.role == "given"), None)
    declared = next((h.value for h in document.hints if h.field == "language"), None)
    hint = _primary(declared)
    language = _primary(given) or _detect(_prose(document.blocks), hint)
    blocks = tuple(
        block.told(_of_block(block, language) if _says_enough(block.text, language) else language)
        for block in document.blocks
    )
    return replace(document, blocks=blocks, language=language)


def _primary(tag: str | None) -> str | None:
    """Return the language part of a tag a page declares, None when it is no tag."""
    if not tag:
        return None
    head = tag.replace("_", "-").split("-")[0].strip().lower()
    return head if head.isascii() and head.isalpha() and 2 <= len(head) <= 3 else None


def _prose(blocks: Sequence[Block]) -> list[str]:
    """Return a sample of the blocks that look like sentences; of all blocks where none does."""
    long = [b.text for b in blocks if b.text.count(" ") + 1 >= _PROSE_WORDS]
    chosen = long or [b.text for b in blocks]
    sample: list[str] = []
    room = _SAMPLE_CHARS
    for text in sorted(chosen, key=len, reverse=True):
        sample.append(text[: min(_PIECE_CHARS, room)])
        room -= len(sample[-1]) + 1
        if room <= 0:
            break
    return sample


def _of_block(block: Block, document_language: str) -> str:
    piece = block.text[:_PIECE_CHARS]
    return _by_function_words((piece,)) or _other_script(piece, document_language) or document_language


def _other_script(text: str, document_language: str) -> str | None:
    """Return the language of a text in a script that the document's language never writes."""
    return _by_script(text) if document_language not in _SHARED and _has_letters(text) else None


def _says_enough(text: str, document_language: str) -> bool:
    """Return whether a block may be asked for a language of its own: it is long, or written in another script."""
    if text.count(" ") >= _BLOCK_WORDS:
        return True
    return document_language not in _SHARED and _SCRIPTED.search(text, 0, _PIECE_CHARS) is not None
