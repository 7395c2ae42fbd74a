from typing import Any

from django.db import models

from hengcai.accounts.models import User
from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.training.models.sessions import Session


class Reflection(models.Model):
    """复盘: what happened, what one would do otherwise, the next step; after a session, a contact, or anything else. Read by
    its writer, their lead, and the trainers of the session."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="reflections")
    session = models.ForeignKey(Session, models.SET_NULL, null=True, related_name="reflections")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    about = models.CharField(max_length=120)
    happened = models.TextField()
    otherwise = models.TextField()
    next_step = models.CharField(max_length=400, blank=True)
    next_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    edit_count = models.PositiveIntegerField(default=0)
    reply = models.TextField(blank=True)
    replied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "made_at"], name="reflection_of_person")]

    def __str__(self) -> str:
        return self.about

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
