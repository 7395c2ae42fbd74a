from typing import Any

from django.db import models

from hengcai.accounts.models import User
from hengcai.training.models.sessions import Session


class Thread(models.Model):
    """One matter talked about: of a course, whichever version of it, or of one session."""

    code = models.CharField(max_length=40)  # of the course
    session = models.ForeignKey(Session, models.CASCADE, null=True, related_name="threads")
    title = models.CharField(max_length=120)
    is_pinned = models.BooleanField(default=False)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["code", "session", "last_at"], name="thread_by_place")]

    def __str__(self) -> str:
        return self.title


class Post(models.Model):
    """What somebody wrote in it. Hidden ones keep their words for who runs the course; taken back ones have none."""

    class State(models.TextChoices):
        SHOWN = "shown"
        HIDDEN = "hidden"
        TAKEN_BACK = "taken_back"

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    state = models.CharField(max_length=10, choices=State, default=State.SHOWN)
    words = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    hidden_because = models.CharField(max_length=400, blank=True)
    hidden_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["thread", "at"], name="post_by_thread")]

    @property
    def subject_id(self) -> Any:
        return self.by_id


class PostReport(models.Model):
    """Somebody asks that a post be looked at."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=400)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "by"], name="post_reported_once")]
