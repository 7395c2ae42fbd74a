"""What the small centre holds of policies on their way: one under discussion with a comment, one announced."""

from datetime import timedelta

from hengcai.appraisal.actions import add_policy, comment_on_policy, discuss_policy
from hengcai.base import clock
from tests import cast
from tests.appraisal import procedure
from tests.web.world_rows import World

A_DAY = timedelta(days=1)
FAR = 900 * A_DAY


def policies(world: World) -> None:
    zheng, today = world.users["zheng"], clock.today()
    asked = procedure.explained(add_policy(cast.centre(), by=zheng, kind="monthly", text="repeat_days: 5"))
    discuss_policy(asked, by=zheng, closes_on=today + 5 * A_DAY, today=today)
    comment_on_policy(asked, by=world.users["wang"], text="七天才合适", article="groups", today=today)
    told = add_policy(cast.centre(), by=zheng, kind="monthly", text="repeat_days: 6")
    told = procedure.announced(told, today=today - 2 * A_DAY, in_force_from=today + FAR)
    world.add("discussed policy", {"zheng": asked.pk})
    world.add("announced policy", {"zheng": told.pk})
