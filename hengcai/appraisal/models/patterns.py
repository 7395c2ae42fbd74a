"""What stands out in how a cycle was rated, with how likely chance alone makes such a one."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.appraisal.models.cycles import Cycle, Participant
from hengcai.appraisal.models.ratings import RatingTask
from hengcai.audit.confidential import keep_confidential
from hengcai.people.models import Person, Team

SURE_BELOW = Decimal("0.01")


class Pattern(models.Model):
    """Made and gone with the fair scores. `concerns`: whose result or ratings it is about; they never get to see it."""

    class Kind(models.TextChoices):
        MUTUAL = "mutual"  # peers who gave each other the highest of their marks
        SAME_LEVEL = "same_level"  # a rater whose people came out alike
        HALO = "halo"  # a rater whose items hardly differ within a form
        DISAGREE = "disagree"  # two sources of one person, beyond what either's own scatter explains
        SELF_APART = "self_apart"  # who sees themself otherwise than those who rated them
        OUTLIER = "outlier"  # a score far from everybody's
        MOVED = "moved"  # a score far from the person's own of the cycle before
        MISSING = "missing"  # a source missing more often in one team than elsewhere
        TEAM_APART = "team_apart"  # a team whose scores lie apart

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="patterns")
    kind = models.CharField(max_length=16, choices=Kind)
    source = models.CharField(max_length=12, blank=True)
    other = models.CharField(max_length=12, blank=True)  # the source it is set against
    rater = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    participant = models.ForeignKey(Participant, models.CASCADE, null=True, related_name="+")
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+")
    task = models.ForeignKey(RatingTask, models.SET_NULL, null=True, related_name="+")  # the form one can ask about
    value = models.DecimalField(max_digits=9, decimal_places=6)
    expected = models.DecimalField(max_digits=9, decimal_places=6)  # what the others show, or chance would make
    chance = models.DecimalField(max_digits=11, decimal_places=10)  # of one look
    looks = models.PositiveIntegerField()  # how many were looked at
    adjusted = models.DecimalField(max_digits=11, decimal_places=10)  # for all looks
    n = models.PositiveIntegerField()  # forms, people or items it rests on
    key = models.CharField(max_length=120)
    concerns = models.ManyToManyField(Person, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["cycle", "kind"])]

    @property
    def is_sure(self) -> bool:
        """Beyond what so many looks bring about: settled before publication."""
        return self.adjusted < SURE_BELOW

    @property
    def by_chance(self) -> Any:
        """How many such ones chance makes among all that were looked at."""
        return self.chance * self.looks

    def made_key(self) -> str:
        parts = (
            self.kind, self.source, self.other, self.rater_id, self.participant_id, self.team_id, f"{self.value:.6f}",
            self.n,
        )  # fmt: skip
        return ":".join("" if part is None else str(part) for part in parts)


SURE = Q(adjusted__lt=SURE_BELOW)
keep_confidential(Pattern)
