"""Orders of words other than subject and verb, as the pack of a language allows them.

As X said; the verb before its subject; verbs without a subject; words that stand written somewhere; this X said.
Owns the place of the speaker in these orders. What is said is decided elsewhere.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.attribution.cues import agreeing
from cleaner.attribution.cues.cue import FINITE, Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, RESUMING, TAIL
from cleaner.attribution.people import phrases
from cleaner.attribution.people.able import SURE, able
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import AGAIN, Who
from cleaner.attribution.people.trail import THEREIN
from cleaner.attribution.sentence.unlisted import opens_quoted
from cleaner.attribution.speaker import adjuncts, beyond, standing, subjects
from cleaner.attribution.words.pack import Lexicon

AS: Final = "as-clause"
MAX_CLAUSE: Final = 24
MAX_OBJECT: Final = 9
"""What a body speaks of has so many words at most where it stands between the body and its verb."""
MAX_TOLD: Final = 6
"""Whom something is told stands before its verb in fewer words."""
_SPEAKING: Final = ("say", "tell", "report", "mark", "call", "act")


class Order(NamedTuple):
    """A cue with its speaker, the place, the rule, and where its clause begins and ends (-1: as the words show)."""

    who: Who
    cue: Cue
    place: str
    rule: str
    begin: int = -1
    end: int = -1


def told(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Order | None:
    """Return the order of a clause that its first words show: as X said, it says in the report, this X said."""
    if cue.gerund or cue.passive:
        return None
    if cue.kind in ("stands", "follows"):
        bare = bool(cast.lexicon.speech.therein) and cue.particle < 0
        fronted = cue.kind == "follows" and (bare or bool(cast.lexicon.speech.pro_drop))  # only behind its place
        who = None if fronted else subjects.somewhere(line, cue.last, last, cast, written=True)
        said = cue._replace(kind="say")
        if cast.lexicon.speech.therein and (placed := _therein(line, cue, first, last, cast)):
            return placed
        if who and who.type == "document" and (by := standing.signed(line, who.last, last, cast)):
            who = by._replace(first=who.first)
        stood = standing.stood(line, cue, first, cast) if who is None else None
        if stood and not (cast.lexicon.speech.therein and (
                cue.kind == "follows" and (stood.type == "document" or not standing.written(
                    line, cue.last, last, cast.lexicon)))):  # fmt: skip
            return Order(stood, said, HEAD, "stands", stood.first - 1, max(stood.last, cue.last))
        if who is None and cue.kind == "follows":
            return None
        if who is None:
            who = Who(cue.first, cue.last, None, "organisation", pronoun=AGAIN)
        begin = standing.clause_start(line, cue.group, first)
        behind = begin == cue.group and begin > first
        if begin < cue.group and line.folded[begin] in cast.lexicon.as_words and cast.lexicon.speech.free_order:
            if who.pronoun and cast.lexicon.speech.things_do and cue.last < last and not line.breaks(cue.last):
                return None  # Как отмечалось выше, …
            return Order(who, said, TAIL, AS, begin, max(who.last, cue.last))
        return Order(who, said, TAIL if behind else HEAD, "stands", begin, max(who.last, cue.last))
    start = standing.clause_start(line, cue.group, first)
    lexicon = cast.lexicon
    relative = (*lexicon.speech.complementizers, *lexicon.relatives)
    if lexicon.speech.subjects_stated and start + 3 == cue.group and line.low[cue.group - 1] in relative and (
            line.folded[start] in lexicon.according.firsts
            and lexicon.pronouns.get(line.folded[start + 1]) == "thing"):  # fmt: skip
        who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
        stop = next((i for i in range(who.last, last) if line.breaks(i)), last) if who else last
        return Order(who, cue._replace(after=stop), TAIL, AS, start, stop) if who else None  # selon ce qu'a dit X
    pointed = lexicon.speech.far_subjects and start + 2 == cue.group and line.low[cue.group - 1] in relative and (
        lexicon.pronouns.get(line.folded[start]) == "thing")  # fmt: skip
    if pointed and (who := phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)):
        return Order(who, cue._replace(after=who.last), HEAD, "subject-verb", start)  # ce que confirme X : « … »
    if (
        led := lexicon.resuming_phrases.before(line.folded, cue.group, first, 10)
    ) is not None and cue.kind in _SPEAKING:
        who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
        who = who or phrases.after(line, adjuncts.past_adjuncts(line, cue.last, last, lexicon), last, cast)
        return Order(who, cue, TAIL, RESUMING, led, last) if who else None
    at = start
    while at < cue.group and at - start < 3 and line.folded[at] in lexicon.openers | lexicon.conjunctions and (
            line.folded[at] not in lexicon.as_words):  # fmt: skip
        at += 1
    how = at < cue.group and line.folded[at] in lexicon.as_words
    if how and cue.kind in _SPEAKING and not _how(line, at, first, lexicon):
        return _as(line, cue, at, last, cast)
    several = line.low[cue.last - 1].endswith(lexicon.speech.plural_verb_endings or "\n")
    if several and lexicon.speech.declensions and cue.kind in _SPEAKING and (
            who := standing.fronted(line, cue, first, cast)):  # fmt: skip
        return Order(who, cue, HEAD, "somewhere")
    at = first
    while at < cue.group and line.folded[at] in lexicon.openers and line.folded[at] not in lexicon.resuming:
        at += 1
    if at < cue.first and line.folded[at] in lexicon.resuming and not _article(line, at, cue, cast) and (
            cue.kind in ("say", "tell", "report", "mark")):  # fmt: skip
        return _resuming(line, cue, at, last, cast)
    return None


def _article(line: Line, at: int, cue: Cue, cast: Cast) -> bool:
    """Return whether a word that may take up what was said is the article of a thing: Das Bild zeigt den Garten."""
    lexicon = cast.lexicon
    if not lexicon.speech.nouns_capitalised or at + 1 >= cue.group or line.folded[at] not in lexicon.determiners:
        return False
    who = phrases.before(line, at, cue.group, cast) if line.capital(at + 1) else None
    return line.capital(at + 1) and (who is None or able(line, who, cast) != SURE or cue.kind != "mark")


def _how(line: Line, at: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a word means how, for a verb of speech stands right before it: вспоминает, как учил мастер."""
    if at <= first + 1 or line.gap[at] != "," or line.low[at] not in lexicon.speech.complementizers:
        return False
    close = next((i for i in range(at + 1, min(len(line.low), at + MAX_OBJECT)) if line.breaks(i)), at)
    if close > at and line.gap[close] == "," and line.low[close] in lexicon.speech.complementizers:
        return False  # X said, as Y reports, that
    return any(f.kind in ("say", "mark", "tell") and f.slots & FINITE for f in lexicon.forms.get(line.low[at - 1], ()))


