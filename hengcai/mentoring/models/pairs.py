from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.people.models import Person


class Limit(models.Model):
    """How many newcomers one mentor has at a time, and what the roster makes of people without a permit; one row."""

    class Roster(models.TextChoices):
        OFF = "off"
        WARN = "warn"
        GATE = "gate"

    newcomers = models.PositiveSmallIntegerField(default=2)
    roster = models.CharField(max_length=4, choices=Roster, default=Roster.WARN)


class Pair(models.Model):
    """师带徒: one mentor and one newcomer for a time. Both sign what it came to."""

    class State(models.TextChoices):
        PLANNED = "planned"
        RUNNING = "running"
        ENDED = "ended"

    mentor = models.ForeignKey(Person, models.PROTECT, related_name="mentored_pairs")
    newcomer = models.ForeignKey(Person, models.CASCADE, related_name="newcomer_pairs")
    first_on = models.DateField()
    last_on = models.DateField()
    state = models.CharField(max_length=7, choices=State, default=State.PLANNED)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    summary = models.TextField(blank=True)
    ended_on = models.DateField(null=True)
    mentor_signed_at = models.DateTimeField(null=True)
    newcomer_signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="pair_forwards"),
            models.CheckConstraint(condition=~Q(mentor=F("newcomer")), name="pair_of_two"),
            models.UniqueConstraint(fields=["newcomer"], condition=~Q(state="ended"), name="one_mentor_at_a_time"),
        ]
        indexes = [models.Index(fields=["mentor", "state"], name="pair_of_mentor")]

    @property
    def subject_id(self) -> Any:
        return self.newcomer.user_id


class Goal(models.Model):
    """What the newcomer can do by the end of a week of the plan."""

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="goals")
    due_on = models.DateField()
    what = models.CharField(max_length=200)
    reached_on = models.DateField(null=True)


class Listening(models.Model):
    """带教记录: contacts one of the two heard of the other. The newcomer signs sheets the mentor wrote."""

    class Listener(models.TextChoices):
        MENTOR = "mentor"
        NEWCOMER = "newcomer"

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="listenings")
    listener = models.CharField(max_length=8, choices=Listener)
    held_on = models.DateField()
    calls = models.PositiveSmallIntegerField(default=1)
    contact = models.CharField(max_length=80, blank=True)  # its number in the contact system
    seen = models.TextField()
    next_step = models.CharField(max_length=400)
    has_critical = models.BooleanField(default=False)  # a fault with which nobody works alone yet
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(calls__range=(1, 200)), name="listening_calls")]

    @property
    def subject_id(self) -> Any:
        return self.pair.newcomer.user_id
