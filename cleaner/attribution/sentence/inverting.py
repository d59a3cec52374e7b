"""The subject that stands behind its verb: “…”, said Jane Doe; …, a réagi à Paris le maire; …, annonce Europol.

Owns which of two phrases around a verb is its subject. What is said is decided elsewhere.
"""

from __future__ import annotations

from cleaner.attribution.cues.agreeing import agrees
from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.people.strangers import anyone, stranger
from cleaner.attribution.sentence import orders
from cleaner.attribution.speaker import adjuncts, beyond, subjects
from cleaner.attribution.words.pack import Lexicon

MAX_OBJECT = 24
"""So many words stand between a subject that opens a sentence and its verb at most."""
MIN_VERB = 4
"""A shorter word that ends like a verb is mostly none."""


def keeps(line: Line, cue: Cue, who: Who | None, last: int, cast: Cast) -> bool:
    """Return whether a phrase that opens the sentence is the subject whatever stands behind the verb."""
    lexicon = cast.lexicon
    if who is None or not lexicon.speech.far_subjects:
        return who is not None
    if _between_commas(line, cue, last, lexicon):
        return False
    has_object = cue.after < last and line.folded[cue.after] in lexicon.determiners
    return who.institution or bool(who.pronoun) or bool(who.joint) or known(who, cast) or has_object


def ahead(line: Line, cue: Cue, first: int, cast: Cast) -> Who | None:
    """Return the subject that opens a sentence whose object stands before the verb: ГИБДД, впрочем, это отрицает."""
    lexicon = cast.lexicon
    if not lexicon.speech.gendered_verbs or cue.gerund or cue.group <= first:
        return None
    who = front(line, first, cue.group, cast)
    if who is None or not (who.name or who.pronoun) or not 0 < cue.group - who.last <= MAX_OBJECT or (
            not orders.may_be_subject(line, who, cast) or not agrees(line, cue, who, cast)):  # fmt: skip
        return None
    if not (who.institution or who.noun or who.pronoun or who.last in line.titled or known(who, cast)):
        return None
    start = cue.group
    while start > who.last and not line.breaks(start):
        start -= 1
    verbs = (line.low[i] for i in range(start, cue.group) if line.folded[i] not in lexicon.adverbs
             and not line.capital(i) and i not in line.cases)  # fmt: skip
    return None if any(len(w) > MIN_VERB and w.endswith(lexicon.speech.strange_endings) for w in verbs) else who


def behind(
    line: Line, cue: Cue, who: Who | None, first: int, last: int, cast: Cast, framed: bool = False
) -> Who | None:
    """Return the subject behind a verb; None where there is none, or `who` before the verb is the better one.

    `framed`: verb and subject stand between commas, so that nothing before them is the subject.
    """
    lexicon = cast.lexicon
    far = bool(lexicon.speech.far_subjects)
    plain = line.quoted[cue.group - 1] < 0
    at = adjuncts.past_addressee(line, cue.last, last, cast)
    found = phrases.after(line, at, last, cast)
    if found and far and line.low[found.first] in lexicon.speech.complementizers:
        found = beyond.asides(line, cue.last, last, cast)
    if found is None and far and not (plain and known(who, cast)):
        at = adjuncts.past_adjuncts(line, cue.last, last, lexicon)
        clause = at < last and line.low[at] in lexicon.speech.complementizers
        found = phrases.after(line, at, last, cast) if at > cue.last and not clause else None
    if far and not (plain and known(who, cast)) and (found is None or beyond.stressed(line, found, last, lexicon)):
        found = beyond.asides(line, cue.last, last, cast)
    if found and who and plain and far and not framed and not _stronger(line, cue, found, who, last, cast) and (
            subjects.opens(line, who, first, lexicon) or found.type == "document" or found.last < last):  # fmt: skip
        found = beyond.asides(line, cue.last, last, cast)
    if found is None and at < last and not line.breaks(at) and not plain:
        found = anyone(line, at, last, cast) if lexicon.speech.strangers else stranger(line, at, last, cast)
    bare = found is not None and found.type == "document" and bool(lexicon.speech.pro_drop) and plain and (
        line.role == "body" and found.last < last)
    if found and bare and not (line.folded[found.first] in lexicon.determiners or line.capital(found.first)):
        return None  # minaccia esposti
    if found and far and found.type == "document" and any(line.breaks(i) for i in range(cue.last + 1, found.first + 1)):
        return None
    return found if orders.may_be_subject(line, found, cast) else None


def _stronger(line: Line, cue: Cue, found: Who, before: Who, last: int, cast: Cast) -> bool:
    """Return whether a phrase behind a verb is its subject rather than the one before it, with no quotation between."""
    lexicon = cast.lexicon
    aside = cue.kind in ("say", "report") and found.last < last and line.gap[found.last] in ",;" and (
        line.folded[found.last] not in lexicon.relatives | lexicon.conjunctions)  # fmt: skip
    if aside and found.noun and not before.pronoun:
        return True
    named = bool(found.name and found.name[0].isupper()) or found.institution
    strange = before.type == "organisation" and not before.institution and bool(found.noun)
    return (named or strange) and not known(before, cast) and not before.institution


def _between_commas(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> bool:
    """Return whether a verb between commas has nothing but one phrase behind it: …, a indiqué la présidence, …"""
    if cue.kind not in ("say", "report") or line.gap[cue.group] != ",":
        return False
    end = next((i for i in range(cue.after + 1, min(last, cue.after + 9)) if line.breaks(i)), last)
    return end < last and line.gap[end] in ",;" and line.folded[end] not in lexicon.relatives | lexicon.conjunctions


def final(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return who says the words between him and a verb that ends its clause: wo Fans „…“ riefen; der X „…“ nannte."""
    lexicon = cast.lexicon
    quote = cue.group - 1
    ends = cue.last >= last or line.breaks(cue.last)
    if not lexicon.speech.verb_second or not ends or line.quoted[quote] < 0 or line.gap[cue.group] != " ":
        return None
    start = quote
    while start > first and line.quoted[start - 1] == line.quoted[quote]:
        start -= 1
    opens = start - 1
    while opens > first and not line.breaks(opens) and start - opens < MAX_OBJECT:
        opens -= 1
    if opens <= first or line.gap[opens] != "," or line.folded[opens] not in lexicon.clause_words | lexicon.relatives:
        return None
    hangs = line.folded[opens] in lexicon.relatives
    who = phrases.before(line, first, opens, cast) if hangs else phrases.after(line, opens + 1, start, cast)
    who = who or (None if hangs else stranger(line, opens + 1, start, cast, bare=True))
    if who is None or not (who.name or who.pronoun) or not agrees(line, cue, who, cast):
        return None
    return Attribution(who, cue._replace(kind="say"), HEAD, opens, start, "verb-final", 0.8, "statement")
