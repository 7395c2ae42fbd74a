"""A role card: the customer's part and the check-list; written while it is a draft, read by those who look after it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import actions, permissions, states
from hengcai.simulation.definitions import definition_of, problems_of_draft, story_of
from hengcai.simulation.models import Scenario
from hengcai.simulation.queries.scenarios import moves_of
from hengcai.simulation.rules.scenario import CARD
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.card_form import CardForm, card_posted, initial_of
from hengcai.web.simulation.conversing import shown_card
from hengcai.web.simulation.showing import shown_problems
from hengcai.web.simulation.views.catalogue import named, scenario_seen


def card(request, pk):
    permissions.SEE_RESULTS.enter([], request.user)
    scenario_seen(request, pk)
    found = get_object_or_404(Scenario, pk=pk, kind=CARD)
    may_edit = "edit_scenario" in moves_of(found, request.user)
    if request.method == "POST":
        states.EDIT.enter(found, request.user)
    kept = definition_of(found)
    form = CardForm(
        request.POST or None, initial={**initial_of(kept), "edit_count": found.edit_count},
        competencies=named(kept["competencies"]), n_items=len(kept.get("checklist", [])),
    )  # fmt: skip
    refusal = _refused(request, found, kept, form) if form.is_valid() else ""
    if form.is_valid() and not refusal:
        messages.success(request, _("Saved."))
        return redirect("edit-role-card", pk)
    facts = {
        "scenario": found, "form": form if may_edit else None, "error": refusal, "card": shown_card(story_of(found)),
        "problems": shown_problems(problems_of_draft(found)) if found.state == states.DRAFT else [], "may_edit": may_edit,
        "is_draft": found.state == states.DRAFT, "may_export": permissions.EXPORT.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "simulation/card.html", facts, status=422 if refusal or form.errors else 200)


def _refused(request, found, kept, form):
    chosen = form.cleaned_data
    count = chosen["edit_count"]
    try:
        definition = {**kept, **card_posted(chosen, form.places)}
        actions.edit_scenario(found, by=request.user, definition=definition, edit_count=-1 if count is None else count)
    except (NotValid, NotNow) as refused:
        return sentence(refused)
    return ""
