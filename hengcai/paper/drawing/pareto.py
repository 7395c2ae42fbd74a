"""Columns from the most frequent down, and over them the share of all that they make up so far; as wide as its place."""

from collections.abc import Sequence
from itertools import pairwise

from hengcai.measurement.plots.lettering import broken, safe
from hengcai.measurement.plots.svg import mark
from hengcai.paper.drawing.svg import round_at, rule, strip

TOP, BASE, HEIGHT = 26.0, 166.0, 222.0
LEFT, RIGHT = 1.0, 86.0  # per cent; right of it stands the scale
HALF, LINE = 0.28, 16.0  # of a column's place: half its width; between two lines of a name
ROOM, SIZE = 80.0, 13.0  # of a name: one long word
CLOSE = 3  # with more columns, every other name stands a line lower so that none touch on a phone
Share = tuple[str, int, float]  # name, how many, share of all up to and with it (0–1)


def pareto(rows: Sequence[Share], *, name: str, vital: float) -> str:
    """Columns and curve have one scale: the whole height is all there are. `vital`: a share to look for."""
    total = max(sum(n for _name, n, _share in rows), 1)
    step = (RIGHT - LEFT) / max(len(rows), 1)
    places = [LEFT + step * (number + 0.5) for number in range(len(rows))]
    parts = [rule(LEFT, RIGHT, _y(share)) for share in (0.0, 1.0)]
    parts += [rule(LEFT, RIGHT, _y(vital), css="c-dash"), *(_scale(share) for share in (0.0, vital, 1.0))]
    parts += [_column(x, step, n, total) for x, (_name, n, _share) in zip(places, rows, strict=True)]
    dots = [(x, _y(share)) for x, (_name, _n, share) in zip(places, rows, strict=True)]
    parts += [_between(one, other) for one, other in pairwise(dots)]
    for number, (x, (called, _n, share)) in enumerate(zip(places, rows, strict=True)):
        lower = LINE if len(rows) > CLOSE and number % 2 else 0.0
        parts.append(_dot(x, share) + _named(x, BASE + 17 + lower, called))
    return strip(HEIGHT, parts, label=name)


def _scale(share: float) -> str:
    return f'<text x="{RIGHT + 1:.2f}%" y="{_y(share) + 4:g}">{share:.0%}</text>'


def _column(x: float, step: float, n: int, total: int) -> str:
    top, half = _y(n / total), step * HALF
    place = f'x="{x - half:.2f}%" y="{top:.1f}" width="{2 * half:.2f}%" height="{BASE - top:.1f}"'
    return f'<rect class="c-column" {place}/><text class="t-mid t-ink" x="{x:.2f}%" y="{BASE - 6:g}">{n}</text>'


def _between(one: tuple[float, float], other: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = one, other
    return f'<line class="c-ci" x1="{x1:.2f}%" y1="{y1:.1f}" x2="{x2:.2f}%" y2="{y2:.1f}"/>'


def _dot(x: float, share: float) -> str:
    told = f'<text class="t-mid t-ink" x="{x:.2f}%" y="{_y(share) - 9:.1f}">{share:.0%}</text>'
    return round_at(x, _y(share), mark(0, 0, size=4.5)) + told


def _named(x: float, y: float, called: str) -> str:
    lines = broken(called, ROOM, SIZE)
    return "".join(
        f'<text class="t-mid" x="{x:.2f}%" y="{y + number * LINE:g}">{safe(line)}</text>'
        for number, line in enumerate(lines)
    )


def _y(share: float) -> float:
    return BASE - (BASE - TOP) * share
