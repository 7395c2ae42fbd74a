"""Who keeps the panel's papers, who approves them, who suggests, who answers. A seat grants nothing: roles do."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import GROUP, HEAD, HR, ROLES
from hengcai.council.models import ProjectMember

OFFICE = (GROUP, HR, HEAD)


def of_another(user: Doer) -> Q:
    """What one has not written oneself."""
    return ~Q(written_by=user.pk)


def own_task(user: Doer) -> Q:
    return Q(owner=user.pk)


def own_project(user: Doer) -> Q:
    return Q(pk__in=ProjectMember.objects.filter(user=user.pk).values("project"))


def own_suggestion(user: Doer) -> Q:
    return Q(writer=user.pk)


def not_own_suggestion(user: Doer) -> Q:
    return Q(writer=None) | ~Q(writer=user.pk)


SEE = Permission("council.group.see", dict.fromkeys(OFFICE, everything))
SEAT = Permission("council.seat.keep", dict.fromkeys((HR, HEAD), everything))
WRITE = Permission("council.meeting.write", dict.fromkeys((GROUP, HEAD), everything))
APPROVE = Permission("council.meeting.approve", dict.fromkeys((GROUP, HEAD), of_another))
SET_TASK = Permission("council.task.set", dict.fromkeys(OFFICE, everything))
END_TASK = Permission("council.task.end", {**dict.fromkeys(ROLES, own_task), **dict.fromkeys(OFFICE, everything)})
SEE_PROJECT = Permission(
    "council.project.see", {**dict.fromkeys(ROLES, own_project), **dict.fromkeys(OFFICE, everything)}
)
SEE_TASK = Permission("council.task.see", {**dict.fromkeys(ROLES, own_task), **dict.fromkeys(OFFICE, everything)})
SUGGEST = Permission("council.suggestion.write", dict.fromkeys(ROLES, everything))
SEE_SUGGESTION = Permission(
    "council.suggestion.see", {**dict.fromkeys(ROLES, own_suggestion), **dict.fromkeys((GROUP, HEAD), everything)}
)
ANSWER = Permission("council.suggestion.answer", dict.fromkeys((GROUP, HEAD), not_own_suggestion))
