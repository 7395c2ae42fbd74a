"""Surges: what rose, whom it concerns, and whether an intensive is opened for it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.programme import actions, permissions
from hengcai.programme.queries.surges import moves_of, people_of, surges_seen_by
from hengcai.web.programme.forms import IntensiveForm, SurgeFilterForm
from hengcai.web.programme.lists import surge_list
from hengcai.web.programme.telling import surge_title, surge_told
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("surges")
def surges(request):
    permissions.SEE_SURGES.enter([], request.user)
    form = SurgeFilterForm(request.GET)
    asked = Asked(request, surge_list(), form=form)
    rows = asked.sorted(surges_seen_by(request.user).filter(form.filters().condition()))
    return asked.file(rows) or asked.show("programme/surges.html", rows, {"is_narrowed": asked.is_narrowed})


def surge(request, pk):
    permissions.SEE_SURGES.enter([], request.user)
    found, refusal = get_object_or_404(surges_seen_by(request.user), pk=pk), ""
    people = people_of(found)
    opens = request.method == "POST" and request.POST.get("do") == "open"
    form = IntensiveForm(request.POST if opens else None, surge=found, people=people, today=localdate())
    if request.method == "POST":
        doing = done_by(DOINGS, request)
        try:
            if not opens or form.is_valid():
                return doing(request, found, form)
        except NotValid as refused:
            refusal = sentence(refused)
    facts = {
        "surge": found, "title": surge_title(found), "told": surge_told(found), "people": people, "form": form,
        "error": refusal, "chosen": form.chosen(), "moves": moves_of(found, request.user),
    }  # fmt: skip
    return render(request, "programme/surge.html", facts, status=422 if refusal or form.errors else 200)


def _open(request, found, form):
    plan = actions.open_intensive(found, by=request.user, **form.opened())
    messages.success(
        request, _("The intensive is drafted. Plan its sessions, make the timetable and have it approved.")
    )
    return redirect("see-training-plan", plan.pk)


def _leave(request, found, _form):
    actions.leave_surge(found, by=request.user, because=request.POST.get("because", ""))
    return redirect("list-surges")


DOINGS = {"open": _open, "leave": _leave}
