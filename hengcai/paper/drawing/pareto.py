"""Columns from the most frequent down, and over them the share of all that they make up so far."""

from collections.abc import Sequence
from itertools import pairwise

from hengcai.measurement.plots.svg import INK, LINE, MUTED, Point, drawing, label, line, mark, text

TOP, BASE, LEFT, MARGIN = 26.0, 176.0, 34.0, 46.0
HEIGHT, HALF = 204.0, 0.28  # of a column's place: half its width
Share = tuple[str, int, float]  # name, how many, share of all up to and with it (0–1)


def pareto(rows: Sequence[Share], *, name: str, vital: float, width: float = 520) -> str:
    """Columns and curve have one scale: the whole height is all there are. `vital`: a share to look for."""
    total = max(sum(n for _name, n, _share in rows), 1)
    step = (width - LEFT - MARGIN) / max(len(rows), 1)
    parts = [*_scale(width, vital)]
    dots: list[Point] = []
    for number, (called, n, share) in enumerate(rows):
        x = LEFT + step * (number + 0.5)
        parts.append(_column(x, step, n, total))
        parts.append(label((x, BASE + 19), called, step - 4, anchor="middle", size=13))
        dots.append((x, _y(share)))
    parts += [line(one, other, css="c-axis", stroke=INK, width=1.5) for one, other in pairwise(dots)]
    parts += [_dot(place, share) for place, (_name, _n, share) in zip(dots, rows, strict=True)]
    return drawing(width, HEIGHT, parts, label=name)


def _scale(width: float, vital: float) -> list[str]:
    right = width - MARGIN
    parts = [line((LEFT, _y(share)), (right, _y(share))) for share in (0.0, 1.0)]
    parts.append(line((LEFT, _y(vital)), (right, _y(vital)), css="c-dash", stroke=MUTED))
    return parts + [text(right + 8, _y(share) + 4, f"{share:.0%}", size=11) for share in (0.0, vital, 1.0)]


def _column(x: float, step: float, n: int, total: int) -> str:
    top, half = _y(n / total), step * HALF
    place = f'x="{x - half:.1f}" y="{top:.1f}" width="{2 * half:.1f}" height="{BASE - top:.1f}"'
    number = text(x, BASE - 6, n, anchor="middle", size=12, tone=INK)
    return f'<rect class="c-column" {place} fill="{LINE}" fill-opacity=".45"/>{number}'


def _dot(place: Point, share: float) -> str:
    x, y = place
    return mark(x, y, size=4.5) + text(x, y - 9, f"{share:.0%}", anchor="middle", size=11, tone=INK)


def _y(share: float) -> float:
    return BASE - (BASE - TOP) * share
