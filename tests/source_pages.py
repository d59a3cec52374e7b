"""Builds the pages of tests/data/sources from their lines, and scores what was read from them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from cleaner import agencies, pipeline, readers
from cleaner.config import Config
from cleaner.fields import url
from cleaner.fields.known import Known
from cleaner.fields.sourcing import sources
from cleaner.fields.sourcing.houses import articles
from cleaner.tables.rows import Evidence
from cleaner.text import fold

DATA = Path(__file__).parent / "data" / "sources"
Case = Mapping[str, Any]


@lru_cache
def cases(name: str) -> list[Case]:
    """Return the cases of a file by its stem: "seen" or "unseen"."""
    return list(yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8")))


@lru_cache
def _prose() -> dict[str, list[str]]:
    return dict(yaml.safe_load((DATA / "prose.yaml").read_text("utf-8")))


def page(case: Case) -> str:
    """Return the page of a case: HTML if it has a head, plain text otherwise."""
    title, *prose = _prose()[case["lang"]]
    before, body, after = (case.get(key, []) for key in ("before", "body", "after"))
    paragraphs = [*body, *prose] if case["id"].startswith("ag-lead") or "sign" in case["id"] else [*prose, *body]
    if "head" not in case:
        return "\n\n".join([title, *before, *paragraphs, *after]) + "\n"
    head = case["head"] if "<title>" in case["head"] else f"<title>{escape(title)}</title>{case['head']}"
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in paragraphs)
    around = ["\n".join(s if s.startswith("<") else f"<p>{escape(s)}</p>" for s in part) for part in (before, after)]
    return (
        f'<!doctype html><html lang="{case["lang"]}"><head><meta charset="utf-8">{head}</head>\n<body>'
        f"<article><h1>{escape(title)}</h1>\n{around[0]}\n{lines}</article>\n<footer>{around[1]}</footer></body></html>"
    )


@dataclass(frozen=True)
class Read:
    """What is asked of a page: its publisher, agencies and address, and all evidence for them."""

    publisher: str | None
    agencies: tuple[str, ...]
    url: str | None
    evidence: list[Evidence]
    source: str


def read(case: Case) -> Read:
    """Return what was read of the page of a case; other fields are not looked for."""
    config = Config()
    given = {"url": case["url"]} if "url" in case else None
    document = pipeline.run_stages(readers.document(page(case), given=given), config)
    known = Known.of(document)
    address = url.find(document, config, known)
    found = sources.find(document, config, known, address.value)
    rows = [*address.evidence, *found.publisher.evidence, *found.agencies.evidence, *found.photo_sources.evidence]
    return Read(found.publisher.value, found.agencies.value, address.value, rows, document.source)


def same(one: str | None, other: str | None) -> bool:
    """Return whether two names are one: case, accents, an article, an added form in another script aside."""
    if one is None or other is None:
        return one is other
    return not _forms(one).isdisjoint(_forms(other))


def _forms(name: str) -> set[str]:
    """Return a name folded, and each of its forms in a script, without the article before it."""
    folded = [fold(part).split() for part in (name, *name.rstrip(")").split(" ("))]
    return {" ".join(w[1:] if len(w) > 1 and w[0] in articles() else w) for w in folded}


def faults(case: Case) -> list[str]:
    """Return what was read otherwise than expected, one word first: publisher, null, agencies, picture, …"""
    row, out = read(case), []
    if "publisher" in case and not same(row.publisher, case["publisher"]):
        out.append(f"{'null' if row.publisher is None else 'publisher'}: {row.publisher!r} for {case['publisher']!r}")
    wanted = {agencies.is_agency(name) or name for name in case.get("agencies", ())}
    if "agencies" in case and set(row.agencies) != wanted:
        out.append(f"agencies: {list(row.agencies)} for {sorted(wanted)}")
    if taken := {agencies.is_agency(name) for name in case.get("not", ())} & set(row.agencies):
        out.append(f"picture: {sorted(map(str, taken))} taken")
    if "link" in case and row.url != case["link"]:
        out.append(f"link: {row.url!r} for {case['link']!r}")
    originals = [e.value for e in row.evidence if e.role == "original"]
    if "original" in case and not any(same(value, case["original"]) for value in originals):
        out.append(f"original: {originals} for {case['original']!r}")
    return out


def score(name: str) -> dict[str, float]:
    """Return the figures for a file: rates of publishers, F1 of agencies, pictures taken, links and originals right."""
    count: Counter[str] = Counter()
    for case in cases(name):
        found = faults(case)
        kinds = {fault.partition(":")[0] for fault in found}
        for key in ("publisher", "agencies", "not", "link", "original"):
            count[key] += key in case
        count["wrong"] += "publisher" in kinds
        count["null"] += "null" in kinds
        count["pictures taken"] += "picture" in kinds
        count["link wrong"] += "link" in kinds
        count["original wrong"] += "original" in kinds
        if "agencies" in case:
            got = set(read(case).agencies)
            wanted = {agencies.is_agency(a) or a for a in case["agencies"]}
            count["hit"] += len(got & wanted)
            count["got"] += len(got)
            count["wanted"] += len(wanted)
    named = count["publisher"]
    return {
        "cases": float(len(cases(name))),
        "publisher right": round(1 - (count["wrong"] + count["null"]) / named, 3),
        "publisher wrong": round(count["wrong"] / named, 3),
        "publisher null": round(count["null"] / named, 3),
        "agencies F1": round(2 * count["hit"] / (count["got"] + count["wanted"]), 3),
        "pictures taken": float(count["pictures taken"]),
        "link right": round(1 - count["link wrong"] / count["link"], 3),
        "original right": round(1 - count["original wrong"] / count["original"], 3),
    }


if __name__ == "__main__":
    if "-v" in sys.argv:
        for one in cases(sys.argv[1]):
            for fault in faults(one):
                print(one["id"], "|", one["lang"], "|", fault)
    print(score(sys.argv[1]))
