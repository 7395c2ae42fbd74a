"""Coaching sessions: the list, one of them with its marks before and after, and every step of it."""

from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Comment, Day, Key, Names, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.coaching import actions, permissions
from hengcai.coaching.coaches import able_coaches
from hengcai.coaching.queries import sessions as queries
from hengcai.coaching.queries.sessions import SESSION_ORDERS
from hengcai.coaching.rules.sessions import MOST_CLIPS, Cut, Plan

router = Router()


class CoachingsWanted(Sorted):
    state: Text = ""
    agent: Text = ""
    late: bool = False


class ClipIn(Schema):
    """Lines from–to, counted from 0; without them the whole contact."""

    evaluation: Key
    first: int | None = None
    last: int | None = None


class RecordIn(Schema):
    """`item` by its id, which an evaluation's marks name; everything is read by the agent."""

    item: Key
    look_on: Day
    strengths: Comment = ""
    gap: Comment = ""
    agreed: Comment = ""
    notes: Comment = ""
    clips: list[ClipIn] = Field(max_length=MOST_CLIPS)


class RecordEdit(RecordIn):
    edit_count: int


class HeldIn(Schema):
    held_on: Day


class SignIn(Schema):
    """The caller's own password, once more; it is neither kept nor logged."""

    password: Text


class WordsIn(Schema):
    words: Comment


class PutOffIn(Schema):
    look_on: Day


class HandOverIn(Schema):
    """`to`: the new coach's account."""

    to: Key
    reason: Comment


class CoachingOut(Schema):
    id: int
    agent: str
    coach: str
    item: str
    name: Names
    state: str
    look_on: date
    held_on: date | None


class ClipOut(Schema):
    evaluation: int
    contact: int
    first: int | None
    last: int | None
    mark: str | None


class CoachingRemarkOut(Schema):
    by: str
    at: datetime
    words: str


class CoachingHandoverOut(Schema):
    former: str
    coach: str
    by: str
    at: datetime
    reason: str


class BeforeAfterOut(Schema):
    """Marks of contacts drawn at random, 90 days either side. `kind`: means or shares. `verdict`: higher, lower or
    cannot_tell; then `lacks` says what of, and `further` how many more contacts would tell if they went on alike.
    `is_from_low`: the session was made from a low mark, so that a rise may be regression to the mean."""

    kind: str
    verdict: str
    before: float | None
    after: float | None
    n_before: int
    n_after: int
    difference: float | None
    low: float | None
    high: float | None
    further: int | None
    lacks: str
    is_from_low: bool


class WholeCoachingOut(CoachingOut):
    """`moves`: what the caller may do with it now; `may_sign`: whether their signature is waited for."""

    strengths: str
    gap: str
    agreed: str
    notes: str
    edit_count: int
    coach_signed_at: datetime | None
    agent_signed_at: datetime | None
    refusal: str
    looked_at: datetime | None
    looked: str
    ending: str
    clips: list[ClipOut]
    remarks: list[CoachingRemarkOut]
    handovers: list[CoachingHandoverOut]
    change: BeforeAfterOut
    moves: list[str]
    may_sign: bool


@router.get("", response=Page[CoachingOut])
def sessions(request, wanted: Query[CoachingsWanted]):
    """Open ones first, by the day to look again."""
    let_in(permissions.SEE, request.user)
    narrowed = queries.SessionFilter(**wanted.dict(exclude=PLACE))
    rows = queries.sessions_listed(request.user).filter(narrowed.condition(today=localdate()))
    return sorted_page(rows, _session, wanted, SESSION_ORDERS)


@router.post("", response=WholeCoachingOut)
def prepare(request, body: RecordIn):
    """From published evaluations of one agent."""
    let_in(permissions.OPEN, request.user)
    plan, evaluations = _plan(request, body)
    return _again(actions.prepare_coaching(evaluations, by=request.user, plan=plan, today=localdate()), request)


@router.get("/{int:pk}", response=WholeCoachingOut)
def session(request, pk: int):
    """The whole record, to the agent as to everybody else who may read it."""
    return _whole(_found(request, pk, permissions.SEE), request.user)


@router.put("/{int:pk}", response=WholeCoachingOut)
def edit(request, pk: int, body: RecordEdit):
    """Until it is held; `edit_count` as it was read."""
    row = _found(request, pk, permissions.RUN)
    plan, evaluations = _plan(request, body)
    facts = {"evaluations": evaluations, "plan": plan, "edit_count": body.edit_count, "today": localdate()}
    return _again(actions.edit_coaching(row, by=request.user, **facts), request)


@router.post("/{int:pk}/hold", response=WholeCoachingOut)
def hold(request, pk: int, body: HeldIn):
    """They have spoken; it lies before both to be signed."""
    row = _found(request, pk, permissions.RUN)
    return _again(actions.hold_coaching(row, by=request.user, held_on=body.held_on, today=localdate()), request)


