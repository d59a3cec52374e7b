"""Attributions whose verb or whose speaker no list knows: “…”, chuckled Smith; X nodded: “…”; a beekeeper said that.

Owns what the place of a quotation alone shows. Looks only where no listed verb has a speaker.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.able import mute
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import PART, Who, judge, known, pronoun
from cleaner.attribution.people.strangers import MAX_STRANGER, anyone, stranger
from cleaner.attribution.sentence.unlisted import before_conjunction, subjectless, verb_cue
from cleaner.attribution.speaker import adjuncts, beyond, places
from cleaner.attribution.speaker.asides import before_aside
from cleaner.attribution.words.pack import Lexicon

_CALLED: Final = ("say", "mark", "act", "call", "refuse", "stance", "tell")
_TYPES: Final = ("person", "group", "organisation")
MAX_NAME: Final = 3
"""A name that opens a paragraph before an age has so many words at most."""
MAX_APPOSED: Final = 5
"""A quotation of fewer words between commas may be a name."""


def beside_quotes(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> list[Attribution]:
    """Return the attributions that stand behind a quotation or, with a colon, before one, and have no listed verb."""
    out: list[Attribution] = []
    for i in range(first + 1, last):
        inside, before = line.quoted[i] >= 0, line.quoted[i - 1] >= 0
        if inside == before:
            continue
        taken = made + out
        if before and not any(a.place == TAIL or a.begin >= i - 1 for a in taken):
            found = _behind(line, i, first, last, cast)
        elif inside and line.gap[i] == ":":
            if line.role != "body" and any(a.place == TAIL and a.begin > i for a in taken):
                continue
            found = _before(line, i, first, last, cast)
            if found and any(found.begin <= a.cue.first < i for a in taken if a.kind != "non_statement"):
                continue
            made[:] = [a for a in made if found is None or a.cue.first > i]
        elif inside and line.role != "body" and line.gap[i] == " " and not taken:
            found = _glued(line, i, first, last, cast)
        elif inside and line.gap[i] == " " and _strange_verb(line, i - 2, cast.lexicon) and not taken:
            found = before_conjunction(line, i, first, cast)
        else:
            continue
        if found is not None:
            out.append(found)
    return out


def _glued(line: Line, i: int, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return the speaker whose quoted words go on with the phrase in a headline: le maire « ne se souvient plus »."""
    whole = line.quoted[last - 1] == line.quoted[i] and last - i > 2 and not line.capital(i)
    who = phrases.before(line, first, i, cast) if whole else None
    noun = who is not None and bool(who.noun) and bool(cast.lexicon.speech.strangers)
    if who is None or who.type not in _TYPES or not (noun or who.institution or known(who, cast)):
        return None
    return Attribution(who, verb_cue(i, i, i), HEAD, who.first, i, "headline-quote", 0.7, "statement")


