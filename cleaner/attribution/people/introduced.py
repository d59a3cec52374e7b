"""People without a name whom a sentence brings up: In the queue stood a woman from Leeds. “I am cold”, she said.

Finds the phrases that bring somebody up, with what they tell of man or woman. Chooses nobody.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people import extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.describing import kind
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who, known
from cleaner.attribution.words.pack import Lexicon

MAX_WORDS: Final = 120
"""So many words of a sentence are looked at."""
MAX_NOUN: Final = 6
"""So many words behind an article its noun stands at the latest: a 40 year old, rather tired man."""


class Met(NamedTuple):
    """Somebody without a name: his words, man or woman as they tell (else someone), and the noun that heads them."""

    name: str
    kind: str
    noun: str


def met(line: Line, number: int, cast: Cast) -> list[Met]:
    """Return whom a sentence brings up without a name, in order: a woman with two children, ein junger Mann."""
    first, last = line.spans[number]
    last = min(last, first + MAX_WORDS)
    lexicon = cast.lexicon
    if not lexicon.anaphors or line.role != "body":
        return []
    if lexicon.speech.declensions:
        opens: frozenset[str] = lexicon.women | lexicon.men
        words, find = line.folded[first:last], _bare
    else:
        opens = frozenset(lexicon.speech.indefinite)
        words, find = line.low[first:last], _with_article
    if opens.isdisjoint(words):
        return []
    last = next((i for i in range(first + 1, last) if _hangs(line, i, lexicon)), last)
    at = (i for i, word in enumerate(words[: last - first], first)
          if word in opens and line.quoted[i] < 0 and not _describes(line, i))  # fmt: skip
    return [one for i in at if (one := find(line, first, i, last, cast))]


def _hangs(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether a clause that only hangs on the first one begins at word `i`: …, when he pushed a linesman."""
    if line.quoted[i] >= 0 or line.gap[i] not in ", ":
        return False
    word = line.folded[i]
    hanging = lexicon.clause_words if line.gap[i] == "," else lexicon.relatives
    return word in hanging - lexicon.determiners


def _describes(line: Line, i: int) -> bool:
    """Return whether a phrase at word `i` only says what somebody named before its comma is: Jane Doe, a baker."""
    before = next((line.name_at[j] for j in range(max(0, i - 4), i) if j in line.name_at), None)
    return before is not None and line.gap[i] in ",(" and line.word_at(before.end) == i


def _with_article(line: Line, first: int, i: int, last: int, cast: Cast) -> Met | None:
    """Return the person whom an indefinite article at word `i` brings up: a baker, but not of a baker."""
    lexicon = cast.lexicon
    governed = i > first and not line.breaks(i) and line.folded[i - 1] in lexicon.prepositions and (
        line.low[i - 1] not in lexicon.speech.addressee_prepositions)  # fmt: skip
    if governed or not any(hit and hit[1] in ("person", "leader") for j in range(i + 1, min(last, i + MAX_NOUN))
                           if (hit := lexicon.nouns.at(line.folded, j, last))):  # fmt: skip
        return None
    who = phrases.after(line, i, extent.core(line, i, last, cast), cast)
    if who is None or line.low[who.first] not in lexicon.speech.indefinite or _joined(line, who, last, lexicon):
        return None
    return _as_met(line, who, cast)


def _joined(line: Line, who: Who, last: int, lexicon: Lexicon) -> bool:
    """Return whether the noun that ends a phrase only tells of what kind the one behind it is: a prisoner exchange."""
    at = who.last
    if not lexicon.speech.strong_pasts or at >= last or line.breaks(at) or not line.low[at].isalpha():
        return False
    shut = lexicon.prepositions | lexicon.clause_words | lexicon.adverbs | lexicon.conjunctions | lexicon.determiners
    verbs = lexicon.auxiliaries | lexicon.passive | lexicon.bars | lexicon.inner
    word = line.low[at]
    return not (word in lexicon.forms or word.endswith(lexicon.speech.verb_endings) or word in (
        lexicon.speech.strong_pasts) or line.folded[at] in shut | verbs)  # fmt: skip


def _bare(line: Line, first: int, i: int, last: int, cast: Cast) -> Met | None:
    """Return the person whom a noun in the first case brings up, where a language has no articles: вошла женщина."""
    lexicon = cast.lexicon
    hit = lexicon.nouns.at(line.folded, i, last)
    governed = i > first and not line.breaks(i) and line.folded[i - 1] in lexicon.prepositions
    if hit is None or hit[1] not in ("person", "leader") or (i in line.cases and i > first) or governed:
        return None
    who = phrases.after(line, i, last, cast)
    return _as_met(line, who, cast) if who else None


def _as_met(line: Line, who: Who, cast: Cast) -> Met | None:
    """Return an unnamed person as somebody to go back to; nobody where the phrase names him, or means several."""
    told = who.type == "person" and who.name and not who.joint and not who.pronoun and not known(who, cast)
    if not told or any(i in line.name_at and line.name_at[i].kind == "person" for i in range(who.first, who.last)):
        return None
    head = who.noun.split()[0 if cast.lexicon.speech.head == "first" else -1] if who.noun else ""
    return Met(who.name or trimmed(line, who.first, who.last), kind(head, cast, line.low[who.first]), who.noun)
