"""Languages: what is plain to see is told by function words, what is not is left to the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import detect, readers

PARAGRAPHS = Path(__file__).parent / "data" / "language"

CATALAN = (
    "El president va dir que el govern farà tot el possible perquè les negociacions continuïn.",
    "La reunió es va celebrar a la ciutat amb els ministres i els seus assessors durant dues hores.",
    "Segons fonts del govern, els acords no es faran públics fins a la setmana que ve, quan es reuneixi el consell.",
)


def page(lines, declared):
    text = "".join(f"<p>{line}</p>" for line in lines)
    return readers.document(f"<html lang='{declared}'><body>{text}</body></html>")


@pytest.mark.parametrize("declared", ["ca", "es", "fr"])
def test_a_neighbour_of_a_known_language_is_left_to_the_model_whatever_the_page_declares(declared):
    assert detect.assign(page(CATALAN, declared)).language == "ca"
    assert detect.assign(page(CATALAN * 4, declared)).language == "ca"


def test_a_paragraph_in_another_language_keeps_it_and_a_short_line_takes_its_page_s():
    french = "Les ministres ont dit qu'ils se retrouveraient après le sommet, selon la présidence de la République."
    english = "The ministers said that they would meet again after the summit of the leaders in the city of Paris."
    blocks = detect.assign(page([english, english, french, "Lire aussi"], "en")).blocks
    assert [block.language for block in blocks] == ["en", "en", "fr", "en"]


SPARSE = (
    "Running shoes, blue, sizes five to twelve. Free delivery over fifty dollars. Breathable upper and rubber sole. "
    "Return within thirty days for full refund. Customers rate this shoe highly."
)


def test_few_function_words_settle_a_declared_language_that_stands_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "_by_model", lambda text: "model")
    assert detect.detect(SPARSE) == "model"
    assert detect.detect(SPARSE, hint="en") == "en"
    assert detect.detect(SPARSE, hint="es") == "model"


@pytest.mark.parametrize("words", [
    "no", "no one", "The team", "yes", "ha", "go", "in", "on", "men", "die", "a man", "all in", "Home News", "Sport",
])  # fmt: skip
@pytest.mark.parametrize("times", [3, 4, 8, 12, 30, 400])
def test_a_few_words_said_again_and_again_tell_no_foreign_language(words: str, times: int) -> None:
    for between in (" ", ", ", ". "):
        assert detect.detect(between.join([words] * times)) in ("und", "en")


def test_a_chorus_tells_its_language_all_the_same() -> None:
    assert detect.detect("All you need is love. " * 4) == "en"
    assert detect.detect("Je ne le sais pas, non, je ne le sais pas. " * 3) == "fr"
    assert detect.detect("他说他不知道。" * 5) == "zh"


def test_a_wrong_declaration_does_not_make_a_text_english() -> None:
    dutch = "De minister heeft gezegd dat hij volgende week met de burgemeester zal praten over de nieuwe brug."
    assert detect.detect(dutch, hint="en") == "nl"


def test_languages_that_are_nearly_one_stand_together() -> None:
    """The model gives neither Norwegian nor its sister more than half; together they are beyond doubt."""
    odds = [("nn", 0.48), ("nb", 0.47), ("da", 0.05)]
    model = type("Model", (), {"rank": staticmethod(lambda text: odds)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detect, "_model", lambda: model)
        assert detect._by_model("…") == "nn"
        odds[2] = ("da", 0.9)
        odds[0], odds[1] = ("nn", 0.05), ("it", 0.05)
        assert detect._by_model("…") is None


def test_norwegian_is_one_of_its_two_forms() -> None:
    model = type("Model", (), {"rank": staticmethod(lambda text: [("no", 0.7), ("nb", 0.2), ("nn", 0.1)])})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detect, "_model", lambda: model)
        assert detect._by_model("…") == "nb"


@pytest.mark.parametrize("tag", sorted(path.stem for path in PARAGRAPHS.glob("*.txt")))
def test_every_paragraph_of_news_is_told_from_those_of_its_neighbours(tag: str) -> None:
    """All 236 paragraphs in 29 languages; before the words that part neighbours, no Bokmål and no Latin Serbian."""
    lines = (PARAGRAPHS / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 2
    assert [line for line in lines if detect.detect(line) != tag] == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Den nye loven trer i kraft på mandag, sier statsministeren.", "nb"),
        ("Den nye lova tek til å gjelde måndag, seier statsministeren.", "nn"),
        ("Den nye lov træder i kraft på mandag, siger statsministeren.", "da"),
        ("Predsednik je u sredu rekao da će nove mere stupiti na snagu sledećeg meseca.", "sr"),
        ("Predsjednik je u srijedu rekao da će nove mjere stupiti na snagu u siječnju.", "hr"),
        ("Premijer je u srijedu saopćio da će nove mjere stupiti na snagu u januaru.", "bs"),
    ],
)
def test_the_words_that_part_neighbours_settle_what_the_model_mixes_up(text: str, tag: str) -> None:
    assert detect.detect(text) == tag


def test_what_no_word_parts_stays_with_the_model() -> None:
    assert [detect._among_neighbours("Oslo 2026", tag) for tag in ("nb", "nn", "da", "fr")] == ["nb", "nn", "da", "fr"]


def test_letters_are_compared_as_written_however_they_are_composed() -> None:
    assert detect._among_neighbours("fra\u030a Bergen", "nb") == "nn"
    assert detect._among_neighbours("fra Bergen", "nb") == "nb"


def test_an_unsure_model_is_believed_where_the_function_words_say_the_same() -> None:
    odds = [("en", 0.43), ("lb", 0.2), ("pcm", 0.1)]
    model = type("Model", (), {"rank": staticmethod(lambda text: odds)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detect, "_model", lambda: model)
        assert detect._by_model("The Jobs Image Of Arabia Takes The Knock And Windows By Children") == "en"
        assert detect._by_model("Jobs Image Arabia Takes Knock Windows Children") is None
