"""A block of text as words with the gaps between them: what every later step of attribution looks at.

Owns the words, their gaps, the quotations and sentences of one block. Decides nothing about speakers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from typing import Final

from cleaner import mentions, namewords, quotes, sentences
from cleaner.attribution.lines import (
    dashes,
    dateline,
    firms,
    given,
    halves,
    incises,
    nicknames,
    rejoined,
    setoff,
    titled,
)
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention, gender
from cleaner.quotes import Quote
from cleaner.tables.rows import Span
from cleaner.text import WORD, fold_word

SPACE, HYPHEN, APOSTROPHE = " ", "-", "'"
_START: Final = attrgetter("start")
BREAKS = frozenset(",;:–(.\n")
"""Gaps of these kinds end a clause or set an aside apart."""
MAX_GAP: Final = 64
"""What stands between two words tells its kind by so many characters."""


@dataclass
class Line:
    """One block. `gap[i]` is the kind of what stands before word i: one of BREAKS, space, hyphen or apostrophe.

    `quoted[i]` is the number of the outermost quotation around word i, -1 outside. `spans` are the word ranges of
    sentences.
    `covered` are the words that belong to a name or to a noun of several words, and so are no verbs. `brackets` leads
    from the word behind a short aside in brackets to the first one in it, `bracketed` are those first ones. `titled`
    leads from the word behind a name in quotation marks to its first one, `title_at` back; `in_title` are its words.
    """

    number: int
    text: str
    role: str
    low: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    outer: list[Quote] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    names: list[Mention] = field(default_factory=list)
    name_at: dict[int, Mention] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    offices: dict[int, int] = field(default_factory=dict)
    bodies: set[int] = field(default_factory=set)
    brackets: dict[int, int] = field(default_factory=dict)
    bracketed: set[int] = field(default_factory=set)
    carried: bool = False
    head: int = 0
    cases: set[int] = field(default_factory=set)
    titled: dict[int, int] = field(default_factory=dict)
    title_at: dict[int, int] = field(default_factory=dict)
    in_title: set[int] = field(default_factory=set)

    def capital(self, i: int) -> bool:
        """Return whether word i is written with a capital."""
        return not self.low[i][0].isdigit() and self.text[self.start[i]] != self.low[i][0]

    def behind_bracket(self, i: int) -> int:
        """Return the word behind the short aside in brackets that begins with word i, i itself if none does."""
        if i not in self.bracketed:
            return i
        return next((j for j in range(i + 1, i + setoff.MAX_BRACKET + 2) if self.brackets.get(j, -1) == i), i)

    def breaks(self, i: int) -> bool:
        """Return whether a break or the edge of a quotation stands before word i."""
        return self.gap[i] in BREAKS or (i > 0 and self.quoted[i] != self.quoted[i - 1])

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """Return the outermost quotations that lie in [start, end)."""
        if not self.outer:
            return []
        first = bisect_left(self.outer, start, key=_START)
        last = bisect_left(self.outer, end, first, key=_START)
        return [q for q in self.outer[first:last] if q.end <= end]

    def slice(self, first: int, last: int) -> str:
        """Return the text of words [first, last)."""
        return self.text[self.start[first] : self.end[last - 1]]

    def unnamed(self, words: frozenset[str]) -> bool:
        """Return whether one of some words known to be names stands with a capital where no name was found."""
        return any(word in words and i not in self.covered and self.capital(i) for i, word in enumerate(self.folded))

    def word_at(self, offset: int) -> int:
        """Return the number of the first word that starts at or after an offset."""
        return bisect_left(self.start, offset)


def read(number: int, text: str, role: str, lexicon: Lexicon, carried: bool = False) -> Line:
    """Return a block as a line. `carried`: the next block opens with a quotation mark, so an open one runs on."""
    line = Line(number, text, role, carried=carried)
    line.quotes = quotes.find(text)
    line.outer = quotes.outermost([q for q in line.quotes if q.closed or carried or text[: q.start].strip()])
    held = [replace(q, closed=True) if not q.closed and q in line.outer else q for q in line.quotes]
    titles: list[Span] = []
    if lexicon.speech.quoted_names:
        line.outer, titles = titled.parted(text, line.outer)
    if lexicon.speech.dashes:
        apart = dashes.spoken(text, line.outer, lexicon)
        held = apart if apart != line.outer else held
        line.outer = apart
    if lexicon.speech.incises:
        line.outer = incises.parted(text, line.outer, lexicon)
    line.sentences = sentences.find(
        text, held, lexicon.abbreviations, lexicon.starters, lexicon.speech.place_abbreviations)  # fmt: skip
    if role == "body" and (head := dateline.end(text)) and line.sentences:
        line.head = head
        line.sentences = [(max(a, head), b) for a, b in line.sentences if b > head]
    found = [match.span() for match in WORD.finditer(text)]
    raw = [text[a:b] for a, b in found]
    line.low = low = [word.lower() for word in raw]
    written = list(map(fold_word, raw))
    line.folded = lexicon.lemmas.folded(raw, written)
    if lexicon.kept:
        line.folded = [word if word in lexicon.kept else as_is for word, as_is in zip(low, line.folded, strict=True)]
    if lexicon.speech.noun_groups:
        line.cases = {i for i, word in enumerate(written) if line.folded[i] != word}
    line.start = start = [a for a, _ in found]
    line.end = end = [b for _, b in found]
    between = (text[a : min(b, a + MAX_GAP)] for a, b in zip(end, start[1:], strict=False))
    line.gap = gap = ["."] * bool(found) + [SPACE if g == SPACE else _kind(g) for g in between]
    for i in range(1, len(gap)):
        if gap[i] == "," and line.end[i - 1] + 1 == start[i] and low[i][0].isdigit() and low[i - 1][-1].isdigit():
            gap[i] = SPACE
    line.quoted = [-1] * len(found)
    for count, quote in enumerate(line.outer):
        first, last = bisect_left(start, quote.start), bisect_left(start, quote.end)
        line.quoted[first:last] = [count] * (last - first)
    line.titled = {bisect_left(start, b): bisect_left(start, a) for a, b in titles}
    line.title_at = {first: last for last, first in line.titled.items()}
    line.in_title = {i for last, first in line.titled.items() for i in range(first, last)}
    for a, b in line.sentences:
        line.spans.append((bisect_left(start, a), bisect_left(start, b)))
    _several(line, lexicon)
    setoff.find(line, lexicon)
    opens = {first for first, _ in line.spans}
    for i in range(1, len(gap)):
        if gap[i] == "." and i not in opens and "\n" not in text[end[i - 1] : start[i]]:
            short = len(low[i - 1]) == 1 or low[i - 1] in lexicon.abbreviations or end[i - 1] + 1 == start[i]  # life.ru
            gap[i] = SPACE if short or not text[start[i]].islower() else "."
    rejoined.rejoin(line, lexicon)
    halves.cut(line)
    return line


def _several(line: Line, lexicon: Lexicon) -> None:
    """Note the words of offices, countries and bodies of several words: where each such phrase ends."""
    firsts, length = lexicon.several.firsts, len(line.folded)
    for i, word in enumerate(line.folded):
        if word in firsts and (hit := lexicon.several.at(line.folded, i, length)):
            if hit[1] == "office":
                line.offices.update((j, hit[0]) for j in range(i, hit[0]))
            else:
                line.bodies.update(range(i, hit[0]))


def add_names(line: Line, language: str, also: frozenset[str], lexicon: Lexicon) -> None:
    """Find the names of a line; `also` are words known to be names from the rest of the document."""
    found = (_without_office(line, m, lexicon) for m in mentions.find(line.text, language, also)
             if not _only_noun(line, m, lexicon))  # fmt: skip
    line.names = [_firm(line, m, lexicon) for m in found if m and m.start >= line.head and not _beside_title(line, m)]
    line.names = firms.joined(line, line.names)
    line.names = nicknames.joined(line, line.names, namewords.lexicon(lexicon.tag).given)
    if lexicon.speech.given_alone:
        line.names = given.alone(line, line.names, lexicon)
    line.name_at = {line.word_at(m.start): m for m in line.names}
    line.covered = set(line.offices) | line.bodies
    if line.role != "title":
        for at, mention in line.name_at.items():
            line.covered.update(range(at, line.word_at(mention.end)))


def _firm(line: Line, mention: Mention, lexicon: Lexicon) -> Mention:
    """Return a name as that of a body where its noun begins it or a sign joins it to another: Kastner & Rohrer."""
    before, behind = line.text[max(0, mention.start - 3) : mention.start], line.text[mention.end : mention.end + 4]
    joined = before == " & " or (behind[:3] == " & " and behind[3:].isupper())
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    noun = lexicon.nouns.at(line.folded, first, last) if lexicon.speech.nouns_capitalised and last - first > 1 else None
    led = noun is not None and noun[1] == "body" and noun[0] < last
    return mention._replace(kind="organisation") if joined or led else mention


def _only_noun(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether capitals are a noun behind its article, or end in one for several: the Dane, Labour MPs."""
    if mention.kind not in ("person", "name") or not (
            lexicon.speech.far_subjects or lexicon.speech.clause_starts):  # fmt: skip
        return False
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    hit = lexicon.nouns.at(line.folded, last - 1, last)
    if last - first == 1:
        led = first > 0 and line.low[first - 1] in lexicon.speech.definite
        short = bool(lexicon.speech.clause_starts) and line.slice(first, last).isupper()  # Conservative MP Ann Lee
        return hit is not None and hit[1] == "person" and (led or short)
    given = line.folded[first] in namewords.lexicon(lexicon.tag).given
    return hit is not None and hit[1] == "group" and not given and bool(lexicon.speech.clause_starts) and (
        line.low[last - 1].endswith(lexicon.speech.plural_endings))  # fmt: skip


