"""Sources and time: what each host measures, what moved since another run, what findings have in common, history."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from cleaner.cli import call
from cleaner.config import Config
from cleaner.errors import SchemaError, UsageError
from cleaner.history import log, sources
from cleaner.history.drift import LEAST_RECORDS, appeared, drifts
from cleaner.history.sources import MEASURES, Source
from cleaner.run import run
from cleaner.running.hiding import hashed
from cleaner.tables import stored
from cleaner.validation import patterns
from tests.fake_run import Scrape, write


def scrape(number: int, host: str = "a.org", dated: bool = True, noise: int = 0, section: str = "news", **article):
    made = Scrape(f"{host}{number:04}", url=f"https://{host}/{section}/{number}", host=host, title="T",
                  published="2020" if dated else None, published_status="found" if dated else "absent",
                  verdict="accepted" if dated else "review", **article)  # fmt: skip
    made.block("body", "The minister spoke." * 5)
    for _ in range(noise):
        made.block("cookie_banner", "We use cookies." * 5)
    if not dated:
        made.issue("missing_date", "error", "no date")
    return made


def folder(tmp_path: Path, scrapes: list[Scrape], name: str = "out") -> Path:
    return write(tmp_path / name, scrapes, "jsonl", {"versions": {"cleaner": "1"}, "config": {"profile": "news"}})


def test_a_source_measures_what_its_records_have_and_what_is_removed(tmp_path):
    out = folder(tmp_path, [scrape(0, noise=1), scrape(1, dated=False), scrape(2, "b.org")])
    worst, best = sources.sources(out)
    assert (worst.host, worst.records, best.host) == ("a.org", 2, "b.org")
    assert worst.mean("published") == worst.mean("accepted") == 0.5 and best.mean("published") == 1.0
    page = 95 + 75
    assert worst.mean("removed") == pytest.approx(75 / page / 2) == worst.mean("removed noise")
    assert worst.mean("errors") == 0.5 and dict(worst.codes) == {"missing_date": 1}


def test_nobody_can_miss_what_nobody_can_read(tmp_path):
    out = folder(tmp_path, [scrape(0, dated=False) for _ in range(1)])
    [row] = [json.loads(line) for line in (out / "articles.jsonl").read_text().splitlines()]
    for status, verdict, expected in (("not_assessed", "review", None), ("absent", "rejected", None),
                                      ("absent", "review", 0.0)):  # fmt: skip
        row |= {"published_status": status, "verdict": verdict}
        (out / "articles.jsonl").write_text(json.dumps(row) + "\n")
        assert sources.sources(out)[0].mean("published") == expected


def test_sources_survive_being_written_down(tmp_path):
    made = log.entry(folder(tmp_path, [scrape(n, dated=n % 3 > 0, noise=n % 2) for n in range(30)]), "monday")
    log.append(tmp_path / "h.jsonl", made)
    again = log.last(tmp_path / "h.jsonl")
    assert again.label == "monday" and again.version == "1"
    for name in MEASURES:
        one, other = made.sources[0].measures[name], again.sources[0].measures[name]
        assert (one.n, one.mean) == (other.n, pytest.approx(other.mean) if other.n else None)


def test_a_redesign_shows_as_a_jump_in_what_is_removed_or_in_missing_dates(tmp_path):
    before = [scrape(n, dated=n % 20 > 0, noise=n % 2) for n in range(200)]
    after = [scrape(n, dated=n % 2 > 0, noise=3 + n % 2) for n in range(200)]
    old, new = (sources.sources(folder(tmp_path, several, name)) for name, several in (("o", before), ("n", after)))
    found = {(drift.host, drift.measure) for drift in drifts(old, new)}
    assert {("a.org", "published"), ("a.org", "removed"), ("a.org", "accepted")} <= found
    assert not list(drifts(old, old))


def test_chance_is_no_drift(tmp_path):
    import random

    rng = random.Random(1)
    runs = [
        sources.sources(
            folder(tmp_path, [scrape(n, dated=rng.random() < 0.7, noise=rng.randrange(3)) for n in range(40)], f"r{r}")
        )
        for r in range(12)
    ]
    assert not [drift for one, other in itertools.pairwise(runs) for drift in drifts(one, other)]


def test_of_a_few_records_nothing_is_said(tmp_path):
    few = LEAST_RECORDS - 1
    old, new = ([scrape(n, dated=dated) for n in range(few)] for dated in (True, False))
    found = [sources.sources(folder(tmp_path, several, name)) for name, several in (("o", old), ("n", new))]
    assert not list(drifts(*found))
    assert appeared([Source("a"), Source("b")], [Source("b"), Source("c")]) == (["c"], ["a"])


# --- what findings have in common ------------------------------------------------------------------------------------


def found(tmp_path: Path, scrapes: list[Scrape]) -> list[str]:
    return [str(pattern) for pattern in patterns.patterns(folder(tmp_path, scrapes))]


def test_findings_of_one_site_are_told_of_the_site(tmp_path):
    good = [scrape(n, "b.org") for n in range(40)]
    bad = [scrape(n, dated=False, section=("live", "news")[n % 2]) for n in range(10)]
    assert found(tmp_path, good + bad) == ["missing_date: 10 of 10 records of host a.org"]


def test_findings_of_one_part_of_a_site_are_told_of_the_part(tmp_path):
    several = [scrape(n, dated=n % 4 > 0, section="live" if n % 4 == 0 else "news") for n in range(40)]
    assert found(tmp_path, several) == ["missing_date: 10 of 10 records of section a.org/live"]


def test_findings_of_nearly_all_are_told_of_all_and_scattered_ones_of_none(tmp_path):
    assert found(tmp_path, [scrape(n, dated=n == 0) for n in range(20)]) == ["missing_date: 19 of all 20 records"]
    assert found(tmp_path, [scrape(n, f"h{n % 7}.org", dated=n % 5 > 0) for n in range(70)]) == []


# --- history ---------------------------------------------------------------------------------------------------------


def test_a_history_grows_at_its_end_and_is_never_changed(tmp_path):
    path, out = tmp_path / "h.jsonl", folder(tmp_path, [scrape(1)])
    log.append(path, log.entry(out, "1"))
    first = path.read_bytes()
    log.append(path, log.entry(out, "2"))
    assert path.read_bytes().startswith(first) and [one.label for one in log.read(path)] == ["1", "2"]


def test_a_history_that_is_no_text_is_told(tmp_path):
    (tmp_path / "h.jsonl").write_bytes(b"PK\x03\x04\xcf\x11")
    with pytest.raises(SchemaError, match=r"h\.jsonl: is not in UTF-8"):
        list(log.read(tmp_path / "h.jsonl"))


@pytest.mark.parametrize("line", ["x", "[]", "{}", '{"schema": "cleaner-history/0"}'])
def test_a_history_that_cannot_be_read_names_the_line_and_is_left_alone(tmp_path, line):
    path, out = tmp_path / "h.jsonl", folder(tmp_path, [scrape(1)])
    log.append(path, log.entry(out))
    path.write_text(path.read_text() + line + "\n")
    before = path.read_bytes()
    with pytest.raises(SchemaError, match=r"h\.jsonl, line 2"):
        log.append(path, log.entry(out))
    assert path.read_bytes() == before
    with pytest.raises(UsageError, match="no such file"):
        list(log.read(tmp_path / "nowhere"))


def test_the_command_tells_worst_first_what_moved_and_fails_on_drift_when_asked(tmp_path, capsys):
    good = folder(tmp_path, [scrape(n, noise=n % 2) for n in range(40)], "good")
    bad = folder(tmp_path, [scrape(n, dated=n % 3 == 0) for n in range(40)] + [scrape(1, "new.org")], "bad")
    path = str(tmp_path / "h.jsonl")
    assert call(["sources", str(good), "--history", path, "--label", "monday"]) == 0
    assert call(["sources", str(bad), "--history", path, "--fail-on", "drift", "--json", str(tmp_path / "s.json")]) == 1
    told = capsys.readouterr().out
    assert "moved since monday" in told and "new hosts: new.org" in told and "missing_date: 26 of" in told
    assert told.rindex("a.org") > 0 and "published          100% → 35%" in told
    said = json.loads((tmp_path / "s.json").read_text())
    assert said["drift"][0]["host"] == "a.org" and said["hosts"]["new.org"]["records"] == 1
    assert call(["sources", str(good), "--against", str(good), "--fail-on", "drift"]) == 0


# --- a ledger without text -------------------------------------------------------------------------------------------


def test_a_ledger_without_text_holds_spans_and_hashes_alone(tmp_path):
    secret = "We use cookies to improve your experience. By continuing to use this site you accept them."
    page = f"A title\n\nThe minister said on Monday that the talks had failed. .\n\n{secret}\n\nAccept all\n"
    (tmp_path / "a.txt").write_text(page)
    for kind in ("full", "none"):
        run([tmp_path / "a.txt"], tmp_path / kind, Config(ledger_text=kind), file_format="jsonl")
    full, none = (list(stored.rows(tmp_path / kind, "ledger")) for kind in ("full", "none"))
    assert len(full) == len(none) and any(row["before"] == secret for row in full)
    for one, other in zip(full, none, strict=True):
        assert (other["before"], other["after"]) == (hashed(one["before"]), hashed(one["after"]))
        assert (one["source_start"], one["rule"]) == (other["source_start"], other["rule"])
    assert secret not in "".join(path.read_text() for path in (tmp_path / "none").glob("*.jsonl"))
    articles = [(tmp_path / kind / "articles.jsonl").read_text() for kind in ("full", "none")]
    assert articles[0] == articles[1]
