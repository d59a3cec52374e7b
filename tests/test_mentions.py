"""Names in running text: what is taken, where it ends, which title stands before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.mentions import find, gender, name_words


def names(text: str, language: str = "en") -> list[str]:
    return [m.text for m in find(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He met Emmanuel Macron and Vladimir Putin.", ["Emmanuel Macron", "Vladimir Putin"]),
        ("en", "According to Ursula von der Leyen, talks go on.", ["Ursula von der Leyen"]),
        ("en", "In his book J. K. Rowling wrote to George W. Bush.", ["J. K. Rowling", "George W. Bush"]),
        ("en", "The envoy of Bashar al-Assad met al-Assad's aide.", ["Bashar al-Assad", "al-Assad"]),
        ("en", "She saw Kim Jong-un and Jean-Luc Godard there.", ["Kim Jong-un", "Jean-Luc Godard"]),
        ("en", "It was Conan O'Brien who asked.", ["Conan O'Brien"]),
        ("en", "The aide to Robert Downey Jr. left.", ["Robert Downey Jr."]),
        ("en", "Later Theresa May spoke.", ["Theresa May"]),
        ("en", "The Macron-led group met Putin's envoy.", ["Macron", "Putin"]),
        ("en", "The deal that Biden signed Tuesday failed.", ["Biden"]),
        ("en", "On Friday Ukrainian Volodymyr Zelensky called.", ["Volodymyr Zelensky"]),
        ("en", "Write to @EmmanuelMacron or see www.Example.com/Page now.", []),
        ("fr", "Selon Dominique de Villepin, rien ne change.", ["Dominique de Villepin"]),
        ("fr", "C'est la Russie de Vladimir Poutine.", ["Russie", "Vladimir Poutine"]),
        ("fr", "Pour Valéry Giscard d'Estaing, non.", ["Valéry Giscard d'Estaing"]),
        ("fr", "Hier, l’Élysée a répondu à Sergueï Lavrov.", ["Élysée", "Sergueï Lavrov"]),
        ("fr", "L'arrivée d'Emmanuel\u00a0Macron est prévue.", ["Emmanuel\u00a0Macron"]),
        ("de", "Gestern sagte die Bundeskanzlerin Angela Merkel der Presse nichts.", ["Angela Merkel"]),
        ("de", "Danach sprach Alexander von Humboldt mit dem Rat.", ["Alexander von Humboldt", "Rat"]),
        ("ru", "Вчера президент Владимир Путин принял гостей.", ["Владимир Путин"]),
        ("uk", "Учора президент Володимир Зеленський прибув.", ["Володимир Зеленський"]),
        ("zh", "普京和马克龙举行会谈。", []),
        ("ar", "قال بوتين إن المحادثات مستمرة", []),
        ("en", "", []),
    ],
)
def test_a_name_is_taken_whole_and_alone(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "title", "name"),
    [
        ("en", "He told President Macron so.", "President", "Macron"),
        ("en", "It was Foreign Minister Sergey Lavrov who left.", "Foreign Minister", "Sergey Lavrov"),
        ("en", "Then Mr. Putin spoke.", "Mr.", "Putin"),
        ("en", "It hit opposition leader Alexei Navalny.", "leader", "Alexei Navalny"),
        ("fr", "Hier, le président russe Vladimir Poutine a dit oui.", "président russe", "Vladimir Poutine"),
        ("fr", "Ensuite Mme Merkel est partie.", "Mme", "Merkel"),
        ("fr", "Pour M. Macron, non.", "M.", "Macron"),
        ("fr", "Selon la chancelière Angela Merkel, oui.", "chancelière", "Angela Merkel"),
    ],
)
def test_a_title_is_told_apart_from_the_name(language: str, text: str, title: str, name: str) -> None:
    (mention,) = [m for m in find(text, language) if m.text == name]
    assert mention.title == title
    assert mention.kind == "person"
    assert text[mention.title_start : mention.start].strip() == title


def test_an_opening_word_is_no_name_unless_its_capital_is_seen_inside_a_sentence() -> None:
    assert names("Protests went on. Critics left.") == []
    assert names("Putin spoke first. Later they heard Putin again.") == ["Putin", "Putin"]
    assert [m.text for m in find("Putin spoke first.", "en", also={"putin"})] == ["Putin"]


def test_a_headline_in_capitals_gives_only_known_names() -> None:
    headline = "Putin, Macron Call for Complete Halt to Karabakh Fighting"
    assert names(headline) == []
    assert [m.text for m in find(headline, "en", also={"putin", "macron"})] == ["Putin", "Macron"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They asked NATO for help.", "NATO", "organisation"),
        ("They asked the Bank of England.", "Bank of England", "organisation"),
        ("They asked the University of Oxford for help.", "University of Oxford", "organisation"),
        ("They went to Vilnius by train.", "Vilnius", "place"),
        ("They flew to North Korea by night.", "North Korea", "place"),
        ("They heard Olaf Scholz there.", "Olaf Scholz", "person"),
    ],
)
def test_organisations_and_places_are_told_from_people(text: str, name: str, kind: str) -> None:
    assert [(m.text, m.kind) for m in find(text, "en")] == [(name, kind)]


def test_words_of_proved_names_serve_another_text() -> None:
    also = name_words(find("He saw Marta Lindqvist there.", "en"))
    assert [m.text for m in find("Lindqvist left.", "en", also=also)] == ["Lindqvist"]


def test_a_given_name_tells_a_woman_from_a_man() -> None:
    assert gender("Angela Merkel") == "f"
    assert gender("Jean-Luc Mélenchon") == "m"
    assert gender("Xyz Merkel") == ""


@given(st.text(max_size=200), st.sampled_from(["und", "en", "fr", "de", "ru", "xx"]))
def test_spans_rise_and_give_the_text_back(text: str, language: str) -> None:
    at = 0
    for mention in find(text, language, openers=True):
        assert at <= mention.title_start <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        at = mention.start


def test_a_long_line_of_capitals_takes_linear_time() -> None:
    assert len(find("Aa Bb " * 50_000, "en")) > 1
    assert find("A" * 300_000, "en") is not None
    assert find("A-" * 150_000, "en") is not None
    assert find("A. " * 100_000, "en") is not None
