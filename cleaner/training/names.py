"""Trains the matcher of names and prints its scores on people and names it has not seen.

From pairs of one name in two scripts (NAMES/SCRIPT.tsv: Latin, tab, the other) and the spellings of the listed people
come first the readings of letters, then the weights of words, then the trees that judge whole names.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import JaroWinkler

from cleaner.names import compare, known, letters, model
from cleaner.names.aligned import FEATURES, features
from cleaner.names.fold import plain, sound
from cleaner.names.forms import Form, Word, form
from cleaner.names.listed import index
from cleaner.names.person import Person
from cleaner.training import letters as readings
from cleaner.training import variants

FILES: Final = {"cyrillic": "russian", "arabic": "arabic", "hebrew": "hebrew", "kana": "katakana", "hangul": "korean",
                "han": "chinese"}  # fmt: skip
_HELD: Final = 5
"""One name, and one listed person, in so many is held out."""
_SEED: Final = 20261122
_WORTH: Final = 4.0
"""What a pair of two people weighs: they are the rule in a text full of names."""


class Source(NamedTuple):
    """Pairs of names by script, those to learn from and those held out."""

    seen: dict[str, list[tuple[str, str]]]
    held: dict[str, list[tuple[str, str]]]


class Row(NamedTuple):
    """One pair of whole names: whether one person's, and of what kind it is."""

    left: str
    right: str
    same: bool
    kind: str


