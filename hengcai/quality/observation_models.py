"""What somebody saw for themselves: a mystery shopper 神秘顾客 who acts as a customer, or a colleague listening live 跟听.

Both end in the marks of an ordinary scorecard. Neither is an evaluation of a drawn contact: a month counts them only
where its policy says so.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.interactions.models import Contact
from hengcai.people.models import Person, Placement


class ShopperRound(models.Model):
    """One brief and the visits made of it, spread over its days and hours by its seed."""

    name = models.CharField(max_length=200)
    channel = models.CharField(max_length=8, choices=Contact.Channel)
    scorecard = models.ForeignKey("quality.Scorecard", models.PROTECT, related_name="+")
    scenario = models.TextField()  # who the shopper is, and what for
    asks = models.TextField()
    looks_for = models.TextField()
    first_on = models.DateField()
    last_on = models.DateField()
    from_hour = models.PositiveSmallIntegerField()
    to_hour = models.PositiveSmallIntegerField()  # the hour in which no visit begins any more
    seed = models.BigIntegerField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first_on__lte=F("last_on")), name="shopped_forwards"),
            models.CheckConstraint(condition=Q(from_hour__lt=F("to_hour")), name="shopped_some_hour"),
        ]

    def __str__(self) -> str:
        return self.name


class Observation(models.Model):
    """One visit, or one contact listened to. Agent and lead learn of it when it is told."""

    class Kind(models.TextChoices):
        MYSTERY = "mystery"
        LIVE = "live"

    class State(models.TextChoices):
        PLANNED = "planned"
        VISITED = "visited"
        SCORED = "scored"
        TOLD = "told"
        CALLED_OFF = "called_off"

    kind = models.CharField(max_length=8, choices=Kind)
    round = models.ForeignKey(ShopperRound, models.PROTECT, null=True, related_name="visits")
    number = models.PositiveSmallIntegerField(default=1)  # within its round
    channel = models.CharField(max_length=8, choices=Contact.Channel)
    scorecard = models.ForeignKey("quality.Scorecard", models.PROTECT, related_name="+")
    observer = models.ForeignKey(User, models.PROTECT, related_name="observations")
    agent = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="observations"
    )  # who served; null: not yet
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    planned_at = models.DateTimeField(null=True)
    visited_at = models.DateTimeField(null=True)
    visited_on = models.DateField(null=True)  # the local day: which month it counts in
    notes = models.TextField(blank=True)
    marks = models.JSONField(default=dict)  # item → {value, comment, cause, turn}
    comment = models.TextField(blank=True)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save a draft
    exact = models.CharField(max_length=400, blank=True)  # as an evaluation's; empty: no score
    total = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    has_fatal = models.BooleanField(default=False)
    saved_at = models.DateTimeField(null=True)
    scored_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)  # when the agent said they had read it
    called_off_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="visit_once"),
            models.CheckConstraint(
                condition=Q(kind="mystery", round__isnull=False) | Q(kind="live", round=None), name="visit_of_a_round"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("planned", "called_off")) | Q(agent__isnull=False), name="visited_somebody"
            ),
        ]
        indexes = [
            models.Index(fields=["agent", "visited_on"], name="observed_of_agent"),
            models.Index(fields=["observer", "state", "planned_at"], name="observed_by"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def subject_id(self) -> Any:
        """Whom it is about, once they know of it."""
        return self.agent.user_id if self.agent and self.told_at else None


class ObservationFile(models.Model):
    """A recording or a picture the observer brought along."""

    observation = models.ForeignKey(Observation, models.CASCADE, related_name="files")
    place = models.CharField(max_length=200)  # a path under the media folder
    media_type = models.CharField(max_length=20)
    byte_count = models.BigIntegerField()
    added_at = models.DateTimeField(default=clock.now)

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def is_video(self) -> bool:
        return self.media_type.startswith("video/")