def _beside_title(line: Line, mention: Mention) -> bool:
    """Return whether a name holds words of a name in quotation marks: that one is no person's."""
    if not line.in_title:
        return False
    return any(i in line.in_title for i in range(line.word_at(mention.start), line.word_at(mention.end)))


def drop_nouns(lines: list[Line], lexicon: Lexicon) -> None:
    """Drop the names that may be an adjective and a noun at the start of a sentence, where all nouns have capitals.

    A name stays if its first word is a given name, if a title stands before it, if its last word comes again, or if
    an aside in commas tells who that is and no adjective ends so: Rosi Mockel, die …
    """
    counts = Counter(word for line in lines for word in line.folded)
    for line in lines:
        doubtful = [m for m in line.names if m.initial and not m.title and m.kind in ("person", "name")]
        for mention in doubtful:
            last = line.word_at(mention.end) - 1
            known = gender(mention.name) or counts[line.folded[last]] > 1
            if not known and not _told_of(line, mention, last, lexicon):
                line.names.remove(mention)
                del line.name_at[line.word_at(mention.start)]


def _told_of(line: Line, mention: Mention, last: int, lexicon: Lexicon) -> bool:
    """Return whether an aside in commas, an age or a party tells who somebody is whose first word is no adjective."""
    first = line.word_at(mention.start)
    word = line.low[first]
    small = lexicon.openers | lexicon.adverbs | lexicon.clause_words | lexicon.determiners
    if last == first or word.endswith(lexicon.speech.weak_endings) or line.folded[first] in small or (
            lexicon.nouns.at(line.folded, first, last + 1)):  # fmt: skip
        return False
    after = last + 1
    if after >= len(line.low):
        return False
    aside = line.gap[after] == "," and (
        line.folded[after] in lexicon.relatives | lexicon.determiners or line.low[after].isdigit())  # fmt: skip
    forms = lexicon.forms.get(line.low[after], ())
    return aside or after in line.bracketed or any(form.kind in ("say", "tell") for form in forms)


