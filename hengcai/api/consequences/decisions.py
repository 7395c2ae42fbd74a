"""The log of decisions: what followed from whose result, by which rule, on whose word."""

from datetime import datetime

from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Text
from hengcai.api.paging import PLACE, Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.consequences import permissions
from hengcai.consequences.queries.decisions import DecisionFilter, decisions_seen_by

router = Router()


class DecisionsWanted(Cut):
    """`kind`: pay, review, plan, move or award."""

    kind: Text = ""
    person: Text = ""
    first_day: Day | None = None
    last_day: Day | None = None


class DecisionOut(Schema):
    """`what`: cut, plan, a kind of run, of move or of award; `outcome`: the state it ended in. `person` null: of a whole run.
    `policy`: the rule's number; `result`: the evidence's."""

    kind: str
    id: int
    what: str
    outcome: str
    person: str | None
    policy: int | None
    result: int | None
    decided_by: str
    decided_at: datetime
    reason: str


@router.get("/decisions", response=Page[DecisionOut])
def decisions(request, wanted: Query[DecisionsWanted]):
    """The newest first; of each kind what the caller's own lists show."""
    let_in(permissions.SEE_MOVE, request.user)
    rows = decisions_seen_by(request.user, DecisionFilter(**wanted.dict(exclude=PLACE)))
    return paged(rows, _told, wanted)


def _told(one) -> dict:
    what, outcome = (text.rpartition(".")[2] for text in (one.what, one.outcome))
    rests_on = {"policy": one.policy.pk if one.policy else None, "result": one.result.pk if one.result else None}
    return {
        "kind": one.kind, "id": one.pk, "what": what, "outcome": outcome, **rests_on,
        "person": one.person.number if one.person else None, "decided_by": one.by, "decided_at": one.at,
        "reason": mask(one.reason),
    }  # fmt: skip
