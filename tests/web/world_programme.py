"""What the small centre holds of training plans: a draft of Zhou's with a need of each agent."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.people.models import Person
from hengcai.programme.actions import Frame, draft_training_plan, open_revision
from hengcai.programme.models import Need, Surge
from hengcai.training.actions import Qualification, qualify_trainer
from hengcai.training.models import Course
from tests import cast
from tests.web.world_rows import AGENTS, LED, World


def programme(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    frame = Frame("月度计划", "month", today, today + timedelta(days=20))
    made = draft_training_plan(cast.centre(), by=zhou, frame=frame)
    facts = {"competency": "problem_solving", "level": "2", "required": "4", "is_certain": False, "weight": 20}
    needs = {agent: Need.objects.create(plan=made, person=world.people[agent], **facts).pk for agent in AGENTS}
    world.add("training plan", {"zhou": made.pk})
    world.add("training need", needs, shared=LED)
    _follows(world)


def _follows(world: World) -> None:
    """A course of Zhou's put up for revision, a surge that concerns each agent, and Zhou an internal trainer."""
    zhou = world.users["zhou"]
    course, today = Course.objects.get(code="openings", state="published"), clock.today()
    reasons = [{"why": "no_difference", "outcome": "quality"}]
    world.add("revision", {"zhou": open_revision(course, by=zhou, reasons=reasons, today=today).pk})
    facts = {
        "now": [20, 100],
        "before": [10, 300],
        "change": {"estimate": 0.17, "low": 0.1, "high": 0.2},
        "title": {"zh": "退费"},
    }
    surge = Surge.objects.create(
        kind="complaints", matter="退费", month=today.replace(day=1), facts=facts, course=course, found_at=clock.now()
    )
    surge.people.set(world.people[agent] for agent in AGENTS)
    world.add("surge", {"zhou": surge.pk})
    given = Qualification("trainer", today)
    teacher = Person.objects.get(user=zhou)
    world.add("internal trainer", {"zhou": qualify_trainer(teacher, by=zhou, given=given).pk})
