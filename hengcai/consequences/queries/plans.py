"""Improvement plans and moves of people as their readers see them; the four steps of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Case, IntegerField, QuerySet, Value, When

from hengcai.appraisal.models import Cycle, Result
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.consequences import permissions
from hengcai.consequences.models import Plan, Proposal
from hengcai.consequences.rules.steps import ORDER
from hengcai.consequences.states import PLAN_MOVES, PROPOSAL_MOVES
from hengcai.consequences.steps import NOTE, RETEST, Proof, Steps, steps_of
from hengcai.people.models import Person
from hengcai.records.models import Record
from hengcai.records.permissions import SEE as SEE_RECORD
from hengcai.records.permissions import SEE_BUNDLE
from hengcai.records.permissions import SEE_OWN as SEE_OWN_RECORD

PLAN_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "state": ("state", "ends_on", "pk"), "ends": ("ends_on", "pk"),
})  # fmt: skip
MOVE_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "kind": ("kind", "-pk"), "state": ("state", "-pk"),
    "at": ("proposed_at", "pk"),
})  # fmt: skip


def plans_seen_by(user: Doer) -> QuerySet[Plan]:
    """Open ones first, by their last day; then by name."""
    rows = Plan.objects.select_related(
        "person", "lead", "placement__team", "result__participant__cycle__policy", "retest__participant__cycle__policy",
        "ended_by", "started_unsigned_by",
    )  # fmt: skip
    is_over = Case(When(state__in=Plan.ENDED, then=Value(1)), default=Value(0), output_field=IntegerField())
    return permissions.SEE_PLAN.rows(rows, user).annotate(is_over=is_over).order_by("is_over", "ends_on", "-pk")


@dataclass(frozen=True)
class PlanSight:
    plan: Plan
    moves: frozenset[str]
    may_sign: bool
    may_refuse: bool
    is_own: bool
    retests: Sequence[Result]  # that could end it

    @property
    def difference(self) -> Fraction | None:
        if not self.plan.change:
            return None
        return Fraction(self.plan.change["after"]) - Fraction(self.plan.change["before"])


def plan_sight(plan: Plan, user: Doer) -> PlanSight:
    own = plan.person.user_id == user.pk
    moves = frozenset(move.name for move in moves_open(PLAN_MOVES, plan, user)) - {"seal_improvement"}
    if plan.person_signed_at is not None:
        moves -= {"refuse_improvement"}
    signs = permissions.SIGN_PLAN.allows(plan, user)
    done = plan.person_signed_at if own else plan.lead_signed_at
    return PlanSight(
        plan=plan,
        moves=moves,
        may_sign=signs and plan.state == Plan.State.OFFERED and done is None,
        may_refuse="refuse_improvement" in moves,
        is_own=own,
        retests=list(retests_for(plan)) if moves & {"succeed_improvement", "fail_improvement"} else [],
    )


def retests_for(plan: Plan) -> QuerySet[Result]:
    """Published special appraisals of the person that ended after the plan began, the newest first."""
    of = {"participant__person": plan.person_id, "participant__cycle__state": Cycle.State.PUBLISHED}
    rows = Result.objects.filter(RETEST, is_current=True, final__isnull=False, **of)
    later = rows.filter(participant__cycle__period_end__gt=plan.starts_on)
    return later.select_related("participant__cycle__policy").order_by("-participant__cycle__period_end", "-pk")


def plan_to_print(user: Doer, number: int) -> PlanSight | None:
    found = plans_seen_by(user).filter(pk=number).first()
    return plan_sight(found, user) if found else None


@dataclass(frozen=True)
class Shown:
    """One paper as its reader has it. `record`: how its person answered the result, where the reader may read that.
    `in_bundle`: it stands in the person's evidence bundle, which the reader may open."""

    proof: Proof
    record: Record | None = None
    in_bundle: bool = False


@dataclass(frozen=True)
class Step:
    code: str
    is_there: bool
    proofs: Sequence[Shown]


@dataclass(frozen=True)
class StepsSight:
    """The four steps of one person, for whoever may know of them."""

    person: Person
    steps: Sequence[Step]
    found: Steps
    plans: Sequence[Plan]
    moves: Sequence[Proposal]
    may_draft: bool
    may_keep: bool
    may_propose: bool
    is_own: bool

    @property
    def next_missing(self) -> str:
        return next((one.code for one in self.steps if not one.is_there), "")


def people_seen_by(user: Doer) -> QuerySet[Person]:
    return permissions.SEE_STEPS.rows(Person.objects.all(), user)


def steps_sight(person: Person, user: Doer) -> StepsSight:
    found = steps_of(person)
    records = _records(found, user)
    bundle = SEE_BUNDLE.allows(person, user)
    steps = [
        Step(
            code,
            code in found.standing.there,
            [_shown(one, records, in_bundle=bundle) for one in found.proofs.get(code, [])],
        )
        for code in ORDER
    ]
    rows = Person.objects.filter(pk=person.pk)
    plans = list(plans_seen_by(user).filter(person=person)[:10])
    is_open = any(one.state not in Plan.ENDED for one in plans)
    ready = {"known", "evidence"} <= found.standing.there and not is_open
    return StepsSight(
        person=person,
        steps=steps,
        found=found,
        plans=plans,
        moves=list(moves_seen_by(user).filter(person=person)[:10]),
        may_draft=ready and permissions.DRAFT_PLAN.rows(rows, user).exists(),
        may_keep=permissions.KEEP_PAPERS.rows(rows, user).exists(),
        may_propose=permissions.PROPOSE_MOVE.rows(rows, user).exists(),
        is_own=person.user_id == user.pk,
    )


def _records(found: Steps, user: Doer) -> dict[int, Record]:
    """Result → its record, of those this reader may open."""
    results = [one.result.pk for some in found.proofs.values() for one in some if one.result]
    rows = Record.objects.filter(result__in=results)
    own = SEE_OWN_RECORD.rows(rows, user) if found.person.user_id == user.pk else SEE_RECORD.rows(rows, user)
    return {one.result_id: one for one in own}


def _shown(proof: Proof, records: Mapping[int, Record], *, in_bundle: bool) -> Shown:
    record = records.get(proof.result.pk) if proof.result else None
    return Shown(proof, record, in_bundle=in_bundle and proof.kind == NOTE)


def moves_seen_by(user: Doer) -> QuerySet[Proposal]:
    """What waits first, then what is to be decided, then by name."""
    rows = Proposal.objects.select_related(
        "person", "proposed_by", "looked_by", "decided_by", "plan", "result__participant__cycle__policy"
    )
    states = Proposal.State
    place = Case(
        When(state=states.WAITING, then=Value(0)), When(state=states.PROPOSED, then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    seen = permissions.SEE_MOVE.rows(rows, user).annotate(place=place)
    return seen.order_by("place", "person__name_key", "person__number", "-pk")


def open_to(move: Proposal, user: Doer) -> frozenset[str]:
    """Whoever proposed it neither looks at it nor decides it."""
    names = frozenset(one.name for one in moves_open(PROPOSAL_MOVES, move, user))
    return names - {"carry_move", "decide_move"} if move.proposed_by_id == user.pk else names
