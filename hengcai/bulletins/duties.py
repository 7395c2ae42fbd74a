"""What notices, spot tests and corrections ask of people."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from hengcai.accounts.models import SYSTEM, User
from hengcai.base.days import day_of
from hengcai.base.roles import HEAD, TRAINER
from hengcai.bulletins.models import Bulletin, Correction, Paper, Reader, SpotTest
from hengcai.inbox.duties import Owed, hand_over_duties, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

READ, BULLETIN = "bulletin.read", "bulletins.bulletin"
ANSWER, SPOT_TEST = "bulletin.answer", "bulletins.spottest"
REVIEW = "bulletin.review"
MEND, CONFIRM, CORRECTION = "knowledge.mend", "knowledge.confirm", "bulletins.correction"
register(
    Kind(READ, BULLETIN, "see-bulletin", "list-bulletins", "list-unread", up=("lead",)),
    Kind(REVIEW, BULLETIN, "see-bulletin", "list-bulletins"),
    Kind(ANSWER, SPOT_TEST, "take-spot-test", "list-bulletins", "list-unread", lapses=True),
    Kind(MEND, CORRECTION, "see-correction-of-knowledge", "list-knowledge", "list-knowledge", up=(TRAINER, HEAD)),
    Kind(CONFIRM, CORRECTION, "see-correction-of-knowledge", "list-knowledge"),
)


def put(bulletin: Bulletin, readers: Iterable[Reader]) -> None:
    """Of notices that must be read, to whoever has a sign-in."""
    rows = [(one.person.user_id, one) for one in readers if one.due_at and one.read_at is None]
    open_duties(READ, [Owed(user, bulletin.pk, _day(one), bulletin.code) for user, one in rows if user])


def signed(reader: Reader) -> None:
    if reader.person.user_id:
        settle_duties(READ, [reader.bulletin_id], users=[reader.person.user_id])


def ended(bulletin: Bulletin) -> None:
    """Nobody has to read what is replaced or withdrawn, nor to answer a test on it."""
    settle_duties((READ, REVIEW), [bulletin.pk])


def submitted(bulletin: Bulletin, to: Iterable[int]) -> None:
    open_duties(REVIEW, [Owed(user, bulletin.pk, None, bulletin.code) for user in to])


def decided(bulletin: Bulletin) -> None:
    settle_duties(REVIEW, [bulletin.pk])


def asked(test: SpotTest, papers: Iterable[Paper]) -> None:
    users = [one.person.user_id for one in papers]
    open_duties(ANSWER, [Owed(user, test.pk, test.closes_on, test.bulletin.code) for user in users if user])


def answered(paper: Paper) -> None:
    if paper.person.user_id:
        settle_duties(ANSWER, [paper.test_id], users=[paper.person.user_id])


def test_over(test: SpotTest) -> None:
    settle_duties(ANSWER, [test.pk])


def to_mend(correction: Correction) -> None:
    """Its owner; without one, whoever runs the knowledge base."""
    day = correction.mend_by or correction.due_on
    open_duties(MEND, [Owed(user, correction.pk, day, correction.entry) for user in _answering(correction)])


def accepted(correction: Correction) -> None:
    """By another day, and theirs alone who took it."""
    settle_duties(MEND, [correction.pk])
    to_mend(correction)


def sorted_anew(correction: Correction) -> None:
    hand_over_duties(MEND, correction.pk, to=_answering(correction))


def told(correction: Correction, by: date) -> None:
    """The reporter looks whether it is right now."""
    settle_duties(MEND, [correction.pk])
    open_duties(CONFIRM, [Owed(correction.reporter_id, correction.pk, by, correction.entry)])


def back(correction: Correction) -> None:
    settle_duties(CONFIRM, [correction.pk])
    to_mend(correction)


def closed(correction: Correction) -> None:
    settle_duties((MEND, CONFIRM), [correction.pk])


def _answering(correction: Correction) -> list[int]:
    if correction.owner_id:
        return [correction.owner_id]
    rows = User.objects.filter(is_active=True, role_grants__role=TRAINER).exclude(username=SYSTEM)
    return list(rows.distinct().order_by("pk").values_list("pk", flat=True))


def _day(reader: Reader) -> date | None:
    return day_of(reader.due_at, settings.TIME_ZONE) if reader.due_at else None
