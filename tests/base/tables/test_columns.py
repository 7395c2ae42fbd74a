"""Both roads into a table, the quick one and the row reader's, give the same columns, row numbers and refusals."""

import csv
import gzip
import io
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.ids import Spellings
from hengcai.base.tables import columns as both
from hengcai.base.tables.blocks import Texts
from hengcai.base.tables.columns import Coded, ColumnTable, are_folded, check_filled, read_columns
from hengcai.base.tables.reading import Columns

IDS, VALUES = ("agent", "rater"), ("score",)
SEEN = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
CELLS = st.one_of(
    st.sampled_from(["", " ", "a", "b ", " b", "'=a", "'", "=1", '="0"', '"', '""', "x\ny", "x,y", "x;y", "\r", "王", "（",
                     "\u200b", "\ufeff", "\xa0", "4", "4.0", "-1", "1e300", "0" * 30, "\u2028", "\x85", "None", "NULL"]),
    st.text(max_size=3),
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6)


def put(folder: Path, content: str | bytes, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


def outcome(read: Any, path: Path) -> Any:
    """What there is to compare: texts of every row with its number, or the refusal."""
    try:
        table = read(path)
    except NotValid as refusal:
        return refusal.code, dict(refusal.facts)
    return {name: texts(column) for name, column in table.columns.items()}, list(table.numbers), table.place


def texts(column: Coded) -> list[str]:
    return [column.labels[code] for code in column.codes]


def quick(path: Path) -> ColumnTable:
    return read_columns(path, ids=IDS, values=VALUES)


def by_rows(path: Path) -> ColumnTable:
    return both._by_rows(path, Columns((*IDS, *VALUES), flat=True, ids=IDS))


def is_quick(path: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the file is read without the row reader."""
    with monkeypatch.context() as patched:
        patched.setattr(both, "_by_rows", lambda *_: None)
        return quick(path) is not None


def written(rows: list[list[str]], **how: Any) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, **how).writerows(rows)
    return text.getvalue()


@SEEN
@given(
    TABLES, st.sampled_from([",", ";", "\t"]), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", "\n\n", "\r\n\n", " \n"]), st.booleans(),
)  # fmt: skip
def test_written_tables_are_the_same_by_both_roads(
    tmp_path: Path, rows: list[list[str]], mark: str, quoting: Any, end: str, tail: str, packed: bool
) -> None:
    made = (
        written([["agent", "rater", "score", "x"], *rows], delimiter=mark, quoting=quoting, lineterminator=end) + tail
    )
    data = made.encode("utf-8", "replace")
    path = put(tmp_path, gzip.compress(data) if packed else data, "t.csv.gz" if packed else "t.csv")
    assert outcome(quick, path) == outcome(by_rows, path)


@SEEN
@given(
    st.text(alphabet="ab4,\"'=; \n\r\t（王\u200b\xa0\ufeff", max_size=40),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
@example('a,b,"4\n', "utf-8")
@example("a,b,4\n\n\na,b,5", "utf-8")
@example("\ufeffa,b,4\n", "utf-8")
def test_any_text_is_the_same_by_both_roads(tmp_path: Path, body: str, encoding: str) -> None:
    path = put(tmp_path, f"agent,rater,score\n{body}".encode(encoding, "replace"))
    assert outcome(quick, path) == outcome(by_rows, path)


@SEEN
@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["王", "李 "]), st.floats(0, 5)), max_size=30),
    st.integers(8, 60),
)
def test_blocks_of_any_size_give_the_same(tmp_path: Path, rows: list[Any], size: int) -> None:
    path = put(tmp_path, written([["agent", "rater", "score"], *rows], quoting=csv.QUOTE_NONNUMERIC))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("hengcai.base.tables.plain_csv.BLOCK", size)
        assert outcome(quick, path) == outcome(by_rows, path)


def test_long_and_short_cells_meet_over_many_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["a" * size for size in (*range(1, 20), 100, 1000)] + ["主动告知客户处理时限", "主动告知客户处理时机"]
    rows = [[name, names[-place % len(names)], str(place % 5)] for place, name in enumerate(names * 3)]
    path = put(tmp_path, written([["agent", "rater", "score"], *rows]))
    monkeypatch.setattr("hengcai.base.tables.plain_csv.BLOCK", 256)
    assert is_quick(path, monkeypatch)
    assert outcome(quick, path) == outcome(by_rows, path)


def test_more_different_ids_than_slots_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[f"agent{place % 3000}", f"r{place % 7}", "4"] for place in range(9000)]
    path = put(tmp_path, written([["agent", "rater", "score"], *rows]))
    assert is_quick(path, monkeypatch)
    assert outcome(quick, path) == outcome(by_rows, path)


def test_two_texts_of_one_key_are_left_to_the_row_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "agent,rater,score\nabcdefgh1,r,4\nabcdefgh2,r,4\n")
    monkeypatch.setattr("hengcai.base.tables.coding._FIRST", both.np.uint64(0))
    assert not is_quick(path, monkeypatch)
    monkeypatch.setattr("hengcai.base.tables.plain_csv.BLOCK", 16)
    assert not is_quick(path, monkeypatch)


def test_many_texts_are_one_until_they_are_asked_for() -> None:
    for told in (["a"], ["", "b", "王", "c"], ["a", ""]):
        many = Texts("\n".join(told))
        assert (list(many), [many[place] for place in range(len(many))], many[1:], many[-1]) == (
            told,
            told,
            told[1:],
            told[-1],
        )


@SEEN
@given(
    st.lists(st.one_of(st.none(), st.text(max_size=3)), min_size=1, max_size=6),
    st.sampled_from([pl.Float64, pl.Float32, pl.Int64, pl.Boolean, pl.String]),
    st.lists(st.one_of(st.none(), st.sampled_from([0.0, -0.0, 1.5, 0.1 + 0.2, 1e300, float("nan"), float("inf"), 3.0])), min_size=6),
)  # fmt: skip
def test_parquet_is_the_same_by_both_roads(tmp_path: Path, ids: list[Any], kind: Any, numbers: list[Any]) -> None:
    score = pl.Series("score", numbers[: len(ids)], dtype=pl.Float64)
    if kind == pl.Int64:
        score = pl.Series("score", [None if n is None else len(str(n)) for n in numbers[: len(ids)]], dtype=kind)
    score = score.cast(pl.Float32 if kind == pl.Float32 else score.dtype)
    if kind in (pl.Boolean, pl.String):
        score = score.is_nan().cast(kind)
    path = tmp_path / "t.parquet"
    pl.DataFrame({"agent": pl.Series(ids, dtype=pl.String), "rater": ids[::-1], "score": score}).write_parquet(path)
    assert outcome(quick, path) == outcome(by_rows, path)


PLAIN = "agent,rater,score\na1,r1,4\na2,王（早）,3.5\na2, r1 ,\n"


@pytest.mark.parametrize(
    "content",
    [PLAIN, PLAIN.replace("\n", "\r\n"), PLAIN + "\n\n", PLAIN.replace(",", ";"), "\ufeff" + PLAIN, PLAIN.encode("gb18030"),
     'agent,"rater","score"\n"a1","r1","4"\n"a2","r2",""\n', "x,agent,rater,score\n,a1,r1,4\n"],
)  # fmt: skip
def test_usual_tables_are_read_quickly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    path = put(tmp_path, content)
    assert is_quick(path, monkeypatch)
    assert outcome(quick, path) == outcome(by_rows, path)


@pytest.mark.parametrize(
    "row",
    ["a1,r1", "a1,r1,4,", "a1,r1,4,5", '"a,1",r1,4', '"a\n1",r1,4', 'a"1,r1,4', '"a""1",r1,4', "'=a,r1,4", "=a,r1,4", ",,",
     " , , ", "a1,r1, 4", "a1,r1,４", "a1,r\r1,4", "\na1,r1,4", "a1,r1\na2,r2,4,5", '"a1,r1,4'],
)  # fmt: skip
def test_unusual_rows_are_left_to_the_row_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    path = put(tmp_path, f"agent,rater,score\na0,r0,3\n{row}\na9,r9,2\n")
    assert not is_quick(path, monkeypatch)
    assert outcome(quick, path) == outcome(by_rows, path)


@pytest.mark.parametrize("name", ["t.xlsx", "t.jsonl"])
def test_other_kinds_are_left_to_the_row_reader(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, '{"agent": "a", "rater": "r", "score": "4"}\n', name)
    assert outcome(quick, path) == outcome(by_rows, path)


def test_rejects_sent_in_again_are_the_same_by_both_roads(tmp_path: Path) -> None:
    path = put(tmp_path, "agent,rater,score,row,column,reason\n'=a,r,4,2,x,y\n")
    assert outcome(quick, path) == outcome(by_rows, path)
    assert texts(quick(path).columns["agent"]) == ["=a"]


@pytest.mark.parametrize("mark", [";", "|", "，", "\t", "a"])
def test_a_line_that_names_the_separator_holds_on_both_roads(tmp_path: Path, mark: str) -> None:
    path = put(tmp_path, f"sep={mark}\n" + mark.join(["x", "rater", "score", "gent"]) + "\n")
    names = ("x", "rater")
    quickly, slowly = (outcome(read, path) for read in (
        lambda path: read_columns(path, ids=names), lambda path: both._by_rows(path, Columns(names, flat=True, ids=names))
    ))  # fmt: skip
    assert quickly == slowly


def test_ids_that_look_alike_become_one_as_the_first_was_spelled() -> None:
    column = Coded(both.np.array([0, 1, 2, 1], both.np.int32), [" 一组（早）", "一组(早)", "二组"]).spelled(Spellings())
    assert (column.labels, column.codes.tolist()) == (["一组（早）", "二组"], [0, 0, 1, 0])


@given(st.lists(st.text("a １（\xa0\u200b\ufe0f\u0301王", max_size=4), max_size=4))
def test_texts_are_told_to_be_folded_only_where_each_of_them_is(labels: list[str]) -> None:
    if are_folded(labels):
        assert [both.folded(label) for label in labels] == labels


def test_an_empty_id_is_refused_by_its_row_and_column(tmp_path: Path) -> None:
    table = quick(put(tmp_path, "agent,rater,score\na,b,4\na,,4\n"))
    check_filled(table, ["agent"])
    with pytest.raises(NotValid) as refusal:
        check_filled(table, IDS)
    assert refusal.value.facts == {"file": "t.csv", "row": 3, "column": "rater"}


@pytest.mark.parametrize("cell", ["a" * 5000, 'a"', '"a'])
def test_very_long_cells_and_lone_quotes_are_left_to_the_row_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str
) -> None:
    path = put(tmp_path, f"agent,rater,score\n{cell},r,4\n")
    assert not is_quick(path, monkeypatch)
    assert outcome(quick, path) == outcome(by_rows, path)


def test_a_line_without_end_is_left_to_the_row_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, f"agent,rater,score\n{'a' * 900},r,4")
    monkeypatch.setattr("hengcai.base.tables.plain_csv.BLOCK", 64)
    monkeypatch.setattr("hengcai.base.tables.plain_csv.LONGEST_LINE", 200)
    assert not is_quick(path, monkeypatch)


PARQUET = {"agent": ["a", "b"], "rater": ["r", "s"], "score": [4, 5]}


@pytest.mark.parametrize(
    "columns",
    [PARQUET | {"score": ["2026-01-05"] * 2}, PARQUET | {"score": [[4], [5]]}, {"agent": ["a"], "rater": ["r"]},
     {name: [] for name in PARQUET}, PARQUET | {"agent": ["a\nb", "b"]}],
)  # fmt: skip
def test_parquet_with_other_columns_is_the_same_by_both_roads(tmp_path: Path, columns: dict[str, Any]) -> None:
    path = tmp_path / "t.parquet"
    frame = pl.DataFrame(columns)
    if columns.get("score") == ["2026-01-05"] * 2:
        frame = frame.with_columns(pl.col("score").str.to_date())
    frame.write_parquet(path)
    assert outcome(quick, path) == outcome(by_rows, path)


def test_damaged_parquet_is_refused_as_by_the_row_reader(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({name: [str(cell) * 50 for cell in cells] for name, cells in PARQUET.items()}).write_parquet(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:20] + b"\xff" * 60 + whole[80:])
    assert outcome(quick, path) == outcome(by_rows, path) == ("table.damaged", {"file": "t.parquet"})
