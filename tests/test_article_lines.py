"""Lines of articles that are easily taken for furniture: each stands between paragraphs of a whole page, and stays.

Short sentences and heads, rows of results and recipes, dialogues, advice in the imperative, reporting on newsletters,
apps, comments and cookies. A new language needs its file in tests/data/article_lines, one line each.
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

import cleaner
from cleaner.config import Config

DATA = Path(__file__).parent / "data"
LANGUAGES = sorted(path.stem for path in (DATA / "article_lines").glob("*.txt"))
LONG = 60
AT_ONCE = 3


@lru_cache
def page(tag: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a scrape of the language and the ends of paragraphs between which a line can stand, with the gap."""
    found = []
    for path in sorted((DATA / "languages").rglob(f"{tag}-*.txt")):
        source = path.read_text(encoding="utf-8")
        blocks = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))["blocks"]
        long = [b["label"] == "body" and b["content_end"] - b["content_start"] > LONG for b in blocks]
        places = []
        for (one, is_long), (other, goes_on) in pairwise(zip(blocks, long, strict=True)):
            gap = source[one["content_end"] : other["content_start"]]
            if is_long and goes_on and gap.strip() == "" and "\n" in gap:
                places.append((one["content_end"], "\n" * gap.count("\n")))
        found.append((source, places[:AT_ONCE]))
    return max(found, key=lambda one: len(one[1]))


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def pages() -> list[tuple[str, list[str]]]:
    """Return whole pages, each with its lines; a bar stands before those that are its article's."""
    parts = (DATA / "short_pages.txt").read_text(encoding="utf-8").split("## ")[1:]
    return [(part.partition("\n")[0], part.rstrip("\n").split("\n")[1:]) for part in parts]


def signs(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_line_between_paragraphs_stays(tag: str) -> None:
    source, places = page(tag)
    lines = (DATA / "article_lines" / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    lost = []
    for at in range(0, len(lines), len(places)):
        text, some = source, lines[at : at + len(places)]
        for (end, gap), line in reversed(list(zip(places, some, strict=False))):
            text = text[:end] + gap + line + text[end:]
        kept = letters(cleaner.clean(text.encode(), name="page.txt", config=Config(profile="news")).text)
        lost += [line for line in some if letters(line) not in kept]
    assert lost == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("name, lines", pages(), ids=[name for name, _ in pages()])
def test_a_short_page_keeps_what_is_its_article(name: str, lines: list[str], gap: str) -> None:
    source = gap.join(line[2:] for line in lines)
    kept = signs(cleaner.clean(source.encode(), name="page.txt", config=Config(profile="news")).text)
    assert [line for line in lines if line.startswith("| ") and signs(line) not in kept] == []
