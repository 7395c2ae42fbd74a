"""How far people are in packages: opened, reported, started again, read."""

from datetime import datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Exact, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.courseware import actions, permissions
from hengcai.courseware.actions import Report
from hengcai.courseware.queries.runs import (
    ORDERS,
    RunFilter,
    address_in_frame,
    handed_over,
    mode_of,
    own_runs,
    runs_seen_by,
)
from hengcai.training.queries.learning import own_enrolments

router = Router()


class PackageRunsWanted(Sorted):
    package: Key | None = None
    enrolment: Key | None = None
    word: Text = ""
    is_open: bool = False


class OpenPackageIn(Schema):
    """`lesson` and `part` by their codes."""

    enrolment: Key
    lesson: Text
    part: Text


class PackageReportIn(Schema):
    """`session` as opening gave it; `values`: element → value, what was set since the last report; `is_over`: the part has ended."""

    session: int = Field(ge=0, le=2**31)
    values: dict[Text, Text] = {}
    is_over: bool = False


class PackageRunOut(Schema):
    """`completion`, `success` and `share` are what the package reported; `seconds` are the server's."""

    id: int
    package: int
    enrolment: int
    lesson: str
    part: str
    person: str
    completion: str
    success: str
    share: Exact | None
    tries: int
    seconds: int
    opened_at: datetime
    seen_at: datetime
    done_at: datetime | None


class OpenedPackageOut(PackageRunOut):
    """`address`: of its first page, for this opening; it stands in a frame with `sandbox="allow-scripts allow-forms"`."""

    session: int
    mode: str
    address: str
    values: dict[str, str]


@router.get("", response=Page[PackageRunOut])
def runs(request, wanted: Query[PackageRunsWanted]):
    """One’s own, one’s team’s, or everybody’s, as far as the role reaches."""
    let_in(permissions.SEE_RUNS, request.user)
    narrowed = RunFilter(**wanted.dict(exclude=PLACE)).condition()
    return sorted_page(runs_seen_by(request.user).filter(narrowed), _run, wanted, ORDERS)


@router.post("", response=OpenedPackageOut)
def open_run(request, body: OpenPackageIn):
    """Opens a part of a package in one’s own course. From now on only this opening may report."""
    let_in(permissions.PLAY, request.user)
    found = get_object_or_404(own_enrolments(request.user), pk=body.enrolment)
    lesson = get_object_or_404(found.course.lessons, code=body.lesson)
    run = actions.open_run(found, by=request.user, lesson=lesson, part=body.part, today=localdate())
    return {
        **_run(run), "session": run.session, "mode": mode_of(run), "address": address_in_frame(run),
        "values": handed_over(run),
    }  # fmt: skip


@router.put("/{int:pk}", response=PackageRunOut)
def keep_run(request, pk: int, body: PackageReportIn):
    """Keeps what the part reported; refused if it has been opened elsewhere meanwhile."""
    report = Report(session=body.session, values=body.values, is_over=body.is_over)
    return _run(actions.keep_run(_own(request, pk), by=request.user, report=report, today=localdate()))


@router.post("/{int:pk}/restart", response=PackageRunOut)
def restart_run(request, pk: int):
    """Gives up what a part that is not done reported, and starts it again."""
    return _run(actions.restart_run(_own(request, pk), by=request.user))


def _own(request, pk):
    let_in(permissions.PLAY, request.user)
    return get_object_or_404(own_runs(request.user), pk=pk)


def _run(one):
    return {
        "id": one.pk, "package": one.package_id, "enrolment": one.enrolment_id, "lesson": one.lesson.code, "part": one.part,
        "person": one.enrolment.person.number, "completion": one.completion, "success": one.success,
        "share": one.share or None, "tries": one.tries, "seconds": one.seconds, "opened_at": one.opened_at,
        "seen_at": one.seen_at, "done_at": one.done_at,
    }  # fmt: skip
