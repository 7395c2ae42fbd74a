"""What the small centre holds of what follows from results: bases, a decided and a prepared run, cuts that wait."""

from datetime import date
from decimal import Decimal

from hengcai.appraisal.models import Cycle, Result
from hengcai.base import clock
from hengcai.consequences.models import (
    LookAgain,
    MinimumWage,
    Nomination,
    PayBase,
    PayLine,
    PayRun,
    Plan,
    Proposal,
    Review,
)
from tests.web.world_rows import AGENTS, LED, World

SINCE, AMOUNT = date(2026, 1, 1), Decimal("3417.53")  # an amount no other page could have
MONTHS = {"prepared": (date(2026, 3, 1), date(2026, 3, 31)), "decided": (date(2026, 2, 1), date(2026, 2, 28))}


def consequences(world: World) -> None:
    wu, qian, now = world.users["wu"], world.users["qian"], clock.now()
    site = world.people["li"].placements.get().team.site
    MinimumWage.objects.create(site=site, since=SINCE, amount=2100, source="-", entered_by=wu, entered_at=now)
    cycle, lines = Cycle.objects.get(code="2026-03"), {}
    for state, (first, last) in MONTHS.items():
        facts = {"decided_by": qian, "decided_at": now} if state == "decided" else {}
        run = PayRun.objects.create(
            state=state, cycle=cycle, first_on=first, last_on=last, coefficients={"pass": "0.9"}, bar="0.9",
            prepared_by=wu, prepared_at=now, **facts,
        )  # fmt: skip
        world.add(f"{state} pay run", {"wu": run.pk})
        lines |= {name: _line(run, world, name).pk for name in AGENTS}
    for name in AGENTS:
        PayBase.objects.create(person=world.people[name], since=SINCE, base=AMOUNT, brought_by=wu, brought_at=now)
    world.add("pay review", {name: _review(world, cycle, name).pk for name in AGENTS})

    _plans(world)
    _awards(world)


def _awards(world: World) -> None:
    """A nomination and a request to look again of each agent; nothing of it is public yet."""
    nominations, looks, now = {}, {}, clock.now()
    for name in AGENTS:
        person, lead = world.people[name], world.users["lin" if name == "he" else "zhao"]
        found = Result.objects.get(participant__cycle__code="2026-Q1", participant__person=person, is_current=True)
        nominations[name] = Nomination.objects.create(
            kind="outstanding", person=person, result=found, reason="稳", nominated_by=lead, nominated_at=now
        ).pk
        looks[name] = LookAgain.objects.create(
            result=found, person=person, words="请再看看", asked_at=now, handler=world.users["wu"], due_on=SINCE
        ).pk
    world.add("nomination", nominations, shared=LED)
    world.add("look again", looks)


def _plans(world: World) -> None:
    """An offered plan and a proposal against each agent, as if all papers were there."""
    plans, moves, now = {}, {}, clock.now()
    for name in AGENTS:
        person, lead = world.people[name], world.users["lin" if name == "he" else "zhao"]
        found = Result.objects.get(participant__cycle__code="2026-Q1", participant__person=person, is_current=True)
        text = {"gap": "抢话", "goals": "先听完", "support": "辅导"}
        plan = Plan.objects.create(
            person=person, lead=lead, result=found, state="offered", starts_on=date(2099, 4, 1), drafted_at=now,
            ends_on=date(2099, 5, 1), edit_count=1, **text,
        )  # fmt: skip
        facts = {"why": "probability_unknown", "bar": "0.9", "proposed_at": now, "reason": "三次未达标"}
        move = Proposal.objects.create(
            person=person, kind="transfer", state="waiting", result=found, plan=plan, proposed_by=lead, **facts
        )
        plans[name], moves[name] = plan.pk, move.pk
    world.add("offered plan", plans, shared=LED)
    world.add("waiting move", moves, shared=LED)
    world.add("agent to help", {name: world.people[name].pk for name in AGENTS}, shared=LED)


def _line(run: PayRun, world: World, name: str) -> PayLine:
    money = {"earned": AMOUNT, "total": AMOUNT}
    return PayLine.objects.create(run=run, person=world.people[name], base=AMOUNT, grade="pass", coefficient=1, **money)


def _review(world: World, cycle: Cycle, name: str) -> Review:
    found = Result.objects.get(participant__cycle=cycle, participant__person=world.people[name], is_current=True)
    facts = {"grade": "pass", "why": "probability_unknown", "bar": "0.9", "opened_at": clock.now()}
    return Review.objects.create(result=found, person=world.people[name], **facts)
