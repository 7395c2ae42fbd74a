"""Blueprints of tests: read, written as a whole, put in use, and a test scheduled from one."""

from decimal import Decimal

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema
from pydantic import AwareDatetime

from hengcai.accounts.queries import the_centre
from hengcai.api.assessment.exams import ExamOut, exam_told
from hengcai.api.fields import Key, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.actions.blueprints import Plan, parts_of
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.audience import Audience
from hengcai.assessment.queries.blueprints import ORDERS, BlueprintFilter, blueprint_moves_of, blueprints_seen_by
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from hengcai.assessment.stock import stock_of
from hengcai.base.bilingual import Bilingual

router = Router()


class BlueprintsWanted(Sorted):
    text: Text = ""
    state: Text = ""


class PartIn(Schema):
    """So many questions that fit everything named here; what is left out asks for nothing."""

    count: int = Field(ge=0, le=9999)
    competency: Text = ""
    level: int | None = Field(default=None, ge=1, le=3)
    kind: Text = ""
    course: Text = ""
    tag: Text = ""


class BlueprintIn(Schema):
    title: dict[str, Text]
    intro: dict[str, Text] = {}
    parts: list[PartIn] = Field(max_length=100)
    minutes: int = Field(ge=0, le=10_000)
    pass_percent: Decimal = Field(default=Decimal(60), ge=0, le=100, max_digits=7, decimal_places=4)
    course: Text = ""


class NewBlueprintIn(BlueprintIn):
    code: Text


class BlueprintChangeIn(Schema):
    blueprint: BlueprintIn
    edit_count: int


class ExamIn(Schema):
    """`people` by id; if empty, agents by `teams` and `posts` (roles), or all of them. `shows`: mark or key."""

    name: Text = ""
    opens_at: AwareDatetime
    closes_at: AwareDatetime
    people: list[Key] = Field(default=[], max_length=5000)
    teams: list[Key] = Field(default=[], max_length=500)
    posts: list[Key] = Field(default=[], max_length=100)
    most_attempts: int = Field(default=2, ge=0, le=100)
    resit_cap: Decimal = Field(default=Decimal(60), ge=0, le=100, max_digits=7, decimal_places=4)
    shows: Text = "mark"
    is_instant: bool = False
    draw_seed: Text = ""


class BlueprintOut(Schema):
    id: int
    code: str
    number: int
    title: dict[str, str]
    state: str
    questions: int
    minutes: int
    pass_percent: Decimal


class PartOut(PartIn):
    """`in_bank`: published questions that fit."""

    in_bank: int


class WholeBlueprintOut(BlueprintOut):
    intro: dict[str, str]
    parts: list[PartOut]
    course: str
    edit_count: int
    moves: list[str]


@router.get("", response=Page[BlueprintOut])
def blueprints(request, wanted: Query[BlueprintsWanted]):
    """All blueprints, in all versions."""
    let_in(permissions.SEE_BLUEPRINTS, request.user)
    narrowed = BlueprintFilter(**wanted.dict(exclude=PLACE))
    return sorted_page(blueprints_seen_by(request.user).filter(narrowed.condition()), _head, wanted, ORDERS)


@router.post("", response=WholeBlueprintOut)
def add(request, body: NewBlueprintIn):
    """Adds a blueprint as a draft."""
    let_in(permissions.WRITE_BLUEPRINTS, request.user)
    return _whole(actions.add_blueprint(the_centre(), by=request.user, code=body.code, plan=_plan(body)), request)


@router.get("/{int:pk}", response=WholeBlueprintOut)
def blueprint(request, pk: int):
    """One blueprint, with how many questions the bank has for each line."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeBlueprintOut)
def edit(request, pk: int, body: BlueprintChangeIn):
    """Replaces the whole draft; refused if someone else has changed it since it was read."""
    found = actions.edit_blueprint(
        _found(request, pk), by=request.user, plan=_plan(body.blueprint), edit_count=body.edit_count
    )
    return _whole(found, request)


@router.post("/{int:pk}/publish", response=WholeBlueprintOut)
def publish(request, pk: int):
    """Puts the draft in use; refused if the bank has too few questions."""
    return _whole(actions.publish_blueprint(_found(request, pk), by=request.user, today=localdate()), request)


@router.post("/{int:pk}/retire", response=WholeBlueprintOut)
def retire(request, pk: int):
    """Retires the blueprint: no new test can be scheduled with it."""
    return _whole(actions.retire_blueprint(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/revise", response=WholeBlueprintOut)
def revise(request, pk: int):
    """Starts the next version as a draft."""
    return _whole(actions.revise_blueprint(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/schedule", response=ExamOut)
def schedule(request, pk: int, body: ExamIn):
    """Schedules a test: draws everyone's paper and invites them."""
    plan = Announcement(
        body.name, Window(body.opens_at, body.closes_at), people=body.people,
        audience=Audience(tuple(body.teams), tuple(body.posts)), most_attempts=body.most_attempts, resit_cap=body.resit_cap,
        shows=body.shows, is_instant=body.is_instant, seed=body.draw_seed,
    )  # fmt: skip
    return exam_told(actions.announce_exam(_found(request, pk), by=request.user, plan=plan), request.user)


def _plan(body):
    title, intro = (Bilingual(some.get("zh", ""), some.get("en", "")) for some in (body.title, body.intro))
    parts = [Part(**one.dict()) for one in body.parts]
    return Plan(title, parts, body.minutes, body.pass_percent, intro, body.course)


def _found(request, pk):
    let_in(permissions.SEE_BLUEPRINTS, request.user)
    return get_object_or_404(blueprints_seen_by(request.user), pk=pk)


def _head(one):
    return {
        "id": one.pk, "code": one.code, "number": one.number, "title": names(one.title), "state": one.state,
        "questions": sum(part["count"] for part in one.parts), "minutes": one.minutes, "pass_percent": one.pass_percent,
    }  # fmt: skip


def _whole(one, request):
    found = blueprints_seen_by(request.user).get(pk=one.pk)
    parts = [{**part.__dict__, "in_bank": stock} for part, stock in stock_of(parts_of(found))]
    return {
        **_head(found), "intro": names(found.intro), "parts": parts, "course": found.course, "edit_count": found.edit_count,
        "moves": blueprint_moves_of(found, request.user),
    }  # fmt: skip
