import io
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl

from hengcai.base.sheets import Sheet, write_sheet, write_workbook
from hengcai.base.tables.reading import Columns, open_table


def test_text_stays_text_and_the_table_reads_back(tmp_path: Path) -> None:
    rows = [["=1+1", "+7"], ["-2", "@x"], ["https://example.invalid", "a b"], ["{=A1}", "3"]]
    write_sheet(tmp_path / "t.xlsx", Sheet("Scores", ("agent", "score"), rows, widths=(20,)))
    with open_table(tmp_path / "t.xlsx", Columns(("agent", "score"))) as table:
        assert [[row.values["agent"], row.values["score"]] for row in table] == rows


def test_numbers_are_numbers_and_nothing_is_nothing() -> None:
    target = io.BytesIO()
    write_sheet(
        target,
        Sheet("n", ("a", "b", "c", "d", "e"), [[1, 1.5, Decimal("2.5"), Fraction(1, 4), None], ["", "x" * 40_000]]),
    )
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert [cell.value for cell in sheet[2]] == [1, 1.5, 2.5, 0.25, None]
    assert sheet["A3"].value is None
    assert len(str(sheet["B3"].value)) == 32_767


def test_titles_are_made_fit_and_unlike() -> None:
    target = io.BytesIO()
    sheets = [
        Sheet("a/b", ("x",), [], notes=("one", "two"), notes_title="说明"),
        Sheet("A b", ("x",), []),
        Sheet("[]", ("评分标准",), []),
        Sheet("y" * 40, (), []),
    ]
    write_workbook(target, sheets)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["a b", "A b 2", "Sheet", "y" * 28, "说明"]
    assert [cell.value for cell in book["说明"]["A"]] == ["one", "two"]
    assert book.worksheets[0].freeze_panes == "A2"
