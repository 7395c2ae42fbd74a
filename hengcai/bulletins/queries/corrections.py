"""Corrections of the knowledge base: the list, one report, topics, how many and how long by topic."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.days import bounds, day_of, months
from hengcai.base.masking.text import mask
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.bulletins import permissions, states
from hengcai.bulletins.models import Correction, Topic
from hengcai.bulletins.rules.corrections import is_late
from hengcai.bulletins.rules.figures import Median, median_of

ORDERS = Orders(
    {
        "entry": ("entry", "pk"),
        "topic": ("topic__name?", "pk"),
        "state": ("state", "due_on", "pk"),
        "reported": ("-reported_at", "-pk"),
        "due": ("due_on", "pk"),
    }
)
A_DAY = 86_400


@dataclass(frozen=True)
class Filters:
    text: str = ""
    topic: int | None = None
    state: str = ""
    source: str = ""
    late: bool = False

    def condition(self, today: date) -> Q:
        named = {"topic": self.topic, "state": self.state, "source": self.source}
        found = Q(**{name: value for name, value in named.items() if value})
        if self.text:
            found &= Q(entry__icontains=self.text) | Q(wrong__icontains=self.text)
        if self.late:
            found &= Q(state=Correction.State.REPORTED, due_on__lt=today) | Q(
                state=Correction.State.ACCEPTED, mend_by__lt=today
            )
        return found


def corrections_seen_by(user: Doer) -> QuerySet[Correction]:
    rows = Correction.objects.select_related("topic", "owner", "reporter", "answered_by", "item", "contact")
    return permissions.SEE_CORRECTION.rows(rows, user).order_by("-reported_at", "-pk")


def moves_of(correction: Correction, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.CORRECTION_MOVES, correction, user)]


def is_overdue(correction: Correction, today: date) -> bool:
    return is_late(correction.state, correction.due_on, correction.mend_by, today)


def topics(*, with_ended: bool = False) -> QuerySet[Topic]:
    rows = Topic.objects.select_related("owner").order_by("-is_used", "pk")
    return rows if with_ended else rows.filter(is_used=True)


def able_keepers() -> QuerySet[User]:
    """Anybody with a sign-in may own a topic."""
    return User.objects.filter(is_active=True).exclude(username=SYSTEM).order_by("name", "pk")


@dataclass(frozen=True)
class TopicFigures:
    """`topic`: None is without one. `days`: from the report to the mended entry, what is still open counted as waiting."""

    topic: Topic | None
    n: int
    declined: int
    open: int
    late: int
    days: Median
    by_month: list[int]


def topic_figures(user: Doer, *, first: date, last: date) -> list[TopicFigures]:
    """Of what was reported in these days, for whoever answers for the knowledge base."""
    permissions.SEE_FIGURES.enter([], user)
    since, until = bounds(first, last, settings.TIME_ZONE)
    rows = Correction.objects.filter(reported_at__gte=since, reported_at__lt=until).select_related("topic")
    by_topic: dict[int | None, list[Correction]] = defaultdict(list)
    for one in rows:
        by_topic[one.topic_id].append(one)
    held = Topic.objects.in_bulk([key for key in by_topic if key])
    ordered = [*sorted(held), *([None] if None in by_topic else [])]
    starts = [start for start, _end in months(first, last)]
    return [_figures(held.get(key or 0), by_topic[key], starts) for key in ordered]


def _figures(topic: Topic | None, rows: Sequence[Correction], starts: Sequence[date]) -> TopicFigures:
    today, now = clock.today(), clock.now()
    judged = [one for one in rows if one.state != Correction.State.DECLINED and (one.mended_at or not one.closed_at)]
    waits = [
        (((one.mended_at or now) - one.reported_at).total_seconds() / A_DAY, one.mended_at is not None)
        for one in judged
    ]
    told = Counter(day_of(one.reported_at, settings.TIME_ZONE).replace(day=1) for one in rows)
    return TopicFigures(
        topic,
        len(rows),
        sum(1 for one in rows if one.mended_at is None and one.state in ("declined", "closed")),
        sum(1 for one in rows if one.state in states.WORKED_ON),
        sum(1 for one in rows if is_overdue(one, today)),
        median_of(waits, len(waits)),
        [told[start] for start in starts],
    )


def told(correction: Correction) -> dict[str, Any]:
    """As programs are told it; words are covered."""
    return {
        "id": correction.pk, "entry": mask(correction.entry), "link": correction.link, "state": correction.state,
        "source": correction.source, "topic": correction.topic.name if correction.topic else None,
        "owner": correction.owner.name if correction.owner else "", "wrong": mask(correction.wrong),
        "better": mask(correction.better), "contact": correction.contact_key, "reported_at": correction.reported_at,
        "due_on": correction.due_on, "mend_by": correction.mend_by, "answer": mask(correction.answer),
        "mended_link": correction.mended_link, "mended_at": correction.mended_at, "reopened": correction.reopened,
        "is_late": is_overdue(correction, clock.today()),
    }  # fmt: skip
