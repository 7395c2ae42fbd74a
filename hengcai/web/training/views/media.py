"""What lessons show, let hear and hand out: to who learns the course, to who teaches it; and the list of a draft's files."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.base.errors import NotValid
from hengcai.training import permissions, states
from hengcai.training.models import LessonFile
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.training.queries.learning import own_enrolments
from hengcai.training.reading import file_of, files_of
from hengcai.training.receiving import MOST_MEGABYTES, drop_lesson_file, path_of, receive_lesson_file
from hengcai.web.interactions.ranged import ranged
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole

SHOWN_INLINE = ("application/pdf", "image/")


@require_safe
def media(request, pk, code):
    return sent(request, _learned(request, pk, code))


@require_safe
def captions(request, pk, code, side):
    return _track(_learned(request, pk, code), side)


@require_safe
def preview_media(request, pk, code):
    return sent(request, _taught(request, pk, code))


@require_safe
def preview_captions(request, pk, code, side):
    return _track(_taught(request, pk, code), side)


def files(request, pk):
    """Of a draft: what is there, what of it lessons use, one more."""
    permissions.WRITE_COURSES.enter([], request.user)
    found, refusal = get_object_or_404(courses_seen_by(request.user), pk=pk), ""
    states.ADD_FILE.enter(found, request.user)
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("list-lesson-files", found.pk)
    used = {one.media: one for one in found.lessons.exclude(media="")}
    facts = {
        "course": found, "files": [(one, used.get(one.name)) for one in files_of(found)], "error": refusal,
        "most": MOST_MEGABYTES,
    }  # fmt: skip
    return render(request, "training/lesson_files.html", facts, status=422 if refusal else 200)


def added(request, found, field="file"):
    upload = request.FILES.get(field)
    if upload is None:
        raise NotValid("training.file_missing")
    return receive_lesson_file(found, upload, name=upload.name or "", by=request.user)


def sent(request, lesson):
    """In pieces, as a player asks for them; what a browser does not show itself is saved under its name."""
    file = file_of(lesson, lesson.course)
    if file is None or not path_of(file).is_file():
        raise Http404
    answer = ranged(request, path_of(file), media_type=file.media_type, tag=f'"{file.digest[:32]}"')
    if not file.is_media:
        is_saved = not file.media_type.startswith(SHOWN_INLINE)
        answer["Content-Disposition"] = content_disposition_header(is_saved, file.name)
    return answer


def _track(lesson, side):
    text = getattr(lesson.part.get("captions"), side, "") if side in ("zh", "en") else ""
    if not text:
        raise Http404
    return HttpResponse(text, content_type="text/vtt; charset=utf-8", headers={"X-Content-Type-Options": "nosniff"})


def _learned(request, pk, code):
    permissions.LEARN.enter([], request.user)
    found = get_object_or_404(own_enrolments(request.user), pk=pk)
    return get_object_or_404(found.course.lessons.select_related("course"), code=code)


def _taught(request, pk, code):
    permissions.TEACH.enter([], request.user)
    found = get_object_or_404(courses_seen_by(request.user), pk=pk)
    return get_object_or_404(found.lessons.select_related("course"), code=code)


def _add(request, found):
    made = added(request, found)
    return _("Added: %(name)s.") % {"name": made.name}


def _remove(request, found):
    file = get_object_or_404(LessonFile, code=found.code, pk=whole(request.POST.get("file", "")) or 0)
    drop_lesson_file(file, by=request.user)
    return _("Removed.")


DOINGS = {"add": _add, "remove": _remove}
