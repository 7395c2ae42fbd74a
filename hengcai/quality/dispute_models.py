"""Who took a dispute and gave it back undecided."""

from django.db import models

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.quality.models import Dispute


class GivenBack(models.Model):
    """From then on they take no part in it: they may have seen what whoever decides has to come to blind."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="given_back")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reason = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dispute", "by"], name="dispute_given_back_once")]
