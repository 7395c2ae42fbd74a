"""What a published result asks of whom: its person to read and to answer it, their superior to hold the interview."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from django.utils.timezone import localtime

from hengcai.accounts.models import SYSTEM, RoleGrant
from hengcai.base import clock
from hengcai.base.roles import HEAD, HR, LEAD
from hengcai.inbox.duties import Owed, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day
from hengcai.records.models import PaperAnswer, Record

RECORD, PAGE, LISTING = "records.record", "see-record", "list-records"
NOTICE, SIGN, INTERVIEW, APPOINTED = "record.notice", "record.sign", "record.interview", "record.appointed"
PAPER, PAPER_CHECK, PAPER_COUNTED = "record.paper", "record.paper_check", "record.paper_counted"
register(
    Kind(NOTICE, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(SIGN, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(APPOINTED, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(PAPER, RECORD, PAGE, LISTING, LISTING, up=(LEAD, HR, HEAD)),
    Kind(PAPER_CHECK, RECORD, PAGE, LISTING, LISTING, up=(HEAD,)),
    Kind(PAPER_COUNTED, RECORD, PAGE, "see-my-results", lapses=True),
    Kind(INTERVIEW, RECORD, PAGE, LISTING, LISTING, up=(LEAD, HR, HEAD)),
)


def opened(records: Collection[Record], codes: Mapping[int, str], users: Mapping[int, int]) -> None:
    """`codes`: cycle → code; `users`: person → sign-in, for those who have one. Who may sign already is asked to."""
    told = [one for one in records if one.person_id in users]
    to_sign, to_read = _parted(told)
    open_duties(SIGN, [Owed(users[one.person_id], one.pk, one.sign_by, codes[one.cycle_id]) for one in to_sign])
    open_duties(NOTICE, [Owed(users[one.person_id], one.pk, one.appeal_by, codes[one.cycle_id]) for one in to_read])
    _with_leaders(INTERVIEW, [(one, one.interview_by) for one in records if one.needs_interview], codes, users)
    by_hand = [one for one in records if one.person_id not in users and not one.needs_interview]
    _with_leaders(PAPER, [(one, one.sign_by) for one in by_hand], codes, users)


def appointed(record: Record, at: datetime) -> None:
    """A changed appointment is a new one: it is told again."""
    settle_duties(APPOINTED, [record.pk])
    if record.person.user_id:
        day = localtime(at)
        open_duties(APPOINTED, [Owed(record.person.user_id, record.pk, day.date(), f"{day:%m-%d %H:%M}")])


def interviewed(record: Record) -> None:
    """Whoever has no sign-in is asked on paper, by those who lead them."""
    settle_duties((INTERVIEW, NOTICE, APPOINTED), [record.pk])
    user = record.person.user
    if user is not None and user.is_active:
        open_duties(SIGN, [Owed(user.pk, record.pk, record.sign_by, record.cycle.code)])
    else:
        _with_leaders(PAPER, [(record, record.sign_by)], {record.cycle_id: record.cycle.code}, {})


def lengthened(record: Record) -> None:
    for kind in (SIGN, PAPER):
        put_off_duties(kind, [record.pk], due_on=record.sign_by)


def answered(records: Iterable[int]) -> None:
    settle_duties((NOTICE, SIGN, INTERVIEW, APPOINTED, PAPER, PAPER_CHECK), list(records))


def paper_entered(record: Record, by: int) -> None:
    """Another of those who may confirm it is asked to, by the day on which it would have to be answered."""
    settle_duties(PAPER, [record.pk])
    others = [user for user in _holders((HR, HEAD)) if user not in (by, record.subject_id)]
    open_duties(PAPER_CHECK, [Owed(user, record.pk, _not_past(record.sign_by), record.cycle.code) for user in others])


def paper_counted(record: Record, day: date) -> None:
    """Whoever has a sign-in is told that a paper in their name counts."""
    user = record.person.user
    if user is not None and user.is_active:
        open_duties(PAPER_COUNTED, [Owed(user.pk, record.pk, day, record.cycle.code)])


def paper_returned(record: Record, paper: PaperAnswer) -> None:
    settle_duties(PAPER_CHECK, [record.pk])
    open_duties(PAPER, [Owed(paper.entered_by_id, record.pk, _not_past(record.sign_by), record.cycle.code)])


def _not_past(day: date) -> date:
    return max(day, clock.today())


def _parted(records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    parts: tuple[list[Record], list[Record]] = ([], [])
    for one in records:
        parts[one.needs_interview].append(one)
    return parts


def _with_leaders(
    kind: str, owed: Collection[tuple[Record, date | None]], codes: Mapping[int, str], users: Mapping[int, int]
) -> None:
    """With whoever leads them today; of those nobody leads, with HR."""
    leads = _leads()
    office = _holders((HR,)) if any(one.person_id not in leads for one, _day in owed) else []
    open_duties(kind, [
        Owed(user, one.pk, day, codes[one.cycle_id])
        for one, day in owed
        for user in leads.get(one.person_id, office)
        if user != users.get(one.person_id)
    ])  # fmt: skip


def _leads() -> dict[int, list[int]]:
    rows = Placement.objects.filter(on_day(clock.today()), lead__user__is_active=True)
    return {person: [user] for person, user in rows.values_list("person", "lead__user")}


def _holders(roles: Collection[str]) -> list[int]:
    rows = RoleGrant.objects.filter(role__in=roles, user__is_active=True).exclude(user__username=SYSTEM)
    return sorted(set(rows.values_list("user", flat=True)))
