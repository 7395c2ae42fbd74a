from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.assessment.models import Survey


class Project(models.Model):
    """One needs survey 现状调研: run by a group of people, from its questionnaire to its report."""

    class State(models.TextChoices):
        RUNNING = "running"
        ISSUED = "issued"

    name = models.CharField(max_length=120)
    state = models.CharField(max_length=7, choices=State, default=State.RUNNING)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    members = models.ManyToManyField(User, related_name="needs_surveys")
    first_on = models.DateField()  # complaints, praise, errors and listening of these days
    last_on = models.DateField()
    levels_from = models.DateField()  # rated levels of these days
    levels_to = models.DateField()
    survey = models.ForeignKey(Survey, models.PROTECT, null=True, related_name="needs_surveys")
    seed = models.CharField(max_length=60, blank=True)  # of the interview sample; empty: not drawn yet
    strata = models.JSONField(default=dict)  # stratum → how many people it had when it was drawn
    frame = models.JSONField(default=dict)  # number → stratum of everybody who could be drawn

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__lte=F("last_on"), levels_from__lte=F("levels_to")), name="needs_survey_forwards"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProjectTask(models.Model):
    """What somebody of the group does by a day."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="tasks")
    what = models.CharField(max_length=200)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)


class Benchmark(models.Model):
    """行业标杆: what others reach, as the group found it, with its source and day."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="benchmarks")
    measure = models.CharField(max_length=120)
    value = models.CharField(max_length=40)
    own = models.CharField(max_length=40, blank=True)  # the centre's own figure
    source = models.CharField(max_length=200)
    on = models.DateField()


class MatterCode(models.Model):
    """Which competency complaints of one cause speak of, as the group sees it; none: of no competency."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="matters")
    matter = models.CharField(max_length=120)
    competency = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "matter"], name="matter_coded_once")]
