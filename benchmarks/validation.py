"""Ten rules over many articles, 1 % bad in each: are all bad rows found, with their reason, and what does it cost?

    python benchmarks/validation.py [--rows 1000000] [--systems "pandera;cleaner"]

Each system runs in a process of its own, on the same Parquet file, in turn: it reads the file, checks it, and says
which rows break which rule. Bare pandera on pandas is the measure: the same ten rules as vectorised checks. `cleaner`
is asked twice: for the same pandera schema, and for the rules in a YAML with all its own beside them. CPU and peak
memory are those of the whole process less what importing the library takes; `cpu` counts reading and checking together,
`check` checking alone. Reports are what each writes to disk for a person or a program to act on.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

LANGUAGES = ["en", "fr", "de", "es"]
PUBLISHERS = [f"Paper {number}" for number in range(200)]
RULES = ("id", "title", "text", "url", "language", "published", "modified", "publisher", "authors", "range")
WORDS = [*("the", "of", "and", "le", "et", "des", "der", "und", "mit", "el", "los", "una"),
         *("minister", "talks", "city", "report", "river", "market", "council")]  # fmt: skip
SCHEMA = """
required: [title, authors]
unique: [article_id]
sources: [{publishers}]
languages: [en, fr, de, es]
matches: {{url: "^https?://[^/]+/"}}
min_chars: 200
published: {{from: 2000-01-01, to: 2026-12-31}}
"""

Found = dict[str, list[int]]
"""The rows that break each rule, by the name of the rule."""


def make(path: Path, rows: int) -> Found:
    """Write the table, and return which rows were made to break which rule."""
    import pyarrow as pa
    from pyarrow import parquet

    rng = random.Random(1)
    bad = {rule: sorted(rng.sample(range(1, rows), max(1, rows // 100))) for rule in RULES}
    broken = {rule: set(numbers) for rule, numbers in bad.items()}
    paragraphs = [" ".join(rng.choices(WORDS, k=60)) for _ in range(500)]
    columns: dict[str, list[Any]] = {name: [] for name in (
        "article_id", "url", "host", "title", "text", "language", "published", "modified", "publisher", "authors",
        "speakers", "verdict")}  # fmt: skip
    for n in range(rows):
        host = f"site{n % 300}.example.org"
        day = f"20{n % 25:02d}-{n % 12 + 1:02d}-{n % 28 + 1:02d}"
        row = {
            "article_id": f"{0 if n in broken['id'] else n:016x}",
            "url": f"ftp/{n}" if n in broken["url"] else f"https://{host}/{n}",
            "host": host,
            "title": None if n in broken["title"] else f"Talks of day {n}",
            "text": f"Too short, {n}." if n in broken["text"] else f"{n} {paragraphs[n % 500]} {paragraphs[n % 499]}",
            "language": "ru" if n in broken["language"] else LANGUAGES[n % 4],
            "published": f"{day} 2020" if n in broken["published"] else
                         "1999-12-31" if n in broken["range"] else day,
            "modified": "1998-01-01" if n in broken["modified"] else "2026-01-01",
            "publisher": "Nobody" if n in broken["publisher"] else PUBLISHERS[n % 200],
            "authors": [] if n in broken["authors"] else ["Jane Doe"],
            "speakers": ["Ann Lee", "Bo Ek"] if n % 3 else [],
            "verdict": "accepted",
        }  # fmt: skip
        for name, value in row.items():
            columns[name].append(value)
    bad["range"] = [n for n in bad["range"] if n not in broken["published"]]
    parquet.write_table(pa.table(columns), path, row_group_size=100_000)
    return bad


# --- the systems -----------------------------------------------------------------------------------------------------

ISO = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"


def pandera_schema() -> Any:
    """Return the ten rules as vectorised checks of pandera."""
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {
            "article_id": pa.Column(str, pa.Check(lambda ids: ~ids.duplicated(), error="id")),
            "title": pa.Column(str, pa.Check(lambda titles: titles.notna(), error="title", ignore_na=False),
                               nullable=True),
            "text": pa.Column(str, pa.Check.str_length(min_value=200, error="text")),
            "url": pa.Column(str, pa.Check.str_matches(r"^https?://[^/]+/", error="url")),
            "language": pa.Column(str, pa.Check.isin(LANGUAGES, error="language")),
            "published": pa.Column(str, [
                pa.Check(lambda days: days.str.fullmatch(ISO), error="published"),
                pa.Check(lambda days: ~days.str.fullmatch(ISO) | ((days >= "2000-01-01") & (days <= "2026-12-31")),
                         error="range"),
            ]),
            "publisher": pa.Column(str, pa.Check.isin(PUBLISHERS, error="publisher")),
            "authors": pa.Column(object, pa.Check(lambda lists: lists.str.len() > 0, error="authors")),
        },
        checks=[pa.Check(lambda rows: rows["modified"] >= rows["published"].str.slice(0, 10), error="modified",
                         ignore_na=False)],
    )  # fmt: skip


def with_pandera(path: Path, out: Path) -> tuple[Found, float]:
    """Bare pandera on pandas, its failure cases written as CSV."""
    import pandas as pd
    import pandera.pandas as pa

    rows = pd.read_parquet(path)
    started = time.process_time()
    try:
        pandera_schema().validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
    spent = time.process_time() - started
    cases.to_csv(out, index=False)
    found: Found = {}
    for rule, numbers in cases.groupby("check")["index"]:
        found[str(rule)] = sorted({int(number) for number in numbers})
    return found, spent


def with_cleaner(path: Path, out: Path, how: str) -> tuple[Found, float]:
    """Check with an own schema alone (of pandera, or of YAML), or with every rule of cleaner's own beside the YAML."""
    from cleaner.validation import checked, contract, loading, rules

    own = contract.Contract("ten rules", pandera_schema(), only=True)
    if how != "pandera":
        stated = out.with_suffix(".yaml")
        stated.write_text(SCHEMA.format(publishers=", ".join(PUBLISHERS)), encoding="utf-8")
        own = contract.load(str(stated))
        stated.unlink()
    loaded = loading.load(path)
    started = time.process_time()
    broken = [*loaded.wrong, *rules.validate_tables(loaded.tables, "news", own)]
    spent = time.process_time() - started
    out.write_text(checked.render(broken, loaded.tables, "news"), encoding="utf-8")
    found: Found = {}
    for breach in broken:
        name = breach.code if how == "pandera" else NAMES.get(breach.rule, "")
        if name in RULES:
            found[name] = list(breach.rows or ())
    return found, spent


