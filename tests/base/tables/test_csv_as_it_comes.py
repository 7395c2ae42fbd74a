"""CSV as spreadsheets and reporting systems write it."""

import time
from pathlib import Path

import polars as pl
import pytest

from hengcai.base.errors import NotValid
from hengcai.base.tables.columns import read_columns
from hengcai.base.tables.lines import Position
from hengcai.base.tables.reading import Columns, open_table

TWO = Columns(("id", "name"), flat=True)


def read(path: Path, text: str, columns: Columns = TWO) -> list[tuple[int, str, str]]:
    path.write_text(text, "utf-8")
    with open_table(path, columns) as table:
        return [(row.number, row.values["id"], row.values["name"]) for row in table]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_excels_own_line_of_the_separator_is_no_header(tmp_path: Path, sign: str) -> None:
    for first in (f"sep={sign}", f'"sep={sign}"', f"SEP={sign}\r"):
        text = f"{first}\nid{sign}name\na1{sign}x\n"
        assert read(tmp_path / "t.csv", text) == [(3, "a1", "x")]


def test_reading_goes_on_below_a_line_of_the_separator(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("sep=;\nid;name\na1;x\na2;y\n")
    with open_table(tmp_path / "t.csv", TWO) as table:
        next(iter(table))
        assert table.position == Position(4, 19)
    with open_table(tmp_path / "t.csv", TWO, start=Position(4, 19)) as table:
        assert [row.values["id"] for row in table] == ["a2"]


def test_separators_within_quotes_part_nothing(tmp_path: Path) -> None:
    columns = Columns(("id", "name"), mapping={"id": "a,b"}, flat=True)
    assert read(tmp_path / "t.csv", '"a,b";name\n1;x\n', columns) == [(2, "1", "x")]
    assert read(tmp_path / "t.csv", 'id,"name","a;b;c"\n1,x,\n') == [(2, "1", "x")]


def test_rows_of_spaces_are_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path / "t.csv", "id,name\n , \n\u3000,\xa0\n  \n,,,\na1,x\n , y\n") == [
        (6, "a1", "x"),
        (7, " ", " y"),
    ]


def test_what_nobody_sees_in_a_column_name_is_not_there(tmp_path: Path) -> None:
    assert read(tmp_path / "t.csv", "\u200bid\u00ad,name\u200e\na1,x\n") == [(2, "a1", "x")]


@pytest.mark.parametrize("written", ['="00123"', '"=""00123"""', ' ="00123"'])
def test_a_constant_formula_that_saves_zeros_is_its_text(tmp_path: Path, written: str) -> None:
    assert read(tmp_path / "t.csv", f"id,name\n{written},x\n") == [(2, "00123", "x")]


def test_an_apostrophe_before_a_formula_is_taken_off_once(tmp_path: Path) -> None:
    text = "id,name\n'=1+1,''-5\n'a,-5\n'=\"00123\",'\n"
    assert read(tmp_path / "t.csv", text) == [(2, "=1+1", "'-5"), (3, "'a", "-5"), (4, '="00123"', "'")]


