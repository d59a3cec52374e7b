"""The form of its name that a house is called by: its own beside its company's, whole, with the mark that closes it."""

from __future__ import annotations

import pytest

import cleaner

STORY = """The harbour bridge reopens in spring, the mayor said on Monday after hours in the council.

Workers will replace the last of the cables in March, and the toll stays as it is for at least another two years.

"""


def publisher(*lines: str) -> str | None:
    return cleaner.clean("Bridge reopens in spring\n\n" + STORY + "\n\n".join(lines) + "\n").record.publisher


@pytest.mark.parametrize(("lines", "name"), [
    (("Get the Harbour Courier app", "© 2024 Harbour Courier Publishing Ltd. All rights reserved."), "Harbour Courier"),
    (("© 2024 Harbour Courier Publishing Ltd. All rights reserved.",), "Harbour Courier Publishing"),
    (("Get the Harbour Courier app", "© 2024 Harbour Courier Weekly. All rights reserved."), "Harbour Courier Weekly"),
    (("Get the Harbour Courierly app", "© 2024 Harbour Courier Media Ltd. All rights reserved."),
     "Harbour Courier Media"),
], ids=["a company by its house", "a company alone", "no company", "another word"])  # fmt: skip
def test_a_company_is_called_by_what_other_lines_call_its_house(lines: tuple[str, ...], name: str) -> None:
    assert publisher(*lines) == name


def test_a_name_keeps_the_mark_that_closes_it() -> None:
    assert publisher("© 2023 Радио «Маяк Тихой Гавани». Все права защищены.") == "Радио «Маяк Тихой Гавани»"


@pytest.mark.parametrize(("lines", "name"), [
    (("Our partners learn more about Audiences and what they read",), None),
    (("HarbourCourier.com » News » Bridges", "Copyright © HarbourCourier.com 2009-2024. All rights reserved."),
     "HarbourCourier.com"),
    (("© 2024 | Imprint | Contact",), None),
], ids=["any word", "an address as a name", "a menu behind the rights"])  # fmt: skip
def test_a_word_that_nothing_else_calls_a_house_is_none(lines: tuple[str, ...], name: str | None) -> None:
    assert publisher(*lines) == name
