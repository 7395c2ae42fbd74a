"""Whom somebody may brief: the people of a team on a day."""

from datetime import date

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.people.models import Person, Placement, Team
from hengcai.people.permissions import on_day
from hengcai.people.queries.seen import teams_seen_by


def members_on(team: Team, day: date) -> QuerySet[Person]:
    there = Placement.objects.filter(on_day(day), team=team)
    return Person.objects.filter(pk__in=there.values("person")).select_related("user").order_by("name_key", "number")


def teams_to_brief(user: Doer) -> QuerySet[Team]:
    return teams_seen_by(user)


def may_brief(user: Doer, team: Team) -> bool:
    return teams_to_brief(user).filter(pk=team.pk).exists()
