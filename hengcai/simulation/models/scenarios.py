from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.simulation.rules.scenario import BRANCHING, CHANNELS, KINDS


class Scenario(models.Model):
    """One version of a branching story, an ink story or a role card. Published ones never change; every run keeps its version."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    kind = models.CharField(max_length=9, choices=[(kind, kind) for kind in KINDS], default=BRANCHING)
    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    title = BilingualField()
    channel = models.CharField(max_length=5, choices=[(code, code) for code in CHANNELS])
    minutes = models.PositiveSmallIntegerField()
    content = BilingualField()  # as `rules.reading` writes it
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to change a draft
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_on = models.DateField(null=True)
    left_out = models.JSONField(default=list)  # [{line, text}]: what was not taken over from the file it came from

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="scenario_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="draft"), name="one_draft_scenario"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class InkStory(models.Model):
    """An ink story as its author wrote it, and as their browser compiled it; only the compiled one is played."""

    scenario = models.OneToOneField(Scenario, models.CASCADE, related_name="ink")
    source = models.TextField(blank=True)  # none where a compiled file was brought in
    compiled = models.TextField(blank=True)  # none while the source does not compile
