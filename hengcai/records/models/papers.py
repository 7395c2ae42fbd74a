"""An answer given on paper, by somebody without a sign-in or who would rather write by hand."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.records.models.records import Record


class PaperAnswer(models.Model):
    """Entered with the scan by one, held against it by a second; only then does the record count as answered.

    `silent`: it was put before the person, who neither signed nor objected; `words` say how, and the file proves it.
    """

    class State(models.TextChoices):
        ENTERED = "entered"
        CONFIRMED = "confirmed"
        RETURNED = "returned"
        OVERTAKEN = "overtaken"  # answered otherwise, or corrected, before it was confirmed

    record = models.ForeignKey(Record, models.CASCADE, related_name="papers")
    state = models.CharField(max_length=9, choices=State, default=State.ENTERED)
    outcome = models.CharField(max_length=8, choices=Record.Outcome)
    words = models.TextField(blank=True)
    signed_on = models.DateField()  # the day written on the paper
    seen_by = models.CharField(max_length=80)  # who was there when it was signed, or handed over
    place = models.CharField(max_length=200)  # empty: erased
    media_type = models.CharField(max_length=40)
    byte_count = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    returned_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=Q(state="entered"), name="one_open_paper"),
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("entered_by")), name="paper_checked_by_a_second"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("confirmed", "returned")) | Q(checked_by__isnull=False),
                name="paper_checked_by_somebody",
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.record.person.user_id
