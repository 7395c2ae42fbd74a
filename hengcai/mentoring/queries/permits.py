"""Permits as lists and pages show them, who may take contacts, and who stands on the roster without being let."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.base.days import bounds
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.framework.models import Post
from hengcai.mentoring import permissions, states
from hengcai.mentoring.models import Demand, Part, Permit
from hengcai.mentoring.reading import asked_of, held_by, hired_on, parts_of, required
from hengcai.mentoring.rules.permits import KINDS, demand_for, is_passed, may_take
from hengcai.people.models import Person, Placement, Shift
from hengcai.people.permissions import on_day

ORDERS = Orders(
    {
        "person": ("person__name", "-pk"),
        "post": ("post__code", "skill_group", "-pk"),
        "state": ("state", "-pk"),
        "until": ("valid_until?", "-pk"),
    }
)


def permits_seen_by(user: Doer) -> QuerySet[Permit]:
    rows = Permit.objects.select_related("person", "post", "decider")
    return permissions.SEE_PERMIT.rows(rows, user).order_by("-opened_on", "-pk")


def permits_of(person: Person, user: Doer) -> QuerySet[Permit]:
    return permits_seen_by(user).filter(person=person)


def permit_to_print(user: Doer, number: int) -> Permit | None:
    return permits_seen_by(user).filter(pk=number).first()


def demands() -> QuerySet[Demand]:
    return Demand.objects.select_related("post").order_by("post__order", "post__code", "skill_group")


def moves_of(permit: Permit, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.PERMIT_MOVES, permit, user)]


def able_deciders() -> QuerySet[User]:
    rows = User.objects.filter(is_active=True, role_grants__role__in=permissions.DECIDERS)
    return rows.exclude(username="system").distinct().order_by("name", "pk")


@dataclass(frozen=True)
class PartShown:
    """What is asked of one part, the newest that was entered, and whether it is enough."""

    kind: str
    part: Part | None
    is_passed: bool


def parts_shown(permit: Permit) -> list[PartShown]:
    newest = {one.kind: one for one in permit.parts.order_by("pk")}
    asked, shown = asked_of(permit), parts_of(permit)
    return [PartShown(kind, newest.get(kind), is_passed(kind, shown.get(kind), asked)) for kind in KINDS]


def may_take_contacts(person: Person, post: Post, day: date, *, skill_group: str = "") -> bool:
    """Whether somebody may take contacts alone; for other packages to ask."""
    demand = demand_for(required(), post=post.pk, skill_group=skill_group)
    hired = hired_on({person.pk}, day).get(person.pk)
    return may_take(demand, held_by({person.pk})[person.pk], hired_on=hired, day=day)


@dataclass(frozen=True)
class Without:
    """Somebody who is on shift that day and would need a permit they do not have."""

    person: Person
    post: Post
    skill_group: str
    team: str


def without_permit(user: Doer, day: date) -> list[Without]:
    """Of the people one answers for; the same number of queries whoever is there."""
    asked = required()
    if not asked:
        return []
    groups = _on_shift(day)
    placed = Placement.objects.filter(on_day(day), person__in=groups, post__isnull=False)
    reached = permissions.SEE_WITHOUT.rows(Person.objects.filter(pk__in=list(groups)), user)
    rows = placed.filter(person__in=reached).select_related("person", "post", "team")
    there = list(rows.order_by("person__name", "person__number"))
    keys = {one.person_id for one in there}
    hired, held = hired_on(keys, day), held_by(keys)
    found = {}
    for one in there:
        for group in sorted(groups[one.person_id]):
            demand = demand_for(asked, post=one.post_id or 0, skill_group=group)
            may = may_take(demand, held[one.person_id], hired_on=hired.get(one.person_id), day=day)
            if demand and not may and one.post:
                line = Without(one.person, one.post, demand.skill_group, one.team.name if one.team else "")
                found[one.person_id, demand.skill_group] = line
    return list(found.values())


def _on_shift(day: date) -> dict[int, set[str]]:
    start, end = bounds(day, day, settings.TIME_ZONE)
    rows = Shift.objects.filter(starts_at__lt=end, starts_at__gte=start, kind=Shift.Kind.WORK)
    found: dict[int, set[str]] = defaultdict(set)
    for person, group in rows.values_list("agent_id", "skill_group"):
        found[person].add(group)
    return found
