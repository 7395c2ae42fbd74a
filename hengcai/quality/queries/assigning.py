"""What may be given out, to whom, and what was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hengcai.accounts.models import User
from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import ContactFilter
from hengcai.quality import permissions
from hengcai.quality.models import Assignment, Evaluation
from hengcai.quality.queries.work import assignments_given_seen_by
from hengcai.quality.states import WITHDRAW

OPEN = Assignment.State.OPEN


def contacts_to_assign(
    user: Doer, narrowed: ContactFilter | None = None, *, only_new: bool = False
) -> QuerySet[Contact]:
    """The newest first, each with `given_count`; nothing for those who give out no work. Contacts without words
    are left out; `only_new` leaves out those that somebody has already."""
    if not permissions.GIVE.is_held_by(user):
        return Contact.objects.none()
    given = Assignment.objects.filter(contact=OuterRef("pk")).exclude(state=Assignment.State.WITHDRAWN)
    counted = given.order_by().values("contact").annotate(n=Count("pk")).values("n")
    rows = Contact.objects.filter((narrowed or ContactFilter()).condition(), turn_count__gt=0)
    rows = rows.filter(~Exists(given)) if only_new else rows
    rows = rows.annotate(given_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
    return rows.select_related("agent").order_by("-started_at", "-pk")


def contacts_named(keys: Iterable[int], user: Doer) -> QuerySet[Contact]:
    """Those without words too: why one of them cannot be given is the action's to say."""
    rows = Contact.objects.filter(pk__in=set(keys))
    return rows if permissions.GIVE.is_held_by(user) else rows.none()


@dataclass(frozen=True)
class GivenFilter:
    """What the list of work given out is narrowed by; None or empty leaves it as it is."""

    analyst: int | None = None
    state: str = ""

    def condition(self) -> Q:
        of_one = Q() if self.analyst is None else Q(analyst=self.analyst)
        return of_one & (Q(state=self.state) if self.state else Q())


def given_out(user: Doer, narrowed: GivenFilter | None = None) -> QuerySet[Assignment]:
    """Open work by its due day; otherwise the newest first. Given again, work keeps its place."""
    chosen = narrowed or GivenFilter()
    rows = assignments_given_seen_by(user).filter(chosen.condition())
    return rows if chosen.state == OPEN else rows.order_by("-pk")


@dataclass(frozen=True)
class Given:
    """`is_begun`: a draft lies on the desk; what stands in it is its writer's alone."""

    assignment: Assignment
    is_begun: bool
    is_late: bool
    may_withdraw: bool


def given_rows(page: Iterable[Assignment], user: Doer, *, today: date) -> list[Given]:
    """Of one page of work given out, in one query more."""
    rows = list(page)
    drafts = Evaluation.objects.filter(assignment__in=rows, state=Evaluation.State.DRAFT)
    begun = set(drafts.values_list("assignment", flat=True))
    return [_given(row, user, today=today, has_draft=row.pk in begun) for row in rows]


def _given(row: Assignment, user: Doer, *, today: date, has_draft: bool) -> Given:
    """Once withdrawn, a draft is out of sight."""
    is_open = row.state == OPEN
    return Given(row, is_open and has_draft, is_open and row.due_on < today, bool(moves_open((WITHDRAW,), row, user)))


def analysts_given_work() -> QuerySet[User]:
    """Whoever was ever given any, those included who may be given none any more; by name."""
    any_work = Assignment.objects.filter(analyst=OuterRef("pk"))
    return User.objects.filter(Exists(any_work)).order_by("name", "pk")
