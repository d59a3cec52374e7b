"""The subject behind a verb of saying that closes what is said: Le texte sera retiré, a annoncé son cabinet.

Owns the order of a language in which no verb goes without its subject (`subjects_stated`), so that a verb behind a
comma has it behind, unless that comma only closes an aside. What is said is decided elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import FINITE, Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.speaker import adjuncts, beyond
from cleaner.attribution.words.pack import Lexicon

MAX_BEFORE: Final = 120
"""What stands before the verb is looked at for so many words at most."""
_KINDS: Final = ("say", "report", "mark")


def subject(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Who | None:
    """Return the subject behind a verb that stands behind a clause of its own and a comma; None where none does."""
    lexicon = cast.lexicon
    if not lexicon.speech.subjects_stated or cue.kind not in _KINDS or cue.gerund or cue.negated or cue.group <= first:
        return None
    if line.gap[cue.group] != "," and line.quoted[cue.group - 1] < 0:
        return None
    if line.quoted[cue.group - 1] < 0 and line.low[cue.group] in lexicon.speech.prepositions:
        return None  # contre l'avis du maire
    if cue.after >= last or line.quoted[cue.after] >= 0 or not _clause(line, first, cue.group, lexicon):
        return None
    who = _behind(line, cue, last, cast)
    if who is None or not (who.name or who.pronoun) or not _closes(line, who.last, last, lexicon):
        return None
    return who if _agree(line, cue, who, lexicon) else None


def _behind(line: Line, cue: Cue, last: int, cast: Cast) -> Who | None:
    """Return the phrase behind the verb, over whom it told and over adjuncts."""
    lexicon = cast.lexicon
    at = adjuncts.past_addressee(line, cue.after, last, cast)
    if at >= last or line.low[at] in lexicon.speech.complementizers:
        return None
    who = phrases.after(line, at, last, cast)
    if who is None or beyond.stressed(line, who, last, lexicon):
        over = adjuncts.past_adjuncts(line, cue.after, last, lexicon)
        who = phrases.after(line, over, last, cast) if over > at and over < last else None
        at = over if who else at
    if who is None and not line.breaks(at):
        who = stranger(line, at, last, cast)
    return who or beyond.asides(line, cue.after, last, cast)


def _clause(line: Line, first: int, group: int, lexicon: Lexicon) -> bool:
    """Return whether what stands before a verb at word `group` is a clause, and no subject with an aside in commas."""
    stop = group
    commas = 0
    for i in range(group - 1, max(first, group - MAX_BEFORE) - 1, -1):
        if line.quoted[i] >= 0:
            if _predicate(line, i, first, lexicon):
                return True
            continue
        if i > first and line.gap[i] not in ",;:.(–":
            continue
        if _own_verb(line, i, stop, lexicon):
            return True
        if line.gap[i] in ";:." and i > first:
            return not commas
        stop = i
        commas += i > first
    led = line.folded[first] in lexicon.prepositions | lexicon.openers or any(
        "participle" in f.slots for f in lexicon.forms.get(line.low[first], ()))  # fmt: skip
    closed = line.quoted[group - 1] >= 0 and "," not in line.text[line.end[group - 1] : line.start[group]]
    return not commas and not led and not closed and line.quoted[first] < 0


def _predicate(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a quotation begins with word i and a verb of the words before it: le patron « n'exclut rien »."""
    if i <= first or line.quoted[i - 1] >= 0 or line.gap[i] != " ":
        return False
    word = line.low[i]
    verb = word in lexicon.speech.negating_clitics or word in lexicon.speech.auxiliaries or (
        word in lexicon.speech.passive_auxiliaries)  # fmt: skip
    return verb and line.folded[i - 1] not in lexicon.determiners | lexicon.prepositions


def _own_verb(line: Line, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether words [start, stop) hold a verb that no relative clause has, as far as words show it."""
    speech = lexicon.speech
    hung = lexicon.relatives | (lexicon.clause_words - lexicon.inner - lexicon.determiners)
    finite = {*speech.auxiliaries, *speech.passive_auxiliaries, *speech.bars} - {*speech.prepositions}
    subjects = ("man", "woman", "plural", "nobody")
    for i in range(start, stop):
        if line.quoted[i] >= 0:
            continue
        word = line.low[i]
        if word in finite or (lexicon.pronouns.get(word) in subjects and i + 1 < stop):
            return True
        if i == start and i > 0 and word in speech.sibling_words and word not in lexicon.conjunctions:
            return True
        if line.folded[i] in (hung if i == start else lexicon.relatives):
            return False
        listed = i > start and i not in line.covered and any(
            f.slots & FINITE and len(f.words) == 1 for f in lexicon.forms.get(line.low[i], ()))  # fmt: skip
        if listed and line.folded[i - 1] not in lexicon.determiners | lexicon.prepositions:
            return True
    return False


def _closes(line: Line, end: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether nothing but adjuncts, or a clause about the subject, follows it."""
    if end >= last or line.breaks(end):
        return end >= last or line.quoted[end] < 0
    word = line.folded[end]
    light = lexicon.prepositions | lexicon.adverbs | lexicon.times | lexicon.relatives | lexicon.conjunctions
    return word in light or line.low[end].isdigit() or any(
        f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[end], ()))  # fmt: skip


def _agree(line: Line, cue: Cue, who: Who, lexicon: Lexicon) -> bool:
    """Return whether the ending of a verb and the first word of a phrase are both of one or of several."""
    speech = lexicon.speech
    verb = line.low[cue.group]
    if verb in speech.clitics:
        verb = line.low[next((i for i in range(cue.group, cue.last) if line.low[i] not in speech.clitics), cue.group)]
    plural = verb.endswith(speech.plural_verb_endings or "\n")
    if plural and verb.endswith(speech.singular_verb_endings or "\n"):
        return True
    opens = line.low[who.first]
    several = who.type == "group" or bool(who.joint)
    if plural:
        return several or opens in speech.articles_plural
    return not (opens in speech.articles_plural or (bool(who.joint) and len(who.joint) > 1))

