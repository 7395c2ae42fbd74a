"""The last submission taken back while nobody has built on it."""

from django.conf import settings
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.evidence.actions import TakenBack, take_back
from hengcai.quality import duties, permissions
from hengcai.quality.actions.evaluations import SOURCE
from hengcai.quality.models import Assignment, Evaluation
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.undo import check_in_time


@action(permissions.OPEN)
def undo_submission(assignment: Assignment, *, by: User) -> Evaluation:
    """A draft again with the marks it was submitted with; an earlier revision is the current one again. The draft takes
    the next number, because what the ledger noted of this one stays noted, superseded."""
    made = assignment.evaluations.select_for_update().filter(is_current=True, evaluator=by).first()
    if made is None:
        raise NotNow("quality.undo_nothing")
    _check(made)
    older = assignment.evaluations.filter(revision__lt=made.revision).order_by("-revision").first()
    taken = TakenBack(SOURCE, assignment.pk, made.revision, older.revision if older else None)
    _reopen(made)
    take_back([taken], by=by)
    if older:
        _restore(older)
    else:
        _reopen_work(assignment)
    return made


def _check(made: Evaluation) -> None:
    if made.state != Evaluation.State.SUBMITTED or made.submitted_at is None or _is_built_on(made):
        raise NotNow("quality.undo_seen")
    check_in_time(made.submitted_at, clock.now(), seconds=settings.UNDO_SECONDS)


def _is_built_on(made: Evaluation) -> bool:
    """Drawn for recheck, standing for a second score, or a red line was reported on it since."""
    rechecked = Recheck.objects.filter(Q(evaluation=made) | Q(double=made)).exists()
    reported = made.cases.filter(reported_at__gte=made.submitted_at).exists()
    return made.recheck_draw_id is not None or rechecked or reported


def _reopen(made: Evaluation) -> None:
    made.state, made.is_current, made.submitted_at = Evaluation.State.DRAFT, False, None
    made.exact = made.exact_without_fatal = ""
    made.total, made.has_fatal = None, False
    made.revision += 1
    made.edit_count += 1
    made.saved_at = clock.now()
    made.save()


def _restore(older: Evaluation) -> None:
    older.is_current = True
    older.save(update_fields=["is_current"])
    closes = older.dispute_closes_on
    if older.confirmed_at is None and closes is not None and closes >= clock.today():
        duties.to_answer([older])


def _reopen_work(assignment: Assignment) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=Assignment.State.OPEN)
    assignment.state = Assignment.State.OPEN
    duties.given([assignment])
