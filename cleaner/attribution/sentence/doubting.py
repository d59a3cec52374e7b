"""Verbs of saying that tell nothing where a thing does them: PostgreSQL offers tools; it minimizes delays; tests show.

Owns what speaks against a cue whose speaker is not sure to be one who speaks, where nothing shows that something is
said. A language asks for it by the verbs it states in `things_do`.
"""

from __future__ import annotations

from cleaner.attribution.cues.conjunction import bare
from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.nesting.found import HEAD, TAIL
from cleaner.attribution.people.able import NAMED, SURE, THING
from cleaner.attribution.sentence.setting import Setting
from cleaner.attribution.speaker import subjects


def things_do(here: Setting) -> bool:
    """Return whether a verb tells nothing here, for things do it too: Zig emphasizes speed; a file explained above.

    What a name or “it” did in the past, with an object, it is told to have said: they asked her; it had urged X to stop.
    """
    if here.place != HEAD or not here.speech.things_do or _said(here):
        return False
    if here.cue.gerund and here.rule == "carried" and here.line.folded[here.cue.group - 1] in here.lexicon.conjunctions:
        return True
    listed = here.cue.lemma in here.speech.things_do
    if here.able == SURE:
        if here.who.type == "document" and here.cue.kind == "tell":
            return True
        shows = here.cue.lemma in here.speech.things_show and here.cue.kind != "tell"
        return listed and shows and here.rule == "carried" and here.cue.gerund
    if here.line.low[here.cue.last - 1] in here.speech.plain:
        return False
    named = here.able == NAMED or here.who.pronoun != ""
    if not named or not (here.cue.auxiliary or _object_follows(here)):
        return True
    return not _past(here) and (listed or here.able == THING)


def things_show(here: Setting) -> bool:
    """Return whether a thing is evidence for what the clause behind the verb tells: the graph shows that sales fell."""
    if here.place != HEAD or here.cue.lemma not in here.speech.things_show or here.who.pronoun:
        return False
    if _past(here) and here.line.low[here.cue.last - 1] in here.speech.plain:
        return False
    return here.able == THING or (here.able == NAMED and here.cue.gerund)


def noun_of_verb(here: Setting) -> bool:
    """Return whether a form that is a noun too is one here: trust signals matter; Lecture notes on; small claims courts.

    After a bare noun it always is in a running text; after a name unless what follows can only be its object.
    """
    line, cue, who = here.line, here.cue, here.who
    if here.place != HEAD or cue.auxiliary or line.low[cue.last - 1] not in here.speech.homographs:
        return False
    if _determines(here):
        return True
    if _said(here) and not (here.able != SURE and line.folded[cue.last] in here.lexicon.prepositions):
        return False
    single = who.noun and who.type != "group" and line.role == "body" and not who.pronoun and not cue.base
    if single and not any(line.capital(i) and i != here.first for i in range(who.first, who.last)) and (
            line.folded[who.first] not in here.lexicon.determiners):  # fmt: skip
        return True
    if here.rule == "carried":
        return not _sure_object(here)
    return here.able != SURE and (line.capital(cue.first) or not _sure_object(here))


def _determines(here: Setting) -> bool:
    """Return whether who seems to speak is the determiner of a noun: some notes about it, other requests; not: one says."""
    line, cue, lexicon = here.line, here.cue, here.lexicon
    alone = here.who.last - here.who.first == 1 and here.who.last == cue.group
    that = cue.last < here.last and line.low[cue.last] in here.speech.complementizers
    return alone and not cue.base and not that and line.folded[here.who.first] in lexicon.determiners


def _sure_object(here: Setting) -> bool:
    """Return whether what stands right behind the verb can only be its object: a determiner, a pronoun, a number, “to”."""
    line, at, speech = here.line, here.cue.last, here.speech
    if at >= here.last or line.breaks(at):
        return False
    return line.folded[at] in here.lexicon.determiners | here.lexicon.pronouns.keys() or line.low[at][0].isdigit() or (
        line.low[at] in (*speech.addressee_linking, *speech.object_pronouns))  # fmt: skip


def cut_off(here: Setting) -> bool:
    """Return whether a verb is a part of another word, or what stands in brackets behind a noun: an add-on, (called X).

    Who reads or says something does so in words of their own.
    """
    line, cue = here.line, here.cue
    if here.place != HEAD or not here.speech.things_do:
        return False
    tied = cue.last < len(line.low) and line.gap[cue.last] == HYPHEN or line.gap[cue.group] == HYPHEN
    between = line.text[line.end[cue.group - 1] : line.start[cue.group]] if cue.group else ""
    return tied or (between.endswith("(") and here.who.last <= cue.group)


