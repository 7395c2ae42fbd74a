"""Development plans: the list, one of them with what each of its two people does with it, its text."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Competency, Framework
from hengcai.growth import actions, permissions
from hengcai.growth.actions.plans import MOST_GOALS, GoalPlan
from hengcai.growth.queries import plans as queries
from hengcai.growth.states import EDIT
from hengcai.people.models import Person
from hengcai.web.growth.forms import PlanFilterForm
from hengcai.web.growth.lists import plan_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("growth-plans")
def plans(request):
    permissions.SEE_PLAN.enter([], request.user)
    if request.method == "POST":
        return _opened(request)
    form = PlanFilterForm(request.GET)
    asked = Asked(request, plan_list(), form=form)
    rows = asked.sorted(queries.plans_listed(request.user).filter(form.filters().condition()))
    return asked.file(rows) or asked.show("growth/plans.html", rows, {"is_narrowed": asked.is_narrowed})


def _opened(request):
    permissions.OPEN_PLAN.enter([], request.user)
    rows = permissions.OPEN_PLAN.rows(Person.objects.all(), request.user)
    person = get_object_or_404(rows, pk=whole(request.POST.get("person", "")) or 0)
    made = actions.open_growth_plan(person, by=request.user, year=whole(request.POST.get("year", "")) or 0)
    return redirect("edit-growth-plan", made.pk)


def _seen(request, pk):
    permissions.SEE_PLAN.enter([], request.user)
    found = queries.plan_seen_by(request.user, pk)
    if found is None:
        raise Http404
    return found


def plan(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-growth-plan", pk)
        found = _seen(request, pk)
    facts = {"plan": found, "sight": queries.sight_of(found, request.user), "error": refusal, "today": localdate()}
    return render(request, "growth/plan.html", facts, status=422 if refusal else 200)


def _agree(request, found):
    actions.agree_growth_plan(found, by=request.user, today=localdate())
    return _("Finalised. Both of you have been asked to sign.")


def _back(request, found):
    actions.take_growth_plan_back(found, by=request.user)
    return _("Reopened. Earlier signatures no longer count.")


def _sign(request, found):
    count = whole(request.POST.get("edit_count", ""))
    password = request.POST.get("password", "")
    actions.sign_growth_plan(found, by=request.user, password=password, edit_count=-1 if count is None else count)
    return _("Signed.")


def _note(request, found):
    goal = get_object_or_404(found.goals.all(), pk=whole(request.POST.get("goal", "")) or 0)
    done_on = day_typed(request.POST.get("done_on", ""))
    actions.note_goal(found, by=request.user, goal=goal, outcome=request.POST.get("outcome", ""), done_on=done_on)
    return _("Progress recorded.")


def _close(request, found):
    actions.close_growth_plan(found, by=request.user, ending=request.POST.get("ending", ""), today=localdate())
    return _("Closed.")


DOINGS = {"agree": _agree, "back": _back, "sign": _sign, "note": _note, "close": _close}


def edit(request, pk):
    found, refusal = _seen(request, pk), ""
    EDIT.enter(found, request.user)
    if request.method == "POST":
        try:
            _kept(request, found)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("see-growth-plan", pk)
    facts = {
        "plan": found, "error": refusal, "rows": _rows(request, found), "wish": request.POST.get("wish", found.wish),
        "strengths": request.POST.get("strengths", found.strengths), "competencies": _competencies(),
    }  # fmt: skip
    return render(request, "growth/edit_plan.html", facts, status=422 if refusal else 200)


def _kept(request, found):
    count = whole(request.POST.get("edit_count", ""))
    texts = {name: request.POST.get(name, "") for name in ("wish", "strengths")}
    actions.edit_growth_plan(
        found, by=request.user, goals=_goals(request), edit_count=-1 if count is None else count, **texts
    )


def _goals(request):
    """Rows with nothing in them are left out; a goal without a day is sent back."""
    made, known = [], {one.pk for one in _competencies()}
    for place in range(MOST_GOALS):
        texts = {name: request.POST.get(f"{name}_{place}", "").strip() for name in ("what", "how", "support")}
        if not any(texts.values()):
            continue
        due_on = day_typed(request.POST.get(f"due_on_{place}", ""))
        if due_on is None:
            raise NotValid("growth.goal_day_missing")
        competency = whole(request.POST.get(f"competency_{place}", ""))
        made.append(GoalPlan(due_on=due_on, competency=competency if competency in known else None, **texts))
    return made


def _rows(request, found):
    """As they were typed, or as they are stored; always as many as there may be."""
    goals = list(found.goals.all())
    rows = []
    for place in range(MOST_GOALS):
        one = goals[place] if place < len(goals) else None
        stored = {
            "what": one.what if one else "", "how": one.how if one else "", "support": one.support if one else "",
            "due_on": one.due_on.isoformat() if one else "", "competency": str(one.competency_id or "") if one else "",
        }  # fmt: skip
        rows.append({name: request.POST.get(f"{name}_{place}", text) for name, text in stored.items()})
    return rows


def _competencies():
    return Competency.objects.filter(framework__state=Framework.State.PUBLISHED).order_by("dimension__order", "order")
