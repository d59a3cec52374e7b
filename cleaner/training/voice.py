"""How the voice is learned: from annotated articles, whose every saying asks who on stage said it.

    python -m cleaner.training voice FOLDER --unseen FOLDER --out cleaner/attribution/voice/weights/voice.npz

The rules of attribution were written with the articles of the first folder in view and are right on them more often
than elsewhere. So in a share of their rows the rules' answer is given to somebody else or to nobody, until they are
right as often as they were on articles that nobody had seen (`UNSEEN`). The articles of --unseen are taken as they are,
and scored by forests that have not learned from them. Turns are walked with whom the rules name: who learns from what
came before as people wrote it down, trusts that too much where it is only found.

Rules fail elsewhere above all for want of words. So each article is heard again (`AGAIN` times) by packs that have
forgotten a share of their verbs and nouns: many quotations then stand without anybody, as those of new articles do.
Only sayings without words for a speaker (`_WORDLESS`) are taken from that; others learn nothing by it.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from cleaner import language
from cleaner.attribution.voice import choosing as voice
from cleaner.attribution.voice import measures
from cleaner.attribution.voice.scene import Saying, Scene
from cleaner.attribution.words import pack
from cleaner.fields import speakers
from cleaner.forest import Floats, Forest
from cleaner.tables.rows import Article, Span
from cleaner.training.annotated import WORD, Annotated, Said, document, read, same_speakers
from cleaner.training.fit import Growth, rank

GROWTH: Final = Growth(trees=300, depth=5, rate=0.06)
UNSEEN: Final[Mapping[str, float]] = {"cont": 0.67, "pron": 0.73, "plural": 0.35, "role": 0.65}
"""How often the rules named the speaker of a saying of each kind in 114 articles that nobody had seen."""
AGAIN: Final = 3
FORGOTTEN: Final = 0.25
_WORDLESS: Final = ("loose", "cont")
_SEED: Final = 1


class Asked(NamedTuple):
    """One saying: its kind, a row for nobody and for each name, which of them are right, whom the rules name."""

    kind: str
    rows: Floats
    right: list[bool]
    rules: int


class Heard(NamedTuple):
    """One article: its scene, the true speakers of each saying (None where nothing is said), what is asked, and what is
    asked again by packs that have forgotten words."""

    article: Annotated
    scene: Scene
    true: dict[tuple[int, int, int], tuple[str, ...] | None]
    asked: list[Asked]
    asked_again: list[Asked]


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("folder", type=Path, help="annotated articles that the rules were written with")
    parser.add_argument("--unseen", type=Path, help="annotated articles that they were not written with")
    parser.add_argument("--out", type=Path, help="where to write the weights (.npz)")
    parser.add_argument("--folds", type=int, default=5, help="parts for cross-validation; 0 for none")


def main(told: argparse.Namespace) -> None:
    """Learn, score on articles not seen, write."""
    folder, unseen, out, folds = told.folder, told.unseen, told.out, told.folds
    seen = _unlearned(list(_heard(read([folder]))))
    fresh = list(_heard(read([unseen]))) if unseen else []
    if folds:
        _validate(seen, fresh, folds)
    if out is not None:
        forest = _learn([*seen, *fresh])
        out.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(out, allow_pickle=False, **forest.arrays(""))
        print(f"{out}: {out.stat().st_size:,} bytes", file=sys.stderr)


def _heard(articles: Iterable[Annotated]) -> Iterator[Heard]:
    """Yield what is heard of each article, by the packs as they are and by those that have forgotten words."""
    for article in articles:
        if (lexicon := pack.lexicon(article.language)) is None:
            continue
        whole = _hear(article, lexicon)
        for variant in range(AGAIN):
            whole.asked_again.extend(_hear(article, _forgetful(lexicon.tag, variant)).asked)
        yield whole


@lru_cache
def _forgetful(tag: str, variant: int) -> pack.Lexicon:
    """Return the words of a language without a share of the verbs and nouns that speak."""
    chance = random.Random(f"{tag} {variant}")
    speech = language.section(tag, "speech", pack.Speech)

    def kept(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(word for word in words if chance.random() >= FORGOTTEN)

    verbs, nouns = ({kind: kept(words) for kind, words in table.items()} for table in (speech.verbs, speech.nouns))
    return pack.compiled(replace(speech, verbs=verbs, nouns=nouns, anaphors=kept(speech.anaphors)), tag)


def _hear(article: Annotated, lexicon: pack.Lexicon) -> Heard:
    made = document(article)
    scene = speakers.scene(made, Article(title=made.blocks[0].text), lexicon)
    starts = [start for start, _ in (article.title, *article.paragraphs)]
    true = {key(saying): _true(article, saying, starts) for saying in scene.sayings}
    asked: list[Asked] = []

    def choose(saying: Saying, names: Sequence[str], rows: list[list[float]]) -> str | None:
        said = true[key(saying)]
        right = [is_right(saying, name, said) for name in (None, *names)]
        rules = names.index(saying.name) + 1 if saying.name in names else 0
        asked.append(Asked(saying.kind, np.array(rows, np.float32), right, rules))
        return saying.name

    voice.walk(scene, choose)
    return Heard(article, scene, true, asked, [])


def key(saying: Saying) -> tuple[int, int, int]:
    """Return what tells a saying from others of its article."""
    return saying.position, saying.start, id(saying.claim)


def _true(article: Annotated, saying: Saying, starts: Sequence[int]) -> tuple[str, ...] | None:
    """Return who says the better part of a saying by the annotation; None where it is nobody's."""
    shift = starts[saying.line.number]
    claimed = saying.claim.content if saying.claim else []
    spans = [(a + shift, b + shift) for a, b in claimed or [(saying.start, saying.end)]]
    best, most = None, 0
    for said in article.statements:
        if said.counts and (shared := _shared(article, spans, said)) > most:
            best, most = said, shared
    words = sum(len(WORD.findall(article.whole[a:b])) for a, b in spans)
    return best.speakers if best is not None and 2 * most >= words else None


