"""What is counted of a saying and of one who may have said it: a row of columns for each, none of them a word.

Distances in sentences and words, who spoke last, agreement with a pronoun or role, and what the rules say. Knows no
language and weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.describing import kind as kind_of_noun
from cleaner.attribution.people.judging import Who
from cleaner.attribution.voice.scene import FAR, OPEN, Named, Phrase, Saying, Scene, Spoke, sentence, surface
from cleaner.text import fold

_RULES: Final = ("subject-verb", "inverted", "according", "colon", "quote", "nested", "noun", "passive", "transcript")
_PLACES: Final = ("behind", "ahead", "front", "last", "next")
_GENDERS: Final = ("man", "woman", "someone", "plural", "thing")
_LONG: Final = 60
_SHORT: Final = 20
_MOST: Final = 12
_LATELY: Final = 6

_OF_SAYING: Final = (
    *(f"kind_{k}" for k in OPEN), *(f"rule_{r}" for r in _RULES), "confidence", "unresolved", "title_line", "quoted",
    "words", "capital", "ends", "led_by", "share", "opens", "verbs", "governed", "last_back", "gender_asked",
    "determiner", "phrase_words", "anaphor", "of_something", "noun_before",
)  # fmt: skip
_OF_CANDIDATE: Final = (
    "nobody", "rules", "is_last", "last_end", "is_previous", "previous_back", "was_told", "is_next", "next_back",
    "inside", "around", "before_back", "before_words", "before_colon", "before_verb", "before_first", "before_governed",
    "after_on", "after_words", "after_verb", "after_governed", "order", "times", "times_share", "speaks", "in_title",
    "lately", "together", "person", "written_big", "name_words", "office", "agrees", "gender_known", "rivals",
    "rivals_all", "near", "fits",
    *(f"phrase_{p}" for p in _PLACES), "phrase_definite", "phrase_type",
)  # fmt: skip
_NOBODY: Final = [float({"nobody": 1, "next_back": -FAR}.get(name, 0)) for name in _OF_CANDIDATE]
NAMES: Final = (*_OF_SAYING, *_OF_CANDIDATE)


def rows(scene: Scene, saying: Saying, history: Sequence[Spoke], upcoming: Sequence[Spoke],
         near: Sequence[Phrase], names: Sequence[str]) -> list[list[float]]:  # fmt: skip
    """Return a row for nobody, then one for each name."""
    asked = _asked(saying, scene.cast)
    common = _of_saying(scene, saying, history, asked)
    backs = scene.near(saying, history)
    genders = {name: scene.gender(name) for name in (*backs, *names)}
    noun = head(saying, scene.cast) if saying.kind == "role" else ""
    order = {name: at for at, name in enumerate(scene.recent(saying, 9))}
    beside = {phrase.name: phrase for phrase in near}
    around = scene.around(saying)
    out = [common + _NOBODY]
    for name in names:
        row = [0.0, float(name == saying.name), *_turns(scene, saying, history, upcoming, name)]
        before, after = scene.before(saying, name), scene.after(saying, name)
        row += [float(scene.inside(saying, name)), float(name in around)]
        row += [*_ahead(scene, saying, before), *_behind(saying, after, scene.cast)]
        row += [
            float(order.get(name, 9)), float(min(scene.counts[name], _MOST)), scene.counts[name] / scene.most,
            float(min(scene.speaks[name] - (name == saying.name), _MOST)), float(name in scene.in_title),
            float(scene.lately(saying, name, _LATELY)), float(min(scene.told_of(noun, name), 3)) if noun else 0.0,
            *_whose(saying, name, asked, genders[name], scene.cast),
            *_rivals(name, asked, genders, backs), *_phrase(beside.get(name), scene, saying),
        ]  # fmt: skip
        out.append(common + row)
    return out


def _asked(saying: Saying, cast: Cast) -> str:
    """Return man, woman, someone, plural or thing as the words for the speaker tell; nothing where there are none."""
    who = saying.who
    if who is None or surface(saying) is None:
        return ""
    if saying.kind in ("pron", "plural"):
        return who.pronoun
    if saying.kind == "role" and who.noun:
        return kind_of_noun(head(saying, cast), cast, saying.line.low[who.first])
    return ""


def _of_saying(scene: Scene, saying: Saying, history: Sequence[Spoke], asked: str) -> list[float]:
    line, claim, lexicon = saying.line, saying.claim, scene.cast.lexicon
    rule = claim.rule if claim else ""
    out = [float(saying.kind == k) for k in OPEN]
    out += [float(r in rule) for r in _RULES]
    out += [claim.confidence if claim else 0.0, float(claim is not None and saying.name is None)]
    out += [float(line.role != "body"), *_of_quote(saying, scene.cast)]
    out.append(float(scene.back(saying, history[-1].position, history[-1].start)) if history else float(FAR))
    out.append(float(_GENDERS.index(asked) + 1) if asked in _GENDERS else 0.0)
    who = saying.who
    if who is None or saying.kind != "role":
        return [*out, 0.0, 0.0, 0.0, 0.0, 0.0]
    word = line.low[who.first]
    speech = lexicon.speech
    kinds = (lexicon.definite, speech.indefinite, speech.possessives)
    determiner = next((at for at, known in enumerate(kinds, 1) if word in known), 0)
    anaphor = who.noun in lexicon.anaphors or any(w in lexicon.anaphors for w in who.noun.split())
    seen = min(scene.seen_before(saying, head(saying, scene.cast)), _MOST)
    hangs = of_something(line, who, scene.cast)
    return [*out, float(determiner), float(who.last - who.first), float(anaphor), float(hangs), float(seen)]


def head(saying: Saying, cast: Cast) -> str:
    """Return the noun that heads the words for a speaker; an empty string where there is none."""
    nouns = saying.who.noun.split() if saying.who else []
    return nouns[0 if cast.lexicon.speech.head == "first" else -1] if nouns else ""


def of_something(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a phrase says of whom it is: the spokesman of the firm, the chancellor's spokesman."""
    joins = cast.lexicon.inner | cast.lexicon.prepositions
    return any(line.folded[i] in joins or line.gap[i] == APOSTROPHE for i in range(who.first + 1, who.last))


