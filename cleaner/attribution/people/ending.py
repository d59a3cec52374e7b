"""Where a noun phrase ends: which word behind its beginning cannot go on with it.

Looks at a word and its neighbours. Who a phrase stands for is judged elsewhere.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.people import capitals, cases
from cleaner.attribution.people.extent import finite, participle
from cleaner.attribution.words.pack import Lexicon


def ends_phrase(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i cannot belong to the phrase that began at `first`."""
    if i in line.name_at:
        return cases.parts(line, i, first, lexicon)
    if line.text[line.end[i - 1] : line.start[i]] == "/":
        return False
    if _held_by(line, i, lexicon):
        return True
    if _of_title(line, i, lexicon) or (i - 1 > first and lexicon.complements.at(line.folded, i - 1, len(line.folded))):
        return False
    if _opens_clause(line, i, first, lexicon):
        return True
    if lexicon.speech.pro_drop and i - 1 == first and line.folded[i] in lexicon.linking and (
            line.folded[first] in lexicon.speech.partitives):  # fmt: skip
        return i + 1 >= len(line.low) or line.breaks(i + 1)  # dos de los asistentes
    if _parted(line, i, first, lexicon):
        return True
    if _names_paper(line, i, lexicon):
        return False
    if lexicon.speech.press_staff and line.folded[i] in lexicon.definite and _to_press(line, i, first, lexicon):
        return True
    return _small_word_ends(line, i, first, lexicon)


def _small_word_ends(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether the article, the preposition, the conjunction, the adverb or whatever word i is begins anew."""
    word = line.folded[i]
    joins = word in lexicon.inner
    if word in lexicon.determiners and not joins and line.gap[i] not in (HYPHEN, APOSTROPHE):
        before = line.folded[i - 1]
        return before not in lexicon.inner and before not in lexicon.determiners and before not in lexicon.prepositions
    if joins:
        return _joint_ends(line, i, first, lexicon)
    if lexicon.speech.nouns_capitalised and capitals.behind_noun(line, i, lexicon) and (
            i - 1 > first or line.folded[first] not in lexicon.determiners):  # fmt: skip
        return not (line.folded[first + 1] in lexicon.prepositions and i - first < 4)
    if word in lexicon.clause_words or word in lexicon.prepositions or line.low[i] in ("’",):
        return True
    return _adverb(line, i, lexicon)


def _held_by(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a participle and its agent begin at word i: read a sign held by X."""
    return bool(lexicon.speech.clause_starts) and not line.capital(i) and i + 1 < len(line.low) and (
        line.low[i + 1] in lexicon.speech.passive_agent and participle(line, i, lexicon))  # fmt: skip


def _of_title(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i tells a time, but in the capitals of a title: USA TODAY."""
    return bool(lexicon.speech.clause_starts) and line.folded[i] in lexicon.times and line.capital(i - 1) and (
        line.role == "body" and len(line.folded[i]) > 2 and line.slice(i - 1, i + 1).isupper())  # fmt: skip


def _opens_clause(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i says what the speaker does besides, or that somebody quotes him: said X presenting …"""
    speech = lexicon.speech
    if (speech.pro_drop or speech.far_subjects) and any(
            "gerund" in f.slots for f in lexicon.forms.get(line.low[i], ())):  # fmt: skip
        return True
    if lexicon.quoted_by.at(line.folded, i, len(line.folded)):
        return True
    if speech.bare_quotes and i - 1 > first and _verb(line, i, lexicon):
        return True
    return bool(speech.far_subjects) and _behind_person(line, i, first, lexicon)


def _parted(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i is a verb, or its case or a title in quotation marks before it parts it from the phrase."""
    if lexicon.speech.pro_drop and _done_by(line, i, lexicon):
        return True
    if finite(line, i, lexicon) or cases.parts(line, i, first, lexicon):
        return True
    return i in line.titled and not line.capital(i) and line.folded[i] not in lexicon.inner | lexicon.conjunctions


def _names_paper(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i begins the name of a paper or body behind its noun: o jornal O Globo."""
    if not lexicon.speech.far_subjects or not line.capital(i) or i + 1 >= len(line.low) or not line.capital(i + 1):
        return False
    noun = lexicon.nouns.at(line.folded, i - 1, i)
    return noun is not None and noun[1] in ("body", "document")


def _joint_ends(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i, which may join what belongs to a phrase, leads away from it: said X to his brother."""
    behind = i + 1
    if line.low[i] in lexicon.speech.auxiliaries or behind >= len(line.low) or line.breaks(behind):
        return True
    if _gerund(line, behind, lexicon):
        return True
    if line.folded[i] in lexicon.conjunctions:
        return not _joins_speaker(line, behind, lexicon)
    if lexicon.speech.far_subjects and line.low[i] in lexicon.speech.addressee_prepositions and (
            _addresses(line, i, first, lexicon)):  # fmt: skip
        return True
    if line.folded[i - 1] in lexicon.women | lexicon.men and line.low[i - 1] in lexicon.abbreviations:
        return False  # le cabinet de M. de X
    weak = line.low[i] in lexicon.speech.addressee_stops
    return (weak and not _behind_noun(line, i, first, lexicon)) or _time(line, behind, lexicon)


def _behind_noun(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a noun of speakers ends before word i, of one word or of several: la porte-parole de l'Élysée."""
    ends = (lexicon.nouns.at(line.folded, j, i) for j in range(max(first, i - 4), i))
    return any(hit is not None and hit[0] == i for hit in ends)


def _gerund(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i tells what somebody does meanwhile: explique le généraliste en se lavant les mains."""
    ends = line.low[i].endswith(lexicon.speech.gerund_endings or "\n") and not line.capital(i)
    return ends or line.low[i] in lexicon.speech.reflexive_clitics


def _joins_speaker(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether somebody who can speak stands at word i, behind a conjunction: the mayor and his deputy."""
    if i in line.name_at or line.folded[i] in lexicon.determiners:
        return True
    near = range(i, min(i + 3, len(line.low)))
    return any(lexicon.nouns.at(line.folded, j, len(line.low)) for j in near) or (
        lexicon.countries.at(line.folded, i, len(line.low)) is not None)  # fmt: skip


def _addresses(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether the preposition at word i leads to who is told, or to where: dijo el alcalde a su hermano."""
    return (line.low[i + 1] in lexicon.speech.possessives or _told(line, i + 1, lexicon)
            or (line.low[i] in lexicon.speech.fused and _told(line, i, lexicon, fused=True))
            or _elsewhere(line, i, first, lexicon))  # fmt: skip


def _time(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, behind a preposition, is an adverb and no part of a name: said the mayor on Friday."""
    adverb = line.folded[i] in lexicon.adverbs and line.folded[i] not in lexicon.determiners | lexicon.inner
    return adverb and not (lexicon.speech.far_subjects and line.capital(i))


def _adverb(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i is an adverb beside the phrase, not one inside it: el exzaguero y hoy comentarista."""
    if line.folded[i] not in lexicon.adverbs or line.folded[i - 1] in lexicon.determiners:
        return False
    inside = bool(lexicon.speech.far_subjects) and line.folded[i - 1] in lexicon.conjunctions
    return not inside or lexicon.nouns.at(line.folded, i + 1, len(line.low)) is None


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
