"""Corrections of results that are out: opened by what changed under them, read by whom they are about."""

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions
from hengcai.appraisal.models import Correction, Cycle, Result
from hengcai.appraisal.standing import overtaken
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.models import Dispute


@action(permissions.RUN_CYCLE)
def open_corrections(cycle: Cycle, *, by: User) -> list[Correction]:
    """For every result of a published cycle that rests on what was changed since; what is open stays as it is."""
    if cycle.state != Cycle.State.PUBLISHED:
        raise NotNow("appraisal.not_published")
    due_on = the_calendar().add(clock.today(), settings.DECISION_DAYS).date
    made = [
        Correction.objects.create(old=one, dispute=_changed_by(one), opened_at=clock.now(), due_on=due_on)
        for one in overtaken(cycle).filter(correction=None)
    ]
    duties.to_correct(made)
    return made


@action(permissions.READ_CORRECTION)
def read_correction(correction: Correction, *, by: User) -> Correction:
    """The person says that they have read what was changed and why. Twice is once."""
    if correction.state == Correction.State.MADE:
        correction.state, correction.read_at = Correction.State.READ, clock.now()
        correction.save(update_fields=["state", "read_at"])
        duties.correction_read(correction)
    return correction


def _changed_by(result: Result) -> Dispute | None:
    """The newest decision under it."""
    cycle = result.participant.cycle
    if cycle.kind == Cycle.Kind.YEAR:
        return None
    rows = Dispute.objects.filter(
        outcome__published_at__gt=result.computed_at, evaluation__agent=result.participant.person_id,
        evaluation__contact_on__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip
    return rows.order_by("-decided_at").first()
