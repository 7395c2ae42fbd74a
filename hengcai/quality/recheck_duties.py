"""What a recheck asks of whom: to be assigned, to be scored again, to be settled."""

from collections.abc import Iterator, Sequence

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.permissions import Permission
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.quality import permissions
from hengcai.quality.duties import GIVE_AGAIN, SCORE_AGAIN, SETTLE_AGAIN
from hengcai.quality.recheck_models import Recheck

DRAWN, GIVEN, MARKED = Recheck.State.DRAWN, Recheck.State.GIVEN, Recheck.State.MARKED


def handed_out(rechecks: Sequence[Recheck]) -> None:
    """A whole draw at once, in each state it left them in."""
    open_duties(SCORE_AGAIN, [_owed(one.rechecker_id or 0, one) for one in rechecks if one.state == GIVEN])
    for kind, permission, state in (
        (GIVE_AGAIN, permissions.GIVE_RECHECK, DRAWN), (SETTLE_AGAIN, permissions.SETTLE_RECHECK, MARKED),
    ):  # fmt: skip
        open_duties(kind, _owed_by(permission, [one for one in rechecks if one.state == state]))


def given(recheck: Recheck) -> None:
    settle_duties((GIVE_AGAIN, SCORE_AGAIN), [recheck.pk])
    handed_out([recheck])


def marked(recheck: Recheck) -> None:
    settled(recheck)
    handed_out([recheck])


def settled(recheck: Recheck) -> None:
    settle_duties((GIVE_AGAIN, SCORE_AGAIN, SETTLE_AGAIN), [recheck.pk])


def _owed_by(permission: Permission, rechecks: Sequence[Recheck]) -> list[Owed]:
    """Everybody of its roles for the rows its reach lets them at: one query a person, however many rows."""
    by_key = {one.pk: one for one in rechecks}
    return [_owed(user.pk, by_key[key]) for user in (_holders(permission) if rechecks else ())
            for key in permission.rows(Recheck.objects.filter(pk__in=list(by_key)), user).values_list("pk", flat=True)]  # fmt: skip


def _holders(permission: Permission) -> Iterator[User]:
    able = User.objects.filter(is_active=True, role_grants__role__in=list(permission.reach)).exclude(username=SYSTEM)
    yield from able.distinct().prefetch_related("role_grants").order_by("pk")


def _owed(user: int, recheck: Recheck) -> Owed:
    """What reaches somebody only after its day is due the day it reaches them."""
    return Owed(user, recheck.pk, max(recheck.due_on, clock.today()), recheck.evaluation.assignment.contact.key)
