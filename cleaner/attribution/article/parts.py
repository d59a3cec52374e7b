"""One of several who were named before: “It is over,” said one; another of the drivers; two of them; one, a baker.

Owns how such a speaker is called by the group, or by the one before him, that he belongs to. Finds no cues.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.article.state import Reference
from cleaner.attribution.people import phrases
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import SEVERAL, Who
from cleaner.attribution.people.trail import MAX_LINES
from cleaner.attribution.words.pack import Lexicon
from cleaner.text import fold_word

MAX_ASIDE: Final = 10
MAX_BACK: Final = 2
MAX_GROUP: Final = 12
"""A group is named so many paragraphs before and with so many words at most."""
_APOSTROPHES: Final = "'’"


def part(asked: Reference) -> Who:
    """Return one of those who were named last under the words of the text: one of the drivers, another, two of them.

    Where two spoke together a rank tells which one is meant: the first, the second.
    """
    line, who, speech, (at, two) = asked.line, asked.who, asked.cast.lexicon.speech, asked.state.joint
    word = next((w for w in line.low[who.first : who.last] if w in speech.partitives), "")
    rank = int(speech.ranks.get(word, "0"))
    if 0 < rank <= len(two) and asked.position - at <= MAX_LINES:
        return who._replace(name=two[rank - 1])
    several = speech.partitives.get(word) == SEVERAL
    name = "" if several else _described(asked)
    name = name or _of_group(asked, word, several) or trimmed(line, who.first, who.last)
    return who._replace(name=name, type="group" if several else who.type)


def _described(asked: Reference) -> str:
    """Return what an aside behind the words says of the one: said one, a former minister."""
    line, cast, at = asked.line, asked.cast, asked.who.last
    if at >= len(line.low) or line.gap[at] != "," or line.low[at] not in cast.lexicon.speech.indefinite:
        return ""
    last = line.spans[asked.claim.sentence][1]
    stop = next((i for i in range(at + 1, min(last, at + MAX_ASIDE)) if line.breaks(i)), last)
    told = phrases.after(line, at, stop, cast) if stop - at < MAX_ASIDE else None
    return told.name or "" if told and told.type == "person" and told.noun and told.last == stop else ""


def _of_group(asked: Reference, word: str, several: bool) -> str:
    """Return one of a group by its name: one Treasury official, one of two aides; empty where none was named."""
    lexicon, who, line = asked.cast.lexicon, asked.who, asked.line
    if not lexicon.speech.singulars or not word:
        return ""
    at = line.low.index(word, who.first, who.last)
    while at + 1 < who.last and line.low[at + 1] in lexicon.speech.partitives:
        at += 1  # un autre
    count = line.slice(who.first, at + 1).lower()
    plain = bool(lexicon.speech.group_link) and word in lexicon.speech.indefinite  # l'un d'eux
    if not several and not plain and (like := _like_one_before(asked, count)):
        return like
    position, group = asked.state.trail.group or (-MAX_LINES, "")
    if not group or asked.position - position > MAX_BACK or len(group.split()) > MAX_GROUP:
        return ""
    counted = fold_word(group.split()[0]) in lexicon.determiners
    if lexicon.speech.group_link and not singular(group.split()[counted if " " in group else 0], lexicon):
        return ""  # la gauche
    if counted or who.last > at + 1 or any(mark in group for mark in _APOSTROPHES):
        link = lexicon.speech.group_link or lexicon.speech.linking[0]
        return f"{count} {link} {group[0].lower() if counted else group[0]}{group[1:]}"
    return f"{count} {group}" if several else _single(count, group, lexicon)


def _single(count: str, group: str, lexicon: Lexicon) -> str:
    """Return one of a group by the noun that heads it: one, Treasury officials as one Treasury official."""
    words = group.split()
    for i, word in enumerate(words):
        if fold_word(word) in lexicon.inner | lexicon.prepositions:
            break
        one = singular(word, lexicon)
        hit = lexicon.nouns.at([fold_word(one)], 0, 1) if one else None
        if hit and hit[1] in ("person", "leader"):
            return " ".join([count, *words[:i], one, *words[i + 1 :]])
    return ""


def singular(word: str, lexicon: Lexicon) -> str:
    """Return a noun for several as one for a single one, by the words and endings of the pack: allies, ally."""
    small, ends = fold_word(word), lexicon.speech.singulars
    if small in ends:
        return ends[small]
    plural = next((end for end in sorted(ends, key=len, reverse=True) if small.endswith(end)), "")
    return word[: len(word) - len(plural)] + ends[plural] if plural and len(word) > len(plural) + 1 else ""


def _like_one_before(asked: Reference, count: str) -> str:
    """Return one more like who spoke just before: said one former minister. Another complained."""
    spoke, state, speech = asked.spoke, asked.state, asked.cast.lexicon.speech
    if not spoke or not spoke.name or spoke.type != "person" or spoke.joint or not asked.near(state.line) or (
            state.trail.group and state.trail.group[0] > state.line):  # fmt: skip
        return ""
    words = spoke.name.split()
    led = fold_word(words[0]) in speech.indefinite and len(words) > 1
    ranked = led and fold_word(words[1]) in speech.partitives
    if not led or (spoke.pronoun and not (ranked or fold_word(words[0]) in speech.partitives)) or (
            fold_word(words[1]) in asked.cast.lexicon.linking):  # fmt: skip
        return ""
    return " ".join([count, *words[2 if ranked else 1 :]])
