"""Sampling plans and what was drawn by them; models of their own file, which scored work points at."""

from fractions import Fraction

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.interactions.models import Contact
from hengcai.people.models import Person


class SamplingPlan(models.Model):
    """Which contacts are heard, and by whom. Once drawn neither text nor seed change: nobody draws until it suits them."""

    class State(models.TextChoices):
        DRAFT = "draft"
        DRAWN = "drawn"
        RUNNING = "running"
        CLOSED = "closed"

    name = models.CharField(max_length=200)
    text = models.TextField()  # the plan file, as `hengcai sample` reads it
    first_on = models.DateField()  # the text's period
    last_on = models.DateField()
    seed = models.BigIntegerField()
    analysts = models.JSONField(default=list)  # rows of an analysts file: {analyst, capacity, excluded}
    days_to_score = models.PositiveSmallIntegerField(default=5)  # working days
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    is_weekly = models.BooleanField(default=False)  # each closed week is drawn by itself; decided by the draw
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save a draft
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    estimates = models.JSONField(default=list)  # of a large plan, as the worker last counted them
    estimated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=models.F("first_on")), name="plan_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.name


class Draw(models.Model):
    """One draw of a plan, of the whole period or of one week. Its frame are the contacts the centre had then: those
    with keys above `after` and up to `up_to`, so that what comes in later disturbs nothing."""

    plan = models.ForeignKey(SamplingPlan, models.PROTECT, related_name="draws")
    week = models.DateField(null=True)  # its Monday; null: the whole period
    number = models.PositiveIntegerField(default=0)  # 0: what was there in time; from 1 on: what came in late
    after = models.BigIntegerField(default=0)
    up_to = models.BigIntegerField()
    n = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    short = models.JSONField(default=list)  # [agent, wanted, found]: whose ordinary stratum holds less than is wanted
    hearers = models.JSONField(default=list)  # what its assignment rests on: `rules.assigning.told`
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "week", "number"], name="week_drawn_once"),
            models.UniqueConstraint(fields=["plan", "number"], condition=Q(week=None), name="whole_drawn_once"),
        ]


class DrawnStratum(models.Model):
    """k of n: the chance of each of its contacts is k/n."""

    draw = models.ForeignKey(Draw, models.CASCADE, related_name="strata")
    key = models.CharField(max_length=400)
    agent = models.ForeignKey(Person, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=200, blank=True)  # empty: the agent's ordinary stratum
    n = models.PositiveIntegerField()
    k = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draw", "key"], name="stratum_once"),
            models.CheckConstraint(condition=Q(k__lte=models.F("n")), name="drawn_at_most_all"),
        ]

    def __str__(self) -> str:
        return self.key


class Pick(models.Model):
    """A contact that was drawn, and who hears it; one that cannot be heard gives way to the next in the draw."""

    class Reason(models.TextChoices):
        NO_SOUND = "no_sound"
        WRONG_AGENT = "wrong_agent"
        TEST_CALL = "test_call"

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="picks")
    stratum = models.ForeignKey(DrawnStratum, models.PROTECT, related_name="picks")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="picks")
    analyst = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: nobody may
    second = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=80, blank=True)  # code of what kept it from being given
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaces")
    reason = models.CharField(max_length=12, choices=Reason, blank=True)  # why it was replaced

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stratum", "contact"], name="picked_once"),
            models.CheckConstraint(condition=Q(replaced_by=None) | ~Q(reason=""), name="replaced_for_a_reason"),
        ]
        indexes = [models.Index(fields=["draw", "given_at"], name="pick_to_give")]

    def __str__(self) -> str:
        return self.contact.key

    @property
    def inclusion(self) -> Fraction:
        return Fraction(self.stratum.k, self.stratum.n)
