from django.db import models

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField


class QuestionFile(models.Model):
    """A file of questions somebody brought: looked at first, then taken into the bank or dropped. Of the file itself
    nothing is kept; `counts` says how many of its questions stand how."""

    class State(models.TextChoices):
        LOOKED = "looked"
        TAKEN = "taken"
        DROPPED = "dropped"

    name = models.CharField(max_length=200)
    form = models.CharField(max_length=8)
    state = models.CharField(max_length=7, choices=State, default=State.LOOKED)
    counts = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-at"], name="question_file_by_day")]

    def __str__(self) -> str:
        return self.name


class FileQuestion(models.Model):
    """One question of a file. `notes`: what of it does not come along and why, each a sentence in both languages. `alike`:
    [code, whether of the bank, how]. The content goes when it has been taken or the file is dropped."""

    class Standing(models.TextChoices):
        NEW = "new"
        SAME = "same"  # asks the same as another
        NEAR = "near"  # asks nearly the same
        KNOWN = "known"  # its code is in the bank, with another content
        UNCHANGED = "unchanged"  # in the bank as it is
        REFUSED = "refused"

    file = models.ForeignKey(QuestionFile, models.CASCADE, related_name="questions")
    place = models.PositiveIntegerField()
    line = models.PositiveIntegerField(null=True)
    code = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, blank=True)
    title = BilingualField(default=dict)
    content = models.JSONField(null=True)
    notes = models.JSONField(default=list)
    standing = models.CharField(max_length=9, choices=Standing)
    alike = models.JSONField(default=list)
    is_wanted = models.BooleanField()
    is_taken = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "place"], name="question_of_file_once")]
        indexes = [models.Index(fields=["file", "standing"], name="question_of_file_standing")]

    def __str__(self) -> str:
        return str(self.title) or self.code
