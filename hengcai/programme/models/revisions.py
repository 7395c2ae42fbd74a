from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.training.models import Course


class Revision(models.Model):
    """Work on a course that did not do what it should, from what was found to what the new version did.

    `reasons`: [{why, …figures}] as they stood when it was opened; `after`: what was found of the new version.
    """

    class State(models.TextChoices):
        OPEN = "open"
        PLANNED = "planned"
        DONE = "done"
        MEASURED = "measured"

    RUNNING = (State.OPEN, State.PLANNED, State.DONE)
    code = models.CharField(max_length=40)  # of the course, over its versions
    course = models.ForeignKey(Course, models.PROTECT, related_name="revisions")  # the version it was found of
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    reasons = models.JSONField()
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")  # who names what changes
    opened_at = models.DateTimeField()
    due_on = models.DateField()  # to be planned by, then to be done by
    content = models.TextField(blank=True)
    method = models.TextField(blank=True)
    planned_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    planned_at = models.DateTimeField(null=True)
    done_with = models.ForeignKey(Course, models.PROTECT, null=True, related_name="+")
    done_on = models.DateField(null=True)
    after = models.JSONField(default=list)
    measured_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(state__in=["open", "planned", "done"]), name="one_running_revision"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "planned"]) | Q(done_with__isnull=False, done_on__isnull=False),
                name="revision_done_with_a_version",
            ),
            models.CheckConstraint(
                condition=Q(done_with__isnull=True) | ~Q(done_with=F("course")), name="revision_is_a_new_version"
            ),
        ]
        indexes = [models.Index(fields=["owner", "state"], name="revision_of_owner")]

    @property
    def subject_id(self) -> Any:
        return self.owner_id
