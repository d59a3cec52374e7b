"""News agencies are found as they are written, and nowhere else."""

from __future__ import annotations

import pytest

from cleaner import agencies

AFP, AP, DPA, TASS = "Agence France-Presse (AFP)", "Associated Press (AP)", "Deutsche Presse-Agentur (dpa)", "TASS"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("quoted by AFP, Reuters and The Associated Press", [AFP, "Reuters", AP]),
        ("sagte er der dpa", [DPA]),
        ("DPA/AFP", [DPA, AFP]),
        ("сообщает ТАСС", [TASS]),
        ("l’Agence France-Presse", [AFP]),
        ("据新华社报道", ["Xinhua"]),
        ("【パリＡＦＰ時事】", [AFP, "Jiji Press"]),
        ("he tapped an ap and a tass", []),
        ("AP classes, PA and MAP", [AP]),
        ("The MENA region", []),
    ],
)
def test_agencies_count_as_they_are_written(text: str, names: list[str]) -> None:
    found = agencies.find(text)
    assert [name for _, _, name in found] == names
    assert all(0 <= start < end <= len(text) for start, end, _ in found)


def test_weak_forms_count_only_when_asked_for() -> None:
    assert agencies.find("(PA)") == []
    assert [name for _, _, name in agencies.find("(PA)", weak=True)] == ["PA Media"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("PARIS, Oct 1 (Reuters) - The talks went on", "PARIS, Oct 1 (Reuters) -"),
        ("Moscú, 1 oct (EFE).- El presidente ruso", "Moscú, 1 oct (EFE).-"),
        ("МОСКВА, 30 сентября. /ТАСС/. Президент России", "МОСКВА, 30 сентября. /ТАСС/. "),
        ("МОСКВА, 1 окт - РИА Новости. Президент", "МОСКВА, 1 окт - РИА Новости."),
        ("Moskau (dpa) - Die Präsidenten", "Moskau (dpa) -"),
        ("(ANSA) - ROMA, 01 OTT - Il presidente", "(ANSA) -"),
        ("新华社莫斯科9月30日电（记者）", "新华社莫斯科9月30日电"),
        ("Reuters reported on Thursday that talks - long awaited - were held", ""),
        ("The president told AFP - in a rare interview - that he would not", ""),
    ],
)
def test_a_dateline_ends_before_the_first_sentence(text: str, head: str) -> None:
    assert text[: agencies.opening(text)] == head


def test_every_canonical_name_is_found_by_each_of_its_forms() -> None:
    for canonical, forms in agencies.table().agencies.items():
        for form in forms:
            assert [name for _, _, name in agencies.find(f"({form})")][:1] == [canonical], form
