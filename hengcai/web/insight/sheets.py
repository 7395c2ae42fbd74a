"""A paper's blocks as its template shows them."""

from dataclasses import asdict

from hengcai.paper.blocks import Heading, Lines, Paper, Table


def blocks_of(paper: Paper):
    """Each with its kind; a table is labelled by the heading above it."""
    heading, found = paper.title, []
    for block in paper.blocks:
        if isinstance(block, Heading):
            heading = block.text
        facts = {"kind": type(block).__name__, **asdict(block), "label": heading}
        if isinstance(block, Table):
            facts["is_open"] = block.row_height > 0
            facts["rows"] = [_whole(row, len(block.columns)) for row in block.rows]
        if isinstance(block, Lines):
            facts["lines"] = range(block.count)
        found.append(facts)
    return found


def _whole(row, count):
    """A row may be shorter than its table: the rest stays open."""
    return [*row, *[""] * (count - len(row))]
