"""Trying a story from any node: nothing is stored; where one stands travels along in the form."""

from django.shortcuts import redirect, render

from hengcai.base.errors import NotValid
from hengcai.simulation import permissions
from hengcai.simulation.definitions import known_competencies, story_of
from hengcai.simulation.queries.runs import scene_at
from hengcai.simulation.rules import play
from hengcai.simulation.rules.scenario import BRANCHING, choice_of
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.showing import shown_scene, shown_shares
from hengcai.web.simulation.views.catalogue import scenario_seen

MOST = 200  # choices in one go


def try_story(request, pk):
    permissions.SEE_RESULTS.enter([], request.user)
    found = scenario_seen(request, pk)
    if found.kind != BRANCHING:
        return redirect("see-story", pk)
    story = story_of(found)
    given = request.POST if request.method == "POST" else request.GET
    path = [one for one in given.get("path", "").split(",") if one][:MOST]
    chosen = given.get("choice", "")
    facts = {"scenario": found, "at": given.get("at", "") or story.start}
    try:
        state, said = _walked(story, facts["at"], [*path, chosen] if chosen else path)
    except NotValid as refused:
        return render(request, "simulation/try.html", {**facts, "error": sentence(refused)}, status=422)
    names = known_competencies()
    facts |= {
        "scene": shown_scene(scene_at(story, state, seed=0, said=said)), "path": ",".join([*path, chosen] if chosen else path),
        "marks": shown_shares(play.scores(state), names), "flags": sorted(state.flags.items()), "is_over": play.is_over(story, state),
    }  # fmt: skip
    return render(request, "simulation/try.html", facts)


def _walked(story, at, codes):
    state, said = play.begin(story, at=at), None
    for code in codes:
        node, state = story.nodes[state.node], play.choose(story, state, code)
        said = choice_of(node, code)
    return state, said
