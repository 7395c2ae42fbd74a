"""Recheck 复核: what was drawn to be scored again before it is published, and what came of it."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.quality.drawn_models import Draw


class RecheckDraw(models.Model):
    """One batch of submitted evaluations: those of one draw of a sampling plan, or those given out by hand. None of
    them is published before all its rechecks are settled."""

    of = models.ForeignKey(Draw, models.PROTECT, null=True, related_name="recheck_draws")  # null: given out by hand
    seed = models.BigIntegerField()
    share = models.CharField(max_length=40)  # of each analyst's evaluations, exact: "1/10"
    n = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")


class Recheck(models.Model):
    """One evaluation scored again by somebody who did not see the first score."""

    class State(models.TextChoices):
        DRAWN = "drawn"  # nobody may score it, or nobody does yet
        GIVEN = "given"
        MARKED = "marked"  # beyond the bar: waits for the supervisor
        SETTLED = "settled"

    class Outcome(models.TextChoices):
        ALIKE = "alike"  # within the bar: the first score stands
        KEPT = "kept"
        TAKEN = "taken"
        ITEMS = "items"

    draw = models.ForeignKey(RecheckDraw, models.PROTECT, related_name="rechecks")
    evaluation = models.OneToOneField("quality.Evaluation", models.PROTECT, related_name="recheck")
    is_random = models.BooleanField()  # in the share that chance drew; else only for its fatal error
    state = models.CharField(max_length=8, choices=State, default=State.DRAWN)
    rechecker = models.ForeignKey(User, models.PROTECT, null=True, related_name="rechecks")
    given_at = models.DateTimeField(null=True)
    due_on = models.DateField()
    taken_over = models.TextField(blank=True)  # why no analyst scores it again; empty: one does
    double = models.ForeignKey(
        "quality.Evaluation", models.PROTECT, null=True, related_name="+"
    )  # the second hearing that stands for the second score; null: scored for this recheck
    marks = models.JSONField(default=dict)  # item → {value, comment, cause, turn}
    comment = models.TextField(blank=True)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save a draft
    saved_at = models.DateTimeField(null=True)
    marked_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=5, choices=Outcome, blank=True)
    reason = models.TextField(blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    result = models.OneToOneField(
        "quality.Evaluation", models.PROTECT, null=True, related_name="changed_by_recheck"
    )  # the revision it led to; null: the first stands

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state="settled") | Q(outcome=""), name="recheck_ends_when_settled")
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="recheck_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.evaluation.agent.user_id

    @property
    def why(self) -> str:
        """Half of the first score, so told only when the second is in."""
        return "fatal" if not self.is_random else "both" if self.evaluation.has_fatal else "random"
