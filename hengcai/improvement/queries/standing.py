"""Standing reports as far as their reader may see them today, whoever they were made for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.framework.models import Post
from hengcai.improvement import permissions
from hengcai.improvement.models import StandingReport, Subscription
from hengcai.improvement.rules.figures import CODES, Standing, standings
from hengcai.improvement.rules.periods import newest_over
from hengcai.people.models import Site, Team
from hengcai.people.permissions import led_teams

PLACES = ("site", "team__site", "post")
REPORT_ORDERS = Orders({
    "period": ("first", "-pk"), "span": ("span", "-first", "-pk"), "place": ("scope", "-first", "-pk"), "made": ("made_at", "-pk"),
})  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One of the places within: a site of the centre, a team of a site."""

    name: str
    figures: Sequence[Standing]


@dataclass(frozen=True)
class ReportSight:
    report: StandingReport
    figures: Sequence[Standing]
    parts: Sequence[Part]

    @property
    def is_empty(self) -> bool:
        return not self.report.told["now"]


def reports_seen_by(user: Doer) -> QuerySet[StandingReport]:
    """The newest first."""
    rows = StandingReport.objects.select_related(*PLACES)
    return permissions.SEE_REPORT.rows(rows, user).order_by("-first", "span", "scope")


def sight_of(report: StandingReport) -> ReportSight:
    told = report.told
    names = _names(told["parts"])
    parts = [
        Part(names[one["kind"], one["key"]], standings(one["now"], {}, CODES))
        for one in told["parts"]
        if (one["kind"], one["key"]) in names
    ]
    return ReportSight(report, standings(told["now"], told["before"]), parts)


def subscriptions_of(user: Doer) -> QuerySet[Subscription]:
    return _subscriptions().filter(user=user.pk)


def made_for_others(user: Doer) -> QuerySet[Subscription]:
    return _subscriptions().filter(made_by=user.pk).exclude(user=user.pk)


def subscriptions_to_end(user: Doer) -> QuerySet[Subscription]:
    """One's own, whoever made them, and those one made for others."""
    return permissions.UNSUBSCRIBE.rows(_subscriptions(), user)


def _subscriptions() -> QuerySet[Subscription]:
    rows = Subscription.objects.select_related(*PLACES, "user", "made_by")
    return rows.order_by("user__name", "span", "scope")


def reader_called(typed: str) -> User:
    """By account or employee number."""
    rows = User.objects.filter(is_active=True).exclude(username=SYSTEM)
    found = rows.filter(username=typed.strip()).first() or rows.filter(person__number=folded(typed)).first()
    if found is None:
        raise NotValid("improvement.reader_unknown", name=typed)
    return found


@dataclass(frozen=True)
class Offer:
    """A place a reader may have a report of; `scope` as it is chosen."""

    scope: str
    name: str


def places_offered(user: Doer) -> list[Offer]:
    """Of a lead their own teams; the name of the whole centre is the reader's to say."""
    condition = permissions.SEE_REPORT.condition(user)
    if condition is None:
        return []
    teams = Team.objects.select_related("site").order_by("site__name", "name")
    if condition:
        return [Offer(f"team:{one.pk}", one.name) for one in teams.filter(led_teams(user))]
    sites = [Offer(f"site:{one.pk}", one.name) for one in Site.objects.order_by("name")]
    posts = [Offer(f"post:{one.pk}", str(one.name)) for one in Post.objects.filter(is_frontline=True).order_by("code")]
    return [Offer("centre", ""), *sites, *posts, *(Offer(f"team:{one.pk}", one.name) for one in teams)]


def place_called(scope: str) -> tuple[Site | None, Team | None, Post | None] | None:
    """None where there is no such place."""
    kind, _, key = scope.partition(":")
    if scope == "centre":
        return None, None, None
    if not (key.isascii() and key.isdigit() and len(key) <= 18):
        return None
    if kind == "site":
        site = Site.objects.filter(pk=int(key)).first()
        return (site, None, None) if site else None
    if kind == "team":
        team = Team.objects.filter(pk=int(key)).first()
        return (None, team, None) if team else None
    post = Post.objects.filter(pk=int(key)).first() if kind == "post" else None
    return (None, None, post) if post else None


def place_named(scope: str) -> tuple[Site | None, Team | None, Post | None]:
    found = place_called(scope)
    if found is None:
        raise NotValid("improvement.place_unknown", place=scope)
    return found


def day_in(span: str, text: str | None, *, today: date) -> date:
    """As it was typed; without one, the first of the last period that is over."""
    if not text:
        return newest_over(today, span).first
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotValid("improvement.day_unknown", day=text) from None


def name_of(report: StandingReport | Subscription) -> object:
    """Empty of the whole centre."""
    if report.post:
        return report.post.name
    return report.team.name if report.team else report.site.name if report.site else ""


def _names(parts: Sequence[dict[str, Any]]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for kind, model in (("site", Site), ("team", Team)):
        keys = [one["key"] for one in parts if one["kind"] == kind]
        if keys:
            rows: QuerySet[Site | Team] = model._default_manager.filter(pk__in=keys)
            found |= {(kind, one.pk): one.name for one in rows}
    return found
