"""What was open before the inbox knew of it comes into it."""

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.inbox.duties import Owed, open_duties
from hengcai.interactions import duties as complaint_duties
from hengcai.quality import calibration_duties, permissions, recheck_duties


def missing() -> dict[str, list[Owed]]:
    """By kind; kinds of which nothing is missing are left out."""
    found = {**recheck_duties.missing(), **calibration_duties.missing(), **complaint_duties.missing()}
    return {kind: owed for kind, owed in found.items() if owed}


@action(permissions.SUM_UP)
def open_missing_duties(_centre: Centre, *, by: User) -> int:
    """Of rechecks, calibration sessions and complaints. A second time there is none left."""
    found = missing()
    for kind, owed in found.items():
        open_duties(kind, owed)
    return sum(map(len, found.values()))
