"""Where the marks of the board's charts stand, in per cent across and pixels down; the templates draw them."""

from dataclasses import dataclass
from math import ceil, floor

from hengcai.appraisal.rules.fair import CONFIDENCE
from hengcai.appraisal.rules.spread import Leaning
from hengcai.measurement.quantiles import two_sided_z

TALL = 132  # the axis lies here
PITCH = 13
MOST_MARKS = 9  # more people on one score than this, and a column stands for them
MOST_LINES = 24


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


@dataclass(frozen=True)
class Leanings:
    lines: list[LeaningLine]
    hidden: int
    edge: str


def leanings(superiors):
    """Those apart from the centre's mean first to be drawn when not all find room; by name."""
    chosen = sorted(superiors.leanings, key=lambda one: not one.is_apart)[:MOST_LINES]
    known = [one for one in chosen if one.low is not None]
    reach = max([0.2, *(max(abs(one.low), abs(one.high)) for one in known), *(abs(one.difference) for one in chosen)])
    edge = ceil(reach * 5) / 5
    lines = [_leaning(one, edge) for one in sorted(chosen, key=lambda one: one.name)]
    return Leanings(lines, len(superiors.leanings) - len(chosen), f"{edge:.1f}")


def _leaning(one, edge):
    def x(value):
        return f"{50 + 48 * value / edge:.2f}%"

    is_known = one.low is not None
    return LeaningLine(
        one.name, "c-ink" if one.is_apart else "c-grey", x(one.difference),
        x(one.low) if is_known else "", x(one.high) if is_known else "",
        signed(one.difference), signed(one.low) if is_known else "", signed(one.high) if is_known else "", one.n,
    )  # fmt: skip


def severities(design):
    """Raters of one design around their mean; positive is harsher. Those apart from it come first when not all fit."""
    leaning = [_as_leaning(one) for one in design.severities]
    chosen = sorted(leaning, key=lambda one: not one.is_apart)[:MOST_LINES]
    reach = max([0.2, *(max(abs(one.low), abs(one.high)) for one in chosen)])
    step = 0.2 if reach < 4 else 5
    edge = ceil(reach / step) * step
    lines = [_leaning(one, edge) for one in sorted(chosen, key=lambda one: one.name)]
    return Leanings(lines, len(leaning) - len(chosen), f"{edge:g}" if step > 1 else f"{edge:.1f}")


def _as_leaning(one):
    half = two_sided_z(CONFIDENCE) * one.se
    return Leaning(one.name, one.severity, one.severity - half, one.severity + half, one.n)


def signed(value):
    """With a sign that is a minus, not a hyphen."""
    text = f"{abs(value):.2f}"
    return text if text == "0.00" else ("+" if value > 0 else "\N{MINUS SIGN}") + text
