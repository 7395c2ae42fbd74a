"""Whom a notice is for on a day: everybody employed then, of the teams, posts and skill groups it names."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from hengcai.bulletins.models import Bulletin
from hengcai.people.models import Placement, SkillTerm
from hengcai.people.permissions import on_day
from hengcai.people.queries.days import placements_on, staff_on


def placements_meant(bulletin: Bulletin, day: date) -> QuerySet[Placement]:
    """Where they stand; its author has read it by writing it."""
    rows = placements_on(day).filter(person__in=staff_on(day).values("pk")).exclude(person__user=bulletin.made_by_id)
    return rows.filter(_condition(_keys(bulletin, "teams"), _keys(bulletin, "posts"), bulletin.skills, day))


def is_meant(bulletin: Bulletin, day: date, person: int) -> bool:
    return placements_meant(bulletin, day).filter(person=person).exists()


def _keys(bulletin: Bulletin, name: str) -> list[int]:
    return list(getattr(bulletin, name).values_list("pk", flat=True))


def _condition(teams: Collection[int], posts: Collection[int], skills: Collection[str], day: date) -> Q:
    """Of each kind that is named, one has to fit."""
    found = Q()
    if teams:
        found &= Q(team__in=teams)
    if posts:
        found &= Q(post__in=posts)
    if skills:
        able = SkillTerm.objects.filter(on_day(day), skill_group__in=list(skills))
        found &= Q(person__in=able.values("agent"))
    return found
