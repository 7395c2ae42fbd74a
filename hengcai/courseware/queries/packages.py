"""Packages, where they are played, and their files."""

from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from hengcai.accounts.models import User
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.courseware import permissions
from hengcai.courseware.models import Package, PackageFile
from hengcai.training.models import Course, Lesson

ORDERS = Orders(
    {"title": ("title", "pk"), "edition": ("edition", "title", "pk"), "added": ("-added_at", "-pk"),
     "people": ("-n_people", "pk"), "size": ("-byte_count", "pk")},
)  # fmt: skip


def packages_seen_by(user: Doer) -> QuerySet[Package]:
    """With how many people opened it, newest first; removed ones are no longer listed."""
    rows = Package.objects.filter(state=Package.State.READY).select_related("added_by").order_by("-added_at", "-pk")
    counted = rows.annotate(
        n_people=Count("runs__enrolment__person", distinct=True),
        n_done=Count("runs__enrolment__person", distinct=True, filter=Q(runs__done_at__isnull=False)),
    )
    return permissions.SEE.rows(counted, user)


def lessons_playing(package: Package) -> QuerySet[Lesson]:
    rows = Lesson.objects.filter(kind="scorm", media=package.code).exclude(course__state="retired")
    return rows.select_related("course").order_by("course__code", "course__number", "order")


def drafts_to_put_into() -> QuerySet[Course]:
    return Course.objects.filter(state="draft").order_by("code")


def playable(codes: Collection[str]) -> Collection[str]:
    return Package.objects.filter(code__in=codes, state=Package.State.READY).values_list("code", flat=True)


def package_to_look_at(pk: int, user: int) -> Package | None:
    """For somebody who may look through packages; by keys, for a frame that knows nobody."""
    doer = User.objects.filter(pk=user, is_active=True).first()
    return packages_seen_by(doer).filter(pk=pk).first() if doer and permissions.SEE.is_held_by(doer) else None


def file_at(package: Package, path: str) -> PackageFile | None:
    """As it is spelled, else without regard to upper case."""
    rows = PackageFile.objects.filter(package=package, folded=path.casefold())[:9]
    found = sorted(rows, key=lambda one: one.path != path)
    return found[0] if found else None
