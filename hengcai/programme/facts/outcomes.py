"""What training might have changed, person by month: marks of heard contacts, monthly points, operational figures."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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
    Outcome("aht", -1, 15.0),  # seconds
    Outcome("csat", 1, 0.02),
    Outcome("fcr", 1, 0.02),
)
Row = tuple[str, str, float]  # person, month, value


@dataclass(frozen=True)
class Held:
    """`starts`: person → month of the first training. `teams`: person → team, whose people are not independent."""

    rows: list[Row]
    starts: dict[str, str]
    teams: dict[str, str]


def held(course: str, outcome: Outcome, *, until: date) -> Held:
    """Everybody with values of this outcome, trained or not."""
    rows = list(_values(outcome, until))
    people = {person for person, _month, _value in rows}
    starts = {str(person): _month(day) for person, day in first_trained(course, until=until).items()}
    return Held(rows, {one: month for one, month in starts.items() if one in people}, _teams(people))


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
