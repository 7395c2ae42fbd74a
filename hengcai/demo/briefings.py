"""The visiting lead has held a briefing on two cases of the library: most were there, some have signed it as read, the
visiting agent has yet to."""

from collections.abc import Mapping

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.coaching.actions import brief_case, hold_briefing, read_briefing
from hengcai.coaching.briefed_people import members_on
from hengcai.coaching.library_models import LibraryCase
from hengcai.people.models import Team

SHOWN, AWAY = 2, 6  # cases; every so many-th is away


def brief_the_team(centre: Centre, users: Mapping[str, User], *, lead: str, agent: str) -> None:
    """Today's, of the team the agent stands in."""
    by, visitor, today = users[lead], users[agent], clock.today()
    cases = list(LibraryCase.objects.filter(state="shown").order_by("kind", "pk")[:SHOWN])
    team = Team.objects.filter(placements__person__user=visitor, placements__until=None).first()
    if not cases or team is None:
        return
    for case in cases:
        made = brief_case(centre, by=by, case=case, on=today, today=today)
    people = [one for one in members_on(team, today) if one.user_id != by.pk]
    present = [one.pk for n, one in enumerate(people) if n % AWAY or one.user_id == visitor.pk]
    hold_briefing(made, by=by, team=team, present=present, today=today)
    for number, one in enumerate(people):
        if one.user and one.user_id != visitor.pk and number % 2:
            read_briefing(made, by=one.user)
