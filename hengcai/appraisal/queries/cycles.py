"""Laying out a cycle: what would be sensible, what it would rest on, what may be done with it next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from hengcai.appraisal import permissions, states
from hengcai.appraisal.laying_out import after_of, is_working_day
from hengcai.appraisal.models import Cycle, CycleTemplate, Policy
from hengcai.appraisal.parsing import policy_kind
from hengcai.appraisal.rules.calendar import Proposal, Taken, proposal
from hengcai.base.permissions import Doer
from hengcai.base.states import Move, moves_open
from hengcai.framework.models import Framework
from hengcai.framework.queries import framework_in_force

COMPUTED_AT_ONCE = 400  # people a page computes while one waits; more go to the worker


def proposed(kind: str, *, today: date) -> Proposal:
    """After the last one laid out, with the days of its template, by the centre's calendar: public holidays are free,
    make-up workdays are not."""
    template = CycleTemplate.objects.filter(kind=kind).first()
    after, taken = after_of(template) if template else None, Taken(last_day_of(kind), _codes())
    return proposal(kind, today=today, is_working_day=is_working_day(), taken=taken, after=after)


def last_day_of(kind: str) -> date | None:
    """The last day any cycle of this kind covers, in whatever state it is."""
    last: date | None = Cycle.objects.filter(kind=kind).aggregate(last=Max("period_end"))["last"]
    return last


def _codes() -> frozenset[str]:
    return frozenset(Cycle.objects.values_list("code", flat=True))


@dataclass(frozen=True)
class Ground:
    """What a new cycle of this kind would rest on; None where nothing is in force."""

    policy: Policy | None
    framework: Framework | None


def ground_for(kind: str) -> Ground:
    return Ground(
        Policy.objects.filter(kind=policy_kind(kind), state=Policy.State.PUBLISHED).first(), framework_in_force()
    )


def may_run(user: Doer) -> bool:
    return permissions.RUN_CYCLE.is_held_by(user)


def may_arrange(user: Doer) -> bool:
    return permissions.ARRANGE_RATERS.is_held_by(user)


def moves_for(cycle: Cycle, user: Doer) -> list[Move]:
    """The buttons of a cycle's page; the first is the next step, the others ways back."""
    order = {states.OPEN.name: 0, states.COMPUTE.name: 1, states.REOPEN.name: 2}
    found = [move for move in moves_open(states.MOVES, cycle, user) if move.name in order]
    return sorted(found, key=lambda move: order[move.name])


def may_look_at_publication(cycle: Cycle) -> bool:
    """Whether its page has something to say: from the computing on."""
    return cycle.state in Cycle.COMPUTED


def is_large(cycle: Cycle) -> bool:
    return cycle.participants.count() > COMPUTED_AT_ONCE
