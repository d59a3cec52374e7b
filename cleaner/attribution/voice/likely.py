"""Who may say a quotation that no rule gives to anybody: it may be a title, a term or an example, and nobody's.

Owns the bounds that the voice is kept to there; weighs nothing.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import BREAKS
from cleaner.attribution.people.shown import shown
from cleaner.attribution.voice.scene import Saying, Scene

CLOSE: Final = 3
"""Whom a quotation alone is given to is told of no more paragraphs away."""


def may_speak(scene: Scene, saying: Saying, name: str) -> bool:
    """Return whether somebody may say a quotation that nothing else gives him.

    He is quoted elsewhere, or surely a person and told of close by; who is named in it does not say it. What stands
    amid a sentence (the song “…” is old) may be a term: there his own name is in the paragraph.
    """
    own = {word for word in name.split() if word[0].isupper()}
    if own & set(saying.line.text[saying.start : saying.end].replace("’", " ").replace("'", " ").split()):
        return False
    told = scene.told(name)
    if _amid(saying) and not any(one.position == saying.position for one in told):
        return False
    close = any(abs(one.position - saying.position) <= CLOSE for one in told)
    person = scene.cast.named(name) if close else None
    return name in scene.quoted or (person is not None and shown(person, scene.cast))


def _amid(saying: Saying) -> bool:
    """Return whether a quotation stands amid the words of its sentence, with nothing that sets it apart before it."""
    line, word = saying.line, saying.line.word_at(saying.start)
    return any(first < word < last for first, last in line.spans) and line.gap[word] not in BREAKS
