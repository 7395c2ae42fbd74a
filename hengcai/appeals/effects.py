"""What an answer would do to the result, by the policy's own arithmetic; nothing is written."""

from collections.abc import Sequence
from fractions import Fraction

from hengcai.appeals.models import Appeal
from hengcai.appeals.rules import appeals as rules
from hengcai.appraisal.computing import computed
from hengcai.appraisal.models import Result
from hengcai.appraisal.rules.rulings import Ruled, check_rulings
from hengcai.appraisal.ruling import month_policy_of, parts_of


def result_now(appeal: Appeal) -> Result:
    """The revision that counts; a dispute may have changed it since the appeal was filed."""
    rows = Result.objects.select_related("participant__cycle__policy", "participant__person")
    return rows.get(participant=appeal.result.participant_id, is_current=True)


def result_with(result: Result, ruled: Sequence[Ruled]) -> Result:
    """Not saved."""
    member = result.participant
    return next(iter(computed(member.cycle, [member.pk], extra={member.pk: ruled}))).result


def check_answer_effect(appeal: Appeal, outcome: str, ruled: Sequence[Ruled]) -> None:
    now = result_now(appeal)
    check_rulings(ruled, parts_of(now), month_policy_of(now.participant))
    after = now if outcome == rules.REJECTED else result_with(now, ruled)
    rules.check_effect(outcome, has_rulings=bool(ruled), before=_exact(now), after=_exact(after))


def _exact(result: Result) -> Fraction | None:
    return Fraction(result.exact) if result.exact else None
