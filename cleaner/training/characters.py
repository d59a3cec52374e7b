"""Learns the model of characters (`cleaner.charmodel`) and says how well it does on sentences it has not seen.

A language's alphabet is the letters its sentences have; Han characters and Korean syllables stand in classes by how
frequent they are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cleaner import charmodel
from cleaner.charmodel import ACCENT, BAD, CLASSES, DIGIT, FOREIGN, MARK, MARKS, PLAIN, RARE, SIGN, SPACE, STEP
from cleaner.training.catalogues import sentences

LANGUAGES: Final = (
    "en fr de es pt it nl sv da nb fi is pl cs sk hu ro hr sl sq tr az lt lv et vi ca gl eu ga cy af id eo "
    "ru uk bg sr mk be kk mn el ar fa ur he hi mr ne bn pa gu ta te kn ml th my km ka hy ja zh-Hans zh-Hant ko"
)
_HELD: Final = 10
"""One sentence of so many is kept for the score."""
_SMOOTH: Final = 6.0
_TOP: Final = 0x1_0000
_OTHER, _LOWER, _UPPER, _UNCASED = range(4)
_RAREST: Final = 2e-5
_EMITTED: Final = {
    DIGIT: 2.3, MARK: 1.6, SIGN: 2.5, RARE: 4.5, BAD: 8.0, PLAIN: 4.0, FOREIGN: 8.0, ACCENT: 6.0,
}  # fmt: skip
"""What one character of a class costs on top of the class."""
_BUCKETS: Final = (8, 16, 32, 64, 128, 256, 512, 768, 1024, 1536, 2048, 9999)
_CONTRACT: Final = {"zh-Hans": "gb2312", "zh-Hant": "big5", "ja": "euc_jp", "ko": "euc_kr"}
_EITHER: Final = {
    "ro": ("\u0219\u021b\u0218\u021a", "\u015f\u0163\u015e\u0162"),
    "fa": ("\u06cc\u06a9", "\u064a\u0643"),
}
"""Letters that one language writes in two ways, by its charset: it is learned in both."""


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("folder", type=Path, help="wheels with catalogues of translations")
    parser.add_argument("--english", type=Path, help="a folder with ground-truth/, for English")
    parser.add_argument("--out", type=Path, help="where to write the weights (.npz)")
    parser.add_argument("--folds", type=int, default=5, help="parts for cross-validation; 0 for none")


def main(told: argparse.Namespace) -> None:
    """Learn from the wheels of a folder, and from the true texts of pages for English; score; write."""
    folder, english, out, folds = told.folder, told.english, told.out, told.folds
    languages = LANGUAGES.split(" ")
    texts = sentences(folder, frozenset(languages))
    if english:
        texts["en"] += list(_pages(english))
    for tag, (one, other) in _EITHER.items():
        texts[tag] += [line.translate(str.maketrans(one, other)) for line in texts[tag][:: 4 if tag == "fa" else 2]]
    for tag in languages:
        texts[tag] = _in_script(texts[tag])
        print(f"{tag}: {len(texts[tag]):,} sentences, {sum(map(len, texts[tag])):,} characters", file=sys.stderr)
    if folds:
        known = charmodel.Model(learn({tag: [t for t in lines if _part(t)] for tag, lines in texts.items()}, languages))
        score(known, {tag: [t for t in lines if not _part(t)] for tag, lines in texts.items()})
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(out, allow_pickle=False, **learn(texts, languages))
        print(f"{out}: {out.stat().st_size:,} bytes", file=sys.stderr)


def _in_script(texts: Sequence[str]) -> list[str]:
    """Return the sentences written in the script that most of the letters are of: Latin, or not."""
    shares = [sum(c >= "\u0250" for c in text if c.isalpha()) / max(1, sum(map(str.isalpha, text))) for text in texts]
    latin = sum(share * len(text) for share, text in zip(shares, texts, strict=True)) < 0.5 * sum(map(len, texts))
    return [text for share, text in zip(shares, texts, strict=True) if (share < 0.4) == latin]


def _part(text: str) -> bool:
    return zlib.crc32(text.encode("utf-8", "replace")) % _HELD != 0


def _pages(folder: Path) -> Iterable[str]:
    """Yield the paragraphs of the true texts of pages (`ground-truth/NAME.json`, perhaps compressed)."""
    for path in sorted((folder / "ground-truth").iterdir()):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = str(json.loads(raw).get("ground_truth", {}).get("main_content", ""))
        yield from (line for line in text.split("\n")[:12] if len(line) > 40)


def learn(texts: Mapping[str, Sequence[str]], languages: Sequence[str]) -> dict[str, Any]:
    """Return the arrays of the model."""
    alphabets = {tag: _alphabet(tag, texts[tag]) for tag in languages}
    letters = "".join(sorted(set().union(*alphabets.values())))
    numbers = {letter: at for at, letter in enumerate(letters)}
    slots, ranges, sizes, costs = [], [], [], []
    for tag in languages:
        own = alphabets[tag]
        at = [numbers[letter] for letter in own]
        first, last = (min(at), max(at) + 1) if at else (0, 0)
        row = np.zeros(last - first, np.uint8)
        for letter, slot in own.items():
            row[numbers[letter] - first] = slot
        size = max(own.values()) + 1
        slots.append(row)
        ranges.append((first, last))
        sizes.append(size)
        costs.append(_pairs(texts[tag], own, size).reshape(-1))
    cased = Counter(
        code for tag in languages for text in texts[tag][:4000] for code in _cases(f" {text} ")
    )
    shapes = np.array([cased[n] + 0.5 for n in range(64)]).reshape(16, 4)
    return {
        "languages": np.array(" ".join(languages)), "letters": np.array(letters),
        "kinds": np.array([kind(code) for code in range(_TOP)] + [RARE], np.uint8),
        "shapes": np.array([case(code) for code in range(_TOP)] + [0], np.uint8),
        "small": np.array([(code, small(code)) for code in range(_TOP) if small(code) != code], np.uint16),
        "others": np.array([kind(ord(letter)) for letter in letters], np.uint8),
        "width": np.array(max(sizes)), "sizes": np.array(sizes, np.uint16), "ranges": np.array(ranges, np.uint16),
        "slots": np.concatenate(slots), "costs": np.concatenate(costs),
        "cases": np.round(-np.log(shapes / shapes.sum(1, keepdims=True)) * STEP).astype(np.uint8).reshape(-1),
    }  # fmt: skip


def case(code: int) -> int:
    """Return whether a character is a small letter, a capital, a letter without case, or none."""
    char = chr(code)
    if not char.isalpha():
        return _OTHER
    return _LOWER if char.islower() else _UPPER if char.isupper() or char.istitle() else _UNCASED


def kind(code: int) -> int:
    """Return what a character is for a language that does not write it: one of the classes.

    >>> [kind(ord(c)) for c in " 7,=\\u00a4\\x81a\\u044f\\u0301"] == list(range(CLASSES))
    True
    """
    char = chr(code)
    category = unicodedata.category(char)
    if char.isspace() and not 0x1C <= code <= 0x1F and code != 0x85:
        return SPACE
    if category == "Nd":
        return DIGIT
    if char in MARKS:
        return MARK
    if category in ("Cc", "Cs", "Co", "Cn") or code == 0xFFFD:
        return BAD
    if category[0] == "L":
        return PLAIN if code < 128 else FOREIGN
    if category[0] == "M":
        return ACCENT
    return SIGN if code < 128 or category == "Cf" else RARE


def small(code: int) -> int:
    """Return the character in lower case, as one character."""
    return ord(chr(code).lower()[0])


def _cases(text: str) -> Iterable[int]:
    own = [case(ord(c)) for c in text]
    return (a * 16 + b * 4 + c for a, b, c in zip(own, own[1:], own[2:], strict=False))


def _alphabet(tag: str, texts: Sequence[str]) -> dict[str, int]:
    """Return the letters of a language, each with its slot: one of its own, or one for its class of frequency."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    found: Counter[str] = Counter()
    for char, count in counts.items():
        if char.isalpha() or kind(ord(char)) == ACCENT:
            found[chr(small(ord(char)))] += count
    total = sum(found.values())
    own = [c for c, n in found.most_common() if n >= max(_RAREST * total, 3) and not _many(c)]
    latin = sum(n for c, n in found.items() if c < "\u0250") > total / 2
    if not latin:
        own = [c for c in own if c >= "\u0250"]  # its Latin letters are other languages'
    out = {letter: CLASSES + at for at, letter in enumerate(own[:110])}
    if tag in _CONTRACT:
        base = CLASSES + len(out)
        ranked = [c for c, n in found.most_common() if _many(c) and n > 1]
        for rank, letter in enumerate(ranked):
            out[letter] = base + next(b for b, end in enumerate(_BUCKETS) if rank < end)
        for char, level in _standard(_CONTRACT[tag]):
            out.setdefault(char, base + len(_BUCKETS) + level)
    return out


