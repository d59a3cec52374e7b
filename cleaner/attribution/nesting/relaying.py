"""Who passes on what another said: whoever was just told it, or the source of the sentence before.

The captain told him so, the clerk would have answered: a text knows such words from who has just spoken. Owns the
channel that no frame of the sentence itself names; chooses no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import RESUMING, Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.heads import written
from cleaner.attribution.people.judging import PART, Who
from cleaner.attribution.words.pack import Lexicon
from cleaner.text import fold_word

_FRAMES: Final = ("according", "citing", "quoted-by", "stands", "quote-continued")
"""What a source in a sentence says is not that of the sentence as a whole."""
MAX_BACK: Final = 8
"""A source is taken up again within so many claims."""
_TOLD: Final = ("say", "tell", "report", "cite")
NEAR: Final = 4
"""A pronoun for the one told, and an auxiliary of hearsay, stand at most so many words before the verb."""


def passed_on(line: Line, claim: Claim, before: Sequence[tuple[Line, Claim]], opens: bool, cast: Cast) -> list[str]:
    """Return through whom the words of a claim came that names nobody for it itself; nobody in most.

    `before` are the claims read so far, the last one at the end. `opens`: the claim stands in the first sentence of
    the paragraph behind that of the last one.
    """
    if claim.via or claim.kind != "statement" or claim.cue is None or not before or line.role != "body":
        return []
    held, old = before[-1]
    if (held is not line and not opens) or held.role != "body" or old.kind != "statement" or not claim.who.name:
        return []
    first, last = line.word_at(claim.cue[0]), line.word_at(claim.cue[1])
    lexicon = cast.lexicon
    told = told_back(line, first, last, lexicon)
    heard = any(line.low[i] in lexicon.speech.hearsay for i in range(max(0, first - NEAR), last))
    if held is line and old.via and claim.who.name not in old.via:
        answers = line.text[claim.cue[0] : claim.cue[1]].lower() in lexicon.speech.replies
        went_on = bool(lexicon.speech.relays) and claim.who.name == old.who.name and (
            claim.who.pronoun in ("man", "woman", "plural") and claim.sentence - old.sentence == 1)  # fmt: skip
        went_on = went_on or (bool(lexicon.speech.relays) and claim.who.pronoun == PART)
        return list(old.via) if answers or heard or told or went_on else []
    asked = claim.addressee.name if claim.addressee and held is line else None
    if asked and old.who.type == "document" and old.who.name and claim.who.type != "document" and (
            asked.lower().split()[-1] in lexicon.speech.inquirers):  # fmt: skip
        return [old.who.name]
    name = old.who.name
    if not name or name == claim.who.name or old.who.joint or old.who.type != "person" or old.via:
        return []
    if old.addressee and old.addressee.name == claim.who.name:
        return []
    return [name] if (told and may_be(name, told, cast)) or (heard and held is line) else []


def read_in(line: Line, claim: Claim, paper: str, cast: Cast) -> list[str]:
    """Return the paper in which somebody says what a word for it beside the verb tells: y explique la direction."""
    lexicon, who = cast.lexicon, claim.who
    if not lexicon.places or not paper or claim.cue is None or not who.name or who.type in ("group", "document"):
        return []
    first, last = line.word_at(claim.cue[0]), line.word_at(claim.cue[1])
    there = any(line.low[i] in lexicon.speech.therein for i in range(max(0, first - 2), last)) and any(
        form.kind in _TOLD for i in range(first, last) for form in lexicon.forms.get(line.low[i], ()))
    near = range(first, min(len(line.low), last + 2))
    impersonal = any(lexicon.pronouns.get(line.folded[i]) == "nobody" for i in near)
    return [paper] if there and not impersonal and paper != who.name else []


def passes_on(line: Line, claim: Claim, before: Sequence[tuple[Line, Claim]], cast: Cast) -> bool:
    """Let who attributes the sentence before pass on what another says there, and return whether that is all he does.

    The president proposed a pause. This is reported by Reuters, citing a source.
    """
    name = claim.who.name
    if not claim.rule.startswith(RESUMING) or not name or claim.kind != "statement" or line.role != "body":
        return False
    out = False
    for held, old in reversed(before):
        if held is not line or old.sentence != claim.sentence - 1:
            break
        own = old.who.name and old.who.name != name and name not in (*old.via, *old.who.joint) and (
            old.who.institution or old.who.noun or cast.named(old.who.name))  # fmt: skip
        if own and old.kind == "statement" and not old.via and old.cue and not old.rule.startswith(_FRAMES):
            old.via = [name, *(channel for channel in claim.via if channel != old.who.name)]
            old.end, out = max(old.end, claim.end), True
    return out


def source(line: Line, claim: Claim, before: Sequence[tuple[Line, Claim]], cast: Cast) -> tuple[str, list[str]] | None:
    """Return the source that a phrase takes up again, and through whom it spoke: the agency's source said."""
    who, lexicon = claim.who, cast.lexicon
    if who.noun not in lexicon.sources or claim.via or who.pronoun or line.role != "body":
        return None
    last = next((channel for _, old in reversed(before[-MAX_BACK:]) for channel in old.via[-1:]), "")
    for i in range(who.first, who.last):
        hit = lexicon.institutions.at(line.folded, i, who.last)
        own = line.folded[i] in lexicon.determiners or line.folded[i] in who.noun.split() or (hit and hit[1] == last)
        if not own and line.folded[i] not in lexicon.anaphors:
            return None
    for _, old in reversed(before[-MAX_BACK:]):
        names = [old.who.name or "", *old.via]
        for at, name in enumerate(names):
            words = lexicon.lemmas.folded(name.split(), [fold_word(w) for w in name.split()])
            if any(word in lexicon.sources for word in words[:2]):
                return name, names[at + 1 :]
    return None


