"""Where names stand in a text: runs of capitalised words, the title before them told apart from the name.

Reads the words of languages/<tag>/names.yaml; knows no list of people, never decides who is meant, never touches
text. Scripts without capital letters give nothing. Offsets are those of the text that was given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from cleaner import capitals
from cleaner.capitals import APOSTROPHES, Token
from cleaner.namewords import Lexicon, bare, lexicon
from cleaner.namewords import NameWords as NameWords
from cleaner.namewords import gender as gender
from cleaner.namewords import name_pack as name_pack
from cleaner.text import fold_word, squeeze

Kind = Literal["person", "organisation", "place", "name"]

_GLUE: Final = frozenset(("", " ", "\u00a0", "\u202f", "\u2009", "  ", " \u00a0", "\u00a0 "))
_SPACES: Final = frozenset(" \u00a0\u202f\u2009")
_MAX_GAP: Final = 16
_MAX_TOKENS: Final = 8
_HEADLINE: Final = 250
"""A line longer than this is prose, whatever its capitals."""


class Mention(NamedTuple):
    """One name: its span, title aside. `title` is the title before it, which starts at `title_start` (else `start`).

    `initial` says that it opens a sentence, where any word is capitalised.
    """

    start: int
    end: int
    text: str
    kind: Kind
    title: str
    title_start: int
    initial: bool

    @property
    def name(self) -> str:
        """Return the name with plain spaces, as it may be compared."""
        return squeeze(self.text)


class _Context(NamedTuple):
    """What is known of the whole text: `sure` words bear a capital inside a sentence, `lower` stand without one,
    `heads` begin a name of two words, or of more there."""

    text: str
    lex: Lexicon
    sure: Collection[str]
    lower: Collection[str]
    also: Collection[str]
    openers: bool
    heads: Collection[str]


def find(text: str, language: str = "und", also: Collection[str] = (), openers: bool = False) -> list[Mention]:
    """Return the names in a text, in order.

    `also` holds folded words known to be names (from the rest of the document): they are taken where a capital
    proves nothing, at the start of a sentence and in a headline that capitalises every word. `openers`: single words
    that only open a sentence, and so may be no names, too.

    >>> [(m.title, m.text, m.kind) for m in find("But Mr. Putin told Ursula von der Leyen of the NATO plan.", "en")]
    [('Mr.', 'Putin', 'person'), ('', 'Ursula von der Leyen', 'person'), ('', 'NATO', 'organisation')]
    """
    lex = lexicon(language)
    tokens = capitals.tokens(text, lex)
    if not tokens:
        return []
    shouted = _headlines(tokens, text, lex)
    sure = {t.folded for t in tokens if not t.initial and t.start not in shouted}
    lower = frozenset(text.split()) if any(t.initial for t in tokens) else frozenset()
    runs = _runs(tokens, text, lex)
    heads = {run[0].folded for run in runs if len(run) == 2 or (len(run) > 2 and not run[0].initial)}
    context = _Context(text, lex, sure, lower, also, openers, heads)
    out: list[Mention] = []
    for run in runs:
        if run[0].start in shouted:
            run = [t for t in run if t.folded in also]
        if run:
            out += _mentions(run, context)
    return _without_nouns(out, also) if lex.nouns_capitalised else out


def name_words(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the folded words of names that a capital or a given name proves, as `also` for another text of the same
    document.

    >>> sorted(name_words(find("He met Emmanuel Macron and Angela Merkel in Paris.", "en")))
    ['angela', 'emmanuel', 'macron', 'merkel']
    """
    return frozenset(
        fold_word(word) for m in mentions if m.kind in ("person", "name") and not (m.initial and not _given(m))
        for word in m.name.split() if len(word) > 2 and word[0].isupper()
    )  # fmt: skip


def _given(mention: Mention) -> bool:
    """Return whether a name of several words begins with a given name: it is one wherever it stands."""
    return mention.kind == "person" and " " in mention.name and bool(gender(mention.name))


# --- runs -------------------------------------------------------------------------------------------------


def _runs(tokens: Sequence[Token], text: str, lex: Lexicon) -> list[list[Token]]:
    """Return the tokens grouped into runs that belong together."""
    runs: list[list[Token]] = []
    at = -_MAX_GAP
    for token in tokens:
        if token.start - at < _MAX_GAP and len(runs[-1]) < _MAX_TOKENS and _joined(runs[-1], token, text, lex):
            runs[-1].append(token)
        else:
            runs.append([token])
        at = token.end
    return runs


