from django.db import models


class Effect(models.Model):
    """What a course did to one outcome, as last worked out over everybody; `detail` holds the designs with their intervals."""

    course = models.CharField(max_length=40)  # code: versions of one course are one course here
    outcome = models.CharField(max_length=40)
    verdict = models.CharField(max_length=14)
    detail = models.JSONField()
    trained = models.PositiveIntegerField()
    until = models.DateField()
    worked_out_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "outcome"], name="effect_once")]
