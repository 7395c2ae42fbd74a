"""The calendar of cycles: what is settled once of a kind, cycles that lay themselves out, moments that fire once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.appraisal import duties, permissions
from hengcai.appraisal.actions.cycles import Dates, add_cycle, open_cycle
from hengcai.appraisal.actions.results import start_computing
from hengcai.appraisal.laying_out import closing_day, next_period, opening_day, proposal_by
from hengcai.appraisal.models import Cycle, CycleTemplate, Deadline
from hengcai.appraisal.moments import moment_in, open_forms, set_opening, zone_of
from hengcai.appraisal.rules.templates import check_terms
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.days import day_of
from hengcai.base.errors import NotNow, NotValid, Refusal
from hengcai.people.models import Site
from hengcai.people.queries.calendar import the_calendar

WHAT, STATE = Deadline.What, Cycle.State
PER_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """What a template says; days are working days after the period's end, None where its kind does without."""

    is_on: bool
    ahead_days: int
    opens_after: int
    opens_at: time
    opens_itself: bool
    self_after: int | None
    others_after: int | None
    superior_after: int | None
    closes_after: int | None
    publish_after: int
    zone: str = ""


@action(permissions.SETTLE_TEMPLATE)
def settle_template(centre: Centre, *, by: User, kind: str, terms: Terms) -> CycleTemplate:
    """One a kind. Cycles laid out before keep their days."""
    if kind not in Cycle.Kind.values or kind == Cycle.Kind.SPECIAL:
        raise NotValid("appraisal.template_kind", value=kind)
    check_terms(vars(terms), has_forms=kind in Cycle.WITH_FORMS)
    if terms.zone and not Site.objects.filter(time_zone=terms.zone).exists():
        raise NotValid("appraisal.template_zone", value=terms.zone)
    found, _is_new = CycleTemplate.objects.update_or_create(kind=kind, defaults=vars(terms))
    return found


@action(permissions.RUN_CYCLE)
def lay_out_cycle(template: CycleTemplate, *, by: User) -> Cycle:
    """The next one as a draft, with the day it is to be opened; whoever runs cycles is told."""
    period = next_period(template, today=clock.today()) if template.is_on else None
    if period is None:
        raise NotNow("appraisal.nothing_to_lay_out")
    found = proposal_by(template, period)
    dates = Dates(found.self_due_on, found.others_due_on, found.superior_due_on, found.publish_due_on)
    name = Bilingual(found.name_zh, found.name_en)
    cycle = add_cycle(_centre(), by=by, kind=template.kind, code=found.code, name=name, period=period, dates=dates)
    cycle.template, cycle.zone = template, template.zone
    opens_on = opening_day(template, period)
    cycle.opens_at = moment_in(zone_of(cycle), opens_on, template.opens_at)
    cycle.closes_on = closing_day(template, period)
    cycle.save(update_fields=["template", "zone", "opens_at", "closes_on"])
    set_opening(cycle)
    duties.to_open(cycle, due_on=opens_on)
    return cycle


def _centre() -> Centre:
    return Centre.objects.order_by("pk")[0]


@action(permissions.RUN_CYCLE)
def pass_deadline(deadline: Deadline, *, by: User) -> Deadline:
    """Once: what is due is done, and that it was is noted in the same transaction."""
    if deadline.fired_at is not None or deadline.at > clock.now():
        raise NotNow("appraisal.deadline_waits")
    deadline.fired_at = clock.now()
    deadline.save(update_fields=["fired_at"])
    FIRES[deadline.what](deadline, by)
    return deadline


def _open(deadline: Deadline, by: User) -> None:
    """By itself where its template says so; if that is refused, or nobody said so, it waits for somebody."""
    cycle = deadline.cycle
    if cycle.state != STATE.DRAFT:
        return
    if cycle.template is not None and cycle.template.opens_itself:
        try:
            open_cycle(cycle, by=by, today=clock.today())
        except Refusal:
            duties.to_open(cycle, due_on=day_of(deadline.at, zone_of(cycle)))


def _late(deadline: Deadline, by: User) -> None:
    """Whoever runs the cycle learns that forms are missing, by the next working day."""
    cycle = deadline.cycle
    if cycle.state == STATE.COLLECTING and open_forms(deadline).exists():
        last = day_of(deadline.at, deadline.zone) - PER_DAY
        duties.raters_late(cycle, due_on=the_calendar().add(max(last, clock.today() - PER_DAY), 1).date)


def _close(deadline: Deadline, by: User) -> None:
    cycle = deadline.cycle
    if cycle.state == STATE.COLLECTING:
        start_computing(cycle, by=by)


def _nothing(_deadline: Deadline, _by: User) -> None:
    """Publishing takes two people; the duty to do it in time goes up by itself."""


FIRES: dict[str, Callable[[Deadline, User], None]] = {
    WHAT.OPEN: _open, WHAT.SELF: _late, WHAT.OTHERS: _late, WHAT.SUPERIOR: _late, WHAT.CLOSE: _close,
    WHAT.PUBLISH: _nothing,
}  # fmt: skip
