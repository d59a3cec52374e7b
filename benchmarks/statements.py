"""Who said what, beside what people wrote down: how much of what is said is found, and whether it has its speaker.

    python -m benchmarks.statements DIR… [--lang en] [--verbose]

DIR holds annotated articles in YAML (cleaner/training/annotated.py). Each one is given to the search for speakers as
the pipeline would give it, one title block and one body block a paragraph, so that neither labels nor repairs weigh in.

Beliefs, topics raised and marked traps count neither way; that a trap was taken for a statement is counted apart.
Names are the same if, folded, the words of one all stand in the other.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.scores import Score, harmonic
from cleaner.config import Config
from cleaner.fields import speakers
from cleaner.tables.rows import Article, Span, Statement
from cleaner.training.annotated import WORD, Annotated, Said, document, read, same_name, same_speakers

FULL = 5
"""A quotation of so many words is taken for a clause of its own: it counts among the direct ones."""


class Found(NamedTuple):
    """One statement that was found; spans are those of the whole text."""

    speakers: tuple[str, ...]
    kind: str
    via: tuple[str, ...]
    addressee: str
    span: Span
    surface: Span | None
    content: tuple[Span, ...]
    rule: str


class Tally:
    """Counts by measure, summed over articles, and the lines that say what went wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def score(self, measure: str) -> Score:
        """Return precision, recall and F1 of a measure counted as hits, found and due."""
        both, got, due = (self.counts[f"{measure}/{part}"] for part in ("hit", "got", "due"))
        if self.counts[f"{measure}/hit_due"]:
            precision, recall = both / got if got else 0.0, self.counts[f"{measure}/hit_due"] / due if due else 0.0
            return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision else 0.0)
        return harmonic(both, got, due)

    def add(self, measure: str, hit: int, got: int, due: int, hit_due: int = 0) -> None:
        """Count hits among what was found, what was found, and what was due; `hit_due`: hits among what was due."""
        for part, number in (("hit", hit), ("got", got), ("due", due), ("hit_due", hit_due)):
            self.counts[f"{measure}/{part}"] += number


