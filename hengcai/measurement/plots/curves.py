"""Curves with their names at the end: what more contacts bring, and how likely each category is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import Axis
from hengcai.measurement.plots.frame import EDGE, WIDTH, Field, Words, field, finished, grounds, head, spread, style_of
from hengcai.measurement.plots.lettering import clean, width_of
from hengcai.measurement.plots.rows import known

NAMES_MOST, NAME_GAP = 150.0, 15.0
POINTS, BEYOND = 121, 3.5
FOOT = 46.0


@dataclass(frozen=True, slots=True)
class Curve:
    name: str
    points: Sequence[svg.Point]


def decision_curves(curves: Sequence[Curve], words: Words, *, line: tuple[float, str]) -> str:
    """Dependability against the number of contacts, a curve for each number of raters, and the line to reach."""
    kept = [Curve(curve.name, [(x, y) for x, y in curve.points if _both(x, y)]) for curve in curves]
    kept = [curve for curve in kept if curve.points]
    if not kept:
        raise TooLittleData("plot.nothing_known", n=0)
    parts, top = head(words)
    ground = _narrowed(field([x for curve in kept for x, _ in curve.points], [0.0, 1.0], top=top), kept)
    left, right, _top, base = ground.ends
    x_names = {x: f"{x:g}" for curve in kept for x, _ in curve.points if len(curve.points) <= 12}
    parts += grounds(ground, words, x_names=x_names or None)
    y = ground.y.at(line[0])
    parts.append(svg.line((left, y), (right, y), css="c-dash", stroke=svg.INK, width=1.5))
    parts.append(svg.label((left + 6, y - 6), line[1], right - left - 12, size=12))
    parts += _drawn(kept, ground, dots=True)
    return finished(base + FOOT, parts, words)


def lines_of(
    decision: Sequence[Mapping[str, object]], *, along: str, by: str | None, name: str = "{n}", most: int = 4
) -> list[Curve]:
    """Curves from a decision table (rows as `Decision.as_json` gives them): `along` on the axis, a curve for each of
    the first `most` whole numbers of `by`; every other facet at the largest number the table holds."""
    rows = [(_numbers(row["conditions"]), known(row["absolute"])) for row in decision]
    rest = {
        facet: max(conditions[facet] for conditions, _ in rows)
        for facet in (rows[0][0] if rows else {})
        if facet not in {along, by}
    }
    kept = [
        (conditions, value)
        for conditions, value in rows
        if value is not None and all(conditions[facet] == number for facet, number in rest.items())
    ]
    numbers = sorted({conditions[by] for conditions, _ in kept if conditions[by] % 1 == 0})[:most] if by else [None]
    return [
        Curve(
            name.format(n="" if number is None else f"{number:g}"),
            sorted((c[along], value) for c, value in kept if by is None or c[by] == number),
        )
        for number in numbers
    ]


def category_curves(thresholds: Sequence[float], words: Words, *, names: Sequence[str]) -> str:
    """P(category) over the logit axis for one set of steps (Andrich 1978); `names` has one more than `thresholds`."""
    from hengcai.measurement.facets.rulers import category_shares

    if not thresholds:
        raise TooLittleData("plot.nothing_known", n=0)
    low, high = min(thresholds) - BEYOND, max(thresholds) + BEYOND
    places = [low + (high - low) * number / (POINTS - 1) for number in range(POINTS)]
    shares = category_shares(places, thresholds)
    parts, top = head(words)
    ground = field(places, [0.0, 1.0], top=top + 12)
    parts += grounds(ground, words)
    for number, (name, share) in enumerate(zip(names, shares, strict=True)):
        parts += _category(list(zip(places, share, strict=True)), name, ground, number)
    return finished(ground.y.start + FOOT, parts, words)


def _category(points: Sequence[svg.Point], name: str, ground: Field, number: int) -> list[str]:
    tone, dash = style_of(number)
    x, y = max(points, key=lambda point: point[1])
    place = ground.at(x, y)
    half = width_of(clean(name), 13) / 2
    at = min(max(place[0], ground.x.start + half), ground.x.end - half)
    curve = svg.polyline([ground.at(*point) for point in points], tone=tone, dash=dash)
    return [curve, svg.label((at, place[1] - 6), name, 120, anchor="middle", size=13)]


def _both(x: float, y: float) -> bool:
    return known(x) is not None and known(y) is not None


def _numbers(conditions: object) -> dict[str, float]:
    return {str(name): float(number) for name, number in dict(conditions).items()}  # type: ignore[call-overload]


def _narrowed(ground: Field, curves: Sequence[Curve]) -> Field:
    """Room at the right for the curves' names."""
    room = min(max(width_of(clean(curve.name), 12) for curve in curves), NAMES_MOST) + 12
    x = ground.x
    return Field(Axis(x.low, x.high, x.start, WIDTH - EDGE - room), ground.y)


def _drawn(curves: Sequence[Curve], ground: Field, *, dots: bool) -> list[str]:
    ends = [ground.y.at(curve.points[-1][1]) for curve in curves]
    named = spread(ends, NAME_GAP, ground.y.end, ground.y.start)
    parts = []
    for number, (curve, y) in enumerate(zip(curves, named, strict=True)):
        tone, dash = style_of(number)
        places = [ground.at(*point) for point in curve.points]
        parts.append(svg.polyline(places, tone=tone, dash=dash))
        parts += [svg.mark(*place, tone=tone, size=4) for place in places if dots]
        parts.append(svg.label((places[-1][0] + 10, y + 4), curve.name, NAMES_MOST))
    return parts
