"""What tests are made of, from draft to retired. A published version is never changed: the next one is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.assessment import permissions, states
from hengcai.assessment.models import Blueprint, CutScore
from hengcai.assessment.rules.drawing import MOST_PARTS, MOST_QUESTIONS, Part, drawn, object_of_part, part_of, stock
from hengcai.assessment.rules.outcomes import rounded
from hengcai.assessment.rules.questions import KINDS
from hengcai.assessment.stock import pool
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths

CODE = re.compile(r"[a-z][a-z0-9_-]{0,39}")
LONGEST_TITLE, MOST_MINUTES = 120, 480
TRY_SEED = "publish"


@dataclass(frozen=True)
class Plan:
    """What an author decides: texts, parts, minutes and from how much on it is passed."""

    title: Bilingual
    parts: Sequence[Part]
    minutes: int
    pass_percent: Decimal = Decimal(60)
    intro: Bilingual = field(default_factory=Bilingual)
    course: str = ""
    cut: CutScore | None = None


@action(permissions.WRITE_BLUEPRINTS, unsaid={"plan"})
def add_blueprint(centre: Centre, *, by: User, code: str, plan: Plan) -> Blueprint:
    """A draft under a new code."""
    if not CODE.fullmatch(code):
        raise NotValid("exam.code_wrong")
    if Blueprint.objects.filter(code=code).exists():
        raise NotValid("exam.code_known", code=code)
    return _made(code, 1, plan, by)


@action(permissions.WRITE_BLUEPRINTS)
def revise_blueprint(blueprint: Blueprint, *, by: User) -> Blueprint:
    """The next version as a draft; the one in force stays until the new one is published."""
    rows = Blueprint.objects.filter(code=blueprint.code)
    if rows.filter(state=Blueprint.State.DRAFT).exists():
        raise NotNow("exam.draft_there", code=blueprint.code)
    newest = rows.aggregate(most=Max("number"))["most"]
    return _made(blueprint.code, newest + 1, plan_of(blueprint), by)


@action(states.EDIT_BLUEPRINT, unsaid={"plan"})
def edit_blueprint(blueprint: Blueprint, *, by: User, plan: Plan, edit_count: int) -> Blueprint:
    """The whole draft anew. An older page overwrites nothing."""
    if edit_count != blueprint.edit_count:
        raise NotNow("exam.stale")
    for name, value in _columns(plan).items():
        setattr(blueprint, name, value)
    blueprint.edit_count += 1
    blueprint.made_by = by
    blueprint.save()
    return blueprint


@action(states.PUBLISH_BLUEPRINT)
def publish_blueprint(blueprint: Blueprint, *, by: User, today: date) -> Blueprint:
    """Only where the bank can fill a paper; an earlier version in use is retired."""
    parts = parts_of(blueprint)
    if not parts:
        raise NotValid("exam.no_part")
    check_stock(parts)
    for one in Blueprint.objects.filter(code=blueprint.code, state=Blueprint.State.PUBLISHED):
        retire_blueprint(one, by=by)
    blueprint.published_on = today
    blueprint.save(update_fields=["published_on"])
    return blueprint


@action(states.RETIRE_BLUEPRINT)
def retire_blueprint(blueprint: Blueprint, *, by: User) -> Blueprint:
    """Nothing new is announced with it; what runs goes on."""
    return blueprint


def parts_of(blueprint: Blueprint) -> list[Part]:
    return [part_of(one) for one in blueprint.parts]


def plan_of(blueprint: Blueprint) -> Plan:
    return Plan(
        blueprint.title, parts_of(blueprint), blueprint.minutes, blueprint.pass_percent, blueprint.intro, blueprint.course,
        blueprint.cut,
    )  # fmt: skip


def passed_from(plan: Plan) -> Decimal:
    """In per cent: by the panel's cut where there is one, to four decimals."""
    if plan.cut is None:
        return plan.pass_percent
    return rounded(Fraction(plan.cut.exact) / Fraction(plan.cut.total) * 100)


def check_stock(parts: Sequence[Part]) -> None:
    """Refused with the first part that lacks questions, or as a whole where parts take them from one another."""
    some = pool()
    for place, (part, found) in enumerate(stock(parts, some), start=1):
        if found < part.count:
            raise NotValid("exam.part_short", place=place, found=found, count=part.count)
    if drawn(parts, some, TRY_SEED) is None:
        raise NotValid("exam.parts_compete")


def _made(code: str, number: int, plan: Plan, by: User) -> Blueprint:
    return Blueprint.objects.create(code=code, number=number, made_by=by, made_at=clock.now(), **_columns(plan))


def _columns(plan: Plan) -> Mapping[str, Any]:
    _check(plan)
    return {
        "title": plan.title, "intro": plan.intro, "parts": [object_of_part(one) for one in plan.parts],
        "minutes": plan.minutes, "pass_percent": passed_from(plan), "course": plan.course, "cut": plan.cut,
    }  # fmt: skip


def _check(plan: Plan) -> None:
    if not plan.title:
        raise NotValid("exam.title_missing")
    if max(len(plan.title.zh), len(plan.title.en)) > LONGEST_TITLE:
        raise NotValid("exam.title_long", most=LONGEST_TITLE)
    check_lengths(plan.title.zh, plan.title.en, plan.intro.zh, plan.intro.en, plan.course)
    if not 1 <= plan.minutes <= MOST_MINUTES:
        raise NotValid("exam.minutes_wrong", most=MOST_MINUTES)
    if not 0 < plan.pass_percent <= 100:
        raise NotValid("exam.pass_wrong")
    _check_parts(plan.parts)


def _check_parts(parts: Sequence[Part]) -> None:
    if len(parts) > MOST_PARTS or sum(one.count for one in parts) > MOST_QUESTIONS:
        raise NotValid("exam.too_many", parts=MOST_PARTS, questions=MOST_QUESTIONS)
    for place, one in enumerate(parts, start=1):
        if one.count < 1 or one.kind not in ("", *KINDS) or one.level not in (None, 1, 2, 3):
            raise NotValid("exam.part_wrong", place=place)
        check_lengths(one.competency, one.course, one.tag)
