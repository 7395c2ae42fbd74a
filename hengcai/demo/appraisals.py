"""Months and quarters: opened, rated, computed, published on the days on which the group would."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
    confirm_publication,
    draw_second_superiors,
    nudge_late,
    open_cycle,
    pass_rater_training,
    propose_publication,
    publish_cycle,
    send_rating,
    write_remark,
)
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.forms import form_items, observed_levels
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.moments import late_forms
from hengcai.appraisal.rules.publication import TAKE_BACK
from hengcai.appraisal.rules.raters import PEER_ITEM, Given
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.demo.people import Staff
from hengcai.demo.periods import Period
from hengcai.demo.review import judges_whole, look_through, see_twice
from hengcai.demo.timeline import Timeline, at
from hengcai.people.models import Person

REMARKS = Path(__file__).parent / "remarks.yaml"
QUARTER_NAMES = ("一", "二", "三", "四")
BIAS = {"self": 0.35, "superior": 0.0, "peer": 0.25, "practical": -0.1}
SUPERIOR, STANDARD = "superior", 4
TEST_SHARE, RESIT_BELOW = 0.9, 60
SENT_SHARE = 0.97
LAST_DAYS = (3, 6, 10, 13)  # own, others', superiors' form and publication, in days after the quarter
HALF_SHARE = {"self": 0.8, "peer": 0.55, "practical": 0.55, "superior": 0.65}
A_DAY = timedelta(days=1)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
Tell = Callable[..., None]


def train_raters(users: Iterable[User]) -> None:
    for user in users:
        if user.username not in {"sun", "wu"}:  # those two rate nobody
            pass_rater_training(user, by=user, answers=RIGHT_ANSWERS, today=clock.today())


class Raters:
    """Fills forms: each superior and peer with a leniency of their own, each person with a level of theirs."""

    def __init__(self, staff: Staff, dice: random.Random) -> None:
        self.staff, self.dice = staff, dice
        self.leniency: dict[int, float] = defaultdict(lambda: dice.gauss(0, 0.35))
        self.ability: dict[tuple[int, str], float] = defaultdict(lambda: dice.gauss(0, 0.45))
        self.remarks = _remarks()
        self.told: dict[str, set[int]] = defaultdict(set)  # remark → of whom
        self.items: dict[tuple[int, str], list[str]] = {}
        self.whole: set[int] = set()  # raters who judge a person as a whole
        self.shift: dict[str, float] = {
            "emotion_management": -0.75,
            "problem_classifying": -0.3,
            "handling_objections": -0.4,
        }
        self.look_around()

    def look_around(self) -> None:
        """Who is here by now."""
        self.users = {user.pk: user for user in self.staff.users.values()}
        self.numbers = dict(Person.objects.values_list("pk", "number"))

    def fill(self, task: RatingTask) -> None:
        observed = self._observed(task) if task.source == SUPERIOR else {}
        given = {code: self._given(task, code, observed) for code in self._asked(task)}
        by, comment = self.users[task.rater.user_id or 0], self._comment(task, given)
        send_rating(task, by=by, given=given, comment=comment, edit_count=task.edit_count, today=clock.today())

    def _asked(self, task: RatingTask) -> list[str]:
        key = task.participant.post_id, task.source
        if key not in self.items:
            self.items[key] = [item.code for item in form_items(task)]
        return self.items[key]

    def _observed(self, task: RatingTask) -> dict[str, Any]:
        cycle, person = task.participant.cycle, task.participant.person_id
        return observed_levels([person], of=cycle).get(person, {})

    def _given(self, task: RatingTask, code: str, observed: dict[str, Any]) -> Given:
        number = self.numbers[task.participant.person_id]
        level = 3.7 + 0.42 * self.staff.levels.get(number, 0) + self.ability[task.participant_id, code] * 0.6
        level += self.shift.get(code, 0) + BIAS[task.source] + self.dice.gauss(0, 0.35)
        if task.source in {"superior", "peer"}:
            level += self.leniency[task.rater_id]
        if task.source == SUPERIOR and task.rater_id in self.whole:
            level = 3.7 + 0.42 * self.staff.levels.get(number, 0) + self.leniency[task.rater_id]
        chosen = Fraction(min(5, max(1, round(level))))
        if task.source == "peer" and self.dice.random() < 0.05:
            return Given(None)
        return Given(chosen, reason=self._reason(task, chosen, observed.get(code)))

    def _reason(self, task: RatingTask, level: Fraction, seen: Any) -> str:
        if task.source != "superior" or seen is None or abs(level - seen.mean) < 2:
            return ""
        tone = "above" if level > seen.mean else "below"
        return str(self.dice.choice([one for one in self.remarks["far"] if one["tone"] == tone])["text"]["zh"])

    def _is_read(self, task: RatingTask) -> bool:
        """Peers of whom one signs in as write: from three of them on it can be read."""
        return task.source == "peer" and task.participant.person_id == self.staff.users["li"].person.pk

    def _comment(self, task: RatingTask, given: Mapping[str, Given]) -> str:
        """On something the form asks about, in the tone of the level given; nothing twice of one person, and of as few
        people as can be."""
        if self.dice.random() < 0.45 and not self._is_read(task):
            return ""
        kind = task.source if task.source in {"self", "peer"} else SUPERIOR
        told_of, person = self.told, task.participant.person_id
        is_frontline = task.participant.post.is_frontline
        fitting = [one["text"]["zh"] for one in self.remarks[kind] if _fits(one, given, is_frontline=is_frontline)]
        fitting = [text for text in fitting if person not in told_of[text]]
        if not fitting:
            return ""
        fewest = min(len(told_of[text]) for text in fitting)
        chosen = str(self.dice.choice([text for text in fitting if len(told_of[text]) == fewest]))
        told_of[chosen].add(person)
        return chosen


def _fits(remark: Mapping[str, Any], given: Mapping[str, Given], *, is_frontline: bool) -> bool:
    one = given.get(remark["competency"])
    if remark["competency"] == PEER_ITEM and not (is_frontline or remark.get("anybody")):
        return False
    return one is not None and one.level is not None and (one.level >= STANDARD) == (remark["tone"] == "strength")


def _remarks() -> dict[str, list[dict[str, Any]]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, list[dict[str, Any]]] = yaml.load(REMARKS.read_text("utf-8"), loader)  # noqa: S506 - safe loaders
    return found


@dataclass
class Rounds:
    """The group's calendar: what a cycle needs, put where it belongs on the timeline."""

    centre: Centre
    raters: Raters
    timeline: Timeline
    tell: Tell

    @property
    def users(self) -> dict[str, User]:
        return self.raters.staff.users

    @property
    def dice(self) -> random.Random:
        return self.raters.dice

    def past_quarter(self, period: Period, *, is_linked: bool) -> None:
        """`is_linked`: superiors' superiors rated some people too, so that severity can be told from ability."""
        self.timeline.add(at(period[1] + A_DAY, 9), lambda: self._collect(period, is_linked=is_linked))

    def _opened(self, period: Period, due: Sequence[date]) -> Cycle:
        self.tell("demo.quarter", first=period[0])
        self.raters.look_around()
        name, code = names_of_quarter(period)
        return self._cycle("quarter", code, name, period, Dates(*due))

    def _cycle(self, kind: str, code: str, name: Bilingual, period: Period, dates: Dates) -> Cycle:
        by = self.users["zheng"]
        cycle = add_cycle(self.centre, by=by, kind=kind, code=code, name=name, period=period, dates=dates)
        return open_cycle(cycle, by=by, today=clock.today())

    def _collect(self, period: Period, *, is_linked: bool) -> None:
        by, days = self.users["zheng"], [period[1] + n * A_DAY for n in LAST_DAYS]
        own, others, superior, publication = days
        cycle = self._opened(period, days)
        if is_linked:
            draw_second_superiors(cycle, by=by)
            see_twice(cycle, by=by)
            self.raters.whole = {judges_whole(_tasks(cycle), but=self.users["zhao"].person.pk)}
        spans = {"self": (clock.now(), at(own, 18)), SUPERIOR: (at(own + A_DAY, 9), at(superior, 18))}
        for task in _tasks(cycle):
            if self.dice.random() < SENT_SHARE:
                first, last = spans.get(task.source, (clock.now(), at(others, 18)))
                self._send(task, self.timeline.between(first, last))
        self.timeline.add(at(superior + A_DAY, 10), lambda: self._tests(cycle))
        self.timeline.add(at(superior + 2 * A_DAY, 10), lambda: compute_cycle(cycle, by=by))
        self.timeline.add(at(publication, 14), lambda: look_through(cycle, by=by))
        self._publish(lambda: cycle, at(publication, 15))

    def _publish(self, cycle: Callable[[], Cycle], moment: datetime) -> None:
        """The group proposes, the head confirms, ten minutes later it is out."""
        zheng, qian = self.users["zheng"], self.users["qian"]
        confirmed = moment + timedelta(minutes=20)
        said = {"reason": "缺的评价催过两次，还没出分的人另行补评；提示都看过，结果可以先发。"}
        steps = {
            moment: lambda: propose_publication(cycle(), by=zheng, today=clock.today(), **said),
            confirmed: lambda: confirm_publication(cycle(), by=qian, today=clock.today()),
            confirmed + TAKE_BACK: lambda: publish_cycle(cycle(), by=qian),
        }
        for when, step in steps.items():
            self.timeline.add(when, step)

    def _send(self, task: RatingTask, moment: datetime) -> None:
        self.timeline.add(moment, lambda: self.raters.fill(task))

    def _tests(self, cycle: Cycle) -> None:
        """Written tests out of 100; who fails sits again once."""
        marks = []
        for person in cycle.participants.filter(post__is_frontline=True).values_list("person_id", flat=True):
            if self.dice.random() > TEST_SHARE:
                continue
            mark = Decimal(min(100, max(30, round(self.dice.gauss(76, 12)))))
            marks.append({"person": person, "test": "业务知识", "attempt": 1, "mark": mark})
            if mark < RESIT_BELOW:
                again = Decimal(min(100, round(self.dice.gauss(72, 8))))
                marks.append({"person": person, "test": "业务知识", "attempt": 2, "mark": again})
        if marks:
            add_marks(cycle, by=self.users["zheng"], marks=marks)

    def running_quarter(self, period: Period, *, today: date) -> None:
        """Half the forms are in; those of the people one signs in as are left for the visitor."""
        opened_on = max(period[1] + A_DAY, today - 6 * A_DAY)
        own = max(opened_on + 2 * A_DAY, today - 2 * A_DAY)  # over, so that some are late and can be reminded
        due = [own, *(today + n * A_DAY for n in (4, 9, 16))]
        self.timeline.add(at(opened_on, 9), lambda: self._collect_half(self._opened(period, due), today=today))

    def _collect_half(self, cycle: Cycle, *, today: date) -> None:
        """A superior's form goes out once the self-assessment is in."""
        visitors = {self.users[name].person.pk for name in ("li", "wang", "zhao", "zhou")}
        evening, self_sent = at(today - A_DAY, 20), dict[int, datetime]()
        self.timeline.add(at(today - A_DAY, 16), lambda: self._remind(cycle))
        for task in _tasks(cycle):
            is_left = task.rater_id in visitors or self.dice.random() > HALF_SHARE[task.source]
            begins = self_sent.get(task.participant_id) if task.source == SUPERIOR else clock.now()
            if is_left or begins is None:
                continue
            moment = self.timeline.between(begins, evening)
            if task.source == "self":
                self_sent[task.participant_id] = moment
            self._send(task, moment)

    def _remind(self, cycle: Cycle) -> None:
        """Yesterday; whoever is still late may be reminded again today."""
        if late_forms(cycle).exists():
            nudge_late(cycle, by=self.users["zheng"])

    def month(self, period: Period, *, is_published: bool) -> None:
        """The last month's figures stay preliminary, however few days it is over."""

        def later(days: int, hour: int) -> datetime:
            return at(period[1] + days * A_DAY, hour)

        put = self.timeline.add if is_published else self.timeline.add_by_now
        held: list[Cycle] = []
        put(later(1, 10), lambda: held.append(self._month_opened(period)))
        put(later(7, 17), lambda: self._remark(held[0]))
        put(later(8, 10), lambda: compute_cycle(held[0], by=self.users["zheng"]))
        if is_published:
            self._publish(lambda: held[0], later(12, 16))

    def _month_opened(self, period: Period) -> Cycle:
        first = period[0]
        self.tell("demo.month", first=first)
        name = Bilingual(
            f"{first.year}年{first.month}月服务质量考核", f"Service quality {MONTHS[first.month - 1]} {first.year}"
        )
        return self._cycle("month", f"{first:%Y-%m}", name, period, Dates())

    def _remark(self, cycle: Cycle) -> None:
        """Zhao writes a line on Li each month."""
        participant = cycle.participants.filter(person__user__username="li").first()
        if participant:
            lead = self.users["zhao"]
            text = "晚高峰两次主动接了转不出去的投诉单，小结写得全；改地址类来电的身份核实还可以再快一点。"
            write_remark(participant, by=lead, author=lead.person, source="superior", text=text)


def names_of_quarter(period: Period) -> tuple[Bilingual, str]:
    """By the year in which it began; the months stand with it, for it need not be the calendar's."""
    (first, last), number = period, (period[0].month - 1) // 3
    zh = f"{first.year}年第{QUARTER_NAMES[number]}季度技能评价（{first.month}月至{last.month}月）"
    en = f"Skill appraisal Q{number + 1} {first.year}, {MONTHS[first.month - 1]} to {MONTHS[last.month - 1]}"
    return Bilingual(zh, en), f"{first.year}-Q{number + 1}"


def _tasks(cycle: Cycle) -> list[RatingTask]:
    """Self first, then the others."""
    tasks = RatingTask.objects.filter(participant__cycle=cycle).select_related(
        "participant__person", "participant__cycle__framework", "participant__post", "rater"
    )
    return sorted(tasks, key=lambda task: (task.source != "self", task.pk))