def _joined(run: Sequence[Token], token: Token, text: str, lex: Lexicon) -> bool:
    """Return whether a token goes on with the run: a space, a dotted initial, a particle between, or a Jr."""
    last = run[-1]
    if last.cut:
        return False
    gap = text[last.end + last.dot : token.start]
    if gap in _GLUE:
        return bool(gap) or (last.dot and len(last.folded) == 1)
    if gap[0] == "," and token.folded in lex.suffixes:
        return True
    if gap[0] not in _SPACES or (gap[-1] not in _SPACES and gap[-1] not in APOSTROPHES):
        return False
    between = [bare(word) for word in gap.replace("’", "' ").replace("'", "' ").split()]
    if not between or len(between) > 3:
        return False
    if all(word in lex.particles for word in between):
        return run[0].folded not in lex.titles and last.folded not in lex.ordinary
    if any(t.folded in lex.organisations for t in run):
        if any(len(w) == 1 and w != bare(w) and bare(w) in lex.of for w in gap.split()):
            return False  # a verb that looks like a word between names: o presidente da Câmara é Rui Prado
        return all(word in lex.of or word in lex.prepositions for word in between)
    joins = all(word in lex.particles or word in lex.prepositions for word in between)
    return joins and _may_join(run, token, text, lex)


def _may_join(run: Sequence[Token], token: Token, text: str, lex: Lexicon) -> bool:
    """Return whether an everyday preposition joins: Dominique de Villepin, but not la Russie de Vladimir Poutine."""
    last = run[-1].folded
    for folded in (last, token.folded):
        if folded in lex.places or folded in lex.titles or folded in lex.ordinary:
            return False
    rest = text[token.end : token.end + 2]
    if len(run) > 3 or (len(rest) == 2 and rest[0] in _SPACES and rest[1].isupper()):
        return False
    return not lex.nouns_capitalised or last in lex.given or last.partition("-")[0] in lex.given


# --- mentions --------------------------------------------------------------------------------------------------------


def _mentions(run: list[Token], context: _Context) -> list[Mention]:
    """Return the names of one run: titles and opening words taken off, an organisation before a person cut away."""
    lex = context.lex
    first, last = 0, len(run)
    while first < last and _no_name(run, first, context):
        first += 1
    title = first
    while first < last and run[first].folded in lex.titles:
        first += 1
    if title < first < last and run[first].folded in lex.organisations:
        first = title
    while last > first + 1 and run[last - 1].folded in lex.days:
        last -= 1
    if first == last:
        return []
    if last - first == 1:
        return [_mention(run, title, first, last, context)]
    head = next((i for i in range(last - 1, first - 1, -1) if run[i].folded in lex.organisations), None)
    if head is None:
        titles = (i for i in range(first + 1, last - 1) if run[i].folded in lex.titles and not run[i].initial)
        inner = next(titles, None)
        if inner is not None:
            return [*_mentions(run[first:inner], context), *_mentions(run[inner:last], context)]
        if last - first > 2 and (run[first].folded in lex.countries or _acronym_before_name(run, first, context)):
            place = _mention(run, first, first, first + 1, context)
            return [place, *_mentions(run[first + 1 : last], context)]
    elif last - head > 2 and all(_adjoin(context.text, a, b) for a, b in pairwise(run[head:last])):
        at_once = run[head + 1].folded in lex.given
        cut = next((i for i in range(head + 2, last - 1) if run[i].folded in lex.given and not at_once), head + 1)
        organisation = _mention(run, first, first, cut, context)
        return [organisation, *_mentions(run[cut:last], context)]
    return [_mention(run, title, first, last, context)]


def _acronym_before_name(run: Sequence[Token], first: int, context: _Context) -> bool:
    """Return whether a word in capitals stands before a given name: the UN António Guterres."""
    token, then = run[first], run[first + 1]
    written = context.text[token.start : token.end]
    shouted = len(written) > 1 and written.isupper() and "." not in written
    return shouted and not context.text[then.start : then.end].isupper() and then.folded in context.lex.given


def _adjoin(text: str, left: Token, right: Token) -> bool:
    """Return whether nothing but space stands between two tokens."""
    return text[left.end + left.dot : right.start] in _GLUE


