"""The same paper as a workbook: each table a sheet, the sentences on a sheet of their own."""

import re
from collections.abc import Sequence
from decimal import Decimal

from hengcai.base.sheets import Cell, Sheet, workbook
from hengcai.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Signatures, Table
from hengcai.paper.telling import plain

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")


def as_xlsx(paper: Paper) -> bytes:
    sheets, heading = [_cover(paper)], paper.title
    for block in paper.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            sheets.append(_sheet(block, block.name or heading))
    return workbook(sheets)


def _cover(paper: Paper) -> Sheet:
    """Head, facts and every sentence; the charts' figures stand in their tables."""
    lines: list[tuple[str, str]] = [(paper.head, ""), (paper.subtitle, ""), *paper.facts]
    for block in paper.blocks:
        lines += [(text, "") for text in _texts(block)]
    lines.append((paper.foot, ""))
    rows = [(plain(left), plain(right)) for left, right in lines if left or right]
    return Sheet(paper.title, [paper.title, ""], rows, widths=(90, 30))


def _texts(block: Block) -> Sequence[str]:
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Signatures):
        return [f"{label} ____________" for label in block.labels]
    return [block.text] if isinstance(block, Paragraph | Heading) else []


def _sheet(table: Table, title: str) -> Sheet:
    rows = [[_cell(value) for value in row] for row in table.rows]
    return Sheet(title, [str(column) for column in table.columns], rows)


def _cell(value: object) -> Cell:
    """A number that is one stays one; what was written with an interval or a unit is text."""
    if isinstance(value, int | float) or value is None:
        return value
    text = plain(str(value))
    return Decimal(text) if _NUMBER.fullmatch(text) else text
