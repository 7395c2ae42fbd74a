"""What a published result asks of whom: its person to read and to answer it, their superior to hold the interview."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.utils.timezone import localtime

from hengcai.accounts.models import SYSTEM, RoleGrant
from hengcai.base import clock
from hengcai.base.roles import HEAD, HR, LEAD
from hengcai.inbox.duties import Owed, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day
from hengcai.records.models import Record

RECORD, PAGE, LISTING = "records.record", "see-record", "list-records"
NOTICE, SIGN, INTERVIEW, APPOINTED = "record.notice", "record.sign", "record.interview", "record.appointed"
register(
    Kind(NOTICE, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(SIGN, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(APPOINTED, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(INTERVIEW, RECORD, PAGE, LISTING, LISTING, up=(LEAD, HR, HEAD)),
)


def opened(records: Collection[Record], codes: Mapping[int, str], users: Mapping[int, int]) -> None:
    """`codes`: cycle → code; `users`: person → sign-in, for those who have one. Who may sign already is asked to."""
    told = [one for one in records if one.person_id in users]
    to_sign, to_read = _parted(told)
    open_duties(SIGN, [Owed(users[one.person_id], one.pk, one.sign_by, codes[one.cycle_id]) for one in to_sign])
    open_duties(NOTICE, [Owed(users[one.person_id], one.pk, one.appeal_by, codes[one.cycle_id]) for one in to_read])
    _interviews([one for one in records if one.needs_interview], codes, users)


def appointed(record: Record, at: datetime) -> None:
    """A changed appointment is a new one: it is told again."""
    settle_duties(APPOINTED, [record.pk])
    if record.person.user_id:
        day = localtime(at)
        open_duties(APPOINTED, [Owed(record.person.user_id, record.pk, day.date(), f"{day:%m-%d %H:%M}")])


def interviewed(record: Record) -> None:
    settle_duties((INTERVIEW, NOTICE, APPOINTED), [record.pk])
    if record.person.user_id:
        open_duties(SIGN, [Owed(record.person.user_id, record.pk, record.sign_by, record.cycle.code)])


def lengthened(record: Record) -> None:
    put_off_duties(SIGN, [record.pk], due_on=record.sign_by)


def answered(records: Iterable[int]) -> None:
    settle_duties((NOTICE, SIGN, INTERVIEW, APPOINTED), list(records))


def _parted(records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    parts: tuple[list[Record], list[Record]] = ([], [])
    for one in records:
        parts[one.needs_interview].append(one)
    return parts


def _interviews(records: Collection[Record], codes: Mapping[int, str], users: Mapping[int, int]) -> None:
    """With whoever leads them today; of those nobody leads, with HR."""
    leads = _leads()
    office = _office() if any(one.person_id not in leads for one in records) else []
    open_duties(INTERVIEW, [
        Owed(user, one.pk, one.interview_by, codes[one.cycle_id])
        for one in records
        for user in leads.get(one.person_id, office)
        if user != users.get(one.person_id)
    ])  # fmt: skip


def _leads() -> dict[int, list[int]]:
    rows = Placement.objects.filter(on_day(clock.today()), lead__user__is_active=True)
    return {person: [user] for person, user in rows.values_list("person", "lead__user")}


def _office() -> list[int]:
    rows = RoleGrant.objects.filter(role=HR, user__is_active=True).exclude(user__username=SYSTEM)
    return sorted(set(rows.values_list("user", flat=True)))
