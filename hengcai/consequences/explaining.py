"""What decided a result, and what would have to be different for the next band: by the policy's own arithmetic, from what
is stored with the result."""

from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.models import Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.evidence import SCALE, Evidence
from hengcai.appraisal.rules.month import MonthScore, month_score
from hengcai.appraisal.rules.next_band import NextBand, next_month_grade, next_skill_band, values_without_few
from hengcai.appraisal.rules.policy import PEER, MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.skill import SkillScore, skill_score
from hengcai.interactions.rules.units import SHARES

UNTOLD = frozenset({PEER, "self"})


@dataclass(frozen=True)
class Explained:
    """`next` None: the highest band already, no score, or not rebuilt. `is_veiled`: colleagues count, so that nothing
    of the unrounded score is told."""

    result: Result
    next: NextBand | None
    is_veiled: bool
    is_month: bool


def explained(result: Result) -> Explained:
    policy = parsed(result.participant.cycle.policy)
    if isinstance(policy, MonthPolicy):
        score = month_again(result, policy)
        found = next_month_grade(score, policy) if _is_same(score.exact, result) else None
        return Explained(result, found, is_veiled=False, is_month=True)
    is_veiled = veil.is_pooled(result.detail)
    again = skill_again(result, policy)
    found = next_skill_band(again, policy) if _is_same(again.exact, result) and not is_veiled else None
    return Explained(result, found and _told(found), is_veiled=is_veiled, is_month=False)


def _is_same(exact: Fraction | None, result: Result) -> bool:
    """What cannot be rebuilt exactly as it was is not explained by something else."""
    return exact is not None and bool(result.exact) and exact == Fraction(result.exact)


def _told(found: NextBand) -> NextBand:
    """Without one's own rating, which would only be an invitation, and without colleagues'."""
    kept = tuple(one for one in found.changes if one.code not in UNTOLD)
    return NextBand(found.band, found.least, found.missing, kept)


def month_again(result: Result, policy: MonthPolicy) -> MonthScore:
    kept = result.inputs
    rated = {name: Fraction(value) for name, value in kept.get("rated", {}).items()}
    counted = {name: Fraction(value) for name, value in kept.get("counted", {}).items()}
    values: dict[str, Fraction | None] = {}
    for name in policy.indicators:
        if name in policy.rules:
            values[name] = counted.get(name)
        else:
            values[name] = rated.get(name, counted[name] * 100 if name in SHARES and name in counted else None)
    return month_score(values_without_few(values, result.detail.get("reasons", [])), policy)


def skill_again(result: Result, policy: SkillPolicy) -> SkillScore:
    evidence, kept = Evidence(), result.inputs
    for source, rater, item, level in kept.get("ratings", []):
        evidence.source(source).add(rater, item, None if level is None else int(Fraction(level) * SCALE))
    customers = [(Fraction(score), count) for score, count in kept.get("customers", [])]
    evidence.customer_total = sum(int(score * SCALE) * count for score, count in customers)
    evidence.customer_count = sum(count for _score, count in customers)
    for test, attempt, mark in kept.get("marks", []):
        evidence.mark(test, attempt=attempt, mark=Fraction(mark))
    return skill_score(evidence, policy)
