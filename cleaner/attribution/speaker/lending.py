"""Who lends the words of another his voice where no frame names him: has his lawyer say, quotes from a letter of X.

Owns the channel that a verb itself shows: a causative, a verb of citing with what it draws on, a paper that nobody
lists in front of its source. Chooses no speaker but the one whose words are drawn on.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import nominative
from cleaner.attribution.people.judging import Who

MAX_PAPER: Final = 4
"""A paper that nobody lists has so many words at most."""
_TELLING: Final = ("report", "say", "cite")


def caused(line: Line, cue: Cue, who: Who, cast: Cast) -> str:
    """Return whom a speaker has say his words: ließ der Angeklagte seinen Verteidiger erklären; "" if nobody."""
    lexicon = cast.lexicon
    if line.low[cue.group] not in lexicon.speech.causatives and line.low[cue.first] not in lexicon.speech.causatives:
        return ""
    for i in range(max(who.last, cue.first + 1), max(cue.particle, 0)):
        if line.breaks(i) or line.quoted[i] >= 0:
            return ""
        hit = lexicon.nouns.at(line.folded, i, cue.particle)
        if hit and hit[0] <= cue.particle and line.folded[i] in lexicon.mouthpieces and (
                line.folded[i - 1] in lexicon.determiners and line.low[i - 2] not in lexicon.speech.through):
            return nominative(line, i, hit[0], lexicon)
    return ""


def drawn(line: Line, cue: Cue, last: int, cast: Cast) -> tuple[Who, Who] | None:
    """Return whose words somebody quotes from a document, and who quotes: zitierte X aus dem Brief eines Lehrers."""
    lexicon = cast.lexicon
    at = next((i for i in range(cue.last, last) if line.low[i] in lexicon.speech.drawn_from and not line.breaks(i)), 0)
    if not at or at + 1 >= last or any(line.breaks(i) for i in range(cue.last, at)):
        return None
    by = phrases.after(line, cue.last, at, cast)
    paper = phrases.after(line, at + 1, last, cast)
    if by is None or not (by.name or by.pronoun) or paper is None or not paper.name:
        return None
    nouns = (lexicon.nouns.at(line.folded, i, paper.last) for i in range(paper.first, paper.last))
    end = next((hit[0] for hit in nouns if hit and hit[1] == "document"), paper.last)
    of = end < last and not line.breaks(end) and line.low[end] in lexicon.speech.oblique
    author = phrases.after(line, end, last, cast) if of else None
    author = author if author and author.name and author.type != "document" else None
    return author or paper, by


def medium(line: Line, first: int, source: int, cast: Cast) -> tuple[int, str] | None:
    """Return where a paper that nobody lists ends in front of its verb and its source, and its name: Nova meldete."""
    lexicon = cast.lexicon
    end = first
    while end < source and end - first < MAX_PAPER and line.capital(end) and not (line.breaks(end) and end > first):
        end += 1
    opens = first < end < source and line.folded[first] not in lexicon.determiners | lexicon.prepositions
    if not opens or lexicon.nouns.at(line.folded, first, end) or not any(
            form.kind in _TELLING for form in lexicon.forms.get(line.low[end], ())):  # fmt: skip
        return None
    return end, line.slice(first, end)
