"""To whom a late duty goes: the lead of whoever is late, or everybody of a role."""

from collections.abc import Collection, Sequence
from datetime import date

from hengcai.accounts.models import SYSTEM, RoleGrant
from hengcai.base.roles import LEAD
from hengcai.inbox.kinds import KINDS
from hengcai.inbox.models import Duty
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day


class Superiors:
    """Read once for a batch: three rows or five hundred cost the same."""

    def __init__(self, duties: Sequence[Duty], *, today: date) -> None:
        self._leads = _leads({one.user_id for one in duties}, today)
        self._holders = _holders({role for one in duties for role in _up(one)})

    def of(self, duty: Duty) -> list[int]:
        """Of the first step on which there is anybody but the one that is late, all of them: whoever acts first."""
        for step in _up(duty):
            found = self._leads.get(duty.user_id, []) if step == LEAD else self._holders.get(step, [])
            others = [user for user in found if user != duty.user_id]
            if others:
                return others
        return []


def _up(duty: Duty) -> tuple[str, ...]:
    kind = KINDS.get(duty.kind)
    return kind.up if kind else ()


def _leads(users: Collection[int], today: date) -> dict[int, list[int]]:
    rows = Placement.objects.filter(on_day(today), person__user__in=users, lead__user__is_active=True)
    return {user: [lead] for user, lead in rows.values_list("person__user", "lead__user")}


def _holders(roles: Collection[str]) -> dict[str, list[int]]:
    """By role, whoever holds it."""
    found: dict[str, list[int]] = {}
    rows = RoleGrant.objects.filter(role__in=roles, user__is_active=True).exclude(user__username=SYSTEM).order_by("pk")
    for role, user in rows.values_list("role", "user"):
        found.setdefault(role, []).append(user)
    return found
