"""`cleaner rules`: what the packs say, and `cleaner rules test`: whether they prove it."""

from __future__ import annotations

import click

from cleaner.commands import options


@click.group("rules", invoke_without_command=True)
@click.option("--language", metavar="TAG", help="Only rules of this language (und: of any).")
@click.option("--label", metavar="LABEL", help="Only rules that name this kind of block.")
@click.pass_context
def command(ctx: click.Context, language: str | None, label: str | None) -> int:
    """List the rules that name boilerplate.

    \b
    cleaner rules --language fr --label cookie_banner
    cleaner rules test                    prove every rule on its own lines
    cleaner rules test my-rules/          prove your own packs too
    """
    if ctx.invoked_subcommand is not None:
        return 0
    from cleaner.errors import UsageError
    from cleaner.language import builtin_rules, user_rules
    from cleaner.taxonomy import LABELS
    from cleaner.terminal import Paint, shown

    if label and label not in LABELS:
        raise UsageError(f"{label!r} is no label. Labels: {', '.join(LABELS)}.")
    config = options.config()
    rules = [*builtin_rules(), *user_rules(config.packs)]
    if language and language not in {rule.language for rule in rules}:
        raise UsageError(
            f"no rules for {language!r}. There are some for: {', '.join(sorted({r.language for r in rules}))}."
        )
    wanted = [r for r in rules if language in (None, r.language) and label in (None, r.label)]
    paint = Paint()
    width = max((len(rule.id) for rule in wanted), default=0)
    for rule in wanted:
        click.echo(f"{rule.id:{width}}  {paint(f'{rule.label:20}', 'info')} {shown(rule.why)}")
    click.echo(f"{len(wanted)} of {len(rules)} rules; `cleaner explain ID` says more", err=True)
    return 0


@command.command("test")
@click.argument("packs", nargs=-1, metavar="[PACK…]")
def test(packs: tuple[str, ...]) -> int:
    """Prove every rule on its own lines, and on every line that another rule keeps.

    PACK is a pack file or a folder of them; those of [tool.cleaner] are always among them.
    """
    from cleaner.language import builtin_rules, user_rules
    from cleaner.proof import prove
    from cleaner.terminal import shown

    config = options.config()
    rules = [*builtin_rules(), *user_rules(tuple(dict.fromkeys((*config.packs, *packs))))]
    failures = prove(rules)
    for failure in failures:
        click.echo(f"{failure.rule}: {failure.kind}: {shown(failure.message)}\n    {shown(failure.line, 200)}")
    lines = sum(len(rule.removes) + len(rule.keeps) + len(rule.misses) for rule in rules)
    click.echo(f"{len(rules)} rules, {lines} lines, {len(failures)} failures", err=True)
    return int(bool(failures))
