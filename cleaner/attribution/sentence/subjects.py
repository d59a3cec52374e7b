"""Who stands with a cue: its subject over asides and relative clauses, who is meant by "one".

Owns the search around one cue. What the claim then covers is decided elsewhere.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.people import apposition, capitals, cases, extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who, chosen, judge, known, with_apposition
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.people.trail import front
from cleaner.attribution.sentence import adjuncts
from cleaner.attribution.sentence.cues import Cue
from cleaner.attribution.words.pack import Lexicon

MAX_ANTECEDENT = 8
"""The phrase that a relative pronoun takes up has fewer words."""
MAX_TITLE = 5
"""A quotation of so many words, with no mark before it, may be a title."""


def opens(line: Line, who: Who, first: int, lexicon: Lexicon) -> bool:
    """Return whether a speaker opens the sentence, or does so behind an adjunct: At a rally, X, the head of Y, said."""
    if who.first == first or (who.first == first + 1 and line.folded[first] in lexicon.openers):
        return True
    return first < who.first < first + adjuncts.MAX_ADJUNCTS and line.gap[who.first] == "," and (
        line.folded[first] in lexicon.prepositions and not any(
            line.breaks(i) or line.quoted[i] >= 0 or any("past" in f.slots for f in lexicon.forms.get(line.low[i], ()))
            for i in range(first + 1, who.first)))  # fmt: skip


def somewhere(line: Line, at: int, last: int, cast: Cast, written: bool = False, several: bool = False) -> Who | None:
    """Return the body or sources behind an impersonal verb: assure-t-on à l'Élysée, appris de source policière.

    `written`: a document will do, as where it says in the report.
    """
    lexicon = cast.lexicon
    places = lexicon.somewhere | lexicon.somewhere_plural if several or written else lexicon.somewhere
    places = lexicon.prepositions if written or not (lexicon.somewhere or lexicon.somewhere_plural) else places
    types = ("group", "organisation", "document") if written else ("group", "organisation")
    for i in range(at, min(at + 4, last - 1)):
        if line.breaks(i):
            return None
        if line.folded[i] in places and (lexicon.somewhere or line.folded[i] not in lexicon.adverbs - lexicon.inner):
            who = phrases.after(line, i + 1, last, cast) or phrases.quoted_name(line, i + 1, last, cast, bare=True)
            bare = who and not (several or written or who.institution or who.noun) and bool(lexicon.somewhere_plural)
            if who and not bare and (who.type in types or lexicon.sourced.at(line.folded, i, last)):
                return who
    return None


def subject(line: Line, number: int, cue: Cue, first: int, previous: int, cast: Cast) -> Who | None:
    """Return who the phrase before the cue stands for; asides and relative clauses between are passed over."""
    lexicon = cast.lexicon
    end = extent.skip_back(line, first, cue.group, lexicon)
    if line.breaks(cue.group) and not line.breaks(end):
        end = cue.group
    if (who := _citing(line, first, end, previous, cast)) is not None:
        return who
    end = cases.past_governed(line, first, end, lexicon) if lexicon.speech.declensions else end
    glued = first < end < len(line.low) and end == cue.group and line.gap[end] == " " and line.quoted[end - 1] >= 0
    if glued and (quoted := phrases.before(line, first, end, cast)):
        return quoted
    bracketed = end in line.bracketed and line.gap[cue.group] in "(–"
    if end > first and line.folded[end - 1] in lexicon.conjunctions | set(lexicon.speech.sibling_words):
        return None
    relative = end > first and line.folded[end - 1] in lexicon.relatives and not line.breaks(cue.group)
    relative = relative or (bool(lexicon.speech.clause_starts) and end > first and not line.breaks(cue.group) and (
        line.low[end - 1] in lexicon.speech.complementizers))  # fmt: skip
    if relative:
        at = end - 1
        stop = line.spans[number][1]
        clause = (*lexicon.speech.complementizers, *lexicon.speech.said_infinitives)
        behind = (cue.last, adjuncts.past_adjuncts(line, cue.last, stop, lexicon))
        that = any(i < stop and line.low[i] in clause for i in behind)
        that = that or (bool(lexicon.speech.clause_starts) and line.low[cue.last - 1] in lexicon.speech.plain)
        if not that and not near_quote(line, cue.last, line.spans[number][1], lexicon):
            return None
        who = before_aside(line, phrases.before(line, previous, at, cast), first, cast) if at > previous else None
        far = who is None or not (known(who, cast) or line.folded[who.first] in lexicon.determiners)
        if lexicon.speech.far_subjects and line.gap[at] == "," and far:
            told = lexicon.speech.subjects_stated and any(
                line.low[i] in lexicon.speech.told_pronouns for i in range(at + 1, cue.last))
            told_by = who or (_antecedent(line, at, first, cast) if told else None)
            return told_by if told and told_by else front(line, first, at, cast)
        return who or (_antecedent(line, at, first, cast) if line.low[at] in lexicon.speech.thing_relatives else None)
    if end > first and end < len(line.low) and (bracketed or not line.breaks(end)):
        who = phrases.before(line, first if previous <= first else previous, end, cast) if end > previous else None
        owned = who is not None and who.first > first and not line.breaks(who.first) and (
            line.low[who.first - 1] in lexicon.speech.possessives)  # fmt: skip
        if who and who.type == "organisation" and not who.institution and _hangs(line, who.first, first, lexicon):
            leads = front(line, first, who.first, cast)
            who = leads if leads and (leads.noun or leads.type == "group" or known(leads, cast)) else who
        return None if owned else who
    # the cue stands behind a comma: an apposition or a relative clause may stand between it and its subject
    if cue.gerund or end <= first or line.gap[end] not in ",(–" or (
            line.quoted[end - 1] >= 0 and not _embedded(line, end - 1, first)):  # fmt: skip
        return None
    if lexicon.speech.clause_starts and cue.group in line.brackets:
        at = first + (line.folded[first] in lexicon.openers)
        if (pair := apposition.listed(line, at, cue.group, cast)) and pair.last in (end, cue.group):
            return pair  # Sens. X, R-Ariz., and Y, D-Nev., said
    comma = next((i for i in range(first + 1, end) if line.breaks(i)), end)
    if lexicon.speech.subjects_stated and line.gap[comma] == "," and comma < end and (
            pair := apposition.listed(line, comma, cue.group, cast)) and pair.last in (end, cue.group):  # fmt: skip
        return pair._replace(first=first)  # les deux rapporteurs, X (LR) et Y (PS), estiment
    stop = end
    named: Who | None = None
    alone: Who | None = None
    for _ in range(5):
        start = line.brackets.get(stop, stop) - 1
        while start > first and (not line.breaks(start) or start in line.bracketed):
            start = line.brackets.get(start, start) - 1
        if stop == end and start > first and line.gap[start] == "," and _nominal(line, start, stop, cast):
            named = judge(line, start, stop, cast)
            stated = bool(lexicon.speech.subjects_stated)
            alone = named if named and stated and _named_noun(line, start, named, first) else None
            named = named if named and named.type == "person" and known(named, cast) else None
        if lexicon.speech.far_subjects and line.gap[start] == ":" and start > first:
            return named or (phrases.before(line, start, stop, cast) if _nominal(line, start, stop, cast) else None)
        if stop - start < MAX_TITLE and (led := _led_place(line, start, stop, first, cast)):
            stop = led
            continue
        hangs = line.folded[start] in lexicon.relatives or any(
            f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[start], ()))  # fmt: skip
        if start < previous and not hangs:
            return named
        if (
            start <= first
            and stop == end == cue.group
            and lexicon.speech.verb_endings
            and _participle(line, cue, lexicon)
        ):
            return None
        if start <= previous and start <= first:
            if not _nominal(line, start, stop, cast):
                return named
            who = with_apposition(line, start, stop, cast)
            return (named or phrases.before(line, start, stop, cast) or alone) if who is None else who
        aside = line.folded[start] in lexicon.relatives or line.folded[start] in lexicon.prepositions or any(
            f.slots & {"gerund", "participle"} for f in lexicon.forms.get(line.low[start], ()))  # fmt: skip
        aside = aside or _described(line, start, stop, lexicon) or _office_alone(line, start, stop, lexicon)
        before_ = (
            phrases.before(line, previous if previous < start else first, start, cast)
            if line.gap[start] in ",(–" and line.quoted[start - 1] < 0
            else None
        )
        led = before_ is not None and before_.first > first and not line.breaks(before_.first) and (
            line.folded[before_.first - 1] in lexicon.prepositions - lexicon.determiners)  # fmt: skip
        verbal = any(extent.finite(line, i, lexicon) for i in range(start, stop))
        if led and not aside and not verbal and (who := judge(line, start, stop, cast)):
            return who
        place = led and before_ is not None and before_.type == "organisation" and not (
            before_.institution or before_.noun)  # fmt: skip
        if aside and place and lexicon.speech.regions:
            stop = start
            continue
        bare = before_ is not None and before_.first > first and line.gap[before_.first] == "," and bool(before_.noun)
        if aside and bare and before_ and lexicon.speech.subjects_stated and not known(before_, cast) and (
                line.folded[before_.first] not in lexicon.determiners and not line.capital(before_.first)):  # fmt: skip
            stop = before_.first  # X, partie civile, qui obtient réparation, a salué
            continue
        if aside and lexicon.speech.clause_starts:
            before_ = before_aside(line, before_, first, cast)
        if before_ is not None and (aside or _nominal(line, start, stop, cast)):
            named_so = bool(lexicon.speech.verb_second) and line.capital(stop - 1)  # der Betreiber, die X GmbH, wies
            besides = None if aside and not named_so else judge(line, start, stop, cast)
            if besides and besides.type == "person" and known(besides, cast) and (
                    line.low[before_.first] in lexicon.speech.indefinite):  # fmt: skip
                return besides._replace(first=before_.first)
            return chosen(before_, besides, cast)
        stop = start
    return named


def _named_noun(line: Line, at: int, who: Who, first: int) -> bool:
    """Return whether a name alone between commas is that of the noun before it: Le prestataire, Acme, assure."""
    short = at - first <= MAX_TITLE and not any(line.breaks(i) or line.capital(i) for i in range(first + 1, at))
    return short and not who.noun and bool(who.name) and all(map(line.capital, range(who.first, who.last)))


def _antecedent(line: Line, at: int, first: int, cast: Cast) -> Who | None:
    """Return the phrase, whatever its noun, that the relative at word `at` takes up: the carriers, which argue."""
    for start in range(at - 1, max(first, at - MAX_ANTECEDENT) - 1, -1):
        if line.folded[start] in cast.lexicon.determiners:
            who = stranger(line, start, at, cast)
            return who if who and who.last == at else None
        if line.breaks(start):
            break
    return None


def _hangs(line: Line, at: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word `at` is the place a preposition leads to, alone or as the last of two: da Pisa e da Lucca."""
    if at - 1 <= first or any(line.breaks(i) for i in range(first + 1, at + 1)):
        return False
    if line.folded[at - 1] in lexicon.conjunctions and at - 2 in line.name_at:
        at -= 2
    return line.folded[at - 1] in lexicon.prepositions - lexicon.inner - lexicon.determiners


