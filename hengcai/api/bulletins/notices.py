"""Business notices: written, published, signed; who has not signed; figures by team."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api import files
from hengcai.api.fields import Code, Comment, Day, Key, Names, Text, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.queries import notices as queries
from hengcai.bulletins.queries.figures import team_figures
from hengcai.bulletins.queries.readers import ORDERS as READER_ORDERS
from hengcai.bulletins.queries.readers import Filters as ReaderFilters
from hengcai.bulletins.queries.readers import readers_seen_by, unread_seen_by, waiting
from hengcai.bulletins.receiving import path_of, receive_attachment
from hengcai.bulletins.rules.notices import LONGEST_BODY, LONGEST_TITLE, MOST_HOURS
from hengcai.bulletins.rules.notices import Text as NoticeText

router = Router()


class BulletinIn(Schema):
    """`teams`, `posts`: ids; `skills`: names of skill groups; empty: all. `due_kind`: hours or shift, of a must-read notice."""

    effective_from: Day
    title_zh: Text = Field(default="", max_length=LONGEST_TITLE)
    title_en: Text = Field(default="", max_length=LONGEST_TITLE)
    body_zh: Text = Field(default="", max_length=LONGEST_BODY)
    body_en: Text = Field(default="", max_length=LONGEST_BODY)
    kind: Code = "other"
    urgency: Code = "normal"
    effective_until: Day | None = None
    teams: list[Key] = []
    posts: list[Key] = []
    skills: list[Code] = []
    must_read: bool = False
    due_kind: Code = ""
    due_hours: int = Field(default=24, ge=1, le=MOST_HOURS)
    rereads: bool = True
    what_changed: Comment = ""


class BulletinEditIn(BulletinIn):
    """The whole draft anew; `edit_count` of what was looked at."""

    edit_count: int = Field(ge=0, le=2**31 - 1)


class BulletinReasonIn(Schema):
    reason: Comment = ""


class BulletinReplacedIn(Schema):
    """`to`: the notice that says it now."""

    to: Key


class BulletinSignIn(Schema):
    """`seconds` the notice was in view; without them the server's clock since it was read here."""

    seconds: int | None = Field(default=None, ge=0, le=86_400)


class BulletinTermsIn(Schema):
    needs_second: bool = False


class BulletinsWanted(Sorted):
    text: Text = ""
    kind: Text = ""
    state: Text = ""
    unread: bool = False


class UnreadWanted(Sorted):
    team: int | None = Field(default=None, ge=1, le=2**63 - 1)
    kind: Text = ""
    late: bool = False


class BulletinOut(Schema):
    """`due_at`, `signed_at`: of whoever asks."""

    id: int
    code: str
    version: int
    state: str
    title: Names
    kind: str
    urgency: str
    effective_from: date
    effective_until: date | None
    must_read: bool
    published_at: datetime | None
    due_at: datetime | None
    signed_at: datetime | None


class WholeBulletinOut(BulletinOut):
    body: Names
    what_changed: str
    teams: list[int]
    posts: list[int]
    skills: list[str]
    due_kind: str
    due_hours: int
    rereads: bool
    end_reason: str
    sent_back_for: str
    edit_count: int
    files: list[dict[str, Any]]
    readers: dict[str, int] | None
    moves: list[str]


class ReaderOut(Schema):
    """`hours` since it came, days on leave left out; `shift_hours`: of work among them."""

    person: str
    number: str
    team: str
    notice: str
    version: int
    due_at: datetime | None
    first_read_at: datetime | None
    read_at: datetime | None
    hours: float
    shift_hours: float
    on_shift: bool
    on_leave: bool
    is_late: bool


class BulletinFiguresOut(Schema):
    """`share`, `hours` and their intervals: null where fewer than five people stand behind them."""

    team: str | None
    people: int
    n: int
    share: float | None
    low: float | None
    high: float | None
    hours: float | None
    hours_low: float | None
    hours_high: float | None


