"""Awards with their public notice, one's own result explained, and requests that a person looks at it again."""

from datetime import date, datetime
from fractions import Fraction

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Exact, Text
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.base.masking.text import mask
from hengcai.consequences import actions, permissions
from hengcai.consequences.explaining import explained
from hengcai.consequences.queries import awards as queries
from hengcai.consequences.queries import looking, plans

router = Router()


class NoticeOut(Schema):
    """Names only; `own` contains the caller's own objections with their answers."""

    id: int
    award: str
    state: str
    name: str
    first: date
    last: date
    may_object: bool
    own: list[str]


class NominationIn(Schema):
    """`award`: outstanding or star. It is based on the person's latest result that meets the criteria."""

    award: Text
    reason: Comment


class NominationOut(Schema):
    id: int
    award: str
    person: str
    state: str
    reason: str
    nominated_by: str
    notice_from: date | None
    notice_until: date | None
    decided_by: str | None
    decision: str
    unsettled: bool
    waiting: int
    moves: list[str]


class ObjectionIn(Schema):
    words: Comment


class ObjectionOut(Schema):
    id: int
    words: str
    at: datetime
    answer: str


class AwardReasonIn(Schema):
    reason: Comment


class EnoughOut(Schema):
    """What would have been enough: for a source the level; for an indicator the share 0–1 and, in `value`, the
    measure."""

    code: str
    now: Exact
    needed: Exact
    value: Exact | None


class ExplainedOut(Schema):
    """`next_band` is null if it is the highest band, there is no score, or colleagues' ratings count (`is_veiled`)."""

    band: str
    next_band: str | None
    missing: Exact | None
    is_veiled: bool
    enough: list[EnoughOut]


class LookIn(Schema):
    """`matter`: score (how the result came about) or following (what was decided on it)."""

    words: Comment
    matter: Text = "score"


class LookAnswerIn(Schema):
    """`outcome`: stands or to_correct."""

    outcome: Text
    answer: Comment


class LookOut(Schema):
    """`last_resort`: head or head_with_part where nobody without a part was left but the head of the centre."""

    id: int
    person: str
    cycle: str
    state: str
    matter: str
    words: str
    handler: str
    last_resort: str
    due_on: date
    outcome: str
    answer: str


@router.get("/notices", response=list[NoticeOut])
def notices(request):
    """Awards under public notice (公示) and awards granted."""
    let_in(permissions.SEE_NOTICE, request.user)
    return [_notice(one) for one in queries.notices_for(request.user, today=localdate())]


@router.post("/notices/{int:pk}/object", response=ObjectionOut)
def object_to(request, pk: int, body: ObjectionIn):
    """Objects to an award during its public notice; only the people who answer know who objected."""
    let_in(permissions.OBJECT, request.user)
    found = get_object_or_404(queries.public_ones(request.user), pk=pk)
    return _objection(actions.object_to_award(found, by=request.user, words=body.words, today=localdate()))


@router.get("/nominations", response=Page[NominationOut])
def nominations(request, wanted: Query[Cut]):
    """Nominations the caller may see."""
    let_in(permissions.SEE_NOMINATION, request.user)
    return paged(queries.nominations_seen_by(request.user), lambda one: _nomination(one, request.user), wanted)


@router.post("/people/{int:pk}/nominations", response=NominationOut)
def nominate(request, pk: int, body: NominationIn):
    """Nominates someone for an award; no one can nominate themselves."""
    let_in(permissions.NOMINATE, request.user)
    person = get_object_or_404(plans.people_seen_by(request.user), pk=pk)
    permissions.NOMINATE.enter(person, request.user)
    result = dict(queries.could_be_nominated(person, request.user)).get(body.award)
    if result is None:
        raise NotValid("consequences.award_unknown")
    made = actions.nominate(person, by=request.user, kind=body.award, result=result, reason=body.reason)
    return _again(made, request)


@router.post("/nominations/{int:pk}/notice", response=NominationOut)
def notice(request, pk: int):
    """Publishes the notice from today, for the number of working days set by the policy."""
    found = _found(request, pk, permissions.OPEN_NOTICE)
    return _again(actions.open_notice(found, by=request.user, today=localdate()), request)


@router.post("/nominations/{int:pk}/grant", response=NominationOut)
def grant(request, pk: int):
    """Grants the award after the notice period; for the head of the centre."""
    found = _found(request, pk, permissions.GRANT)
    return _again(actions.grant_award(found, by=request.user, today=localdate()), request)


