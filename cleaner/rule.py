"""A boilerplate rule with its own proof, and the index that finds a block's rules by its words.

A rule is data (see docs/rules.md): phrases, the conditions under which they name a block, and the lines it
must and must not take. What a phrase is stands in `cleaner.phrases`.

There are no regular expressions in a rule, so no rule can explode and none needs a programmer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final, Literal, NamedTuple, cast

from cleaner.errors import PackError
from cleaner.phrases import SLOTS, UNBOUNDED, Filed, Found, Part, Phrases, filed, laid, parts_of
from cleaner.taxonomy import LABELS
from cleaner.text import WORD, Spelled, ends_sentence, spell, unspaced

At = Literal["whole", "only", "start", "end", "anywhere"]
Zone = Literal["any", "head", "tail", "edge"]
_AT: Final = ("whole", "only", "start", "end", "anywhere")
_ZONES: Final = ("any", "head", "tail", "edge")
_KEYS: Final = {"id", "label", "phrases", "at", "also", "unless", "min_words", "max_words", "zone", "elements", "ends",
                "mark", "confidence", "why", "source", "removes", "keeps", "misses"}  # fmt: skip


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


class Hit(NamedTuple):
    """A rule that names a text: the span its phrase covers, and what its slots hold (spans by slot name)."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


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
        try:
            parts = parts_of(phrase)
        except KeyError as error:
            raise PackError(f"{place}: {error.args[0]} is no slot. Slots: {', '.join(SLOTS)}.") from None
        if not any(isinstance(part, str) for part in parts):
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


# --- the index of rules ----------------------------------------------------------------------------------------------


class RuleIndex:
    """All rules of a run, filed by where their phrases must stand. `hits` answers for one text; the caller knows host
    and zone.

    Most rules bind their phrases to a place: a whole text is looked up as it is, its first and last words are looked up
    among those that open or close a phrase, and only the phrases that may stand anywhere are searched for.
    """

    def __init__(self, rules: Iterable[Rule], host: str | None = None) -> None:
        self.host = host
        self.rules = tuple(r for r in rules if not r.hosts or (host is not None and _at_host(host, r.hosts)))
        self._wholes: dict[tuple[str, ...], list[Rule]] = {}
        self._openers: dict[str | tuple[str, str], list[Filed]] = {}
        self._closers: dict[str, list[Filed]] = {}
        self._bars = _Bars(rule for rule in self.rules if rule.at == "only")
        anywhere: list[tuple[str, Rule]] = []
        for rule in self.rules:
            anywhere += [(phrase, rule) for phrase in rule.phrases if not self._file(parts_of(phrase), rule)]
        self._longest = max(map(len, self._wholes), default=0)
        self._anywhere = Phrases(anywhere, _most_words)
        self._of_long_blocks = Phrases([(p, r) for p, r in anywhere if r.max_words > _LONG], _most_words)
        self._beside: dict[tuple[str, ...], Phrases] = {}
        self._named: dict[str, Phrases] = {}

    def _file(self, parts: tuple[Part, ...], rule: Rule) -> bool:
        """File a phrase under the place its rule binds it to; False where it may stand anywhere, or opens with a slot.
        """
        first, last = parts[0], parts[-1]
        if rule.at == "whole" and all(isinstance(part, str) for part in parts):
            self._wholes.setdefault(cast(tuple[str, ...], parts), []).append(rule)
        elif rule.at == "only" and isinstance(first, str):
            return True
        elif rule.at in _FROM_THE_START and isinstance(first, str):
            second = parts[1] if len(parts) > 1 else None
            key = (first, second) if isinstance(second, str) else first
            self._openers.setdefault(key, []).append(filed(parts, 0, rule.max_words, rule))
        elif rule.at in ("whole", "end") and isinstance(last, str):
            self._closers.setdefault(last, []).append(filed(parts, len(parts) - 1, rule.max_words, rule))
        else:
            return False
        return True

    def hits(self, text: str, element: str = "", zone: str = "any", spelled: Spelled | None = None) -> list[Hit]:
        """Return the rules that name this text, the most trusted first.

        `zone` is where the block stands: head, tail, or middle of the prose; any when not known (proofs). `spelled`
        spares splitting the text again.
        """
        spelled = spelled or spell(text)
        count = len(spelled.folded)
        items = self._found(spelled.folded, spelled) if count else None
        if not items:
            return []
        found: dict[str, list[Found]] = {}
        for item in items:
            rule: Rule = item.key
            if rule.min_words <= count and not (item.first and rule.at in _FROM_THE_START):
                found.setdefault(rule.id, []).append(item)
        if not found:
            return []
        places, out = _Places(text), []
        for those in found.values():
            rule = those[0].key
            hit = _hit(rule, those, count, places, element, zone)
            if not hit or (rule.also and not self._has(rule.also, spelled)):
                continue
            if not self._has(rule.unless, spelled):
                out.append(hit)
        return sorted(out, key=_trust) if len(out) > 1 else out

    def _found(self, folded: Sequence[str], text: Spelled) -> list[Found]:
        """Return the phrases that stand in a text where their rules want them."""
        count, first, out = len(folded), folded[0], list[Found]()
        if count <= self._longest and (whole := self._wholes.get(tuple(folded))):
            out += [Found(rule, 0, count, {}) for rule in whole if count <= rule.max_words]
        if opening := self._openers.get(first):
            out += laid(opening, 0, text)
        if count > 1 and (opening := self._openers.get((first, folded[1]))):
            out += laid(opening, 0, text)
        if closing := self._closers.get(folded[-1]):
            out += laid(closing, count - 1, text)
        bars = self._bars.fitting(folded)
        for item in (self._of_long_blocks if count > _LONG else self._anywhere).find(text):
            if item.key.at != "only":
                out.append(item)
            elif (bar := self._bars.of(item.key)) not in bars:
                bars.append(bar)
        for bar in bars:
            if count <= bar.rule.max_words:
                out += bar.found(folded, text)
        return out

    def may_name(self, label: str, spelled: Spelled) -> bool:
        """Return whether a rule of a label can name any part of a text: whether one of its phrases stands in it."""
        if label not in self._named:
            rules = [rule for rule in self.rules if rule.label == label]
            self._named[label] = Phrases([(phrase, None) for rule in rules for phrase in rule.phrases])
        return bool(self._named[label].find(spelled))

    def _has(self, phrases: tuple[str, ...], spelled: Spelled) -> bool:
        """Return whether one of the phrases stands in the text; asked only where a rule's own phrase was found."""
        if not phrases:
            return False
        if phrases not in self._beside:
            self._beside[phrases] = Phrases([(phrase, None) for phrase in phrases])
        return bool(self._beside[phrases].find(spelled))


