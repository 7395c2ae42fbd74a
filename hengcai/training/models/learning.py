from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.people.models import Person
from hengcai.training.models.courses import Course, Lesson
from hengcai.training.rules.pace import Met


class Enrolment(models.Model):
    """Somebody's way through one version of a course, from enrolling to finishing or leaving it."""

    class State(models.TextChoices):
        LEARNING = "learning"
        FINISHED = "finished"
        WITHDRAWN = "withdrawn"

    class Origin(models.TextChoices):
        OWN = "own"  # enrolled themselves
        ASSIGNED = "assigned"
        PLAN = "plan"

    course = models.ForeignKey(Course, models.PROTECT, related_name="enrolments")
    person = models.ForeignKey(Person, models.CASCADE, related_name="enrolments")
    state = models.CharField(max_length=9, choices=State, default=State.LEARNING)
    origin = models.CharField(max_length=8, choices=Origin)
    because = models.CharField(max_length=400, blank=True)  # why it was assigned, as the learner reads it
    enrolled_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    enrolled_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["course", "person"], condition=Q(state="learning"), name="learning_a_course_once"
            )
        ]
        indexes = [
            models.Index(fields=["person", "state"], name="enrolment_of_person"),
            models.Index(fields=["state", "due_on"], name="enrolment_by_day"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Progress(models.Model):
    """How far somebody is in one lesson: seconds spent, where they stopped (second of a recording, share of a text in
    thousandths), how far of a recording the clock lets them have come, answers of the newest try with its exact points."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="progress")
    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="+")
    seconds = models.PositiveIntegerField(default=0)
    place = models.PositiveIntegerField(default=0)
    furthest = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)  # the file it hands out
    answers = models.JSONField(default=dict)  # question → response as contracts write it
    points = models.CharField(max_length=60, blank=True)  # exact: "17/3"; empty: nothing asked or not answered yet
    out_of = models.CharField(max_length=60, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "lesson"], name="lesson_met_once")]

    @property
    def subject_id(self) -> Any:
        return self.enrolment.person.user_id

    @property
    def met(self) -> Met:
        return Met(self.seconds, self.place, self.furthest)
