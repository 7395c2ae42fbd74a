"""Files of a course's lessons: added to a draft, removed while no lesson uses them; a learner's opening noted."""

from dataclasses import dataclass

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.training import permissions, states
from hengcai.training.looking import Looked
from hengcai.training.models import Course, Lesson, LessonFile

MOST_FILES = 60


@dataclass(frozen=True)
class Received:
    """As it lies in the media folder."""

    name: str
    place: str
    looked: Looked
    byte_count: int
    digest: str


@action(states.ADD_FILE, unsaid={"received"})
def add_lesson_file(course: Course, *, by: User, received: Received) -> LessonFile:
    """The same content under the same name is there already; another content wants another name."""
    check_lengths(received.name)
    held = LessonFile.objects.filter(code=course.code)
    same = held.filter(name=received.name).first()
    if same is not None and same.digest == received.digest:
        return same
    if same is not None:
        raise NotValid("training.file_name_taken", name=received.name)
    if held.count() >= MOST_FILES:
        raise NotValid("training.too_many_files", most=MOST_FILES)
    return LessonFile.objects.create(
        code=course.code, name=received.name, kind=received.looked.kind, place=received.place,
        media_type=received.looked.media_type, byte_count=received.byte_count, digest=received.digest,
        seconds=received.looked.seconds, by=by, at=clock.now(),
    )  # fmt: skip


@action(permissions.WRITE_COURSES)
def remove_lesson_file(file: LessonFile, *, by: User) -> str:
    """With where it lay. One that a lesson of any version uses stays: whoever learns that version needs it."""
    if Lesson.objects.filter(course__code=file.code, media=file.name).exists():
        raise NotNow("training.file_in_use")
    place = file.place
    LessonFile.objects.filter(pk=file.pk).delete()
    return place


def check_media(course: Course) -> None:
    """Every lesson that shows, plays or hands out something has a file of that kind; else the course is not ready."""
    files = dict(LessonFile.objects.filter(code=course.code).values_list("name", "kind"))
    for lesson in course.lessons.filter(kind__in=LessonFile.Kind.values).order_by("order"):
        if files.get(lesson.media) != lesson.kind:
            raise NotNow("training.media_missing", lesson=str(lesson.title), kind=lesson.kind)