def _without_office(line: Line, mention: Mention, lexicon: Lexicon) -> Mention | None:
    """Return a name without the office before it (Secretary of State X, ministre de l'Intérieur X), None if all is."""
    if lexicon.speech.declensions:
        mention = _without_paper(line, mention, lexicon)
    if mention.title and lexicon.kept:
        at = line.word_at(mention.title_start)
        if (held := lexicon.nouns.at(line.folded, at, line.word_at(mention.end))) and held[1] == "body":
            whole = line.text[mention.title_start : mention.end]
            return mention._replace(start=mention.title_start, text=whole, title="", kind="organisation")
    if mention.kind == "organisation" and (person := _after_leader(line, mention, lexicon)):
        return person
    if mention.kind not in ("person", "name"):
        return None if _only_body(line, mention, lexicon) else mention
    first = at = line.word_at(mention.start)
    last = line.word_at(mention.end)
    body = lexicon.institutions.at(line.folded, first, last)
    if body and first < body[0] < last and line.folded[body[0]] in namewords.lexicon(lexicon.tag).given:
        cut = line.start[body[0]]
        return mention._replace(start=cut, title_start=cut, title="", text=line.text[cut : mention.end])
    while at < last and (not line.capital(at) or (
            line.folded[at] in lexicon.determiners and at + 1 < last and not line.capital(at + 1))):  # fmt: skip
        at += 1
    if mention.initial and last - first == 1 and lexicon.speech.pro_drop and line.low[first] in lexicon.forms:
        return None
    if mention.initial and at == first and last - first > 1 and lexicon.speech.pro_drop and (
            line.low[at] in lexicon.forms or line.low[at].endswith(lexicon.speech.finite_endings)):  # fmt: skip
        at += 1
    while at < last and at in line.offices:
        at = line.offices[at]
    while at < last - 1 and line.folded[at].endswith(lexicon.office_endings):
        at += 1
    given = at < last and line.folded[at] in namewords.lexicon(lexicon.tag).given
    surname = last - first > 1 and not lexicon.speech.nouns_capitalised and bool(lexicon.speech.far_subjects)
    for i in range(at, last - 1 if given or surname else last):
        hit = lexicon.nouns.at(line.folded, i, last)
        if hit and hit[1] == "body" and i == first and lexicon.speech.far_subjects and line.slice(i, hit[0]).isupper():
            return mention._replace(kind="organisation")
        several = hit is not None and hit[1] == "group" and bool(lexicon.speech.declensions)
        if hit and (hit[1] == "person" or several or (hit[1] == "leader" and not given)) and (hit[0] < last or i > at):
            at = hit[0]
    if at >= last:
        return None
    if at > first and lexicon.speech.far_subjects and line.folded[at] in lexicon.linking:
        return mention
    if at > first:
        cut = line.start[at]
        opens = mention.initial and not lexicon.speech.nouns_capitalised  # behind its office it opens nothing
        return mention._replace(start=cut, title_start=cut, title="", text=line.text[cut : mention.end], initial=opens)
    if last - first < 3:
        return mention
    before = line.folded[at - 1] if at else ""
    contracted = before in lexicon.speech.contracted
    if not contracted and not (before in lexicon.determiners and at > 1 and line.folded[at - 2] in lexicon.inner):
        return mention
    cut = line.start[at + 1]
    return mention._replace(start=cut, title_start=cut, title="", text=line.text[cut : mention.end])


