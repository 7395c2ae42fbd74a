"""What the small centre holds of the panel's own work: a term, minutes, a project group with a task of each agent, and of
each agent a suggestion with their name."""

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.council import actions
from hengcai.council.actions.group import Errand, Minutes
from hengcai.council.rules.group import Mandate, Point
from tests.web.world_rows import AGENTS, World

DISCUSSED = "会上讨论的原话"  # which nobody outside the panel reads


def council(world: World) -> None:
    centre, zheng, qian, today = the_centre(), world.users["zheng"], world.users["qian"], clock.today()
    actions.add_seat(centre, by=qian, user=zheng, mandate=Mandate("analyst", "elected", today, None))
    minutes = Minutes("季度例会", today, [zheng, qian], [Point("评分口径", DISCUSSED, "统一", (2, 0, 0))])
    meeting = actions.write_meeting(centre, by=zheng, minutes=minutes, today=today)
    projects, tasks, said = {}, {}, {}
    for name in AGENTS:
        facts = {"name": "调研组", "purpose": "现状调研", "since": today, "until": None}
        one = actions.add_project(centre, by=zheng, **facts)
        actions.join_project(one, by=zheng, user=world.users[name], part="senior")
        errand = Errand("发问卷", world.users[name], today, project=one)
        tasks[name] = actions.set_errand(centre, by=zheng, errand=errand, today=today).pk
        projects[name] = one.pk
        said[name] = actions.suggest(centre, by=world.users[name], title="建议", text="写清楚", today=today).pk
    world.add("minutes", {"zheng": meeting.pk})
    world.add("project group", projects)
    world.add("council task", tasks)
    world.add("suggestion", said)
