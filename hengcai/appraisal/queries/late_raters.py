"""Who has not rated: per rater of a cycle how many people, since when, and when they were last reminded of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min, Q, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Nudge, RatingTask
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day
from hengcai.people.queries.calendar import the_calendar

BY_NAME = ("name_key", "number", "pk")
LATE_ORDERS = Orders({
    "rater": BY_NAME, "open": ("open", *BY_NAME), "late": ("late", *BY_NAME), "due": ("oldest?", *BY_NAME),
})  # fmt: skip


def raters_out(cycle: Cycle, user: Doer, *, today: date) -> QuerySet[Person]:
    """Everybody with a form to send in this cycle: `open` of them, `late` of those, the `oldest` due day."""
    permissions.SEE_CYCLE.enter([], user)
    here = Q(rating_tasks__participant__cycle=cycle, rating_tasks__state=RatingTask.State.OPEN)
    is_late = Q(rating_tasks__due_on__lt=today)
    return Person.objects.filter(here).annotate(
        open=Count("rating_tasks"), late=Count("rating_tasks", filter=is_late),
        oldest=Min("rating_tasks__due_on", filter=is_late),
    ).order_by("-late", *BY_NAME)  # fmt: skip


@dataclass(frozen=True)
class RaterOut:
    """`days`: working days since the oldest of them was due; `has_login`: whether a reminder reaches them here."""

    rater: Person
    team: str
    open: int
    late: int
    oldest: date | None
    days: int
    nudged_on: date | None
    has_login: bool


def lines_of(cycle: Cycle, raters: Sequence[Person], *, today: date) -> list[RaterOut]:
    """Of one page: the same few queries however many there are."""
    calendar, keys = the_calendar(), [one.pk for one in raters]
    placed = Placement.objects.filter(on_day(today), person__in=keys, team__isnull=False)
    teams = dict(placed.values_list("person_id", "team__name"))
    nudged = dict(
        Nudge.raters.through.objects.filter(nudge__cycle=cycle, person__in=keys)
        .order_by("nudge__on").values_list("person_id", "nudge__on")
    )  # fmt: skip
    return [
        RaterOut(
            one, teams.get(one.pk, ""), facts["open"], facts["late"], facts["oldest"],
            calendar.until(facts["oldest"], today).days if facts["oldest"] else 0, nudged.get(one.pk),
            one.user_id is not None,
        )
        for one in raters
        if (facts := vars(one))
    ]  # fmt: skip


@dataclass(frozen=True)
class LateTally:
    raters: int
    forms: int
    late_raters: int
    late_forms: int


def tally_of(cycle: Cycle, *, today: date) -> LateTally:
    rows = RatingTask.objects.filter(participant__cycle=cycle, state=RatingTask.State.OPEN)
    late = Q(due_on__lt=today)
    return LateTally(**rows.aggregate(
        raters=Count("rater", distinct=True), forms=Count("pk"),
        late_raters=Count("rater", distinct=True, filter=late), late_forms=Count("pk", filter=late),
    ))  # fmt: skip


def nudges_of(cycle: Cycle) -> list[Nudge]:
    return list(cycle.nudges.select_related("by").annotate(count=Count("raters")).order_by(F("on").desc())[:10])


def is_nudged_today(cycle: Cycle, *, today: date) -> bool:
    return Nudge.objects.filter(cycle=cycle, on=today).exists()
