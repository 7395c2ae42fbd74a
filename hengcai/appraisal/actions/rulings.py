"""A published result after an appeal: figures decided by people who had no part in it, the arithmetic done anew."""

from collections.abc import Sequence

from hengcai.accounts.models import User
from hengcai.appraisal import permissions
from hengcai.appraisal.actions.results import correct_result
from hengcai.appraisal.models import Result, Ruling
from hengcai.appraisal.rules.rulings import Ruled, check_rulings
from hengcai.appraisal.ruling import month_policy_of, parts_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow

FEWEST = 2


@action(permissions.CORRECT_RESULT, unsaid={"ruled"})
def rule_on_result(
    result: Result, *, by: User, ruled: Sequence[Ruled], decided_by: Sequence[User], reason: str
) -> Result:
    """Done by the system for those who decided, two at least; their rulings hold whenever it is computed again."""
    if len({one.pk for one in decided_by}) < FEWEST:
        raise NotNow("appraisal.ruling_by_one")
    check_rulings(ruled, parts_of(result), month_policy_of(result.participant))
    for one in ruled:
        made, _is_new = Ruling.objects.update_or_create(
            participant_id=result.participant_id, kind=one.part.kind, source=one.part.source, code=one.part.code,
            defaults={"value": one.value, "decided_at": clock.now()},
        )  # fmt: skip
        made.decided_by.set(decided_by)
    return correct_result(result, by=by, reason=reason)
