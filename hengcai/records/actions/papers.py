"""Answers given on paper: entered with the scan by one person, counted once a second has held it against the scan."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.base.received import Kept
from hengcai.base.say import sentence
from hengcai.records import duties, permissions, states
from hengcai.records.answering import answered
from hengcai.records.deadlines import adder, windows_of
from hengcai.records.models import PaperAnswer, Record
from hengcai.records.rules import papers as rules
from hengcai.records.rules.papers import Sheet

STATE = PaperAnswer.State
SHOWN = "records.shown.paper"


@action(permissions.ENTER_PAPER, unsaid={"sheet", "kept"})
def enter_paper(record: Record, *, by: User, sheet: Sheet, kept: Kept, today: date) -> PaperAnswer:
    """Nobody is taken for silent meanwhile. It counts once a second person has confirmed it."""
    signed_on = check_paper_room(record, sheet, today=today)
    made = PaperAnswer.objects.create(
        record=record, outcome=sheet.outcome, words=sheet.words.strip() if sheet.outcome != rules.SIGNED else "",
        signed_on=signed_on, seen_by=sheet.seen_by.strip()[:80], place=kept.place, media_type=kept.media_type,
        byte_count=kept.byte_count, digest=kept.digest, entered_by=by, entered_at=clock.now(),
    )  # fmt: skip
    duties.paper_entered(record, by.pk)
    return made


@action(permissions.CHECK_PAPER)
def confirm_paper(record: Record, *, by: User, paper: PaperAnswer, language: str = "zh-hans") -> Record:
    """The scan says what was entered: the record is signed, objected to or silent, as on the paper."""
    _check_open(record, paper)
    rules.check_second(paper.entered_by_id, by.pk)
    rules.check_order(paper.outcome, record.state, needs_interview=record.needs_interview)
    paper.state, paper.checked_by, paper.checked_at = STATE.CONFIRMED, by, clock.now()
    paper.save(update_fields=["state", "checked_by", "checked_at"])
    record.on_paper = True
    if paper.outcome == rules.OBJECTED:
        record.words = paper.words
    shown = sentence(f"{SHOWN}.{paper.outcome}", language, {"day": paper.signed_on, "digest": paper.digest})
    done = answered(record, paper.outcome, shown=shown)
    duties.paper_counted(record, adder()(clock.today(), windows_of(record.cycle.policy).silence))
    return done


@action(permissions.CHECK_PAPER, unsaid={"reason"})
def return_paper(record: Record, *, by: User, paper: PaperAnswer, reason: str) -> PaperAnswer:
    """The scan does not say so, or cannot be read: it is entered anew. What was entered stays on record."""
    check_lengths(reason)
    if paper.record_id != record.pk or paper.state != STATE.ENTERED:
        raise NotNow("records.paper_closed")
    if not reason.strip():
        raise NotValid("records.reason_missing")
    rules.check_second(paper.entered_by_id, by.pk)
    paper.state, paper.checked_by, paper.checked_at = STATE.RETURNED, by, clock.now()
    paper.returned_because = reason.strip()
    paper.save(update_fields=["state", "checked_by", "checked_at", "returned_because"])
    duties.paper_returned(record, paper)
    return paper


def check_paper_room(record: Record, sheet: Sheet, *, today: date) -> date:
    """Before a file is taken in, and again when it is kept."""
    check_lengths(sheet.words, sheet.seen_by)
    if record.state not in Record.OPEN:
        raise NotNow("records.paper_answered")
    if record.papers.filter(state=STATE.ENTERED).exists():
        raise NotNow("records.paper_waits")
    signed_on = rules.check_sheet(sheet, notified_on=record.notified_on, today=today, person=record.person.name)
    rules.check_order(sheet.outcome, record.state, needs_interview=record.needs_interview)
    return signed_on


def _check_open(record: Record, paper: PaperAnswer) -> None:
    if paper.record_id != record.pk or paper.state != STATE.ENTERED:
        raise NotNow("records.paper_closed")
    if record.state not in states.OPEN:
        raise NotNow("records.paper_answered")
