"""Verbs of saying that tell nothing where a thing does them: PostgreSQL offers tools; it minimizes delays; tests show.

Owns what speaks against a cue whose speaker is not sure to be one who speaks, and where nothing shows that something
is said. A language asks for it by the verbs it states in `things_do`.
"""

from __future__ import annotations

from cleaner.attribution.cues.conjunction import bare
from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.nesting.found import HEAD, TAIL
from cleaner.attribution.people.able import NAMED, SURE, THING
from cleaner.attribution.sentence.setting import Setting
from cleaner.attribution.speaker import subjects


def things_do(here: Setting) -> bool:
    """Return whether a verb tells nothing here, for things do it too: Zig emphasizes speed; a file explained above."""
    if here.place != HEAD or here.cue.kind == "refuse":
        return False
    if _joined_deed(here):
        return True
    if said(here):
        return False
    return _done_by_one(here) if here.able == SURE else _done_by_thing(here)


def _joined_deed(here: Setting) -> bool:
    """Return whether a conjunction joins a deed, and no clause follows at once: planning and explaining of it."""
    line, cue, joins = here.line, here.cue, here.lexicon.conjunctions | set(here.speech.sibling_words)
    if not (cue.gerund and here.rule == "carried" and line.folded[cue.group - 1] in joins):
        return False
    led = cue.last < here.last and line.folded[cue.last] in here.lexicon.prepositions
    return led or not said(here)


def _done_by_one(here: Setting) -> bool:
    """Return whether one who surely speaks says nothing: the site tells us a lot; X worked on, revealing new depths."""
    if here.who.type == "document" and here.cue.kind == "tell":
        return True
    if here.rule == "carried" and here.cue.kind == "mark" and here.cue.negated:
        return True
    speech, lemma = here.speech, here.cue.lemma
    shows = lemma in speech.things_do and lemma in speech.things_show and here.cue.kind != "tell"
    return shows and here.rule == "carried" and here.cue.gerund


def _done_by_thing(here: Setting) -> bool:
    """Return whether a name or a thing says nothing: Zig emphasizes speed; a file explained above.

    What a name or “it” did in the past, with an object, it said: they asked her; it had urged X to stop.
    """
    cue = here.cue
    if _plain(here):
        return cue.kind == "tell" and not cue.auxiliary and not _object_follows(here)
    if cue.kind == "mark" and not (cue.negated and _told_before(here)):
        return True
    named = here.able == NAMED or here.who.pronoun != ""
    if not named or not (cue.auxiliary or _object_follows(here)):
        return True
    return not _past(here) and (cue.lemma in here.speech.things_do or here.able == THING)


def things_show(here: Setting) -> bool:
    """Return whether a thing is evidence for what the clause behind the verb tells: the graph shows that sales fell."""
    if here.place != HEAD or here.cue.lemma not in here.speech.things_show or here.who.pronoun:
        return False
    if (_past(here) and _plain(here)) or (_quotes_at_once(here) and said(here)):
        return False
    return here.able == THING or (here.able == NAMED and here.cue.gerund)


def _quotes_at_once(here: Setting) -> bool:
    """Return whether a quotation stands right behind the verb: un panneau indique « Fermé »."""
    return here.cue.last < here.last and here.line.quoted[here.cue.last] >= 0


def hypothetical(here: Setting) -> bool:
    """Return whether somebody says it only in some case, or to anybody: if they say so; airlines tell you to call."""
    line, who, cue, speech = here.line, here.who, here.cue, here.speech
    if here.place != HEAD or here.quoted:
        return False
    at = who.first
    while at and not line.breaks(at) and line.folded[at - 1] in here.lexicon.determiners:
        at -= 1
    before = line.low[at - 1] if at and not line.breaks(at) else ""
    anybody = cue.kind in ("tell", "call") and cue.last < here.last and line.low[cue.last] in speech.anybody
    return anybody or (before in speech.hypothetical and line.gap[at - 1] != HYPHEN)  # foi-se o homem que


def aside(here: Setting) -> bool:
    """Return whether a clause behind a comma attributes nothing, for nobody surely speaks: For teams, X offers."""
    line, start = here.line, here.who.first
    if here.place != TAIL or here.rule != "subject-verb" or line.quoted[start - 1] >= 0 or _plain(here) or here.that:
        return False
    if here.cue.kind == "mark" and here.who.pronoun in ("man", "woman") and here.speech.gendered_things:
        return True  # le balai accroche, il grogne
    light = here.lexicon.openers | here.lexicon.adverbs | here.lexicon.conjunctions
    if all(line.folded[i] in light for i in range(here.first, start)):
        return True  # Also, the cup has concluded
    return here.able != SURE and not _past(here)


