"""`cleaner explain`: what a rule or an issue code means, with its lines; or everything a run says of one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.commands import options
from cleaner.tables.columns import TABLES

if TYPE_CHECKING:
    from cleaner.codes import Code
    from cleaner.rule import Rule
    from cleaner.terminal import Paint


@click.command("explain")
@click.argument("what", metavar="RULE|CODE|ARTICLE_ID")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="OUT", help="The folder of a run (default: out, if it is there)."
)
def command(what: str, out: Path | None) -> int:
    """Say why: a rule, an issue code, or everything about one article.

    \b
    cleaner explain fr/agency-with
    cleaner explain missing_date
    cleaner explain articles/has-date
    cleaner explain 24b51ffaa126bdcc --out out/
    """
    from cleaner.codes import CODES
    from cleaner.errors import UsageError
    from cleaner.explaining import reason, reasons
    from cleaner.language import builtin_rules, user_rules
    from cleaner.terminal import Paint

    paint = Paint()
    config = options.config()
    rule = next((rule for rule in (*builtin_rules(), *user_rules(config.packs)) if rule.id == what), None)
    lines: list[str] = []
    if rule:
        lines += _rule(rule, paint)
    elif table_rule := _table_rule(what, paint):
        lines += table_rule
    elif what in CODES:
        lines += _code(CODES[what], paint)
    elif said := reason(what):
        lines += [paint(what, "strong"), f"  why         {said}"]
    folder = out or Path("out")
    if folder.is_dir():
        lines += _in_run(folder, what, paint, told=bool(lines))
    elif out is not None:
        raise UsageError(f"{out}: no such folder.")
    if not lines:
        import difflib

        from cleaner.validation import proving

        of_tables = (rule.id(table) for table, rule in proving.rules())
        names = [*CODES, *reasons(), *(rule.id for rule in builtin_rules()), *of_tables]
        near = difflib.get_close_matches(what, names, 3, 0.5)
        hint = f" Near to it: {', '.join(near)}." if near else ""
        where = f" in {folder}" if folder.is_dir() else "; name the run's folder with --out if it is an article"
        raise UsageError(f"{what!r} is no rule, no issue code, and no article{where}.{hint}")
    click.echo("\n".join(lines))
    return 0


def _rule(rule: Rule, paint: Paint) -> Iterator[str]:
    yield paint(rule.id, "strong")
    yield f"  names       {rule.label}"
    yield f"  why         {rule.why}"
    if rule.source:
        yield f"  source      {rule.source}"
    conditions = [f"phrases {rule.at}"]
    if rule.zone != "any":
        conditions.append(f"in the {rule.zone} of the page")
    if rule.max_words < 1 << 30:
        conditions.append(f"at most {rule.max_words} words")
    if rule.min_words > 1:
        conditions.append(f"at least {rule.min_words} words")
    if rule.ends:
        conditions.append(
            {"open": "not ending as a sentence", "closed": "ending as a sentence"}.get(rule.ends, rule.ends)
        )
    for name in ("elements", "hosts", "also", "unless"):
        if stated := getattr(rule, name):
            conditions.append(f"{name} {' | '.join(stated[:8])}")
    yield f"  when        {', '.join(conditions)}; confidence {rule.confidence:g}"
    yield f"  phrases     {' | '.join(rule.phrases[:20])}" + (" | …" if len(rule.phrases) > 20 else "")
    for kind, colour in (("removes", "taken"), ("keeps", "added"), ("misses", "quiet")):
        for line in getattr(rule, kind):
            yield f"  {kind:11} {paint(line, colour)}"


def _table_rule(what: str, paint: Paint) -> list[str]:
    """Return what a rule of the tables asks for, with its examples; nothing for what is none."""
    if what.partition("/")[0] not in TABLES:
        return []
    from cleaner.codes import CODES
    from cleaner.validation import proving

    rule = next((rule for table, rule in proving.rules() if rule.id(table) == what), None)
    if rule is None:
        return []
    lines = [paint(what, "strong"), f"  asks        {rule.says}", *list(_code(CODES[rule.code], paint))]
    for example in proving.examples():
        if example.id == what:
            lines.append(f"  {example.kind:11} {paint(example.told, 'added' if example.kind == 'good' else 'taken')}")
    return lines


def _code(code: Code, paint: Paint) -> Iterator[str]:
    from cleaner.config import PROFILES

    yield f"{paint(code.code, 'strong')}  ({code.field})"
    yield f"  what        {code.what}"
    yield f"  why         {code.why}"
    yield f"  mend        {code.mend}"
    grave = ", ".join(f"{profile}: {code.grave(profile) or 'not asked'}" for profile in PROFILES)
    yield f"  severity    {grave}"


def _in_run(folder: Path, what: str, paint: Paint, told: bool) -> Iterator[str]:
    """Yield what a run says of an article, or where it used a rule or raised a code."""
    from cleaner.tables import stored
    from cleaner.terminal import shown

    article = next((row for row in stored.rows(folder, "articles") if row["article_id"] == what), None)
    if article is not None:
        yield from _article(folder, article, paint)
        return
    used: list[dict[str, Any]] = [row for row in stored.rows(folder, "ledger") if row["rule"] == what]
    raised: list[dict[str, Any]] = [row for row in stored.rows(folder, "issues") if row["code"] == what]
    if used and not told:
        yield paint(what, "strong")
        yield f"  why         {shown(used[0]['why'])}"
    said: list[dict[str, Any]] = [row for row in stored.rows(folder, "statements") if row["rule"] == what]
    for name, rows in (("ledger", used), ("issues", raised), ("statements", said)):
        if rows:
            noun = "row" if len(rows) == 1 else "rows"
            yield f"  in {folder}: {len(rows):,} {noun} of the table {name}, the first:"
            for row in rows[:5]:
                words = repr(row["before"]) if name == "ledger" else row["message" if name == "issues" else "text"]
                yield f"    {row['article_id']}  {shown(str(words), 100)}"


def _article(folder: Path, article: dict[str, Any], paint: Paint) -> Iterator[str]:
    from cleaner.tables import stored
    from cleaner.terminal import shown

    own = article["article_id"]
    yield f"{paint(own, 'strong')}  {shown(article['path'] or '-')}  {article['verdict']}"
    for row in stored.rows(folder, "issues"):
        if row["article_id"] == own:
            yield f"  {paint(row['severity'], row['severity'])} {row['code']}: {shown(row['message'], 120)}"
    evidence = [row for row in stored.rows(folder, "evidence") if row["article_id"] == own]
    for field in ("title", "published", "publisher", "agencies", "authors", "url", "language"):
        value = article.get(field)
        told = ", ".join(value) if isinstance(value, list) else value
        yield f"  {field:11} {paint(shown(str(told or '-'), 100), 'title')}"
        for row in evidence:
            if row["field"] == field:
                mark = "*" if row["chosen"] else " "
                yield f"            {mark} {shown(str(row['value']), 60)}  {paint(shown(row['why'], 80), 'quiet')}"
    for row in stored.rows(folder, "statements"):
        if row["article_id"] == own:
            yield f"  said        {shown(row['speaker'] or '?', 40)}: {shown(row['text'], 90)}"
    for row in stored.rows(folder, "ledger"):
        if row["article_id"] == own:
            change = shown(repr(row["before"]), 60)
            if row["action"] == "repair":
                change += f" → {shown(repr(row['after']), 60)}"
            yield f"  {row['action']:11} {row['label'] or row['kind'] or ''}  {change}  {paint(row['rule'], 'quiet')}"
