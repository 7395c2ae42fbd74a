from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.bulletins.rules.notices import DUE_KINDS, KINDS, URGENCIES
from hengcai.framework.models import Post
from hengcai.people.models import Person, Team


class Terms(models.Model):
    """What the centre has settled about notices; one row."""

    needs_second = models.BooleanField(default=False)  # whoever wrote it does not publish it


class Bulletin(models.Model):
    """One version of a business notice 业务通知. A published one never changes: the next version is made from it.

    `questions`: [{id, question, passage, bank}]: what a spot test may ask of it, and the passage that answers it.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        REVIEW = "review"
        PUBLISHED = "published"
        REPLACED = "replaced"
        WITHDRAWN = "withdrawn"

    code = models.CharField(max_length=12)
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    title = BilingualField()
    body = BilingualField()
    kind = models.CharField(max_length=8, choices=[(one, one) for one in KINDS])
    urgency = models.CharField(max_length=9, choices=[(one, one) for one in URGENCIES])
    effective_from = models.DateField()
    effective_until = models.DateField(null=True)  # the last day; none: until further notice
    teams = models.ManyToManyField(Team, related_name="+")  # none: all
    posts = models.ManyToManyField(Post, related_name="+")
    skills = models.JSONField(default=list)  # skill groups by name
    must_read = models.BooleanField(default=False)
    due_kind = models.CharField(max_length=5, choices=[(one, one) for one in DUE_KINDS], blank=True)
    due_hours = models.PositiveSmallIntegerField(default=24)
    rereads = models.BooleanField(default=True)  # of a later version: whoever read the one before reads it again
    what_changed = models.CharField(max_length=400, blank=True)
    questions = models.JSONField(default=list)
    edit_count = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_back_for = models.CharField(max_length=400, blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=400, blank=True)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaces")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="bulletin_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state__in=["draft", "review"]), name="one_bulletin_draft"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="published"), name="one_bulletin_in_force"),
            models.CheckConstraint(
                condition=Q(effective_until=None) | Q(effective_until__gte=F("effective_from")), name="bulletin_forwards"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "-published_at"], name="bulletin_newest")]

    def __str__(self) -> str:
        return str(self.title)


class Attachment(models.Model):
    """A file beside a notice, kept under a name of ours; versions share it."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    place = models.CharField(max_length=200)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()


class Reader(models.Model):
    """Somebody one version is for, and how they came to have read it. `team`: where they stood when it was put to them."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="notices_read")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)  # of a notice that must be read; only ever put off
    opened_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)  # the page was last opened
    seconds = models.PositiveIntegerField(default=0)  # it was in view before it was signed
    first_read_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)  # signed; empty again where a test says: read it once more
    is_carried = models.BooleanField(default=False)  # read in the version before, which was enough
    gone_at = models.DateTimeField(null=True)  # no longer among those it is for, unread

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulletin", "person"], name="bulletin_reader_once")]
        indexes = [
            models.Index(fields=["person", "read_at"], name="bulletin_reader_open"),
            models.Index(fields=["due_at"], condition=Q(read_at=None, gone_at=None), name="bulletin_reader_due"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
