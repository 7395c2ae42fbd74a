"""Mystery shopping and live listening: the list, one, rounds, visits, marks, telling, and who is to be listened to next."""

from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Day, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.quality.work import MarkOut, MarksIn
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.masking.text import mask
from hengcai.quality import actions, permissions
from hengcai.quality.observed_files import receive_observed
from hengcai.quality.queries import observations as queries
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.observations import Span, standing

router = Router()


class Wanted(Sorted):
    kind: Text = ""
    state: Text = ""
    agent: Text = ""


class Surveyed(Sorted):
    """Both days included; without them, the month that goes on."""

    first_day: Day | None = None
    last_day: Day | None = None


class ObservationOut(Schema):
    """`agent` is null until the visit is made."""

    id: int
    kind: str
    round: int | None
    agent: str | None
    channel: str
    state: str
    planned_at: datetime | None
    visited_at: datetime | None
    total: Exact | None
    has_fatal: bool
    told_at: datetime | None


class ObservedFileOut(Schema):
    id: int
    media_type: str
    byte_count: int


class WholeObservationOut(ObservationOut):
    """`marks` are those of a score that is in, or one's own draft. `moves`: what the caller may do with it now."""

    scorecard: int
    notes: str
    comment: str
    edit_count: int
    marks: dict[str, MarkOut]
    files: list[ObservedFileOut]
    moves: list[str]


class RoundIn(Schema):
    name: Text
    channel: Text
    scorecard: Key
    scenario: Comment
    asks: Comment
    looks_for: Comment
    first_on: Day
    last_on: Day
    from_hour: int
    to_hour: int
    visits: int
    shoppers: list[Key]
    seed: Key | None = None


class RoundOut(Schema):
    """`visits` without those called off."""

    id: int
    name: str
    channel: str
    scorecard: int
    first_on: date
    last_on: date
    seed: int
    visits: int
    scored: int
    told: int


class VisitIn(Schema):
    """`agent` is the number the shopper was told."""

    agent: Text
    at: datetime
    notes: Comment = ""


class CallOffIn(Schema):
    reason: Comment


class ListenIn(Schema):
    agent: Text
    scorecard: Key


class ListenedOut(Schema):
    """`standing` is short, enough or over, of those a survey asks for."""

    agent: str
    team: str | None
    heard: int
    last_on: date | None
    standing: str


@router.get("", response=Page[ObservationOut])
def observations(request, wanted: Query[Wanted]):
    """What is still to be done first. Agents and leads see what was told."""
    let_in(permissions.SEE_OBSERVATIONS, request.user)
    narrowed = queries.ObservationFilter(**wanted.dict(exclude=PLACE))
    rows = queries.observations_listed(request.user).filter(narrowed.condition())
    return sorted_page(rows, observation_out, wanted, queries.OBSERVATION_ORDERS)


@router.get("/rounds", response=list[RoundOut])
def rounds(request):
    """The newest first."""
    let_in(permissions.SEE_SHOPPING, request.user)
    return [_round(one) for one in queries.rounds_seen_by(request.user)]


@router.post("/rounds", response=RoundOut)
def add_round(request, body: RoundIn):
    """The visits spread over days and hours by the seed; each shopper finds theirs in the inbox."""
    let_in(permissions.PLAN_SHOPPING, request.user)
    card = get_object_or_404(queries.scorecards_to_observe(), pk=body.scorecard)
    shoppers = list(queries.able_shoppers().filter(pk__in=body.shoppers))
    span = Span(body.first_on, body.last_on, body.from_hour, body.to_hour)
    words = {name: getattr(body, name) for name in ("name", "channel", "scenario", "asks", "looks_for", "visits")}
    brief = actions.Brief(scorecard=card, span=span, **words)
    made = actions.plan_round(the_centre(), by=request.user, brief=brief, shoppers=shoppers, seed=body.seed)
    return _round(queries.rounds_seen_by(request.user).get(pk=made.pk))


@router.post("/rounds/{int:pk}/tell", response=RoundOut)
def tell_round(request, pk: int):
    """All of it that is scored."""
    let_in(permissions.PLAN_SHOPPING, request.user)
    actions.tell_round(get_object_or_404(queries.rounds_seen_by(request.user), pk=pk), by=request.user)
    return _round(queries.rounds_seen_by(request.user).get(pk=pk))


@router.get("/listening", response=Page[ListenedOut])
def listening(request, wanted: Query[Surveyed]):
    """Whom the caller may listen to, the least heard first."""
    let_in(permissions.LISTEN, request.user)
    today = localdate()
    rows = queries.survey(
        request.user, first_on=wanted.first_day or today.replace(day=1), last_on=wanted.last_day or today
    )
    return sorted_page(rows, _listened, wanted, queries.LISTENING_ORDERS)


