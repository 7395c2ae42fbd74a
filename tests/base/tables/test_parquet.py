import datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from hengcai.base.errors import NotValid
from hengcai.base.tables import parquet_file
from hengcai.base.tables.columns import read_columns
from hengcai.base.tables.reading import Columns, open_table


def test_parquet_reads_slice_by_slice_and_goes_on_by_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_file, "_SLICE", 2)
    path = tmp_path / "t.parquet"
    pl.DataFrame({"id": ["a", "b", "c", "d", "e"], "n": [1, 2, None, 4, 5]}).write_parquet(path)
    with open_table(path, Columns(("id", "n"), flat=True)) as table:
        found = [(row.number, row.values, table.position) for row in table]
    assert [(number, values["n"]) for number, values, _ in found] == [(2, "1"), (3, "2"), (4, ""), (5, "4"), (6, "5")]
    with open_table(path, Columns(("id",)), start=found[2][2]) as table:
        assert [row.values["id"] for row in table] == ["d", "e"]


def test_parquet_values_become_text_and_lists_stay(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    at = datetime.datetime.fromisoformat("2026-01-05T09:30:00")
    pl.DataFrame(
        {"at": [at], "d": [Decimal("4.50")], "f": [4.449995], "turns": [[{"text": "x"}]], "m": [{"who": "a1"}]}
    ).write_parquet(path)
    wanted = Columns(("at", "d", "f", "turns", "who"), mapping={"who": "m.who"})
    with open_table(path, wanted) as table:
        assert [row.values for row in table] == [
            {"at": at.isoformat(), "d": "4.50", "f": "4.449995", "turns": [{"text": "x"}], "who": "a1"}
        ]
    with open_table(path, Columns(("turns", "d"), flat=True)) as table, pytest.raises(NotValid) as refusal:
        list(table)
    assert refusal.value.code == "table.not_text"


def test_damaged_and_misnamed_parquet_are_refused(tmp_path: Path) -> None:
    for content, code in [(b"PAR1broken", "table.damaged"), (b"id,name\n", "table.looks_like_text")]:
        (tmp_path / "t.parquet").write_bytes(content)
        with pytest.raises(NotValid) as refusal, open_table(tmp_path / "t.parquet", Columns(("id",))):
            pass
        assert refusal.value.code == code


def test_a_parquet_file_that_breaks_further_down_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"id": [str(number) for number in range(20_000)]}).write_parquet(path)
    content = bytearray(path.read_bytes())
    content[4:2000] = bytes(1996)
    path.write_bytes(content)
    with open_table(path, Columns(("id",))) as table, pytest.raises(NotValid) as refusal:
        list(table)
    assert refusal.value.code == "table.damaged"


@pytest.mark.parametrize(
    ("value", "code"),
    [(True, "logical"), (datetime.date(2026, 3, 5), "day"), (1.23456789012346e17, "long"), ("1.38E+11", "rounded")],
)
def test_what_is_no_id_in_a_workbook_is_none_in_parquet(tmp_path: Path, value: object, code: str) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"id": [value], "n": [1]}).write_parquet(path)
    with open_table(path, Columns(("id", "n"), flat=True, ids=("id",))) as table, pytest.raises(NotValid) as refusal:
        list(table)
    assert refusal.value.code == f"table.id_is_{code}"
    with pytest.raises(NotValid) as refusal:
        read_columns(path, ids=("id",), values=("n",))
    assert refusal.value.code == f"table.id_is_{code}"


def test_whole_numbers_of_parquet_keep_all_their_digits_as_ids(tmp_path: Path) -> None:
    pl.DataFrame({"id": [123456789012345678]}).write_parquet(tmp_path / "t.parquet")
    assert list(read_columns(tmp_path / "t.parquet", ids=("id",)).columns["id"].labels) == ["123456789012345678"]
