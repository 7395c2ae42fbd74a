"""Essays of tests: marked by two people who know neither the writer nor each other's mark."""

from typing import Any

from django.db import models

from hengcai.accounts.models import User
from hengcai.assessment.models.sittings import Answer


class Essay(models.Model):
    """Where the marking of one answer stands. There is none before the first mark."""

    class State(models.TextChoices):
        HALF = "half"  # the second marker is waited for
        APART = "apart"  # the two differ by more than the bound
        DONE = "done"

    class How(models.TextChoices):
        MEAN = "mean"
        THIRD = "third"
        AGREED = "agreed"

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="essay")
    state = models.CharField(max_length=5, choices=State, default=State.HALF)
    how = models.CharField(max_length=6, choices=How, blank=True)
    why = models.TextField(blank=True)  # where the two agreed on another mark

    @property
    def subject_id(self) -> Any:
        return self.answer.sitting.person.user_id


class EssayMark(models.Model):
    """One marker's points, exact, out of the question's."""

    essay = models.ForeignKey(Essay, models.CASCADE, related_name="marks")
    marker = models.ForeignKey(User, models.PROTECT, related_name="essay_marks")
    place = models.PositiveSmallIntegerField()
    points = models.CharField(max_length=60)
    comment = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["essay", "marker"], name="essay_marker_once"),
            models.UniqueConstraint(fields=["essay", "place"], name="essay_mark_place"),
        ]
