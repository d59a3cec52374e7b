"""How far a noun phrase reaches: where it begins and ends, what stands between it and a verb, what breaks it off.

Looks at the words around; who a phrase stands for is judged elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.people import capitals, cases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.words.pack import Lexicon

MAX_PHRASE: Final = 24
MAX_STRANGE: Final = 2
"""A phrase that no noun of a speaker heads holds so many words at most that nobody knows."""


def participle(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i looks like a participle: seen by, written by, obtained by."""
    listed = any("participle" in f.slots for f in lexicon.forms.get(line.low[i], ()))
    return listed or line.folded[i] in lexicon.clause_words or (
        bool(lexicon.speech.verb_endings) and line.low[i].endswith(lexicon.speech.verb_endings))  # fmt: skip


def core(line: Line, first: int, most: int, cast: Cast) -> int:
    """Return where the phrase that begins at word `first` ends at the least: behind its name or noun, `first` if none.

    What hangs on it by a preposition, and a second one joined by a conjunction, belong to it.
    """
    lexicon = cast.lexicon
    if first < most and line.folded[first] in lexicon.pronouns:
        return first + 1
    end = i = first
    while i < min(most, first + MAX_PHRASE):
        if (i > first and line.breaks(i)) or line.quoted[i] >= 0:
            break
        if (
            i > first
            and i == end
            and line.gap[i] == APOSTROPHE
            and len(line.low[i]) == 1
            and lexicon.speech.verb_endings
        ):
            end = first
            i += 1
            continue
        if i in line.name_at:
            i = end = max(i + 1, line.word_at(line.name_at[i].end))
        elif hit := lexicon.nouns.at(line.folded, i, most) or lexicon.institutions.at(line.folded, i, most):
            i = end = hit[0]
        elif i > first and (
            (i == end and not (inner(line, i, lexicon) or line.gap[i] in (APOSTROPHE, HYPHEN)))
            or (line.low[i] in lexicon.forms and i not in line.covered and not _behind_determiner(line, i, lexicon))
            or (i == end > first and i + 1 < most and _when(line, i + 1, lexicon))
        ):
            break
        else:
            i += 1
    return end


