"""What stands between a verb and the speaker behind it: whom it told, when and where, asides; where the speaker begins.

Owns how far such adjuncts reach. Chooses no speaker.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import known
from cleaner.attribution.words.pack import Lexicon
from cleaner.text import fold

MAX_TOLD = 10
"""Behind the paper told, the speaker stands within so many words."""
MAX_ADJUNCTS = 24
"""So many words stand between a verb and its subject behind it at most."""


def past_addressee(line: Line, at: int, last: int, cast: Cast) -> int:
    """Return the word after an addressee that stands between verb and speaker: a dit à l'AFP son avocat."""
    lexicon = cast.lexicon
    while at + 1 < last and line.gap[at] == HYPHEN and line.folded[at] in cast.lexicon.clitics:
        at += 1
    if at + 1 < last and not line.breaks(at) and line.low[at] in cast.lexicon.speech.addressee_prepositions:
        told = at + 1 + (line.folded[at + 1] in cast.lexicon.determiners)
        if (hit := cast.lexicon.institutions.at(line.folded, told, last)) and hit[0] < last and not line.breaks(hit[0]):
            return hit[0]
        who = phrases.after(line, at + 1, last, cast)
        if who and who.last < last and not line.breaks(who.last):
            return who.last
        named = next((i for i in range(at + 2, who.last) if i in line.name_at), 0) if who else 0
        alone = named and line.word_at(line.name_at[named].end) == named + 1
        if lexicon.speech.free_order and named and not alone and known(who, cast) and (
                line.folded[named - 1] not in lexicon.inner):  # fmt: skip
            return named
    over = at
    if lexicon.speech.free_order and over < last and (
            name := phrases.quoted_name(line, over, last, cast, bare=True)) and (
            name.last < last and line.gap[name.last] == " " and line.quoted[name.last] < 0):  # fmt: skip
        over = name.last
    over = _past_paper(line, over, last, lexicon)
    while over < last - 1 and not line.breaks(over) and over in line.cases:
        over += 1
    while over < last - 1 and not line.breaks(over) and (hit := cast.lexicon.asides.at(line.folded, over, last - 1)):
        over = hit[0]
    while over < min(last - 1, at + 4) and not line.breaks(over) and over not in line.name_at and (
            _light(line.folded[over], lexicon)
            or line.low[over].endswith(lexicon.speech.adverb_endings or "\n")):  # fmt: skip
        over += 1
    if lexicon.speech.strangers and over < last and line.gap[over] == ",":
        return _past_commas(line, over, last, cast)
    return _past_adjunct(line, over, last, cast)


