"""Who runs a needs survey, who reads what people said in interviews, who reads the report."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.permissions import own
from hengcai.training.models import Project

OPENERS = (TRAINER, HR, GROUP)
READERS = (*OPENERS, HEAD, QUALITY_SUPERVISOR)
RUNNERS = (*OPENERS, QUALITY_SUPERVISOR, ANALYST)  # as far as they are of the group
ISSUED = Q(state="issued")


def run_by(user: Doer) -> Q:
    """Projects whose group one is of."""
    return Q(pk__in=Project.members.through.objects.filter(user=user.pk).values("project"))


def issued_or_run(user: Doer) -> Q:
    return ISSUED | run_by(user)


def issued(_user: Doer) -> Q:
    return ISSUED


def of_run(user: Doer) -> Q:
    """What hangs on such a project; nothing of oneself."""
    mine = Project.objects.filter(run_by(user)).values("pk")
    return Q(project__in=mine) & ~Q(person__user=user.pk)


def of_run_project(user: Doer) -> Q:
    return Q(project__in=Project.objects.filter(run_by(user)).values("pk"))


SEE = Permission(
    "training.needs.see",
    {**dict.fromkeys(ROLES, issued), **dict.fromkeys((ANALYST,), issued_or_run), **dict.fromkeys(READERS, everything)},
)
OPEN = Permission("training.needs.open", dict.fromkeys(OPENERS, everything))
RUN = Permission("training.needs.run", dict.fromkeys(RUNNERS, run_by))
RUN_TASK = Permission("training.task.run", dict.fromkeys(RUNNERS, of_run_project))
INTERVIEW = Permission("training.interview.write", dict.fromkeys(RUNNERS, of_run))
SEE_INTERVIEW = Permission(
    "training.interview.see", {AGENT: own("person"), LEAD: own("person"), **dict.fromkeys(RUNNERS, of_run)}
)
