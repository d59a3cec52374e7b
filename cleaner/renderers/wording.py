"""What is said of one finding, in words that no program obeys and that hold no text of an article unasked.

A finding's own message may quote the article. So reports for CI speak with the words of the code's table, and quote
only as many characters as they were allowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cleaner.codes import CODES
from cleaner.renderers.about import About
from cleaner.renderers.digest import Group
from cleaner.terminal import shown
from cleaner.validation.findings import Finding

NAME: Final = 200
"""Characters of a name from a scrape (a host, a path, an id) that are shown."""
NO_HOST: Final = "no host"
ELSEWHERE: Final = "The tables of the run and report.html hold all of them."


def what(finding: Finding, about: About) -> str:
    """Return in a few words what is wrong; with the words of the record where `about.snippets` allows."""
    known = CODES.get(finding.code)
    said = known.what if known and finding.code != "own_rule" else f"the rule {name(finding.rule)} is broken"
    if not finding.record and finding.message:  # of a table as a whole: columns and counts, no text
        return shown(finding.message, 500)
    if about.snippets and finding.message:
        quoted = shown(finding.message, about.snippets)
        return quoted if quoted.startswith(said) else f"{said}: {quoted}"
    return said


def told(finding: Finding, about: About) -> str:
    """Return a finding in one line: what, in which field, of which record."""
    parts = [what(finding, about)]
    if finding.field and (finding.code not in CODES or CODES[finding.code].field == "table"):
        parts.append(f"field {name(finding.field)}")
    if finding.record:
        parts.append(f"record {name(finding.record)}")
    return "; ".join(parts)


def why(code: str) -> str:
    """Return why such a finding matters; nothing for a rule of the user's own."""
    return CODES[code].why if code in CODES and code != "own_rule" else ""


def mend(code: str) -> str:
    """Return what to do about such a finding; empty where that is nothing, or the rule is the user's own."""
    said = CODES[code].mend if code in CODES and code != "own_rule" else ""
    return "" if said == "Nothing." else said


def where(finding: Finding, about: About) -> str:
    """Return file and line of a finding, as editors open them; its record where no file is known."""
    place = about.place(finding)
    if place is None:
        return name(finding.record or finding.table)
    return f"{name(place)}:{finding.line}" if finding.line else name(place)


def host(group: Group) -> str:
    """Return the host of a group."""
    return name(group.host) or NO_HOST


def name(text: str) -> str:
    """Return a name from a scrape as one short line without anything that moves a cursor or turns the writing."""
    return shown(text, NAME)


def some(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> some(1, "finding"), some(1200, "finding")
    ('1 finding', '1,200 findings')
    """
    return f"{count:,} {noun}{'s' * (count != 1)}"


def sums(totals: Mapping[str, int], known: int = 0) -> str:
    """Return how many findings there are of each severity, and how many are known already.

    >>> sums({"error": 2, "info": 1}, 4)
    '2 errors, 0 warnings, 1 info; 4 known in the baseline'
    """
    counts = f"{some(totals.get('error', 0), 'error')}, {some(totals.get('warning', 0), 'warning')}, "
    return counts + f"{totals.get('info', 0):,} info" + (f"; {known:,} known in the baseline" if known else "")


def left_out(shown_: int, total: int, limit: str) -> str:
    """Return the sentence on what a report leaves out, empty when that is nothing."""
    if total <= shown_:
        return ""
    return f"{some(total - shown_, 'further finding')} not listed here ({limit}). {ELSEWHERE}"
