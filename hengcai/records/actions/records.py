"""Records from notice on: opened with what is published, renewed with what is corrected, held while it is contested."""

from collections.abc import Iterable, Mapping, Sequence

from hengcai.accounts.models import User
from hengcai.appraisal.models import Cycle, Participant, Result
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.records import duties, permissions, states
from hengcai.records.answering import overtake_papers
from hengcai.records.deadlines import adder, windows_of
from hengcai.records.models import Record
from hengcai.records.rules import answers as rules
from hengcai.records.sealing import seal, whole_records

CHUNK = 500


@action(permissions.OPEN)
def open_records(cycle: Cycle, *, by: User) -> Sequence[Record]:
    """One for every result of a published cycle that has none; their people are told. Twice is once."""
    if cycle.published_at is None and cycle.state != Cycle.State.PUBLISHED:
        raise NotNow("records.not_published")
    results = Result.objects.filter(participant__cycle=cycle, is_current=True, record=None)
    users = _users(cycle)
    made = _made(results.select_related("participant").defer("detail", "levels", "inputs"), cycle, users)
    duties.opened(made, {cycle.pk: cycle.code}, users)
    return made


@action(permissions.OPEN)
def renew_record(fresh: Result, *, by: User, old: Result) -> Record:
    """A corrected result is told anew; what was answered of the old one stays, what was not is replaced."""
    participant = Participant.objects.select_related("cycle").get(pk=fresh.participant_id)
    former = Record.objects.filter(result=old).first()
    was_held = former is not None and former.state != Record.State.NOTIFIED
    if former is not None and former.state in Record.OPEN:
        replace_record(former, by=by)
    fresh.participant = participant
    users = _users(participant.cycle)
    made = _made([fresh], participant.cycle, users, was_held=was_held)
    duties.opened(made, {participant.cycle_id: participant.cycle.code}, users)
    return made[0]


@action(states.REPLACE)
def replace_record(record: Record, *, by: User) -> Record:
    """Nobody is asked to sign what has been corrected since."""
    record.state = record.outcome = Record.Outcome.REPLACED
    record.answered_at, record.held_because = clock.now(), ""
    record.save(update_fields=["state", "outcome", "answered_at", "held_because"])
    overtake_papers(record)
    seal(list(whole_records([record.pk])), {})
    duties.answered([record.pk])
    return record


@action(permissions.HOLD_BACK)
def hold_record(record: Record, *, by: User, because: str) -> Record:
    """It is not archived, and nobody is taken to be silent, until it is released. An archived one stays archived."""
    check_lengths(because)
    if not because.strip():
        raise NotValid("records.reason_missing")
    if record.state != Record.State.ARCHIVED:
        record.held_because = because.strip()
        record.save(update_fields=["held_because"])
    return record


@action(permissions.HOLD_BACK)
def release_record(record: Record, *, by: User) -> Record:
    """Whoever has not answered yet has the whole time to do so again."""
    record.held_because = ""
    if record.state in Record.OPEN:
        windows = windows_of(record.cycle.policy)
        record.sign_by = max(record.sign_by, adder()(clock.today(), windows.silence))
        duties.lengthened(record)
    record.save(update_fields=["held_because", "sign_by"])
    return record


def _made(results: Iterable[Result], cycle: Cycle, users: Mapping[int, int], *, was_held: bool = False) -> list[Record]:
    add, windows, now, today = adder(), windows_of(cycle.policy), clock.now(), clock.today()
    days = {talk: rules.days_of(today, is_interviewed=talk, windows=windows, add=add) for talk in (True, False)}
    rows = []
    for one in results:
        needed = rules.needs_interview(cycle.kind, was_held=was_held, is_scored=one.final is not None)
        last = days[needed]
        rows.append(Record(
            result=one, cycle=cycle, person_id=one.participant.person_id, placement_id=one.participant.placement_id,
            needs_interview=needed, notified_at=now, notified_on=today, interview_by=last.interview_by,
            appeal_by=last.appeal_by, sign_by=last.sign_by, is_reached=one.participant.person_id in users,
        ))  # fmt: skip
    return Record.objects.bulk_create(rows, batch_size=CHUNK)


def _users(cycle: Cycle) -> dict[int, int]:
    """Person → sign-in, of those who have one."""
    rows = Person.objects.filter(user__is_active=True, participations__cycle=cycle).values_list("pk", "user")
    return {person: user for person, user in rows if user is not None}
