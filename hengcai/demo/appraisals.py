"""Months, quarters and a probation cycle: opened, rated, computed, published as the group would."""

import random
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from hengcai.accounts.models import Centre, User
from hengcai.appraisal.actions import (
    add_cycle,
    add_marks,
    compute_cycle,
    open_cycle,
    pass_rater_training,
    publish_cycle,
    send_rating,
    write_remark,
)
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.forms import form_items, observed_levels
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.rules.raters import Given
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.base.bilingual import Bilingual
from hengcai.demo.people import Staff
from hengcai.people.models import Person

REMARKS = Path(__file__).parent / "remarks.yaml"
QUARTER_NAMES = ("一", "二", "三", "四")
BIAS = {"self": 0.35, "superior": 0.0, "peer": 0.25, "practical": -0.1}
TEST_SHARE, RESIT_BELOW = 0.9, 60
Tell = Callable[[str], None]


def quarter_of(day: date, back: int) -> tuple[date, date]:
    """First and last day of the quarter `back` quarters before that of `day`."""
    number = day.year * 4 + (day.month - 1) // 3 - back
    first = date(number // 4, number % 4 * 3 + 1, 1)
    after = date((number + 1) // 4, (number + 1) % 4 * 3 + 1, 1)
    return first, after - timedelta(days=1)


def train_raters(users: dict[str, User], *, today: date) -> None:
    for username, user in users.items():
        if username not in {"sun", "wu"}:  # those two rate nobody
            pass_rater_training(user, by=user, answers=RIGHT_ANSWERS, today=today)


class Raters:
    """Fills forms: each superior and peer with a leniency of their own, each person with a level of theirs."""

    def __init__(self, staff: Staff, dice: random.Random) -> None:
        self.staff, self.dice = staff, dice
        self.users = {user.pk: user for user in staff.users.values()}
        self.leniency: dict[int, float] = defaultdict(lambda: dice.gauss(0, 0.35))
        self.ability: dict[tuple[int, str], float] = defaultdict(lambda: dice.gauss(0, 0.45))
        self.remarks = _remarks()
        self.numbers = dict(Person.objects.values_list("pk", "number"))
        self.shift: dict[str, float] = {
            "emotion_management": -0.75,
            "problem_classifying": -0.3,
            "handling_objections": -0.4,
        }

    def fill(self, task: RatingTask, observed: dict[str, Any], *, today: date) -> None:
        given = {item.code: self._given(task, item.code, observed) for item in form_items(task)}
        by = self.users[task.rater.user_id or 0]
        send_rating(task, by=by, given=given, comment=self._comment(task), edit_count=task.edit_count, today=today)

    def _given(self, task: RatingTask, code: str, observed: dict[str, Any]) -> Given:
        number = self.numbers[task.participant.person_id]
        level = 3.45 + 0.45 * self.staff.levels.get(number, 0) + self.ability[task.participant_id, code] * 0.6
        level += self.shift.get(code, 0) + BIAS[task.source] + self.dice.gauss(0, 0.35)
        if task.source in {"superior", "peer"}:
            level += self.leniency[task.rater_id]
        chosen = Fraction(min(5, max(1, round(level))))
        if task.source == "peer" and self.dice.random() < 0.05:
            return Given(None)
        return Given(chosen, reason=self._reason(task, chosen, observed.get(code)))

    def _reason(self, task: RatingTask, level: Fraction, seen: Any) -> str:
        if task.source != "superior" or seen is None or abs(level - seen.mean) < 2:
            return ""
        tone = "above" if level > seen.mean else "below"
        return str(self.dice.choice([one for one in self.remarks["far"] if one["tone"] == tone])["text"]["zh"])

    def _comment(self, task: RatingTask) -> str:
        if self.dice.random() < 0.45:
            return ""
        kind = "self" if task.source == "self" else "peer" if task.source == "peer" else "superior"
        return str(self.dice.choice(self.remarks[kind])["text"]["zh"])


def _remarks() -> dict[str, list[dict[str, Any]]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, list[dict[str, Any]]] = yaml.load(REMARKS.read_text("utf-8"), loader)  # noqa: S506 - safe loaders
    return found


def quarter(
    centre: Centre, raters: Raters, *, by: User, period: tuple[date, date], dates: Dates, kind: str = "quarter"
) -> Cycle:
    first, number = period[0], (period[0].month - 1) // 3
    if kind == "quarter":
        code = f"{first.year}-Q{number + 1}"
        name = Bilingual(
            f"{first.year}年第{QUARTER_NAMES[number]}季度技能评价", f"Skill appraisal Q{number + 1} {first.year}"
        )
    else:
        code = f"{first.year}-{first.month:02d}-T"
        name = Bilingual(f"{first.year}年{first.month}月试用期评价", f"Probation appraisal {first:%b %Y}")
    cycle = add_cycle(centre, by=by, kind=kind, code=code, name=name, period=period, dates=dates)
    return open_cycle(cycle, by=by, today=period[1])


def rate_all(cycle: Cycle, raters: Raters, *, share: float, today: date, keep_open: set[int], tell: Tell) -> None:
    """Self first, then the others; `keep_open` are raters whose forms are left for the visitor."""
    tasks = RatingTask.objects.filter(participant__cycle=cycle).select_related(
        "participant__person", "participant__cycle__framework", "participant__post", "rater"
    )
    people = list(cycle.participants.values_list("person_id", flat=True))
    observed = observed_levels(people, start=cycle.period_start, end=cycle.period_end)
    order = {"self": 0, "practical": 1, "peer": 2, "superior": 3}
    chosen = sorted(tasks, key=lambda task: (order[task.source], task.pk))
    for task in chosen:
        if task.rater_id not in keep_open and raters.dice.random() < share:
            raters.fill(task, observed.get(task.participant.person_id, {}), today=today)


def test_marks(cycle: Cycle, *, by: User, dice: random.Random) -> None:
    """Written tests out of 100; who fails sits again once."""
    marks = []
    for person in cycle.participants.filter(post__is_frontline=True).values_list("person_id", flat=True):
        if dice.random() > TEST_SHARE:
            continue
        mark = Decimal(min(100, max(30, round(dice.gauss(76, 12)))))
        marks.append({"person": person, "test": "业务知识", "attempt": 1, "mark": mark})
        if mark < RESIT_BELOW:
            again = Decimal(min(100, round(dice.gauss(72, 8))))
            marks.append({"person": person, "test": "业务知识", "attempt": 2, "mark": again})
    add_marks(cycle, by=by, marks=marks)


def month(centre: Centre, *, by: User, period: tuple[date, date], users: dict[str, User], is_published: bool) -> Cycle:
    first = period[0]
    name = Bilingual(f"{first.year}年{first.month}月服务质量考核", f"Service quality {first:%B %Y}")
    cycle = add_cycle(centre, by=by, kind="month", code=f"{first:%Y-%m}", name=name, period=period, dates=Dates())
    cycle = open_cycle(cycle, by=by, today=period[1])
    _remark(cycle, users["zhao"])
    cycle = compute_cycle(cycle, by=by)
    return publish_cycle(cycle, by=users["zheng"]) if is_published else cycle


def _remark(cycle: Cycle, lead: User) -> None:
    """Zhao writes a line on Li each month."""
    participant = cycle.participants.filter(person__user__username="li").first()
    if participant:
        text = "晚高峰两次主动接了转不出去的投诉单，小结写得全；改址类的核身再快半步。"
        write_remark(participant, by=lead, author=lead.person, source="superior", text=text)
