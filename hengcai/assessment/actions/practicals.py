"""A practical examination: opened, its clock run, ticked item by item, sent, finished; an objection to it answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.assessment import check_duties as duties
from hengcai.assessment import permissions, states
from hengcai.assessment.checking import Mark, list_of, marks_on, outcome_of
from hengcai.assessment.models import Checklist, CheckSheet, Practical
from hengcai.assessment.proof import PRACTICAL, Tested, note_tested, take_back_tested
from hengcai.assessment.rules.checklists import Checklist as List
from hengcai.assessment.rules.checklists import missing, to_settle
from hengcai.audit.action import action, lock
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.people.queries import placement_on
from hengcai.people.queries.calendar import the_calendar

PLACES, LONGEST_OCCASION, LONGEST_KEY, MOST_TICKS, OBJECT_DAYS = 6, 200, 40, 200, 5
LONGEST_AWAY = 24 * 3600


@action(permissions.EXAMINE)
def open_practical(
    person: Person, *, by: User, checklist: Checklist, occasion: str = "", second: User | None = None
) -> Practical:
    """The examination that is open already, or a new one. A second examiner ticks apart from the first."""
    if checklist.state != Checklist.State.PUBLISHED:
        raise NotNow("checklist.not_in_force")
    if len(occasion.strip()) > LONGEST_OCCASION:
        raise NotValid("practical.occasion_long", most=LONGEST_OCCASION)
    check_lengths(occasion)
    _check_second(person, by, second)
    going = Practical.objects.filter(person=person, checklist__code=checklist.code, state=Practical.State.OPEN).first()
    if going is not None:
        return _gone_on_with(going, by)
    today, where = clock.today(), placement_on(person, clock.today())
    made = Practical.objects.create(
        checklist=checklist, person=person, team_id=where.team_id if where else None, post_id=where.post_id if where else None,
        occasion=occasion.strip(), opened_at=clock.now(), opened_on=today,
    )  # fmt: skip
    made.sheets.create(examiner=by)
    if second is not None:
        duties.asked(made.sheets.create(examiner=second, is_second=True))
    return made


@action(permissions.RUN_PRACTICAL)
def start_clock(practical: Practical, *, by: User) -> Practical:
    """Pressed twice it starts once."""
    _check_open(practical)
    if practical.started_at is None:
        practical.started_at = clock.now()
        practical.save(update_fields=["started_at"])
    return practical


@action(permissions.RUN_PRACTICAL)
def stop_clock(practical: Practical, *, by: User, seconds_ago: int = 0) -> Practical:
    """`seconds_ago`: how long the device had no line since it was pressed; no device's clock is asked."""
    _check_open(practical)
    if practical.started_at is None:
        raise NotNow("practical.clock_not_started")
    if practical.stopped_at is None:
        away = timedelta(seconds=min(max(seconds_ago, 0), LONGEST_AWAY))
        practical.stopped_at = max(practical.started_at, clock.now() - away)
        practical.save(update_fields=["stopped_at"])
    return practical


@dataclass(frozen=True)
class Ticked:
    """As a device sends it. `seen`: how many ticks of the item it knew of; `note` None leaves the note as it stands."""

    key: str
    device: str
    item: str
    value: str = ""
    note: str | None = None
    seen: int = 0


@dataclass(frozen=True)
class Kept:
    """What stands now; `stale`: keys of ticks another device had overtaken, which changed nothing."""

    marks: dict[str, Mark]
    stale: tuple[str, ...]
    at: datetime


