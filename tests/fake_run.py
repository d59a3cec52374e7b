"""Makes the tables of a run without running anything, for tests of what reads them."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cleaner.tables.writing import FORMULA

TABLES = ("articles", "blocks", "ledger", "statements", "evidence", "issues")
ARTICLE = {
    "path": None,
    "duplicate_of": None,
    "sha256": "",
    "text_sha256": "",
    "verdict": "accepted",
    "url": None,
    "host": None,
    "title": None,
    "text": "",
    "language": "en",
    "published": None,
    "published_date": None,
    "published_at": None,
    "published_precision": None,
    "modified": None,
    "publisher": None,
    "agencies": [],
    "photo_sources": [],
    "authors": [],
    "speakers": [],
    "published_status": "absent",
    "publisher_status": "absent",
    "speakers_status": "absent",
    "title_status": "absent",
    "url_status": "absent",
    "authors_status": "absent",
    "truncated": False,
    "chars_source": 0,
    "chars_text": 0,
    "cleaner_version": "0.1.0",
}
IN_TEXT = ("lead", "body", "subheading")


class Scrape:
    """One record put together block by block; the source is the blocks with a blank line between them."""

    def __init__(self, article_id: str, **article: Any) -> None:
        self.article: dict[str, Any] = {"article_id": article_id, **ARTICLE, **article}
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        self.at = 0
        self.text = ""

    def block(
        self,
        label: str,
        text: str,
        *,
        raw: str | None = None,
        rule: str = "en/rule",
        why: str = "a reason",
        confidence: float = 0.9,
        article: float | None = 0.1,
        element: str = "paragraph",
    ) -> tuple[int, int]:
        """Add a block; `raw` is how it stands in the source. Return its source span."""
        raw = text if raw is None else raw
        start, self.at = self.at, self.at + len(raw) + 2
        text_start = None
        if label in IN_TEXT:
            text_start = len(self.text) + (2 if self.text else 0)
            self.text = f"{self.text}\n\n{text}" if self.text else text
        self.rows["blocks"].append(
            {
                "article_id": self.id,
                "block": len(self.rows["blocks"]),
                "label": label,
                "rule": rule,
                "why": why,
                "confidence": confidence,
                "article": article,
                "element": element,
                "language": self.article["language"],
                "source_start": start,
                "source_end": start + len(raw),
                "text_start": text_start,
                "text": text,
            }
        )
        if label not in (*IN_TEXT, "title", "kicker"):
            self.ledger(
                "remove", (start, start + len(raw)), text, "", label=label, rule=rule, why=why, confidence=confidence
            )
        return start, start + len(raw)

    def ledger(
        self,
        action: str,
        span: tuple[int, int],
        before: str,
        after: str,
        *,
        label: str | None = None,
        kind: str | None = None,
        rule: str = "names/variant",
        why: str = "spelled otherwise elsewhere in the document",
        confidence: float = 0.93,
    ) -> None:
        self.rows["ledger"].append(
            {
                "article_id": self.id,
                "seq": len(self.rows["ledger"]),
                "action": action,
                "stage": "label" if label else "repair_text",
                "label": label,
                "kind": kind,
                "rule": rule,
                "why": why,
                "source_start": span[0],
                "source_end": span[1],
                "before": before,
                "after": after,
                "confidence": confidence,
            }
        )

    def evidence(
        self,
        field: str,
        value: str,
        span: tuple[int, int] | None,
        *,
        role: str = "published",
        why: str = "a stamp under the title",
        chosen: bool = True,
        confidence: float = 0.95,
    ) -> None:
        self.rows["evidence"].append(
            {
                "article_id": self.id,
                "field": field,
                "value": value,
                "chosen": chosen,
                "role": role,
                "source_start": span and span[0],
                "source_end": span and span[1],
                "why": why,
                "confidence": confidence,
            }
        )

    def issue(
        self, code: str, severity: str, message: str, field: str = "published", span: tuple[int, int] | None = None
    ) -> None:
        self.rows["issues"].append(
            {
                "article_id": self.id,
                "code": code,
                "field": field,
                "severity": severity,
                "message": message,
                "source_start": span and span[0],
                "source_end": span and span[1],
                "line": 1 if span else None,
                "confidence": 0.9,
            }
        )

    def statement(self, speaker: str | None, text: str, cue: str, block: tuple[int, int], at: int, **more: Any) -> None:
        """Add a statement that stands at `at` in the article's text."""
        found = text.find(cue)
        self.rows["statements"].append(
            {
                "statement_id": f"{self.id}-s{at}",
                "article_id": self.id,
                "speaker": speaker,
                "speaker_id": None,
                "speaker_surface": speaker,
                "speaker_start": None,
                "speaker_end": None,
                "speaker_type": "person",
                "co_speakers": [],
                "addressee": None,
                "reported_via": [],
                "cue": cue,
                "cue_start": at + found if found >= 0 else None,
                "cue_end": at + found + len(cue) if found >= 0 else None,
                "text": text,
                "in": "text",
                "text_start": at,
                "text_end": at + len(text),
                "source_start": block[0],
                "source_end": block[1],
                "content": [[at, at + max(found, 1)]],
                "quotes": [],
                "mode": "indirect",
                "kind": "statement",
                "confidence": 0.9,
                "rule": "en/said",
                **more,
            }
        )

    @property
    def id(self) -> str:
        return str(self.article["article_id"])

    def done(self) -> dict[str, list[dict[str, Any]]]:
        self.article |= {"text": self.text, "chars_text": len(self.text), "chars_source": self.at}
        return {**self.rows, "articles": [self.article]}


