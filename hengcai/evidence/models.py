from django.db import models
from django.db.models import Q

from hengcai.framework.models import Competency, Post
from hengcai.people.models import Person, Team


class Evidence(models.Model):
    """One observation or judgement. Never edited: a correction supersedes it.

    `value` is a level 1–5 as an exact fraction's decimal (six places) with its exact text beside it.
    """

    class Kind(models.TextChoices):
        OBSERVED = "observed"  # from contacts
        RATED = "rated"  # from an appraisal
        TESTED = "tested"  # from a test or a practical examination: its mark read as a level

    person = models.ForeignKey(Person, models.CASCADE, related_name="evidence")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    value = models.DecimalField(max_digits=9, decimal_places=6)
    exact = models.CharField(max_length=60)  # "13/3"
    n = models.PositiveIntegerField(default=1)
    source_kind = models.CharField(max_length=30)
    source_id = models.BigIntegerField()
    source_revision = models.PositiveIntegerField(default=1)
    occasion_id = models.BigIntegerField(null=True)  # what was watched: two raters of one contact make one value
    on = models.DateField()
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    is_superseded = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "source_revision", "competency"], name="evidence_once"
            ),
            models.CheckConstraint(condition=Q(value__gte=1, value__lte=5), name="evidence_level_1_to_5"),
        ]
        indexes = [
            models.Index(fields=["person", "on"], condition=Q(is_superseded=False), name="evidence_of_person"),
            models.Index(fields=["team", "on"], condition=Q(is_superseded=False), name="evidence_of_team"),
        ]
