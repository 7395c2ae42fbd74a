"""Ladders and their steps; what is published never changes, a new version is made."""

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.growth.rules.ladder import MANAGEMENT, PROFESSIONAL


class Ladder(models.Model):
    class Track(models.TextChoices):
        PROFESSIONAL = PROFESSIONAL
        MANAGEMENT = MANAGEMENT

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    name = BilingualField()
    track = models.CharField(max_length=12, choices=Track)
    posts = models.JSONField(default=list)  # codes of those whose people climb it
    text = models.TextField()  # YAML, as it was written
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    edit_count = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="ladder_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="published"), name="one_ladder_in_force"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Step(models.Model):
    """One rung of one version, from 1 upwards."""

    ladder = models.ForeignKey(Ladder, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    name = BilingualField()
    stars = models.PositiveSmallIntegerField()
    allowance = models.DecimalField(max_digits=10, decimal_places=2)  # a month
    months = models.PositiveSmallIntegerField()
    wanted = models.JSONField(default=dict)  # competency code → level as text
    proofs = models.JSONField(default=list)  # [{zh, en}, …]
    skill_groups = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ladder", "order"], name="step_once")]

    def __str__(self) -> str:
        return str(self.name)
