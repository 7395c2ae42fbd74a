"""What is noted by hand until there are courses: that somebody was given training."""

from typing import Any

from django.db import models

from hengcai.accounts.models import User
from hengcai.people.models import Person


class TrainingNote(models.Model):
    """Training given to one person; it stands in their evidence bundle."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="training_notes")
    given_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    what = models.TextField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
