"""Reports as files and streams: one lazy table of renderers for runs, one for findings.

A renderer of a run is a module with `render(report: Report) -> str`, written beside the tables. A renderer of findings
is a module with `write(findings: Iterable[Finding], about: About, out: IO[str])`: it reads the stream once, keeps to
the limits of its readers and says what it left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cleaner.renderers.about import About
    from cleaner.validation.findings import Finding

RENDERERS: Final[dict[str, str]] = {
    "report.html": "cleaner.renderers.html",
    "report.json": "cleaner.renderers.json",
    "report.md": "cleaner.renderers.markdown",
}
FORMATS: Final[dict[str, str]] = {
    "text": "cleaner.renderers.lines",
    "sarif": "cleaner.renderers.sarif",
    "junit": "cleaner.renderers.junit",
    "github": "cleaner.renderers.github",
    "gitlab": "cleaner.renderers.gitlab",
    "markdown": "cleaner.renderers.summary",
    "json": "cleaner.renderers.listing",
    "html": "cleaner.renderers.html",
}


def write_all(out_dir: Path) -> list[Path]:
    """Write every report beside the tables in `out_dir` and return the files, report.html first.

    Raises SchemaError when the tables cannot be read.
    """
    from cleaner.report import build

    report = build(out_dir)
    written = []
    for name, module in RENDERERS.items():
        path = out_dir / name
        text: str = import_module(module).render(report)
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
        written.append(path)
    return written


def write(name: str, findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write findings in the format `name`, one of FORMATS.

    Raises UsageError when the format needs what `about` has not.
    """
    import_module(FORMATS[name]).write(findings, about, out)
