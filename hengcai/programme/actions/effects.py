"""What courses did, worked out anew over everybody; and the revision that follows where it was not what it should be."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.programme import permissions
from hengcai.programme.actions.revisions import measure_revision, open_revision
from hengcai.programme.facts.found import found_of, revised_on
from hengcai.programme.facts.outcomes import OUTCOMES
from hengcai.programme.measuring import asked, measured
from hengcai.programme.models import Effect, Revision
from hengcai.programme.rules.revising import Found, reasons
from hengcai.training.models import Course


@action(permissions.MEASURE)
def measure_effect(centre: Centre, *, by: User, course: str, until: date) -> list[Effect]:
    """Of one course on every outcome that is known; what is no longer known goes. A course that did nothing, did harm, is rated
    low or leaves people without the answers is put up for revision; one that was revised is looked at again."""
    kept, of = [], asked(course, until=until, since=revised_on(course))
    for outcome in OUTCOMES:
        found = measured(of, outcome)
        if found is None:
            Effect.objects.filter(course=course, outcome=outcome.code).delete()
            continue
        values = {
            "verdict": found["verdict"], "detail": found, "trained": found["trained"], "until": until,
            "worked_out_at": clock.now(),
        }  # fmt: skip
        kept.append(Effect.objects.update_or_create(course=course, outcome=outcome.code, defaults=values)[0])
    _follow_up(course, by=by, today=until)
    return kept


def _follow_up(code: str, *, by: User, today: date) -> None:
    """Of the course as it stands: a revision done is measured, and where there is none running, what was found opens one."""
    course = Course.objects.filter(code=code, state=Course.State.PUBLISHED).first()
    if course is None:
        return
    found = found_of(course)
    running = Revision.objects.filter(code=code, state__in=Revision.RUNNING).first()
    if running is not None and running.state == Revision.State.DONE and found.is_telling:
        running = measure_revision(running, by=by, after=reasons(found), today=today)
    if running is None or running.state == Revision.State.MEASURED:
        _open(course, found, by, today)


def _open(course: Course, found: Found, by: User, today: date) -> None:
    if wanting := reasons(found):
        open_revision(course, by=by, reasons=wanting, today=today)
