import csv
import gzip
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.base.tables.lines import Position
from hengcai.base.tables.mapping import Origin
from hengcai.base.tables.reading import Columns, open_table
from hengcai.base.tables.rows import BadRow

NINE = datetime.fromisoformat("2026-01-05T09:00:00")
TWO = Columns(required=("id", "name"), optional=("team",), flat=True)


def put(folder: Path, name: str, content: str | bytes, *, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def read(path: Path, columns: Columns = TWO, **how: Any) -> list[tuple[int, dict[str, Any]]]:
    with open_table(path, columns, **how) as table:
        return [(row.number, row.values) for row in table]


def refused(path: Path, columns: Columns = TWO) -> NotValid:
    with pytest.raises(NotValid) as refusal:
        read(path, columns)
    assert "?" not in say(refusal.value, "zh-hans") + say(refusal.value, "en")
    return refusal.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_alike(tmp_path: Path, encoding: str, end: str) -> None:
    text = end.join(["id,name,extra", "a1,李雷,x", "a2,韩梅梅,"]) + end
    path = put(tmp_path, "people.csv", text, encoding=encoding)
    assert read(path) == [
        (2, {"id": "a1", "name": "李雷", "team": ""}),
        (3, {"id": "a2", "name": "韩梅梅", "team": ""}),
    ]


def test_an_ascii_beginning_does_not_hide_gb18030_further_down(tmp_path: Path) -> None:
    rows = "".join(f"a{number},Wang\n" for number in range(300_000))
    path = put(tmp_path, "people.csv", f"id,name\n{rows}b,王\n", encoding="gb18030")
    assert read(path)[-1] == (300_002, {"id": "b", "name": "王", "team": ""})


def test_undecodable_text_is_refused_with_its_row(tmp_path: Path) -> None:
    refusal = refused(put(tmp_path, "people.csv", "id,name\na1,王\n".encode() + b"a2,\xff\xfe\x80\n"))
    assert (refusal.code, refusal.facts["row"]) == ("table.undecodable", 3)
    assert "UTF-8" in say(refusal, "en")
    refusal = refused(put(tmp_path, "cut.csv", "id,name\na1,王".encode("gb18030")[:-1]))
    assert (refusal.code, refusal.facts["row"]) == ("table.undecodable", 2)


def test_one_broken_byte_does_not_turn_utf_8_into_other_words(tmp_path: Path) -> None:
    path = put(tmp_path, "people.csv", "id,name\na1,李雷和韩梅梅都在客服中心上班\na2,".encode() + b"\xcd\xf5\n")
    refusal = refused(path)
    assert (refusal.code, refusal.facts["row"]) == ("table.undecodable", 3)


def test_utf_16_that_breaks_off_is_refused_with_its_row(tmp_path: Path) -> None:
    refusal = refused(put(tmp_path, "people.csv", "id,name\na1,x\n".encode("utf-16") + b"\x00"))
    assert (refusal.code, refusal.facts["row"]) == ("table.undecodable", 3)


def test_a_zero_character_is_refused_with_its_row(tmp_path: Path) -> None:
    refusal = refused(put(tmp_path, "people.csv", "id,name\n" + "a1,Wang\n" * 50 + "a2,\0\n"))
    assert (refusal.code, refusal.facts["row"]) == ("table.zero_character", 52)


def test_rows_are_numbered_as_a_text_editor_shows_their_first_line(tmp_path: Path) -> None:
    path = put(tmp_path, "people.csv", 'id,name\n\na1,"two\nlines"\n,\na2,x\n')
    assert [number for number, _ in read(path)] == [3, 6]


@pytest.mark.parametrize("sign", ["\t", ";"])
def test_tabs_and_semicolons_are_understood(tmp_path: Path, sign: str) -> None:
    path = put(tmp_path, "people.csv", f"id{sign}name\na1{sign}Li, Lei\n")
    assert read(path) == [(2, {"id": "a1", "name": "Li, Lei", "team": ""})]


def test_columns_stand_in_any_order_and_extra_ones_are_kept_aside(tmp_path: Path) -> None:
    path = put(tmp_path, "people.csv", " name ,shoe,id\nLi,42,a1\n")
    with open_table(path, TWO) as table:
        row = next(iter(table))
        assert table.columns == ("name", "shoe", "id")
    assert row.values == {"id": "a1", "name": "Li", "team": ""}
    assert row.original == {"name": "Li", "shoe": "42", "id": "a1"}


@pytest.mark.parametrize(
    ("content", "code", "facts"),
    [
        ("", "table.empty", {}),
        ("\ufeff", "table.header_missing", {"row": 1}),
        ("\n\n", "table.header_missing", {"row": 1}),
        ("id,id,name\n", "table.column_twice", {"column": "id", "row": 1}),
        ("id,team\n", "table.columns_missing", {"missing": ["name"]}),
        ("id,name\na1,x,y\n", "table.too_many_fields", {"row": 2, "found": 3, "expected": 2}),
        ("id,name\na1\n", "table.too_few_fields", {"row": 2, "found": 1, "expected": 2}),
        ('id,name\na1,"open\n', "table.quotes_broken", {"row": 2}),
        ('"id,name\na1,x\n', "table.quotes_broken", {"row": 1}),
        ('id,name\na1,"a"b\n', "table.quotes_broken", {"row": 2}),
        ("<html><table>", "table.looks_like_markup", {}),
        (b"%PDF-1.7", "table.looks_like_pdf", {}),
        (b"PK\x03\x04", "table.looks_like_zip", {}),
        (b"\x1f\x8b", "table.looks_like_gzip", {}),
        (b"\xd0\xcf\x11\xe0", "table.looks_like_old_office", {}),
    ],
)
def test_what_is_wrong_with_a_csv_file_is_named(
    tmp_path: Path, content: str | bytes, code: str, facts: dict[str, object]
) -> None:
    refusal = refused(put(tmp_path, "people.csv", content))
    assert refusal.code == code
    assert facts.items() <= refusal.facts.items()
    assert refusal.facts["file"] == "people.csv"


def test_missing_files_folders_and_unknown_endings_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv").code == "table.file_missing"
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "folder.csv").code == "table.is_folder"
    assert refused(put(tmp_path, "people.doc", "x")).code == "table.ending_unknown"
    assert refused(tmp_path / "none.csv" / "x.csv").code in {"table.unreadable", "table.file_missing"}


