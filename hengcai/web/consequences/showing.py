"""What would be enough, in words and in numbers that are still enough when they are shown."""

from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.month import unit_in
from hengcai.appraisal.rules.next_band import rounded_up
from hengcai.appraisal.rules.policy import Linear, PerEvent
from hengcai.base.quantities import Unit
from hengcai.framework.queries import service_groups
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class Told:
    """`is_most`: no more than this is enough, where less is better."""

    name: str
    now: str
    needed: str
    is_most: bool


def changes_told(found, language):
    if found.next is None:
        return []
    tell = Teller(language)
    if not found.is_month:
        return [_source(one, tell) for one in found.next.changes]
    policy = parsed(found.result.participant.cycle.policy)
    names = _names(found.result, tell)
    return [_indicator(one, policy, names, tell) for one in found.next.changes]


def _source(one, tell):
    needed = tell.points(rounded_up(one.needed, 2), 2)
    return Told(tell.called("appraisal.source", one.code), tell.points(one.now, 2), needed, is_most=False)


def _indicator(one, policy, names, tell):
    rule = policy.rules.get(one.code)
    is_most = isinstance(rule, PerEvent) or (isinstance(rule, Linear) and rule.target.value < rule.floor.value)
    unit = unit_in(policy, one.code)
    value = one.value or Fraction(0)
    if unit is Unit.SHARE:
        needed = f"{tell.plain(rounded_up(value * 100, 1, downwards=is_most), 1)}%"
    elif unit is Unit.PERCENT:
        needed = f"{tell.plain(rounded_up(value, 1, downwards=is_most), 1)}%"
    else:
        needed = tell.plain(rounded_up(value, 2, downwards=is_most), 2)
    return Told(names.get(one.code, one.code), tell.percent(one.now, 0), needed, is_most)


def _names(result, tell):
    """Indicator → what the framework calls it."""
    groups = service_groups(result.participant.cycle.framework)
    return {one.code: tell.shown(one.name) for group in groups for one in group.indicators.all()}
