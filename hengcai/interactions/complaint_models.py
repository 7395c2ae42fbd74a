"""Complaints; a model of its own file, which `models` brings in."""

from typing import Any

from django.db import models

from hengcai.people.models import Person


class Complaint(models.Model):
    """What a customer complained of: of which agent, of a contact where it is known which, and whether the agent was
    found responsible 有责 or not 无责, by whom, when and why."""

    class Judged(models.TextChoices):
        OPEN = "open"
        UPHELD = "upheld"
        NOT_UPHELD = "not_upheld"

    agent = models.ForeignKey(Person, models.PROTECT, related_name="complaints", db_index=False)
    contact = models.ForeignKey("interactions.Contact", models.PROTECT, null=True, related_name="complaints")
    received_at = models.DateTimeField()
    text = models.TextField()
    matter = models.CharField(max_length=120, blank=True)
    judged = models.CharField(max_length=10, choices=Judged, default=Judged.OPEN)
    judged_by = models.CharField(max_length=120, blank=True)
    judged_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    brought_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "contact", "received_at"], name="complaint_once"),
            models.UniqueConstraint(
                fields=["agent", "received_at"], condition=models.Q(contact=None), name="complaint_of_no_contact_once"
            ),
        ]
        indexes = [models.Index(fields=["judged", "received_at"]), models.Index(fields=["agent", "received_at"])]

    def __str__(self) -> str:
        return f"complaint {self.pk}"

    @property
    def subject_id(self) -> Any:
        """Whom it is about, once it is judged."""
        return self.agent.user_id if self.judged != self.Judged.OPEN else None
