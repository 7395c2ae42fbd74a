"""What appeals ask of whom, by when: members hear and decide, the superior says, the appellant reads the answer."""

from collections.abc import Iterable

from hengcai.accounts.queries import holders_of
from hengcai.appeals import permissions
from hengcai.appeals.models import Appeal, Opinion
from hengcai.appeals.parts import parts_in
from hengcai.base.roles import GROUP, HEAD, HR
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

APPEAL, OPINION = "appeals.appeal", "appeals.opinion"
APPOINT, HEAR, DECIDE, VOTE, SAY, READ = (
    "appeal.appoint", "appeal.hear", "appeal.decide", "appeal.vote", "appeal.say", "appeal.read",
)  # fmt: skip
UP = (HEAD, HR, GROUP)
register(
    Kind(APPOINT, APPEAL, "see-appeal", "list-appeals", "list-appeals", up=UP, is_discreet=True),
    Kind(HEAR, APPEAL, "see-appeal", "list-appeals", "list-appeals", up=UP, is_discreet=True),
    Kind(DECIDE, APPEAL, "see-appeal", "list-appeals", "list-appeals", up=UP, is_discreet=True),
    Kind(VOTE, APPEAL, "see-appeal", "list-appeals", "list-appeals", up=UP, is_discreet=True),
    Kind(SAY, OPINION, "see-opinion", "list-duties", lapses=True, is_discreet=True),
    Kind(READ, APPEAL, "see-appeal", "list-appeals", is_discreet=True),
)


def filed(appeal: Appeal) -> None:
    if appeal.state == Appeal.State.FILED:
        _to_appoint(appeal)
    else:
        assigned(appeal)


def assigned(appeal: Appeal) -> None:
    settle_duties(APPOINT, [appeal.pk])
    _open(DECIDE if appeal.notes.exclude(kind="statement").exists() else HEAR, appeal, _members(appeal))


def stepped_back(appeal: Appeal, user: int) -> None:
    settle_duties((HEAR, DECIDE, VOTE), [appeal.pk], users=[user])
    settle_duties(VOTE, [appeal.pk])
    if appeal.state == Appeal.State.FILED:
        settle_duties((HEAR, DECIDE), [appeal.pk])
        _to_appoint(appeal)
    else:
        assigned(appeal)


def heard(appeal: Appeal) -> None:
    settle_duties(HEAR, [appeal.pk])
    if not appeal.proposals.filter(state="open").exists():
        _open(DECIDE, appeal, _members(appeal))


def proposed(appeal: Appeal, user: int) -> None:
    settle_duties((HEAR, DECIDE), [appeal.pk])
    _open(VOTE, appeal, [one for one in _members(appeal) if one != user])


def fell(appeal: Appeal) -> None:
    settle_duties(VOTE, [appeal.pk])
    _open(DECIDE, appeal, _members(appeal))


def answered(appeal: Appeal) -> None:
    ended(appeal)
    if appeal.subject_id:
        open_duties(READ, [Owed(appeal.subject_id, appeal.pk, None, _cycle(appeal))])


def read(appeal: Appeal) -> None:
    settle_duties(READ, [appeal.pk])


def ended(appeal: Appeal) -> None:
    settle_duties((APPOINT, HEAR, DECIDE, VOTE), [appeal.pk])
    settle_duties(SAY, list(appeal.opinions.values_list("pk", flat=True)))


def asked(opinion: Opinion) -> None:
    open_duties(SAY, [Owed(opinion.asked_of_id, opinion.pk, opinion.due_on, _cycle(opinion.appeal))])


def said(opinion: Opinion) -> None:
    settle_duties(SAY, [opinion.pk])


def _to_appoint(appeal: Appeal) -> None:
    """Whoever may and had no part in the result; where all had one, they all the same: the appointed may not have."""
    able = [one.pk for one in holders_of(permissions.APPOINT) if one.pk != appeal.subject_id]
    parts = parts_in(appeal.result)
    _open(APPOINT, appeal, [one for one in able if one not in parts] or able)


def _members(appeal: Appeal) -> list[int]:
    return list(appeal.members.filter(left_at=None).values_list("user", flat=True))


def _open(kind: str, appeal: Appeal, users: Iterable[int]) -> None:
    open_duties(kind, [Owed(user, appeal.pk, appeal.due_on, _what(appeal)) for user in users])


def _what(appeal: Appeal) -> str:
    return f"{_cycle(appeal)} {appeal.appellant.number}"


def _cycle(appeal: Appeal) -> str:
    return appeal.result.participant.cycle.code
