"""Red lines: where one may be reported, the cases, who may judge."""

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from hengcai.base.errors import NotValid
from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open
from hengcai.quality import permissions
from hengcai.quality.models import Case, Evaluation, RedLine
from hengcai.quality.states import CASE_MOVES


def red_lines() -> QuerySet[RedLine]:
    return RedLine.objects.order_by("pk")


def red_line_called(code: str) -> RedLine:
    found = red_lines().filter(code=code).first()
    if found is None:
        raise NotValid("quality.red_line_unknown", codes=(code,))
    return found


def reportable_by(user: Doer) -> QuerySet[Evaluation]:
    """Where this user may report a red line: an analyst on what they wrote, drafts included."""
    rows = Evaluation.objects.select_related("agent", "scorecard", "assignment__contact__transcript")
    return permissions.REPORT.rows(rows, user)


def cases_listed(user: Doer) -> QuerySet[Case]:
    """Waiting ones first, then the newest."""
    rows = Case.objects.select_related(
        "agent", "red_line", "reported_by", "judged_by", "evaluation__assignment__contact"
    )
    waits = ExpressionWrapper(Q(state=Case.State.OPEN), output_field=BooleanField())
    return permissions.SEE_CASES.rows(rows, user).annotate(waits=waits).order_by("-waits", "-reported_at", "-pk")


def cases_seen_by(user: Doer) -> QuerySet[Case]:
    """With what was said, for one page of its own."""
    return cases_listed(user).select_related("evaluation__assignment__contact__transcript")


def may_judge(case: Case, user: Doer) -> bool:
    return bool(moves_open(CASE_MOVES, case, user))


def may_know_names(case: Case, user: Doer) -> bool:
    """The one it is about does not read who reported and who judged."""
    return bool(case.agent.user_id != user.pk)
