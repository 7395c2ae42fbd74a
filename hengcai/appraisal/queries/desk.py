"""What a rater has before them: forms by state, how many are late, months that wait for a remark."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.forms import WANTED, left_tasks_of, open_tasks_of, sent_tasks_of, tasks_of
from hengcai.appraisal.models import Cycle, Participant, RatingTask, Remark
from hengcai.appraisal.queries.results import is_trained
from hengcai.base.permissions import Doer

SOURCE, STATE = RatingTask.Source, RatingTask.State
OPEN_TO_REMARKS = (Cycle.State.COLLECTING, Cycle.State.PRELIMINARY)


@dataclass(frozen=True)
class Desk:
    """`next_one`: the form left half done, else the one due first."""

    open_count: int
    late_count: int
    sent_count: int
    left_count: int
    next_one: RatingTask | None
    must_train: bool
    months: list[Cycle]


def desk_of(user: Doer, *, today: date) -> Desk:
    here = Q(state=STATE.OPEN) & WANTED
    counted = tasks_of(user).order_by().aggregate(
        open=Count("pk", filter=here), late=Count("pk", filter=here & Q(due_on__lt=today)),
        others=Count("pk", filter=here & ~Q(source=SOURCE.SELF)), sent=Count("pk", filter=Q(state=STATE.SENT)),
    )  # fmt: skip
    left = left_tasks_of(user).count()
    must_train = bool(counted["others"]) and not is_trained(user)
    next_one = _next(user) if counted["open"] else None
    return Desk(counted["open"], counted["late"], counted["sent"], left, next_one, must_train, months_of(user))


@dataclass(frozen=True)
class Round:
    """A rater's forms of one cycle: how many are in, of how many, and the one to go on with."""

    done: int
    total: int
    next_one: RatingTask | None


def round_of(user: Doer, task: RatingTask) -> Round:
    """Goes on within the cycle, first as the same source; elsewhere only when nothing is left there."""
    cycle = task.participant.cycle_id
    rows = tasks_of(user).filter(participant__cycle=cycle).order_by()
    counted = rows.aggregate(done=Count("pk", filter=Q(state=STATE.SENT)), total=Count("pk"))
    left = open_tasks_of(user).exclude(pk=task.pk)
    here = left.filter(participant__cycle=cycle)
    return Round(**counted, next_one=here.filter(source=task.source).first() or here.first() or left.first())


def _next(user: Doer) -> RatingTask | None:
    rows = open_tasks_of(user)
    return rows.filter(edit_count__gt=0).order_by("-saved_at", "pk").first() or rows.first()


def open_forms(user: Doer) -> QuerySet[RatingTask]:
    """Each with `answered`, the number of items answered so far."""
    answered = Count("ratings", filter=Q(ratings__is_answered=True))
    return open_tasks_of(user).annotate(answered=answered)


def left_forms(user: Doer) -> QuerySet[RatingTask]:
    """Drafts of cycles that went on without them."""
    return left_tasks_of(user).annotate(answered=Count("ratings", filter=Q(ratings__is_answered=True)))


def sent_forms(user: Doer) -> QuerySet[RatingTask]:
    return sent_tasks_of(user)


def remarkable(user: Doer) -> QuerySet[Participant]:
    """Whom this user may write a remark on, in months that are not published yet."""
    rows = Participant.objects.filter(cycle__kind=Cycle.Kind.MONTH, cycle__state__in=OPEN_TO_REMARKS)
    rows = rows.select_related("person", "placement__team", "post", "cycle").order_by("person__name", "pk")
    return permissions.REMARK.rows(rows, user)


def months_of(user: Doer) -> list[Cycle]:
    """Months that wait for remarks; nothing is asked of the database for who never writes any."""
    if not permissions.REMARK.is_held_by(user):
        return []
    rows = Cycle.objects.filter(pk__in=remarkable(user).order_by().values("cycle"))
    return list(rows.order_by("-period_end"))


def own_remarks(user: Doer, cycle: Cycle) -> dict[int, str]:
    """Participant → what this user wrote so far."""
    rows = Remark.objects.filter(participant__cycle=cycle, author__user=user.pk)
    return dict(rows.values_list("participant_id", "text"))
