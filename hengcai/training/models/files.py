from django.db import models

from hengcai.accounts.models import User


class LessonFile(models.Model):
    """What lessons of a course show, let hear or hand out, by its name within the course. All versions of the course share
    it, so it is never replaced: a newer cut comes under another name."""

    class Kind(models.TextChoices):
        VIDEO = "video"
        AUDIO = "audio"
        FILE = "file"

    code = models.CharField(max_length=40)  # of the course
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=5, choices=Kind)
    place = models.CharField(max_length=120)  # under the media folder
    media_type = models.CharField(max_length=80)
    byte_count = models.BigIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256
    seconds = models.PositiveIntegerField(default=0)  # of video and audio, rounded up
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "name"], name="lesson_file_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_media(self) -> bool:
        return self.kind != self.Kind.FILE
