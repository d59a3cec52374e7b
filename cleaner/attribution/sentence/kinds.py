"""What an attribution tells: a statement, a stance, a topic somebody raised, or what nobody said.

Owns the kind and how sure it is, as class, negation and speaker of a cue show it. Refuses no attribution.
"""

from __future__ import annotations

from cleaner.attribution.nesting.found import TAIL
from cleaner.attribution.sentence.setting import Setting
from cleaner.attribution.sentence.unlisted import opens_quoted
from cleaner.attribution.speaker import subjects


def told(here: Setting) -> tuple[str, float]:
    """Return the kind of an attribution and its confidence (0-1); a thing said to speak (it says) is less sure."""
    kind, confidence = "statement", 0.93
    if here.cue.kind == "stance":
        kind, confidence = ("statement", 0.75) if here.speech.clause_starts and in_words(here) else ("stance", 0.7)
    denied = here.cue.negated and not _behind_words(here)
    if here.cue.kind == "refuse" or denied or _nobody(here):
        kind, confidence = "non_statement", 0.8
    if here.cue.kind == "topic":
        kind = "topic_raised"
    return kind, 0.6 if here.who.pronoun == "thing" else confidence


def _behind_words(here: Setting) -> bool:
    """Return whether a negated verb tells how a whole quotation was said: «…», — не соглашается X; «…», no oculta X."""
    whole = bool(here.speech.pro_drop) and opens_quoted(here.line, here.cue.group - 1, here.first)
    return here.place == TAIL and (whole or opens_quoted(here.line, here.cue.group, here.first))


def in_words(here: Setting) -> bool:
    """Return whether a stance is told in the words of who takes it: she fears a “disaster” for the coast."""
    kinds = ("person", "group", *(["organisation"] if here.speech.clause_starts else []))
    return here.who.type in kinds and subjects.near_quote(here.line, here.cue.last, here.last, here.lexicon)


def _nobody(here: Setting) -> bool:
    """Return whether the subject is a denial: No minister said so; neither confirmed it."""
    line, start, none = here.line, here.who.first, here.speech.negative_determiners
    before = "" if start == here.first or line.breaks(start) else line.low[start - 1]
    return line.low[start] in none or before in none
