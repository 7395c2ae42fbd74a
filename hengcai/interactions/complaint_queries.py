"""Complaints and praise as their readers may see them."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.interactions import permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Praise

NEWEST = ("-received_at", "-pk")
COMPLAINT_ORDERS = Orders({
    "agent": ("agent__name_key", "agent__number", *NEWEST), "received": ("received_at", "pk"),
    "matter": ("matter", *NEWEST), "judged": ("judged", *NEWEST), "judged_on": ("judged_on?", "pk"),
})  # fmt: skip


@dataclass(frozen=True)
class ComplaintFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    judged: str = ""
    agent: str = ""
    first_day: date | None = None
    last_day: date | None = None

    def condition(self) -> Q:
        found = permissions.midnights("received_at", self.first_day, self.last_day, zone=settings.TIME_ZONE)
        if self.judged:
            found &= Q(judged=self.judged)
        if self.agent:
            found &= Q(agent__number=folded(self.agent)) | Q(agent__name__icontains=self.agent)
        return found


def complaints_seen_by(user: Doer) -> QuerySet[Complaint]:
    """The newest first."""
    rows = Complaint.objects.select_related("agent", "contact").order_by(*NEWEST)
    return permissions.SEE_COMPLAINTS.rows(rows, user)


def praise_seen_by(user: Doer) -> QuerySet[Praise]:
    rows = Praise.objects.select_related("agent", "contact").order_by(*NEWEST)
    return permissions.SEE_PRAISE.rows(rows, user)


def may_judge(complaint: Complaint, user: Doer) -> bool:
    return permissions.JUDGE_COMPLAINT.allows(complaint, user)


@dataclass(frozen=True)
class Tally:
    """Of what the reader sees: how many wait, how many are 有责, how many 无责."""

    open: int
    upheld: int
    not_upheld: int


def tally_of(rows: QuerySet[Complaint]) -> Tally:
    counts = {f"n_{code}": Count("pk", filter=Q(judged=code)) for code in Complaint.Judged.values}
    found = rows.order_by().aggregate(**counts)
    return Tally(found["n_open"], found["n_upheld"], found["n_not_upheld"])