NAMES = {
    "articles/value-repeated-article-id": "id", "articles/missing-field-title": "title",
    "articles/text-too-short": "text", "articles/pattern-mismatch-url": "url",
    "articles/language-not-allowed": "language", "articles/published-is-date": "published",
    "articles/modified-after-published": "modified", "articles/source-not-allowed": "publisher",
    "articles/missing-field-authors": "authors", "articles/date-out-of-range": "range",
}  # fmt: skip


def with_pointblank(path: Path, out: Path) -> tuple[Found, float]:
    """Pointblank on polars, its report as HTML, its extracts as the rows. It cannot report tables with lists."""
    import pointblank as pb
    import polars as pl

    rows = pl.read_parquet(path).with_columns(pl.col("authors").list.len()).drop("speakers")
    started = time.process_time()
    checked = (
        pb.Validate(rows)
        .rows_distinct(columns_subset="article_id")
        .col_vals_not_null("title")
        .col_vals_expr(pl.col("text").str.len_chars() >= 200)
        .col_vals_regex("url", r"^https?://[^/]+/")
        .col_vals_in_set("language", LANGUAGES)
        .col_vals_regex("published", rf"^{ISO}$")
        .col_vals_expr(pl.col("modified") >= pl.col("published").str.slice(0, 10))
        .col_vals_in_set("publisher", PUBLISHERS)
        .col_vals_gt("authors", 0)
        .col_vals_expr(~pl.col("published").str.contains(rf"^{ISO}$")
                       | pl.col("published").is_between(pl.lit("2000-01-01"), pl.lit("2026-12-31")))
        .interrogate(get_first_n=len(rows), extract_limit=len(rows))
    )  # fmt: skip
    found: Found = {}
    for number, rule in enumerate(RULES, 1):
        extract = checked.get_data_extracts(i=number, frame=True)
        found[rule] = [number - 1 for number in extract["_row_num_"].to_list()] if extract is not None else []
    spent = time.process_time() - started
    out.write_text(checked.get_tabular_report().as_raw_html(), encoding="utf-8")
    return found, spent


