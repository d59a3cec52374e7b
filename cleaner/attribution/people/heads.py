"""What heads a noun phrase: its name, its noun, a country, an institution; how a phrase is written as a name.

Looks at the words of one phrase. Who is meant is judged elsewhere.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import APOSTROPHE, BREAKS, HYPHEN, Line
from cleaner.attribution.people.enrolling import office
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.text import plain_spaces


def several(line: Line, begin: int, first: int, noun: str, lexicon: Lexicon) -> bool:
    """Return whether a noun whose plural looks like its singular stands for several: die Lehrer, Lehrer."""
    if not noun.endswith(lexicon.speech.plural_as_singular or "\n") or noun in lexicon.women:
        return False
    return begin == first or line.low[begin] in lexicon.speech.plural_determiners


def name_in(line: Line, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """Return the name that heads words [first, last): at their end, and not the complement of a preposition."""
    best = None
    for i in range(first, last):
        mention = line.name_at.get(i)
        if mention is None or line.word_at(mention.end) > last:
            continue
        at = line.word_at(mention.title_start)
        if (
            lexicon.countries.at(line.folded, i, last)
            and (lexicon.countries.at(line.folded, i, last) or (0,))[0] >= line.word_at(mention.end)
            and (i > first or line.word_at(mention.end) < last)
        ):
            continue
        if at > first and lexicon.speech.declensions and mention.kind != "person" and (
                lexicon.nouns.at(line.folded, at - 1, at)) and (at in line.cases or mention.kind == "organisation"):
            continue
        before = line.folded[at - 1] if at > first else ""
        led = before in lexicon.inner or (
            lexicon.speech.far_subjects and before in lexicon.prepositions and before not in lexicon.determiners)
        if led and before not in lexicon.conjunctions:
            continue
        if (
            at > first
            and line.folded[at - 1] in lexicon.determiners
            and at - 1 > first
            and line.folded[at - 2] in lexicon.inner
        ):
            continue
        if at > first and lexicon.speech.pro_drop and mention.kind != "person" and _of_noun(line, at, first, lexicon):
            continue
        stop = line.word_at(mention.end)
        if stop < last and not _only_tail(line, stop, last, lexicon):
            continue
        if best is not None and any(
            line.folded[j] in lexicon.inner and line.folded[j] not in lexicon.conjunctions
            for j in range(line.word_at(best.end), at)
        ):
            continue
        best = mention
    return best


def _of_noun(line: Line, at: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a name only names the body that an earlier noun is of: un estudio del instituto Bruegel."""
    start = at
    while start > first and at - start < 4 and not line.breaks(start) and line.folded[start - 1] not in lexicon.inner:
        start -= 1
    linked = first < start < at and line.folded[start - 1] in lexicon.linking
    start += linked and line.folded[start] in lexicon.determiners
    hit = lexicon.nouns.at(line.folded, start, at) if linked and start < at else None
    if hit is None or hit[0] != at or hit[1] != "body":
        return False
    return any(lexicon.nouns.at(line.folded, i, start - 1) for i in range(first, start - 1))