def _shared(article: Annotated, spans: Sequence[Span], said: Said) -> int:
    """Return how many words two sets of spans have in common."""
    both = ((max(a, c), min(b, d)) for a, b in spans for c, d in said.content)
    return sum(len(WORD.findall(article.whole[a:b])) for a, b in both if a < b)


def is_right(saying: Saying, name: str | None, said: tuple[str, ...] | None) -> bool:
    """Return whether a name answers who said it; nobody does where nothing is said or nobody can be named."""
    if not said or name is None:
        return not said and name is None
    joint = saying.who.joint if saying.who and name == saying.name else ()
    return same_speakers(said, joint or (name,))


def _learn(heard: Sequence[Heard]) -> Forest:
    """Return the forest that ranks who is right above the others."""
    again = (one for article in heard for one in article.asked_again if one.kind in _WORDLESS)
    asked = [one for one in (*(one for article in heard for one in article.asked), *again) if any(one.right)]
    groups = np.repeat(np.arange(len(asked)), [len(one.right) for one in asked])
    right = np.concatenate([np.array(one.right) for one in asked])
    return rank(np.concatenate([one.rows for one in asked]), right, groups, measures.NAMES, GROWTH)


def _unlearned(heard: Sequence[Heard]) -> list[Heard]:
    """Return articles with the rules' answer taken away as often as makes them no better than elsewhere."""
    told, right = Counter[str](), Counter[str]()
    for one in (one for article in heard for one in article.asked if any(one.right[1:])):
        told[one.kind] += 1
        right[one.kind] += one.right[one.rules]
    kept = {kind: UNSEEN[kind] * told[kind] / right[kind] for kind in UNSEEN if right[kind]}
    chance = random.Random(_SEED)

    def less(asked: Sequence[Asked]) -> list[Asked]:
        mistaken = (bool(one.rules) and chance.random() > kept.get(one.kind, 1.0) for one in asked)
        return [_mistaken(one, chance) if wrong else one for one, wrong in zip(asked, mistaken, strict=True)]

    return [one._replace(asked=less(one.asked), asked_again=less(one.asked_again)) for one in heard]


def _mistaken(asked: Asked, chance: random.Random) -> Asked:
    """Return a saying for which the rules name somebody else, or nobody where nobody else is there."""
    if not asked.right[asked.rules]:
        return asked
    mine = measures.NAMES.index("rules")
    others = [at for at in range(1, len(asked.right)) if not asked.right[at]]
    rows = asked.rows.copy()
    rows[:, mine] = 0.0
    if others:
        rows[chance.choice(others), mine] = 1.0
    return asked._replace(rows=rows)


def _validate(seen: Sequence[Heard], fresh: Sequence[Heard], folds: int) -> None:
    """Print how often the speaker is right by the rules alone and with the voice, on articles it did not learn from."""
    heard, others = (fresh, seen) if fresh else (seen, [])
    order = list(range(len(heard)))
    random.Random(_SEED).shuffle(order)
    counts: Counter[tuple[str, str]] = Counter()
    for part in range(folds):
        forest = _learn([*others, *(heard[at] for number, at in enumerate(order) if number % folds != part)])
        for at in order[part::folds]:
            _score(heard[at], forest, counts)
    print("| kind | sayings | rules | with the voice | quotations given to somebody that are nobody's |")
    print("|---|---|---|---|---|")
    for kind in sorted({kind for kind, _ in counts}):
        due = counts[kind, "due"]
        if due:
            rules, both = counts[kind, "rules"] / due, counts[kind, "voice"] / due
            print(f"| {kind} | {due} | {rules:.3f} | {both:.3f} | {counts[kind, 'nobody']} |")


def _score(heard: Heard, forest: Forest, counts: Counter[tuple[str, str]]) -> None:
    for saying, name, _ in voice.walk(heard.scene, voice.chooser(forest, heard.scene)):
        said = heard.true[key(saying)]
        if said:
            counts[saying.kind, "due"] += 1
            counts[saying.kind, "rules"] += is_right(saying, saying.who.name if saying.who else None, said)
            counts[saying.kind, "voice"] += is_right(saying, name, said)
        elif name and saying.name is None:
            counts[saying.kind, "nobody"] += 1
