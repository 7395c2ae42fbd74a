"""What stands out in how a cycle was rated, and what is done about it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.appraisal.findings import DoneOut, QuestionOut, Said, done_about
from hengcai.api.fields import Text
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Pattern
from hengcai.appraisal.queries import patterns as queries
from hengcai.appraisal.queries.results import cycles_seen_by

router = Router()


class PatternOut(Schema):
    """`chance`: probability of such a pattern by chance alone; `looks`: how many were checked; `by_chance`: how many
    of them chance would produce; `adjusted`: the probability allowing for all checks. `is_sure` patterns must be
    resolved before publication. `people`: who rated each other highest, empty for other kinds. No one is shown
    anything about their own result or ratings."""

    id: int
    kind: str
    source: str
    other: str
    rater: str | None
    agent: str | None
    team: str | None
    value: str
    expected: str
    n: int
    chance: str
    looks: int
    by_chance: str
    adjusted: str
    is_sure: bool
    people: list[str]
    questions: list[QuestionOut]
    settled_because: str | None


class Wanted(Cut):
    kind: Text = ""


@router.get("", response=Page[PatternOut])
def patterns(request, cycle: int, wanted: Query[Wanted]):
    """Rating patterns, least likely first."""
    let_in(permissions.SEE_PATTERN, request.user)
    found = get_object_or_404(cycles_seen_by(request.user), pk=cycle)
    rows = queries.patterns_in(found, request.user, kind=wanted.kind)
    page = paged(rows.values_list("pk", flat=True), int, wanted)
    return {**page, "items": [_pattern(line) for line in queries.lines_of_patterns(found, page["items"])]}


@router.post("/{int:pk}/settle", response=DoneOut)
def settle(request, pk: int, body: Said):
    return {"id": actions.settle_pattern(_to_settle(request, pk), by=request.user, reason=body.text).pk}


@router.post("/{int:pk}/ask", response=DoneOut)
def ask(request, pk: int, body: Said):
    found = _to_settle(request, pk)
    return {"id": actions.ask_about_pattern(found, by=request.user, text=body.text, today=localdate()).pk}


def _to_settle(request, pk: int):
    let_in(permissions.SETTLE_PATTERN, request.user)
    return get_object_or_404(queries.patterns_to_settle(request.user), pk=pk)


def _pattern(line) -> dict[str, Any]:
    one = line.about
    people = [person.number for person in one.concerns.all()] if one.kind == Pattern.Kind.MUTUAL else []
    figures = {
        name: format(getattr(one, name).normalize(), "f")
        for name in ("value", "expected", "chance", "by_chance", "adjusted")
    }
    return {
        "id": one.pk, "kind": one.kind, "source": one.source, "other": one.other, "n": one.n, "looks": one.looks,
        "rater": one.rater.number if one.rater else None, "team": one.team.name if one.team else None,
        "agent": one.participant.person.number if one.participant else None, "is_sure": one.is_sure,
        "people": people, **figures, **done_about(line),
    }  # fmt: skip
