"""Tables against schemas: whatever pandera does inside, one finding a rule, with the rows that break it.

pandera 0.35 reports a failed wide check once per column, with the cell's text; drops null cells from failure cases;
says nothing of rows when a check returns one False; and passes a check that returns too few values. So this reads each
check's own output, asks for one failure case at most, and watches what checks return. Never changes a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, NoReturn

from cleaner.codes import CODES
from cleaner.config import Profile
from cleaner.errors import CleanerError, SchemaError
from cleaner.tables import Issue, Severity
from cleaner.typed import frame, series
from cleaner.work import Result

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.contract import Contract

_WANTED: Final = {
    "no_main_content": "text", "missing_date": "published", "missing_publisher": "publisher", "missing_title": "title",
    "missing_url": "url", "missing_speakers": "speakers",
}  # fmt: skip
"""Articles: a column that is not there is told once, as gravely as an empty cell of it would be."""
_MUST: Final = {"statements": ("article_id", "text"), "ledger": ("article_id", "rule", "why", "before"),
                "evidence": ("article_id", "field", "value"), "issues": ("article_id", "code", "severity")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule broken in one table: its code, the column, and the rows, by their number from 0 (None: the table).

    `rule` is the id of the schema's rule, where one stated it: `articles/has_date`.
    """

    table: str
    code: str
    column: str
    severity: Severity
    message: str
    rows: tuple[int, ...] | None
    rule: str = ""


def validate_tables(
    tables: Mapping[str, pd.DataFrame], profile: Profile, contract: Contract | None = None
) -> list[Breach]:
    """Return what breaks the rules of the profile and of an own schema, gravest first.

    `tables` holds data frames as `cleaner.typed.frame` makes them, by table name; where the articles are among
    them, the spans of the others are compared with their texts.
    Raises SchemaError when an own schema cannot be applied, CleanerError when one of ours cannot.
    """
    from cleaner import schemas

    found: list[Breach] = []
    for name in schemas.MODELS:
        if name not in tables:
            continue
        rows = _beside_articles(tables, name).reset_index(drop=True)
        if len(rows.columns) or name == "articles":  # JSON lines without a line say nothing of their columns
            found += _missing_columns(name, rows, profile)
        model = schemas.model(name)
        if name == "articles" and contract is not None:
            if not contract.replaces:
                found += _judge(name, model.to_schema(), rows, profile, None)
            found += _judge(name, contract.schema, rows, profile, contract)
        else:
            found += _judge(name, model.to_schema(), rows, profile, None)
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda f: (order[f.severity], f.table, f.code, f.column))


def check_results(part: Sequence[Result], profile: Profile, contract: Contract | None = None) -> dict[str, list[Issue]]:
    """Return what the schemas find in the tables of these results, as issues by article id, one a code."""
    tables = {
        "articles": frame("articles", [result.article for result in part], (contract.kept if contract else ())),
        "statements": frame("statements", [row for result in part for row in result.statements]),
        "ledger": frame("ledger", [row for result in part for row in result.ledger]),
        "evidence": frame("evidence", [row for result in part for row in result.evidence]),
        "issues": frame("issues", [row for result in part for row in result.issues]),
        "blocks": frame("blocks", [row for result in part for row in result.blocks]),
    }
    issues: dict[str, dict[str, Issue]] = {}
    for finding in validate_tables(tables, profile, contract):
        ids = tables[finding.table]["article_id"]
        everyone = range(len(ids)) if finding.rows is None else finding.rows
        for row in everyone:
            code = CODES.get(finding.code)
            column = code.field if code and code.field != "table" else finding.column
            issue = Issue(ids[row], finding.code, column, finding.severity, finding.message, None, None, None, None)
            issues.setdefault(ids[row], {}).setdefault(finding.code, issue)
    return {article_id: list(by_code.values()) for article_id, by_code in issues.items()}


