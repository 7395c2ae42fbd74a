"""The same paper as a workbook: each table a sheet, the sentences on a sheet of their own."""

from io import BytesIO

from hengcai.base.sheets import Sheet, write_workbook
from hengcai.insight.printing.paper import Bullets, Heading, Paper, Paragraph, Table


def as_xlsx(paper: Paper) -> bytes:
    sheets, heading = [_cover(paper)], paper.title
    for block in paper.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            sheets.append(_sheet(block, block.name or heading))
    out = BytesIO()
    write_workbook(out, sheets)
    return out.getvalue()


def _cover(paper: Paper) -> Sheet:
    lines: list[tuple[str, str]] = [(paper.subtitle, ""), *paper.facts]
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            lines.append((block.text, ""))
        elif isinstance(block, Bullets):
            lines += [(item, "") for item in block.items]
    return Sheet(paper.title, [paper.title, ""], lines, widths=(70, 30))


def _sheet(table: Table, title: str) -> Sheet:
    rows = [[_cell(value) for value in row] for row in table.rows]
    return Sheet(title, [str(column) for column in table.columns], rows)


def _cell(value: object) -> str | int | float | None:
    return value if isinstance(value, int | float) or value is None else str(value)
