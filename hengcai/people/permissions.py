"""Whom a person reaches: oneself, those one leads (down the line), everybody."""

from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from hengcai.base import clock
from hengcai.base.permissions import Doer, Permission, Reach, everything
from hengcai.base.roles import ADMIN, AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.models import Person, Placement, Team

DEPTH = 3  # lead → supervisor → site head
UNDER = """
WITH RECURSIVE under (person_id, depth) AS (
    SELECT placement.person_id, 1 FROM people_placement placement
    JOIN people_person superior ON superior.id = placement.lead_id
    WHERE superior.user_id = %s AND placement.since <= %s AND (placement.until IS NULL OR placement.until >= %s)
    UNION
    SELECT placement.person_id, under.depth + 1 FROM under
    JOIN people_placement placement ON placement.lead_id = under.person_id
    WHERE under.depth < %s AND placement.since <= %s AND (placement.until IS NULL OR placement.until >= %s)
)
SELECT person_id FROM under
"""


def on_day(day: date) -> Q:
    """Placements that hold on a day; both ends included."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def led_by(user: Doer, *, day: date | None = None) -> QuerySet[Person]:
    """Everyone who stands under this user that day, directly or through leads of leads."""
    return Person.objects.filter(pk__in=_led_by(user, day or clock.today()))


def _led_by(user: Doer, day: date) -> RawSQL:
    """Their ids, as one expression: it goes into most of a lead's queries, and built anew from querysets each time it
    cost more than the queries."""
    return RawSQL(UNDER, (user.pk, day, day, DEPTH, day, day))  # noqa: S611 - a fixed text


def own(path: str = "") -> Reach:
    """Rows whose person at `path` is the user."""
    return lambda user: Q(**{f"{path}__user" if path else "user": user.pk})


def led(path: str = "") -> Reach:
    """Rows whose person at `path` the user leads today."""
    return lambda user: Q(**{f"{path}__in" if path else "pk__in": _led_by(user, clock.today())})


def led_then(placement_path: str) -> Reach:
    """Rows dated within the user's own term: the placement noted with them names the user as lead.

    Asked by the placement's id, so that an index finds the rows: a condition on a joined table would visit them all.
    """
    return lambda user: Q(**{f"{placement_path}__in": Placement.objects.filter(lead__user=user.pk).values("pk")})


def either(*reaches: Reach) -> Reach:
    def union(user: Doer) -> Q:
        rows = Q(pk__in=[])
        for reach in reaches:
            rows |= reach(user)
        return rows

    return union


WHOLE_CENTRE = (HR, GROUP, HEAD, QUALITY_SUPERVISOR, TRAINER, ANALYST)
_EVERYBODY: dict[str, Reach] = dict.fromkeys((*WHOLE_CENTRE, ADMIN), everything)
SEE = Permission("people.person.see", {AGENT: own(), LEAD: either(own(), led()), **_EVERYBODY})


def led_teams(user: Doer) -> Q:
    """Teams in which somebody stands today whom the user leads."""
    there = Placement.objects.filter(on_day(clock.today()), person__in=_led_by(user, clock.today()))
    return Q(pk__in=there.values("team"))


def of_led_teams(user: Doer) -> Q:
    """Rows of the teams the user leads; those of a whole site have no team and are for who answers for all of it."""
    return Q(team__in=Team.objects.filter(led_teams(user)).values("pk"))


SEE_TEAMS = Permission("people.team.see", {LEAD: led_teams, **_EVERYBODY})
MANAGE = Permission("people.person.manage", {ADMIN: everything, HR: everything})
IMPORT = Permission("people.file.import", {ADMIN: everything, HR: everything})
SETTLE_TIME = Permission("people.time.settle", {ADMIN: everything, HR: everything})
SEE_TIME = Permission("people.time.see", dict.fromkeys((ADMIN, HR, HEAD, GROUP, QUALITY_SUPERVISOR, LEAD), everything))
SEE_ROSTER = Permission(
    "people.roster.see",
    {
        **dict.fromkeys((AGENT, ANALYST, TRAINER), own()),
        LEAD: either(own(), led()),
        **dict.fromkeys((ADMIN, HR, HEAD, GROUP, QUALITY_SUPERVISOR), everything),
    },
)
EXPORT = Permission("people.file.export", {ADMIN: everything, HR: everything})
