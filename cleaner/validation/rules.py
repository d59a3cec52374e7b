"""Tables against the rules: one breach a rule, with the rows that break it, whatever the size of the table.

The rules of our own models are asked directly, all rows at once; a user's pandera schema goes through pandera
(cleaner.validation.own_schema). Never changes a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from cleaner.codes import CODES
from cleaner.config import Profile
from cleaner.errors import CleanerError
from cleaner.running.work import Result
from cleaner.tables.rows import Issue, Severity
from cleaner.tables.typed import frame
from cleaner.validation.breach import Breach, message

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.schemas.rules import Rule
    from cleaner.validation.contract import Contract

__all__ = ["Breach", "check_results", "validate_tables"]

_WANTED: Final = {
    "no_main_content": "text", "missing_date": "published", "missing_publisher": "publisher", "missing_title": "title",
    "missing_url": "url", "missing_speakers": "speakers",
}  # fmt: skip
"""Articles: a column that is not there is told once, as gravely as an empty cell of it would be."""
_MUST: Final = {"statements": ("article_id", "text"), "ledger": ("article_id", "rule", "why", "before"),
                "evidence": ("article_id", "field", "value"), "issues": ("article_id", "code", "severity")}  # fmt: skip
_SPEECH: Final = frozenset({"statement", "headline_statement", "topic_raised", "stance"})


def validate_tables(
    tables: Mapping[str, pd.DataFrame], profile: Profile, contract: Contract | None = None, *, whole: bool = True
) -> list[Breach]:
    """Return what breaks the rules of the profile and of an own schema, gravest first.

    `tables` holds data frames as `tables.typed.frame` and `loading` make them, by table name; where several are
    at hand they are compared with each other. `whole` says that each is there as a whole and no part of one.
    Raises SchemaError when an own schema cannot be applied, CleanerError when one of ours cannot.
    """
    from cleaner import schemas
    from cleaner.schemas.rules import rules_of

    found: list[Breach] = []
    for name in schemas.MODELS:
        if name not in tables:
            continue
        rows = _beside(tables, name).reset_index(drop=True)
        own = contract if name == "articles" else None
        if (len(rows.columns) or name == "articles") and not (own and own.only):
            # JSON lines without a line say nothing of their columns
            found += _missing_columns(name, rows, profile)
        if not len(rows):
            continue
        if not (own and (own.replaces or own.only)):
            found += _ask(name, rules_of(schemas.model(name).to_schema()), rows, profile, None, whole)
        if own is not None:
            from cleaner.validation.own_schema import judge

            ours = rules_of(own.schema) if own.schema is not None and own.replaces else []
            found += _ask(name, [*ours, *own.rules], rows, profile, own, whole)
            found += judge(name, own, rows, profile)
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
    for breach in validate_tables(tables, profile, contract, whole=False):
        ids = tables[breach.table]["article_id"]
        everyone = range(len(ids)) if breach.rows is None else breach.rows
        for row in everyone:
            code = CODES.get(breach.code)
            column = code.field if code and code.field != "table" else breach.column
            issue = Issue(ids[row], breach.code, column, breach.severity, breach.message, None, None, None, None)
            issues.setdefault(ids[row], {}).setdefault(breach.code, issue)
    return {article_id: list(by_code.values()) for article_id, by_code in issues.items()}


def _ask(
    table: str, rules: Iterable[Rule], rows: pd.DataFrame, profile: Profile, contract: Contract | None, whole: bool
) -> Iterator[Breach]:
    """Yield one breach for each rule that the rows break."""
    asked: dict[Any, Any] = {}
    for rule in rules:
        if rule.whole and not whole:
            continue
        severity = contract and contract.severity(rule.code, rule.columns[0])
        severity = severity or CODES[rule.code].grave(profile)
        if severity is None:
            continue
        try:
            broken = (~rule.holds(rows, asked)).nonzero()[0]
        except Exception as error:
            raise CleanerError(f"the rule {rule.id(table)} failed: {type(error).__name__}: {error}"[:300]) from error
        if len(broken):
            numbers = None if rule.whole == "table" else tuple(broken.tolist())
            column, what = rule.columns[0], CODES[rule.code].what
            told = message(rule.code, column, what, rows, None if numbers is None else numbers[0])
            yield Breach(table, rule.code, column, severity, told, numbers, rule.id(table))


def _missing_columns(name: str, rows: pd.DataFrame, profile: Profile) -> Iterator[Breach]:
    wanted: dict[str, Severity] = dict.fromkeys(_MUST.get(name, ()), "error")
    if name == "articles":
        for code, column in _WANTED.items():
            severity = CODES[code].grave(profile)
            if severity in ("error", "warning"):
                wanted[column] = severity
    for column, severity in wanted.items():
        if column not in rows:
            told = (
                f"no column {column!r}; the table has {', '.join(map(repr, list(rows.columns)[:12])) or 'no columns'}. "
                f"If one of them holds it, say so with --map {column}=COLUMN"
            )
            yield Breach(name, "missing_column", column, severity, told, None, f"{name}/columns")


# --- what stands beside a row in other tables ------------------------------------------------------------------------


def _beside(tables: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame:
    """Return a table with what the rules about it ask of other tables, where these are at hand."""
    rows = tables[name]
    if "article_id" not in rows:
        return rows
    if name == "articles":
        return rows.assign(**_beside_articles(tables, rows["article_id"]))
    articles = tables.get("articles")
    if articles is None or "article_id" not in articles:
        return rows
    import pandas as pd

    beside = {"article.known": rows["article_id"].isin(articles["article_id"])}
    if name == "statements":
        first = articles.drop_duplicates("article_id")
        for column in ("text", "title"):
            values = dict(zip(first["article_id"], first[column], strict=True)) if column in first else {}
            own = [values.get(own) for own in rows["article_id"]]
            own = [value if isinstance(value, str) else None for value in own]
            beside[f"article.{column}"] = pd.Series(own, index=rows.index, dtype=object)
    return rows.assign(**beside)


def _beside_articles(tables: Mapping[str, pd.DataFrame], ids: pd.Series) -> dict[str, Any]:
    """Return per article: characters of its blocks, how many errors it has, who speaks in its statements."""
    beside: dict[str, Any] = {}
    blocks, issues, statements = (tables.get(table) for table in ("blocks", "issues", "statements"))
    if blocks is not None and {"article_id", "text"} <= set(blocks):
        sizes = blocks["text"].str.len().fillna(0).groupby(blocks["article_id"]).sum()
        beside["blocks.chars"] = ids.map(sizes).astype("Float64")
    if issues is not None and {"article_id", "severity"} <= set(issues):
        counts = (issues["severity"] == "error").groupby(issues["article_id"]).sum()
        beside["issues.errors"] = ids.map(counts).fillna(0).astype("Int64")
    if statements is not None and {"article_id", "speaker", "kind"} <= set(statements):
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        together = statements["co_speakers"] if "co_speakers" in statements else [None] * len(statements)
        cells = (statements["article_id"], statements["speaker"], together, statements["kind"])
        for own, speaker, several, kind in zip(*cells, strict=True):
            if kind in _SPEECH and isinstance(own, str):
                names[own].update(dict.fromkeys(several or ([speaker] if isinstance(speaker, str) else [])))
        beside["statements.speakers"] = [list(names.get(own, ())) for own in ids]
    return beside
