"""Awards, objections and requests to look again as duties."""

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.base import clock
from hengcai.base.permissions import Permission
from hengcai.base.roles import HEAD, HR
from hengcai.consequences import permissions
from hengcai.consequences.models import LookAgain, Nomination
from hengcai.consequences.terms import terms_in_force
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.calendar import the_calendar

AWARD, AGAIN = "consequences.award", "consequences.look_again"
CHECK, GRANT, ANSWER, LOOK = "award.check", "award.grant", "award.answer", "look.again"
DAYS = 5
register(
    Kind(CHECK, AWARD, "see-nomination", "list-nominations", up=(HEAD,), is_discreet=True),
    Kind(GRANT, AWARD, "see-nomination", "list-nominations", is_discreet=True),
    Kind(ANSWER, AWARD, "see-nomination", "list-nominations", up=(HEAD,), is_discreet=True),
    Kind(LOOK, AGAIN, "see-look-again", "list-looks-again", up=(HR, HEAD), is_discreet=True),
)


def nominated(one: Nomination) -> None:
    _ask(CHECK, permissions.OPEN_NOTICE, one)


def up(one: Nomination) -> None:
    """From the day after its last day it may be granted."""
    settle_duties(CHECK, [one.pk])
    assert one.notice_until is not None  # noqa: S101 - just set
    due = the_calendar().add(one.notice_until, DAYS).date
    users = holders_of(permissions.GRANT).exclude(pk__in=_involved(one)).values_list("pk", flat=True)
    open_duties(GRANT, [Owed(user, one.pk, due) for user in users])


def objected(one: Nomination) -> None:
    _ask(ANSWER, permissions.ANSWER_OBJECTION, one)


def answered(one: Nomination) -> None:
    if not one.objections.filter(answered_at=None).exists():
        settle_duties(ANSWER, [one.pk])


def ended(one: Nomination) -> None:
    settle_duties((CHECK, GRANT, ANSWER), [one.pk])


def asked(one: LookAgain) -> None:
    open_duties(LOOK, [Owed(one.handler_id, one.pk, one.due_on)])


def looked(one: LookAgain) -> None:
    settle_duties(LOOK, [one.pk])


def _involved(one: Nomination) -> list[int]:
    return [user for user in (one.person.user_id, one.nominated_by_id) if user]


def _ask(kind: str, permission: Permission, one: Nomination) -> None:
    due = the_calendar().add(clock.today(), terms_in_force().windows.answer).date
    users = holders_of(permission).exclude(pk__in=_involved(one)).values_list("pk", flat=True)
    open_duties(kind, [Owed(user, one.pk, due) for user in users])


def able_to_look(about: int) -> list[int]:
    """Those who may answer, never the one it is about; whoever has the fewest open first."""
    users = list(holders_of(permissions.ANSWER_LOOK).exclude(pk=about).order_by("pk").values_list("pk", flat=True))
    counts = {user: LookAgain.objects.filter(handler=user, state=LookAgain.State.ASKED).count() for user in users}
    return sorted(users, key=lambda user: (counts[user], user))


def heads_to_look(about: int) -> list[int]:
    """Asked where nobody else is left; whoever is head and something else besides counts as head."""
    rows = User.objects.filter(role_grants__role=HEAD).values("pk")
    able = able_to_look(about)
    heads = set(User.objects.filter(pk__in=able).filter(pk__in=rows).values_list("pk", flat=True))
    return [user for user in able if user in heads]
