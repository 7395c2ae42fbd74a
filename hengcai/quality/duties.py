"""What quality work asks of whom, by when: the duties its actions open and settle."""

from collections.abc import Iterable, Sequence

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.permissions import Permission
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.quality import (  # noqa: F401 - these register their kinds
    calibration_duties,
    cause_duties,
    observation_duties,
    permissions,
)
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation

SUPERVISORS = (QUALITY_SUPERVISOR, GROUP, HEAD)
DISPUTE, CASE = "quality.dispute", "quality.case"
SCORE, ANSWER, JUDGE = "score", "answer", "case.judge"
SUPPORT, TAKE, DECIDE = "dispute.support", "dispute.take", "dispute.decide"
RECHECK = "quality.recheck"
GIVE_AGAIN, SCORE_AGAIN, SETTLE_AGAIN = "recheck.give", "recheck.score", "recheck.settle"
register(
    Kind(SCORE, "quality.assignment", "score-contact", "list-assignments", "list-given", up=SUPERVISORS),
    Kind(ANSWER, "quality.evaluation", "see-evaluation", "list-evaluations", lapses=True),
    Kind(SUPPORT, DISPUTE, "see-dispute", "list-disputes", lapses=True),
    Kind(TAKE, DISPUTE, "see-dispute", "list-disputes", "list-disputes", up=SUPERVISORS),
    Kind(DECIDE, DISPUTE, "see-dispute", "list-disputes", "list-disputes", up=SUPERVISORS),
    Kind(GIVE_AGAIN, RECHECK, "see-recheck", "list-rechecks", "list-rechecks", up=(HEAD, GROUP)),
    Kind(SCORE_AGAIN, RECHECK, "see-recheck", "list-rechecks", "list-rechecks", up=SUPERVISORS),
    Kind(SETTLE_AGAIN, RECHECK, "see-recheck", "list-rechecks", "list-rechecks", up=(HEAD, GROUP)),
    Kind(JUDGE, CASE, "judge-case", "list-cases", "list-cases", up=(HEAD, GROUP, QUALITY_SUPERVISOR)),
)


def given(assignments: Sequence[Assignment]) -> None:
    open_duties(SCORE, [Owed(one.analyst_id, one.pk, one.due_on, one.contact.key) for one in assignments])


def scored(assignments: Iterable[Assignment]) -> None:
    settle_duties(SCORE, [one.pk for one in assignments])


def to_answer(evaluations: Iterable[Evaluation]) -> None:
    """By their agents who sign in; what nobody disputes in time stands."""
    keys = [one.pk for one in evaluations]
    rows = Evaluation.objects.filter(pk__in=keys, agent__user__isnull=False, dispute_closes_on__isnull=False)
    told = rows.values_list("agent__user", "pk", "dispute_closes_on", "assignment__contact__key")
    open_duties(ANSWER, [Owed(*one) for one in told])


def answered(evaluation: Evaluation) -> None:
    settle_duties(ANSWER, [evaluation.pk])


def disputed(dispute: Dispute) -> None:
    """Any analyst who had no part in it may take it; the lead may say a word."""
    answered(dispute.evaluation)
    _open_for(SUPPORT, dispute, _who_may(permissions.SUPPORT, dispute))
    _open_for(TAKE, dispute, _who_may(permissions.TAKE, dispute))


def supported(dispute: Dispute) -> None:
    settle_duties(SUPPORT, [dispute.pk])


def taken(dispute: Dispute, *, by: User) -> None:
    settle_duties((TAKE, DECIDE), [dispute.pk])
    _open_for(DECIDE, dispute, [by.pk])


def deciders(dispute: Dispute) -> list[int]:
    """Who could still decide it, as an analyst or by taking it over."""
    return [*_who_may(permissions.TAKE, dispute), *_who_may(permissions.TAKE_OVER, dispute)]


def given_back(dispute: Dispute) -> None:
    settle_duties(DECIDE, [dispute.pk])
    _open_for(TAKE, dispute, _who_may(permissions.TAKE, dispute))


def decided(dispute: Dispute) -> None:
    settle_duties((SUPPORT, TAKE, DECIDE), [dispute.pk])


def reported(case: Case) -> None:
    """Red lines wait for nobody: due the day they are reported, by anybody who neither reported nor scored."""
    what, today = case.evaluation.assignment.contact.key, clock.today()
    open_duties(JUDGE, [Owed(user, case.pk, today, what) for user in _who_may(permissions.JUDGE, case)])


def judged(case: Case) -> None:
    settle_duties(JUDGE, [case.pk])


def _open_for(kind: str, dispute: Dispute, users: Iterable[int]) -> None:
    what = dispute.evaluation.assignment.contact.key
    open_duties(kind, [Owed(user, dispute.pk, dispute.due_on, what) for user in users])


def _who_may(permission: Permission, row: Dispute | Case) -> list[int]:
    """Everybody of its roles whom its reach lets at this row."""
    users = User.objects.filter(is_active=True, role_grants__role__in=list(permission.reach)).exclude(username=SYSTEM)
    rows = type(row)._default_manager.filter(pk=row.pk)
    found = users.distinct().prefetch_related("role_grants").order_by("pk")
    return [user.pk for user in found if permission.rows(rows, user).exists()]
