from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Exact, Names, names
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.quality import permissions
from hengcai.quality.queries import scorecard_page
from hengcai.quality.queries.pages import scorecards_seen_by

router = Router()


class ScorecardOut(Schema):
    id: int
    code: str
    number: int
    name: Names
    channel: str
    kind: str
    state: str


class CardItemOut(Schema):
    code: str
    section: str
    kind: str
    name: Names
    effective_weight: Exact


class WholeScorecardOut(ScorecardOut):
    items: list[CardItemOut]


@router.get("", response=Page[ScorecardOut])
def scorecards(request, cut: Query[Cut]):
    """Every version, by channel and code, the newest first."""
    let_in(permissions.SEE_SCORECARDS, request.user)
    return paged(scorecards_seen_by(request.user), _scorecard, cut)


@router.get("/{int:pk}", response=WholeScorecardOut)
def scorecard(request, pk: int):
    """With every item and the share of the whole it carries when everything applies."""
    let_in(permissions.SEE_SCORECARDS, request.user)
    row = get_object_or_404(scorecards_seen_by(request.user), pk=pk)
    page = scorecard_page(row, request.user)
    return {
        **_scorecard(row),
        "items": [_item(part.section, one) for part in page.sections for one in part.items],
    }


def _scorecard(row) -> dict:
    return {
        "id": row.pk, "code": row.code, "number": row.number, "name": names(row.name), "channel": row.channel,
        "kind": row.kind, "state": row.state,
    }  # fmt: skip


def _item(section, one) -> dict:
    return {
        "code": one.item.code, "section": section.code, "kind": one.item.kind, "name": names(one.item.name),
        "effective_weight": str(one.weight),
    }  # fmt: skip
