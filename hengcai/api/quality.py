from datetime import date

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from hengcai.api.paging import Page, paged
from hengcai.base.masking import mask
from hengcai.quality.actions import publish_evaluations, save_draft, submit_evaluation
from hengcai.quality.queries import scorecard_page, waiting_for_publication
from hengcai.quality.queries.pages import (
    EvaluationFilter,
    desk_of,
    evaluations_listed,
    evaluations_seen_by,
    reading_of,
    scorecards_seen_by,
    work_given_to,
)
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.score import score

router = Router()


class MarkIn(Schema):
    value: str
    comment: str = ""
    cause: str = ""
    turn: int | None = None


class MarksIn(Schema):
    marks: dict[str, MarkIn]
    comment: str = ""
    edit_count: int
    reason: str = ""


class EvaluationOut(Schema):
    id: int
    agent: str
    scorecard: str
    contact_on: date
    revision: int
    state: str
    total: str | None
    without_fatal: str | None
    has_fatal: bool
    edit_count: int


class ItemOut(Schema):
    item: str
    status: str
    value: str | None
    share: str | None
    effective_weight: str | None
    comment: str
    cause: str
    turn: int | None


class WholeEvaluationOut(EvaluationOut):
    items: list[ItemOut]


class ScorecardOut(Schema):
    id: int
    code: str
    number: int
    name: dict[str, str]
    channel: str
    kind: str
    state: str


class AssignmentOut(Schema):
    id: int
    contact: int
    agent: str
    scorecard: int
    due_on: date
    state: str


class Keys(Schema):
    ids: list[int]


def _evaluation(row) -> dict:
    return {
        "id": row.pk, "agent": row.agent.number, "scorecard": row.scorecard.code, "contact_on": row.contact_on,
        "revision": row.revision, "state": row.state, "total": row.exact or None,
        "without_fatal": row.exact_without_fatal or None, "has_fatal": row.has_fatal, "edit_count": row.edit_count,
    }  # fmt: skip


def _item(reading, item) -> dict:
    mark, result = reading.marks.get(item.code), reading.score.by_code[item.code]
    return {
        "item": item.code, "status": str(result.status), "value": mark.value if mark else None,
        "share": None if result.share is None else str(result.share), "effective_weight": str(result.weight),
        "comment": mask(mark.comment) if mark else "", "cause": mark.cause if mark else "", "turn": mark.turn if mark else None,
    }  # fmt: skip


@router.get("/scorecards", response=Page[ScorecardOut])
def scorecards(request, page: int = 1):
    return paged(scorecards_seen_by(request.user), _scorecard, page=page)


def _scorecard(row) -> dict:
    name = {"zh": row.name.zh, "en": row.name.en}
    return {
        "id": row.pk,
        "code": row.code,
        "number": row.number,
        "name": name,
        "channel": row.channel,
        "kind": row.kind,
        "state": row.state,
    }


class CardItemOut(Schema):
    code: str
    kind: str
    name: dict[str, str]
    effective_weight: str


class WholeScorecardOut(ScorecardOut):
    items: list[CardItemOut]


@router.get("/scorecards/{int:pk}", response=WholeScorecardOut)
def scorecard(request, pk: int):
    """With every item and the share of the whole it carries when everything applies."""
    row = get_object_or_404(scorecards_seen_by(request.user), pk=pk)
    page = scorecard_page(row, request.user)
    items = [
        {"code": one.item.code, "kind": one.item.kind, "name": {"zh": one.item.name.zh, "en": one.item.name.en},
         "effective_weight": str(one.weight)}
        for section in page.sections for one in section.items
    ]  # fmt: skip
    return {**_scorecard(row), "items": items}


@router.get("/assignments", response=Page[AssignmentOut])
def assignments(request, page: int = 1):
    """One's own: an analyst opens nothing else."""
    return paged(work_given_to(request.user).order_by("due_on", "pk"), _assignment, page=page)


def _assignment(row) -> dict:
    return {
        "id": row.pk, "contact": row.contact_id, "agent": row.contact.agent.number, "scorecard": row.scorecard_id,
        "due_on": row.due_on, "state": row.state,
    }  # fmt: skip


@router.put("/assignments/{int:pk}/draft", response=EvaluationOut)
def draft(request, pk: int, body: MarksIn):
    row = get_object_or_404(work_given_to(request.user), pk=pk)
    made = save_draft(row, by=request.user, marks=_marks(body), comment=body.comment, edit_count=body.edit_count)
    return _evaluation(made)


@router.post("/assignments/{int:pk}/submit", response=EvaluationOut)
def submit(request, pk: int, body: MarksIn):
    row = get_object_or_404(work_given_to(request.user), pk=pk)
    made = submit_evaluation(
        row, by=request.user, marks=_marks(body), comment=body.comment, edit_count=body.edit_count, reason=body.reason
    )
    return _evaluation(made)


def _marks(body: MarksIn) -> dict[str, Mark]:
    return {code: Mark(one.value, one.comment, one.cause, one.turn) for code, one in body.marks.items()}


@router.get("/assignments/{int:pk}")
def opened(request, pk: int):
    """The desk: what stands so far and the number a save must name; personal data masked."""
    found = desk_of(get_object_or_404(work_given_to(request.user), pk=pk))
    standing = score(found.card, found.marks)
    return {
        "id": pk, "edit_count": found.edit_count, "is_revision": found.is_revision, "comment": found.comment,
        "total": None if standing.total is None else str(standing.total), "unanswered": list(standing.unanswered),
        "turns": [{"speaker": turn["speaker"], "text": mask(turn["text"])} for turn in found.turns],
    }  # fmt: skip


@router.get("/evaluations", response=Page[EvaluationOut])
def evaluations(request, agent: str = "", first_day: date | None = None, last_day: date | None = None, page: int = 1):
    narrowed = EvaluationFilter(agent=agent, first_day=first_day, last_day=last_day)
    return paged(evaluations_listed(request.user).filter(narrowed.condition()), _evaluation, page=page)


@router.get("/evaluations/{int:pk}", response=WholeEvaluationOut)
def evaluation(request, pk: int):
    row = get_object_or_404(evaluations_seen_by(request.user), pk=pk)
    reading = reading_of(row)
    return {**_evaluation(row), "items": [_item(reading, item) for item in reading.card.items()]}


@router.post("/evaluations/publish", response=list[EvaluationOut])
def publish(request, body: Keys):
    """All of them or none."""
    rows = list(waiting_for_publication(request.user).filter(pk__in=body.ids))
    if len(rows) != len(set(body.ids)):
        get_object_or_404(waiting_for_publication(request.user), pk=0)
    return [_evaluation(row) for row in publish_evaluations(rows, by=request.user)]
