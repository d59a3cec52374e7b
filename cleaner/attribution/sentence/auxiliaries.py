"""Where the auxiliary of a participle stands apart from it: a, lui, dénoncé; a mardi soir sur RTL assuré.

Owns what may stand between the two. Whether the whole is a cue is judged elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon

MAX_ADJUNCT: Final = 10
"""An adjunct between an auxiliary and its participle has fewer words."""


def before_aside(line: Line, at: int, least: int, lexicon: Lexicon) -> int | None:
    """Return the auxiliary before an aside between commas: a, lui, dénoncé."""
    start = at - 1
    while start > least and at - start < 5 and line.gap[start] != "," and line.folded[start] in lexicon.adverbs:
        start -= 1
    if start > least and line.gap[start] == "," and line.folded[start - 1] in lexicon.auxiliaries:
        return start - 1
    return None


def parted(line: Line, at: int, least: int, lexicon: Lexicon) -> int:
    """Return the auxiliary that an adjunct parts from the participle at word `at`: a mardi soir sur RTL assuré; or -1.

    The adjunct opens with a preposition, an adverb or a comma, and holds no verb and no article but behind a
    preposition.
    """
    speech = lexicon.speech
    closed = line.gap[at] == ","
    for i in range(at - 1, max(least, at - MAX_ADJUNCT) - 1, -1):
        word = line.low[i]
        if line.quoted[i] >= 0 or line.gap[i + 1] in ";:.(–\n":
            return -1
        if word in speech.auxiliaries and i + 1 < at:
            opens = line.gap[i + 1] == ","
            light = line.folded[i + 1] in lexicon.prepositions | lexicon.adverbs | lexicon.times and (
                line.low[i + 1] not in (*speech.clitics, *speech.negating_clitics))  # fmt: skip
            return i if opens == closed and (light or opens) else -1
        led = i > least and line.folded[i - 1] in lexicon.prepositions
        article = word in speech.determiners and word not in speech.inner_prepositions and not led
        if (article and word not in speech.adverbs) or word in speech.pronouns or word in speech.complementizers or (
                word in speech.relatives) or (word in lexicon.forms and i not in line.covered):  # fmt: skip
            return -1
        if line.gap[i + 1] == "," and i + 1 < at:
            return -1
    return -1