@action(permissions.TICK, once_a_day=True, unsaid={"ticks"})
def keep_ticks(sheet: CheckSheet, *, by: User, ticks: Sequence[Ticked]) -> Kept:
    """In the order in which they were made. One that has come in before changes nothing, however often it is sent."""
    practical = sheet.practical
    _check_open(practical)
    if sheet.sent_at is not None:
        raise NotNow("practical.sheet_sent")
    if len(ticks) > MOST_TICKS:
        raise NotValid("practical.ticks_many", most=MOST_TICKS)
    checklist, now = list_of(practical.checklist), clock.now()
    known, stale = set(sheet.ticks.values_list("key", flat=True)), []
    marks = marks_on(sheet)
    for one in ticks:
        _check_tick(checklist, one)
        if one.key in known:
            continue
        stands = marks.get(one.item, Mark())
        if stands.device not in ("", one.device) and one.seen != stands.count:
            stale.append(one.key)
            continue
        sheet.ticks.create(key=one.key, device=one.device, item=one.item, value=one.value, note=one.note, at=now)
        known.add(one.key)
        note = stands.note if one.note is None else one.note
        marks[one.item] = Mark(one.value or stands.value, note, stands.count + 1, one.device)
    return Kept(marks, tuple(stale), now)


@action(permissions.TICK)
def send_sheet(sheet: CheckSheet, *, by: User) -> CheckSheet:
    """From now on it stays. With the last sheet the examination is finished, unless critical items must be settled first."""
    practical = sheet.practical
    lock(practical)  # both sheets sent at once: whoever comes second sees the first
    _check_open(practical)
    if sheet.sent_at is not None:
        raise NotNow("practical.sheet_sent")
    checklist = list_of(practical.checklist)
    values = {item: one.value for item, one in marks_on(sheet).items() if item}
    if lacking := missing(checklist, values):
        raise NotValid("practical.items_missing", count=len(lacking))
    sheet.values, sheet.sent_at = values, clock.now()
    sheet.save(update_fields=["values", "sent_at"])
    duties.sent(sheet)
    _finish_when_ready(practical, by)
    return sheet


@action(permissions.RUN_PRACTICAL)
def settle_item(practical: Practical, *, by: User, item: str, value: str, why: str) -> Practical:
    """A critical item on which the two differ: agreed between them, with the reason."""
    _check_open(practical)
    checklist = list_of(practical.checklist)
    sheets = _sheets(practical)
    if not _all_sent(sheets) or item not in to_settle(checklist, [one.values for one in sheets], practical.settled):
        raise NotNow("practical.nothing_to_settle")
    known = checklist.item(item)
    if known is None or value not in known.values:
        raise NotValid("practical.value_wrong", item=item)
    if not why.strip():
        raise NotValid("practical.why_missing")
    check_lengths(why)
    practical.settled = {**practical.settled, item: [value, why.strip()]}
    practical.save(update_fields=["settled"])
    _finish_when_ready(practical, by)
    return practical


@action(permissions.RUN_PRACTICAL)
def go_on_alone(practical: Practical, *, by: User, why: str) -> Practical:
    """Without a second examiner who has not sent a sheet."""
    _check_open(practical)
    second = practical.sheets.filter(is_second=True, sent_at=None).first()
    if second is None:
        raise NotNow("practical.no_second")
    if not why.strip():
        raise NotValid("practical.why_missing")
    check_lengths(why)
    duties.sent(second)
    second.delete()
    _finish_when_ready(practical, by)
    return practical


@action(states.LEAVE_PRACTICAL)
def leave_practical(practical: Practical, *, by: User, why: str) -> Practical:
    """Broken off; it is kept and counts nowhere."""
    if not why.strip():
        raise NotValid("practical.why_missing")
    check_lengths(why)
    practical.answer, practical.ended_at = why.strip(), clock.now()
    practical.save(update_fields=["answer", "ended_at"])
    duties.over(practical)
    return practical


@action(permissions.OBJECT, unsaid={"reason"})
def object_to_practical(practical: Practical, *, by: User, reason: str) -> Practical:
    """Once, until the last day that was fixed with the result; somebody who did not examine answers."""
    if practical.state != Practical.State.FINISHED or practical.object_until is None:
        raise NotNow("practical.not_finished")
    if practical.objected_at is not None:
        raise NotNow("practical.objected_already")
    if clock.today() > practical.object_until:
        raise NotNow("practical.objection_late", closed=practical.object_until)
    if not reason.strip():
        raise NotValid("practical.why_missing")
    check_lengths(reason)
    practical.objection, practical.objected_at = reason.strip(), clock.now()
    practical.save(update_fields=["objection", "objected_at"])
    duties.objected(practical)
    return practical