def _beside_articles(tables: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame:
    """Return a table with the text and title of each row's article beside it, where the articles are at hand."""
    rows = tables[name]
    articles = tables.get("articles")
    if name == "articles" or articles is None or "article_id" not in articles or "article_id" not in rows:
        return rows
    beside = {"article.known": rows["article_id"].isin(articles["article_id"])}
    if name == "statements":
        first = articles.drop_duplicates("article_id")
        for column in ("text", "title"):
            values = dict(zip(first["article_id"], first[column], strict=True)) if column in first else {}
            beside[f"article.{column}"] = series("text", [values.get(own) for own in rows["article_id"]])
    return rows.assign(**beside)


def _missing_columns(name: str, rows: pd.DataFrame, profile: Profile) -> Iterator[Breach]:
    wanted: dict[str, Severity] = dict.fromkeys(_MUST.get(name, ()), "error")
    if name == "articles":
        for code, column in _WANTED.items():
            severity = CODES[code].grave(profile)
            if severity in ("error", "warning"):
                wanted[column] = severity
    for column, severity in wanted.items():
        if column not in rows:
            message = f"no column {column!r}; the table has {', '.join(map(repr, list(rows.columns)[:12]))}"
            yield Breach(name, "missing_column", column, severity, message, None)


# --- pandera ---------------------------------------------------------------------------------------------------------


def _judge(
    name: str, schema: Any, rows: pd.DataFrame, profile: Profile, contract: Contract | None
) -> Iterator[Breach]:
    """Yield one finding for each rule of a schema that the rows break."""
    import pandera.pandas as pa
    from pandera.config import config_context

    if not len(rows):
        return
    _watch(schema)
    try:
        # PANDERA_VALIDATION_ENABLED=False in someone's environment would pass every table in silence
        with config_context(validation_enabled=True, validation_depth="SCHEMA_AND_DATA"):
            schema.validate(rows, lazy=True)
        return
    except pa.errors.SchemaErrors as errors:
        broken = errors.schema_errors
    except Exception as error:
        _fault(contract, "the schema", error)
    merged: dict[tuple[str, str], tuple[Severity, str, set[int] | None]] = {}
    for one in broken:
        reason = one.reason_code.name
        if reason in ("CHECK_ERROR", "PARSER_ERROR", "DATAFRAME_PARSER", "SCHEMA_COMPONENT_PARSER"):
            _fault(contract, f"the check {_title(one)!r}", one.failure_cases)
        code, column, numbers = _read(one, reason, name, len(rows), own=contract is not None)
        severity = _severity(one, code, profile, contract)
        if severity is None or (numbers is not None and not numbers):
            continue
        message = _message(one, code, column, rows, numbers)
        before = merged.get((code, column))
        if before:
            numbers = None if numbers is None or before[2] is None else numbers | before[2]
            message = before[1]
        merged[code, column] = severity, message, numbers
    for (code, column), (severity, message, numbers) in merged.items():
        yield Breach(name, code, column, severity, message, None if numbers is None else tuple(sorted(numbers)))


def _read(error: Any, reason: str, table: str, length: int, own: bool) -> tuple[str, str, set[int] | None]:
    """Return what one error of pandera says: code, column, rows (None: the table as a whole)."""
    whole = hasattr(error.schema, "columns")
    column = str(error.column_name or (table if whole else error.schema.name))
    if reason == "DATAFRAME_CHECK":
        stated, _, about = _title(error).partition(":")
        code = stated if stated in CODES or (own and not _built_in(error.check)) else "own_rule"
        return code, (about or column) if stated in CODES else column, _failing(error.check_output, length)
    if reason == "COLUMN_NOT_IN_DATAFRAME":
        return "missing_column", str(error.failure_cases), None
    code = {
        "SERIES_CONTAINS_NULLS": "missing_field" if own else "missing_value",
        "SERIES_CONTAINS_DUPLICATES": "duplicate_id",
        "DUPLICATES": "duplicate_id",
        "WRONG_DATATYPE": "wrong_type",
        "DATATYPE_COERCION": "wrong_type",
    }.get(reason, "own_rule")
    cases = error.failure_cases
    index = cases["index"] if hasattr(cases, "columns") and "index" in cases else ()
    numbers = {int(number) for number in index if number is not None and number == number}
    return code, column, numbers or None


def _failing(output: Any, length: int) -> set[int] | None:
    """Return the rows for which a check says no; None when it speaks of the table."""
    import pandas as pd

    if isinstance(output, pd.DataFrame):
        output = output.all(axis=1)
    if not isinstance(output, pd.Series):
        return None
    says_no = ~output.astype("boolean").fillna(False).astype(bool)
    return {int(number) for number in output.index[says_no] if 0 <= number < length}


def _title(error: Any) -> str:
    """Return a check's rule id: its `error`, else its name."""
    check = error.check
    if isinstance(check, str):
        return check
    return str(check.name if _built_in(check) else check.error or check.name or "check")


def _built_in(check: Any) -> bool:
    """Return whether a check is one of pandera's own that the user gave no name: its error is `isin(['a', …])`."""
    return bool(check.name and check.error and check.error.startswith(f"{check.name}("))


def _severity(error: Any, code: str, profile: Profile, contract: Contract | None) -> Severity | None:
    """Return how grave a broken rule is: what an own schema's metadata says, else what the code's table says."""
    if contract is not None:
        title = _title(error)
        stated = contract.severities.get(title) or contract.severities.get(str(error.column_name or ""))
        if stated:
            return stated
    return CODES[code].grave(profile) if code in CODES else "error"


def _message(error: Any, code: str, column: str, rows: pd.DataFrame, numbers: set[int] | None) -> str:
    known = CODES.get(code)
    what = known.what if known and code != "own_rule" else f"breaks the rule {_title(error)!r}"
    if numbers and column in rows and code not in _WANTED:
        value = rows[column].iloc[min(numbers)]
        if isinstance(value, (str, int, float)) and value == value and value != "":
            what += f": {str(value)[:80]!r}"
    return f"{what} (column {column})" if column and (not known or known.field == "table") else what


def _fault(contract: Contract | None, place: str, error: Any) -> NoReturn:
    if contract is not None:
        raise SchemaError(f"{contract.name}: {place} cannot be applied: {str(error)[:300]}. Mend it, or leave it out.")
    raise CleanerError(f"{place} of our own schemas failed: {str(error)[:300]}")


def _watch(schema: Any) -> None:
    """Have every check of a schema give one failure case at most, and fail when it returns too few values."""
    for part in (schema, *schema.columns.values()):
        for check in part.checks:
            check.n_failure_cases = 1
            function = check._check_fn
            if check.element_wise or check.groupby is not None or hasattr(function, "watched"):
                continue
            if type(function).__name__ != "Dispatcher":  # pandera's own checks answer row by row
                check._check_fn = _watched(function)


def _watched(function: Any) -> Any:
    import pandas as pd

    @wraps(function)
    def watch(values: Any, *args: Any, **kwargs: Any) -> Any:
        output = function(values, *args, **kwargs)
        if isinstance(output, pd.Series) and not output.index.equals(values.index):
            raise ValueError(f"it returned {len(output)} values for {len(values)} rows; return one boolean a row")
        return output

    watch.watched = True  # type: ignore[attr-defined]
    return watch