def _only_tail(line: Line, start: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether what follows a name leaves it the head: of a place, a party in brackets, an apostrophe."""
    return line.folded[start] in lexicon.inner or line.gap[start] in BREAKS


def nouns_in(line: Line, first: int, last: int, lexicon: Lexicon, name: Mention | None) -> list[tuple[str, str]]:
    """Return the nouns of speakers that may head words [first, last), as folded text and kind."""
    out: list[tuple[str, str]] = []
    i = first
    stop = line.word_at(name.start) if name else last
    while i < stop:
        adjective = lexicon.speech.nouns_capitalised and not line.capital(i) and i + 1 < stop and line.capital(i + 1)
        if adjective and line.folded[i] not in lexicon.inner:
            i += 1  # der betroffene Ratsherr
            continue
        if hit := lexicon.nouns.at(line.folded, i, stop):
            if line.folded[i] in lexicon.latter and hit[0] < stop and line.folded[hit[0]] not in lexicon.inner:
                i = hit[0]  # an adjective here: le dernier bilan
                continue
            out.append(office(line, i, hit[0], _of_one(line, hit[0] - 1, str(hit[1]), lexicon), first, stop, lexicon))
            i = hit[0]
            continue
        complement = line.folded[i] in lexicon.inner and line.folded[i] not in lexicon.conjunctions
        if complement and (out or (i > first and name is None)):
            break
        i += 1
    return out


def _of_one(line: Line, i: int, kind: str, lexicon: Lexicon) -> str:
    """Return the kind of a noun that only the mark on its last letter parts from that for several."""
    alone = kind == "group" and bool(lexicon.speech.declensions) and i not in line.cases
    return "person" if alone and line.low[i][-1] != line.folded[i][-1] else kind


def person_noun(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    return any(kind in ("person", "leader") for _, kind in nouns_in(line, first, last, lexicon, None))


def institution_at_end(line: Line, first: int, last: int, lexicon: Lexicon, nouns: list[tuple[str, str]]) -> str | None:
    """Return the institution that ends the phrase, where no person's or group's noun heads it."""
    if any(kind in ("person", "leader", "group", "document") for _, kind in nouns):
        return None
    for i in range(first, last):
        if (hit := lexicon.institutions.at(line.folded, i, last)) and hit[0] == last:
            return None if i > first and line.folded[i - 1] in lexicon.inner else str(hit[1])
    return None


def demonym(line: Line, first: int, last: int, lexicon: Lexicon) -> str | None:
    """Return the country where words [first, last) are an adjective of it and nothing else: the Norwegian."""
    hit = lexicon.countries.at(line.folded, first, last)
    if hit is None or hit[0] != last or not line.capital(first):
        return None
    code, part = hit[1]  # type: ignore[misc]
    return code if part == "adjectives" else None  # type: ignore[has-type]


def townsman(line: Line, begin: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether an article and a capital name somebody by where he comes from: le Limbourgeois de 24 ans."""
    word = line.low[first]
    if not line.capital(first) or not word.endswith(lexicon.speech.demonym_endings or "\n") or first - begin != 1 or (
            line.low[begin] not in (*lexicon.speech.gendered_determiners, *lexicon.speech.definite)):  # fmt: skip
        return False
    mention = line.name_at.get(first)
    if (mention and line.word_at(mention.end) > first + 1) or line.folded[first] in lexicon.name_bodies:
        return False
    listed = lexicon.nouns.at(line.folded, first, last) or lexicon.institutions.at(line.folded, first, last)
    return not listed and not lexicon.countries.at(line.folded, first, last) and (
        first + 1 == last or line.folded[first + 1] in lexicon.inner)  # fmt: skip


def country_of(line: Line, first: int, last: int, lexicon: Lexicon) -> str | None:
    return next(iter(countries(line, first, last, lexicon)), None)


def countries(line: Line, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """Return the countries that words [first, last) name or qualify, capitals aside, each once."""
    out: list[str] = []
    for i in range(first, last):
        if hit := lexicon.countries.at(line.folded, i, last):
            code, part = hit[1]  # type: ignore[misc]
            if part != "capitals" and code not in out:  # type: ignore[has-type]
                out.append(code)  # type: ignore[has-type]
    return out


def plural_in(line: Line, first: int, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    for i in range(first, last):
        if hit := lexicon.plurals.at(line.folded, i, last):
            return str(hit[1]), hit[0]
        if line.folded[i] in lexicon.inner:
            break
    return None


def singular(word: str, lexicon: Lexicon) -> str:
    ending = next((e for e in lexicon.speech.plural_endings if word.endswith(e)), "")
    return word[: len(word) - len(ending)]


def nominative(line: Line, first: int, last: int, lexicon: Lexicon) -> str:
    """Return words [first, last) as a name, the noun that heads them in its first case where a language has cases."""
    if not lexicon.lemmas or (lexicon.speech.strong_endings and not _oblique(line, first, lexicon)):
        return trimmed(line, first, last)
    heads = (i for i in range(first, last) if lexicon.nouns.at(line.folded, i, i + 1))
    head = next(heads, -1)
    if head < 0:
        return trimmed(line, first, last)
    word = lexicon.lemmas.name(line.slice(head, head + 1))
    before = trimmed(line, first, head) + " " if head > first else ""
    if head in line.cases and before:
        before = " ".join(_agreeing(w, word, lexicon) for w in before.split()) + " "
    glue = "-" if before and line.gap[head] == HYPHEN else ""
    name = (before.rstrip() + glue if glue else before) + word
    return name + (" " + trimmed(line, head + 1, last) if head + 1 < last else "")


def _oblique(line: Line, first: int, lexicon: Lexicon) -> bool:
    """Return whether the article or the preposition before word `first` asks for another case than the first."""
    while first and not line.breaks(first) and line.folded[first - 1] in lexicon.determiners:
        first -= 1
        if line.low[first] in lexicon.speech.oblique:
            return True
    return first > 0 and not line.breaks(first) and line.folded[first - 1] in lexicon.prepositions


def _agreeing(word: str, noun: str, lexicon: Lexicon) -> str:
    """Return an adjective in the first case, as it stands beside a noun: бывшего as бывший, областном as областное."""
    out = word
    for pair in lexicon.speech.adjective_cases:
        ending, _, own = pair.partition("/")
        if word.endswith(ending) and len(word) > len(ending) + 2:
            out = word[: -len(ending)] + own
            break
    for pair in lexicon.speech.adjective_genders.get(noun[-1:], "").split():
        ending, _, own = pair.partition("/")
        if out.endswith(ending):
            return out[: -len(ending)] + own
    return out


def written(line: Line, first: int, last: int, lexicon: Lexicon) -> str:
    """Return a phrase as a name, without the determiner that it begins with."""
    return trimmed(line, first + (line.folded[first] in lexicon.determiners and last - first > 1), last)


def trimmed(line: Line, first: int, last: int) -> str:
    """Return the words as a name: plain spaces, no possessive."""
    if last - first > 1 and line.gap[last - 1] == APOSTROPHE and len(line.folded[last - 1]) == 1:
        last -= 1
    written = line.slice(first, last)
    if line.titled.get(last, -1) > first:
        written += line.text[line.end[last - 1]]
    if line.title_at.get(first, last) < last:
        written = line.text[line.start[first] - 1] + written
    return " ".join(plain_spaces(written).split())
