"""A calibration session from its plan to its certificates. Nothing it writes enters anybody's results."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.days import months_after
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.interactions.actions.recordings import want_recordings
from hengcai.interactions.models import Contact
from hengcai.quality import calibration_duties as duties
from hengcai.quality import permissions, states
from hengcai.quality.actions.transcripts import copy_transcripts
from hengcai.quality.analysts import able_analysts
from hengcai.quality.calibrating import (
    fatal_of,
    marks_agreed,
    marks_given,
    session_card,
    turns_of_contact,
    work_out,
)
from hengcai.quality.calibration_models import (
    AgreedMark,
    BlindMark,
    BlindSheet,
    Calibration,
    CalibrationContact,
    Seat,
)
from hengcai.quality.cards import items_of
from hengcai.quality.models import Scorecard
from hengcai.quality.rules import calibration as rules
from hengcai.quality.rules.calibration import Agreed
from hengcai.quality.rules.card import Card, Marks
from hengcai.quality.rules.holding import PUBLISHED, standing
from hengcai.quality.rules.marks import are_alike, check_marks, check_submission, kept_marks
from hengcai.quality.seating import check_blind

LONGEST_NAME, NAMED = 200, 5
STATE = Calibration.State


@action(permissions.CALL)
def plan_calibration(
    _centre: Centre, *, by: User, name: str, scorecard: Scorecard, contacts: Sequence[Contact],
    analysts: Sequence[User], due_on: date, today: date,
) -> Calibration:  # fmt: skip
    """Nobody is asked for anything yet; whoever plans it chairs it."""
    made = Calibration(chair=by, made_at=clock.now())
    return _write(
        made, name=name, scorecard=scorecard, contacts=contacts, analysts=analysts, due_on=due_on, today=today
    )


@action(states.EDIT_CALIBRATION)
def edit_calibration(
    calibration: Calibration, *, by: User, name: str, scorecard: Scorecard, contacts: Sequence[Contact],
    analysts: Sequence[User], due_on: date, today: date,
) -> Calibration:  # fmt: skip
    """Until scoring begins."""
    return _write(
        calibration, name=name, scorecard=scorecard, contacts=contacts, analysts=analysts, due_on=due_on, today=today
    )


@action(states.OPEN_SCORING)
def open_scoring(calibration: Calibration, *, by: User) -> Calibration:
    """Each analyst finds the contacts on the page of the session, without a name on them."""
    contacts = [one.contact for one in calibration.contacts.select_related("contact__agent")]
    analysts = [seat.analyst for seat in calibration.seats.select_related("analyst")]
    check_blind(contacts, analysts, session=calibration.pk)
    copy_transcripts(contacts)
    want_recordings(contacts, by=by)
    places = list(calibration.contacts.order_by("number"))
    BlindSheet.objects.bulk_create([BlindSheet(of=place, analyst=one) for place in places for one in analysts])
    duties.scoring_begun(calibration)
    return calibration


@action(permissions.SCORE_BLIND, once_a_day=True, unsaid=("marks", "comment"))
def save_blind(sheet: BlindSheet, *, by: User, marks: Marks, comment: str, edit_count: int) -> BlindSheet:
    """`edit_count` is what the page was opened with: a newer one is never overwritten by something else."""
    card = _open_card(sheet)
    if edit_count == sheet.edit_count:
        return _keep(sheet, card, marks=marks, comment=comment)
    if not _says(sheet, card, marks, comment):
        raise NotNow("quality.stale", edit_count=sheet.edit_count)
    return sheet


@action(permissions.SCORE_BLIND, unsaid=("marks", "comment"))
def hand_in_blind(sheet: BlindSheet, *, by: User, marks: Marks, comment: str, edit_count: int) -> BlindSheet:
    """Final. The same sent twice is once."""
    if sheet.state == BlindSheet.State.IN and _says(sheet, _card(sheet), marks, comment):
        return sheet
    card = _open_card(sheet)
    if edit_count != sheet.edit_count and not _says(sheet, card, marks, comment):
        raise NotNow("quality.stale", edit_count=sheet.edit_count)
    check_submission(card, marks, turn_count=_turn_count(sheet))
    kept = kept_marks(card, marks)
    total, _fatals = fatal_of(card, kept)
    sheet.state, sheet.handed_in_at = BlindSheet.State.IN, clock.now()
    sheet.exact = "" if total is None else str(total)
    made = _keep(sheet, card, marks=kept, comment=comment)
    duties.handed_in(made)
    return made


@action(states.REVEAL)
def reveal_marks(calibration: Calibration, *, by: User, leave_out: bool = False) -> Calibration:
    """From now on everybody at the table sees every mark, and none can be changed. Who has not handed in everything is
    left out, marks and all, if the chair says so."""
    seats = list(calibration.seats.select_related("analyst"))
    open_sheets = BlindSheet.objects.filter(of__calibration=calibration).exclude(state=BlindSheet.State.IN)
    waiting = set(open_sheets.values_list("analyst", flat=True))
    late = [seat for seat in seats if seat.analyst_id in waiting]
    names = sorted(seat.analyst.name for seat in late)
    rules.check_reveal(done=len(seats) - len(late), waiting=names, leave_out=leave_out)
    for seat in late:
        seat.is_left_out = True
    Seat.objects.bulk_update(late, ["is_left_out"])
    calibration.revealed_at, calibration.findings = clock.now(), work_out(calibration)
    calibration.save(update_fields=["revealed_at", "findings"])
    duties.revealed(calibration)
    return calibration


@action(states.AGREE_MARKS)
def agree_marks(calibration: Calibration, *, by: User, number: int, marks: Mapping[str, Agreed]) -> Calibration:
    """Of one contact, as many items as were talked over; an item agreed before is agreed anew."""
    place = calibration.contacts.filter(number=number).first()
    if place is None:
        raise NotValid("quality.calibration_contact_unknown", number=number)
    card, scorecard = session_card(calibration), calibration.scorecard
    rules.check_agreed(card, marks, _given(place))
    check_lengths(*(one.reasons for one in marks.values()))
    ids = {item.code: item.pk for item in items_of(scorecard)}
    place.agreed.filter(item__in=[ids[code] for code in marks]).delete()
    AgreedMark.objects.bulk_create(
        AgreedMark(of=place, item_id=ids[code], value=one.value, reasons=one.reasons.strip())
        for code, one in marks.items()
    )
    return calibration


@action(permissions.CHAIR)
def write_minutes(calibration: Calibration, *, by: User, minutes: str) -> Calibration:
    """What was said, from the reveal until the session is closed."""
    if calibration.state not in (STATE.REVEALED, STATE.AGREED):
        raise NotNow("quality.minutes_closed")
    check_lengths(minutes)
    calibration.minutes = minutes.strip()
    calibration.save(update_fields=["minutes"])
    return calibration


@action(states.AGREE)
def agree_reference(calibration: Calibration, *, by: User) -> Calibration:
    """The reference of every contact is whole and stays; now it is worked out who came how close to it."""
    card = session_card(calibration)
    for place in calibration.contacts.prefetch_related("agreed__item").order_by("number"):
        _check_whole(card, place)
    calibration.agreed_at, calibration.findings = clock.now(), work_out(calibration)
    calibration.save(update_fields=["agreed_at", "findings"])
    return calibration


@action(states.CERTIFY)
def certify_analyst(
    calibration: Calibration, *, by: User, analyst: User, outcome: str, reasons: str, today: date
) -> Calibration:
    """Certified for some months, or sent to retraining; until the session is closed the chair may think again."""
    seat = calibration.seats.filter(analyst=analyst).first()
    if seat is None:
        raise NotValid("quality.not_seated", name=analyst.name)
    rules.check_outcome(outcome, reasons=reasons, is_left_out=seat.is_left_out)
    check_lengths(reasons)
    seat.outcome, seat.reasons, seat.issued_on, seat.issued_by = outcome, reasons.strip(), today, by
    ends = months_after(today, settings.CERTIFICATE_MONTHS)
    seat.expires_on = ends if outcome == Seat.Outcome.CERTIFIED else None
    seat.save()
    return calibration


@action(states.CLOSE_CALIBRATION)
def close_calibration(calibration: Calibration, *, by: User) -> Calibration:
    """Everybody at the table knows what came of it for them."""
    waiting = calibration.seats.filter(outcome="").select_related("analyst").order_by("analyst__name")
    if waiting:
        names = tuple(seat.analyst.name for seat in waiting)
        raise NotNow("quality.certificates_missing", names=names, count=len(names))
    calibration.closed_at = clock.now()
    calibration.save(update_fields=["closed_at"])
    duties.closed(calibration)
    return calibration


def _write(
    one: Calibration, *, name: str, scorecard: Scorecard, contacts: Sequence[Contact], analysts: Sequence[User],
    due_on: date, today: date,
) -> Calibration:  # fmt: skip
    heard, people = list(dict.fromkeys(contacts)), list(dict.fromkeys(analysts))
    rules.check_plan(name=name, analysts=len(people), contacts=len(heard), due_on=due_on, today=today)
    check_lengths(name)
    _check_card(scorecard, heard, today)
    _check_people(people, one.chair)
    check_blind(heard, people, session=one.pk)
    one.name, one.scorecard, one.due_on = name.strip()[:LONGEST_NAME], scorecard, due_on
    one.save()
    one.contacts.all().delete()
    one.seats.all().delete()
    CalibrationContact.objects.bulk_create(
        CalibrationContact(calibration=one, contact=contact, number=number)
        for number, contact in enumerate(heard, start=1)
    )
    Seat.objects.bulk_create(Seat(calibration=one, analyst=user) for user in people)
    return one


def _check_card(scorecard: Scorecard, contacts: Sequence[Contact], today: date) -> None:
    if standing(scorecard, today) != PUBLISHED:
        raise NotNow("quality.scorecard_not_in_force", name=scorecard.name, number=scorecard.number)
    others = [one.key for one in contacts if one.channel != scorecard.channel]
    if others:
        raise NotValid("quality.other_channel", name=scorecard.name, contacts=tuple(others[:NAMED]), count=len(others))
    empty = [one.key for one in contacts if not one.turn_count]
    if empty:
        raise NotValid("quality.empty_contact", contacts=tuple(empty[:NAMED]), count=len(empty))


def _check_people(analysts: Sequence[User], chair: User) -> None:
    able = set(able_analysts().values_list("pk", flat=True))
    for one in analysts:
        if one.pk not in able:
            raise NotValid("quality.not_an_analyst", name=one.name)
        if one.pk == chair.pk:
            raise NotValid("quality.chair_scores", name=one.name)


def _card(sheet: BlindSheet) -> Card:
    return session_card(sheet.of.calibration)


def _open_card(sheet: BlindSheet) -> Card:
    """The session's row is held, so that nothing comes in while it is revealed."""
    session = Calibration.objects.select_for_update().get(pk=sheet.of.calibration_id)
    if session.state != STATE.SCORING:
        raise NotNow("quality.calibration_over")
    if sheet.state == BlindSheet.State.IN:
        raise NotNow("quality.sheet_is_in")
    return session_card(session)


