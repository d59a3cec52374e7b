"""What stands behind the first word of a reporting verb: its further words, what must follow it, pronouns hung on it.

Owns no more than where these end; what they make of the verb is decided elsewhere.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.cues.verb import FINITE, Verb
from cleaner.attribution.lines.line import BREAKS, HYPHEN, Line
from cleaner.attribution.words.pack import Form, Lexicon, Words


class Tail(NamedTuple):
    """Where what is said begins behind a verb, and the word that ends a parted verb (teilte … mit), -1 if none does."""

    after: int
    particle: int = -1


def end_of(line: Line, i: int, last: int, form: Form, lexicon: Lexicon) -> int:
    """Return where a form that begins at word i ends, 0 if its words do not all stand there."""
    end = i + len(form.words)
    if end <= last and (len(form.words) == 1 or tuple(line.low[i:end]) == form.words):
        return end
    return _around_adverb(line, i, last, form, lexicon)


def _around_adverb(line: Line, i: int, last: int, form: Form, lexicon: Lexicon) -> int:
    """Return where a verb of several words with adverbs between them ends: fait simplement savoir; 0 if not."""
    if len(form.words) < 2 or not lexicon.speech.adverb_endings or line.low[i] != form.words[0]:
        return 0
    at = i + 1
    for word in form.words[1:]:
        over = 0
        while at < last and line.low[at] != word and over < 2 and not line.breaks(at) and (
            line.folded[at] in lexicon.adverbs or line.low[at].endswith(lexicon.speech.adverb_endings)
        ):
            at, over = at + 1, over + 1
        if at >= last or line.low[at] != word:
            return 0
        at += 1
    return at if at > i + len(form.words) else 0


def read(verb: Verb) -> Tail | None:
    """Return the tail of a verb (made clear, teilte am Montag mit), None if what must follow it does not."""
    line, _, end, _, _, form, lexicon = verb
    if not form.tails:
        return Tail(end)
    found = _required(verb)
    if found is None:
        return None
    if form.reach and lexicon.speech.verb_second:
        return Tail(end, found - 1)
    if form.keeps:
        return Tail(end)
    return Tail(found - (line.low[found - 1] in lexicon.speech.complementizers))


def _required(verb: Verb) -> int | None:
    """Return where what must follow the verb ends, None if it does not follow within its reach."""
    line, _, end, _, last, form, lexicon = verb
    for at in range(end, min(last, end + (form.reach or 3) + 1)):
        if at > end and (line.gap[at] in BREAKS if lexicon.speech.verb_second else line.breaks(at)):
            return None
        for tail in form.tails:
            stop = _ends(verb, at, tail)
            if stop:
                return stop
        if not form.reach and line.folded[at] not in lexicon.adverbs:
            return None
    return None


def _ends(verb: Verb, at: int, tail: Words) -> int:
    """Return where a tail that stands at word `at` ends, 0 if it does not, or is part of something else there."""
    line, _, _, _, last, form, lexicon = verb
    stop = at + len(tail)
    if tuple(line.folded[at:stop]) != tail:
        return 0
    opens = bool(lexicon.speech.subjects_stated) and line.quoted[at - 1] < 0  # n'exclut pas « de partir »
    if line.quoted[at] >= 0 and form.kind != "act" and not opens:
        return 0
    if any(line.gap[j] == "." for j in range(at + 1, min(stop, last))):
        return 0
    shut = lexicon.exclude.at(line.folded, at, last)
    if shut and line.quoted[shut[0] - 1] < 0:
        return 0
    named = stop < last and line.folded[stop] in lexicon.adverbs and line.capital(stop)
    return 0 if named else stop


def reflexive(verb: Verb) -> bool:
    """Return whether a verb without an auxiliary has a reflexive pronoun behind it: äußerte sich, queixou-se."""
    line, _, end, _, last, form, lexicon = verb
    clitics = lexicon.speech.reflexive_clitics
    if lexicon.speech.verb_second and form.slots & FINITE and _within(line, end, last, clitics):
        return True
    return end < last and line.gap[end] == HYPHEN and line.folded[end] in clitics


def _within(line: Line, end: int, last: int, clitics: Words) -> bool:
    """Return whether a reflexive pronoun follows a verb that stands second: äußerte sich, sprach er sich aus."""
    for i in range(end, min(last, end + 4)):
        if line.breaks(i):
            return False
        if line.folded[i] in clitics:
            return True
    return False


def inverted_pronoun(verb: Verb) -> int:
    """Return the word of a pronoun hung on the verb by a hyphen (dit-il, explique-t-elle), -1 if there is none."""
    line, _, at, _, last, _, lexicon = verb
    if at < last and line.gap[at] == HYPHEN and line.low[at] in lexicon.speech.euphonic:
        at += 1
    return at if at < last and line.gap[at] == HYPHEN and line.folded[at] in lexicon.pronouns else -1
