"""What the GitHub Action runs: one call of the command line a table, or one for all scrapes, as its inputs say.

Inputs come as variables INPUT_…; annotations go to the log, a summary to GITHUB_STEP_SUMMARY, files and the exit code
to GITHUB_OUTPUT. Of no input is anything executed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cleaner.cli import call

SUMMARY_BYTES: Final = 1_000_000
"""GitHub drops the summary of a step that is longer than 1 MiB."""
_FAIL_ON: Final = ("error", "warning", "settings", "never")


def main(environment: Mapping[str, str]) -> int:
    """Run what the inputs ask for and return the exit code, 0 for findings where `fail-on` is never."""
    scrapes, tables = _lines(environment, "SCRAPES"), _lines(environment, "TABLES")
    if bool(scrapes) == bool(tables):
        return _wrong("give the action either `scrapes` or `tables`, files and folders one a line.")
    fail_on = environment.get("INPUT_FAIL_ON") or "error"
    if fail_on not in _FAIL_ON:
        return _wrong(f"fail-on is {fail_on!r}; expected one of {', '.join(_FAIL_ON)}.")
    out = Path(next(iter(_lines(environment, "OUTPUT")), "cleaner-out"))
    out.mkdir(parents=True, exist_ok=True)
    summary = out / "summary.md"
    common = [*_options(environment), *_lines(environment, "ARGUMENTS")]
    if scrapes:
        failing = ["--fail-on", fail_on] if fail_on in ("error", "warning") else []
        runs = [("", ["clean", *common, "-o", str(out), *failing], scrapes)]
    else:
        failing = ["--fail-if", "warning>0"] if fail_on == "warning" else []  # errors fail a check by themselves
        names = [""] if len(tables) == 1 else [f"-{number}" for number in range(1, len(tables) + 1)]
        runs = [(name, ["check", *common, *failing], [table]) for name, table in zip(names, tables, strict=True)]
    worst, summaries = 0, []
    for name, asked, inputs in runs:
        files = {"sarif": out / f"findings{name}.sarif", "junit": out / f"findings{name}.xml", "markdown": summary}
        formats = [part for format_, file in files.items() for part in ("--format", f"{format_}={file}")]
        worst = max(worst, call([*asked, "--format", "github", *formats, "--", *inputs]))
        summaries.append(summary.read_bytes() if summary.exists() else b"")
        summary.unlink(missing_ok=True)
    _append(environment, "GITHUB_STEP_SUMMARY", b"\n".join(summaries)[:SUMMARY_BYTES])
    report = f"report={out / 'report.html'}\n" if scrapes else ""
    told = f"sarif={out}\njunit={out}\n" if len(runs) > 1 else f"sarif={out}/findings.sarif\njunit={out}/findings.xml\n"
    _append(environment, "GITHUB_OUTPUT", f"{told}{report}exit-code={worst}\n".encode())
    return 0 if worst == 1 and fail_on == "never" else worst


def _options(environment: Mapping[str, str]) -> list[str]:
    """Return the options that an input of one value stands for."""
    asked = {"PROFILE": "--profile", "SCHEMA": "--schema", "MAP": "--map", "SNIPPETS": "--snippets"}
    said = {option: environment.get(f"INPUT_{name}", "").strip() for name, option in asked.items()}
    return [part for option, value in said.items() if value for part in (option, value)]


def _lines(environment: Mapping[str, str], name: str) -> list[str]:
    return [line.strip() for line in environment.get(f"INPUT_{name}", "").splitlines() if line.strip()]


def _append(environment: Mapping[str, str], name: str, text: bytes) -> None:
    if path := environment.get(name):
        with Path(path).open("ab") as file:
            file.write(text)


def _wrong(message: str) -> int:
    print(f"::error title=cleaner::{message}")
    return 2


if __name__ == "__main__":
    sys.exit(main(os.environ))
