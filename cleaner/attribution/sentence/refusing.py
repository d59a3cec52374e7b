"""What the class of a cue asks for before it counts as an attribution: a clause, a quotation, an object, a speaker.

Owns the reasons against a cue that has a speaker, class by class: who laughs says nothing without a quotation, what a
court rejects it does not say. To add one, write it below and name it in the table of its class.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cleaner.attribution.cues import objects
from cleaner.attribution.cues.cue import FINITE, Cue
from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.nesting.found import HEAD, TAIL
from cleaner.attribution.people.judging import Who
from cleaner.attribution.sentence import doubting, kinds, misread
from cleaner.attribution.sentence.setting import Setting
from cleaner.attribution.speaker import subjects
from cleaner.attribution.words.pack import Lexicon

MAX_LABEL: Final = 32
"""Whom somebody calls something may take this many words: he called Judge X, who …, a “so-called judge”."""


def refused(here: Setting) -> bool:
    """Return whether something speaks against an attribution: one of the reasons of any class, or of the cue's own."""
    things = _OF_THINGS if here.speech.things_do else ()
    return any(reason(here) for reason in (*_OF_ANY, *_OF_CLASS.get(here.cue.kind, ()), *things))


def as_aside(here: Setting) -> bool:
    """Return whether a verb that says nothing by itself hangs on what was said: “A,” he nodded; “A,” he dismissed."""
    line, cue, start = here.line, here.cue, here.who.first
    return here.place == TAIL and (
        cue.marks or (cue.kind == "act" and start > here.first and line.quoted[start - 1] >= 0))


def _takes_pronoun(here: Setting) -> bool:
    """Return whether the object is a pronoun before the verb, and nothing is told behind it: le maire l'a annoncé."""
    clitics = here.speech.object_clitics
    if not clitics or here.place != HEAD or here.that or here.quoted:
        return False
    if here.line.gap[min(here.end, here.last - 1)] == ":":
        return False
    return here.who.last <= here.cue.group and here.line.low[here.cue.group] in clitics


def _noun_of_verb(here: Setting) -> bool:
    """Return whether what looks like a plural verb is a noun, or stands with a subject of one: the report demands are.

    Who is heard or seen speaking has the bare verb: they heard him say.
    """
    line, who, cue, lexicon = here.line, here.who, here.cue, here.lexicon
    if not (cue.base and lexicon.speech.base_is_plural):
        return False
    if who.first > here.first and line.low[who.first - 1] in lexicon.speech.perceives:
        return False
    if not _plural(line, who, lexicon):
        return True
    return cue.last < here.last and line.gap[cue.last] == " " and _goes_on(line, cue, lexicon)


