"""What is contested, by whom, with which evidence, and what became of it."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.people.models import Person


class Appeal(models.Model):
    """Of one published revision, by the person it is about. The answer stands on it once members have agreed."""

    class State(models.TextChoices):
        FILED = "filed"  # there are not enough members without a part in it
        ASSIGNED = "assigned"
        HEARD = "heard"
        ANSWERED = "answered"
        WITHDRAWN = "withdrawn"

    class Outcome(models.TextChoices):
        UPHELD = "upheld"
        ADJUSTED = "adjusted"
        REJECTED = "rejected"

    OPEN = (State.FILED, State.ASSIGNED, State.HEARD)

    result = models.ForeignKey(Result, models.PROTECT, related_name="appeals")
    appellant = models.ForeignKey(Person, models.PROTECT, related_name="appeals")
    state = models.CharField(max_length=10, choices=State, default=State.FILED)
    subjects = models.JSONField(default=list)
    grounds = models.TextField()
    wanted = models.TextField()
    filed_at = models.DateTimeField()
    filed_on = models.DateField()
    closes_on = models.DateField()  # the last day on which it could be filed
    due_on = models.DateField()  # the last day for the answer
    seed = models.CharField(max_length=16)
    drawn = models.JSONField(default=dict)  # {"order": user names, "circles", "left_out": reason → how many}
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    reasons = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    fresh = models.OneToOneField(Result, models.PROTECT, null=True, related_name="answers")  # the revision it led to
    read_at = models.DateTimeField(null=True)  # the answer, by the appellant
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["result"], condition=~Q(state="withdrawn"), name="appealed_once"),
            models.CheckConstraint(
                condition=~Q(state="answered") | (~Q(outcome="") & ~Q(reasons="")), name="answered_with_reasons"
            ),
            models.CheckConstraint(
                condition=Q(fresh__isnull=True) | Q(outcome__in=("upheld", "adjusted")), name="rejected_changes_nothing"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="appeal_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.appellant.user_id

    @property
    def number(self) -> str:
        """As it is cited in letters."""
        return f"{self.filed_on:%Y}-{self.pk:04d}"


class Evidence(models.Model):
    """A file an appellant adds: under a name of ours, after what it is."""

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)  # as the appellant calls it
    place = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    byte_count = models.BigIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256 of its bytes
    added_at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    @property
    def subject_id(self) -> Any:
        return self.appeal.appellant.user_id
