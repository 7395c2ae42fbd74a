"""Who sees which contacts, and who brings files in. Analysts open contacts through assignments, not here."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.base.days import within_reach
from hengcai.base.errors import NotAllowed
from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import ADMIN, AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.interactions.kinds.registry import KINDS, handler_of
from hengcai.interactions.models import ImportDraft, ImportRun
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import either, led, led_by, of_led_teams, own

Term = tuple[date, date | None, str | None]


def during(placements: QuerySet[Placement]) -> Q:
    """Contacts of the people placed, on the days of their placements."""
    terms: dict[Term, list[int]] = defaultdict(list)
    for person, *term in placements.values_list("person", "since", "until", "team__site__time_zone"):
        terms[tuple(term)].append(person)  # type: ignore[index]
    rows = Q(pk__in=[])
    for term_of_all, people in terms.items():
        rows |= Q(agent__in=people) & _within(term_of_all)
    return rows


def _within(term: Any) -> Q:
    since, until, zone = term
    return started_on(since, until, zone=zone or settings.TIME_ZONE)


def started_on(first: date | None, last: date | None, *, zone: str) -> Q:
    """Contacts that started on these days of this zone, both included; an open end is None."""
    return midnights("started_at", first, last, zone=zone)


def midnights(moment: str, first: date | None, last: date | None, *, zone: str) -> Q:
    """Rows whose moment falls on these days of this zone."""
    rows = Q()
    if first:
        rows &= Q(**{f"{moment}__gte": _midnight(within_reach(first), zone)})
    if last:
        rows &= Q(**{f"{moment}__lt": _midnight(within_reach(last) + timedelta(days=1), zone)})
    return rows


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))


def of_a_lead(user: Doer) -> Q:
    """Own ones, those of people led today, and those dated within the own term.

    Naming the people first lets the database go by agent instead of walking through all contacts by date.
    """
    now = set(led_by(user).values_list("pk", flat=True))
    now |= set(Person.objects.filter(user=user.pk).values_list("pk", flat=True))
    placed = Placement.objects.filter(lead__user=user.pk)
    everyone = now | set(placed.values_list("person", flat=True))
    return Q(agent__in=everyone) & (Q(agent__in=now) | during(placed))


WHOLE_CENTRE = (QUALITY_SUPERVISOR, GROUP, HEAD)
SEE = Permission(
    "interactions.contact.see",
    {
        AGENT: own("agent"),
        LEAD: of_a_lead,
        **dict.fromkeys(WHOLE_CENTRE, everything),
    },
)


def of_led(user: Doer) -> Q:
    """Of a lead's people, not of the lead."""
    return of_a_lead(user) & ~Q(agent__user=user.pk)


HEAR = Permission("interactions.recording.hear", {LEAD: of_led})
HEAR_ANY = Permission("interactions.recording.hear_any", dict.fromkeys(WHOLE_CENTRE, everything))  # with a reason
HEAR_UNMASKED = Permission(
    "interactions.recording.hear_unmasked", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), everything)
)
READ_UNMASKED = Permission("interactions.contact.read_unmasked", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), everything))
ADD_RECORDING = Permission("interactions.recording.add", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), everything))


def given_to(user: Doer) -> Q:
    """Those an analyst was given to score."""
    return Q(assignments__analyst=user.pk)


FLAG = Permission(
    "interactions.contact.flag",
    {ANALYST: given_to, LEAD: of_led, **dict.fromkeys((QUALITY_SUPERVISOR, GROUP), everything)},
)


def judged_of_oneself(user: Doer) -> Q:
    return Q(agent__user=user.pk) & ~Q(judged="open")


def of_others(user: Doer) -> Q:
    return ~Q(agent__user=user.pk)


def of_led_today(user: Doer) -> Q:
    return Q(agent__in=led_by(user)) & of_others(user)


SEE_COMPLAINTS = Permission(
    "interactions.complaint.see",
    {AGENT: judged_of_oneself, LEAD: of_led_today, **dict.fromkeys(WHOLE_CENTRE, of_others)},
)
JUDGE_COMPLAINT = Permission(
    "interactions.complaint.judge", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), of_others), never=frozenset({HR})
)
SEE_PRAISE = Permission(
    "interactions.praise.see", {AGENT: own("agent"), LEAD: of_led_today, **dict.fromkeys(WHOLE_CENTRE, everything)}
)
EVERYBODYS_FIGURES = dict.fromkeys((*WHOLE_CENTRE, HR, TRAINER), everything)
SEE_OPERATIONS = Permission(
    "interactions.operation.see",
    {AGENT: own("agent"), LEAD: either(own("agent"), led("agent"), of_led_teams), **EVERYBODYS_FIGURES},
)
SEE_IMPORTED = Permission(
    "interactions.measure.see", {AGENT: own("agent"), LEAD: either(own("agent"), led("agent")), **EVERYBODYS_FIGURES}
)
COUNT_OPERATIONS = Permission("interactions.operation.count", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), everything))
IMPORT = Permission("interactions.file.import", dict.fromkeys((ADMIN, GROUP, QUALITY_SUPERVISOR), everything))
EXPORT = Permission("interactions.contact.export", dict.fromkeys((ADMIN, GROUP, QUALITY_SUPERVISOR, HEAD), everything))
EXPORT_UNMASKED = Permission("interactions.contact.export_unmasked", {ADMIN: everything})


FIRST_KINDS = (
    "contacts",
    "people",
    "measures",
    "complaints",
    "complaint-records",
    "praise",
    "ticket-steps",
    "shifts",
    "absences",
    "skill-groups",
    "calendar",
)


def kinds_open_to(user: Doer) -> list[str]:
    """The kinds of file this user may bring in, the everyday ones first."""
    order = [kind for kind in FIRST_KINDS if kind in KINDS] + [kind for kind in KINDS if kind not in FIRST_KINDS]
    return [kind for kind in order if KINDS[kind].permission.is_held_by(user)]


def of_those_kinds(user: Doer) -> Q:
    return Q(kind__in=kinds_open_to(user))


SEE_RUNS = Permission("interactions.import.see", dict.fromkeys((ADMIN, GROUP, QUALITY_SUPERVISOR, HR), of_those_kinds))


class OfItsKind:
    """The gate of a run: the permission its kind of file asks for. Before there is a run, any kind opens it."""

    def enter(self, thing: Any, user: Doer) -> None:
        if isinstance(thing, ImportRun):
            handler_of(thing.kind).permission.enter(thing, user)
        elif isinstance(thing, ImportDraft):
            handler_of(thing.kind).permission.enter([], user)
            if thing.made_by != user.pk:
                raise NotAllowed("permission.reach", permission=IMPORT.code)
        elif not kinds_open_to(user):
            raise NotAllowed("permission.role", permission=IMPORT.code)


OF_ITS_KIND = OfItsKind()