def torn(here: Setting) -> bool:
    """Return whether a phrase before a verb holds more than one: the team keeps their clients; a survey we; a guest may.

    An owner or an indefinite article inside it that nothing leads to begins another, and so does what goes with a verb.
    """
    line, who = here.line, here.who
    if not here.speech.things_do or who.pronoun or who.joint:
        return False
    return any(not line.capital(i) and not line.breaks(i) and (_begins_another(here, i) or _goes_with_verb(here, i))
               for i in range(who.first + 1, who.last))  # fmt: skip


def _begins_another(here: Setting, i: int) -> bool:
    """Return whether word i inside a phrase begins another one, for nothing leads to it: the team keeps their clients."""
    speech, lexicon, before = here.speech, here.lexicon, here.line.folded[i - 1]
    if here.line.low[i] in speech.first_pronouns and i == here.who.last - 1:
        return True
    owns = here.line.low[i] in speech.possessives or here.line.low[i] in speech.indefinite[:2]
    leads = lexicon.prepositions | lexicon.conjunctions | lexicon.determiners | lexicon.clause_words | lexicon.adverbs
    return owns and before not in leads and not before.endswith(speech.deed_endings)


def _goes_with_verb(here: Setting, i: int) -> bool:
    """Return whether word i inside a phrase is one that goes with a verb: AI can help patients; a guest may."""
    word, lexicon = here.line.folded[i], here.lexicon
    verbal = lexicon.passive | lexicon.bars
    verbal = verbal | lexicon.auxiliaries if i < here.who.last - 1 else verbal
    relative = any(here.line.folded[j] in lexicon.relatives for j in range(here.who.first, i))
    return word in verbal & lexicon.clause_words and word not in lexicon.prepositions and not relative


def hypothetical(here: Setting) -> bool:
    """Return whether somebody says something only in a case, or says it to anybody: if they say so; airlines tell you."""
    line, who, cue, speech = here.line, here.who, here.cue, here.speech
    if here.place != HEAD or not speech.things_do or here.quoted:
        return False
    before = line.low[who.first - 1] if who.first and not line.breaks(who.first) else ""
    anybody = cue.kind in ("tell", "call") and cue.last < here.last and line.low[cue.last] in speech.anybody
    return before in speech.hypothetical or anybody


def aside(here: Setting) -> bool:
    """Return whether a clause behind a comma attributes nothing, for no one surely speaks: For larger teams, X offers."""
    line, who = here.line, here.who
    if here.place != TAIL or here.rule != "subject-verb" or not here.speech.things_do or here.able == SURE:
        return False
    return line.quoted[who.first - 1] < 0 and not _past(here) and (
        line.low[here.cue.last - 1] not in here.speech.plain)  # fmt: skip


def names_only(here: Setting) -> bool:
    """Return whether a verb behind a comma is none of saying, for what stands behind it may be its object: …, ask X.

    Behind a quotation, and where one who surely speaks follows a verb that is no plain form, it is one.
    """
    line, cue = here.line, here.cue
    if here.place != TAIL or here.rule != "inverted" or not here.speech.things_do:
        return False
    if line.low[cue.last - 1] in here.speech.plain:
        return False
    if line.quoted[cue.group - 1] >= 0:
        return not _closed(line, cue.group)
    noun = line.low[cue.last - 1] in here.speech.homographs or line.capital(cue.first)
    return cue.base or noun or here.able != SURE


def _closed(line: Line, at: int) -> bool:
    """Return whether the quotation before word `at` ends with a mark, inside or out, as words do that somebody says."""
    return any(c in ",!?.…—–" for c in line.text[line.end[at - 1] : line.start[at]])


def _said(here: Setting) -> bool:
    """Return whether a clause or a quotation behind the verb shows that something is said."""
    line, cue, last, lexicon = here.line, here.cue, here.last, here.lexicon
    if here.that or here.colon or bare(line, here.end, last, lexicon):
        return True
    return here.quoted and subjects.near_quote(line, cue.last, last, lexicon)


def _past(here: Setting) -> bool:
    """Return whether a verb tells what was done: asked, had asked."""
    forms = here.lexicon.forms.get(here.line.low[here.cue.first], ())
    return any("past" in form.slots for form in forms)


def _object_follows(here: Setting) -> bool:
    """Return whether what stands right behind the verb may be its object: no preposition, no conjunction, no break."""
    line, at, lexicon = here.line, here.cue.last, here.lexicon
    if at >= here.last or line.breaks(at):
        return False
    word = line.folded[at]
    if line.low[at] in here.speech.addressee_linking:
        return True
    shut = lexicon.prepositions | lexicon.conjunctions | lexicon.auxiliaries | lexicon.passive | lexicon.bars
    return word not in shut - lexicon.determiners