def _no_name(run: Sequence[Token], i: int, context: _Context) -> bool:
    """Return whether a run's first word is no part of a name: an opening word, or an adjective of a country."""
    token, lex = run[i], context.lex
    word = token.folded
    if word in context.also or word in lex.titles:
        return False
    if word in lex.ordinary:
        return word not in lex.hanging or len(run) - i < 2 or run[i + 1].folded in lex.titles
    if word in lex.adjectives and word not in lex.countries:
        return not any(t.folded in lex.organisations for t in run[i + 1 :])
    if not token.initial or word in context.sure:
        return False
    if len(run) - i > 2 and word not in lex.given and not token.dot and run[i + 1].folded in context.heads:
        return True
    written = context.text[token.start : token.end]
    if len(run) - i > 1:
        return written[0].lower() + written[1:] in context.lower
    return not context.openers and word not in lex.places and not (len(word) > 1 and written.isupper())


def _mention(run: Sequence[Token], title: int, first: int, last: int, context: _Context) -> Mention:
    text, lex = context.text, context.lex
    start, end = run[first].start, run[last - 1].end
    if run[last - 1].dot and run[last - 1].folded in lex.suffixes:
        end += 1
    written = text[start:end]
    folded = run[first].folded if last - first == 1 else " ".join([t.folded for t in run[first:last]])
    kind: Kind = "name"
    if last - first == 1 and len(written) > 1 and written.isupper() and "." not in written:
        kind = "organisation"
    elif folded in lex.places:
        kind = "place"
    elif any(t.folded in lex.organisations for t in run[first:last]):
        kind = "organisation"
    elif last - first > 1:
        kind = "place" if run[first].folded in lex.hanging else "person"
    title_start = run[title].start if title < first else start
    if kind in ("name", "person"):
        if title == first:
            start = _with_particles(text, start, lex) if last - first <= 2 else start
            title_start = _title_before(text, start, lex)
        if title_start < start:
            kind = "person"
    else:
        title_start = start
    return Mention(start, end, text[start:end], kind, text[title_start:start].strip(), title_start, run[first].initial)


def _with_particles(text: str, start: int, lex: Lexicon) -> int:
    """Return where a name starts that is called by its surname with the particle: "von der Leyen said"."""
    return _back(text, start, 3, lambda word: word in lex.particles and word not in lex.prepositions)


def _title_before(text: str, start: int, lex: Lexicon) -> int:
    """Return where a title in lower case before a name starts (le président X), `start` if there is none."""
    if bare(_word_before(text, start)[1] or " ") in lex.of:
        return start  # what follows is an office, no name: la secretaria de Salud
    return _back(text, start, 4, lambda word: bool(word) and bare(word) in lex.titles)


def _back(text: str, at: int, most: int, belongs: Callable[[str], bool]) -> int:
    """Return where the words before `at` start that belong to what stands there, `most` words at most."""
    left, word = _word_before(text, at)
    return _back(text, left, most - 1, belongs) if most and belongs(word) else at


def _word_before(text: str, at: int) -> tuple[int, str]:
    """Return the word that one space parts from `at`, and where it starts; an elided article before it left out."""
    end = at - 1
    if end < 1 or text[end] not in _SPACES:
        return at, ""
    left = text.rfind(" ", max(0, end - 30), end) + 1
    word = text[left:end]
    if not word.isalpha():
        for i in range(len(word) - 2, -1, -1):
            if not word[i].isalnum() and word[i] not in "-.":
                left, word = left + i + 1, word[i + 1 :]
                break
    return left, word


def _headlines(tokens: Sequence[Token], text: str, lex: Lexicon) -> set[int]:
    """Return where the tokens stand whose capital proves nothing: in a line that capitalises every word or letter."""
    if lex.nouns_capitalised:
        return set()
    out: set[int] = set()
    i = 0
    while i < len(tokens):
        end = text.find("\n", tokens[i].end)
        end = len(text) if end < 0 else end
        first = i
        while i < len(tokens) and tokens[i].start < end:
            i += 1
        if i - first < 4 or end - tokens[first].start > min(_HEADLINE, 20 * (i - first)):
            continue
        start = text.rfind("\n", 0, tokens[first].start) + 1
        line = text[start:end].rstrip()
        if line.rstrip("\"”’»").endswith(".") and not line.isupper():
            continue
        words = [word for word in line.split() if len(word) > 2 and word[0].isalpha()]
        words = [word for word in words if word[0].isupper() or bare(word) not in lex.ordinary]
        if len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words):
            out.update(token.start for token in tokens[first:i])
    return out


def _without_nouns(mentions: Sequence[Mention], also: Collection[str]) -> list[Mention]:
    """Return the mentions that are more than a noun: several words, a title, an acronym, or a known name's word."""
    known = {fold_word(w) for m in mentions if m.kind == "person" for w in m.name.split()[1:]}
    return [m for m in mentions if m.kind != "name" or fold_word(m.text) in known or fold_word(m.text) in also]
