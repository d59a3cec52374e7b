"""Verb forms that hang on a noun: a letter urging them to stay, a former trader confirmed in March.

Owns whose words such a form tells of, and whether it is a verb of its clause at all. Places no attribution.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, Attribution
from cleaner.attribution.people import extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import Who
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


def absolute(line: Line, cue: Cue, first: int, cast: Cast) -> Who | None:
    """Return who stands before a gerund that an aside parts from him: …, with Bo Ray, a senator, calling it a farce."""
    opens = cast.lexicon.speech.absolutes
    if not opens or line.gap[cue.group] != ",":
        return None
    for at in range(cue.group - 3, max(first, cue.group - 2 * MAX_APPOSITION), -1):
        if line.quoted[at] >= 0:
            return None
        if line.low[at] in opens and line.breaks(at):
            who = phrases.after(line, at + 1, cue.group, cast)
            apart = who is not None and (line.gap[who.last] in ",(" or who.last == cue.group)
            return who if who and apart and (who.name or who.pronoun) else None
    return None


def behind_relative(line: Line, cue: Cue, made: Attribution, lexicon: Lexicon) -> bool:
    """Return whether a verb goes on behind a quotation in a relative clause: X, who called it “a mess,” said he won."""
    at = extent.skip_back(line, 0, made.cue.group, lexicon) - 1
    ahead = made.place == HEAD and at > 0 and line.low[at] in lexicon.speech.subject_relatives and line.gap[at] == ","
    quoted = cue.group > made.cue.last and line.quoted[cue.group - 1] >= 0 and all(
        line.quoted[i] == line.quoted[cue.group - 1] or line.quoted[i] < 0 for i in range(made.cue.last, cue.group))
    then = cue.after < len(line.low) and line.low[cue.after] in (
        *lexicon.speech.clause_starts, *lexicon.speech.complementizers)  # fmt: skip
    return ahead and quoted and then and bool(lexicon.speech.clause_starts)