def _led_place(line: Line, start: int, stop: int, first: int, cast: Cast) -> int:
    """Return the word of the preposition whose place words [start, stop) say more of: of Mill Rise, Holmfirth; else 0.

    Works where a pack knows regions.
    """
    lexicon = cast.lexicon
    if not lexicon.speech.regions or line.gap[start] != "," or not all(map(line.capital, range(start, stop))):
        return 0
    mention = line.name_at.get(start)
    if (mention and cast.person(mention)) or lexicon.nouns.at(line.folded, start, stop):
        return 0
    at = start - 1
    while at > first and not line.breaks(at):
        at -= 1
    return at if at > first and line.folded[at] in lexicon.prepositions - lexicon.determiners else 0


def _citing(line: Line, first: int, end: int, previous: int, cast: Cast) -> Who | None:
    """Return the subject before whom it cites: Reuters со ссылкой на источники пишет."""
    at = end - 1
    while at > max(first, previous) and not line.breaks(at):
        if cast.lexicon.citing.at(line.folded, at, end):
            return phrases.before(line, max(first, previous), at, cast)
        at -= 1
    return None


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


def _embedded(line: Line, i: int, first: int) -> bool:
    """Return whether the quotation around word i is a title inside the clause: who spoke on "Fox News Sunday," said."""
    start = i
    while start > first and line.quoted[start - 1] == line.quoted[i]:
        start -= 1
    return i - start < MAX_TITLE and start > first and line.gap[start] == " " and (
        line.quoted[start - 1] < 0 and line.text[line.end[start - 1]] == " ")  # fmt: skip


