"""What stands between a subject and its verb: X, the head of Y, said; X, who left in May, said; X, of Z, said.

Owns the way back from a verb behind a comma, aside by aside, to the phrase they say more of. Reads the pack's words;
what a phrase stands for is decided in `people`.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.people import capitals, extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who, chosen, judge, known, with_apposition
from cleaner.attribution.words.pack import Lexicon

MAX_ASIDES = 5
"""No more asides are passed over."""
MAX_PLACE = 5
"""What says more of a place, and a noun before its bare name, have fewer words."""
MAX_NOMINAL = 16
"""An apposition has no more words."""


class Stretch(NamedTuple):
    """The words [first, end) before a cue, where its subject may stand; those before `previous` are another cue's."""

    line: Line
    cue: Cue
    first: int
    previous: int
    end: int
    cast: Cast


def crossed(before: Stretch) -> Who | None:
    """Return the subject of a verb behind a comma, the asides between them passed over one by one, the last first.

    Jane Doe, the mayor of Leeds, who won in May, said: first "who won in May", then "the mayor of Leeds". A phrase
    right before the verb that names a person (`named`) stands in where the way back leads nowhere.
    """
    stop = before.end
    named, alone = _beside_verb(before)
    for _ in range(MAX_ASIDES):
        start = _begin(before, stop)
        if _behind_colon(before, start):
            return named or _plain(before, start, stop)
        if led := _led_place(before, start, stop):
            stop = led
            continue
        if start < before.previous and not _clausal(before.line, start, before.cast.lexicon):
            return named  # these words belong to the cue before
        if _participle(before, start, stop):
            return None
        if start <= min(before.first, before.previous):
            return _leading(before, start, stop, named, alone)
        who, stop = _over(before, start, stop)
        if who:
            return who
    return named


def _begin(before: Stretch, stop: int) -> int:
    """Return where the aside that ends at word `stop` begins: behind the mark before it, brackets passed over."""
    line, first = before.line, before.first
    start = line.brackets.get(stop, stop) - 1
    while start > first and (not line.breaks(start) or start in line.bracketed):
        start = line.brackets.get(start, start) - 1
    return start


def _beside_verb(before: Stretch) -> tuple[Who | None, Who | None]:
    """Return the person whom an apposition right before the verb names, and whom its bare name tells if no one else.

    La présidente du groupe, Jane Doe, assure: Jane Doe. Le prestataire, Acme, assure: Acme.
    """
    line, _, first, _, end, cast = before
    start = _begin(before, end)
    if start <= first or line.gap[start] != "," or not nominal(line, start, end, cast):
        return None, None
    who = judge(line, start, end, cast)
    if who is None:
        return None, None
    bare = bool(cast.lexicon.speech.subjects_stated) and _named_noun(line, start, who, first)
    return who if who.type == "person" and known(who, cast) else None, who if bare else None


def _named_noun(line: Line, at: int, who: Who, first: int) -> bool:
    """Return whether a name alone between commas is that of the noun before it: Le prestataire, Acme, assure."""
    short = at - first <= MAX_PLACE and not any(line.breaks(i) or line.capital(i) for i in range(first + 1, at))
    return short and not who.noun and bool(who.name) and all(map(line.capital, range(who.first, who.last)))


def _behind_colon(before: Stretch, start: int) -> bool:
    """Return whether a colon, and so the clause itself, opens with word `start`: No rain yet: X, a farmer, says.

    Asked where a pack looks for subjects far away; what stands before the colon is none.
    """
    return bool(before.cast.lexicon.speech.far_subjects) and start > before.first and before.line.gap[start] == ":"


def _plain(before: Stretch, start: int, stop: int) -> Who | None:
    """Return who words [start, stop) stand for if they are one phrase without a verb."""
    line, cast = before.line, before.cast
    return phrases.before(line, start, stop, cast) if nominal(line, start, stop, cast) else None


