"""Who stands on which step since when, what they have shown, how far the next one is, who is in the reserve."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.growth.models.ladders import Ladder, Step
from hengcai.people.models import Person


class Standing(models.Model):
    """From `since` to `until`, both days included; open when null. Re-rated by `re_rate_on`."""

    class Outcome(models.TextChoices):
        FIRST = "first"
        RAISED = "raised"
        KEPT = "kept"
        LOWERED = "lowered"

    person = models.ForeignKey(Person, models.PROTECT, related_name="standings")
    code = models.CharField(max_length=40)  # of the ladder, whatever its version
    step = models.ForeignKey(Step, models.PROTECT, related_name="standings")
    outcome = models.CharField(max_length=8, choices=Outcome)
    since = models.DateField()
    until = models.DateField(null=True)
    re_rate_on = models.DateField()
    because = models.TextField()
    facts = models.JSONField(default=list)  # how each thing the step asks for stood that day
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "code"], condition=Q(until=None), name="one_open_standing"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="standing_in_order"),
        ]
        indexes = [models.Index(fields=["re_rate_on"], condition=Q(until=None), name="standing_by_re_rating")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Proof(models.Model):
    """Somebody has seen it: a certificate, a piece of work a step asks for."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="proofs")
    step = models.ForeignKey(Step, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()  # which of the step's proofs, from 0
    seen_on = models.DateField()
    words = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "step", "place"], name="proof_once")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Outlook(models.Model):
    """How far the next step is, as it was counted last; made anew every day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="outlooks")
    ladder = models.ForeignKey(Ladder, models.CASCADE, related_name="outlooks")
    step = models.ForeignKey(Step, models.CASCADE, null=True, related_name="+")  # the next; null: on the last one
    verdict = models.CharField(max_length=8)
    lines = models.JSONField(default=list)
    counted_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "ladder"], name="outlook_once")]
        indexes = [models.Index(fields=["ladder", "verdict"], name="outlook_by_verdict")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class ReserveMember(models.Model):
    """后备人才: whom the centre prepares for a step."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="reserves")
    step = models.ForeignKey(Step, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    because = models.TextField()
    ended_because = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "step"], condition=Q(until=None), name="one_open_reserve"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
