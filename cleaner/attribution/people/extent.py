"""How far a noun phrase reaches: where it begins and ends, what stands between it and a verb, what breaks it off.

Looks at the words around; who a phrase stands for is judged elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.words.pack import Lexicon

MAX_PHRASE: Final = 24
MAX_STRANGE: Final = 2
"""A phrase that no noun of a speaker heads holds so many words at most that nobody knows."""


def participle(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i looks like a participle: seen by, written by, obtained by."""
    listed = any("participle" in f.slots for f in lexicon.forms.get(line.low[i], ()))
    return listed or line.folded[i] in lexicon.clause_words or (
        bool(lexicon.speech.verb_endings) and line.low[i].endswith(lexicon.speech.verb_endings))  # fmt: skip


def core(line: Line, first: int, most: int, cast: Cast) -> int:
    """Return where the phrase that begins at word `first` ends at the least: behind its name or noun, `first` if none.

    What hangs on it by a preposition, and a second one joined by a conjunction, belong to it.
    """
    lexicon = cast.lexicon
    if first < most and line.folded[first] in lexicon.pronouns:
        return first + 1
    end = i = first
    while i < min(most, first + MAX_PHRASE):
        if (i > first and line.breaks(i)) or line.quoted[i] >= 0:
            break
        if (
            i > first
            and i == end
            and line.gap[i] == APOSTROPHE
            and len(line.low[i]) == 1
            and lexicon.speech.verb_endings
        ):
            end = first
            i += 1
            continue
        if i in line.name_at:
            i = end = max(i + 1, line.word_at(line.name_at[i].end))
        elif hit := lexicon.nouns.at(line.folded, i, most) or lexicon.institutions.at(line.folded, i, most):
            i = end = hit[0]
        elif i > first and (
            (i == end and not (inner(line, i, lexicon) or line.gap[i] in (APOSTROPHE, HYPHEN)))
            or (line.low[i] in lexicon.forms and i not in line.covered and not _behind_determiner(line, i, lexicon))
            or (i == end > first and i + 1 < most and _when(line, i + 1, lexicon))
        ):
            break
        else:
            i += 1
    return end


def _behind_determiner(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a determiner stands before word i, which is no verb then: the state police."""
    return line.low[i - 1] in lexicon.speech.articles and not line.breaks(i)


def _when(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i tells a time and belongs to no phrase of a speaker: a judge on Friday blocked …"""
    word = line.folded[i]
    return word in lexicon.times and word in lexicon.adverbs and word not in lexicon.determiners | lexicon.inner


def inner(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i joins what belongs to a phrase, and is no auxiliary that only its accent parts from it."""
    return line.folded[i] in lexicon.inner and line.low[i] not in lexicon.speech.auxiliaries


def skip_back(line: Line, least: int, end: int, lexicon: Lexicon) -> int:
    """Return the word after the noun phrase when adverbs and asides stand between it and `end`."""
    for _ in range(12):
        if end <= least:
            break
        if least < line.brackets.get(end, 0) < end:
            end = line.brackets[end]
            continue
        start = lexicon.asides.before(line.folded, end, least)
        if start is not None:
            end = start
        elif end - 1 > least and line.low[end - 1].isdigit() and (
                end < len(line.low) and line.folded[end] in lexicon.times):  # fmt: skip
            end -= 1
        elif line.folded[end - 1] in lexicon.same and end - 2 >= least and line.low[end - 2] in lexicon.speech.definite:
            break  # le même assure
        elif lexicon.speech.subjects_stated and ends_part(line, end - 1, least, lexicon):
            break
        elif line.folded[end - 1] in lexicon.adverbs and line.folded[end - 1] not in lexicon.pronouns:
            if line.capital(end - 1) and (end - 1 in line.name_at or (end - 1 in line.covered and line.role == "body")):
                break
            end -= 1
        else:
            break
    return end


def ends_part(line: Line, i: int, least: int, lexicon: Lexicon) -> bool:
    """Return whether word i ends what stands for one of several, and is no adverb: l'un d'eux a dit, l'autre a ri."""
    before = line.folded[i - 1] if i > least else ""
    if line.folded[i] in lexicon.speech.object_pronouns:
        return before in lexicon.linking
    alone = i == least or before in lexicon.determiners or line.breaks(i)
    return alone and line.folded[i] in lexicon.speech.partitives


def clause_word(line: Line, i: int, lexicon: Lexicon) -> bool:
    if line.folded[i] not in lexicon.clause_words or i in line.name_at:
        return False
    if line.role == "body" and i > 0 and line.capital(i) and not line.breaks(i) and line.folded[i] in lexicon.bars:
        return False
    if line.folded[i] in lexicon.inner and i > 0 and i + 1 < len(line.folded):
        behind = line.capital(i + 1) or line.folded[i + 1] in lexicon.determiners or (
            line.low[i + 1] in lexicon.speech.object_pronouns)  # fmt: skip
        return not behind or line.breaks(i)
    noun = i + 1 < len(line.folded) and lexicon.nouns.at(line.folded, i + 1, len(line.folded)) is not None
    title = noun and bool(lexicon.speech.verb_endings) and line.capital(i + 1)
    return line.folded[i] not in lexicon.definite or not noun or title


def after_openers(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    while start < end - 1 and line.folded[start] in lexicon.openers | lexicon.clitics and (
            line.folded[start] not in lexicon.determiners):  # fmt: skip
        start += 1
    return start


def pure(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether words [start, end) are nothing but names, nouns of speakers, and what joins them."""
    i = start
    strange, most = 0, MAX_STRANGE
    known = False
    if lexicon.speech.head == "first" and lexicon.nouns.at(line.folded, min(start + 1, end), end) and (
            line.folded[start] in lexicon.determiners):  # fmt: skip
        most = MAX_PHRASE // 4
    while i < end:
        if (
            hit := lexicon.nouns.at(line.folded, i, end)
            or lexicon.plurals.at(line.folded, i, end)
            or lexicon.countries.at(line.folded, i, end)
        ):
            i = hit[0]
            known = True
            continue
        word = line.folded[i]
        known = known and i not in line.name_at and word not in lexicon.inner
        if not (line.capital(i) or word in lexicon.determiners or word in lexicon.inner or word in lexicon.conjunctions
                or line.gap[i] in (HYPHEN, APOSTROPHE)):  # fmt: skip
            strange += 1
            verbal = i > start and known and line.low[i].endswith(lexicon.speech.verb_endings) and len(word) > 4
            verbal = verbal or (most > MAX_STRANGE and word in lexicon.clitics | lexicon.auxiliaries | lexicon.passive)
            if verbal or word in lexicon.prepositions or line.low[i] in lexicon.forms or strange > most:
                return False
        i += 1
    return True


def finite(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i is surely a verb, where nouns have cases: it is one of speech, or ends as no noun does."""
    if not lexicon.speech.finite_marks or line.capital(i) or i in line.covered or i in line.name_at:
        return False
    marked = line.low[i].endswith(lexicon.speech.finite_marks) and lexicon.nouns.at(line.folded, i, i + 1) is None
    return marked or line.low[i] in lexicon.forms


def through(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether word i opens who speaks for somebody: through his lawyer, durch seinen Sprecher, устами X."""
    if lexicon.voices.at(line.folded, i, last):
        return True
    return line.low[i] in lexicon.speech.through and any(
        line.folded[j] in lexicon.mouthpieces and not line.breaks(j) for j in range(i + 1, min(last, i + 5)))
