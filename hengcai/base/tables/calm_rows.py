"""Rows of a CSV file in which nothing means anything but itself, taken as whole columns.

No quote, no apostrophe, no sign of a formula or of a number with an exponent, every line with its cells and none of
them blank: then a line is a row and what stands between two separators is a cell. Where that is in doubt nothing is
taken, and the rows are read one by one.
"""

from typing import TYPE_CHECKING

from hengcai.base.tables.by_place import Limits
from hengcai.base.tables.csv_file import CsvFile

if TYPE_CHECKING:
    import polars as pl

SIGNS = (b'"', b"'", b"=", b"E+", b"e+", b"\n\n")


def calm_rows(source: CsvFile, limits: Limits) -> "pl.DataFrame | None":
    """The next rows with the file's columns in their order; None, and nothing read, where they must be looked at."""
    if not source.has_bytes or not source.delimiter.isascii():
        return None
    block, line_count = source.next_lines(limits.rows, limits.weight)
    text = _calm(block, source.encoding)
    rows = _parted(text, source) if text else None
    if rows is None or len(rows) != line_count or not _begins_everywhere(rows):
        source.give_back()
        return None
    return rows


def _calm(block: bytes, encoding: str) -> bytes | None:
    """As UTF-8 with plain line ends."""
    if b"\r" in block and block.count(b"\r") == block.count(b"\r\n"):
        block = block.replace(b"\r\n", b"\n")
    if b"\r" in block or block.startswith(b"\n") or any(sign in block for sign in SIGNS):
        return None
    try:
        return block if encoding == "utf-8" else block.decode(encoding).encode()
    except UnicodeError:
        return None


def _parted(text: bytes, source: CsvFile) -> "pl.DataFrame | None":
    """A line with too few cells would be filled up unseen, one with too many is refused: so all are counted as well."""
    import polars as pl

    cuts = text.count(source.delimiter.encode())
    if cuts != (source.width - 1) * (text.count(b"\n") + (not text.endswith(b"\n"))):
        return None
    names = [str(place) for place in range(source.width)]
    try:
        return pl.read_csv(
            text, has_header=False, new_columns=names, separator=source.delimiter, quote_char=None,
            infer_schema=False, empty_string_is_null=False,
        )  # fmt: skip
    except pl.exceptions.PolarsError:
        return None


def _begins_everywhere(rows: "pl.DataFrame") -> bool:
    """Something stands in the first cell of each, so that none of them is blank."""
    return bool((rows.to_series(0).str.strip_chars() != "").all())
