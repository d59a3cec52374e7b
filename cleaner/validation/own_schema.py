"""A user's pandera schema asked of a table: one breach a check, with its rows, whatever pandera does inside.

pandera 0.35 reports a failed wide check once per column, with the cell's text; drops null cells from failure cases;
says nothing of rows when a check returns one False; and passes a check that returns too few values. So this reads each
check's own output, asks for one failure case at most, and watches what checks return. Never changes a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, NoReturn

from cleaner.codes import CODES
from cleaner.config import Profile
from cleaner.errors import SchemaError
from cleaner.tables.memory import without_collecting
from cleaner.tables.rows import Severity
from cleaner.validation.breach import Breach, message

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.validation.contract import Contract

_CODES: Final = {
    "SERIES_CONTAINS_NULLS": "missing_field",
    "SERIES_CONTAINS_DUPLICATES": "duplicate_id",
    "DUPLICATES": "duplicate_id",
    "WRONG_DATATYPE": "wrong_type",
    "DATATYPE_COERCION": "wrong_type",
}


def judge(name: str, contract: Contract, rows: pd.DataFrame, profile: Profile) -> Iterator[Breach]:
    """Yield one breach for each check of a user's schema that the rows break; our own rules in it are left aside.

    Raises SchemaError for a schema or a check that cannot be applied.
    """
    if contract.schema is None or not len(rows):
        return
    import pandera.pandas as pa
    from pandera.config import config_context

    schema, rows = _theirs(contract.schema), _with_lists(rows)
    _watch(schema)
    try:
        # PANDERA_VALIDATION_ENABLED=False in someone's environment would pass every table in silence
        with config_context(validation_enabled=True, validation_depth="SCHEMA_AND_DATA"), without_collecting():
            schema.validate(rows, lazy=True)
        return
    except pa.errors.SchemaErrors as errors:
        broken = errors.schema_errors
    except Exception as error:
        _fault(contract, "the schema", error)
    merged: dict[tuple[str, str], tuple[Severity, str, set[int] | None, str]] = {}
    for one in broken:
        reason = one.reason_code.name
        if reason in ("CHECK_ERROR", "PARSER_ERROR", "DATAFRAME_PARSER", "SCHEMA_COMPONENT_PARSER"):
            _fault(contract, f"the check {_title(one)!r}", one.failure_cases)
        code, column, numbers = _read(one, reason, name, len(rows))
        severity = contract.severity(_title(one), str(one.column_name or "")) or (
            CODES[code].grave(profile) if code in CODES else "error"
        )
        if severity is None or (numbers is not None and not numbers):
            continue
        known = CODES.get(code)
        what = known.what if known and code != "own_rule" else f"breaks the rule {_title(one)!r}"
        told = message(code, column, what, rows, min(numbers) if numbers else None)
        before = merged.get((code, column))
        if before:
            numbers = None if numbers is None or before[2] is None else numbers | before[2]
            told = before[1]
        merged[code, column] = severity, told, numbers, _title(one) if code == "own_rule" else code
    for (code, column), (severity, told, rows_, rule) in merged.items():
        yield Breach(name, code, column, severity, told, None if rows_ is None else tuple(sorted(rows_)), rule)


def _with_lists(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its lists as lists of Python, which is what checks of a user's reckon with."""
    import pandas as pd

    from cleaner.schemas.asking import as_lists

    held = {name: lists for name in rows if (lists := as_lists(rows[name])) is not None}
    with without_collecting():
        made = {str(name): pd.Series(lists.to_pylist(), index=rows.index, dtype=object) for name, lists in held.items()}
    return rows.assign(**made)


def _theirs(schema: Any) -> Any:
    """Return a schema without the rules of ours that it builds on: those are asked elsewhere."""
    from cleaner.schemas.rules import RULES

    if not any(check.title in RULES for check in schema.checks):
        return schema
    theirs = deepcopy(schema)
    theirs.checks = [check for check in theirs.checks if check.title not in RULES]
    return theirs


def _read(error: Any, reason: str, table: str, length: int) -> tuple[str, str, set[int] | None]:
    """Return what one error of pandera says: code, column, rows (None: the table as a whole)."""
    whole = hasattr(error.schema, "columns")
    column = str(error.column_name or (table if whole else error.schema.name))
    if reason == "DATAFRAME_CHECK":
        stated, _, about = _title(error).partition(":")
        code = stated if stated in CODES or not _built_in(error.check) else "own_rule"
        return code, (about or column) if stated in CODES else column, _failing(error.check_output, length)
    if reason == "COLUMN_NOT_IN_DATAFRAME":
        return "missing_column", str(error.failure_cases), None
    cases = error.failure_cases
    index = cases["index"] if hasattr(cases, "columns") and "index" in cases else ()
    numbers = {int(number) for number in index if number is not None and number == number}
    return _CODES.get(reason, "own_rule"), column, numbers or None


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


def _fault(contract: Contract, place: str, error: Any) -> NoReturn:
    raise SchemaError(f"{contract.name}: {place} cannot be applied: {str(error)[:300]}. Mend it, or leave it out.")


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
