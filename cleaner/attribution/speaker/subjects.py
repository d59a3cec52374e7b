"""Who stands with a cue: its subject over asides and relative clauses, who is meant by "one".

Owns the search around one cue: one step a function, in the order in which `subject` asks. How asides between are
passed over is told in `asides`; what the claim then covers is decided elsewhere.
"""

from __future__ import annotations

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import apposition, cases, extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.speaker import adjuncts, asides
from cleaner.attribution.speaker.asides import Stretch, before_aside
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
    """Return who the phrase before the cue stands for; asides and relative clauses between are passed over.

    The words of sentence `number` from `first` on are looked at; those before `previous` belong to the cue before.
    """
    end = _phrase_end(line, cue, first, cast.lexicon)
    if (who := _citing(line, first, end, previous, cast)) is not None:
        return who
    end = cases.past_governed(line, first, end, cast.lexicon) if cast.lexicon.speech.declensions else end
    before = Stretch(line, cue, first, previous, end, cast)
    if who := _quoted(before):
        return who
    if _coordinated(before):
        return None
    if _in_relative(before):
        return _of_relative(before) if _reports(before, line.spans[number][1]) else None
    if _adjacent(before):
        return _right_before(before)
    if not _behind_aside(before):
        return None
    return _listed(before) or asides.crossed(before)


def _phrase_end(line: Line, cue: Cue, first: int, lexicon: Lexicon) -> int:
    """Return the word behind the phrase before a cue, adverbs between passed over: The mayor also said."""
    end = extent.skip_back(line, first, cue.group, lexicon)
    return cue.group if line.breaks(cue.group) and not line.breaks(end) else end


def _citing(line: Line, first: int, end: int, previous: int, cast: Cast) -> Who | None:
    """Return the subject before whom it cites: Reuters со ссылкой на источники пишет."""
    at = end - 1
    while at > max(first, previous) and not line.breaks(at):
        if cast.lexicon.citing.at(line.folded, at, end):
            return phrases.before(line, max(first, previous), at, cast)
        at -= 1
    return None


def _quoted(before: Stretch) -> Who | None:
    """Return whom a name in quotation marks right before the verb tells: « Le Monde » écrit."""
    line, cue, first, _, end, cast = before
    if first < end < len(line.low) and end == cue.group and line.gap[end] == " " and line.quoted[end - 1] >= 0:
        return phrases.before(line, first, end, cast)
    return None


def _coordinated(before: Stretch) -> bool:
    """Return whether the verb shares the subject of the one before it: X resigned and said."""
    line, lexicon, at = before.line, before.cast.lexicon, before.end - 1
    return at >= before.first and line.folded[at] in lexicon.conjunctions | set(lexicon.speech.sibling_words)


def _in_relative(before: Stretch) -> bool:
    """Return whether the verb is that of a relative clause: the carriers, which argue."""
    line, lexicon, at = before.line, before.cast.lexicon, before.end - 1
    if at < before.first or line.breaks(before.cue.group):
        return False
    return line.folded[at] in lexicon.relatives or (
        bool(lexicon.speech.clause_starts) and line.low[at] in lexicon.speech.complementizers)


def _reports(before: Stretch, stop: int) -> bool:
    """Return whether a relative clause says what somebody said: X, who told reporters that; X, who said: “…”."""
    line, cue, lexicon = before.line, before.cue, before.cast.lexicon
    clause = (*lexicon.speech.complementizers, *lexicon.speech.said_infinitives)
    behind = (cue.last, adjuncts.past_adjuncts(line, cue.last, stop, lexicon))
    if any(i < stop and line.low[i] in clause for i in behind):
        return True
    plain = bool(lexicon.speech.clause_starts) and line.low[cue.last - 1] in lexicon.speech.plain
    return plain or near_quote(line, cue.last, stop, lexicon)


def _of_relative(before: Stretch) -> Who | None:
    """Return whom the relative pronoun before the verb takes up: the phrase before it, or the subject further off.

    L'avocat de la ville, qui affirme que: the lawyer. Behind a comma a strange noun is passed over for what the
    sentence begins with, where a language lets a relative clause stand so far away.
    """
    line, cue, first, previous, end, cast = before
    speech, at = cast.lexicon.speech, end - 1
    who = before_aside(line, phrases.before(line, previous, at, cast), first, cast) if at > previous else None
    far = who is None or not (known(who, cast) or line.folded[who.first] in cast.lexicon.determiners)
    if not (speech.far_subjects and line.gap[at] == "," and far):
        return who or (_antecedent(line, at, first, cast) if line.low[at] in speech.thing_relatives else None)
    told = speech.subjects_stated and any(line.low[i] in speech.told_pronouns for i in range(at + 1, cue.last))
    near = (who or _antecedent(line, at, first, cast)) if told else None
    return near or front(line, first, at, cast)


