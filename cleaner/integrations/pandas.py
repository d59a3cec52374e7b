"""`df.cleaner`: a data frame validated, cleaned or repaired where it stands. Importing this module adds the accessor.

    import cleaner.integrations.pandas

    found = df.cleaner.validate("statements", map={"text": "body"})
    df.cleaner.valid(found)                       # the rows without an error
    tables = df.cleaner.clean(text="html", url="link")

Never changes the frame it is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from cleaner.config import PROFILES, Config, Profile
from cleaner.errors import SchemaError, UsageError

if TYPE_CHECKING:
    from cleaner.validation.findings import Finding

COLUMNS: Final = ("row", "label", "code", "severity", "field", "message", "host", "record", "rule", "fingerprint")


@pd.api.extensions.register_dataframe_accessor("cleaner")
class CleanerAccessor:
    """What `df.cleaner` offers."""

    def __init__(self, df: pd.DataFrame) -> None:
        self._df = df

    def validate(
        self, profile: Profile = "news", *, schema: str | Path | None = None, map: Mapping[str, str] | None = None,
        errors: bool = False,
    ) -> pd.DataFrame:  # fmt: skip
        """Return what breaks the rules: a finding a row, gravest first; no rows when all is well.

        `row` is the place of the frame's row from 0, for `df.iloc`, and `label` its label; both are missing where the
        frame as a whole is meant. `map` says which column holds a field, as `{"text": "body"}`; `schema` names one of
        your own, `my.py:Model` or `my.yaml`.

        Raises SchemaError, with `errors=True`, when there is a finding of severity error; UsageError for a profile
        that is none.
        """
        from cleaner.validation.contract import load
        from cleaner.validation.findings import of_breaches
        from cleaner.validation.loading import of_frame
        from cleaner.validation.rules import validate_tables

        if profile not in PROFILES:
            raise UsageError(f"profile {profile!r}; expected one of {', '.join(PROFILES)}.")
        contract = load(str(schema)) if schema is not None else None
        tables, wrong, _ = of_frame(self._df, mapping=map)
        breaches = [*wrong, *validate_tables(tables, profile, contract)]
        found = list(of_breaches(breaches, tables))
        places = [place for breach in breaches for place in ((None,) if breach.rows is None else breach.rows)]
        rows = [self._row(place, one) for place, one in zip(places, found, strict=True)]
        out = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"row": "Int64"})
        labels = [row[COLUMNS.index("label")] for row in rows]
        out["label"] = pd.Series(labels, index=out.index, dtype=object)  # beside None a number would become a float
        if errors and (grave := out[out["severity"] == "error"]).shape[0]:
            kinds = grave["code"].value_counts()
            told = ", ".join(f"{count:,} {code}" for code, count in kinds.head(10).items())
            noun = "error" if len(grave) == 1 else "errors"
            raise SchemaError(f"{len(grave):,} {noun} under profile {profile}: {told}. See df.cleaner.validate().")
        return out

    def valid(self, found: pd.DataFrame | None = None, **asked: object) -> pd.DataFrame:
        """Return the rows without an error, after `found = df.cleaner.validate(…)`, or validated here as asked.

        An error of the frame as a whole leaves no row.
        """
        found = self.validate(**asked) if found is None else found  # type: ignore[arg-type]
        bad = found["row"][found["severity"] == "error"]
        if bad.isna().any():
            return self._df.iloc[:0]
        return self._df[~pd.Series(range(len(self._df))).isin(bad).to_numpy()]

    def clean(
        self, text: str = "body", url: str | None = None, keep: Sequence[str] = (), config: Config | None = None
    ) -> dict[str, pd.DataFrame]:
        """Return the tables that cleaning makes of the frame; see `cleaner.clean_frame`."""
        from cleaner.frames import clean_frame

        return clean_frame(self._df, text, url, keep, config)

    def fix(self, *columns: str, language: str | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the frame with these columns repaired, and every change; see `cleaner.fix_frame`."""
        from cleaner.fixing import fix_frame

        return fix_frame(self._df, columns, language=language)

    def _row(self, place: int | None, found: Finding) -> tuple[object, ...]:
        label = None if place is None else self._df.index[place]
        return (place, label, found.code, found.severity, found.field, found.message, found.host, found.record,
                found.rule, found.fingerprint)  # fmt: skip
