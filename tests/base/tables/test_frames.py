import csv
import gzip
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from hengcai.base.errors import NotValid
from hengcai.base.tables import frames as module
from hengcai.base.tables.frames import frames
from hengcai.base.tables.reading import Columns

ROWS = [
    {"id": "C1", "at": "2026-07-01T09:00:00", "csat": "5", "turns": "x"},
    {"id": "C2", "at": "2026-07-02T09:00:00", "csat": "", "turns": ""},
    {"id": "C3", "at": "2026-07-03T09:00:00", "csat": "2", "turns": "y"},
]
WANTED = Columns(("id", "at"), ("csat", "turns", "queue"), ids=("id",))


def written(path: Path) -> Path:
    match path.name.partition(".")[2]:
        case "csv":
            with path.open("w", newline="") as stream:
                csv.DictWriter(stream, list(ROWS[0])).writeheader()
                csv.DictWriter(stream, list(ROWS[0])).writerows(ROWS)
        case "csv.gz":
            with gzip.open(path, "wt") as stream:
                csv.DictWriter(stream, list(ROWS[0])).writeheader()
                csv.DictWriter(stream, list(ROWS[0])).writerows(ROWS)
        case "jsonl":
            path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
        case "parquet":
            pl.DataFrame(ROWS).write_parquet(path)
        case "xlsx":
            book = openpyxl.Workbook()
            for row in [list(ROWS[0]), *(list(row.values()) for row in ROWS)]:
                book.active.append(row)
            book.save(path)
    return path


@pytest.mark.parametrize("ending", ["csv", "csv.gz", "jsonl", "parquet", "xlsx"])
@pytest.mark.parametrize("at_once", [2, 100])
def test_every_kind_of_file_gives_the_same_frame(tmp_path, monkeypatch, ending, at_once):
    monkeypatch.setattr(module, "ROWS", at_once)
    chunks = list(frames(written(tmp_path / f"contacts.{ending}"), WANTED, heavy=["turns"]))
    whole = pl.concat([chunk.frame for chunk in chunks])
    assert whole.columns == ["id", "at", "csat", "turns", "queue"]
    assert [{name: row[name] for name in ROWS[0]} for row in whole.to_dicts()] == ROWS
    assert whole["queue"].to_list() == [""] * 3
    first = 1 if ending == "jsonl" else 2
    assert [number for chunk in chunks for number in chunk.numbers] == [first, first + 1, first + 2]


def test_what_stands_in_a_heavy_list_is_only_told_to_be_there(tmp_path):
    rows = [
        {"id": "C1", "at": "d", "turns": [{"speaker": "agent", "text": "hello"}]},
        {"id": "C2", "at": "d", "turns": []},
    ]
    path = tmp_path / "contacts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    pl.DataFrame(rows).write_parquet(tmp_path / "contacts.parquet")
    for file in (path, tmp_path / "contacts.parquet"):
        (chunk,) = frames(file, WANTED, heavy=["turns"])
        assert chunk.frame["turns"].to_list() == ["1", ""]


def test_a_list_of_texts_is_written_as_a_cell_would_hold_it_and_other_things_are_refused(tmp_path):
    path = tmp_path / "contacts.jsonl"
    path.write_text('{"id": "C1", "at": "d", "csat": ["a", "b"]}\n{"id": "C2", "at": "d", "csat": 4.5}\n')
    (chunk,) = frames(path, WANTED)
    assert chunk.frame["csat"].to_list() == ["a;b", "4.5"]
    path.write_text('{"id": "C1", "at": "d", "csat": {"a": 1}}\n')
    with pytest.raises(NotValid) as refusal:
        list(frames(path, WANTED))
    assert (refusal.value.facts["row"], refusal.value.facts["column"]) == (1, "csat")


