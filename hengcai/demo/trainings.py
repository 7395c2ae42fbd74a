"""A year of training whose truth is set: one course shortens handling times, one changes nothing, one only looks good because
people were sent to it after a bad month, and one, which changes nothing either, is for whoever lay below the pass line."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from hengcai.accounts.models import Centre, User
from hengcai.appraisal.models import Result
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.demo.handling import HandlingTimes
from hengcai.demo.timeline import Timeline, at
from hengcai.interactions.models import Measure
from hengcai.people.models import Person, Site
from hengcai.programme.actions import (
    Frame,
    draft_training_plan,
    find_surges,
    gather_needs,
    make_timetable,
    measure_effect,
    plan_revision,
)
from hengcai.programme.models import Revision
from hengcai.training import actions
from hengcai.training.models import Course, Enrolment, Room, Seat, Session, Trainer

WORKS, NOTHING, LOOKS_GOOD = "complaint_handling", "active_listening", "telephone_etiquette"
BELOW_LINE = "structured_expression"
LIKED = {
    WORKS: (4, 5),
    NOTHING: (3, 4),
    LOOKS_GOOD: (4, 5),
    BELOW_LINE: (2, 4),
}  # marks of the feedback sheet, from and to
SHARE, FEWEST, PLACES = 8, 6, 24  # one group is an eighth of the agents
A_DAY, HOURS, A_MINUTE = timedelta(days=1), timedelta(hours=2), timedelta(minutes=1)
Period = tuple[date, date]


class Trainings:
    """`users`: by sign-in. Groups of each course are held in the fifth and the seventh month, ended ones first."""

    def __init__(self, centre: Centre, users: dict[str, User], timeline: Timeline, times: HandlingTimes) -> None:
        self.centre, self.users, self.timeline, self.times = centre, users, timeline, times
        self.zhou = users["zhou"]
        self.taken: set[int] = set()
        self.chance, self.opinion = random.Random("trainings"), random.Random("opinions")

    def lay_out(self, months: Sequence[Period]) -> None:
        for place in (3, 5):
            if place < len(months):
                day = months[place][1] + 8 * A_DAY
                self.timeline.add(at(day - 6 * A_DAY, 10), partial(self._groups, day))
        for place in (2, 4):
            if place < len(months):
                day = months[place][1] + 16 * A_DAY  # four days after the month's results are out
                self.timeline.add(at(day, 9), partial(self._below, months[place], day))

    def found(self, today: date) -> None:
        """Standards, rooms and trainers on the centre's first day."""
        actions.load_shipped_courses(self.centre, by=self.zhou, today=today)
        for site in Site.objects.order_by("pk"):
            actions.add_room(self.centre, by=self.zhou, site=site, name="培训教室 1", places=24)
        trainer = Person.objects.get(user=self.zhou)
        given = actions.Qualification("senior", today, proof="2025 年内训师认证，试讲 92 分")
        actions.qualify_trainer(trainer, by=self.zhou, given=given)

    def _groups(self, day: date) -> None:
        """By lot for two courses; for the third whoever had the longest handling times last month."""
        agents = [one for one in self._agents() if one.pk not in self.taken]
        size = max(len(agents) // SHARE, FEWEST)
        slowest = self._slowest(agents)[:size]
        rest = [one for one in agents if one not in slowest]
        drawn = self.chance.sample(rest, min(2 * size, len(rest)))
        for hour, (code, people) in enumerate([(WORKS, drawn[:size]), (NOTHING, drawn[size:]), (LOOKS_GOOD, slowest)]):
            self._plan(code, people, day, 9 + 2 * hour)
            self.taken |= {one.pk for one in people}

    def _below(self, month: Period, day: date) -> None:
        """Everybody who failed the month, and nobody else."""
        rows = Result.objects.filter(
            is_current=True, band="fail", participant__cycle__kind="month", participant__cycle__period_start=month[0],
            participant__cycle__state="published", participant__person__employments__left_on=None,
        )  # fmt: skip
        people = Person.objects.filter(pk__in=rows.values("participant__person")).exclude(
            pk__in=Seat.objects.filter(session__course__code=BELOW_LINE, state="attended").values("person")
        )
        if people:
            self._plan(BELOW_LINE, list(people.order_by("number")[:PLACES]), day + A_DAY, 16)

    def _agents(self) -> list[Person]:
        rows = Measure.objects.filter(code="handling_time").values("agent")
        return list(Person.objects.filter(pk__in=rows, employments__left_on=None).distinct().order_by("number"))

    def _slowest(self, agents: Sequence[Person]) -> list[Person]:
        rows = Measure.objects.filter(code="handling_time").order_by("period_start").values_list("agent", "value")
        last = dict(rows)
        return sorted(agents, key=lambda one: -last.get(one.pk, 0))

    def _plan(self, code: str, people: Sequence[Person], day: date, hour: int) -> None:
        course = Course.objects.get(code=code, state=Course.State.PUBLISHED)
        start = at(day, hour)
        when = actions.When(
            start,
            start + HOURS,
            places=PLACES,
            room=Room.objects.order_by("pk").first(),
            trainers=list(Trainer.objects.all()),
        )
        session = actions.plan_session(course, by=self.zhou, when=when)
        for one in people:
            try:
                actions.seat_people(session, by=self.zhou, people=[one])
            except NotValid:
                continue  # in another session at that time
        self.timeline.add(start + HOURS, partial(self._held, session, code))

    def _held(self, session: Session, code: str) -> None:
        seats = list(session.seats.filter(state="booked").select_related("person").order_by("pk"))
        marks = {one.pk: "attended" for one in seats}
        if len(seats) > FEWEST:
            marks[seats[-1].pk] = "excused"
        actions.call_roll(session, by=self.zhou, marks=marks)
        self._opinions(session, code)
        if code == WORKS:
            day = session.starts_at.date()
            self.times.trained |= {one.person.number: day for one in seats if marks[one.pk] == "attended"}

    def _opinions(self, session: Session, code: str) -> None:
        low, high = LIKED[code]
        for seat in (
            session.seats.filter(state="attended", person__user__isnull=False)
            .select_related("person__user")
            .order_by("pk")
        ):
            marks = [self.opinion.randint(low, high) for _asked in range(3)]
            if seat.person.user:
                actions.give_opinion(seat, by=seat.person.user, thought=actions.Thought(marks[0], marks[1], marks[2]))

    def leave(self, today: date) -> None:
        """What stands open today: Li learning, Wang done with one lesson of another, sessions to come, a plan, effects and what
        follows from them, surges."""
        for code in (WORKS, NOTHING, LOOKS_GOOD, BELOW_LINE):
            measure_effect(self.centre, by=self.zhou, course=code, until=today)
        find_surges(self.centre, by=self.zhou, month=today.replace(day=1), today=today)
        self._planned(today)
        self._learners(today)
        self._to_come(today)
        plan = draft_training_plan(
            self.centre, by=self.zhou, frame=Frame("下月培训计划", "month", today + A_DAY, today + 31 * A_DAY)
        )
        gather_needs(plan, by=self.zhou)
        make_timetable(plan, by=self.zhou)

    def _learners(self, today: date) -> None:
        li, wang = self.users["li"], self.users["wang"]
        course = Course.objects.get(code=WORKS, state=Course.State.PUBLISHED)
        order = actions.Order(today + 9 * A_DAY, "上月两单投诉升级，先把前三十秒练熟")
        people = [Person.objects.get(user=li)]
        (way,) = actions.assign_course(people, by=self.users["zhao"], course=course, order=order, today=today)
        self._lessons(way, li, count=1, today=today)
        other = Course.objects.get(code="ethics_confidentiality", state=Course.State.PUBLISHED)
        way = actions.enrol(other, by=wang)
        self._lessons(way, wang, count=len(other.lessons.all()), today=today)
        actions.issue_certificates([way], by=self.zhou, today=today)

    def _lessons(self, way: Enrolment, by: User, *, count: int, today: date) -> None:
        """Answered right, as far as they have come."""
        lessons = list(way.course.lessons.order_by("order")[:count])
        start = clock.now() - sum((one.minutes * A_MINUTE for one in lessons), A_DAY * 0)
        for lesson in lessons:
            for place in (0, 1000):  # opened, and read to its end
                with clock.set_to(start + (lesson.minutes * A_MINUTE if place else A_DAY * 0)):
                    actions.keep_place(way, by=by, lesson=lesson, stop=actions.Stop(lesson.minutes * 50, place))
            start += lesson.minutes * A_MINUTE
            asked = [one for one in way.course.quiz if one["id"] in lesson.asks]
            answers = {one["id"]: right_answer(one) for one in asked}
            actions.finish_lesson(way, by=by, lesson=lesson, answers=answers, today=today)

    def _planned(self, today: date) -> None:
        """The trainer has said what changes in one of the courses put up for revision."""
        first = Revision.objects.filter(state="open", owner=self.zhou).order_by("pk").first()
        if first is not None:
            plan_revision(
                first, by=self.zhou, content="删掉倾听理论一节，换成本中心 6 段真实录音，逐段标出该复述的地方",
                method="讲授减到 20 分钟；两人一组听录音练复述，每人至少 5 遍，班组长当场打分", due_on=today + 30 * A_DAY,
            )  # fmt: skip

    def _to_come(self, today: date) -> None:
        course = Course.objects.get(code="emotion_regulation", state=Course.State.PUBLISHED)
        start = at(today + 8 * A_DAY, 14)
        when = actions.When(
            start, start + HOURS, places=8, room=Room.objects.order_by("pk").first(), trainers=list(Trainer.objects.all()),
            note="请提前学完第 1 课，带上最近一通让您上火的录音",
        )  # fmt: skip
        session = actions.plan_session(course, by=self.zhou, when=when)
        actions.seat_people(session, by=self.zhou, people=self._agents()[:10])
        with clock.set_to(clock.now()):
            actions.book_seat(session, by=self.users["li"])


def right_answer(question: dict[str, object]) -> str:
    """As the contracts write a response; of options those that earn something."""
    kind, given = question["kind"], question
    if kind in ("single", "multiple"):
        options: list[dict[str, str]] = given["options"]  # type: ignore[assignment]
        return ";".join(one["id"] for one in options if not one["share"].startswith(("0", "-")))
    if kind == "matching":
        pairs: list[dict[str, object]] = given["pairs"]  # type: ignore[assignment]
        return ";".join(f"{_zh(one['left'])}={_zh(one['right'])}" for one in pairs)
    if kind == "essay":
        return "见课堂练习"
    answers: list[dict[str, object]] = given["answers"]  # type: ignore[assignment]
    return _zh(answers[0]["value"]).replace("*", "")


def _zh(text: object) -> str:
    return str(getattr(text, "zh", text))
