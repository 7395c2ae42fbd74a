"""Who is asked: agents employed on the day, of everybody or of chosen teams and posts, each with where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from hengcai.assessment.models import Invitee, Survey
from hengcai.assessment.rules.tenure import tenure_of
from hengcai.base.roles import AGENT
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.permissions import on_day


@dataclass(frozen=True)
class Audience:
    """Ids of teams and posts; empty: all of them."""

    teams: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()


def agents_there(audience: Audience, on: date) -> QuerySet[Placement]:
    """Their placements that day; leads, trainers and the like are not asked."""
    employed = Employment.objects.filter(Q(left_on=None) | Q(left_on__gte=on), hired_on__lte=on)
    rows = Placement.objects.filter(on_day(on), person__in=employed.values("person"), team__isnull=False)
    rows = rows.filter(Q(person__user=None) | Q(person__user__role_grants__role=AGENT)).distinct()
    leading = Placement.objects.filter(on_day(on), lead__isnull=False).values("lead")
    rows = rows.exclude(person__in=leading)
    rows = rows.filter(team__in=audience.teams) if audience.teams else rows
    return rows.filter(post__in=audience.posts) if audience.posts else rows


def invitees_of(survey: Survey, audience: Audience, on: date) -> tuple[list[Invitee], int]:
    """Those who can answer, and how many cannot because they have no account."""
    placements = list(agents_there(audience, on).select_related("person__user").order_by("person_id"))
    reached = [one for one in placements if one.person.user is not None and one.person.user.is_active]
    hired = hired_days([one.person for one in reached], on)
    rows = [
        Invitee(survey=survey, person=one.person, team_id=one.team_id, post_id=one.post_id,
                tenure=tenure_of(hired.get(one.person_id), on))
        for one in reached
    ]  # fmt: skip
    return rows, len(placements) - len(reached)


def hired_days(people: Sequence[Person], on: date) -> dict[int, date]:
    """The day the present episode began."""
    rows = Employment.objects.filter(hired_on__lte=on).order_by("hired_on")
    found = rows.filter(person__in=[one.pk for one in people]) if len(people) <= 500 else rows
    return dict(found.values_list("person", "hired_on"))
