"""A quarter's finals added up by team, beside those of the quarter before. Builds rows; the actions write them."""

from django.db.models import QuerySet

from hengcai.appraisal.models import Cycle, Result, TeamQuarter
from hengcai.people.rules.sums import Units, added, sums_of

COLUMNS = ("participant__placement__team__site", "participant__placement__team", "participant__person", "final")


def team_quarters(cycle: Cycle) -> list[TeamQuarter]:
    """People stand where the cycle says they stood; who has no score, or faces no customers, is left out."""
    earlier = _computed().filter(period_end__lt=cycle.period_start).order_by("-period_end", "code").first()
    found = sums_of(_units(earlier) if earlier else {}, _units(cycle))
    return [TeamQuarter(cycle=cycle, site_id=one.site, team_id=one.team, moments=one.moments) for one in found]


def following(cycle: Cycle) -> Cycle | None:
    """The quarter that looks back on this one."""
    return _computed().filter(period_start__gt=cycle.period_end).order_by("period_end", "code").first()


def _computed() -> QuerySet[Cycle]:
    return Cycle.objects.filter(kind=Cycle.Kind.QUARTER, state__in=Cycle.COMPUTED)


def _units(cycle: Cycle) -> Units:
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True, final__isnull=False)
    rows = rows.filter(participant__post__is_frontline=True, participant__placement__team__isnull=False).order_by()
    return added(((site, team), person, float(final)) for site, team, person, final in rows.values_list(*COLUMNS))
