"""A boilerplate rule with its own proof, and the index that finds a block's rules in one pass over its words.

A rule is data (see docs/rules.md): phrases, the conditions under which they name a block, and the lines it
must and must not take. A phrase is words, matched without case, accents and punctuation, with slots between:

    {n}      one number                          {name}   one to five capitalised words
    {date}   one to ten words, a third numbers   {words}  one to eight words of any kind

There are no regular expressions in a rule, so no rule can explode and none needs a programmer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Final, Literal, NamedTuple, cast

from cleaner.errors import PackError
from cleaner.taxonomy import LABELS
from cleaner.text import WORD, Spelled, Word, ends_sentence, fold_word, spell, words

At = Literal["whole", "only", "start", "end", "anywhere"]
Zone = Literal["any", "head", "tail", "edge"]
_AT: Final = ("whole", "only", "start", "end", "anywhere")
_ZONES: Final = ("any", "head", "tail", "edge")
_SLOTS: Final = {"{n}": (1, 1), "{name}": (1, 5), "{date}": (1, 10), "{words}": (1, 8)}
_KEYS: Final = {"id", "label", "phrases", "at", "also", "unless", "min_words", "max_words", "zone", "elements", "ends",
                "mark", "confidence", "why", "source", "removes", "keeps", "misses"}  # fmt: skip
UNBOUNDED: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `phrases` any of which must stand `at` the place (`only`: the block is made of such phrases and has no
    other word, as a share bar); `also` any of which must stand anywhere beside it; `unless` none of which may. `zone`
    limits it to before (head) or after (tail) the article's prose, or outside it (edge). `ends`: `open` means the block
    must not end as a sentence, `closed` that it must. `mark`: the phrase must be followed by one of these characters,
    as the colon of "Read also:"."""

    id: str
    label: str
    phrases: tuple[str, ...]
    why: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]
    at: At = "anywhere"
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    min_words: int = 1
    max_words: int = UNBOUNDED
    zone: Zone = "any"
    elements: tuple[str, ...] = ()
    ends: str = ""
    mark: str = ""
    confidence: float = 0.95
    source: str = ""
    misses: tuple[str, ...] = ()
    language: str = "und"
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that names a text: the span its phrase covers, and what its slots hold (spans by slot name)."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def parse(raw: Mapping[str, Any], where: str, language: str, hosts: Sequence[str] = ()) -> Rule:
    """Return the rule a pack file states.

    Raises PackError for an unknown key or label, a missing part, a bad value, a rule without proof.
    """
    name = raw.get("id", "without an id")
    place = f"{where}, rule {name}"
    if unknown := sorted(set(raw) - _KEYS):
        raise PackError(f"{place}: unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(_KEYS))}.")
    for key, hint in _NEEDED.items():
        if not raw.get(key):
            raise PackError(f"{place}: no {key!r}. {hint}")
    if raw["label"] not in LABELS:
        raise PackError(f"{place}: {raw['label']!r} is no label. Labels: {', '.join(LABELS)}.")
    if raw.get("at", "anywhere") not in _AT:
        raise PackError(f"{place}: at: {raw['at']!r}; expected one of {', '.join(_AT)}.")
    if raw.get("zone", "any") not in _ZONES:
        raise PackError(f"{place}: zone: {raw['zone']!r}; expected one of {', '.join(_ZONES)}.")
    lists = {key: _strings(raw.get(key, []), place, key) for key in _LISTS}
    for phrase in (*lists["phrases"], *lists["also"], *lists["unless"]):
        if not any(isinstance(part, str) for part in _compile(phrase, place)):
            raise PackError(f"{place}: phrase {phrase!r} has no word of its own. Add one beside its slots.")
    return Rule(
        id=f"{language}/{name}", label=raw["label"], why=raw["why"], at=raw.get("at", "anywhere"),
        zone=raw.get("zone", "any"), ends=raw.get("ends", ""), mark=raw.get("mark", ""), source=raw.get("source", ""),
        min_words=_number(raw, "min_words", 1, place), max_words=_number(raw, "max_words", UNBOUNDED, place),
        confidence=float(raw.get("confidence", "0.95")), language=language, hosts=tuple(hosts), **lists,
    )  # fmt: skip


_LISTS: Final = ("phrases", "also", "unless", "elements", "removes", "keeps", "misses")
_NEEDED: Final = {
    "label": "Say what kind of block it names.",
    "phrases": "Give the words it is known by.",
    "why": "Say in a sentence why a reader would not call this article text.",
    "removes": "Add one line, as seen on a page, that this rule must take.",
    "keeps": "Add one sentence of real reporting that this rule must leave alone.",
}


