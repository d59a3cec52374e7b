"""The index of rules: finds the rules that name a text by its words.

Most rules bind their phrases to a place: a whole text is looked up as it is, its first and last words are looked up
among those that open or close a phrase, and only the phrases that may stand anywhere are searched for. Where each
phrase is filed stands in `cleaner.filing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from cleaner.filing import LONG, Filing, file_rules
from cleaner.phrases import Drawers, Filed, Found, Phrases, filed, found_in, laid, pair, parts_of
from cleaner.rule import Rule
from cleaner.text import WORD, Spelled, ends_sentence, spell, unspaced


class Hit(NamedTuple):
    """A rule that names a text: the span its phrase covers, and what its slots hold (spans by slot name)."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


class RuleIndex:
    """The rules of a run. `hits` answers for one text; the caller knows host and zone."""

    def __init__(self, rules: Sequence[Rule], host: str | None = None, filing: Filing | None = None,
                 base: RuleIndex | None = None) -> None:  # fmt: skip
        """Index the rules that hold at a host. `filing`: theirs, where it is known; `base`: an index whose rules count
        before them."""
        own = tuple(r for r in rules if not r.hosts or (host is not None and _at_host(host, r.hosts)))
        self.rules: tuple[Rule, ...] = own if base is None else (*base.rules, *own)
        shelf = (_Shelf(own, filing or file_rules(own)),) if own else ()
        self._shelves: tuple[_Shelf, ...] = shelf if base is None else (*base._shelves, *shelf)
        self._beside: dict[tuple[str, ...], Phrases] = {}
        self._named: dict[str, Phrases] = {}

    def hits(self, text: str, element: str = "", zone: str = "any", spelled: Spelled | None = None,
             among: Callable[[Rule], bool] | None = None) -> list[Hit]:  # fmt: skip
        """Return the rules that name this text, the most trusted first.

        `zone` is where the block stands: head, tail, or middle of the prose; any when not known (proofs). `spelled`
        spares splitting the text again. `among`: which rules are asked.
        """
        spelled = spelled or spell(text)
        count = len(spelled.folded)
        items = [item for shelf in self._shelves for item in shelf.found(spelled)] if count else None
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
            if among is not None and not among(rule):
                continue
            hit = _hit(rule, those, count, places, element, zone)
            if not hit or (rule.also and not self._has(rule.also, spelled)):
                continue
            if not self._has(rule.unless, spelled):
                out.append(hit)
        return sorted(out, key=_trust) if len(out) > 1 else out

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


class _Shelf:
    """Rules that were filed together."""

    def __init__(self, rules: Sequence[Rule], filing: Filing) -> None:
        self._rules, self._wholes = rules, filing["wholes"]
        self._longest = max((key.count("\n") + 1 for key in self._wholes), default=0)
        self._openers, self._closers, self._pairs, self._alone, self._long_pairs, self._long_alone = (
            Drawers(places, 3, self._ready) for places in (
                filing["openers"], filing["closers"], filing["pairs"], filing["alone"], filing["long_pairs"],
                filing["long_alone"]))  # fmt: skip
        self._bars = _Bars(rules, filing)

    def _ready(self, number: int, phrase: int, at: int) -> Filed:
        rule = self._rules[number]
        return filed(parts_of(rule.phrases[phrase]), at, rule.max_words, rule)

    def found(self, text: Spelled) -> list[Found]:
        """Return the phrases that stand in a text where their rules want them."""
        folded = text.folded
        count, first, out = len(folded), folded[0], list[Found]()
        if count <= self._longest and (whole := self._wholes.get("\n".join(folded))):
            out += [Found(self._rules[n], 0, count, {}) for n in whole if count <= self._rules[n].max_words]
        if opening := self._openers.at(first):
            out += laid(opening, 0, text)
        if count > 1 and (opening := self._openers.at(pair(first, folded[1]))):
            out += laid(opening, 0, text)
        if closing := self._closers.at(folded[-1]):
            out += laid(closing, count - 1, text)
        bars = self._bars.fitting(folded)
        anywhere = (self._long_pairs, self._long_alone) if count > LONG else (self._pairs, self._alone)
        for item in found_in(text, *anywhere):
            if item.key.at != "only":
                out.append(item)
            elif (bar := self._bars.of(item.key)) not in bars:
                bars.append(bar)
        for bar in bars:
            if count <= bar.rule.max_words:
                out += bar.found(folded, text)
        return out


def _trust(hit: Hit) -> tuple[float, int, str]:
    return -hit.rule.confidence, hit.start - hit.end, hit.rule.id


_NUMBER_ALONE: Final = {"n"}
_FROM_THE_START: Final = ("whole", "start")


def _at_host(host: str, hosts: Sequence[str]) -> bool:
    return any(host == h or host.endswith("." + h) for h in hosts)


class _Bars:
    """The rules whose phrases and no other words make up a text, as those of a share bar do, as bits of a number: by
    the words with which a phrase of theirs begins, and by the words that they have at all."""

    def __init__(self, rules: Sequence[Rule], filing: Filing) -> None:
        self._bars = [_Bar(rules[number]) for number in filing["bars"]]
        self._by_rule = {bar.rule.id: bar for bar in self._bars}
        self._any_word = _bits(filing["bar_slots"])
        self._opens, self._words = filing["bar_opens"], filing["bar_words"]

    def of(self, rule: Rule) -> _Bar:
        """Return the one that holds a rule."""
        return self._by_rule[rule.id]

    def fitting(self, folded: Sequence[str]) -> list[_Bar]:
        """Return those one of whose phrases may open a text, and that may have every word of it."""
        bits = _bits(self._opens.get(folded[0], ()))
        for word in folded:
            if not bits:
                return []
            bits &= _bits(self._words.get(word, ())) | self._any_word
        return [bar for number, bar in enumerate(self._bars) if bits >> number & 1] if bits else []


def _bits(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


class _Bar:
    """One of these rules, and its phrases."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @cached_property
    def _parts(self) -> frozenset[tuple[object, ...]]:
        return frozenset(parts_of(phrase) for phrase in self.rule.phrases)

    @cached_property
    def _single(self) -> frozenset[object]:
        return frozenset(parts[0] for parts in self._parts if len(parts) == 1)

    @cached_property
    def _last(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words with which a phrase of the rule ends, and the slots."""
        last = [parts_of(phrase)[-1] for phrase in self.rule.phrases]
        return frozenset(p for p in last if isinstance(p, str)), frozenset(p[0] for p in last if not isinstance(p, str))

    def _may_end(self, word: str) -> bool:
        """Return whether one of the phrases may end in a word: those that make up a text must."""
        words, slots = self._last
        return word in words or (bool(slots) and (slots != _NUMBER_ALONE or word.isdigit()))

    def found(self, folded: Sequence[str], text: Spelled) -> list[Found]:
        """Return what of the rule's phrases stands in a text."""
        if self._single.issuperset(folded) or tuple(folded) in self._parts:
            return [Found(self.rule, 0, len(folded), {})]
        return self.phrases.find(text) if self._may_end(folded[-1]) else []

    @cached_property
    def phrases(self) -> Phrases:
        """All phrases of the rule, wherever they stand."""
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
    """Return whether one of the marks follows, spaces and closing signs (`**Read also**:`) aside; a hyphen that holds
    a word together ("Leia-se", "Lees-voer") is none."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum():
        return False
    return text[end : end + 8].lstrip(_BESIDE_MARK.translate({ord(c): None for c in marks}))[:1] in set(marks)


_BESIDE_MARK: Final = " \u00a0\u202f\t\n*_])\"'”’»"
