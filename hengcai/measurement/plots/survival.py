"""Kaplan–Meier curves: steps with bands, names at the end, how many were left below."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import Axis
from hengcai.measurement.plots.frame import (
    EDGE,
    SMALL,
    WIDTH,
    Field,
    Words,
    field,
    finished,
    grounds,
    head,
    spread,
    style_of,
)
from hengcai.measurement.plots.lettering import clean, width_of
from hengcai.measurement.plots.rows import known

NAME_GAP, NAMES_MOST, LINE = 15.0, 130.0, 16.0


@dataclass(frozen=True, slots=True)
class Step:
    """From `time` on this share is still there; `left` is how many were at risk just before."""

    time: float
    share: float
    low: float | None = None
    high: float | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Staying:
    """One group's curve: its steps in the order of time, and the last day anybody was watched."""

    name: str
    steps: Sequence[Step]
    until: float
    n: int


def survival_plot(groups: Sequence[Staying], words: Words) -> str:
    """Share still there by time since the start, from 1 at 0 (Kaplan & Meier 1958)."""
    kept = [group for group in groups if known(group.until) is not None and group.until > 0]
    if not kept:
        raise TooLittleData("plot.nothing_known", n=0)
    parts, top = head(words)
    wide = field([0.0, *(group.until for group in kept)], [0.0, 1.0], top=top)
    room = min(max(width_of(clean(group.name), 12) for group in kept), NAMES_MOST) + 12
    ground = Field(Axis(wide.x.low, wide.x.high, max(wide.x.start, EDGE + room + 16), WIDTH - EDGE - room), wide.y)
    parts += grounds(ground, words)
    ends = [ground.y.at(group.steps[-1].share if group.steps else 1.0) for group in kept]
    for number, (group, y) in enumerate(zip(kept, spread(ends, NAME_GAP, ground.y.end, ground.y.start), strict=True)):
        parts += _curve(group, ground, number)
        parts.append(svg.label((ground.x.at(group.until) + 8, y + 4), group.name, room - 8))
    base = ground.y.start + 52
    parts.append(svg.label((EDGE, base), words.note, WIDTH / 2, tone=svg.MUTED, size=SMALL))
    for number, group in enumerate(kept, start=1):
        parts += _left(group, ground, base + number * LINE)
    return finished(base + len(kept) * LINE + 14, parts, words)


def _curve(group: Staying, ground: Field, number: int) -> list[str]:
    tone, dash = style_of(number)
    upper, lower = ([(step.time, _or(end, step.share)) for step, end in ends] for ends in _ends(group))
    band = _stairs(upper, group.until, ground) + _stairs(lower, group.until, ground)[::-1]
    middle = _stairs([(step.time, step.share) for step in group.steps], group.until, ground)
    return [svg.area(band), svg.polyline(middle, tone=tone, dash=dash)]


def _ends(group: Staying) -> tuple[list[tuple[Step, float | None]], list[tuple[Step, float | None]]]:
    return [(step, step.high) for step in group.steps], [(step, step.low) for step in group.steps]


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _stairs(points: Sequence[svg.Point], until: float, ground: Field) -> list[svg.Point]:
    """From 1 at the start, level until the next step, level to the end."""
    places, height = [ground.at(0.0, 1.0)], 1.0
    for time, share in points:
        places += [ground.at(time, height), ground.at(time, share)]
        height = share
    return [*places, ground.at(until, height)]


def _left(group: Staying, ground: Field, y: float) -> list[str]:
    """How many were still watched at each figure of the axis; none after the end."""
    parts = [svg.label((EDGE, y), group.name, ground.x.start - EDGE - 24, tone=svg.MUTED, size=SMALL)]
    for tick in ground.x.ticks:
        later = [step.left for step in group.steps if step.time >= tick and step.left is not None]
        if tick == 0 or later:
            count = group.n if tick == 0 else later[0]
            parts.append(svg.text(ground.x.at(tick), y, count, anchor="middle", size=SMALL))
    return parts
