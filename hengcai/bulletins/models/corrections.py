from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.interactions.models import Contact
from hengcai.quality.models import Item


class Topic(models.Model):
    """A part of the knowledge base and who answers for it."""

    name = BilingualField()
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    mend_days = models.PositiveSmallIntegerField(default=5)  # working days from the report
    is_used = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(self.name)


class Correction(models.Model):
    """知识库纠错: an entry that is wrong or missing, from the report to the reporter's yes."""

    class State(models.TextChoices):
        REPORTED = "reported"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        MENDED = "mended"
        CLOSED = "closed"

    class Source(models.TextChoices):
        HAND = "hand"
        QUALITY = "quality"

    state = models.CharField(max_length=8, choices=State, default=State.REPORTED)
    source = models.CharField(max_length=7, choices=Source, default=Source.HAND)
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, related_name="corrections")
    owner = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+"
    )  # none: whoever runs the knowledge base
    entry = models.CharField(max_length=200)
    link = models.CharField(max_length=400, blank=True)
    wrong = models.TextField()
    better = models.TextField(blank=True)
    contact_key = models.CharField(max_length=80, blank=True)
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+")  # of the scorecard it was found by
    reporter = models.ForeignKey(User, models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    due_on = models.DateField()  # to be accepted or declined by
    mend_by = models.DateField(null=True)
    answer = models.TextField(blank=True)  # why it was declined, or what was mended
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    mended_link = models.CharField(max_length=400, blank=True)
    mended_at = models.DateTimeField(null=True)
    reopened_for = models.TextField(blank=True)
    reopened = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "item"], condition=Q(contact__isnull=False, item__isnull=False), name="knowledge_error_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(mend_by__isnull=False), name="knowledge_accepted_with_a_day"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "due_on"], name="knowledge_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.reporter_id
