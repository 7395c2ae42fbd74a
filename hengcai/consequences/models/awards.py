"""Awards from nomination over public notice to the grant; and a result somebody asks a person to look at again."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.people.models import Person


class Nomination(models.Model):
    """Somebody for an award, by somebody else, on the strength of one result."""

    class Kind(models.TextChoices):
        OUTSTANDING = "outstanding"
        STAR = "star"

    class State(models.TextChoices):
        NOMINATED = "nominated"
        NOTICE = "notice"  # up for everybody, names only
        GRANTED = "granted"
        DECLINED = "declined"

    PUBLIC = (State.NOTICE, State.GRANTED)
    kind = models.CharField(max_length=12, choices=Kind)
    person = models.ForeignKey(Person, models.PROTECT, related_name="nominations")
    result = models.ForeignKey(Result, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.NOMINATED)
    reason = models.TextField()
    nominated_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    nominated_at = models.DateTimeField()
    notice_from = models.DateField(null=True)
    notice_until = models.DateField(null=True)
    notice_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True)
    unsettled = models.BooleanField(default=False)  # its result was corrected since: somebody looks at it again

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "person", "result"], condition=~Q(state="declined"), name="nominated_once_a_result"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["granted", "declined"]) | Q(decided_by__isnull=False),
                name="award_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["notice", "granted"]) | Q(notice_until__isnull=False), name="award_had_notice"
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Objection(models.Model):
    """Against an award while its notice is up; who it was is told to those alone who answer it."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="objections")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()
    revision = models.PositiveIntegerField(default=1)  # of the result as it stood then
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)


class LookAgain(models.Model):
    """人工复核: a person asks that a person, and no arithmetic, looks at their result and what followed from it."""

    class State(models.TextChoices):
        ASKED = "asked"
        ANSWERED = "answered"

    class Matter(models.TextChoices):
        SCORE = "score"  # how the result came about
        FOLLOWING = "following"  # what was decided on it

    class LastResort(models.TextChoices):
        HEAD = "head"  # nobody else without a part in it was left
        HEAD_WITH_PART = "head_with_part"  # nor was the head without one

    class Outcome(models.TextChoices):
        STANDS = "stands"
        TO_CORRECT = "to_correct"  # handed to those who may correct a result

    result = models.ForeignKey(Result, models.PROTECT, related_name="looks_again")
    person = models.ForeignKey(Person, models.PROTECT, related_name="looks_again")
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    matter = models.CharField(max_length=9, choices=Matter, default=Matter.SCORE)
    words = models.TextField()
    last_resort = models.CharField(max_length=14, choices=LastResort, blank=True)  # why it lies with the head
    asked_at = models.DateTimeField()
    handler = models.ForeignKey(User, models.PROTECT, related_name="+")  # named to the person
    due_on = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["result", "matter"], condition=Q(state="asked"), name="one_look_again_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="asked") ^ (~Q(outcome="") & ~Q(answer="")), name="look_again_answered_with_reason"
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
