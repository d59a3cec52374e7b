"""Many documents: reads the inputs, has them cleaned, checks and writes the tables part by part, sums up in run.json.

Rows stand in the order of the inputs (sorted), then path, then place in the file: the number of workers and the order
of the arguments change nothing. No record is dropped; what can't be cleaned is a row with its reason.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cleaner import validate
from cleaner.config import Config
from cleaner.errors import CleanerError, UsageError
from cleaner.language import user_rules
from cleaner.names import using
from cleaner.running.copies import Copies
from cleaner.running.hiding import hide
from cleaner.running.provenance import provenance
from cleaner.running.work import ID_LENGTH, Result
from cleaner.running.workers import in_order
from cleaner.tables.rows import Severity
from cleaner.tables.stored import is_run
from cleaner.tables.writing import FileFormat, TableFiles, write_text
from cleaner.validation import rules

if TYPE_CHECKING:
    from cleaner.readers.raw import Raw
    from cleaner.validation.contract import Contract

PART_RECORDS: Final = 1000
PART_CHARS: Final = 1 << 24
"""A part is checked and written when it has so many records, or so many characters of text."""

Progress = Callable[[int], None]


@dataclass(slots=True)
class Summary:
    """What a run came to. `issues` counts by code and severity, `failed` the records that were a fault of ours."""

    out: Path = Path()
    records: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    issues: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    kept: set[str] = field(default_factory=set)
    """The columns to carry through that had a value in some record."""
    given: set[str] = field(default_factory=set)
    """The fields of which some record was given a value that can be read."""
    brought: set[str] = field(default_factory=set)
    """The fields of which some record was given a value at all."""
    ids: bool = False
    """Whether some record brought an id of its own."""
    left: list[str] = field(default_factory=list)
    """What of the inputs was not read or used, and why, in words."""
    tables: list[Path] = field(default_factory=list)

    def has(self, severity: Severity) -> bool:
        """Return whether any record has an issue of this severity or a graver one."""
        graver = ("error", "warning", "info")
        return any(graver.index(found) <= graver.index(severity) for _, found in self.issues)

    def line(self) -> str:
        """Return the run in one line.

        >>> Summary(records=3, verdicts=Counter(accepted=1, review=2)).line()
        '3 records in = 1 accepted + 2 review + 0 rejected'
        """
        noun = "record" if self.records == 1 else "records"
        counts = " + ".join(f"{self.verdicts[verdict]} {verdict}" for verdict in ("accepted", "review", "rejected"))
        return f"{self.records} {noun} in = {counts}"


def run(inputs: Sequence[str | Path], out: str | Path, config: Config | None = None, *, jobs: int = 1,
        file_format: FileFormat = "parquet", contract: Contract | None = None,
        progress: Progress | None = None) -> Summary:  # fmt: skip
    """Clean every record of the inputs, write tables and run.json into `out`, and return what it came to.

    Raises UsageError for inputs that are not there, before anything is written. Interrupted, it leaves what was there.
    """
    config, out = config or Config(), Path(out)
    summary = Summary(out)
    _check_out(out, inputs)
    with TableFiles(out, file_format, config.keep) as files:
        for part in parts(results(inputs, config, jobs, summary.left), progress):
            finish(part, config, contract)
            count(part, summary)
            files.add({
                "articles": [result.article for result in part],
                "statements": [row for result in part for row in result.statements],
                "ledger": [row for result in part for row in result.ledger],
                "evidence": [row for result in part for row in result.evidence],
                "issues": [row for result in part for row in result.issues],
                "blocks": [row for result in part for row in result.blocks],
            })  # fmt: skip
        summary.tables = files.finish()
    write_text(out / "run.json", _run_json(summary, config, file_format, contract))
    return summary


def _check_out(out: Path, inputs: Sequence[str | Path]) -> None:
    """Raise UsageError for a folder to write to that would not be told from the scrapes in it."""
    if not out.is_dir():
        return
    own = out.resolve()
    for path in filter(Path.is_dir, map(Path, inputs)):
        if own == path.resolve():
            raise UsageError(f"-o {out}: is the input folder itself, and tables among scrapes would be read as such. "
                             f"Name another folder, as in -o {path / 'out'}.")  # fmt: skip
        if own.is_relative_to(path.resolve()) and not is_run(out):
            held = sorted(file.name for file in out.iterdir() if not file.name.startswith("."))
            if held:
                raise UsageError(f"-o {out}: lies in the input {path} and holds what no run of cleaner wrote "
                                 f"({held[0]!r}). Name an empty folder, or one that is not there.")  # fmt: skip


def results(inputs: Sequence[str | Path], config: Config, jobs: int = 1,
            left: list[str] | None = None) -> Iterator[Result]:  # fmt: skip
    """Yield what becomes of every record, ids given, in the order of the rows; nothing is written.

    `left` is told what in the folders of the inputs is not read.
    """
    return named(in_order(raws(inputs, config, left), config, jobs))


def named(results: Iterable[Result]) -> Iterator[Result]:
    """Yield results, each with an id of its own."""
    copies = Copies()
    for result in results:
        copies.name(result)
        yield result


def finish(part: Sequence[Result], config: Config, contract: Contract | None = None) -> None:
    """Check a part's tables against the schemas; what they find joins the issues, and the verdicts follow.

    Where the configuration wants no text in ledger and blocks, it is taken out here.
    """
    found = rules.check_results(part, config.profile, contract)
    for result in part:
        extra, known = found.get(result.article.article_id, ()), {issue.code for issue in result.issues}
        result.issues = validate.ordered([*result.issues, *(i for i in extra if i.code not in known)])
        result.article.verdict = validate.verdict(result.issues)
        if config.ledger_text == "none":
            hide(result)


def raws(inputs: Sequence[str | Path], config: Config, left: list[str] | None = None) -> Iterator[Raw]:
    """Yield the records of all inputs, an input given twice once; never those of a folder that a run wrote to."""
    from cleaner.readers import containers
    from cleaner.readers.raw import with_meta

    if any(not str(path) for path in inputs):
        raise UsageError("an input is an empty text, as an unset variable of the shell is. Name a file or a folder.")
    for stated in map(str, inputs):
        if stated != "-" and not Path(stated).exists():
            mend = " Bring the page as a file: cleaner fetches nothing." if "://" in stated else ""
            raise UsageError(f"{stated}: no such file or folder.{mend}")
    paths = sorted({str(Path(path)): Path(path) for path in inputs}.items())
    ready(config)
    meta = containers.load_meta(Path(config.meta)) if config.meta else {}
    met: set[str] = set()
    for _, path in paths:
        yield from with_meta(_readable(path, config, left), meta, met)
    if config.meta and not met and left is not None:
        what = f"no record has a path, file name, id or url of its {len(meta):,}" if meta else "holds no row"
        left.append(f"--meta {config.meta}: {what}")


def ready(config: Config) -> None:
    """Read the user's own people and rules, so that a file that can't be read stops a run before it begins.

    Raises PackError, which would otherwise be a fault of every single record.
    """
    user_rules(config.packs)
    with using(config.people):
        pass


def _readable(path: Path, config: Config, left: list[str] | None) -> Iterator[Raw]:
    """Yield the records of an input; where reading itself fails, that is the last record of it, with its reason."""
    from cleaner.readers import containers
    from cleaner.readers.raw import Raw

    try:
        yield from containers.records(path, config, left)
    except CleanerError:
        raise
    except Exception as error:
        yield Raw(None, path.name, rejected=f"reading stopped here: {type(error).__name__}: {error}")


def parts(rows: Iterable[Result], progress: Progress | None = None) -> Iterator[list[Result]]:
    """Yield results in parts small enough to hold: what is checked and written at once."""
    part: list[Result] = []
    chars = 0
    for done, result in enumerate(rows, 1):
        part.append(result)
        chars += result.article.chars_source
        if progress:
            progress(done)
        if len(part) == PART_RECORDS or chars >= PART_CHARS:
            yield part
            part, chars = [], 0
    if part:
        yield part


def count(part: Sequence[Result], summary: Summary) -> None:
    """Add a part to the summary."""
    for result in part:
        summary.records += 1
        summary.failed += result.failed
        summary.given.update(row.field for row in result.evidence if row.role == "given")
        summary.brought.update(result.brought)
        summary.ids |= result.article.article_id.partition("-")[0] != result.article.sha256[:ID_LENGTH]
        summary.kept.update(name for name, value in result.article.kept.items() if value is not None)
        summary.verdicts[result.article.verdict] += 1
        summary.issues.update((issue.code, issue.severity) for issue in result.issues)
        for table in ("statements", "ledger", "evidence", "issues", "blocks"):
            summary.rows[table] += len(getattr(result, table))
    summary.rows["articles"] = summary.records


def _run_json(summary: Summary, config: Config, file_format: FileFormat, contract: Contract | None) -> str:
    """Return what made these tables, and their counts; no clock, no machine, so that equal runs give equal files."""
    made: dict[str, Any] = {
        "config": _stated(config),
        "format": file_format,
        "schema": contract.name if contract else None,
        **provenance(config.packs, config.people),
        "records": summary.records,
        "verdicts": {verdict: summary.verdicts[verdict] for verdict in ("accepted", "review", "rejected")},
        "failed": summary.failed,
        "rows": dict(sorted(summary.rows.items())),
        "issues": [
            {"code": code, "severity": severity, "count": count}
            for (code, severity), count in sorted(summary.issues.items())
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1, default=str) + "\n"


def _stated(config: Config) -> dict[str, Any]:
    """Return the configuration, files by their names: where they lie on this machine changes nothing."""
    stated = asdict(config)
    stated["packs"] = sorted(Path(pack).name for pack in config.packs)
    stated["people"] = [Path(file).name for file in config.people]
    if math.isinf(config.max_seconds):
        stated["max_seconds"] = None  # JSON knows no infinity
    stated["meta"] = config.meta and Path(config.meta).name
    return stated


def ends_badly(summary: Summary, fail_on: Severity | None) -> int:
    """Return the exit code: 3 for a fault of ours, 1 for issues that the user wants to fail on, else 0."""
    if summary.failed:
        return 3
    return int(fail_on is not None and summary.has(fail_on))