def cell(value: Any) -> str:
    """Return a value as the writer of CSV tables puts it."""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    return "" if value is None else json.dumps(value)


def write(folder: Path, scrapes: Iterable[Scrape], format: str = "jsonl", run: Mapping[str, Any] | None = None) -> Path:
    """Write the tables of the scrapes into the folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for scrape in sorted(scrapes, key=lambda s: s.id):
        for name, rows in scrape.done().items():
            tables[name] += rows
    for name, rows in tables.items():
        if format == "jsonl":
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
        elif format == "parquet":
            import pandas as pd

            pd.DataFrame(rows).to_parquet(folder / f"{name}.parquet")
        else:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(rows[0] if rows else ["article_id"])
                writer.writerows([cell(value) for value in row.values()] for row in rows)
    said = run or {"config": {"profile": "statements"}, "cleaner_version": "0.1.0"}
    (folder / "run.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


WORDS = tuple(
    word
    for line in (
        "the council minister announced on after before talks budget region harbour storm river workers said plan",
        "report a new of and for with against public early late northern bridge school court market energy",
    )
    for word in line.split()
)
PEOPLE = ("Ana Ferreira", "Luc Marchand", "Ines Duarte", "Omar Haddad", "Nora Lind", "Piotr Zielak")
HOSTS = ("example.com", "daily.example", "gazette.example", "lesechos.example", "wire.example")
NOISE = (
    (
        "cookie_banner",
        "We and our partners store and access information on a device, such as cookies. You can accept or refuse.",
    ),
    ("share", "Share on Facebook Share on X Print"),
    ("related_link", "Read also: Harbour workers call off strike after talks"),
    ("subscription", "Get our morning newsletter in your inbox every day."),
    ("footer", "© 2026 The Daily Example. All rights reserved."),
    ("photo_credit", "Photo: Jane Example / Agency"),
    ("caption", "The bridge over the river after the storm of last week, seen from the northern bank."),
    ("nav", "Home News Politics Sport Culture"),
)


def synthetic(count: int, paragraphs: int = 12) -> list[Scrape]:
    """Return `count` records that look like news, the same ones every time."""
    made = []
    for n in range(count):
        r = random.Random(n)
        host = HOSTS[min(r.randrange(8), 4)]
        verdict = "rejected" if n % 97 == 5 else "review" if n % 7 == 3 else "accepted"
        title = " ".join(r.choice(WORDS) for _ in range(9)).capitalize()
        s = Scrape(
            f"{n:06d}{r.randrange(16**8):08x}",
            verdict=verdict,
            host=host,
            title=title,
            path=f"day/{n:05d}.html",
            url=f"https://{host}/2026/{n}",
            language=r.choice(("en", "en", "fr")),
            publisher=host.split(".")[0].title(),
            publisher_status="inferred",
            title_status="found",
            url_status="given",
            speakers_status="found",
        )
        s.evidence(
            "title", title, s.block("title", title, rule="title/first-heading", why="the first heading", article=0.98)
        )
        if verdict == "accepted":
            stamp = f"{1 + n % 28:02d} March 2026"
            s.article |= {"published": f"2026-03-{1 + n % 28:02d}", "published_status": "found"}
            s.evidence("published", s.article["published"], s.block("published_date", stamp))
        else:
            s.issue("missing_date", "error", "no publication date stands in the text, the address or the head")
        s.block(*r.choice(NOISE), confidence=round(r.uniform(0.4, 1), 3), article=round(r.random() * 0.6, 3))
        names = r.sample(PEOPLE, 2)
        for p in range(paragraphs):
            words = " ".join(r.choice(WORDS) for _ in range(r.randrange(25, 50)))
            text = f"{words.capitalize()}, {names[p % 2]} said."
            at = len(s.text) + (2 if s.text else 0)
            span = s.block("lead" if not p else "body", text, rule="model", why="reads like the article", article=0.97)
            if p < 5:
                s.statement(names[p % 2], text, "said", span, at)
            if p == 3:
                s.ledger("repair", (span[0] + 2, span[0] + 8), "  " + text[2:6], text[2:8], kind="spaces")
            if p % 3 == 1:
                s.block(*r.choice(NOISE), confidence=round(r.uniform(0.4, 1), 3), article=round(r.random() * 0.6, 3))
        s.article["speakers"] = sorted(names)
        if n % 3 == 0:
            s.issue(
                "publisher_inferred_from_boilerplate", "warning", f"{host} is named only in the footer", "publisher"
            )
        if n % 4 == 0:
            s.issue("missing_author", "info", "no byline", "author")
        made.append(s)
    return made