def _led_place(before: Stretch, start: int, stop: int) -> int:
    """Return the word of the preposition whose place words [start, stop) say more of: of Mill Rise, Holmfirth; else 0.

    Works where a pack knows regions.
    """
    line, first, cast = before.line, before.first, before.cast
    lexicon = cast.lexicon
    if stop - start >= MAX_PLACE or not lexicon.speech.regions or line.gap[start] != ",":
        return 0
    if not all(map(line.capital, range(start, stop))):
        return 0
    mention = line.name_at.get(start)
    if (mention and cast.person(mention)) or lexicon.nouns.at(line.folded, start, stop):
        return 0
    at = start - 1
    while at > first and not line.breaks(at):
        at -= 1
    return at if at > first and line.folded[at] in lexicon.prepositions - lexicon.determiners else 0


def _clausal(line: Line, start: int, lexicon: Lexicon) -> bool:
    """Return whether a relative pronoun or a participle opens an aside: who left in May; asked about the plan."""
    return line.folded[start] in lexicon.relatives or any(
        f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[start], ()))  # fmt: skip


def _participle(before: Stretch, start: int, stop: int) -> bool:
    """Return whether the cue itself may be a participle behind the first phrase of a sentence: X, asked about it, …"""
    line, cue, lexicon = before.line, before.cue, before.cast.lexicon
    if start > before.first or not stop == before.end == cue.group or not lexicon.speech.verb_endings:
        return False
    return any("participle" in f.slots for f in lexicon.forms.get(line.low[cue.first], ()))


def _leading(before: Stretch, start: int, stop: int, named: Who | None, alone: Who | None) -> Who | None:
    """Return who the phrase that opens the sentence stands for, unless it has a verb: Jane Doe, the mayor, said."""
    line, cast = before.line, before.cast
    if not nominal(line, start, stop, cast):
        return named
    who = with_apposition(line, start, stop, cast)
    return (named or phrases.before(line, start, stop, cast) or alone) if who is None else who


def _over(before: Stretch, start: int, stop: int) -> tuple[Who | None, int]:
    """Return the phrase that the aside [start, stop) says more of, or none and where the search goes on."""
    line, first, cast = before.line, before.first, before.cast
    lexicon = cast.lexicon
    aside = _says_more(line, start, stop, lexicon)
    head = _head(before, start)
    if head is None:
        return None, start
    led = head.first > first and not line.breaks(head.first) and (
        line.folded[head.first - 1] in lexicon.prepositions - lexicon.determiners)  # fmt: skip
    if led and not aside and not any(extent.finite(line, i, lexicon) for i in range(start, stop)) and (
            who := judge(line, start, stop, cast)):  # fmt: skip
        return who, stop  # at a rally in Leeds, the mayor, beaming, said: Leeds is no subject
    if aside and led and lexicon.speech.regions and _place(head):
        return None, start
    if aside and _bare_role(before, head):
        return None, head.first
    if aside and lexicon.speech.clause_starts:
        head = before_aside(line, head, first, cast) or head
    if aside or nominal(line, start, stop, cast):
        return _told_twice(before, head, start, stop, aside), stop
    return None, start


