"""日报/周报/月报/季报: the sums they are read from, who takes which, what was made and whom it reached."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.framework.models import Post
from hengcai.people.models import Site, Team

OF_ONE = Q(site=None, team=None) | Q(site=None, post=None) | Q(team=None, post=None)


class PlaceSum(models.Model):
    """What a day or a month came to, of the whole centre or of one site, team or post."""

    class Span(models.TextChoices):
        DAY = "day"
        MONTH = "month"

    span = models.CharField(max_length=5, choices=Span)
    first = models.DateField()
    scope = models.CharField(max_length=24)  # centre, site:3, team:12, post:2
    site = models.ForeignKey(Site, models.CASCADE, null=True, related_name="+", db_index=False)
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+", db_index=False)
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+", db_index=False)
    told = models.JSONField()  # as `rules.figures` keeps it
    counted_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "span", "first"], name="place_sum_once"),
            models.CheckConstraint(condition=OF_ONE, name="place_sum_of_one"),
        ]
        indexes = [models.Index(fields=["span", "first"], name="place_sum_by_day")]


class Span(models.TextChoices):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class StandingReport(models.Model):
    """One period of one place as it was counted then; it never changes afterwards."""

    span = models.CharField(max_length=8, choices=Span)
    first = models.DateField()
    last = models.DateField()
    scope = models.CharField(max_length=24)
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+", db_index=False)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+", db_index=False)
    told = models.JSONField()  # {now, before, parts}: sums of the period, of the one before, of the places within
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "span", "first"], name="standing_report_once"),
            models.CheckConstraint(condition=OF_ONE, name="standing_report_of_one"),
        ]
        indexes = [models.Index(fields=["span", "first"], name="standing_report_by_day")]

    def __str__(self) -> str:
        return f"{self.scope} {self.span} {self.first}"


class Subscription(models.Model):
    """Whoever takes a standing report, of which place, and when it is to be there."""

    user = models.ForeignKey(User, models.CASCADE, related_name="subscriptions")
    span = models.CharField(max_length=8, choices=Span)
    scope = models.CharField(max_length=24)
    site = models.ForeignKey(Site, models.CASCADE, null=True, related_name="+", db_index=False)
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+", db_index=False)
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+", db_index=False)
    hour = models.PositiveSmallIntegerField(default=8, validators=[MaxValueValidator(23)])
    weekday = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(6)])  # of the weekly one
    since = models.DateTimeField()  # what was due before is not sent
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "span", "scope"], name="subscription_once"),
            models.CheckConstraint(condition=OF_ONE, name="subscription_of_one"),
            models.CheckConstraint(condition=Q(hour__lte=23, weekday__lte=6), name="subscription_within_a_week"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.user_id


class Delivery(models.Model):
    """A report has reached its subscriber's inbox: once, whatever was killed meanwhile."""

    report = models.ForeignKey(StandingReport, models.CASCADE, related_name="deliveries")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "user"], name="delivery_once")]
