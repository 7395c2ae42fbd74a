from datetime import time
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock


class Duty(models.Model):
    """One thing one user has to do. Of somebody several could do, each of them has a row, until one has done it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="duties", db_index=False)
    kind = models.CharField(max_length=40)  # of `inbox.kinds`
    source_kind = models.CharField(max_length=40)
    source_id = models.BigIntegerField()
    what = models.CharField(max_length=120, blank=True)  # a contact's number, a cycle's code; no score, no customer
    opened_at = models.DateTimeField(default=clock.now)
    due_on = models.DateField(null=True)  # the last day, as announced; only ever put off
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    went_up_to = models.ManyToManyField(User, related_name="+")  # each of them may act; done by one, it is done for all
    seen_at = models.DateTimeField(null=True)  # the receipt: when it, or its last reminder, was first shown to them
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source_kind", "source_id", "kind", "user"], name="duty_once"),
        ]
        indexes = [
            models.Index(fields=["user", "due_on"], condition=Q(done_at=None), name="duty_of_user"),
            models.Index(fields=["due_on"], condition=Q(done_at=None), name="duty_by_due_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"

    @property
    def subject_id(self) -> Any:
        return self.user_id


class NoticeTerms(models.Model):
    """What the centre has settled about messages; one row."""

    quiet_from = models.TimeField(default=time(20))
    quiet_to = models.TimeField(default=time(8))
    only_working_days = models.BooleanField(default=True)
    mails_everybody = models.BooleanField(default=False)  # whoever has chosen nothing and has an address
    mail_paused_until = models.DateTimeField(null=True)
    mail_failures = models.PositiveIntegerField(default=0)  # one after the other
    mail_said = models.CharField(max_length=80, blank=True)


class Hook(models.Model):
    """One robot of one group. Its address and secret are written once and never shown again."""

    name = models.CharField(max_length=60, unique=True)
    robot = models.CharField(max_length=10)
    url = models.CharField(max_length=400)
    secret = models.CharField(max_length=200, blank=True)
    is_on = models.BooleanField(default=True)
    paused_until = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)  # one after the other
    refused = models.CharField(max_length=80, blank=True)  # what it said; nothing is sent until a trial is answered
    last_sent_at = models.DateTimeField(null=True)
    minute = models.DateTimeField(null=True)
    sent_in_minute = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.name

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


class Channel(models.TextChoices):
    MAIL = "mail"
    ROBOT = "robot"


class Choice(models.Model):
    """What reaches one person by one channel; `handle` is how the group knows them."""

    user = models.ForeignKey(User, models.CASCADE, related_name="notice_choices")
    channel = models.CharField(max_length=6, choices=Channel)
    stages = models.JSONField(default=list)
    hook = models.ForeignKey(Hook, models.CASCADE, null=True, related_name="choices")
    handle = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "channel"], name="notice_choice_once")]

    @property
    def subject_id(self) -> Any:
        return self.user_id


class Notice(models.Model):
    """One duty on its way to one person by one channel. Written with the duty, sent by the worker, then a receipt."""

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    channel = models.CharField(max_length=6, choices=Channel)
    hook = models.ForeignKey(Hook, models.CASCADE, null=True, related_name="notices")
    kind = models.CharField(max_length=40)
    source_id = models.BigIntegerField()
    stage = models.CharField(max_length=10)
    due_on = models.DateField(null=True)
    made_at = models.DateTimeField(default=clock.now)
    not_before = models.DateTimeField(default=clock.now)
    taken_until = models.DateTimeField(null=True)  # by a worker that is sending it
    parcel = models.CharField(
        max_length=32, blank=True
    )  # what it goes out in; left behind, nobody knows whether it went
    failures = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)  # taken by the mail server or the robot
    dropped = models.CharField(max_length=80, blank=True)  # why it will not be sent

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "channel", "kind", "source_id", "stage"], condition=Q(sent_at=None, dropped=""),
                name="notice_waits_once",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["not_before"], condition=Q(sent_at=None, dropped=""), name="notice_waiting")]

    @property
    def subject_id(self) -> Any:
        return self.user_id
