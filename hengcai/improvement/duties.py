"""What a measure asks of whom: its owner does it, whoever raised it looks whether it helped."""

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.improvement import permissions
from hengcai.improvement.models import Delivery, Remedy, StandingReport
from hengcai.inbox.duties import Owed, hand_over_duties, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.calendar import the_calendar

REMEDY, REPORT = "improvement.remedy", "improvement.standingreport"
DO, CHECK, READ = "remedy.do", "remedy.check", "report.read"
DAYS_TO_READ = 3  # working days, after which it leaves the inbox
CHECKERS = (QUALITY_SUPERVISOR, GROUP, HEAD)
register(
    Kind(DO, REMEDY, "see-remedy", "list-remedies", "list-remedies", up=("lead", *CHECKERS)),
    Kind(CHECK, REMEDY, "see-remedy", "list-remedies", "list-remedies", up=(HEAD, GROUP)),
    Kind(READ, REPORT, "see-standing-report", "list-standing-reports", lapses=True),
)


def raised(remedy: Remedy) -> None:
    open_duties(DO, [Owed(remedy.owner_id, remedy.pk, remedy.due_on, _what(remedy))])


def done(remedy: Remedy) -> None:
    settle_duties(DO, [remedy.pk])
    open_duties(CHECK, [Owed(user, remedy.pk, remedy.check_on, _what(remedy)) for user in _checkers(remedy)])


def again(remedy: Remedy) -> None:
    settle_duties(CHECK, [remedy.pk])
    raised(remedy)


def put_off(remedy: Remedy) -> None:
    put_off_duties(DO, [remedy.pk], due_on=remedy.due_on)
    put_off_duties(CHECK, [remedy.pk], due_on=remedy.check_on)


def handed_over(remedy: Remedy) -> None:
    hand_over_duties(DO, remedy.pk, to=[remedy.owner_id])


def ended(remedy: Remedy) -> None:
    settle_duties((DO, CHECK), [remedy.pk])


def delivered(delivery: Delivery) -> None:
    """A report lies ready; what is in it is read on its page, by whoever may read it then."""
    report, due = delivery.report, the_calendar().add(clock.today(), DAYS_TO_READ).date
    what = (
        f"{report.first:%Y-%m-%d}"
        if report.first == report.last
        else f"{report.first:%Y-%m-%d} – {report.last:%Y-%m-%d}"
    )
    open_duties(READ, [Owed(delivery.user_id, report.pk, due, what)])


def report_read(report: StandingReport, user: int) -> None:
    settle_duties(READ, [report.pk], users=[user])


def _checkers(remedy: Remedy) -> list[int]:
    """Whoever raised it, if they may still look; else all of the first role that is there and has no part in it."""
    rows = User.objects.filter(is_active=True).exclude(username=SYSTEM)
    raiser = rows.filter(pk=remedy.opened_by_id).first()
    if raiser and permissions.STEER.rows(Remedy.objects.filter(pk=remedy.pk), raiser).exists():
        return [raiser.pk]
    left_out = [user for user in (remedy.owner_id, remedy.subject_id) if user]
    for role in CHECKERS:
        found = rows.filter(role_grants__role=role).exclude(pk__in=left_out).distinct().order_by("pk")
        if users := list(found.values_list("pk", flat=True)):
            return users
    return []


def _what(remedy: Remedy) -> str:
    """Its number: it tells the two which it is, and others nothing."""
    return f"#{remedy.pk}"
