"""What follows from results asks of whom: a run waits for its second person, a cut for a person's word."""

from django.db.models import QuerySet

from hengcai.accounts.queries import holders_of
from hengcai.base import clock
from hengcai.base.roles import HEAD
from hengcai.consequences import award_duties, permissions, plan_duties  # noqa: F401 - their kinds register themselves
from hengcai.consequences.models import PayRun, Review
from hengcai.consequences.terms import terms_in_force
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.calendar import the_calendar

RUN = "consequences.run"
DECIDE, LOOK = "consequences.decide", "consequences.look"
DECIDE_DAYS = 3
register(
    Kind(DECIDE, RUN, "see-pay-run", "list-pay-runs", "list-pay-runs", up=(HEAD,), is_discreet=True),
    Kind(LOOK, RUN, "see-pay-run", "list-reviews", "list-reviews", up=(HEAD,), is_discreet=True),
)


def run_prepared(run: PayRun) -> None:
    """Everybody who could decide it but whoever prepared it, and nobody it pays."""
    paid = run.lines.filter(person__user__isnull=False).values("person__user")
    others = holders_of(permissions.DECIDE_RUN).exclude(pk__in=paid).values_list("pk", flat=True)
    users = [user for user in others if user != run.prepared_by_id] or list(others)
    due = the_calendar().add(clock.today(), DECIDE_DAYS).date
    open_duties(DECIDE, [Owed(user, run.pk, due, f"{run.last_on:%Y-%m}") for user in users])


def run_ended(run: PayRun) -> None:
    settle_duties(DECIDE, [run.pk])
    if run.state == PayRun.State.CALLED_OFF:
        settle_duties(LOOK, [run.pk])


def reviews_opened(run: PayRun) -> None:
    """One reminder for all cuts of a run that wait, with everybody who may decide them and is not paid by it."""
    if run.cycle_id is None or not waiting(run).exists():
        return
    due = the_calendar().add(clock.today(), terms_in_force().windows.answer).date
    users = holders_of(permissions.DECIDE_REVIEW).values_list("pk", flat=True)
    open_duties(LOOK, [Owed(user, run.pk, due, f"{run.last_on:%Y-%m}") for user in users])


def review_ended(review: Review) -> None:
    """With the last of them the reminder goes."""
    for run in PayRun.objects.filter(cycle__participants__results=review.result_id):
        if not waiting(run).exists():
            settle_duties(LOOK, [run.pk])


def waiting(run: PayRun) -> QuerySet[Review]:
    return Review.objects.filter(state=Review.State.OPEN, result__participant__cycle=run.cycle_id)
