# ruff: noqa: E501 (sentences stand on one line)
"""Whether two spellings are one person, who a listed name is, who held an office."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.names import canonical, everyone, match_names, office_holders
from cleaner.names.people import foreign_form


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vladimir Putin", "Vladimir Poutine"), ("Vladimir Putin", "Владимир Путин"), ("Putin", "President Putin"),
        ("Emmanuel Macron", "Emmanuel Mácron"), ("Emmanuel\u00a0Macron", "Macron, Emmanuel".replace(",", "")),
        ("Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya"), ("Alexander Lukashenko", "Alexandre Loukachenko"),
        ("Nikolai Ivanov", "Nikolay Ivanov"), ("Alexei Kudrin", "Aleksey Koudrine"), ("Иван Петров", "Ivan Petrov"),
        ("John Smith", "J. Smith"), ("Joseph R. Biden", "Joe Biden"), ("习近平", "Xi Jinping"),
        ("von der Leyen", "Ursula von der Leyen"), ("Marta Lindqvist", "Mme Marta Lindqvist"),
    ],
)  # fmt: skip
def test_spellings_of_one_person_match(a: str, b: str) -> None:
    assert match_names(a, b) > 0.75
    assert match_names(b, a) == match_names(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Olaf Scholz", "Martin Schulz"), ("Scholz", "Schulz"), ("Ali Khamenei", "Ruhollah Khomeini"),
        ("Kim Jong-un", "Kim Jong-il"), ("George W. Bush", "George H. W. Bush"), ("Robert Downey", "Robert Downey Jr."),
        ("Sergei Tikhanovsky", "Svetlana Tikhanovskaya"), ("Ivan Petrov", "Irina Petrova"), ("Jean Dupont", "Luc Dupont"),
        ("Charles II", "Charles III"), ("J. Smith", "K. Smith"), ("Hans Meier", "Karl Meier"), ("", "Putin"),
        ("Angela Merkel", "Emmanuel Macron"), ("Lech Kaczyński", "Jarosław Kaczyński"),
    ],
)  # fmt: skip
def test_other_people_do_not_match(a: str, b: str) -> None:
    assert match_names(a, b) < 0.35
    assert match_names(b, a) == match_names(a, b)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_probability_is_given_for_any_two_texts(a: str, b: str) -> None:
    assert 0.0 <= match_names(a, b) <= 1.0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Poutine", "Vladimir Putin"), ("Путин", "Vladimir Putin"), ("普京", "Vladimir Putin"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"), ("Macron", "Emmanuel Macron"), ("Trump", "Donald Trump"),
        ("Brigitte Macron", "Brigitte Macron"), ("Svetlana Tikhanovskaïa", "Sviatlana Tsikhanouskaya"),
        ("Assad", "Bashar al-Assad"), ("Jinping Xi", "Xi Jinping"), ("Zelensky", "Volodymyr Zelenskyy"),
        ("Bush", None), ("Johnson", None), ("Le Pen", None), ("Kim", None), ("Marta Lindqvist", None), ("", None), ("...", None),
    ],
)  # fmt: skip
def test_a_name_means_a_listed_person_or_nobody(name: str, expected: str | None) -> None:
    person = canonical(name)
    assert (person.name if person else None) == expected


def test_every_listed_name_means_its_bearer_and_no_other() -> None:
    for person in everyone():
        found = canonical(person.name)
        assert found is None or found is person, person.name
        assert found is person or person.common, person.name


def test_the_list_is_large_and_dated() -> None:
    assert len(everyone()) >= 350
    for person in everyone():
        assert person.gender in ("m", "f")
        for office in person.offices:
            datetime.date.fromisoformat(office.start)
            assert not office.end or office.start < office.end, person.name


@pytest.mark.parametrize(
    ("role", "country", "date", "expected"),
    [
        ("president", "RU", "2020-10-01", ["Vladimir Putin"]),
        ("president", "RU", datetime.date(2010, 1, 1), ["Dmitry Medvedev"]),
        ("president", "FR", "2020", ["Emmanuel Macron"]),
        ("president", "US", "2019-05", ["Donald Trump"]),
        ("chancellor", "DE", "2021", ["Angela Merkel", "Olaf Scholz"]),
        ("secretary_general", "UN", "2010-06-01", ["Ban Ki-moon"]),
        ("president", "US", "1950-01-01", []),
        ("president", "XX", "2020-01-01", []),
    ],
)
def test_an_office_has_its_holder_of_the_day(role: str, country: str, date: object, expected: list[str]) -> None:
    assert [p.name for p in office_holders(role, country, date)] == expected  # type: ignore[arg-type]


def test_nobody_holds_an_office_twice_at_once() -> None:
    for role in ("president", "prime_minister", "chancellor", "foreign_minister"):
        for country in ("RU", "FR", "DE", "US", "GB", "UA", "IT", "PL"):
            for year in range(2000, 2025):
                assert len(office_holders(role, country, f"{year}-07-15")) <= 1, (role, country, year)


def test_a_foreign_form_is_one_that_the_language_does_not_use() -> None:
    assert foreign_form("Vladimir Poutine", "en") is canonical("Putin")
    assert foreign_form("Vladimir Poutine", "fr") is None
    assert foreign_form("Vladimir Putin", "en") is None
    assert foreign_form("Wladimir Putin", "fr") is canonical("Putin")
    assert foreign_form("Marta Lindqvist", "en") is None
