"""The long fuzz campaign: 20,000 broken scrapes and the giants, with the slowest and the largest named.

    python benchmarks/campaign.py [--count 20000]

Exits 1 at the first scrape that raises. CI runs 1,000 of the same kind (tests/test_mutations.py).
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import cleaner
from cleaner.config import Config
from tests.mutations import giants, mutated

CONFIG = Config(profile="statements", max_chars=60_000_000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--no-giants", action="store_true")
    options = parser.parse_args()
    slowest: list[tuple[float, str]] = []
    verdicts: dict[str, int] = {}
    for name, raw in mutated(options.count, seed=77):
        started = time.process_time()
        try:
            document = cleaner.clean(raw, name=name, config=CONFIG)
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {error}")
            return 1
        slowest = sorted([*slowest, (time.process_time() - started, name)], reverse=True)[:5]
        verdicts[document.verdict] = verdicts.get(document.verdict, 0) + 1
    print(f"{options.count} broken scrapes: {dict(sorted(verdicts.items()))}; none raised")
    for seconds, name in slowest:
        print(f"  {seconds:7.3f} s CPU  {name}")
    for name, raw in () if options.no_giants else giants():
        started = time.process_time()
        document = cleaner.clean(raw, name=name, config=CONFIG)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        spent = f"{time.process_time() - started:7.2f} s CPU  {len(raw) / 1e6:6.1f} MB  peak so far {peak:6.0f} MB"
        print(f"  {spent}  {document.verdict:8s}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
