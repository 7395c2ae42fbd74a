"""Who has a sheet open at this moment. Nothing is locked by it, and no row outlives its moment by long."""

from django.db import models

from hengcai.accounts.models import User


class Presence(models.Model):
    """One window of one person on one sheet: "assignment:12", "calibration:3", "recheck:7"."""

    sheet = models.CharField(max_length=40)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    window = models.CharField(max_length=36)  # what the page calls itself
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "user", "window"], name="present_once")]
        indexes = [models.Index(fields=["seen_at"], name="present_since")]
