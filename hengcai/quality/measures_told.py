"""A measure in words and figures, for whichever door tells it: page, paper, API."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from hengcai.base.decimals import round_half_up
from hengcai.quality.rules.measures import BARS, ERRORS, HANDLING, RESULTS, WORK, Count, Figure, Mean

Say = Callable[..., str]
MINUS = "−"
GROUPS = (("work", (*WORK, HANDLING)), ("results", (*RESULTS,)), ("errors", (*ERRORS,)))


@dataclass(frozen=True)
class Told:
    """`value` 12.5%; `interval` [10.1%–15.2%]; `counts` 25 / 200; `change` +1.2 points [−0.4, +2.9]."""

    figure: Figure
    name: str
    definition: str
    value: str
    interval: str
    counts: str
    before: str
    change: str
    verdict: str
    said: str
    is_below_bar: bool

    @property
    def code(self) -> str:
        return self.figure.code


def told(figure: Figure, say: Say) -> Told:
    code, now = figure.code, figure.now
    return Told(
        figure=figure,
        name=say(f"quality.measure.{code}"),
        definition=say(f"quality.measure.{code}.defined", days=settings.FEEDBACK_DAYS),
        value=_value(now),
        interval=_interval(now),
        counts=_counts(now),
        before=_value(figure.before),
        change=_change(figure),
        verdict=figure.verdict,
        said=say(f"quality.moved.{figure.verdict}"),
        is_below_bar=code in BARS and now.share is not None and now.share < BARS[code],
    )


def _value(one: Count | Mean) -> str:
    if isinstance(one, Mean):
        return clock(one.total / one.n) if one.n else ""
    return "" if one.share is None else f"{round_half_up(one.share * 100, 1)}%"


def _interval(one: Count | Mean) -> str:
    found = one.estimate
    if found is None or found.low is None or found.high is None:
        return ""
    if isinstance(one, Mean):
        return f"[{clock(max(0.0, found.low))}–{clock(found.high)}]"
    return f"[{found.low * 100:.1f}%–{found.high * 100:.1f}%]"


def _counts(one: Count | Mean) -> str:
    if not one.of:
        return ""
    return f"n = {one.n}" if isinstance(one, Mean) else f"{one.top} / {one.of}"


def _change(figure: Figure) -> str:
    found = figure.change
    if found is None or found.estimate is None:
        return ""
    told = _signed_clock if figure.is_mean else _signed_points
    text = told(found.estimate)
    return text if found.low is None else f"{text} [{told(found.low)}, {told(found.high or 0)}]"


def _signed_points(share: float) -> str:
    return _signed(100 * share, 1)


def _signed_clock(seconds: float) -> str:
    """As the mean itself is told, so that nobody takes it for points."""
    whole = round(seconds)
    return f"{MINUS if whole < 0 else '+' if whole else ''}{clock(abs(whole))}"


def _signed(value: float, places: int) -> str:
    text = f"{value:+.{places}f}"
    return text.lstrip("+-") if float(text) == 0 else text.replace("-", MINUS)


def clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
