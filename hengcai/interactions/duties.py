"""What complaints ask of whom: to be judged, by anybody who may and whom they are not about."""

from collections.abc import Collection, Iterable

from django.conf import settings

from hengcai.accounts.queries import holders_of
from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.inbox.models import Duty
from hengcai.interactions import permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.lookups import slices
from hengcai.people.queries.calendar import the_calendar

JUDGE = "complaint.judge"
UP = (HEAD, GROUP, QUALITY_SUPERVISOR)
register(Kind(JUDGE, "interactions.complaint", "see-complaint", "list-complaints", "list-complaints", up=UP))


def complaints_came(complaints: Iterable[Complaint]) -> None:
    """Counted from the day they are known here; of one that waits already the last day stays as it was."""
    open_duties(JUDGE, _owed({one.pk for one in complaints if one.judged == Complaint.Judged.OPEN}))


def missing() -> dict[str, list[Owed]]:
    """Of complaints that were open before the inbox knew of them."""
    return {JUDGE: _owed(set(Complaint.objects.filter(judged=Complaint.Judged.OPEN).values_list("pk", flat=True)))}


def _owed(keys: Collection[int]) -> list[Owed]:
    due_on, found = the_calendar().add(clock.today(), settings.COMPLAINT_DAYS).date, []
    for some in slices(sorted(set(keys) - _waiting(keys))):
        rows = Complaint.objects.filter(pk__in=some).select_related("agent", "contact")
        for user in holders_of(permissions.JUDGE_COMPLAINT):
            reached = permissions.JUDGE_COMPLAINT.rows(rows, user)
            found += [Owed(user.pk, one.pk, due_on, _what(one)) for one in reached]
    return found


def complaints_settled(keys: Collection[int]) -> None:
    settle_duties(JUDGE, keys)


def _waiting(keys: Collection[int]) -> set[int]:
    found: set[int] = set()
    for some in slices(keys):
        rows = Duty.objects.filter(kind=JUDGE, source_id__in=some, done_at=None)
        found.update(rows.values_list("source_id", flat=True))
    return found


def _what(one: Complaint) -> str:
    return one.contact.key if one.contact else one.agent.number