def _behind(line: Line, i: int, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return the attribution that begins at word i, behind a quotation: soupire un retraité, grince-t-il."""
    lexicon = cast.lexicon
    marks = line.text[line.end[i - 1] : line.start[i]]
    if not any(c in ",!?…" for c in marks) or any(c in ".;:" for c in marks):
        return None
    if _apposed(line, i, first, lexicon) and not _hung(line, i, lexicon):
        return None
    at = i
    while line.low[at] in lexicon.speech.clitics and at + 1 < last and at < i + 2 and not line.breaks(at + 1) and (
            line.low[at] in lexicon.speech.reflexive_clitics or lexicon.speech.far_subjects):  # fmt: skip
        at += 1
    verb, after = at, at + 1
    spoken = line.folded[at] in lexicon.auxiliaries and at + 1 < last and line.gap[at + 1] == HYPHEN
    if (done := _strange_participle(line, at, last, lexicon)) and not spoken:
        verb, after = done, done + 1
    elif not (spoken or _strange_verb(line, at, lexicon, at + 1 < last and _opens_subject(line, at + 1, lexicon))):
        return None
    if alone := subjectless(line, verb, first, last, lexicon) if verb == i else None:
        return alone
    if after < last and line.gap[after] == HYPHEN and line.low[after] in lexicon.speech.euphonic:
        after += 1
    if after >= last or line.quoted[after] >= 0:
        return None
    stated = bool(lexicon.speech.declensions) and line.gap[after] == " " and (
        line.low[after] not in lexicon.speech.object_pronouns)  # «…», — требует он каждую пятницу
    kind = lexicon.pronouns.get(line.folded[after], "") if stated or line.gap[after] == HYPHEN else ""
    if kind and kind != "nobody":
        who: Who | None = pronoun(line, after, kind, cast)
        end = after + 1
        if spoken:
            if end >= last or line.breaks(end) or not _strange_verb(line, end, lexicon):
                return None
            verb, end = end, end + 1
        return (
            Attribution(who, verb_cue(i, max(verb + 1, end), i), TAIL, i, end, "inverted-pronoun", 0.85, "statement")
            if who
            else None
        )
    if spoken or (line.breaks(after) and not lexicon.speech.far_subjects) or (
            line.folded[after] in lexicon.prepositions - lexicon.determiners and not (
                lexicon.asides.at(line.folded, after, last))):  # fmt: skip
        return None
    if line.folded[after] in lexicon.linking and after + 1 < last and line.capital(after + 1):
        return None  # a title and what it is: « La Peste », roman d'Albert Camus
    who = phrases.after(line, after, last, cast) or stranger(line, after, last, cast)
    if who is None and lexicon.speech.far_subjects:
        behind = adjuncts.past_adjuncts(line, after, last, lexicon)
        who = phrases.after(line, behind, last, cast) if behind > after else None
        who = who if who and (who.noun or who.institution or known(who, cast)) else None
        who = who or beyond.asides(line, after, last, cast)
    if who is None or (who.name is None and not who.pronoun):
        return None
    return Attribution(who, verb_cue(i, after, i), TAIL, i, who.last, "inverted", 0.85, "statement")


def _apposed(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether the quotation before word i only names what stands before it: le mot du jour, « lave »,"""
    start = i - 1
    while start > first and line.quoted[start - 1] == line.quoted[i - 1]:
        start -= 1
    called = lexicon.clause_words - lexicon.inner - set(lexicon.speech.complementizers)
    if start > first and i - start < MAX_APPOSED and line.gap[start] == " " and line.folded[start - 1] in called:
        return bool(lexicon.speech.far_subjects)  # surnommés « polluants éternels », …
    called_so = start - 1 > first and line.gap[start - 1] == "," and line.gap[start] == " " and any(
        "participle" in f.slots for f in lexicon.forms.get(line.low[start - 1], ()))  # fmt: skip
    if called_so and i - start < MAX_APPOSED and lexicon.speech.subjects_stated:
        return True  # le tarif réglementé, dit « tarif bleu », baisse
    if not (start > first and i - start < MAX_APPOSED and line.gap[start] == ","):
        return False
    verbs = lexicon.auxiliaries | lexicon.passive
    nominal = bool(lexicon.speech.far_subjects) and not any(
        line.low[j] in lexicon.forms or line.folded[j] in verbs for j in range(first, start))  # fmt: skip
    return not line.capital(start) or nominal  # un graffiti, « Rien », recouvre le mur


def _before(line: Line, i: int, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return the attribution of a sentence that ends in a quotation behind a colon at word i: X nodded: “…”."""
    lexicon = cast.lexicon
    if lexicon.speech.copulas:
        first = max((j for j in range(first + 1, i) if line.gap[j] == ";"), default=first)
    if any(line.quoted[j] >= 0 for j in range(first, i)):
        return None
    start = first
    stressed = lexicon.speech.object_pronouns
    for _ in range(3):
        if (aside := lexicon.asides.at(line.folded, start, i)) and aside[0] < i and line.gap[aside[0]] == ",":
            start = aside[0]
        while start < i and line.folded[start] in lexicon.openers and start not in line.name_at and (
                line.folded[start] not in lexicon.prepositions):  # fmt: skip
            start += 1
        stands = start < i and (line.folded[start] in lexicon.pronouns or line.low[start] in stressed)
        if start >= i or start in line.name_at or stands or not _adjunct(line, start, lexicon):
            break
        comma = next((j for j in range(start + 1, i) if line.gap[j] == ","), i)
        if comma == i and lexicon.speech.strangers and (then := _behind_adjunct(line, start, i, lexicon)):
            start = then
            break
        start = comma
    if start >= i:
        return None
    if owner := _words_of(line, start, i, cast):
        return Attribution(owner, verb_cue(start, i, start), HEAD, first, i, "colon-quote", 0.8, "statement")
    kind = lexicon.pronouns.get(line.folded[start]) or stressed.get(line.low[start])
    if kind == "nobody" and lexicon.places:
        who: Who | None = places.one(line, verb_cue(start + 1, i, start + 1), first, cast, [])
    elif kind in ("man", "woman"):
        who = pronoun(line, start, kind, cast)
    else:
        end = _phrase_end(line, start, i, lexicon)
        who = phrases.after(line, start, end if end > start else i, cast)
        who = who if end > start or (who and who.pronoun == PART) else None
        who = before_aside(line, who, first, cast) if lexicon.speech.clause_starts else who
    if line.role != "body" and lexicon.speech.strangers and (last_word := _last_phrase(line, start, i, cast)):
        who = last_word
    if lexicon.speech.free_order and line.role == "body" and not known(who, cast):
        behind = phrases.before(line, start, i, cast)
        led = behind is not None and behind.first > start and line.folded[behind.first - 1] in lexicon.prepositions
        if behind and behind.last == i and known(behind, cast) and not led:
            cue = verb_cue(behind.first, i, behind.first)
            return Attribution(behind, cue, HEAD, first, i, "colon-quote", 0.8, "statement")
    who = before_aside(line, who, first, cast) if lexicon.speech.copulas else who
    if lexicon.speech.clause_starts and first == 0 and not known(who, cast):
        who = _labelled(line, i, lexicon) or who
    bears = who is None or not (who.name or who.pronoun) or (who.type == "document" and who.last >= i)
    if lexicon.speech.pro_drop and bears:
        who = _inscribed(line, start, i, cast) or _acting(line, first, i, cast) or _unsaid(line, first, i, cast)
        return who and Attribution(who, verb_cue(i, i, i), HEAD, first, i, "colon-quote", 0.75, "statement")
    if who is None or who.type not in (*_TYPES, *(["document"] if stressed else [])) or not (who.name or who.pronoun):
        return None
    if kind is None and mute(line, who, lexicon):
        return None
    if kind == "nobody":
        return Attribution(who, verb_cue(start, i, start), HEAD, first, i, "colon-quote", 0.85, "statement")
    country = lexicon.countries.at(line.folded, who.first, who.last)
    if who.type == "organisation" and not who.institution and not country:
        return None
    named = lexicon.speech.free_order and known(who, cast)
    opens = who.first == first or (bool(lexicon.speech.pro_drop) and all(
        line.folded[j] in lexicon.openers for j in range(first, who.first)))  # fmt: skip
    if who.last >= i and not named and not (opens and line.quoted[last - 1] == line.quoted[i]):
        return None
    return Attribution(who, verb_cue(who.last, i, who.last), HEAD, who.first, i, "colon-quote", 0.85, "statement")


def _inscribed(line: Line, start: int, i: int, cast: Cast) -> Who | None:
    """Return what stands before a colon and bears words: Sui muri del liceo una scritta: «…»; una pancarta: “…”."""
    who = phrases.before(line, start, i, cast)
    return who if who and who.last == i and who.type == "document" and (
        who.noun.split()[:1] and who.noun.split()[0] in cast.lexicon.speech.inscriptions) else None  # fmt: skip


def _acting(line: Line, first: int, i: int, cast: Cast) -> Who | None:
    """Return who a sentence before a colon is about, whatever its verb: la sorella non ha dubbi: «…»"""
    lexicon = cast.lexicon
    who = front(line, first, i, cast)
    if who is None and line.low[first] in lexicon.speech.definite:
        who = anyone(line, first, i, cast)
        if who and (line.folded[who.last - 1] in lexicon.claims or not any(
                f.kind in _CALLED for f in lexicon.forms.get(line.low[who.last], ()))):  # fmt: skip
            return None
    if who is None or who.last >= i or not who.name or who.type in ("document", "group") or line.breaks(who.last):
        return None
    return who if who.noun or who.institution or known(who, cast) else None


def _unsaid(line: Line, first: int, i: int, cast: Cast) -> Who | None:
    """Return who spoke before, where nothing before a colon is a subject: E ancora: «…» A chi gli chiede di X: «…»"""
    lexicon = cast.lexicon
    at = first
    while at < i and line.folded[at] in lexicon.openers | lexicon.adverbs | lexicon.times | lexicon.conjunctions and (
            line.folded[at] not in lexicon.prepositions):  # fmt: skip
        at += 1
    gerund = (at < i and any("gerund" in f.slots for f in lexicon.forms.get(line.low[at], ()))) or (
        at < i and line.low[at].endswith(lexicon.speech.gerund_endings or "\n"))  # fmt: skip
    led = at < i and (line.folded[at] in lexicon.prepositions or gerund) and line.role == "body"
    if at < i and not (led and i - at <= MAX_STRANGER and front(line, first, i, cast) is None):
        return None
    return Who(first, first + 1, None, "person", pronoun="someone")


def _labelled(line: Line, i: int, lexicon: Lexicon) -> Who | None:
    """Return who opens a paragraph with a name, an age and what he is, before a colon: Barry, 61, bus driver: “…”"""
    end = next((j for j in range(1, min(i, MAX_NAME + 1)) if line.gap[j] == ","), 0)
    if not end or not all(map(line.capital, range(end))) or line.folded[0] in lexicon.openers | lexicon.prepositions:
        return None
    aged = line.low[end].isdigit() and end + 1 <= i and line.gap[end + 1] in ",:"
    if not aged and line.low[end] not in lexicon.speech.subject_relatives:
        return None
    name = line.slice(0, end)
    return Who(0, end, name.title() if name.isupper() and len(name) > 2 else name, "person")


def _words_of(line: Line, start: int, i: int, cast: Cast) -> Who | None:
    """Return whose words a phrase before a colon announces: Réponse de X : « … » Son credo : « … »"""
    lexicon = cast.lexicon
    at = start
    while at < i - 1 and line.folded[at] in lexicon.determiners | lexicon.same:
        at += 1
    if line.folded[at] not in lexicon.claims:
        return _owner(line, start, i, cast)
    if line.low[start] in lexicon.speech.possessives:
        return Who(start, at + 1, None, "person", pronoun="someone")
    by = next((j for j in range(at + 1, min(i, at + 4)) if line.low[j] in lexicon.speech.claims_by), i)
    if at + 3 < i and line.low[at + 1] in lexicon.speech.complementizers:
        by = at + 2  # un constat que partage X
    if by + 1 >= i or any(map(line.breaks, range(at + 1, by + 1))):
        return None
    who = phrases.after(line, by + 1, i, cast)
    return who if who and who.name else None


def _owner(line: Line, start: int, i: int, cast: Cast) -> Who | None:
    """Return whose words a phrase with its owner announces: X’s message was simple: “…”, X’s blunt verdict: “…”"""
    lexicon = cast.lexicon
    for at in range(start + 1, min(i - 1, start + MAX_STRANGER)):
        if line.breaks(at) or line.low[at] in lexicon.forms:
            return None
        if line.gap[at] == APOSTROPHE and len(line.low[at]) == 1:
            near = range(at + 1, min(i, at + 4))
            said = any(line.folded[j] in lexicon.claims and not line.breaks(j) for j in near)
            who = phrases.before(line, start, at, cast) if said and lexicon.speech.verb_endings else None
            return who if who and (who.name or who.pronoun) else None
    return None


def _behind_adjunct(line: Line, start: int, stop: int, lexicon: Lexicon) -> int:
    """Return the word of the phrase behind an adjunct without a comma: Alle 22 il sindaco; 0 if there is none."""
    for j in range(start + 2, min(stop, start + 7)):
        opens = line.folded[j] in lexicon.determiners or j in line.name_at
        if opens and line.folded[j - 1] not in lexicon.prepositions | lexicon.inner | lexicon.determiners:
            return j
    return 0


def _last_phrase(line: Line, start: int, i: int, cast: Cast) -> Who | None:
    """Return who stands between the last comma of a headline and its colon: Ukraine, Moscow: “…”."""
    at = i - 1
    while at > start and not line.breaks(at):
        at -= 1
    who = judge(line, at, i, cast) if at > start else None
    return who._replace(last=i) if who and who.name else None


def _phrase_end(line: Line, start: int, stop: int, lexicon: Lexicon) -> int:
    """Return where the phrase that begins at word `start` can end: behind its last name or noun, asides included."""
    end = i = start
    comma = False
    while i < stop:
        if i > start and line.breaks(i):
            if line.gap[i] != "," or comma:
                break
            comma = True
        word = line.folded[i]
        if i in line.name_at:
            i = end = line.word_at(line.name_at[i].end)
            continue
        if hit := lexicon.nouns.at(line.folded, i, stop):
            i = end = hit[0]
            continue
        if i > start and ((word in lexicon.clause_words and word not in lexicon.inner) or line.low[i] in lexicon.forms):
            break
        i += 1
    return end


def _adjunct(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i opens an adjunct rather than the subject: asked, on Monday, interrogé."""
    word = line.folded[i]
    return word in lexicon.prepositions or word in lexicon.clause_words - lexicon.determiners or any(
        f.slots & {"participle", "gerund"} for f in lexicon.forms.get(line.low[i], ()))  # fmt: skip


def _strange_participle(line: Line, i: int, last: int, lexicon: Lexicon) -> int:
    """Return the participle no list holds whose auxiliary is word i, adverbs between passed over; 0 for none."""
    if line.folded[i] not in (*lexicon.auxiliaries, *lexicon.speech.reflexive_auxiliaries):
        return 0
    at = i + 1
    while at < last - 1 and at - i < 4 and not line.breaks(at) and line.folded[at] in lexicon.adverbs:
        at += 1
    told = at < last - 1 and not line.breaks(at) and line.gap[at] == " " and (
        _opens_subject(line, at + 1, lexicon) or _titled(line, at + 1, last, lexicon))  # fmt: skip
    return at if told and len(line.low[at]) > 3 and line.low[at].endswith(lexicon.speech.strange_participles) else 0


def _titled(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether word i may be a title that nobody lists before a name: a imagé nanan Koffi Yobouet."""
    far = bool(lexicon.speech.far_subjects) and i + 1 < last and i + 1 in line.name_at and line.gap[i + 1] == " "
    word = line.folded[i]
    return far and not line.breaks(i) and line.low[i].isalpha() and word not in lexicon.prepositions | lexicon.inner


def _opens_subject(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a subject may begin with word i, a space before it: a name, or a determiner that is no link."""
    named = i in line.name_at or line.folded[i] in lexicon.determiners - lexicon.inner
    return named and line.gap[i] == " " and line.quoted[i] < 0


def _strange_verb(line: Line, i: int, lexicon: Lexicon, sure: bool = False) -> bool:
    """Return whether word i may be a verb that no list holds, by its ending and for it is nothing else.

    `sure`: where it stands it is no noun.
    """
    word = line.low[i]
    if len(word) < 4 - sure or line.capital(i) or i in line.name_at or not word.isalpha():
        return False
    if not word.endswith(lexicon.speech.strange_endings):
        return False
    folded = line.folded[i]
    return not (folded in lexicon.clause_words or folded in lexicon.prepositions or folded in lexicon.adverbs
                or folded in lexicon.openers or folded in lexicon.determiners or folded in lexicon.conjunctions
                or (lexicon.nouns.at(line.folded, i, i + 1) and not sure and not _hung(line, i, lexicon)))  # fmt: skip


def _hung(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a pronoun hangs on word i, which is a verb then whatever noun looks like it: philosophe-t-il."""
    return i + 1 < len(line.low) and line.gap[i + 1] == HYPHEN and (
        line.low[i + 1] in lexicon.speech.euphonic or line.folded[i + 1] in lexicon.pronouns)  # fmt: skip
