"""A pytest plugin: tables of articles as tests, one for each rule and host.

    pytest --cleaner-schema my.yaml out/articles.parquet
    pytest --cleaner-profile statements data/crawl.csv

A table is a test file when it is named on the command line, or matches `cleaner_tables` of the ini file:

    [tool.pytest.ini_options]
    cleaner_tables = ["data/*.jsonl"]
    cleaner_schema = "my.py:MyArticle"

A rule that a host breaks fails its test where it is an error, and skips it, with the reason, where it is a warning.
Without one of the options, or the ini values, this module does nothing and loads nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from cleaner.config import Profile
    from cleaner.renderers.about import About
    from cleaner.validation.breach import Breach
    from cleaner.validation.contract import Contract
    from cleaner.validation.findings import Finding

SUFFIXES: Final = (".parquet", ".pq", ".jsonl", ".ndjson", ".csv", ".tsv")
HOSTS: Final = 100
"""Hosts that have tests of their own, those with most records; all others together have one a rule."""
OTHERS: Final = "other hosts"
EVERY: Final = "table"
EXAMPLES: Final = 20


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("cleaner", "cleaner: tables of articles as tests")
    group.addoption("--cleaner-schema", metavar="SCHEMA", help="your own schema: FILE.py:Model or FILE.yaml")
    group.addoption("--cleaner-profile", metavar="PROFILE", help="what a record must have: text, news or statements")
    parser.addini("cleaner_schema", "your own schema: FILE.py:Model or FILE.yaml", default="")
    parser.addini("cleaner_profile", "what a record must have: text, news or statements", default="")
    parser.addini("cleaner_tables", "patterns of tables to test, from the root folder", type="args", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    config = parent.config
    if not file_path.name.lower().removesuffix(".gz").endswith(SUFFIXES):
        return None
    patterns = config.getini("cleaner_tables")
    if not (patterns or _said(config, "schema") or _said(config, "profile")):
        return None
    named = any(Path(str(arg).partition("::")[0]).resolve() == file_path.resolve() for arg in config.args)
    inside = file_path.is_relative_to(config.rootpath)
    matched = inside and any(file_path.relative_to(config.rootpath).match(pattern) for pattern in patterns)
    return Table.from_parent(parent, path=file_path) if named or matched else None


def _said(config: pytest.Config, name: str) -> str:
    """Return an option, else the ini value of its name."""
    return str(config.getoption(f"cleaner_{name}") or config.getini(f"cleaner_{name}"))


class Table(pytest.File):
    """A table: the tests it makes are known once it has been checked."""

    def collect(self) -> Iterator[pytest.Item]:
        from cleaner.errors import CleanerError

        try:
            yield from self._tests()
        except CleanerError as error:
            raise self.CollectError(str(error)) from error

    def _tests(self) -> Iterator[pytest.Item]:
        from cleaner.renderers.about import About
        from cleaner.renderers.digest import rule_of
        from cleaner.validation.contract import load as load_schema
        from cleaner.validation.findings import of_breaches
        from cleaner.validation.loading import load
        from cleaner.validation.rules import validate_tables

        profile = self._profile()
        schema = _said(self.config, "schema")
        contract = load_schema(schema) if schema else None
        tables, wrong, origins = load(self.path)
        breaches = [*wrong, *validate_tables(tables, profile, contract)]
        here = {name: origin._replace(path=str(self.path)) for name, origin in origins.items()}
        hosts = Counter(_hosts(tables))
        own = [host for host, _ in sorted(hosts.items(), key=lambda item: (-item[1], item[0]))[:HOSTS]]
        shown = set(own)
        found: dict[str, dict[str, list[Finding]]] = {rule: {} for rule in _asked(tables, profile, contract)}
        for finding in of_breaches((breach for breach in breaches if _counts(breach)), tables, here):
            whole = not hosts or (not finding.record and finding.host is None)
            host = finding.host or ""
            name = EVERY if whole else host if host in shown else OTHERS
            found.setdefault(rule_of(finding), {}).setdefault(name, []).append(finding)
        about = About(profile)
        everywhere = [*own, *([OTHERS] if len(hosts) > len(own) else [])] or [EVERY]
        for rule in sorted(found):
            for host in dict.fromkeys((*everywhere, *found[rule])):
                test = RuleAtHost.from_parent(self, name=f"{rule}[{host or 'no host'}]")
                test.findings, test.about = found[rule].get(host, []), about
                yield test

    def _profile(self) -> Profile:
        from cleaner.config import PROFILES

        said = _said(self.config, "profile") or "news"
        known = next((name for name in PROFILES if name == said), None)
        if known is None:
            raise self.CollectError(f"--cleaner-profile {said}: expected one of {', '.join(PROFILES)}.")
        return known


class RuleAtHost(pytest.Item):
    """One rule asked of the records of one host."""

    findings: list[Finding]
    about: About

    def runtest(self) -> None:
        if not self.findings:
            return
        if all(finding.severity == "warning" for finding in self.findings):
            pytest.skip(self._told(1))
        raise BrokenRule(self._told(EXAMPLES))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any, **more: Any) -> Any:
        """Return the findings alone: no trace of ours says more."""
        if isinstance(excinfo.value, BrokenRule):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args, **more)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        line = self.findings[0].line if self.findings else None
        return self.path, None if line is None else line - 1, self.name

    def _told(self, most: int) -> str:
        from cleaner.renderers import wording

        first, count = self.findings[0], len(self.findings)
        lines = [
            f"{wording.what(first, self.about)}: {wording.some(count, 'finding')}. {wording.mend(first.code)}".strip()
        ]
        for finding in self.findings[:most]:
            place = f"line {finding.line}" if finding.path == str(self.path) else wording.where(finding, self.about)
            lines.append(f"  {place}: {wording.told(finding, self.about)}")
        if count > most and most > 1:
            lines.append(f"  … and {wording.some(count - most, 'more finding')}")
        return "\n".join(lines if most > 1 else lines[:1])


class BrokenRule(Exception):
    """A rule is broken; the message says where."""


def _asked(tables: Any, profile: Profile, contract: Contract | None) -> Iterator[str]:
    """Yield the codes of the rules that these tables are asked, and that are an error or a warning."""
    from cleaner import schemas
    from cleaner.codes import CODES
    from cleaner.schemas.rules import rules_of

    for name in tables:
        ours = [] if contract and contract.only and name == "articles" else rules_of(schemas.model(name).to_schema())
        for rule in (*ours, *(contract.rules if contract and name == "articles" else ())):
            missing = any(column not in tables[name] for column in rule.columns)
            if not missing and CODES[rule.code].grave(profile) in ("error", "warning"):
                yield rule.code
    if contract is not None and contract.schema is not None:
        for part in (contract.schema, *contract.schema.columns.values()):
            yield from _named(part.checks)


def _named(checks: Any) -> Iterator[str]:
    """Yield the rule ids of a user's pandera checks; those of pandera that bear no id are told when they are broken."""
    from cleaner.schemas.rules import RULES

    for check in checks:
        if check.title not in RULES and check.error and not check.error.startswith(f"{check.name}("):
            yield check.error.partition(":")[0]


def _hosts(tables: Any) -> list[str]:
    articles = tables.get("articles")
    if articles is None or "host" not in articles:
        return []
    return [host if isinstance(host, str) else "" for host in articles["host"]]


def _counts(breach: Breach) -> bool:
    return breach.severity in ("error", "warning")
