"""Parquet columns of text, whole numbers, yes and no, and fractions, in slices of many rows."""

from pathlib import Path
from typing import TYPE_CHECKING

from hengcai.base.tables.blocks import Blocks, Gathering
from hengcai.base.tables.parquet_file import ParquetFile
from hengcai.base.tables.xlsx_file import text_of

if TYPE_CHECKING:
    import polars as pl

_SLICE = 200_000


def parquet_blocks(path: Path, wanted: tuple[str, ...]) -> Blocks | None:
    """None where the row reader must decide: dotted names, lists, days, damage."""
    import polars as pl
    from polars.exceptions import PanicException, PolarsError

    columns = ParquetFile(path).columns
    if not set(wanted) <= set(columns):
        return None
    gathering = Gathering(wanted)
    try:
        whole = pl.scan_parquet(path, glob=False).select(wanted)
        if not all(_is_readable(kind) for kind in whole.collect_schema().dtypes()):
            return None
        start = 0
        while (frame := whole.slice(start, _SLICE).collect()).height:
            gathering.add(frame.select(_as_text(column) for column in frame))
            start += _SLICE
    except (PolarsError, PanicException, OSError):
        return None
    return gathering.blocks(first=2)


def _is_readable(kind: "pl.DataType") -> bool:
    import polars as pl

    return kind.is_integer() or kind.is_float() or kind in (pl.String, pl.Boolean, pl.Null)


def _as_text(column: "pl.Series") -> "pl.Series":
    """As the row reader writes them; nothing is empty text."""
    import polars as pl

    if column.dtype.is_float():
        return _fractions_as_text(column.cast(pl.Float64))
    return column.cast(pl.String).fill_null("")


def _fractions_as_text(column: "pl.Series") -> "pl.Series":
    """Each different number is written once. Compared by their bits, so that 0 and -0 stay apart."""
    import polars as pl

    bits = column.reinterpret(dtype=pl.Int64)
    distinct = bits.unique(maintain_order=True).drop_nulls()
    texts = [text_of(value) for value in distinct.reinterpret(dtype=pl.Float64)]
    return bits.replace_strict(distinct, pl.Series(texts, dtype=pl.String), default="", return_dtype=pl.String)
