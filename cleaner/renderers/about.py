"""What a renderer of findings is told beside the findings, and where a path of the tables stands in the repository."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cleaner import __version__
from cleaner.config import Profile
from cleaner.tables.rows import Severity
from cleaner.validation.findings import Finding


class Alarm(NamedTuple):
    """A threshold that is crossed: what it is called from run to run, and what to tell of it."""

    severity: Severity
    name: str
    text: str


@dataclass(frozen=True)
class About:
    """The run or table that the findings are of, and what may be shown of it.

    `inputs` are the files and folders that were cleaned, as they were named on the command line: tables hold paths
    relative to them, readers of a report want paths of the repository. `known` are the fingerprints of a baseline.
    `snippets` is how many characters of article text may stand beside a finding; 0 keeps all text out. `alarms` are
    the thresholds that are crossed: a reader should see why a job fails before what is wrong with which record.
    `folder` holds the tables of a run, for renderers that show the articles themselves.
    """

    profile: Profile = "news"
    version: str = __version__
    records: int | None = None
    hosts: Mapping[str, int] = field(default_factory=dict)
    inputs: Sequence[str] = ()
    known: Collection[str] = frozenset()
    snippets: int = 0
    alarms: Sequence[Alarm] = ()
    folder: Path | None = None

    def is_known(self, finding: Finding) -> bool:
        """Return whether a finding stands in the baseline."""
        return finding.fingerprint in self.known

    def place(self, finding: Finding) -> str | None:
        """Return the file a finding points at, relative to the working directory, with `/`; None when it has none."""
        return None if finding.path is None else self._places.of(finding.path)

    @cached_property
    def _places(self) -> Places:
        return Places(self.inputs)


class Places:
    """Turns a path of the tables, relative to some input, into one relative to the working directory.

    The first input that holds such a file is meant; where none does, one input alone is taken at its word.
    """

    def __init__(self, inputs: Sequence[str], working: Path | None = None) -> None:
        self._working = working or Path.cwd()
        self._inputs = [Path(name) for name in inputs if name != "-"]
        self._seen: dict[str, str] = {}

    def of(self, path: str) -> str:
        if path not in self._seen:
            self._seen[path] = self._from_here(self._full(path.replace("\\", "/")))
        return self._seen[path]

    def _full(self, path: str) -> Path:
        candidates = [self._below(root, path) for root in self._inputs]
        if found := next((full for full in candidates if self._is_file(full)), None):
            return found
        return candidates[0] if len(candidates) == 1 and not self._is_file(Path(path)) else Path(path)

    def _is_file(self, path: Path) -> bool:
        try:
            return (self._working / path).is_file()
        except (OSError, ValueError):  # a name too long, or with a NUL: text from a table is not always a name
            return False

    def _below(self, root: Path, path: str) -> Path:
        """Return the file itself where the input is a file: the tables name it by its last part."""
        return root if root.name == path and not root.is_dir() else root / path

    def _from_here(self, path: Path) -> str:
        if path.is_absolute() and path.is_relative_to(self._working):
            path = path.relative_to(self._working)
        parts = [part for part in PurePosixPath(path.as_posix()).parts if part != "."]
        return PurePosixPath(*parts).as_posix()
