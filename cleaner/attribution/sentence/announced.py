"""Words that a noun beside a quotation announces as somebody's: “…”, the words of X; the answer of X was clear: “…”.

Owns the nouns for what is said where no verb says it, the phrase that names who speaks ahead of his verb (who says so
is X: “…”), and the bare “thus X” behind a quotation. Looks only where nothing else has found a speaker.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import wordless
from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.nesting.found import HEAD, RESUMING, TAIL, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.smallwords import copula
from cleaner.attribution.words.pack import Lexicon

MAX_NOUN: Final = 4
"""So many words stand between the mark of a quotation and the noun, between the noun and its preposition."""
MAX_REST: Final = 12
"""What tells how the words were has fewer words: the answer of X, a deputy, was clear: “…”."""
MAX_AHEAD: Final = 16
"""So many words stand between a verb of speech and the copula that names who speaks."""
_SPEAKING: Final = frozenset({"say", "tell", "report", "mark", "call", "act", "label"})


def announced(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> list[Attribution]:
    """Return the attribution of a sentence whose words are announced, none where something else has found one."""
    lexicon = cast.lexicon
    if not (lexicon.speech.claims_by or lexicon.speech.copulas or lexicon.speech.thus):
        return []
    quoted = [i for i in range(first, last) if line.quoted[i] >= 0]
    if not quoted:
        before = first > 0 and line.quoted[first - 1] >= 0 and line.gap[first] != "\n"
        found = _resuming(line, first, last, cast) if before and not made else None
        return [found] if found else []
    out: list[Attribution] = []
    taken = [a for a in made if a.kind != "non_statement"]
    start = quoted[0]
    if found := _read_out(line, first, start, cast, taken):
        made[:] = [a for a in taken if a.begin > start]
        return [found]
    colon = start > first and line.gap[start] == ":" and not any(a.begin < start for a in taken)
    if colon and (found := _before(line, first, start, cast)):
        made[:] = taken
        return [found]
    if found := _far_colon(line, first, quoted, cast, taken):
        made[:] = taken
        return [found]
    if taken:
        return []
    for end in quoted:
        if end + 1 < last and line.quoted[end + 1] < 0 and (found := _behind(line, end + 1, last, cast)):
            out.append(found)
            break
    return out


def _before(line: Line, first: int, stop: int, cast: Cast) -> Attribution | None:
    """Return whose words a clause before a colon announces: dura la replica di X: «…»; a dirlo è X: «…»."""
    first = max((j for j in range(first + 1, stop) if line.gap[j] == ";"), default=first)
    who = _named_ahead(line, first, stop, cast)
    cue = first
    for i in range(first, stop - 2):
        if who is not None:
            break
        if line.folded[i] in cast.lexicon.claims and not _governed(line, i, first, cast.lexicon):
            who, cue = _author(line, i, stop, cast), i
    if who is None and line.role == "body":
        who = _last_named(line, first, stop, cast)
    if who is None or stop - who.last > MAX_REST:
        return None
    return Attribution(who, wordless(cue, cue + 1), HEAD, first, stop, "colon-quote", 0.85, "statement")


def _far_colon(line: Line, first: int, quoted: list[int], cast: Cast, taken: list[Attribution]) -> Attribution | None:
    """Return whom a sentence begins with, whose last clause opens a quotation: X, che l'aveva chiamata “farsa”, torna
    alla carica: «…»."""  # fmt: skip
    i = next((j for j in quoted if line.gap[j] == ":" and line.quoted[j - 1] < 0), first)
    comma = next((j for j in range(i - 1, first, -1) if line.breaks(j)), first)
    if i == first or i == quoted[0] or not cast.lexicon.speech.copulas or any(
            comma <= a.cue.first < i or a.place == TAIL for a in taken):  # fmt: skip
        return None
    who = front(line, first, i, cast)
    if who is None or who.type != "person" or not who.name or line.gap[comma] != ",":
        return None
    return Attribution(who, wordless(comma, i), HEAD, comma, i, "colon-quote", 0.8, "statement")


def _behind(line: Line, at: int, last: int, cast: Cast) -> Attribution | None:
    """Return whose words those before word `at` are: “…”, le parole di X; “…” es el lamento de X; «…», così X."""
    lexicon = cast.lexicon
    start = at
    if line.gap[at] == "(" and (who := _bracketed(line, at, last, cast)):
        return Attribution(who, wordless(at, at), TAIL, at, line.behind_bracket(at), "bracketed", 0.85, "statement")
    if line.low[at] in lexicon.speech.thus and at + 1 < last and not line.breaks(at + 1):
        who = phrases.after(line, at + 1, last, cast)
        if who and (who.name or who.pronoun) and _ends(line, who.last, last, lexicon):
            return Attribution(who, wordless(at, at + 1), TAIL, at, who.last, "inverted", 0.85, "statement")
    if line.gap[at] == "–" and (who := _signed(line, at, last, cast)):
        return Attribution(who, wordless(at, at), TAIL, at, last, "signed", 0.85, "statement")
    if then := copula(line, at, last, lexicon):
        at = then
        manner = lexicon.manners.at(line.folded, at, last)
        if manner and (who := phrases.after(line, manner[0], last, cast)) and who.name:
            return Attribution(who, wordless(at, manner[0]), TAIL, start, last, "inverted", 0.85, "statement")
    elif line.gap[at] not in ",–.":
        return None
    noun = _noun(line, at, last, lexicon)
    if noun < 0 < then and (owned := _owned(line, at, last, cast)):
        return Attribution(owned, wordless(start, owned.last + 1), TAIL, start, last, "inverted", 0.8, "statement")
    who = _author(line, noun, last, cast) if noun >= 0 else None
    if who is None:
        return None
    return Attribution(who, wordless(start, noun + 1), TAIL, start, who.last, "inverted", 0.8, "statement")


def _signed(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return the person whose name, with what he is, stands alone behind a quotation and a dash: “…” — X, mayor."""
    mention = next((line.name_at[i] for i in range(at, min(last, at + MAX_NOUN)) if i in line.name_at), None)
    person = cast.person(mention) if mention and mention.kind in ("person", "name") else None
    if mention is None or person is None or line.word_at(mention.title_start) != at or last - at > MAX_REST:
        return None
    then = line.word_at(mention.end)
    alone = then >= last or line.gap[then] in ",("
    return Who(at, then, person.name, "person") if alone and _ends(line, then, last, cast.lexicon) else None


