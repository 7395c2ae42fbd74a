"""One row a name: a dot with its interval, figures at the right, lines of reference across. Dots before bars."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import Axis, axis, shown
from hengcai.measurement.plots.frame import EDGE, SMALL, WIDTH, Words, along, finished, footnote, head
from hengcai.measurement.plots.lettering import clean, width_of
from hengcai.measurement.results import Estimate

ROW, GHOST_ROW, SMALL_LINE, NAME_MOST, FIGURES_MOST = 28.0, 36.0, 14.0, 190.0, 190.0
Figure = Estimate | Mapping[str, object] | float | None


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its interval, as far as known; NaN and infinity count as not known."""

    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None

    @property
    def values(self) -> tuple[float | None, float | None, float | None]:
        return self.estimate, self.low, self.high


def interval(found: Figure) -> Interval:
    """From a result of the library, its JSON form, or a bare number."""
    if isinstance(found, Mapping):
        estimate, low, high = (known(found.get(name)) for name in ("estimate", "low", "high"))
        return Interval(estimate, low, high, _count(found.get("n")))
    if isinstance(found, Estimate):
        return Interval(found.estimate, found.low, found.high, found.n)
    return Interval(known(found))


def known(value: object) -> float | None:
    """A finite number, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None


NOTHING = Interval()


@dataclass(frozen=True, slots=True)
class Row:
    """`ghost` is what stands beside for comparison, `note` the words where the figure cannot be known."""

    name: str
    main: Interval
    ghost: Interval = NOTHING
    note: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """`lines` are values of reference with their words; `within` is what the axis holds at least.

    `signed` figures are differences: those whose interval holds 0 are grey.
    """

    lines: Sequence[tuple[float, str]] = ()
    within: tuple[float, float] | None = None
    decimals: int = 2
    signed: bool = False
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """The three columns: names end at `left`, the field goes from the axis' start to its end, figures end at the edge."""

    left: float
    scale: Axis
    right: float


def rows_plot(rows: Sequence[Row], words: Words, look: Look) -> str:
    parts, top = head(words)
    told = [figures(row, look) for row in rows]
    places = _places(rows, told, look)
    height = GHOST_ROW if look.doubled else ROW
    first = top + 18 + SMALL_LINE * len(look.lines)
    base = first + height * len(rows) - height / 2 + 10
    for number, line in enumerate(look.lines):
        parts += _reference(line, places.scale, (top + SMALL_LINE * (number + 1), base))
    for number, (row, figure) in enumerate(zip(rows, told, strict=True)):
        parts += _row(row, figure, places, (first + number * height, _tone(row, look)))
    parts += along(places.scale, base + 16)
    parts.append(svg.label((places.scale.end, base + 34), words.x, WIDTH / 2, anchor="end", tone=svg.MUTED, size=SMALL))
    below, foot = footnote(words, base + 52)
    spoken = words.desc or "; ".join(f"{clean(row.name)} {figure}" for row, figure in zip(rows, told, strict=True))
    return finished(foot, [*parts, *below], replace(words, desc=spoken))


def figures(row: Row, look: Look) -> str:
    """`4.2 [3.9–4.5] · 6`; without an interval the figure alone, without a figure the row's note."""
    main = row.main
    if main.estimate is None:
        return row.note or "–"
    estimate = shown(main.estimate, look.decimals, signed=look.signed)
    count = "" if main.n is None else f" · {main.n}"
    if main.low is None or main.high is None:
        return estimate + count
    low, high = (shown(end, look.decimals, signed=look.signed) for end in (main.low, main.high))
    between = ", " if look.signed or min(main.low, main.high) < 0 else "–"
    return f"{estimate} [{low}{between}{high}]{count}"


def _places(rows: Sequence[Row], told: Sequence[str], look: Look) -> _Places:
    left = EDGE + min(max((width_of(clean(row.name), 13) for row in rows), default=0), NAME_MOST)
    right = WIDTH - EDGE - min(max((width_of(clean(figure), 12) for figure in told), default=0), FIGURES_MOST)
    values = [value for row in rows for part in (row.main, row.ghost) for value in part.values]
    values += [value for value, _name in look.lines]
    return _Places(left, axis(values, left + 20, right - 20, within=look.within), right)


def _reference(line: tuple[float, str], scale: Axis, ends: tuple[float, float]) -> list[str]:
    """A dashed line with its words above; near the right end they stand to the left of it."""
    value, words = line
    x = scale.at(value)
    anchor = "end" if x > (scale.start + scale.end) / 2 else "start"
    room = (x if anchor == "end" else WIDTH - x) - EDGE - 4
    return [
        svg.line((x, ends[0]), (x, ends[1]), css="c-dash", stroke=svg.MUTED),
        svg.label(
            (x + (-4 if anchor == "end" else 4), ends[0] + 4), words, room, anchor=anchor, tone=svg.MUTED, size=SMALL
        ),
    ]


def _tone(row: Row, look: Look) -> str:
    low, high = row.main.low, row.main.high
    return "grey" if look.signed and low is not None and high is not None and low <= 0 <= high else "ink"


def _row(row: Row, figure: str, places: _Places, at: tuple[float, str]) -> list[str]:
    scale, (y, tone) = places.scale, at
    parts = [svg.label((EDGE, y + 4), row.name, places.left - EDGE, size=13)]
    parts.append(svg.line((scale.start, y), (scale.end, y)))
    if row.ghost.estimate is not None or row.ghost.low is not None:
        lower = y + (8 if row.ghost.low is not None else 0)
        parts += [_span(row.ghost, scale, lower, tone="grey"), *_ghost(row.ghost, scale, lower)]
    parts.append(_span(row.main, scale, y, tone=tone))
    if row.main.estimate is not None:
        parts.append(svg.mark(scale.at(row.main.estimate), y, tone=tone))
    room = WIDTH - EDGE - places.right
    parts.append(svg.label((WIDTH - EDGE, y + 4), figure, room, anchor="end", size=12))
    return parts


def _span(part: Interval, scale: Axis, y: float, *, tone: str = "ink") -> str:
    if part.low is None or part.high is None:
        return ""
    start, end = (scale.at(part.low), y), (scale.at(part.high), y)
    return svg.line(start, end, css=f"c-ci c-{tone}", stroke=svg.TONES[tone], width=2)


def _ghost(part: Interval, scale: Axis, y: float) -> list[str]:
    return [] if part.estimate is None else [svg.ring(scale.at(part.estimate), y)]
