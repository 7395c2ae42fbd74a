"""The story of one scenario: its picture, what is wrong with it, its nodes; one node a page to edit."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import actions, permissions, states
from hengcai.simulation.definitions import definition_of, known_competencies, problems_in, story_of
from hengcai.simulation.exporting import scenario_yaml
from hengcai.simulation.queries.scenarios import moves_of
from hengcai.simulation.rules import building
from hengcai.simulation.rules.scenario import BRANCHING, CARD, INK
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.forms import HeadForm, NodeForm
from hengcai.web.simulation.showing import shown_problems, shown_story
from hengcai.web.simulation.views.catalogue import named, scenario_seen
from hengcai.web.simulation.writing import initial_of, node_posted

EDITORS = {INK: "edit-ink-story", CARD: "edit-role-card"}


def story(request, pk):
    permissions.SEE_RESULTS.enter([], request.user)
    found = scenario_seen(request, pk)
    if found.kind != BRANCHING:
        return redirect(EDITORS[found.kind], pk)
    read = story_of(found)
    problems = shown_problems(problems_in(read)) if found.state == states.DRAFT else []
    moves = moves_of(found, request.user)
    facts = {
        "scenario": found, "story": shown_story(read, problems), "problems": problems, "may_edit": "edit_scenario" in moves,
        "may_export": permissions.EXPORT.is_held_by(request.user), "may_write": permissions.WRITE.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "simulation/story.html", facts)


def add(request):
    permissions.WRITE.enter([], request.user)
    form = HeadForm(request.POST or None, initial={"minutes": 8}, competencies=_offered(), is_new=True)
    refusal = ""
    if form.is_valid():
        try:
            head = {"code": form.cleaned_data["code"], **form.head()}
            definition = building.begun(head, kind=form.cleaned_data["kind"] or BRANCHING)
            made = actions.add_scenario(the_centre(), by=request.user, definition=definition)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-story", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "simulation/edit_head.html", facts, status=422 if refusal or form.errors else 200)


def edit(request, pk):
    found = _draft(request, pk)
    kept = definition_of(found)
    initial = {
        **{name: kept[name] for name in ("channel", "minutes", "competencies", "start")}, "edit_count": found.edit_count,
        **{f"{name}_{side}": kept[name].get(side, "") for name in ("title", "brief") for side in ("zh", "en")},
    }  # fmt: skip
    offered = [*_offered(), *((code, code) for code in kept["competencies"] if code not in dict(_offered()))]
    form = HeadForm(request.POST or None, initial=initial, competencies=offered, nodes=list(kept["nodes"]))
    refusal = ""
    if form.is_valid():
        definition = {**kept, **form.head(), "start": form.cleaned_data.get("start") or kept["start"]}
        refusal = _kept(request, found, definition, form.cleaned_data["edit_count"])
        if not refusal:
            return redirect("see-story", found.pk)
    facts = {"form": form, "error": refusal, "scenario": found}
    return render(request, "simulation/edit_head.html", facts, status=422 if refusal or form.errors else 200)


def add_node(request, pk):
    return _node(request, pk, "")


def edit_node(request, pk, code):
    return _node(request, pk, code)


def _node(request, pk, code):
    found = _draft(request, pk)
    if found.kind != BRANCHING:
        raise Http404
    kept = definition_of(found)
    if code and code not in kept["nodes"]:
        raise Http404
    if code and request.POST.get("do") == "remove":
        return _removed(request, found, kept, code)
    initial = {"edit_count": found.edit_count, "name": request.GET.get("name", "")}
    if code:
        initial |= initial_of(kept["nodes"][code], kept["competencies"])
    form = NodeForm(request.POST or None, initial=initial, competencies=named(kept["competencies"]), is_new=not code)
    refusal = _node_kept(request, found, kept, form, code) if form.is_valid() else ""
    if form.is_valid() and not refusal:
        return redirect("see-story", found.pk)
    facts = {
        "form": form, "scenario": found, "node": code, "names": list(kept["nodes"]), "error": refusal,
        "is_start": code == kept["start"],
    }  # fmt: skip
    return render(request, "simulation/edit_node.html", facts, status=422 if refusal or form.errors else 200)


def _node_kept(request, found, kept, form, code):
    chosen = form.cleaned_data
    name = code or chosen["name"].strip()
    try:
        definition = building.with_node(kept, name, node_posted(chosen, kept["competencies"]), is_new=not code)
    except NotValid as refused:
        return sentence(refused)
    return _kept(request, found, definition, chosen["edit_count"])


def _removed(request, found, kept, code):
    try:
        definition = building.without_node(kept, code)
        actions.edit_scenario(found, by=request.user, definition=definition, edit_count=found.edit_count)
    except NotValid as refused:
        messages.error(request, sentence(refused))
        return redirect("edit-scenario-node", found.pk, code)
    messages.success(request, _("Removed. What led there is listed as a problem."))
    return redirect("see-story", found.pk)


def _kept(request, found, definition, count):
    """The sentence of the refusal; empty where it was kept."""
    try:
        actions.edit_scenario(found, by=request.user, definition=definition, edit_count=-1 if count is None else count)
    except NotValid as refused:
        return sentence(refused)
    return ""


def _draft(request, pk):
    found = scenario_seen(request, pk)
    states.EDIT.enter(found, request.user)
    return found


def _offered():
    return list(known_competencies().items())


@require_safe
def export(request, pk):
    permissions.EXPORT.enter([], request.user)
    found = scenario_seen(request, pk)
    note("export_scenario", found, by=request.user, kind="yaml")
    answer = HttpResponse(scenario_yaml(found), content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.code}-{found.number}.yaml"'
    return answer
