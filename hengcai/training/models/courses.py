from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.training.rules.course_shape import MODULES, TIERS


class Course(models.Model):
    """One version of a course with its standard 课程标准. Published ones never change: whoever learns keeps their version.

    `standard`, `kit` (cases, role_plays, checklist, trainer_notes) and `quiz` are laid out as `rules.course_shape` says.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    module = models.CharField(max_length=15, choices=[(one, one) for one in MODULES])
    tier = models.CharField(max_length=10, choices=[(one, one) for one in TIERS])
    title = BilingualField()
    audience = models.JSONField(default=list)
    posts = models.JSONField(default=list)  # codes; empty: all
    reaches = models.JSONField(default=list)  # [{code, from, to}] of competencies
    hours = models.DecimalField(max_digits=5, decimal_places=1)  # 学时
    repeats_after_months = models.PositiveSmallIntegerField(null=True)  # 复训
    standard = BilingualField(default=dict)
    kit = BilingualField(default=dict)
    quiz = BilingualField(default=list)
    named = models.CharField(max_length=800, blank=True)  # codes of competencies, a space on either side
    words = models.TextField(blank=True)  # what a search looks in
    edit_count = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    published_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="course_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="draft"), name="one_draft_course"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="published"), name="one_course_in_use"),
        ]
        indexes = [models.Index(fields=["state", "module", "tier"], name="course_by_shelf")]

    def __str__(self) -> str:
        return str(self.title)


class Lesson(models.Model):
    """`content`: aim, body, exercise, mistakes. `asks`: ids of the course's questions, put at its end."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="lessons")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    kind = models.CharField(max_length=8)
    title = BilingualField()
    minutes = models.PositiveSmallIntegerField()
    content = BilingualField(default=dict)
    asks = models.JSONField(default=list)
    media = models.CharField(max_length=80, blank=True)
    scenario = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "code"], name="lesson_once"),
            models.UniqueConstraint(fields=["course", "order"], name="lesson_place_once"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def part(self) -> dict[str, Any]:
        return dict(self.content)
