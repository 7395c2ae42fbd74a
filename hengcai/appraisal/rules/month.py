"""The monthly points: each indicator's share of its points, points without data moved to the others, a grade."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.appraisal.rules.policy import MonthPolicy, band_of, is_of_shares
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid
from hengcai.base.quantities import Unit, check_quantity
from hengcai.interactions.rules.units import OPERATIONAL, unit_of

FULL = Fraction(100)
TOTAL_PLACES, READING_PLACES = 1, 4


@dataclass(frozen=True, slots=True)
class Earned:
    """Points after redistribution and what was earned of them; `share` is None without data."""

    points: Fraction | None
    share: Fraction | None
    earned: Fraction | None

    def as_json(self) -> dict[str, str | None]:
        return {"points": _read(self.points), "share": _read(self.share), "earned": _read(self.earned)}

    def as_group_json(self) -> dict[str, str | None]:
        return {"points": _read(self.points), "earned": _read(self.earned)}


@dataclass(frozen=True, slots=True)
class MonthScore:
    """`total` is rounded once from `exact`, and `grade` is read from it; None without any data."""

    exact: Fraction | None
    total: str | None
    grade: str | None
    groups: Mapping[str, Earned]
    indicators: Mapping[str, Earned]
    reasons: tuple[str, ...]

    @property
    def status(self) -> str:
        return "not_enough_evidence" if self.exact is None else "scored"

    def as_json(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "total": self.total,
            "exact": _read(self.exact),
            "grade": self.grade,
            "groups": {name: one.as_group_json() for name, one in self.groups.items()},
            "indicators": {name: one.as_json() for name, one in self.indicators.items()},
            "reasons": list(self.reasons),
        }


def month_score(
    values: Mapping[str, Fraction | None], policy: MonthPolicy, *, counts: Mapping[str, int] | None = None
) -> MonthScore:
    """A rated indicator's value is 0–100, a counted one's the measure itself; None or absent is no data, and so is a
    figure of fewer cases (`counts`, where they are known) than its rule asks for."""
    shares = {name: share(name, value, policy) for name, value in values.items() if value is not None}
    few = [name for name in policy.indicators if name in shares and policy.is_too_few(name, (counts or {}).get(name))]
    absent = [name for name in policy.indicators if name not in shares]
    missing = (*(f"missing:{name}" for name in absent), *(f"few:{name}" for name in few))
    shares = {name: one for name, one in shares.items() if name not in few}
    points = redistributed(shares, policy)
    if points is None:
        nothing = Earned(None, None, None)
        groups, indicators = dict.fromkeys(policy.groups, nothing), dict.fromkeys(policy.indicators, nothing)
        return MonthScore(None, None, None, groups, indicators, missing)
    indicators = {name: _earned(points[name], shares.get(name)) for name in policy.indicators}
    groups = {name: _summed(indicators, group.indicators) for name, group in policy.groups.items()}
    exact = sum((one.earned or Fraction(0) for one in indicators.values()), Fraction(0))
    total = round_half_up(exact, TOTAL_PLACES)
    return MonthScore(exact, total, band_of(policy.grades, Fraction(total)), groups, indicators, missing)


def share(indicator: str, value: Fraction, policy: MonthPolicy) -> Fraction:
    """The part of its points an indicator earns, 0–1."""
    check_value(indicator, value, policy)
    rule = policy.rules.get(indicator)
    return value / FULL if rule is None else rule.share(value)


def unit_in(policy: MonthPolicy, indicator: str) -> Unit:
    """What a policy has no rule for is rated from 0 to 100; of an operational measure and of one of the centre's own
    the rule's edges tell."""
    if indicator not in policy.indicators:
        raise NotValid("appraisal.indicator_unknown", column="indicator", value=indicator, known=policy.indicators)
    if indicator not in policy.rules:
        return Unit.PERCENT
    unit = unit_of(indicator)
    if unit is not Unit.NUMBER and indicator not in OPERATIONAL:
        return unit
    return Unit.SHARE if is_of_shares(policy.rules[indicator]) else Unit.AMOUNT


def check_value(indicator: str, value: Fraction, policy: MonthPolicy) -> None:
    try:
        check_quantity(value, unit_in(policy, indicator), written=_shortest(value))
    except NotValid as refusal:
        raise NotValid(refusal.code, **{"column": "value", **refusal.facts}) from None


def _shortest(value: Fraction) -> str:
    return round_half_up(value, READING_PLACES).rstrip("0").rstrip(".")


def redistributed(shares: Mapping[str, Fraction], policy: MonthPolicy) -> dict[str, Fraction] | None:
    """Within a group first, then between groups, each time in proportion; None when no points have any data."""
    held = {
        name: sum((points.value for one, points in group.indicators.items() if one in shares), Fraction(0))
        for name, group in policy.groups.items()
    }
    there = sum((group.points.value for name, group in policy.groups.items() if held[name]), Fraction(0))
    if not there:
        return None
    found = dict.fromkeys(policy.indicators, Fraction(0))
    for name, group in policy.groups.items():
        for indicator, points in group.indicators.items():
            if indicator in shares and held[name]:
                found[indicator] = points.value / held[name] * group.points.value * FULL / there
    return found


def _earned(points: Fraction, share: Fraction | None) -> Earned:
    return Earned(points, share, points * (share or Fraction(0)))


def _summed(indicators: Mapping[str, Earned], names: Mapping[str, object]) -> Earned:
    points = sum((indicators[name].points or Fraction(0) for name in names), Fraction(0))
    earned = sum((indicators[name].earned or Fraction(0) for name in names), Fraction(0))
    return Earned(points, None, earned)


def _read(value: Fraction | None) -> str | None:
    """Four places, for reading; what decides is rounded from the exact value."""
    return None if value is None else round_half_up(value, READING_PLACES)
