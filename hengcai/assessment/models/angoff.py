"""Panels that set a test's cut score by Angoff's method."""

from django.db import models

from hengcai.accounts.models import User
from hengcai.assessment.models.bank import BankQuestion


class AngoffPanel(models.Model):
    """`first` and `second` are its rounds; between them and afterwards everybody sees what all said."""

    class State(models.TextChoices):
        FIRST = "first"
        SECOND = "second"
        CLOSED = "closed"
        DROPPED = "dropped"

    name = models.CharField(max_length=200)
    borderline = models.TextField()  # whom the panel has in mind
    state = models.CharField(max_length=7, choices=State, default=State.FIRST)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class PanelQuestion(models.Model):
    """One question, in the test's order, as the version it was when the panel met."""

    panel = models.ForeignKey(AngoffPanel, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    question = models.ForeignKey(BankQuestion, models.PROTECT, related_name="+")
    points = models.DecimalField(max_digits=7, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["panel", "order"], name="panel_question_order"),
            models.UniqueConstraint(fields=["panel", "question"], name="panel_question_once"),
        ]


class PanelJudge(models.Model):
    panel = models.ForeignKey(AngoffPanel, models.CASCADE, related_name="judges")
    user = models.ForeignKey(User, models.PROTECT, related_name="angoff_panels")
    first_sent_at = models.DateTimeField(null=True)
    second_sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["panel", "user"], name="panel_judge_once")]


class Estimate(models.Model):
    """How many of a hundred who only just suffice would get the question right, as one judge sees it."""

    judge = models.ForeignKey(PanelJudge, models.CASCADE, related_name="estimates")
    question = models.ForeignKey(PanelQuestion, models.CASCADE, related_name="estimates")
    round = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["judge", "question", "round"], name="estimate_once"),
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="estimate_percent"),
            models.CheckConstraint(condition=models.Q(round__in=[1, 2]), name="estimate_round"),
        ]


class CutScore(models.Model):
    """The cut a panel's work led to, in points of `total`. It may differ from the panel's own figure, with the reason."""

    panel = models.OneToOneField(AngoffPanel, models.PROTECT, related_name="adopted")
    exact = models.CharField(max_length=60)  # points, a fraction's text
    points = models.DecimalField(max_digits=9, decimal_places=4)
    total = models.DecimalField(max_digits=9, decimal_places=2)
    panel_exact = models.CharField(max_length=60)
    error = models.DecimalField(
        max_digits=9, decimal_places=4, null=True
    )  # standard error over judges; None: cannot be known
    n_judges = models.PositiveSmallIntegerField()
    why = models.TextField()
    adopted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField()
