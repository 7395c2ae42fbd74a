"""The catalogue, and one scenario: begun here by those who play, looked after here by those who write."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.people.models import Person
from hengcai.simulation import actions, endpoint, permissions
from hengcai.simulation.definitions import known_competencies, story_of
from hengcai.simulation.queries.role_plays import going_of, people_observed_by
from hengcai.simulation.queries.runs import runs_played_by
from hengcai.simulation.queries.scenarios import moves_of, scenarios_seen_by, standings
from hengcai.simulation.rules.scenario import CARD
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence
from hengcai.web.shell.templatetags.hc import is_english
from hengcai.web.simulation.forms import ScenarioFilterForm
from hengcai.web.simulation.lists import scenario_list

RECENT = 5


@remembers("scenarios")
def scenarios(request):
    permissions.SEE.enter([], request.user)
    looks_after = permissions.SEE_RESULTS.is_held_by(request.user)
    form = ScenarioFilterForm(request.GET, with_states=looks_after)
    rows = scenarios_seen_by(request.user).filter(form.filters().condition())
    listing = scenario_list(standing=standings(request.user), is_writer=looks_after)
    asked = Asked(request, listing, form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_write": permissions.WRITE.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("simulation/scenarios.html", asked.sorted(rows), facts)


def scenario(request, pk):
    found, refusal = scenario_seen(request, pk), ""
    if request.method == "POST":
        try:
            return redirect(*done_by(DOINGS, request)(request, found))
        except NotValid as refused:
            refusal = sentence(refused)
    story, mine = story_of(found), runs_played_by(request.user).filter(scenario=found)
    is_card, may_start = found.kind == CARD, permissions.START.allows(found, request.user)
    facts = {
        "scenario": found, "story": story, "brief": found.content["brief"], "competencies": named(story.competencies),
        "runs": mine[:RECENT], "going": mine.filter(state="playing").exclude(way="live").first(), "moves": moves_of(found, request.user),
        "may_start": may_start and not is_card, "may_talk": may_start and is_card and endpoint.is_configured(), "is_card": is_card,
        "may_observe": bool(story.checklist) and permissions.ROLE_PLAY.allows(found, request.user),
        "observed": going_of(request.user).filter(scenario=found), "may_write": permissions.WRITE.is_held_by(request.user),
        "may_see_results": permissions.SEE_RESULTS.is_held_by(request.user), "error": refusal,
    }  # fmt: skip
    return render(request, "simulation/scenario.html", facts, status=422 if refusal else 200)


def scenario_seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(scenarios_seen_by(request.user), pk=pk)


def named(codes):
    """Competencies by name; one that has left the framework by its code."""
    names = known_competencies()
    return [(code, names.get(code, code)) for code in codes]


def _start(request, found):
    return "play-scenario", actions.start_run(found, by=request.user).pk


def _talk(request, found):
    language = "en" if is_english() else "zh"
    return "talk-to-customer", actions.start_talk(found, by=request.user, language=language).pk


def _role_play(request, found):
    person = _person(request, request.POST.get("person", ""))
    typed = request.POST.get("partner", "").strip()
    partner = Person.objects.filter(number=folded(typed)).first() if typed else None
    if typed and partner is None:
        raise NotValid("simulation.person_unknown", number=typed[:40])
    return "observe-run", actions.start_role_play(found, by=request.user, person=person, partner=partner).pk


def _person(request, typed):
    found = people_observed_by(request.user).filter(number=folded(typed)).first() if typed.strip() else None
    if found is None:
        raise NotValid("simulation.person_unknown", number=typed[:40])
    return found


def _publish(request, found):
    actions.publish_scenario(found, by=request.user, today=localdate())
    messages.success(request, _("Published. It can no longer be changed."))
    return "see-scenario", found.pk


def _retire(request, found):
    return "see-scenario", actions.retire_scenario(found, by=request.user).pk


def _copy(request, found):
    made = actions.copy_scenario(found, by=request.user, code=request.POST.get("code", "").strip())
    messages.success(request, _("Copied as a draft."))
    return "see-scenario", made.pk


DOINGS = {
    "start": _start,
    "talk": _talk,
    "role_play": _role_play,
    "publish": _publish,
    "retire": _retire,
    "copy": _copy,
}
