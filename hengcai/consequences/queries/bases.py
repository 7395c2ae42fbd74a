"""Bases and minimum wages as they stand, for those who see pay."""

from datetime import date
from fractions import Fraction

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.consequences import permissions
from hengcai.consequences.models import MinimumWage, PayBase

BASE_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-since"), "number": ("person__number", "-since"),
    "since": ("since", "person__number"),
})  # fmt: skip


def bases_listed(user: Doer) -> QuerySet[PayBase]:
    rows = PayBase.objects.select_related("person", "brought_by")
    return permissions.SEE_RUN.rows(rows.order_by("person__name_key", "person__number", "-since"), user)


def minimums_listed(user: Doer) -> QuerySet[MinimumWage]:
    rows = MinimumWage.objects.select_related("site", "entered_by")
    return permissions.SEE_RUN.rows(rows.order_by("site__name", "-since"), user)


def bases_on(user: Doer, day: date) -> dict[int, Fraction]:
    """Person → base that holds that day, for those who see pay; nothing for others."""
    rows = permissions.SEE_RUN.rows(PayBase.objects.filter(since__lte=day), user).order_by("person", "since")
    return {person: Fraction(base) for person, base in rows.values_list("person", "base")}
