"""Improvement plans, the four steps of a person, moves of people: the same actions and rights as the pages."""

from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Day, Key, Text
from hengcai.api.paging import Cut, Page, Sorted, paged, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import plans as queries
from hengcai.consequences.queries.plans import PLAN_ORDERS
from hengcai.consequences.rules.plans import PlanText

router = Router()
WRITTEN = ("gap", "goals", "support", "other_post")


class ImprovementIn(Schema):
    gap: Comment
    goals: Comment
    support: Comment
    other_post: Comment = ""
    starts_on: Day
    ends_on: Day


class ImprovementEdit(ImprovementIn):
    edit_count: int


class ImprovementSignIn(Schema):
    """The caller's own password, entered again; it is neither stored nor logged. `edit_count` as the plan was read."""

    password: Text
    edit_count: int


class ImprovementWordsIn(Schema):
    words: Comment


class ImprovementEndIn(ImprovementWordsIn):
    """`retest`: the result of a published special appraisal of the person, carried out for reassessment."""

    retest: Key


class StepPaperIn(ImprovementWordsIn):
    """`step`: known or trained."""

    step: Text
    on: Day


class PersonMoveIn(Schema):
    """`kind`: promotion, project, rotation, transfer or exit (termination of contract); the last two require all four steps."""

    kind: Text
    reason: Comment
    where: Comment = ""


class MoveReasonIn(Schema):
    reason: Comment


class ImprovementOut(Schema):
    """`change`: before, after and verdict (higher, lower, cannot_tell) once the plan is closed. `moves`: what the
    caller may do. `is_overtaken`: its result has been corrected since and is no longer in the lowest band."""

    id: int
    person: str
    lead: str
    state: str
    starts_on: date
    ends_on: date
    gap: str
    goals: str
    support: str
    other_post: str
    edit_count: int
    person_signed_at: datetime | None
    lead_signed_at: datetime | None
    refusal: str
    change: dict[str, str]
    ending: str
    moves: list[str]
    may_sign: bool
    is_overtaken: bool


class StepProofOut(Schema):
    """`record`: how the person answered that result: signed, objected, silent, or the state it is in; null where there is
    none, or none to be read."""

    kind: str
    id: int
    on: date
    words: str
    record: str | None


class FourStepOut(Schema):
    step: str
    is_there: bool
    proofs: list[StepProofOut]


class FourStepsOut(Schema):
    person: str
    steps: list[FourStepOut]
    cycles_below: int
    passed_again: bool


class PersonMoveOut(Schema):
    id: int
    person: str
    kind: str
    state: str
    where: str
    reason: str
    why: str
    proposed_by: str
    looked_by: str | None
    decided_by: str | None
    decision: str
    moves: list[str]


@router.get("/improvement-plans", response=Page[ImprovementOut])
def plans(request, wanted: Query[Sorted]):
    """Improvement plans, open ones first by last day."""
    let_in(permissions.SEE_PLAN, request.user)
    return sorted_page(queries.plans_seen_by(request.user), lambda one: _plan(one, request.user), wanted, PLAN_ORDERS)


@router.get("/improvement-plans/{int:pk}", response=ImprovementOut)
def plan(request, pk: int):
    """One improvement plan."""
    return _plan(_found(request, pk, permissions.SEE_PLAN), request.user)


@router.post("/people/{int:pk}/improvement-plan", response=ImprovementOut)
def draft(request, pk: int, body: ImprovementIn):
    """Drafts a plan; only if the standard was known and a result is in the lowest band."""
    person = _person(request, pk, permissions.DRAFT_PLAN)
    return _again(actions.draft_improvement(person, by=request.user, text=_text(body), today=localdate()), request)


@router.put("/improvement-plans/{int:pk}", response=ImprovementOut)
def edit(request, pk: int, body: ImprovementEdit):
    """Edits a draft; `edit_count` as it was read."""
    found = _found(request, pk, permissions.RUN_PLAN)
    facts = {"text": _text(body), "edit_count": body.edit_count, "today": localdate()}
    return _again(actions.edit_improvement(found, by=request.user, **facts), request)


