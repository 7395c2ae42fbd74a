"""What a cause of errors asks of its owner, and of whoever sees the measure through."""

from collections.abc import Collection

from django.db.models import QuerySet

from hengcai.accounts.models import SYSTEM, User
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
    open_duties(ANSWER, [Owed(user, report.pk, report.due_on, _what(report)) for user in _asked(report)])


def handed_over(report: CauseReport) -> None:
    hand_over_duties(ANSWER, report.pk, to=_asked(report))


def collected_anew(report: CauseReport) -> None:
    """Whoever came to the role since is asked too, whoever left it no more."""
    collected(report)
    handed_over(report)


def answered(report: CauseReport) -> None:
    """The supervisors look whether it was done, on its day; never who answered or owns it."""
    settle_duties(ANSWER, [report.pk])
    checkers = _first_there(exclude=(report.owner_id, report.answered_by_id))
    open_duties(CHECK, [Owed(user, report.pk, report.measure_on, _what(report)) for user in checkers])


def closed(report: CauseReport) -> None:
    settle_duties((ANSWER, CHECK), [report.pk])


def is_held(role: str) -> bool:
    return _holders(role).exists()


def _asked(report: CauseReport) -> list[int]:
    """Its owner or all of its role; where nobody of them is there any more, whoever can put it to somebody else."""
    named = User.objects.filter(is_active=True, pk=report.owner_id) if report.owner_id else _holders(report.role)
    return list(named.values_list("pk", flat=True)) or _first_there()


def _first_there(exclude: Collection[int | None] = ()) -> list[int]:
    """All who hold the first of these roles that somebody holds."""
    left_out = [user for user in exclude if user is not None]
    found = (list(_holders(role).exclude(pk__in=left_out).values_list("pk", flat=True)) for role in UP)
    return next((users for users in found if users), [])


def _holders(role: str) -> QuerySet[User]:
    rows = User.objects.filter(is_active=True, role_grants__role=role).exclude(username=SYSTEM)
    return rows.distinct().order_by("pk")


def _what(report: CauseReport) -> str:
    return f"{report.month:%Y-%m}"
