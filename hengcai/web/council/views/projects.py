"""Tasks of the panel, and its project groups."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.council import actions, permissions
from hengcai.council.actions.group import Errand
from hengcai.council.models import ProjectMember, Task
from hengcai.council.queries import group as queries
from hengcai.web.council.lists import task_list
from hengcai.web.council.posting import chosen_user
from hengcai.web.quality.forms import words_of
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("council-tasks")
def tasks(request):
    permissions.SEE_TASK.enter([], request.user)
    refusal = None
    if request.method == "POST":
        try:
            _set(request)
        except NotValid as refused:
            refusal = refused
        else:
            messages.success(request, _("Saved. The task is now in the owner’s inbox."))
            return redirect("list-council-tasks")
    rows = queries.tasks_listed(request.user)
    asked = Asked(request, task_list(today=localdate()))
    facts = {**_form(request), "error": sentence(refusal) if refusal else ""}
    if answer := asked.file(asked.sorted(rows)):
        return answer
    page = asked.show("council/tasks.html", asked.sorted(rows), facts)
    page.status_code = 422 if refusal else page.status_code
    return page


def _form(request):
    may_set = permissions.SET_TASK.is_held_by(request.user)
    rows = queries.meetings_listed(request.user)[:20] if permissions.SEE.is_held_by(request.user) else []
    return {
        "may_set": may_set, "people": queries.people_to_choose() if may_set else [], "typed": request.POST,
        "meetings": rows if may_set else [], "from_meeting": whole(request.GET.get("meeting", "")),
    }  # fmt: skip


def _set(request, project=None):
    permissions.SET_TASK.enter([], request.user)
    owner = chosen_user(request.POST, "owner")
    if owner is None:
        raise NotValid("council.owner_unknown")
    meeting = None
    if key := whole(request.POST.get("meeting", "")):
        meeting = queries.meetings_listed(request.user).filter(pk=key).first()
    errand = Errand(request.POST.get("title", ""), owner, day_typed(request.POST.get("due_on", "")), meeting, project)
    return actions.set_errand(the_centre(), by=request.user, errand=errand, today=localdate())


def task(request, pk):
    permissions.SEE_TASK.enter([], request.user)
    found, refusal = get_object_or_404(queries.tasks_listed(request.user), pk=pk), None
    if request.method == "POST":
        try:
            messages.success(request, done_by(TASK_DOINGS, request)(request, found))
        except NotValid as refused:
            refusal = refused
        else:
            return redirect("see-council-task", pk)
    facts = {
        "task": found, "moves": queries.task_moves(found, request.user), "typed": request.POST,
        "is_late": found.state == Task.State.OPEN and found.due_on < localdate(),
        "error": sentence(refusal) if refusal else "",
    }  # fmt: skip
    return render(request, "council/task.html", facts, status=422 if refusal else 200)


def _finish(request, found):
    actions.finish_errand(found, by=request.user, result=request.POST.get("words", ""))
    return _("Done.")


def _drop(request, found):
    actions.drop_errand(found, by=request.user, reason=request.POST.get("words", ""))
    return _("Cancelled.")


TASK_DOINGS = {"finish": _finish, "drop": _drop}


def projects(request):
    permissions.SEE_PROJECT.enter([], request.user)
    refusal = None
    if request.method == "POST":
        try:
            made = _added(request)
        except NotValid as refused:
            refusal = refused
        else:
            messages.success(request, _("Saved."))
            return redirect("see-project", made.pk)
    facts = {
        "projects": queries.projects_listed(request.user)[:100], "may_set": permissions.SET_TASK.is_held_by(request.user),
        "typed": request.POST, "today": localdate(), "error": sentence(refusal) if refusal else "",
    }  # fmt: skip
    return render(request, "council/projects.html", facts, status=422 if refusal else 200)


def _added(request):
    posted = request.POST
    since = day_typed(posted.get("since", "")) or localdate()
    facts = {"name": posted.get("name", ""), "purpose": posted.get("purpose", ""), "since": since}
    return actions.add_project(the_centre(), by=request.user, until=day_typed(posted.get("until", "")), **facts)


def project(request, pk):
    permissions.SEE_PROJECT.enter([], request.user)
    found, refusal = get_object_or_404(queries.projects_listed(request.user), pk=pk), None
    if request.method == "POST":
        try:
            messages.success(request, done_by(PROJECT_DOINGS, request)(request, found))
        except NotValid as refused:
            refusal = refused
        else:
            return redirect("see-project", pk)
    may_set = permissions.SET_TASK.is_held_by(request.user)
    facts = {
        "project": found, "members": _members(found), "tasks": queries.tasks_of_project(found), "may_set": may_set,
        "people": queries.people_to_choose() if may_set else [], "typed": request.POST, "today": localdate(),
        "parts": words_of("council.member", ProjectMember.Part.values), "error": sentence(refusal) if refusal else "",
    }  # fmt: skip
    return render(request, "council/project.html", facts, status=422 if refusal else 200)


def _members(found):
    rows = list(found.members.select_related("user").order_by("part", "user__name", "pk"))
    years = queries.service_of([one.user_id for one in rows], today=localdate())
    return [(one, years.get(one.user_id), queries.is_short_of_years(one.part, years.get(one.user_id))) for one in rows]


def _join(request, found):
    user = chosen_user(request.POST, "user")
    if user is None:
        raise NotValid("council.owner_unknown")
    actions.join_project(found, by=request.user, user=user, part=request.POST.get("part", ""))
    return _("Saved.")


def _set_here(request, found):
    _set(request, found)
    return _("Saved. The task is now in the owner’s inbox.")


def _close(request, found):
    actions.close_project(found, by=request.user)
    return _("Closed.")


PROJECT_DOINGS = {"join": _join, "task": _set_here, "close": _close}
