from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.appraisal.models import Cycle
from hengcai.people.models import Person
from hengcai.training.models import Course, Enrolment, Session


class TrainingPlan(models.Model):
    """年度/季度/月度培训计划 or a special intensive: needs of a time, courses for them, sessions and budget."""

    class Kind(models.TextChoices):
        YEAR = "year"
        QUARTER = "quarter"
        MONTH = "month"
        INTENSIVE = "intensive"

    class State(models.TextChoices):
        DRAFT = "draft"
        APPROVED = "approved"
        CLOSED = "closed"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=9, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    first_on = models.DateField()
    last_on = models.DateField()
    because = models.CharField(max_length=400, blank=True)  # of an intensive: what makes it needed
    cycle = models.ForeignKey(Cycle, models.PROTECT, null=True, related_name="+")  # whose gaps it starts from
    budget = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    away_percent = models.PositiveSmallIntegerField(
        default=10
    )  # of a team's people on shift, at most in training at once
    told = models.JSONField(default=dict)  # of the newest timetable: weight, bound, gap, is_optimal
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first_on__lte=F("last_on")), name="training_plan_forwards"),
            models.CheckConstraint(condition=Q(away_percent__range=(1, 100)), name="training_plan_away_share"),
        ]

    def __str__(self) -> str:
        return self.name


class Line(models.Model):
    """What a plan has in mind of one course: how often, how many hours, at what cost."""

    plan = models.ForeignKey(TrainingPlan, models.CASCADE, related_name="lines")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    sessions = models.PositiveSmallIntegerField(default=1)
    cost = models.DecimalField(max_digits=12, decimal_places=2, default=0)  # of one session
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "course"], name="training_line_once")]


class Need(models.Model):
    """One person's need as the plan took it: the gap with its interval, the course for it, what became of it.

    `level`, `required` are exact texts. `left_out` says why the timetable has no seat; empty where it has, or none was made.
    """

    plan = models.ForeignKey(TrainingPlan, models.CASCADE, related_name="needs")
    person = models.ForeignKey(Person, models.CASCADE, related_name="training_needs")
    competency = models.CharField(max_length=40)
    level = models.CharField(max_length=60, blank=True)  # empty with `required`: of an intensive, which rests on no gap
    required = models.CharField(max_length=60, blank=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    is_certain = models.BooleanField()
    weight = models.PositiveIntegerField()
    course = models.ForeignKey(Course, models.PROTECT, null=True, related_name="+")
    is_by_hand = models.BooleanField(default=False)  # the course was chosen by a person: gathering anew leaves it
    dropped = models.CharField(max_length=200, blank=True)  # why nothing is planned for it
    session = models.ForeignKey(Session, models.SET_NULL, null=True, related_name="+")
    left_out = models.CharField(max_length=12, blank=True)
    enrolment = models.ForeignKey(Enrolment, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "person", "competency"], name="training_need_once")]
        indexes = [models.Index(fields=["plan", "-weight"], name="training_need_by_weight")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
