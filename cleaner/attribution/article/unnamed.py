"""What nobody in particular told a speaker, in his own words: « On m'a répondu que le dossier était perdu ».

Owns the one pronoun that stands for anybody who told it. Names nobody.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import contents
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who

RULE: Final = "nobody-named"
MAX_GROUP: Final = 6
"""The verb stands behind the pronoun within so many words."""
_KINDS: Final = ("say", "tell", "mark", "call")


def told(held: Line, number: int, cast: Cast) -> Claim | None:
    """Return what a sentence tells of somebody unnamed who spoke to the speaker himself, None in most."""
    lexicon, (first, last) = cast.lexicon, held.spans[number]
    speech = lexicon.speech
    for i in range(first, last if speech.unnamed else first):
        if held.low[i] not in speech.unnamed or held.quoted[i] >= 0:
            continue
        stop = min(last, i + MAX_GROUP)
        near = next((j for j in range(i + 1, stop) if held.breaks(j)), stop)
        verb = next((j for j in range(near - 1, i, -1) if any(
            f.kind in _KINDS for f in lexicon.forms.get(held.low[j], ()))), i)  # fmt: skip
        to_me = any(held.low[j] in speech.first_objects for j in range(i + 1, min(last, verb + 2)))
        if verb == i or not to_me or any(held.folded[j] in lexicon.negations for j in range(i, verb)):
            continue
        at = next((j for j in range(verb + 1, min(last, verb + MAX_GROUP)) if held.gap[j] in ",:"
                   or held.low[j] in speech.complementizers), verb + 1)  # fmt: skip
        at += at < last and held.low[at] in speech.complementizers
        _, end = held.sentences[number]
        said = contents.trim(held, held.start[at], end) if at < last else []
        if said:
            return Claim(Who(i, i + 1, None, "person", pronoun="nobody"), (held.start[verb], held.end[verb]),
                         held.start[i], end, "statement", RULE, 0.6, said, sentence=number)  # fmt: skip
    return None
