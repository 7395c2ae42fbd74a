"""Complaints; a model of its own file, which `models` brings in."""

from typing import Any

from django.db import models

from hengcai.interactions.judged_models import JudgedWords
from hengcai.people.models import Person


class Complaint(JudgedWords):
    """What a customer complained of: of which agent, of a contact where it is known which, and whether the agent was
    found responsible 有责 or not 无责, by whom, when and why."""

    agent = models.ForeignKey(Person, models.PROTECT, related_name="complaints", db_index=False)
    contact = models.ForeignKey("interactions.Contact", models.PROTECT, null=True, related_name="complaints")
    contact_before = models.CharField(max_length=10, blank=True)  # what the contact said of complaints before this came

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
