"""Practical examinations: opened, timed, ticked from any device, submitted, read, objected to."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Comment, Exact, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.checking import marks_on, seconds_of
from hengcai.assessment.models import CheckSheet
from hengcai.assessment.queries.practicals import (
    ORDERS,
    PracticalFilter,
    able_seconds,
    checklists_seen_by,
    practical_moves,
    practicals_seen_by,
    sheet_of,
    told_of,
)
from hengcai.base.errors import NotValid
from hengcai.people.queries.seen import person_meant

router = Router()
MOST = 200


class PracticalsWanted(Sorted):
    """`code`: of the check-list."""

    code: Text = ""
    kind: Text = ""
    state: Text = ""


class PracticalIn(Schema):
    """`person`: employee number or a name only one person has; `second`: an account that ticks apart."""

    person: Text
    checklist: Key
    occasion: Text = ""
    second: Key | None = None


class TickIn(Schema):
    """`key` is the device's own and makes sending again harmless; `seen`: how many ticks of the item the device knew of.
    An empty `item` is the remark on the whole; `note` null leaves the note."""

    key: Text = Field(max_length=40)
    device: Text = Field(max_length=40)
    item: Text = Field(default="", max_length=40)
    value: Text = Field(default="", max_length=8)
    note: Comment | None = None
    seen: int = Field(default=0, ge=0, le=10**6)


class TicksIn(Schema):
    ticks: list[TickIn] = Field(max_length=MOST)


class ClockStopIn(Schema):
    """`seconds_ago`: how long ago the clock was stopped, where there was no line."""

    seconds_ago: int = Field(default=0, ge=0, le=86_400)


class PracticalReasonIn(Schema):
    reason: Comment = ""


class SettleIn(Schema):
    """`code` of the item; `tick`: what holds of it."""

    code: Text
    tick: Text
    why: Comment = ""


class CheckMarkOut(Schema):
    value: str
    note: str
    count: int


class TicksOut(Schema):
    """`stale`: keys of ticks another device had overtaken; they changed nothing."""

    at: datetime
    marks: dict[str, CheckMarkOut]
    stale: list[str]


class PracticalOut(Schema):
    """`percent` is exact; `shares`: competency → exact share."""

    id: int
    checklist: int
    code: str
    number: int
    kind: str
    person: str
    occasion: str
    state: str
    opened_on: date
    seconds: int | None
    percent: Exact | None
    is_passed: bool | None
    failed_for: list[str]
    shares: dict[str, str]
    object_until: date | None
    objected_at: datetime | None
    answered_at: datetime | None


class JudgedOut(Schema):
    """`values`: of each examiner, the first one first."""

    item: str
    values: list[str]
    notes: list[str]
    share: Exact | None
    settled: str | None


class PracticalWholeOut(PracticalOut):
    """Items only once every sheet is submitted. `alike`: items two examiners marked alike, of how many."""

    items: list[JudgedOut]
    remarks: list[str]
    alike: list[int] | None
    to_settle: list[str]
    moves: list[str]
    objection: str
    answer: str


@router.get("", response=Page[PracticalOut])
def practicals(request, wanted: Query[PracticalsWanted]):
    """One's own once they are finished, and those one may see of others."""
    let_in(permissions.SEE_PRACTICALS, request.user)
    rows = practicals_seen_by(request.user).filter(PracticalFilter(**wanted.dict(exclude=PLACE)).condition())
    return sorted_page(rows, _head, wanted, ORDERS)


@router.post("", response=PracticalOut)
def open_one(request, body: PracticalIn):
    """Opens an examination, or goes on with the caller's open one of this person."""
    let_in(permissions.EXAMINE, request.user)
    person = person_meant(body.person)
    if person is None:
        raise NotValid("practical.person_unknown")
    found = get_object_or_404(checklists_seen_by(request.user), pk=body.checklist)
    second = get_object_or_404(able_seconds(request.user), pk=body.second) if body.second else None
    made = actions.open_practical(person, by=request.user, checklist=found, occasion=body.occasion, second=second)
    return _head(made)


@router.get("/{int:pk}", response=PracticalWholeOut)
def practical(request, pk: int):
    """One examination with what each examiner marked, once it may be seen."""
    return _whole(_found(request, pk), request.user)


@router.get("/{int:pk}/sheet", response=TicksOut)
def sheet(request, pk: int):
    """The caller's own sheet as it stands, whichever device ticked."""
    own = _sheet(request, pk)
    return {"at": own.practical.opened_at, "marks": _marks(marks_on(own)), "stale": []}


