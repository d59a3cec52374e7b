"""How kinds of furniture are learned: from blocks outside the main content whose kind a rule or a mark names.

Such labels are silver: what a rule's wording or a mark's name says of a block. To be scored, and half of the time to
be learned from, a block is seen without the very cue that named it: without its words where a rule did, without the
names above it where a mark did. The words of marks themselves are never learned: where they count, they spoke before.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Document
from cleaner.label import page
from cleaner.label.learned import kinds
from cleaner.label.second import kind_outside
from cleaner.language import section
from cleaner.taxonomy import group
from cleaner.text import fold
from cleaner.training import gather
from cleaner.training.examples import Example, pages
from cleaner.training.truth import ARTICLE

_DOUBTED_TAGS: Final = ("form", "dialog", "button")
"""Tags that hold too much else (a search, a choice of countries) for the kind they suggest to be taken for true."""
_LEAST_HOSTS_OF_SIGN: Final = 10
_LEAST_HOSTS_OF_KIND: Final = 40
_MOST_OF_HOST: Final = 30
_RARE: Final = 0.3
"""A rare kind weighs more, by this power of how much rarer it is than the mean."""
_STEPS: Final = 5
_BATCH: Final = 256
_RATE: Final = 0.15
_SHRINK: Final = 1e-4
_MOST: Final = 127


class Sample(NamedTuple):
    """One block whose kind is known, as signs: in full, and without the cue that told its kind."""

    host: str
    kind: str
    by_rule: bool
    full: tuple[str, ...]
    hidden: tuple[str, ...]
    guess: str


@dataclass
class Scored:
    """What was said of one sample by weights that had not seen its host."""

    sample: Sample
    kind: str
    sure: float


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("source", type=Path, help="a folder: html/ and ground-truth/")
    parser.add_argument("--limit", type=int, help="read so many pages")
    parser.add_argument("--out", type=Path, help="where to write the weights (.npz)")
    parser.add_argument("--folds", type=int, default=5, help="parts for cross-validation; 0 for none")


def main(told: argparse.Namespace) -> None:
    """Read, score on hosts not seen, learn from all, write."""
    out, folds = told.out, told.folds
    samples = [sample for example in pages(told.source, limit=told.limit) for sample in read(example)]
    samples = _thinned(samples)
    print(f"{len(samples)} blocks of {len({s.host for s in samples})} hosts", file=sys.stderr, flush=True)
    scored: list[Scored] = []
    for fold_ in range(folds):
        own = [zlib.crc32(s.host.encode()) % folds == fold_ for s in samples]
        learned = learn([s for s, is_own in zip(samples, own, strict=True) if not is_own])
        scored += _score(learned, [s for s, is_own in zip(samples, own, strict=True) if is_own])
        print(f"fold {fold_}: {_right(scored):.3f} right so far", file=sys.stderr, flush=True)
    _report(scored)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(out, **kinds.pack(learn(samples)))  # type: ignore[arg-type]
        print(f"{out}: {out.stat().st_size:,} bytes", file=sys.stderr, flush=True)


# --- samples -----------------------------------------------------------------------------------------------------


def read(example: Example) -> Iterator[Sample]:
    """Yield the blocks of a page whose kind a rule or a mark names."""
    read_ = gather.read(example)
    document, seen = read_.document, read_.seen
    inside = [view.number for view, share in zip(seen, read_.shares, strict=True) if share >= ARTICLE]
    span = (inside[0], inside[-1]) if inside else (len(seen), len(seen))
    around = page.cues(seen, document)
    for view, share in zip(seen, read_.shares, strict=True):
        parent = view.block.parent
        cue = page.cue_of(view, around)
        kind = view.label or cue
        if not 0 <= share < ARTICLE or not kind or group(kind) in ("article", "residue"):
            continue
        if not view.label and _is_doubted(document, parent):
            continue
        words, shape = kinds.words(view), kinds.shape(view, span, True)
        names = kinds.names_above(document, parent)
        hidden = (*names, *shape) if view.label else (*words, *shape)
        full = (*words, *names, *shape)
        yield Sample(example.host, kind, bool(view.label), full, hidden, kind_outside(view))


def _marks() -> page.Markup:
    return section("und", "markup", page.Markup)


def _is_doubted(document: Document, at: int) -> bool:
    """Return whether a doubted tag and no name is what marks the place of a block."""
    marks = _marks()
    named = {word for words in marks.names.values() for word in words}
    while at >= 0:
        tag, at, names, _ = document.elements[at]
        if not named.isdisjoint(fold(names).split()):
            return False
        if tag in marks.tags:
            return tag in _DOUBTED_TAGS
    return False


def _thinned(samples: Sequence[Sample]) -> list[Sample]:
    """Return samples that differ, not too many of one kind and host, and of kinds that enough hosts have."""
    out: dict[Sample, None] = {}
    count: Counter[tuple[str, str, bool]] = Counter()
    for sample in samples:
        own = (sample.host, sample.kind, sample.by_rule)
        if count[own] < _MOST_OF_HOST and sample not in out:
            count[own] += 1
            out[sample] = None
    hosts = Counter(kind for _, kind in {(s.host, s.kind) for s in out})
    return [s for s in out if hosts[s.kind] >= _LEAST_HOSTS_OF_KIND]


# --- learning ----------------------------------------------------------------------------------------------------


def learn(samples: Sequence[Sample]) -> kinds.Kinds:
    """Return the weights under which the kinds of the samples are most likely."""
    listed = sorted({s.kind for s in samples})
    signs = [kinds.ANY, *_signs(samples)]
    rows = {sign: row for row, sign in enumerate(signs)}
    frequent = Counter(s.kind for s in samples)
    mean = len(samples) / max(1, len(listed))
    found, true, weights = [], [], []
    for s in samples:
        for seen in (s.full, s.hidden):
            found.append([0, *(rows[sign] for sign in seen if sign in rows)])
            true.append(listed.index(s.kind))
            weights.append((mean / frequent[s.kind]) ** _RARE)
    learned = _descend(found, np.array(true), np.array(weights, np.float32), len(signs), len(listed))
    whole = np.clip(np.round(learned * kinds.SCALE), -_MOST, _MOST).astype(np.int8)
    return kinds.Kinds(listed, signs, whole)


def _signs(samples: Sequence[Sample]) -> list[str]:
    """Return the signs that enough hosts have; the words of marks are none."""
    marks = _marks()
    spoken = {kinds.NAME + word for words in marks.names.values() for word in words}
    spoken |= {kinds.TAG + tag for tag in marks.tags}
    hosts: Counter[str] = Counter()
    by_host: dict[str, set[str]] = {}
    for s in samples:
        by_host.setdefault(s.host, set()).update(s.full)
    for held in by_host.values():
        hosts.update(held)
    return sorted(sign for sign, n in hosts.items() if n >= _LEAST_HOSTS_OF_SIGN and sign not in spoken)


def _descend(
    found: Sequence[Sequence[int]], true: NDArray[np.int64], weights: NDArray[np.float32], signs: int, count: int
) -> NDArray[np.float32]:
    """Return a weight per sign and kind: softmax regression by steps that shrink with the way gone (AdaGrad)."""
    longest = max(map(len, found))
    rows = np.full((len(found), longest), signs, np.int32)
    for at, listed in enumerate(found):
        rows[at, : len(listed)] = listed
    learned = np.zeros((signs + 1, count), np.float32)
    gone = np.full((signs + 1, count), 1e-3, np.float32)
    random = np.random.default_rng(1)
    for _ in range(_STEPS):
        order = random.permutation(len(found))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            own = rows[batch]
            said = learned[own].sum(1)
            error = np.exp(said - said.max(1, keepdims=True))
            error /= error.sum(1, keepdims=True)
            error[np.arange(len(batch)), true[batch]] -= 1.0
            error *= (weights[batch] / len(batch))[:, None]
            used, places = np.unique(own, return_inverse=True)
            slope = np.zeros((len(used), count), np.float32)
            np.add.at(slope, places.ravel(), np.repeat(error, longest, axis=0))
            slope += _SHRINK * learned[used]
            slope[used == signs] = 0.0
            gone[used] += slope * slope
            learned[used] -= _RATE * slope / np.sqrt(gone[used])
    return learned[:signs]


# --- scores ------------------------------------------------------------------------------------------------------


def _score(learned: kinds.Kinds, samples: Sequence[Sample]) -> list[Scored]:
    out = []
    for sample in samples:
        likely = learned.likely([0, *learned.rows(sample.hidden)], [0])[0]
        best = int(likely.argmax())
        out.append(Scored(sample, learned.kinds[best], float(likely[best])))
    return out


def _right(scored: Sequence[Scored]) -> float:
    return sum(s.kind == s.sample.kind for s in scored) / max(1, len(scored))


def _report(scored: Sequence[Scored]) -> None:
    """Print how often the kind is right where it is spoken, beside the guess by links and length."""
    if not scored:
        return
    print("| blocks | number | learned, all | guess, all | spoken | learned, where spoken | guess there | both |")
    print("|---|---|---|---|---|---|---|---|")
    for name, some in (
        ("all", scored),
        ("named by a rule, words hidden", [s for s in scored if s.sample.by_rule]),
        ("named by a mark, names hidden", [s for s in scored if not s.sample.by_rule]),
    ):
        said = [s for s in some if kinds.is_sure(s.kind, s.sure)]
        quiet = [s for s in some if not kinds.is_sure(s.kind, s.sure)]
        both = (sum(s.kind == s.sample.kind for s in said) + sum(map(_guessed, quiet))) / max(1, len(some))
        print(f"| {name} | {len(some)} | {_right(some):.3f} | {_share(some):.3f} | {len(said) / max(1, len(some)):.3f} "
              f"| {_right(said):.3f} | {_share(said):.3f} | {both:.3f} |")  # fmt: skip
    print("\n| kind | blocks | precision | recall | guess: precision | recall |\n|---|---|---|---|---|---|")
    for kind in sorted({s.sample.kind for s in scored} & set(kinds.SPOKEN)):
        true = sum(s.sample.kind == kind for s in scored)
        said = [s for s in scored if s.kind == kind and kinds.is_sure(s.kind, s.sure)]
        guessed = [s for s in scored if s.sample.guess == kind]
        hit, lucky = sum(s.sample.kind == kind for s in said), sum(map(_guessed, guessed))
        print(f"| {kind} | {true} | {hit / max(1, len(said)):.3f} | {hit / max(1, true):.3f} "
              f"| {lucky / max(1, len(guessed)):.3f} | {lucky / max(1, true):.3f} |", flush=True)  # fmt: skip


def _guessed(scored: Scored) -> bool:
    return scored.sample.guess == scored.sample.kind


def _share(scored: Sequence[Scored]) -> float:
    return sum(map(_guessed, scored)) / max(1, len(scored))
