"""Workbooks as they come from Chinese Excel and WPS: hidden sheets, days by built-in formats, titles, escapes."""

import datetime
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.base.tables.reading import Columns, open_table
from hengcai.base.tables.xlsx_book import DAYS_BY_PLACE

IDS = Columns(("id", "name"), flat=True, ids=("id",))
Cell = tuple[Any, str]


def book(path: Path, *cells: Cell, fill: Callable[[Any], None] | None = None) -> Path:
    """A sheet with the header id, name and one row a cell: the cell under `id` in its number format."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["id", "name"])
    for number, (value, code) in enumerate(cells, start=2):
        sheet.cell(number, 1, value).number_format = code
        sheet.cell(number, 2, "x")
    if fill:
        fill(made)
    made.save(path)
    return path


def ids(path: Path, columns: Columns = IDS) -> list[str]:
    with open_table(path, columns) as table:
        return [row.values["id"] for row in table]


def refused(path: Path, columns: Columns = IDS) -> NotValid:
    with pytest.raises(NotValid) as refusal:
        ids(path, columns)
    return refusal.value


def test_an_id_is_what_its_number_format_shows(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", (123, "00000"), (77, '"CS"0000'), (123, "General"), ("0123", "@"), (5, "0"))
    assert ids(path) == ["00123", "CS0077", "123", "0123", "5"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ((123456789012345678, "0"), "table.id_is_long"),
        ((1.23456789012346e17, "General"), "table.id_is_long"),
        ((True, "General"), "table.id_is_logical"),
        ((datetime.date(2026, 3, 5), "m-d"), "table.id_is_day"),
        ((datetime.time(8, 30), "h:mm"), "table.id_is_day"),
        ((12345, "#,##0"), "table.id_is_hidden"),
        ((12.5, "0"), "table.id_is_hidden"),
    ],
)
def test_a_cell_that_shows_no_id_is_refused_with_row_column_and_sheet(tmp_path: Path, cell: Cell, code: str) -> None:
    refusal = refused(book(tmp_path / "t.xlsx", (1, "0"), cell))
    assert (refusal.code, refusal.facts["row"], refusal.facts["column"]) == (code, 3, "id")
    assert refusal.facts["sheet"] == "Sheet"
    assert len(ids(tmp_path / "t.xlsx", Columns(("id", "name"), flat=True))) == 2


def test_fifteen_digits_are_an_id(tmp_path: Path) -> None:
    assert ids(book(tmp_path / "t.xlsx", (123456789012345, "0"))) == ["123456789012345"]


def test_true_is_no_id_in_json_either(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"id": true, "name": "x"}\n', "utf-8")
    assert refused(path).code == "table.id_is_logical"


def repacked(path: Path, name: str, change: Callable[[str], str]) -> Path:
    target = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, change(text.decode()).encode() if part == name else text)
    return target


@pytest.mark.parametrize("place", sorted(DAYS_BY_PLACE))
def test_days_in_the_built_in_formats_of_chinese_excel_are_days(tmp_path: Path, place: int) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx")) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["id", "name"])
        sheet.write_number(1, 0, 46354, made.add_format({"num_format": place}))
        sheet.write_number(2, 0, 46354.354166666664, made.add_format({"num_format": place}))
        sheet.write_string(1, 1, "x")
    assert ids(tmp_path / "t.xlsx", Columns(("id",), flat=True)) == ["2026-11-28", "2026-11-28T08:30:00"]
    assert refused(tmp_path / "t.xlsx").code == "table.id_is_day"


def test_a_format_of_ones_own_under_such_a_number_is_what_it_says(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", (123, "00000"))
    own = repacked(path, "xl/styles.xml", lambda text: text.replace('numFmtId="164"', 'numFmtId="30"'))
    assert ids(own) == ["00123"]


def test_days_counted_from_1904_are_the_days_they_show(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx"), {"date_1904": True}) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["id", "name"])
        sheet.write_datetime(1, 0, datetime.datetime(2026, 11, 28), made.add_format({"num_format": 31}))  # noqa: DTZ001
    assert ids(tmp_path / "t.xlsx", Columns(("id",), flat=True)) == ["2026-11-28"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.85, "0%", "85%"), (0.8512, "0%", "85.12%"), (datetime.timedelta(hours=8, minutes=30), "[h]:mm", "8:30:00"),
        (datetime.timedelta(hours=30, seconds=1), "[h]:mm:ss", "30:00:01"), (datetime.time(8, 30), "h:mm", "08:30:00"),
        (510, '0"分钟"', "510分钟"), (4.449995, "0.0", "4.449995"), (1234.5, "#,##0.00", "1234.5"),
    ],
)  # fmt: skip
def test_an_amount_has_the_sign_its_cell_shows(tmp_path: Path, value: Any, code: str, text: str) -> None:
    assert ids(book(tmp_path / "t.xlsx", (value, code)), Columns(("id",), flat=True)) == [text]


def test_the_first_sheet_that_can_be_seen_is_read_and_named(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        hidden = made.create_sheet("字典", 0)
        hidden.append(["班组", "岗位"])
        hidden.sheet_state = "hidden"
        very = made.create_sheet("清单", 0)
        very.sheet_state = "veryHidden"
        made.worksheets[2].title = "人员"
        made.active = 2

    path = book(tmp_path / "t.xlsx", (1, "0"), fill=fill)
    with open_table(path, IDS) as table:
        assert (table.sheet, [row.values["id"] for row in table]) == ("人员", ["1"])
    refusal = refused(path, Columns(("id", "team"), flat=True))
    assert say(refusal, "zh") == "t.xlsx、工作表“人员”：缺少列：team。文件里有：id、name。"


@pytest.mark.parametrize("merge", ["A1:B1", "A1:A2", "$A$1:$B$1"])
def test_merged_cells_over_the_header_are_told_as_such(tmp_path: Path, merge: str) -> None:
    def fill(made: Any) -> None:
        sheet = made.worksheets[0]
        sheet.insert_rows(1)
        sheet["A1"] = "人员名单"
        sheet.merge_cells(merge)

    refusal = refused(book(tmp_path / "t.xlsx", (1, "0"), fill=fill))
    assert (refusal.code, refusal.facts["row"]) == ("table.header_of_two_lines", 1)


def test_a_title_above_the_header_is_told_as_such(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.worksheets[0].insert_rows(1)
        made.worksheets[0]["A1"] = "人员名单"

    refusal = refused(book(tmp_path / "t.xlsx", (1, "0"), fill=fill))
    assert (refusal.code, refusal.facts["title"]) == ("table.title_above_header", "人员名单")


def test_a_header_of_two_lines_is_told_with_the_row_of_its_names(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.worksheets[0].insert_rows(1)
        made.worksheets[0]["A1"], made.worksheets[0]["B1"] = "基本", "信息"

    refusal = refused(book(tmp_path / "t.xlsx", (1, "0"), fill=fill))
    assert (refusal.code, refusal.facts["row"], refusal.facts["sheet"]) == ("table.names_further_down", 2, "Sheet")


def test_rows_of_spaces_are_no_rows(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.worksheets[0].append([" ", "\u3000"])
        made.worksheets[0].append(["2", "y"])

    assert ids(book(tmp_path / "t.xlsx", (1, "0"), fill=fill)) == ["1", "2"]


def test_escapes_of_a_workbook_are_the_characters_they_stand_for(tmp_path: Path) -> None:
    texts = {"a_x000D_b": "a\rb", "_x005F_x000D_": "_x000D_", "_xD83D_ _x0000_": "_xD83D_ _x0000_", "_x4E2D_": "中"}
    for inline in (False, True):
        path = tmp_path / f"{inline}.xlsx"
        with xlsxwriter.Workbook(str(path), {"constant_memory": inline}) as made:
            sheet = made.add_worksheet()
            sheet.write_row(0, 0, ["id"])
            for number in range(len(texts)):
                sheet.write_string(number + 1, 0, f"cell{number}")
        part = "xl/worksheets/sheet1.xml" if inline else "xl/sharedStrings.xml"

        def raw(text: str) -> str:
            for number, written in enumerate(texts):
                text = text.replace(f"cell{number}", written)
            return text

        assert ids(repacked(path, part, raw), Columns(("id",), flat=True)) == list(texts.values())


def test_remarks_on_styles_and_impossible_days_are_not_printed(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", (1e9, "yyyy-mm-dd"))
    bare = repacked(path, "xl/styles.xml", lambda text: re.sub("<cellStyles.*</cellStyles>", "", text))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert refused(bare).code == "table.error_value"
    assert told == []


def test_a_day_before_all_days_is_read_as_it_is_shown(tmp_path: Path) -> None:
    assert ids(book(tmp_path / "t.xlsx", (-5, "yyyy-mm-dd")), Columns(("id",), flat=True)) == ["#####"]


def test_a_chart_before_the_table_is_passed_over(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    chart, sheet = made.add_chartsheet("图"), made.add_worksheet("表")
    sheet.write_row(0, 0, ["id", "name"])
    sheet.write_row(1, 0, ["00123", "x"])
    shown = made.add_chart({"type": "column"})
    shown.add_series({"values": "=表!$A$2:$A$2"})
    chart.set_chart(shown)
    made.close()
    assert ids(tmp_path / "t.xlsx") == ["00123"]


def test_a_number_format_that_the_workbook_does_not_hold_shows_no_id(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", (77, '"CS"0000'))
    part = "xl/styles.xml"
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = re.sub(rb"<numFmts.*?</numFmts>", b"", parts[part])
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert refused(path).code == "table.id_is_hidden"
