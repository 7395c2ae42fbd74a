"""The calendar of cycles as a centre would have it: each kind laid out by itself."""

from datetime import time

from hengcai.accounts.models import Centre, User
from hengcai.appraisal.actions import Terms, lay_out_cycle, settle_template
from hengcai.appraisal.laying_out import next_period
from hengcai.appraisal.models import CycleTemplate
from hengcai.base import clock
from hengcai.base.errors import NotNow

Days = tuple[int | None, int | None, int | None]
RATED: Days = (2, 3, 6)
COUNTED: Days = (None, None, None)
KINDS = {"month": (COUNTED, 9), "quarter": (RATED, 9), "probation": (RATED, 9), "year": (COUNTED, 15)}


def leave_a_calendar(centre: Centre, *, by: User) -> None:
    """What is due to be laid out by today is."""
    for kind, (days, publish) in KINDS.items():
        own, others, superior = days
        terms = Terms(
            is_on=True, ahead_days=10, opens_after=1, opens_at=time(9), opens_itself=False, self_after=own,
            others_after=others, superior_after=superior, closes_after=None, publish_after=publish,
        )  # fmt: skip
        _lay_out(settle_template(centre, by=by, kind=kind, terms=terms), by=by)


def _lay_out(template: CycleTemplate, *, by: User) -> None:
    while next_period(template, today=clock.today()) is not None:
        try:
            lay_out_cycle(template, by=by)
        except NotNow:
            return
