"""What the appellant does: files in time, adds files and words, withdraws, reads the answer."""

from datetime import date

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.appeals import drawing, duties, holding, permissions, states
from hengcai.appeals.models import Appeal, Evidence, HearingNote
from hengcai.appeals.rules import appeals as rules
from hengcai.appeals.rules.appeals import Petition
from hengcai.appeals.signals import appeal_filed, appeal_withdrawn
from hengcai.appeals.windows import last_day_to_answer, last_day_to_appeal
from hengcai.appraisal.models import Result
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths


@action(permissions.FILE, unsaid={"petition"})
def file_appeal(result: Result, *, by: User, petition: Petition, today: date) -> Appeal:
    """In writing and in time. The members are drawn at once; where there are too few, that is said and goes up."""
    closes = _closes(result, today)
    rules.check_petition(petition)
    check_lengths(*petition.texts)
    made = Appeal.objects.create(
        result=result, appellant=result.participant.person, subjects=list(dict.fromkeys(petition.subjects)),
        grounds=petition.grounds.strip(), wanted=petition.wanted.strip(), filed_at=clock.now(), filed_on=today,
        closes_on=closes, due_on=last_day_to_answer(result, today), seed="",
    )  # fmt: skip
    drawing.assign(made)
    holding.hold(made)
    duties.filed(made)
    appeal_filed.send(Appeal, appeal=made, by=by)
    return made


@action(permissions.PURSUE, unsaid={"name"})
def add_evidence(
    appeal: Appeal, *, by: User, name: str, place: str, media_type: str, size: int, digest: str
) -> Evidence:
    """A file that has been received and looked at; until it is answered."""
    check_room(appeal)
    check_lengths(name)
    return Evidence.objects.create(
        appeal=appeal, name=name[:200], place=place, media_type=media_type, byte_count=size, digest=digest,
        added_at=clock.now(), by=by,
    )  # fmt: skip


@action(permissions.PURSUE, unsaid={"words"})
def add_statement(appeal: Appeal, *, by: User, words: str, today: date) -> HearingNote:
    """The appellant's own words beside the members' notes."""
    _check_open(appeal)
    check_lengths(words)
    told = rules.check_text(words, "appeals.words_missing")
    return HearingNote.objects.create(
        appeal=appeal, kind=HearingNote.Kind.STATEMENT, held_on=today, words=told, by=by, at=clock.now()
    )


@action(states.WITHDRAW)
def withdraw_appeal(appeal: Appeal, *, by: User) -> Appeal:
    """The result stands as it is."""
    appeal.withdrawn_at = clock.now()
    appeal.save(update_fields=["withdrawn_at"])
    duties.ended(appeal)
    holding.release(appeal)
    appeal_withdrawn.send(Appeal, appeal=appeal, by=by)
    return appeal


@action(permissions.PURSUE)
def read_answer(appeal: Appeal, *, by: User) -> Appeal:
    """That it was read, not that it is agreed with. Twice is once."""
    if appeal.state != Appeal.State.ANSWERED:
        raise NotNow("appeals.not_answered")
    if appeal.read_at is None:
        appeal.read_at = clock.now()
        appeal.save(update_fields=["read_at"])
        duties.read(appeal)
    return appeal


def check_room(appeal: Appeal) -> None:
    """Before a file is taken in, and again when it is kept."""
    _check_open(appeal)
    if appeal.files.count() >= settings.EVIDENCE_FILES:
        raise NotValid("appeals.too_many_files", most=settings.EVIDENCE_FILES)


def _check_open(appeal: Appeal) -> None:
    if appeal.state not in Appeal.OPEN:
        raise NotNow("appeals.closed")


def _closes(result: Result, today: date) -> date:
    """The last day, if it may still be filed: of the revision that counts, once, and not of what an answer decided."""
    if not result.is_current:
        raise NotNow("appeals.newer_result")
    earlier = list(Appeal.objects.filter(result=result).values_list("state", flat=True))
    rules.check_filed_before(withdrawn=earlier.count(Appeal.State.WITHDRAWN), filed=len(earlier))
    if Appeal.objects.filter(fresh=result).exists():
        raise NotNow("appeals.is_an_answer")
    closes = last_day_to_appeal(result)
    if closes is None:
        raise NotNow("appeals.not_published")
    rules.check_window(closes, today)
    return closes