@router.post("/{int:pk}/ticks", response=TicksOut)
def ticks(request, pk: int, body: TicksIn):
    """Keeps ticks in their order; one that has come in before changes nothing."""
    rows = [actions.Ticked(**one.dict()) for one in body.ticks]
    kept = actions.keep_ticks(_sheet(request, pk), by=request.user, ticks=rows)
    return {"at": kept.at, "marks": _marks(kept.marks), "stale": list(kept.stale)}


@router.post("/{int:pk}/send", response=PracticalOut)
def send(request, pk: int):
    """Submits the caller's sheet; with the last one the result is out."""
    own = actions.send_sheet(_sheet(request, pk), by=request.user)
    return _head(practicals_seen_by(request.user).get(pk=own.practical_id))


@router.post("/{int:pk}/start", response=PracticalOut)
def start(request, pk: int):
    """Starts the server's clock; twice starts it once."""
    return _head(actions.start_clock(_found(request, pk), by=request.user))


@router.post("/{int:pk}/stop", response=PracticalOut)
def stop(request, pk: int, body: ClockStopIn):
    """Stops the clock, now or so many seconds ago."""
    return _head(actions.stop_clock(_found(request, pk), by=request.user, seconds_ago=body.seconds_ago))


@router.post("/{int:pk}/settle", response=PracticalOut)
def settle(request, pk: int, body: SettleIn):
    """Settles a critical item on which two examiners differ."""
    return _head(
        actions.settle_item(_found(request, pk), by=request.user, item=body.code, value=body.tick, why=body.why)
    )


@router.post("/{int:pk}/alone", response=PracticalOut)
def alone(request, pk: int, body: PracticalReasonIn):
    """Goes on without a second examiner who has not submitted."""
    return _head(actions.go_on_alone(_found(request, pk), by=request.user, why=body.reason))


@router.post("/{int:pk}/leave", response=PracticalOut)
def leave(request, pk: int, body: PracticalReasonIn):
    """Breaks the examination off. It is kept and counts nowhere."""
    return _head(actions.leave_practical(_found(request, pk), by=request.user, why=body.reason))


@router.post("/{int:pk}/read", response=PracticalOut)
def read(request, pk: int):
    """The person has read the result."""
    return _head(actions.read_practical(_found(request, pk), by=request.user))


@router.post("/{int:pk}/object", response=PracticalOut)
def object_to(request, pk: int, body: PracticalReasonIn):
    """Objects to one's own result, once and until its last day."""
    return _head(actions.object_to_practical(_found(request, pk), by=request.user, reason=body.reason))


@router.post("/{int:pk}/annul", response=PracticalOut)
def annul(request, pk: int, body: PracticalReasonIn):
    """Upholds the objection: the result counts nowhere any more."""
    return _head(actions.annul_practical(_found(request, pk), by=request.user, answer=body.reason))


@router.post("/{int:pk}/uphold", response=PracticalOut)
def uphold(request, pk: int, body: PracticalReasonIn):
    """Answers the objection and lets the result stand."""
    return _head(actions.uphold_practical(_found(request, pk), by=request.user, answer=body.reason))


def _found(request, pk):
    let_in(permissions.SEE_PRACTICALS, request.user)
    return get_object_or_404(practicals_seen_by(request.user), pk=pk)


def _sheet(request, pk) -> CheckSheet:
    let_in(permissions.TICK, request.user)
    own = sheet_of(_found(request, pk), request.user)
    return get_object_or_404(CheckSheet.objects.select_related("practical__checklist"), pk=own.pk if own else 0)


def _marks(found):
    return {item: {"value": one.value, "note": one.note, "count": one.count} for item, one in found.items()}


def _head(one):
    return {
        "id": one.pk, "checklist": one.checklist_id, "code": one.checklist.code, "number": one.checklist.number,
        "kind": one.checklist.kind, "person": one.person.number, "occasion": one.occasion, "state": one.state,
        "opened_on": one.opened_on, "seconds": seconds_of(one), "percent": one.exact or None, "is_passed": one.is_passed,
        "failed_for": one.failed_for, "shares": one.shares, "object_until": one.object_until,
        "objected_at": one.objected_at, "answered_at": one.answered_at,
    }  # fmt: skip


def _whole(one, user):
    told = told_of(one)
    return {
        **_head(one), "items": [_judged(part) for part in told.judged], "remarks": list(told.remarks),
        "alike": list(told.alike) if told.alike else None, "to_settle": list(told.to_settle),
        "moves": practical_moves(one, user), "objection": one.objection, "answer": one.answer,
    }  # fmt: skip


def _judged(one):
    return {
        "item": one.item.id, "values": [mark.value for mark in one.marks], "notes": [mark.note for mark in one.marks],
        "share": None if one.worth is None else str(one.worth), "settled": one.settled[0] if one.settled else None,
    }  # fmt: skip
