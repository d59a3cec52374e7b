"""How fast it is, as CPU time: the pipeline on texts of the seeds' size, beside peers on the same texts in one run.

    python benchmarks/speed.py

Prints documents a second and core, and ratios to what a careful notebook runs on the same text (ftfy, htmldate-like
line rules are left out: ftfy alone is the cheapest of them) and, for HTML, to trafilatura.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import ftfy
import trafilatura

import cleaner
from cleaner.config import Config
from tests.mutations import pages

ROUNDS = 40


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one call, the least of three rounds after a warm-up."""
    work()
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for _ in range(ROUNDS):
            work()
        best = min(best, (time.process_time() - started) / ROUNDS)
    return best


def main() -> None:
    texts, html = pages()[:4], pages()[4:]
    config = Config(profile="statements")
    ours = cpu(lambda: [cleaner.clean(raw, config=config) for raw in texts]) / 4
    theirs = cpu(lambda: [ftfy.fix_text(raw.decode()) for raw in texts]) / 4
    print(f"text   {1000 * ours:6.2f} ms a document, {1 / ours:6.0f} documents a second and core")
    print(f"       ftfy alone {1000 * theirs:.2f} ms")
    ours = cpu(lambda: [cleaner.clean(raw, config=config) for raw in html]) / 4
    theirs = cpu(lambda: [trafilatura.extract(raw) for raw in html]) / 4
    print(f"html   {1000 * ours:6.2f} ms a document; ratio to trafilatura alone {ours / theirs:.2f}")
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _HELP], capture_output=True, text=True, check=True)
    print(f"help   {done.stdout.strip().splitlines()[-1]} s CPU ({time.perf_counter() - started:.2f} s wall)")


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