def test_trailing_empty_columns_of_a_spreadsheet_are_no_columns(tmp_path: Path) -> None:
    path = put(tmp_path, "people.csv", "id,,name,,\na1,,Li,,\na2,x,Wang,,\n")
    assert [values["name"] for _, values in read(path)] == ["Li", "Wang"]


def test_a_very_long_line_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    refusal = refused(put(tmp_path, "people.csv", b"id,name\na1," + b"x" * (17 << 20)))
    assert (refusal.code, refusal.facts["row"]) == ("table.line_too_long", 2)


def test_bad_rows_are_handed_over_with_all_their_cells(tmp_path: Path) -> None:
    path = put(tmp_path, "people.csv", "id,name\na1\na2,x\na3,x,y\n")
    bad: list[BadRow] = []
    assert read(path, bad_row=bad.append) == [(3, {"id": "a2", "name": "x", "team": ""})]
    assert [(one.number, one.refusal.code, dict(one.original)) for one in bad] == [
        (2, "table.too_few_fields", {"id": "a1", "name": ""}),
        (4, "table.too_many_fields", {"id": "a3", "name": "x"}),
    ]


PEOPLE = [("a1", "李雷"), ("a2", 'quoted "name"'), ("a3", "two\nlines"), ("a4", ""), ("a5", "x")]


def people_csv(encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("id", "name"), *PEOPLE])
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("name", "content", "by_byte"),
    [
        ("p.csv", people_csv("utf-8-sig"), True),
        ("p.csv", people_csv("gb18030"), True),
        ("p.csv", people_csv("utf-16"), False),
        ("p.csv.gz", gzip.compress(people_csv("utf-8"), mtime=0), False),
        ("p.jsonl", "".join(json.dumps({"id": i, "name": n}) + "\n" for i, n in PEOPLE).encode(), True),
        (
            "p.jsonl.gz",
            gzip.compress("".join(json.dumps({"id": i, "name": n}) + "\n" for i, n in PEOPLE).encode(), mtime=0),
            False,
        ),
    ],
)
def test_reading_goes_on_from_any_row(tmp_path: Path, name: str, content: bytes, by_byte: bool) -> None:
    path = put(tmp_path, name, content)
    whole = read(path)
    assert [values["name"] for _, values in whole] == [name for _, name in PEOPLE]
    with open_table(path, TWO) as table:
        positions = [table.position for _ in table]
    assert all((place.offset is not None) == by_byte for place in positions)
    for done, place in enumerate(positions, start=1):
        assert read(path, start=place) == whole[done:]


def test_the_offset_is_the_next_rows_first_byte(tmp_path: Path) -> None:
    path = put(tmp_path, "p.csv", "id,name\na1,王\na2,x\n", encoding="utf-8-sig")
    with open_table(path, TWO) as table:
        next(iter(table))
        assert path.read_bytes()[table.position.offset :] == b"a2,x\n"
        assert table.position == Position(3, 18)


def test_damaged_gzip_is_refused(tmp_path: Path) -> None:
    whole = gzip.compress(people_csv("utf-8") * 100)
    assert refused(put(tmp_path, "p.csv.gz", whole[:-9])).code == "table.damaged"
    assert refused(put(tmp_path, "q.csv.gz", b"id,name\n")).code == "table.looks_like_text"
    assert refused(put(tmp_path, "r.csv.gz", gzip.compress(b""))).code == "table.empty"
    assert refused(put(tmp_path, "s.csv.gz", gzip.compress(b"PK\x03\x04"))).code == "table.looks_like_zip"


def test_flat_jsonl_keeps_numbers_as_they_are_written(tmp_path: Path) -> None:
    path = put(tmp_path, "p.jsonl", '{"id": 4.449995000000000001, "name": null}\n\n{"id": 1e0, "name": true}\n')
    assert read(path) == [
        (1, {"id": "4.449995000000000001", "name": "", "team": ""}),
        (3, {"id": "1e0", "name": "true", "team": ""}),
    ]


