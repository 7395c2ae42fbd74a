"""Calibration 校准: the same contacts scored blind by several analysts. Nothing here is an evaluation of anybody's work:
no month, no quarter and no evidence reads these tables."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.interactions.models import Contact


class Calibration(models.Model):
    """One session 校准会. `findings` is what the measurement library made of the marks, fixed with them."""

    class State(models.TextChoices):
        PLANNED = "planned"
        SCORING = "scoring"
        REVEALED = "revealed"
        AGREED = "agreed"
        CLOSED = "closed"

    name = models.CharField(max_length=200)
    scorecard = models.ForeignKey("quality.Scorecard", models.PROTECT, related_name="+")
    chair = models.ForeignKey(User, models.PROTECT, related_name="+")
    due_on = models.DateField()  # own marks are in by this day
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    made_at = models.DateTimeField(default=clock.now)
    revealed_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    minutes = models.TextField(blank=True)
    findings = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["state", "due_on"], name="calibration_by_due_day")]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """An analyst who takes part, and what came of it for them."""

    class Outcome(models.TextChoices):
        CERTIFIED = "certified"
        RETRAINING = "retraining"

    calibration = models.ForeignKey(Calibration, models.CASCADE, related_name="seats")
    analyst = models.ForeignKey(User, models.PROTECT, related_name="calibration_seats")
    is_left_out = models.BooleanField(default=False)  # had not handed in everything when it was revealed
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reasons = models.TextField(blank=True)
    issued_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)  # of a certificate alone
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calibration", "analyst"], name="seated_once"),
            models.CheckConstraint(
                condition=Q(outcome="certified", expires_on__isnull=False) | Q(expires_on=None), name="certificate_ends"
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.analyst_id


class CalibrationContact(models.Model):
    """A contact of the session; people see its number, not whose it is."""

    calibration = models.ForeignKey(Calibration, models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()  # from 1

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calibration", "contact"], name="calibrated_once")]


class BlindSheet(models.Model):
    """One analyst's marks of one contact. Handed in, they never change."""

    class State(models.TextChoices):
        OPEN = "open"
        IN = "in"

    of = models.ForeignKey(CalibrationContact, models.CASCADE, related_name="sheets")
    analyst = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(max_length=4, choices=State, default=State.OPEN)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save
    comment = models.TextField(blank=True)
    exact = models.CharField(max_length=400, blank=True)  # as an evaluation's; empty: no score
    saved_at = models.DateTimeField(null=True)
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "analyst"], name="sheet_once")]


class BlindMark(models.Model):
    sheet = models.ForeignKey(BlindSheet, models.CASCADE, related_name="marks")
    item = models.ForeignKey("quality.Item", models.PROTECT, related_name="+")
    value = models.CharField(max_length=40)
    comment = models.TextField(blank=True)
    cause = models.CharField(max_length=10, blank=True)
    turn = models.PositiveIntegerField(null=True)  # the moment it is pinned to

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "item"], name="blind_mark_once")]


class AgreedMark(models.Model):
    """The reference: what the session holds to be right of one item, and why."""

    of = models.ForeignKey(CalibrationContact, models.CASCADE, related_name="agreed")
    item = models.ForeignKey("quality.Item", models.PROTECT, related_name="+")
    value = models.CharField(max_length=40)
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "item"], name="agreed_once")]
