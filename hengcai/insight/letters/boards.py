"""A board in words and drawings: what stands out first, every figure with its interval and its months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.improvement.rules.figures import Sums, figure_of
from hengcai.improvement.telling import Told as PlaceTold
from hengcai.improvement.telling import interval_of, value_of
from hengcai.improvement.telling import told as place_told
from hengcai.insight.queries.boards import Board, Row
from hengcai.insight.rules.boards import DRAWN
from hengcai.paper.drawing.axis import axis_of
from hengcai.paper.drawing.trends import Dot, trend_strip
from hengcai.paper.telling import Teller
from hengcai.quality.measures_told import Told as QualityTold
from hengcai.quality.measures_told import told as quality_told
from hengcai.quality.rules.measures import Mean

PAGES = {
    "remedies_open": "list-remedies", "remedies_late": "list-remedies", "remedies_not": "list-remedies",
    "coaching_open": "list-coachings", "coaching_late": "list-coachings", "causes_open": "list-causes", "people": "list-people",
}  # fmt: skip
QUERIES = {
    "remedies_late": "late=on", "remedies_not": "verdict=not", "coaching_late": "late=on", "causes_open": "state=open",
    "remedies_open": "state=not_closed",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    name: str
    lines: Sequence[PlaceTold]
    drawings: Sequence[tuple[str, str]]  # what is drawn, and the drawing


@dataclass(frozen=True)
class Line:
    name: str
    n: int
    page: str
    query: str
    is_late: bool


@dataclass(frozen=True)
class BoardLetter:
    title: str
    stands_out: Sequence[str]
    places: Sequence[Place]
    work: Sequence[QualityTold]
    counts: Sequence[Line]
    attrition: str
    grades: Sequence[str]
    items: Sequence[tuple[str, int]]
    month: str


def board_letter(board: Board, language: str) -> BoardLetter:
    tell = Teller(language)
    places = [_place(row, board, tell) for row in board.rows]
    people = sum(board.grades.values())
    return BoardLetter(
        title=tell.say(f"board.title.{board.role}"),
        stands_out=_stands_out(board, places, tell),
        places=places,
        work=[quality_told(one, tell.say) for one in board.work],
        counts=[_line(code, n, tell) for code, n in board.counts.items()],
        attrition=_attrition(board, tell),
        grades=[f"{tell.called('band', band)} {n} ({tell.percent(n / people)})" for band, n in board.grades.items()],
        items=[(str(name.read(language)), n) for name, n in board.items],
        month=f"{board.month:%Y-%m}",
    )


def _place(row: Row, board: Board, tell: Teller) -> Place:
    lines = [place_told(one, tell.say) for one in row.figures]
    drawn = [(tell.say(f"improvement.figure.{code}"), _drawing(row, code, tell)) for code in DRAWN[board.role]]
    return Place(row.name or tell.say("improvement.centre"), lines, [one for one in drawn if one[1]])


def _stands_out(board: Board, places: Sequence[Place], tell: Teller) -> list[str]:
    """What moved beyond chance, the worse first; of several teams each by its name."""
    named = [(place.name, figure, told) for row, place in zip(board.rows, places, strict=True)
             for figure, told in zip(row.figures, place.lines, strict=True)]  # fmt: skip
    moved = [(figure.sense, _moved(name, told, tell)) for name, figure, told in named if figure.sense]
    work = tell.say("quality.measures.work")
    moved += [(one.sense, _moved(work, quality_told(one, tell.say), tell)) for one in board.work if one.sense]
    return [text for _sense, text in sorted(moved, key=lambda one: one[0])]


def _moved(place: str, told: PlaceTold | QualityTold, tell: Teller) -> str:
    return tell.say(
        "board.moved", place=place, name=told.name, before=told.before, value=told.value, change=told.change
    )


def _line(code: str, n: int, tell: Teller) -> Line:
    return Line(
        tell.say(f"board.count.{code}"), n, PAGES.get(code, ""), QUERIES.get(code, ""), code.endswith("_late") and n > 0
    )


def _attrition(board: Board, tell: Teller) -> str:
    one = board.attrition
    if one is None or not one.now.of:
        return ""
    facts = {"value": value_of("attrition", one.now), "interval": interval_of("attrition", one.now)}
    counts = {"left": one.now.top, "held": one.now.of, "before": value_of("attrition", one.before) or "–"}
    return tell.say("board.attrition", **facts, **counts, said=tell.say(f"quality.moved.{one.verdict}"))


def _drawing(row: Row, code: str, tell: Teller) -> str:
    dots = [_dot(month, told, code) for month, told in sorted(row.months.items())]
    values = [dot.value for dot in dots if dot.value is not None]
    if len(values) < 2:
        return ""
    ends = [(dot.low, dot.high) for dot in dots if dot.low is not None and dot.high is not None]
    label = tell.say(
        "board.drawn", name=tell.say(f"improvement.figure.{code}"), place=row.name or tell.say("improvement.centre")
    )
    return trend_strip(dots, axis_of(values, ends, step=5, ends=(0, 100)), label=label)


def _dot(month: date, told: Sums, code: str) -> Dot:
    """In per cent."""
    one = figure_of(told, code)
    found, scale, name = one.estimate, 1 if isinstance(one, Mean) else 100, str(month.month)
    if found is None or found.estimate is None:
        return Dot(name)
    low, high = (None if end is None else end * scale for end in (found.low, found.high))
    return Dot(name, found.estimate * scale, low, high)
