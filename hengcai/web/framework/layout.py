"""Where marks stand on the 1–5 axis, and texts of any shape as lines."""

from hengcai.base.bilingual import Bilingual, decode
from hengcai.framework.rules import LEVELS

LEFT, WIDTH = 4, 92  # per cent: room for the outer figures


def axis_x(level):
    return f"{LEFT + WIDTH * (float(level) - 1) / 4:.1f}%"


TICKS = [(level, axis_x(level)) for level in LEVELS]


def marked(lines):
    """Profile lines with the place of their mark."""
    return [{"line": line, "row": line.row, "x": axis_x(line.row.required_level)} for line in lines]


def lines(value):
    """A text, a list of texts or of codes, as the lines a reader sees."""
    if value is None:
        return []
    shown = decode(value)
    return (
        [str(one) for one in shown]
        if isinstance(shown, list)
        else [shown if isinstance(shown, Bilingual) else str(shown)]
    )


def readable(changed):
    """Changes by competency with both sides as lines; None stays None (nothing to compare)."""
    if changed is None:
        return None
    return [
        {"code": one.code, "name": one.name, "changes": [_sides(named) for named in one.changes]} for one in changed
    ]


def _sides(named):
    change = named.change
    return {"change": change, "indicator": named.indicator, "old": lines(change.old), "new": lines(change.new)}