def test_too_many_columns_are_refused_before_they_take_time(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(",".join(f"c{number}" for number in range(50_000)) + "\n1\n")
    began = time.process_time()
    with pytest.raises(NotValid) as refusal:
        open_table(path, TWO)
    assert time.process_time() - began < 0.3
    assert (refusal.value.code, refusal.value.facts["found"]) == ("table.too_many_columns", 50_000)


def test_two_thousand_columns_are_read(tmp_path: Path) -> None:
    names = ["id", "name", *(f"c{number}" for number in range(1_998))]
    assert read(tmp_path / "t.csv", ",".join(names) + "\n" + ",".join(["1"] * 2_000) + "\n") == [(2, "1", "1")]
    with pytest.raises(NotValid, match="column_twice"):
        read(tmp_path / "t.csv", ",".join([*names[:-1], "c7"]) + "\n")


def test_too_many_columns_are_refused_in_other_files_too(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(2_001)]
    pl.DataFrame({name: [1] for name in names}).write_parquet(tmp_path / "t.parquet")
    (tmp_path / "t.jsonl").write_text("{" + ",".join(f'"{name}": 1' for name in names) + "}\n")
    (tmp_path / "twice.jsonl").write_text(
        "{" + ",".join(f'"c{number % 40_000}": 1' for number in range(50_000)) + "}\n"
    )
    for name, code in (
        ("t.parquet", "too_many_columns"),
        ("t.jsonl", "too_many_columns"),
        ("twice.jsonl", "key_twice"),
    ):
        began = time.process_time()
        with pytest.raises(NotValid) as refusal, open_table(tmp_path / name, TWO) as table:
            list(table)
        assert refusal.value.code == f"table.{code}"
        assert time.process_time() - began < 0.5


@pytest.mark.parametrize("written", ["1.38E+11", "1E+15", " 4.40001E+17 "])
def test_what_is_left_of_a_long_number_is_no_id_but_may_be_other_text(tmp_path: Path, written: str) -> None:
    columns = Columns(("id", "name"), flat=True, ids=("id",))
    with pytest.raises(NotValid) as refusal:
        read(tmp_path / "t.csv", f"id,name\na1,x\n{written},y\n", columns)
    assert (refusal.value.code, refusal.value.facts["row"]) == ("table.id_is_rounded", 3)
    assert read(tmp_path / "t.csv", f"id,name\nE+1,{written}\n", columns) == [(2, "E+1", written)]
    assert [one.labels for one in read_columns(tmp_path / "t.csv", ids=["id"]).columns.values()] == [["E+1"]]


@pytest.mark.parametrize("title", ["名单,,", "基本信息,其他,", "2026年名单", ",,\n编号,姓名,"])
def test_column_names_below_a_title_are_told_with_their_row(tmp_path: Path, title: str) -> None:
    text = f"x,,\n{title}\nid,name,team\na1,x,y\n" if title.startswith(",") else f"{title}\nid,name,team\na1,x,y\n"
    with pytest.raises(NotValid) as refusal:
        read(tmp_path / "t.csv", text)
    assert refusal.value.code == "table.names_further_down"
    assert refusal.value.facts["row"] == text.split("\n").index("id,name,team") + 1


@pytest.mark.parametrize(
    "written", ["=00123", '"=TEXT(1,""000"")"', "=A1", '"=""a""&""b"""', '"=""a""""b"""', " =A1", "=1+1"]
)
def test_an_id_that_a_spreadsheet_works_out_is_refused(tmp_path: Path, written: str) -> None:
    columns = Columns(("id", "name"), flat=True, ids=("id",))
    with pytest.raises(NotValid) as refusal:
        read(tmp_path / "t.csv", f"id,name\na1,x\n{written},x\n", columns)
    assert (refusal.value.code, refusal.value.facts["row"]) == ("table.id_is_formula", 3)
    with pytest.raises(NotValid) as refusal:
        read_columns(tmp_path / "t.csv", ids=("id",), values=("name",))
    assert (refusal.value.code, refusal.value.facts["row"]) == ("table.id_is_formula", 3)


def test_an_id_behind_an_apostrophe_is_text_and_a_name_may_begin_as_it_likes(tmp_path: Path) -> None:
    columns = Columns(("id", "name"), flat=True, ids=("id", "name"), names=("name",))
    assert read(tmp_path / "t.csv", "id,name\n'=1+1,=A1\n+86,@SUM(1)\n", columns) == [
        (2, "=1+1", "=A1"),
        (3, "+86", "@SUM(1)"),
    ]


@pytest.mark.parametrize("written", ["1.38E+11", "1.38e+11", "4e+11"])
def test_what_is_left_of_a_long_id_is_refused_however_it_is_written(tmp_path: Path, written: str) -> None:
    (tmp_path / "t.csv").write_text(f"id,name\n{written},x\n")
    (tmp_path / "t.jsonl").write_text(f'{{"id": "{written}", "name": "x"}}\n')
    pl.DataFrame({"id": [written], "name": ["x"]}).write_parquet(tmp_path / "t.parquet")
    for ending in ("csv", "jsonl", "parquet"):
        with pytest.raises(NotValid) as refusal:
            read_columns(tmp_path / f"t.{ending}", ids=("id",))
        assert refusal.value.code == "table.id_is_rounded"


@pytest.mark.parametrize("second", ["ｉｄ", "id\u200b", " id"])
def test_a_column_that_appears_twice_in_two_spellings_is_refused(tmp_path: Path, second: str) -> None:
    with pytest.raises(NotValid) as refusal:
        read(tmp_path / "t.csv", f"id,name,{second}\na1,x,a2\n")
    assert refusal.value.code == "table.column_twice"


@pytest.mark.parametrize("second", ["ｉｄ", "id\u200b", " id"])
def test_nor_may_it_appear_twice_in_json_lines_and_parquet(tmp_path: Path, second: str) -> None:
    (tmp_path / "t.jsonl").write_text(f'{{"id": "a1", "name": "x", "{second}": "a2"}}\n')
    pl.DataFrame({"id": ["a1"], "name": ["x"], second: ["a2"]}).write_parquet(tmp_path / "t.parquet")
    for ending, code in (("jsonl", "table.key_twice"), ("parquet", "table.column_twice")):
        with pytest.raises(NotValid) as refusal, open_table(tmp_path / f"t.{ending}", TWO) as table:
            list(table)
        assert refusal.value.code == code
