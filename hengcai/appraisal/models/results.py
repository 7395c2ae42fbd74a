"""What the arithmetic said, what stands out in it, and what is fair beside it."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.appraisal.models.cycles import Cycle, Participant
from hengcai.appraisal.models.ratings import RatingTask
from hengcai.framework.models import Competency
from hengcai.people.models import TeamSums


class Result(models.Model):
    """What the arithmetic said for one participant, with all it was made of. A correction is a new revision."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="results")
    revision = models.PositiveIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    reason = models.TextField(blank=True)  # why this revision was made
    status = models.CharField(max_length=24)  # scored | not_enough_evidence
    exact = models.CharField(max_length=400, blank=True)  # the fraction itself
    final = models.DecimalField(max_digits=7, decimal_places=4, null=True)  # as many places as the policy rounds to
    band = models.CharField(max_length=20, blank=True)
    detail = models.JSONField()  # the contract's JSON of this agent
    levels = models.JSONField(default=dict)  # competency code → {exact, level, n_raters, sources}
    inputs = models.JSONField(default=dict)  # every rating, customer score and mark that went in, without raters' names
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "revision"], name="result_once"),
            models.UniqueConstraint(fields=["participant"], condition=Q(is_current=True), name="one_current_result"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.participant.person.user_id


class Finding(models.Model):
    """What the group looks at before a result goes out; made with the result, gone with it."""

    class Kind(models.TextChoices):
        NOT_ENOUGH = "not_enough"  # no score: too little evidence
        FEW_CUSTOMERS = "few_customers"  # too few customers to count; `n` of them
        FAR_OFF = "far_off"  # a superior's level two or more away from what `n` contacts show

    result = models.ForeignKey(Result, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=14, choices=Kind)
    task = models.ForeignKey(RatingTask, models.CASCADE, null=True, related_name="+")
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    level = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    observed = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    n = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)  # what the rater gave; empty where nothing was
    chance = models.DecimalField(
        max_digits=11, decimal_places=10, null=True
    )  # of one as far off by the draw of contacts
    looks = models.PositiveIntegerField(default=0)  # levels of the person that were set against contacts
    key = models.CharField(max_length=120, blank=True)  # the same for the same finding, however often it is computed

    class Meta:
        indexes = [models.Index(fields=["kind"])]

    @property
    def by_chance(self) -> Any:
        """How many such ones chance makes among all that were looked at."""
        return None if self.chance is None else self.chance * self.looks

    def made_key(self) -> str:
        """What makes it this finding and no other: whom and what it is about, and the figures."""
        level, observed = (None if one is None else f"{one:.6f}" for one in (self.level, self.observed))
        parts = (self.kind, self.result.participant_id, self.task_id, self.competency_id, level, observed, self.n)
        return ":".join("" if part is None else str(part) for part in parts)


class FairScore(models.Model):
    """A score freed of its raters' severity, beside the one that counts; made with the result, gone with it.

    The figures come from the measurement library and are for reading; nothing is decided on them unrounded.
    """

    class Basis(models.TextChoices):
        EVALUATIONS = "evaluations"  # the period's published evaluations, out of 100
        SUPERIOR = "superior"
        PEER = "peer"
        FINAL = "final"  # with superiors' and peers' severity taken out; of a month the total itself with its interval

    result = models.ForeignKey(Result, models.CASCADE, related_name="fair_scores")
    basis = models.CharField(max_length=12, choices=Basis)
    unknown = models.CharField(max_length=16, blank=True)  # why there is no fair score
    raw = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    fair = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    low = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    bands = models.JSONField(default=list)  # [[code, probability], …], best first
    n = models.PositiveIntegerField(default=0)  # contacts, or forms

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["result", "basis"], name="fair_score_once"),
            models.CheckConstraint(
                condition=Q(unknown="", fair__isnull=False) | (~Q(unknown="") & Q(fair__isnull=True)),
                name="fair_or_why_not",
            ),
        ]


class LevelMargins(models.Model):
    """How far the levels of single competencies may lie off; made with the fair scores, gone with them.

    `levels`: competency code → {fair, low, high, n, unknown}; `unknown` says why a level has no interval.
    """

    result = models.OneToOneField(Result, models.CASCADE, related_name="level_margins")
    levels = models.JSONField(default=dict)


class FairDesign(models.Model):
    """Whether a cycle's raters overlap enough to tell severity from ability, and what was found of each."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="fair_designs")
    basis = models.CharField(max_length=12, choices=FairScore.Basis)
    unknown = models.CharField(max_length=16, blank=True)
    detail = models.JSONField(default=dict)  # subsets, double scores wanted, severities by rater's id, components
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "basis"], name="fair_design_once")]


class TeamQuarter(TeamSums):
    """A cycle's finals of one team beside those of the cycle before; made with the results, gone with them."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="team_sums")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "team"], name="team_quarter_once"),
            models.UniqueConstraint(fields=["cycle", "site"], condition=Q(team=None), name="site_quarter_once"),
        ]
