"""Who handles an appeal, what was heard, and what those asked say."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appeals.models.appeals import Appeal
from hengcai.audit.confidential import keep_confidential


class PanelMember(models.Model):
    """Drawn, or appointed by hand where the draw could not find enough; `left_at`: stepped back, with the reason."""

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()  # in the order of the draw
    joined_at = models.DateTimeField()
    appointed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    because = models.TextField(blank=True)  # why by hand
    left_at = models.DateTimeField(null=True)
    left_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appeal", "user"], name="member_once"),
            models.CheckConstraint(condition=Q(appointed_by=None) | ~Q(because=""), name="appointed_with_reason"),
        ]


class HearingNote(models.Model):
    """What was said at a hearing, or the appellant's own words beside it; nobody changes them afterwards."""

    class Kind(models.TextChoices):
        HEARING = "hearing"  # face to face, by telephone
        PAPERS = "papers"  # decided on the papers, and why nobody was heard
        STATEMENT = "statement"  # the appellant's

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=9, choices=Kind)
    held_on = models.DateField()
    present = models.CharField(max_length=400, blank=True)
    words = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Opinion(models.Model):
    """A member asks the superior of the period; they see the question and nothing else of the appeal."""

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="opinions")
    asked_of = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    question = models.TextField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "asked_of"], condition=Q(answered_at=None), name="asked_once_at_a_time"
            )
        ]

    @property
    def subject_id(self) -> Any:
        return self.appeal.appellant.user_id


keep_confidential(Opinion)
