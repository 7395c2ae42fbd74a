"""What a recheck asks of whom: to be assigned, to be scored again, to be settled."""

from collections.abc import Iterator, Sequence

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.permissions import Permission
from hengcai.inbox.duties import Owed, missing_duties, open_duties, settle_duties
from hengcai.quality import permissions
from hengcai.quality.duties import GIVE_AGAIN, SCORE_AGAIN, SETTLE_AGAIN
from hengcai.quality.recheck_models import Recheck

DRAWN, GIVEN, MARKED = Recheck.State.DRAWN, Recheck.State.GIVEN, Recheck.State.MARKED


def handed_out(rechecks: Sequence[Recheck]) -> None:
    """A whole draw at once, in each state it left them in."""
    for kind, owed in _asked_of(rechecks).items():
        open_duties(kind, owed)


def missing() -> dict[str, list[Owed]]:
    """By kind, what open rechecks ask of somebody whose inbox does not say so: they are older than their duties."""
    going = Recheck.objects.exclude(state=Recheck.State.SETTLED).select_related("evaluation__assignment__contact")
    return {kind: missing_duties(kind, owed) for kind, owed in _asked_of(list(going)).items()}


def given(recheck: Recheck) -> None:
    settle_duties((GIVE_AGAIN, SCORE_AGAIN), [recheck.pk])
    handed_out([recheck])


def marked(recheck: Recheck) -> None:
    settled(recheck)
    handed_out([recheck])


def settled(recheck: Recheck) -> None:
    settle_duties((GIVE_AGAIN, SCORE_AGAIN, SETTLE_AGAIN), [recheck.pk])


def _asked_of(rechecks: Sequence[Recheck]) -> dict[str, list[Owed]]:
    def those(state: str) -> list[Recheck]:
        return [one for one in rechecks if one.state == state]

    return {
        SCORE_AGAIN: [_owed(one.rechecker_id or 0, one) for one in those(GIVEN)],
        GIVE_AGAIN: _owed_by(permissions.GIVE_RECHECK, those(DRAWN)),
        SETTLE_AGAIN: _owed_by(permissions.SETTLE_RECHECK, those(MARKED)),
    }


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
