"""Training needs analyses: listed, opened, run from one page."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.paper.telling import Teller
from hengcai.quality.permissions import LISTEN
from hengcai.training import actions, permissions, states
from hengcai.training.able import able_members, surveys_to_rest_on
from hengcai.training.models import ProjectTask
from hengcai.training.queries.projects import (
    competency_choices,
    first_named,
    heard_in,
    interviewees_of,
    matters_of,
    may_run,
    moves_of,
    praise_of,
    projects_seen_by,
    tasks_of,
)
from hengcai.training.rules.sample import LEAST, MOST
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.training.forms import BenchmarkForm, ProjectForm, TaskForm
from hengcai.web.training.lists import project_list

SIX_MONTHS = timedelta(days=182)


@remembers("needs-surveys")
def projects(request):
    permissions.SEE.enter([], request.user)
    asked, rows = Asked(request, project_list()), projects_seen_by(request.user)
    facts = {"may_open": permissions.OPEN.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("training/projects.html", asked.sorted(rows), facts)


def add(request):
    permissions.OPEN.enter([], request.user)
    today = localdate()
    initial = {"name": "", "members": [request.user.pk], "first_on": today - SIX_MONTHS, "last_on": today}
    return _written(request, None, initial)


def edit(request, pk):
    found = _seen(request, pk)
    states.CHANGE.enter(found, request.user)
    names = ("name", "first_on", "last_on", "levels_from", "levels_to")
    initial = {name: getattr(found, name) for name in names}
    initial |= {"members": list(found.members.values_list("pk", flat=True)), "survey": found.survey_id}
    return _written(request, found, initial)


def _written(request, found, initial):
    form = ProjectForm(request.POST or None, initial=initial, members=able_members(), surveys=surveys_to_rest_on())
    refusal = ""
    if form.is_valid():
        try:
            made = _kept(request, found, form.plan())
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-needs-survey", made.pk)
    facts = {"form": form, "project": found, "error": refusal}
    return render(request, "training/edit_project.html", facts, status=422 if refusal or form.errors else 200)


def _kept(request, found, plan):
    if found is None:
        return actions.open_project(the_centre(), by=request.user, plan=plan, today=localdate())
    return actions.change_project(found, by=request.user, plan=plan, today=localdate())


def project(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        permissions.RUN.enter(found, request.user)
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-needs-survey", pk)
    facts = {
        "project": found,
        "error": refusal,
        "runs": may_run(found, request.user),
        "moves": moves_of(found, request.user),
    }
    report = getattr(found, "report", None)
    if report and (facts["runs"] or found.state == "issued"):
        tell = Teller(request.LANGUAGE_CODE)
        facts["first"] = tell.join(first_named(report, tell.tongue))
    if facts["runs"]:
        facts |= _group_facts(request, found)
    return render(request, "training/project.html", facts, status=422 if refusal else 200)


def _group_facts(request, found):
    members = list(found.members.order_by("name"))
    return {
        "members": members, "tasks": tasks_of(found), "interviewees": interviewees_of(found, request.user),
        "matters": matters_of(found), "praise": praise_of(found), "heard": heard_in(found),
        "may_listen": LISTEN.is_held_by(request.user), "competencies": competency_choices(), "benchmarks": found.benchmarks.order_by("pk"),
        "report": getattr(found, "report", None), "task_form": TaskForm(None, members), "benchmark_form": BenchmarkForm(),
        "least": LEAST, "most": MOST, "typed": request.POST, "today": localdate(),
    }  # fmt: skip


def task(request, pk):
    """The inbox leads here; the task stands on its survey's page."""
    permissions.RUN_TASK.enter([], request.user)
    found = get_object_or_404(permissions.RUN_TASK.rows(ProjectTask.objects.all(), request.user), pk=pk)
    return redirect("see-needs-survey", found.project_id)


def _seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(projects_seen_by(request.user), pk=pk)


def _draw(request, found):
    size, seed = whole(request.POST.get("size", "")) or 0, request.POST.get("seed", "")
    actions.draw_interviews(found, by=request.user, size=size, seed=seed, today=localdate())
    return _("The interviewees have been selected. Anyone with the seed can repeat the selection.")


def _task(request, found):
    form = TaskForm(request.POST, found.members.all())
    if not form.is_valid():
        raise NotValid("training.task_missing", most=120)
    owner = found.members.get(pk=form.cleaned_data["owner"])
    actions.add_task(
        found, by=request.user, what=form.cleaned_data["what"], owner=owner, due_on=form.cleaned_data["due_on"]
    )
    return _("The task is now in the owner's inbox.")


def _finish(request, found):
    actions.finish_task(_of(found.tasks, request, "task"), by=request.user)
    return _("Done.")


def _benchmark(request, found):
    form = BenchmarkForm(request.POST)
    if not form.is_valid():
        raise NotValid("training.benchmark_missing")
    actions.add_benchmark(found, by=request.user, found=form.found())
    return _("Saved.")


def _remove_benchmark(request, found):
    actions.remove_benchmark(_of(found.benchmarks, request, "benchmark"), by=request.user)
    return _("Removed.")


def _matters(request, found):
    codes = dict(zip(request.POST.getlist("matter"), request.POST.getlist("competency"), strict=False))
    actions.code_matters(found, by=request.user, codes=codes)
    return _("Saved.")


def _draft(request, found):
    actions.draft_report(found, by=request.user, today=localdate())
    return _("Drafted from today's figures. Read and edit it before it is issued.")


def _issue(request, found):
    actions.issue_report(found, by=request.user)
    return _("Issued. Everyone can read the report, and it can no longer be changed.")


def _of(rows, request, name):
    found = rows.filter(pk=whole(request.POST.get(name, "")) or 0).first()
    if found is None:
        raise Http404
    return found


DOINGS = {
    "draw": _draw, "task": _task, "finish": _finish, "benchmark": _benchmark, "remove_benchmark": _remove_benchmark,
    "matters": _matters, "draft": _draft, "issue": _issue,
}  # fmt: skip
