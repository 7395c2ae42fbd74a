from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.people.models import Person
from hengcai.simulation.models.scenarios import Scenario


class Run(models.Model):
    """One person's way through one version. Where they stand is what their stored choices come to."""

    class State(models.TextChoices):
        PLAYING = "playing"
        WAITING = "waiting"  # the conversation is over; somebody has yet to mark it
        FINISHED = "finished"
        LEFT = "left"  # given up before the end; kept, and counted nowhere

    class Way(models.TextChoices):
        CHOICES = "choices"
        MODEL = "model"  # a conversation with a simulated customer
        LIVE = "live"  # a role play of two, watched by an observer

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="runs")
    way = models.CharField(max_length=7, choices=Way, default=Way.CHOICES)
    person = models.ForeignKey(Person, models.CASCADE, related_name="scenario_runs")
    seed = models.PositiveIntegerField()  # of the order in which choices are shown
    state = models.CharField(max_length=8, choices=State, default=State.PLAYING)
    n_choices = models.PositiveSmallIntegerField(default=0)  # what must be named to choose
    end = models.CharField(max_length=40, blank=True)  # the node it ended at
    place = models.JSONField(
        default=dict
    )  # of an ink story: {state, scene, given}; empty once it is over but for the scene
    scores = models.JSONField(default=dict)  # competency → exact share
    share = models.DecimalField(
        max_digits=7, decimal_places=6, null=True
    )  # of the whole, with its exact text beside it
    exact = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "scenario", "way"],
                condition=Q(state="playing"),
                name="one_run_of_a_scenario_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(state="finished") | ~Q(end=""), name="finished_run_has_an_end"),
            models.CheckConstraint(condition=Q(share=None) | Q(share__gte=0, share__lte=1), name="run_share_0_to_1"),
        ]
        indexes = [
            models.Index(fields=["scenario", "state", "started_at"], name="run_of_scenario"),
            models.Index(fields=["state", "-started_at"], name="run_by_day"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Step(models.Model):
    """One choice as it was made."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    node = models.CharField(max_length=120)
    choice = models.CharField(max_length=120)
    scene = models.JSONField(default=dict)  # of an ink story: what was said and offered, as it was shown
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="scenario_step_once")]


class Turn(models.Model):
    """What one of the two said in a conversation with a simulated customer."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="turns")
    number = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=8)
    text = models.TextField()
    tokens = models.PositiveIntegerField(default=0)  # what the endpoint counted for it
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="turn_once")]
        indexes = [models.Index(fields=["at"], name="turn_by_moment")]


class Sheet(models.Model):
    """The check-list of one run, as its observer ticks it; the run's result once it is handed in."""

    run = models.OneToOneField(Run, models.CASCADE, related_name="sheet")
    observer = models.ForeignKey(User, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # who plays the customer
    marks = models.JSONField(default=dict)  # item → 2, 1, 0, or "na" where it did not come up
    notes = models.JSONField(default=list)  # [{seconds, text}] from the beginning of the role play
    comment = models.TextField(blank=True)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save it
    saved_at = models.DateTimeField(null=True)
    handed_in_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)  # when both said they may be recorded


class Take(models.Model):
    """A recording of a role play."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="takes")
    place = models.CharField(max_length=200)  # a path under the media folder
    media_type = models.CharField(max_length=20)
    byte_count = models.BigIntegerField()
    added_at = models.DateTimeField()
