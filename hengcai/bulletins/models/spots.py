from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.bulletins.models.notices import Bulletin
from hengcai.people.models import Person, Team


class SpotTest(models.Model):
    """抽测: one to five questions on a notice, put to all or some of its readers. `items` as the notice had them then."""

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="tests")
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    seed = models.CharField(max_length=40)
    sample = models.PositiveIntegerField(null=True)  # how many were drawn; none: everybody
    pass_percent = models.PositiveSmallIntegerField(default=100)
    closes_on = models.DateField()
    items = models.JSONField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bulletin"], condition=Q(state="open"), name="one_spot_test_open"),
            models.CheckConstraint(condition=Q(pass_percent__range=(1, 100)), name="spot_test_percent"),
        ]


class Paper(models.Model):
    """One person's answers; `points` and `out_of` as exact fractions, `right` the questions with every point."""

    test = models.ForeignKey(SpotTest, models.CASCADE, related_name="papers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="spot_papers")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    points = models.CharField(max_length=40, blank=True)
    out_of = models.CharField(max_length=40, blank=True)
    right = models.JSONField(default=list)
    is_passed = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["test", "person"], name="spot_paper_once")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
