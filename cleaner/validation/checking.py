"""One table, or the folder of a run, checked: what was read, what it breaks, and the findings that are to be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaner.config import Profile
from cleaner.tables import stored
from cleaner.validation import findings
from cleaner.validation.breach import Breach
from cleaner.validation.findings import Finding, Origin
from cleaner.validation.loading import load
from cleaner.validation.outcome import Records
from cleaner.validation.rules import validate_tables

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.validation.contract import Contract


@dataclass(slots=True)
class Checked:
    """What a check of `path` came to. `of_run` says that the findings which a run told of its records count too."""

    path: Path
    profile: Profile
    tables: dict[str, pd.DataFrame]
    breaches: list[Breach]
    origins: dict[str, Origin]
    of_run: bool

    def findings(self) -> Iterator[Finding]:
        """Yield everything that is wrong: what the run told, where it is one, and what the tables break."""
        if self.of_run:
            return findings.of_folder(self.path, self.breaches, self.tables, self.origins)
        return findings.of_breaches(self.breaches, self.tables, self.origins)

    def records(self) -> Records:
        """Return hosts, verdicts and keys of the articles; of another table nothing is known."""
        import pandas as pd

        articles = self.tables.get("articles")
        if articles is None:
            return Records({}, {}, tuple)
        hosts, verdicts = (articles[name].fillna("") if name in articles else pd.Series("", articles.index, "str")
                           for name in ("host", "verdict"))  # fmt: skip
        by_both: dict[Any, Any] = pd.DataFrame({"verdict": verdicts, "host": hosts}).value_counts().to_dict()
        return Records(
            {str(host): int(count) for host, count in hosts.value_counts().items()},
            {(str(verdict), str(host)): int(count) for (verdict, host), count in by_both.items()},
            lambda: findings.record_keys(articles),
        )


def profile_of(path: Path) -> str | None:
    """Return the profile that a run's folder was made under, None where it says none."""
    said = stored.run_json(path).get("config") if path.is_dir() else None
    profile = said.get("profile") if isinstance(said, Mapping) else None
    return profile if isinstance(profile, str) else None


def check(path: Path, profile: Profile, mapping: Mapping[str, str], contract: Contract | None = None) -> Checked:
    """Return what a table breaks, or the tables of a run together.

    Raises SchemaError for what is no table, or an own schema that cannot be applied.
    """
    loaded = load(path, mapping)
    breaches = [*loaded.wrong, *validate_tables(loaded.tables, profile, contract)]
    origins = {name: origin._replace(path=str(path / origin.path if path.is_dir() else path))
               for name, origin in loaded.origins.items()}  # fmt: skip
    # issues of a run under another profile are graver or less grave than they would be under this one
    of_run = path.is_dir() and "issues" in loaded.tables and profile == profile_of(path)
    return Checked(path, profile, loaded.tables, breaches, origins, of_run)