def _most_words(rule: Rule) -> int:
    return rule.max_words


def _trust(hit: Hit) -> tuple[float, int, str]:
    return -hit.rule.confidence, hit.start - hit.end, hit.rule.id


_NUMBER_ALONE: Final = {"n"}
_FROM_THE_START: Final = ("whole", "start")
_LONG: Final = 300
"""Most rules name blocks of fewer words; a longer block is searched for the others alone."""


def _at_host(host: str, hosts: Sequence[str]) -> bool:
    return any(host == h or host.endswith("." + h) for h in hosts)


class _Bars:
    """The rules whose phrases and no other words make up a text, as those of a share bar do, as bits of a number: by
    the words with which a phrase of theirs begins, and by the words that they have at all."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._bars = [_Bar(rule) for rule in rules]
        self._any_word = sum(1 << n for n, bar in enumerate(self._bars) if bar.any_word)
        self._first: dict[str, int] = {}
        self._words: dict[str, int] = {}
        for n, bar in enumerate(self._bars):
            for word in bar.first:
                self._first[word] = self._first.get(word, 0) | 1 << n
            for word in bar.words:
                self._words[word] = self._words.get(word, self._any_word) | 1 << n

    def of(self, rule: Rule) -> _Bar:
        """Return the one that holds a rule."""
        return next(bar for bar in self._bars if bar.rule is rule)

    def fitting(self, folded: Sequence[str]) -> list[_Bar]:
        """Return those one of whose phrases may open a text, and that may have every word of it."""
        bits = self._first.get(folded[0], 0)
        for word in folded:
            if not bits:
                break
            bits &= self._words.get(word, self._any_word)
        out = []
        while bits:
            out.append(self._bars[(bits & -bits).bit_length() - 1])
            bits &= bits - 1
        return out


class _Bar:
    """One of these rules, and its phrases."""

    def __init__(self, rule: Rule) -> None:
        parts = [parts_of(phrase) for phrase in rule.phrases]
        self.rule = rule
        self.first = {phrase[0] for phrase in parts if isinstance(phrase[0], str)}
        self.words = {part for phrase in parts for part in phrase if isinstance(part, str)}
        self.any_word = any(not isinstance(part, str) for phrase in parts for part in phrase)
        self.alone = frozenset(phrase[0] for phrase in parts if len(phrase) == 1)
        self.wholes = frozenset(parts)
        self._last = {phrase[-1] for phrase in parts if isinstance(phrase[-1], str)}
        self._slots_at_end = {phrase[-1][0] for phrase in parts if not isinstance(phrase[-1], str)}

    def _may_end(self, word: str) -> bool:
        """Return whether one of the phrases may end in a word: those that make up a text must."""
        slots = self._slots_at_end
        return word in self._last or (bool(slots) and (slots != _NUMBER_ALONE or word.isdigit()))

    def found(self, folded: Sequence[str], text: Spelled) -> list[Found]:
        """Return what of the rule's phrases stands in a text."""
        if self.alone.issuperset(folded) or tuple(folded) in self.wholes:
            return [Found(self.rule, 0, len(folded), {})]
        return self.phrases.find(text) if self._may_end(folded[-1]) else []

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases([(phrase, self.rule) for phrase in self.rule.phrases])


