"""Pairs of whole names, of one person and of two, made up of words seen and of listed people, for the matcher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random
from typing import Any, Final, NamedTuple

from rapidfuzz.distance import JaroWinkler

from cleaner.names.fold import plain, sound
from cleaner.names.forms import form
from cleaner.names.known import Known
from cleaner.names.person import Person
from cleaner.training import variants

SCRIPTS: Final = ("cyrillic", "arabic", "hebrew", "kana", "hangul", "han")


class Row(NamedTuple):
    """One pair of whole names: whether one person's, and of what kind it is."""

    left: str
    right: str
    same: bool
    kind: str


def whole(
    names: dict[str, list[tuple[str, str]]], listed: Sequence[Person], known: Known, random: Random, count: int
) -> Iterable[Row]:
    """Yield pairs of whole names, about half of them one person's: made up of words seen, and of listed people."""
    made = _Made(names, known, random)
    for _ in range(count):
        row = made.row()
        if row and row.left != row.right and form(row.left).words and form(row.right).words:
            yield row if random.random() < 0.5 else Row(row.right, row.left, row.same, row.kind)
    yield from _of_listed(listed, random)


class _Made:
    """Names made up of words that were seen, with what may become of them."""

    def __init__(self, names: dict[str, list[tuple[str, str]]], known: Known, random: Random) -> None:
        self.random, self.known = random, known
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
        of = random.choice((*SCRIPTS, *["latin"] * 4, *["variants"] * 3, "both", "neither", "short", "short"))
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
        one, two = random.sample(sorted(SCRIPTS), 2)
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
            swap = {"relative": [0], "namesake": [-1], "near": [random.randrange(len(parts))]}
            for at in swap.get(kind, range(len(parts))):
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
        left, right = (" ".join(w[:1].upper() + w[1:] for w in words) for words in (parts, other))
        return Row(left, right, same, kind)

    def one_script(self, words: list[str]) -> Row | None:
        name = " ".join(words)
        if self.random.random() < 0.5:
            row = Row(name, *_altered(words, self.random, self.word))
            slipped = row.kind in ("typo", "heard", "two", "scan")
            return None if slipped and _both_known(name, row.right, self.known) else row
        return _another(words, self)


def _both_known(left: str, right: str, known: Known) -> bool:
    """Return whether a word was altered into one that is a name too: then it is somebody else's."""
    one, other = ({w.roman for w in form(name).words} for name in (left, right))
    return any(word in known for word in other - one)


def _altered(words: Sequence[str], random: Random, other: Any) -> tuple[str, bool, str]:
    """Return another form of a name, that it is the same, and the kind."""
    name = " ".join(words)
    kind = random.choice(("typo", "typo", "typo", "scan", "scan", "garbled", "bare", "heard", "title", "initials",
                          "turned", "middle", "hyphen", "two", "short", "surname", "mark"))  # fmt: skip
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
