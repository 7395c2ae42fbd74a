"""What followed from a corrected result, as its reader may see it: the difference in pay, and the awards that rest on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hengcai.appraisal.models import Result
from hengcai.base.permissions import Doer
from hengcai.consequences import permissions
from hengcai.consequences.models import Difference, Nomination, PayRun


@dataclass(frozen=True)
class Following:
    """`sees_pay`: whether this reader may know of pay at all. Without a difference nothing decided changes."""

    sees_pay: bool = False
    pay: Difference | None = None
    awards: Sequence[Nomination] = field(default_factory=tuple)

    @property
    def run(self) -> PayRun | None:
        """The run in which it is paid, once there is one."""
        return self.pay.paid_in.run if self.pay and self.pay.paid_in else None

    @property
    def is_settled(self) -> bool:
        return self.run is not None and self.run.state in PayRun.FINAL


def following(fresh: Result | None, user: Doer) -> Following:
    """Pay for those who see runs, and for the person it is about; awards for those who see them, the person's own once
    they are public."""
    if fresh is None:
        return Following()
    is_own = fresh.participant.person.user_id == user.pk
    sees_pay = permissions.SEE_OWN_PAY.is_held_by(user) if is_own else permissions.SEE_RUN.is_held_by(user)
    pay = Difference.objects.filter(fresh=fresh, line__isnull=False).select_related("line__run", "paid_in__run")
    return Following(sees_pay, pay.order_by("-pk").first() if sees_pay else None, _awards(fresh, user, is_own=is_own))


def _awards(fresh: Result, user: Doer, *, is_own: bool) -> list[Nomination]:
    """On the strength of an earlier revision of it."""
    seen = permissions.SEE_NOTICE if is_own else permissions.SEE_NOMINATION
    if not seen.is_held_by(user):
        return []
    rows = Nomination.objects.filter(result__participant=fresh.participant_id, unsettled=True)
    return list(seen.rows(rows, user).order_by("pk"))
