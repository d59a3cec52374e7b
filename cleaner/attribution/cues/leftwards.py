"""The words before a verb that belong to it, read leftwards one by one: n'a pas encore déclaré.

Owns what each of them does to the verb: active, passive, reflexive, negated. What stands farther off is not seen here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cleaner.attribution.cues import auxiliaries
from cleaner.attribution.cues.verb import FINITE, Verb
from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.people import extent
from cleaner.attribution.words.inflection import INFINITIVE
from cleaner.attribution.words.pack import Lexicon

MAX_GROUP: Final = 8
"""A verb group reaches this many words before its form at most."""


@dataclass(slots=True)
class Walk:
    """A walk leftwards from a verb: all words from `at` on are read, the group found in them begins at `start`."""

    verb: Verb
    at: int
    start: int
    auxiliary: str = ""
    passive: bool = False
    negated: bool = False
    pronoun: int = -1
    chained: bool = False
    over: bool = False

    @property
    def bare(self) -> bool:
        """Whether neither an auxiliary nor a passive is found yet."""
        return not self.auxiliary and not self.passive

    def take(self, start: int) -> None:
        """Have the group begin at word `start`."""
        self.start = self.at = start


def go(walk: Walk) -> None:
    """Read word by word leftwards, as long as one of the steps takes the word before."""
    line, i, least = walk.verb.line, walk.verb.i, walk.verb.least
    while walk.at > least and i - walk.at < MAX_GROUP and not walk.over:
        if _over_aside(walk):
            continue
        if _bounded(walk):
            return
        before = line.folded[walk.at - 1]
        for step in _STEPS:
            if step(walk, before):
                break
        else:
            return


def _over_aside(walk: Walk) -> bool:
    """Step over an aside between commas to the auxiliary before it: a, lui, dénoncé."""
    line, _, _, least, _, form, lexicon = walk.verb
    if line.gap[walk.at] != "," or walk.auxiliary or "participle" not in form.slots:
        return False
    split = auxiliaries.before_aside(line, walk.at, least, lexicon)
    if split is None:
        return False
    walk.auxiliary = "active"
    walk.take(split)
    return True


def _bounded(walk: Walk) -> bool:
    """Return whether no group reaches further left: a mark, a quotation's edge, or one of several (l'un a dit)."""
    line, i, _, least, _, _, lexicon = walk.verb
    at = walk.at
    if line.quoted[at - 1] != line.quoted[i] or line.gap[at] in ",;:–(.\n":
        return True
    return bool(lexicon.speech.subjects_stated) and extent.ends_part(line, at - 1, least, lexicon)


def _negation(walk: Walk, before: str) -> bool:
    """Take a negation, or a verb that only supports this one: did not say, does say."""
    lexicon = walk.verb.lexicon
    supports = before in lexicon.speech.supports
    if not supports and before not in lexicon.negations:
        return False
    walk.negated = walk.negated or not supports
    walk.take(walk.at - 1)
    return True


def _to_be(walk: Walk, before: str) -> bool:
    """Take the auxiliary of a passive (was told) or of a progressive (is saying), if it is the first one met."""
    line, _, _, least, _, form, lexicon = walk.verb
    if before not in lexicon.passive or walk.auxiliary:
        return False
    if "participle" in form.slots and not _reflexive(line, walk.at - 1, least, lexicon):
        walk.passive = True
    elif "gerund" in form.slots:
        walk.auxiliary = "progressive"
    else:
        return False
    walk.take(walk.at - 1)
    return True


def _to_have(walk: Walk, before: str) -> bool:
    """Take the auxiliary of a participle: has said, a déclaré; with a reflexive pronoun hung on it: s'avait plaint."""
    line, _, _, least, _, form, lexicon = walk.verb
    if before not in lexicon.auxiliaries or walk.passive or not ("participle" in form.slots or walk.chained):
        return False
    walk.auxiliary = "active"
    walk.take(walk.at - 1)
    at = walk.at
    if at > least and line.gap[at] == APOSTROPHE and line.folded[at - 1] in lexicon.speech.reflexive_clitics:
        walk.auxiliary = "reflexive"
    return True


def _reflexive_auxiliary(walk: Walk, before: str) -> bool:
    """Take the auxiliary of a reflexive participle with its pronoun: s'est plaint, se sont félicités."""
    line, _, _, least, _, form, lexicon = walk.verb
    words = lexicon.speech.reflexive_auxiliaries
    if "participle" not in form.slots or (before not in words and line.low[walk.at - 1] not in words):
        return False
    if not _reflexive(line, walk.at - 1, least, lexicon):
        return False
    walk.auxiliary = "reflexive"
    walk.take(walk.at - 2)
    return True


def _clitic(walk: Walk, before: str) -> bool:
    """Take a pronoun that leans on the verb or on its auxiliary: l'a dit, se plaint. An article ends the group."""
    line, i, _, _, _, form, lexicon = walk.verb
    speech, at = lexicon.speech, walk.at
    if before not in lexicon.clitics or not (walk.auxiliary or at == i):
        return False
    if line.gap[at] != APOSTROPHE and before not in speech.clitics:
        return False
    if before in speech.reflexive_clitics and at == i and ("participle" not in form.slots or form.slots & FINITE):
        walk.auxiliary = "reflexive"
    if not walk.auxiliary and _article(walk, before):
        walk.over = True
        return True
    walk.negated = walk.negated or before in speech.negating_clitics
    walk.take(at - 1)
    return True


