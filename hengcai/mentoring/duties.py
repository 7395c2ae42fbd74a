"""What mentoring asks of whom: a sheet every week, signatures, an end on the last day, a decision, a permit renewed in time."""

from collections.abc import Iterable
from datetime import date

from hengcai.base import clock
from hengcai.base.roles import HEAD, LEAD, TRAINER
from hengcai.inbox.duties import Owed, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.mentoring.models import Listening, Pair, Permit
from hengcai.mentoring.rules.pairs import next_sheet_on
from hengcai.people.queries.calendar import the_calendar
from hengcai.people.queries.days import lead_users

PAIR, PERMIT = "mentoring.pair", "mentoring.permit"
SHEET, CONFIRM, SIGN, END = "mentoring.sheet", "mentoring.confirm", "mentoring.sign", "mentoring.end"
DECIDE, RENEW = "permit.decide", "permit.renew"
SIGN_DAYS, DECIDE_DAYS = 5, 5  # working days
register(
    *[
        Kind(one, PAIR, "see-pair", "list-pairs", "list-pairs", up=(LEAD, TRAINER))
        for one in (SHEET, CONFIRM, SIGN, END)
    ],
    Kind(DECIDE, PERMIT, "see-permit", "list-permits", "list-permits", up=(HEAD,)),
    Kind(RENEW, PERMIT, "see-permit", "list-permits", "list-permits", up=(TRAINER,)),
)


def started(pair: Pair, today: date) -> None:
    due = next_sheet_on(max(today, pair.first_on), pair.last_on)
    if pair.mentor.user_id:
        open_duties(SHEET, [Owed(pair.mentor.user_id, pair.pk, due, pair.newcomer.number)])


def heard(sheet: Listening) -> None:
    """The next one is due a week on; what the mentor saw waits for the newcomer's signature."""
    if sheet.listener != Listening.Listener.MENTOR:
        return
    pair = sheet.pair
    put_off_duties(SHEET, [pair.pk], due_on=next_sheet_on(sheet.held_on, pair.last_on))
    if pair.newcomer.user_id:
        open_duties(CONFIRM, [Owed(pair.newcomer.user_id, pair.pk, _within(SIGN_DAYS), f"{sheet.held_on:%Y-%m-%d}")])


def sheet_signed(pair: Pair) -> None:
    rows = pair.listenings.filter(listener=Listening.Listener.MENTOR, signed_at=None)
    if not rows.exists():
        settle_duties(CONFIRM, [pair.pk])


def over(pairs: Iterable[Pair]) -> None:
    """Their last day has come: no further sheet, but an end, by whoever paired them."""
    rows = list(pairs)
    settle_duties(SHEET, [one.pk for one in rows])
    open_duties(END, [Owed(one.opened_by_id, one.pk, one.last_on, one.newcomer.number) for one in rows])


def ended(pair: Pair) -> None:
    settle_duties((SHEET, END), [pair.pk])
    users = [one for one in (pair.mentor.user_id, pair.newcomer.user_id) if one]
    open_duties(SIGN, [Owed(user, pair.pk, _within(SIGN_DAYS), pair.newcomer.number) for user in users])


def signed(pair: Pair, user: int) -> None:
    settle_duties(SIGN, [pair.pk], users=[user])


def examined(permit: Permit, *, is_whole: bool) -> None:
    """With everything passed it waits for the decision; a newer part may take that back."""
    if is_whole:
        open_duties(DECIDE, [Owed(permit.decider_id, permit.pk, _within(DECIDE_DAYS), permit.person.number)])
    else:
        settle_duties(DECIDE, [permit.pk])


def decided(permit: Permit) -> None:
    settle_duties(DECIDE, [permit.pk])


def running_out(permits: Iterable[Permit]) -> None:
    """With whoever leads the person now; else with whoever opened it."""
    rows = list(permits)
    leads = lead_users([one.person_id for one in rows], clock.today())
    owed = [
        Owed(leads.get(one.person_id, one.opened_by_id), one.pk, one.valid_until, one.person.number) for one in rows
    ]
    open_duties(RENEW, owed)


def renewed(permits: Iterable[Permit]) -> None:
    """Examined anew, or no longer to be."""
    settle_duties(RENEW, [one.pk for one in permits])


def _within(days: int) -> date:
    return the_calendar().add(clock.today(), days).date
