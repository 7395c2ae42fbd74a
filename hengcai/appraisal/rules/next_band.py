"""What would have to be different for the next band: the smallest change of one source or one indicator that reaches it.

Exact, by the policy's own weights and rounding: a score reaches a band when it rounds to the band's start or more, so the
least score that does lies half a last place below the start, as far as that is a number the rounding can give.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from hengcai.appraisal.rules.month import FULL, TOTAL_PLACES, MonthScore
from hengcai.appraisal.rules.policy import HIGHEST, Band, Linear, MonthPolicy, PerEvent, Rule, SkillPolicy, Steps
from hengcai.appraisal.rules.skill import SkillScore

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Change:
    """One source or indicator: what it is, what would be enough, and which part of its own scale lies between them.

    Of a source both are levels; of an indicator its share 0–1, with `value` the measure itself that earns it.
    """

    code: str
    now: Fraction
    needed: Fraction
    size: Fraction
    value: Fraction | None = None


@dataclass(frozen=True, slots=True)
class NextBand:
    """`missing`: so much of the unrounded score. `changes`: each alone is enough, smallest first; none where no single
    one is."""

    band: str
    least: Fraction
    missing: Fraction
    changes: tuple[Change, ...]


def next_skill_band(score: SkillScore, policy: SkillPolicy) -> NextBand | None:
    """None in the highest band and without a score."""
    found = _above(policy.bands, score.band, policy.places)
    if found is None or score.exact is None:
        return None
    band, least = found
    missing = least - score.exact
    weights = {name: policy.sources[name].value for name in policy.sources if score.sources[name].score is not None}
    whole = sum(weights.values(), Fraction(0))
    changes = []
    for name, weight in weights.items():
        now = score.sources[name].score
        if now is None or not weight:
            continue
        needed = now + missing * whole / weight
        if needed <= HIGHEST:
            changes.append(Change(name, now, needed, (needed - now) / (HIGHEST - 1)))
    return NextBand(band, least, missing, _smallest_first(changes))


def next_month_grade(score: MonthScore, policy: MonthPolicy) -> NextBand | None:
    found = _above(policy.grades, score.grade, TOTAL_PLACES)
    if found is None or score.exact is None:
        return None
    band, least = found
    missing = least - score.exact
    changes = []
    for name, one in score.indicators.items():
        if one.share is None or not one.points:
            continue
        wanted = one.share + missing / one.points
        if wanted > 1:
            continue
        reached = _reached(wanted, policy.rules.get(name))
        if reached is not None:
            changes.append(Change(name, one.share, reached[0], reached[0] - one.share, reached[1]))
    return NextBand(band, least, missing, _smallest_first(changes))


def _above(bands: tuple[Band, ...], band: str | None, places: int) -> tuple[str, Fraction] | None:
    """The next one up, and the least unrounded score that rounds into it."""
    codes = [one.code for one in bands]
    if band not in codes or band == codes[0]:
        return None
    above = bands[codes.index(band) - 1]
    grid = 10**places
    return above.code, (ceil(above.start.value * grid) - HALF) / grid


def _reached(share: Fraction, rule: Rule | None) -> tuple[Fraction, Fraction] | None:
    """The share that is really earned, at least the one wanted, and the measure that earns it."""
    if rule is None:
        return share, share * FULL
    if isinstance(rule, Linear):
        return share, rule.floor.value + share * (rule.target.value - rule.floor.value)
    if isinstance(rule, Steps):
        return _step(share, rule)
    return _events(share, rule)


def _step(share: Fraction, rule: Steps) -> tuple[Fraction, Fraction] | None:
    """The first value whose step earns enough."""
    return next(((got.value, start.value) for start, got in rule.steps if got.value >= share), None)


def _events(share: Fraction, rule: PerEvent) -> tuple[Fraction, Fraction]:
    """So many events at most, a whole number."""
    count = Fraction(floor((1 - share) / rule.off.value)) if rule.off.value else Fraction(0)
    return 1 - count * rule.off.value, count


def _smallest_first(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: (one.size, one.code)))


def rounded_up(value: Fraction, places: int, *, downwards: bool = False) -> Fraction:
    """For showing: what is shown is still enough, whichever way enough lies."""
    grid = 10**places
    return Fraction(floor(value * grid) if downwards else ceil(value * grid), grid)


def values_without_few(values: Mapping[str, Fraction | None], reasons: list[str]) -> dict[str, Fraction | None]:
    """A stored month's figures without those of too few cases: they earned nothing then either."""
    few = {reason.removeprefix("few:") for reason in reasons if reason.startswith("few:")}
    return {name: None if name in few else value for name, value in values.items()}
