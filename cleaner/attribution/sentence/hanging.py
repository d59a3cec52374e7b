"""Verb forms that hang on a noun: a letter urging them to stay, a former trader confirmed in March.

Owns whose words such a form tells of, and whether it is a verb of its clause at all. Places no attribution.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.trail import front
from cleaner.attribution.sentence.cues import Cue
from cleaner.attribution.words.pack import Lexicon

MAX_APPOSITION: Final = 16
"""An apposition, and whom a letter is sent to, have fewer words."""


def author(line: Line, cue: Cue, who: Who | None, first: int, cast: Cast) -> Who | None:
    """Return who issued what a verb behind its noun tells of: X sent a letter urging, Y issued statements praising.

    X wrote to Y urging him.
    """
    lexicon, at = cast.lexicon, cue.group - 1
    if not lexicon.speech.clause_starts or line.breaks(cue.group) or at <= first:
        return None
    word = line.folded[at]
    papers = (lexicon.nouns.at([w], 0, 1) for w in (word, word.removesuffix("s")))
    paper = (who is not None and who.type == "document") or any(hit and hit[1] == "document" for hit in papers)
    if not paper and not _wrote(line, first, at, lexicon):
        return None
    issuer = front(line, first, who.first if who and who.type == "document" else cue.group, cast)
    return issuer if issuer and issuer.last < cue.group and (issuer.name or issuer.pronoun) else None


def _wrote(line: Line, first: int, at: int, lexicon: Lexicon) -> bool:
    """Return whether a verb that is written down stands before word `at`, with nothing but whom it is sent to."""
    for i in range(at, max(first, at - MAX_APPOSITION), -1):
        if line.breaks(i) or line.quoted[i] >= 0:
            return False
        if line.low[i - 1] in lexicon.speech.writes:
            return line.folded[i] in lexicon.prepositions
    return False


def apposed(line: Line, cue: Cue, who: Who, first: int, last: int, cast: Cast) -> bool:
    """Return whether a form is a participle in an apposition: Lynde, a former trader confirmed in March, remained."""
    lexicon = cast.lexicon
    if not lexicon.speech.verb_endings or cue.auxiliary or line.breaks(cue.group) or who.first <= first or (
            line.gap[who.first] != "," or line.low[who.first] not in lexicon.speech.indefinite[:2]):  # fmt: skip
        return False
    said = cue.kind == "tell" or line.low[cue.first] in lexicon.speech.plain
    participle = any("participle" in f.slots for f in lexicon.forms.get(line.low[cue.first], ()))
    if said or not participle or cue.last >= last or line.breaks(cue.last):
        return False
    ahead = front(line, first, last, cast)
    then = next((i for i in range(cue.last, min(last, cue.last + MAX_APPOSITION))
                 if line.breaks(i) and line.quoted[i] < 0), last)  # fmt: skip
    verb = then < last and line.gap[then] == "," and (line.low[then].endswith(lexicon.speech.verb_endings) or (
        line.low[then] in lexicon.forms or line.folded[then] in lexicon.passive | lexicon.auxiliaries))  # fmt: skip
    return verb and ahead is not None and ahead.last == who.first and bool(ahead.name)


def relayed(line: Line, who: Who, cue: Cue, cast: Cast) -> Who | None:
    """Return who described a paper that speaks: an earlier draft, described to the paper by two officials, put it."""
    speech, at = cast.lexicon.speech, who.last
    if who.type != "document" or at >= cue.group or line.gap[at] != "," or line.low[at] not in speech.relays:
        return None
    by = next((i for i in range(at + 1, min(cue.group - 1, at + MAX_APPOSITION)) if line.breaks(i)
               or line.low[i] in speech.passive_agent), cue.group)  # fmt: skip
    agent = by < cue.group and line.low[by] in speech.passive_agent
    return phrases.after(line, by + 1, cue.group, cast) if agent else None
