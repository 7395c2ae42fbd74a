"""A round of mystery shopping and live listening, in as few words as the tests of them want."""

from datetime import UTC, date, datetime

from hengcai.people.models import Person
from hengcai.quality import actions
from hengcai.quality.observation_models import Observation, ShopperRound
from hengcai.quality.rules.observations import Span
from tests import cast
from tests.quality import scene

AT = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
SPAN = Span(date(2026, 3, 9), date(2026, 3, 13), 9, 18)


def brief(**more) -> actions.Brief:
    facts = {
        "name": "宽带暗访", "channel": "call", "scorecard": more.pop("scorecard", None) or scene.scorecard(),
        "scenario": "新装用户", "asks": "何时能装", "looks_for": "有没有核实地址", "span": SPAN, "visits": 4,
    }  # fmt: skip
    return actions.Brief(**{**facts, **more})


def planned(*, shoppers=("chen",), by="feng", **more) -> ShopperRound:
    who = [cast.user(name) for name in shoppers]
    return actions.plan_round(cast.centre(), by=cast.user(by), brief=brief(**more), shoppers=who, seed=7)


def visited(agent: Person | None = None, *, by="chen", one: Observation | None = None) -> Observation:
    one = one or planned().visits.order_by("number").first()
    return actions.record_visit(one, by=cast.user(by), agent=agent or cast.li(), at=AT, notes="接得很快")


def scored(one: Observation | None = None, *, by="chen", marks=None) -> Observation:
    one = one or visited()
    facts = {"marks": scene.GOOD if marks is None else marks, "comment": "", "edit_count": one.edit_count}
    return actions.submit_observation(one, by=cast.user(by), **facts)


def heard(agent: Person | None = None, *, by="chen") -> Observation:
    return actions.start_listening(agent or cast.li(), by=cast.user(by), scorecard=scene.scorecard())


def told(one: Observation | None = None, *, by="feng") -> Observation:
    return actions.tell_observation(one or scored(), by=cast.user(by))