def _keep(sheet: BlindSheet, card: Card, *, marks: Marks, comment: str) -> BlindSheet:
    check_marks(card, marks, turn_count=_turn_count(sheet))
    check_lengths(comment, *(mark.comment for mark in marks.values()))
    sheet.edit_count += 1
    sheet.comment, sheet.saved_at = comment.strip(), clock.now()
    sheet.save()
    ids = {item.code: item.pk for item in items_of(sheet.of.calibration.scorecard)}
    sheet.marks.all().delete()
    BlindMark.objects.bulk_create(
        BlindMark(
            sheet=sheet, item_id=ids[code], value=one.value, comment=one.comment.strip(), cause=one.cause, turn=one.turn
        )
        for code, one in marks.items()
    )
    return sheet


def _turn_count(sheet: BlindSheet) -> int:
    return len(turns_of_contact(sheet.of.contact))


def _says(sheet: BlindSheet, card: Card, marks: Marks, comment: str) -> bool:
    held = marks_given(sheet.marks.select_related("item"))
    return sheet.comment == comment.strip() and are_alike(card, marks, held)


def _given(place: CalibrationContact) -> dict[str, list[str]]:
    rows = BlindMark.objects.filter(sheet__of=place, sheet__state=BlindSheet.State.IN)
    found: dict[str, list[str]] = {}
    for code, value in rows.values_list("item__code", "value"):
        found.setdefault(code, []).append(value)
    return found


def _check_whole(card: Card, place: CalibrationContact) -> None:
    marks = marks_agreed(place.agreed.all())
    try:
        rules.check_reference(card, marks)
    except NotValid as refusal:
        if refusal.code != "quality.unanswered":
            raise
        raise NotNow("quality.reference_incomplete", number=place.number, names=refusal.facts["names"]) from None
