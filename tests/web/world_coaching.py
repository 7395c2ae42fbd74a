"""What the small centre holds of coaching and of the library: a session and two cases of each agent."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.coaching.actions import ask_consent, make_case, prepare_coaching
from hengcai.coaching.library_models import Attendee, Briefing
from hengcai.coaching.rules.library import Draft
from hengcai.coaching.rules.sessions import Cut, Plan
from hengcai.quality.models import Evaluation
from tests.web.world_rows import AGENTS, LED, World

COACHES = {"li": "zhao", "wang": "zhao", "he": "lin"}
WRITTEN = {"strengths": "语气稳", "gap": "抢话", "agreed": "客户说完再复述一遍"}


def coaching(world: World) -> None:
    sessions, asked, warnings = {}, {}, {}
    for agent in AGENTS:
        found = Evaluation.objects.get(pk=world.things["published evaluation"].keys[agent])
        by = world.users[COACHES[agent]]
        sessions[agent] = _session(found, by).pk
        asked[agent] = ask_consent(make_case(found, by=by, draft=_draft("model")), by=by).pk
        warnings[agent] = make_case(found, by=by, draft=_draft("warning")).pk
    world.add("prepared coaching", sessions, shared=LED)
    world.add("asked case", asked, shared=LED)
    world.add("drafted warning", warnings, shared=LED)
    world.add("held briefing", {agent: _briefing(world, agent, n).pk for n, agent in enumerate(AGENTS)}, shared=LED)


def _session(found: Evaluation, by):
    item, today = found.answers.order_by("pk")[0].item_id, clock.today()
    plan = Plan(item, today + timedelta(days=14), cuts=(Cut(found.pk),), **WRITTEN)
    return prepare_coaching([found], by=by, plan=plan, today=today)


def _briefing(world: World, agent: str, days: int) -> Briefing:
    """One for each agent, by their lead."""
    on, person = clock.today() - timedelta(days=days), world.people[agent]
    team = person.placements.get().team
    made = Briefing.objects.create(on=on, by=world.users[COACHES[agent]], team=team, held_at=clock.now())
    Attendee.objects.create(briefing=made, person=person, is_present=True)
    return made


def _draft(kind: str) -> Draft:
    return Draft(kind=kind, title="先听完", lesson="客户说完再答", tags="倾听")
