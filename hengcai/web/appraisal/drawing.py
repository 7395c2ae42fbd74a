"""Where the marks of the board's charts stand, in per cent across and pixels down; the templates draw them."""

from dataclasses import dataclass
from math import ceil, floor

from hengcai.appraisal.rules.fair import CONFIDENCE
from hengcai.appraisal.rules.spread import Leaning
from hengcai.measurement.quantiles import two_sided_z
from hengcai.paper.drawing.axis import axis_of
from hengcai.paper.drawing.people import Spot, people_axis, people_strip

TALL = 132  # the axis lies here
PITCH = 13
MOST_MARKS = 9  # more people on one score than this, and a column stands for them
MOST_LINES = 24
LEFTWARDS, RIGHTWARDS = "M4 -4L0 0L4 4", "M-4 -4L0 0L-4 4"


@dataclass(frozen=True)
class Pile:
    x: str
    css: str
    marks: list[int]  # how far above the axis, in pixels
    height: float  # of a column; 0 where marks are drawn


@dataclass(frozen=True)
class Cut:
    """Where a band begins."""

    x: str
    name: str


@dataclass(frozen=True)
class Chart:
    piles: list[Pile]
    cuts: list[Cut]
    ticks: list[tuple[str, str]]


def columns(spread, marks):
    """Everybody on the axis of scores: one mark a person while that fits, else columns."""
    if not spread.columns:
        return Chart([], [], [])
    first, last = float(spread.columns[0].final), float(spread.columns[-1].final)
    step, top = (0.5, 5.0) if last <= 5 else (10.0, 100.0)
    low, high = _edges(first, last, step=step, top=top)

    def x(value):
        return f"{3 + 94 * (value - low) / (high - low):.2f}%"

    most = max(column.n for column in spread.columns)
    piles = [_pile(x(float(one.final)), one, marks[one.band].css, most=most) for one in spread.columns]
    half = 0.05
    cuts = [Cut(x(float(start) - half), marks[code].name) for code, start in spread.cuts if low < float(start) < high]
    ticks = [(x(low + number * step), f"{low + number * step:g}") for number in range(round((high - low) / step) + 1)]
    return Chart(piles, cuts, ticks)


def _edges(first, last, *, step, top):
    """Whole steps around all scores, never past the scale's end."""
    low, high = floor((first - 0.05) / step) * step, min(ceil((last + 0.05) / step) * step, top)
    return (low, high) if high > low else (high - step, high)


def _pile(x, column, css, *, most):
    if most <= MOST_MARKS:
        return Pile(x, css, [8 + PITCH * number for number in range(column.n)], 0)
    return Pile(x, css, [], max(2.0, 116 * column.n / most))


@dataclass(frozen=True)
class ShareLine:
    band: str
    css: str
    n: int
    share: float
    low: str
    high: str
    at: str
    start: str
    end: str


def shares(spread, marks):
    """Bands as shares with their intervals on 0–100 %."""
    return [_share(one, marks[one.band].css) for one in spread.bands]


def _share(one, css):
    low, high = f"{100 * one.low:.0f}", f"{100 * one.high:.0f}"
    places = (_along(value) for value in (one.share, one.low, one.high))
    return ShareLine(one.band, css, one.n, one.share, low, high, *places)


def _along(share):
    return f"{1 + 98 * share:.2f}%"


@dataclass(frozen=True)
class LeaningLine:
    name: str
    css: str
    at: str
    start: str
    end: str
    difference: str
    low: str
    high: str
    n: int
    beyond: list[tuple[str, str]]  # where an interval goes on past the axis: place and path of the arrow


@dataclass(frozen=True)
class Leanings:
    lines: list[LeaningLine]
    hidden: int
    edge: str


def leanings(superiors):
    """Those apart from the centre's mean first to be drawn when not all find room; by name."""
    chosen = sorted(superiors.leanings, key=lambda one: not one.is_apart)[:MOST_LINES]
    edge = _edge(chosen, step=0.2)
    lines = [_leaning(one, edge) for one in sorted(chosen, key=lambda one: one.name)]
    return Leanings(lines, len(superiors.leanings) - len(chosen), f"{edge:.1f}")


def _edge(chosen, *, step):
    """Around nought as far as every dot and most intervals reach: one that is very wide shall not squeeze the others."""
    known = [(one.low, one.high) for one in chosen if one.low is not None]
    axis = axis_of([0.0, *(one.difference for one in chosen)], known, step=step)
    return max(-axis.low, axis.high, step)


def _leaning(one, edge):
    def x(value):
        return f"{50 + 48 * min(max(value, -edge), edge) / edge:.2f}%"

    is_known = one.low is not None
    beyond = [(x(-edge), LEFTWARDS)] if is_known and one.low < -edge else []
    beyond += [(x(edge), RIGHTWARDS)] if is_known and one.high > edge else []
    return LeaningLine(
        one.name, "c-ink" if one.is_apart else "c-grey", x(one.difference),
        x(one.low) if is_known else "", x(one.high) if is_known else "",
        signed(one.difference), signed(one.low) if is_known else "", signed(one.high) if is_known else "", one.n, beyond,
    )  # fmt: skip


def severities(design):
    """Raters of one design around their mean; positive is harsher. Those apart from it come first when not all fit."""
    leaning = [_as_leaning(one) for one in design.severities]
    chosen = sorted(leaning, key=lambda one: not one.is_apart)[:MOST_LINES]
    step = 0.2 if _edge(chosen, step=0.2) < 4 else 5
    edge = _edge(chosen, step=step)
    lines = [_leaning(one, edge) for one in sorted(chosen, key=lambda one: one.name)]
    return Leanings(lines, len(leaning) - len(chosen), f"{edge:g}" if step > 1 else f"{edge:.1f}")


def _as_leaning(one):
    half = two_sided_z(CONFIDENCE) * one.se
    return Leaning(one.name, one.severity, one.severity - half, one.severity + half, one.n)


def signed(value):
    """With a sign that is a minus, not a hyphen."""
    text = f"{abs(value):.2f}"
    return text if text == "0.00" else ("+" if value > 0 else "\N{MINUS SIGN}") + text


@dataclass(frozen=True)
class TeamLine:
    name: str
    picture: str
    median: object
    team: object  # whose people stand in the table


@dataclass(frozen=True)
class TeamChart:
    lines: list[TeamLine]
    axis: str


def team_chart(teams, spread, marks):
    """One row a team, a mark a person, all on one axis: the whole cycle's, whatever part of it a page shows."""
    finals = [float(column.final) for column in spread.columns]
    axis = axis_of(finals, [], step=10.0, ends=(0.0, 100.0))
    cuts = [float(start) for _code, start in spread.cuts if axis.low < float(start) < axis.high]
    lines = [
        TeamLine(team.name, people_strip(_spots(team, marks), axis, middle=float(team.median), cuts=cuts), team.median, team)
        if team.scored else TeamLine(team.name, "", None, team)
        for team in teams
    ]  # fmt: skip
    return TeamChart(lines, people_axis(axis, cuts))


def _spots(team, marks):
    return [Spot(float(one.final), marks[one.band].css, f"{one.name} {one.final:.1f}") for one in team.scored]
