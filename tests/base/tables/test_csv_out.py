import io
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.base.tables.csv_out import csv_bytes, write_csv
from hengcai.base.tables.reading import Columns, open_table

NASTY = st.text("'=+-@\t\r\n\",;0aé中 \ufeff", max_size=8)


def test_the_file_has_its_mark_and_no_text_that_runs() -> None:
    rows = [['=HYPERLINK("x")', "@SUM(1)"], ["+1", "-1+2"], ["\tx", "\ry"], ["'=a", "李"]]
    text = csv_bytes(["id", "-name"], rows).decode()
    assert text == ("\ufeffid,'-name\n\"'=HYPERLINK(\"\"x\"\")\",'@SUM(1)\n'+1,'-1+2\n'\tx,\"'\ry\"\n''=a,李\n")


def test_numbers_get_no_apostrophe() -> None:
    cells = [-1, -1.5e-7, Decimal("-0.50"), Fraction(-1, 3), "-12.5", True, None, [-1], {"a": "中"}]
    assert csv_bytes(["a"], [cells]).decode().splitlines()[1] == (
        '-1,-1.5e-07,-0.50,-1/3,-12.5,true,,[-1],"{""a"": ""中""}"'
    )


def test_rows_are_counted_and_written_as_they_come() -> None:
    assert write_csv(io.StringIO(), ["a"], iter([["1"], ["2"]])) == 2


@given(st.lists(st.tuples(NASTY, NASTY.filter(str.strip)), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_what_goes_out_comes_in_as_it_was(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    (tmp_path / "t.csv").write_bytes(csv_bytes(["id", "name"], rows))
    with open_table(tmp_path / "t.csv", Columns(("id", "name"), flat=True)) as table:
        assert [(row.values["id"], row.values["name"]) for row in table] == rows


@pytest.mark.parametrize("text", ['="00123"', '\'="00123"', "''x", "'-5", "-5", "sep=;", "\ufeff=1"])
def test_text_that_looks_like_what_we_write_comes_in_as_it_was(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_bytes(csv_bytes(["id", "name"], [[text, "x"]]))
    with open_table(tmp_path / "t.csv", Columns(("id", "name"), flat=True)) as table:
        assert [row.values["id"] for row in table] == [text]
