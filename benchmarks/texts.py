"""Labelled pages as the naive dumps that the labeller of texts learns from: `python -m cleaner.training texts FILE`.

    python benchmarks/texts.py PAGES FILE.jsonl.gz [--every N] [--type A,B]

Every article gives five of the regimes, taken in turn, every third also its truth, for clean text must stay as it is;
every page of another type gives two. One JSON object a line: name, host, text, truth, type.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import pages, regimes
from cleaner.training.examples import host

OF_ARTICLES = (
    ("soup", "inscriptis", "md", "recall", "flat"), ("soup", "inscriptis", "mdify", "recall", "flat"),
    ("soup", "inscriptis", "md", "recall", "crop"),
)  # fmt: skip
OF_OTHERS = (("soup", "inscriptis"), ("inscriptis", "md"), ("md", "soup"))
CLEAN_EVERY = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pages.arguments(parser)
    parser.add_argument("out", type=Path, metavar="FILE", help="where to write the dumps (.jsonl.gz)")
    options = parser.parse_args()
    with gzip.open(options.out, "wt", encoding="utf-8", compresslevel=3) as file:
        for number, page in enumerate(pages.chosen(options)):
            turns = OF_ARTICLES if page.type == "article" else OF_OTHERS
            made = regimes.dumps(page, turns[number % len(turns)])
            if page.type == "article" and number % CLEAN_EVERY == 0:
                made["clean"] = page.truth
            site = host(page.url or "") or page.id
            for name, text in made.items():
                kind = name if name == "clean" else page.type
                row = {"name": f"{page.id}-{name}", "host": site, "text": text, "truth": page.truth, "type": kind}
                file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
