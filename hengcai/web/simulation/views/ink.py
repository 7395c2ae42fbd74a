"""An ink story: its source with what the compiler says of it, tried where it is written; what is stored is played on the server."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import actions, permissions, states
from hengcai.simulation.definitions import definition_of, problems_of_draft
from hengcai.simulation.models import InkStory, Scenario
from hengcai.simulation.queries.scenarios import moves_of
from hengcai.simulation.rules.scenario import INK
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.showing import shown_problems
from hengcai.web.simulation.views.catalogue import named, scenario_seen


def ink(request, pk):
    """The page of the story; saved as a whole, with what the author's browser compiled."""
    permissions.SEE_RESULTS.enter([], request.user)
    scenario_seen(request, pk)
    found = get_object_or_404(Scenario, pk=pk, kind=INK)
    if request.method != "POST":
        return _shown(request, found, _kept(found))
    states.EDIT.enter(found, request.user)
    given = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in ("source", "compiled")}
    try:
        _saved(found, request, given)
    except (NotValid, NotNow) as refused:
        return _shown(request, found, given, error=sentence(refused))
    if given["compiled"]:
        messages.success(request, _("Saved and compiled."))
    else:
        messages.warning(request, _("Saved, but not compiled yet: it cannot be played."))
    return redirect("edit-ink-story", pk)


def _saved(found, request, given):
    count = whole(request.POST.get("edit_count", ""))
    actions.edit_scenario(
        found,
        by=request.user,
        definition={**definition_of(found), "ink": given},
        edit_count=-1 if count is None else count,
    )


def _kept(found):
    kept = InkStory.objects.filter(scenario=found).first()
    return {"source": kept.source, "compiled": kept.compiled} if kept else {"source": "", "compiled": ""}


def _shown(request, found, given, *, error=""):
    is_draft = found.state == states.DRAFT
    problems = shown_problems(problems_of_draft(found)) if is_draft and not error else []
    facts = {
        "scenario": found, "given": given, "error": error, "problems": problems, "is_draft": is_draft,
        "may_edit": "edit_scenario" in moves_of(found, request.user), "competencies": named(found.content["competencies"]),
        "may_export": permissions.EXPORT.is_held_by(request.user), "may_write": permissions.WRITE.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "simulation/ink.html", facts, status=422 if error else 200)