def _owned(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return whose words a noun with its owner before it means: “…,” was Smith’s blunt reply."""
    for i in range(at + 1, min(last - 1, at + 2 * MAX_NOUN)):
        if line.breaks(i) or line.quoted[i] >= 0:
            return None
        if line.gap[i] == APOSTROPHE and len(line.low[i]) == 1:
            said = any(line.folded[j] in cast.lexicon.claims for j in range(i + 1, min(last, i + MAX_NOUN)))
            who = phrases.before(line, at, i, cast) if said else None
            return who if who and who.name else None
    return None


def _bracketed(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return the person whose name alone, or with what he is, stands in brackets behind a quotation: “…” (X, mayor)."""
    mention, end = line.name_at.get(at), line.behind_bracket(at)
    person = cast.person(mention) if mention and mention.kind in ("person", "name") else None
    if mention is None or person is None or end == at or (end < last and line.gap[end] == " "):
        return None
    then = line.word_at(mention.end)
    return Who(at, then, person.name, "person") if then == end or line.gap[then] == "," else None


def _resuming(line: Line, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return whose words a quotation was, as the sentence behind it tells: Parola di X. Quem garante é X. Così X."""
    lexicon = cast.lexicon
    who = _named_ahead(line, first, last, cast)
    at = first
    if who is None and line.low[at] in lexicon.speech.thus and at + 1 < last and not line.breaks(at + 1):
        who = phrases.after(line, at + 1, last, cast)
        who = who if who and who.type in ("person", "organisation") and _ends(line, who.last, last, lexicon) else None
    if who is None:
        noun = _noun(line, copula(line, at, last, lexicon) or at, last, lexicon)
        who = _author(line, noun, last, cast) if noun >= 0 else None
        who = who if who and _ends(line, who.last, last, lexicon) else None
    if who is None or not (who.name or who.pronoun):
        return None
    return Attribution(who, wordless(first, max(first + 1, min(who.first, last))), TAIL, first, last, RESUMING, 0.8,
                       "statement")  # fmt: skip


def _named_ahead(line: Line, first: int, stop: int, cast: Cast) -> Who | None:
    """Return who a clause names behind a copula as the one who speaks: a dirlo è X; quien lo explica es X."""
    lexicon = cast.lexicon
    at = first
    while at < stop and line.folded[at] in lexicon.openers and line.low[at] not in lexicon.speech.ahead:
        at += 1
    if at + 3 > stop or line.low[at] not in lexicon.speech.ahead:
        return None
    speaks = -1
    for i in range(at + 1, min(stop - 1, at + MAX_AHEAD)):
        if line.quoted[i] >= 0:
            return None
        if speaks < 0 and i <= at + MAX_NOUN and _speaks(line.low[i], lexicon):
            speaks = i
        elif speaks >= 0 and (then := copula(line, i, stop, lexicon)):
            who = phrases.after(line, then, stop, cast)
            return who if who and who.name and who.type != "document" else None
    return None


def _speaks(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is a form of a verb of speech, a pronoun at its end aside: spiegarlo, explica."""
    stems = (word, *(word[: -len(tail)] + more for tail in lexicon.speech.enclitics if word.endswith(tail)
                     for more in ("", "e")))  # fmt: skip
    return any(f.kind in _SPEAKING for stem in stems for f in lexicon.forms.get(stem, ()))


def _read_out(line: Line, first: int, stop: int, cast: Cast, taken: list[Attribution]) -> Attribution | None:
    """Return whose words somebody only passes on before a colon: X leyó un mensaje de Y: “…”, with X as the channel."""
    outer = next((a for a in taken if a.place == HEAD and a.begin < stop), None)
    if outer is None or line.gap[stop] != ":" or outer.who.type != "person" or not outer.who.name:
        return None
    for i in range(max(outer.who.last, first), stop - 1):
        if line.folded[i] not in cast.lexicon.claims and not _paper(line, i, stop, cast.lexicon):
            continue
        who = _author(line, i, stop, cast)
        if who and who.name and who.last == stop and who.name != outer.who.name:
            cue = outer.cue._replace(after=stop)
            return outer._replace(who=who, cue=cue, end=stop, channel=outer.who.name, addressee=None)
    return None


def _paper(line: Line, i: int, stop: int, lexicon: Lexicon) -> bool:
    hit = lexicon.nouns.at(line.folded, i, stop)
    return hit is not None and hit[1] == "document"


def _last_named(line: Line, first: int, stop: int, cast: Cast) -> Who | None:
    """Return the person whom a clause ends with, what is said of him aside: dello stesso avviso X, del Pd: «…»."""
    lexicon = cast.lexicon
    if not lexicon.speech.copulas:
        return None
    for i in range(stop - 1, max(first - 1, stop - MAX_REST - 1), -1):
        mention = line.name_at.get(i)
        person = cast.person(mention) if mention else None
        if mention is None or person is None:
            continue
        at, then = line.word_at(mention.title_start), line.word_at(mention.end)
        alone = then == stop or line.gap[then] in ",("
        led = at > first and not line.breaks(at) and line.folded[at - 1] in lexicon.prepositions - lexicon.determiners
        if alone and not led and not any(line.low[j] in lexicon.forms and j not in line.covered
                                         for j in range(then, stop)):  # fmt: skip
            return Who(at, then, person.name, "person")
        if then < stop and not alone:
            return None
    return None


def _noun(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the noun for words within a few words from `at` on, no break between; -1 if there is none."""
    for i in range(at, min(last - 1, at + MAX_NOUN)):
        if i > at and line.breaks(i):
            break
        if line.folded[i] in lexicon.claims:
            return i
        if line.folded[i] in lexicon.prepositions - lexicon.determiners:
            break
    return -1


def _author(line: Line, noun: int, stop: int, cast: Cast) -> Who | None:
    """Return whose words a noun means, behind its preposition: le parole di X, el grito de alarma del alcalde X."""
    lexicon = cast.lexicon
    for i in range(noun + 1, min(stop - 1, noun + MAX_NOUN + 1)):
        if line.breaks(i) or line.quoted[i] >= 0:
            return None
        if line.low[i] in lexicon.speech.claims_by:
            who = phrases.after(line, i + 1, stop, cast)
            if who and who.name and (who.type == "person" or who.institution or who.noun or who.name[:1].isupper()):
                return who
        elif line.folded[i] in lexicon.prepositions:
            return None
    return None


def _governed(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a preposition stands before a noun and its article: tras las palabras de X."""
    while i > first and line.folded[i - 1] in lexicon.determiners and not line.breaks(i):
        i -= 1
    return i > first and line.folded[i - 1] in lexicon.prepositions and not line.breaks(i)


def _ends(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether nothing behind a speaker is a verb of speech: the sentence only says whose words those were."""
    return not any(line.low[i] in lexicon.forms and i not in line.covered and line.folded[i] not in lexicon.prepositions
                   for i in range(at, last))  # fmt: skip
