from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.assessment.models.questionnaires import Questionnaire
from hengcai.framework.models import Post
from hengcai.people.models import Person, Team


class Survey(models.Model):
    """A published questionnaire put to people until a day. In an anonymous one no answer leads back to who gave it."""

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="surveys")
    name = models.CharField(max_length=120)
    is_anonymous = models.BooleanField()
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_on = models.DateField()  # the last day one can answer
    closed_at = models.DateTimeField(null=True)
    unreached = models.PositiveIntegerField(default=0)  # of the audience, who has no account to answer with
    hidden = models.JSONField(default=dict)  # breakdown → groups not shown; settled when it closes

    class Meta:
        indexes = [models.Index(fields=["state", "closes_on"], name="survey_by_day")]

    def __str__(self) -> str:
        return self.name


class Invitee(models.Model):
    """The list kept apart: who is asked, where they stood then, and whether they have answered; never what or when."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitees")
    person = models.ForeignKey(Person, models.CASCADE, related_name="surveys")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    tenure = models.CharField(max_length=8, blank=True)
    has_answered = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "person"], name="invited_once")]
        indexes = [models.Index(fields=["survey", "has_answered"], name="invited_to_remind")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Sheet(models.Model):
    """What one person answered. Its number is drawn at random, it bears no moment and no place; of an anonymous survey no
    person either, and all sheets are written anew in another order when it closes."""

    id = models.BigAutoField(
        primary_key=True
    )  # never counted up: on SQLite a table would keep the order of arrival beside any other key
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="sheets")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="sheets")  # None: anonymous
    answers = models.JSONField()  # question → answer

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "person"], condition=Q(person__isnull=False), name="survey_sheet_once"
            )
        ]


class Draft(models.Model):
    """What somebody has filled in of a survey with names and not sent yet: theirs alone, away when it is sent or closed. Of an
    anonymous one there is none."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="drafts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    answers = models.JSONField()  # question → answer
    at = models.CharField(max_length=20, blank=True)  # the question they were on
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "person"], name="survey_draft_once")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Tally(models.Model):
    """Counts of one group, so that no sheet has to say whose group it came from. `by` is empty for everybody."""

    class By(models.TextChoices):
        ALL = "all"
        TEAM = "team"
        POST = "post"
        TENURE = "tenure"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="tallies")
    by = models.CharField(max_length=6, choices=By)
    group = models.CharField(max_length=40, blank=True)
    n = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)  # as `rules.tally` counts

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "by", "group"], name="tally_once")]
