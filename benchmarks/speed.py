"""How fast it is, as CPU time: the pipeline and the bulk command beside peers on the same texts in one run.

    python benchmarks/speed.py [--documents 1000]

Prints documents a second and core: one text, one page, and the whole of `cleaner clean` on many texts (read, cleaned,
checked by pandera, written as Parquet, one worker). Every other machine is another: the ratios to ftfy and trafilatura,
measured in the same minute, are what to compare. The many texts are the seeds with words changed in every line of
prose, so that nothing remembered from one serves the next; short lines repeat, as those of a site do.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import ftfy
import trafilatura

import cleaner
from cleaner.config import Config
from cleaner.run import run
from tests.mutations import pages

ROUNDS = 10
TIMES = 5
LINE = re.compile(rb"[^\n]{60,}")
WORD = re.compile(rb"\b[a-z]{5,}\b")
CONFIG = Config(profile="statements")


def cpu(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the CPU seconds of one call, the least of several rounds after a warm-up."""
    work()
    best = float("inf")
    for _ in range(TIMES):
        started = time.process_time()
        for _ in range(rounds):
            work()
        best = min(best, (time.process_time() - started) / rounds)
    return best


def varied(texts: list[bytes], count: int) -> list[bytes]:
    """Return so many texts of the seeds' size, no line of prose twice."""
    rng = random.Random(1)

    def another(_word: re.Match[bytes]) -> bytes:
        return "".join(rng.choices("abdefgilmnoprstuv", k=8)).encode()

    def line(found: re.Match[bytes]) -> bytes:
        return WORD.sub(another, found[0], 1)

    return [LINE.sub(line, texts[n % len(texts)]) for n in range(count)]


def bulk(texts: list[bytes]) -> float:
    """Return the CPU seconds of one document of a run over all of them, loading left out."""
    with tempfile.TemporaryDirectory() as folder:
        scrape, out = Path(folder, "in"), Path(folder, "out")
        scrape.mkdir()
        for n, text in enumerate(texts):
            (scrape / f"{n:06}.txt").write_bytes(text)
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            run([scrape], out, CONFIG)
            best = min(best, time.process_time() - started)
    return best / len(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    many = parser.parse_args().documents
    seeds, html = pages()[:4], pages()[4:]
    mended = cpu(lambda: [ftfy.fix_text(raw.decode()) for raw in seeds]) / 4
    extracted = cpu(lambda: [trafilatura.extract(raw) for raw in html]) / 4
    texts = varied(seeds, many)
    each = iter(texts * 2)
    ours = cpu(lambda: cleaner.clean(next(each), config=CONFIG), min(many // TIMES, 80) or 1)
    tell("text", ours, f"{ours / mended:.1f} x ftfy ({1000 * mended:.2f} ms)")
    ours = cpu(lambda: [cleaner.clean(raw, config=CONFIG) for raw in html]) / 4
    tell("html", ours, f"{ours / extracted:.1f} x trafilatura ({1000 * extracted:.2f} ms)")
    ours = bulk(texts)
    tell("bulk", ours, f"{ours / (mended + extracted):.1f} x ftfy + trafilatura; {many} texts, checked and written")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory {peak:6.0f} MB at most")
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _HELP], capture_output=True, text=True, check=True)
    print(f"help   {done.stdout.strip().splitlines()[-1]} s CPU ({time.perf_counter() - started:.2f} s wall)")


def tell(what: str, seconds: float, beside: str) -> None:
    print(f"{what}   {1000 * seconds:6.2f} ms a document, {1 / seconds:4.0f} a second and core; {beside}")


_HELP = """
import resource, runpy, sys
sys.argv = ["cleaner", "--help"]
try:
    runpy.run_module("cleaner", run_name="__main__")
except SystemExit:
    pass
used = resource.getrusage(resource.RUSAGE_SELF)
print(round(used.ru_utime + used.ru_stime, 3))
"""

if __name__ == "__main__":
    main()
