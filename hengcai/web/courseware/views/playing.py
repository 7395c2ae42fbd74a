"""The player: a package beside its list of parts, in a frame that reaches nothing of ours. What its part reports comes
from this page, which holds the cookie and the token; the frame has neither."""

import json

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from hengcai.base.errors import NotNow, NotValid
from hengcai.courseware import actions, permissions
from hengcai.courseware.actions import Report
from hengcai.courseware.queries.runs import address_in_frame, mode_of, next_part, own_runs, package_of, parts_met
from hengcai.training.queries.learning import own_enrolments
from hengcai.web.courseware.lists import reported
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.middleware import STATUS
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


def play(request, pk, code):
    """`?part=`: which one, from 1; without it the first that is not done."""
    permissions.PLAY.enter([], request.user)
    found = get_object_or_404(own_enrolments(request.user), pk=pk)
    lesson = get_object_or_404(found.course.lessons, code=code, kind="scorm")
    if request.method == "POST":
        return done_by(DOINGS, request)(request, found, lesson)
    package = package_of(lesson)
    if package is None:
        raise NotNow("courseware.gone")
    check_runtime()
    parts = parts_met(package, found, lesson)
    here = _asked(parts, request.GET.get("part", ""))
    facts = {
        "enrolment": found, "course": found.course, "lesson": lesson, "package": package, "parts": parts, "here": here,
        "next": parts[here.number] if here.number < len(parts) else None,
        "later": found.course.lessons.filter(order__gt=lesson.order).order_by("order").first(),
    }  # fmt: skip
    return framing(request, render(request, "courseware/play.html", facts))


def check_runtime():
    """It comes with the assets, which a home that was made by hand may lack."""
    try:
        static("hc/scorm12.js")
    except ValueError:
        raise NotNow("courseware.no_runtime") from None


def framing(request, answer):
    """This page alone may hold a frame, and only with files of packages."""
    place = reverse("open-package-file", args=["x", "x"]).removesuffix("x/x")
    answer._csp_update = {"frame-src": [f"{request.scheme}://{request.get_host()}{place}"]}
    return answer


def _asked(parts, word):
    if not word:
        return next_part(parts)
    number = whole(word) or 0
    if not 1 <= number <= len(parts):
        raise Http404
    return parts[number - 1]


def _told(work):
    """What the page's script reads; a refusal is a sentence it shows."""

    def do(request, enrolment, lesson):
        try:
            return JsonResponse(work(request, enrolment, lesson))
        except (NotValid, NotNow) as refused:
            status = next(code for kind, code in STATUS.items() if isinstance(refused, kind))
            return JsonResponse({"detail": sentence(refused), "code": refused.code}, status=status)

    return do


def _open(request, enrolment, lesson):
    part = request.POST.get("part", "")
    run = actions.open_run(enrolment, by=request.user, lesson=lesson, part=part, today=localdate())
    return {"session": run.session, "address": address_in_frame(run), "mode": mode_of(run), "said": reported(run)}


def _keep(request, enrolment, lesson):
    run = _run(request, enrolment, lesson)
    report = Report(
        session=whole(request.POST.get("session", "")) or 0, values=_values(request.POST.get("values", "")),
        is_over=bool(request.POST.get("is_over")),
    )  # fmt: skip
    kept = actions.keep_run(run, by=request.user, report=report, today=localdate())
    return {"saved_at": f"{localtime(kept.seen_at):%H:%M}", "said": reported(kept), "is_done": kept.done_at is not None}


def _again(request, enrolment, lesson):
    run = _run(request, enrolment, lesson)
    actions.restart_run(run, by=request.user)
    number = next((n for n, one in enumerate(run.package.played, start=1) if one.id == run.part), 1)
    return redirect(f"{reverse('play-package', args=[enrolment.pk, lesson.code])}?part={number}")


def _run(request, enrolment, lesson):
    rows = own_runs(request.user).filter(enrolment=enrolment, lesson=lesson)
    return get_object_or_404(rows, part=request.POST.get("part", ""))


def _values(text):
    """Element → value, as the page's script wrote it."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise NotValid("courseware.report_unreadable")
    return found


DOINGS = {"open": _told(_open), "keep": _told(_keep), "again": _again}