def chain(who: Who, channel: Who, before: Sequence[tuple[Line, Claim]]) -> list[str]:
    """Return through whom the words came that a channel passes on, if it spoke last: Putin, by his account, replied."""
    old = before[-1][1] if before else None
    same = old is not None and old.who.name == channel.name and channel.name != who.name
    return [name for name in old.via if name != who.name] if old and same else []


def another(line: Line, who: Who, claim: Claim, name: str | None, cast: Cast) -> Who:
    """Return a speaker under the words of the text where he told him whom they would mean: the captain told him."""
    if not who.name or who.name != name or claim.cue is None or line.role != "body":
        return who
    named = any(i in line.name_at for i in range(who.first, who.last))
    plain = who.pronoun not in ("", "role") or line.low[who.first] in cast.lexicon.pronouns
    first, last = line.word_at(claim.cue[0]), line.word_at(claim.cue[1])
    kind = "" if named or plain else told_back(line, first, last, cast.lexicon)
    if not kind or not may_be(who.name, kind, cast):
        return who
    return who._replace(name=written(line, who.first, who.last, cast.lexicon), pronoun="", hint="")


def told_back(line: Line, first: int, last: int, lexicon: Lexicon) -> str:
    """Return the kind of the pronoun for the one told beside the verb at words [first, last), "" if there is none."""
    pronouns = lexicon.speech.told_pronouns
    at = first
    while pronouns and at > 0 and first - at < NEAR and not line.breaks(at):
        at -= 1
    for i in range(at, min(len(line.low), last + 1)) if pronouns else ():
        if line.low[i] in pronouns and line.quoted[i] < 0 and not (i >= last and line.breaks(i)) and (
                line.folded[i] not in lexicon.determiners or _alone(line, i, lexicon)):  # fmt: skip
            return pronouns[line.low[i]]
    return ""


def hears(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether a verb tells what a pronoun in commas behind it heard: Renner had told him, he said, that."""
    if any(line.low[i] in (*lexicon.speech.before_past, *lexicon.speech.hearsay) for i in range(cue.group, cue.last)):
        return True
    return bool(told_back(line, cue.first, cue.last, lexicon))


def _alone(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether what may be an article or a possessive stands as a pronoun: le disse, habe ihr gesagt."""
    if i + 1 >= len(line.low) or line.breaks(i + 1):
        return True
    word = line.folded[i + 1]
    light = lexicon.prepositions | lexicon.adverbs | lexicon.auxiliaries | lexicon.passive | lexicon.negations
    if line.low[i + 1] in lexicon.forms or line.low[i + 1] in lexicon.speech.complementizers:
        return True
    return (word in light or word in lexicon.pronouns) and i + 1 not in line.covered
