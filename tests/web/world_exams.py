"""What the small centre holds of tests: a blueprint as draft and in use, and a test in which each agent is in the middle of one
sitting and was told the result of another."""

from datetime import timedelta

from hengcai.assessment.actions import (
    add_blueprint,
    announce_exam,
    close_exam,
    load_questions,
    publish_blueprint,
    release_exam,
    start_sitting,
    submit_sitting,
)
from hengcai.assessment.actions.blueprints import Plan
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from tests import cast
from tests.assessment.sitting import choice
from tests.web.world_rows import AGENTS, LED, World

TEAMS = {"li": ("li", "wang"), "he": ("he",)}


def exams(world: World) -> None:
    by, centre = world.users["zhou"], cast.centre()
    load_questions(centre, by=by, course="", quiz=[choice(f"exam{place}") for place in range(4)])
    plan = Plan(Bilingual("上岗考试", "Permit test"), [Part(3)], 30)
    world.add("draft blueprint", {"zhou": add_blueprint(centre, by=by, code="draft", plan=plan).pk})
    used = publish_blueprint(add_blueprint(centre, by=by, code="used", plan=plan), by=by, today=clock.today())
    world.add("used blueprint", {"zhou": used.pk})
    going = {name: _exam(world, used, names) for name, names in TEAMS.items()}
    told = {name: _exam(world, used, names) for name, names in TEAMS.items()}
    world.add("open exam", {name: exam.pk for name, exam in going.items()}, shared=LED)
    running = {
        name: _sitting(exam, name, world) for exam in going.values() for name in AGENTS if _is_in(exam, name, world)
    }
    world.add("running sitting", running, shared=LED)
    done = {name: _sitting(exam, name, world) for exam in told.values() for name in AGENTS if _is_in(exam, name, world)}
    for exam in told.values():
        for one in exam.sittings.filter(state="running"):
            submit_sitting(one, by=one.person.user, answers=dict.fromkeys(one.paper, "a"))
        release_exam(close_exam(exam, by=by), by=by)
    world.add("told exam", {name: exam.pk for name, exam in told.items()}, shared=LED)
    world.add("told sitting", done, shared=LED)


def _exam(world, used, names):
    now = clock.now()
    people = [world.people[name].pk for name in names]
    plan = Announcement("三月考试", Window(now - timedelta(hours=1), now + timedelta(days=1)), people=people)
    return announce_exam(used, by=world.users["zhou"], plan=plan)


def _is_in(exam, name, world):
    return exam.sittings.filter(person=world.people[name]).exists()


def _sitting(exam, name, world):
    return start_sitting(exam.sittings.get(person=world.people[name]), by=world.users[name]).pk