def _says_more(line: Line, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether an aside is no name of its own but says more of the phrase before: who left; of Leeds."""
    return _clausal(line, start, lexicon) or line.folded[start] in lexicon.prepositions or (
        _described(line, start, stop, lexicon) or _office_alone(line, start, stop, lexicon))


def _head(before: Stretch, start: int) -> Who | None:
    """Return the phrase before an aside that a comma, a bracket or a dash sets apart, outside quotations."""
    line, _, first, previous, _, cast = before
    if line.gap[start] not in ",(–" or line.quoted[start - 1] >= 0:
        return None
    return phrases.before(line, previous if previous < start else first, start, cast)


def _place(who: Who) -> bool:
    """Return whether a phrase behind a preposition is the name of a place or a body: of Ohio, who said."""
    return who.type == "organisation" and not (who.institution or who.noun)


def _bare_role(before: Stretch, head: Who) -> bool:
    """Return whether a phrase is itself an aside, a role without article: X, partie civile, qui obtient, a salué."""
    line, first, cast = before.line, before.first, before.cast
    if head.first <= first or line.gap[head.first] != "," or not head.noun or not cast.lexicon.speech.subjects_stated:
        return False
    return not known(head, cast) and not (
        line.folded[head.first] in cast.lexicon.determiners or line.capital(head.first))  # fmt: skip


def _told_twice(before: Stretch, head: Who, start: int, stop: int, aside: bool) -> Who | None:
    """Return the one of a phrase and of what stands behind its comma that names somebody: der Betreiber, die X GmbH."""
    line, cast = before.line, before.cast
    named_so = bool(cast.lexicon.speech.verb_second) and line.capital(stop - 1)
    besides = None if aside and not named_so else judge(line, start, stop, cast)
    if besides and besides.type == "person" and known(besides, cast) and (
            line.low[head.first] in cast.lexicon.speech.indefinite):  # fmt: skip
        return besides._replace(first=head.first)  # a neighbour, Jane Doe, said
    return chosen(head, besides, cast)


def _described(line: Line, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether an aside says who somebody is, with a relative clause of its own: a Republican who is thought."""
    if line.low[start] not in lexicon.speech.indefinite:
        return False
    word = next((line.low[i] for i in range(start + 1, min(stop, start + extent.MAX_PHRASE))
                 if line.folded[i] in lexicon.clause_words - lexicon.inner), "")  # fmt: skip
    return word in lexicon.speech.subject_relatives


def _office_alone(line: Line, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether an aside begins with an office: Rui Prado, porta-voz da frente que junta os sindicatos, disse."""
    if not lexicon.speech.far_subjects or line.capital(start):
        return False
    hit = lexicon.nouns.at(line.folded, start + (line.low[start] in lexicon.definite), stop)
    return hit is not None and hit[1] in ("person", "leader", "group") and any(
        line.folded[i] in lexicon.relatives for i in range(start, stop))  # fmt: skip


def before_aside(line: Line, who: Who | None, first: int, cast: Cast) -> Who | None:
    """Return the person before the comma where a phrase only says what that person is: Jane Doe, a farmer, who."""
    if who is None or known(who, cast) or who.first <= first or line.gap[who.first] != ",":
        return who
    at = who.first
    at -= cast.lexicon.speech.clause_starts != () and line.low[at - 1].isdigit() and line.gap[at - 1] == ","
    names = (line.name_at[i] for i in range(max(first, at - 8), at) if i in line.name_at)
    named = next((m for m in names if line.word_at(m.end) == at), None)
    person = cast.person(named) if named else None
    if named is None or person is None:
        return who
    if cast.lexicon.speech.clause_starts:
        who = who._replace(first=line.word_at(named.title_start), last=line.word_at(named.end))
    return who._replace(name=person.name, type="person", pronoun="", hint="")


def nominal(line: Line, start: int, stop: int, cast: Cast) -> bool:
    """Return whether words [start, stop) look like an apposition: no verb, no conjunction."""
    lexicon = cast.lexicon
    aged = line.low[start].isdigit() and start + 1 < stop and line.gap[start + 1] == HYPHEN
    if stop - start > MAX_NOMINAL or (line.low[start].isdigit() and not aged):
        return stop - start == 1
    if any(extent.finite(line, i, lexicon) for i in range(start, stop)):
        return False
    if lexicon.speech.nouns_capitalised and capitals.interrupted(line, start, stop, lexicon):
        return False
    return not any(line.folded[i] in lexicon.clause_words and not (
        lexicon.speech.pro_drop and i in line.covered and line.capital(i)) and not (
        line.folded[i] in lexicon.prepositions and i + 1 < stop and line.low[i + 1].isdigit())
        for i in range(start, stop))  # fmt: skip