def _as(line: Line, cue: Cue, at: int, last: int, cast: Cast) -> Order | None:
    """Return the speaker of a clause that word `at` opens: as X said, como dijo X."""
    if cast.lexicon.speech.clause_starts and _while(line, cue, at, last, cast.lexicon):
        return None
    cut = next((i for i in range(at + 2, cue.group) if cast.lexicon.citing.at(line.folded, i, cue.group)), cue.group)
    who = phrases.before(line, at + 1, cut, cast) if cut > at + 1 else None
    if who is None and cue.group - at > 3 and not _light(line, at + 1, cue.group, cast.lexicon):
        return None
    if who is None and cue.last < last and not line.breaks(cue.last):
        who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
        several = line.low[cue.last - 1].endswith(cast.lexicon.speech.plural_verb_endings or "\n")
        who = who or subjects.somewhere(line, cue.last, last, cast, several=several)
    if who and cast.lexicon.speech.things_do and (line.low[cue.group - 1] in cast.lexicon.speech.first_pronouns or any(
            line.breaks(i) for i in range(cue.last, who.first + 1))):  # fmt: skip
        return None  # As mentioned above, it is best to; as we noted in Part II
    if who is None and cast.lexicon.speech.far_subjects and cue.group - at <= 2:
        who = beyond.asides(line, cue.last, last, cast)
    if who is None and cast.lexicon.speech.pro_drop and not _thing_behind(line, cue, last, cast.lexicon):
        who = nobody(line, cue, cast.lexicon)
    if who is None:
        return None
    end = max(who.last, cue.last)
    while end < last and not line.breaks(end) and end - at < MAX_CLAUSE:
        end += 1
    return Order(who, cue._replace(after=end), TAIL, AS, at, end)


