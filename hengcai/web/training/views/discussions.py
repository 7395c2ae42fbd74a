"""Talking about a course or a session, thread by thread."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.training import actions, permissions
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.training.queries.discussions import posts_seen, threads_of_course, threads_of_session, threads_seen_by
from hengcai.training.queries.sessions import sessions_seen_by
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole

AT_ONCE = 40


def of_course(request, pk):
    permissions.SEE_COURSES.enter([], request.user)
    found = get_object_or_404(courses_seen_by(request.user), pk=pk)
    permissions.TALK_COURSE.enter(found, request.user)
    rows = threads_of_course(found, request.user)
    return _listed(request, found, rows, {"course": found})


def of_session(request, pk):
    permissions.SEE_SESSIONS.enter([], request.user)
    found = get_object_or_404(sessions_seen_by(request.user), pk=pk)
    permissions.TALK_SESSION.enter(found, request.user)
    rows = threads_of_session(found, request.user)
    return _listed(request, found, rows, {"course": found.course, "session": found})


def thread(request, pk):
    permissions.SEE_TALK.enter([], request.user)
    found, refusal = get_object_or_404(threads_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-thread", found.pk)
    posts = Paginator(posts_seen(found, request.user), AT_ONCE)
    facts = {
        "thread": found, "page": posts.get_page(request.GET.get("page", posts.num_pages)), "error": refusal,
        "moderates": permissions.MODERATE.allows(found, request.user), "typed": request.POST.get("words", ""),
        "course": courses_seen_by(request.user).filter(code=found.code).first(),
    }  # fmt: skip
    return render(request, "training/thread.html", facts, status=422 if refusal else 200)


def _listed(request, place, rows, facts):
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(OPENING, request, place)
        if not refusal:
            return redirect(request.path)
    typed = {name: request.POST.get(name, "") for name in ("title", "words")}
    facts |= {"page": Paginator(rows, AT_ONCE).get_page(request.GET.get("page")), "error": refusal, "typed": typed}
    return render(request, "training/threads.html", facts, status=422 if refusal else 200)


def _open(request, place):
    told = {name: request.POST.get(name, "") for name in ("title", "words")}
    opened = actions.open_session_thread if hasattr(place, "starts_at") else actions.open_course_thread
    opened(place, by=request.user, **told)
    return _("Posted.")


OPENING = {"open": _open}


def _answer(request, found):
    actions.answer_thread(found, by=request.user, words=request.POST.get("words", ""))
    return _("Posted.")


def _pinned(*, is_pinned):
    def do(request, found):
        actions.pin_thread(found, by=request.user, is_pinned=is_pinned)
        return _("Saved.")

    return do


def _of_post(act, said, *, with_reason=False):
    def do(request, found):
        post = get_object_or_404(found.posts, pk=whole(request.POST.get("post", "")) or 0)
        more = {"reason": request.POST.get("reason", "")} if with_reason else {}
        act(post, by=request.user, **more)
        return said()

    return do


def _saved():
    return _("Saved.")


def _reported():
    return _("Reported. The trainer will look at it.")


DOINGS = {
    "answer": _answer, "pin": _pinned(is_pinned=True), "unpin": _pinned(is_pinned=False),
    "report": _of_post(actions.report_post, _reported, with_reason=True),
    "hide": _of_post(actions.hide_post, _saved, with_reason=True), "keep": _of_post(actions.keep_post, _saved),
    "show": _of_post(actions.show_post, _saved), "take-back": _of_post(actions.take_back_post, _saved),
}  # fmt: skip
