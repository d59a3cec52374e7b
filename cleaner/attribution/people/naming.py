"""A phrase as a name where articles and adjectives agree: das Rote Kreuz is Rotes Kreuz, eines Polizisten ein Polizist.

Owns how the adjectives of a name end without its article, as speech.yaml states it. Chooses nobody.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon
from cleaner.text import fold_word

MAX_ADJECTIVES = 3


def as_name(line: Line, who: Who, lexicon: Lexicon) -> Who:
    """Return a speaker with the name that the phrase has in the first case, without its article."""
    speech = lexicon.speech
    name = who.name
    if speech.strong_endings and name and who.type == "group" and name.isalpha() and (
            lexicon.lemmas.name(name).endswith(speech.plural_as_singular or "\n")):  # fmt: skip
        return who._replace(name=lexicon.lemmas.name(name))  # Teilnehmern zufolge
    if not speech.strong_endings or not name or who.joint or who.institution or who.pronoun or " " not in name:
        return who
    if sum(c.isupper() for c in name.rsplit(" ", 1)[-1]) > 1:
        return who  # die Sonnhalde Care GmbH: no adjectives
    article, weak = line.low[who.first], speech.weak_endings
    words = name.split(" ")
    if own := speech.first_articles.get(words[0]):
        words[-1] = _singular(words[-1], lexicon)
        words[1:] = _ended(words[1:], _gender(words[1:], lexicon) or speech.strong_endings.get(own, ""), weak)
        return who._replace(name=" ".join([own, *words[1:]]))
    neuter = not who.noun and speech.strong_endings.get(article) == next(iter(speech.genders), "")
    if who.type not in ("organisation", "document", "group") and not (neuter and who.type == "person"):
        return who
    before = line.folded[who.first - 1] if who.first and not line.breaks(who.first) else ""
    oblique = article in speech.oblique or before in lexicon.prepositions
    if who.type == "group":
        ending = speech.strong_endings.get("", "") if oblique or article not in lexicon.determiners else ""
    elif oblique:
        ending = _gender(words, lexicon)
    else:
        ending = speech.strong_endings.get(article, "")
    return who._replace(name=" ".join(_ended(words, ending, weak))) if ending else who


def _singular(word: str, lexicon: Lexicon) -> str:
    """Return a noun of speakers without the ending that it has beside an article in another case."""
    for ending in lexicon.speech.noun_endings:
        if word.endswith(ending) and lexicon.nouns.at([fold_word(word[: -len(ending)])], 0, 1):
            return word[: -len(ending)]
    return word


def _head(words: list[str]) -> int:
    """Return the first word that no adjective can be: a capital behind which none stands, or that ends the name."""
    for i, word in enumerate(words):
        if i and word[:1].isupper() and (i + 1 == len(words) or not words[i + 1][:1].isupper()):
            return i
    return 0


def _gender(words: list[str], lexicon: Lexicon) -> str:
    """Return the ending that adjectives have beside the noun of a name; an empty string where it does not show."""
    noun = words[_head(words)].lower() if words else ""
    for ending, ends in lexicon.speech.genders.items():
        if noun.endswith(ends):
            return ending
    return ""


def _ended(words: list[str], ending: str, weak: tuple[str, ...]) -> list[str]:
    """Return the words of a name with the ending that its adjectives have without an article."""
    head = _head(words)
    if not ending or not 0 < head <= MAX_ADJECTIVES:
        return words
    out = []
    for word in words[:head]:
        stem = next((word[: -len(e)] for e in weak if word.endswith(e)), "")
        if len(stem) < 3:
            return words
        out.append(stem + ending)
    return [*out, *words[head:]]