def _strings(raw: object, place: str, key: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise PackError(f"{place}: {key!r} must be a list of lines.")
    return tuple(raw)


def _number(raw: Mapping[str, Any], key: str, default: int, place: str) -> int:
    value = raw.get(key)
    if value is None:
        return default
    if not str(value).isdigit():
        raise PackError(f"{place}: {key}: {value!r}; expected a whole number.")
    return int(value)


# --- phrases ---------------------------------------------------------------------------------------------------------

Part = str | tuple[str, int, int]
"""A folded word, or a slot with its least and most words."""


def _compile(phrase: str, place: str = "phrase") -> tuple[Part, ...]:
    try:
        return _parts(phrase)
    except KeyError as error:
        raise PackError(f"{place}: {error.args[0]} is no slot. Slots: {', '.join(_SLOTS)}.") from None


@lru_cache(maxsize=1 << 16)
def _parts(phrase: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for piece in phrase.replace("{", " {").replace("}", "} ").split():
        if piece.startswith("{"):
            parts.append((piece[1:-1], *_SLOTS[piece]))
        else:
            parts += (fold_word(word) for word in WORD.findall(piece))
    return tuple(parts)


class Phrases:
    """Finds which of many phrases stand in a text, in one pass over its words.

    Each phrase is filed under the rarest pair of its own neighbouring words (or its rarest word, where slots leave no
    pair), so that common words such as articles and prepositions cost nothing.

    >>> finder = Phrases([("accept all", "a"), ("{n} comments", "b")])
    >>> [(found.key, found.first, found.last) for found in finder.find(spell("Accept all 12 comments"))]
    [('a', 0, 2), ('b', 2, 4)]
    """

    def __init__(self, phrases: Iterable[tuple[str, Any]], most: Callable[[Any], int] = lambda key: UNBOUNDED) -> None:
        """File the phrases with their keys; `most` tells how many words a text may have for a key to matter."""
        compiled = [(_compile(phrase), key) for phrase, key in phrases]
        common = Counter(part for parts, _ in compiled for part in parts if isinstance(part, str))
        self._filed: dict[str, tuple[list[_Filed], dict[str, list[_Filed]]]] = {}
        for parts, key in compiled:
            anchor, paired = _anchor(parts, common)
            own = [part for part in parts if isinstance(part, str)]
            plain = own if len(own) == len(parts) else None
            filed = _Filed(parts[:anchor][::-1], parts[anchor + 1 :], anchor, plain, frozenset(own), most(key), key)
            alone, pairs = self._filed.setdefault(cast(str, parts[anchor]), ([], {}))
            (pairs.setdefault(cast(str, parts[anchor + 1]), []) if paired else alone).append(filed)

    def find(self, text: Spelled) -> Iterator[Found]:
        """Yield every phrase found: its key, the words [first, last) it covers, the words of its slots."""
        filed_under, folded = self._filed, text.folded
        if filed_under.keys().isdisjoint(folded):
            return
        count, present = len(folded), set(folded)
        for i, word in enumerate(folded):
            if (entry := filed_under.get(word)) is None:
                continue
            candidates, pairs = entry
            if pairs and i + 1 < count and folded[i + 1] in pairs:
                candidates = candidates + pairs[folded[i + 1]]
            for filed in candidates:
                if count > filed.most:
                    continue
                if filed.plain is None:
                    if filed.own <= present:
                        yield from _with_slots(filed, i, text)
                    continue
                first = i - filed.anchor
                if first >= 0 and folded[first : first + len(filed.plain)] == filed.plain:
                    yield Found(filed.key, first, first + len(filed.plain), {})


class _Filed(NamedTuple):
    """One phrase in the file: its parts before (nearest first) and behind the one it is filed under, its words where it
    has no slot, its own words in no order, the length up to which it matters, its key."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    anchor: int
    plain: list[str] | None
    own: frozenset[str]
    most: int
    key: Any


def _anchor(parts: Sequence[Part], common: Mapping[str, int]) -> tuple[int, bool]:
    """Return which part a phrase is filed under, and whether the next one belongs to it."""
    own = [i for i, part in enumerate(parts) if isinstance(part, str)]
    pairs = [i for i in own if i + 1 in own]
    weight = [common[part] if isinstance(part, str) else 0 for part in parts]
    if pairs:
        return min(pairs, key=lambda i: (min(weight[i], weight[i + 1]), weight[i] + weight[i + 1], i)), True
    return min(own, key=lambda i: (weight[i], i)), False


def _with_slots(filed: _Filed, at: int, text: Spelled) -> Iterator[Found]:
    """Yield the phrase as found with its anchor at word `at`."""
    for before, left in _extend(filed.left, text, at - 1, -1):
        for last, right in _extend(filed.right, text, at + 1, 1):
            yield Found(filed.key, before + 1, last, {**left, **right})


@dataclass(frozen=True, slots=True)
class Found:
    """One occurrence of a phrase: words [first, last)."""

    key: Any
    first: int
    last: int
    slots: dict[str, tuple[int, int]]


def _extend(
    parts: Sequence[Part], text: Spelled, at: int, step: int
) -> Iterator[tuple[int, dict[str, tuple[int, int]]]]:
    """Yield where the parts end when laid from word `at` in direction `step`, shortest slots first."""
    if not parts:
        yield at, {}
        return
    part, rest, folded = parts[0], parts[1:], text.folded
    if isinstance(part, str):
        if 0 <= at < len(folded) and folded[at] == part:
            yield from _extend(rest, text, at + step, step)
        return
    name, least, most = part
    for length in range(1, most + 1):
        here = at + (length - 1) * step
        if not 0 <= here < len(folded) or not _fits(name, here, text):
            return
        if length < least:
            continue
        first, last = (at, here + 1) if step > 0 else (here, at + 1)
        if name == "date" and 3 * sum(word[0].isdigit() for word in folded[first:last]) < length:
            continue
        for end, slots in _extend(rest, text, here + step, step):
            yield end, {name: (first, last), **slots}


def _fits(slot: str, at: int, text: Spelled) -> bool:
    if slot == "n":
        return text.folded[at].isdigit()
    if slot == "name":
        written = text.written[at][:1]
        return not written.islower() and not written.isdigit()
    return True


# --- the index of rules ----------------------------------------------------------------------------------------------


class RuleIndex:
    """All rules of a run, filed by their phrases. `hits` answers for one text; the caller knows host and zone."""

    def __init__(self, rules: Iterable[Rule], host: str | None = None) -> None:
        self.rules = tuple(r for r in rules if not r.hosts or (host is not None and _at_host(host, r.hosts)))
        self._phrases = Phrases([(phrase, rule) for rule in self.rules for phrase in rule.phrases], _most_words)
        lasting = (rule for rule in self.rules if rule.max_words > _LONG)
        self._of_long_blocks = Phrases([(phrase, rule) for rule in lasting for phrase in rule.phrases], _most_words)
        self._beside: dict[tuple[str, ...], Phrases] = {}

    def hits(self, text: str, element: str = "", zone: str = "any", spelled: Spelled | None = None) -> list[Hit]:
        """Return the rules that name this text, the most trusted first.

        `zone` is where the block stands: head, tail, or middle of the prose; any when not known (proofs). `spelled`
        spares splitting the text again.
        """
        spelled = spelled or spell(text)
        count = len(spelled.folded)
        found: dict[str, list[Found]] = {}
        for item in (self._of_long_blocks if count > _LONG else self._phrases).find(spelled):
            rule: Rule = item.key
            if rule.min_words <= count and not (item.first and rule.at in _FROM_THE_START):
                found.setdefault(rule.id, []).append(item)
        if not found:
            return []
        places, out = _Places(text), []
        for items in found.values():
            rule = items[0].key
            hit = _hit(rule, items, count, places, element, zone)
            if not hit or (rule.also and not self._has(rule.also, spelled)):
                continue
            if not self._has(rule.unless, spelled):
                out.append(hit)
        return sorted(out, key=lambda h: (-h.rule.confidence, h.start - h.end, h.rule.id))

    def _has(self, phrases: tuple[str, ...], spelled: Spelled) -> bool:
        """Return whether one of the phrases stands in the text; asked only where a rule's own phrase was found."""
        if not phrases:
            return False
        if phrases not in self._beside:
            self._beside[phrases] = Phrases([(phrase, None) for phrase in phrases])
        return next(self._beside[phrases].find(spelled), None) is not None


def _most_words(rule: Rule) -> int:
    return rule.max_words


_FROM_THE_START: Final = ("whole", "start")
_LONG: Final = 300
"""Most rules name blocks of fewer words; a longer block is searched for the others alone."""


def _at_host(host: str, hosts: Sequence[str]) -> bool:
    return any(host == h or host.endswith("." + h) for h in hosts)


class _Places:
    """The words of a text with their places, found when first asked for: most phrases fail before."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> list[Word]:
        return words(self.text)


def _hit(rule: Rule, found: Sequence[Found], count: int, places: _Places, element: str, zone: str) -> Hit | None:
    if rule.elements and element and element not in rule.elements:
        return None
    if zone != "any" and rule.zone != "any" and zone != rule.zone and not (rule.zone == "edge" and zone != "middle"):
        return None
    if rule.ends and (rule.ends == "closed") != ends_sentence(places.text):
        return None
    if rule.at == "only":
        covered = {i for item in found for i in range(item.first, item.last)}
        return Hit(rule, places.words[0].start, places.words[-1].end) if len(covered) == count else None
    for item in sorted(found, key=lambda f: (f.first - f.last, f.first)):
        if rule.at in ("whole", "end") and item.last != count:
            continue
        if rule.mark and not _marked(places.text, places.words[item.last - 1].end, rule.mark):
            continue
        spans = places.words
        slots = {name: (spans[a].start, spans[b - 1].end) for name, (a, b) in item.slots.items()}
        return Hit(rule, spans[item.first].start, spans[item.last - 1].end, slots)
    return None


def _marked(text: str, end: int, marks: str) -> bool:
    """Return whether one of the marks follows, spaces and closing signs (`**Read also**:`) aside."""
    return text[end : end + 8].lstrip(_BESIDE_MARK.translate({ord(c): None for c in marks}))[:1] in set(marks)


_BESIDE_MARK: Final = " \u00a0\u202f\t\n*_])\"'”’»"
