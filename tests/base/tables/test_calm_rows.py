"""Rows taken as whole columns are the rows the careful reading gives, and a block ends where that one would go on."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.base.tables import calm_rows
from hengcai.base.tables.by_place import Limits
from hengcai.base.tables.reading import Columns, Table, open_table

WANTED = Columns(("a", "b"), ("c",), flat=True)
CELLS = [
    "x",
    "00123",
    "衡才",
    " spaced ",
    "",
    " ",
    "\u3000",
    "\0",
    "\ufeff",
    "'",
    "=1",
    '"q"',
    '"a,b"',
    "1E+5",
    "-3",
    "#",
    "\t",
    "\r",
]
ENDS = ["\n", "\n", "\r\n", "\n\n"]
some_line = st.lists(st.sampled_from(["x", "y", "衡", *CELLS]), min_size=1, max_size=4).map(",".join)
some_text = st.lists(st.tuples(some_line, st.sampled_from(ENDS)).map("".join), max_size=9).map("".join)
calm_line = st.lists(st.sampled_from(["x", "00123", "衡才", " ", "#"]), min_size=2, max_size=2).map(
    lambda two: ",".join(["n", *two])
)
calm_text = st.tuples(st.lists(calm_line, min_size=1, max_size=9), st.sampled_from(["\n", "\r\n"])).map(
    lambda of: of[1].join(of[0])
)


def in_blocks(path: Path, size: int, weight: int) -> tuple[list, list]:
    """Each block read by a table opened where the one before it ended."""
    rows, bad, start, is_last = [], [], None, False
    while not is_last:
        with open_table(path, WANTED, start=start, bad_row=bad.append) as table:
            block = table.block(table.layout(), Limits(size, ("b",), weight))
            rows += [block.row_of(place) for place in range(block.row_count)]
            start, is_last = table.position, block.is_last
    return rows, told(bad)


def told(bad: list) -> list:
    return [(one.number, one.original, one.refusal.code, one.refusal.facts) for one in bad]


def one_by_one(path: Path) -> tuple[list, list]:
    bad: list = []
    with open_table(path, WANTED, bad_row=bad.append) as table:
        return list(table), told(bad)


def compared(tmp_path: Path, text: str, encoding: str, size: int, weight: int) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"a,b,c\n{text}".encode(encoding))
    try:
        expected = one_by_one(path)
    except Exception as error:
        with pytest.raises(type(error)):
            in_blocks(path, size, weight)
        return
    assert in_blocks(path, size, weight) == expected


@given(some_text, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]), st.integers(1, 4), st.integers(12, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_any_text_gives_the_same_rows_on_both_roads(tmp_path: Path, text, encoding, size, weight) -> None:
    compared(tmp_path, text, encoding, size, weight)


@given(calm_text, st.sampled_from(["utf-8", "gb18030"]), st.integers(1, 4), st.integers(12, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_calm_text_gives_the_same_rows_on_both_roads(tmp_path: Path, text, encoding, size, weight) -> None:
    compared(tmp_path, text, encoding, size, weight)


def test_calm_rows_are_taken_without_the_careful_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b,c\n" + "x,衡才,\n" * 50)
    monkeypatch.delattr(Table, "_careful_block")
    rows, bad = in_blocks(path, 20, 1_000)
    assert (len(rows), bad, rows[-1].number) == (50, [], 51)


@pytest.mark.parametrize("line", ["x,y", "x,y,z,w", ",y,z", "x,'y,z", "x,=1,z", "x,1E+9,z", '"x",y,z', "x,y\r,z"])
def test_a_line_that_may_mean_something_else_is_not_taken(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a,b,c\nx,y,z\n{line}\n")
    with open_table(path, WANTED) as table:
        before = table.position
        assert calm_rows.calm_rows(table.csv, Limits(10, (), 1_000)) is None
        assert table.position == before