def _article(walk: Walk, before: str) -> bool:
    """Return whether a word that is article or pronoun is the article: la denuncia, but Ana la denuncia.

    It is the pronoun behind a noun, behind a quotation where subjects may be left out, and before an infinitive.
    """
    line, _, _, least, _, form, lexicon = walk.verb
    at, speech = walk.at, lexicon.speech
    if before not in lexicon.determiners or line.gap[at] == APOSTROPHE or _after_subject(line, at - 1, lexicon):
        return False
    if speech.pro_drop and at - 1 > least and line.quoted[at - 2] >= 0:
        return False
    return not (speech.subjects_stated and INFINITIVE in form.slots)


def _inverted_pronoun(walk: Walk, before: str) -> bool:
    """Step over a pronoun hung on the auxiliary by a hyphen, and the letter between them: a-t-il déclaré."""
    at, lexicon = walk.at, walk.verb.lexicon
    if at - 1 <= walk.verb.least or walk.verb.line.gap[at - 1] != HYPHEN:
        return False
    if before in lexicon.pronouns:
        walk.pronoun = at - 1
    elif before not in lexicon.speech.euphonic:
        return False
    walk.at -= 1
    return True


def _aside(walk: Walk, _: str) -> bool:
    """Step over a set phrase put in between: a sans ambages déclaré."""
    aside = walk.verb.lexicon.asides.before(walk.verb.line.folded, walk.at, walk.verb.least)
    if aside is None:
        return False
    walk.at = aside
    return True


def _catenative(walk: Walk, _: str) -> bool:
    """Take a verb that leads this one without a sense of its own: went on to say, vient de déclarer."""
    lexicon = walk.verb.lexicon
    if walk.passive:
        return False
    cut = lexicon.catenatives.before(walk.verb.line.folded, walk.at, walk.verb.least)
    if cut is None:
        return False
    walk.auxiliary, walk.chained = walk.auxiliary or "active", bool(lexicon.speech.subjects_stated)
    walk.take(cut)
    return True


def _infinitive_lead(walk: Walk, _: str) -> bool:
    """Take what leads an infinitive, with which the group ends: avant de dénoncer, il a ri."""
    verb = walk.verb
    if walk.at != verb.i or INFINITIVE not in verb.form.slots:
        return False
    lead = verb.lexicon.infinitive_leads.before(verb.line.folded, verb.i, verb.least)
    if lead is None:
        return False
    walk.start, walk.auxiliary, walk.over = lead, "infinitive", True
    return True


def _bar(walk: Walk, before: str) -> bool:
    """End with no verb at a word behind which a form says nothing: would say, to say."""
    if before not in walk.verb.lexicon.bars or not walk.bare or _month(walk.verb.line, walk.at - 1):
        return False
    walk.start, walk.over = -1, True
    return True


def _adverb(walk: Walk, before: str) -> bool:
    """Step over an adverb, known (also said) or made as adverbs are (a seulement déclaré), but over no name."""
    line, _, _, _, _, form, lexicon = walk.verb
    i = walk.at - 1
    if before in lexicon.adverbs and not line.breaks(walk.at):
        taken = not (line.capital(i) and i in line.name_at)
    else:
        taken = "participle" in form.slots and not walk.auxiliary and _adverbial(line, i, lexicon)
    walk.at -= taken
    return taken


_STEPS: Final[tuple[Callable[[Walk, str], bool], ...]] = (
    _negation, _to_be, _to_have, _reflexive_auxiliary, _clitic, _inverted_pronoun, _aside, _catenative,
    _infinitive_lead, _bar, _adverb,
)  # fmt: skip
"""Tried in this order at each word; the first that takes it leads on to the word before."""


def behind_bar(walk: Walk) -> bool:
    """Return whether a form says nothing for the word before all that the walk stepped over: would also say."""
    line, at = walk.verb.line, walk.at
    barred = at > walk.verb.least and line.folded[at - 1] in walk.verb.lexicon.bars
    return barred and not line.breaks(at) and not _month(line, at - 1)


def _month(line: Line, i: int) -> bool:
    """Return whether a word that looks like an auxiliary is a name within running text: in May."""
    return line.role == "body" and line.capital(i) and i > 0 and not line.breaks(i)


def _adverbial(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, behind an auxiliary, ends as adverbs do: a seulement déclaré."""
    if i == 0 or not line.low[i].endswith(lexicon.speech.adverb_endings or "\n"):
        return False
    before = line.folded[i - 1]
    known = before in lexicon.auxiliaries or before in lexicon.negations or before in lexicon.adverbs
    return known and not line.breaks(i)


def _reflexive(line: Line, i: int, least: int, lexicon: Lexicon) -> bool:
    """Return whether a reflexive pronoun stands before the auxiliary at word i (s'est, se sont)."""
    return i > least and line.folded[i - 1] in lexicon.speech.reflexive_clitics


def _after_subject(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, an article or a pronoun in form, stands where only a pronoun can: after a noun."""
    return i > 0 and not line.breaks(i) and line.folded[i - 1] not in lexicon.prepositions
