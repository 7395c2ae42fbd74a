"""Cells put right where they stand: the rest of the file stays as it is, and rows keep their numbers."""

from datetime import UTC, date, datetime

import openpyxl
import pytest

from hengcai.base.errors import NotValid
from hengcai.base.tables.correcting import correct, is_correctable
from hengcai.base.tables.reading import Columns, open_table


def rows(path):
    with open_table(path, Columns(()), bad_row=lambda _bad: None) as table:
        return {row.number: dict(row.original) for row in table}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_csv_keeps_its_other_cells_and_the_numbers_of_its_rows(tmp_path, encoding, delimiter, end):
    path = tmp_path / "a.csv"
    lines = ["工号,姓名,备注", '1,"李\n雷",x', "", "2,王芳", "3,赵敏,z"]
    path.write_bytes(end.join(line.replace(",", delimiter).replace("\n", end) for line in lines).encode(encoding))
    before = rows(path)
    correct(path, {max(before): {"姓名": "赵 敏"}})
    after = rows(path)
    assert after[max(before)]["姓名"] == "赵 敏"
    assert {key: row for key, row in after.items() if key != max(before)} == {
        key: row for key, row in before.items() if key != max(before)
    }


def test_a_short_row_is_filled_up_and_a_separator_line_stays(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\na;b;c\n1;2;3\n4\n", "utf-8")
    correct(path, {4: {"b": "5"}})
    assert rows(path) == {3: {"a": "1", "b": "2", "c": "3"}, 4: {"a": "4", "b": "5", "c": ""}}


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@x", "'=1", "00123", "a,b", 'say "x"', "两\n行", ""])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_written_is_read_again_as_it_is(tmp_path, text, ending):
    path = made(tmp_path / f"a.{ending}")
    correct(path, {2: {"b": text}})
    assert rows(path)[2]["b"] == text


def made(path):
    if path.suffix == ".csv":
        path.write_text("a,b\nx,1\ny,2\n", "utf-8")
        return path
    book = openpyxl.Workbook()
    for row in (["a", "b"], ["x", 1], ["y", 2]):
        book.active.append(row)
    book.save(path)
    return path


def test_days_numbers_and_formulas_of_a_workbook_stay_what_they_are(tmp_path):
    path, book = tmp_path / "a.xlsx", openpyxl.Workbook()
    for row in (
        ["a", "b", "c", "d"],
        ["x", date(2025, 3, 3), 0.85, "=1+1"],
        ["y", datetime(2025, 3, 3, 9, tzinfo=UTC).replace(tzinfo=None), 2, "z"],
    ):
        book.active.append(row)
    book.active["C2"].number_format = "0%"
    book.active["B2"].number_format = "yyyy\u5e74m\u6708d\u65e5"
    hidden = book.create_sheet("first", 0)
    hidden.sheet_state = "hidden"
    book.save(path)
    before = rows(path)
    correct(path, {3: {"a": "w"}})
    assert rows(path) == {**before, 3: {**before[3], "a": "w"}}
    assert openpyxl.load_workbook(path)["Sheet"]["D2"].value == "=1+1"


def test_what_cannot_be_corrected_is_left_alone(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n', "utf-8")
    assert not is_correctable(path.name)
    with pytest.raises(NotValid, match="not_correctable"):
        correct(path, {1: {"a": "2"}})
    assert [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_control_character_no_workbook_holds_is_dropped(tmp_path):
    path = made(tmp_path / "a.xlsx")
    correct(path, {2: {"b": "a\x0bb\x1fc"}})
    assert rows(path)[2]["b"] == "abc"
