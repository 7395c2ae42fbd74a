"""What assignment goes by and what came of drawing a plan again."""

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.people.models import Person
from hengcai.quality.drawn_models import SamplingPlan


class Exclusion(models.Model):
    """An analyst who does not score a person: entered by somebody who answers for it, ended, never deleted."""

    class Reason(models.TextChoices):
        RELATIVE = "relative"
        FORMER_TEAM = "former_team"
        OTHER = "other"

    analyst = models.ForeignKey(User, models.PROTECT, related_name="exclusions")
    person = models.ForeignKey(Person, models.PROTECT, related_name="exclusions")
    reason = models.CharField(max_length=12, choices=Reason)
    note = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=clock.now)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["analyst", "person"], condition=Q(ended_at=None), name="excluded_once"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="exclusion_ended_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(reason="other") | ~Q(note=""), name="other_exclusion_says_why"),
        ]

    @property
    def is_ended(self) -> bool:
        return self.ended_at is not None


class PlanComparison(models.Model):
    """A plan drawn again from what the centre had then, beside what it drew; `lines` grow draw by draw."""

    plan = models.ForeignKey(SamplingPlan, models.CASCADE, related_name="comparisons")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True)
    lines = models.JSONField(default=list)  # of each draw so far: what stands in `comparing.Compared`

    class Meta:
        indexes = [models.Index(F("plan"), F("id").desc(), name="comparison_of_plan")]
