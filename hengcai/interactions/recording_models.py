"""Recordings of contacts; a model of its own file, which `models` brings in."""

from typing import Any

from django.db import models

from hengcai.base import clock


class Recording(models.Model):
    """The sound or picture of one contact: where it lies, what it turned out to be, and what was made of it to play it.

    What is made (`peaks`, `playable`, `covered`, `speech`) lies in a folder of this row and can be made again.
    """

    class Kind(models.TextChoices):
        AUDIO = "audio"
        VIDEO = "video"

    class State(models.TextChoices):
        WAITING = "waiting"
        READY = "ready"
        UNUSABLE = "unusable"

    contact = models.OneToOneField("interactions.Contact", models.CASCADE, related_name="recording")
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.AUDIO)
    place = models.CharField(max_length=500)  # a path under the media folder, or an address
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    refusal = models.JSONField(default=dict)  # {code, facts}: why it is unusable
    digest = models.CharField(max_length=32, blank=True)
    byte_count = models.BigIntegerField(default=0)
    media_type = models.CharField(max_length=20, blank=True)  # of the original
    codec = models.CharField(max_length=20, blank=True)
    channels = models.PositiveSmallIntegerField(default=0)
    rate = models.PositiveIntegerField(default=0)  # samples a second
    seconds = models.FloatField(default=0)  # counted in what was decoded
    peaks = models.CharField(max_length=40, blank=True)  # names of files in the folder of this row
    playable = models.CharField(max_length=40, blank=True)  # empty where browsers play the original
    covered = models.CharField(max_length=40, blank=True)  # with tones over customers' data; empty where there are none
    speech = models.CharField(max_length=40, blank=True)
    is_settled = models.BooleanField(default=False)  # nothing is left to be made
    uploaded_by = models.BigIntegerField(null=True)  # whoever sent it in by hand; none where an import named it
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["digest"]), models.Index(fields=["place"])]

    def __str__(self) -> str:
        return self.place

    @property
    def subject_id(self) -> Any:
        return self.contact.agent.user_id
