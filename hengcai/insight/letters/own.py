"""An analyst's own yardstick in words: never a colleague's figure, and where it cannot be known, why."""

from collections.abc import Sequence
from datetime import date

from hengcai.appraisal.queries.fair import OwnSeverity
from hengcai.insight.letters.cards import Card, Picture, Table
from hengcai.insight.letters.trends import signed
from hengcai.insight.queries.own import LEAST_CONTACTS, Agreement, OwnYardstick
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate
from hengcai.paper.drawing.axis import axis_of
from hengcai.paper.drawing.lean import edge_of, lean_strip
from hengcai.paper.drawing.trends import Dot, trend_strip
from hengcai.paper.telling import Teller

STEP = 5.0  # points out of 100


def own_card(found: OwnYardstick, tell: Teller) -> Card:
    sentence, pictures = _severity(found.newest, tell)
    trend = _trend(found.months, tell)
    facts, notes = _agreement(found.agreement, tell)
    return Card(
        tell.say("own.title"), "", "", sentences=[sentence], pictures=[*pictures, *trend], facts=facts, notes=notes,
        table=_table(found, tell),
    )  # fmt: skip


def _bounds(one: OwnSeverity) -> tuple[float, float, float] | None:
    if one.severity is None or one.se is None:
        return None
    half = two_sided_z(0.95) * one.se
    return one.severity, one.severity - half, one.severity + half


def _severity(newest: OwnSeverity | None, tell: Teller) -> tuple[str, list[Picture]]:
    if newest is None:
        return tell.say("own.severity.never"), []
    bounds = _bounds(newest)
    if bounds is None:
        return tell.say(f"own.unknown.{newest.unknown}", cycle=newest.cycle.name), []
    value, low, high = bounds
    verdict = "same" if low <= 0 <= high else ("harsh" if value > 0 else "mild")
    lean = "harsh" if value > 0 else "mild"
    sentence = tell.say(f"own.severity.{verdict}", points=tell.points(abs(value)), lean=tell.say(f"own.lean.{lean}"))
    edge = edge_of(value, low, high, step=STEP)
    told = tell.say("own.severity.figures", figures=_figures(bounds, tell), n=newest.n, cycle=newest.cycle.name)
    ends = [
        f"{tell.say('own.lean.mild')} {signed(-edge, 0)}",
        f"{signed(edge, 0)} {tell.say('own.lean.harsh')}",
    ]
    return sentence, [Picture(lean_strip(value, low, high, edge=edge, label=f"{sentence} {told}"), told, ends)]


def _figures(bounds: tuple[float, float, float], tell: Teller) -> str:
    value, low, high = (signed(one, 1) for one in bounds)
    return f"{value} [{low}, {high}]"


def _trend(months: Sequence[OwnSeverity], tell: Teller) -> list[Picture]:
    """Drawn from two known months on; a month that cannot be known leaves its place empty."""
    bounds = [_bounds(one) for one in months]
    known = [one for one in bounds if one is not None]
    if len(known) < 2:
        return []
    names = [tell.month(one.cycle.period_start) for one in months]
    dots = [Dot(name, *one) if one else Dot(name) for name, one in zip(names, bounds, strict=True)]
    axis = axis_of([0.0, *(one[0] for one in known)], [one[1:] for one in known], step=STEP)
    caption = tell.say("own.severity.months")
    return [Picture(trend_strip(dots, axis, label=caption, line=0.0), caption)]


def _agreement(found: Agreement, tell: Teller) -> tuple[list[tuple[str, str]], list[str]]:
    if found.exact is None:
        return [], [tell.say("own.agreement.few", n=found.n, least=LEAST_CONTACTS)]
    told = [(tell.say("own.agreement.exact"), _share(found.exact, tell))]
    if found.alpha is not None:
        told.append((tell.say("own.agreement.alpha"), _coefficient(found.alpha, tell)))
    return told, [tell.say("own.agreement.note", day=found.since)]


def _share(one: Estimate, tell: Teller) -> str:
    span = (
        f" [{tell.percent(one.low).removesuffix('%')}–{tell.percent(one.high).removesuffix('%')}]"
        if one.low is not None
        else ""
    )
    return tell.say("own.agreement.figures", value=tell.percent(one.estimate), interval=span, n=one.n)


def _coefficient(one: Estimate, tell: Teller) -> str:
    if one.estimate is None:
        return tell.say("own.agreement.same", n=one.n)
    span = "" if one.low is None or one.high is None else f" [{_two(one.low)}, {_two(one.high)}]"
    return tell.say("own.agreement.figures", value=_two(one.estimate), interval=span, n=one.n)


def _two(value: float) -> str:
    return signed(value, 2).removeprefix("+")


def _table(found: OwnYardstick, tell: Teller) -> Table | None:
    """By month: severity where it is known, agreement where enough were scored by two."""
    severities = {one.cycle.period_start.replace(day=1): one for one in found.months}
    shares = {one.since: one for one in found.by_month}
    months = sorted({*severities, *shares})
    if not months:
        return None
    columns = [tell.say(f"own.column.{code}") for code in ("month", "severity", "exact")]
    return Table(tell.say("own.table"), columns, [_row(month, severities, shares, tell) for month in months])


def _row(
    month: date, severities: dict[date, OwnSeverity], shares: dict[date, Agreement], tell: Teller
) -> tuple[str, str, str]:
    severity, share = severities.get(month), shares.get(month)
    bounds = _bounds(severity) if severity else None
    told = "–"
    if share:
        told = _share(share.exact, tell) if share.exact else tell.say("own.few", n=share.n)
    return tell.month(month), _figures(bounds, tell) if bounds else tell.say("own.unknown"), told