def _plural(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a speaker may stand with a plural verb."""
    if who.pronoun == "thing":
        return False
    if who.joint or who.type == "group" or who.pronoun == "plural":
        return True
    word = line.low[who.last - 1]
    one = word.endswith(lexicon.speech.singular_endings or "\n")
    return word.endswith(lexicon.speech.plural_endings) and not one and line.gap[who.last - 1] != APOSTROPHE


def _goes_on(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether what looks like a verb is a noun, for a verb follows: the report stated, demands are."""
    forms = lexicon.forms.get(line.low[cue.last], ())
    if line.low[cue.last - 1] in lexicon.speech.plain:
        return False
    return (
        any(f.slots - {"base", "gerund"} for f in forms)
        or line.folded[cue.last] in lexicon.passive | lexicon.auxiliaries
    )


def _shows_it(here: Setting) -> bool:
    """Return whether things are evidence, and nobody speaks: the figures show, the attacks suggest."""
    line, who = here.line, here.who
    if line.low[here.cue.first] not in here.speech.evidence or who.type in ("person", "document"):
        return False
    return not line.capital(who.last - 1) and line.low[who.last - 1].endswith(here.speech.plural_endings)


def _cut_by_comma(here: Setting) -> bool:
    """Return whether a comma parts the verb from a clause that it does not tell: the mayor said, leaving the room."""
    if here.place != HEAD or not here.more or here.that or here.aside or here.speech.verb_second:
        return False
    return here.line.gap[here.end] == "," and here.line.quoted[here.end] < 0 and here.cue.kind != "refuse"


def _negated(here: Setting) -> bool:
    """Return whether somebody did not do what is telling only where it is done: she did not condemn the attack."""
    saying = here.cue.kind in ("say", "tell", "refuse", "report", "mark")
    return here.cue.negated and not saying and here.place == HEAD


def _says_nothing(here: Setting) -> bool:
    """Return whether a verb of saying ends its sentence, and no colon leads over to the next one: So X said."""
    return here.place == HEAD and not here.more and not here.framed and not here.line.text.rstrip().endswith(":")


def _court_decides(here: Setting) -> bool:
    """Return whether a court does by its words what the verb tells: the court declared the law void."""
    line, lexicon = here.line, here.lexicon
    if here.place != HEAD or here.that or here.quoted or line.low[here.cue.last - 1] in lexicon.speech.plain:
        return False
    return here.more and line.folded[here.end] in lexicon.determiners and _court(line, here.who, lexicon)


def _court(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a court acts: what it rejects or condemns it does not say."""
    return any(line.folded[i] in lexicon.speech.courts for i in range(who.first, who.last))


def _orders(here: Setting) -> bool:
    """Return whether a verb of telling gives an order, whose words nobody reports: told members to leave."""
    line, speech = here.line, here.speech
    if here.place != HEAD or here.quoted or line.low[here.cue.last - 1] not in speech.plain:
        return False
    return here.more and bool(speech.clause_starts) and line.low[here.end] in speech.addressee_linking


def _reports_on(here: Setting) -> bool:
    """Return whether a paper or a person reports on something, and not what is so: the BBC reports from the scene."""
    line, lexicon = here.line, here.lexicon
    if here.place != HEAD or here.that or here.quoted:
        return False
    someone = bool(lexicon.speech.clause_starts) and here.who.type in ("person", "group")
    return not (someone and here.more and not line.breaks(here.end)
                and line.folded[here.end] not in lexicon.prepositions | lexicon.adverbs)  # fmt: skip


def _says_next(here: Setting) -> bool:
    """Return whether another verb of saying follows a conjunction at once: she laughed and said."""
    line, at, lexicon = here.line, here.end, here.lexicon
    if here.place != HEAD or here.that or not lexicon.speech.clause_starts or at + 1 >= here.last:
        return False
    return line.folded[at] in lexicon.conjunctions and not line.breaks(at) and any(
        f.kind in ("say", "tell", "mark") and f.slots & FINITE for f in lexicon.forms.get(line.low[at + 1], ()))


def _marks_nothing(here: Setting) -> bool:
    """Return whether a verb that may tell something has neither clause nor quotation: she noted the time.

    Hearsay is told by the mood of the verb (il aurait reconnu les faits), a finding without a clause by who found it
    (the survey showed X ahead).
    """
    line, cue, last, speech = here.line, here.cue, here.last, here.speech
    if (cue.negated and not speech.far_subjects) or here.that or here.place == TAIL:
        return False
    if speech.pro_drop and line.low[cue.group] in speech.hearsay:
        return False
    if objects.tells(line, here.who, cue, here.end, last, here.lexicon):
        return False
    return not (here.quoted and subjects.near_quote(line, cue.last, last, here.lexicon))


def _points_to(here: Setting) -> bool:
    """Return whether a document only points to something: the report points to failures."""
    line, cue = here.line, here.cue
    if here.who.type != "document" or here.that or here.place != HEAD or not here.speech.clause_starts:
        return False
    return cue.last < here.last and line.folded[cue.last] in here.lexicon.prepositions


def _calls_for(here: Setting) -> bool:
    """Return whether a preposition makes a verb of naming one of asking: called for “calm”, called on “both sides”."""
    cue, lexicon = here.cue, here.lexicon
    return bool(lexicon.speech.verb_endings) and cue.last == cue.after < here.last and (
        here.line.folded[cue.last] in lexicon.prepositions - lexicon.determiners)  # fmt: skip


def _resumed(here: Setting) -> bool:
    """Return whether the next quotation goes on with one that opened the sentence: “A,” X said, as Y called it, “B.”"""
    line, at = here.line, here.cue.last
    if here.place != HEAD or not here.speech.clause_starts or line.quoted[here.first] < 0:
        return False
    quoted = next((i for i in range(at, min(here.last, at + MAX_LABEL)) if line.quoted[i] >= 0), 0)
    return quoted > at and line.gap[quoted] == ","


def _names_nothing(here: Setting) -> bool:
    """Return whether a verb of naming has no name behind it, in quotation marks or without: he called the mayor."""
    line, cue, last, lexicon = here.line, here.cue, here.last, here.lexicon
    if objects.named_so(line, cue, last, lexicon):
        return False
    stated = lexicon if lexicon.speech.subjects_stated else None
    if not subjects.near_quote(line, cue.last, last, stated, MAX_LABEL):
        return True
    return bool(lexicon.speech.far_subjects) and here.place == HEAD and (
        _apart(line, max(here.end, here.who.last), last))  # fmt: skip


def _apart(line: Line, at: int, last: int) -> bool:
    """Return whether one comma parts the next quotation from word `at`: espère le double, un pari « héroïque »."""
    quoted = next((i for i in range(at, last) if line.quoted[i] >= 0), last)
    return sum(line.gap[i] in ",;" for i in range(at + 1, quoted)) % 2 == 1


def _bare_pronoun(here: Setting) -> bool:
    """Return whether nothing but a word that points to something told before follows: the mayor condemned this."""
    alone = here.last - here.end == 1 and not here.quoted
    return alone and here.line.folded[here.end] in here.lexicon.determiners


def _suffered(here: Setting) -> bool:
    """Return whether the subject suffers what the verb tells: the minister was criticised by, was accused of."""
    line, cue = here.line, here.cue
    if here.place != HEAD or not (cue.auxiliary or not here.speech.pro_drop):
        return False
    return cue.last < here.last and line.low[cue.last] in here.speech.passive_marks


def _acts_itself(here: Setting) -> bool:
    """Return whether a document or a court acts, and tells nothing: the ruling rejects the plea.

    A document speaks by the verbs of writing (the report condemns), and in some languages where its words are quoted.
    """
    if here.place != HEAD or (here.speech.far_subjects and here.quoted):
        return False
    written = here.cue.lemma in here.speech.written
    return (here.who.type == "document" and not written) or _court(here.line, here.who, here.lexicon)


def _agrees_only(here: Setting) -> bool:
    """Return whether nothing tells what somebody agrees to: The mayor agreed."""
    return not (here.that or (here.more and not here.line.breaks(here.end)))


def _told_elsewhere(here: Setting) -> bool:
    """Return whether a clause goes before a verb that cannot have it for its object: As costs rose, X rejected it."""
    return here.place == TAIL and not as_aside(here)


def _stance_only(here: Setting) -> bool:
    """Return whether a stance has neither clause nor quotation: she supports the plan."""
    return here.place == TAIL or not (here.that or kinds.in_words(here))


_Reason = Callable[[Setting], bool]
_OF_ANY: Final[tuple[_Reason, ...]] = (_takes_pronoun, _noun_of_verb, _shows_it, _cut_by_comma, _negated)
_OF_THINGS: Final[tuple[_Reason, ...]] = (*doubting.REASONS, *misread.REASONS)
"""Reasons that a language asks for by the verbs of things that it states."""
_OF_CLASS: Final[dict[str, tuple[_Reason, ...]]] = {
    "say": (_says_nothing, _court_decides),
    "tell": (_says_nothing, _orders),
    "report": (_says_nothing, _reports_on),
    "mark": (_says_nothing, _says_next, _marks_nothing, _points_to),
    "label": (_told_elsewhere, _calls_for, _resumed, _names_nothing),
    "call": (_acts_itself,),
    "act": (_told_elsewhere, _resumed, _bare_pronoun, _suffered, _acts_itself),
    "agree": (_told_elsewhere, _agrees_only, _acts_itself),
    "refuse": (_told_elsewhere,),
    "topic": (_told_elsewhere,),
    "stance": (_stance_only,),
}
"""The classes of speech.yaml, each with what speaks against its verbs."""
