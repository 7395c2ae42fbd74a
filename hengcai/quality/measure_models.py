"""What the quality team's own measures are read from, and the causes of errors that were put to their owners."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.base.roles import QUALITY_SUPERVISOR
from hengcai.people.models import Team


class QualityMonth(models.Model):
    """What a month's quality work was counted to, of one team or (without one) of the whole centre."""

    month = models.DateField()  # its first day
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+")
    told = models.JSONField()  # as `rules.measures` keeps it
    counted_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "team"], name="quality_month_once"),
            models.UniqueConstraint(fields=["month"], condition=Q(team=None), name="quality_month_of_centre_once"),
        ]


class Cause(models.TextChoices):
    """Outside the agent."""

    PROCESS = "process"
    SYSTEM = "system"
    KNOWLEDGE = "knowledge"
    POLICY = "policy"


UNNAMED_ROLE = QUALITY_SUPERVISOR  # has what nobody is named for
ONE_ADDRESSEE = Q(owner__isnull=False, role="") | Q(owner__isnull=True) & ~Q(role="")


class CauseOwner(models.Model):
    """Who answers for one kind of cause: a person, or whoever holds a role."""

    cause = models.CharField(max_length=10, choices=Cause, unique=True)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=24, blank=True)
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=ONE_ADDRESSEE, name="cause_owner_person_or_role")]


class CauseReport(models.Model):
    """A month's errors of one cause, put to its owner or to a role. `items`: the items they were found on, [{code, name, n}]."""

    class State(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"
        CLOSED = "closed"

    cause = models.CharField(max_length=10, choices=Cause)
    month = models.DateField()  # its first day
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="cause_reports")
    role = models.CharField(max_length=24, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    errors = models.PositiveIntegerField()
    contacts = models.PositiveIntegerField()
    items = models.JSONField(default=list)
    collected_at = models.DateTimeField(default=clock.now)
    due_on = models.DateField()  # to be answered by this day
    answer = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    measure_on = models.DateField(null=True)  # done by this day
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    closing_note = models.TextField(blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cause", "month"], name="cause_month_once"),
            models.CheckConstraint(condition=ONE_ADDRESSEE, name="cause_put_to_person_or_role"),
            models.CheckConstraint(
                condition=Q(state="open") | Q(measure_on__isnull=False), name="cause_answered_with_a_day"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="cause_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.owner_id
