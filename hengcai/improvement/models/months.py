"""质量分析月报 and the meeting it is talked over in."""

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User


class MonthReport(models.Model):
    """A month's quality analysis: what was counted, what a person made of it. Issued ones never change."""

    class State(models.TextChoices):
        DRAFT = "draft"
        ISSUED = "issued"

    month = models.DateField()  # its first day
    revision = models.PositiveIntegerField(default=1)
    because = models.TextField(blank=True)  # why there is another one
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    facts = models.JSONField()  # as `analysing` counts them
    texts = models.JSONField(default=dict)  # sentence → {zh, en}: what stands in its place
    left_out = models.JSONField(default=list)  # sentences that are not in it
    summary = models.JSONField(default=dict)  # {zh, en}
    focus = models.JSONField(default=dict)  # next month's, {zh, en}
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save it
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    number = models.CharField(max_length=20, blank=True)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "revision"], name="month_report_once"),
            models.UniqueConstraint(fields=["month"], condition=Q(state="draft"), name="one_draft_of_a_month"),
            models.CheckConstraint(
                condition=~Q(state="issued") | (Q(issued_at__isnull=False) & ~Q(number="")), name="issued_with_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.revision}"


class Meeting(models.Model):
    """质量分析会: who was there, what was said, what was decided."""

    report = models.ForeignKey(MonthReport, models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    minutes = models.TextField(blank=True)
    attendees = models.ManyToManyField(User, related_name="+")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()


class Decision(models.Model):
    """What was decided; it may become a corrective measure, which then names it as its source."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    text = models.TextField()
