"""The catalogue: courses listed, read with their standard, enrolled in, assigned, published, retired."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.base.errors import NotValid
from hengcai.programme.queries.revisions import revisions_of
from hengcai.training import actions, permissions
from hengcai.training.queries.catalogue import (
    competency_names,
    courses_listed,
    courses_seen_by,
    lessons_in,
    moves_of,
    newer_version,
)
from hengcai.training.queries.learning import assignable_by, own_way
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence
from hengcai.web.training.forms import AssignForm, CourseFilterForm, PeopleForm
from hengcai.web.training.lists import course_list
from hengcai.web.training.showing import aims_of, played, reaches_of

MOST_PEOPLE = 100  # on one page


@remembers("courses")
def courses(request):
    permissions.SEE_COURSES.enter([], request.user)
    writes = permissions.WRITE_COURSES.is_held_by(request.user)
    form = CourseFilterForm(request.GET, writes=writes)
    asked = Asked(request, course_list(writes=writes), form=form)
    rows = asked.sorted(courses_listed(request.user, form.filters()))
    facts = {"is_narrowed": asked.is_narrowed, "may_write": writes}
    return asked.file(rows) or asked.show("training/courses.html", rows, facts)


def course(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        try:
            return done_by(DOINGS, request)(request, found)
        except NotValid as refused:
            refusal = sentence(refused)
    return render(request, "training/course.html", _facts(request, found, refusal), status=422 if refusal else 200)


def assign(request, pk):
    """Those whom a word or a team narrows it to, so many at a time."""
    permissions.ASSIGN.enter([], request.user)
    found, refusal = _seen(request, pk), ""
    narrowing = PeopleForm(request.GET, request.user)
    rows = assignable_by(request.user, localdate()).filter(narrowing.condition())
    form = AssignForm(request.POST or None, rows[:MOST_PEOPLE])
    if form.is_valid():
        try:
            said = _assigned(request, found, form)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, said)
            return redirect("see-course", found.pk)
    facts = {
        "course": found,
        "form": form,
        "narrowing": narrowing,
        "error": refusal,
        "n": rows.count(),
        "most": MOST_PEOPLE,
    }
    return render(request, "training/assign.html", facts, status=422 if refusal or form.errors else 200)


def lesson(request, pk, code):
    """A lesson as its learners meet it, for whoever teaches."""
    permissions.TEACH.enter([], request.user)
    found = _seen(request, pk)
    lessons = lessons_in(found)
    here = get_object_or_404(found.lessons, code=code)
    facts = {"course": found, "lesson": here, "lessons": lessons, "part": here.part, "questions": _asked(found, here)}
    facts["media"] = played(here, found, lambda name, *more: reverse(name, args=[pk, code, *more]), is_preview=True)
    return render(request, "training/lesson_preview.html", facts)


def _asked(course, lesson):
    return [one for one in course.quiz if one["id"] in lesson.asks]


def _seen(request, pk):
    permissions.SEE_COURSES.enter([], request.user)
    return get_object_or_404(courses_seen_by(request.user), pk=pk)


def _facts(request, found, refusal):
    teaches = permissions.TEACH.is_held_by(request.user)
    return {
        "course": found, "error": refusal, "lessons": lessons_in(found), "moves": moves_of(found, request.user),
        "aims": aims_of(found), "reaches": reaches_of(found, competency_names()), "newer": newer_version(found),
        "way": own_way(found, request.user), "teaches": teaches, "revisions": revisions_of(found, request.user),
        "may_talk": permissions.TALK_COURSE.allows(found, request.user),
        "may_assign": permissions.ASSIGN.is_held_by(request.user) and found.state == "published",
        "may_write": permissions.WRITE_COURSES.is_held_by(request.user),
    }  # fmt: skip


def _enrol(request, found):
    made = actions.enrol(found, by=request.user)
    return redirect("see-enrolment", made.pk)


def _assigned(request, found, form):
    people = form.chosen_people()
    if not people:
        raise NotValid("training.nobody_chosen")
    actions.assign_course(people, by=request.user, course=found, order=form.order(), today=localdate())
    return ngettext("Assigned to %(n)s person.", "Assigned to %(n)s people.", len(people)) % {"n": len(people)}


def _publish(request, found):
    actions.publish_course(found, by=request.user, today=localdate())
    messages.success(request, _("Published. It can no longer be changed."))
    return redirect("see-course", found.pk)


def _retire(request, found):
    actions.retire_course(found, by=request.user)
    return redirect("see-course", found.pk)


def _copy(request, found):
    return redirect("edit-course", actions.copy_course(found, by=request.user).pk)


DOINGS = {"enrol": _enrol, "publish": _publish, "retire": _retire, "copy": _copy}
