"""The file a lesson shows, lets hear or hands out."""

from hengcai.training.models import Course, Lesson, LessonFile


def file_of(lesson: Lesson, course: Course) -> LessonFile | None:
    """None for a text, and where its file is not there yet."""
    if not lesson.media or lesson.kind not in LessonFile.Kind.values:
        return None
    return LessonFile.objects.filter(code=course.code, name=lesson.media, kind=lesson.kind).first()


def files_of(course: Course) -> list[LessonFile]:
    return list(LessonFile.objects.filter(code=course.code).select_related("by").order_by("name"))
