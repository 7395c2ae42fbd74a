"""Trends in words and pictures: a title that states the finding, one small chart a team, the table beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.appraisal.models import Cycle
from hengcai.insight.queries.trends import ENDS, QUALITY, SKILL, Trend
from hengcai.insight.rules.trends import Move, Point, Series
from hengcai.paper.drawing.axis import Axis, axis_of
from hengcai.paper.drawing.trends import Dot, trend_strip
from hengcai.paper.telling import Teller

NAMED = 3  # moves named in a title
STEPS, PLACES = {QUALITY: 10.0, SKILL: 0.5}, {QUALITY: 1, SKILL: 2}  # of the axis; of a move
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Cell:
    """One team: its newest figures, its move where that is beyond chance, its picture, its row of the table."""

    name: str
    figures: str
    picture: str
    team: int | None
    is_up: bool | None = None
    move: str = ""
    row: Sequence[str] = ()


@dataclass(frozen=True)
class TrendLetter:
    kind: str
    title: str
    heading: str
    cells: Sequence[Cell]
    columns: Sequence[str]
    note: str
    arrow: str = ""
    more: str = ""

    @property
    def rows(self) -> list[Sequence[str]]:
        return [cell.row for cell in self.cells]


def trend_letter(trend: Trend, language: str) -> TrendLetter:
    tell = Teller(language)
    axis, names = _axis(trend), [_period(one, tell) for one in trend.periods]
    cells = [_cell(one, trend, axis, tell) for one in trend.series]
    columns = [tell.say("trend.column.place"), *names, tell.say("trend.column.move")]
    hidden = trend.places - len(trend.series)
    return TrendLetter(
        trend.kind, finding(trend, tell), tell.say(f"trend.{trend.kind}"), cells, columns,
        note=tell.say("trend.note", n=trend.compared), arrow=tell.say("trend.note.arrow") if _is_cut(trend, axis) else "",
        more=tell.say("trend.more_teams", n=hidden) if hidden > 0 else "",
    )  # fmt: skip


def finding(trend: Trend, tell: Teller) -> str:
    """What the intervals and the correction let one say, in one sentence."""
    newest = trend.periods[-1]
    facts = {"month": _period(newest, tell)} if isinstance(newest, date) else {"cycle": newest.code}
    if not trend.moved:
        return tell.say(f"trend.{trend.kind}.none", n=trend.places, **facts)
    said = [tell.say("trend.of", name=name, move=_moved(one, trend.kind, tell)) for name, one in trend.moved[:NAMED]]
    more = len(trend.moved) - len(said)
    said += [tell.say("trend.more", n=more)] if more else []
    return tell.say(f"trend.{trend.kind}.some", moves=tell.join(said), **facts)


def _moved(move: Move, kind: str, tell: Teller) -> str:
    places = PLACES[kind]
    code = "trend.up" if move.estimate > 0 else "trend.down"
    return tell.say(code, points=f"{abs(move.estimate):.{places}f}", interval=_span(move, places))


def _span(move: Move, places: int) -> str:
    """The interval of how far it moved, without a sign where the sentence says up or down."""
    low, high = sorted((move.low, move.high), key=abs)
    return f"[{abs(low):.{places}f}–{abs(high):.{places}f}]"


def signed(value: float, places: int) -> str:
    shown = f"{abs(value):.{places}f}"
    return shown if float(shown) == 0 else f"{'+' if value > 0 else MINUS}{shown}"


def _period(period: object, tell: Teller) -> str:
    if isinstance(period, Cycle):
        return period.code.removeprefix(f"{period.period_end.year}-") if "-Q" in period.code else period.code
    return tell.month(period) if isinstance(period, date) else str(period)


def _axis(trend: Trend) -> Axis:
    ends = ENDS[trend.kind]
    known = [one for series in trend.series for one in series.points if one.mean is not None]
    intervals = [(one.low, one.high) for one in known if one.low is not None and one.high is not None]
    return axis_of(
        [one.mean for one in known if one.mean is not None] or list(ends), intervals, step=STEPS[trend.kind], ends=ends
    )


def _is_cut(trend: Trend, axis: Axis) -> bool:
    known = [one for series in trend.series for one in series.points]
    return any((one.low or axis.low) < axis.low or (one.high or axis.high) > axis.high for one in known)


def _cell(one: Series, trend: Trend, axis: Axis, tell: Teller) -> Cell:
    move = one.move if one.move and one.move.is_beyond_chance else None
    is_up = None if move is None else move.estimate > 0
    tone = "ink" if is_up is None else ("excellent" if is_up else "improve")
    name = one.name if one.team is not None else tell.say("trend.site", name=one.name)
    dots = [Dot(_period(at.period, tell), at.mean, at.low, at.high) for at in one.points]
    told = [_figures(at, tell) for at in one.points]
    picture = trend_strip(dots, axis, label=_label(name, dots, told, tell), tone=tone)
    row = [name, *told, _change(one.move, PLACES[trend.kind])]
    return Cell(name, told[-1], picture, one.team, is_up, _moved(move, trend.kind, tell) if move else "", row)


def _change(move: Move | None, places: int) -> str:
    if move is None:
        return "–"
    estimate, low, high = (signed(value, places) for value in (move.estimate, move.low, move.high))
    return f"{estimate} [{low}, {high}]"


def _label(name: str, dots: Sequence[Dot], told: Sequence[str], tell: Teller) -> str:
    return f"{name}: {tell.clauses(f'{dot.name} {figures}' for dot, figures in zip(dots, told, strict=True))}"


def _figures(at: Point, tell: Teller) -> str:
    if at.mean is None:
        return tell.say("trend.few", people=at.people) if at.people else tell.say("trend.empty")
    known = at.low is not None and at.high is not None
    span = f" [{at.low:.1f}–{at.high:.1f}]" if known else ""
    return tell.say("trend.figures", value=f"{at.mean:.1f}", interval=span, people=at.people)
