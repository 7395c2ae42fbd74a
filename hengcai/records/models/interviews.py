"""The feedback interview of one record."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.records.models.records import Record


class Interview(models.Model):
    """绩效面谈: appointed, filled together, held; or not held, and why."""

    record = models.OneToOneField(Record, models.CASCADE, primary_key=True, related_name="interview")
    led_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    appointed_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=120, blank=True)
    strengths = models.TextField(blank=True)
    gaps = models.TextField(blank=True)
    own_words = models.TextField(blank=True)  # of the one it is about
    plan = models.JSONField(default=list)  # [{what, by}], days as text
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save it
    saved_at = models.DateTimeField(null=True)
    held_on = models.DateField(null=True)
    not_held_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(not_held_because=""), name="interview_held_or_why_not"
            )
        ]

    @property
    def subject_id(self) -> Any:
        return self.record.person.user_id