@router.post("/listening", response=WholeObservationOut)
def listen(request, body: ListenIn):
    """Begins now; one begun and not submitted is gone on with."""
    let_in(permissions.LISTEN, request.user)
    card = get_object_or_404(queries.scorecards_to_observe(), pk=body.scorecard)
    return _again(actions.start_listening(_agent(body.agent), by=request.user, scorecard=card), request)


@router.get("/{int:pk}", response=WholeObservationOut)
def observation(request, pk: int):
    """Customers' personal data covered."""
    return _whole(_found(request, pk, permissions.SEE_OBSERVATIONS), request.user)


@router.post("/{int:pk}/visit", response=WholeObservationOut)
def visit(request, pk: int, body: VisitIn):
    """Whom the shopper met, when, what was said; may be put right until it is scored."""
    row = _found(request, pk, permissions.OBSERVE)
    made = actions.record_visit(row, by=request.user, agent=_agent(body.agent), at=body.at, notes=body.notes)
    return _again(made, request)


@router.post("/{int:pk}/files", response=WholeObservationOut)
def add_file(request, pk: int, file: File[UploadedFile | None] = None):
    """A recording or a picture."""
    row = _found(request, pk, permissions.OBSERVE)
    if file is None:
        raise NotValid("quality.not_seen_nor_heard")
    receive_observed(row, file, by=request.user)
    return _again(row, request)


@router.put("/{int:pk}/marks", response=WholeObservationOut)
def save(request, pk: int, body: MarksIn):
    """A draft; an older `edit_count` is refused, nothing is overwritten."""
    row = _found(request, pk, permissions.OBSERVE)
    return _again(actions.save_observation(row, by=request.user, **_given(body)), request)


@router.post("/{int:pk}/marks", response=WholeObservationOut)
def submit(request, pk: int, body: MarksIn):
    """The score; a live listening is told at once."""
    row = _found(request, pk, permissions.OBSERVE)
    return _again(actions.submit_observation(row, by=request.user, **_given(body)), request)


@router.post("/{int:pk}/tell", response=WholeObservationOut)
def tell(request, pk: int):
    """The agent and the lead, from now on."""
    row = _found(request, pk, permissions.TELL)
    return _again(actions.tell_observation(row, by=request.user), request)


@router.post("/{int:pk}/call-off", response=WholeObservationOut)
def call_off(request, pk: int, body: CallOffIn):
    """With the reason."""
    row = _found(request, pk, permissions.CALL_OFF)
    return _again(actions.call_off(row, by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/read", response=WholeObservationOut)
def read(request, pk: int):
    """By its agent."""
    row = _found(request, pk, permissions.READ_OBSERVATION)
    return _again(actions.read_observation(row, by=request.user), request)


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.observations_seen_by(request.user), pk=pk)


def _agent(number):
    found = queries.people_met().filter(number=folded(number)).first()
    if found is None:
        raise NotValid("quality.visit_agent_unknown", column="agent", number=number)
    return found


def _given(body) -> dict:
    given = {code: Mark(one.value, one.comment, one.cause, one.turn) for code, one in body.marks.items()}
    return {"marks": given, "comment": body.comment, "edit_count": body.edit_count}


def _again(row, request) -> dict:
    found = queries.observations_seen_by(request.user).filter(pk=row.pk).first()
    if found is None:
        raise Http404
    return _whole(found, request.user)


def observation_out(row) -> dict:
    return {
        "id": row.pk, "kind": row.kind, "round": row.round_id, "agent": row.agent.number if row.agent else None,
        "channel": row.channel, "state": row.state, "planned_at": row.planned_at, "visited_at": row.visited_at,
        "total": row.exact or None, "has_fatal": row.has_fatal, "told_at": row.told_at,
    }  # fmt: skip


def _whole(row, user) -> dict:
    seen = queries.observation_seen(row, user)
    shows = seen.score is not None or seen.may_write
    return {
        **observation_out(row), "scorecard": row.scorecard_id, "edit_count": row.edit_count,
        "notes": mask(row.notes) if shows else "", "comment": mask(row.comment) if shows else "",
        "marks": {code: vars(mark) for code, mark in seen.marks.items()} if shows else {},
        "files": [{"id": one.pk, "media_type": one.media_type, "byte_count": one.byte_count} for one in row.files.all()],
        "moves": sorted(seen.moves), "total": exact_or_none(seen.score.total) if seen.score else None,
    }  # fmt: skip


def _round(row) -> dict:
    span = {name: getattr(row, name) for name in ("name", "channel", "first_on", "last_on", "seed")}
    return {"id": row.pk, "scorecard": row.scorecard_id, "visits": row.n, "scored": row.made, "told": row.told, **span}


def _listened(row) -> dict:
    return {
        "agent": row.number, "team": row.team_name, "heard": row.heard, "last_on": row.last_heard,
        "standing": standing(row.heard, **queries.asked_for()),
    }  # fmt: skip
