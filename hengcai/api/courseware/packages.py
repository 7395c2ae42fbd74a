"""Packages: listed, taken in, removed."""

from datetime import datetime

from django.shortcuts import get_object_or_404
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile

from hengcai.accounts.queries import the_centre
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.courseware import permissions
from hengcai.courseware.queries.packages import ORDERS, packages_seen_by
from hengcai.courseware.unpacking import receive_package, take_out

router = Router()


class PackagesWanted(Sorted):
    """Newest first unless sorted."""


class PackagePartOut(Schema):
    """`mastery`: points from which a part of 1.2 is passed; `passing`: the same as a share in 2004; empty: not said."""

    id: str
    title: str
    is_sco: bool
    mastery: str
    passing: str


class PackageOut(Schema):
    """`code` is what a lesson of kind `scorm` names as its `media`."""

    id: int
    code: str
    title: str
    edition: str
    parts: list[PackagePartOut]
    has_frames: bool
    file_name: str
    byte_count: int
    file_count: int
    added_at: datetime
    people: int
    done: int


@router.get("", response=Page[PackageOut])
def packages(request, wanted: Query[PackagesWanted]):
    """All packages that are ready."""
    let_in(permissions.SEE, request.user)
    wanted.dict(exclude=PLACE)
    return sorted_page(packages_seen_by(request.user), _package, wanted, ORDERS)


@router.post("", response=PackageOut)
def add(request, file: File[UploadedFile | None] = None):
    """Takes in a zip of SCORM 1.2 or 2004; refused with what is wrong before anything of it is unpacked."""
    let_in(permissions.ADD, request.user)
    made = receive_package(the_centre(), file, by=request.user, name=(file.name or "") if file else "")
    return _package(packages_seen_by(request.user).get(pk=made.pk))


@router.get("/{int:pk}", response=PackageOut)
def package(request, pk: int):
    """One package with its parts."""
    return _package(_seen(request, pk))


@router.post("/{int:pk}/remove", response=PackageOut)
def remove(request, pk: int):
    """Removes its files, unless a course that is written or in use plays it."""
    found = _seen(request, pk)
    take_out(found, by=request.user)
    return _package(found)


def _seen(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(packages_seen_by(request.user), pk=pk)


def _package(one):
    return {
        "id": one.pk, "code": one.code, "title": one.title, "edition": one.edition, "parts": one.parts,
        "has_frames": one.has_frames, "file_name": one.file_name, "byte_count": one.byte_count,
        "file_count": one.file_count, "added_at": one.added_at, "people": one.n_people, "done": one.n_done,
    }  # fmt: skip