def test_jsonl_values_may_be_anything_unless_flat(tmp_path: Path) -> None:
    path = put(tmp_path, "p.jsonl", '{"id": 1.5, "name": [{"text": "\\u4f60"}]}\n')
    assert read(path, Columns(("id", "name"))) == [(1, {"id": 1.5, "name": [{"text": "你"}]})]
    refusal = refused(path)
    assert (refusal.code, refusal.facts["column"], refusal.facts["row"]) == ("table.not_text", "name", 1)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "table.json_broken"),
        ("3", "table.json_broken"),
        ("[" * 100_000, "table.json_broken"),
        ('{"id": NaN, "name": "x"}', "table.json_constant"),
        ('{"id": "1", "id": "2", "name": "x"}', "table.key_twice"),
        ('{"id": "1", "name": "\\ud83d"}', "table.half_character"),
        ('{"id": "1"}', "table.value_missing"),
    ],
)
def test_what_is_wrong_with_a_json_line_is_named_with_its_row(tmp_path: Path, line: str, code: str) -> None:
    refusal = refused(put(tmp_path, "p.jsonl", '{"id": "0", "name": "x"}\n' + line + "\n"))
    assert (refusal.code, refusal.facts["row"]) == (code, 2)


def test_a_json_list_and_an_empty_jsonl_are_refused(tmp_path: Path) -> None:
    assert refused(put(tmp_path, "p.jsonl", '[\n{"id": 1}]')).code == "table.json_list"
    assert refused(put(tmp_path, "q.jsonl", "\ufeff")).code == "table.empty"


def test_a_huge_whole_number_in_json_is_a_broken_line(tmp_path: Path) -> None:
    assert refused(put(tmp_path, "p.jsonl", '{"id": ' + "9" * 5000 + "}"), Columns(("id",))).code == "table.json_broken"


def test_mapping_finds_constants_paths_defaults_and_moments(tmp_path: Path) -> None:
    line = {"meta": {"who": "a1", "list": [{"x": "7"}]}, "at": 90.5, "a.b": "dotted name", "none": None}
    path = put(tmp_path, "p.jsonl", json.dumps(line) + "\n")
    mapping = {
        "id": "meta.who",
        "name": Origin(path="absent.way", default="nobody"),
        "first": "meta.list.0.x",
        "exact": "a.b",
        "kind": Origin(constant="call"),
        "started": Origin(path="at", add_seconds_to=NINE),
        "empty": Origin(path="none", default="-"),
    }
    wanted = Columns(("id", "name", "first", "exact", "kind", "started", "empty"), mapping=mapping)
    assert read(path, wanted)[0][1] == {
        "id": "a1", "name": "nobody", "first": "7", "exact": "dotted name", "kind": "call",
        "started": "2026-01-05T09:01:30.500000", "empty": "-",
    }  # fmt: skip


def test_mapping_renames_csv_columns_and_misses_are_named_by_their_name(tmp_path: Path) -> None:
    path = put(tmp_path, "p.csv", "工号,姓名\na1,李\n")
    assert read(path, Columns(("id", "name"), mapping={"id": "工号", "name": "姓名"})) == [
        (2, {"id": "a1", "name": "李"})
    ]
    refusal = refused(path, Columns(("id", "name"), mapping={"id": "编号", "name": "姓名"}))
    assert refusal.facts["missing"] == ["编号"]
    refusal = refused(path, Columns(("name",), ("id",), mapping={"id": "编号", "name": "姓名"}))
    assert refusal.facts["missing"] == ["编号"]
    assert refused(path, Columns(("id",), mapping={"shoe": "x"})).code == "mapping.column_unknown"
    assert read(path, Columns(("id",), mapping={"id": "工号"})) == [(2, {"id": "a1"})]


def test_seconds_that_are_no_number_make_a_bad_row(tmp_path: Path) -> None:
    wanted = Columns(("id", "at"), mapping={"at": Origin(path="at", add_seconds_to=NINE)})
    path = put(tmp_path, "p.csv", "id,at\na1,-60\na2,\na3,soon\n")
    bad: list[BadRow] = []
    assert [values["at"] for _, values in read(path, wanted, bad_row=bad.append)] == ["2026-01-05T08:59:00", ""]
    assert (bad[0].number, bad[0].refusal.code, bad[0].refusal.facts["column"]) == (
        4,
        "mapping.seconds_malformed",
        "at",
    )


cell = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)


@example([("", " ")], "utf-8-sig")  # a row of blanks is no row
@given(st.lists(st.tuples(cell, cell), max_size=8), st.sampled_from(["utf-8-sig", "gb18030", "utf-16"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_is_written_is_read_back(tmp_path: Path, rows: list[tuple[str, str]], encoding: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([("id", "名"), *rows])
    path = put(tmp_path, "p.csv", text.getvalue().encode(encoding))
    found = [(values["id"], values["名"]) for _, values in read(path, Columns(("id", "名")))]
    assert found == [row for row in rows if any(cell.strip() for cell in row)]
