from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.framework.models import Post
from hengcai.people.models import Person


class Demand(models.Model):
    """What 上岗考核 asks of a post, or of one skill group of it. Those hired before `since` are not asked."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    skill_group = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    written_pass = models.PositiveSmallIntegerField(default=60)
    paper = models.CharField(
        max_length=80, blank=True
    )  # the test by its name, or the course by its code; none: by hand
    run_percent = models.PositiveSmallIntegerField(default=60)  # of one finished run of a simulation
    scenario = models.CharField(max_length=40, blank=True)  # its code; none: any
    calls = models.PositiveSmallIntegerField(default=20)
    sheets = models.PositiveSmallIntegerField(default=2)
    valid_months = models.PositiveSmallIntegerField(default=12)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "skill_group"], name="demand_once"),
            models.CheckConstraint(
                condition=Q(written_pass__lte=100, run_percent__lte=100, valid_months__gte=1), name="demand_in_range"
            ),
        ]


class Permit(models.Model):
    """上岗证: one try for one post. `asks` is what was asked on the day it was opened; a change asks it of nobody later."""

    class State(models.TextChoices):
        PREPARING = "preparing"
        GRANTED = "granted"
        FAILED = "failed"
        SUSPENDED = "suspended"
        WITHDRAWN = "withdrawn"

    person = models.ForeignKey(Person, models.CASCADE, related_name="permits")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    skill_group = models.CharField(max_length=80, blank=True)
    attempt = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State, default=State.PREPARING)
    asks = models.JSONField()
    decider = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_on = models.DateField()
    decided_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    reason = models.CharField(max_length=400, blank=True)  # of the newest decision, halt or withdrawal

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "post", "skill_group", "attempt"], name="permit_attempt_once"),
            models.CheckConstraint(
                condition=~Q(state__in=("granted", "suspended")) | Q(valid_until__isnull=False), name="permit_ends"
            ),
        ]
        indexes = [models.Index(fields=["state", "valid_until"], name="permit_by_end")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Part(models.Model):
    """One part of the examination as it was entered, with what it rests on. The newest of a kind counts."""

    class Kind(models.TextChoices):
        WRITTEN = "written"
        SIMULATION = "simulation"
        CALLS = "calls"

    permit = models.ForeignKey(Permit, models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=60)  # exact text: marks, share, number of contacts
    sheets = models.PositiveSmallIntegerField(default=0)
    proof = models.CharField(max_length=400)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_on = models.DateField()
