"""Parquet columns of text, whole numbers, yes and no, and fractions, in slices of many rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hengcai.base.tables.blocks import Blocks, Codes, Texts
from hengcai.base.tables.cell_values import text_of
from hengcai.base.tables.parquet_file import ParquetFile

if TYPE_CHECKING:
    import polars as pl

_SLICE = 200_000


def parquet_blocks(path: Path, wanted: tuple[str, ...], *, ids: Sequence[str] = ()) -> Blocks | None:
    """None where the row reader must decide: dotted names, lists, days, damage, ids that are no text or whole number."""
    import polars as pl
    from polars.exceptions import PanicException, PolarsError

    columns = ParquetFile(path).columns
    if not set(wanted) <= set(columns):
        return None
    kinds = {name: pl.Categorical(pl.Categories.random()) for name in wanted}
    parts: list[pl.DataFrame] = []
    try:
        whole = pl.scan_parquet(path, glob=False).select(wanted)
        if not all(is_readable(kind, is_id=name in ids) for name, kind in whole.collect_schema().items()):
            return None
        while (frame := whole.slice(_SLICE * len(parts), _SLICE).collect()).height:
            parts.append(frame.select(as_text(column).cast(kinds[column.name]) for column in frame))
    except (PolarsError, PanicException, OSError):
        return None
    coded = {name: _coded([part[name] for part in parts]) for name in wanted}
    codes = {name: one for name, (one, _) in coded.items()}
    labels = {name: texts for name, (_, texts) in coded.items()}
    return Blocks(codes, labels, 2, sum(part.height for part in parts))


def _coded(parts: "list[pl.Series]") -> tuple[Codes, Sequence[str]]:
    """The library numbers texts in an order of its own."""
    import polars as pl

    if not parts:
        return np.empty(0, np.int32), []
    whole = pl.concat(parts, rechunk=True)
    own = whole.to_physical().to_numpy()
    first_row = np.full(int(own.max()) + 1, -1, np.int32)
    first_row[own[::-1]] = np.arange(own.size - 1, -1, -1, dtype=np.int32)
    there = np.flatnonzero(first_row >= 0)
    ordered = there[np.argsort(first_row[there])]
    place = np.zeros(first_row.size, np.int32)
    place[ordered] = np.arange(ordered.size, dtype=np.int32)
    labels = whole.gather(first_row[ordered]).cast(pl.String)
    joined = str(labels.str.join("\n").item())
    return place[own], Texts(joined) if joined.count("\n") == labels.len() - 1 else labels.to_list()


def is_readable(kind: "pl.DataType", *, is_id: bool) -> bool:
    import polars as pl

    doubtful = not is_id and (kind.is_float() or kind == pl.Boolean)
    return doubtful or kind.is_integer() or kind in (pl.String, pl.Null)


def as_text(column: "pl.Series") -> "pl.Series":
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
