from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Text
from hengcai.insight.letters.finding import hits_of
from hengcai.insight.queries.finding import LONGEST, found_by

router = Router()


class Wanted(Schema):
    q: Text = Field("", max_length=LONGEST, description="An id, or part of a name.")


class HitOut(Schema):
    """`key` is the id its address takes, of a competency its code."""

    kind: str
    key: int | str
    title: str
    note: str


class FoundOut(Schema):
    kind: str
    hits: list[HitOut]
    has_more: bool


@router.get("", response=list[FoundOut])
def search(request, wanted: Query[Wanted]):
    """People, teams, contacts by their number, evaluations, scorecards, policies, cycles and competencies that are the
    reader's to open; the few nearest of each kind, an id meant letter by letter first."""
    return [vars(one) for one in hits_of(found_by(request.user, wanted.q, today=localdate()), request.LANGUAGE_CODE)]
