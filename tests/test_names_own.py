"""A user's own people: read from a table or from FollowTheMoney, told apart, carried through a run."""

# ruff: noqa: E501 (sentences stand on one line)

import json
import pickle
from pathlib import Path

import pytest

import cleaner
from cleaner.config import Config, from_pyproject
from cleaner.errors import PackError
from cleaner.names import canonical, everyone, link, using
from cleaner.run import run

CSV = "name,aliases,fr,gender,surname,common,roles\n" \
      "Marta Lindqvist,M. A. Lindqvist;Martha Lindquist,Marthe Lindqvist,f,Lindqvist,no,president XX 2020-01-01..\n"
ARTICLE = '"We will go on," Marta Lindqvist said on Monday in the capital. "Nothing is lost," Lindqvist said.'


def _file(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _entity(**properties: list[str]) -> str:
    return json.dumps({"id": "Q1", "schema": "Person", "properties": properties}, ensure_ascii=False) + "\n"


def test_a_person_of_a_table_is_known_by_every_name_while_it_is_in_use(tmp_path):
    people = (_file(tmp_path, "people.csv", CSV),)
    for name in ("Marta Lindqvist", "Marthe Lindqvist", "Lindqvist", "Martha Lindquist", "M. A. Lindqvist"):
        with using(people):
            found = link(name)
            assert (found.id, found.person.gender) == ("marta-lindqvist", "f"), name
        assert canonical(name) is None


def test_an_entry_for_a_listed_person_adds_to_that_person(tmp_path):
    people = (_file(tmp_path, "people.tsv", "name\taliases\nVladimir Putin\tVova Putin\n"),)
    before = len(everyone())
    with using(people):
        assert canonical("Vova Putin").id == canonical("Poutine").id == "vladimir-putin"
        assert canonical("Putin").gender == "m"
        assert len(everyone()) == before
    assert canonical("Vova Putin") is None


def test_people_are_read_from_followthemoney(tmp_path):
    text = _entity(name=["Марта Линдквист", "Marta Lindqvist"], alias=["Tante Marta"], gender=["female"],
                   weakAlias=["Lindy"], position=["Chair of the board"])
    text += '{"id": "c", "schema": "Company", "properties": {"name": ["Lindqvist Ltd"]}}\n\n'
    with using((_file(tmp_path, "people.ftm.jsonl", text),)):
        found = {name: link(name).id for name in ("Марта Линдквист", "Marta Lindqvist", "Tante Marta", "Lindy")}
        assert found == {"Марта Линдквист": "Q1", "Marta Lindqvist": "Q1", "Tante Marta": "Q1", "Lindy": None}
        assert link("Marta Lindqvist").person.name == "Marta Lindqvist"
        assert link("Lindqvist Ltd").person is None


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("p.csv", "naam,gender\nA B,m\n", "p.csv, line 1: no column 'name'"),
        ("p.csv", "name,colour\nA B,red\n", "p.csv, line 1: unknown column 'colour'"),
        ("p.csv", "name,gender\nAnn Bee,f\nCarl Dee,x\n", "p.csv, line 3: gender 'x'; expected m, f"),
        ("p.csv", "name,roles\nAnn Bee,queen\n", "p.csv, line 2: role 'queen'; expected ROLE COUNTRY"),
        ("p.csv", "name,fr\nAnn Bee,a,b\n", "p.csv, line 2: more cells than columns"),
        ("p.csv", "name,fr\n,Anne\n", "p.csv, line 2: '' is no name"),
        ("p.csv", "", "p.csv, line 1: no column 'name'"),
        ("p.jsonl", '{"schema": "Person"}\n', "p.jsonl, line 1: no 'properties'"),
        ("p.jsonl", "\n[1]\n", "p.jsonl, line 2: no FollowTheMoney entity"),
        ("p.jsonl", "{\n", "p.jsonl, line 1: no JSON"),
        ("p.jsonl", '{"schema": "Person", "properties": {"name": [1]}}', "line 1: property 'name' is no list of texts"),
        ("p.jsonl", '{"schema": "Person", "properties": {}}', "line 1: a Person without 'name'"),
        ("p.xlsx", "", "p.xlsx: no list of people that is known"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_list_is_told_with_its_place(tmp_path, name, text, told):
    with pytest.raises(PackError) as error, using((_file(tmp_path, name, text),)):
        pass
    assert told in str(error.value)


def test_a_file_that_is_not_there_or_not_utf_8_is_told(tmp_path):
    with pytest.raises(PackError, match="no such file"), using((str(tmp_path / "none.csv"),)):
        pass
    (tmp_path / "latin.csv").write_bytes("name\nJosé Pérez\n".encode("latin-1"))
    with pytest.raises(PackError, match="not in UTF-8"), using((str(tmp_path / "latin.csv"),)):
        pass


def test_a_run_links_speakers_to_own_people_whatever_the_number_of_workers(tmp_path):
    people = _file(tmp_path, "people.csv", CSV)
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        _file(pages, f"{number}.txt", f"{ARTICLE} It was day {number} of the talks in the old town hall.")
    config = pickle.loads(pickle.dumps(Config(people=(people,))))
    told = []
    for jobs in (1, 2):
        out = tmp_path / f"out{jobs}"
        run([pages], out, config, jobs=jobs, file_format="jsonl")
        rows = [json.loads(line) for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
        assert {row["speaker_id"] for row in rows if row["speaker"] == "Marta Lindqvist"} == {"marta-lindqvist"}
        made = json.loads((out / "run.json").read_text(encoding="utf-8"))
        assert (made["config"]["people"], list(made["people"])) == (["people.csv"], ["people.csv"])
        told.append((rows, made))
    assert told[0] == told[1]


def test_a_bad_list_stops_a_run_before_anything_is_written(tmp_path):
    bad = _file(tmp_path, "people.csv", "naam\n")
    page = _file(tmp_path, "page.txt", ARTICLE)
    with pytest.raises(PackError):
        run([page], tmp_path / "out", Config(people=(bad,)))
    assert not list((tmp_path / "out").glob("*.parquet"))


def test_the_files_of_pyproject_lie_beside_it(tmp_path):
    _file(tmp_path, "pyproject.toml", '[tool.cleaner]\npeople = ["people.csv"]\n')
    assert from_pyproject(tmp_path).people == (str(tmp_path / "people.csv"),)


def test_a_name_that_fits_two_own_people_is_linked_to_neither_and_flagged(tmp_path):
    people = _file(tmp_path, "people.csv", "name,id,aliases\nAnn Lindqvist,a,Marta Lindqvist\nAda Lindqvist,b,Marta Lindqvist\n")
    document = cleaner.clean(ARTICLE, config=Config(people=(people,)))
    assert [row.speaker_id for row in document.statements] == [None, None]
    assert "ambiguous_person" in {issue.code for issue in document.issues}


def test_an_own_id_takes_the_place_of_the_listed_one(tmp_path):
    with using((_file(tmp_path, "people.csv", "id,name\nP12,Emmanuel Macron\n"),)):
        assert {link(name).id for name in ("Emmanuel Macron", "Эммануэль Макрон", "Macron")} == {"P12"}
        assert "emmanuel-macron" not in {person.id for person in everyone()}


def test_own_people_come_before_listed_ones_who_bear_the_name_too(tmp_path):
    with using((_file(tmp_path, "people.csv", "id,name,forms\nP1,Anna Rutte,Mark Rutte\n"),)):
        assert link("Mark Rutte").id == "P1"
    assert link("Mark Rutte").id == "mark-rutte"


TERMS = """id,name,forms,party,from,to
a,Marta Lindqvist,M. Lindqvist,Greens,2001,2010-05-31
a,Marta Lindqvist,,Centre,2010-06-01,
b,Magnus Lindqvist,M. Lindqvist,Left,1990,2000
"""


def test_rows_of_one_id_are_one_person_with_a_party_for_each_time(tmp_path):
    with using((_file(tmp_path, "people.csv", TERMS),)):
        marta = link("Marta Lindqvist").person
        assert marta.id == "a"
        assert [marta.party(day) for day in ("2009-01-01", "2010-05-31", "2010-06-01", "1995", "")] == [
            "Greens", "Greens", "Centre", "", ""]  # fmt: skip


def test_the_day_tells_apart_own_people_who_bear_one_name_at_different_times(tmp_path):
    people = (_file(tmp_path, "people.csv", TERMS),)
    with using(people):
        assert [link("M. Lindqvist", day=day).id for day in ("1999-03-01", "2015-03-01", "")] == ["b", "a", None]
    text = "# Talks go on\n\nPublished on {}\n\n“We will go on,” M. Lindqvist said on Monday in the old town hall.\n"
    for day, known in (("4 March 1999", "b"), ("4 March 2015", "a")):
        document = cleaner.clean(text.format(day), config=Config(people=people))
        assert [row.speaker_id for row in document.statements] == [known]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Ann Bee,Greens,May 2019,", "line 2: from 'May 2019'; expected a day, a month or a year"),
        ("Ann Bee,,2019,2018-12", "line 2: from 2019 to 2018-12 ends before it begins"),
    ],
)
def test_a_membership_that_cannot_be_is_told_with_its_place(tmp_path, row, told):
    with pytest.raises(PackError) as error, using((_file(tmp_path, "p.csv", f"name,party,from,to\n{row}\n"),)):
        pass
    assert told in str(error.value)