def _antecedent(line: Line, at: int, first: int, cast: Cast) -> Who | None:
    """Return the phrase, whatever its noun, that the relative at word `at` takes up: the carriers, which argue."""
    for start in range(at - 1, max(first, at - MAX_ANTECEDENT) - 1, -1):
        if line.folded[start] in cast.lexicon.determiners:
            who = stranger(line, start, at, cast)
            return who if who and who.last == at else None
        if line.breaks(start):
            break
    return None


def _adjacent(before: Stretch) -> bool:
    """Return whether no mark parts the phrase from its verb, but for an aside in brackets: X (Labour) said."""
    line, end = before.line, before.end
    if not before.first < end < len(line.low):
        return False
    return not line.breaks(end) or (end in line.bracketed and line.gap[before.cue.group] in "(–")


def _right_before(before: Stretch) -> Who | None:
    """Return who the phrase right before the verb stands for, none where it is owned: his lawyer's office said."""
    line, _, first, previous, end, cast = before
    lexicon = cast.lexicon
    who = phrases.before(line, first if previous <= first else previous, end, cast) if end > previous else None
    if who is None:
        return None
    if who.first > first and not line.breaks(who.first) and line.low[who.first - 1] in lexicon.speech.possessives:
        return None
    if who.type == "organisation" and not who.institution and _hangs(line, who.first, first, lexicon):
        leads = front(line, first, who.first, cast)  # il sindaco di Pisa ha detto
        who = leads if leads and (leads.noun or leads.type == "group" or known(leads, cast)) else who
    return who


def _behind_aside(before: Stretch) -> bool:
    """Return whether the verb stands behind a comma, a bracket or a dash: an aside may part it from its subject."""
    line, end = before.line, before.end
    if before.cue.gerund or end <= before.first or line.gap[end] not in ",(–":
        return False
    return line.quoted[end - 1] < 0 or _embedded(line, end - 1, before.first)


def _listed(before: Stretch) -> Who | None:
    """Return the persons of a list whose asides stand between commas as well: Sens. X, R-Ariz., and Y, D-Nev., said."""
    line, cue, first, _, end, cast = before
    speech = cast.lexicon.speech
    if speech.clause_starts and cue.group in line.brackets:
        at = first + (line.folded[first] in cast.lexicon.openers)
        if (pair := apposition.listed(line, at, cue.group, cast)) and pair.last in (end, cue.group):
            return pair
    comma = next((i for i in range(first + 1, end) if line.breaks(i)), end)
    if speech.subjects_stated and line.gap[comma] == "," and comma < end and (
            pair := apposition.listed(line, comma, cue.group, cast)) and pair.last in (end, cue.group):  # fmt: skip
        return pair._replace(first=first)  # les deux rapporteurs, X (LR) et Y (PS), estiment
    return None


def _hangs(line: Line, at: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word `at` is the place a preposition leads to, alone or as the last of two: da Pisa e da Lucca."""
    if at - 1 <= first or any(line.breaks(i) for i in range(first + 1, at + 1)):
        return False
    if line.folded[at - 1] in lexicon.conjunctions and at - 2 in line.name_at:
        at -= 2
    return line.folded[at - 1] in lexicon.prepositions - lexicon.inner - lexicon.determiners


def _embedded(line: Line, i: int, first: int) -> bool:
    """Return whether the quotation around word i is a title inside the clause: who spoke on "Fox News Sunday," said."""
    start = i
    while start > first and line.quoted[start - 1] == line.quoted[i]:
        start -= 1
    return i - start < MAX_TITLE and start > first and line.gap[start] == " " and (
        line.quoted[start - 1] < 0 and line.text[line.end[start - 1]] == " ")  # fmt: skip


def apposed(line: Line, who: Who, cue: Cue, cast: Cast) -> bool:
    """Return whether nothing but an apposition with a determiner parts a phrase from its verb: L'Anas, l'ente, nega."""
    opens = line.folded[who.last] in cast.lexicon.determiners
    return opens and asides.nominal(line, who.last, cue.group, cast) and not any(
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


def _says(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a relative clause with a verb of saying begins at word `at`."""
    return line.low[at] in lexicon.speech.subject_relatives and any(
        form.kind in ("say", "tell") for i in range(at + 1, min(last, at + MAX_TITLE + 1))
        for form in lexicon.forms.get(line.low[i], ()))  # fmt: skip
