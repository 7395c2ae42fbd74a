"""What a customer said of an agent and somebody judged: complaints and praise have this in common."""

from django.db import models


class JudgedWords(models.Model):
    """Whether it was found to be so, by whom, when and why."""

    class Judged(models.TextChoices):
        OPEN = "open"
        UPHELD = "upheld"
        NOT_UPHELD = "not_upheld"

    received_at = models.DateTimeField()
    text = models.TextField()
    matter = models.CharField(max_length=120, blank=True)
    judged = models.CharField(max_length=10, choices=Judged, default=Judged.OPEN)
    judged_by = models.CharField(max_length=120, blank=True)
    judged_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    brought_by = models.BigIntegerField(null=True)

    class Meta:
        abstract = True
