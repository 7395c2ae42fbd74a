"""质量分析月报 as far as its reader may see it, and what its meetings decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.base.days import months_back
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.improvement import permissions
from hengcai.improvement.models import Decision, Meeting, MonthReport, Remedy
from hengcai.improvement.states import MONTH_MOVES

MONTH_ORDERS = Orders(
    {"month": ("month", "revision"), "state": ("state", "-month", "-revision"), "number": ("number", "-month")}
)
OFFERED_MONTHS = 6


def months_seen_by(user: Doer) -> QuerySet[MonthReport]:
    """The newest first."""
    rows = MonthReport.objects.select_related("issued_by", "drafted_by")
    return permissions.SEE_MONTH.rows(rows, user).order_by("-month", "-revision")


def months_to_draft(*, today: date) -> list[date]:
    """Those that are over and have no report yet."""
    known = set(MonthReport.objects.values_list("month", flat=True))
    return [one for back in range(2, OFFERED_MONTHS + 2) if (one := months_back(today, back)) not in known]


@dataclass(frozen=True)
class MonthSight:
    """What the reader may do with it; `remedies`: decision → the measures that came of it, as far as they are seen."""

    report: MonthReport
    moves: frozenset[str]
    may_revise: bool
    may_refresh: bool
    may_meet: bool
    meetings: Sequence[Meeting]
    remedies: dict[int, list[Remedy]]


def sight_of(report: MonthReport, user: Doer) -> MonthSight:
    meetings = list(
        report.meetings.prefetch_related("attendees", Prefetch("decisions", Decision.objects.order_by("pk"))).order_by(
            "held_on", "pk"
        )
    )
    is_draft = report.state == MonthReport.State.DRAFT
    is_newest = not MonthReport.objects.filter(month=report.month, revision__gt=report.revision).exists()
    writes = permissions.DRAFT_MONTH.is_held_by(user)
    return MonthSight(
        report=report,
        moves=frozenset(move.name for move in moves_open(MONTH_MOVES, report, user)),
        may_revise=writes and not is_draft and is_newest,
        may_refresh=writes and is_draft and report.revision == 1,
        may_meet=permissions.ENTER_MEETING.is_held_by(user) and not is_draft,
        meetings=meetings,
        remedies=_remedies(meetings, user),
    )


def users_called(names: Sequence[str]) -> tuple[list[User], str]:
    """Accounts by name; the first that is not there, else an empty text."""
    found = {
        one.username: one for one in User.objects.filter(username__in=names, is_active=True).exclude(username=SYSTEM)
    }
    missing = next((name for name in names if name not in found), "")
    return [found[name] for name in names if name in found], missing


def _remedies(meetings: Sequence[Meeting], user: Doer) -> dict[int, list[Remedy]]:
    keys = [one.pk for meeting in meetings for one in meeting.decisions.all()]
    rows = Remedy.objects.filter(source=Remedy.Source.MEETING, source_id__in=keys) if keys else Remedy.objects.none()
    found: dict[int, list[Remedy]] = {}
    for row in permissions.SEE.rows(rows, user) if permissions.SEE.is_held_by(user) else ():
        found.setdefault(row.source_id or 0, []).append(row)
    return found


def month_called(user: Doer, text: str) -> MonthReport:
    """The newest issued revision; of a month without one, its draft."""
    rows = months_seen_by(user).filter(month=_first_of(text))
    found = rows.filter(state=MonthReport.State.ISSUED).first() or rows.first()
    if found is None:
        raise NotNow("improvement.month_none", month=text)
    return found


def _first_of(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise NotValid("improvement.month_unknown") from None
