"""First-contact resolution of a month by the record, for all agents asked about: two queries, read as they come."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, F, Func
from django.db.models.functions import Coalesce

from hengcai.appraisal.inputs import Period, zone
from hengcai.base import clock
from hengcai.base.days import bounds
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.first_contact import Piece, first_contacts

AT_ONCE = 5_000
A_DAY = timedelta(days=1)


class _Seconds(Func):
    """A moment as whole seconds: comparing numbers takes a tenth of the time of making moments of them."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="CAST(strftime('%%%%s', %(expressions)s) AS INTEGER)", **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "FLOOR(EXTRACT(EPOCH FROM %(expressions)s))::bigint"
        return self.as_sql(compiler, connection, template=template, **more)


def settled_counts(period: Period, agents: Collection[int] | None, *, days: int) -> dict[int, tuple[int, int]]:
    """Agent → how many first contacts were settled, of how many that can be judged by now. `agents` None: everybody's."""
    month = bounds(*period, zone())
    judged_to = _judged_to(month, days)
    if judged_to is None:
        return {}
    found: dict[int, tuple[int, int]] = {}
    pieces = _pieces(month, agents, days)
    for one in first_contacts(pieces, month=_seconds(*month), judged_to=_seconds(judged_to)[0], days=days):
        part, whole = found.get(one.agent, (0, 0))
        found[one.agent] = part + one.is_settled, whole + 1
    return found


def _judged_to(month: Sequence[datetime], days: int) -> datetime | None:
    """The newest contact whose matter is known tells how far the record reaches; None where it tells nothing."""
    rows = Contact.objects.filter(started_at__gte=month[0], started_at__lt=month[1] + 2 * days * A_DAY)
    newest = rows.filter(matter_key__isnull=False).order_by("-started_at").values_list("started_at", flat=True).first()
    return None if newest is None else min(newest, clock.now())


def _pieces(month: Sequence[datetime], agents: Collection[int] | None, days: int) -> Iterator[Piece]:
    around = {"started_at__gte": month[0] - (days + 1) * A_DAY, "started_at__lt": month[1] + days * A_DAY + A_DAY}
    rows = Contact.objects.filter(**around, matter_key__isnull=False)
    if agents is not None:
        theirs = Contact.objects.filter(agent__in=agents, started_at__gte=month[0], started_at__lt=month[1])
        rows = rows.filter(matter_key__in=theirs.filter(matter_key__isnull=False).values("matter_key"))
    rows = rows.order_by("matter_key", "started_at", "pk")
    starts, ends = _Seconds(F("started_at")), _Seconds(Coalesce("ended_at", "started_at"))
    told = rows.values_list("matter_key", starts, ends, "channel", "agent_id", "is_resolved_first")
    return map(Piece._make, told.iterator(chunk_size=AT_ONCE))


def _seconds(*moments: datetime) -> Any:
    return tuple(int(moment.timestamp()) for moment in moments)
