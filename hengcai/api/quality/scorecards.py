"""Scorecards: every version, drafts read and written whole, versions compared, publishing."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Day, Exact, Names, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.problems import told
from hengcai.api.rights import let_in
from hengcai.base.bilingual import encode
from hengcai.quality import permissions
from hengcai.quality.actions import (
    add_scorecard,
    delete_scorecard,
    new_version,
    publish_scorecard,
    rewrite_scorecard,
)
from hengcai.quality.documents import definition_of
from hengcai.quality.faults import faults_of
from hengcai.quality.models import Scorecard
from hengcai.quality.queries import scorecard_page
from hengcai.quality.queries.orders import SCORECARD_ORDERS
from hengcai.quality.queries.pages import scorecards_seen_by
from hengcai.quality.rules.holding import Holding
from hengcai.quality.rules.places import place_of

router = Router()


class ScorecardOut(Schema):
    id: int
    code: str
    number: int
    name: Names
    channel: str
    kind: str
    state: str
    holds_from: date | None
    holds_until: date | None
    posts: list[str]


class CardItemOut(Schema):
    code: str
    section: str
    kind: str
    name: Names
    effective_weight: Exact


class WholeScorecardOut(ScorecardOut):
    items: list[CardItemOut]


class FaultOut(Schema):
    """`where` is the field: `pass_line`, `sections.CODE.weight`, `items.CODE.weight`."""

    where: str
    code: str
    detail: str


class DefinitionOut(Schema):
    """`definition` has the shape of the YAML text; `faults` keep a draft from being published."""

    id: int
    state: str
    edit_count: int
    saved_at: datetime | None
    definition: dict[str, Any]
    faults: list[FaultOut]


class GoneOut(Schema):
    id: int


class DefinitionIn(Schema):
    definition: dict[str, Any]


class RewrittenIn(DefinitionIn):
    """`edit_count` is what the definition or the last save answered; an older one is refused with 409."""

    edit_count: int


class PublishedIn(Schema):
    """From which day it holds (today), for which posts (those the draft names; an empty list: all), and the codes of
    the cards of its channel it takes the place of; those not named stay beside it. Left out: there are none. With
    `edit_count`, only what was read is published: refused where somebody has saved since."""

    since: Day | None = None
    posts: list[Code] | None = Field(default=None, max_length=200)
    replaces: list[Code] | None = None
    edit_count: int | None = None


@router.get("", response=Page[ScorecardOut])
def scorecards(request, wanted: Query[Sorted]):
    """Every version, by channel and code, the newest first."""
    let_in(permissions.SEE_SCORECARDS, request.user)
    return sorted_page(scorecards_seen_by(request.user), _scorecard, wanted, SCORECARD_ORDERS)


@router.post("", response=DefinitionOut)
def add(request, body: DefinitionIn):
    """A draft: version 1 under a new code, the next version under a known one."""
    let_in(permissions.MANAGE_SCORECARDS, request.user)
    return _definition(add_scorecard(the_centre(), by=request.user, definition=body.definition))


@router.get("/{int:pk}", response=WholeScorecardOut)
def scorecard(request, pk: int):
    """With every item and the share of the whole it carries when everything applies."""
    page = scorecard_page(_seen(request, pk), request.user)
    return {
        **_scorecard(page.scorecard),
        "items": [_item(part.section, one) for part in page.sections for one in part.items],
    }


@router.get("/{int:pk}/definition", response=DefinitionOut)
def definition(request, pk: int):
    """Every version of a card can be read whole."""
    return _definition(_seen(request, pk))


@router.put("/{int:pk}/definition", response=DefinitionOut)
def rewrite(request, pk: int, body: RewrittenIn):
    """Replaces a draft's whole content. It may be unfinished; what publishing would refuse is listed."""
    row = _managed(request, pk)
    return _definition(rewrite_scorecard(row, by=request.user, **body.dict()))


@router.post("/{int:pk}/revise", response=DefinitionOut)
def revise(request, pk: int):
    """A draft of the next version with the same content."""
    return _definition(new_version(_managed(request, pk), by=request.user))


@router.post("/{int:pk}/publish", response=ScorecardOut)
def publish(request, pk: int, body: PublishedIn):
    """Refused while nobody has said what becomes of other cards for the channel."""
    replaces = None if body.replaces is None else frozenset(body.replaces)
    row = _managed(request, pk)
    posts = row.posts if body.posts is None else body.posts
    holding = Holding(since=body.since, posts=tuple(posts), replaces=replaces)
    row = publish_scorecard(row, by=request.user, on=localdate(), holding=holding, edit_count=body.edit_count)
    return _scorecard(row)


@router.delete("/{int:pk}", response=GoneOut)
def delete(request, pk: int):
    """Drafts only."""
    delete_scorecard(_managed(request, pk), by=request.user)
    return {"id": pk}


def _seen(request, pk: int) -> Scorecard:
    let_in(permissions.SEE_SCORECARDS, request.user)
    return get_object_or_404(scorecards_seen_by(request.user), pk=pk)


def _managed(request, pk: int) -> Scorecard:
    let_in(permissions.MANAGE_SCORECARDS, request.user)
    return get_object_or_404(scorecards_seen_by(request.user), pk=pk)


def _definition(row: Scorecard) -> dict:
    row = Scorecard.objects.get(pk=row.pk)
    found = faults_of(row) if row.state == Scorecard.State.DRAFT else ()
    return {
        "id": row.pk, "state": row.state, "edit_count": row.edit_count, "saved_at": row.saved_at,
        "definition": encode(definition_of(row)),
        "faults": [{"where": place_of(one), "code": one.code, "detail": told(one)} for one in found],
    }  # fmt: skip


def _scorecard(row) -> dict:
    return {
        "id": row.pk, "code": row.code, "number": row.number, "name": names(row.name), "channel": row.channel,
        "kind": row.kind, "state": row.state, "holds_from": row.holds_from, "holds_until": row.holds_until,
        "posts": row.posts,
    }  # fmt: skip


def _item(section, one) -> dict:
    return {
        "code": one.item.code, "section": section.code, "kind": one.item.kind, "name": names(one.item.name),
        "effective_weight": str(one.weight),
    }  # fmt: skip
