from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField


class BankQuestion(models.Model):
    """One version of a question of the bank. `content` is its object (`rules/question_objects.py`), texts in one language or
    both. A published version never changes: an edited one is the next version, and the one before is retired with it."""

    class State(models.TextChoices):
        DRAFT = "draft"
        REVIEW = "review"
        PUBLISHED = "published"
        RETIRED = "retired"

    code = models.CharField(max_length=200)
    number = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    content = models.JSONField()
    title = BilingualField()  # the text without its marks, for lists
    stem_key = models.CharField(max_length=64)  # of the text folded, by which the same question is found again
    competency = models.CharField(max_length=60, blank=True)  # a code of the library
    level = models.PositiveSmallIntegerField(null=True)  # 1 recall, 2 apply, 3 judge
    tags = models.JSONField(default=list)
    tag_lines = models.TextField(blank=True)  # the tags for a search, a line end on either side of each
    tongues = models.CharField(max_length=20, blank=True)  # `zh en`, or the language it says it is in
    course = models.CharField(max_length=60, blank=True)  # the code of the course it comes from
    sound = models.CharField(max_length=200, blank=True)  # a recording to listen to, under the media folder
    most_plays = models.PositiveSmallIntegerField(null=True)  # of the sound; none: as often as one likes
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to change a draft
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    sent_back_for = models.TextField(blank=True)  # why the reviewer sent it back
    withdrawn_for = models.TextField(blank=True)  # what an item analysis found, where it was retired for that

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="bank_question_once"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(state__in=["draft", "review"]), name="one_bank_question_in_work"
            ),
            models.UniqueConstraint(fields=["code"], condition=Q(state="published"), name="one_bank_question_in_force"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__gte=1, level__lte=3), name="bank_question_level"
            ),
        ]
        indexes = [models.Index(fields=["stem_key"], name="bank_question_stem")]

    def __str__(self) -> str:
        return str(self.title)


class ToldApart(models.Model):
    """Two questions that look alike and, somebody found, ask different things; by code, the lesser first."""

    one = models.CharField(max_length=200)
    other = models.CharField(max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="questions_told_apart_once")]


class Play(models.Model):
    """How often a question's recording was played by one holder: a sitting, or somebody trying the question out. What the
    holder's key means is its own affair."""

    holder = models.CharField(max_length=100)
    question = models.ForeignKey(BankQuestion, models.CASCADE, related_name="plays")
    count = models.PositiveSmallIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["holder", "question"], name="plays_counted_once")]
