"""Sampling plans from the draft to the last draw."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.interactions.models import Contact
from hengcai.jobs.worker import call_off, enqueue_once
from hengcai.people.models import Person
from hengcai.quality import permissions, states
from hengcai.quality.analysts import able_analysts
from hengcai.quality.drawing import contacts_of, read_analysts, read_text
from hengcai.quality.drawn_models import Draw, DrawnStratum, Pick, SamplingPlan
from hengcai.quality.hearing import hearers, usernames
from hengcai.quality.plan_jobs import ASSIGN_JOB, DRAW_JOB, RUN_JOB, check_idle, is_large, rounds_due
from hengcai.quality.rules.assigning import Hearer, share_out, told
from hengcai.quality.rules.sampling.rounds import Round, is_over, weeks

if TYPE_CHECKING:
    from hengcai.quality.found import Found
    from hengcai.quality.rules.sampling.draw import Short

CHUNK = 500
LARGEST_SEED = 10**9
MOST_DAYS = 60
Rows = Sequence[Mapping[str, str]]


@action(permissions.PLAN)
def make_plan(
    _centre: Centre, *, by: User, text: str, analysts: Rows, days_to_score: int = 5, seed: int | None = None
) -> SamplingPlan:
    """Without a seed one is drawn; it stands on the plan from now on."""
    plan = SamplingPlan(seed=secrets.randbelow(LARGEST_SEED) if seed is None else seed, made_by=by, made_at=clock.now())
    return _write(plan, text, analysts, days_to_score)


@action(states.EDIT_PLAN)
def edit_plan(
    plan: SamplingPlan, *, by: User, text: str, analysts: Rows, days_to_score: int, seed: int, edit_count: int
) -> SamplingPlan:
    """`edit_count` is what the page was opened with: an older one overwrites nothing."""
    if edit_count != plan.edit_count:
        raise NotNow("quality.plan_changed")
    plan.seed = seed
    return _write(plan, text, analysts, days_to_score)


@action(states.DRAW_PLAN)
def draw_plan(plan: SamplingPlan, *, by: User, today: date) -> SamplingPlan:
    """Once, and as a whole where the period is over; else each week by itself when it is over. From many contacts the
    worker draws."""
    if not any(one.capacity for one in hearers(plan, able_analysts(), today=today)):
        raise NotValid("quality.plan_without_analysts")
    plan.is_weekly = today <= plan.last_on
    plan.save(update_fields=["is_weekly"])
    if is_large(plan):
        enqueue_once(DRAW_JOB, plan.pk, by=by.pk)
        return plan
    for this in rounds_due(plan, today):
        _draw(plan, this, by=by, after=0, today=today)
    return plan


@action(states.DRAW_NEXT)
def draw_next(plan: SamplingPlan, *, by: User, today: date) -> SamplingPlan:
    """The next round that was due when the plan was drawn; the worker asks until none is left."""
    due = rounds_due(plan, today)
    if not due:
        raise NotNow("quality.plan_nothing_late")
    _draw(plan, due[0], by=by, after=0, today=today)
    return plan


@action(states.START_PLAN)
def start_plan(plan: SamplingPlan, *, by: User) -> SamplingPlan:
    """From now on the worker gives the picks out, and draws whatever comes due."""
    check_idle(plan)
    enqueue_once(RUN_JOB, plan.pk, by=by.pk)
    return plan


@action(states.DRAW_WEEK)
def draw_week(plan: SamplingPlan, *, by: User, week: date | None, today: date) -> Draw:
    """A week that is over, once; what came in since its last draw, by a draw of its own. None: the whole period."""
    if plan.is_weekly == (week is None) or (week and week not in weeks(read_text(plan.text))):
        raise NotValid("quality.plan_week_unknown")
    if week and not is_over(week, read_text(plan.text), today):
        raise NotNow("quality.plan_week_open", week=week)
    last = plan.draws.filter(week=week).order_by("-number").first()
    if last is None:
        return _draw(plan, Round(week), by=by, after=0, today=today)
    this = Round(week, last.number + 1)
    if not contacts_of(plan, this, after=last.up_to).exists():
        raise NotNow("quality.plan_nothing_late")
    return _draw(plan, this, by=by, after=last.up_to, today=today)


@action(states.CLOSE_PLAN)
def close_plan(plan: SamplingPlan, *, by: User) -> SamplingPlan:
    """Nothing more is drawn; what was given out stays where it is."""
    for kind in (RUN_JOB, DRAW_JOB, ASSIGN_JOB):
        call_off(kind, plan.pk)
    return plan


def _write(plan: SamplingPlan, text: str, analysts: Rows, days_to_score: int) -> SamplingPlan:
    check_lengths(text)
    read = read_text(text)
    kept = [{name: str(row.get(name) or "") for name in ("analyst", "capacity", "excluded")} for row in analysts]
    read_analysts(kept)
    if not 1 <= days_to_score <= MOST_DAYS:
        raise NotValid("quality.plan_days", most=MOST_DAYS)
    plan.name, plan.text, plan.analysts, plan.days_to_score = read.name, text, kept, days_to_score
    plan.first_on, plan.last_on = read.period
    plan.edit_count += 1
    plan.save()
    return plan


def _draw(plan: SamplingPlan, this: Round, *, by: User, after: int, today: date) -> Draw:
    from hengcai.quality.found import find

    newest = Contact.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    found = find(plan, this, after=after, up_to=newest)
    hearing = hearers(plan, able_analysts(), today=today)
    made = Draw.objects.create(
        plan=plan, week=this.week, number=this.number, after=after, up_to=newest, n=found.n, digest=found.digest,
        short=_short(found.drawn.short) if this == Round() else [], hearers=told(hearing), at=clock.now(), by=by,
    )  # fmt: skip
    _keep(made, found, hearing)
    return made


def _short(found: "Sequence[Short]") -> list[list[object]]:
    """Of those who have contacts at all: a trainer is not short of any."""
    numbers = [one.agent for one in found]
    heard: set[str] = set()
    for start in range(0, len(numbers), CHUNK):
        rows = Person.objects.filter(number__in=numbers[start : start + CHUNK], contacts__isnull=False)
        heard |= set(rows.values_list("number", flat=True).distinct())
    return [[one.agent, one.wanted, one.found] for one in found if one.agent in heard]


def _keep(made: Draw, found: "Found", hearing: Sequence[Hearer]) -> None:
    drawn, plan, users = found.drawn, made.plan, usernames()
    agents = dict(Person.objects.filter(contacts__isnull=False).distinct().values_list("number", "pk"))
    rows = [
        DrawnStratum(draw=made, key=one.id, agent_id=agents[one.agent], rule=one.rule or "", n=one.n, k=one.k)
        for one in drawn.strata
    ]
    strata = {row.key: row for row in DrawnStratum.objects.bulk_create(rows, batch_size=CHUNK)}
    keys = _keys([pick.contact for pick in drawn.picks])
    given = share_out(drawn.picks, hearing, read_text(plan.text), seed=plan.seed).assigned
    picks = [
        Pick(
            draw=made, stratum=strata[pick.stratum.id], contact_id=keys[pick.contact],
            analyst_id=users.get(first or ""), second_id=users.get(second or ""),
        )
        for pick, (first, second) in zip(drawn.picks, given.pairs, strict=True)
    ]  # fmt: skip
    Pick.objects.bulk_create(picks, batch_size=CHUNK)


def _keys(contacts: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(contacts), CHUNK):
        rows = Contact.objects.filter(key__in=contacts[start : start + CHUNK])
        found |= dict(rows.values_list("key", "pk"))
    return found