def _participle(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether a verb may be a participle here: X, asked about it, …"""
    return any("participle" in f.slots for f in lexicon.forms.get(line.low[cue.first], ()))


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


def _nominal(line: Line, start: int, stop: int, cast: Cast) -> bool:
    """Return whether words [start, stop) look like an apposition: no verb, no conjunction."""
    lexicon = cast.lexicon
    aged = line.low[start].isdigit() and start + 1 < stop and line.gap[start + 1] == HYPHEN
    if stop - start > 16 or (line.low[start].isdigit() and not aged):
        return stop - start == 1
    if any(extent.finite(line, i, lexicon) for i in range(start, stop)):
        return False
    if lexicon.speech.nouns_capitalised and capitals.interrupted(line, start, stop, lexicon):
        return False
    return not any(line.folded[i] in lexicon.clause_words and not (
        lexicon.speech.pro_drop and i in line.covered and line.capital(i)) and not (
        line.folded[i] in lexicon.prepositions and i + 1 < stop and line.low[i + 1].isdigit())
        for i in range(start, stop))  # fmt: skip


def apposed(line: Line, who: Who, cue: Cue, cast: Cast) -> bool:
    """Return whether nothing but an apposition with a determiner parts a phrase from its verb: L'Anas, l'ente, nega."""
    opens = line.folded[who.last] in cast.lexicon.determiners
    return opens and _nominal(line, who.last, cue.group, cast) and not any(
        line.breaks(i) for i in range(who.last + 1, cue.group))  # fmt: skip


def after_quote(line: Line, group: int, first: int) -> bool:
    """Return whether only a short phrase stands between a closed quotation and the verb."""
    at = group - 1
    while at > first and group - at <= 10:
        if line.quoted[at - 1] >= 0 and line.quoted[at] < 0:
            return True
        if line.breaks(at):
            return False
        at -= 1
    return False


def between(line: Line, group: int, first: int, cast: Cast) -> Who | None:
    """Return the phrase between a quotation and the verb as a speaker of unknown kind."""
    at = group
    while at > first and line.quoted[at - 1] < 0:
        at -= 1
    end = extent.skip_back(line, at, group, cast.lexicon)
    if not at < end or end - at > 8 or any(line.folded[i] in cast.lexicon.clause_words for i in range(at, end)):
        return None
    if (
        line.folded[at] in cast.lexicon.openers
        or line.folded[at] in cast.lexicon.prepositions - cast.lexicon.determiners
        or any(line.gap[i] == ";" for i in range(at + 1, end))
        or line.folded[at] in cast.lexicon.conjunctions
        or (line.breaks(at) and line.gap[at] == ":")
    ):
        return None
    verb = bool(cast.lexicon.speech.verb_second) and not line.capital(at) and line.low[at] in cast.lexicon.forms
    if verb or extent.finite(line, at, cast.lexicon):
        return None
    begin = at + (line.folded[at] in cast.lexicon.determiners)
    return Who(at, end, trimmed(line, begin, end), "person") if begin < end else None


def _says(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a relative clause with a verb of saying begins at word `at`."""
    return line.low[at] in lexicon.speech.subject_relatives and any(
        form.kind in ("say", "tell") for i in range(at + 1, min(last, at + MAX_TITLE + 1))
        for form in lexicon.forms.get(line.low[i], ()))  # fmt: skip


def near_quote(line: Line, start: int, last: int, lexicon: Lexicon | None = None, within: int = 12) -> bool:
    """Return whether a quotation begins within so many words, `lexicon`: not behind a comma and another such verb."""
    comma = False
    for i in range(start, min(last, start + within)):
        if line.quoted[i] >= 0:
            return True
        comma = comma or (i > start and line.gap[i] == ",")
        if lexicon and lexicon.speech.subjects_stated and line.gap[i] == "," and _says(line, i, last, lexicon):
            return False  # en a parlé à sa chef, qui lui a répondu : « … »
        if comma and lexicon and lexicon.speech.before_past and (
                any("past" in f.slots for f in lexicon.forms.get(line.low[i], ()))):  # fmt: skip
            return False
    return False
