"""How a rule of a schema is stated, and where the rules of a schema are found again. Asks nothing itself.

A rule is a method of a pandera model that answers for all rows at once. pandera sees a wide check whose `error` is
`code:column`: the issue code, and the column that the finding is about. `cleaner check` asks the method itself,
without what pandera makes of an answer. Columns a rule needs and a table lacks make it hold: that they are missing is
said once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from cleaner.codes import CODES
from cleaner.schemas.asking import Holds, Rows, between, everywhere, filled, span

Text = Series[str] | None
Whole = Series[pd.Int64Dtype] | None
Share = Series[float] | None
Flag = Series[pd.BooleanDtype] | None
List = Series[object] | None
"""What columns hold. Each may be missing: tables that others made have fewer. Lists are told apart when they are read;
pandera takes 0.9 s for the lists of 100,000 rows."""

STATUSES: Final = ("given", "found", "inferred", "ambiguous", "absent", "not_assessed")

Answer = Callable[[Any, Rows], Holds]
"""A method of a model: the class, the rows, one boolean a row."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a table. `of` says which rows are asked (None: all).

    A rule with `whole` is asked where a table is there as a whole, never of the parts of a run: "rows" are compared
    with each other or with what a run came to (a run sees to these itself), "table" speaks of the table and of no row.
    """

    name: str
    code: str
    columns: tuple[str, ...]
    answer: Answer
    of: Callable[[Rows], Holds] | None = None
    whole: Literal["", "rows", "table"] = ""

    def id(self, table: str) -> str:
        """Return the id of the rule in a table: `articles/has-date`."""
        return f"{table}/{self.name.replace('_', '-')}"

    @property
    def says(self) -> str:
        """Return in one sentence what the rule asks for."""
        return " ".join((self.answer.__doc__ or "").partition("\n\n")[0].split())

    def holds(self, rows: Rows, asked: dict[Any, Holds] | None = None) -> Holds:
        """Return where the rule holds. `asked` remembers which rows are asked, for other rules of the same rows."""
        if any(column not in rows for column in self.columns):
            return everywhere(rows)
        holds = self.answer(None, rows)
        if self.of is None:
            return holds
        remembered = {} if asked is None else asked
        if self.of not in remembered:
            remembered[self.of] = self.of(rows)
        out: Holds = holds | ~remembered[self.of]
        return out


RULES: Final[dict[str, Rule]] = {}
"""Every rule that a model of ours states, by the title of its check: `Article.has_date`. (pandera 0.35 gives a check
another name in a model that builds on one whose schema was made before.)"""


def column(alias: str | None = None) -> Any:
    """Return a column that may be null; which of them may not is said by a rule, so that it has a code."""
    return pa.Field(nullable=True, alias=alias)


def otherwise(
    code: str, *columns: str, of: Callable[[Rows], Holds] | None = None,
    whole: Literal["", "rows", "table"] = "",
) -> Callable[[Answer], Any]:
    """Make a method of a model a rule about `columns`: where it does not hold, `code` is raised on the first of them.

    `of` are the rows that are asked at all. Row by row null means nothing special: pandera would pass a row whose
    every value is null.
    """
    assert code in CODES, code

    def state(answer: Answer) -> Any:
        rule = Rule(answer.__name__, code, columns, answer, of, whole)
        RULES[answer.__qualname__] = rule

        def check(cls: Any, rows: Rows) -> Any:
            return pd.Series(np.asarray(rule.holds(rows), dtype=bool), index=rows.index)

        check.__name__, check.__doc__ = answer.__name__, answer.__doc__
        return pa.dataframe_check(
            title=answer.__qualname__, error=f"{code}:{columns[0]}", ignore_na=False, n_failure_cases=1
        )(check)

    return state


def rules_of(schema: Any) -> list[Rule]:
    """Return the rules of ours that a pandera schema states, in their order."""
    return [RULES[check.title] for check in schema.checks if check.title in RULES]


class OfArticle(pa.DataFrameModel):
    """Rules of all rows about an article: it is there, their span is in order, their confidence a share.

    The columns stand in each table's own model, in the order of the table.
    """

    @otherwise("missing_value", "article_id")
    def has_article(cls, rows: Rows) -> Holds:
        """Every row names its article."""
        return filled(rows, "article_id")

    @otherwise("unknown_article", "article_id", "article.known")
    def belongs_to_article(cls, rows: Rows) -> Holds:
        """The article that a row names stands in the articles table."""
        return rows["article.known"].to_numpy(dtype=bool)

    @otherwise("bad_span", "source_start", "source_end")
    def span_is_in_order(cls, rows: Rows) -> Holds:
        """A span of the source does not end before it begins, and begins at 0 or later."""
        return span(rows, "source_start", "source_end")

    @otherwise("bad_number", "confidence")
    def confidence_is_share(cls, rows: Rows) -> Holds:
        """A confidence lies between 0 and 1."""
        return between(rows, "confidence", 0, 1)