def _behind_determiner(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a determiner stands before word i, which is no verb then: the state police."""
    return line.low[i - 1] in lexicon.speech.articles and not line.breaks(i)


def _when(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i tells a time and belongs to no phrase of a speaker: a judge on Friday blocked …"""
    word = line.folded[i]
    return word in lexicon.times and word in lexicon.adverbs and word not in lexicon.determiners | lexicon.inner


def inner(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i joins what belongs to a phrase, and is no auxiliary that only its accent parts from it."""
    return line.folded[i] in lexicon.inner and line.low[i] not in lexicon.speech.auxiliaries


def skip_back(line: Line, least: int, end: int, lexicon: Lexicon) -> int:
    """Return the word after the noun phrase when adverbs and asides stand between it and `end`."""
    for _ in range(12):
        if end <= least:
            break
        if least < line.brackets.get(end, 0) < end:
            end = line.brackets[end]
            continue
        start = lexicon.asides.before(line.folded, end, least)
        if start is not None:
            end = start
        elif end - 1 > least and line.low[end - 1].isdigit() and (
                end < len(line.low) and line.folded[end] in lexicon.times):  # fmt: skip
            end -= 1
        elif line.folded[end - 1] in lexicon.same and end - 2 >= least and line.low[end - 2] in lexicon.speech.definite:
            break  # le même assure
        elif lexicon.speech.subjects_stated and ends_part(line, end - 1, least, lexicon):
            break
        elif line.folded[end - 1] in lexicon.adverbs and line.folded[end - 1] not in lexicon.pronouns:
            if line.capital(end - 1) and (end - 1 in line.name_at or (end - 1 in line.covered and line.role == "body")):
                break
            end -= 1
        else:
            break
    return end


def ends_part(line: Line, i: int, least: int, lexicon: Lexicon) -> bool:
    """Return whether word i ends what stands for one of several, and is no adverb: l'un d'eux a dit, l'autre a ri."""
    before = line.folded[i - 1] if i > least else ""
    if line.folded[i] in lexicon.speech.object_pronouns:
        return before in lexicon.linking
    alone = i == least or before in lexicon.determiners or line.breaks(i)
    return alone and line.folded[i] in lexicon.speech.partitives


def clause_word(line: Line, i: int, lexicon: Lexicon) -> bool:
    if line.folded[i] not in lexicon.clause_words or i in line.name_at:
        return False
    if line.role == "body" and i > 0 and line.capital(i) and not line.breaks(i) and line.folded[i] in lexicon.bars:
        return False
    if line.folded[i] in lexicon.inner and i > 0 and i + 1 < len(line.folded):
        behind = line.capital(i + 1) or line.folded[i + 1] in lexicon.determiners or (
            line.low[i + 1] in lexicon.speech.object_pronouns)  # fmt: skip
        return not behind or line.breaks(i)
    noun = i + 1 < len(line.folded) and lexicon.nouns.at(line.folded, i + 1, len(line.folded)) is not None
    title = noun and bool(lexicon.speech.verb_endings) and line.capital(i + 1)
    return line.folded[i] not in lexicon.definite or not noun or title


def after_openers(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    while start < end - 1 and line.folded[start] in lexicon.openers | lexicon.clitics and (
            line.folded[start] not in lexicon.determiners):  # fmt: skip
        start += 1
    return start


def pure(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether words [start, end) are nothing but names, nouns of speakers, and what joins them."""
    i = start
    strange, most = 0, MAX_STRANGE
    known = False
    if lexicon.speech.head == "first" and lexicon.nouns.at(line.folded, min(start + 1, end), end) and (
            line.folded[start] in lexicon.determiners):  # fmt: skip
        most = MAX_PHRASE // 4
    while i < end:
        if (
            hit := lexicon.nouns.at(line.folded, i, end)
            or lexicon.plurals.at(line.folded, i, end)
            or lexicon.countries.at(line.folded, i, end)
        ):
            i = hit[0]
            known = True
            continue
        word = line.folded[i]
        known = known and i not in line.name_at and word not in lexicon.inner
        if not (line.capital(i) or word in lexicon.determiners or word in lexicon.inner or word in lexicon.conjunctions
                or line.gap[i] in (HYPHEN, APOSTROPHE)):  # fmt: skip
            strange += 1
            verbal = i > start and known and line.low[i].endswith(lexicon.speech.verb_endings) and len(word) > 4
            verbal = verbal or (most > MAX_STRANGE and word in lexicon.clitics | lexicon.auxiliaries | lexicon.passive)
            if verbal or word in lexicon.prepositions or line.low[i] in lexicon.forms or strange > most:
                return False
        i += 1
    return True


def _told(line: Line, i: int, lexicon: Lexicon, fused: bool = False) -> bool:
    """Return whether somebody told begins with the article at word i: explique la bénévole à la jeune femme."""
    opens = line.low[i] in lexicon.definite or fused
    hit = lexicon.nouns.at(line.folded, i + 1, len(line.low)) if opens else None
    return hit is not None and hit[1] == "person"


def _elsewhere(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether the preposition at word i leads to the press, or away from an office that is of something already.

    Said the head of the department at the opening of the fair; said the spokesman to the agency Belga.
    """
    nxt = i + 1 + (i + 1 < len(line.low) and line.folded[i + 1] in lexicon.determiners)
    if nxt >= len(line.low) or line.folded[nxt] in lexicon.speech.press:
        return nxt < len(line.low)
    if line.capital(nxt) or nxt in line.name_at or nxt in line.offices or nxt == i + 1 or i in line.offices:
        return False
    whose = any(line.folded[j] in lexicon.linking and line.low[j] not in lexicon.speech.addressee_prepositions
                for j in range(first + 1, i) if j not in line.offices and j not in line.name_at)  # fmt: skip
    return whose and lexicon.nouns.at(line.folded, nxt, len(line.low)) is None


def _verb(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i is a verb of speech in the present and no noun or participle: le fondateur tient."""
    slots = [f.slots for f in lexicon.forms.get(line.low[i], ())]
    if not slots or i in line.covered or any("participle" in s for s in slots) or line.gap[i] != " ":
        return False
    before = line.folded[i - 1]
    if before in lexicon.determiners | lexicon.inner or lexicon.nouns.at(line.folded, i, i + 1):
        return False
    return any(s & {"base", "present"} for s in slots) and lexicon.nouns.at(line.folded, i - 1, i) is not None


def finite(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i is surely a verb, where nouns have cases: it is one of speech, or ends as no noun does."""
    if not lexicon.speech.finite_marks or line.capital(i) or i in line.covered or i in line.name_at:
        return False
    marked = line.low[i].endswith(lexicon.speech.finite_marks) and lexicon.nouns.at(line.folded, i, i + 1) is None
    return marked or line.low[i] in lexicon.forms


def through(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether word i opens who speaks for somebody: through his lawyer, durch seinen Sprecher, устами X."""
    if lexicon.voices.at(line.folded, i, last):
        return True
    return line.low[i] in lexicon.speech.through and any(
        line.folded[j] in lexicon.mouthpieces and not line.breaks(j) for j in range(i + 1, min(last, i + 5)))


def _to_press(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a paper told begins at word i: sagte ein Diplomat der Presse-Agentur; no spokesman of a paper."""
    near = range(i + 1, min(len(line.low), i + 4))
    stop = next((j for j in near if line.breaks(j)), near.stop)
    press = lexicon.speech.press
    told = any(line.low[j] in press or line.folded[j] in press for j in range(i + 1, stop))
    return told and not any(line.low[j] in lexicon.speech.press_staff for j in range(first, i))


def _behind_person(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a full name ends before word i, which cannot go on with it: said the director X presenting."""
    if line.capital(i) or line.gap[i] != " " or line.folded[i] in lexicon.inner | lexicon.conjunctions:
        return False
    near = (line.name_at[j] for j in range(max(first, i - 4), i - 1) if j in line.name_at)
    return any(m.kind == "person" and line.word_at(m.end) == i for m in near)


def _done_by(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a participle and its agent begin at word i: un documento interno visto da Reuters."""
    if i + 2 >= len(line.low) or line.breaks(i + 1) or line.low[i + 1] not in lexicon.speech.passive_agent:
        return False
    word = line.low[i]
    return len(word) > 4 and not line.capital(i) and word.endswith(lexicon.speech.strange_participles) and (
        lexicon.nouns.at(line.folded, i, i + 1) is None)  # fmt: skip


def ends_phrase(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i cannot belong to the phrase that began at `first`."""
    word = line.folded[i]
    if i in line.name_at and cases.parts(line, i, first, lexicon):
        return True
    if i in line.name_at or line.text[line.end[i - 1] : line.start[i]] == "/":
        return False
    if lexicon.speech.clause_starts and not line.capital(i) and i + 1 < len(line.low) and (
            line.low[i + 1] in lexicon.speech.passive_agent and participle(line, i, lexicon)):  # fmt: skip
        return True  # read a sign held by X
    if lexicon.speech.clause_starts and word in lexicon.times and line.capital(i - 1) and line.role == "body" and (
            len(word) > 2 and line.slice(i - 1, i + 1).isupper()):  # fmt: skip
        return False  # USA TODAY
    if i - 1 > first and lexicon.complements.at(line.folded, i - 1, len(line.folded)):
        return False
    if (lexicon.speech.pro_drop or lexicon.speech.far_subjects) and any(
        "gerund" in f.slots for f in lexicon.forms.get(line.low[i], ())
    ):
        return True
    if lexicon.quoted_by.at(line.folded, i, len(line.folded)):
        return True
    if lexicon.speech.bare_quotes and i - 1 > first and _verb(line, i, lexicon):
        return True
    if lexicon.speech.far_subjects and _behind_person(line, i, first, lexicon):
        return True
    if lexicon.speech.pro_drop and i - 1 == first and word in lexicon.linking and (
            line.folded[first] in lexicon.speech.partitives):  # fmt: skip
        return i + 1 >= len(line.low) or line.breaks(i + 1)  # dos de los asistentes
    if lexicon.speech.pro_drop and _done_by(line, i, lexicon):
        return True
    if finite(line, i, lexicon):
        return True
    if cases.parts(line, i, first, lexicon):
        return True
    if i in line.titled and not line.capital(i) and word not in lexicon.inner | lexicon.conjunctions:
        return True
    if lexicon.speech.far_subjects and line.capital(i) and i + 1 < len(line.low) and line.capital(i + 1) and (
            (paper := lexicon.nouns.at(line.folded, i - 1, i)) and paper[1] in ("body", "document")):  # fmt: skip
        return False  # o jornal O Globo
    if lexicon.speech.press_staff and word in lexicon.definite and _to_press(line, i, first, lexicon):
        return True
    if word in lexicon.determiners and word not in lexicon.inner and line.gap[i] not in (HYPHEN, APOSTROPHE):
        before = line.folded[i - 1]
        return before not in lexicon.inner and before not in lexicon.determiners and before not in lexicon.prepositions
    if word in lexicon.inner and line.low[i] in lexicon.speech.auxiliaries:
        return True
    if word in lexicon.inner:
        nxt = i + 1
        if nxt >= len(line.low) or line.breaks(nxt):
            return True
        gerund = line.low[nxt].endswith(lexicon.speech.gerund_endings or "\n") and not line.capital(nxt)
        if gerund or line.low[nxt] in lexicon.speech.reflexive_clitics:
            return True  # explique le généraliste en se lavant les mains
        days = line.folded[nxt] in lexicon.adverbs and line.folded[nxt] not in lexicon.determiners | lexicon.inner
        days = days and not (lexicon.speech.far_subjects and line.capital(nxt))
        if word in lexicon.conjunctions:
            near = range(nxt, min(nxt + 3, len(line.low)))
            return not (nxt in line.name_at or line.folded[nxt] in lexicon.determiners
                        or any(lexicon.nouns.at(line.folded, j, len(line.low)) for j in near)
                        or lexicon.countries.at(line.folded, nxt, len(line.low)))  # fmt: skip
        if lexicon.speech.far_subjects and line.low[i] in lexicon.speech.addressee_prepositions and (
                line.low[nxt] in lexicon.speech.possessives or _told(line, nxt, lexicon)
                or (line.low[i] in lexicon.speech.fused and _told(line, i, lexicon, fused=True))
                or _elsewhere(line, i, first, lexicon)):  # fmt: skip
            return True
        if line.folded[i - 1] in lexicon.women | lexicon.men and line.low[i - 1] in lexicon.abbreviations:
            return False  # le cabinet de M. de X
        weak = lexicon.speech.addressee_stops
        if line.low[i] in weak and (lexicon.nouns.at(line.folded, i - 1, i) is None or days):
            return True
        return days
    if lexicon.speech.nouns_capitalised and capitals.behind_noun(line, i, lexicon) and (
            i - 1 > first or line.folded[first] not in lexicon.determiners):  # fmt: skip
        return not (line.folded[first + 1] in lexicon.prepositions and i - first < 4)
    adverb = word in lexicon.adverbs and line.folded[i - 1] not in lexicon.determiners
    if adverb and lexicon.speech.far_subjects and line.folded[i - 1] in lexicon.conjunctions:
        adverb = lexicon.nouns.at(line.folded, i + 1, len(line.low)) is None  # el exzaguero y hoy comentarista
    return word in lexicon.clause_words or word in lexicon.prepositions or adverb or line.low[i] in (
        "’",)  # fmt: skip
