"""Tests: what a paper is made of, who sits it when, and what each answered."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.assessment.models.angoff import CutScore
from hengcai.assessment.models.bank import BankQuestion
from hengcai.base.bilingual import BilingualField
from hengcai.people.models import Person


class Blueprint(models.Model):
    """One version of what a test is made of: so many questions per competency, level and kind. A published one never changes."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    title = BilingualField()
    intro = BilingualField()
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    parts = models.JSONField(
        default=list
    )  # [{count, competency?, level?, kind?, course?, tag?}], as `rules.drawing` reads
    minutes = models.PositiveSmallIntegerField(default=60)
    pass_percent = models.DecimalField(max_digits=7, decimal_places=4, default=60)
    cut = models.ForeignKey(
        CutScore, models.PROTECT, null=True, related_name="blueprints"
    )  # by which the pass mark was set
    course = models.CharField(max_length=60, blank=True)  # the code of the course whose certificate asks for it
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to change a draft
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="blueprint_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="draft"), name="one_draft_blueprint"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="published"), name="one_blueprint_in_force"),
            models.CheckConstraint(
                condition=Q(pass_percent__gte=0, pass_percent__lte=100), name="blueprint_pass_0_to_100"
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Exam(models.Model):
    """A blueprint put to people in a window of time. Minutes and pass mark are copied, so that they stay what was announced."""

    class State(models.TextChoices):
        OPEN = "open"
        RELEASED = "released"
        WITHDRAWN = "withdrawn"

    class Shows(models.TextChoices):
        MARK = "mark"
        KEY = "key"  # the mark, each question and its right answer

    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="exams")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    seed = models.CharField(max_length=40)  # papers are drawn from it, so that anyone can draw them again
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()  # the last moment one can begin
    minutes = models.PositiveSmallIntegerField()
    pass_percent = models.DecimalField(max_digits=7, decimal_places=4)
    most_attempts = models.PositiveSmallIntegerField(default=2)
    resit_cap = models.DecimalField(max_digits=7, decimal_places=4, default=60)
    shows = models.CharField(max_length=4, choices=Shows, default=Shows.MARK)
    is_instant = models.BooleanField(default=False)  # each learns their result when they hand in
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(most_attempts__gte=1), name="exam_some_attempt")]
        indexes = [models.Index(fields=["state", "closes_at"], name="exam_by_moment")]

    def __str__(self) -> str:
        return self.name


class Sitting(models.Model):
    """One person's try: the paper drawn for them before it begins, the server's clock, and what came of it."""

    class State(models.TextChoices):
        READY = "ready"
        RUNNING = "running"
        SUBMITTED = "submitted"  # an essay waits for its markers
        MARKED = "marked"
        MISSED = "missed"

    class Ended(models.TextChoices):
        PERSON = "person"
        CLOCK = "clock"

    exam = models.ForeignKey(Exam, models.CASCADE, related_name="sittings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="sittings")
    attempt = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State, default=State.READY)
    paper = models.JSONField()  # ids of versions of questions, in their order
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    extra_minutes = models.PositiveSmallIntegerField(default=0)
    extra_because = models.CharField(max_length=400, blank=True)
    started_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=6, choices=Ended, blank=True)
    points = models.CharField(max_length=60, blank=True)  # exact: "17/3"
    out_of = models.CharField(max_length=60, blank=True)
    percent = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    is_passed = models.BooleanField(null=True)
    marked_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)  # when the person could read the result

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exam", "person", "attempt"], name="sitting_once")]
        indexes = [
            models.Index(fields=["person", "state"], name="sitting_of_person"),
            models.Index(fields=["state", "ends_at"], name="sitting_by_end"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Answer(models.Model):
    """What was answered to one question, as the contracts write a response. `number` counts the times it was saved, so that a
    second page overwrites nothing."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="answers")
    question = models.ForeignKey(BankQuestion, models.PROTECT, related_name="+")
    response = models.TextField(blank=True)
    number = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    points = models.CharField(max_length=60, blank=True)  # exact; empty: not marked yet
    marked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "question"], name="answer_once_a_question")]
        indexes = [models.Index(fields=["question"], name="answer_by_question")]

    @property
    def subject_id(self) -> Any:
        return self.sitting.person.user_id
