"""The local day of a contact, and where its agent stood that day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.framework.models import Post
from hengcai.interactions.models import Contact
from hengcai.people.models import Placement

CHUNK = 500


def local_day(moment: datetime, placement: Placement | None) -> date:
    """In the site's zone; in the centre's where the agent had no site."""
    return moment.astimezone(ZoneInfo(_zone(placement))).date()


def _zone(placement: Placement | None) -> str:
    team = placement.team if placement else None
    return team.site.time_zone if team else str(settings.TIME_ZONE)


def placements_of(contacts: Iterable[Contact]) -> dict[int, Placement | None]:
    """Contact → its agent's placement on the contact's day."""
    contacts = list(contacts)
    known = _histories(sorted({contact.agent_id for contact in contacts}))
    return {contact.pk: _holding(known.get(contact.agent_id, ()), contact.started_at) for contact in contacts}


def placement_on(agent: int, moment: datetime) -> Placement | None:
    """Where an agent stood at a moment."""
    return _holding(_histories([agent]).get(agent, ()), moment)


def posts_of(contacts: Iterable[Contact]) -> dict[int, str | None]:
    """Contact → the code of its agent's post on the contact's day."""
    codes = dict(Post.objects.values_list("pk", "code"))
    placed = placements_of(contacts).items()
    return {key: codes.get(placement.post_id or 0) if placement else None for key, placement in placed}


def _histories(agents: Sequence[int]) -> Mapping[int, list[Placement]]:
    found: dict[int, list[Placement]] = defaultdict(list)
    for start in range(0, len(agents), CHUNK):
        rows = Placement.objects.filter(person__in=agents[start : start + CHUNK]).select_related("team__site")
        for placement in rows.order_by("since"):
            found[placement.person_id].append(placement)
    return found


def _holding(history: Iterable[Placement], moment: datetime) -> Placement | None:
    for placement in history:
        day = local_day(moment, placement)
        if placement.since <= day and (placement.until is None or day <= placement.until):
            return placement
    return None
