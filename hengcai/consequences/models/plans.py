"""Improvement plans, papers of the four steps that no page makes, and moves of people: promotion, rotation, transfer, exit."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.people.models import Person, Placement


class Plan(models.Model):
    """绩效改进计划: goals, support and days, signed by both; it ends with a re-test."""

    class State(models.TextChoices):
        DRAFTED = "drafted"
        OFFERED = "offered"  # lies before both to be signed
        REFUSED = "refused"  # the person does not sign, and says why
        RUNNING = "running"
        SUCCEEDED = "succeeded"
        FAILED = "failed"
        CALLED_OFF = "called_off"

    BEGUN = (State.RUNNING, State.SUCCEEDED, State.FAILED)
    ENDED = (State.SUCCEEDED, State.FAILED, State.CALLED_OFF)
    person = models.ForeignKey(Person, models.PROTECT, related_name="improvement_plans")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    lead = models.ForeignKey(User, models.PROTECT, related_name="+")  # who answers for the support
    result = models.ForeignKey(Result, models.PROTECT, related_name="+")  # below the bar: what it starts from
    state = models.CharField(max_length=10, choices=State, default=State.DRAFTED)
    gap = models.TextField()
    goals = models.TextField()
    support = models.TextField()
    other_post = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    overtaken_by = models.ForeignKey(
        Result, models.PROTECT, null=True, related_name="+"
    )  # corrected, and above the bar
    edit_count = models.PositiveIntegerField(default=0)
    drafted_at = models.DateTimeField()
    lead_signed_at = models.DateTimeField(null=True)
    person_signed_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    refused_at = models.DateTimeField(null=True)
    started_unsigned_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    started_unsigned_because = models.TextField(blank=True)
    retest = models.ForeignKey(Result, models.PROTECT, null=True, related_name="+")
    change = models.JSONField(default=dict)  # before, after, verdict, as they stood then
    ending = models.TextField(blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="plan_ends_after_start"),
            models.CheckConstraint(
                condition=~Q(state__in=["running", "succeeded", "failed"])
                | Q(lead_signed_at__isnull=False, person_signed_at__isnull=False)
                | ~Q(started_unsigned_because=""),
                name="plan_signed_or_why_not",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["succeeded", "failed"]) | Q(retest__isnull=False), name="plan_ends_by_retest"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=["drafted", "offered", "refused", "running"]),
                name="one_open_plan_a_person",
            ),
        ]
        indexes = [models.Index(fields=["state", "ends_on"], name="plan_by_last_day")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class StepPaper(models.Model):
    """A step's paper that was made elsewhere: rules signed on paper, a course, another post tried."""

    class Step(models.TextChoices):
        KNOWN = "known"
        TRAINED = "trained"

    person = models.ForeignKey(Person, models.PROTECT, related_name="step_papers")
    step = models.CharField(max_length=8, choices=Step)
    on = models.DateField()
    words = models.TextField()  # what it is and where it is kept
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Proposal(models.Model):
    """A move of somebody: for them, or against them and then only after the four steps."""

    class Kind(models.TextChoices):
        PROMOTION = "promotion"
        PROJECT = "project"
        ROTATION = "rotation"
        TRANSFER = "transfer"
        EXIT = "exit"

    class State(models.TextChoices):
        WAITING = "waiting"  # no chance above the bar carries it: a person looks first
        PROPOSED = "proposed"
        DECIDED = "decided"
        DECLINED = "declined"

    AGAINST = (Kind.TRANSFER, Kind.EXIT)
    person = models.ForeignKey(Person, models.PROTECT, related_name="move_proposals")
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    result = models.ForeignKey(Result, models.PROTECT, null=True, related_name="+")  # the evidence
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="proposals")
    where = models.CharField(max_length=200, blank=True)  # to which post, project or group
    reason = models.TextField()
    why = models.CharField(max_length=24, blank=True)  # why it waits
    chance = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    bar = models.CharField(max_length=20, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    looked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    looked_at = models.DateTimeField(null=True)
    looked = models.TextField(blank=True)  # what the person who looked wrote
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "proposed"]) | Q(decided_by__isnull=False),
                name="move_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["transfer", "exit"]) | Q(result__isnull=False, plan__isnull=False),
                name="move_against_has_its_papers",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at"], name="move_by_state")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
