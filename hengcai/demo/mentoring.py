"""The demo's newcomers: brought on by Wang one after the other, examined, and what became of their permits since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

from hengcai.accounts.actions import renew_passwords
from hengcai.accounts.first_passwords import first_password
from hengcai.accounts.models import Centre, User, system_user
from hengcai.base import clock
from hengcai.demo.people import Staff
from hengcai.demo.timeline import Timeline, at
from hengcai.framework.models import Post
from hengcai.mentoring import actions
from hengcai.mentoring.models import Demand, Pair, Permit
from hengcai.mentoring.rules.permits import Asked
from hengcai.people.models import Person

A_DAY = timedelta(days=1)
LASTS, GAP = 28, 30  # days of a pair, from one to the next
GOALS = (
    "会查账单、会核实身份，全程不用提示",
    "能独立处理资费咨询，工单一次写清",
    "能接退费和故障，知道什么时候升级",
    "投诉前三十秒会复述、会道歉，不抢话",
)
SHEETS = (
    (
        "核实身份时先报了客户姓名，顺序反了。复述需求做得好。",
        "先请客户报姓名和后四位，再说“我看到您……”。明天听三通开头。",
    ),
    ("退费规则答得准，但静音 40 秒没有告知。", "超过 10 秒先说“请稍等，我在查”，每 30 秒回来说一句。"),
    (
        "能听出客户真正要的是免责声明，不是退费，处理得当。工单漏写了承诺的回电时间。",
        "挂机前对着工单念一遍：谁、几点、打哪个号。",
    ),
)
CRITICAL = ("没有核实身份就报了余额。", "停止单独接听，重学第 2 课，由师傅陪听满 10 通。")
HEARD = ("客户连问三次，师傅每次都先复述再答，客户自己平静下来了。", "照着这个顺序练三通，下周听我自己的。")
SUMMARY = "能独立接听资费、退费和故障，核实和告知稳定；投诉还要师傅在旁边再带一个月。"


@dataclass(frozen=True)
class Way:
    """What the newcomer's first examination came to, a second one, and what became of the permit."""

    marks: int = 85
    second: int | None = None
    suspended: str = ""


WAYS = (
    Way(), Way(marks=52, second=78), Way(), Way(marks=41), Way(marks=91, suspended="一周内两次没有核实身份就报余额，暂停并重学第 2 课"),
)  # fmt: skip


