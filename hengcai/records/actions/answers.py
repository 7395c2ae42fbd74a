"""How its person answers: signed with their own password, objected to in their own words; or not at all."""

from collections.abc import Sequence
from datetime import date

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
from hengcai.base.say import sentence
from hengcai.records import duties, permissions, states
from hengcai.records.answering import answered
from hengcai.records.models import Record
from hengcai.records.rounds import beyond_reach
from hengcai.records.rules import answers as rules
from hengcai.records.sealing import seal, whole_records

SHOWN = "records.shown"
OUTCOME = Record.Outcome


@action(states.SIGN, unsaid={"password", "tablet"})
def sign_record(
    record: Record, *, by: User, password: str, language: str = "zh-hans", tablet: User | None = None
) -> Record:
    """Their own sign-in and password; `tablet`: at the interview, where whoever leads it is signed in."""
    if tablet is not None:
        permissions.LEAD_INTERVIEW.enter(record, tablet)
    rules.check_signing(record.state, needs_interview=record.needs_interview)
    _confirm(record, by, password, is_tablet=tablet is not None)
    record.on_tablet = tablet is not None
    return answered(record, OUTCOME.SIGNED, shown=shown_words(record, OUTCOME.SIGNED, language))


@action(states.OBJECT, unsaid={"password", "words"})
def object_to_record(
    record: Record, *, by: User, password: str, words: str, today: date, language: str = "zh-hans"
) -> Record:
    """Their own words stay on the record as they wrote them. Before the interview or after it; once, and not after the day on
    which silence is noted, whether or not the round has come by."""
    check_lengths(words)
    told = rules.check_objection(words)
    rules.check_in_time(is_late=is_silent(record, today) and record.is_reached, sign_by=record.sign_by)
    _confirm(record, by, password, is_tablet=False)
    record.words = told
    return answered(record, OUTCOME.OBJECTED, shown=shown_words(record, OUTCOME.OBJECTED, language))


@action(permissions.ARCHIVE)
def note_silences(records: Sequence[Record], *, by: User, today: date) -> Sequence[Record]:
    """Of those whose last day is over and who did neither; by the daily round. Twice is once."""
    rows = whole_records([one.pk for one in records]).exclude(beyond_reach())
    found = list(rows.select_for_update(of=("self",)))
    late = [one for one in found if is_silent(one, today)]
    now = clock.now()
    for one in late:
        one.state, one.outcome, one.answered_at = Record.State.SILENT, OUTCOME.SILENT, now
    Record.objects.filter(pk__in=[one.pk for one in late]).update(
        state=Record.State.SILENT, outcome=OUTCOME.SILENT, answered_at=now
    )
    seal(late, {})
    duties.answered(one.pk for one in late)
    return late


def is_silent(one: Record, today: date) -> bool:
    return not one.held_because and rules.is_silent(
        one.state, needs_interview=one.needs_interview, sign_by=one.sign_by, today=today
    )


def shown_words(record: Record, outcome: str, language: str) -> str:
    """What stands above the button, and in what is sealed."""
    facts = {"cycle": record.cycle.code, "revision": record.result.revision}
    with_talk = ".interview" if record.state == Record.State.INTERVIEWED else ""
    return sentence(f"{SHOWN}.{outcome}{with_talk if outcome == OUTCOME.SIGNED else ''}", language, facts)


def _confirm(record: Record, by: User, password: str, *, is_tablet: bool) -> None:
    """On the tablet it is said whose password is wanted: whoever leads the interview may have typed their own."""
    try:
        confirm_password(by, password)
    except NotValid as refusal:
        if not is_tablet:
            raise
        raise NotValid("records.wrong_person", name=record.person.name) from refusal
