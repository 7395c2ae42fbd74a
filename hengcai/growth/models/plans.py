"""个人发展计划: what one person wants to become able to do this year, agreed with their superior, signed by both."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.framework.models import Competency
from hengcai.people.models import Person


class Plan(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft"
        AGREED = "agreed"  # its texts stand; both are asked to sign
        SIGNED = "signed"
        CLOSED = "closed"

    person = models.ForeignKey(Person, models.PROTECT, related_name="growth_plans")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    wish = models.TextField(blank=True)  # where the person wants to go, in their words
    strengths = models.TextField(blank=True)
    superior = models.ForeignKey(User, models.PROTECT, related_name="+")  # who leads the talk and signs beside
    edit_count = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=clock.now)
    agreed_on = models.DateField(null=True)
    person_signed_at = models.DateTimeField(null=True)
    superior_signed_at = models.DateTimeField(null=True)
    ending = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year"], condition=~Q(state="closed"), name="one_open_growth_plan"
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Goal(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="goals")
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    what = models.TextField()
    how = models.TextField(blank=True)
    support = models.TextField(blank=True)  # what the superior or the centre gives
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    outcome = models.TextField(blank=True)
