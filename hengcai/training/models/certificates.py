import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.training.models.learning import Enrolment


class Certificate(models.Model):
    """A certificate for one finished way through a course. `signed`: the credential as it was handed out, a compact JWS.

    Revoked ones stay to be read; what was downloaded cannot be called back, so the list of the centre says what holds.
    `key` stands in the credential and in the address where anybody who has it may ask whether it still holds.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="certificates")
    number = models.CharField(max_length=20, unique=True)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    expires_on = models.DateField(null=True)
    signed = models.TextField()
    replaces = models.OneToOneField("self", models.SET_NULL, null=True, related_name="replaced_by")
    reminded_days = models.PositiveSmallIntegerField(null=True)  # the last step of 60, 30, 7 days that was told
    revoked_on = models.DateField(null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    revoked_because = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | ~Q(revoked_because=""), name="certificate_revoked_with_reason"
            ),
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(revoked_on=None), name="one_certificate_that_holds"
            ),
        ]
        indexes = [models.Index(fields=["expires_on"], name="certificate_by_end")]

    @property
    def subject_id(self) -> Any:
        return self.enrolment.person.user_id
