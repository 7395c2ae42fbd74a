"""Check-lists of practical examinations, and how people were examined by them."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.assessment.rules.checklists import KINDS
from hengcai.base.bilingual import BilingualField
from hengcai.framework.models import Post
from hengcai.people.models import Person, Team


class Checklist(models.Model):
    """One version. Published ones never change; every examination keeps its version. `content` as `rules.checklist_files` writes it."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    title = BilingualField()
    kind = models.CharField(max_length=10, choices=[(one, one) for one in KINDS])
    minutes = models.PositiveSmallIntegerField()
    content = BilingualField()
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to change a draft
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="checklist_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="draft"), name="one_draft_checklist"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Practical(models.Model):
    """One person examined by one check-list. Annulled: an objection was upheld; it is kept and counts nowhere."""

    class State(models.TextChoices):
        OPEN = "open"
        FINISHED = "finished"
        LEFT = "left"  # broken off
        ANNULLED = "annulled"

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="practicals")
    person = models.ForeignKey(Person, models.CASCADE, related_name="practicals")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")  # of the day it was opened
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    occasion = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    opened_at = models.DateTimeField()
    opened_on = models.DateField()
    started_at = models.DateTimeField(null=True)  # the clock of the person's task, as the server runs it
    stopped_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    settled = models.JSONField(default=dict)  # critical item → [value, why] where two examiners differed
    exact = models.CharField(max_length=60, blank=True)  # percent, a fraction's text
    percent = models.DecimalField(max_digits=9, decimal_places=6, null=True)  # for sorting
    is_passed = models.BooleanField(null=True)
    failed_for = models.JSONField(default=list)
    shares = models.JSONField(default=dict)  # competency → exact share
    objection = models.TextField(blank=True)
    objected_at = models.DateTimeField(null=True)
    object_until = models.DateField(null=True)  # fixed when it is finished
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "checklist"], condition=Q(state="open"), name="one_practical_of_a_checklist_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__gte=0, percent__lte=100), name="practical_percent"
            ),
        ]
        indexes = [models.Index(fields=["person", "opened_on"], name="practical_of_person")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class CheckSheet(models.Model):
    """What one examiner ticks. Neither sees the other's before both are sent."""

    practical = models.ForeignKey(Practical, models.CASCADE, related_name="sheets")
    examiner = models.ForeignKey(User, models.PROTECT, related_name="check_sheets")
    is_second = models.BooleanField(default=False)
    sent_at = models.DateTimeField(null=True)
    values = models.JSONField(default=dict)  # item → value, as sent

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practical", "examiner"], name="check_sheet_once"),
            models.UniqueConstraint(fields=["practical", "is_second"], name="two_check_sheets_at_most"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.practical.person.user_id


class Tick(models.Model):
    """One tick or note as it reached the server; the newest of an item counts. `key` is the device's: sent again, it is the same."""

    sheet = models.ForeignKey(CheckSheet, models.CASCADE, related_name="ticks")
    key = models.CharField(max_length=40)
    device = models.CharField(max_length=40)
    item = models.CharField(max_length=40, blank=True)  # empty: the remark on the whole
    value = models.CharField(max_length=8, blank=True)  # empty: a note alone
    note = models.TextField(null=True)  # noqa: DJ001 - none leaves what stood, empty takes it away
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "key"], name="tick_once")]