@router.get("", response=Page[BulletinOut])
def bulletins(request, wanted: Query[BulletinsWanted]):
    """Notices as far as the role reaches, the newest first."""
    let_in(permissions.SEE, request.user)
    filters = queries.Filters(wanted.text, wanted.kind, wanted.state, wanted.unread)
    rows = queries.bulletins_seen_by(request.user).filter(filters.condition())
    return sorted_page(rows, _head, wanted, queries.ORDERS)


@router.post("", response=WholeBulletinOut)
def add_bulletin(request, body: BulletinIn):
    """A draft."""
    let_in(permissions.WRITE, request.user)
    return _whole(actions.add_bulletin(the_centre(), by=request.user, text=NoticeText(**body.dict())), request)


@router.put("/terms", response=BulletinTermsIn)
def settle_terms(request, body: BulletinTermsIn):
    """Whether somebody other than the author has to publish."""
    made = actions.settle_bulletin_terms(the_centre(), by=request.user, needs_second=body.needs_second)
    return {"needs_second": made.needs_second}


@router.get("/unread", response=Page[ReaderOut])
def unread(request, wanted: Query[UnreadWanted]):
    """Who has not signed which must-read notice in force, the first due first."""
    let_in(permissions.WATCH, request.user)
    condition = ReaderFilters(wanted.team, wanted.kind, wanted.late).condition(clock.now())
    return _readers(unread_seen_by(request.user).filter(condition), wanted)


@router.get("/figures", response=list[BulletinFiguresOut])
def figures(request, first_on: Day, last_on: Day):
    """Signed in time and median hours by team, of what was put to people in these days; the last row is all of them."""
    let_in(permissions.WATCH, request.user)
    return [
        {
            "team": str(one.team) if one.team else None, "people": one.in_time.people, "n": one.in_time.n,
            "share": one.in_time.share, "low": one.in_time.low, "high": one.in_time.high, "hours": one.hours.hours,
            "hours_low": one.hours.low, "hours_high": one.hours.high,
        }
        for one in team_figures(request.user, first=first_on, last=last_on)
    ]  # fmt: skip


@router.get("/{int:pk}", response=WholeBulletinOut)
def bulletin(request, pk: int):
    """One notice. Who it is put to has opened it by this."""
    found = seen(request, pk)
    reader = queries.own_reader(found, request.user)
    if reader and found.state == "published" and reader.read_at is None:
        actions.open_page(reader, by=request.user)
    return _whole(found, request)


@router.put("/{int:pk}", response=WholeBulletinOut)
def edit_bulletin(request, pk: int, body: BulletinEditIn):
    """The whole draft anew."""
    told = body.dict()
    count = told.pop("edit_count")
    found = actions.edit_bulletin(seen(request, pk), by=request.user, text=NoticeText(**told), edit_count=count)
    return _whole(found, request)


@router.post("/{int:pk}/files", response=WholeBulletinOut)
def add_file(request, pk: int, file: File[UploadedFile | None] = None):
    """Adds a PDF, a picture or a workbook to a draft."""
    found = seen(request, pk)
    receive_attachment(found, file, name=(file.name or "") if file else "", by=request.user)
    return _whole(found, request)


