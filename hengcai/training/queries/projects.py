"""Needs surveys as lists and pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.training import permissions, states
from hengcai.training.facts.contacts import ENOUGH, Listening, complaints, listening, praise
from hengcai.training.facts.levels import competencies_ranked
from hengcai.training.models import Interviewee, Project, ProjectTask, Report

ORDERS = Orders({"name": ("name", "pk"), "state": ("state", "pk"), "days": ("-last_on", "-pk")})


def projects_seen_by(user: Doer) -> QuerySet[Project]:
    rows = Project.objects.select_related("survey", "opened_by", "report").order_by("-opened_at", "-pk")
    return permissions.SEE.rows(rows, user)


def may_run(project: Project, user: Doer) -> bool:
    return permissions.RUN.allows(project, user)


def moves_of(project: Project, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.MOVES, project, user)]


def tasks_of(project: Project) -> QuerySet[ProjectTask]:
    return project.tasks.select_related("owner").order_by("due_on", "pk")


def interviewees_of(project: Project, user: Doer) -> QuerySet[Interviewee]:
    """Names of those drawn are for the group alone."""
    rows = project.interviewees.select_related("person", "interview", "stands_for__person").order_by("place")
    return permissions.INTERVIEW.rows(rows, user)


def interviewees_seen_by(user: Doer) -> QuerySet[Interviewee]:
    rows = Interviewee.objects.select_related("person", "project", "interview__written_by", "interview__signed_by")
    return permissions.SEE_INTERVIEW.rows(rows, user)


def report_to_print(user: Doer, number: int) -> Report | None:
    """Issued, or in the making for its readers."""
    project = projects_seen_by(user).filter(pk=number).first()
    return getattr(project, "report", None) if project else None


def first_named(report: Report, tongue: str) -> list[str]:
    """The competencies in the first place, by name."""
    names = report.facts["names"]
    return [
        str(names.get(one["competency"], {}).get(tongue) or one["competency"])
        for one in report.facts["places"]
        if one["rank"] == 1
    ]


@dataclass(frozen=True)
class Coded:
    """A cause of complaints, how often, and the competency the group gave it."""

    matter: str
    n: int
    upheld: int
    competency: str


def matters_of(project: Project) -> list[Coded]:
    codes = dict(project.matters.values_list("matter", "competency"))
    rows = complaints(project.first_on, project.last_on)
    return [Coded(one["matter"], one["n"], one["upheld"], codes.get(one["matter"], "")) for one in rows]


def praise_of(project: Project) -> list[dict[str, Any]]:
    """By what customers named, how often."""
    return praise(project.first_on, project.last_on)


@dataclass(frozen=True)
class Heard:
    """How far listening has come in the project's days."""

    counts: Listening
    least: int = ENOUGH

    @property
    def none(self) -> int:
        return self.counts.people - self.counts.enough - self.counts.some


def heard_in(project: Project) -> Heard:
    return Heard(listening(project.first_on, project.last_on, {}))


def competency_choices() -> Sequence[tuple[str, Any]]:
    return sorted(((code, str(name)) for code, name in competencies_ranked().items()), key=lambda row: row[1])


def competency_names(language: str) -> dict[str, str]:
    return {
        code: str(getattr(name, "read", lambda _language, name=name: name)(language))
        for code, name in competencies_ranked().items()
    }


def interview_to_print(user: Doer, number: int) -> Interviewee | None:
    return interviewees_seen_by(user).filter(pk=number).first()
