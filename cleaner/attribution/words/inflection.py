"""The written forms of a pack's words: verbs by group, nouns by case, the heads of compound nouns.

Owns how speech.yaml spells out inflection. Knows no sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaner.errors import PackError
from cleaner.text import WORD, fold_word

INFINITIVE: Final = "infinitive"
SLOTS: Final = ("present", "past", "participle", "gerund", INFINITIVE)
"""The last one may be left out: it counts only behind the `catenatives` and `infinitive_leads` of a pack."""
BASE: Final = "base"
"""The slot of the first present form, which serves for a plural in English."""
MIN_HEAD: Final = 5
"""A shorter noun ends too many words that are no compound of it."""
MIN_REST: Final = 3
MAX_WORD: Final = 40


def verb_forms(stated: str, groups: Mapping[str, str], where: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the forms of one row of verbs with their slots.

    >>> verb_forms("sag_t", {"t": "t en / te ten / ge-t / end"}, "")[1:5:3]
    [('present', ('sagen',)), ('participle', ('gesagt',))]
    """
    if "/" in stated:
        stem, parts = "", stated.split("/")
    else:
        stem, _, group = stated.partition("_")
        parts = _group(groups, group, where).split("/")
    if len(parts) not in (len(SLOTS), len(SLOTS) - 1):
        raise PackError(f"{where}: expected four parts ({' / '.join(SLOTS[:4])}), found {len(parts)}.")
    out = []
    for slot, part in zip(SLOTS, parts, strict=False):
        for i, form in enumerate(part.split()):
            ending = form.replace("-", stem) if "-" in form else stem + form
            written = ending if stem else form.replace("~", " ")
            if written != "-":
                out.append((BASE if slot == "present" and not i else slot, tuple(WORD.findall(written.lower()))))
    return out


class Lemmas:
    """Folded forms of nouns and the folded nominatives they stand for; heads of compounds, where nouns hang together.

    >>> lemmas = Lemmas()
    >>> lemmas.state("Sprecher", {}, ("s", "n"), "")
    'Sprecher'
    >>> lemmas.folded(["Sprechers", "sagt"], ["sprechers", "sagt"])
    ['sprecher', 'sagt']
    """

    def __init__(self) -> None:
        self.nominative: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._heads: dict[str, str] = {}
        self._longest = 0

    def __bool__(self) -> bool:
        return bool(self.nominative or self._heads)

    def state(self, noun: str, groups: Mapping[str, str], endings: Sequence[str], where: str) -> str:
        """Take in a noun as the pack writes it, `stem_group` for a word with cases; return its nominative.

        What may end the noun stands in `endings`.
        """
        out = []
        words = noun.split()
        for word in words:
            stem, mark, group = word.partition("_")
            forms = [stem + e.replace("-", "") for e in _group(groups, group, where).split()] if mark else [word]
            if not mark and endings and len(words) == 1:
                forms += [word + ending for ending in endings]
            out.append(forms[0])
            *_, own = WORD.findall(forms[0]) or [""]
            for form in forms[1:]:
                *_, last = WORD.findall(form) or [""]
                self.nominative.setdefault(fold_word(last), fold_word(own))
                self._written.setdefault(fold_word(last), own)
        return " ".join(out)

    def settle(self, nouns: Sequence[str], heads: Sequence[str], compounds: bool) -> None:
        """Drop forms that are nominatives themselves; file the heads of compounds."""
        own = {fold_word(noun) for noun in nouns}
        for word in own & set(self.nominative):
            del self.nominative[word], self._written[word]
        if compounds:
            short = {fold_word(head) for head in heads}
            for word in sorted(own):
                if word.isalpha() and (len(word) >= MIN_HEAD or word in short):
                    self._heads[word] = word
            self._heads |= {form: word for form, word in self.nominative.items() if word in self._heads}
            self._longest = max(map(len, self._heads), default=0)

    def folded(self, raw: Sequence[str], folded: list[str]) -> list[str]:
        """Return folded words with the forms of known nouns as their nominatives, compounds as their heads."""
        if not self:
            return folded
        get, heads = self.nominative.get, self._heads
        if not heads:
            return [get(word, word) for word in folded]
        return [
            get(word) or (self._head(word) if len(word) >= MIN_HEAD + MIN_REST and raw[i][0].isupper() else word)
            for i, word in enumerate(folded)
        ]

    def _head(self, word: str) -> str:
        if len(word) > MAX_WORD or word in self._heads:
            return word
        for at in range(max(MIN_REST, len(word) - self._longest), len(word) - MIN_REST + 1):
            if head := self._heads.get(word[at:]):
                return head
        return word

    def name(self, word: str) -> str:
        """Return a written form as the nominative, with its capital kept; the word itself where it is none."""
        folded = fold_word(word)
        found = self._written.get(folded)
        if found is None:
            if len(folded) != len(word) or not word[:1].isupper() or len(word) > MAX_WORD:
                return word
            for at in range(max(MIN_REST, len(word) - self._longest), len(word) - MIN_REST + 1):
                if own := self._written.get(folded[at:], "") if folded[at:] in self._heads else "":
                    return word[:at] + own.lower()
            return word
        return found[:1].upper() + found[1:] if word[:1].isupper() else found


def _group(groups: Mapping[str, str], name: str, where: str) -> str:
    if name not in groups:
        raise PackError(f"{where}: no group {name!r}. Groups: {', '.join(groups)}.")
    return groups[name]
