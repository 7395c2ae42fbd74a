"""Files brought in, from the empty template to what became of the rows."""

from datetime import datetime
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import Query, Router, Schema

from hengcai.accounts.permissions import MANAGE
from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.interactions import permissions, queries, templates
from hengcai.interactions.actions.accounts import give_accounts, renew_accounts
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.tasks import queue_undo
from hengcai.interactions.undoing import hanging

router = Router()
ANY_FILE = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/templates/{kind}.{ending}", openapi_extra={"responses": {200: {"description": "The file", **ANY_FILE}}})
def template(request, kind: str, ending: str):
    """An empty file of a kind, `xlsx` or `csv`, its headings in the reader's language."""
    permissions.OF_ITS_KIND.enter(the_centre(), request.user)
    if kind not in permissions.kinds_open_to(request.user) or ending not in templates.MEDIA:
        raise Http404
    language = get_language() or "zh-hans"
    answer = HttpResponse(templates.template(kind, ending=ending, language=language), templates.MEDIA[ending])
    name = templates.template_name(kind, ending=ending, language=language)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


class RunOut(Schema):
    id: int
    kind: str
    file: str
    state: str
    read: int
    added: int
    updated: int
    passed_over: int
    rejected: int
    undone: int
    started_at: datetime


class HangingOut(Schema):
    code: str
    count: int
    thing: str
    told: str


class WholeRunOut(RunOut):
    in_the_way: list[HangingOut]


class AccountsGiven(Schema):
    roles: list[Code] = []
    prefix: Text = ""
    renew: bool = False


class FirstSignInOut(Schema):
    number: str
    name: str
    username: str
    password: str


@router.get("", response=Page[RunOut])
def runs(request, wanted: Query[Sorted]):
    """The newest first, of the kinds one may bring."""
    permissions.SEE_RUNS.enter([], request.user)
    return sorted_page(queries.runs_seen_by(request.user), run_told, wanted, queries.RUN_ORDERS)


@router.get("/{int:pk}", response=WholeRunOut)
def run(request, pk: int):
    """With what stands in the way of undoing it; an empty list means nothing does."""
    found = _seen(request, pk)
    language = get_language() or "zh-hans"
    held = [{"code": o.code, "count": o.count, "thing": o.thing, "told": o.told(language)} for o in hanging(found)]
    return {**run_told(found), "in_the_way": held}


@router.post("/{int:pk}/undo", response=RunOut)
def undo(request, pk: int):
    """Begins; a worker goes on with it, and `state` says when it is `undone`."""
    found = start_undo(_seen(request, pk), by=request.user)
    queue_undo(found, by=request.user)
    return run_told(found)


@router.post("/{int:pk}/accounts", response=list[FirstSignInOut])
def accounts(request, pk: int, given: AccountsGiven):
    """Opens accounts for the people of a roster; the passwords are told this once. `renew`: new ones for those never used."""
    MANAGE.enter(the_centre(), request.user)
    found = _seen(request, pk)
    if given.renew:
        return renew_accounts(found, by=request.user)
    return give_accounts(found, by=request.user, roles=given.roles, prefix=given.prefix)


def _seen(request, pk: int):
    permissions.SEE_RUNS.enter([], request.user)
    return get_object_or_404(queries.runs_seen_by(request.user), pk=pk)


def run_told(row) -> dict:
    return {
        "id": row.pk, "kind": row.kind, "file": row.file_name, "state": row.state, "read": row.read_count,
        "added": row.added_count, "updated": row.updated_count, "passed_over": row.passed_over_count,
        "rejected": row.rejected_count, "undone": row.undone_count, "started_at": row.started_at,
    }  # fmt: skip
