"""What raters fill in, and what else goes into a score."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appraisal.models.cycles import Participant
from hengcai.audit.confidential import keep_confidential
from hengcai.framework.models import Competency
from hengcai.people.models import Person


class RatingTask(models.Model):
    """One rater's form for one participant. Who a peer was never leaves this table towards the person rated."""

    class Source(models.TextChoices):
        SUPERIOR = "superior"
        SELF = "self"
        PEER = "peer"
        PRACTICAL = "practical"

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        WITHDRAWN = "withdrawn"

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="tasks")
    source = models.CharField(max_length=10, choices=Source)
    rater = models.ForeignKey(Person, models.PROTECT, related_name="rating_tasks")
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    edit_count = models.PositiveIntegerField(default=0)
    comment = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)  # why the group gave a sent form back
    returned_at = models.DateTimeField(null=True)
    nudged_at = models.DateTimeField(null=True)  # when the group last asked for it
    is_imported = models.BooleanField(default=False)  # came in by file; what a rater sent by hand no file changes
    saved_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "source", "rater"], name="task_once")]
        indexes = [models.Index(fields=["rater", "state", "due_on"])]

    @property
    def subject_id(self) -> Any:
        return self.participant.person.user_id


class Rating(models.Model):
    """One level on one competency; `level` null is 'not observed', a missing row is unanswered.

    `is_answered` false: a remark drafted before a level was chosen. A sent form holds none such.
    """

    task = models.ForeignKey(RatingTask, models.CASCADE, related_name="ratings")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+")
    level = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    is_answered = models.BooleanField(default=True)
    comment = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why two levels or more away from the period's evidence

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "competency"], name="rating_once"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__gte=1, level__lte=5), name="level_1_to_5"
            ),
        ]


class TestMark(models.Model):
    """A written test's mark out of 100; attempt 2 is the resit."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="marks")
    test = models.CharField(max_length=80)
    attempt = models.PositiveSmallIntegerField(default=1)
    mark = models.DecimalField(max_digits=9, decimal_places=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "test", "attempt"], name="mark_once"),
            models.CheckConstraint(condition=Q(mark__gte=0, mark__lte=100), name="mark_0_to_100"),
        ]


class Remark(models.Model):
    """A superior's or peer's word beside the monthly figures; weight 0."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="remarks")
    source = models.CharField(max_length=10, choices=RatingTask.Source)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "source", "author"], name="remark_once")]


class RaterTraining(models.Model):
    """Who has passed the short training on halo, central tendency and recency, and when."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="rater_training")
    passed_on = models.DateField()


keep_confidential(RatingTask, Rating, Remark)
