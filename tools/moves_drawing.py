"""States as lines, moves as arrows between them: each move has a column of its own, so that nothing crosses a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.plots import svg
from hengcai.measurement.plots.lettering import broken, clean, width_of

EDGE, NAME_MOST, ROW, TOP = 16.0, 170.0, 46.0, 58.0
COLUMN, GAP = 118.0, 14.0


@dataclass(frozen=True)
class Arrow:
    """From each of the states `sources` to `target`, by their places."""

    name: str
    sources: Sequence[int]
    target: int


def moves_drawing(states: Sequence[str], arrows: Sequence[Arrow], *, label: str) -> str:
    left = EDGE + min(max(width_of(clean(state), 13) for state in states), NAME_MOST) + 18
    width, height = left + COLUMN * len(arrows) + EDGE, TOP + ROW * (len(states) - 1) + 26
    parts = []
    for number, state in enumerate(states):
        y = TOP + ROW * number
        parts += [svg.label((EDGE, y + 4), state, NAME_MOST, size=13), svg.line((left, y), (width - EDGE, y))]
    for number, arrow in enumerate(arrows):
        parts += _arrow(arrow, left + COLUMN * (number + 0.5))
    told = "; ".join(f"{arrow.name}: {_told(arrow, states)}" for arrow in arrows)
    return svg.drawing(width, height, parts, label=label, desc=told)


def _told(arrow: Arrow, states: Sequence[str]) -> str:
    return f"{', '.join(states[source] for source in arrow.sources)} → {states[arrow.target]}"


def _arrow(arrow: Arrow, x: float) -> list[str]:
    lines = broken(arrow.name, COLUMN - GAP, 12)
    parts = [svg.text(x, 18 + 15 * place, line, anchor="middle", tone=svg.INK) for place, line in enumerate(lines)]
    target = TOP + ROW * arrow.target
    for source in arrow.sources:
        start = TOP + ROW * source
        parts += _circle(x, target) if source == arrow.target else _straight(x, start, target)
    return parts


def _straight(x: float, start: float, target: float) -> list[str]:
    down = 1 if target > start else -1
    tip = f"M{x:.1f} {target:.1f}L{x - 5:.1f} {target - 10 * down:.1f}H{x + 5:.1f}z"
    return [
        svg.line((x, start), (x, target - 8 * down), css="c-ci c-ink", stroke=svg.INK, width=2),
        svg.mark(x, start, size=4.5),
        f'<path class="c-dot c-ink" fill="{svg.INK}" d="{tip}"/>',
    ]


def _circle(x: float, y: float) -> list[str]:
    """A move that leaves the state as it is: a loop below the line, beside what else comes in."""
    x += 20
    return [
        f'<path class="c-ci c-ink" fill="none" stroke="{svg.INK}" stroke-width="2" '
        f'd="M{x - 9:.1f} {y:.1f}V{y + 6:.1f}A9 9 0 0 0 {x + 9:.1f} {y + 6:.1f}V{y + 8:.1f}"/>',
        svg.mark(x - 9, y, size=4.5),
        f'<path class="c-dot c-ink" fill="{svg.INK}" d="M{x + 9:.1f} {y:.1f}L{x + 4:.1f} {y + 9:.1f}H{x + 14:.1f}z"/>',
    ]
