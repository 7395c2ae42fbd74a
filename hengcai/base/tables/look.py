"""A first look at a table somebody sends in, before anything is begun."""

from itertools import islice
from pathlib import Path

from hengcai.base.errors import NotValid
from hengcai.base.tables.kinds import Kind, kind_of
from hengcai.base.tables.reading import ROWS_OF_TITLES, Columns, open_table, rows_below
from hengcai.base.tables.rows import BadRow


def first_look(path: Path, wanted: Columns) -> tuple[tuple[str, ...], int, str]:
    """The file's own columns, the rows to expect where the file itself says so, else 0, and the sheet that is read.

    Refuses what is wrong with the whole file: its kind, encoding, columns, emptiness.
    """
    bad: list[BadRow] = []
    with open_table(path, wanted, bad_row=bad.append) as table:
        if next(iter(table), None) is None and not bad:
            raise NotValid("import.no_rows", **table.place)
        return table.columns, _total(path), table.sheet


def _total(path: Path) -> int:
    if kind_of(path) != Kind.PARQUET:
        return 0
    import polars as pl

    return int(pl.scan_parquet(path, glob=False).select(pl.len()).collect().item())


def columns_of(path: Path) -> tuple[str, ...]:
    """The file's own columns, whatever they are called; none where it has no header."""
    with open_table(path, Columns(()), bad_row=lambda _bad: None) as table:
        return table.columns


def names_below(path: Path) -> list[tuple[int, list[str]]]:
    """Rows in which the names may stand that are missing in the first."""
    return rows_below(path, ROWS_OF_TITLES)


def beginning(path: Path, most: int) -> tuple[tuple[str, ...], str, list[dict[str, object]]]:
    """The file's own columns, its sheet, and the first rows as they stand, whatever they are to mean."""
    with open_table(path, Columns(()), bad_row=lambda _bad: None) as table:
        return table.columns, table.sheet, [dict(row.original) for row in islice(table, most)]