def _many(char: str) -> bool:
    """Return whether a character is one of thousands."""
    return "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3"


def _standard(charset: str) -> Iterable[tuple[str, int]]:
    """Yield the characters of a national standard that its first level holds, with 0, and of the second, with 1."""
    for lead in range(0xA1, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                char = bytes((lead, trail)).decode(charset)
            except UnicodeDecodeError:
                continue
            if len(char) == 1 and _many(char):
                limit = {"gb2312": 0xD8, "big5": 0xC9, "euc_jp": 0xD0, "euc_kr": 0xFF}[charset]
                yield char, int(lead >= limit)


def _pairs(texts: Sequence[str], own: Mapping[str, int], size: int) -> NDArray[np.uint8]:
    """Return the cost of one slot after another, with what the character costs within its slot."""
    cache: dict[str, int] = {}
    counts = np.zeros((size, size))
    members = Counter(own.values())
    for text in texts:
        line = []
        for char in f" {text} ":
            slot = cache.get(char)
            if slot is None:
                slot = cache[char] = own.get(chr(small(ord(char))), kind(ord(char)))
            line.append(slot)
        np.add.at(counts, (line[:-1], line[1:]), 1)
    single = counts.sum(0) + 0.3
    for slot in range(CLASSES, size):
        single[slot] += 0.2 * members[slot]
    single /= single.sum()
    odds = (counts + _SMOOTH * single) / (counts.sum(1, keepdims=True) + _SMOOTH)
    emitted = np.array([_EMITTED.get(s, 0.0) if s < CLASSES else np.log(max(members[s], 1)) for s in range(size)])
    cost = (-np.log(odds) + emitted) * STEP
    stored: NDArray[np.uint8] = np.clip(np.round(cost), 0, 255).astype(np.uint8)
    return stored


def score(known: charmodel.Model, held: Mapping[str, Sequence[str]]) -> None:
    """Print how often the language of a sentence not seen fits best, and what a character costs."""
    print("| language | sentences | fits best | log-probability of a character |\n|---|---|---|---|")
    right = count = 0
    for tag, lines in held.items():
        asked = [line for line in lines if len(line) >= 30][:200]
        costs = [known.costs(line) for line in asked]
        at = known.languages.index(tag)
        own = sum(int(c.argmin()) == at for c in costs)
        mean = -sum(int(c[at]) for c in costs) / STEP / max(1, sum(map(len, asked)))
        right, count = right + own, count + len(asked)
        print(f"| {tag} | {len(asked)} | {own / max(1, len(asked)):.3f} | {mean:.2f} |")
    print(f"| all | {count} | {right / max(1, count):.3f} | |")
