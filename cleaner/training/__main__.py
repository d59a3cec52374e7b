"""The command that trains what is shipped: a kind of model a module, which learns, prints its score, and writes.

    python -m cleaner.training KIND …       --help tells of the kinds, KIND --help of what one takes
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

KINDS: Final = {
    "pages": ("pages", "what of a page is article, by its blocks"),
    "texts": ("pages", "the same for texts without markup"),
    "kinds": ("kinds", "what kind of furniture a block is"),
    "chain": ("chain", "which furniture follows which"),
    "characters": ("characters", "which language a text is written in, and which encoding is right"),
    "dates": ("dates", "which of the days on a page is that of publication"),
    "names": ("names", "whether two names are one person's"),
    "usual": ("usual", "which words are names, and how names are spelled"),
    "voice": ("voice", "who said what the rules leave open"),
}
"""The module of each kind, which has `options(parser)` and `main(told)`, and what is learned."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, score, write."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="python -m cleaner.training", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    for kind, (name, what) in KINDS.items():
        of_kind = kinds.add_parser(kind, help=what, description=what)
        if given[:1] == [kind]:  # what the others need is not loaded
            import_module(f"cleaner.training.{name}").options(of_kind)
    told = parser.parse_args(given)
    import_module(f"cleaner.training.{KINDS[told.kind][0]}").main(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
