"""Quoted cells read in columns are what the row reader reads, or are left to it."""

import csv
import io
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.tables import frames as module
from hengcai.base.tables.by_place import Limits
from hengcai.base.tables.csv_file import CsvFile
from hengcai.base.tables.frames import frames
from hengcai.base.tables.quoted_rows import quoted_rows
from hengcai.base.tables.reading import Columns, open_table

WANTED = Columns(("id", "said"), ("text", "queue"), ids=("id",))
NAMES = {"id": "id", "said": "said", "text": "text"}
HEAD = "id,said,text\n"
LIMITS = Limits(1_000, ("text",), 1_000_000)
pieces = st.sampled_from(["a", "你", " ", ",", '"', '""', "\n", "'", "=", "1E+9", "-", ";", "\r\n", "é"])
texts = st.lists(pieces, max_size=6).map("".join)


def by_rows(path):
    with open_table(path, WANTED) as table:
        rows = [(row.number, *(row.values[name] for name in ("id", "said", "text", "queue"))) for row in table]
    return [(*row[:3], bool(row[3].strip()), row[4]) for row in rows]


def by_columns(path, rows, weight):
    with patch.object(module, "ROWS", rows), patch.object(module, "WEIGHT", weight):
        chunks = list(frames(path, WANTED, heavy=["text"]))
    found = [(number, *row) for chunk in chunks for number, row in zip(chunk.numbers, chunk.frame.rows(), strict=True)]
    return [(*row[:3], bool(row[3].strip()), row[4]) for row in found]


def outcome(read, *arguments):
    try:
        return read(*arguments)
    except NotValid as refusal:
        return refusal.code, refusal.facts.get("row")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("quoted") / "contacts.csv"


def check(path, content, rows, weight, encoding="utf-8"):
    path.write_bytes(content.encode(encoding, errors="replace"))
    assert outcome(by_columns, path, rows, weight) == outcome(by_rows, path)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(texts, texts, texts), max_size=8), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
       st.sampled_from(["\n", "\r\n"]), st.integers(1, 5), st.sampled_from([40, 1_000_000]))  # fmt: skip
def test_what_a_program_writes_is_read_as_row_by_row(path, rows, quoting, ending, at_once, weight):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=quoting, lineterminator=ending).writerows([["id", "said", "text"], *rows])
    check(path, out.getvalue(), at_once, weight)
    check(path, out.getvalue(), at_once, weight, "gb18030")


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=30).map("".join), st.integers(1, 5), st.sampled_from([40, 1_000_000]))
def test_whatever_stands_there_is_read_or_refused_as_row_by_row(path, content, at_once, weight):
    check(path, HEAD + content, at_once, weight)


def taken(path: Path, content: str):
    path.write_text(HEAD + content, "utf-8", newline="")
    source = CsvFile(path)
    found = quoted_rows(source, NAMES, LIMITS, ids=["id"])
    position = source.next
    source.close()
    return found, position.row


def test_cells_over_several_lines_are_taken_with_the_number_of_their_first(path):
    found, following = taken(path, 'C1,a,"x\ny ""z"", w"\nC2,"b,c",\nC3,d,"e"')
    assert found is not None
    assert found.cells.rows() == [("C1", "a", 'x\ny "z", w'), ("C2", "b,c", ""), ("C3", "d", "e")]
    assert (found.numbers, found.is_last, following) == ([2, 4, 5], True, 6)


def test_a_row_that_goes_on_beyond_the_block_is_left_for_the_next(path):
    path.write_text(HEAD + 'C1,a,"x"\nC2,b,"y\nz"\nC3,c,"w"\n', "utf-8")
    source = CsvFile(path)
    first = quoted_rows(source, NAMES, Limits(2, ("text",), 1_000), ids=["id"])
    then = quoted_rows(source, NAMES, Limits(3, ("text",), 1_000), ids=["id"])
    source.close()
    assert [(one.numbers, one.cells["id"].to_list(), one.is_last) for one in (first, then)] == [
        ([2], ["C1"], False), ([3, 5], ["C2", "C3"], True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "C1,a,b", 'C1,a,"b', 'C1,a,x"b"', 'C1,a,"b"x', 'C1,"a,b"', '"",a,"b"', '\n"C1",a,b', "C1,\"'=a\",b",
        'C1,"=a",b', 'C1,a,"=b"', '"1E+9",a,b', 'C1,a,"b\r\nc"', 'C1,a\r,"b"',
    ],
)  # fmt: skip
def test_a_line_that_may_mean_something_else_is_not_taken_and_given_back(path, line):
    assert taken(path, f"{line}\n") == (None, 2)


def test_a_file_of_one_column_is_left_to_the_others(path):
    path.write_text('id\n"C1"\n')
    source = CsvFile(path)
    assert quoted_rows(source, {"id": "id"}, LIMITS, ids=["id"]) is None
    source.close()


def test_text_that_cannot_be_decoded_is_left_to_the_row_reader(path):
    path.write_bytes(HEAD.encode() + 'C1,你,"b"\n'.encode("gb18030"))
    source = CsvFile(path)
    with patch.object(source._lines, "encoding", "utf-8"):
        assert quoted_rows(source, NAMES, LIMITS, ids=["id"]) is None
    source.close()
