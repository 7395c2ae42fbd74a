from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.people.models import Person
from hengcai.training.models.projects import Project


class Interviewee(models.Model):
    """Somebody drawn to be interviewed, or to take the place of somebody who could not come."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="interviewees")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    stratum = models.CharField(max_length=6)
    place = models.PositiveSmallIntegerField()  # in the order drawn
    stands_for = models.ForeignKey("self", models.PROTECT, null=True, related_name="substitutes")
    left_out_because = models.TextField(blank=True)  # empty: is to be interviewed

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "person"], name="interviewed_once")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Interview(models.Model):
    """访谈记录. `themes`: [{competency, kind, words}]; signed off, it stays as it is."""

    interviewee = models.OneToOneField(Interviewee, models.CASCADE, related_name="interview")
    held_on = models.DateField()
    notes = models.TextField()
    themes = models.JSONField(default=list)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    edit_count = models.PositiveIntegerField(default=0)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None) | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="interview_signed_by_somebody",
            )
        ]

    @property
    def subject_id(self) -> Any:
        return self.interviewee.person.user_id
