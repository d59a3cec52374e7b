"""Files, folders, standard input and tables: every record comes out once, with its place, or with its reason."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.readers.containers import Raw, document, load_meta, records, with_meta

ROWS = [{"url": "https://a.b/1", "body": "Élysée, «one»\nline two", "rss": "2020-10-01"},
        {"url": "https://a.b/2", "body": 'Two "quoted", three', "rss": ""}]  # fmt: skip


def read(path: Path, **options: Any) -> list[Raw]:
    return list(records(path, Config(**options)))


def as_jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_json(rows: list[dict[str, Any]]) -> bytes:
    return json.dumps(rows, indent=1).encode()


def as_wrapped_json(rows: list[dict[str, Any]]) -> bytes:
    return json.dumps({"count": len(rows), "articles": rows}, indent=1).encode()


def as_csv(rows: list[dict[str, Any]], delimiter: str = ",", charset: str = "utf-8") -> bytes:
    import csv

    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(charset)


def as_parquet(rows: list[dict[str, Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


TABLES: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "x.jsonl": as_jsonl, "x.ndjson": as_jsonl, "x.json": as_json, "wrapped.json": as_wrapped_json,
    "lines.json": as_jsonl,
    "x.csv": as_csv, "x.tsv": lambda rows: as_csv(rows, "\t"), "semicolon.csv": lambda rows: as_csv(rows, ";"),
    "bom.csv": lambda rows: as_csv(rows, charset="utf-8-sig"), "old.csv": lambda rows: as_csv(rows, charset="cp1252"),
    "utf16.csv": lambda rows: as_csv(rows, charset="utf-16"), "x.parquet": as_parquet, "unnamed": as_jsonl,
    "unnamed.dat": as_csv, "unnamed.bin": as_parquet, "wrong.csv": as_parquet,
}  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", TABLES)
def test_every_table_gives_the_same_records(tmp_path: Path, name: str, packed: bool) -> None:
    data = TABLES[name](ROWS)
    path = tmp_path / (name + ".gz" if packed else name)
    path.write_bytes(gzip.compress(data) if packed else data)
    found = read(path, map={"published": "rss"}, keep=("rss",))
    assert [raw.rejected for raw in found] == [None, None]
    assert [str(raw.content).replace("\r\n", "\n") for raw in found] == [row["body"] for row in ROWS]
    known = {"url": "https://a.b/1", "published": "2020-10-01"}
    assert [dict(raw.given) for raw in found] == [known, {"url": "https://a.b/2"}]
    assert [dict(raw.kept) for raw in found] == [{"rss": "2020-10-01"}, {"rss": ""}]
    assert {raw.path for raw in found} == {path.name} and found[0].line < found[1].line  # type: ignore[operator]


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.parquet", "x.json"])
def test_standard_input_is_read_by_content(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    class Stdin:
        buffer = io.BytesIO(gzip.compress(TABLES[name](ROWS)))

    monkeypatch.setattr("sys.stdin", Stdin)
    assert [raw.content for raw in read(Path("-"))] == [row["body"] for row in ROWS]


def test_standard_input_may_be_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO("Él dijo, sí.\n{not json}\n".encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    (raw,) = read(Path("-"))
    assert raw.path == "-" and document(raw).source == "Él dijo, sí.\n{not json}\n"


def test_a_folder_is_read_in_order_without_hidden_files_and_links_that_leave_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("outside")
    root = tmp_path / "in"
    for name in ("b.txt", "a/z.html", "a/.hidden.txt", ".git/config", "a b/é.md", "t.jsonl"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(as_jsonl(ROWS) if name == "t.jsonl" else b"text")
    os.symlink(secret, root / "link.txt")
    os.symlink(tmp_path, root / "loop")
    os.symlink(root / "b.txt", root / "inside.txt")
    found = read(root)
    assert [raw.path for raw in found] == ["a b/é.md", "a/z.html", "b.txt", "inside.txt", "t.jsonl", "t.jsonl"]
    assert not any(raw.rejected for raw in found)
    left: list[str] = []
    list(records(root, Config(), left))
    assert left == [f"{root}: 2 links that lead out of it not read"]


def test_a_folder_that_cannot_be_opened_is_a_record_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "locked").mkdir()
    scandir = os.scandir

    def closed(path: str) -> Any:  # nothing is closed to root
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert [(raw.path, raw.rejected) for raw in read(tmp_path)] == [
        ("a.txt", None), ("locked", "is a folder that cannot be opened"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
@pytest.mark.parametrize("rows", [3, 30_000])
def test_what_stands_before_the_break_of_a_packed_table_is_read(tmp_path: Path, name: str, rows: int) -> None:
    random = Random(1)
    made = [{"body": f"{n} {random.randbytes(30).hex()}"} for n in range(rows)]
    packed = gzip.compress(TABLES[name](made))
    (tmp_path / f"{name}.gz").write_bytes(packed[: -9 if rows == 3 else len(packed) // 2])
    *found, last = read(tmp_path / f"{name}.gz")
    assert "Compressed file ended before" in (last.rejected or "")
    assert [raw.content for raw in found] == [row["body"] for row in made[: len(found)]]
    assert len(found) >= (1 if rows == 3 else 0.48 * rows)


@pytest.mark.parametrize(("line", "why"), [
    (b"{broken", "broken JSON"),
    (b"[1, 2]", "holds a list"),
    (b'"text"', "holds a text"),
    (b"null", "holds a null"),
    (b'{"body": "\xe9"}', "not UTF-8"),
    (b'{"body": 5}', "holds a int"),
    (b'{"body": null}', "is empty"),
    (b'{"other": "x"}', "no column"),
    (b'{"body": "' + b"x" * 300 + b'"}', "longer than 200"),
    (b'{"a": ' + b"[" * 100_000, "nested too deep"),
    (b'{"body": "' + b"x" * 3_000_000, "longer than"),
])  # fmt: skip
def test_a_bad_line_is_a_record_with_its_reason(tmp_path: Path, line: bytes, why: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"body": "good"}\n' + line + b'\n\n{"body": "good"}')
    first, bad, last = read(path, max_chars=200)
    assert (first.content, last.content, last.line) == ("good", "good", 4)
    assert bad.content is None and bad.line == 2 and why in str(bad.rejected)


@pytest.mark.parametrize(("data", "count", "why"), [
    (b"url,body\na,one\nb\nc,d,e\nd,two\n", 4, "fields"),
    (b'url,body\na,"never closed\n' + b"x,y\n" * 30, 1, "limit"),
    (b"url,body\na," + b"x" * 3000 + b"\nb,two\n", 2, "limit"),
    (b"url,body\na,\x00\x01\x02\x03\n", 1, None),
])  # fmt: skip
def test_a_bad_row_is_a_record_with_its_reason(tmp_path: Path, data: bytes, count: int, why: str | None,
                                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("cleaner.readers.containers._BYTES_PER_CHARACTER", 1)
    monkeypatch.setattr("cleaner.readers.containers._SLACK", 0)
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    found = read(path, max_chars=100)
    assert len(found) >= count
    assert why is None or any(why in str(raw.rejected) for raw in found)


def test_what_stands_before_the_break_in_a_json_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(as_json(ROWS)[:-30])
    first, bad = read(path)
    assert first.content == ROWS[0]["body"] and "broken JSON" in str(bad.rejected)


def test_a_json_list_is_read_across_chunks(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(as_json([{"body": "é" * n} for n in range(0, 90_000, 9_000)]))
    assert [len(raw.content or "") for raw in read(path)] == list(range(0, 90_000, 9_000))


@pytest.mark.parametrize(("data", "why"), [
    (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (bytes(range(256)) * 10, "binary"),
    (b"x" * 300, None),
    (b"x" * 2000, "longer than 1,000"),
    (b"x" * 5000, "longer than 1,000"),
    (gzip.compress(b"x" * 5_000_000, mtime=0), "longer than 1,000"),
    (gzip.compress(b"x" * 500, mtime=0)[:-12], "cannot be read"),
    (b"\x1f\x8bnot gzip", "cannot be read"),
    (b"PAR1 broken", "Parquet"),
    (b"", None),
])  # fmt: skip
def test_a_file_that_is_no_text_is_a_record_with_its_reason(tmp_path: Path, data: bytes, why: str | None) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    (raw,) = read(path, max_chars=1000)
    assert (why is None) == (raw.rejected is None)
    assert why is None or why in str(raw.rejected)


def test_a_rejected_record_is_a_document_without_blocks_that_says_why(tmp_path: Path) -> None:
    read_ = document(Raw(None, "a/b.pdf", rejected="a PDF file, not text", given={"url": "https://a.b"}))
    assert read_.blocks == () and read_.name == "a/b.pdf"
    assert [(h.field, h.value) for h in read_.hints] == [("url", "https://a.b"), ("unreadable", "a PDF file, not text")]


def test_a_missing_input_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        read(tmp_path / "nothing.txt")


@pytest.mark.parametrize("data", [b"id,headline\n1,two\n", b'{"id": 1, "headline": "two"}\n'])
def test_without_a_text_column_the_error_names_the_columns_and_the_way_out(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / ("x.csv" if data.startswith(b"id") else "x.jsonl")
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"'id', 'headline'.*--map text="):
        read(path)
    assert [raw.content for raw in read(path, map={"text": "headline"})] == ["two"]
    (raw,) = read(tmp_path)
    assert "--map text=" in str(raw.rejected), "one such file in a folder does not stop the run"


def test_a_mapped_column_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"body,x\n1,2\n")
    with pytest.raises(UsageError, match="no column 'page'"):
        read(path, map={"html": "page"})


def test_a_role_that_means_nothing_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="colour"):
        read(tmp_path, map={"colour": "x"})


@pytest.mark.parametrize(("columns", "chosen"), [
    ({"text": "t", "html": "<p>h</p>"}, "<p>h</p>"),
    ({"HTML": "", "Body": "b"}, "b"),
    ({"title": "T", "articleBody": "b", "description": "d"}, "b"),
    ({"url": "u", "maintext": "m", "text": None}, "m"),
])  # fmt: skip
def test_the_text_column_is_guessed_by_its_name(tmp_path: Path, columns: dict[str, Any], chosen: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(as_jsonl([columns]))
    (raw,) = read(path)
    assert raw.content == chosen


def test_a_mapped_html_column_is_read_as_html(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(as_jsonl([{"page": "One & two<br>three", "authors": ["A", "B"], "n": 1}]))
    (raw,) = read(path, map={"html": "page"}, id_field="n")
    assert raw.format == "html" and raw.given == {"authors": "A; B"} and raw.id == "1"
    assert document(raw).format == "html"


def test_bytes_in_a_column_are_decoded(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(as_parquet([{"body": "«L’Élysée» a confirmé".encode("cp1252")}, {"body": b"%PDF-1.4"}]))
    first, second = read(path)
    assert document(first).source == "«L’Élysée» a confirmé"
    assert "PDF" in str(second.rejected)


@pytest.mark.parametrize("key", ["path", "url", "file"])
def test_a_table_of_sources_adds_what_is_known(tmp_path: Path, key: str) -> None:
    value = {"path": "a/b.txt", "file": "b.txt", "url": "https://x.y"}[key]
    path = tmp_path / "sources.csv"
    path.write_text(f"{key},publisher,Published\n{value},RT France,2020-10-01\n", encoding="utf-8-sig")
    raw = Raw("x", "a/b.txt", given={"url": "https://x.y", "publisher": "own"})
    (merged,) = with_meta([raw], load_meta(path))
    assert merged.given == {"url": "https://x.y", "publisher": "own", "published": "2020-10-01"}


def test_a_table_of_sources_without_a_key_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "sources.csv"
    path.write_text("publisher\nRT\n")
    with pytest.raises(UsageError, match="'publisher'"):
        load_meta(path)
    with pytest.raises(UsageError, match="no such file"):
        load_meta(tmp_path / "none.csv")


def test_a_long_container_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for number in range(30_000):
            file.write(b'{"body": "%d %s"}\n' % (number, b"x" * 1000))
    import tracemalloc

    tracemalloc.start()
    assert sum(1 for _ in records(path, Config())) == 30_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000
