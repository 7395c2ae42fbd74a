"""Who else has a sheet open. Only a page's sign of life: nothing is locked, decided or kept, so nothing is logged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.base.permissions import Doer
from hengcai.quality import permissions
from hengcai.quality.calibration_models import BlindSheet
from hengcai.quality.models import Assignment, Dispute, Evaluation
from hengcai.quality.presence_models import Presence
from hengcai.quality.recheck_models import Recheck

RENEWED = timedelta(seconds=5)  # a page asks more often; its row is written anew only so often
GONE = timedelta(seconds=12)


@dataclass(frozen=True)
class Other:
    """Somebody else's window, or another of one's own."""

    name: str
    is_oneself: bool


def _desk(user: Doer, pk: int) -> bool:
    """Its analyst, and whoever may read what was handed in of it; never the one it is about."""
    given = permissions.OPEN.rows(Assignment.objects.exclude(state=Assignment.State.WITHDRAWN), user)
    read = permissions.SEE.rows(Evaluation.objects.exclude(agent__user=user.pk), user)
    return given.filter(pk=pk).exists() or read.filter(assignment=pk).exists()


def _blind_sheet(user: Doer, pk: int) -> bool:
    """Those who score the same contact of a session know of each other."""
    return permissions.SCORE_BLIND.rows(BlindSheet.objects.filter(of=pk), user).exists()


def _recheck(user: Doer, pk: int) -> bool:
    """Never whoever scored it first."""
    rows = Recheck.objects.filter(pk=pk)
    return any(one.rows(rows, user).exists() for one in (permissions.SCORE_RECHECK, permissions.SETTLE_RECHECK))


def _dispute(user: Doer, pk: int) -> bool:
    """Who may take it or decides it; never whoever it is about or scored it."""
    rows = Dispute.objects.filter(pk=pk)
    return any(one.rows(rows, user).exists() for one in (permissions.TAKE, permissions.TAKE_OVER, permissions.DECIDE))


SHEETS: Mapping[str, Callable[[Doer, int], bool]] = {
    "assignment": _desk,
    "calibration": _blind_sheet,
    "recheck": _recheck,
    "dispute": _dispute,
}


def may_be_at(sheet: str, user: Doer) -> bool:
    kind, _colon, key = sheet.partition(":")
    return kind in SHEETS and key.isdecimal() and len(key) < 12 and SHEETS[kind](user, int(key))


def seen_at(sheet: str, *, by: User, window: str) -> list[Other]:
    """Notes this window and tells the others, by name."""
    now = clock.now()
    rows = list(Presence.objects.filter(sheet=sheet).select_related("user"))
    own = next((row for row in rows if row.user_id == by.pk and row.window == window), None)
    if own is None:
        _begin(sheet, by, window)
    elif own.seen_at <= now - RENEWED:
        Presence.objects.filter(pk=own.pk).update(seen_at=now)
    others = {Other(row.user.name, row.user_id == by.pk) for row in rows if row is not own and row.seen_at > now - GONE}
    return sorted(others, key=lambda one: one.name)


def others_at(sheet: str, *, by: Doer) -> list[Other]:
    """Whose windows have it open just now, without noting anything."""
    rows = Presence.objects.filter(sheet=sheet, seen_at__gt=clock.now() - GONE).select_related("user")
    return sorted({Other(row.user.name, row.user_id == by.pk) for row in rows}, key=lambda one: one.name)


def left(sheet: str, *, by: User, window: str) -> None:
    Presence.objects.filter(sheet=sheet, user=by, window=window).delete()


def _begin(sheet: str, user: User, window: str) -> None:
    """Whoever comes clears away what others left behind."""
    Presence.objects.filter(seen_at__lte=clock.now() - 5 * GONE).delete()
    Presence.objects.update_or_create(sheet=sheet, user=user, window=window, defaults={"seen_at": clock.now()})
