"""Where the auxiliary of a participle stands apart from it: a, lui, dénoncé; a reconnu les faits et affirmé.

Owns what may stand between the two. Whether the whole is a cue is judged elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import BREAKS, Line
from cleaner.attribution.words.pack import Form, Lexicon

MAX_ADJUNCT: Final = 10
"""An adjunct between an auxiliary and its participle has fewer words."""
MAX_BRACKET: Final = 24
"""An auxiliary and its participle stand this many words apart at most, where a language parts them."""


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


def second(line: Line, i: int, least: int, lexicon: Lexicon) -> int:
    """Return the auxiliary in second place whose participle at word i closes its clause: hat gestern erklärt; or -1."""
    for j in range(i - 1, max(least, i - MAX_BRACKET) - 1, -1):
        if line.folded[j] in lexicon.auxiliaries:
            return j if line.quoted[j] < 0 else -1
        if line.gap[j] in BREAKS:
            return -1
    return -1


def shared(line: Line, i: int, least: int, form: Form, lexicon: Lexicon) -> bool:
    """Return whether a participle shares the auxiliary of one before a conjunction: a reconnu les faits et affirmé."""
    if "participle" not in form.slots or form.kind in ("cite", "report", "label", "stance"):
        return False
    if i - 1 <= least or line.folded[i - 1] not in lexicon.conjunctions:
        return False
    for j in range(i - 2, max(least, i - MAX_BRACKET) - 1, -1):
        if line.gap[j + 1] in ";:." or line.low[j] in lexicon.speech.reflexive_auxiliaries:
            return False
        if line.quoted[j] < 0 and line.low[j] in lexicon.speech.auxiliaries:
            return True
    return False
