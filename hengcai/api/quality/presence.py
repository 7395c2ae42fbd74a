"""Who has a sheet open in a browser just now. Asking leaves no trace: a program is at no sheet."""

from django.http import Http404
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Text
from hengcai.quality.presence import may_be_at, others_at

router = Router()


class SheetIn(Schema):
    """`assignment:12`, `calibration:3` (a contact of a session), `recheck:4` or `dispute:5`."""

    sheet: Text = Field(max_length=40)


class PresentOut(Schema):
    """By name; oneself in another window included."""

    names: list[str]


@router.get("/presence", response=PresentOut)
def present(request, asked: Query[SheetIn]):
    """Of a sheet one may open oneself; of others it says nothing, not even that they are there."""
    if not may_be_at(asked.sheet, request.user):
        raise Http404
    return {"names": [one.name for one in others_at(asked.sheet, by=request.user)]}
