from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle, Participant, RatingTask
from hengcai.appraisal.queries import board as queries
from hengcai.appraisal.queries.cycles import may_arrange, may_run
from hengcai.appraisal.queries.people import person_meant
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.ids import folded
from hengcai.web.appraisal.forms import PersonForm, RaterForm
from hengcai.web.appraisal.lists.people import WAITING, ParticipantFilterForm, participant_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

OPEN_TO_RATERS = (Cycle.State.COLLECTING, Cycle.State.PRELIMINARY)
OPEN_TO_PEOPLE = (Cycle.State.DRAFT, Cycle.State.COLLECTING)


@remembers("participants")
def participants(request, pk):
    """Who takes part, with the state of their forms and their result as soon as there is one."""
    permissions.SEE_PARTICIPANT.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    return _list(request, cycle, PersonForm())


def _list(request, cycle, adding, status=200):
    may_see_forms = may_arrange(request.user) and cycle.has_forms
    form = ParticipantFilterForm(request.GET, cycle, may_see_forms=may_see_forms)
    listing = participant_list(cycle, request.user, today=localdate(), may_see_forms=may_see_forms)
    asked = Asked(request, listing, form=form)
    rows = asked.sorted(_chosen(queries.participants_of(cycle, request.user), cycle, form.chosen(), request.user))
    if answer := asked.file(rows):
        return answer
    laid = asked.laid(rows)
    facts = {
        "cycle": cycle,
        "list": laid,
        "page": laid.page,
        "adding": adding,
        "may_add": may_run(request.user) and cycle.state in OPEN_TO_PEOPLE,
        "is_narrowed": asked.is_narrowed,
    }
    return render(request, "appraisal/participants.html", facts, status=status)


def _chosen(rows, cycle, chosen, user):
    wanted, shown = chosen
    if wanted:
        rows = rows.filter(Q(person__name__icontains=wanted) | Q(person__number__icontains=folded(wanted)))
    if shown == WAITING:
        late = RatingTask.objects.filter(participant__cycle=cycle, state=RatingTask.State.OPEN)
        rows = rows.filter(pk__in=late.values("participant"))
    elif shown:
        found = queries.findings_of(cycle, user).filter(kind=shown).order_by()
        rows = rows.filter(pk__in=found.values("result__participant"))
    return rows


@require_POST
def add(request, pk):
    permissions.RUN_CYCLE.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    form = PersonForm(request.POST)
    if form.is_valid():
        try:
            made = actions.add_participant(
                cycle, by=request.user, person=person_meant(request.user, form.cleaned_data["person"])
            )
        except (NotValid, NotNow) as refusal:
            form.add_error("person", sentence(refusal))
        else:
            messages.success(request, _("%(name)s has been included.") % {"name": made.person.name})
            return redirect("list-participants", cycle.pk)
    return _list(request, cycle, form, status=422)


def participant(request, pk):
    """One person's raters: who has sent, who has not, and changing them while ratings are collected."""
    return _one(request, _found(request, pk), RaterForm())


def _found(request, pk):
    permissions.ARRANGE_RATERS.enter([], request.user)
    rows = Participant.objects.select_related("cycle__policy", "person", "post", "placement__team")
    return get_object_or_404(permissions.ARRANGE_RATERS.rows(rows, request.user), pk=pk)


def _one(request, found, form, status=200):
    (member,) = queries.people_forms([found], request.user)
    facts = {
        "member": member,
        "participant": found,
        "cycle": found.cycle,
        "form": form,
        "places": queries.places_of(found.cycle),
        "is_collecting": found.cycle.state in OPEN_TO_RATERS and found.cycle.has_forms,
        "today": localdate(),
    }
    return render(request, "appraisal/participant.html", facts, status=status)


@require_POST
def add_rater(request, pk):
    found, form = _found(request, pk), RaterForm(request.POST)
    if form.is_valid():
        try:
            rater = person_meant(request.user, form.cleaned_data["rater"])
            actions.add_rater(found, by=request.user, source=form.cleaned_data["source"], rater=rater)
        except (NotValid, NotNow) as refusal:
            form.add_error("rater", sentence(refusal))
        else:
            messages.success(request, _("The form has been sent to %(name)s.") % {"name": rater.name})
            return _back(request, found)
    return _one(request, found, form, status=422)


@require_POST
def withdraw(request, pk):
    task = _task(request, pk)
    actions.withdraw_rater(task, by=request.user)
    messages.success(request, _("Withdrawn from %(name)s.") % {"name": task.rater.name})
    return redirect("see-participant", task.participant_id)


@require_POST
def give_back(request, pk):
    task = _task(request, pk)
    actions.return_rating(task, by=request.user, reason=request.POST.get("reason", ""))
    messages.success(request, _("Returned to %(name)s, who can see your reason.") % {"name": task.rater.name})
    return _back(request, task.participant)


def _back(request, participant):
    """To the findings, for who came from there."""
    if request.POST.get("back") == "findings":
        return redirect("list-findings", participant.cycle_id)
    return redirect("see-participant", participant.pk)


def _task(request, pk):
    permissions.SEE_TASK.enter([], request.user)
    rows = RatingTask.objects.select_related("rater", "participant__cycle")
    return get_object_or_404(permissions.SEE_TASK.rows(rows, request.user), pk=pk)
