"""The months' sums by team, made anew whenever something was published."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.quality import permissions
from hengcai.quality.models import Evaluation, TeamMonth
from hengcai.quality.rules.months import Scored, by_month, since

COLUMNS = (
    "placement__team__site", "placement__team", "agent", "assignment__contact", "contact_on", "total", "assignment",
)  # fmt: skip


@action(permissions.SUM_UP)
def sum_up_months(centre: Centre, *, by: User, today: date) -> Centre:
    """Of all teams, the months that are shown; older ones stay as they were."""
    found = by_month(_published(today), today=today)
    TeamMonth.objects.filter(month__in=found).delete()
    rows = [
        TeamMonth(site_id=one.site, team_id=one.team, month=month, moments=one.moments)
        for month, sums in found.items()
        for one in sums
    ]
    TeamMonth.objects.bulk_create(rows, batch_size=500)
    return centre


def _published(today: date) -> list[Scored]:
    """The newest published revision of each; a correction that still waits changes nothing yet."""
    rows = Evaluation.objects.filter(state=Evaluation.State.PUBLISHED, contact_on__gte=since(today))
    rows = rows.filter(total__isnull=False, placement__team__isnull=False).order_by("revision")
    newest = {row[-1]: row for row in rows.values_list(*COLUMNS).iterator(chunk_size=5000)}
    return [
        Scored((site, team), agent, contact, on, float(total))
        for site, team, agent, contact, on, total, _assignment in newest.values()
    ]