@action(permissions.OBJECT)
def read_practical(practical: Practical, *, by: User) -> Practical:
    """The person has seen it, and has nothing against it for now."""
    duties.read(practical)
    return practical


@action(states.ANNUL_PRACTICAL, unsaid={"answer"})
def annul_practical(practical: Practical, *, by: User, answer: str) -> Practical:
    """The objection is right: the result counts nowhere any more, and the person may be examined anew."""
    _answer(practical, by, answer)
    take_back_tested(PRACTICAL, [practical.pk], by=by)
    return practical


@action(states.UPHOLD_PRACTICAL, unsaid={"answer"})
def uphold_practical(practical: Practical, *, by: User, answer: str) -> Practical:
    """The result stands, with the reason."""
    _answer(practical, by, answer)
    return practical


def _answer(practical: Practical, by: User, answer: str) -> None:
    if practical.objected_at is None or practical.answered_at is not None:
        raise NotNow("practical.no_objection")
    if not answer.strip():
        raise NotValid("practical.why_missing")
    check_lengths(answer)
    practical.answer, practical.answered_by, practical.answered_at = answer.strip(), by, clock.now()
    practical.save(update_fields=["answer", "answered_by", "answered_at"])
    duties.answered(practical)


def _check_second(person: Person, by: User, second: User | None) -> None:
    if second is None:
        return
    if second.pk in (by.pk, person.user_id):
        raise NotValid("practical.second_wrong")
    if not permissions.TICK.is_held_by(second):
        raise NotAllowed("permission.role", permission=permissions.TICK.code)


def _gone_on_with(going: Practical, by: User) -> Practical:
    """By whoever examines; somebody else is told that another does."""
    if not going.sheets.filter(examiner=by).exists():
        raise NotNow("practical.open_already")
    return going


def _check_open(practical: Practical) -> None:
    if practical.state != Practical.State.OPEN:
        raise NotNow("practical.over")


def _check_tick(checklist: List, one: Ticked) -> None:
    known = checklist.item(one.item)
    if not one.key or len(one.key) > LONGEST_KEY or not one.device or len(one.device) > LONGEST_KEY:
        raise NotValid("practical.key_wrong")
    if one.item and known is None:
        raise NotValid("practical.item_wrong", item=one.item[:40])
    if one.value and (known is None or one.value not in known.values):
        raise NotValid("practical.value_wrong", item=one.item[:40])
    check_lengths(one.key, one.device, one.note or "")


def _sheets(practical: Practical) -> list[CheckSheet]:
    return list(practical.sheets.order_by("is_second", "pk"))


def _all_sent(sheets: Sequence[CheckSheet]) -> bool:
    return bool(sheets) and all(one.sent_at for one in sheets)


def _finish_when_ready(practical: Practical, by: User) -> None:
    sheets, checklist = _sheets(practical), list_of(practical.checklist)
    if not _all_sent(sheets) or to_settle(checklist, [one.values for one in sheets], practical.settled):
        return
    now = clock.now()
    if practical.started_at and not practical.stopped_at:
        practical.stopped_at = now
    found = outcome_of(practical, checklist, sheets)
    practical.state, practical.ended_at = Practical.State.FINISHED, now
    practical.exact = "" if found.percent is None else str(found.percent)
    practical.percent = None if found.percent is None else Decimal(round_half_up(found.percent, PLACES))
    practical.is_passed, practical.failed_for = found.is_passed, list(found.failed_for)
    practical.shares = {code: str(value) for code, value in found.shares.items()}
    practical.object_until = the_calendar().add(clock.today(), OBJECT_DAYS).date
    practical.save()
    _note(practical, checklist, by)
    duties.finished(practical)


def _note(practical: Practical, checklist: List, by: User) -> None:
    n = {code: sum(one.competency == code for one in checklist.items) for code in practical.shares}
    exact = {code: Fraction(value) for code, value in practical.shares.items()}
    one = Tested(
        PRACTICAL,
        practical.pk,
        practical.person_id,
        exact,
        practical.opened_on,
        practical.team_id,
        practical.post_id,
        n,
    )
    note_tested([one], by=by)
