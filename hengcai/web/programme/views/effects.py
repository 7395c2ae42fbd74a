"""What training did: all courses at a glance, one course with its four levels and what followed from them."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.programme import actions, permissions
from hengcai.programme.facts.levels import learning_in, reaction_to
from hengcai.programme.queries.effects import briefs_of, courses_measured, effects_of
from hengcai.programme.queries.gains import gains_of
from hengcai.programme.queries.revisions import revisions_of
from hengcai.programme.rules.revising import by_hand
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.web.programme.at_line import line_shown
from hengcai.web.programme.drawing import brief, shown
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole

ON_A_PAGE = 40


def effects(request):
    permissions.SEE_EFFECTS.enter([], request.user)
    page = Paginator(courses_measured(request.user), ON_A_PAGE).get_page(whole(request.GET.get("page", "")) or 1)
    told = briefs_of([one.code for one in page])
    rows = [(one, told[one.code][0].trained, [brief(effect) for effect in told[one.code]]) for one in page]
    return render(request, "programme/effects.html", {"rows": rows, "page": page})


def effect(request, pk):
    permissions.SEE_EFFECTS.enter([], request.user)
    course = get_object_or_404(courses_seen_by(request.user).exclude(state="draft"), pk=pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, course)
        if not refusal:
            return redirect("see-effect", course.pk)
    facts = {
        **_measured(course), **_levels(course), "course": course, "error": refusal,
        "may_measure": permissions.MEASURE.is_held_by(request.user), "revisions": revisions_of(course, request.user),
        "may_open": permissions.OPEN_REVISION.is_held_by(request.user) and course.state == "published",
    }  # fmt: skip
    return render(request, "programme/effect.html", facts, status=422 if refusal else 200)


def _measured(course):
    """`lines`: of the outcomes what can be said at the line that sends people, the first of them drawn."""
    effects = effects_of(course)
    found = [shown(one, with_plot=place == 0) for place, one in enumerate(effects)]
    able = [one for one in effects if one.detail.get("line")]
    lines = [line_shown(one, with_plot=place == 0) for place, one in enumerate(able)]
    return {
        "main": found[0] if found else None,
        "others": found[1:],
        "line": lines[0] if lines else None,
        "lines": lines[1:],
    }


def _levels(course):
    gains = gains_of(course.code, until=localdate())
    return {"reaction": reaction_to(course), "learning": learning_in(course), "gains": gains}


def _measure(request, course):
    actions.measure_effect(the_centre(), by=request.user, course=course.code, until=localdate())
    return _("Worked out again.")


def _revise(request, course):
    why = by_hand(request.POST.get("because", ""))
    actions.open_revision(course, by=request.user, reasons=why, today=localdate())
    return _("The revision is open and the owner of the course has been told.")


DOINGS = {"measure": _measure, "revise": _revise}
