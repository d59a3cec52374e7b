"""The scorer of quotations on real pages: what it looks a quotation up by, and who it takes for its speaker."""

from __future__ import annotations

import cleaner
from benchmarks.quotations import PARTS, compare, digest, noted
from cleaner.config import Config

TEXT = """Bridge to open in May

Tom Reddick, the mayor of Leeds, met reporters on Monday.

“The bridge will open in May this year,” Reddick said.

Nobody there knew “The best bridge that money can ever buy”.
"""


def _verdicts(**who: str) -> list[str]:
    document = cleaner.clean(TEXT, config=Config(profile="text"))
    quotations = {"open": "The bridge will open in May this year", "song": "The best bridge that money can ever buy"}
    notes = {("seen", "1", digest(quotations[name])): speaker for name, speaker in who.items()}
    return [verdict for _, verdict, _ in compare("1", document, notes)]


def test_a_quotation_is_known_by_its_letters() -> None:
    assert digest("“We’re here,”") == digest('"We\'re  HERE"') != digest("We are here")


def test_a_quotation_is_right_wrong_or_missing() -> None:
    assert _verdicts(open="Tom Reddick") == ["right"]
    assert _verdicts(open="Ann Lee|the mayor of Hull") == ["wrong"]
    assert _verdicts(open="?") == []


def test_what_nobody_says_is_given_to_nobody() -> None:
    assert _verdicts(open="-") == ["false"]
    assert _verdicts(song="-") == ["silent"]
    assert _verdicts(song="Ann Lee") == ["missing"]


def test_the_notes_are_whole() -> None:
    notes = noted()
    assert {part for part, _, _ in notes} == set(PARTS)
    assert not set.intersection(*({page for named, page, _ in notes if named == part} for part in PARTS))
    assert all(who for who in notes.values()) and len(notes) > 1_000
