"""What the small centre holds of improvement: a measure about each agent, with their lead as its owner."""

from datetime import date, timedelta

from hengcai.base import clock
from hengcai.improvement.actions import make_report, raise_remedy
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.actions.standing import Place
from hengcai.improvement.models import MonthReport
from hengcai.improvement.rules.remedies import Plan
from tests import cast
from tests.web.world_coaching import COACHES
from tests.web.world_rows import AGENTS, LED, World


def improvement(world: World) -> None:
    found = {agent: _remedy(world, agent).pk for agent in AGENTS}
    world.add("open remedy", found, shared=LED)
    reports(world)


def _remedy(world: World, agent: str):
    today = clock.today()
    plan = Plan("person", "抢话", "听完再答", today + timedelta(days=14))
    subject = Subject(world.users[COACHES[agent]], world.people[agent])
    return raise_remedy(cast.centre(), by=world.users["feng"], plan=plan, subject=subject, today=today)


def reports(world: World) -> None:
    """A report of each lead's team and one of the whole centre; an analysis that is issued and one that is a draft."""
    feng, today = world.users["feng"], clock.today()
    teams = {lead: cast.team(name) for lead, name in (("zhao", "one"), ("lin", "two"))}
    day = today - timedelta(days=1)
    made = {
        lead: make_report(cast.centre(), by=feng, place=Place(team=team), span="day", day=day, today=today).pk
        for lead, team in teams.items()
    }
    world.add("team report", made)
    whole = make_report(cast.centre(), by=feng, place=Place(), span="day", day=day, today=today)
    world.add("centre report", {"feng": whole.pk})
    facts = {
        "service": {"now": {}, "before": {}, "months": []}, "quality": {"now": None, "before": None, "months": []},
        "items": [], "causes": {}, "grades": {"now": {}, "before": {}}, "coaching": {"held": 0, "signed": 0, "looked": {}},
        "remedies": {"raised": 0, "done": 0, "checked": {}, "open": 0, "late": 0},
    }  # fmt: skip
    told = {"facts": facts, "drafted_by": feng, "drafted_at": clock.now(), "summary": {"zh": "平稳"}}
    issued = {"state": "issued", "number": "202601-01", "issued_by": feng, "issued_at": clock.now()}
    first = MonthReport.objects.create(month=date(2026, 1, 1), **told, **issued)
    world.add("issued analysis", {"feng": first.pk})
    world.add("drafted analysis", {"feng": MonthReport.objects.create(month=date(2026, 2, 1), **told).pk})
