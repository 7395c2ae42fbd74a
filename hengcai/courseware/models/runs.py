from typing import Any

from django.db import models

from hengcai.courseware.models.packages import Package
from hengcai.training.models import Enrolment, Lesson


class Run(models.Model):
    """How far somebody is in one part of a package, on one way through a course: what the part reported last.

    `session` counts how often it was opened; only the newest opening may report. `seconds` are the server's.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="package_runs")
    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="+")
    package = models.ForeignKey(Package, models.PROTECT, related_name="runs")
    part = models.CharField(max_length=200)
    session = models.PositiveIntegerField(default=0)
    values = models.JSONField(default=dict)  # element → value
    completion = models.CharField(max_length=12, default="unknown")
    success = models.CharField(max_length=8, default="unknown")
    share = models.CharField(max_length=60, blank=True)  # exact; empty: no score reported
    tries = models.PositiveSmallIntegerField(default=1)
    seconds = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)  # seconds the lesson's progress knows of
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "lesson", "part"], name="package_part_met_once")]
        indexes = [models.Index(fields=["package", "-seen_at"], name="run_of_package")]

    @property
    def subject_id(self) -> Any:
        return self.enrolment.person.user_id
