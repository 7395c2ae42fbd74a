"""Pay that follows from results: bases by day, runs that never change once decided, what waits for a person."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.appeals.models import Appeal
from hengcai.appraisal.models import Cycle, Result
from hengcai.people.models import Person, Placement, Site


def amount(**how: Any) -> "models.DecimalField[Any, Any]":
    return models.DecimalField(max_digits=12, decimal_places=2, **how)


class MinimumWage(models.Model):
    """What a site's people earn at least in a month, from a day on, and where that is written."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="minimum_wages")
    since = models.DateField()
    amount = amount()
    source = models.CharField(max_length=200)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "since"], name="minimum_wage_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="minimum_wage_not_negative"),
        ]


class PayBase(models.Model):
    """What a person's coefficient is taken of, and the part of the pay that no result changes, from a day on."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="pay_bases")
    since = models.DateField()
    base = amount()
    fixed = amount(default=0)
    brought_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "since"], name="pay_base_once"),
            models.CheckConstraint(condition=Q(base__gte=0, fixed__gte=0), name="pay_base_not_negative"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class PayRun(models.Model):
    """One month's performance pay, or one year's bonus. Decided once, by somebody named; nothing in it changes then."""

    class Kind(models.TextChoices):
        MONTH = "month"
        YEAR = "year"

    class State(models.TextChoices):
        PREPARED = "prepared"
        DECIDED = "decided"
        EXPORTED = "exported"
        CALLED_OFF = "called_off"

    FINAL = (State.DECIDED, State.EXPORTED)
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.MONTH)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARED)
    cycle = models.ForeignKey(Cycle, models.PROTECT, null=True, related_name="pay_runs")  # whose results it rests on
    first_on = models.DateField()
    last_on = models.DateField()
    coefficients = models.JSONField(default=dict)  # grade → decimal text, as the policy had them
    bar = models.CharField(max_length=20)  # the chance a cut needs without a person's word
    budget = amount(null=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    alone_because = models.TextField(blank=True)  # why one person did both, where nobody else could
    exported_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    exported_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "last_on"], condition=~Q(state="called_off"), name="pay_run_once_a_period"
            ),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="pay_run_ends_after_start"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("prepared_by")) | ~Q(alone_because=""),
                name="pay_run_second_person_or_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["prepared", "called_off"]) | Q(decided_by__isnull=False),
                name="pay_run_decided_by_somebody",
            ),
        ]


class PayLine(models.Model):
    """One person in one run: of the period itself, or what an earlier one still owed."""

    class Kind(models.TextChoices):
        REGULAR = "regular"
        DIFFERENCE = "difference"

    run = models.ForeignKey(PayRun, models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.REGULAR)
    person = models.ForeignKey(Person, models.PROTECT, related_name="pay_lines")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    result = models.ForeignKey(Result, models.PROTECT, null=True, related_name="+")
    score = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    grade = models.CharField(max_length=20, blank=True)
    base = amount()
    by_grade = models.DecimalField(max_digits=9, decimal_places=6, null=True)  # the grade's own coefficient
    coefficient = models.DecimalField(max_digits=9, decimal_places=6, null=True)  # the one that counted
    why = models.CharField(max_length=24, blank=True)  # why the two are not one
    held_by = models.ForeignKey(Appeal, models.PROTECT, null=True, related_name="pay_lines")  # was open when worked out
    chance = models.DecimalField(max_digits=9, decimal_places=6, null=True)  # that the true grade is as low
    minimum = amount(null=True)
    earned = amount()
    fixed = amount(default=0)
    topped_up = amount(default=0)
    total = amount()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], condition=Q(kind="regular"), name="pay_line_once_a_run"),
            models.CheckConstraint(
                condition=Q(total=F("earned") + F("fixed") + F("topped_up")), name="pay_line_adds_up"
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Review(models.Model):
    """A consequence against somebody that no chance above the bar carries: it waits here for a person's word."""

    class State(models.TextChoices):
        OPEN = "open"
        UPHELD = "upheld"
        WAIVED = "waived"
        OVERTAKEN = "overtaken"  # the result was corrected meanwhile

    result = models.OneToOneField(Result, models.PROTECT, related_name="pay_review")
    person = models.ForeignKey(Person, models.PROTECT, related_name="pay_reviews")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    grade = models.CharField(max_length=20)
    why = models.CharField(max_length=24)
    chance = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    bar = models.CharField(max_length=20)
    opened_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") ^ Q(decided_by__isnull=False), name="pay_review_decided_by_somebody"
            )
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="pay_review_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Difference(models.Model):
    """What changes when a decided run's result is corrected, a review or an appeal ends after it: owed in the next run."""

    class Cause(models.TextChoices):
        CORRECTED = "corrected"
        REVIEWED = "reviewed"
        RELEASED = "released"  # an appeal that held a part of the pay is over

    cause = models.CharField(max_length=10, choices=Cause)
    person = models.ForeignKey(Person, models.PROTECT, related_name="pay_differences")
    line = models.ForeignKey(PayLine, models.PROTECT, null=True, related_name="differences")  # null: no pay hangs on it
    old = models.ForeignKey(Result, models.PROTECT, related_name="+")
    fresh = models.ForeignKey(Result, models.PROTECT, related_name="pay_differences")
    coefficient = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    earned = amount(default=0)
    topped_up = amount(default=0)
    at = models.DateTimeField()
    paid_in = models.OneToOneField(PayLine, models.PROTECT, null=True, related_name="pays")

    @property
    def subject_id(self) -> Any:
        return self.person.user_id

    @property
    def total(self) -> Any:
        return self.earned + self.topped_up
