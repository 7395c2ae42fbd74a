"""Rating forms as duties of their raters: asked for while collecting, and after it where one was given back or asked for."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from hengcai.appraisal.forms import ASKED_FOR
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.base.roles import GROUP, HEAD, LEAD
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

SOURCE, OPEN = RatingTask.Source, RatingTask.State.OPEN
TASK, PAGE, LISTING = "appraisal.rating_task", "fill-rating", "list-ratings"
CHUNK = 500
register(
    Kind(f"rating.{SOURCE.SELF.value}", TASK, PAGE, LISTING, "list-cycles", up=(LEAD, GROUP)),
    Kind(f"rating.{SOURCE.SUPERIOR.value}", TASK, PAGE, LISTING, "list-cycles", up=(LEAD, GROUP, HEAD)),
    Kind(f"rating.{SOURCE.PEER.value}", TASK, PAGE, LISTING, "list-cycles", up=(GROUP,), is_discreet=True),
    Kind(f"rating.{SOURCE.PRACTICAL.value}", TASK, PAGE, LISTING, "list-cycles", up=(GROUP,)),
)
CODES = [f"rating.{source}" for source in SOURCE.values]


def asked(tasks: Iterable[RatingTask]) -> None:
    """Of raters who sign in."""
    keys = [task.pk for task in tasks]
    for start in range(0, len(keys), CHUNK):
        _open(RatingTask.objects.filter(pk__in=keys[start : start + CHUNK]))


def asked_of(cycle: Cycle) -> None:
    _open(_left(cycle))


def asked_late_of(cycle: Cycle) -> None:
    _open(_left(cycle).filter(ASKED_FOR))


def settled(tasks: Iterable[RatingTask]) -> None:
    settle_duties(CODES, [task.pk for task in tasks])


def ended(cycle: Cycle) -> None:
    """The collecting; what was given back or asked for stays."""
    settled(_left(cycle).exclude(ASKED_FOR).only("pk"))


def ended_wholly(cycle: Cycle) -> None:
    settled(_left(cycle).only("pk"))


def _left(cycle: Cycle) -> QuerySet[RatingTask]:
    return RatingTask.objects.filter(participant__cycle=cycle, state=OPEN)


def _open(rows: QuerySet[RatingTask]) -> None:
    found: dict[str, list[Owed]] = defaultdict(list)
    told = rows.filter(rater__user__isnull=False).order_by("pk")
    asked_for = told.values_list("source", "rater__user", "pk", "due_on", "participant__cycle__code")
    for source, user, key, due_on, cycle in asked_for:
        found[source].append(Owed(user, key, due_on, cycle))
    for source, owed in found.items():
        open_duties(f"rating.{source}", owed)
