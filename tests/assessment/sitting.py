"""A small bank, a test announced from it, and moments on the server's clock."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from hengcai.assessment.actions import (
    add_blueprint,
    announce_exam,
    load_questions,
    publish_blueprint,
    save_answer,
    start_sitting,
    submit_sitting,
)
from hengcai.assessment.actions.blueprints import Plan
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from tests import cast

NINE = datetime(2026, 3, 16, 9, tzinfo=UTC)


@contextmanager
def at(minutes, seconds=0):
    """So long after nine."""
    with clock.set_to(NINE + timedelta(minutes=minutes, seconds=seconds)):
        yield


def choice(code, *, competency="listening", level=1, tags=()):
    return {
        "id": code, "kind": "single", "text": {"zh": f"题目 {code}", "en": f"Question {code}"}, "points": "1",
        "options": [{"id": "a", "text": "对", "share": "1"}, {"id": "b", "text": "错", "share": "0"}],
        "competency": competency, "level": level, "tags": list(tags),
    }  # fmt: skip


def essay(code, competency="writing"):
    return {
        "id": code,
        "kind": "essay",
        "text": f"说说 {code}",
        "guidance": "两点",
        "points": "3",
        "competency": competency,
    }


def bank(count=6, *, essays=0):
    """Published questions, all of one competency and level, and some essays."""
    contents = [choice(f"q{number}") for number in range(count)] + [essay(f"e{number}") for number in range(essays)]
    load_questions(cast.centre(), by=cast.user("zhou"), course="", quiz=contents)
    return list(BankQuestion.objects.order_by("code"))


def blueprint(parts=None, *, minutes=30, **more):
    plan = Plan(Bilingual("上岗考试", "Permit test"), parts or [Part(3, competency="listening")], minutes, **more)
    made = add_blueprint(cast.centre(), by=cast.user("zhou"), code="permit", plan=plan)
    return publish_blueprint(made, by=cast.user("zhou"), today=NINE.date())


def announced(people=("li", "wang"), *, plan=None, hours=6, **more):
    """Open from nine for so many hours."""
    with at(-60):
        found = plan or blueprint()
        window = Window(NINE, NINE + timedelta(hours=hours))
        ids = [cast.person(name).pk for name in people]
        return announce_exam(found, by=cast.user("zhou"), plan=Announcement("三月考试", window, people=ids, **more))


def begun(exam, name="li", minute=0):
    sitting = exam.sittings.get(person__number=name)
    with at(minute):
        return start_sitting(sitting, by=cast.user(name))


def answered(sitting, right, *, name="li", minute=1):
    """So many right, the rest wrong."""
    with at(minute):
        for place, pk in enumerate(sitting.paper):
            save_answer(sitting, by=cast.user(name), question=pk, response="a" if place < right else "b")


def handed_in(exam, right, *, name="li", minute=0):
    sitting = begun(exam, name, minute)
    answered(sitting, right, name=name, minute=minute + 1)
    with at(minute + 2):
        return submit_sitting(sitting, by=cast.user(name))
