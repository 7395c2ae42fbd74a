from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.base.spelling import name_key
from hengcai.framework.models import Post


class Site(models.Model):
    name = models.CharField(max_length=80, unique=True)
    time_zone = models.CharField(max_length=40, default="Asia/Shanghai")

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """班组, or a supervisor's group of teams; depth is free."""

    name = models.CharField(max_length=80)
    site = models.ForeignKey(Site, models.PROTECT, related_name="teams")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "name"], name="team_once_per_site")]

    def __str__(self) -> str:
        return self.name


class NameKey(models.CharField):
    """Follows the name whenever a row is made or saved; a bulk update writes it beside the name."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001 - Django's own signature
        key = name_key(getattr(model_instance, "name"))  # noqa: B009 - a model of any kind
        setattr(model_instance, self.attname, key)
        return key


class Person(models.Model):
    """Somebody known to the centre by a number of its own (工号); staff are those with an employment."""

    number = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    name_key = NameKey(max_length=120, editable=False, default="")  # how lists sort: by reading
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=8, blank=True)
    user = models.OneToOneField(User, models.SET_NULL, null=True, related_name="person")

    class Meta:
        indexes = [models.Index(fields=["name"]), models.Index(fields=["name_key", "number"], name="person_by_reading")]

    def __str__(self) -> str:
        return self.name

    @property
    def subject_id(self) -> Any:
        return self.user_id


class Employment(models.Model):
    """One episode from hiring to leaving; somebody who comes back has a second one."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="employments")
    hired_on = models.DateField()
    probation_ends_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    left_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "hired_on"], name="employment_once"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("hired_on")), name="left_after_hired"
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Placement(models.Model):
    """Where a person stood from `since` to `until` (both days included; open when null)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="placements")
    since = models.DateField()
    until = models.DateField(null=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="placements")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="placements")
    lead = models.ForeignKey(Person, models.PROTECT, null=True, related_name="led_placements")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "since"], name="placement_once"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="until_after_since"
            ),
        ]
        indexes = [models.Index(fields=["lead", "since"]), models.Index(fields=["team", "since"])]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Shift(models.Model):
    """When a person was to be at work, in training or in a meeting; of one kind no two at once."""

    class Kind(models.TextChoices):
        WORK = "work"
        TRAINING = "training"
        MEETING = "meeting"

    agent = models.ForeignKey(Person, models.CASCADE, related_name="shifts", db_index=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.WORK)
    skill_group = models.CharField(max_length=80, blank=True)
    brought_by = models.BigIntegerField(null=True)  # the run whose content it has; read by nobody but its undoing

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "starts_at", "kind"], name="shift_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="shift_ends_after_start"),
        ]
        indexes = [models.Index(fields=["starts_at"])]


class Absence(models.Model):
    """Days a person was away, both ends included. `kind` is one of the known codes, or the centre's own word."""

    agent = models.ForeignKey(Person, models.CASCADE, related_name="absences", db_index=False)
    first_on = models.DateField()
    last_on = models.DateField()
    kind = models.CharField(max_length=40)
    approved_by = models.CharField(max_length=120, blank=True)
    brought_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "first_on", "kind"], name="absence_once"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="absence_ends_after_start"),
        ]
        indexes = [models.Index(fields=["first_on"])]


class SkillTerm(models.Model):
    """A skill group a person belongs to from `since` to `until`, both days included; open when null."""

    agent = models.ForeignKey(Person, models.CASCADE, related_name="skill_terms", db_index=False)
    skill_group = models.CharField(max_length=80)
    since = models.DateField()
    until = models.DateField(null=True)
    brought_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "skill_group", "since"], name="skill_term_once"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="skill_until_after_since"
            ),
        ]


class OwnDay(models.Model):
    """A day the centre works, or does not, otherwise than the calendar says; `kind` is one of `base.workdays`."""

    date = models.DateField(unique=True)
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=80, blank=True)
    brought_by = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return self.date.isoformat()


class TeamSums(models.Model):
    """What a period's scores of one team add up to, kept so that any number of teams can be shown at once.

    Without a team they are the whole site's. `moments` are the numbers of `measurement.clusters.Moved`.
    """

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+")
    moments = models.JSONField()

    class Meta:
        abstract = True