class _Places:
    """The spans of a text's words, found as far as they are asked for: most phrases fail before, or stand early."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans: list[tuple[int, int]] = []
        self._more = WORD.finditer(text)

    def span(self, word: int) -> tuple[int, int]:
        """Return the span of a word by its number."""
        missing = word + 1 - len(self._spans)
        if missing > 0:
            self._spans += [m.span() for m in islice(self._more, missing)]
        return self._spans[word]


def _hit(rule: Rule, found: Sequence[Found], count: int, places: _Places, element: str, zone: str) -> Hit | None:
    if rule.elements and element and element not in rule.elements:
        return None
    if zone != "any" and rule.zone != "any" and zone != rule.zone and not (rule.zone == "edge" and zone != "middle"):
        return None
    if rule.ends and (rule.ends == "closed") != ends_sentence(places.text):
        return None
    if rule.at == "only":
        covered = {i for item in found for i in range(item.first, item.last)}
        return Hit(rule, places.span(0)[0], places.span(count - 1)[1], {}) if len(covered) == count else None
    for item in found if len(found) == 1 else sorted(found, key=lambda f: (f.first - f.last, f.first, -len(f.slots))):
        if rule.at in ("whole", "end") and item.last != count:
            continue
        if rule.mark and not _marked(places.text, places.span(item.last - 1)[1], rule.mark):
            continue
        slots = {name: (places.span(a)[0], places.span(b - 1)[1]) for name, (a, b) in item.slots.items()}
        if slots and any(_runs_on(places.text, *slots[name]) for name in _OPEN_SLOTS if name in slots):
            continue
        return Hit(rule, places.span(item.first)[0], places.span(item.last - 1)[1], slots)
    return None


_OPEN_SLOTS: Final = ("name", "words")
_GLUED: Final = 4
_PAUSES: Final = "，。！？；"


def _runs_on(text: str, start: int, end: int) -> bool:
    """Return whether what a slot took is the run of a sentence, in a script without spaces: it goes over a pause, or no
    sign parts it from the phrase's own words and it is longer than a name."""
    if not (unspaced(text[start]) or unspaced(text[end - 1])):
        return False
    if any(pause in text[start:end] for pause in _PAUSES):
        return True
    glued = (start > 0 and unspaced(text[start - 1])) or (end < len(text) and unspaced(text[end]))
    return glued and end - start > _GLUED


def _marked(text: str, end: int, marks: str) -> bool:
    """Return whether one of the marks follows, spaces and closing signs (`**Read also**:`) aside."""
    return text[end : end + 8].lstrip(_BESIDE_MARK.translate({ord(c): None for c in marks}))[:1] in set(marks)


_BESIDE_MARK: Final = " \u00a0\u202f\t\n*_])\"'”’»"
