"""What an internal trainer taught and what came of it."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from hengcai.api.rights import let_in
from hengcai.programme import permissions
from hengcai.programme.queries.trainers import page_of, trainers_open_to

router = Router()


class TrainerTermOut(Schema):
    level: str
    courses: list[str]
    since: date
    until: date | None
    proof: str


class TaughtOut(Schema):
    """`rating`: of the teaching, whole handfuls of feedback sheets; `marks`: share of points of those who came, by person;
    `effects`: outcome → verdict of the course, whoever taught it."""

    course: str
    sessions: int
    hours: str
    came: int
    expected: int
    rating: dict[str, Any] | None
    marks: dict[str, Any] | None
    effects: dict[str, str]


class TrainerPageOut(Schema):
    id: int
    person: str
    number: str
    level: str
    rating: dict[str, Any] | None
    taught: list[TaughtOut]
    history: list[TrainerTermOut]
    revisions: list[int]


@router.get("/{int:pk}", response=TrainerPageOut)
def trainer_page(request, pk: int):
    """One trainer: courses, hours, attendance, ratings, marks, effects, history, revisions waiting."""
    let_in(permissions.SEE_TRAINER, request.user)
    page = page_of(get_object_or_404(trainers_open_to(request.user), pk=pk))
    names = ("level", "courses", "since", "until", "proof")
    return {
        "id": page.trainer.pk, "person": page.trainer.person.name, "number": page.trainer.person.number,
        "level": page.trainer.level, "rating": _told(page.reaction.teaching), "taught": [_taught(one) for one in page.taught],
        "history": [{name: getattr(one, name) for name in names} for one in page.history],
        "revisions": [one.pk for one in page.revisions],
    }  # fmt: skip


def _taught(one) -> dict[str, Any]:
    return {
        "course": one.course.code, "sessions": one.sessions, "hours": str(one.hours), "came": one.came,
        "expected": one.expected, "rating": _told(one.reaction.teaching), "marks": _told(one.marks.marks),
        "effects": {effect.outcome: effect.verdict for effect in one.effects},
    }  # fmt: skip


def _told(one) -> dict[str, Any] | None:
    return dict(one.as_json()) if one else None
