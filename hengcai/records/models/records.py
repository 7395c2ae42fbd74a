"""One published revision of a result on its way from notice to the archive."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.appraisal.models import Cycle, Result
from hengcai.people.models import Person, Placement
from hengcai.records.models.archives import Batch


class Record(models.Model):
    """结果确认: what its person was told when, how they answered, and that nobody can change it unseen.

    `outcome` stays when it is archived: signed, objected, silent and replaced are never one and the same.
    """

    class State(models.TextChoices):
        NOTIFIED = "notified"
        INTERVIEWED = "interviewed"
        SIGNED = "signed"
        OBJECTED = "objected"
        SILENT = "silent"
        REPLACED = "replaced"  # by a correction, before it was answered
        ARCHIVED = "archived"

    class Outcome(models.TextChoices):
        SIGNED = "signed"
        OBJECTED = "objected"
        SILENT = "silent"
        REPLACED = "replaced"

    OPEN = (State.NOTIFIED, State.INTERVIEWED)
    ANSWERED = (State.SIGNED, State.OBJECTED, State.SILENT, State.REPLACED)

    result = models.OneToOneField(Result, models.PROTECT, related_name="record")
    person = models.ForeignKey(Person, models.PROTECT, related_name="records")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="records")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")  # of the period's last day
    state = models.CharField(max_length=12, choices=State, default=State.NOTIFIED)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    needs_interview = models.BooleanField()
    notified_at = models.DateTimeField()
    notified_on = models.DateField()  # the centre's day
    interview_by = models.DateField(null=True)
    appeal_by = models.DateField()
    sign_by = models.DateField()
    answered_at = models.DateTimeField(null=True)
    on_tablet = models.BooleanField(default=False)  # signed at the interview, on somebody else's sign-in
    on_paper = models.BooleanField(default=False)  # answered by hand; its paper answer says who saw it
    is_reached = models.BooleanField(
        default=True
    )  # had a sign-in at notice; whoever had none is never taken for silent
    words = models.TextField(blank=True)  # of an objection
    held_because = models.TextField(blank=True)  # keeps it from being archived
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="records")
    archived_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", state__in=("notified", "interviewed"))
                | Q(state="archived") & ~Q(outcome="")
                | Q(outcome=F("state")),
                name="record_outcome_fits",
            ),
            models.CheckConstraint(
                condition=~Q(state="archived") | Q(archived_at__isnull=False, held_because=""),
                name="record_held_is_not_archived",
            ),
            models.CheckConstraint(condition=~Q(outcome="objected") | ~Q(words=""), name="record_objects_in_words"),
        ]
        indexes = [
            models.Index(fields=["state", "sign_by"], name="record_by_last_day"),
            models.Index(fields=["cycle", "state"], name="record_by_cycle"),
        ]

    def __str__(self) -> str:
        return f"{self.cycle_id}/{self.person_id}"

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
