"""Training plans: drafted, their needs gathered and settled, their timetable made, approved, closed."""

from decimal import Decimal, InvalidOperation

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.programme import actions, permissions, states
from hengcai.programme.queries.plans import course_lines, moves_of, needs_seen_by, plans_seen_by, total
from hengcai.training.models import Course
from hengcai.training.queries.catalogue import competency_names
from hengcai.web.programme.forms import PlanForm
from hengcai.web.programme.lists import need_list, plan_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

ON_A_PAGE = 40


@remembers("training-plans")
def plans(request):
    permissions.SEE_PLANS.enter([], request.user)
    asked = Asked(request, plan_list())
    rows = asked.sorted(plans_seen_by(request.user))
    return asked.file(rows) or asked.show(
        "programme/plans.html", rows, {"may_write": permissions.WRITE_PLAN.is_held_by(request.user)}
    )


def add(request):
    permissions.WRITE_PLAN.enter([], request.user)
    form, refusal = PlanForm(request.POST or None), ""
    if form.is_valid():
        try:
            made = actions.draft_training_plan(the_centre(), by=request.user, frame=form.frame())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-training-plan", made.pk)
    return _page(request, form, refusal, None)


def edit(request, pk):
    found = _seen(request, pk)
    states.CHANGE.enter(found, request.user)
    names = ("name", "kind", "first_on", "last_on", "because", "budget", "away_percent")
    form, refusal = PlanForm(request.POST or None, initial={name: getattr(found, name) for name in names}), ""
    if form.is_valid():
        try:
            actions.change_training_plan(found, by=request.user, frame=form.frame())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-training-plan", found.pk)
    return _page(request, form, refusal, found)


def plan(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-training-plan", found.pk)
    lines = course_lines(found)
    page = Paginator(lines, ON_A_PAGE).get_page(whole(request.GET.get("page", "")) or 1)
    facts = {
        "plan": found, "lines": page.object_list, "page": page,
        "moves": moves_of(found, request.user), "error": refusal, "total": total(lines),
        "n_without": found.needs.filter(course=None, dropped="").count(),
        "n_dropped": found.needs.exclude(dropped="").count(), "is_own": found.made_by_id == request.user.pk,
    }  # fmt: skip
    return render(request, "programme/plan.html", facts, status=422 if refusal else 200)


def needs(request, pk):
    found = _seen(request, pk)
    asked = Asked(request, need_list(competency_names()))
    rows = asked.sorted(needs_seen_by(request.user, found))
    return asked.file(rows) or asked.show("programme/needs.html", rows, {"plan": found})


def need(request, pk, need):
    found = _seen(request, pk)
    here, refusal = get_object_or_404(needs_seen_by(request.user, found), pk=need), ""
    if request.method == "POST":
        try:
            actions.settle_need(found, by=request.user, need=here, **_settled(request))
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("list-training-needs", found.pk)
    courses = Course.objects.filter(state="published", named__contains=f" {here.competency} ").order_by("code")
    facts = {
        "plan": found, "need": here, "courses": courses, "error": refusal, "moves": moves_of(found, request.user),
        "competency": competency_names().get(here.competency, here.competency),
    }  # fmt: skip
    return render(request, "programme/need.html", facts, status=422 if refusal else 200)


def _settled(request):
    key = whole(request.POST.get("course", ""))
    course = get_object_or_404(Course, pk=key) if key else None
    return {"course": course, "dropped": request.POST.get("dropped", "")}


def _page(request, form, refusal, plan):
    facts = {"form": form, "error": refusal, "plan": plan}
    return render(request, "programme/edit_plan.html", facts, status=422 if refusal or form.errors else 200)


def _seen(request, pk):
    permissions.SEE_PLANS.enter([], request.user)
    return get_object_or_404(plans_seen_by(request.user), pk=pk)


def _gather(request, found):
    actions.gather_needs(found, by=request.user)
    return _("Needs gathered from the latest quarter.")


def _timetable(request, found):
    told = actions.make_timetable(found, by=request.user)
    return _("Places given: %(n)s. Left without a place: %(left)s.") % {
        "n": len(told.seats),
        "left": len(told.left_out),
    }


def _approve(request, found):
    actions.approve_training_plan(found, by=request.user, today=localdate())
    return _("Approved. Everyone is enrolled and has been told.")


def _close(request, found):
    actions.close_training_plan(found, by=request.user)
    return _("The plan is closed.")


def _line(request, found):
    course = get_object_or_404(Course, pk=whole(request.POST.get("course", "")) or 0)
    try:
        cost = Decimal(request.POST.get("cost", "").strip() or "0")
    except InvalidOperation:
        cost = Decimal(-1)
    actions.settle_line(
        found, by=request.user, course=course, sessions=whole(request.POST.get("sessions", "")) or 0, cost=cost
    )
    return _("Saved.")


DOINGS = {"gather": _gather, "timetable": _timetable, "approve": _approve, "close": _close, "line": _line}
