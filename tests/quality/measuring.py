"""A month of quality work small enough to count by hand."""

from datetime import UTC, date, datetime

from hengcai.quality.actions import name_cause_owner, publish_evaluations
from hengcai.quality.models import Evaluation
from hengcai.quality.recheck_models import RecheckDraw
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

MARCH, TODAY = date(2026, 3, 1), date(2026, 4, 10)
BELOW = {"apology": Mark("4"), "record": Mark("2", "没有记", "person")}
SYSTEM_FAULT = {"apology": Mark("4"), "record": Mark("2", "系统卡住，存不上", "system")}
FATAL = {"identity": Mark("no", "没有核对", "person")}
GIVEN: tuple[dict[str, Mark], ...] = (SYSTEM_FAULT, BELOW, FATAL, {})


def at(day: int) -> datetime:
    return datetime(2026, 3, day, 4, tzinfo=UTC)


def scored():
    """Four contacts of Li in March, each otherwise marked, all published; one more of Li and one of Wang unheard."""
    made = [scene.evaluation(cast.li(), {**scene.GOOD, **marks}, at(day)) for day, marks in enumerate(GIVEN, start=2)]
    scene.contact(cast.li(), at(9))
    scene.contact(cast.wang(), at(9))
    publish_evaluations(drawn(made), by=cast.user("feng"))
    return made


def drawn(made):
    """Of a batch without anything left to recheck, the fatal error too."""
    feng = cast.user("feng")
    batch = RecheckDraw.objects.create(seed=1, share="0", n=len(made), by=feng)
    Evaluation.objects.filter(pk__in=[one.pk for one in made]).update(recheck_draw=batch)
    return made


def owned(cause: str = "system", owner: str = "sun"):
    return name_cause_owner(cast.centre(), by=cast.user("feng"), cause=cause, owner=cast.user(owner))
