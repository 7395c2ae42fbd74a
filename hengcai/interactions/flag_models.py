"""What contacts are marked with; a model of its own file, which `models` brings in."""

from typing import Any

from django.db import models

from hengcai.accounts.models import User
from hengcai.base import clock


class ContactFlag(models.Model):
    """One mark on one contact, by which a sampling rule can ask for it. Without a user it came with a file."""

    contact = models.ForeignKey("interactions.Contact", models.CASCADE, related_name="flags", db_index=False)
    name = models.CharField(max_length=500)  # folded, as a plan's rule is compared with it
    set_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "name"], name="contact_flag_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def subject_id(self) -> Any:
        return self.contact.agent.user_id
