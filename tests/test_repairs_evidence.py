# ruff: noqa: E501 (sentences stand on one line)
"""What speaks for a repair of a name and what against: counts, how usual a spelling is, what stands beside it."""

import pytest

from cleaner.repairs import fix
from cleaner.repairs.usual import doubt, seen

MENDED = [
    # once against once: the unusual spelling is the odd one, wherever it stands
    ("en", "Karim Benhaddou spoke on Monday. The plan of Karim Benhàddou was not new.", "Benhàddou", "Benhaddou"),
    ("en", "In the hall, Ruth Brekcinridge spoke. Critics of Breckinridge left.", "Brekcinridge", "Breckinridge"),
    ("es", "El martes, Marta Lindqvist habló. Según Lindqvisst, el plan es caro.", "Lindqvisst", "Lindqvist"),
    # a surname alone, a given name unknown to the lists
    ("pt", "Na terça-feira, Wendelin Quarantino falou. Segundo Quarantin0, o plano é caro.", "Quarantin0", "Quarantino"),
    ("it", "Ieri ha parlato Aino Virtanen. L’ufficio di Virtaneen tace. Secondo Virtanen, va bene. Virtanen tace.", "Virtaneen", "Virtanen"),
    # where every noun has a capital, and where names have endings
    ("de", "Am Dienstag sprach Tobias Krenner. Nach Angaben von Krenmer geht es weiter. Krenner ging.", "Krenmer", "Krenner"),
    ("pl", "We wtorek Wojciech Malinowski mówił w stolicy. Jak twierdzi Malin0wski, plan jest drogi.", "Malin0wski", "Malinowski"),
    ("pl", "We wtorek Hannah Feldkamp mówiła. Wiosną Hannah Feldkannp wyjaśniała plan. Feldkamp wyszła.", "Feldkannp", "Feldkamp"),
    # what reading machines make of letters
    ("en", "Laura Stone spoke on Monday. The lawyer for 5tone left. “Yes,” Stone said.", "5tone", "Stone"),
    ("en", "Bashar al-Assad spoke. Critics of a1-Assad left. “Yes,” al-Assad said.", "a1-Assad", "al-Assad"),
    ("en", "Amélie Rousselot spoke. “Yes,” RousseIot said.", "RousseIot", "Rousselot"),
    ("fr", "Olivier Arnaud a parlé. Selon Amaud, tout va bien. Arnaud est parti. Arnaud a ri.", "Amaud", "Arnaud"),
    ("en", "He met Ruth Abernathy. According to Аbеrnathy, all is well.", "Аbеrnathy", "Abernathy"),
    # accents lost once, where the house writes them
    ("en", "Gitanas Nausėda spoke. Nausėda left. “Yes,” Nausėda said. Critics of Nauseda stayed.", "Nauseda", "Nausėda"),
    ("es", "Ayer habló Svetlana Tijanóvskaya. Tijanóvskaya salió. “Sí”, dijo Tijanóvskaya. Según Tijanovskaya, todo va bien.", "Tijanovskaya", "Tijanóvskaya"),
    # another listed spelling of one listed person, once, where the house has its own
    ("en", "Volodymyr Zelensky spoke. Zelensky left. “Yes,” Zelensky said. A spokesman for Zelenski did not.", "Zelenski", "Zelensky"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "odd", "right"), MENDED)
def test_evidence_for_a_slip_mends_it(language: str, text: str, odd: str, right: str) -> None:
    fixed = fix(text, language)
    assert fixed.text == text.replace(odd, right)
    assert all(edit.why for edit in fixed.ledger)
    assert fix(fixed.text, language).ledger == ()


