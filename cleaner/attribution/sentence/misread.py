"""Words that only look like a speaker with a verb of saying: trust signals; an add-on; the team keeps clients informed.

Owns what shows so in the phrase before the verb and in the words around both. A language asks for it by the verbs it
states in `things_do`.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import among
from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN
from cleaner.attribution.nesting.found import HEAD
from cleaner.attribution.people.able import SURE
from cleaner.attribution.sentence.doubting import closed, said
from cleaner.attribution.sentence.setting import Setting

MAX_CONTRACTED: Final = 2
"""A pronoun and what is contracted with it are so many words: I’d."""

MAX_BEFORE: Final = 3
"""A preposition stands so many words before the noun that it leads to: from several new clients."""


def noun_of_verb(here: Setting) -> bool:
    """Return whether a form that is a noun too is one here: trust signals matter; Lecture notes on; claims courts.

    After a bare noun it always is in a running text; after a name unless what follows can only be its object.
    """
    line, cue = here.line, here.cue
    if cue.auxiliary or line.low[cue.last - 1] not in here.speech.homographs:
        return False
    if here.place != HEAD:
        return here.rule == "subject-verb" and line.quoted[here.who.first - 1] < 0 and _bare_noun(here)
    if _determined(here):
        return True
    if cue.base and line.gap[cue.group - 1] == HYPHEN:
        return True  # instructors of mindfulness-based stress reduction
    if said(here) and (here.able == SURE or not _labels(here)):
        return False
    if _bare_noun(here) or (_modified(here) and not _sure_object(here)):
        return True
    if here.rule == "carried":
        return not _sure_object(here)
    return here.able != SURE and (line.capital(cue.first) or not _sure_object(here))


def _determined(here: Setting) -> bool:
    """Return whether who seems to speak is the determiner of a noun: some notes about it; one of the main reasons.

    Not: one says; one of the ministers states that.
    """
    line, cue, who, ends = here.line, here.cue, here.who, here.speech.plural_endings
    if who.last != cue.group or cue.base:
        return False
    if who.last - who.first > 2 and line.low[who.first] in here.speech.partitives:
        of = line.folded[who.first + 1] in here.lexicon.linking
        return of and line.low[cue.first].endswith(ends) and not line.low[who.last - 1].endswith(ends)
    that = cue.last < here.last and line.low[cue.last] in here.speech.complementizers and (
        line.low[who.first] in here.speech.indefinite)  # fmt: skip
    return who.last - who.first == 1 and not that and line.folded[who.first] in here.lexicon.determiners


def _labels(here: Setting) -> bool:
    """Return whether a form names what stands behind a colon, or leads to it by a preposition: Change requests: one."""
    line, at = here.line, here.cue.last
    if here.colon and line.quoted[here.end] < 0:
        return True
    return at < here.last and line.folded[at] in here.lexicon.prepositions


def _bare_noun(here: Setting) -> bool:
    """Return whether a noun without an article stands before a form that goes with one: client notes during calls."""
    line, who = here.line, here.who
    if not who.noun or who.pronoun or who.type == "group" or line.role == "title" or here.cue.base:
        return False
    named = any(line.capital(i) and i != here.first for i in range(who.first, who.last))
    return not named and line.folded[who.first] not in here.lexicon.determiners


def _modified(here: Setting) -> bool:
    """Return whether an adjective stands before the form, and who seems to speak further off: X supports new voices."""
    line, who, lexicon = here.line, here.who, here.lexicon
    at = who.last - 1
    if here.cue.base or who.pronoun or at == who.first or line.capital(at) or at + 1 != here.cue.group:
        return False
    led = any(line.folded[i] in lexicon.prepositions for i in range(who.first, at))
    return not led and lexicon.nouns.at(line.folded, at, at + 1) is None and line.folded[at] not in who.noun.split()


def _sure_object(here: Setting) -> bool:
    """Return whether what stands right behind the verb can only be its object: a determiner, a pronoun, a number."""
    line, at, speech = here.line, here.cue.last, here.speech
    if at >= here.last or line.breaks(at):
        return False
    return line.folded[at] in here.lexicon.determiners | here.lexicon.pronouns.keys() or line.low[at][0].isdigit() or (
        line.low[at] in (*speech.addressee_linking, *speech.object_pronouns))  # fmt: skip


def no_pronoun(here: Setting) -> bool:
    """Return whether what looks like a pronoun is the article of a noun, or asks whoever reads it: Dieser Kuchen; Sie.

    Only where nouns bear capitals, which no other pronoun does inside a sentence.
    """
    line, who = here.line, here.who
    if not here.speech.nouns_capitalised or who.last - who.first != 1:
        return False
    if not who.pronoun:
        return bool(who.noun) and not line.capital(who.first)  # wie oben erwähnt
    if line.low[who.first] in here.speech.second_pronouns and line.capital(who.first):
        return not any(first == who.first for first, _ in line.spans) and line.quoted[who.first - 1] < 0
    noun = who.last < len(line.low) and not line.breaks(who.last) and line.capital(who.last)
    return noun and line.folded[who.first] in here.lexicon.determiners


def cut_off(here: Setting) -> bool:
    """Return whether a verb is a part of another word, or opens brackets behind a noun: an add-on; a plan (called).

    A pronoun may hang on it: mostrou-se.
    """
    line, cue = here.line, here.cue
    if here.place != HEAD:
        return False
    behind = cue.last < len(line.low) and line.gap[cue.last] == HYPHEN and line.low[cue.last] not in here.speech.clitics
    tied = behind or line.gap[cue.group] == HYPHEN
    between = line.text[line.end[cue.group - 1] : line.start[cue.group]] if cue.group else ""
    return tied or (between.endswith("(") and here.who.last <= cue.group)


def participle(here: Setting) -> bool:
    """Return whether a form tells what is done to the noun before it: a file explained above; a book called “Roots”.

    Who calls something so states what: called the plan “a farce”; which he called “a farce”.
    """
    line, cue, who, lexicon = here.line, here.cue, here.who, here.lexicon
    forms = lexicon.forms.get(line.low[cue.first], ())
    if here.place != HEAD or cue.auxiliary or who.pronoun or not any("participle" in form.slots for form in forms):
        return False
    if here.speech.verb_second or any("present" in form.slots for form in forms):
        return False  # bestätigt is a form of both, and no participle follows its noun there
    if cue.kind == "label":
        if not who.noun or line.low[cue.last - 1] not in here.speech.naming:
            return False
        what = who.first and line.folded[who.first - 1] in lexicon.relatives | lexicon.clause_words
        return not what and cue.last < here.last and line.quoted[cue.last] >= 0
    suffers = who.type in ("document", "organisation") and among(cue.lemma, here.speech.things_do) and not said(here)
    return suffers and (cue.last >= here.last or line.breaks(cue.last) or line.folded[cue.last] in (
        lexicon.prepositions - lexicon.determiners - set(here.speech.addressee_linking)))  # fmt: skip


def torn(here: Setting) -> bool:
    """Return whether a phrase before a verb holds more than one: the team keeps their clients; a guest may.

    An owner or an indefinite article inside it that nothing leads to begins another, and so does what goes with a verb.
    A deed at its end has the form behind it for its object, or a participle beside it: an app for managing notes.
    """
    line, who = here.line, here.who
    if who.pronoun or who.joint:
        return False
    near = who.last >= here.cue.group or not here.lexicon.lemmas.nominative  # палата в отчёте от 2 октября заявила
    if near and who.last - who.first > 1 and line.folded[who.last - 1] in here.lexicon.prepositions and (
            line.low[who.last] not in here.speech.same and not line.capital(who.last - 1)):  # fmt: skip
        return True  # not: un portavoz del mismo
    if _asks(here) or _governed(here) or _does(here):
        return True
    deed = who.last - who.first > 2 and not line.capital(who.last - 1) and (
        line.low[who.last - 1].endswith((*here.speech.deed_endings, *here.speech.verb_endings))
        and line.folded[who.last - 2] in here.lexicon.prepositions)  # fmt: skip
    return deed or any(not line.breaks(i) and (_begins_another(here, i) or _goes_with_verb(here, i))
                       for i in range(who.first + 1, who.last))  # fmt: skip


def _asks(here: Setting) -> bool:
    """Return whether a verb of being stands before the phrase, whose participle follows it: is the plan recommended?"""
    line, first, cue = here.line, here.who.first, here.cue
    if cue.auxiliary or not first or line.breaks(first) or here.place != HEAD or (
            line.low[cue.last - 1] in here.speech.plain):  # fmt: skip
        return False
    participle = any("participle" in form.slots for form in here.lexicon.forms.get(line.low[cue.first], ()))
    return participle and line.folded[first - 1] in here.lexicon.passive


def _governed(here: Setting) -> bool:
    """Return whether a preposition leads to several, of whom a verb of one does not tell: notes from users informs.

    Asked where the verb itself tells one from several.
    """
    line, who, cue, lexicon = here.line, here.who, here.cue, here.lexicon
    if not here.speech.base_is_plural or cue.auxiliary or cue.base:
        return False
    if here.place != HEAD or not who.first or line.breaks(who.first):
        return False
    agrees = line.low[cue.first].endswith(here.speech.plural_verb_endings or "\n")
    present = not agrees and any("present" in form.slots for form in lexicon.forms.get(line.low[cue.first], ()))
    several = line.low[who.last - 1].endswith(here.speech.plural_endings) and not (
        line.capital(who.last - 1) or who.type != "group")  # fmt: skip
    near = range(who.first - 1, max(here.first, who.first - MAX_BEFORE) - 1, -1)
    led = next((i for i in near if line.breaks(i + 1) or line.folded[i] in lexicon.prepositions), who.first)
    return present and several and not line.breaks(led + 1) and (
        line.folded[led] in lexicon.prepositions - lexicon.as_words)  # fmt: skip


def _does(here: Setting) -> bool:
    """Return whether a phrase is what one does, or is the subject of a verb behind: keeping users informed is hard."""
    line, who, cue, lexicon = here.line, here.who, here.cue, here.lexicon
    if here.place != HEAD or cue.kind == "refuse" or line.low[cue.last - 1] in here.speech.plain or said(here):
        return False
    if cue.kind == "tell" and cue.last < here.last and not line.breaks(cue.last) and (
            line.folded[cue.last] in (lexicon.passive | lexicon.bars) & lexicon.clause_words - lexicon.prepositions):
        return True
    deed = line.low[who.first].endswith(here.speech.deed_endings) and who.first not in line.name_at
    return deed and who.last - who.first > 1 and not line.capital(who.first + 1)


def _begins_another(here: Setting, i: int) -> bool:
    """Return whether word i inside a phrase begins another one, for nothing leads to it: the team keeps their."""
    speech, lexicon, before = here.speech, here.lexicon, here.line.folded[i - 1]
    if here.line.low[i] in speech.first_pronouns and not lexicon.prepositions & {before}:
        return True
    if lexicon.lemmas.nominative:
        return False  # where nouns have cases, an owner's is one: der Sprecher seiner Partei
    elided = here.line.gap[i] == APOSTROPHE  # quelqu’un
    owns = not elided and not here.line.capital(i) and here.line.low[i] in (*speech.possessives, *speech.indefinite[:2])
    leads = lexicon.prepositions | lexicon.conjunctions | lexicon.determiners | lexicon.clause_words | lexicon.adverbs
    return owns and before not in leads and not before.endswith(speech.deed_endings)


def _goes_with_verb(here: Setting, i: int) -> bool:
    """Return whether word i inside a phrase is one that goes with a verb: AI can help patients; a guest may."""
    word, lexicon = here.line.folded[i], here.lexicon
    verbal = lexicon.passive | lexicon.bars
    verbal = verbal | lexicon.auxiliaries if i < here.who.last - 1 else verbal
    relative = any(here.line.folded[j] in lexicon.relatives for j in range(here.who.first, i))
    if here.line.capital(i):
        return False
    return word in verbal & lexicon.clause_words and word not in lexicon.prepositions and not relative


def parted(here: Setting) -> bool:
    """Return whether who seems to speak stands apart from the verb, or is the writer: a workspace—states that; I’d say.

    A noun behind words set in quotation marks is none that says them: a “cancel anytime” policy.
    """
    line, who, cue = here.line, here.who, here.cue
    if who.pronoun:
        return False
    if line.low[who.first] in here.speech.first_pronouns and who.last - who.first <= MAX_CONTRACTED:
        return True
    if here.able == SURE:
        return False
    if here.rule == "quote-subject":
        return not closed(line, who.first)
    dashes = [i for i in range(who.last, cue.group + 1) if line.gap[i] == "–"]
    return here.place == HEAD and dashes == [cue.group]


def quoted_subject(here: Setting) -> bool:
    """Return whether a name in quotation marks does what a verb without a subject tells: o botão “Sync” garante."""
    line, at = here.line, here.cue.group
    if here.rule != "no-subject" or at == here.first or line.quoted[at - 1] < 0 or line.gap[at] != " ":
        return False
    return not closed(line, at)


def impersonal(here: Setting) -> bool:
    """Return whether a verb of saying is made impersonal by a pronoun that hangs on it: diz-se que o bolo é antigo."""
    line, at = here.line, here.cue.last
    if here.rule != "no-subject" or at >= here.last or line.gap[at] != HYPHEN:
        return False
    kinds = {form.kind for form in here.lexicon.forms.get(line.low[here.cue.first], ())}
    return line.low[at] in here.speech.reflexive_clitics and "say" in kinds and (here.that or here.quoted)


REASONS = (noun_of_verb, no_pronoun, cut_off, participle, torn, parted, quoted_subject, impersonal)
"""What speaks against a cue for how it and its speaker are written."""