def _light(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is an adverb and nothing else that could begin a phrase."""
    other = word in lexicon.determiners or (lexicon.speech.strangers and word in lexicon.prepositions)
    return word in lexicon.adverbs and not other


def told_paper(line: Line, at: int, lexicon: Lexicon) -> int:
    """Return the word behind a paper in marks whose case shows that it was told: сказала «Известиям»; 0 if none is."""
    then = line.title_at.get(at, 0)
    if not then or not lexicon.speech.dative_endings:
        return 0
    if line.low[then - 1].endswith(lexicon.speech.dative_endings):
        return then
    known = lexicon.institutions.at(line.folded, at, then)
    named = known is not None and known[0] == then
    return then if named and fold(str(known and known[1])) != " ".join(line.folded[at:then]) else 0


def _past_paper(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word after the paper that was told, where its case does not show: рассказал РБК источник."""
    if not lexicon.speech.declensions or at >= last or line.breaks(at):
        return at
    hit = lexicon.institutions.at(line.folded, at, last)
    told = told_paper(line, at, lexicon)
    mention = line.name_at.get(at)
    foreign = line.word_at(mention.end) if mention and mention.text.isascii() else last
    then = told or (hit[0] if hit else line.title_at.get(at, foreign))
    if then >= last or line.breaks(then) or (line.folded[then] in lexicon.prepositions and not told):
        return at
    if line.low[then] in lexicon.speech.plural_determiners or line.low[then] in lexicon.speech.indefinite:
        return then
    near = (i for i in range(then, min(last, then + (MAX_TOLD if told else 4))) if not line.breaks(i) or i == then)
    subject = next((i for i in near if i in line.name_at or lexicon.nouns.at(line.folded, i, last)), last)
    if told and subject < last and line.folded[then] in lexicon.prepositions:
        return subject if subject not in line.cases and line.folded[subject - 1] not in lexicon.prepositions else at
    return then if subject < last and subject not in line.cases else at


def _past_commas(line: Line, at: int, last: int, cast: Cast) -> int:
    """Return the word after an aside between commas: garantiram, quase em uníssono, X e Y."""
    lexicon = cast.lexicon
    light = lexicon.adverbs | lexicon.prepositions
    end = at
    while (
        end < last
        and end - at < 5
        and (end == at or not line.breaks(end))
        and (end not in line.name_at and (line.folded[end] in light or line.folded[end - 1] in lexicon.prepositions))
    ):
        end += 1
    named = end in line.name_at or (end < last and line.folded[end] in lexicon.determiners)
    return end if at < end < last and line.gap[end] == "," and named else at


def _past_adjunct(line: Line, at: int, last: int, cast: Cast) -> int:
    """Return the word after an adjunct that parts a verb from its subject: zanjó en televisión la ministra X."""
    lexicon = cast.lexicon
    if not lexicon.speech.strangers or at >= last or line.folded[at] not in lexicon.prepositions - lexicon.determiners:
        return at
    for i in range(at + 2, min(last, at + 7)):
        if line.breaks(i) or line.low[i] in lexicon.speech.complementizers:
            return at
        opens = line.folded[i] in lexicon.determiners or i in line.name_at
        if opens and line.folded[i - 1] not in lexicon.prepositions | lexicon.inner | lexicon.determiners and not (
                _named_place(line, i, last, lexicon)):  # fmt: skip
            who = phrases.after(line, i, last, cast)
            return i if who and (who.institution or known(who, cast) or who.noun) else at
    return at


def past_adjuncts(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word where a speaker may begin behind adverbs, asides and adjuncts: a réagi, ému, à Paris le maire."""
    start = at
    while at < last and at - start < MAX_ADJUNCTS and line.quoted[at] < 0:
        if hit := lexicon.asides.at(line.folded, at, last):
            at = hit[0]
        elif line.gap[at] == "," and at > start - 1:
            comma = next((i for i in range(at + 1, min(last, at + 9)) if line.breaks(i)), last)
            if comma >= last or line.gap[comma] != "," or not _adjunct(line, at, lexicon):
                return at
            at = comma
            if line.folded[at] in lexicon.determiners or at in line.name_at:
                return at
        elif at in line.name_at or (line.breaks(at) and at > start):
            return at
        elif (line.folded[at] in lexicon.prepositions and line.folded[at] not in lexicon.speech.definite) or (
                len(line.low[at]) > 5 and line.low[at].endswith(lexicon.speech.gerund_endings or "\n")):  # fmt: skip
            at = _behind_adjunct(line, at + 1, last, lexicon)
        elif line.folded[at] in lexicon.adverbs - lexicon.determiners or line.low[at].isdigit() or (
                line.low[at].endswith(lexicon.speech.adverb_endings or "\n")):  # fmt: skip
            at += 1
        else:
            return at
    return at


def past_aside(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind an aside in commas that follows a verb: affirme, lui, avoir vu; dit, page 117, que."""
    if at + 1 >= last or line.gap[at] != "," or line.quoted[at] >= 0:
        return at
    if line.gap[at + 1] == "," and line.low[at] in lexicon.speech.object_pronouns:
        return at + 1
    if (hit := lexicon.asides.at(line.folded, at, last)) and hit[0] < last and line.gap[hit[0]] in ",:":
        return hit[0]
    if not lexicon.speech.far_subjects:
        return at
    close = next((i for i in range(at + 1, min(last, at + 9)) if line.breaks(i)), last)
    if close >= last or line.gap[close] not in ",:" or not _adjunct(line, at, lexicon):
        return at
    led = line.folded[at] in lexicon.prepositions
    held = any(line.low[i] in lexicon.forms or (i in line.name_at and not led) for i in range(at, close))
    return at if held else close


def _adjunct(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i opens an aside between commas that is no speaker."""
    word = line.folded[i]
    if word in lexicon.determiners or i in line.name_at or lexicon.nouns.at(line.folded, i, i + 1):
        return word in lexicon.prepositions
    if word.isdigit() and any(j in line.name_at for j in range(i + 1, min(len(line.low), i + 4)) if not line.breaks(j)):
        return False  # 78-летняя Jane Doe
    return word not in lexicon.clause_words or word in lexicon.prepositions


def _behind_adjunct(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the first word behind the phrase of a preposition: one that opens another phrase, or a break."""
    open_ = True
    while at < last and not line.breaks(at):
        word = line.folded[at]
        opens = word in lexicon.determiners or at in line.name_at
        if opens and not open_ and not _named_place(line, at, last, lexicon):
            break
        if word in lexicon.prepositions and not open_ and word not in lexicon.inner:
            break
        if line.low[at] in lexicon.speech.complementizers:
            break
        open_ = word in lexicon.inner or word in lexicon.prepositions or (open_ and word in lexicon.determiners)
        mention = line.name_at.get(at)
        at = max(at + 1, line.word_at(mention.end)) if mention else at + 1
    return at


def _named_place(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether the name at word `at` belongs to the noun before it, as the subject follows: na rede X o chefe."""
    mention = line.name_at.get(at)
    then = line.word_at(mention.end) if mention and " " not in mention.name else last
    hit = lexicon.nouns.at(line.folded, at - 1, at)
    noun = not line.capital(at - 1) and (hit is None or hit[1] in ("body", "document"))
    return noun and then < last and not line.breaks(then) and (
        then in line.name_at or line.low[then] in lexicon.definite or line.low[then] in lexicon.speech.indefinite)
