"""A trained voice beside the rules: who said what the rules leave open, or leave out, among those on stage.

Every saying is asked in order, so that who is chosen for one tells of the next. Learned from annotated articles by
`python -m cleaner.training voice`; docs/model.md has the card. Where it is not sure the rules stand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import PART, Who
from cleaner.attribution.voice import measures
from cleaner.attribution.voice.likely import may_speak
from cleaner.attribution.voice.scene import OPEN, Phrase, Saying, Scene, Spoke, sentence
from cleaner.forest import Forest, stored

RULE: Final = "voice"
MAX_ASKED: Final = 600
"""After so many sayings of one article the rules stand: no article has them."""
_LINES: Final = {"loose": 0.6, "cont": 0.45, "pron": 0.5, "plural": 0.6, "role": 0.55}
"""From what probability on the voice is heard, by the kind of saying: where what it mends outweighs what it spoils, on
articles that neither it nor the rules had seen (docs/model.md)."""
_OF_SOMETHING: Final = 0.6
"""The same for a role that says of whom it is: the firm's spokesman is seldom anybody named."""
_QUOTED: Final = ("loose",)
"""Sayings of these kinds may be none at all but a title, a term, an example: whoever says one is known to speak."""
Choose = Callable[[Saying, Sequence[str], list[list[float]]], str | None]


def walk(scene: Scene, choose: Choose) -> list[tuple[Saying, str | None, list[Phrase]]]:
    """Return every saying with whom `choose` names for it, given the names and their rows (nobody's first).

    A role that turns out to be somebody is that one wherever the rules name it from then on.
    """
    rules = [_spoke(saying, saying.name) for saying in scene.sayings]
    history: list[Spoke] = []
    same: dict[str, str] = {}
    out: list[tuple[Saying, str | None, list[Phrase]]] = []
    asked = 0
    following = 0
    for number, saying in enumerate(scene.sayings):
        if saying.name in same:
            saying = saying._replace(name=same[saying.name])
        name, near = saying.name, []
        if asked < MAX_ASKED and _asks(saying, scene.cast):
            asked += 1
            following = max(following, number + 1)
            upcoming = [spoke for spoke in rules[number + 1 : number + 7] if spoke]
            near = scene.phrases(saying)
            names = scene.candidates(saying, history, upcoming, near)
            name = choose(saying, names, measures.rows(scene, saying, history, upcoming, near, names))
        out.append((saying, name, near))
        if saying.kind == "role" and saying.name and name and name != saying.name and not scene.cast.named(saying.name):
            same[saying.name] = name
        if spoke := _spoke(saying, name):
            history = [*history[-11:], spoke]
    return out


def speak(lines: Sequence[Line], claims: Sequence[tuple[Line, Claim]], cast: Cast) -> list[tuple[Line, Claim]]:
    """Return the claims with the speakers that the voice chooses, and one more for each quotation that it gives one.

    A claim whose speaker changes is changed in place: its rule stays, its confidence is that of the voice.
    """
    scene = Scene(lines, claims, cast)
    if not any(saying.kind in OPEN for saying in scene.sayings):
        return list(claims)
    sure: dict[int, float] = {}
    whose = _whose(scene)
    out = list(claims)
    for saying, name, near in walk(scene, chooser(_forest(), scene, sure)):
        if name is None or (saying.claim is not None and name == saying.claim.who.name):
            continue
        who = next((p.who for p in near if p.name == name), None) or whose.get(name)
        type_, joint = (who.type, who.joint) if who else ("person", ())
        if saying.claim is not None:
            claim = saying.claim
            claim.who = claim.who._replace(name=name, type=type_, joint=joint)
            claim.confidence = min(claim.confidence, round(sure.get(id(saying.claim), claim.confidence), 3))
        else:
            out.append((saying.line, _claimed(saying, name, type_, joint, sure[id(saying.quote)], out)))
    return out


