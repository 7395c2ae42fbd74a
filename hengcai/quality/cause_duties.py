"""What a cause of errors asks of its owner, and of whoever sees the measure through."""

from hengcai.accounts.models import User
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.inbox.duties import Owed, hand_over_duties, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.quality.measure_models import CauseReport

REPORT = "quality.causereport"
ANSWER, CHECK = "cause.answer", "cause.check"
UP = (QUALITY_SUPERVISOR, GROUP, HEAD)
register(
    Kind(ANSWER, REPORT, "see-cause", "list-causes", "list-causes", up=UP),
    Kind(CHECK, REPORT, "see-cause", "list-causes", "list-causes", up=(HEAD, GROUP)),
)


def collected(report: CauseReport) -> None:
    open_duties(ANSWER, [Owed(report.owner_id, report.pk, report.due_on, _what(report))])


def handed_over(report: CauseReport) -> None:
    hand_over_duties(ANSWER, report.pk, to=[report.owner_id])


def answered(report: CauseReport) -> None:
    """The supervisors look whether it was done, on its day; never its owner."""
    settle_duties(ANSWER, [report.pk])
    rows = User.objects.filter(is_active=True, role_grants__role=QUALITY_SUPERVISOR).exclude(pk=report.owner_id)
    checkers = rows.distinct().order_by("pk").values_list("pk", flat=True)
    open_duties(CHECK, [Owed(user, report.pk, report.measure_on, _what(report)) for user in checkers])


def closed(report: CauseReport) -> None:
    settle_duties((ANSWER, CHECK), [report.pk])


def _what(report: CauseReport) -> str:
    return f"{report.month:%Y-%m}"
