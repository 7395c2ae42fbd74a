from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.coaching import library_models  # noqa: F401 - its tables belong to this package
from hengcai.people.models import Person, Placement
from hengcai.quality.models import Evaluation, Item


class Coaching(models.Model):
    """一对一辅导: one agent and one coach on one item, from what was heard to whether it is done otherwise now."""

    class State(models.TextChoices):
        PREPARED = "prepared"
        HELD = "held"
        SIGNED = "signed"
        REFUSED = "refused"  # the agent does not sign, and says why
        LOOKED = "looked"
        CLOSED = "closed"

    agent = models.ForeignKey(Person, models.PROTECT, related_name="coachings")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")  # the agent's, that day
    coach = models.ForeignKey(User, models.PROTECT, related_name="coachings")
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.PREPARED)
    strengths = models.TextField(blank=True)
    gap = models.TextField(blank=True)
    agreed = models.TextField(blank=True)  # what will be done, so that a third person could see it done
    notes = models.TextField(blank=True)
    look_on = models.DateField()  # the day to look again
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save it
    prepared_at = models.DateTimeField()
    held_on = models.DateField(null=True)
    coach_signed_at = models.DateTimeField(null=True)
    coach_signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+"
    )  # where another took over since
    agent_signed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    looked_at = models.DateTimeField(null=True)
    looked = models.TextField(blank=True)  # what was seen when looking again
    change = models.JSONField(default=dict)  # the marks before and after as they stood then
    closed_at = models.DateTimeField(null=True)
    ending = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="signed") | Q(coach_signed_at__isnull=False, agent_signed_at__isnull=False),
                name="coaching_signed_by_both",
            )
        ]
        indexes = [models.Index(fields=["state", "look_on"], name="coaching_by_day")]

    @property
    def subject_id(self) -> Any:
        return self.agent.user_id


class Clip(models.Model):
    """What is heard together: a whole contact, or its lines from–to (the first is 0)."""

    coaching = models.ForeignKey(Coaching, models.CASCADE, related_name="clips")
    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="+")
    first = models.PositiveIntegerField(null=True)
    last = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coaching", "evaluation"], name="clip_once"),
            models.CheckConstraint(
                condition=Q(first=None, last=None) | Q(first__isnull=False, last__gte=models.F("first")),
                name="clip_from_to",
            ),
        ]


class Handover(models.Model):
    """From one coach to another, told to the agent and to the new coach."""

    coaching = models.ForeignKey(Coaching, models.CASCADE, related_name="handovers")
    former = models.ForeignKey(User, models.PROTECT, related_name="+")
    coach = models.ForeignKey(User, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()
    agent_read_at = models.DateTimeField(null=True)
    coach_read_at = models.DateTimeField(null=True)


class Remark(models.Model):
    """Words of the agent or the coach beside the record; nobody changes them afterwards."""

    coaching = models.ForeignKey(Coaching, models.CASCADE, related_name="remarks")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()
