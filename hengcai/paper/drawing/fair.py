"""One row of a list: the score as given as a ring, the fair one as a dot with its interval, the bands' lines as ticks."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.plots.svg import mark, ring
from hengcai.paper.drawing import svg
from hengcai.paper.drawing.levels import EDGE, percent


@dataclass(frozen=True, slots=True)
class Strip:
    """`scale`: its lowest and highest; `cuts`: where bands begin."""

    scale: tuple[float, float]
    raw: float
    fair: float
    low: float
    high: float
    cuts: Sequence[float] = ()


def fair_strip(row: Strip) -> str:
    def at(value: float) -> float:
        return percent(value, *row.scale)

    parts = [svg.rule(EDGE, 100 - EDGE, 14), *(svg.tick(at(cut), 4, 24, css="c-req") for cut in row.cuts)]
    parts.append(svg.rule(at(row.low), at(row.high), 14, css="c-ci c-ink"))
    parts.append(svg.round_at(at(row.raw), 14, ring(0, 0, radius=5.5)))
    parts.append(svg.round_at(at(row.fair), 14, mark(0, 0, tone="ink", size=5)))
    return svg.strip(28, parts)
