"""What contacts come to as figures of a month; a model of its own file, which `models` brings in."""

from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.base import clock
from hengcai.people.models import Person, Team


class OperationFigure(models.Model):
    """One measure of a month or of three: of an agent, of a team, or (of neither) of the whole centre. Beside the plain figure what
    the others had with the same mix of hours and queues, and what it would be with the mix of the whole centre."""

    month = models.DateField()  # the first day of the newest month it covers
    months = models.PositiveSmallIntegerField(default=1)  # how many it covers: a month, or the three that end with it
    code = models.CharField(max_length=24)  # of `rules.operations`
    agent = models.ForeignKey(Person, models.CASCADE, null=True, related_name="operation_figures", db_index=False)
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+", db_index=False)
    numerator = models.FloatField()
    denominator = models.PositiveIntegerField()
    value = models.FloatField()
    compared = models.PositiveIntegerField(default=0)  # contacts that had enough of their like elsewhere
    expected = models.FloatField(null=True)
    difference = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    adjusted = models.FloatField(null=True)
    verdict = models.CharField(max_length=12, blank=True)
    counted_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(agent=None) | Q(team=None), name="figure_of_one"),
            models.UniqueConstraint(fields=["month", "months", "code", "agent"], name="figure_of_agent_once"),
            models.UniqueConstraint(fields=["month", "months", "code", "team"], name="figure_of_team_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.month:%Y-%m}"

    @property
    def subject_id(self) -> Any:
        return self.agent.user_id if self.agent else None