def main() -> int:
    """Print the measures of the articles in the folders named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--lang")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    articles = list(read(options.folders, options.lang))
    if not articles:
        print("no annotated articles there", file=sys.stderr)
        return 2
    for language in sorted({a.language.split("-")[0] for a in articles}):
        mine = [a for a in articles if a.language.split("-")[0] == language]
        tally = Tally()
        find(mine[0])
        gc.collect()
        gc.freeze()  # as the pipeline, which lets the collector rest during a document
        seconds = 0.0
        for article in mine:
            started = time.process_time()
            found, named = find(article)
            seconds += time.process_time() - started
            before = len(tally.wrong)
            compare(article, found, named, tally)
            if options.verbose and len(tally.wrong) > before:
                print(f"--- {article.name}", *tally.wrong[before:], sep="\n")
        words = sum(len(WORD.findall(a.whole)) for a in mine)
        print(f"{language}: {len(mine)} articles, {1000 * seconds / len(mine):.1f} ms each, "
              f"{800_000 * seconds / words:.1f} ms for 800 words")  # fmt: skip
        show(tally)
    return 0


def show(tally: Tally) -> None:
    """Print the measures, one a line."""
    c = tally.counts
    print(f"  direct-quote speaker   {_share(c['direct/hit'], c['direct/due'])}")
    for measure in ("article speakers", "content tokens", "content and speaker", "surfaces", "addressee", "via"):
        score = tally.score(measure)
        print(f"  {measure:<22} F1 {score.f1:.3f}  P {score.precision:.3f}  R {score.recall:.3f}")
    print(f"  nesting right          {_share(c['nesting/hit'], c['nesting/due'])}")
    print(f"  traps taken            {c['trap/hit']} of {c['trap/due']}")
    print(f"  statements of nothing  {c['nothing/hit']} of {c['nothing/due']} found")


def _share(hit: int, due: int) -> str:
    return f"{hit / due if due else 1.0:.3f} ({hit} of {due})"


# --- what is found ---------------------------------------------------------------------------------------------------


def find(article: Annotated) -> tuple[list[Found], tuple[str, ...]]:
    """Return the statements found in an article, and its speakers."""
    made = document(article)
    result, rows = speakers.find(made, Config(), Article(title=made.blocks[0].text))
    body = article.paragraphs[0][0] if article.paragraphs else 0
    return [_found(row, 0 if row.in_ == "title" else body) for row in rows], result.value or ()


def _found(row: Statement, shift: int) -> Found:
    surface = None
    if row.speaker_start is not None and row.speaker_end is not None:
        surface = row.speaker_start + shift, row.speaker_end + shift
    names = row.co_speakers or ((row.speaker,) if row.speaker else ())
    return Found(names, row.kind, row.reported_via, row.addressee or "", (row.source_start, row.source_end), surface,
                 tuple((a + shift, b + shift) for a, b in row.content), row.rule)  # fmt: skip


# --- beside what is due ----------------------------------------------------------------------------------------------


def compare(article: Annotated, found: Sequence[Found], named: Sequence[str], tally: Tally) -> None:
    """Count what was found in one article beside what is due, and note what is wrong."""
    tokens = [match.span() for match in WORD.finditer(article.whole)]
    due = [s for s in article.statements if s.counts]
    free = _words((p for s in article.statements if not s.counts for p in (s.content or (s.span,))), tokens)
    traps = [s for s in article.statements if s.kind == "non_statement"]
    said = [f for f in found if f.kind in ("statement", "headline_statement")]
    _quotations(article, due, said, tokens, tally)
    _speakers(article, due, named, tally)
    _contents(article, due, said, free, tokens, tally)
    _surfaces(due, said, [s for s in article.statements if not s.counts], tally)
    _nested(article, due, said, tokens, tally)
    taken = [s for s in traps for f in said
             if 2 * len((words := _words((s.span,), tokens)) & _words(f.content, tokens)) > len(words)]  # fmt: skip
    tally.counts["trap/due"] += len(traps)
    tally.counts["trap/hit"] += len({s.span for s in taken})
    tally.wrong += [f"  TRAP    {_short(article, s.span)}" for s in taken]
    everything = _words((p for s in article.statements for p in (s.span, *s.content)), tokens)
    idle = [f for f in said if not _words((f.span,), tokens) & everything]
    tally.counts["nothing/due"] += len(said)
    tally.counts["nothing/hit"] += len(idle)
    tally.wrong += [f"  NOTHING {f.rule} {f.speakers} {_short(article, f.span)}" for f in idle]


def _quotations(article: Annotated, due: Sequence[Said], said: Sequence[Found], tokens: Sequence[Span],
                tally: Tally) -> None:  # fmt: skip
    for s in due:
        for quote in s.quotes:
            words = _words((quote,), tokens)
            if not words or (len(words) < FULL and s.mode != "direct"):
                continue
            best = max(said, key=lambda f: len(words & _words(f.content, tokens)), default=None)
            covered = best is not None and 2 * len(words & _words(best.content, tokens)) >= len(words)
            right = covered and best is not None and same_speakers(s.speakers, best.speakers)
            tally.add("direct", int(right), 1, 1)
            if not right:
                got = f"{best.speakers} {best.rule}" if best and covered else "nobody"
                tally.wrong.append(f"  QUOTE   {s.speakers} <> {got}: {_short(article, quote)}")


def _speakers(article: Annotated, due: Sequence[Said], named: Sequence[str], tally: Tally) -> None:
    others = [n for s in article.statements if not s.counts for n in s.speakers]
    right = [n for n in named if any(same_name(n, g) for g in article.speakers)]
    extra = [n for n in named if n not in right and not any(same_name(n, g) for g in others)]
    missed = [g for g in article.speakers if not any(same_name(n, g) for n in named)]
    tally.add("article speakers", len(right), len(right) + len(extra), len(article.speakers),
              len(article.speakers) - len(missed))  # fmt: skip
    if extra or missed:
        tally.wrong.append(f"  SPEAKERS too many: {extra}  missed: {missed}")


def _contents(article: Annotated, due: Sequence[Said], said: Sequence[Found], free: Set[int],
              tokens: Sequence[Span], tally: Tally) -> None:  # fmt: skip
    gold, got = _by_speaker(due, tokens), _by_speaker(said, tokens)
    counted = [i for i in got if i in gold or i not in free]
    both = [i for i in counted if i in gold]
    tally.add("content tokens", len(both), len(counted), len(gold))
    right = [i for i in both if any(same_speakers(a, b) for a in gold[i] for b in got[i])]
    tally.add("content and speaker", len(right), len(counted), len(gold))
    for s in due:
        words = _words(s.content, tokens)
        if 2 * sum(i not in got for i in words) > len(words):
            tally.wrong.append(f"  MISSED  {s.speakers} {_short(article, s.span)}")
        elif 2 * sum(i in right for i in words) < len(words) and s.mode == "indirect":
            names = sorted({n for i in words for row in got.get(i, ()) for n in row})
            tally.wrong.append(f"  SPEAKER {s.speakers} <> {names} {_short(article, s.span)}")
    for f in said:
        words = _words(f.content, tokens)
        if 2 * sum(i not in gold and i not in free for i in words) > len(words):
            tally.wrong.append(f"  MORE    {f.speakers} {f.rule} {_short(article, f.span)}")


def _by_speaker(rows: Sequence[Said | Found], tokens: Sequence[Span]) -> dict[int, list[tuple[str, ...]]]:
    out: dict[int, list[tuple[str, ...]]] = {}
    for row in rows:
        for i in sorted(_words(row.content, tokens)):
            out.setdefault(i, []).append(row.speakers)
    return out


def _surfaces(due: Sequence[Said], said: Sequence[Found], free: Sequence[Said], tally: Tally) -> None:
    gold = {s.surface for s in due if s.surface}
    aside = {s.surface for s in free if s.surface}
    got = {f.surface for f in said if f.surface}
    got = {s for s in got if any(_meet(s, g) for g in gold) or not any(_meet(s, g) for g in aside)}
    tally.add("surfaces", sum(any(_meet(s, g) for g in gold) for s in got), len(got), len(gold),
              sum(any(_meet(s, g) for s in got) for g in gold))  # fmt: skip


def _nested(article: Annotated, due: Sequence[Said], said: Sequence[Found], tokens: Sequence[Span],
            tally: Tally) -> None:  # fmt: skip
    for s in due:
        words = _words(s.content, tokens)
        fits = [f for f in said if 2 * len(words & _words(f.content, tokens)) > len(words)]
        if s.via:
            right = any(same_speakers(s.speakers, f.speakers) and _same_chain(s.via, f.via) for f in fits)
            tally.counts["nesting/due"] += 1
            tally.counts["nesting/hit"] += right
            if not right:
                tally.wrong.append(f"  NESTING {s.speakers} via {s.via} <> {[(f.speakers, f.via) for f in fits]}: "
                                   f"{_short(article, s.span)}")  # fmt: skip
        mine = next((f for f in fits if same_speakers(s.speakers, f.speakers)), None)
        if mine is None:
            continue
        hit = bool(s.addressee and mine.addressee and same_name(s.addressee, mine.addressee))
        tally.add("addressee", hit, bool(mine.addressee), bool(s.addressee))
        tally.add("via", bool(s.via and mine.via and _same_chain(s.via, mine.via)), bool(mine.via), bool(s.via))


def _words(spans: Iterable[Span], tokens: Sequence[Span]) -> set[int]:
    """Return the numbers of the words that lie in spans."""
    out: set[int] = set()
    for start, end in spans:
        first = bisect_left(tokens, (start, 0))
        while first < len(tokens) and tokens[first][1] <= end:
            out.add(first)
            first += 1
    return out


def _meet(a: Span, b: Span) -> bool:
    """Return whether two spans share half of the shorter one or more."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared >= min(a[1] - a[0], b[1] - b[0])


def _same_chain(due: Sequence[str], got: Sequence[str]) -> bool:
    return len(due) == len(got) and all(same_name(a, b) for a, b in zip(due, got, strict=True))


def _short(article: Annotated, span: Span) -> str:
    text = " ".join(article.whole[span[0] : span[1]].split())
    return text if len(text) <= 160 else f"{text[:110]} … {text[-45:]}"


if __name__ == "__main__":
    sys.exit(main())
