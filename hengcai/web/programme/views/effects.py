"""What training did: all courses at a glance, one course with its four levels."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.programme import actions, permissions
from hengcai.programme.queries.effects import effects_of, effects_seen_by, learning_in, reaction_to
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.web.programme.drawing import shown
from hengcai.web.shell.doing import refusal_told


def effects(request):
    permissions.SEE_EFFECTS.enter([], request.user)
    rows = [(one.course, [shown(effect) for effect in one.effects]) for one in effects_seen_by(request.user)]
    return render(request, "programme/effects.html", {"rows": rows})


def effect(request, pk):
    permissions.SEE_EFFECTS.enter([], request.user)
    course = get_object_or_404(courses_seen_by(request.user).exclude(state="draft"), pk=pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, course)
        if not refusal:
            return redirect("see-effect", course.pk)
    found = [shown(one) for one in effects_of(course)]
    facts = {
        "course": course, "main": found[0] if found else None, "others": found[1:], "reaction": reaction_to(course),
        "learning": learning_in(course), "may_measure": permissions.MEASURE.is_held_by(request.user), "error": refusal,
    }  # fmt: skip
    return render(request, "programme/effect.html", facts)


def _measure(request, course):
    actions.measure_effect(the_centre(), by=request.user, course=course.code, until=localdate())
    return _("Worked out again.")


DOINGS = {"measure": _measure}
