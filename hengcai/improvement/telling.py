"""A figure of a period in words, for whichever door tells it: page, paper, API, command line."""

from collections.abc import Callable
from dataclasses import dataclass

from hengcai.base.decimals import round_half_up
from hengcai.improvement.rules.figures import COUNTS, HANDLING, SCORE, Standing
from hengcai.quality.measures_told import clock
from hengcai.quality.rules.measures import Count, Mean

Say = Callable[..., str]
MINUS = "−"


@dataclass(frozen=True)
class Told:
    """`value` 91.2%, `interval` [88.0%–93.6%], `counts` 310 / 340, `change` +1.2 [−0.4, +2.9], `said` within chance."""

    code: str
    name: str
    definition: str
    value: str
    interval: str
    counts: str
    before: str
    change: str
    said: str
    sense: int


def told(figure: Standing, say: Say) -> Told:
    code = figure.code
    return Told(
        code=code,
        name=say(f"improvement.figure.{code}"),
        definition=say(f"improvement.figure.{code}.defined"),
        value=value_of(code, figure.now),
        interval=interval_of(code, figure.now),
        counts=_counts(code, figure.now),
        before=value_of(code, figure.before),
        change=change_of(figure),
        said=say(f"quality.moved.{figure.verdict}") if figure.verdict else "",
        sense=figure.sense,
    )


def value_of(code: str, one: Count | Mean) -> str:
    if not one.of:
        return ""
    if code in COUNTS:
        return f"{one.top:,}"
    if isinstance(one, Mean):
        return clock(one.total / one.n) if code == HANDLING else f"{one.total / one.n:.1f}"
    return "" if one.share is None else f"{round_half_up(one.share * 100, 1)}%"


def interval_of(code: str, one: Count | Mean) -> str:
    found = one.estimate
    if code in COUNTS or found is None or found.low is None or found.high is None:
        return ""
    if isinstance(one, Mean):
        low = max(0.0, found.low)
        return f"[{clock(low)}–{clock(found.high)}]" if code == HANDLING else f"[{low:.1f}–{min(found.high, 100):.1f}]"
    return f"[{found.low * 100:.1f}%–{found.high * 100:.1f}%]"


def change_of(figure: Standing) -> str:
    """In points of a share, in seconds, or in points of a score."""
    found = figure.change
    if found is None or found.estimate is None:
        return ""
    scale, places = {HANDLING: (1, 0), SCORE: (1, 1)}.get(figure.code, (100, 1))
    text = signed(found.estimate * scale, places)
    if found.low is None or found.high is None:
        return text
    return f"{text} [{signed(found.low * scale, places)}, {signed(found.high * scale, places)}]"


def _counts(code: str, one: Count | Mean) -> str:
    if not one.of or code in COUNTS:
        return ""
    return f"n = {one.n}" if isinstance(one, Mean) else f"{one.top} / {one.of}"


def signed(value: float, places: int) -> str:
    text = f"{value:+.{places}f}"
    return text.lstrip("+-") if float(text) == 0 else text.replace("-", MINUS)