def _thing_behind(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> bool:
    """Return whether an article behind a verb leads to a subject that is no speaker: como recuerda el panel.

    Not to a time: como dijo la semana pasada.
    """
    at = cue.last
    if cue.lemma not in lexicon.speech.things_show or at + 1 >= last or line.breaks(at) or line.breaks(at + 1):
        return False
    return line.folded[at] in lexicon.determiners and line.folded[at + 1] not in lexicon.times | lexicon.adverbs


def _while(line: Line, cue: Cue, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether “as” means while, for what is said stands behind the verb: as X said that; as X blamed Y."""
    if (at and not line.breaks(at)) or cue.kind in ("call", "act", "label"):
        return True
    near = range(cue.last, min(last, cue.last + MAX_OBJECT))
    stop = next((i for i in near if line.breaks(i)), near.stop)
    if any(line.low[i] in lexicon.speech.complementizers for i in range(cue.last, stop)):
        return True
    light = cue.last >= stop or line.folded[cue.last] in lexicon.adverbs | lexicon.prepositions | lexicon.times
    return cue.kind != "tell" and not light


def _resuming(line: Line, cue: Cue, at: int, last: int, cast: Cast) -> Order | None:
    """Return the speaker of a sentence that attributes the one before: Das sagte X am Montag."""
    lexicon = cast.lexicon
    if any(line.quoted[i] >= 0 or line.gap[i] == ":" for i in range(cue.last, last)):
        return None
    if cue.group - at > 5 or any(line.breaks(i) for i in range(at + 1, cue.group + 1)):
        return None
    if cue.after < last and line.low[cue.after] in lexicon.speech.complementizers:
        return None
    if lexicon.speech.verb_second and cue.first - cue.group > 1 and (
            who := phrases.after(line, cue.group + 1, cue.first, cast)) and (
            may_be_subject(line, who, cast)):  # fmt: skip
        return Order(who, cue, TAIL, RESUMING, at, last)  # Das hat das Bundesamt am Montag bekanntgegeben
    who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
    several = line.low[cue.last - 1].endswith(lexicon.speech.plural_verb_endings or "\n")
    who = who or subjects.somewhere(line, cue.last, last, cast, several=several)
    who = who or phrases.quoted_name(line, cue.last, last, cast, bare=True)
    if not may_be_subject(line, who, cast) and not (who and who.type == "organisation"):
        who = phrases.before(line, at + 1, cue.group, cast) if cue.group > at + 1 else None
    return Order(who, cue, TAIL, RESUMING, at, last) if who else None


def turned(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Order | None:
    """Return the order of a verb that has no subject before it: behind it, in its bracket, somewhere, or nowhere."""
    lexicon = cast.lexicon
    if cue.gerund or cue.kind not in (*_SPEAKING, "label", "stance", "refuse", "agree", "topic"):
        return None
    behind = line.breaks(cue.group) and cue.group > first
    if lexicon.speech.verb_second:
        if not behind and cue.last < last and lexicon.pronouns.get(line.folded[cue.last]) == "nobody" and (
                at_place := standing.stood(line, cue, first, cast)):  # fmt: skip
            return Order(at_place, cue._replace(after=cue.last + 1), HEAD, "somewhere")
        return _second(line, cue, last, behind, cast)
    then = cue.after
    several = line.low[cue.last - 1].endswith(lexicon.speech.plural_verb_endings or "\n") or (
        line.low[cue.group].endswith(lexicon.speech.plural_verb_endings or "\n"))  # fmt: skip
    if several and lexicon.somewhere_plural and (who := standing.fronted(line, cue, first, cast, far=True)):
        return Order(who, cue, HEAD, "somewhere")
    if (lexicon.somewhere or lexicon.somewhere_plural) and cue.kind in _SPEAKING and (
            who := subjects.somewhere(line, then, last, cast, several=several)):  # fmt: skip
        closes = lexicon.speech.free_order and who.last >= last and cue.group > first
        return Order(who, cue._replace(after=who.last), TAIL if behind or closes else HEAD, "somewhere")
    if several and lexicon.somewhere_plural and cue.kind in _SPEAKING and (
            who := standing.fronted(line, cue, first, cast)):  # fmt: skip
        return Order(who, cue, HEAD, "somewhere")
    joined = cue.group > first and line.folded[cue.group - 1] in lexicon.conjunctions
    opening = cue.kind == "act" and cue.group == first
    if lexicon.speech.free_order and not behind and not joined and (
            opening or cue.kind in ("say", "tell", "report", "mark")) and (
            then < last and not line.breaks(then)):  # fmt: skip
        who = phrases.after(line, adjuncts.past_addressee(line, then, last, cast), last, cast)
        colon = who is not None and who.last < last and line.gap[who.last] == ":"
        if who and (colon if opening else _says_on(line, who.last, last, lexicon)):
            return Order(who, cue._replace(after=who.last), HEAD, "verb-subject")
    return None


def _therein(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Order | None:
    """Return the document in front of words that stand written, or the one told of last: Auf dem Schild; darin."""
    lexicon, said = cast.lexicon, cue._replace(kind="say")
    start = standing.clause_start(line, cue.group, first)
    behind = start == cue.group and start > first
    at = cue.last if cue.last < last and not line.breaks(cue.last) else start
    if line.low[start] in lexicon.speech.therein or line.low[at] in lexicon.speech.therein:
        who = Who(cue.first, cue.last, None, "document", pronoun=AGAIN, hint=THEREIN)
        end = max(cue.last, at + 1) if at == cue.last else cue.last
        return Order(who, said._replace(after=max(cue.after, end)), TAIL if behind else HEAD, "stands", start, end)
    stood = standing.stood(line, cue, first, cast)
    shown = cue.kind == "stands" or standing.written(line, cue.last, last, lexicon)
    if stood is None or stood.type != "document" or not shown:
        return None
    one = line.folded[stood.first] in lexicon.determiners or line.low[stood.first - 1] in lexicon.speech.oblique
    return Order(stood, said, HEAD, "stands", stood.first - 1, max(stood.last, cue.last)) if one else None


def _second(line: Line, cue: Cue, last: int, behind: bool, cast: Cast) -> Order | None:
    """Return the subject behind a verb that stands second, or behind its auxiliary."""
    if cue.first - cue.group > 1:
        who = phrases.after(line, adjuncts.past_addressee(line, cue.group + 1, cue.first, cast), cue.first, cast)
        tail = behind and (cue.after >= last - 1 or line.breaks(cue.after))
        if who is None or not may_be_subject(line, who, cast):
            return None
        return Order(who, cue, TAIL if tail else HEAD, "verb-second")
    if cue.last >= last or line.breaks(cue.last):
        return None
    if cue.group and not line.breaks(cue.group) and cast.lexicon.pronouns.get(line.folded[cue.group - 1]) == "nobody":
        return None  # Man sagt ja, Kalk sei der Feind
    who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
    if who is None or not may_be_subject(line, who, cast):
        return None
    return Order(who, cue._replace(after=max(cue.after, who.last)), HEAD, "verb-second")


def may_be_subject(line: Line, who: Who | None, cast: Cast) -> bool:
    """Return whether a phrase does not stand in a case that no subject has."""
    lexicon = cast.lexicon
    if who is None:
        return False
    some = who.last - who.first > 2 and line.folded[who.first] in lexicon.speech.partitives and (
        line.folded[who.first + 1] in lexicon.linking)  # fmt: skip
    if some and who.name and who.first not in line.cases:
        return True  # einer der Ermittler, один из чиновников
    if line.low[who.first] in lexicon.speech.oblique:
        return False
    if lexicon.speech.verb_second and line.low[who.first] in lexicon.speech.complementizers:
        return False
    if lexicon.speech.verb_second:
        before = who.first
        while before and not line.breaks(before) and line.folded[before - 1] in lexicon.determiners:
            before -= 1
        if before and not line.breaks(before) and line.folded[before - 1] in lexicon.prepositions - lexicon.adverbs:
            return False
    nouns = cast.lexicon.nouns
    if lexicon.speech.declensions and line.low[who.first] in lexicon.speech.plural_determiners:
        return True
    head = next((i for i in range(who.first, who.last) if i in line.name_at or nouns.at(line.folded, i, who.last)), -1)
    return head < 0 or head not in line.cases


def dropped(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Order | None:
    """Return a verb without a subject, where a language leaves the pronoun out: Añadió que; “…”, subrayó."""
    lexicon = cast.lexicon
    if (
        not lexicon.speech.pro_drop
        or cue.gerund
        or cue.passive
        or cue.kind not in ("say", "tell", "mark", "call", "act")
    ):
        return None
    if lexicon.speech.things_do and _only_done(line, cue, lexicon):
        return None
    behind = cue.group > first and (line.quoted[cue.group - 1] >= 0 or line.gap[cue.group] in ",–")
    said = cue.kind in ("say", "mark", "tell") or cue.marks or opens_quoted(line, cue.group, first)
    if behind and said and _closes(line, cue, last, lexicon):
        return Order(nobody(line, cue, lexicon), cue, TAIL, "no-subject")
    heard = line.low[cue.group] in lexicon.speech.hearsay and cue.after < last and not line.breaks(cue.after)
    led = heard and line.folded[first] in lexicon.prepositions and cue.group - first <= MAX_TOLD and not any(
        line.breaks(i) for i in range(first + 1, cue.group + 1))  # Ai capigruppo avrebbe chiesto
    if (heard or _opens_clause(line, cue, last, lexicon)) and (led or _light(line, first, cue.group, lexicon)):
        return Order(nobody(line, cue, lexicon), cue, HEAD, "no-subject")
    return None


def _only_done(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether a form without an auxiliary can only be a participle: la terna, detta «i tre tenori»."""
    slots = {slot for form in lexicon.forms.get(line.low[cue.first], ()) for slot in form.slots}
    return not cue.auxiliary and slots == {"participle"}


def nobody(line: Line, cue: Cue, lexicon: Lexicon) -> Who:
    """Return the speaker of a verb without a subject: whoever spoke last, the several of them for a plural."""
    several = line.low[cue.last - 1].endswith(lexicon.speech.plural_verb_endings or "\n") or (
        line.low[cue.group].endswith(lexicon.speech.plural_verb_endings or "\n"))  # fmt: skip
    kind = "plural" if several else agreeing.told(line.low[cue.first], lexicon) or "someone"
    return Who(cue.first, cue.last, None, "group" if several else "person", pronoun=kind)


def _closes(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> bool:
    """Return whether a verb behind what was said is followed by nothing that could be its subject."""
    if line.quoted[cue.group - 1] >= 0:
        return True
    at = cue.after
    return at >= last or line.breaks(at) or line.folded[at] in lexicon.adverbs | lexicon.prepositions


def _opens_clause(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> bool:
    at = cue.after
    for i in range(at, min(last, at + 12)):
        if line.low[i] in lexicon.speech.complementizers or line.quoted[i] >= 0:
            return True
        if line.breaks(i) and line.gap[i] != "," and line.gap[i] != ":":
            return False
    return cue.kind in ("act", "call") and at < last and not line.breaks(at)


def _light(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether words [start, end) are openers, adverbs, times and asides: nothing that could be a subject."""
    i = start
    while i < end:
        if hit := lexicon.asides.at(line.folded, i, end):
            i = hit[0]
        elif line.folded[i] in lexicon.prepositions and (comma := _comma(line, i, end)):
            i = comma
        elif line.folded[i] in lexicon.openers | lexicon.adverbs | lexicon.times | lexicon.resuming or (
                line.folded[i] in lexicon.clitics | lexicon.auxiliaries):  # fmt: skip
            i += 1
        else:
            return False
    return True


def _comma(line: Line, i: int, end: int) -> int:
    """Return the word behind the comma that ends an adjunct, 0 if none does."""
    at = i + 1
    while at < len(line.low) and at < end and not line.breaks(at):
        at += 1
    return at if at <= end and at < len(line.low) and line.gap[at] == "," else 0


def _says_on(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a clause, a colon or a quotation follows verb and subject."""
    for i in range(at, min(last, at + 8)):
        if line.low[i] in lexicon.speech.complementizers or line.quoted[i] >= 0 or line.gap[i] == ":":
            return True
        if line.gap[i] in ".;" and i > at:
            return False
    return at >= last


def _goes_on(line: Line, i: int, lexicon: Lexicon) -> bool:
    word = line.folded[i]
    return word in lexicon.adverbs or word in lexicon.prepositions or line.low[i] in lexicon.speech.complementizers
