"""Figures decided in place of those collected, after an appeal; the arithmetic reads them like any other."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appraisal.models.cycles import Participant


class Ruling(models.Model):
    """One level, mark or figure of one participant as it counts from now on. What was collected stays where it is."""

    class Kind(models.TextChoices):
        LEVEL = "level"  # of `source` on the competency `code`
        MARK = "mark"  # of the written test `code`, out of 100
        FIGURE = "figure"  # of the month's indicator `code`

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="rulings")
    kind = models.CharField(max_length=6, choices=Kind)
    source = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=80)
    value = models.DecimalField(max_digits=18, decimal_places=6)
    decided_at = models.DateTimeField()
    decided_by = models.ManyToManyField(User, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "kind", "source", "code"], name="ruled_once"),
            models.CheckConstraint(condition=Q(kind="level") ^ Q(source=""), name="ruling_of_a_source_is_a_level"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.participant.person.user_id
