from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.people.models import Person
from hengcai.programme.models.plans import TrainingPlan
from hengcai.training.models import Course


class Surge(models.Model):
    """A rise in complaints or errors that may ask for an intensive: proposed once, with people and a course; a planner opens
    it as a plan, or leaves it and says why.

    `matter`: what the complaints were about, the item of the scorecard, or the cause; empty for all complaints.
    `facts`: {now, before, change, title} as they stood when it was found.
    """

    class Kind(models.TextChoices):
        COMPLAINTS = "complaints"
        ERRORS = "errors"
        CAUSE = "cause"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        OPENED = "opened"
        LEFT = "left"

    kind = models.CharField(max_length=10, choices=Kind)
    matter = models.CharField(max_length=120, blank=True)
    month = models.DateField()  # its first day
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    facts = models.JSONField()
    course = models.ForeignKey(Course, models.PROTECT, null=True, related_name="+")
    people = models.ManyToManyField(Person, related_name="+")
    found_at = models.DateTimeField()
    plan = models.OneToOneField(TrainingPlan, models.SET_NULL, null=True, related_name="surge")
    because = models.CharField(max_length=400, blank=True)  # why it was left
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "matter", "month"], name="surge_once"),
            models.CheckConstraint(condition=~Q(state="left") | ~Q(because=""), name="surge_left_with_a_reason"),
        ]
        indexes = [models.Index(fields=["state", "month"], name="surge_by_month")]
