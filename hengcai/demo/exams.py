"""The demo's written tests: one sat last month and published, its resits open, and one that waits for whoever signs in."""

import random
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.utils.timezone import get_current_timezone

from hengcai.accounts.models import Centre, User
from hengcai.assessment.actions import (
    add_blueprint,
    announce_exam,
    close_exam,
    open_resits,
    publish_blueprint,
    release_exam,
    start_sitting,
    submit_sitting,
)
from hengcai.assessment.actions.blueprints import Plan
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.models import BankQuestion, Blueprint, Exam, Sitting
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.people.models import Person

SEED, SAT, MINUTES = 2026, 24, 30
TITLE = Bilingual("业务知识季度考试", "Quarterly test of product and service knowledge")
INTRO = Bilingual(
    "闭卷，单选、多选、判断都有，考平时接电话用得上的内容。",
    "Closed book: choices and true or false, on what calls are about.",
)
PARTS = (Part(8, kind="single"), Part(3, kind="multiple"), Part(4, kind="true_false"))
NEXT = "十二月业务知识考试"
AWAITED = ("li", "wang")


def leave_exams(centre: Centre, *, by: User, today: date) -> None:
    """Only where the bank can fill a paper."""
    if BankQuestion.objects.filter(state=BankQuestion.State.PUBLISHED).count() < sum(part.count for part in PARTS) * 2:
        return
    plan = Plan(TITLE, PARTS, MINUTES, intro=INTRO)
    made = add_blueprint(centre, by=by, code="quarter_knowledge", plan=plan)
    blueprint = publish_blueprint(made, by=by, today=today)
    people = _agents()
    _sat(blueprint, people[:SAT], by, today - timedelta(days=24))
    _waits(blueprint, by, today)


def _agents() -> list[Person]:
    rows = Person.objects.filter(user__role_grants__role="agent", user__is_active=True).select_related("user")
    return list(rows.distinct().order_by("pk"))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=get_current_timezone())


def _sat(blueprint: Blueprint, people: list[Person], by: User, day: date) -> None:
    """Each knows what they know; two did not come; those who failed may sit again next week."""
    dice = random.Random(SEED)
    with clock.set_to(_at(day - timedelta(days=3), 10)):
        window = Window(_at(day, 9), _at(day, 18))
        keys = [one.pk for one in people]
        exam = announce_exam(
            blueprint, by=by, plan=Announcement("十一月业务知识考试", window, people=keys, seed="demo")
        )
    for place, sitting in enumerate(exam.sittings.select_related("person__user").order_by("person_id")):
        if place % 12 != 11:
            _sit(sitting, dice, _at(day, 9 + place % 8))
    with clock.set_to(_at(day, 20)):
        release_exam(close_exam(exam, by=by), by=by)
        _open_again(exam, by)


def _sit(sitting: Sitting, dice: random.Random, moment: datetime) -> None:
    knows, user = dice.uniform(0.45, 0.98), sitting.person.user
    if user is None:
        return
    with clock.set_to(moment):
        start_sitting(sitting, by=user)
    rows = BankQuestion.objects.in_bulk(sitting.paper)
    answers = {pk: _answer(rows[pk], dice, knows=knows) for pk in sitting.paper}
    with clock.set_to(moment + timedelta(minutes=dice.randint(9, MINUTES - 1))):
        submit_sitting(sitting, by=user, answers=answers)


def _answer(question: BankQuestion, dice: random.Random, *, knows: float) -> str:
    content, is_known = question.content, dice.random() < knows
    if question.kind == "true_false":
        true = str(content["answers"][0]["value"]).lower()
        return true if is_known else {"true": "false", "false": "true"}[true]
    right = [one["id"] for one in content["options"] if Fraction(str(one["share"])) > 0]
    if is_known:
        return ";".join(right)
    return str(dice.choice([one["id"] for one in content["options"]]))


def _open_again(exam: Exam, by: User) -> None:
    """Where somebody has to."""
    if not exam.sittings.exclude(is_passed=True).exists():
        return
    opens = clock.now() + timedelta(days=20)
    open_resits(exam, by=by, window=Window(opens, opens + timedelta(days=10)))


def _waits(blueprint: Blueprint, by: User, today: date) -> None:
    people = list(Person.objects.filter(user__username__in=AWAITED).values_list("pk", flat=True))
    opens = clock.now() - timedelta(hours=1)
    window = Window(opens, _at(today + timedelta(days=5), 18))
    plan = Announcement(NEXT, window, people=people, is_instant=True, shows=Exam.Shows.KEY)
    announce_exam(blueprint, by=by, plan=plan)
