"""A briefing was held: who of the team was there; each signs that they know of it."""

from collections.abc import Collection
from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.lengths import check_lengths
from hengcai.coaching import duties, permissions
from hengcai.coaching.briefed_people import may_brief, members_on
from hengcai.coaching.library_models import Attendee, Briefing
from hengcai.coaching.rules import library as rules
from hengcai.people.models import Team


@action(permissions.CHANGE_BRIEFING, unsaid={"words"})
def hold_briefing(
    briefing: Briefing, *, by: User, team: Team, present: Collection[int], words: str = "", today: date
) -> Briefing:
    """`present`: keys of the people who were there. All of the team are asked to read it, those away too."""
    check_lengths(words)
    rules.check_holding(briefing.on, today, case_count=briefing.cases.count(), is_held=briefing.held_at is not None)
    people = [one.pk for one in members_on(team, briefing.on) if one.user_id != by.pk]
    rules.check_team(is_seen=may_brief(by, team), people=people, present=present)
    Attendee.objects.bulk_create(
        [Attendee(briefing=briefing, person_id=one, is_present=one in set(present)) for one in people]
    )
    briefing.team, briefing.held_at, briefing.words = team, clock.now(), words.strip()
    briefing.save(update_fields=["team", "held_at", "words"])
    duties.briefed(briefing)
    return briefing


@action(permissions.READ_BRIEFING)
def read_briefing(briefing: Briefing, *, by: User) -> Briefing:
    """Signed as known, in one's own login; twice is once."""
    briefing.attendees.filter(person__user=by.pk, read_at=None).update(read_at=clock.now())
    duties.briefing_read(briefing, by.pk)
    return briefing
