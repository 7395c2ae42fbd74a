from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.assessment.rules.kinds import KINDS
from hengcai.base.bilingual import BilingualField


class Questionnaire(models.Model):
    """One version of a set of questions. Published ones never change; every survey keeps its version."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    title = BilingualField()
    intro = BilingualField()
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to change a draft
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="questionnaire_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="draft"), name="one_draft_questionnaire"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Question(models.Model):
    """`options`: [{id, text}], of points their labels. `rows`: [{id, text, competency}]. `shows_if`: {question, any}."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    kind = models.CharField(max_length=10, choices=[(code, code) for code in KINDS])
    text = BilingualField()
    hint = BilingualField(default=dict)
    options = BilingualField(default=list)
    rows = BilingualField(default=list)
    is_required = models.BooleanField(default=False)
    competency = models.CharField(max_length=60, blank=True)  # a code of the library
    shows_if = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "code"], name="question_once"),
            models.UniqueConstraint(fields=["questionnaire", "order"], name="question_place_once"),
        ]

    def __str__(self) -> str:
        return str(self.text)