@router.post("/improvement-plans/{int:pk}/offer", response=ImprovementOut)
def offer(request, pk: int):
    """Sends the plan to both sides for signature."""
    found = _found(request, pk, permissions.RUN_PLAN)
    return _again(actions.offer_improvement(found, by=request.user, today=localdate()), request)


@router.post("/improvement-plans/{int:pk}/sign", response=ImprovementOut)
def sign(request, pk: int, body: ImprovementSignIn):
    """Signs the plan, for the person or whoever gives the support; the second signature starts it."""
    found = _found(request, pk, permissions.SIGN_PLAN)
    return _again(
        actions.sign_improvement(found, by=request.user, password=body.password, edit_count=body.edit_count), request
    )


@router.post("/improvement-plans/{int:pk}/refuse", response=ImprovementOut)
def refuse(request, pk: int, body: ImprovementWordsIn):
    """The person refuses to sign, with their reasons."""
    found = _found(request, pk, permissions.REFUSE_PLAN)
    return _again(actions.refuse_improvement(found, by=request.user, words=body.words), request)


@router.post("/improvement-plans/{int:pk}/redraft", response=ImprovementOut)
def redraft(request, pk: int):
    """Reopens the plan for redrafting after a refusal."""
    found = _found(request, pk, permissions.RUN_PLAN)
    return _again(actions.redraft_improvement(found, by=request.user), request)


@router.post("/improvement-plans/{int:pk}/start-unsigned", response=ImprovementOut)
def start_unsigned(request, pk: int, body: ImprovementWordsIn):
    """HR starts the plan after a refusal, with a reason."""
    found = _found(request, pk, permissions.START_UNSIGNED)
    return _again(actions.start_unsigned(found, by=request.user, because=body.words), request)


@router.post("/improvement-plans/{int:pk}/succeed", response=ImprovementOut)
def succeed(request, pk: int, body: ImprovementEndIn):
    """Closes the plan as “standard met”; only with a reassessment above the lowest band."""
    found, retest = _ended(request, pk, body)
    return _again(actions.succeed_improvement(found, by=request.user, retest=retest, words=body.words), request)


@router.post("/improvement-plans/{int:pk}/fail", response=ImprovementOut)
def fail(request, pk: int, body: ImprovementEndIn):
    """Closes the plan as “standard not met”; only with a reassessment in the lowest band."""
    found, retest = _ended(request, pk, body)
    return _again(actions.fail_improvement(found, by=request.user, retest=retest, words=body.words), request)


@router.post("/improvement-plans/{int:pk}/call-off", response=ImprovementOut)
def call_off(request, pk: int, body: ImprovementWordsIn):
    """Cancels the plan."""
    found = _found(request, pk, permissions.END_PLAN)
    return _again(actions.call_off_improvement(found, by=request.user, words=body.words), request)


@router.get("/people/{int:pk}/steps", response=FourStepsOut)
def steps(request, pk: int):
    """Which of the four steps are complete, with their documents."""
    sight = queries.steps_sight(_person(request, pk, permissions.SEE_STEPS), request.user)
    told = [
        {"step": one.code, "is_there": one.is_there, "proofs": [_proof(proof) for proof in one.proofs]}
        for one in sight.steps
    ]
    standing = sight.found.standing
    return {
        "person": sight.person.number, "steps": told, "cycles_below": standing.running,
        "passed_again": standing.passed_again,
    }  # fmt: skip


@router.post("/people/{int:pk}/papers", response=FourStepsOut)
def keep_paper(request, pk: int, body: StepPaperIn):
    """Records by hand a policy signed on paper or training given, and where the document is kept."""
    person = _person(request, pk, permissions.KEEP_PAPERS)
    actions.keep_step_paper(person, by=request.user, step=body.step, on=body.on, words=body.words, today=localdate())
    return steps(request, pk)


@router.get("/moves", response=Page[PersonMoveOut])
def moves(request, wanted: Query[Cut]):
    """Proposed job changes; those awaiting review first, then by name."""
    let_in(permissions.SEE_MOVE, request.user)
    return paged(queries.moves_seen_by(request.user), lambda one: _move(one, request.user), wanted)


