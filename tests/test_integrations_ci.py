"""The GitHub Action and the pre-commit hooks: what their files say, and what they run."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cleaner.cli import cli
from cleaner.integrations import action

ROOT = Path(__file__).parent.parent
PAGE = "<html><body><h1>Talks</h1><p>The minister said the talks had failed. Nobody answered.</p></body></html>"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
RUN = ACTION["runs"]["steps"][-1]


@pytest.fixture
def act(tmp_path: Path, monkeypatch: Any, capfd: Any) -> Callable[..., tuple[int, str, str, dict[str, str]]]:
    """Run the last step of the action as a runner does; return exit code, log, summary and outputs."""
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    Path("raw/a.html").write_text(PAGE)
    Path("raw/b.html").write_text(PAGE + "<!-- b -->")
    Path("bad.csv").write_text("article_id,text,published\n1,,\n")
    Path("warned.csv").write_text("article_id,text,published\n1,A text.,2020-01-01\n")

    def run(**inputs: str) -> tuple[int, str, str, dict[str, str]]:
        given = {name: str(known["default"]) for name, known in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        environment = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "GITHUB_OUTPUT": str(tmp_path / "outputs")}
        for name, value in RUN["env"].items():
            if used := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value):
                environment[name] = given[used[1]]
        for name in ("summary", "outputs"):
            Path(name).write_text("")
        code = action.main(environment)
        told = dict(line.split("=", 1) for line in Path("outputs").read_text().splitlines())
        return code, capfd.readouterr().out, Path("summary").read_text(), told

    return run


def test_scrapes_are_annotated_summed_up_and_put_in_files(act: Callable[..., Any]) -> None:
    code, log, summary, outputs = act(scrapes="raw\n")
    assert code == 1 and outputs["exit-code"] == "1"
    assert "::error file=raw/a.html" in log and summary.startswith("## cleaner: 2 errors")
    assert json.loads(Path(outputs["sarif"]).read_text())["version"] == "2.1.0"
    assert Path(outputs["junit"]).exists() and Path(outputs["report"]).exists()


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"scrapes": "raw", "fail_on": "never"}, 0),
        ({"scrapes": "raw", "profile": "text"}, 0),
        ({"scrapes": "raw", "profile": "text", "fail_on": "warning"}, 1),
        ({"tables": "bad.csv"}, 1),
        ({"tables": "bad.csv", "fail_on": "never"}, 0),
        ({"tables": "warned.csv"}, 0),
        ({"tables": "warned.csv", "fail_on": "warning"}, 1),
        ({"scrapes": "raw", "fail_on": "settings"}, 0),
        ({"scrapes": "raw", "fail_on": "settings", "arguments": "--fail-if\nmissing_date>50%"}, 1),
        ({"tables": "bad.csv\nbad.csv"}, 1),
        ({"tables": "nowhere.csv"}, 2),
        ({"scrapes": "raw", "profile": "weather"}, 2),
        ({"scrapes": "raw", "fail_on": "always"}, 2),
        ({"scrapes": "raw", "tables": "bad.csv"}, 2),
        ({}, 2),
    ],
)
def test_the_exit_code_is_what_fail_on_asks_for(act: Callable[..., Any], inputs: dict[str, str], code: int) -> None:
    assert act(**inputs)[0] == code


def test_each_of_several_tables_has_files_of_its_own(act: Callable[..., Any]) -> None:
    _, _, summary, _ = act(tables="bad.csv\nbad.csv")
    assert {path.name for path in Path("cleaner-out").glob("findings*")} == {
        "findings-1.sarif", "findings-1.xml", "findings-2.sarif", "findings-2.xml"}  # fmt: skip
    assert summary.count("## cleaner:") == 2


def test_an_input_is_never_part_of_a_script(act: Callable[..., Any]) -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    code, log, *_ = act(scrapes='$(touch owned)\n"; touch owned; "\n`touch owned`')
    assert code == 2 and not Path("owned").exists() and log.startswith("") and "\n::set" not in log


def test_a_file_named_like_an_option_is_a_file(act: Callable[..., Any]) -> None:
    Path("--schema=evil.py:M").write_text(PAGE)
    Path("evil.py").write_text("open('owned', 'w')\nM = None\n")
    code, *_ = act(scrapes="--schema=evil.py:M")
    assert code == 1 and not Path("owned").exists()


def test_every_input_reaches_the_script_and_every_output_leaves_it() -> None:
    script = " ".join(RUN["env"].values()) + str(ACTION["runs"]["steps"][:-1])
    assert all(f"inputs.{name}" in script for name in ACTION["inputs"])
    assert all(value["value"] == f"${{{{ steps.run.outputs.{name} }}}}" for name, value in ACTION["outputs"].items())
    assert all(isinstance(known["default"], str) and known["description"] for known in ACTION["inputs"].values())
    assert all(step.get("shell") == "bash" for step in ACTION["runs"]["steps"] if "run" in step)


def test_the_step_runs_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "cleaner").mkdir()
    (tmp_path / "cleaner" / "__init__.py").write_text("raise SystemExit('the repository took the name')")
    program, *arguments = shlex.split(RUN["run"])
    done = subprocess.run([sys.executable, *arguments], cwd=tmp_path, capture_output=True, text=True)
    assert program == "python" and done.returncode == 2 and done.stdout.startswith("::error title=cleaner::")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_many_files_and_runs_a_command_there_is(hook: dict[str, Any], tmp_path: Path) -> None:
    assert {"id", "name", "description", "entry", "language", "files"} <= set(hook) and hook["language"] == "python"
    program, *arguments = shlex.split(hook["entry"])
    assert program == "cleaner"
    told = CliRunner().invoke(cli, [*arguments, "--help"])
    assert told.exit_code == 0 and re.search(r"Usage: .*(TABLE…|IN…|\[PACK…\])", told.output)


@pytest.mark.parametrize(
    ("hook", "taken", "left"),
    [
        ("cleaner-check", ("a.csv", "b/c.jsonl.gz", "d.parquet"), ("a.py", "csv")),
        ("cleaner-scrapes", ("a.html", "b.htm", "c.md", "d.txt"), ("a.py", "b.csv")),
        ("cleaner-rules", ("rules/a.yaml", "b.yml"), ("a.py",)),
    ],
)
def test_a_hook_takes_its_files(hook: str, taken: tuple[str, ...], left: tuple[str, ...]) -> None:
    pattern = next(known["files"] for known in HOOKS if known["id"] == hook)
    assert all(re.search(pattern, name) for name in taken) and not any(re.search(pattern, name) for name in left)


def test_the_hook_for_scrapes_names_files_and_quotes_nothing(tmp_path: Path, monkeypatch: Any, capfd: Any) -> None:
    from cleaner.cli import call

    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(PAGE)
    Path("b.html").write_text(PAGE.replace("Talks", "More talks"))
    entry = next(hook["entry"] for hook in HOOKS if hook["id"] == "cleaner-scrapes")
    assert call([*shlex.split(entry)[1:], "a.html", "b.html"]) == 1
    told = capfd.readouterr().out
    assert "a.html: error missing_date" in told or re.search(r"a\.html:\d+: error missing_date", told)
    assert "b.html" in told and "minister" not in told
