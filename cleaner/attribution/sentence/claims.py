"""Claims of a sentence: what its verbs, phrases, nouns and marks attribute to whom, nested in one another.

Owns which kinds of attribution are looked for, and in which order. Writes no record.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from cleaner.attribution.cues.cue import find
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Attribution, Claim
from cleaner.attribution.nesting.nested import combine
from cleaner.attribution.nesting.overheard import overheard
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.naming import as_name
from cleaner.attribution.sentence.announced import announced
from cleaner.attribution.sentence.attributing import attribute
from cleaner.attribution.sentence.bare import bare, voiced
from cleaner.attribution.sentence.frames import framed, impersonal
from cleaner.attribution.sentence.gapped import gapped
from cleaner.attribution.sentence.headlines import dashed
from cleaner.attribution.sentence.nouncues import noun_cues
from cleaner.attribution.sentence.speaking import Speaking
from cleaner.attribution.sentence.strange import beside_quotes

MAX_WORDS: Final = 1500
"""A longer sentence is no prose: a list, a table, a text without stops."""
MAX_CUES: Final = 40


def read(line: Line, number: int, cast: Cast) -> list[Claim]:
    """Return the claims of one sentence of a line, in order."""
    first, last = line.spans[number]
    if not first < last <= first + MAX_WORDS:
        return []
    found = sorted(_attributions(line, number, first, last, cast), key=lambda a: a.begin)
    return combine(line, number, [a._replace(who=as_name(line, a.who, cast.lexicon)) for a in found], cast)


def _attributions(line: Line, number: int, first: int, last: int, cast: Cast) -> list[Attribution]:
    """Return what the verbs of a sentence attribute, then what phrases, nouns and marks attribute besides."""
    out = overheard(line, first, last, cast, _by_verbs(line, number, first, last, cast))
    if any(line.quoted[i] >= 0 for i in range(first, last)):
        out += beside_quotes(line, first, last, cast, out)
    out += framed(line, first, last, cast, out)
    out += gapped(line, first, last, cast, out)
    out += announced(line, first, last, cast, out)
    if cast.lexicon.claims:
        out += noun_cues(line, first, last, cast, out)
    if not out:
        out += impersonal(line, first, last, cast) or bare(line, first, last, cast)
    elif len(out) == 1 and (own := voiced(line, out[0], first, last, cast)):
        out += [own]
    if line.role != "body":
        out += dashed(line, first, last, cast, out)
    return out


def _by_verbs(line: Line, number: int, first: int, last: int, cast: Cast) -> list[Attribution]:
    """Return what the verbs of a sentence attribute; each begins behind the words that tell of the one before."""
    out: list[Attribution] = []
    previous = first
    for cue in islice(find(line, first, last, cast.lexicon), MAX_CUES):
        if cue.first < previous:
            continue
        made = attribute(Speaking(line, number, cue, first, last, previous, cast, out))
        if made is not None:
            out.append(made)
            previous = max(cue.last, made.end)
    return out
