"""The verb group of a form: where it begins, its auxiliary, and whether it is passive, reflexive or negated.

Owns what the words before a verb, close by or parted from it, make of the verb. Whether the whole is a cue is judged
elsewhere.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.attribution.cues import auxiliaries, leftwards
from cleaner.attribution.cues.leftwards import Walk
from cleaner.attribution.cues.verb import Verb
from cleaner.attribution.lines.line import BREAKS


class Group(NamedTuple):
    """The verb group of a form: it begins at word `start`, which is -1 where the form is no finite verb.

    `auxiliary` is active, reflexive, progressive or infinitive (led by a phrase: avant de dénoncer), empty if there is
    none; `pronoun` the word of an inverted pronoun (a-t-il dit), -1 if there is none.
    """

    start: int
    auxiliary: str = ""
    passive: bool = False
    negated: bool = False
    pronoun: int = -1


_NO_VERB: Final = Group(-1)


def read(verb: Verb) -> Group:
    """Return the verb group that ends with a form."""
    walk = Walk(verb, verb.i, verb.i)
    leftwards.go(walk)
    if walk.start < 0:
        return _NO_VERB
    if walk.bare:
        apart = _parted(walk) or _bracketed(walk)
        if apart is not None:
            return apart
        if leftwards.behind_bar(walk):
            return _NO_VERB
    return Group(walk.start, walk.auxiliary, walk.passive, walk.negated, walk.pronoun)


def _parted(walk: Walk) -> Group | None:
    """Return the group of a participle that an adjunct parts from its auxiliary: a mardi soir sur RTL assuré."""
    line, _, _, least, _, form, lexicon = walk.verb
    if not lexicon.speech.subjects_stated or "participle" not in form.slots:
        return None
    far = auxiliaries.parted(line, walk.at, least, lexicon)
    return Group(far, "active", False, walk.negated, walk.pronoun) if far >= 0 else None


def _bracketed(walk: Walk) -> Group | None:
    """Return the group of a participle that closes its clause, its auxiliary second: hat am Montag mitgeteilt."""
    line, i, _, least, _, form, lexicon = walk.verb
    if not lexicon.speech.verb_second or "participle" not in form.slots:
        return None
    closing = i + 1 >= len(line.low) or line.gap[i + 1] in BREAKS
    if not closing and len(form.slots) > 1:
        return None
    far = auxiliaries.second(line, i, least, lexicon)
    if far < 0:
        return None
    reflexive = any(line.folded[j] in lexicon.speech.reflexive_clitics for j in range(far + 1, i))
    return Group(far, "reflexive" if reflexive else "active", False, walk.negated)


def with_adverbs(verb: Verb, start: int) -> int:
    """Return where the adverbs begin that stand between a quotation and its verb: «…», — честно признал X."""
    line, _, _, least, _, _, lexicon = verb
    endings = lexicon.speech.adverb_endings or "\n"
    at = start
    while at > least and start - at < 3 and not line.breaks(at) and not line.capital(at - 1) and (
            line.folded[at - 1] in lexicon.adverbs or line.low[at - 1].endswith(endings)):  # fmt: skip
        at -= 1
    return at if least < at < start and line.breaks(at) and line.quoted[at - 1] >= 0 else start
