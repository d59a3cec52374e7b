"""What a run may be told. Frozen and picklable, so that every worker sees the same; it stands in run.json."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

from cleaner.errors import UsageError

Profile = Literal["text", "news", "statements"]
PROFILES: Final[tuple[Profile, ...]] = ("text", "news", "statements")
LedgerText = Literal["full", "none"]
LEDGER_TEXTS: Final[tuple[LedgerText, ...]] = ("full", "none")
Engine = Literal["cleaner", "trafilatura"]
ENGINES: Final[tuple[Engine, ...]] = ("cleaner", "trafilatura")
TextFormat = Literal["text", "markdown"]
TEXT_FORMATS: Final[tuple[TextFormat, ...]] = ("text", "markdown")


@dataclass(frozen=True)
class Config:
    """Everything that changes what a run gives.

    `packs` are the user's own pack files or folders, `people` files of people to know by name. `map` renames input
    columns to what they hold (`url`, `published`, `publisher`, `title`, `authors`, `language`, `crawled`, `text`,
    `html`); `keep` lists input columns to carry through; `id_field` names the one that holds a record's id. `meta` is
    a table of what is known of each record, joined by path or address. `max_chars` and `max_seconds` bound one record;
    one beyond is rejected with that reason; both are above 0, and `float("inf")` seconds are no limit.
    `country` (ISO 3166) settles numeric dates that the language leaves open.
    `engine` is who decides what of an HTML page is main content: ours, or trafilatura alone; text without markup is
    always ours to judge. With `text_format` "markdown" the column `markdown` holds the article once more, its
    structure kept; `text` stays. With `ledger_text` "none" the ledger and the blocks hold spans and hashes, no text.
    """

    profile: Profile = "news"
    packs: tuple[str, ...] = ()
    country: str | None = None
    map: Mapping[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    id_field: str | None = None
    meta: str | None = None
    max_chars: int = 20_000_000
    max_seconds: float = 60.0
    engine: Engine = "cleaner"
    text_format: TextFormat = "text"
    people: tuple[str, ...] = ()
    ledger_text: LedgerText = "full"

    def __post_init__(self) -> None:
        if self.profile not in PROFILES:
            raise UsageError(f"profile {self.profile!r}; expected one of {', '.join(PROFILES)}.")
        if self.engine not in ENGINES:
            raise UsageError(f"engine {self.engine!r}; expected one of {', '.join(ENGINES)}.")
        if self.text_format not in TEXT_FORMATS:
            raise UsageError(f"text_format {self.text_format!r}; expected one of {', '.join(TEXT_FORMATS)}.")
        if self.ledger_text not in LEDGER_TEXTS:
            raise UsageError(f"ledger_text {self.ledger_text!r}; expected one of {', '.join(LEDGER_TEXTS)}.")
        if self.country is not None and not _COUNTRY.fullmatch(self.country):
            raise UsageError(f"country {self.country!r}; expected the two letters of ISO 3166, as US.")
        for key in sorted(_NUMBERS):
            if not _is_above_0(getattr(self, key)):
                raise UsageError(f"{key} {getattr(self, key)!r}; expected a number above 0.")


@dataclass(frozen=True)
class Judging:
    """What is too much: thresholds, findings that are known, an own schema. Changes what a run ends with, no table.

    `fail_if` and `warn_if` are thresholds (cleaner.validation.thresholds), `baseline` the file of findings that are
    known, `schema` what --schema would name.
    """

    fail_if: tuple[str, ...] = ()
    warn_if: tuple[str, ...] = ()
    baseline: str | None = None
    schema: str | None = None


def from_pyproject(folder: Path, **options: Any) -> Config:
    """Return the configuration that the nearest settings file above `folder` states, options laid over it.

    Raises UsageError for a key that nobody knows.
    """
    return Config(**{**_stated(folder, Config), **{k: v for k, v in options.items() if v is not None}})


def judging(folder: Path, **options: Any) -> Judging:
    """Return what the nearest settings file above `folder` judges by; options that say something take its place."""
    return Judging(**{**_stated(folder, Judging), **{k: v for k, v in options.items() if v not in (None, ())}})


_FILES: Final = {"packs", "people", "baseline", "schema", "meta"}
"""Keys that name files: where they stand is seen from the file that names them."""
_COUNTRY: Final = re.compile("[A-Za-z]{2}")
_LISTS: Final = {"packs", "people", "keep", "fail_if", "warn_if"}
_NUMBERS: Final = {"max_chars", "max_seconds"}


def _stated(folder: Path, shape: type) -> dict[str, Any]:
    """Return the keys of `shape` in cleaner.toml, or in [tool.cleaner] of pyproject.toml, whichever comes first."""
    for parent in (folder.resolve(), *folder.resolve().parents):
        own, project = parent / "cleaner.toml", parent / "pyproject.toml"
        if own.is_file():
            return _keys(_toml(own), "cleaner.toml", parent, shape)
        if project.is_file():
            return _keys(_toml(project).get("tool", {}).get("cleaner", {}), "[tool.cleaner]", parent, shape)
    return {}


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path.name}: cannot be read: {error}.") from error


def _keys(stated: Mapping[str, Any], where: str, parent: Path, shape: type) -> dict[str, Any]:
    said = {key.replace("-", "_"): tuple(v) if isinstance(v, list) else v for key, v in stated.items()}
    known = {f.name for kind in (Config, Judging) for f in fields(kind)}
    if unknown := sorted(set(said) - known):
        mend = f"Known keys: {', '.join(sorted(known))}."
        if unknown[0] == "tool" and where == "cleaner.toml":
            mend = "Here the keys stand at the top; a table [tool.cleaner] belongs in pyproject.toml."
        raise UsageError(f"{where}: unknown key {unknown[0]!r}. {mend}")
    for key in said:
        said[key] = _value(said[key], key, where)
    for key in _FILES & set(said):
        value = said[key]
        said[key] = tuple(str(parent / file) for file in value) if isinstance(value, tuple) else str(parent / value)
    return {key: value for key, value in said.items() if key in {f.name for f in fields(shape)}}


def _is_above_0(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0


def _value(value: Any, key: str, where: str) -> Any:
    """Return a stated value in the form its key has; one text will do where a list is wanted."""
    if key in _LISTS:
        value = (value,) if isinstance(value, str) else value
        fits = isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        wanted = 'a list of texts, as in ["a", "b"]'
    elif key in _NUMBERS:
        fits, wanted = _is_above_0(value), "a number above 0"
    elif key == "map":
        fits = isinstance(value, dict) and all(isinstance(column, str) for column in value.values())
        wanted = 'a table of columns, as in {url = "link"}'
    else:
        fits, wanted = isinstance(value, str), "a text in quotation marks"
    if not fits:
        raise UsageError(f"{where}, {key}: {value!r:.80}; expected {wanted}.")
    return value
