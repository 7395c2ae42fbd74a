"""合理化建议: what people propose about the system itself, and what became of it."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.appraisal.models import Policy
from hengcai.audit.confidential import keep_confidential


class Suggestion(models.Model):
    """`writer` is null where it was anonymous: nothing here or in the audit log leads to whoever wrote it. They follow it
    by a code shown to them once, of which the digest alone is kept."""

    class State(models.TextChoices):
        RECEIVED = "received"
        TAKEN_UP = "taken_up"
        ANSWERED = "answered"

    class Outcome(models.TextChoices):
        ADOPTED = "adopted"
        PARTLY = "partly"
        NOT_ADOPTED = "not_adopted"

    title = models.CharField(max_length=120)
    text = models.TextField()
    writer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    code_digest = models.CharField(max_length=64, blank=True)
    received_on = models.DateField()  # the day, not the moment: a moment would tell who was signed in
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.RECEIVED)
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=11, choices=Outcome, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="answered") | (~Q(outcome="") & ~Q(answer="")), name="suggestion_answered_with_words"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="suggestion_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.writer_id


class Article(models.Model):
    """An article of a policy that a suggestion led to."""

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="articles")
    policy = models.ForeignKey(Policy, models.PROTECT, related_name="+")
    key = models.CharField(max_length=120, blank=True)  # names it in every version; empty: a number written by hand
    number = models.CharField(max_length=40)  # as that version counts them
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "policy", "number"], name="suggestion_article_once")
        ]


keep_confidential(Suggestion)  # the audit log shows the day alone: the moment would tell who was signed in