@router.post("/nominations/{int:pk}/decline", response=NominationOut)
def decline(request, pk: int, body: AwardReasonIn):
    """Declines the award, with a reason."""
    found = _found(request, pk, permissions.DECLINE_AWARD)
    return _again(actions.decline_award(found, by=request.user, reason=body.reason), request)


@router.get("/nominations/{int:pk}/objections", response=list[ObjectionOut])
def objections(request, pk: int):
    """Objections to the award; only for the people who answer them."""
    found = _found(request, pk, permissions.ANSWER_OBJECTION)
    return [_objection(one) for one in queries.objections_of(found, request.user)]


@router.post("/nominations/{int:pk}/objections/{int:number}/answer", response=ObjectionOut)
def answer_objection(request, pk: int, number: int, body: ObjectionIn):
    """Answers an objection."""
    found = _found(request, pk, permissions.ANSWER_OBJECTION)
    one = next((row for row in queries.objections_of(found, request.user) if row.pk == number), None)
    if one is None:
        raise Http404
    return _objection(actions.answer_objection(found, by=request.user, objection=one, words=body.words))


@router.get("/results/{int:pk}/explained", response=ExplainedOut)
def explain(request, pk: int):
    """For the caller's own result: what would have been enough for the next band, by the rules it was calculated
    with."""
    found = explained(_own(request, pk))
    following = found.next
    return {
        "band": found.result.band, "next_band": following.band if following else None, "is_veiled": found.is_veiled,
        "missing": str(following.missing) if following else None,
        "enough": [_enough(one) for one in following.changes] if following else [],
    }  # fmt: skip


@router.post("/results/{int:pk}/look-again", response=LookOut)
def ask(request, pk: int, body: LookIn):
    """Asks for a human review, once for each matter of a result. It is assigned to a named person who was not involved, or
    to the head of the centre where nobody else is left."""
    told = {"words": body.words, "matter": body.matter}
    return _look(actions.ask_to_look_again(_own(request, pk), by=request.user, today=localdate(), **told))


@router.get("/looks-again", response=Page[LookOut])
def looks(request, wanted: Query[Cut]):
    """Requests for human review, open ones first."""
    let_in(permissions.SEE_LOOK, request.user)
    return paged(looking.looks_seen_by(request.user), _look, wanted)


@router.post("/looks-again/{int:pk}/answer", response=LookOut)
def answer(request, pk: int, body: LookAnswerIn):
    """Answers a request for human review; for the person it is assigned to."""
    let_in(permissions.ANSWER_LOOK, request.user)
    found = get_object_or_404(looking.looks_seen_by(request.user), pk=pk)
    return _look(actions.answer_look_again(found, by=request.user, outcome=body.outcome, answer=body.answer))


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.nominations_seen_by(request.user), pk=pk)


def _own(request, pk):
    let_in(permissions.ASK_AGAIN, request.user)
    return get_object_or_404(looking.own_results_to_explain(request.user), pk=pk)


def _again(row, request) -> dict:
    return _nomination(queries.nominations_seen_by(request.user).get(pk=row.pk), request.user)


def _notice(one) -> dict:
    own = [mask(mine.words) for mine in one.own]
    return {
        "id": one.pk, "award": one.kind, "state": one.state, "name": one.name, "first": one.first, "last": one.last,
        "may_object": one.may_object, "own": own,
    }  # fmt: skip


def _nomination(row, user) -> dict:
    return {
        "id": row.pk, "award": row.kind, "person": row.person.number, "state": row.state, "reason": mask(row.reason),
        "nominated_by": row.nominated_by.name, "notice_from": row.notice_from, "notice_until": row.notice_until,
        "decided_by": row.decided_by.name if row.decided_by else None, "decision": mask(row.decision),
        "unsettled": row.unsettled, "waiting": row.waiting, "moves": sorted(queries.open_to(row, user)),
    }  # fmt: skip


def _objection(one) -> dict:
    return {"id": one.pk, "words": mask(one.words), "at": one.at, "answer": mask(one.answer)}


def _enough(one) -> dict:
    value = None if one.value is None else str(Fraction(one.value))
    return {"code": one.code, "now": str(one.now), "needed": str(one.needed), "value": value}


def _look(one) -> dict:
    return {
        "id": one.pk, "person": one.person.number, "cycle": one.result.participant.cycle.code, "state": one.state,
        "words": mask(one.words), "handler": one.handler.name, "due_on": one.due_on, "outcome": one.outcome,
        "answer": mask(one.answer), "matter": one.matter, "last_resort": one.last_resort,
    }  # fmt: skip
