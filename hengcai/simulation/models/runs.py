from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.people.models import Person
from hengcai.simulation.models.scenarios import Scenario


class Run(models.Model):
    """One person's way through one version. Where they stand is what their stored choices come to."""

    class State(models.TextChoices):
        PLAYING = "playing"
        FINISHED = "finished"
        LEFT = "left"  # given up before the end; kept, and counted nowhere

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="runs")
    person = models.ForeignKey(Person, models.CASCADE, related_name="scenario_runs")
    seed = models.PositiveIntegerField()  # of the order in which choices are shown
    state = models.CharField(max_length=8, choices=State, default=State.PLAYING)
    n_choices = models.PositiveSmallIntegerField(default=0)  # what must be named to choose
    end = models.CharField(max_length=40, blank=True)  # the node it ended at
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
                fields=["person", "scenario"], condition=Q(state="playing"), name="one_run_of_a_scenario_at_a_time"
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
    node = models.CharField(max_length=40)
    choice = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="scenario_step_once")]
