"""Sums of days and months, subscriptions, and the reports that are made and brought once."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.days import months_after
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Post
from hengcai.improvement import duties, permissions
from hengcai.improvement.counting import CENTRE, SITE, TEAM, count_days, month_rows, parts_over, sums_over
from hengcai.improvement.models import Delivery, PlaceSum, Span, StandingReport, Subscription
from hengcai.improvement.rules.figures import kept
from hengcai.improvement.rules.periods import MONTHS, Period, period_of
from hengcai.people.models import Site, Team

KEPT_DAYS = timedelta(days=400)  # of days; months stay


@dataclass(frozen=True)
class Place:
    """The whole centre, or one site, team or post."""

    site: Site | None = None
    team: Team | None = None
    post: Post | None = None

    @property
    def scope(self) -> str:
        named = {"site": self.site, "team": self.team, "post": self.post}
        return next((f"{kind}:{one.pk}" for kind, one in named.items() if one), CENTRE)

    def fields(self) -> dict[str, object]:
        return {"scope": self.scope, "site": self.site, "team": self.team, "post": self.post}


@action(permissions.COUNT_PLACES)
def count_places(centre: Centre, *, by: User, first: date, last: date) -> int:
    """These days anew, and the months they lie in."""
    rows = count_days(first, last)
    PlaceSum.objects.filter(span="day", first__range=(first, last)).delete()
    PlaceSum.objects.filter(span="day", first__lt=last - KEPT_DAYS).delete()
    PlaceSum.objects.bulk_create(rows, batch_size=500)
    month = first.replace(day=1)
    while month <= last:
        PlaceSum.objects.filter(span="month", first=month).delete()
        PlaceSum.objects.bulk_create(month_rows(month), batch_size=500)
        month = months_after(month, 1)
    return len(rows)


@dataclass(frozen=True)
class When:
    """Which report, at which hour of a working day, the weekly one on which weekday."""

    span: str
    hour: int
    weekday: int = 0


@action(permissions.SUBSCRIBE)
def subscribe(centre: Centre, *, by: User, place: Place, when: When) -> Subscription:
    """For oneself; a second time changes hour and weekday."""
    _check_when(when)
    permissions.enter_place(place.site, place.team, place.post, by)
    return _subscribed(by, place, when, by)


@action(permissions.SUBSCRIBE_OTHERS)
def subscribe_other(reader: User, *, by: User, place: Place, when: When) -> Subscription:
    """For somebody who may see the place, never for anybody else; what they chose themselves stays as it is."""
    _check_when(when)
    permissions.enter_place(place.site, place.team, place.post, by)
    if not reader.is_active or not permissions.may_see_place(place.site, place.team, place.post, reader):
        raise NotNow("improvement.reader_unable", name=reader.name)
    own = Subscription.objects.filter(user=reader, span=when.span, scope=place.scope).exclude(made_by=by)
    if own.exists():
        raise NotNow("improvement.subscribed_already", name=reader.name)
    return _subscribed(reader, place, when, by)


def _check_when(when: When) -> None:
    if when.span not in Span.values:
        raise NotValid("improvement.span_unknown")
    if not (0 <= when.hour <= 23 and 0 <= when.weekday <= 6):
        raise NotValid("improvement.hour_unknown")


def _subscribed(reader: User, place: Place, when: When, by: User) -> Subscription:
    facts = {**place.fields(), "hour": when.hour, "weekday": when.weekday, "since": clock.now(), "made_by": by}
    scope = facts.pop("scope")
    made, _is_new = Subscription.objects.update_or_create(user=reader, span=when.span, scope=scope, defaults=facts)
    return made


@action(permissions.UNSUBSCRIBE)
def unsubscribe(subscription: Subscription, *, by: User) -> Subscription:
    Subscription.objects.filter(pk=subscription.pk).delete()
    return subscription


@action(permissions.MAKE_REPORT)
def make_report(centre: Centre, *, by: User, place: Place, span: str, day: date, today: date) -> StandingReport:
    """Of the period this day lies in, once it is over; one that was made stays as it is."""
    if span not in Span.values:
        raise NotValid("improvement.span_unknown")
    period = period_of(day, span)
    if period.last >= today:
        raise NotNow("improvement.period_runs", last=period.last)
    permissions.enter_place(place.site, place.team, place.post, by)
    return _report_of(place, period)


@action(permissions.DELIVER)
def deliver_report(subscription: Subscription, *, by: User, first: date) -> Delivery | None:
    """Made if it was not, and brought to one inbox. Whoever lost the right to it meanwhile gets none."""
    held = Place(subscription.site, subscription.team, subscription.post)
    if not permissions.may_see_place(held.site, held.team, held.post, subscription.user):
        return None
    report = _report_of(held, period_of(first, subscription.span))
    made, is_new = Delivery.objects.get_or_create(report=report, user=subscription.user, defaults={"at": clock.now()})
    if is_new:
        duties.delivered(made)
    return made if is_new else None


@action(permissions.SEE_REPORT)
def read_report(report: StandingReport, *, by: User) -> StandingReport:
    """The receipt of whoever it was brought to."""
    report.deliveries.filter(user=by, read_at=None).update(read_at=clock.now())
    duties.report_read(report, by.pk)
    return report


def _report_of(place: Place, period: Period) -> StandingReport:
    found = StandingReport.objects.filter(scope=place.scope, span=period.span, first=period.first).first()
    if found:
        return found
    told = {**_told(place, period), "parts": _parts(place, period)}
    facts = {**place.fields(), "last": period.last, "told": told, "made_at": clock.now()}
    scope = facts.pop("scope")
    with transaction.atomic():
        made, _is_new = StandingReport.objects.get_or_create(
            scope=scope, span=period.span, first=period.first, defaults=facts
        )
    return made


def _told(place: Place, period: Period) -> dict[str, object]:
    is_by_month = period.span in MONTHS
    now, before = (
        kept(sums_over(place.scope, one.first, one.last, is_by_month=is_by_month)) for one in (period, period.before)
    )
    return {"now": now, "before": before}


def _parts(place: Place, period: Period) -> list[dict[str, object]]:
    """The teams of a site, the sites of the centre; of a team or a post there are none."""
    if place.team or place.post:
        return []
    kind, rows = (TEAM, place.site.teams.all()) if place.site else (SITE, Site.objects.all())
    keys = list(rows.order_by("name").values_list("pk", flat=True))
    found = parts_over(kind, keys, period.first, period.last, is_by_month=period.span in MONTHS)
    return [{"kind": kind, "key": key, "now": kept(sums)} for key, sums in found]
