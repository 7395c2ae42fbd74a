import datetime
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from hengcai.base.errors import NotValid
from hengcai.base.tables import xlsx_file
from hengcai.base.tables.cell_values import text_of
from hengcai.base.tables.lines import Position
from hengcai.base.tables.reading import Columns, open_table
from hengcai.base.tables.rows import BadRow

TWO = Columns(required=("id", "name"), flat=True)


def workbook(path: Path, rows: list[list[Any]], *, merge: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def read(path: Path, columns: Columns = TWO, **how: Any) -> list[tuple[int, dict[str, Any]]]:
    with open_table(path, columns, **how) as table:
        return [(row.number, row.values) for row in table]


def refused(path: Path) -> NotValid:
    with pytest.raises(NotValid) as refusal:
        read(path)
    return refusal.value


def test_cells_read_as_people_see_them(tmp_path: Path) -> None:
    cells = [
        5,
        4.449995,
        0.1 + 0.2,
        1e-7,
        datetime.date(2026, 1, 5),
        datetime.datetime.fromisoformat("2026-01-05T09:30"),
        True,
        " x ",
    ]
    path = workbook(tmp_path / "t.xlsx", [["id", "name"], *[["a", cell] for cell in cells]])
    assert [values["name"] for _, values in read(path)] == [
        "5", "4.449995", "0.3", "0.0000001", "2026-01-05", "2026-01-05T09:30:00", "true", " x ",
    ]  # fmt: skip
    assert text_of(datetime.time(9, 30)) == "09:30:00"
    assert text_of(datetime.timedelta(seconds=90)) == "90"


def test_empty_rows_count_in_the_numbering_and_are_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [["id", "name", None], ["a1", "x"], [], [None, ""], ["a2", None]])
    assert read(path) == [(2, {"id": "a1", "name": "x"}), (5, {"id": "a2", "name": ""})]


def test_reading_goes_on_by_row_number(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [["id", "name"], *[[f"a{number}", "x"] for number in range(5)]])
    with open_table(path, TWO) as table:
        rows = iter(table)
        next(rows)
        assert table.position == Position(3)
    assert [values["id"] for _, values in read(path, start=Position(4))] == ["a2", "a3", "a4"]


def test_a_formula_is_refused_with_its_cell(tmp_path: Path) -> None:
    refusal = refused(workbook(tmp_path / "t.xlsx", [["id", "name"], ["a1", "x"], ["a2", "=A1&B1"]]))
    assert refusal.code == "table.formula"
    assert {"cell": "B3", "row": 3, "column": "name"}.items() <= refusal.facts.items()
    refusal = refused(workbook(tmp_path / "h.xlsx", [["id", "=A1"]]))
    assert (refusal.code, refusal.facts["cell"]) == ("table.formula", "B1")


def test_text_that_begins_with_an_equals_sign_is_no_formula(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx")) as book:
        sheet = book.add_worksheet()
        for place, text in enumerate(["id", "name"]):
            sheet.write_string(0, place, text)
            sheet.write_string(1, place, "=1+1")
    assert read(tmp_path / "t.xlsx") == [(2, {"id": "=1+1", "name": "=1+1"})]


def test_formulas_errors_and_stray_cells_are_bad_rows(tmp_path: Path) -> None:
    rows = [["id", "name"], ["a1", "#N/A"], ["a2", "x", "stray"], ["a3", "y", "=1"], ["a4", "z"]]
    path = workbook(tmp_path / "t.xlsx", rows)
    bad: list[BadRow] = []
    assert [values["id"] for _, values in read(path, bad_row=bad.append)] == ["a4"]
    assert [(one.number, one.refusal.code) for one in bad] == [
        (2, "table.error_value"), (3, "table.too_many_fields"), (4, "table.formula"),
    ]  # fmt: skip


def test_merged_cells_are_refused_with_their_range(tmp_path: Path) -> None:
    refusal = refused(workbook(tmp_path / "t.xlsx", [["id", "name"], ["a1", "x"], ["", "y"]], merge="A2:A3"))
    assert (refusal.code, refusal.facts["ranges"]) == ("table.merged_cells", ["A2:A3"])


def test_too_many_rows_are_refused_but_empty_formatted_ones_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 3)
    rows = [["id", "name"], *[[f"a{number}", "x"] for number in range(3)]]
    assert len(read(workbook(tmp_path / "t.xlsx", rows))) == 3
    assert refused(workbook(tmp_path / "m.xlsx", [*rows, ["b", "y"]])).code == "table.too_many_rows"
    with xlsxwriter.Workbook(str(tmp_path / "f.xlsx")) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for number in range(10, 20):
            sheet.write_blank(number, 0, None, bold)
    assert len(read(tmp_path / "f.xlsx")) == 3