@router.post("/{int:pk}/sign", response=WholeCoachingOut)
def sign(request, pk: int, body: SignIn):
    """By the agent or the coach; the second signature makes it signed."""
    row = _found(request, pk, permissions.SIGN)
    return _again(actions.sign_coaching(row, by=request.user, password=body.password), request)


@router.post("/{int:pk}/refuse", response=WholeCoachingOut)
def refuse(request, pk: int, body: WordsIn):
    """By the agent, with their words."""
    row = _found(request, pk, permissions.REFUSE)
    return _again(actions.refuse_coaching(row, by=request.user, words=body.words), request)


@router.post("/{int:pk}/anew", response=WholeCoachingOut)
def anew(request, pk: int):
    """After a refusal: back to being written."""
    row = _found(request, pk, permissions.RUN)
    return _again(actions.prepare_anew(row, by=request.user), request)


@router.post("/{int:pk}/remarks", response=WholeCoachingOut)
def remark(request, pk: int, body: WordsIn):
    """By the agent or the coach; nobody changes it afterwards."""
    row = _found(request, pk, permissions.SIGN)
    actions.add_remark(row, by=request.user, words=body.words)
    return _again(row, request)


@router.post("/{int:pk}/put-off", response=WholeCoachingOut)
def put_off(request, pk: int, body: PutOffIn):
    """Where it is too early to tell."""
    row = _found(request, pk, permissions.RUN)
    return _again(actions.put_off_look(row, by=request.user, look_on=body.look_on, today=localdate()), request)


@router.post("/{int:pk}/look", response=WholeCoachingOut)
def look(request, pk: int, body: WordsIn):
    """What the coach sees now; the marks before and after are kept as they stand."""
    row = _found(request, pk, permissions.RUN)
    return _again(actions.look_again(row, by=request.user, words=body.words), request)


@router.post("/{int:pk}/close", response=WholeCoachingOut)
def close(request, pk: int, body: WordsIn):
    """With what becomes of it."""
    row = _found(request, pk, permissions.RUN)
    return _again(actions.close_coaching(row, by=request.user, words=body.words), request)


@router.post("/{int:pk}/hand-over", response=WholeCoachingOut)
def hand_over(request, pk: int, body: HandOverIn):
    """To another coach who may coach the agent; both are told."""
    row = _found(request, pk, permissions.HAND_OVER)
    permissions.HAND_OVER.enter(row, request.user)
    to = get_object_or_404(able_coaches(row), pk=body.to)
    return _again(actions.hand_over_coaching(row, by=request.user, to=to, reason=body.reason), request)


@router.post("/{int:pk}/read", response=WholeCoachingOut)
def read(request, pk: int):
    """The agent, or the new coach, has taken note of a handover."""
    row = _found(request, pk, permissions.SIGN)
    return _again(actions.read_handover(row, by=request.user), request)


def _plan(request, body):
    """An evaluation one may not coach from is not there."""
    keys = {clip.evaluation for clip in body.clips}
    evaluations = list(queries.evaluations_to_coach(request.user).filter(pk__in=keys))
    if len(evaluations) != len(keys):
        raise Http404
    cuts = tuple(Cut(clip.evaluation, clip.first, clip.last) for clip in body.clips)
    texts = {name: getattr(body, name) for name in ("strengths", "gap", "agreed", "notes")}
    return Plan(body.item, body.look_on, cuts=cuts, **texts), evaluations


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.sessions_seen_by(request.user), pk=pk)


def _again(row, request) -> dict:
    return _whole(queries.sessions_seen_by(request.user).get(pk=row.pk), request.user)


def _session(row) -> dict:
    return {
        "id": row.pk, "agent": row.agent.number, "coach": row.coach.name, "item": row.item.code,
        "name": names(row.item.name), "state": row.state, "look_on": row.look_on, "held_on": row.held_on,
    }  # fmt: skip


WRITTEN = ("strengths", "gap", "agreed", "notes", "refusal", "looked", "ending")
STAMPS = ("edit_count", "coach_signed_at", "agent_signed_at", "looked_at")


def _whole(row, user) -> dict:
    sight = queries.sight_of(row, user)
    remarks = [{"by": one.by.name, "at": one.at, "words": mask(one.words)} for one in row.remarks.all()]
    return {
        **_session(row),
        **{name: mask(getattr(row, name)) for name in WRITTEN},
        **{name: getattr(row, name) for name in STAMPS},
        "clips": [_clip(one, sight) for one in sight.clips],
        "remarks": remarks,
        "handovers": [_handover(one) for one in row.handovers.all()],
        "change": sight.change.kept(),
        "moves": sorted(sight.moves),
        "may_sign": sight.may_sign,
    }


def _handover(one) -> dict:
    return {
        "former": one.former.name,
        "coach": one.coach.name,
        "by": one.by.name,
        "at": one.at,
        "reason": mask(one.reason),
    }


def _clip(clip, sight) -> dict:
    answer = sight.heard.get(clip.evaluation_id)
    return {
        "evaluation": clip.evaluation_id, "contact": clip.evaluation.assignment.contact_id, "first": clip.first,
        "last": clip.last, "mark": answer.value if answer else None,
    }  # fmt: skip
