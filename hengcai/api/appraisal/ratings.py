"""The forms a rater fills in."""

from datetime import date
from fractions import Fraction
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Code, Comment, Exact, Names, exact_or_none, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.appraisal import permissions
from hengcai.appraisal.actions import save_rating, send_rating
from hengcai.appraisal.forms import rating_form, tasks_of
from hengcai.appraisal.queries.notes import notes_by_ability
from hengcai.appraisal.queries.orders import RATING_ORDERS
from hengcai.appraisal.rules.raters import Given
from hengcai.base.decimals import exact

router = Router()


class GivenIn(Schema):
    """`level` 1 to 5; null if not observed."""

    level: Code | int | None
    comment: Comment = ""
    reason: Comment = ""


class RatingIn(Schema):
    """`edit_count` is what the form or the last save returned; an older one is refused, and nothing is overwritten."""

    given: dict[str, GivenIn]
    comment: Comment = ""
    edit_count: int


class TaskOut(Schema):
    id: int
    cycle: str
    rated: str
    source: str
    due_on: date | None
    state: str
    edit_count: int


class ObservedOut(Schema):
    """What the period's contacts show, with an interval from three contacts."""

    mean: Exact
    low: float | None
    high: float | None
    n: int


class NoteOut(Schema):
    """What an analyst wrote about one moment of a contact; `turn` counts from 0."""

    item: Names
    text: str
    on: date
    evaluation: int
    turn: int | None


class LineOut(Schema):
    """`needs_reason`: the level is so far from what the contacts show that submitting it requires a reason."""

    competency: str
    name: Names
    is_given: bool
    level: Exact | None
    comment: str
    reason: str
    observed: ObservedOut | None
    needs_reason: list[int]
    notes: list[NoteOut]


class FormOut(TaskOut):
    comment: str
    lines: list[LineOut]


@router.get("", response=Page[TaskOut])
def ratings(request, wanted: Query[Sorted]):
    """The caller's own rating forms, soonest due first."""
    let_in(permissions.FILL_TASK, request.user)
    return sorted_page(tasks_of(request.user), _task, wanted, RATING_ORDERS)


@router.get("/{int:pk}", response=FormOut)
def rating(request, pk: int):
    """One form: its items, what has been saved so far, and the evidence its rater may see."""
    task = _own(request, pk)
    notes = notes_by_ability(task)
    lines = [
        {**_line(line), "notes": [note_out(one) for one in notes.get(line.item.code, ())]}
        for line in rating_form(task).lines
    ]
    return {**_task(task), "comment": task.comment, "lines": lines}


@router.put("/{int:pk}/draft", response=TaskOut)
def draft(request, pk: int, body: RatingIn):
    return _task(save_rating(_own(request, pk), by=request.user, **_written(body)))


@router.post("/{int:pk}/send", response=TaskOut)
def send(request, pk: int, body: RatingIn):
    return _task(send_rating(_own(request, pk), by=request.user, today=localdate(), **_written(body)))


def _own(request, pk: int):
    let_in(permissions.FILL_TASK, request.user)
    return get_object_or_404(tasks_of(request.user), pk=pk)


def _written(body: RatingIn) -> dict[str, Any]:
    given = {code: Given(_level(one.level), one.comment, one.reason) for code, one in body.given.items()}
    return {"given": given, "comment": body.comment, "edit_count": body.edit_count}


def _level(level: str | int | None) -> Fraction | None:
    return None if level is None else exact(str(level))


def _task(row) -> dict:
    participant = row.participant
    return {
        "id": row.pk, "cycle": participant.cycle.code, "rated": participant.person.number, "source": row.source,
        "due_on": row.due_on, "state": row.state, "edit_count": row.edit_count,
    }  # fmt: skip


def _line(line) -> dict:
    rating = line.rating
    return {
        "competency": line.item.code, "name": names(line.item.name), "is_given": rating is not None,
        "level": exact_or_none(rating.level) if rating else None, "comment": rating.comment if rating else "",
        "reason": rating.reason if rating else "", "needs_reason": sorted(line.far),
        "observed": observed_out(line.observed),
    }  # fmt: skip


def note_out(one) -> dict[str, Any]:
    where = {"on": one.on, "evaluation": one.evaluation_id, "turn": one.turn}
    return {"item": names(one.item), "text": one.text, **where}


def observed_out(seen) -> dict[str, Any] | None:
    return seen and {"mean": str(seen.mean), "low": seen.low, "high": seen.high, "n": seen.n}
