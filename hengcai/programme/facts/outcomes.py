"""What training might have changed, person by month: marks of heard contacts, monthly points, operational figures."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import Avg, Min
from django.db.models.functions import TruncMonth

from hengcai.appraisal.models import Result
from hengcai.base.days import day_of
from hengcai.interactions.models import Measure
from hengcai.people.models import Placement
from hengcai.programme.rules.verdicts import Outcome
from hengcai.quality.models import Evaluation
from hengcai.training.models import Enrolment, Seat

QUALITY, MONTH = "quality", "month"
OUTCOMES = (
    Outcome(QUALITY, 1, 2.0),  # points of 100
    Outcome(MONTH, 1, 2.0),
    Outcome("handling_time", -1, 20.0),  # seconds
    Outcome("satisfaction", 1, 0.02),
    Outcome("first_contact_resolution", 1, 0.02),
)
Row = tuple[str, str, float]  # person, month, value


@dataclass(frozen=True)
class Held:
    """`starts`: person → month of the first training. `teams`: person → team, whose people are not independent.
    `elsewhere`: how many were left out since they took another course instead: what that did would be held against this one.
    `every`: theirs as well; at a line they stand on both sides alike."""

    rows: list[Row]
    starts: dict[str, str]
    teams: dict[str, str]
    elsewhere: int = 0
    every: list[Row] = field(default_factory=list)


def held(course: str, outcome: Outcome, *, until: date, since: date | None = None) -> Held:
    """Everybody with values of this outcome, trained in it or in nothing. `since`: the day the course was revised; whoever took
    it before took another course."""
    trained = first_trained(course, until=until).items()
    starts = {str(person): _month(day) for person, day in trained if since is None or day >= since}
    others = {str(person) for person in trained_in_any(until=until)} - starts.keys()
    rows = list(_values(outcome, until))
    people = {person for person, _month, _value in rows}
    kept = [row for row in rows if row[0] not in others]
    known = {one: month for one, month in starts.items() if one in people}
    return Held(kept, known, _teams(people - others), len(people & others), rows)


def trained_in_any(*, until: date) -> set[int]:
    """Everybody who finished a course or came to a session by then."""
    done = Enrolment.objects.filter(state=Enrolment.State.FINISHED, ended_on__lte=until)
    came = Seat.objects.filter(state=Seat.State.ATTENDED, session__starts_at__date__lte=until)
    return {*done.values_list("person_id", flat=True), *came.values_list("person_id", flat=True)}


def first_trained(course: str, *, until: date) -> dict[int, date]:
    """Person → day they first finished the course or came to a session of it."""
    done = Enrolment.objects.filter(course__code=course, state=Enrolment.State.FINISHED, ended_on__lte=until)
    found = dict(done.values_list("person").annotate(day=Min("ended_on")).values_list("person", "day"))
    came = Seat.objects.filter(session__course__code=course, state=Seat.State.ATTENDED)
    for person, moment in came.values_list("person").annotate(at=Min("session__starts_at")).values_list("person", "at"):
        day = day_of(moment, settings.TIME_ZONE)
        if day <= until:
            found[person] = min(found.get(person, day), day)
    return found


def _values(outcome: Outcome, until: date) -> Iterable[Row]:
    if outcome.code == QUALITY:
        return _evaluations(until)
    if outcome.code == MONTH:
        return _months(until)
    rows = Measure.objects.filter(code=outcome.code, period_end__lte=until)
    monthly = rows.annotate(month=TruncMonth("period_start")).values("agent", "month").annotate(mean=Avg("value"))
    return ((str(one["agent"]), _month(one["month"]), float(one["mean"])) for one in monthly.order_by("agent", "month"))


def _evaluations(until: date) -> Iterable[Row]:
    """Published marks; one month's mean each, so that who is heard more weighs no more."""
    rows = Evaluation.objects.filter(is_current=True, state="published", total__isnull=False, contact_on__lte=until)
    monthly = rows.annotate(month=TruncMonth("contact_on")).values("agent", "month").annotate(mean=Avg("total"))
    return ((str(one["agent"]), _month(one["month"]), float(one["mean"])) for one in monthly.order_by("agent", "month"))


def _months(until: date) -> Iterable[Row]:
    rows = Result.objects.filter(
        is_current=True, final__isnull=False, participant__cycle__kind="month", participant__cycle__state="published",
        participant__cycle__period_end__lte=until,
    ).values_list("participant__person", "participant__cycle__period_end", "final")  # fmt: skip
    return (
        (str(person), _month(day), float(final or 0)) for person, day, final in rows.order_by("participant__person")
    )


def _teams(people: Collection[str]) -> dict[str, str]:
    """The team each stands in last; a person of none is a team of one."""
    rows = Placement.objects.filter(team__isnull=False).order_by("person_id", "since")
    found = {str(person): str(team) for person, team in rows.values_list("person_id", "team_id")}
    return {one: found.get(one, f"alone-{one}") for one in people}


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
