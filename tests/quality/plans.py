"""A sampling plan of the tests: contacts of Li, Wang and He over six weeks, heard by Chen and Cao."""

from datetime import UTC, date, datetime, timedelta

from hengcai.quality.actions import compare_plan, draw_plan, give_picks, make_plan, start_plan
from hengcai.quality.drawn_models import Draw, DrawnStratum, Pick, SamplingPlan
from hengcai.quality.models import Assignment
from hengcai.quality.queries.plans import Comparison, latest_comparison
from tests import cast
from tests.quality import scene

FIRST, LAST = date(2026, 2, 2), date(2026, 3, 15)  # six weeks, Monday to Sunday
AFTER = date(2026, 3, 17)
SEED = 7
TEXT = """
name: Calls of the spring
period: [2026-02-02, 2026-03-15]
channels: [call]
rules:
  - {name: low, where: {csat: {at_most: 2}}, share: "0.5"}
per_agent: 3
double_share: "0.2"
"""
HEARERS = [
    {"analyst": "chen", "capacity": "1", "excluded": ""},
    {"analyst": "cao", "capacity": "1", "excluded": ""},
]


def contacts(count: int = 36, *, since: date = FIRST, step: int = 1) -> list:
    """One a day in turn of each agent; every fifth with a low satisfaction."""
    agents = [cast.li(), cast.wang(), cast.he()]
    found = []
    for n in range(count):
        at = datetime.combine(since + timedelta(days=(n * step) % 42), datetime.min.time(), UTC) + timedelta(hours=4)
        one = scene.contact(agents[n % 3], at)
        if n % 5 == 0:
            one.csat = 2
            one.save()
        found.append(one)
    return found


def plan(*, text: str = TEXT, seed: int | None = SEED, by: str = "feng", analysts=HEARERS) -> SamplingPlan:
    for name in ("chen", "cao"):
        cast.user(name)
    return make_plan(cast.centre(), by=cast.user(by), text=text, analysts=analysts, days_to_score=5, seed=seed)


def drawn(*, today: date = AFTER, **more) -> SamplingPlan:
    made = plan(**more)
    return draw_plan(made, by=cast.user("feng"), today=today)


def running(*, today: date = AFTER, **more) -> SamplingPlan:
    scene.scorecard()
    return start_plan(drawn(today=today, **more), by=cast.user("feng"))


def given(*, today: date = AFTER, **more) -> SamplingPlan:
    return give_picks(running(today=today, **more), by=cast.user("feng"), today=today, most=1000)


def picks(plan: SamplingPlan):
    return Pick.objects.filter(draw__plan=plan).select_related("contact__agent", "stratum", "analyst", "second")


def picked(work: Assignment, *, n: int = 40, k: int = 4, text: str = TEXT) -> Pick:
    """As if a plan had drawn the contact of this piece of work and given it out."""
    made = plan(text=text)
    draw = Draw.objects.create(plan=made, up_to=0, n=n, digest="", by=made.made_by)
    agent = work.contact.agent
    stratum = DrawnStratum.objects.create(draw=draw, key=agent.number, agent=agent, n=n, k=k)
    pick = Pick.objects.create(
        draw=draw, stratum=stratum, contact=work.contact, analyst=work.analyst, given_at=made.made_at
    )
    Assignment.objects.filter(pk=work.pk).update(pick=pick, why="drawn")
    return pick


def compared(plan: SamplingPlan, *, by: str = "qian") -> Comparison:
    compare_plan(plan, by=cast.user(by))
    return latest_comparison(plan)
