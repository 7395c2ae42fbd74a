"""A file of pay bases, CSV, XLSX or JSONL, row by row."""

from pathlib import Path

from hengcai.base.tables.reading import Columns, open_table
from hengcai.consequences.rules.bases import OPTIONAL, REQUIRED, BaseRow, base_row


def read_bases(path: Path) -> list[BaseRow]:
    """The whole file or a refusal that names row and column."""
    with open_table(path, Columns(REQUIRED, OPTIONAL, flat=True, ids=("person",))) as table:
        return [base_row(row.number, row.values) for row in table]
