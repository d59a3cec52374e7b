"""What a verb says of its object without a clause: called the trial a farce, called it meritless, put X ahead of Y.

Owns whether words behind a verb name its object so. Looks at no speaker but a document.
"""

from __future__ import annotations

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon


def named_so(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> bool:
    """Return whether a verb gives its object a name without quotation marks: called the trial a farce."""
    if line.low[cue.last - 1] not in lexicon.speech.naming or cue.last >= last or line.breaks(cue.last):
        return False
    if lexicon.speech.clause_starts and _predicative(line, cue.last, last, lexicon):
        return True
    for i in range(cue.last + 1, min(last, cue.last + 8)):
        if line.breaks(i):
            return False
        if line.low[i] in lexicon.speech.indefinite[:2] and i > cue.last:
            return i + 1 < last
    return False


def _predicative(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a pronoun and a word or two for what it is follow: called it meritless, branded her unfit."""
    if lexicon.pronouns.get(line.folded[at]) != "thing" and line.low[at] not in lexicon.speech.object_pronouns:
        return False
    stop = next((i for i in range(at + 1, min(last, at + 4)) if line.breaks(i)), min(last, at + 4))
    light = lexicon.adverbs | lexicon.times | lexicon.prepositions | lexicon.determiners | lexicon.clause_words
    return at + 1 < stop and (stop == last or line.breaks(stop)) and not any(
        line.folded[i] in light or line.capital(i) for i in range(at + 1, stop))  # fmt: skip


def tells(line: Line, who: Who, cue: Cue, end: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a poll or a study tells what it found, without a clause: the survey showed X ahead of Y."""
    return who.type == "document" and line.low[cue.first] in lexicon.speech.findings and end < last and not (
        line.breaks(end))  # fmt: skip
