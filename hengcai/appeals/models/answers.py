"""What a member puts forward as the answer, and what the others say to it."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appeals.models.appeals import Appeal
from hengcai.audit.confidential import keep_confidential


class Proposal(models.Model):
    """One at a time. Those that fell stay on the record."""

    class State(models.TextChoices):
        OPEN = "open"
        CARRIED = "carried"
        FALLEN = "fallen"

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="proposals")
    state = models.CharField(max_length=7, choices=State, default=State.OPEN)
    outcome = models.CharField(max_length=8, choices=Appeal.Outcome)
    reasons = models.TextField()
    rulings = models.JSONField(default=list)  # [[part, value as decimal text], …]
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appeal"], condition=Q(state="open"), name="one_open_proposal"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.appeal.appellant.user_id


class Vote(models.Model):
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="votes")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "user"], name="voted_once")]


keep_confidential(Proposal, Vote)
