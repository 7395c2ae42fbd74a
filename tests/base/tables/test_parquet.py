import datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from hengcai.base.errors import NotValid
from hengcai.base.tables import parquet_file
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