@router.post("/people/{int:pk}/moves", response=PersonMoveOut)
def propose(request, pk: int, body: PersonMoveIn):
    """Proposes a job change."""
    person = _person(request, pk, permissions.PROPOSE_MOVE)
    facts = {"kind": body.kind, "reason": body.reason, "where": body.where}
    return _move_again(actions.propose_move(person, by=request.user, **facts), request)


@router.post("/moves/{int:pk}/carry", response=PersonMoveOut)
def carry(request, pk: int, body: MoveReasonIn):
    """Passes the proposal on for decision; by someone other than the proposer."""
    found = _moved(request, pk, permissions.LOOK_AT_MOVE)
    return _move_again(actions.carry_move(found, by=request.user, reason=body.reason), request)


@router.post("/moves/{int:pk}/drop", response=PersonMoveOut)
def drop(request, pk: int, body: MoveReasonIn):
    """Drops the proposal; by someone other than the proposer."""
    found = _moved(request, pk, permissions.LOOK_AT_MOVE)
    return _move_again(actions.drop_move(found, by=request.user, reason=body.reason), request)


@router.post("/moves/{int:pk}/decide", response=PersonMoveOut)
def decide(request, pk: int, body: MoveReasonIn):
    """Approves the job change; for the head of the centre."""
    found = _moved(request, pk, permissions.DECIDE_MOVE)
    return _move_again(actions.decide_move(found, by=request.user, reason=body.reason), request)


@router.post("/moves/{int:pk}/decline", response=PersonMoveOut)
def decline(request, pk: int, body: MoveReasonIn):
    """Declines the job change."""
    found = _moved(request, pk, permissions.DECIDE_MOVE)
    return _move_again(actions.decline_move(found, by=request.user, reason=body.reason), request)


def _text(body):
    return PlanText(**{name: getattr(body, name) for name in (*WRITTEN, "starts_on", "ends_on")})


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.plans_seen_by(request.user), pk=pk)


def _person(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.people_seen_by(request.user), pk=pk)


def _moved(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.moves_seen_by(request.user), pk=pk)


def _ended(request, pk, body):
    found = _found(request, pk, permissions.END_PLAN)
    permissions.END_PLAN.enter(found, request.user)
    retest = next((one for one in queries.retests_for(found) if one.pk == body.retest), None)
    if retest is None:
        raise Http404
    return found, retest


def _again(row, request) -> dict:
    return _plan(queries.plans_seen_by(request.user).get(pk=row.pk), request.user)


def _plan(row, user) -> dict:
    sight = queries.plan_sight(row, user)
    same = ("state", "starts_on", "ends_on", "edit_count", "person_signed_at", "lead_signed_at", "change")
    return {
        "id": row.pk, "person": row.person.number, "lead": row.lead.name, "moves": sorted(sight.moves),
        "may_sign": sight.may_sign, "is_overtaken": row.overtaken_by_id is not None, **{name: getattr(row, name) for name in same},
        **{name: mask(getattr(row, name)) for name in (*WRITTEN, "refusal", "ending")},
    }  # fmt: skip


def _proof(shown) -> dict:
    one, record = shown.proof, shown.record
    head = {"kind": one.kind, "id": one.pk, "on": one.on, "words": mask(one.words)}
    return {**head, "record": (record.outcome or record.state) if record else None}


def _move_again(row, request) -> dict:
    return _move(queries.moves_seen_by(request.user).get(pk=row.pk), request.user)


def _move(row, user) -> dict:
    names = {name: getattr(row, name).name if getattr(row, name) else None for name in ("looked_by", "decided_by")}
    return {
        "id": row.pk, "person": row.person.number, "kind": row.kind, "state": row.state, "where": row.where,
        "reason": mask(row.reason), "why": row.why, "proposed_by": row.proposed_by.name, **names,
        "decision": mask(row.decision), "moves": sorted(queries.open_to(row, user)),
    }  # fmt: skip
