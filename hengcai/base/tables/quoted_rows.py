"""Rows of a CSV file whose cells may stand between quotes, over several lines too, taken as whole columns.

Where quotes open and close is counted over the whole block: each must open at the beginning of a cell and close at its
end, as spreadsheets and programs write them. Then a row ends with a line end outside quotes. Where anything else is
found, or a cell that means something else than it says, nothing is taken and the rows are read one by one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from hengcai.base.tables.by_place import Limits
from hengcai.base.tables.csv_file import CsvFile

_QUOTE, _LINE_END, _RETURN = ord('"'), ord("\n"), ord("\r")
_FIRST = ""
_FORMULA = r"^\s*="
_ROUNDED = r"[eE]\+"
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """`numbers` as an editor shows them: of the first line of each."""

    cells: pl.DataFrame
    numbers: Sequence[int]
    is_last: bool


def quoted_rows(source: CsvFile, names: Mapping[str, str], limits: Limits, *, ids: Collection[str]) -> Rows | None:
    """The next rows' cells: our names for the file's; None, and nothing read, where they
    must be looked at.

    Of one of the heavy columns only whether anything stands there is sure. A block without quotes is not for here.
    """
    if not source.has_bytes or not source.delimiter.isascii() or source.width < 2:
        return None
    first = source.next.row
    block, line_count = source.next_lines(limits.rows, limits.weight)
    ends = _row_ends(block, ord(source.delimiter), source.width) if b'"' in block else None
    cells = _cells(block[: int(ends[-1])], source, names) if ends is not None else None
    if ends is None or cells is None or len(cells) != ends.size or _needs_a_look(cells, ids, limits.heavy):
        source.give_back()
        return None
    lines = np.flatnonzero(np.frombuffer(block, np.uint8) == _LINE_END)
    kept = int(np.searchsorted(lines, ends[-1])) + (block[int(ends[-1]) - 1] != _LINE_END)
    if kept < line_count:
        source.give_back()
        source.next_lines(kept, limits.weight)
    numbers = first + np.concatenate(([0], np.searchsorted(lines, ends[:-1])))
    return Rows(cells.drop(_FIRST), numbers.tolist(), source.is_over)


def _row_ends(block: bytes, delimiter: int, width: int) -> Places | None:
    """After the last sign of each whole row; None where there is none or something is unusual."""
    signs = np.frombuffer(block, np.uint8)
    quotes = np.flatnonzero(signs == _QUOTE)
    is_inside = np.zeros(signs.size, bool)
    is_inside[quotes] = True
    is_inside = np.logical_xor.accumulate(is_inside) if quotes.size else is_inside
    ends = np.flatnonzero((signs == _LINE_END) & ~is_inside) + 1
    if signs.size and signs[-1] != _LINE_END and not is_inside[-1]:
        ends = np.append(ends, signs.size)
    if not ends.size:
        return None
    whole = signs[: ends[-1]]
    cuts = np.flatnonzero((whole == delimiter) & ~is_inside[: whole.size])
    starts = np.concatenate(([0], ends[:-1]))
    counts = np.searchsorted(cuts, ends) - np.searchsorted(cuts, starts)
    returns = np.flatnonzero(whole == _RETURN)
    if (counts != width - 1).any() or is_inside[returns].any() or not _before_line_ends(whole, returns):
        return None
    return ends if _at_the_edges(whole, quotes[quotes < whole.size], delimiter) else None


def _before_line_ends(signs: npt.NDArray[np.uint8], returns: Places) -> bool:
    return bool((returns + 1 < signs.size).all() and (signs[returns + 1] == _LINE_END).all())


def _at_the_edges(signs: npt.NDArray[np.uint8], quotes: Places, delimiter: int) -> bool:
    """Two quotes together within a cell close and open again."""
    opening, closing = quotes[::2], quotes[1::2]
    padded = np.concatenate(([_LINE_END], signs, [_LINE_END]))
    before, after = padded[opening], padded[closing + 2]
    is_opened = (before == delimiter) | (before == _LINE_END) | (before == _QUOTE)
    is_closed = (after == delimiter) | (after == _LINE_END) | (after == _RETURN) | (after == _QUOTE)
    return bool(is_opened.all() and is_closed.all())


def _cells(block: bytes, source: CsvFile, names: Mapping[str, str]) -> pl.DataFrame | None:
    """With the first cell of each row beside them, which tells blank rows."""
    every = [str(place) for place in range(source.width)]
    places = {name: str(source.columns.index(theirs)) for name, theirs in names.items()}
    try:
        text = block if source.encoding == "utf-8" else block.decode(source.encoding).encode()
        found = pl.read_csv(
            text, has_header=False, new_columns=every, separator=source.delimiter, infer_schema=False,
            empty_string_is_null=False,
        )  # fmt: skip
    except (pl.exceptions.PolarsError, UnicodeError):
        return None
    return found.select(pl.col("0").alias(_FIRST), *(pl.col(place).alias(name) for name, place in places.items()))


def _needs_a_look(cells: pl.DataFrame, ids: Collection[str], heavy: Collection[str]) -> bool:
    """A blank row, an apostrophe or a sign of a formula in front, or an id that may be what is left of a number."""
    blank = ~cells[_FIRST].str.contains(r"\S")
    formula = [pl.col(name).str.contains(_FORMULA).any() for name in cells.columns]
    quoted = [pl.col(name).str.starts_with("'").any() for name in cells.columns if name not in heavy]
    rounded = [pl.col(name).str.contains(_ROUNDED).any() for name in cells.columns if name in ids]
    checks = [one.alias(str(place)) for place, one in enumerate([*formula, *quoted, *rounded])]
    return bool(blank.any() or any(cells.select(checks).row(0)))
