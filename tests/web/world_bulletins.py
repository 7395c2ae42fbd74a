"""What the small centre holds of notices: one draft, one put to everybody with an open spot test, one to each team; a report each."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.bulletins import actions
from hengcai.bulletins.models import Bulletin
from hengcai.bulletins.rules.corrections import Report
from hengcai.bulletins.rules.notices import Text
from hengcai.people.models import Team
from tests import cast
from tests.bulletins.scene import question
from tests.web.world_rows import AGENTS, LED, World

TEAMS = {"li": "one", "he": "two"}
REPORTED = "知识库还写着 7 天"


def bulletins(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    text = Text(today, title_zh="退货期限", body_zh="改为 15 天。", must_read=True, due_kind="hours")
    found = {}
    for name, team in TEAMS.items():
        made = actions.add_bulletin(cast.centre(), by=zhou, text=_of(text, team))
        found[name] = actions.publish_bulletin(made, by=zhou)
    teams = {"zhao": {"li"}, "lin": {"he"}}
    world.add("bulletin", {name: one.pk for name, one in found.items()}, shared={**teams, "wang": {"li"}})
    world.add("bulletin draft", {"zhou": actions.add_bulletin(cast.centre(), by=zhou, text=text).pk})
    tests = {}
    for name, one in found.items():
        actions.add_bulletin_question(one, by=zhou, question=question(), passage="15 天")
        draw = actions.Draw(["q1"], today + timedelta(days=3))
        tests[name] = actions.open_spot_test(one, by=zhou, draw=draw, today=today).pk
    world.add("spot test", tests, shared={**teams, "wang": {"li"}})
    topic = actions.keep_topic(cast.centre(), by=zhou, name=Bilingual("售后", "After sales"), owner=world.users["zhou"])
    world.add("knowledge topic", {"zhou": topic.pk})
    rows = {
        name: actions.report_knowledge(
            cast.centre(), by=world.users[name], report=Report("退货", REPORTED), topic=topic, today=today
        ).pk
        for name in AGENTS
    }
    world.add("knowledge correction", rows, shared=LED)
    assert Bulletin.objects.count() == 3


def _of(text: Text, team: str) -> Text:
    from dataclasses import replace

    return replace(text, teams=list(Team.objects.filter(name__endswith=team).values_list("pk", flat=True)))
