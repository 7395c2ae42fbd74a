"""Which cards hold: what contacts may be given out on, by day, channel and post."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from hengcai.base import clock
from hengcai.interactions.models import Contact
from hengcai.quality.models import Scorecard
from hengcai.quality.placing import posts_of


def scorecards_in_force(channel: str = "") -> QuerySet[Scorecard]:
    """What contacts may be given out on today."""
    return cards_holding(clock.today(), channel)


def cards_holding(day: date, channel: str = "") -> QuerySet[Scorecard]:
    begun = Q(holds_from=None) | Q(holds_from__lte=day)
    lasting = Q(holds_until=None) | Q(holds_until__gte=day)
    rows = Scorecard.objects.filter(begun, lasting, state=Scorecard.State.PUBLISHED).order_by("channel", "code")
    return rows.filter(channel=channel) if channel else rows


def others_that_hold(scorecard: Scorecard, day: date) -> list[Scorecard]:
    """Other cards for the same channel, in force that day or due to be: of these it must be said which one holds."""
    lasting = Q(holds_until=None) | Q(holds_until__gte=day)
    rows = Scorecard.objects.filter(lasting, channel=scorecard.channel, state=Scorecard.State.PUBLISHED)
    return list(rows.exclude(code=scorecard.code).order_by("code", "number"))


def own_cards(contacts: Iterable[Contact]) -> dict[int, Scorecard | None]:
    """Contact → the card that holds for its channel and its agent's post, today; the one kept for the post first."""
    contacts = list(contacts)
    rows, posts = list(scorecards_in_force()), posts_of(contacts)
    return {one.pk: _own(rows, one.channel, posts[one.pk]) for one in contacts}


def _own(rows: Sequence[Scorecard], channel: str, post: str | None) -> Scorecard | None:
    fit = [row for row in rows if row.channel == channel and (not row.posts or post in row.posts)]
    return min(fit, key=lambda row: not row.posts, default=None)