STAYING = [
    # two spellings that are both usual, or both written again and again, are two people
    ("en", "Gary Anderson lost to Gary Andersen. Anderson led. Andersen came back. Critics of Anderson and of Andersen left."),
    ("en", "Omar Bennett spoke. Critics of Bennett left. Omar Bennet answered. The lawyer for Bennet left."),
    ("en", "Laura Lindquist met Peter Lindqvist. Critics of Lindqvist left. “Yes,” Lindqvist said."),
    ("en", "Hans Hofmann and Hans Hoffmann wrote. Critics of Hofmann left. “Yes,” Hofmann said."),
    # cited, quoted, spelled out
    ("en", "The ballot read “Emanuel Macron”. Emmanuel Macron laughed. “Yes,” Macron said."),
    ("en", "The letter was signed “Nicolas Maduro (sic)”. Nicolás Maduro denied it. “No,” Maduro said."),
    ("en", "Nick Clegg spoke. “Yes,” Clegg said. His name was misspelled as Nick Cleggg on the poster."),
    ("en", "A sign read: « Poutine, arrêtez la guerre ». Vladimir Putin did not see it. “No,” Putin said."),
    ("en", "Le Monde’s headline was « Loukachenko défie l’Europe ». Alexander Lukashenko left. “No,” Lukashenko said."),
    ("fr", "Un manifestant brandissait une pancarte : “Putin, go home”. Vladimir Poutine ne l’a pas vu. Poutine rit."),
    # no people, no sentence
    ("en", "Vintage Art Accessories and Artwork.\nArt Supplies\nArtcessories\nArtwork"),
    ("en", "A USB Type-A port, a USB Type-A cable. The keyboard has Type-C to Type-A cables."),
    ("en", "Rosé Wines sell well. Rosé Wines are pink, and rosé is cheap. A Cabernet Franc Rose is another."),
    ("en", "He works in Traditional Finance. The exchange Binance closed. Finance is dull; finance pays."),
    ("en", "Mark Porter spoke. Critics of Porter left. A Pottter film ran. The Pottter film won."),
    # a sentence's first word in a language without a list of such words
    ("vi", "Nguyễn Phú Trọng phát biểu. Ông Trọng rời đi. Trong khi đó, Phú Yên mưa."),
    # endings
    ("pl", "Donald Tusk mówił. Tuska słuchano. Z Tuskiem rozmawiano. Tuskowi klaskano."),
    ("hr", "Andrej Plenković je govorio. Plenkovića su slušali. S Plenkovićem su otišli."),
    ("lt", "Gitanas Nausėda kalbėjo. Nausėdos žodžiai. Nausėdą matė. Nausėda išėjo."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), STAYING)
def test_what_may_be_right_stays(language: str, text: str) -> None:
    assert fix(text, language).ledger == ()
    assert fix(text).ledger == ()


def test_a_repair_names_its_witnesses() -> None:
    text = "Laura Feldkamp spoke. “Yes,” Feldkamp said. Critics of Feldkannp left."
    (edit,) = fix(text, "en").ledger
    assert edit.why == "'Feldkamp' stands 2 times elsewhere (1 in 'Laura Feldkamp'); 'Feldkannp' has a misread letter."


def test_counts_from_other_documents_are_a_witness_and_no_value() -> None:
    tie = "Aino Virtamen spoke on Monday. Critics of Virtanen left."
    other = {"Aino Virtanen": 40, "Mark Benson": 12}
    assert fix(tie, "en").text == tie
    fixed = fix(tie, "en", other)
    assert fixed.text == tie.replace("Virtamen", "Virtanen")
    assert "40 times in other documents" in fixed.ledger[0].why
    assert fix(fixed.text, "en", other).ledger == ()
    alone = "Mark Bensson spoke on Monday."
    assert fix(alone, "en", other).text == alone


def test_counts_from_other_documents_may_speak_against() -> None:
    text = "Laura Feldkamp spoke. “Yes,” Feldkamp said. Critics of Feldkampp left."
    assert fix(text, "en").text != text
    assert fix(text, "en", {"Feldkampp": 200}).text == text


@pytest.mark.parametrize(("odd", "right"), [("Harrlod", "Harold"), ("Mácron", "Macron"), ("Bcnson", "Benson")])
def test_a_damaged_spelling_is_less_usual(odd: str, right: str) -> None:
    assert doubt(odd, right) > 4 > -4 > doubt(right, odd)
    assert seen(right) and not seen(odd)


def test_many_capitalised_words_take_little_time() -> None:
    import time

    words = " ".join(f"Na{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}rov{i % 7}" for i in range(20_000))
    begun = time.process_time()
    fix(words, "de")
    assert time.process_time() - begun < 20