def _without_paper(line: Line, mention: Mention, lexicon: Lexicon) -> Mention:
    """Return a full name without the paper told, where both stand in one run: сообщила Jane Doe РИА Новости."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    for i in range(first + 2, last):
        if (hit := lexicon.institutions.at(line.folded, i, last)) and hit[0] == last and i - first < 4 and (
                lexicon.nouns.at(line.folded, first, i) is None):  # fmt: skip
            stop = line.end[i - 1]
            return mention._replace(end=stop, text=line.text[mention.start : stop], kind="person")
    return mention


def _only_body(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether capitals are a noun for bodies that takes up another name: the NGO, l'ONG."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    if last - first != 1 or first == 0 or line.folded[first] not in lexicon.anaphors:
        return False
    return line.folded[first - 1] in lexicon.determiners and lexicon.nouns.at(line.folded, first, last) is not None


def _after_leader(line: Line, mention: Mention, lexicon: Lexicon) -> Mention | None:
    """Return the person behind a body's leader in one run of capitals: Commission President Ursula von der Leyen."""
    first, last = line.word_at(mention.start), line.word_at(mention.end)
    for i in range(first + 1, last - 1):
        hit = lexicon.nouns.at(line.folded, i, last)
        if hit and hit[1] in ("leader", "person") and hit[0] < last and line.capital(hit[0]) and not (
                lexicon.nouns.at(line.folded, last - 1, last) or line.folded[last - 1] in lexicon.name_bodies):
            cut = line.start[hit[0]]
            return mention._replace(start=cut, title_start=cut, text=line.text[cut : mention.end], kind="person")
    return None


@lru_cache(1024)
def _kind(gap: str) -> str:
    """Return the kind of a gap between two words."""
    if gap in (SPACE, ""):
        return SPACE
    if gap in ("'", "’", "ʼ"):
        return APOSTROPHE
    if gap in ("-", "‑", "."):
        return HYPHEN
    for mark in ",;:":
        if mark in gap:
            return mark
    if "–" in gap or "—" in gap or " - " in gap.replace("\u00a0", " ") or "--" in gap:
        return "–"
    if "(" in gap or ")" in gap or "[" in gap or "]" in gap:
        return "("
    if any(c in ".!?…。" for c in gap):
        return "."
    return SPACE
