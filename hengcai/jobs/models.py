from django.db import models


class Job(models.Model):
    """One piece of long work. A worker holds it by lease; an expired lease is taken up by another."""

    class State(models.TextChoices):
        QUEUED = "queued"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=40)
    target = models.BigIntegerField()  # the row the kind's step works on
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    asked_by = models.BigIntegerField()
    asked_at = models.DateTimeField(auto_now_add=True)
    done_count = models.BigIntegerField(default=0)
    total_count = models.BigIntegerField(default=0)
    message = models.JSONField(default=dict)
    attempt_count = models.IntegerField(default=0)
    lease_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "lease_until"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"
