"""Results that went out and were wrong: what opened the correction, what was made of it, whether the person has read it."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appraisal.models.results import Result
from hengcai.base import clock
from hengcai.quality.models import Dispute


class Correction(models.Model):
    """Of one published revision. Opened where a dispute changed what it rests on, or proposed of the group's own accord; one person
    proposes it, another confirms."""

    class State(models.TextChoices):
        OPEN = "open"
        PROPOSED = "proposed"  # by one person, with the reason; a second one has not said so yet
        MADE = "made"
        READ = "read"  # by the person it is about

    old = models.OneToOneField(Result, models.PROTECT, related_name="correction")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    dispute = models.ForeignKey(Dispute, models.PROTECT, null=True, related_name="corrections")  # null: something else
    opened_at = models.DateTimeField(default=clock.now)
    due_on = models.DateField(null=True)
    reason = models.TextField(blank=True)  # as it was proposed
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    alone_because = models.TextField(blank=True)  # why one person did both, where nobody else could
    fresh = models.OneToOneField(Result, models.PROTECT, null=True, related_name="corrects")  # it holds the reason
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("open", "proposed")) ^ Q(fresh__isnull=False), name="correction_made_is_there"
            ),
            models.CheckConstraint(
                condition=~Q(state="proposed") | Q(proposed_by__isnull=False) & ~Q(reason=""),
                name="correction_proposed_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="correction_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.old.participant.person.user_id
