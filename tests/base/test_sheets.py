import io
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.base.sheets import Sheet, write_sheet, write_workbook
from hengcai.base.tables.reading import Columns, open_table


def test_text_stays_text_and_the_table_reads_back(tmp_path: Path) -> None:
    rows = [["=1+1", "+7"], ["-2", "@x"], ["https://example.invalid", "a b"], ["{=A1}", "3"]]
    write_sheet(tmp_path / "t.xlsx", Sheet("Scores", ("agent", "score"), rows, widths=(20,)))
    with open_table(tmp_path / "t.xlsx", Columns(("agent", "score"))) as table:
        assert [[row.values["agent"], row.values["score"]] for row in table] == rows


PIECES = ("_x000D_", "_x005F_", "_x0", "_", "x", "\r", "\n", "\t", "\x07", "'", "=", "中", " ")
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join).filter(str.strip)


@given(st.lists(TEXTS, min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_texts_come_back_as_they_went(tmp_path: Path, texts: list[str]) -> None:
    write_sheet(tmp_path / "t.xlsx", Sheet("t", ("id", "text"), [["x", text] for text in texts]))
    with open_table(tmp_path / "t.xlsx", Columns(("id", "text"))) as table:
        assert [row.values["text"] for row in table] == texts


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
