"""Rating forms as duties of their raters: asked for while collecting, and after it where one was given back or asked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from hengcai.accounts.models import SYSTEM, RoleGrant
from hengcai.appraisal import (
    permissions,
    policy_duties,  # noqa: F401 - registers its kinds
)
from hengcai.appraisal.forms import ASKED_FOR
from hengcai.appraisal.models import Correction, Cycle, RatingTask
from hengcai.base.roles import GROUP, HEAD, LEAD
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

SOURCE, OPEN = RatingTask.Source, RatingTask.State.OPEN
TASK, PAGE, LISTING = "appraisal.rating_task", "fill-rating", "list-ratings"
CORRECTION, CORRECT, READ = "appraisal.correction", "correction.make", "correction.read"
CHUNK = 500
register(
    Kind(f"rating.{SOURCE.SELF.value}", TASK, PAGE, LISTING, "list-cycles", up=(LEAD, GROUP)),
    Kind(f"rating.{SOURCE.SUPERIOR.value}", TASK, PAGE, LISTING, "list-cycles", up=(LEAD, GROUP, HEAD)),
    Kind(f"rating.{SOURCE.PEER.value}", TASK, PAGE, LISTING, "list-cycles", up=(GROUP,), is_discreet=True),
    Kind(CORRECT, CORRECTION, "see-correction", "list-corrections", "list-corrections", up=(HEAD,)),
    Kind(READ, CORRECTION, "see-correction", "see-my-results"),
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


def to_correct(corrections: Sequence[Correction]) -> None:
    """By every member of the group who is not the one it is about."""
    able = RoleGrant.objects.filter(role__in=list(permissions.CORRECT_RESULT.reach), user__is_active=True)
    users = sorted(set(able.exclude(user__username=SYSTEM).values_list("user", flat=True)))
    open_duties(CORRECT, [
        Owed(user, one.pk, one.due_on, _whose(one)) for one in corrections for user in users if user != one.subject_id
    ])  # fmt: skip


def corrected(correction: Correction) -> None:
    """The one it is about learns of it, where they sign in."""
    settle_duties(CORRECT, [correction.pk])
    if correction.subject_id:
        open_duties(READ, [Owed(correction.subject_id, correction.pk, None, correction.old.participant.cycle.code)])


def correction_read(correction: Correction) -> None:
    settle_duties(READ, [correction.pk])


def _whose(one: Correction) -> str:
    member = one.old.participant
    return f"{member.cycle.code} {member.person.number}"


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
