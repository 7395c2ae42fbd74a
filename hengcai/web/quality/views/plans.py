"""Sampling plans: the list, one plan, its draft, its draw again, what was drawn, replacing one of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.states import moves_open
from hengcai.quality import permissions
from hengcai.quality.actions import (
    ask_for_estimates,
    assign_plan,
    close_plan,
    compare_plan,
    draw_plan,
    edit_plan,
    make_plan,
    replace_pick,
    start_plan,
)
from hengcai.quality.plan_jobs import assigning_job, drawing_job
from hengcai.quality.queries import plans as queries
from hengcai.quality.queries.assigned import preview
from hengcai.quality.queries.estimated import estimates
from hengcai.quality.states import ASSIGN_PLAN, EDIT_PLAN, PLAN_MOVES, START_PLAN
from hengcai.web.quality.assigned_words import barred_said, capacity_said, is_going, why_said
from hengcai.web.quality.lists.plans import pick_list, plan_list, rule_name
from hengcai.web.quality.plan_forms import PlanForm, ReplaceForm
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

SHOWN = 20  # names of a list that may be long


@remembers("plans")
def plans(request):
    permissions.SEE_PLANS.enter([], request.user)
    asked = Asked(request, plan_list())
    rows = asked.sorted(queries.plans_counted(request.user))
    facts = {"may_plan": permissions.PLAN.is_held_by(request.user)}
    return asked.file(rows) or asked.show("quality/plans.html", rows, facts)


def _seen(request, pk):
    permissions.SEE_PLANS.enter([], request.user)
    return get_object_or_404(queries.plans_seen_by(request.user), pk=pk)


def plan(request, pk):
    found = _seen(request, pk)
    page = queries.plan_page(found)
    facts = {
        "plan": found, "page": page, "sees_all": queries.sees_all_of(request.user),
        "moves": {move.name for move in moves_open(PLAN_MOVES, found, request.user)},
        "groups": [(rule_name(one.rule), one) for one in page.groups],
        "short": page.short[:SHOWN], "lacking": page.separable.lacking[:SHOWN], "is_drawing": is_going(page.job),
    }  # fmt: skip
    return render(request, "quality/plan.html", facts)


def add(request):
    permissions.PLAN.enter(the_centre(), request.user)
    form = PlanForm(request.POST or None)
    made = form.is_valid() and _written(form, lambda facts: make_plan(the_centre(), by=request.user, **facts))
    if made:
        messages.success(request, _("Draft created. Nothing is drawn yet."))
        return redirect("see-plan", made.pk)
    return render(request, "quality/edit_plan.html", {"form": form}, status=422 if form.errors else 200)


def edit(request, pk):
    found = _seen(request, pk)
    EDIT_PLAN.enter(found, request.user)
    form = PlanForm(request.POST or None, found)
    if form.is_valid() and _written(form, lambda facts: _edited(found, form, request.user, facts)):
        messages.success(request, _("Saved."))
        return redirect("see-plan", pk)
    facts = {"form": form, "plan": found}
    return render(request, "quality/edit_plan.html", facts, status=422 if form.errors else 200)


def _edited(found, form, user, facts):
    seed = found.seed if facts["seed"] is None else facts["seed"]
    return edit_plan(found, by=user, edit_count=form.cleaned_data["edit_count"] or 0, **{**facts, "seed": seed})


def _written(form, write):
    """What is refused stands beside the text; None then."""
    chosen = form.cleaned_data
    facts = {"text": chosen["text"], "seed": chosen["seed"], "days_to_score": chosen["days_to_score"]}
    try:
        return write({**facts, "analysts": form.analysts()})
    except NotAllowed:
        raise
    except (NotValid, NotNow) as refusal:
        form.add_error(None if refusal.facts.get("column") else "text", sentence(refusal))
        return None


@require_POST
def move(request, pk):
    found, chosen = _seen(request, pk), request.POST.get("move", "")
    if chosen == "draw_plan":
        made = draw_plan(found, by=request.user, today=clock.today())
        messages.success(request, _drawn_words(made))
    elif chosen == "assign_plan":
        assign_plan(found, by=request.user, today=clock.today())
        messages.success(request, _assigned_words(found))
        return redirect("assign-plan", pk)
    elif chosen == "start_plan":
        start_plan(found, by=request.user)
        messages.success(request, _("Started. The contacts are being assigned."))
    elif chosen == "close_plan":
        close_plan(found, by=request.user)
        messages.success(request, _("Closed. What was assigned stays with the analysts."))
    else:
        raise NotNow("move.state", move=chosen, state=found.state)
    return redirect("see-plan", pk)


def _drawn_words(plan):
    if is_going(drawing_job(plan)):
        return _("Drawing has begun and continues in the background; this page shows its progress.")
    return _("Drawn. Check the draw, then start the plan; nothing is assigned until then.")


def _assigned_words(plan):
    if is_going(assigning_job(plan)):
        return _("The contacts are being assigned again in the background; this page shows the progress.")
    return _("Assigned again, taking account of today’s exclusions, absences and teams.")


def compare(request, pk):
    """For whoever sees the whole draw."""
    found = _seen(request, pk)
    permissions.COMPARE.enter(found, request.user)
    if request.method == "POST":
        compare_plan(found, by=request.user)
        return redirect("compare-plan", pk)
    latest = queries.latest_comparison(found)
    facts = {"plan": found, "found": latest, "most": SHOWN, "is_going": is_going(latest.job if latest else None)}
    return render(request, "quality/compare_plan.html", facts)


def assignment(request, pk):
    """For whoever sees the whole draw; what it would be until the plan starts."""
    found = _seen(request, pk)
    permissions.COMPARE.enter(found, request.user)
    page, job = preview(found), assigning_job(found)
    is_open = found.draws.exists() and not is_going(job)
    moves = moves_open((ASSIGN_PLAN, START_PLAN), found, request.user) if is_open else ()
    facts = {
        "plan": found, "found": page, "moves": {move.name for move in moves},
        "job": job, "is_going": is_going(job),
        "shares": [(one, capacity_said(one), barred_said(one)) for one in page.shares],
        "unplaced": [(one, why_said(one)) for one in page.unplaced[:SHOWN]],
        "lacking": page.separable.lacking[:SHOWN],
    }  # fmt: skip
    return render(request, "quality/plan_assignment.html", facts)


def estimated(request, pk):
    found = _seen(request, pk)
    permissions.COMPARE.enter(found, request.user)
    told = estimates(found)
    if told.is_stale:
        ask_for_estimates(found, by=request.user)
    facts = {"plan": found, "found": told.lines, "at": told.at, "whole": _("The whole centre")}
    return render(request, "quality/plan_estimates.html", facts)


@remembers("picks")
def picks(request, pk):
    found, sees_all = _seen(request, pk), queries.sees_all_of(request.user)
    asked = Asked(request, pick_list(request.user, sees_all=sees_all))
    rows = asked.sorted(queries.picks_seen_by(request.user, found))
    return asked.file(rows) or asked.show("quality/picks.html", rows, {"plan": found})


def replace(request, pk):
    permissions.PLAN.enter([], request.user)
    found = get_object_or_404(queries.all_picks(request.user), pk=pk)
    form = ReplaceForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _replaced(form, found, request.user):
        messages.success(request, _("Replaced by the next in the draw."))
        return redirect("list-picks", found.draw.plan_id)
    facts = {"form": form, "pick": found, "plan": found.draw.plan, "rule": rule_name(found.stratum.rule)}
    return render(request, "quality/replace_pick.html", facts, status=422 if form.errors else 200)


def _replaced(form, found, user):
    try:
        return replace_pick(found, by=user, reason=form.cleaned_data["reason"], today=clock.today())
    except NotAllowed:
        raise
    except (NotValid, NotNow) as refusal:
        form.add_error("reason", sentence(refusal))
        return None
