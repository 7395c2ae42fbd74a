"""Certificates that are to be renewed: standing, of people still here, with nothing newer of the same course."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.people.queries import staff_on
from hengcai.training.models import Certificate


def standing() -> QuerySet[Certificate]:
    """Not revoked, and nothing of the same course by the same person that was issued later."""
    person, code = OuterRef("enrolment__person"), OuterRef("enrolment__course__code")
    later = Q(issued_on__gt=OuterRef("issued_on")) | Q(issued_on=OuterRef("issued_on"), pk__gt=OuterRef("pk"))
    newer = Certificate.objects.filter(later, enrolment__person=person, enrolment__course__code=code, revoked_on=None)
    rows = Certificate.objects.filter(~Exists(newer), revoked_on=None)
    return rows.select_related("enrolment__course", "enrolment__person")


def expiring(today: date, *, within: int) -> QuerySet[Certificate]:
    """Of people still here, also those that have expired."""
    last = today + timedelta(days=within)
    rows = standing().filter(expires_on__lte=last, enrolment__person__in=staff_on(today).order_by().values("pk"))
    return rows.order_by("expires_on", "pk")


def expired(today: date) -> QuerySet[Certificate]:
    """What calls for a refresher 复训: run out, and its holder still here."""
    return expiring(today, within=-1)


def outlived(fresh: Iterable[Certificate]) -> list[Certificate]:
    """The earlier ones that these take the place of."""
    found: list[Certificate] = []
    for one in fresh:
        way = one.enrolment
        rows = Certificate.objects.filter(enrolment__person=way.person_id, enrolment__course__code=way.course.code)
        found += rows.exclude(pk=one.pk)
    return found