def chooser(forest: Forest, scene: Scene, sure: dict[int, float] | None = None) -> Choose:
    """Return the choice of a forest: the likeliest name, the rules' own where that is nobody or not likely enough.

    `sure` takes in the probability of each choice, by the identity of the claim or quotation.
    """

    def choose(saying: Saying, names: Sequence[str], rows: list[list[float]]) -> str | None:
        scores = forest.scores(np.array(rows, np.float32))
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        best = int(np.argmax(odds))
        line = _OF_SOMETHING if saying.kind == "role" and _of_something(saying, scene.cast) else _LINES[saying.kind]
        if best == 0 or odds[best] < line or (saying.kind in _QUOTED and not may_speak(scene, saying, names[best - 1])):
            return saying.name
        known = saying.name is not None and scene.cast.named(saying.name)
        if saying.kind == "role" and known and not scene.cast.named(names[best - 1]):
            return saying.name  # a phrase is no better answer than a person
        if sure is not None:
            sure[id(saying.claim or saying.quote)] = float(odds[best])
        return names[best - 1]

    return choose


def _claimed(saying: Saying, name: str, type_: str, joint: tuple[str, ...], sure: float,
             claims: Sequence[tuple[Line, Claim]]) -> Claim:  # fmt: skip
    """Return the claim that a quotation becomes: its sentence, or the quotation alone where others speak in that."""
    line, quote = saying.line, saying.quote
    assert quote is not None
    number = sentence(line, quote.start)
    start, end = line.sentences[number]
    start, end = min(start, quote.start), max(end, quote.end)
    if any(held is line and claim.start < end and start < claim.end for held, claim in claims):
        start, end = quote.start, quote.end
    first, last = line.word_at(quote.start), max(line.word_at(quote.start) + 1, line.word_at(quote.end))
    who = Who(first, last, name, type_, joint)
    return Claim(who, None, start, end, "statement", RULE, round(sure, 3), [(quote.inner_start, quote.inner_end)],
                 sentence=number)  # fmt: skip


def _whose(scene: Scene) -> dict[str, Who]:
    """Return how each name that the rules found to speak was understood."""
    out: dict[str, Who] = {}
    for saying in scene.sayings:
        if saying.who and saying.who.name:
            out.setdefault(saying.who.name, saying.who)
    for name in scene.counts:
        if name not in out and scene.cast.named(name) is None:
            out[name] = Who(0, 0, name, "organisation")
    return out


@lru_cache
def _forest() -> Forest:
    return Forest.of(stored("cleaner.attribution.voice", "voice"), "")


def _asks(saying: Saying, cast: Cast) -> bool:
    """Return whether the rules leave open who said it, or may well be wrong.

    An office of state is nobody else's, and a counterpart is told by his country; of an office that somebody is said to
    hold the rules have judged; "a former officer", "another" is somebody new; who is told replies.
    """
    who, speech = saying.who, cast.lexicon.speech
    if saying.kind not in OPEN:
        return False
    if who is None or saying.name is None or saying.claim is None:
        return True
    if saying.kind == "pron":
        cue = saying.claim.cue
        return cue is None or saying.line.text[cue[0] : cue[1]].lower() not in speech.replies
    if saying.kind == "cont":
        return True
    settled = who.noun in cast.lexicon.roles or who.noun in cast.lexicon.counterparts or cast.told(who.noun)
    if who.pronoun == PART or settled:
        return False
    word = saying.line.low[who.first]
    return word not in speech.indefinite and word not in speech.partitives and word not in speech.pointing


def _of_something(saying: Saying, cast: Cast) -> bool:
    return saying.who is not None and measures.of_something(saying.line, saying.who, cast)


def _spoke(saying: Saying, name: str | None) -> Spoke | None:
    to = saying.claim.addressee if saying.claim else None
    return Spoke(saying.position, saying.start, name, to.name if to else None) if name else None