def test_an_empty_sheet_has_no_header(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path / "t.xlsx", [])).code == "table.header_missing"


def repacked(source: Path, target: Path, *, change: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *change}:
            new.writestr(name, change.get(name) or old.read(name))
    return target


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    small = workbook(tmp_path / "t.xlsx", [["id", "name"]])
    bomb = repacked(small, tmp_path / "b.xlsx", change={"xl/worksheets/sheet1.xml": b"0" * (40 << 20)})
    assert refused(bomb).code == "table.too_large_unpacked"
    bomb = repacked(small, tmp_path / "s.xlsx", change={"xl/sharedStrings.xml": b"0" * (129 << 20)})
    assert refused(bomb).code == "table.too_large_unpacked"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='1'><c r='A1'"),
        (
            "xl/worksheets/sheet1.xml",
            b"<worksheet><sheetData><row r='99999999'><c><v>1</v></c></row></sheetData></worksheet>",
        ),
        ("xl/workbook.xml", b"<workbook/>"),
    ],
)
def test_damaged_workbooks_are_refused(tmp_path: Path, part: str, content: bytes) -> None:
    small = workbook(tmp_path / "t.xlsx", [["id", "name"], ["a", "b"]])
    assert refused(repacked(small, tmp_path / "d.xlsx", change={part: content})).code in (
        "table.damaged", "table.header_missing",
    )  # fmt: skip


def test_a_damaged_list_of_texts_is_refused(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx")) as book:
        book.add_worksheet().write_row(0, 0, ["id", "name"])
    broken = repacked(tmp_path / "t.xlsx", tmp_path / "s.xlsx", change={"xl/sharedStrings.xml": b"<sst><si>"})
    assert refused(broken).code == "table.damaged"


def test_entities_in_a_workbook_are_not_expanded(tmp_path: Path) -> None:
    small = workbook(tmp_path / "t.xlsx", [["id", "name"], ["a", "b"]])
    text = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData/></worksheet>'
    assert (
        refused(repacked(small, tmp_path / "e.xlsx", change={"xl/worksheets/sheet1.xml": text})).code == "table.damaged"
    )


def test_other_files_named_xlsx_are_refused(tmp_path: Path) -> None:
    for content, code in [
        (b"PK\x03\x04broken", "damaged"),
        (b"id,name\n", "looks_like_text"),
        (b"\xd0\xcf\x11\xe0", "looks_like_old_office"),
    ]:
        (tmp_path / "t.xlsx").write_bytes(content)
        assert refused(tmp_path / "t.xlsx").code == f"table.{code}"
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("a.txt", "x")
    assert refused(tmp_path / "t.xlsx").code == "table.looks_like_zip"


def test_a_wrong_dimension_does_not_cut_the_table(tmp_path: Path) -> None:
    small = workbook(tmp_path / "t.xlsx", [["id", "name"], ["a", "b"], ["c", "d"]])
    with zipfile.ZipFile(small) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b'ref="A1:B3"', b'ref="A1:A1"')
    assert len(read(repacked(small, tmp_path / "w.xlsx", change={"xl/worksheets/sheet1.xml": sheet}))) == 2
