"""A user's own people: a CSV table, or FollowTheMoney entities as JSON lines. Reads files; merges nothing.

A table has a row a person, or several with one id. Columns: `name`, and where wanted `id`, `forms`, `party` with `from`
and `to`, `gender`, `surname`, `common`, `alone`, `roles` and language tags (`fr`, `zh`, `pt-BR`) for the name as a
language writes it; several forms or roles are parted by a semicolon. Of FollowTheMoney entities those of schema Person
are read, others passed over.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from cleaner.errors import PackError
from cleaner.names.person import Person, is_tag, membership, office, slug

_MEMBER: Final = ("party", "from", "to")
_COLUMNS: Final = ("name", "id", "forms", "aliases", *_MEMBER, "gender", "surname", "common", "alone", "roles")
"""`aliases` is another word for `forms`."""
_JSON: Final = (".jsonl", ".ndjson", ".json", ".ftm")
_TABLES: Final = (".csv", ".tsv")
_GENDERS: Final = {"m": "m", "male": "m", "f": "f", "female": "f", "": "", "other": ""}
_FLAGS: Final = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_LONGEST: Final = 300
"""Characters of a name; a longer one is a text in the wrong column."""


def read(path: Path) -> list[Person]:
    """Return the people of a user's file, in its order.

    Raises PackError with file and line for what is no such file, or a row that can't be used.
    """
    suffix = Path(path.name.lower().removesuffix(".gz")).suffix
    if suffix not in (*_JSON, *_TABLES):
        raise PackError(
            f"{path.name}: no list of people that is known. Expected {', '.join(_TABLES)} with a column `name`, or "
            f"{', '.join(_JSON)} with FollowTheMoney entities, one a line (each also as .gz)."
        )
    if not path.is_file():
        raise PackError(f"{path}: no such file. Check --people and `people` in [tool.cleaner].")
    try:
        with _opened(path) as lines:
            return list(_entities(lines, path.name) if suffix in _JSON else _rows(lines, path.name, suffix))
    except UnicodeDecodeError as error:
        raise PackError(f"{path.name}: is not in UTF-8 ({error.reason}). Save it as UTF-8.") from error
    except (OSError, EOFError) as error:
        raise PackError(f"{path.name}: cannot be read: {error}") from error


def _opened(path: Path) -> IO[str]:
    if path.name.lower().endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


# --- tables ----------------------------------------------------------------------------------------------------------


def _rows(lines: IO[str], file: str, suffix: str) -> Iterator[Person]:
    head = lines.readline()
    lines.seek(0)
    reader = csv.DictReader(lines, delimiter="\t" if suffix == ".tsv" else max(",;\t", key=head.count))
    columns = [(name or "").strip() for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    if "name" not in columns:
        raise PackError(f"{file}, line 1: no column 'name'. Columns found: {', '.join(columns) or 'none'}.")
    for name in columns:
        if name not in _COLUMNS and not is_tag(name):
            raise PackError(
                f"{file}, line 1: unknown column {name!r}. Known: {', '.join(_COLUMNS)}, "
                "and language tags as fr or pt-BR."
            )
        if columns.count(name) > 1:
            raise PackError(f"{file}, line 1: the column {name!r} stands twice.")
    try:
        for row in reader:
            where = f"{file}, line {reader.line_num}"
            if None in row:
                raise PackError(
                    f"{where}: more cells than columns. Put a cell in double quotes if it holds the delimiter."
                )
            cells = {key: " ".join((value or "").split()) for key, value in row.items()}
            if any(cells.values()):
                yield _row(cells, where)
    except csv.Error as error:
        raise PackError(f"{file}, line {reader.line_num}: no CSV: {error}") from error


def _row(cells: Mapping[str, str], where: str) -> Person:
    name = _name(cells["name"], where)
    gender = _GENDERS.get(cells.get("gender", "").lower())
    if gender is None:
        raise PackError(f"{where}: gender {cells['gender']!r}; expected m, f, or nothing.")
    party, start, end = (cells.get(key, "") for key in _MEMBER)
    return Person(
        name, gender, cells.get("surname") or name.split()[-1], _flag(cells, "common", True, where),
        forms={key: _name(value, where) for key, value in cells.items() if key not in _COLUMNS and value},
        also=tuple(_name(form, where) for key in ("forms", "aliases") for form in _several(cells.get(key, ""))),
        offices=tuple(office(text, where) for text in _several(cells.get("roles", ""))),
        alone=_flag(cells, "alone", True, where), id=cells.get("id", ""), own=True,
        memberships=(membership(party, start, end, where),) if party or start or end else (),
    )  # fmt: skip


def _flag(cells: Mapping[str, str], key: str, usual: bool, where: str) -> bool:
    stated = cells.get(key, "").lower()
    if stated and stated not in _FLAGS:
        raise PackError(f"{where}: {key} {cells[key]!r}; expected yes, no, or nothing.")
    return _FLAGS.get(stated, usual)


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _name(text: str, where: str) -> str:
    name = " ".join(text.split())
    if not any(char.isalpha() for char in name) or len(name) > _LONGEST:
        raise PackError(f"{where}: {name[:60]!r} is no name. Expected some letters, at most {_LONGEST} characters.")
    return name


# --- FollowTheMoney --------------------------------------------------------------------------------------------------


def _entities(lines: Iterable[str], file: str) -> Iterator[Person]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise PackError(f"{where}: no JSON: {error}. Expected one entity a line.") from error
        if not isinstance(entity, dict) or not isinstance(entity.get("schema"), str):
            raise PackError(
                f"{where}: no FollowTheMoney entity. Expected {{id, schema, properties}}, found {line[:40]!r}."
            )
        if entity["schema"] == "Person":
            yield _entity(entity, where)


def _entity(entity: Mapping[str, Any], where: str) -> Person:
    stated = entity.get("properties")
    if not isinstance(stated, dict):
        raise PackError(f"{where}: no 'properties'. Expected an object of lists, as FollowTheMoney writes it.")

    def values(key: str) -> list[str]:
        found = stated.get(key, [])
        found = [found] if isinstance(found, str) else found
        if not isinstance(found, list) or not all(isinstance(value, str) for value in found):
            raise PackError(f"{where}: property {key!r} is no list of texts: {found!r:.60}.")
        return [value for value in found if value.strip()]

    first, last = values("firstName"), values("lastName")
    both = [f"{given} {family}" for given in first[:1] for family in last[:1]]
    names = [_name(text, where) for text in (*values("name"), *both, *values("alias"))]
    names += [_name(text, where) for text in values("weakAlias") if " " in text.strip()]
    if not names:
        raise PackError(f"{where}: a Person without 'name'. Give one of name, alias, firstName and lastName.")
    caption = entity.get("caption")
    name = next((n for n in names if n == caption), next((n for n in names if n[0] < "\u0250"), names[0]))
    genders = [_GENDERS.get(value.lower(), "") for value in values("gender")]
    roles = [office(text, where) for text in values("position") if text.count(" ") == 2 and ".." in text]
    return Person(
        name, next(iter(genders), ""), last[0] if last and last[0] in name else name.split()[-1], True, {},
        tuple(dict.fromkeys(n for n in names if n != name)), tuple(roles), True, str(entity.get("id") or slug(name)),
        own=True,
    )  # fmt: skip
