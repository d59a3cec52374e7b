"""Where names stand in a text: runs of capitalised words, the title before them told apart from the name.

Reads the words of languages/<tag>/names.yaml; knows no list of people, never decides who is meant, never touches
text. Scripts without capital letters give nothing. Offsets are those of the text that was given.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from cleaner import language as packs
from cleaner.text import fold_word, plain_spaces

Kind = Literal["person", "organisation", "place", "name"]

_UPPER: Final = "".join(c for c in map(chr, (*range(0x41, 0x590), *range(0x1E00, 0x2000))) if c.isupper() or c.istitle())
_MARKS: Final = "\u0300-\u036f"
_TOKEN: Final = re.compile(
    rf"(?<![\w@#/.-])(?:[{_UPPER}](?:\.[{_UPPER}])+(?!\w)|[{_UPPER}](?:[\w{_MARKS}]|['’‘ʼ‑-](?=\w))*)"
)
"""A capitalised word with what hangs on it by hyphen or apostrophe: Jean-Luc, O'Brien, L’Élysée, Macron's."""
_GLUE: Final = re.compile(r"[ \u00a0\u202f\u2009]{1,2}")
_OPENERS: Final = "\"'“”‘’«»‹›„([{ \u00a0\u202f\t*_–—-•"
_FULL_STOPS: Final = ".!?…:;\n\r"
MAX_GAP: Final = 16
MAX_TOKENS: Final = 8
HEADLINE: Final = 250
"""A line longer than this is prose, whatever its capitals."""


@dataclass(frozen=True)
class NameWords:
    """What a language's names.yaml may say. Words are matched without case and accents.

    `titles` stand before a name (President, Mme), `abbreviations` among them take a full stop; `particles` stand
    inside one in lower case (von der); `prepositions` are particles that are also everyday words of the language, so
    they join less freely; `suffixes` end a name (Jr.); `ordinary` words begin sentences and are no names;
    `days` may follow a name in capitals without being part of it (Macron Tuesday);
    `organisations` are words that make a run an organisation's name; `of` joins what follows such a word;
    `tails` hang on a name by a hyphen without being part of it (-led); `elisions` stand before an apostrophe (l').
    `countries`: ISO 3166 code to the country's names, `adjectives` and `capitals` likewise; the last serve as names of
    the government too. `nouns_capitalised` is "yes" where every noun is (German).
    """

    titles: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    countries: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    capitals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nouns_capitalised: str = ""
    inflects: str = ""


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
        return " ".join(plain_spaces(self.text).split())


class _Lexicon(NamedTuple):
    """The words of one language and of any language, folded."""

    titles: frozenset[str]
    dotted: frozenset[str]
    particles: frozenset[str]
    prepositions: frozenset[str]
    suffixes: frozenset[str]
    ordinary: frozenset[str]
    days: frozenset[str]
    organisations: frozenset[str]
    of: frozenset[str]
    tails: frozenset[str]
    elisions: frozenset[str]
    countries: frozenset[str]
    adjectives: frozenset[str]
    places: frozenset[str]
    nouns_capitalised: bool


class _Token(NamedTuple):
    """One capitalised word of a run. `end` leaves out a possessive 's; `dot` says that a full stop belongs to it."""

    start: int
    end: int
    folded: str
    dot: bool
    initial: bool
    cut: bool


def find(text: str, language: str = "und", also: Collection[str] = ()) -> list[Mention]:
    """Return the names in a text, in order.

    `also` holds folded words known to be names (from the rest of the document): they are taken where a capital
    proves nothing, at the start of a sentence and in a headline that capitalises every word.

    >>> [(m.title, m.text, m.kind) for m in find("But Mr. Putin told Ursula von der Leyen of the NATO plan.", "en")]
    [('Mr.', 'Putin', 'person'), ('', 'Ursula von der Leyen', 'person'), ('', 'NATO', 'organisation')]
    """
    lexicon = _lexicon(language)
    tokens = _tokens(text, lexicon)
    shouted = _headlines(tokens, text, lexicon)
    sure = {t.folded for t in tokens if not t.initial and t.start not in shouted}
    out: list[Mention] = []
    for run in _runs(tokens, text, lexicon):
        if run[0].start in shouted:
            run = [t for t in run if t.folded in also]
        if run:
            out += _mentions(run, text, lexicon, sure, also)
    if lexicon.nouns_capitalised:
        return _without_nouns(out, also)
    return out


def name_words(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the folded words of the names of several words, as `also` for another text of the same document."""
    return frozenset(
        fold_word(word) for m in mentions if m.kind in ("person", "name") and not m.initial
        for word in m.name.split() if len(word) > 2 and word[0].isupper()
    )  # fmt: skip


# --- words -----------------------------------------------------------------------------------------------------------


@lru_cache
def name_pack(language: str) -> NameWords:
    """Return names.yaml of a language, looked up by its full tag, then by its first part."""
    tags = packs.available()
    tag = language if language in tags else language.split("-")[0]
    return packs.section(tag, "names", NameWords) if tag in tags else NameWords()


@lru_cache
def _lexicon(language: str) -> _Lexicon:
    """Return the words of a language with those of any language; of all languages where it is not known."""
    own = name_pack(language)
    each = [name_pack("und"), own]
    if own == NameWords() or language == "und":
        each = [name_pack(tag) for tag in packs.available()]

    def fold(values: Sequence[str]) -> set[str]:
        return {_fold(word) for value in values for word in value.split()}

    def gather(key: str) -> frozenset[str]:
        return frozenset().union(*(fold(getattr(pack, key)) for pack in each))

    def places(key: str) -> frozenset[str]:
        return frozenset(_fold(v) for pack in each for values in getattr(pack, key).values() for v in values)

    capitals = places("capitals")
    countries = places("countries")
    adjectives = places("adjectives")
    return _Lexicon(
        gather("titles") | gather("abbreviations"), gather("abbreviations"),
        gather("particles") - gather("prepositions"), gather("prepositions"),
        gather("suffixes"), gather("ordinary") | gather("days"), gather("days"), gather("organisations"), gather("of"), gather("tails"),
        gather("elisions"), countries, adjectives, countries | capitals, own.nouns_capitalised == "yes",
    )  # fmt: skip


def _fold(word: str) -> str:
    return fold_word(word).strip(".'’")


# --- tokens and runs -------------------------------------------------------------------------------------------------


def _tokens(text: str, lexicon: _Lexicon) -> list[_Token]:
    out: list[_Token] = []
    matches = list(_TOKEN.finditer(text))
    if "al-" in text or "al‑" in text or "el-" in text:
        matches = sorted([*matches, *_after_article(text)], key=lambda m: m.start())
    for match in matches:
        start, end = match.span()
        if out and start < out[-1].end:
            continue
        word = match[0]
        cut = False
        if len(word) > 2 and word[-2] in "'’ʼ" and word[-1] in "sS":
            word, cut = word[:-2], True
        head, apostrophe, tail = word.replace("’", "'").partition("'")
        if apostrophe and fold_word(head) in lexicon.elisions and tail[:1].isupper():
            start += len(head) + 1
            word = word[len(head) + 1 :]
            initial = False
        else:
            initial = _opens_sentence(text, start, out[-1] if out else None)
        if "-" in word and lexicon.tails:
            stem, _, last = word.rpartition("-")
            if last in lexicon.tails:
                word, cut = stem, True
        end = start + len(word)
        folded = fold_word(word)
        dot = not cut and text[end : end + 1] == "." and (len(word) == 1 or "." in word or folded in lexicon.dotted)
        out.append(_Token(start, end, folded, dot, initial, cut))
    return out


_ARTICLE: Final = re.compile(rf"\b[ae]l[-‑][{_UPPER}][\w{_MARKS}]*(?:[-‑]\w+)?")


def _after_article(text: str) -> list[re.Match[str]]:
    """Return the words with an Arabic article written in lower case before them: al-Assad, el-Sissi."""
    return list(_ARTICLE.finditer(text))


def _opens_sentence(text: str, at: int, previous: _Token | None) -> bool:
    """Return whether what stands before `at`, quotation marks and brackets aside, ends a sentence or is nothing."""
    i = at - 1
    least = max(-1, at - 8)
    while i > least and text[i] in _OPENERS:
        if text[i] in "“«„([{" or (text[i] in "\"'‘" and (i == 0 or text[i - 1].isspace())):
            return True
        i -= 1
    if i < 0:
        return True
    if text[i] not in _FULL_STOPS:
        return False
    return not (text[i] == "." and previous is not None and previous.dot and previous.end == i)


def _runs(tokens: Sequence[_Token], text: str, lexicon: _Lexicon) -> list[list[_Token]]:
    """Return the tokens grouped into runs that belong together."""
    runs: list[list[_Token]] = []
    for token in tokens:
        if runs and len(runs[-1]) < MAX_TOKENS and _joined(runs[-1], token, text, lexicon):
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _joined(run: Sequence[_Token], token: _Token, text: str, lexicon: _Lexicon) -> bool:
    last = run[-1]
    at = last.end + last.dot
    if last.cut or token.start - at > MAX_GAP:
        return False
    gap = text[at : token.start]
    if last.dot and not gap:
        return len(token.folded) == 1 or last.folded not in lexicon.titles
    if _GLUE.fullmatch(gap):
        return True
    if gap[:1] in "," and token.folded in lexicon.suffixes:
        return True
    if not gap or not gap[0].isspace():
        return False
    words = gap.replace("’", "'").replace("'", "' ").split()
    if not words or len(words) > 3 or gap[-1].isalnum():
        return False
    folded = [_fold(word) for word in words]
    if all(word in lexicon.particles for word in folded):
        return run[0].folded not in lexicon.titles and last.folded not in lexicon.ordinary
    if not any(t.folded in lexicon.organisations for t in run):
        free = all(word in lexicon.particles or word in lexicon.prepositions for word in folded)
        return free and _may_join(run, token, text, lexicon)
    return all(word in lexicon.of or word in lexicon.prepositions for word in folded)


def _may_join(run: Sequence[_Token], token: _Token, text: str, lexicon: _Lexicon) -> bool:
    """Return whether an everyday preposition joins: Dominique de Villepin, but not la Russie de Vladimir Poutine."""
    for folded in (run[-1].folded, token.folded):
        if folded in lexicon.places or folded in lexicon.titles or folded in lexicon.ordinary:
            return False
    rest = text[token.end : token.end + 2]
    return len(run) <= 3 and not (len(rest) == 2 and rest[0] in " \u00a0" and rest[1].isupper())


# --- mentions --------------------------------------------------------------------------------------------------------


def _mentions(
    run: list[_Token], text: str, lexicon: _Lexicon, sure: Collection[str], also: Collection[str]
) -> list[Mention]:
    """Return the names of one run: titles and opening words taken off, an organisation before a person cut away."""
    first, last = 0, len(run)
    while first < last and _no_name(run, first, lexicon, sure, also, text):
        first += 1
    title_first = first
    while first < last and run[first].folded in lexicon.titles:
        first += 1
    while last > first + 1 and run[last - 1].folded in lexicon.days:
        last -= 1
    if first == last:
        return []
    heads = [i for i in range(first, last) if run[i].folded in lexicon.organisations]
    if heads and last - heads[-1] > 2 and all(_plain(text, a, b) for a, b in zip(run[heads[-1] :], run[heads[-1] + 1 :], strict=False)):
        cut = heads[-1] + 1
        return [_mention(run, first, first, cut, text, lexicon), *_mentions(run[cut:last], text, lexicon, sure, also)]
    inner = next((i for i in range(first + 1, last - 1) if run[i].folded in lexicon.titles and not run[i].initial), None)
    if inner is not None and not heads:
        left = _mentions(run[first:inner], text, lexicon, sure, also)
        return [*left, *_mentions(run[inner:last], text, lexicon, sure, also)]
    places = []
    while last - first > 2 and not heads and run[first].folded in lexicon.countries:
        places.append(_mention(run, first, first, first + 1, text, lexicon))
        first = title_first = first + 1
    return [*places, _mention(run, title_first, first, last, text, lexicon)]


def _plain(text: str, left: _Token, right: _Token) -> bool:
    """Return whether nothing but space stands between two tokens."""
    return not text[left.end + left.dot : right.start].strip()


def _no_name(
    run: Sequence[_Token], i: int, lexicon: _Lexicon, sure: Collection[str], also: Collection[str], text: str
) -> bool:
    """Return whether a run's first word is no part of a name: an opening word, or an adjective of a country."""
    token = run[i]
    word = token.folded
    if word in also or word in lexicon.titles:
        return False
    if word in lexicon.ordinary:
        return True
    organisation = any(t.folded in lexicon.organisations for t in run[i + 1 :])
    if word in lexicon.adjectives and word not in lexicon.countries:
        return not organisation
    if not token.initial or word in sure:
        return False
    if len(run) - i > 1:
        return f" {text[token.start].lower()}{text[token.start + 1 : token.end]} " in text
    return word not in lexicon.places and not (len(word) > 1 and text[token.start : token.end].isupper())


def _mention(run: Sequence[_Token], title: int, first: int, last: int, text: str, lexicon: _Lexicon) -> Mention:
    start, end = run[first].start, run[last - 1].end
    if run[last - 1].dot and (run[last - 1].folded in lexicon.suffixes):
        end += 1
    start = _with_particle(text, start, lexicon) if last - first <= 2 else start
    title_start = run[title].start if title < first else _title_before(text, start, lexicon)
    titled = text[title_start:start].strip()
    words = [t.folded for t in run[first:last]]
    written = text[start:end]
    kind: Kind = "name"
    if any(w in lexicon.organisations for w in words) or (len(words) == 1 and len(written) > 1 and written.isupper()):
        kind = "organisation"
    elif " ".join(words) in lexicon.places:
        kind = "place"
    elif titled or len(words) > 1:
        kind = "person"
    return Mention(start, end, written, kind, titled, title_start if titled else start, run[first].initial)


def _with_particle(text: str, start: int, lexicon: _Lexicon) -> int:
    """Return where a name starts that is called by its surname with the particle: "von der Leyen said"."""
    at = start
    for _ in range(3):
        before = text[max(0, at - 8) : at]
        if not before or not before[-1].isspace():
            break
        word = before.split()[-1] if before.split() else ""
        if word not in lexicon.particles or word in lexicon.prepositions or len(before.rstrip()) == len(word) == 8:
            break
        at -= len(before) - before.rindex(word)
    return at


def _title_before(text: str, start: int, lexicon: _Lexicon) -> int:
    """Return where a title in lower case before a name starts (le président X), `start` if there is none."""
    at = start
    for _ in range(4):
        before = text[max(0, at - 32) : at]
        bare = before.rstrip(" \u00a0\u202f")
        if len(bare) == len(before):
            break
        word = re.split(r"[^\w'’.-]", bare)[-1].rsplit("'", 1)[-1].rsplit("’", 1)[-1]
        if not word or _fold(word) not in lexicon.titles:
            break
        at -= len(before) - len(bare) + len(word)
    return at


def _headlines(tokens: Sequence[_Token], text: str, lexicon: _Lexicon) -> set[int]:
    """Return where the tokens stand whose capital proves nothing: in a line that capitalises every word or letter."""
    if lexicon.nouns_capitalised:
        return set()
    out: set[int] = set()
    i = 0
    while i < len(tokens):
        end = text.find("\n", tokens[i].end)
        end = len(text) if end < 0 else end
        first = i
        while i < len(tokens) and tokens[i].start < end:
            i += 1
        start = text.rfind("\n", 0, tokens[first].start) + 1 if i - first >= 4 else end
        if 0 < end - start <= HEADLINE:
            words = [word for word in text[start:end].split() if len(word) > 3 and word[0].isalpha()]
            if len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words):
                out.update(token.start for token in tokens[first:i])
    return out


def _without_nouns(mentions: Sequence[Mention], also: Collection[str]) -> list[Mention]:
    """Return the mentions that are more than a noun: several words, a title, an acronym, or a known name's word."""
    known = {fold_word(w) for m in mentions if m.kind == "person" for w in m.name.split()[1:]}
    return [m for m in mentions if m.kind != "name" or fold_word(m.text) in known or fold_word(m.text) in also]
