"""A cue with its speaker and what stands around them: whom it addresses, whether “that” or a quotation follows.

Owns the way from a verb to what is said behind it, and what a verb of another class means there: “A,” laughed X.
Whether the class of the cue allows an attribution here is decided elsewhere.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.attribution.cues.conjunction import bare, to_clause
from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import clauses
from cleaner.attribution.nesting.found import HEAD, TAIL
from cleaner.attribution.people.able import able
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.speaker import addressees, adjuncts
from cleaner.attribution.words.pack import Lexicon
from cleaner.attribution.words.speech import Speech

MAX_APPOSITION: Final = 16
"""What the one addressed is takes fewer words: told X, a spokeswoman for Y, “…”."""


class Setting(NamedTuple):
    """A cue and its speaker among words [first, last) of a line; `place` is HEAD or TAIL, `rule` the order found.

    What is said begins at word `end`, behind an aside if `aside`, and behind the conjunction at word `then` if `that`
    (which also tells that a clause of another kind follows). `quoted`: a quotation stands where it may be what is said.
    `able`: whether the speaker surely can say something.
    """

    line: Line
    who: Who
    cue: Cue
    place: str
    rule: str
    first: int
    last: int
    lexicon: Lexicon
    addressee: Who | None
    end: int
    aside: bool
    then: int
    that: bool
    quoted: bool
    able: str

    @property
    def speech(self) -> Speech:
        """The words of speech of the line's language."""
        return self.lexicon.speech

    @property
    def more(self) -> bool:
        """Whether the sentence goes on behind the cue and whom it addresses."""
        return self.end < self.last

    @property
    def colon(self) -> bool:
        """Whether a colon stands where what is said begins: X told the paper: …"""
        return self.end < self.last and self.line.gap[self.end] == ":"

    @property
    def framed(self) -> bool:
        """Whether words stand between an auxiliary and the verb that ends its clause: X hat am Montag gesagt, …"""
        return bool(self.lexicon.speech.verb_second) and self.cue.first - self.cue.group > 1


def around(line: Line, who: Who, cue: Cue, place: str, rule: str, first: int, last: int, cast: Cast) -> Setting:
    """Return what stands around a cue and its speaker, the cue with the class that it has there."""
    lexicon = cast.lexicon
    start = _past_particle(line, cue, last, lexicon)
    addressee, end = _addressed(line, start, who, cue, place, first, last, cast)
    then = to_clause(line, end, last, cue, lexicon)
    that = _that(line, then, last, cue, lexicon) or (cue.kind == "mark" and bare(line, end, last, lexicon))
    quoted = any(line.quoted[i] >= 0 for i in range(cue.last, last)) or (
        place == TAIL and any(line.quoted[i] >= 0 for i in range(first, who.first)))  # fmt: skip
    return _as_meant(Setting(line, who, cue, place, rule, first, last, lexicon, addressee, end, start > cue.after,
                             then, that, quoted, able(line, who, cast)))  # fmt: skip


def _past_particle(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> int:
    """Return the word behind the verb, its parted particle or an aside: teilte X mit, …; said, page 117, that."""
    if 0 <= cue.particle < last - 1 and line.gap[cue.particle + 1] in ",:":
        return cue.particle + 1
    return adjuncts.past_aside(line, cue.after, last, lexicon)


def _addressed(line: Line, at: int, who: Who, cue: Cue, place: str, first: int, last: int,
               cast: Cast) -> tuple[Who | None, int]:  # fmt: skip
    """Return whom the words at `at`, or a letter beside the verb, say was told, and where what is said begins."""
    addressee, end, speech = None, at, cast.lexicon.speech
    if cue.kind in ("tell", "call", "act", "say") or (cue.kind == "mark" and speech.pro_drop):
        addressee, end = addressees.told(line, at, last, cue, cast, place)
    addressee = addressee or addressees.framed(line, cue, who, first, last, cast)
    if cue.kind == "tell" and place == HEAD and speech.clause_starts:
        end = _past_apposition(line, end, last, cast.lexicon)
    return addressee, end


def _past_apposition(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word of the quotation behind what the one told is: told X, a spokeswoman for Y, “…”; else `at`."""
    if at >= last or line.gap[at] != "," or line.quoted[at] >= 0:
        return at
    quote = next((i for i in range(at, min(last, at + MAX_APPOSITION)) if line.quoted[i] >= 0), last)
    apart = quote < last and line.gap[quote] in ",:" and not any(line.low[i] in lexicon.forms for i in range(at, quote))
    return quote if apart else at


def _that(line: Line, then: int, last: int, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether “that” at word `then` opens what is said, and points to no noun: called that claim “absurd”."""
    if then >= last or line.low[then] not in lexicon.speech.complementizers:
        return False
    if line.quoted[then] != line.quoted[cue.first]:
        return False
    return not (cue.kind in ("act", "call", "label") and clauses.points(line, then, last, lexicon))


def _as_meant(here: Setting) -> Setting:
    """Return the setting with the cue as it is meant there: “A,” laughed X; X laughed: “A.”; antwortete er nicht."""
    cue, that = here.cue, here.that
    if _closes(here) or _opens(here):
        cue = cue._replace(kind="say")
    if here.speech.verb_second and not cue.negated and _denied(here):
        cue = cue._replace(negated=True)
    if here.place == HEAD and here.colon and cue.kind in ("mark", "agree") and not (
            cue.base and here.speech.base_is_plural):  # fmt: skip
        that = True
    return here._replace(cue=cue, that=that)


def _closes(here: Setting) -> bool:
    """Return whether a verb of another class stands inverted behind what is said: “A”, lachte X; “A”, tacle-t-il."""
    line, cue, rule = here.line, here.cue, here.rule
    if here.place != TAIL:
        return False
    hung = rule == "inverted-pronoun" and cue.kind == "act" and line.gap[cue.group] == ","
    if not (rule == "inverted" or hung):
        return False
    if cue.kind == "act":
        return line.quoted[min(cue.group, here.who.first) - 1] >= 0 or bool(here.speech.verb_second)
    return cue.kind in ("label", "call", "agree") and line.quoted[cue.group - 1] >= 0


def _opens(here: Setting) -> bool:
    """Return whether a verb of another class opens a quotation with a colon: X rejected the report: “…”."""
    return here.cue.kind in ("mark", "label", "stance", "act", "agree", "topic") and here.place == HEAD and (
        here.colon and here.line.quoted[here.end] >= 0 and not here.cue.negated)  # fmt: skip


def _denied(here: Setting) -> bool:
    """Return whether nothing but a negation follows verb and subject: antwortete er nicht."""
    line, last, at = here.line, here.last, max(here.end, here.who.last)
    return at < last and line.folded[at] in here.lexicon.negations and (at + 1 >= last or line.gap[at + 1] in ".;")
