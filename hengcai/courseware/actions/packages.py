"""Packages taken in and taken out again."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.courseware import permissions, states
from hengcai.courseware.models import Package, PackageFile
from hengcai.courseware.rules.manifest import Manifest
from hengcai.training.models import Lesson


@dataclass(frozen=True)
class Filed:
    path: str
    number: int
    size: int


@dataclass(frozen=True)
class Unpacked:
    """A package as it lies in its folder, looked through and found fit."""

    manifest: Manifest
    files: Sequence[Filed]
    folder: str
    file_name: str
    size: int
    digest: str
    has_frames: bool = False


@action(permissions.ADD, unsaid={"unpacked"})
def add_package(centre: Centre, *, by: User, unpacked: Unpacked) -> Package:
    """The same zip twice is refused: lessons would not know which of the two they mean."""
    if same := Package.objects.filter(digest=unpacked.digest, state=states.READY).first():
        raise NotValid("courseware.known", title=same.title)
    told = unpacked.manifest
    made = Package.objects.create(
        code=f"package_{Package.objects.count() + 1}_{unpacked.digest[:6]}", title=told.title, edition=told.edition,
        parts=[one.plain() for one in told.parts], has_frames=unpacked.has_frames, folder=unpacked.folder,
        file_name=unpacked.file_name, byte_count=unpacked.size, file_count=len(unpacked.files), digest=unpacked.digest,
        added_by=by, added_at=clock.now(),
    )  # fmt: skip
    rows = [
        PackageFile(package=made, path=one.path, folded=one.path.casefold(), number=one.number, size=one.size)
        for one in unpacked.files
    ]
    PackageFile.objects.bulk_create(rows, batch_size=500)
    return made


@action(states.REMOVE)
def remove_package(package: Package, *, by: User) -> Package:
    """Not while a course that is written or in use plays it. Its files go; what people reported stays."""
    playing = Lesson.objects.filter(kind="scorm", media=package.code, course__state__in=("draft", "published"))
    if lesson := playing.select_related("course").first():
        raise NotNow("courseware.still_played", course=str(lesson.course.title))
    package.files.all().delete()
    return package
