"""Did the training do it? The discontinuity at the cut, and effects by time since the course."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import shown
from hengcai.measurement.plots.frame import Field, Words, field, finished, footnote, grounds, head
from hengcai.measurement.plots.rows import NOTHING, Interval, known

FOOT, CELL = 46.0, 6.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the cut: its line from left to right where it is known, and how its people are called."""

    line: tuple[svg.Point, svg.Point] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Discontinuity:
    """`points` are (running, outcome, whether trained); `jump` is the difference of the lines at the cut."""

    points: Sequence[tuple[float, float, bool]]
    cut: float
    left: Side
    right: Side
    jump: Interval = NOTHING


def discontinuity_plot(found: Discontinuity, words: Words, *, jump_name: str = "") -> str:
    """Trained people as triangles, the others as rings, a line on each side, the jump at the cut."""
    points = [point for point in found.points if known(point[0]) is not None and known(point[1]) is not None]
    if not points:
        raise TooLittleData("plot.nothing_known", n=0)
    lines = [side.line for side in (found.left, found.right) if side.line is not None]
    corners = [corner for line in lines for corner in line]
    parts, top = head(words, marks=(_triangle, svg.ring))
    xs = [x for x, _y, _ in points] + [x for x, _y in corners] + [found.cut]
    ground = field(xs, [y for _x, y, _ in points] + [y for _x, y in corners], top=top + 18)
    parts += grounds(ground, words)
    parts += _people(points, ground)
    parts += _cut(found, ground, top + 38)
    parts += [svg.polyline([ground.at(*corner) for corner in line], width=2.5) for line in lines]
    parts += _jump(found, ground, jump_name)
    return finished(ground.y.start + FOOT, parts, words)


def _people(points: Sequence[tuple[float, float, bool]], ground: Field) -> list[str]:
    """One mark for those who lie within a few points of each other, a little larger: a thousand people stay legible."""
    cells: dict[tuple[int, int, bool], list[svg.Point]] = {}
    for x, y, treated in points:
        place = ground.at(x, y)
        cells.setdefault((int(place[0] // CELL), int(place[1] // CELL), treated), []).append(place)
    drawn = []
    for (_column, _line, treated), places in cells.items():
        x, y = (sum(place[side] for place in places) / len(places) for side in (0, 1))
        size = min(3.0 + len(places) ** 0.5, 7.0)
        drawn.append(svg.mark(x, y, tone="improve", size=size) if treated else svg.ring(x, y, radius=size - 0.5))
    return drawn


def _triangle(x: float, y: float) -> str:
    return svg.mark(x, y, tone="improve")


def _cut(found: Discontinuity, ground: Field, y: float) -> list[str]:
    x = ground.x.at(found.cut)
    left, right, top, base = ground.ends
    return [
        svg.line((x, top), (x, base), css="c-dash", stroke=svg.INK),
        svg.label((x - 8, y), found.left.name, x - left - 8, anchor="end", size=12),
        svg.label((x + 8, y), found.right.name, right - x - 8, size=12),
    ]


def _jump(found: Discontinuity, ground: Field, name: str) -> list[str]:
    """The step between the lines, with its figure beside."""
    x, parts = ground.x.at(found.cut), []
    if found.left.line is not None and found.right.line is not None:
        one, other = ground.y.at(found.left.line[1][1]), ground.y.at(found.right.line[0][1])
        parts.append(svg.line((x, one), (x, other), css="p-jump", stroke=svg.TONES["excellent"], width=3))
    if found.jump.estimate is not None and name:
        low, high = found.jump.low, found.jump.high
        between = (
            "" if low is None or high is None else f" [{shown(low, 2, signed=True)}, {shown(high, 2, signed=True)}]"
        )
        told = f"{name} {shown(found.jump.estimate, 2, signed=True)}{between}"
        parts.append(svg.label((x + 8, ground.y.start - 10), told, ground.x.end - x - 8, size=12))
    return parts


def side_lines(
    points: Sequence[tuple[float, float, bool]], *, cut: float, reach: float
) -> tuple[tuple[svg.Point, svg.Point] | None, tuple[svg.Point, svg.Point] | None]:
    """The line on each side as the estimate fits it: weights max(0, 1 - |x - cut|/reach); None with fewer than two places.

    Both together are the local linear fit of Hahn, Todd & van der Klaauw 2001: their gap at the cut is its jump.
    """
    near = [(x - cut, y) for x, y, _trained in points if abs(x - cut) < reach]
    below = _line([(x, y) for x, y in near if x < 0], reach)
    above = _line([(x, y) for x, y in near if x >= 0], reach)
    left = None if below is None else ((cut - reach, below[0] - below[1] * reach), (cut, below[0]))
    right = None if above is None else ((cut, above[0]), (cut + reach, above[0] + above[1] * reach))
    return left, right


def _line(points: Sequence[svg.Point], reach: float) -> tuple[float, float] | None:
    """Height at the cut and slope by weighted least squares."""
    weights = [1 - abs(x) / reach for x, _y in points]
    total = sum(weights)
    if total <= 0:
        return None
    mean_x = sum(w * x for w, (x, _y) in zip(weights, points, strict=True)) / total
    mean_y = sum(w * y for w, (_x, y) in zip(weights, points, strict=True)) / total
    spread = sum(w * (x - mean_x) ** 2 for w, (x, _y) in zip(weights, points, strict=True))
    if spread <= 0:
        return None
    slope = sum(w * (x - mean_x) * (y - mean_y) for w, (x, y) in zip(weights, points, strict=True)) / spread
    return mean_y - slope * mean_x, slope


def event_study_plot(periods: Sequence[tuple[float, Interval]], words: Words, *, start: str = "") -> str:
    """Effect by periods since the training with intervals round 0; rings before it, where there should be none."""
    told = [(period, one) for period, one in periods if known(period) is not None and one.estimate is not None]
    if not told:
        raise TooLittleData("plot.nothing_known", n=0)
    parts, top = head(words)
    values = [value for _period, one in told for value in one.values]
    places = [period for period, _one in told]
    ground = field([*places, min(places) - 0.5, max(places) + 0.5, 0.0], [*values, 0.0], top=top + 18)
    left, right, highest, base = ground.ends
    parts += grounds(ground, words, x_names={period: shown(period, 0, signed=True) for period in places})
    parts.append(svg.line((left, ground.y.at(0)), (right, ground.y.at(0)), css="c-axis", stroke=svg.INK))
    between = ground.x.at(-0.5)
    parts.append(svg.line((between, highest), (between, base), css="c-dash", stroke=svg.INK))
    parts.append(svg.label((between + 6, top + 38), start, right - between - 6, size=12))
    for period, one in told:
        parts += _effect(period, one, ground)
    below, foot = footnote(words, base + FOOT + 6)
    return finished(foot, [*parts, *below], words)


def _effect(period: float, one: Interval, ground: Field) -> list[str]:
    x, y = ground.at(period, one.estimate or 0.0)
    drawn = []
    if one.low is not None and one.high is not None:
        tone = "ink" if period >= 0 else "grey"
        ends = (x, ground.y.at(one.low)), (x, ground.y.at(one.high))
        drawn.append(svg.line(*ends, css=f"c-ci c-{tone}", stroke=svg.TONES[tone], width=2))
    return [*drawn, svg.mark(x, y) if period >= 0 else svg.ring(x, y, radius=4.5)]