def object_behind(here: Setting) -> bool:
    """Return whether what stands behind a verb is its object, not who says it: …, ask experts; “KB” refers to a knob.

    Behind what somebody says, and where one who surely speaks follows a verb that is no plain form, he says it. Where
    any verb of saying turns round, and not the `plain` ones alone, what stands behind it says it too.
    """
    line, cue = here.line, here.cue
    if here.place != TAIL or here.rule != "inverted" or _plain(here):
        return False
    if line.quoted[cue.group - 1] >= 0:
        return not closed(line, cue.group)
    noun = line.low[cue.last - 1] in here.speech.homographs or line.capital(cue.first)
    return bool(here.speech.plain) and (cue.base or noun or here.able != SURE)


def said(here: Setting) -> bool:
    """Return whether a clause or a quotation behind the verb shows that something is said.

    It must follow at once where nobody surely speaks: it promises a “true French” evening; a version specified by X.
    """
    line, cue, last, lexicon = here.line, here.cue, here.last, here.lexicon
    if here.able != SURE and cue.last < last and line.low[cue.last] in here.speech.passive_agent:
        return False
    owns = cue.last < last and line.low[cue.last] in here.speech.said_infinitives and not line.breaks(cue.last)
    if here.that or here.colon or owns or bare(line, here.end, last, lexicon):
        named = here.able == NAMED and not here.who.pronoun and line.gap[cue.last] != ":" and cue.last < here.end
        labels = here.colon and line.quoted[here.end] < 0 and (named or (
            here.able == THING and not here.who.pronoun))  # fmt: skip
        return _plain(here) or not labels  # The reason summarized: Fewer functions
    near = here.quoted and subjects.near_quote(line, cue.last, last, lexicon)
    if not near or cue.kind == "label":
        return near
    quote = next(i for i in range(cue.last, last) if line.quoted[i] >= 0)
    if here.able == SURE:
        return not (line.gap[quote] == "(" and here.who.pronoun)  # elle vous félicite (« Bravo ! »)
    return quote in (cue.last, here.end) or line.gap[quote] in ",:"


def unless_person(here: Setting) -> bool:
    """Return whether nobody speaks unless a pronoun of things and people means a person: elle propose un menu."""
    if not here.speech.gendered_things or here.who.pronoun not in ("man", "woman") or here.place != HEAD:
        return False
    doubted = here.cue.lemma in here.speech.things_do and here.cue.kind != "refuse"
    return doubted and not (_past(here) or said(here))


def closed(line: Line, at: int) -> bool:
    """Return whether the quotation before word `at` ends with a mark, inside or out, as words do that somebody says."""
    return any(c in ",!?.…—–-" for c in line.text[line.end[at - 1] : line.start[at]])


def _plain(here: Setting) -> bool:
    """Return whether a verb can only be one of saying: said, told."""
    return here.line.low[here.cue.last - 1] in here.speech.plain


def _past(here: Setting) -> bool:
    """Return whether a verb tells what was done: asked, had asked, a demandé."""
    forms = here.lexicon.forms.get(here.line.low[here.cue.first], ())
    return _begins_with_auxiliary(here) or any("past" in form.slots for form in forms)


def _begins_with_auxiliary(here: Setting) -> bool:
    """Return whether an auxiliary counts as a part of the cue, and begins it: a demandé."""
    return here.cue.last - here.cue.first > 1 and here.line.folded[here.cue.first] in here.lexicon.auxiliaries


def _told_before(here: Setting) -> bool:
    """Return whether the words before a verb tell of what lies behind: did not respond, has not answered."""
    past = here.lexicon.auxiliaries | set(here.speech.strong_pasts)
    return any(here.line.folded[i] in past for i in range(here.cue.group, here.cue.first))


def _object_follows(here: Setting) -> bool:
    """Return whether what stands right behind the verb may be its object: no preposition, no conjunction, no break.

    A verb of several words has one in it (pediu desculpas), and so has one behind a pronoun (Orwell o dizia).
    """
    line, cue, at, lexicon = here.line, here.cue, here.cue.last, here.lexicon
    several = cue.last - cue.first > 1 and not _begins_with_auxiliary(here)
    if several or line.low[cue.group] in here.speech.clitics:
        return True
    if at >= here.last or line.breaks(at):
        return False
    if line.low[at] in here.speech.addressee_linking:
        return True
    shut = lexicon.prepositions | lexicon.conjunctions | lexicon.auxiliaries | lexicon.passive | lexicon.bars
    return line.folded[at] not in shut - lexicon.determiners


REASONS = (things_do, things_show, hypothetical, aside, object_behind)
"""What speaks against a cue for what its speaker is."""