def _of_quote(saying: Saying, cast: Cast) -> list[float]:
    line, quote, lexicon = saying.line, saying.quote, cast.lexicon
    if quote is None:
        return [0.0] * 9
    words = line.text.count(" ", quote.inner_start, min(quote.inner_end, quote.inner_start + 400)) + 1
    first = line.text[quote.inner_start : quote.inner_start + 1]
    inner, behind = line.text[max(quote.inner_start, quote.inner_end - 1) : quote.inner_end], line.text[quote.end :][:1]
    ends = 2.0 if "," in (inner, behind) else 1.0 if any(c in ".!?…" for c in inner + behind) else 0.0
    ahead = line.text[max(0, quote.start - 8) : quote.start].rstrip()[-1:]
    led = {":": 3.0, ",": 2.0, ".": 1.0}.get(ahead, 0.0 if ahead else 4.0)
    start, end = line.sentences[sentence(line, quote.start)]
    low, high = line.spans[sentence(line, quote.start)]
    verbs = sum(line.quoted[i] < 0 and line.low[i] in lexicon.forms for i in range(low, min(high, low + 200)))
    at = line.word_at(quote.start)
    governed = at > 0 and line.folded[at - 1] in lexicon.determiners | lexicon.prepositions
    share = (quote.end - quote.start) / max(1, end - start)
    opens = float(quote.start <= 1)
    return [1.0, float(min(words, FAR)), float(first.isupper()), ends, led, share, opens, float(verbs), float(governed)]


def _turns(scene: Scene, saying: Saying, history: Sequence[Spoke], upcoming: Sequence[Spoke], name: str) -> list[float]:
    """Return whether somebody spoke last, before the last one, was told something, or speaks next; and how far off."""
    last = history[-1] if history else None
    is_last = last is not None and last.name == name
    previous = next((s for s in reversed(history[-12:]) if last and s.name != last.name), None)
    is_previous = previous is not None and previous.name == name
    following = upcoming[0] if upcoming else None
    is_next = following is not None and following.name == name

    def back(spoke: Spoke | None, mine: bool, else_: float) -> float:
        return float(scene.back(saying, spoke.position, spoke.start)) if spoke and mine else else_

    return [
        float(is_last), back(last, is_last, FAR), float(is_previous), back(previous, is_previous, FAR),
        float(last is not None and last.to == name), float(is_next), back(following, is_next, -FAR),
    ]  # fmt: skip


