"""Mystery shopping and live listening: the list, one of them on a phone, rounds, who is to be listened to next."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.ids import folded
from hengcai.quality import actions, permissions
from hengcai.quality.observed_files import path_of, receive_observed
from hengcai.quality.queries import observations as queries
from hengcai.web.interactions.ranged import ranged
from hengcai.web.quality.lines import parts_of
from hengcai.web.quality.lists.observations import listening_list, observation_list
from hengcai.web.quality.observation_forms import (
    ListenForm,
    ObservationFilterForm,
    RoundForm,
    SurveyForm,
    VisitForm,
)
from hengcai.web.quality.observing import card_kept, card_posted
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("observations")
def observations(request):
    permissions.SEE_OBSERVATIONS.enter([], request.user)
    form = ObservationFilterForm(request.user, request.GET)
    rows = queries.observations_listed(request.user).filter(form.filters().condition())
    shows = permissions.WATCH.is_held_by(request.user)
    asked = Asked(request, observation_list(shows_observers=shows), form=form)
    facts = {
        "may_plan": permissions.PLAN_SHOPPING.is_held_by(request.user), "is_narrowed": asked.is_narrowed,
        "may_listen": permissions.LISTEN.is_held_by(request.user),
        "sees_rounds": permissions.SEE_SHOPPING.is_held_by(request.user),
    }  # fmt: skip
    return asked.file(asked.sorted(rows)) or asked.show("quality/observations.html", asked.sorted(rows), facts)


def observation(request, pk):
    permissions.SEE_OBSERVATIONS.enter([], request.user)
    found, refusal = get_object_or_404(queries.observations_seen_by(request.user), pk=pk), None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, found)
        if refusal is None:
            return redirect("see-observation", pk)
    seen = queries.observation_seen(found, request.user)
    return render(request, "quality/observation.html", _facts(request, seen, refusal), status=422 if refusal else 200)


def _facts(request, seen, refusal):
    found = seen.observation
    facts = {"seen": seen, "observation": found, "error": sentence(refusal) if refusal else "", "typed": request.POST}
    if seen.score is not None:
        marks = {item.code: mark for item, mark in seen.items}
        return {**facts, "parts": parts_of(found.scorecard, seen.card, marks, seen.score), "times": {}}
    if not seen.may_write:
        return facts
    is_visit = request.POST.get("do") == "visit"
    facts["visit"] = VisitForm(request.POST if is_visit else None, initial=_met(found))
    if found.state == found.State.VISITED:
        is_card = "edit_count" in request.POST
        facts |= card_posted(found, seen.card, request.POST) if is_card else card_kept(found, seen.card)
        facts["wrong"] = refusal.facts.get("items", ()) if refusal else ()
    return facts


def _met(found):
    return {
        "agent": found.agent.number if found.agent else "",
        "at": localtime(found.visited_at or clock.now()),
        "notes": found.notes,
    }


def _visit(request, found):
    form = VisitForm(request.POST)
    if "agent" not in request.POST or not form.is_valid():
        raise NotValid("quality.visit_moment_unknown", column="at")
    number = folded(form.cleaned_data["agent"])
    agent = queries.people_met().filter(number=number).first()
    if agent is None:
        raise NotValid("quality.visit_agent_unknown", column="agent", number=number)
    facts = {"at": form.cleaned_data["at"], "notes": form.cleaned_data["notes"]}
    actions.record_visit(found, by=request.user, agent=agent, **facts)
    return _("Recorded. Score it now.")


def _add_file(request, found):
    upload = request.FILES.get("file")
    if upload is None:
        raise NotValid("quality.not_seen_nor_heard")
    receive_observed(found, upload, by=request.user)
    return _("Added.")


def _card(request, found):
    seen = queries.observation_seen(found, request.user)
    sheet = card_posted(found, seen.card, request.POST)["sheet"]
    return {"marks": sheet.marks, "comment": sheet.comment, "edit_count": sheet.edit_count}


def _save(request, found):
    actions.save_observation(found, by=request.user, **_card(request, found))
    return _("The draft is saved.")


def _submit(request, found):
    made = actions.submit_observation(found, by=request.user, **_card(request, found))
    if made.state == made.State.TOLD:
        return _("Submitted. The agent has been told.")
    return _("Submitted. The agent will see it once agents have been told the results of the round.")


def _tell(request, found):
    actions.tell_observation(found, by=request.user)
    return _("The agent has been told.")


def _call_off(request, found):
    actions.call_off(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("Cancelled.")


def _read(request, found):
    actions.read_observation(found, by=request.user)
    return _("Marked as read.")


DOINGS = {
    "visit": _visit, "file": _add_file, "save": _save, "submit": _submit, "tell": _tell, "call_off": _call_off, "read": _read,
}  # fmt: skip


def observed_file(request, pk, file):
    permissions.SEE_OBSERVATIONS.enter([], request.user)
    found = get_object_or_404(queries.files_seen_by(request.user, pk), pk=file)
    path = path_of(found.place)
    if not path.is_file():
        raise Http404
    return ranged(request, path, media_type=found.media_type, tag=f'"{found.pk}-{found.byte_count}"')


def rounds(request):
    permissions.SEE_SHOPPING.enter([], request.user)
    facts = {
        "rounds": queries.rounds_seen_by(request.user)[:100],
        "may_plan": permissions.PLAN_SHOPPING.is_held_by(request.user),
    }
    return render(request, "quality/shopping.html", facts)


def add_round(request):
    permissions.PLAN_SHOPPING.enter(the_centre(), request.user)
    form = RoundForm(request.POST or None)
    made = form.is_valid() and _planned(request, form)
    if made:
        messages.success(request, _("Planned. Each shopper finds their visits in their inbox."))
        return redirect("see-shopping", made.pk)
    return render(request, "quality/add_shopping.html", {"form": form}, status=422 if form.errors else 200)


def _planned(request, form):
    """What is refused stands beside the field; None then."""
    chosen = form.cleaned_data
    try:
        return actions.plan_round(
            the_centre(), by=request.user, brief=form.brief(), shoppers=list(chosen["shoppers"]), seed=chosen["seed"]
        )
    except NotAllowed:
        raise
    except (NotValid, NotNow) as refusal:
        column = refusal.facts.get("column")
        form.add_error(column if column in form.fields else None, sentence(refusal))
        return None


def one_round(request, pk):
    permissions.SEE_SHOPPING.enter([], request.user)
    found: Any = get_object_or_404(queries.rounds_seen_by(request.user), pk=pk)
    if request.method == "POST":
        count = actions.tell_round(found, by=request.user)
        told = ngettext("%(count)s agent has been told.", "%(count)s agents have been told.", count) % {"count": count}
        messages.success(request, told)
        return redirect("see-shopping", pk)
    may_tell = found.made > found.told and permissions.PLAN_SHOPPING.is_held_by(request.user)
    facts = {"round": found, "visits": queries.visits_of(found, request.user), "may_tell": may_tell}
    return render(request, "quality/one_shopping.html", facts)


def listening(request):
    permissions.LISTEN.enter([], request.user)
    form = SurveyForm(request.GET)
    first, last = form.period()
    listen = ListenForm(request.POST or None, initial={"agent": request.GET.get("agent", "")})
    if request.method == "POST" and (made := _started(request, listen)):
        return redirect("see-observation", made.pk)
    rows = queries.survey(request.user, first_on=first, last_on=last)
    asked = Asked(request, listening_list(), form=form)
    facts = {
        "listen": listen, "sum": queries.survey_sum(rows), "first": first, "last": last, "asked_for": queries.asked_for(),
    }  # fmt: skip
    return asked.file(asked.sorted(rows)) or asked.show("quality/listening.html", asked.sorted(rows), facts)


def _started(request, form):
    if not form.is_valid():
        return None
    number = folded(form.cleaned_data["agent"])
    agent = queries.people_met().filter(number=number).first()
    if agent is None:
        form.add_error("agent", sentence(NotValid("quality.visit_agent_unknown", number=number)))
        return None
    return actions.start_listening(agent, by=request.user, scorecard=form.cleaned_data["scorecard"])
