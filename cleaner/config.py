"""What a run may be told. Frozen and picklable, so that every worker sees the same; it stands in run.json."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

from cleaner.errors import UsageError

Profile = Literal["text", "news", "statements"]
PROFILES: Final[tuple[Profile, ...]] = ("text", "news", "statements")
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
    one beyond is rejected with that reason. `country` (ISO 3166) settles numeric dates that the language leaves open.
    `engine` is who decides what of an HTML page is main content: ours, or trafilatura alone; text without markup is
    always ours to judge. With `text_format` "markdown" the column `markdown` holds the article once more, its
    structure kept; `text` stays.
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

    def __post_init__(self) -> None:
        if self.profile not in PROFILES:
            raise UsageError(f"profile {self.profile!r}; expected one of {', '.join(PROFILES)}.")
        if self.engine not in ENGINES:
            raise UsageError(f"engine {self.engine!r}; expected one of {', '.join(ENGINES)}.")
        if self.text_format not in TEXT_FORMATS:
            raise UsageError(f"text_format {self.text_format!r}; expected one of {', '.join(TEXT_FORMATS)}.")


def from_pyproject(folder: Path, **options: Any) -> Config:
    """Return the configuration of `[tool.cleaner]` in the nearest pyproject.toml above `folder`, options laid over it.

    Raises UsageError for a key that is none of Config's.
    """
    stated: dict[str, Any] = {}
    for parent in (folder.resolve(), *folder.resolve().parents):
        path = parent / "pyproject.toml"
        if path.is_file():
            stated = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("cleaner", {})
            stated = {k.replace("-", "_"): tuple(v) if isinstance(v, list) else v for k, v in stated.items()}
            for key in ("packs", "people"):
                if key in stated:
                    stated[key] = tuple(str(parent / file) for file in stated[key])
            break
    known = {f.name for f in fields(Config)}
    if unknown := sorted(set(stated) - known):
        raise UsageError(f"[tool.cleaner]: unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(known))}.")
    return Config(**{**stated, **{k: v for k, v in options.items() if v is not None}})