class Newcomers:
    """`password`: with which the demo's people sign in, and sign."""

    def __init__(self, centre: Centre, users: dict[str, User], timeline: Timeline, password: str) -> None:
        self.centre, self.users, self.timeline, self.password = centre, users, timeline, password
        self.zhou = users["zhou"]

    def lay_out(self, staff: Staff, *, start: date, today: date) -> None:
        """Those hired last, in the order in which they came; the roles of all who came before ask for no permit of them."""
        people = self._newest(staff)
        if not people:
            return
        since = date.fromisoformat(people[0]["hired_on"])
        first = min(max(since, start) + A_DAY, today - (len(WAYS) * GAP + LASTS) * A_DAY)
        self.timeline.add_by_now(at(max(first, start), 8), partial(self._demand, since, 3))
        self.timeline.add_by_now(at(max(first, start) + (LASTS + 4) * A_DAY, 9), partial(self._demand, since, 12))
        past, newest = people[: len(WAYS)], people[len(WAYS) :]
        for place, (row, way) in enumerate(zip(past, WAYS, strict=False)):
            day = max(first + place * GAP * A_DAY, date.fromisoformat(row["hired_on"]) + A_DAY)
            self._plan(row["id"], way, day)
        if newest:
            self.timeline.add_by_now(at(today - 20 * A_DAY, 9), partial(self._open, newest[0]["id"], today))
        if len(newest) > 1:
            self.timeline.add_by_now(at(today - A_DAY, 15), partial(self._planned, newest[1]["id"], today))

    def _newest(self, staff: Staff) -> list[dict[str, str]]:
        named = {self.users[one].name for one in ("li", "wang")}
        rows = [row for row in staff.frontline() if row["post"] == "inbound" and not row.get("left_on")]
        rows = sorted((row for row in rows if row["name"] not in named), key=lambda row: row["hired_on"])
        return rows[-len(WAYS) - 2 :]

    def _demand(self, since: date, months: int) -> None:
        """The first of them was examined for three months only: that permit has run out since."""
        terms = actions.Terms(since, asked=Asked(scenario="angry_caller", valid_months=months))
        actions.set_demand(self.centre, by=self.zhou, post=Post.objects.get(code="inbound"), terms=terms)

    def _plan(self, number: str, way: Way, day: date) -> None:
        end = day + LASTS * A_DAY
        self.timeline.add(at(day, 9), partial(self._brought_on, number, day, end))
        self.timeline.add(at(end, 16), partial(self._ended, number))
        self.timeline.add(at(end + 2 * A_DAY, 10), partial(self._examined, number, way.marks))
        if way.second is not None:
            self.timeline.add(at(end + 16 * A_DAY, 10), partial(self._examined, number, way.second))
        if way.suspended:
            self.timeline.add(at(end + 20 * A_DAY, 17), partial(self._suspended, number, way.suspended))

    def _brought_on(self, number: str, day: date, end: date) -> None:
        pair = self._pair(number, day, end)
        for place, sheet in enumerate(SHEETS):
            self.timeline.add(at(day + (7 * place + 5) * A_DAY, 15), partial(self._listened, pair, sheet, signed=True))
        for goal in pair.goals.order_by("due_on"):
            self.timeline.add(at(goal.due_on, 12), partial(self._reached, pair, goal.pk))

    def _pair(self, number: str, day: date, end: date, mentor: User | None = None) -> Pair:
        person = Person.objects.get(number=number)
        by_whom = Person.objects.get(user=mentor or self.users["wang"])
        pair = actions.open_pair(person, by=self.zhou, mentor=by_whom, first_on=day, last_on=end)
        for place, what in enumerate(GOALS):
            actions.add_goal(pair, by=self.zhou, due_on=day + (7 * place + 6) * A_DAY, what=what)
        return actions.start_pair(pair, by=self.zhou) if day <= clock.today() else pair

    def _listened(self, pair: Pair, sheet: Sequence[str], *, signed: bool, critical: bool = False) -> None:
        heard = actions.Heard(clock.today(), sheet[0], sheet[1], calls=8, has_critical=critical)
        made = actions.note_listening(pair, by=self.users["wang"], heard=heard, today=clock.today())
        newcomer = pair.newcomer.user
        if signed and newcomer is not None:
            actions.sign_listening(made, by=newcomer, password=self._password_of(newcomer))

    def _reached(self, pair: Pair, goal: int) -> None:
        actions.reach_goal(pair, by=self.zhou, goal=pair.goals.get(pk=goal), today=clock.today())

    def _ended(self, number: str) -> None:
        pair = Pair.objects.get(newcomer__number=number)
        actions.end_pair(pair, by=self.zhou, summary=SUMMARY, today=clock.today())
        for user in (self.users["wang"], pair.newcomer.user):
            if user is not None:
                actions.sign_pair(pair, by=user, password=self._password_of(user))

    def _examined(self, number: str, marks: int) -> None:
        """Marks below sixty fail it."""
        permit = self._opened(number)
        self._written(permit, marks)
        self._simulated(permit, "0.85")
        actions.take_over_parts(permit, by=self.zhou, today=clock.today())
        if marks >= permit.asks["written_pass"]:
            actions.grant_permit(permit, by=self.users["qian"], today=clock.today())
        else:
            reason = f"笔试 {marks} 分，资费和退费规则要重学，两周后再考"
            actions.fail_permit(permit, by=self.users["qian"], reason=reason, today=clock.today())

    def _opened(self, number: str) -> Permit:
        person, decider = Person.objects.get(number=number), self.users["qian"]
        return actions.open_permit(
            person, by=self.zhou, demand=Demand.objects.get(), decider=decider, today=clock.today()
        )

    def _written(self, permit: Permit, marks: int) -> None:
        self._part(permit, actions.Entered("written", Fraction(marks), "入岗笔试，培训教室 1"))

    def _simulated(self, permit: Permit, share: str) -> None:
        self._part(permit, actions.Entered("simulation", Fraction(share), "情景模拟 angry_caller，培训师在场"))

    def _part(self, permit: Permit, entered: actions.Entered) -> None:
        actions.enter_part(permit, by=self.zhou, entered=entered, today=clock.today())

    def _suspended(self, number: str, reason: str) -> None:
        permit = Permit.objects.get(person__number=number, state=Permit.State.GRANTED)
        actions.suspend_permit(permit, by=self.zhou, reason=reason)

    def _open(self, number: str, today: date) -> None:
        """Under way: the newest sheet waits for its signature, the written test is passed, the calls are not enough."""
        day = clock.today()
        pair = self._pair(number, day, today + 8 * A_DAY)
        self.timeline.add(
            at(today - 14 * A_DAY, 15), partial(self._listened, pair, CRITICAL, signed=True, critical=True)
        )
        self.timeline.add(at(today - 6 * A_DAY, 15), partial(self._listened, pair, SHEETS[1], signed=False))
        self.timeline.add(at(today - 3 * A_DAY, 11), partial(self._own, pair))
        self.timeline.add(at(today - 2 * A_DAY, 11), lambda: self._written(self._opened(number), 88))

    def _own(self, pair: Pair) -> None:
        """What the newcomer heard of the mentor."""
        heard = actions.Heard(clock.today(), *HEARD, calls=2)
        if pair.newcomer.user is not None:
            actions.note_listening(pair, by=pair.newcomer.user, heard=heard, today=clock.today())

    def _planned(self, number: str, today: date) -> None:
        self._pair(number, today + 3 * A_DAY, today + 31 * A_DAY)

    def _password_of(self, by: User) -> str:
        """Those who cannot be visited are given a first one, which nobody is told, to sign with."""
        by.refresh_from_db()
        if by.has_usable_password() and not by.must_change_password:
            return self.password
        made = first_password()
        renew_passwords([by], by=system_user(), passwords={by.pk: made})
        by.refresh_from_db()
        return made
