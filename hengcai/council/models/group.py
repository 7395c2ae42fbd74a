"""Who sits on the review panel, what it met about, what it set itself to do, and its project groups."""

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User


class Seat(models.Model):
    """One term of one member. It grants no right by itself: roles do, and the page says where the two differ."""

    class Part(models.TextChoices):
        CHAIR = "chair"
        SECRETARY = "secretary"
        ANALYST = "analyst"
        TRAINER = "trainer"
        AGENT = "agent"  # a senior agent
        HR = "hr"
        OTHER = "other"

    class Chosen(models.TextChoices):
        OFFICE = "office"  # by the post they hold
        ELECTED = "elected"
        APPOINTED = "appointed"

    user = models.ForeignKey(User, models.PROTECT, related_name="seats")
    part = models.CharField(max_length=9, choices=Part)
    chosen = models.CharField(max_length=9, choices=Chosen)
    basis = models.CharField(max_length=200, blank=True)  # the vote, the notice
    since = models.DateField()
    until = models.DateField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="seat_in_order"),
        ]


class Meeting(models.Model):
    """Minutes: written by one, final once a second member who was there has approved them."""

    class State(models.TextChoices):
        DRAFT = "draft"
        APPROVED = "approved"

    title = models.CharField(max_length=120)
    held_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    present = models.ManyToManyField(User, related_name="+")
    guests = models.CharField(max_length=200, blank=True)
    edit_count = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") ^ Q(approved_by__isnull=False), name="approved_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("written_by")), name="approved_by_a_second"
            ),
        ]


class Topic(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="topics")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    said = models.TextField(blank=True)
    decided = models.TextField(blank=True)
    votes_for = models.PositiveSmallIntegerField(default=0)
    votes_against = models.PositiveSmallIntegerField(default=0)
    votes_abstained = models.PositiveSmallIntegerField(default=0)


class Project(models.Model):
    """专项工作组: for a survey, a standard or the like, with an end."""

    name = models.CharField(max_length=120)
    purpose = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)


class ProjectMember(models.Model):
    class Part(models.TextChoices):
        MANAGER = "manager"
        HR = "hr"
        SENIOR = "senior"  # an agent of ten years
        LIAISON = "liaison"  # of the business
        MEMBER = "member"

    project = models.ForeignKey(Project, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    part = models.CharField(max_length=7, choices=Part)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "user"], name="project_member_once")]


class Task(models.Model):
    """What somebody has taken on for the panel or a project group, by a day."""

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"
        DROPPED = "dropped"

    title = models.CharField(max_length=200)
    owner = models.ForeignKey(User, models.PROTECT, related_name="council_tasks")
    due_on = models.DateField()
    state = models.CharField(max_length=7, choices=State, default=State.OPEN)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="tasks")
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="tasks")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    result = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "due_on"], name="council_task_by_day")]
