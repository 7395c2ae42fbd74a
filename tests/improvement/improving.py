"""A measure of Feng's about Li, with Zhao as its owner, on listening."""

from datetime import UTC, date, datetime

from hengcai.base import clock
from hengcai.improvement import actions
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.models import Remedy
from hengcai.improvement.rules.remedies import Plan
from hengcai.quality.models import Item
from tests import cast
from tests.quality import scene

TUESDAY = date(2026, 3, 17)
NOON = datetime(2026, 3, 17, 4, tzinfo=UTC)  # in Shanghai
DUE = date(2026, 3, 31)
LATER = date(2026, 4, 14)


def item(code="listening") -> Item:
    scene.scorecard()
    return Item.objects.get(code=code, section__scorecard__code="call")


def plan(about="person", **more) -> Plan:
    return Plan(**{"about": about, "finding": "抢话", "action": "听完再答", "due_on": DUE, **more})


def raised(about="person", *, by="feng", owner="zhao", **more) -> Remedy:
    cast.zhao()
    subject = {"person": {"person": cast.li()}, "team": {"team": cast.team("one")}}.get(about, {})
    told = {"plan": plan(about, **more), "subject": Subject(cast.user(owner), **subject)}
    with clock.set_to(NOON):
        return actions.raise_remedy(cast.centre(), by=cast.user(by), today=TUESDAY, **told)


def finish(one, *, by="zhao", proof="全班试听三遍", today=TUESDAY):
    return actions.finish_remedy(again(one), by=cast.user(by), proof=proof, today=today)


def check(one, *, by="feng", words="看过", today=DUE):
    return actions.check_remedy(again(one), by=cast.user(by), words=words, today=today)


def again(one) -> Remedy:
    return Remedy.objects.get(pk=one.pk)
