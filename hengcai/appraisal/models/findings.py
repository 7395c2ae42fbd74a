"""Raters who stand out, what the group settled, and what it asks of raters."""

from typing import Any

from django.db import models

from hengcai.accounts.models import User
from hengcai.appraisal.models.cycles import Cycle
from hengcai.appraisal.models.ratings import RatingTask
from hengcai.audit.confidential import keep_confidential
from hengcai.framework.models import Competency
from hengcai.people.models import Person


class RaterFinding(models.Model):
    """A rater beyond chance harsher (positive) or more lenient than the others; made and gone with the fair scores.

    An analyst is a user, a superior a person. `superior_mean`: the people may differ, since nobody was rated by two.
    """

    class Basis(models.TextChoices):
        EVALUATIONS = "evaluations"
        SUPERIOR = "superior"
        SUPERIOR_MEAN = "superior_mean"

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="rater_findings")
    basis = models.CharField(max_length=14, choices=Basis)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # who is asked; None: no sign-in
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    difference = models.DecimalField(max_digits=9, decimal_places=6)
    low = models.DecimalField(max_digits=9, decimal_places=6)
    high = models.DecimalField(max_digits=9, decimal_places=6)
    n = models.PositiveIntegerField()  # contacts, forms or people
    chance = models.DecimalField(max_digits=11, decimal_places=10, null=True)  # of one as far apart, on either side
    looks = models.PositiveIntegerField(default=0)  # raters looked at
    key = models.CharField(max_length=120)

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.user.name if self.user else "–"

    @property
    def by_chance(self) -> Any:
        """How many such ones chance makes among all raters looked at."""
        return None if self.chance is None else self.chance * self.looks

    @property
    def size(self) -> Any:
        return abs(self.difference)

    @property
    def span(self) -> tuple[Any, Any]:
        """The interval of the size, in the direction the sentence names."""
        return (self.low, self.high) if self.difference > 0 else (-self.high, -self.low)


class Settlement(models.Model):
    """A finding looked at and left as it is, with the reason; outlives computing anew as long as the finding is the same."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="settlements")
    key = models.CharField(max_length=120)
    reason = models.TextField()
    settled_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "key"], name="settled_once")]


class Question(models.Model):
    """The group asks one rater what a rating rests on; it lies with them until it is answered."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="questions")
    task = models.ForeignKey(RatingTask, models.CASCADE, null=True, related_name="questions")
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=120)  # of the finding it was asked about
    asked_of = models.ForeignKey(User, models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    text = models.TextField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)


keep_confidential(Question)
