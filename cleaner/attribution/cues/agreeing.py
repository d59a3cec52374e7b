"""Whether a verb and a speaker agree in number and gender, where the ending of a verb shows them: сказала, сказали.

Owns what verb endings tell, as speech.yaml states it. Finds no speakers.
"""

from __future__ import annotations

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon


def told(word: str, lexicon: Lexicon) -> str:
    """Return man, woman or plural as the ending of a verb tells, an empty string where it does not."""
    speech = lexicon.speech
    if not speech.gendered_verbs:
        return ""
    if word.endswith(speech.plural_verb_endings or "\n"):
        return "plural"
    return next((kind for ending, kind in speech.gendered_verbs.items() if word.endswith(ending)), "")


def agrees(line: Line, cue: Cue, who: Who | None, cast: Cast) -> bool:
    """Return whether a speaker may be the subject of a verb as far as their forms show."""
    kind = told(line.low[cue.first], cast.lexicon)
    if who is None or not kind or cue.kind in ("stands", "follows"):
        return True
    several = who.type == "group" or bool(who.joint) or who.pronoun == "plural"
    if kind == "plural":
        return several or (who.type == "person" and who.name is None)
    if several:
        return False
    if who.pronoun in ("man", "woman"):
        return who.pronoun == kind
    person = cast.named(who.name) if who.name and who.type == "person" else None
    return person is None or person.gender in ("", kind) or bool(who.noun)
