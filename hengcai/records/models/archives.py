"""What a record was sealed as, and the batches in which sealed records were put away."""

from django.db import models

from hengcai.appraisal.models import Cycle


class Batch(models.Model):
    """One file of the archive; its head stands in the audit log as well."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="batches")
    number = models.PositiveIntegerField(unique=True)
    made_at = models.DateTimeField()
    count = models.PositiveIntegerField()
    head = models.CharField(max_length=64)

    @property
    def file_name(self) -> str:
        return f"{self.number:06d}.jsonl"


class Check(models.Model):
    """One reading of the whole archive, a file at a time: against itself and against the heads in the audit log."""

    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    files = models.PositiveIntegerField(default=0)  # read so far
    records = models.PositiveIntegerField(default=0)
    erased = models.PositiveIntegerField(default=0)  # of whose records some texts are gone
    faults = models.JSONField(default=list)  # [{file, code, line}], the first of them
    fault_count = models.PositiveIntegerField(default=0)
    after = models.PositiveIntegerField(default=0)  # number of the last batch read


class Seal(models.Model):
    """The whole record as it was when it was answered. `content` holds no personal text, only salted digests of each;
    the texts stand in `values`, which erasure may empty."""

    record = models.OneToOneField("records.Record", models.CASCADE, primary_key=True, related_name="seal")
    content = models.TextField()  # canonical JSON
    digest = models.CharField(max_length=64)
    values = models.JSONField()  # name → {salt, value}; null: erased
    sealed_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)
