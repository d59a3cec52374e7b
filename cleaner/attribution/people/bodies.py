"""Names that are no person's: those with the words of a body or a place in them, and X before “, which”.

Looks at the words of a name and at what follows it. Enters nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cleaner import namewords
from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.text import fold, fold_word


def may_be_person(mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether the words of a name leave it a person's."""
    if mention.kind in ("organisation", "place"):
        return False
    if lexicon.speech.pro_drop and fold(mention.name.split()[0]) in lexicon.prepositions:
        return False
    words = fold(mention.name).split()
    if lexicon.speech.thing_relatives and any(c.isdigit() for c in mention.name):
        return False
    given = mention.title or words[0] in namewords.lexicon(lexicon.tag).given
    if not given and _of_a_body(mention.name.split(), lexicon):
        return False
    return lexicon.institutions.at(words, 0, len(words)) is None and lexicon.countries.at(words, 0, len(words)) is None


def _of_a_body(words: list[str], lexicon: Lexicon) -> bool:
    """Return whether words are those of a body or a place: Tillicum Road, BAM Ireland."""
    if any(fold_word(w) in lexicon.name_bodies for w in words):
        return True
    several, shouted = len(words) > 1, len(words[0]) > 2 and words[0].isupper() and words[0].isalpha()
    return several and ((shouted and not words[-1].isupper()) or (
        lexicon.countries.at([fold_word(words[-1])], 0, 1) is not None))  # fmt: skip


def named(lines: Sequence[Line], lexicon: Lexicon) -> frozenset[str]:
    """Return the names a relative clause or an article shows to be no person's: Priorities USA, which backs her."""
    found = _behind_nouns(lines, lexicon) if lexicon.speech.pro_drop else set()
    found |= _behind_articles(lines, lexicon) if lexicon.speech.names_bare else set()
    for line in lines if lexicon.speech.thing_relatives else ():
        for mention in line.names:
            at = line.word_at(mention.end)
            if mention.title or at >= len(line.low) or line.gap[at] != "," or (
                    line.low[at] not in lexicon.speech.thing_relatives):  # fmt: skip
                continue
            given = fold(mention.name.split()[0]) in namewords.lexicon(lexicon.tag).given
            first = line.word_at(mention.start)
            if not given and (first == 0 or line.breaks(first) or line.low[first - 1] in lexicon.speech.articles):
                found.add(mention.name)
    return frozenset(found)


def _behind_articles(lines: Sequence[Line], lexicon: Lexicon) -> set[str]:
    """Return the names of several words that mostly stand behind an article, as things do: her new Vela Puff Dress."""
    led: Counter[str] = Counter()
    told: Counter[str] = Counter()
    given = namewords.lexicon(lexicon.tag).given
    for line in lines:
        for mention in line.names:
            first = line.word_at(mention.start)
            if mention.title or mention.kind != "person" or line.folded[first] in given:
                continue
            told[mention.name] += 1
            before = first - 1 if first and not line.breaks(first) else -1
            led[mention.name] += before >= 0 and (
                line.folded[before] in lexicon.definite or line.low[before] in lexicon.speech.possessives)  # fmt: skip
    return {name for name, times in led.items() if times and 2 * times >= told[name]}


def _behind_nouns(lines: Sequence[Line], lexicon: Lexicon) -> set[str]:
    """Return the names of several words that stand behind the noun of a body or a place: la compagnia Tirrenia Sud."""
    found = set()
    for line in lines:
        for mention in line.names:
            words = mention.name.split()
            at = line.word_at(mention.start)
            if len(words) < 2 or mention.title or at < 1 or line.gap[at] != " " or (
                    fold(words[0]) in namewords.lexicon(lexicon.tag).given):  # fmt: skip
                continue
            hits = (lexicon.nouns.at(line.folded, at - n, at) for n in (1, 2, 3) if at >= n)
            if line.low[at - 1] in lexicon.speech.place_nouns or any(
                    hit and hit[0] == at and hit[1] == "body" for hit in hits):  # fmt: skip
                found.add(mention.name)
    return found