@router.get("/{int:pk}/files/{int:file}", openapi_extra=files.described("application/octet-stream"))
def bulletin_file(request, pk: int, file: int):
    """Hands over one of its files."""
    row = get_object_or_404(seen(request, pk).files, pk=file)
    if not path_of(row.place).is_file():
        raise Http404
    answer = FileResponse(
        path_of(row.place).open("rb"), as_attachment=True, filename=row.name, content_type=row.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@router.get("/{int:pk}/readers", response=Page[ReaderOut])
def bulletin_readers(request, pk: int, wanted: Query[Sorted]):
    """Who it was put to, whoever has not signed first."""
    let_in(permissions.WATCH, request.user)
    return _readers(readers_seen_by(request.user, seen(request, pk)), wanted)


@router.post("/{int:pk}/sign", response=BulletinOut)
def sign_bulletin(request, pk: int, body: BulletinSignIn):
    """I have read and understood it."""
    found = seen(request, pk)
    reader = queries.own_reader(found, request.user)
    if reader is None:
        raise Http404
    actions.sign_read(reader, by=request.user, seconds=body.seconds)
    return _head(seen(request, pk))


@router.post("/{int:pk}/revise", response=WholeBulletinOut)
def revise_bulletin(request, pk: int):
    """The next version as a draft."""
    return _whole(actions.revise_bulletin(seen(request, pk), by=request.user), request)


@router.post("/{int:pk}/submit", response=WholeBulletinOut)
def submit_bulletin(request, pk: int):
    """For review by whoever else may publish it."""
    return _whole(actions.submit_bulletin(seen(request, pk), by=request.user), request)


@router.post("/{int:pk}/send-back", response=WholeBulletinOut)
def send_back_bulletin(request, pk: int, body: BulletinReasonIn):
    """Back to its author, with the reason."""
    return _whole(actions.send_back_bulletin(seen(request, pk), by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/publish", response=WholeBulletinOut)
def publish_bulletin(request, pk: int):
    """Puts it to its readers; the version before is replaced."""
    return _whole(actions.publish_bulletin(seen(request, pk), by=request.user), request)


@router.post("/{int:pk}/withdraw", response=WholeBulletinOut)
def withdraw_bulletin(request, pk: int, body: BulletinReasonIn):
    """It does not hold any more."""
    return _whole(actions.withdraw_bulletin(seen(request, pk), by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/replace", response=WholeBulletinOut)
def replace_bulletin(request, pk: int, body: BulletinReplacedIn):
    """Another notice in force says it now."""
    found = seen(request, pk)
    permissions.PUBLISH.enter(found, request.user)
    other = queries.bulletins_seen_by(request.user).filter(pk=body.to, state="published").first()
    if other is None:
        raise NotValid("bulletins.replaced_by_itself")
    return _whole(actions.end_bulletin(found, by=request.user, replaced_by=other), request)


def seen(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(queries.bulletins_seen_by(request.user), pk=pk)


def _head(one) -> dict[str, Any]:
    told = queries.told(one) | {"title": names(one.title)}
    return told | {"due_at": one.own_due, "signed_at": one.own_read}


def _whole(found, request) -> dict[str, Any]:
    one = seen(request, found.pk)
    watches = permissions.WATCH.is_held_by(request.user)
    kept = {field.name: getattr(one, field.name) for field in fields(NoticeText) if field.name in KEPT}
    return {
        **_head(one), **kept, "body": names(one.body), "end_reason": one.end_reason, "sent_back_for": one.sent_back_for,
        "teams": list(one.teams.values_list("pk", flat=True)), "posts": list(one.posts.values_list("pk", flat=True)),
        "edit_count": one.edit_count, "moves": queries.moves_of(one, request.user),
        "files": [{"id": row.pk, "name": row.name, "size": row.size} for row in one.files.order_by("pk")],
        "readers": queries.standing(one, request.user, clock.now()) if watches else None,
    }  # fmt: skip


KEPT = {"what_changed", "skills", "due_kind", "due_hours", "rereads"}


def _readers(rows, wanted):
    page = sorted_page(rows, lambda one: one, wanted, READER_ORDERS)
    return page | {"items": [_reader(one) for one in waiting(page["items"])]}


def _reader(one):
    row = one.reader
    return {
        "person": row.person.name, "number": row.person.number, "team": row.team.name if row.team else "",
        "notice": row.bulletin.code, "version": row.bulletin.number, "due_at": row.due_at,
        "first_read_at": row.first_read_at, "read_at": row.read_at, "hours": one.hours, "shift_hours": one.shift_hours,
        "on_shift": one.on_shift, "on_leave": one.is_away, "is_late": one.is_late,
    }  # fmt: skip
