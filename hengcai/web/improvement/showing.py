"""What the pages say of a measure's check: both sides, what lies between, what that allows to be said."""

from dataclasses import dataclass

from hengcai.improvement.rules.outcomes import CANNOT_TELL, IMPROVED, NOT
from hengcai.quality.rules.changes import MEANS
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent, points

MINUS = "−"


@dataclass(frozen=True)
class Shown:
    before: str
    after: str
    n_before: int
    n_after: int
    difference: str
    interval: str
    verdict: str
    sentences: list[str]
    is_named: bool


def shown(remedy, outcome):
    show = _level if outcome.kind == MEANS else _share
    return Shown(
        before=_side(outcome.before, show),
        after=_side(outcome.after, show),
        n_before=outcome.n_before,
        n_after=outcome.n_after,
        difference=_signed(outcome.difference, show),
        interval=f"{_signed(outcome.low, show)} ~ {_signed(outcome.high, show)}" if outcome.low is not None else "",
        verdict=word(f"improvement.verdict.{outcome.verdict}"),
        sentences=[_said(outcome, show), *_notes(remedy, outcome)],
        is_named=bool(remedy.item_id or remedy.figure),
    )


def _said(outcome, show):
    if outcome.verdict == IMPROVED:
        return word("improvement.said.improved")
    if outcome.verdict == NOT:
        return word("improvement.said.not", worth=show(outcome.worth))
    lacks = "further" if outcome.further is not None and outcome.lacks == "further" else outcome.lacks
    return word(f"improvement.lacks.{lacks or 'too_close'}", further=outcome.further)


def _notes(remedy, outcome):
    notes = [word("improvement.said.month" if remedy.figure else "improvement.said.chance")]
    notes += [word("improvement.said.low")] if outcome.verdict != CANNOT_TELL else []
    return notes if remedy.item_id or remedy.figure else []


def _side(value, show):
    return "–" if value is None else show(value)


def _level(value):
    return points(value, 1)


def _share(value):
    return percent(value)


def _signed(value, show):
    if value is None:
        return ""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{show(abs(value))}"