def with_dataframely(path: Path, out: Path) -> tuple[Found, float]:
    """dataframely on polars, its failures written as Parquet."""
    import dataframely as dy
    import polars as pl

    class Ten(dy.Schema):
        row = dy.UInt32()
        article_id = dy.String()
        title = dy.String(nullable=True)
        text = dy.String()
        url = dy.String()
        language = dy.String()
        published = dy.String()
        modified = dy.String()
        publisher = dy.String()
        authors = dy.List(dy.String())

        id_ = dy.rule()(lambda cls: pl.col("article_id").is_first_distinct())
        title_ = dy.rule()(lambda cls: pl.col("title").is_not_null())
        text_ = dy.rule()(lambda cls: pl.col("text").str.len_chars() >= 200)
        url_ = dy.rule()(lambda cls: pl.col("url").str.contains(r"^https?://[^/]+/"))
        language_ = dy.rule()(lambda cls: pl.col("language").is_in(LANGUAGES))
        published_ = dy.rule()(lambda cls: pl.col("published").str.contains(rf"^{ISO}$"))
        modified_ = dy.rule()(lambda cls: pl.col("modified") >= pl.col("published").str.slice(0, 10))
        publisher_ = dy.rule()(lambda cls: pl.col("publisher").is_in(PUBLISHERS))
        authors_ = dy.rule()(lambda cls: pl.col("authors").list.len() > 0)
        range_ = dy.rule()(lambda cls: ~pl.col("published").str.contains(rf"^{ISO}$")
                           | pl.col("published").is_between(pl.lit("2000-01-01"), pl.lit("2026-12-31")))  # fmt: skip

    rows = pl.read_parquet(path).with_row_index("row")
    started = time.process_time()
    _, failure = Ten.filter(rows, cast=True)
    details = failure.details()
    found = {rule: details.filter(pl.col(f"{rule}_") == "invalid")["row"].to_list() for rule in RULES}
    spent = time.process_time() - started
    details.write_parquet(out)
    return found, spent


SYSTEMS: dict[str, Callable[[Path, Path], tuple[Found, float]]] = {
    "pandera": with_pandera,
    "cleaner, the pandera schema": lambda path, out: with_cleaner(path, out, "pandera"),
    "cleaner, YAML and all its own": lambda path, out: with_cleaner(path, out, "all"),
    "pointblank": with_pointblank,
    "dataframely": with_dataframely,
}
IMPORTS = {"pandera": "import pandas, pandera.pandas", "pointblank": "import pointblank, polars",
           "dataframely": "import dataframely"}  # fmt: skip


# --- measuring -------------------------------------------------------------------------------------------------------


def one(system: str, table: Path) -> dict[str, Any]:
    """Run one system in this process and return what it found and cost."""
    ours = "import cleaner.schemas.article, cleaner.validation.rules, pyarrow.parquet, pyarrow.compute"
    exec(IMPORTS.get(system, ours))
    cpu, memory = time.process_time(), _peak()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        try:
            found, check = SYSTEMS[system](table, report)
        except ImportError as error:
            return {"missing": str(error)}
        cpu = time.process_time() - cpu
        return {"found": found, "cpu": cpu, "check": check, "peak": _peak() - memory, "report": report.stat().st_size}


def _peak() -> float:
    """Return the most megabytes this process has held. (What `resource` says on Linux counts those of the parent.)"""
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def shares(found: Found, bad: Found) -> tuple[int, int]:
    """Return how many bad rows were not found with their reason, and how many were named without one."""
    missed = sum(len(set(bad[rule]) - set(found.get(rule, ()))) for rule in RULES)
    wrong = sum(len(set(found.get(rule, ())) - set(bad[rule])) for rule in RULES)
    return missed, wrong


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--systems", default=";".join(SYSTEMS), help="separated by ;")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--table", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(None if arguments is None else list(arguments))
    if asked.one:
        json.dump(one(asked.one, asked.table), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.parquet"
        made = [sys.executable, __file__, "--one", "", "--table", str(table)]
        bad = make(table, asked.rows)
        print(f"{asked.rows:,} rows, {sum(map(len, bad.values())):,} broken rules, {table.stat().st_size / 1e6:.0f} MB")
        print(f"{'':32} {'missed':>7} {'wrong':>7} {'cpu s':>7} {'check s':>8} {'peak MB':>8} {'report MB':>9}")
        for system in asked.systems.split(";"):
            made[3] = system
            done = subprocess.run(made, capture_output=True, text=True)
            told = json.loads(done.stdout) if done.returncode == 0 else {"missing": done.stderr.strip()[-300:]}
            if "missing" in told:
                print(f"{system:32} not run: {told['missing']}")
                continue
            missed, wrong = shares(told["found"], bad)
            print(f"{system:32} {missed:7,} {wrong:7,} {told['cpu']:7.1f} {told['check']:8.1f} {told['peak']:8,.0f} "
                  f"{told['report'] / 1e6:9.2f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
