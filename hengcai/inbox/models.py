from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock


class Duty(models.Model):
    """One thing one user has to do. Of somebody several could do, each of them has a row, until one has done it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="duties", db_index=False)
    kind = models.CharField(max_length=40)  # of `inbox.kinds`
    source_kind = models.CharField(max_length=40)
    source_id = models.BigIntegerField()
    what = models.CharField(max_length=120, blank=True)  # a contact's number, a cycle's code; no score, no customer
    opened_at = models.DateTimeField(default=clock.now)
    due_on = models.DateField(null=True)  # the last day, as announced; only ever put off
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    went_up_to = models.ManyToManyField(User, related_name="+")  # each of them may act; done by one, it is done for all
    seen_at = models.DateTimeField(null=True)  # the receipt: when it, or its last reminder, was first shown to them
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source_kind", "source_id", "kind", "user"], name="duty_once"),
        ]
        indexes = [
            models.Index(fields=["user", "due_on"], condition=Q(done_at=None), name="duty_of_user"),
            models.Index(fields=["due_on"], condition=Q(done_at=None), name="duty_by_due_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"

    @property
    def subject_id(self) -> Any:
        return self.user_id