def _ahead(scene: Scene, saying: Saying, one: Named | None) -> list[float]:
    """Return how far before a saying somebody is named last, and how that name stands."""
    if one is None:
        return [float(FAR), float(_LONG), 0.0, 0.0, 0.0, 0.0]
    line, lexicon = scene.lines[one.position], scene.cast.lexicon
    first = line.spans[sentence(line, one.start)][0]
    words, colon, verbs = _LONG, False, 0
    if one.position == saying.position:
        at = line.word_at(saying.start)
        after = line.word_at(one.end)
        words = min(at - after, _LONG)
        colon = line.text[max(0, saying.start - 4) : saying.start].rstrip().endswith(":")
        if words < _SHORT:
            verbs = sum(line.low[i] in lexicon.forms for i in range(after, at))
    governed = one.word > 0 and line.folded[one.word - 1] in lexicon.prepositions
    return [float(scene.back(saying, one.position, one.start)), float(words), float(colon and words < _SHORT),
            float(verbs), float(one.word - first <= 1), float(governed)]  # fmt: skip


def _behind(saying: Saying, one: Named | None, cast: Cast) -> list[float]:
    """Return how far behind a saying somebody is named first, and how that name stands."""
    if one is None:
        return [float(FAR), float(_LONG), 0.0, 0.0]
    line = saying.line
    if one.position != saying.position:
        return [3.0, float(_LONG), 0.0, 0.0]
    at = line.word_at(saying.end)
    words = min(one.word - at, _LONG)
    verbs = sum(line.low[i] in cast.lexicon.forms for i in range(at, one.word)) if words < _SHORT else 0
    on = sentence(line, one.start) - sentence(line, max(saying.start, saying.end - 1))
    governed = one.word > 0 and line.folded[one.word - 1] in cast.lexicon.prepositions
    return [float(on), float(words), float(verbs), float(governed)]


def _whose(saying: Saying, name: str, asked: str, gender_: str, cast: Cast) -> list[float]:
    """Return what is known of a name, and whether the words for the speaker agree with it."""
    person, who = cast.named(name), saying.who
    office = 0.0
    if who is not None and saying.kind == "role":
        nouns = set(who.noun.split())
        if person is None:
            office = 1.0 if nouns & set(fold(name).split()) else 0.0
        elif any(nouns & set(noun.split()) for _, noun in person.offices):
            office = 3.0
        else:
            office = 2.0 if nouns & person.words else -1.0 if person.offices or person.roles else 0.0
    agrees = 0.0
    if asked in ("man", "woman") and gender_:
        agrees = 1.0 if gender_ == asked else -1.0
    words = float(min(name.count(" ") + 1, _MOST))
    return [float(person is not None), float(name[:1].isupper()), words, office, agrees, float(bool(gender_))]


def _rivals(name: str, asked: str, genders: Mapping[str, str], backs: Mapping[str, int]) -> list[float]:
    """Return how many who fit are nearer than a name, how many in all, and how near the name is."""
    mine = backs.get(name, FAR)
    told = asked in ("man", "woman")
    fit = [n for n in backs if not (told and genders[n] and genders[n] != asked)]
    nearer = sum(backs[n] < mine for n in fit if n != name)
    return [float(nearer), float(sum(back <= mine for back in backs.values()) - 1), float(mine),
            float(sum(backs[n] < _MOST for n in fit))]  # fmt: skip


def _phrase(phrase: Phrase | None, scene: Scene, saying: Saying) -> list[float]:
    if phrase is None:
        return [0.0] * (len(_PLACES) + 2)
    number = sentence(saying.line, saying.start)
    line = scene.lines[saying.position - 1] if phrase.place == "last" and not number else saying.line
    definite = line.low[phrase.who.first] in scene.cast.lexicon.definite
    types = ("person", "group", "organisation", "document")
    return [*(float(phrase.place == p) for p in _PLACES), float(definite), float(types.index(phrase.who.type) + 1)]
