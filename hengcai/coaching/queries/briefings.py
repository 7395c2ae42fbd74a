"""Briefings as their list tells of them, and one as its sheet shows it: its cases, and who was there as far as the reader
may know."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.coaching import permissions
from hengcai.coaching.library_models import Attendee, Briefing, LibraryCase
from hengcai.coaching.queries.library import briefed

NEWEST = ("-on", "-pk")
BRIEFING_ORDERS = Orders({
    "on": ("on", "pk"), "team": ("team__name?", *NEWEST), "by": ("by__name", *NEWEST), "held": ("held_at?", *NEWEST),
})  # fmt: skip


@dataclass(frozen=True)
class BriefingSight:
    """`attendees`: all of the team for whoever holds or watches it, else the reader's own line."""

    briefing: Briefing
    cases: Sequence[LibraryCase]
    attendees: Sequence[Attendee]
    own: Attendee | None
    shows_all: bool

    @property
    def may_read(self) -> bool:
        return self.own is not None and self.own.read_at is None


def briefings_seen_by(user: Doer) -> QuerySet[Briefing]:
    rows = Briefing.objects.select_related("by", "team")
    return permissions.SEE_BRIEFING.rows(rows, user).order_by(*NEWEST)


def briefings_listed(user: Doer) -> QuerySet[Briefing]:
    """Each with its cases, who of the team has read it, and whether the reader still has to."""
    unread = Attendee.objects.filter(briefing=OuterRef("pk"), person__user=user.pk, read_at=None)
    counts = {
        "case_count": Count("cases", distinct=True), "people": Count("attendees", distinct=True),
        "readers": Count("attendees", filter=Q(attendees__read_at__isnull=False), distinct=True),
    }  # fmt: skip
    return briefings_seen_by(user).annotate(waits=Exists(unread), **counts)


def briefing_sight(briefing: Briefing, user: Doer) -> BriefingSight:
    rows = list(briefing.attendees.select_related("person").order_by("person__name_key", "person__number"))
    own = next((one for one in rows if one.person.user_id == user.pk), None)
    shows_all = watches(briefing, user)
    seen = rows if shows_all else [one for one in rows if one is own]
    return BriefingSight(briefing, briefed(briefing, user), seen, own, shows_all)


def watches(briefing: Briefing, user: Doer) -> bool:
    """Whoever holds it, and those who see every briefing."""
    reach = permissions.SEE_BRIEFING.condition(user)
    return briefing.by_id == user.pk or (reach is not None and not reach)


def briefing_to_print(user: Doer, number: int) -> BriefingSight | None:
    found = briefings_seen_by(user).filter(pk=number).first()
    return briefing_sight(found, user) if found else None
