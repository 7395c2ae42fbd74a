from django.db import models

from hengcai.accounts.models import User
from hengcai.courseware.rules.manifest import NEW, OLD, Part


class Package(models.Model):
    """A package as it came in. Lessons name it by its code; a new version is a package of its own."""

    class State(models.TextChoices):
        READY = "ready"
        REMOVED = "removed"  # its files are gone; what people reported stays

    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    edition = models.CharField(max_length=12)  # 1.2, 2004 2nd, 2004 3rd, 2004 4th
    parts = models.JSONField()  # as `rules.manifest.Part` writes them
    has_frames = models.BooleanField(default=False)
    state = models.CharField(max_length=7, choices=State, default=State.READY)
    folder = models.CharField(max_length=60)  # under the media folder
    file_name = models.CharField(max_length=200)
    byte_count = models.PositiveBigIntegerField()
    file_count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256 of the zip
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "-added_at"], name="package_by_day")]

    def __str__(self) -> str:
        return self.title

    @property
    def standard(self) -> str:
        return OLD if self.edition == OLD else NEW

    @property
    def played(self) -> list[Part]:
        """Its parts in order."""
        return [Part(**one) for one in self.parts]

    def part(self, identifier: str) -> Part | None:
        return next((one for one in self.played if one.id == identifier), None)


class PackageFile(models.Model):
    """Where a file of the package lies: under a number, never under the name it came with."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="files")
    path = models.CharField(max_length=400)
    folded = models.CharField(max_length=800)  # without upper case: authors on Windows do not see the difference
    number = models.PositiveIntegerField()
    size = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["package", "path"], name="package_path_once")]
        indexes = [models.Index(fields=["package", "folded"], name="package_file_by_name")]