def main(folder: Path, out: Path | None, count: int = 80_000) -> int:
    """Learn, write into `out`, print scores."""
    source = _read(folder)
    weights = out or Path(str(letters.__file__)).parent / "weights"
    for of, lines in source.seen.items():
        readings.write(readings.learn(readings.pairs(lines, of), of), weights / f"{of}.json")
    letters.table.cache_clear()
    everything = [line for lines in (*source.seen.values(), *source.held.values()) for line in lines]
    (weights / "known.bin").write_bytes(_known(everything).bits)
    compare.known = lambda partial=_known(line for line in everything if _part(line[0], 10) > 2): partial
    words = _words(source.seen, Random(_SEED))
    (weights / "words.json").write_text(_weigh(words), encoding="utf-8")
    compare._weights.cache_clear()
    compare.likeness.cache_clear()
    seen = list(whole(source.seen, people(False), Random(_SEED + 1), count))
    held = list(whole(source.held, people(True), Random(_SEED + 2), count // 5))
    grown = grow(seen)
    (weights / "names.json").write_text(grown, encoding="utf-8")
    trees = model.read(grown)
    compare.known = known.known
    compare.likeness.cache_clear()
    report(held, [trees.probability(_numbers(row)) for row in held])
    return 0


def _read(folder: Path) -> Source:
    source = Source({}, {})
    for of, file in FILES.items():
        lines = (folder / f"{file}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [(latin, native) for latin, _, native in (line.partition("\t") for line in lines) if len(latin) > 1]
        source.seen[of] = [row for row in rows if _part(plain(row[0]))]
        source.held[of] = [row for row in rows if not _part(plain(row[0]))]
    return source


def _part(key: str, parts: int = _HELD) -> int:
    return zlib.crc32(key.encode()) % parts


def _known(lines: Iterable[tuple[str, str]]) -> known.Known:
    """Return the filter of the words and the pairs."""
    entries = set()
    for latin, native in lines:
        one, other = form(latin).words, form(native).words
        if len(one) == len(other) == 1:
            entries |= {one[0].roman, known.entry(one[0].roman, other[0].native)}
    return known.Known.of(entries)


def people(held: bool) -> list[Person]:
    """Return the listed people held out, or the others."""
    return [one for one in index().people if (_part(one.id) == 0) == held]


# --- words -----------------------------------------------------------------------------------------------------------


def _words(seen: dict[str, list[tuple[str, str]]], random: Random) -> dict[str, list[tuple[tuple[float, ...], bool]]]:
    """Return the traits of pairs of words, one name's or two names', by the scripts they are in."""
    found: defaultdict[str, list[tuple[tuple[float, ...], bool]]] = defaultdict(list)

    def add(one: Word | None, other: Word | None, same: bool) -> None:
        if one and other and one.native != other.native:
            found[compare.pair_of(one, other)].append((compare.traits(one, other), same))

    for of, lines in seen.items():
        latin = [(_word(a), _word(b)) for a, b in random.sample(lines, min(3500, len(lines)))]
        pool = [a for a, b in latin if a and b]
        for a, b in latin:
            if a is None or b is None:
                continue
            add(a, b, True)
            for other in _near(a, pool, random):
                add(other, b, False)
        natives = [b for a, b in latin if a and b]
        for a, b in latin[:1500]:
            if b is not None and len(b.native) > 2:
                add(_word(variants.typo(b.native, random)), b, of not in ("han", "hangul"))
                for other in _near(b, natives, random)[:2]:
                    add(other, b, False)
    cyrillic = [(a, b) for a, b in seen["cyrillic"] if a.isascii()]
    chosen = random.sample(cyrillic, 5000)
    pool = [w for w in (_word(a) for a, _ in chosen) if w]
    for a, b in chosen:
        first, second = (variants.transliterated(b, lang) for lang in random.sample(variants.transliterations(), 2))
        kind = random.random()
        if kind < 0.55:
            one, other = _word(first), _word(second)
        elif kind < 0.7:
            one, other = _word(a), _word(first)
        else:
            damage = random.choice((variants.typo, variants.scanned, variants.heard, variants.arabic_spelling))
            one, other = _word(a), _word(damage(a, random))
        add(one, other, True)
        for near in _near(one, pool, random) if one else ():
            if near.roman not in (plain(a), first, second):
                add(near, one, False)
    shared: defaultdict[str, list[Word]] = defaultdict(list)
    for lines in seen.values():
        for a, b in lines:
            if word := _word(b):
                shared[plain(a)].append(word)
    several = [words for words in shared.values() if len(words) > 1]
    for words in several[:6000]:
        add(words[0], words[1], True)
        other = random.choice(several)
        add(words[0], other[1], other is words)
    for one in people(False):
        for a, b in zip(one.spellings(), one.spellings()[1:], strict=False):
            x, y = form(a).words, form(b).words
            if len(x) == len(y) == 2 and one.name.split()[-1] == one.surname:
                add(x[1], y[1], True)
                add(x[0], y[0], True)
    found["other-latin"] = [*found["cyrillic-latin"], *found["latin-same"]]
    found["greek-latin"] = found["other-latin"]
    found["other-same"] = found["latin-same"]
    found["greek-same"] = found["latin-same"]
    return found


def _word(name: str) -> Word | None:
    words = form(name).words
    return words[0] if len(words) == 1 and len(words[0].roman) > 1 else None


def _near(word: Word, pool: Sequence[Word], random: Random) -> list[Word]:
    """Return other words: two that look much alike, one at random."""
    drawn = [w for w in random.sample(pool, min(60, len(pool))) if w.roman != word.roman]
    drawn.sort(key=lambda w: (-JaroWinkler.similarity(w.roman, word.roman), w.native))
    return [*drawn[:2], drawn[-1]]


def _weigh(words: dict[str, list[tuple[tuple[float, ...], bool]]]) -> str:
    """Return the weights of words by scripts, in hundredths, as JSON."""
    rows = {}
    for pair in sorted(words):
        x = np.array([[*traits, 1.0] for traits, _ in words[pair]])
        y = np.array([same for _, same in words[pair]], dtype=float)
        rows[pair] = [round(100 * float(w)) for w in _logistic(x, y)]
        odds = x @ np.array(rows[pair]) / 100
        right = float(((odds > 0) == (y > 0.5)).mean())
        print(f"words {pair}: {len(y)} pairs, {right:.3f} right", file=sys.stderr, flush=True)
    return "{" + ",\n".join(f"{json.dumps(pair)}: {row}" for pair, row in rows.items()) + "}\n"


def _logistic(x: Any, y: Any) -> Any:
    """Return the weights of a logistic regression, by Newton's method, both answers of equal weight."""
    weights = np.zeros(x.shape[1])
    worth = np.where(y > 0.5, 0.5 / max(y.mean(), 1e-9), 0.5 / max(1 - y.mean(), 1e-9))
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (worth * (p - y)) + 0.5 * weights
        curve = (x * (worth * p * (1 - p))[:, None]).T @ x + 0.5 * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return weights


# --- whole names -----------------------------------------------------------------------------------------------------


def whole(
    names: dict[str, list[tuple[str, str]]], listed: Sequence[Person], random: Random, count: int
) -> Iterable[Row]:
    """Yield pairs of whole names, about half of them one person's: made up of words seen, and of listed people."""
    made = _Made(names, random)
    for _ in range(count):
        row = made.row()
        if row and row.left != row.right and form(row.left).words and form(row.right).words:
            yield row if random.random() < 0.5 else Row(row.right, row.left, row.same, row.kind)
    yield from _of_listed(listed, random)


class _Made:
    """Names made up of words that were seen, with what may become of them."""

    def __init__(self, names: dict[str, list[tuple[str, str]]], random: Random) -> None:
        self.random = random
        self.names = {of: [(a, b) for a, b in rows if a[:1].isalpha() and len(a) > 2] for of, rows in names.items()}
        self.latin = [a for rows in self.names.values() for a, _ in rows]
        self.mixed = [*self.names["cyrillic"], *self.names["arabic"]]
        self.alike: dict[int, dict[str, list[tuple[str, str]]]] = {}
        self.scripts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for of, rows in self.names.items():
            for latin, native in rows:
                self.scripts[plain(latin)][of] = native
        self.short = sorted({plain(a) for a in self.latin if len(plain(a)) in (2, 3, 4) and plain(a).isalpha()})
        self.shared = [latin for latin, natives in self.scripts.items() if len(natives) > 1]

    def word(self) -> str:
        return self.random.choice(self.latin).title()

    def near(self, word: str, pool: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """Return another word that looks much alike, and does not sound the same."""
        random, folded = self.random, plain(word)
        drawn = random.sample(pool, 30)
        if random.random() < 0.6:
            drawn += self.bucket(pool).get(folded[:2], [])[:400]
        drawn = [row for row in drawn if sound(plain(row[0])) != sound(folded)] or drawn[:1]
        drawn.sort(key=lambda row: (-JaroWinkler.similarity(plain(row[0]), folded), row))
        return random.choice(drawn[: random.choice((1, 3))])

    def bucket(self, pool: Sequence[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
        """Return the words of a pool by how they begin, in no order."""
        if id(pool) not in self.alike:
            found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
            for row in self.random.sample(pool, len(pool)):
                found[plain(row[0])[:2]].append(row)
            self.alike[id(pool)] = found
        return self.alike[id(pool)]

    def row(self) -> Row | None:
        random = self.random
        of = random.choice((*FILES, "latin", "latin", "latin", "latin", "variants", "variants", "variants", "both", "neither", "short", "short"))
        if of == "latin":
            return self.one_script([self.word() for _ in range(random.choice((2, 2, 2, 3)))])
        if of == "variants":
            return self.spelled()
        if of == "both":
            return self.one_script([b.title() for _, b in random.sample(self.names["cyrillic"], 2)])
        if of == "short":
            return self.syllables()
        if of == "neither":
            return self.no_latin()
        return self.two_scripts(of)

    def syllables(self) -> Row:
        """Return a name of short words, as Chinese and Korean ones are written in Latin letters."""
        random = self.random
        short = self.short
        words = [random.choice(short).title(), random.choice(short).title(), random.choice(short)]
        one = f"{words[0]} {words[1]}{random.choice(('-', '-', ' ', ''))}{words[2]}"
        if random.random() < 0.5:
            family, given = words[0], f"{words[1]}{random.choice(('-', ' ', ''))}{words[2]}"
            two = f"{given} {family}" if random.random() < 0.3 else f"{family} {given}"
            return Row(one, random.choice((two, two, two.upper(), variants.scanned(two, random))), True, "syllables")
        at = random.choice((0, 1, 2, 2))
        near = [w for w in random.sample(short, 60) if w != words[at].lower()]
        other = max(near, key=lambda w: (JaroWinkler.similarity(w, words[at].lower()), w))
        other = random.choice((other, random.choice(near), words[at].lower()[:-1] + random.choice("aeinou")))
        other = other.title() if at < 2 else other
        words = [*words[:at], other, *words[at + 1 :]]
        two = f"{words[0]} {words[1]}{random.choice(('-', '-', ' ', ''))}{words[2]}"
        return Row(one, two, False, "other syllables")

    def no_latin(self) -> Row | None:
        """Return a name in two scripts other than Latin."""
        random = self.random
        one, two = random.sample(sorted(FILES), 2)
        drawn = [w for w in random.sample(self.shared, 400) if {one, two} <= self.scripts[w].keys()][:3]
        if len(drawn) < 3:
            return None
        left, right, kind = drawn[:2], drawn[:2], "two scripts"
        if random.random() < 0.5:
            kind = random.choice(("relative", "namesake", "random"))
            right = {"relative": [drawn[2], drawn[1]], "namesake": [drawn[0], drawn[2]]}.get(kind, [drawn[2], drawn[0]])
            kind = f"other two scripts {kind}"
        a, b = (" ".join(self.scripts[w][of] for w in words) for of, words in ((one, left), (two, right)))
        glue = {"han": "·", "kana": "・"}
        return Row(a.replace(" ", glue.get(one, " ")), b.replace(" ", glue.get(two, " ")), left == right, kind)

    def two_scripts(self, of: str) -> Row:
        random = self.random
        pool = self.names[of]
        parts = random.sample(pool, random.choice((2, 2, 2, 2, 3, 1)))
        latin, native = [a.title() for a, _ in parts], [b for _, b in parts]
        glue = {"han": random.choice(("·", "·", "・", "")), "kana": random.choice(("・", "・", "＝", " "))}.get(of, " ")
        if of == "cyrillic":
            native = [word.title() for word in native]
        kind, same = "script", random.random() < 0.5
        if not same:
            kind = random.choice(("relative", "relative", "namesake", "near", "nearest", "random"))
            swap = {"relative": [0], "namesake": [-1], "near": [random.randrange(len(parts))]}.get(kind, range(len(parts)))
            for at in swap:
                other = random.choice(pool) if kind == "random" or random.random() < 0.5 else self.near(latin[at], pool)
                latin[at] = other[0].title()
            kind = f"other {kind}"
        elif len(parts) == 3 and random.random() < 0.5:
            del (latin if random.random() < 0.6 else native)[1]
            kind = "script, middle"
        elif len(parts) == 2 and random.random() < 0.15:
            return Row(variants.turned(latin, random), glue.join(native), True, "script, turned")
        elif len(parts) == 2 and random.random() < 0.1:
            return Row(variants.initials(latin, random), glue.join(native), True, "script, initials")
        if of in ("kana", "hangul", "han") and len(parts) == 2 and random.random() < 0.3:
            glue = ""
        return Row(" ".join(latin), glue.join(native), same, f"{kind} {of}")

    def spelled(self) -> Row:
        """Return a Cyrillic or Arabic name as two languages spell it."""
        random = self.random
        if random.random() < 0.25:
            parts = [a for a, _ in random.sample(self.names["arabic"], 2)]
            other = [variants.arabic_spelling(word, random) for word in parts]
            pool = self.names["arabic"]
            if random.random() < 0.4:
                at = random.randrange(2)
                particle = random.choice(("al-", "el-", "Al ", "bin ", "ben ", "abu "))
                parts[-1], other[-1] = (particle + parts[-1], other[-1]) if at else (parts[-1], particle + other[-1])
        else:
            pool = self.names["cyrillic"]
            chosen = random.sample(pool, random.choice((2, 2, 3)))
            one, two = random.sample(variants.transliterations(), 2)
            parts, other = ([variants.transliterated(b, lang) for _, b in chosen] for lang in (one, two))
            if len(parts) == 3 and random.random() < 0.6:
                del parts[1]
        same, kind = random.random() < 0.55, "spelled"
        if not same:
            kind = random.choice(("relative", "namesake", "nearest"))
            for at in {"relative": [0], "namesake": [-1]}.get(kind, [0, -1]):
                other[at] = self.near(other[at], pool)[0] if random.random() < 0.7 else random.choice(pool)[0]
            kind = f"other spelled {kind}"
        return Row(" ".join(w[:1].upper() + w[1:] for w in parts), " ".join(w[:1].upper() + w[1:] for w in other), same, kind)

    def one_script(self, words: list[str]) -> Row | None:
        name = " ".join(words)
        if self.random.random() < 0.5:
            row = Row(name, *_altered(words, self.random, self.word))
            return None if row.kind in ("typo", "heard", "two", "scan") and _both_known(name, row.right) else row
        return _another(words, self)


def _both_known(left: str, right: str) -> bool:
    """Return whether a word was altered into one that is a name too: then it is somebody else's."""
    one, other = ({w.roman for w in form(name).words} for name in (left, right))
    known_words = compare.known()
    return any(word in known_words for word in other - one)


def _altered(words: Sequence[str], random: Random, other: Any) -> tuple[str, bool, str]:
    """Return another form of a name, that it is the same, and the kind."""
    name = " ".join(words)
    kind = random.choice(("typo", "typo", "typo", "scan", "scan", "garbled", "bare", "heard", "title", "initials", "turned", "middle", "hyphen",
                          "two", "short", "surname", "mark"))  # fmt: skip
    if kind == "two":
        name = random.choice((variants.typo, variants.heard, variants.bare))(name, random)
        name = variants.turned(name.split(), random)
    elif kind == "title":
        name = variants.titled(words, random)
    elif kind == "initials":
        name = variants.initials(words, random)
    elif kind == "turned":
        name = variants.turned(words, random)
    elif kind == "middle":
        name = variants.with_middle(words, random, other)
    elif kind == "hyphen":
        name = name.replace(" ", random.choice(("-", "")), 1) if len(words) > 2 else f"{words[0]}{words[1].lower()}"
    elif kind == "short":
        name = f"{words[0]} {words[-1]}" if len(words) > 2 else f"{words[0][0]}. {words[-1]}"
    elif kind == "surname":
        name = words[-1]
    elif kind == "mark":
        name = name.upper() if random.random() < 0.5 else f"{words[0].upper()} {' '.join(words[1:])}"
    else:
        damage = {"typo": variants.typo, "scan": variants.scanned, "garbled": variants.garbled, "bare": variants.bare}
        name = damage.get(kind, variants.heard)(name, random)
    return name, True, kind


def _another(words: Sequence[str], made: _Made) -> Row:
    """Return a name and that of somebody else."""
    random = made.random
    kind = random.choice(("relative", "relative", "namesake", "near given", "near", "random", "initials", "mark",
                          "feminine", "shared", "initial apart", "middle apart"))  # fmt: skip
    out = list(words)
    pool = made.mixed if words[0].isascii() or words[0][0] < "\u0250" else made.names["cyrillic"]
    side = 0 if words[0][0] < "\u0250" else 1
    
    def draw() -> str:
        return random.choice(pool)[side].title()

    def close(word: str) -> str:
        return made.near(word, pool)[0].title() if side == 0 else draw()

    name = " ".join(words)
    if kind == "relative":
        out[0] = draw()
    elif kind == "namesake":
        out[-1] = draw()
    elif kind == "near given":
        out[0] = close(out[0])
    elif kind == "near":
        out[-1] = close(out[-1])
    elif kind == "random":
        out = [draw() for _ in words]
    elif kind == "initials":
        letter = random.choice([c for c in "ABCDEFGHIJKLMNOPRSTVW" if c != plain(out[0])[:1].upper()])
        out = [f"{letter}.", out[-1]]
    elif kind == "mark":
        out.append(random.choice(("Jr.", "Sr.", "II", "III")))
        if random.random() < 0.3:
            name += " IV"
    elif kind == "feminine":
        woman = plain(out[-1]) + random.choice(("a", "aya", "ova"))
        out = [draw() if random.random() < 0.8 else out[0], woman.title()]
    elif kind == "shared":
        out = [out[-1], draw()] if random.random() < 0.5 else [draw(), out[0]]
    elif kind == "initial apart":
        one, other = random.sample("ABCDEFGHJKLMNPRSTW", 2)
        name = f"{words[0]} {one}. {words[-1]}"
        out = [words[0], f"{other}.", *([f"{one}."] if random.random() < 0.3 else []), words[-1]]
    else:
        name = f"{words[0]} {draw()} {words[-1]}"
        out = [words[0], draw(), words[-1]]
    return Row(name, " ".join(out), False, f"other {kind}")


def _of_listed(listed: Sequence[Person], random: Random) -> Iterable[Row]:
    """Yield pairs of spellings of listed people, and of listed people who look alike."""
    forms = {one.id: [s for s in one.spellings() if " " in s or s[0] > "\u2e80"] for one in listed}
    for one in listed:
        mine = forms[one.id]
        for _ in range(min(12, len(mine) * 2)):
            a, b = random.choice(mine), random.choice(mine)
            if a != b:
                yield Row(a, b, True, "listed")
            else:
                words = a.split()
                if len(words) > 1:
                    b, _, kind = _altered(words, random, lambda: random.choice(listed).name.split()[0])
                    if b != a:
                        yield Row(a, b, True, f"listed {kind}")
        others = [p for p in listed if p.id != one.id]
        kin = [p for p in others if p.surname == one.surname]
        near = sorted(others, key=lambda p: (-JaroWinkler.similarity(plain(p.name), plain(one.name)), p.id))[:3]
        for other in (*kin[:3], *near, *random.sample(others, 2)):
            if forms[other.id] and mine:
                yield Row(random.choice(mine), random.choice(forms[other.id]), False, "other listed")


# --- trees -----------------------------------------------------------------------------------------------------------


def _numbers(row: Row) -> tuple[float, ...]:
    return features(form(row.left), form(row.right))


def grow(rows: Sequence[Row], trees: int = 80, depth: int = model.DEPTH) -> str:
    """Return trees grown on pairs, as they are written down."""
    import catboost

    x = np.array([_numbers(row) for row in rows], dtype=np.float32)
    y = np.array([row.same for row in rows])
    grown = catboost.CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=0.2, random_seed=_SEED, thread_count=2, verbose=False,
        border_count=64, l2_leaf_reg=5, allow_writing_files=False,
    )  # fmt: skip
    grown.fit(x, y, sample_weight=np.where(y, 1.0, _WORTH))
    for name, share in sorted(zip(FEATURES, grown.get_feature_importance(), strict=True), key=lambda f: -f[1])[:12]:
        print(f"{name} {share:.1f}", file=sys.stderr)
    path = Path("catboost.json")
    grown.save_model(str(path), format="json")
    told = json.loads(path.read_text())
    path.unlink()
    out = []
    for tree in told["oblivious_trees"]:
        asked = [[s["float_feature_index"], round(s["border"], 4)] for s in tree["splits"]]
        out.append([asked, [round(v * model.SCALE) for v in tree["leaf_values"]]])
    bias = round(told["scale_and_bias"][1][0] * model.SCALE)
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in out)
    return f'{{"bias": {bias}, "trees": [\n{lines}\n]}}\n'


# --- scores ----------------------------------------------------------------------------------------------------------


def report(rows: Sequence[Row], judged: Sequence[float]) -> None:
    """Print scores over all pairs and, by kind, how many are judged right."""
    y = np.array([row.same for row in rows])
    p = np.array(judged)
    print("pairs F1 precision recall recall@.99")
    print(len(y), *(f"{value:.3f}" for value in scores(y, p)))
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for row, chance in zip(rows, judged, strict=True):
        kinds[row.kind].append((chance >= 0.5) == row.same)
    for kind in sorted(kinds):
        print(f"  {kind}: {len(kinds[kind])}, {np.mean(kinds[kind]):.3f} right")


def scores(same: Any, p: Any) -> tuple[float, float, float, float]:
    """Return F1, precision and recall at a half, and recall where precision first reaches .99."""
    hit = (p >= 0.5) & same
    precision, recall = hit.sum() / max((p >= 0.5).sum(), 1), hit.sum() / max(same.sum(), 1)
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(same[order])
    pure = right / np.arange(1, len(p) + 1) >= 0.99
    best = right[pure].max() / same.sum() if pure.any() else 0.0
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall, best
