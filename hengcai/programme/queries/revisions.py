"""Revisions of courses as lists and pages show them."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.programme import permissions, states
from hengcai.programme.models import Revision
from hengcai.training.models import Course

ORDERS = Orders(
    {"opened": ("-opened_at", "-pk"), "course": ("code", "-pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
     "owner": ("owner__name", "due_on", "pk")},
)  # fmt: skip


@dataclass(frozen=True)
class Filters:
    state: str = ""
    is_mine: bool = False
    is_running: bool = False

    def condition(self, user: Doer) -> Q:
        found = Q(state=self.state) if self.state else Q()
        found &= Q(owner=user.pk) if self.is_mine else Q()
        return found & (Q(state__in=Revision.RUNNING) if self.is_running else Q())


def revisions_seen_by(user: Doer) -> QuerySet[Revision]:
    rows = Revision.objects.select_related("course", "owner", "planned_by", "done_with")
    return permissions.SEE_REVISIONS.rows(rows, user).order_by("-opened_at", "-pk")


def revisions_of(course: Course, user: Doer) -> list[Revision]:
    """The newest first, those of its earlier versions too."""
    return list(revisions_seen_by(user).filter(code=course.code))


def moves_of(revision: Revision, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.REVISION_MOVES, revision, user)]


def newer_in_use(revision: Revision) -> Course | None:
    """The version a revision can be finished with."""
    return Course.objects.filter(
        code=revision.code, state=Course.State.PUBLISHED, number__gt=revision.course.number
    ).first()
