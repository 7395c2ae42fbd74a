"""整改: a finding that became a measure with an owner, a day, a proof and a check."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.people.models import Person, Team
from hengcai.quality.models import Item


class Remedy(models.Model):
    """整改项: what was found, what is done about it by whom and when, and what a later sample says of it."""

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"  # by its owner's word, with proof
        CHECKED = "checked"
        CLOSED = "closed"

    class About(models.TextChoices):
        PERSON = "person"
        TEAM = "team"
        PROCESS = "process"
        SYSTEM = "system"
        KNOWLEDGE = "knowledge"

    class Source(models.TextChoices):
        """Where it was found; `source_id` is the row, where there is one."""

        FIGURE = "figure"
        CAUSE = "cause"
        COMPLAINT = "complaint"
        RECHECK = "recheck"
        CALIBRATION = "calibration"
        SURVEY = "survey"
        MEETING = "meeting"
        HAND = "hand"

    about = models.CharField(max_length=10, choices=About)
    source = models.CharField(max_length=12, choices=Source, default=Source.HAND)
    source_id = models.BigIntegerField(null=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="remedies")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    finding = models.TextField()
    action = models.TextField()
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+")  # what the check looks at,
    figure = models.CharField(max_length=20, blank=True)  # or a monthly measure of quality
    owner = models.ForeignKey(User, models.PROTECT, related_name="remedies")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    due_on = models.DateField()
    check_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    proof = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    returned = models.TextField(blank=True)  # why the proof did not do, or the measure was not enough
    verdict = models.CharField(max_length=12, blank=True)
    outcome = models.JSONField(default=dict)  # both sides as they stood when it was checked
    checked = models.TextField(blank=True)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    ending = models.TextField(blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(about="person", person__isnull=False, team=None)
                | Q(about="team", team__isnull=False, person=None)
                | (~Q(about__in=("person", "team")) & Q(person=None, team=None)),
                name="remedy_about_one",
            ),
            models.CheckConstraint(condition=Q(check_on__gt=F("due_on")), name="remedy_checked_after_due"),
            models.CheckConstraint(condition=Q(item=None) | Q(figure=""), name="remedy_looks_at_one"),
            models.CheckConstraint(
                condition=~Q(state__in=("done", "checked")) | Q(done_on__isnull=False), name="remedy_done_on_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="remedy_by_due_day"),
            models.Index(fields=["source", "source_id"], name="remedy_by_source"),
        ]

    def __str__(self) -> str:
        return f"remedy {self.pk}"

    @property
    def subject_id(self) -> Any:
        return self.person.user_id if self.person else None


class Delay(models.Model):
    """A day that was put off, and why."""

    remedy = models.ForeignKey(Remedy, models.CASCADE, related_name="delays")
    was_on = models.DateField()
    now_on = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class RemedyFile(models.Model):
    """A file that proves it: where it lies, under a name of ours, and how it was called."""

    remedy = models.ForeignKey(Remedy, models.CASCADE, related_name="files")
    place = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @property
    def subject_id(self) -> Any:
        return self.remedy.subject_id
