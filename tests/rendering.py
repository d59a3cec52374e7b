"""Findings to render, hostile ones too, and what reads the reports of each format as its own readers do."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lxml import etree

from cleaner import renderers
from cleaner.renderers import FORMATS
from cleaner.renderers.about import About
from cleaner.validation.findings import Finding, fingerprint

SCHEMAS = Path(__file__).parent / "data" / "schemas"
TEXT = [name for name in FORMATS if name != "html"]
SECRET = "Macron told reporters in Geneva"
HOSTILE = (
    "::error file=x::owned",
    "a\n::set-output name=x::y",
    "%0A::error::x",
    "\x1b[31mred\x1b[0m \x9b2J",
    "<script>alert(1)</script>",
    "]]></failure><x>",
    "&amp;\x00\x0b\ufffe\uffff",
    "[click](javascript:alert(1))",
    "| a | b |\n|---|---|",
    "{0} {{1}}",
    "\u202egnp.exe\u2066",
    "\ud800 half \udfff",
    "a,b:c%d",
    "```\n# heading",
    "@everyone #1 http://evil.example",
    "C:\\raw\\a.html",
    "x" * 5_000,
)
SEVERE = {"missing_date": "error", "missing_speakers": "error", "missing_author": "info", "hearsay_chain": "info"}
CODES = (*SEVERE, "lossy_text", "date_conflict", "text_truncated", "missing_title", "missing_url", "bad_url")
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::[^\r\n]+")
"""A line that is a command of GitHub and nothing else."""


def finding(number: int = 0, code: str = "missing_date", **more: Any) -> Finding:
    values: dict[str, Any] = {
        "severity": SEVERE.get(code, "warning"), "message": f"found: '{SECRET}'", "record": f"{number:016x}",
        "field": "published", "path": f"daily/{number}.html", "line": number % 300 + 1, "host": "daily.example",
        "fingerprint": fingerprint("articles", code, str(number)), **more,
    }  # fmt: skip
    return Finding(code, code, **values)


def many(count: int) -> Iterator[Finding]:
    """Yield findings of ten codes at some hundreds of hosts, one of them far more often than the others."""
    for n in range(count):
        host = "big.example" if n % 3 else f"h{n * 7 % 431}.example"
        yield finding(n, CODES[n % len(CODES)], host=host, path=f"{host}/{n:06d}.html")


def hostile() -> list[Finding]:
    """Return findings in which every text is an attack."""
    return [
        Finding(
            text, code, "error", text, record=text, field=text, path=text, line=line, host=text, fingerprint=f"{n:024x}"
        )
        for n, text in enumerate(HOSTILE)
        for code, line in ((text, None), ("missing_date", 3), ("own_rule", 1))
    ]


def rendered(name: str, findings: Iterable[Finding], **about: Any) -> str:
    out = io.StringIO()
    renderers.write(name, findings, About(**{"profile": "statements", **about}), out)
    return out.getvalue()


def valid(name: str, text: str) -> Any:
    """Return the parsed report, held against the schema of its format."""
    if name == "junit":
        tree = etree.fromstring(text.encode())
        holder(name).assertValid(tree)
        return tree
    if name not in ("sarif", "gitlab", "json"):
        return text
    report = json.loads(text)
    holder(name).validate(report)
    return report


@cache
def holder(name: str) -> Any:
    """Return what holds a report against the schema of its format."""
    from jsonschema import Draft4Validator, Draft202012Validator

    if name == "junit":
        return etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
    if name == "sarif":
        return Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
    own = files("cleaner.renderers").joinpath("findings.schema.json")
    schema = SCHEMAS / "gitlab-code-quality.json" if name == "gitlab" else own
    return Draft202012Validator(json.loads(schema.read_text()))


def results(text: str) -> list[dict[str, Any]]:
    (run,) = json.loads(text)["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found
