import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.tables.reading import Columns, open_table
from hengcai.base.tables.rejects import RejectsFile
from hengcai.base.tables.rows import BadRow
from hengcai.base.tables.safe_cells import quoted, unquoted

WHY = NotValid("x.y")


def bad(number: int, **cells: object) -> BadRow:
    return BadRow(number, cells, WHY)


def test_rejects_hold_the_original_columns_and_why(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "r.csv", ("id", "name")) as rejects:
        rejects.add(bad(7, id="a1", name="李,雷"), column="name", reason="unknown")
        assert rejects.finish() == tmp_path / "r.csv"
    assert (tmp_path / "r.csv").read_bytes().decode("utf-8-sig") == (
        'id,name,row,column,reason\na1,"李,雷",7,name,unknown\n'
    )
    assert list(tmp_path.iterdir()) == [tmp_path / "r.csv"]


def test_nothing_rejected_leaves_no_file(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "r.csv", ("id",)) as rejects:
        assert rejects.finish() is None
    assert not list(tmp_path.iterdir())


def test_corrected_rejects_sent_again_do_not_grow_columns(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with RejectsFile(path, ("id", "name")) as rejects:
        rejects.add(bad(2, id="=a1", name="-1"), column="id", reason="=no")
        rejects.finish()
    with open_table(path, Columns(("id", "name"))) as table, RejectsFile(path, table.columns) as again:
        for row in table:
            assert row.values == {"id": "=a1", "name": "-1"}
            again.add(BadRow(row.number, row.original, WHY), column="id", reason="still")
        again.finish()
    text = path.read_text("utf-8-sig")
    assert text == "id,name,row,column,reason\n'=a1,-1,2,id,still\n"


def test_a_column_that_is_really_called_reason_is_kept(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "r.csv", ("id", "reason")) as rejects:
        rejects.add(bad(2, id="a1", reason="moved"), column="id", reason="unknown")
        rejects.finish()
    assert (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()[0] == "id,reason,row,column,reason_rejected"


def test_jsonl_rejects_keep_lists_and_objects(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "r.jsonl", ()) as rejects:
        rejects.add(bad(1, id="a", turns=[{"text": "你"}], row=9), column="id", reason="x")
        rejects.finish()
    line = json.loads((tmp_path / "r.jsonl").read_text("utf-8"))
    assert line == {"id": "a", "turns": [{"text": "你"}], "row": 1, "column": "id", "reason": "x"}


def test_an_interrupted_import_goes_on_without_doubling_rejects(tmp_path: Path) -> None:
    first = RejectsFile(tmp_path / "r.csv", ("id",))
    first.add(bad(2, id="a"), column="id", reason="x")
    saved = first.saved_size()
    first.add(bad(3, id="lost"), column="id", reason="x")
    first.close()
    with RejectsFile(tmp_path / "r.csv", ("id",), resume_at=saved) as rejects:
        assert rejects.saved_size() == saved
        rejects.add(bad(3, id="b"), column="id", reason="x")
        rejects.finish()
    assert [line.split(",")[0] for line in (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()] == ["id", "a", "b"]


def test_a_resumed_import_without_new_rejects_still_finishes_its_file(tmp_path: Path) -> None:
    first = RejectsFile(tmp_path / "r.jsonl", ())
    first.add(bad(2, id="a"), column="id", reason="x")
    saved = first.saved_size()
    first.close()
    with RejectsFile(tmp_path / "r.jsonl", (), resume_at=saved) as rejects:
        assert rejects.finish() == tmp_path / "r.jsonl"


@pytest.mark.parametrize(("name", "code"), [("r.xlsx", "rejects.ending_unknown"), ("r.csv", "rejects.needs_jsonl")])
def test_rejects_are_refused_where_they_could_not_be_sent_again(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(NotValid) as refusal:
        RejectsFile(tmp_path / name, ())
    assert refusal.value.code == code


@given(st.text(alphabet="'=+-@\t\r01.a", max_size=6))
def test_cells_made_safe_come_back_as_they_were(text: str) -> None:
    assert unquoted(quoted(text)) == text
    assert quoted(text)[:1] not in tuple("=+@\t\r")


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), st.text("=+-@'1a", max_size=4)),
        min_size=1,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_whole_files_of_rejects_come_back(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    with RejectsFile(tmp_path / "r.csv", ("id", "name")) as rejects:
        for place, (one, two) in enumerate(rows):
            rejects.add(bad(place, id=one, name=two), column="", reason="x")
        rejects.finish()
    with open_table(tmp_path / "r.csv", Columns(("id", "name"))) as table:
        assert [(row.values["id"], row.values["name"]) for row in table] == rows
