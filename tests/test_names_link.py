"""Who a name means among the listed people: in any script, damaged a little, and nobody where two are within reach."""
# ruff: noqa: E501 (names stand by pairs on one line)

import re

import pytest

import cleaner
from cleaner.language import read_yaml
from cleaner.names import everyone, link
from cleaner.names.listed import _LISTS

ROLES = {
    "president", "vice_president", "prime_minister", "chancellor", "first_minister", "monarch", "crown_prince",
    "supreme_leader", "foreign_minister", "defence_minister", "finance_minister", "interior_minister",
    "opposition_leader", "president_spokesperson", "foreign_ministry_spokesperson", "central_bank_governor",
    "secretary_general", "commission_president", "council_president", "parliament_president", "high_representative",
    "director", "human_rights_commissioner", "refugees_commissioner", "prosecutor", "pope",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Angela Merkel", "angela-merkel"), ("MERKEL, Angela", "angela-merkel"), ("Kanzlerin Angela Merkel", "angela-merkel"),
        ("Ангела Меркель", "angela-merkel"), ("أنغيلا ميركل", "angela-merkel"), ("アンゲラ・メルケル", "angela-merkel"),
        ("Angela Mekrel", "angela-merkel"), ("Angela Dorothea Merkel", "angela-merkel"),
        ("Mikhaïl Gorbatchev", "mikhail-gorbachev"), ("Gorbatschow", "mikhail-gorbachev"), ("习近平", "xi-jinping"),
        ("Jinping Xi", "xi-jinping"), ("김정은", "kim-jong-un"), ("Kim Jong Il", "kim-jong-il"), ("Pape François", "pope-francis"),
        ("George W. Bush", "george-w-bush"), ("George H. W. Bush", "george-h-w-bush"), ("Emmanuel Mаcron", "emmanuel-macron"),
        ("Abdelfattah Al-Sissi", "abdel-fattah-el-sisi"), ("Wolodymyr Selenskyj", "volodymyr-zelenskyy"),
        ("Marta Lindqvist", None), ("Pierre Macron", None), ("", None), ("Kremlin", None), ("Ivan Merkel", None),
    ],
)  # fmt: skip
def test_a_name_links_to_one_person_or_nobody(name, expected):
    found = link(name)
    assert found.id == expected
    assert (found.person is None) == (found.id is None)
    assert found.person is None or (found.probability >= 0.9 and found.candidates[0].person is found.person)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Kim", {"kim-jong-un", "kim-jong-il"}), ("Clinton", {"bill-clinton", "hillary-clinton"}),
        ("Kirchner", {"cristina-fernandez-de-kirchner", "nestor-kirchner"}), ("Bush", {"george-w-bush", "george-h-w-bush"}),
    ],
)  # fmt: skip
def test_a_name_that_several_bear_links_to_nobody_and_says_who_they_are(name, within):
    found = link(name)
    assert found.person is None and found.ambiguous
    assert within <= {candidate.person.id for candidate in found.candidates}


def test_ids_are_words_and_stand_once():
    ids = [person.id for person in everyone()]
    assert len(ids) == len(set(ids)) >= 1500
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in ids)


def test_every_office_is_of_a_known_kind_and_of_a_country_or_body():
    for person in everyone():
        for office in person.offices:
            assert office.role in ROLES, (person.name, office)
            assert re.fullmatch(r"[A-Z]{2,3}|[A-Z][A-Za-z]{2,12}", office.country), (person.name, office)


def test_heads_of_government_are_known_for_most_countries_of_the_world():
    held = {office.country for person in everyone() for office in person.offices if len(office.country) == 2}
    assert len(held) >= 165


def test_a_list_names_nobody_of_another_list():
    names = [name for path in sorted(_LISTS.glob("*.yaml")) for name in read_yaml(path)["people"]]
    assert len(names) == len(set(names))


def test_a_linked_speaker_has_the_same_id_in_every_language():
    english = cleaner.clean('"We will go on," President Emmanuel Macron said on Monday in Paris after the talks.')
    french = cleaner.clean("« Nous continuerons », a déclaré lundi le président Emmanuel Macron après la réunion de Paris.")
    for document in (english, french):
        assert [row.speaker_id for row in document.statements] == ["emmanuel-macron"]
