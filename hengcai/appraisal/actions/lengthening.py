"""After notice is given: last days are put off, never brought forward; those who are late are brought to mind."""

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.models import Cycle, Lengthening, Nudge, RatingTask
from hengcai.appraisal.moments import DUE, SOURCES, late_forms, set_deadlines
from hengcai.appraisal.rules.lengthening import lengthened
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths

STATE = Cycle.State
PUBLISH = "publish_due_on"
OPEN_TO = {STATE.COLLECTING: tuple(vars(Dates())), STATE.PRELIMINARY: (PUBLISH,)}


@action(permissions.RUN_CYCLE)
def lengthen_cycle(cycle: Cycle, *, by: User, reason: str, dates: Dates) -> Lengthening:
    """Everybody with a form to send is told anew, with the new day."""
    names = OPEN_TO.get(STATE(cycle.state))
    if names is None:
        raise NotNow("appraisal.nothing_to_lengthen")
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    check_lengths(reason)
    announced = {name: getattr(cycle, name) for name in names}
    moved = lengthened(announced, {name: vars(dates)[name] for name in names})
    for name, (_old, day) in moved.items():
        setattr(cycle, name, day)
    if cycle.closes_on is not None and cycle.superior_due_on is not None:
        cycle.closes_on = max(cycle.closes_on, cycle.superior_due_on)
    cycle.save(update_fields=[*moved, "closes_on"])
    _put_off(cycle, set(moved))
    days = {name: [old.isoformat(), day.isoformat()] for name, (old, day) in moved.items()}
    return Lengthening.objects.create(cycle=cycle, by=by, at=clock.now(), reason=reason.strip(), days=days)


def _put_off(cycle: Cycle, moved: set[str]) -> None:
    set_deadlines(cycle)
    for what, name in DUE.items():
        if name in moved:
            rows = RatingTask.objects.filter(participant__cycle=cycle, source__in=SOURCES[what])
            rows.filter(state=RatingTask.State.OPEN).update(due_on=getattr(cycle, name))
    if moved - {PUBLISH}:
        duties.asked_of(cycle)
    if PUBLISH in moved:
        duties.opened(cycle)
    if not late_forms(cycle).exists():
        duties.late_seen_to(cycle)


@action(permissions.RUN_CYCLE)
def nudge_late(cycle: Cycle, *, by: User) -> Nudge:
    """Everybody whose forms are overdue, in one go: their duties stand as new again. Once a day."""
    if cycle.state != STATE.COLLECTING:
        raise NotNow("appraisal.collecting_is_over")
    late = late_forms(cycle)
    raters = set(late.values_list("rater", flat=True))
    if not raters:
        raise NotNow("appraisal.nobody_late")
    if Nudge.objects.filter(cycle=cycle, on=clock.today()).exists():
        raise NotNow("appraisal.nudged_all_today")
    nudge = Nudge.objects.create(cycle=cycle, on=clock.today(), at=clock.now(), by=by)
    nudge.raters.set(raters)
    duties.nudged(late)
    duties.late_seen_to(cycle)
    return nudge
