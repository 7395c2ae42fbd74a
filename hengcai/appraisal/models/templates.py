"""What a centre has settled once about a kind of cycle, the moments a cycle waits for, and what became of its last days."""

from datetime import time

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.appraisal.models.cycles import Cycle
from hengcai.people.models import Person


class CycleTemplate(models.Model):
    """By which the next cycle of a kind is laid out. Days are working days after the period's last day."""

    kind = models.CharField(max_length=10, choices=Cycle.Kind, unique=True)
    is_on = models.BooleanField(default=False)
    ahead_days = models.PositiveSmallIntegerField(default=10)  # a draft is there so many days before the period ends
    opens_after = models.PositiveSmallIntegerField(default=1)
    opens_at = models.TimeField(default=time(9))  # where the cycle is
    opens_itself = models.BooleanField(default=False)
    self_after = models.PositiveSmallIntegerField(null=True)
    others_after = models.PositiveSmallIntegerField(null=True)
    superior_after = models.PositiveSmallIntegerField(null=True)
    closes_after = models.PositiveSmallIntegerField(null=True)  # computed when that day is over; None: somebody does it
    publish_after = models.PositiveSmallIntegerField(default=9)
    zone = models.CharField(max_length=40, blank=True)  # empty: the sites' own

    def __str__(self) -> str:
        return str(self.kind)


class Deadline(models.Model):
    """One moment of one cycle in one zone. Each fires once, however late a worker comes by."""

    class What(models.TextChoices):
        OPEN = "open"
        SELF = "self"
        OTHERS = "others"
        SUPERIOR = "superior"
        CLOSE = "close"
        PUBLISH = "publish"

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="deadlines")
    what = models.CharField(max_length=10, choices=What)
    zone = models.CharField(max_length=40)
    at = models.DateTimeField()
    fired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "what", "zone"], name="deadline_once")]
        indexes = [models.Index(fields=["at"], condition=Q(fired_at=None), name="deadline_ahead")]


class Lengthening(models.Model):
    """Announced last days put off; they are never brought forward."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="lengthenings")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()
    days = models.JSONField()  # field of the cycle → [old day, new day]


class Nudge(models.Model):
    """All raters of a cycle who are late, brought to mind of it at once; at most once a day."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="nudges")
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    raters = models.ManyToManyField(Person, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "on"], name="nudge_once_a_day")]
        ordering = [F("on").desc()]
