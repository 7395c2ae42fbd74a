"""Packages: listed, uploaded, looked at, put into a course, removed; who is how far in one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.courseware import permissions
from hengcai.courseware.queries.packages import drafts_to_put_into, lessons_playing, packages_seen_by
from hengcai.courseware.queries.runs import address_to_look, runs_seen_by
from hengcai.courseware.rules.archive import MEGABYTES
from hengcai.courseware.unpacking import receive_package, take_out
from hengcai.training.actions import edit_course
from hengcai.training.definitions import definition_of
from hengcai.web.courseware.forms import LessonForm, PeopleForm
from hengcai.web.courseware.lists import package_list, people_list
from hengcai.web.courseware.views.playing import check_runtime, framing
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("packages")
def packages(request):
    permissions.SEE.enter([], request.user)
    asked = Asked(request, package_list())
    rows = asked.sorted(packages_seen_by(request.user))
    facts = {"may_add": permissions.ADD.is_held_by(request.user)}
    return asked.file(rows) or asked.show("courseware/packages.html", rows, facts)


def add(request):
    permissions.ADD.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        upload = request.FILES.get("file")
        try:
            made = receive_package(the_centre(), upload, by=request.user, name=upload.name if upload else "")
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Uploaded. Try it before you put it into a course."))
            return redirect("see-package", made.pk)
    facts = {"error": refusal, "megabytes": MEGABYTES}
    return render(request, "courseware/add.html", facts, status=422 if refusal else 200)


def package(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect(
                "list-packages" if request.POST.get("do") == "remove" else "see-package", *_back(request, found)
            )
    facts = {
        "package": found, "parts": found.played, "lessons": lessons_playing(found), "error": refusal,
        "form": LessonForm(request.POST or None, package=found, courses=drafts_to_put_into()),
        "may_add": permissions.ADD.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "courseware/package.html", facts, status=422 if refusal else 200)


def look(request, pk):
    """As a learner meets it; nothing it reports is kept."""
    found = _seen(request, pk)
    check_runtime()
    parts = found.played
    here = parts[min(max(whole(request.GET.get("part", "")) or 1, 1), len(parts)) - 1]
    address = address_to_look(found, here, request.user)
    facts = {"package": found, "parts": parts, "here": here, "address": address}
    return framing(request, render(request, "courseware/look.html", facts))


def people(request, pk):
    permissions.SEE.enter([], request.user)
    found = _seen(request, pk)
    form = PeopleForm(request.GET)
    asked = Asked(request, people_list(found), form=form)
    rows = asked.sorted(runs_seen_by(request.user).filter(form.filters(found).condition()))
    return asked.file(rows) or asked.show(
        "courseware/people.html", rows, {"package": found, "is_narrowed": asked.is_narrowed}
    )


def _back(request, found):
    return () if request.POST.get("do") == "remove" else (found.pk,)


def _seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(packages_seen_by(request.user), pk=pk)


def _remove(request, found):
    take_out(found, by=request.user)
    return _("The package has been removed. What people did in it is kept.")


def _put(request, found):
    """A lesson at the end of a draft course."""
    form = LessonForm(request.POST, package=found, courses=drafts_to_put_into())
    course = form.course()
    if course is None:
        raise NotValid("courseware.course_missing")
    definition = definition_of(course)
    lessons = [*definition["lessons"], form.lesson(definition["lessons"])]
    edit_course(course, by=request.user, definition=definition | {"lessons": lessons}, edit_count=course.edit_count)
    return _("The package is now a lesson of %(course)s.") % {"course": course.title}


DOINGS = {"remove": _remove, "put": _put}
