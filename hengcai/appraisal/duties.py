"""Rating forms as duties of their raters: asked for while collecting, and after it where one was given back or asked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from hengcai.accounts.models import SYSTEM, RoleGrant
from hengcai.appraisal import (
    permissions,
    policy_duties,  # noqa: F401 - registers its kinds
)
from hengcai.appraisal.forms import ASKED_FOR
from hengcai.appraisal.models import Correction, Cycle, RatingTask
from hengcai.base.roles import GROUP, HEAD, LEAD
from hengcai.inbox.duties import Owed, open_duties, remind_now, settle_duties
from hengcai.inbox.kinds import Kind, register

SOURCE, OPEN = RatingTask.Source, RatingTask.State.OPEN
TASK, PAGE, LISTING = "appraisal.rating_task", "fill-rating", "list-ratings"
CORRECTION, CORRECT, READ = "appraisal.correction", "correction.make", "correction.read"
CYCLE, TO_OPEN, LATE, TO_PUBLISH = "appraisal.cycle", "cycle.open", "cycle.late", "cycle.publish"
CHUNK = 500
register(
    Kind(f"rating.{SOURCE.SELF.value}", TASK, PAGE, LISTING, "list-cycles", up=(LEAD, GROUP)),
    Kind(f"rating.{SOURCE.SUPERIOR.value}", TASK, PAGE, LISTING, "list-cycles", up=(LEAD, GROUP, HEAD)),
    Kind(f"rating.{SOURCE.PEER.value}", TASK, PAGE, LISTING, "list-cycles", up=(GROUP,), is_discreet=True),
    Kind(CORRECT, CORRECTION, "see-correction", "list-corrections", "list-corrections", up=(HEAD,)),
    Kind(READ, CORRECTION, "see-correction", "see-my-results"),
    Kind(f"rating.{SOURCE.PRACTICAL.value}", TASK, PAGE, LISTING, "list-cycles", up=(GROUP,)),
    Kind(TO_OPEN, CYCLE, "see-cycle", "list-cycles", "list-cycles", up=(HEAD,)),
    Kind(LATE, CYCLE, "see-late-raters", "list-cycles", "list-cycles"),
    Kind(TO_PUBLISH, CYCLE, "see-cycle", "list-cycles", "list-cycles", up=(HEAD,)),
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


def nudged(tasks: QuerySet[RatingTask]) -> None:
    """They stand in their raters' inboxes as new again."""
    remind_now(CODES, list(tasks.values_list("pk", flat=True)))


def ended(cycle: Cycle) -> None:
    """The collecting; what was given back or asked for stays."""
    late_seen_to(cycle)
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


def correction_proposed(correction: Correction) -> None:
    """From now on it lies with those who could be the second person."""
    to_correct([correction])
    settle_duties(CORRECT, [correction.pk], users=[correction.proposed_by_id or 0])


def correction_dropped(correction: Correction) -> None:
    settle_duties(CORRECT, [correction.pk])


def corrected(correction: Correction) -> None:
    """The one it is about learns of it, where they sign in."""
    settle_duties(CORRECT, [correction.pk])
    if correction.subject_id:
        open_duties(READ, [Owed(correction.subject_id, correction.pk, None, correction.old.participant.cycle.code)])


def correction_read(correction: Correction) -> None:
    settle_duties(READ, [correction.pk])


def to_open(cycle: Cycle, *, due_on: date | None) -> None:
    """A draft that waits for somebody to look at it and open it."""
    _of_runners(TO_OPEN, cycle, due_on)


def opened(cycle: Cycle) -> None:
    """What comes next of whoever runs it: to publish it in time."""
    settle_duties(TO_OPEN, [cycle.pk])
    if cycle.publish_due_on is not None:
        _of_runners(TO_PUBLISH, cycle, cycle.publish_due_on)


def raters_late(cycle: Cycle, *, due_on: date) -> None:
    _of_runners(LATE, cycle, due_on)


def late_seen_to(cycle: Cycle) -> None:
    settle_duties(LATE, [cycle.pk])


def cycle_out(cycle: Cycle) -> None:
    settle_duties((LATE, TO_PUBLISH), [cycle.pk])


def _of_runners(kind: str, cycle: Cycle, due_on: date | None) -> None:
    able = RoleGrant.objects.filter(role__in=list(permissions.RUN_CYCLE.reach), user__is_active=True)
    users = sorted(set(able.exclude(user__username=SYSTEM).values_list("user", flat=True)))
    open_duties(kind, [Owed(user, cycle.pk, due_on, cycle.code) for user in users])


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
