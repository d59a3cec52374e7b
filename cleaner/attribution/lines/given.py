"""Given names that stand alone, as papers name children, neighbours and witnesses: Josiane, 68 ans; sourit Kévin.

Owns which capital alone is a person's. Looks at the words of one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner import namewords
from cleaner.mentions import Mention

if TYPE_CHECKING:
    from cleaner.attribution.lines.line import Line
    from cleaner.attribution.words.pack import Lexicon

MIN_LETTERS = 4


def alone(line: Line, names: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the names of a line, given names that stand alone among them as persons.

    One that opens a sentence must be followed by a comma or by a word that no name, noun or preposition is.
    """
    given = namewords.lexicon(lexicon.tag).given
    taken = {i for m in names for i in range(line.word_at(m.title_start), line.word_at(m.end))}
    names = [_behind_place(line, m, given, lexicon) if m.name.count(" ") > 1 or "-" in m.name else m for m in names]
    out = [m._replace(kind="person") if _is_person(line, m, given, lexicon) else m for m in names]
    for first, last in line.spans:
        if first < last and first not in taken and _opens(line, first, last, given, lexicon):
            start, end = line.start[first], line.end[first]
            out.append(Mention(start, end, line.text[start:end], "person", "", start, True))
    return sorted(out) if len(out) > len(names) else out


def _behind_place(line: Line, mention: Mention, given: frozenset[str], lexicon: Lexicon) -> Mention:
    """Return a full name without the place of the office before it: la maire de Nantes Jane Doe."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    if mention.kind != "person" or mention.title or first == 0 or line.breaks(first) or (
            line.folded[first - 1] not in lexicon.linking or line.folded[first] in given):  # fmt: skip
        return mention
    compound = mention.text.split()[0].count("-") > 0
    for i in range(first + 1, last - 1):
        full = line.gap[i] == " " and line.gap[i + 1] in (" ", "-")
        if full and (line.folded[i] in given or compound):
            start = line.start[i]
            return mention._replace(start=start, title_start=start, text=line.text[start : mention.end])
    return mention


def _is_person(line: Line, mention: Mention, given: frozenset[str], lexicon: Lexicon) -> bool:
    at = line.word_at(mention.start)
    if mention.kind != "name" or " " in mention.name or not _given(line, at, given, lexicon):
        return False
    if at + 1 < len(line.low) and line.quoted[at + 1] >= 0:
        return False  # Oscar « Cacho » Lamas
    before = line.folded[at - 1] if at and not line.breaks(at) else ""
    return before not in lexicon.prepositions | lexicon.inner | lexicon.determiners


def _opens(line: Line, at: int, last: int, given: frozenset[str], lexicon: Lexicon) -> bool:
    if line.quoted[at] >= 0 or not line.capital(at) or at + 1 >= last or not _given(line, at, given, lexicon):
        return False
    word = line.folded[at + 1]
    if line.gap[at + 1] in ",(":
        return line.low[at + 1][0].isdigit() or line.low[at + 1] in lexicon.speech.object_pronouns
    if line.breaks(at + 1) or line.capital(at + 1) or at + 1 in line.offices:
        return False
    return word not in lexicon.prepositions | lexicon.inner | lexicon.relatives and (
        lexicon.nouns.at(line.folded, at + 1, last) is None)  # fmt: skip


def _given(line: Line, at: int, given: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a word is a given name and neither a noun or verb of speech, nor a country or its capital."""
    word = line.folded[at]
    if word not in given or len(word) < MIN_LETTERS or line.slice(at, at + 1).isupper():
        return False
    return not (line.low[at] in lexicon.forms or word in lexicon.adverbs or word in lexicon.openers
                or word in lexicon.clause_words or lexicon.nouns.at(line.folded, at, at + 1)
                or lexicon.countries.at(line.folded, at, at + 1)
                or lexicon.institutions.at(line.folded, at, at + 1))  # fmt: skip