def test_cells_over_several_lines_are_read_and_rows_numbered_as_shown(tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_text('id,at,turns\nC1,d,"agent: a\ncustomer: b"\n\nC2,d,\n')
    (chunk,) = frames(path, WANTED, heavy=["turns"])
    assert chunk.frame["turns"].to_list() == ["agent: a\ncustomer: b", ""]
    assert list(chunk.numbers) == [2, 5]


@pytest.mark.parametrize(
    ("moments", "read"),
    [
        ([datetime(2026, 7, 1, 9, 30)], "2026-07-01T09:30:00"),  # noqa: DTZ001 - a file's moment without a zone
        ([datetime(2026, 7, 1, 9, 30, tzinfo=UTC) + timedelta(milliseconds=5)], "2026-07-01T09:30:00.005Z"),
        ([datetime(2026, 7, 1, 1, 30, tzinfo=UTC)], "2026-07-01T01:30:00Z"),
    ],
)
def test_moments_of_parquet_are_told_with_their_zone(tmp_path, moments, read):
    path = tmp_path / "contacts.parquet"
    pl.DataFrame({"id": ["C1"], "at": moments}).write_parquet(path)
    (chunk,) = frames(path, WANTED)
    assert chunk.frame["at"].to_list() == [read]


def test_columns_of_parquet_may_go_by_other_names(tmp_path):
    path = tmp_path / "contacts.parquet"
    pl.DataFrame({"流水号": ["C1"], "时间": ["d"]}).write_parquet(path)
    (chunk,) = frames(path, Columns(("id", "at"), mapping={"id": "流水号", "at": "时间"}, ids=("id",)))
    assert chunk.frame.rows() == [("C1", "d")]


def test_ids_of_parquet_that_are_none_are_left_to_the_row_reader_which_refuses_them(tmp_path):
    path = tmp_path / "contacts.parquet"
    pl.DataFrame({"id": [1.5e20], "at": ["d"]}).write_parquet(path)
    with pytest.raises(NotValid) as refusal:
        list(frames(path, WANTED))
    assert refusal.value.code == "table.id_is_long"


def test_a_table_that_lacks_a_column_is_refused(tmp_path):
    path = tmp_path / "contacts.parquet"
    pl.DataFrame({"id": ["C1"]}).write_parquet(path)
    with pytest.raises(NotValid) as refusal:
        list(frames(path, WANTED))
    assert refusal.value.facts["missing"] == ["at"]


def test_parquet_with_damaged_rows_is_refused_as_damaged(tmp_path):
    path = written(tmp_path / "contacts.parquet")
    content = bytearray(path.read_bytes())
    content[4:40] = bytes(36)
    path.write_bytes(content)
    with pytest.raises(NotValid) as refusal:
        list(frames(path, WANTED))
    assert refusal.value.code == "table.damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"id,at\nC1,d\n", "table.looks_like_text"),
        (gzip.compress(b"id,at\nC1,d\n" * 99, mtime=0)[:-20], "table.damaged"),
        (gzip.compress(b"id,when\nC1,d\n", mtime=0), "table.columns_missing"),
        (gzip.compress(b'id,at\nC1,"d\n', mtime=0), "table.quotes_broken"),
    ],
)
def test_a_packed_file_is_refused_under_its_own_name(tmp_path, content, code):
    path = tmp_path / "contacts.csv.gz"
    path.write_bytes(content)
    with pytest.raises(NotValid) as refusal:
        list(frames(path, WANTED))
    assert (refusal.value.code, refusal.value.facts["file"]) == (code, "contacts.csv.gz")


def test_chunks_of_a_packed_file_name_it(tmp_path):
    (chunk,) = frames(written(tmp_path / "contacts.csv.gz"), WANTED)
    assert chunk.place == {"file": "contacts.csv.gz"}


def test_a_packed_file_that_would_fill_the_disk_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_UNPACKED", 1_000_000)
    path = tmp_path / "contacts.csv.gz"
    path.write_bytes(gzip.compress(b"id,at\n" + b"C1,d\n" * 1_000_000))
    with pytest.raises(NotValid) as refusal:
        list(frames(path, WANTED))
    assert refusal.value.code == "table.too_large_unpacked"
