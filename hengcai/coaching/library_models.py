"""The library of cases; models of their own file, which `models` brings in."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.framework.models import Competency
from hengcai.interactions.models import Contact
from hengcai.people.models import Person, Team
from hengcai.quality.models import Evaluation


class LibraryCase(models.Model):
    """案例: a contact, or some lines of it, to be learnt from. What is shown is the copy kept here, covered when it was
    made: nothing of it is read from the contact again."""

    class Kind(models.TextChoices):
        MODEL = "model"  # shown with the agent's consent
        WARNING = "warning"  # shown without any name

    class State(models.TextChoices):
        DRAFT = "draft"
        ASKED = "asked"
        SHOWN = "shown"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    class Sound(models.TextChoices):
        NONE = "none"
        WAITING = "waiting"
        READY = "ready"
        FAILED = "failed"

    kind = models.CharField(max_length=7, choices=Kind)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    title = models.CharField(max_length=200)
    lesson = models.TextField()  # what is to be learnt from it
    tags = models.JSONField(default=list)
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="+")
    agent = models.ForeignKey(Person, models.PROTECT, related_name="library_cases")
    channel = models.CharField(max_length=8, choices=Contact.Channel)
    first = models.PositiveIntegerField(null=True)
    last = models.PositiveIntegerField(null=True)
    turns = models.JSONField(default=list)  # {speaker, text, start, end}, covered
    search_text = models.TextField(blank=True)  # title, lesson, tags and what was said, folded
    sound = models.CharField(max_length=7, choices=Sound, default=Sound.NONE)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)  # the agent's words with consent, refusal or withdrawal
    shown_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)  # why it was taken out

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="shown", kind="model") | Q(answered_at__isnull=False), name="model_case_by_consent"
            )
        ]
        indexes = [models.Index(fields=["state", "kind"], name="case_by_state")]

    def __str__(self) -> str:
        return self.title

    @property
    def subject_id(self) -> Any:
        return self.agent.user_id


class Briefing(models.Model):
    """班前会: what one lead shows the team on one day; held, it keeps who was there and who has read it."""

    on = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = models.TextField(blank=True)  # what else was said
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["on", "by"], name="briefing_once_a_day"),
            models.CheckConstraint(condition=Q(held_at=None) | Q(team__isnull=False), name="briefing_held_with_a_team"),
        ]


class Attendee(models.Model):
    """One of the team on the day it was held: there or not, and when they signed that they know of it."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="attendees")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_present = models.BooleanField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["briefing", "person"], name="attendee_once")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class BriefedCase(models.Model):
    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="cases")
    case = models.ForeignKey(LibraryCase, models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["briefing", "case"], name="briefed_once")]
